import SQLite
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct ResidentTests {
  @Test func `a personal id is kept as a hash and four digits only`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let number = "040150001234"
    let saved = try world.laptop.addResident(
      ResidentDraft(
        household: household, fullName: "Hồ Thị Lan", birth: "3/1950", personalID: number),
      author: nil, clock: world.clock())
    let resident = try world.laptop.reader.existing(Resident.self, saved.id)
    #expect(resident.idLast4 == "1234")
    #expect(resident.birthYear == 1950)
    #expect(resident.birthMonth == 3)
    #expect(resident.birthDay == nil)
    let state = try world.laptop.store.openedRow(ResidentTable.definition.id, saved.id)
    #expect(state?.shown(ResidentTable.idHash.id)?.value.bytes?.count == 32)
    let outbox = try world.laptop.store.connection.rows("SELECT operation FROM outbox") {
      try $0.bytes(at: 0)
    }
    for bytes in outbox {
      #expect(!String(decoding: bytes, as: UTF8.self).contains(number))
    }
  }

  @Test func `the same id or the same name and year elsewhere is a warning`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let first = try world.laptop.addResident(
      ResidentDraft(household: household, fullName: "Lan", personalID: "040150001234"),
      author: nil, clock: world.clock())
    let sameID = try world.laptop.addResident(
      ResidentDraft(household: household, fullName: "Lân", personalID: "0401 5000 1234"),
      author: nil, clock: world.clock())
    #expect(sameID.warnings == [.possibleDuplicates([first.id])])
    let one = try world.resident("Hồ Văn Ba", of: household)
    let sameName = try world.laptop.addResident(
      ResidentDraft(household: household, fullName: "Hồ Văn Ba", birth: "18/03/1950"),
      author: nil, clock: world.clock())
    #expect(sameName.warnings == [.possibleDuplicates([one])])
  }

  @Test(arguments: [
    ("04015000123", "personal-id-length"), ("040150001O34", "personal-id-not-digits"),
    ("012345678", "personal-id-old-card"),
  ])
  func `a wrong personal id is told, and nothing is saved`(number: String, code: String) throws {
    let world = try FieldWorld()
    let household = try world.household()
    let found = problems {
      _ = try world.laptop.addResident(
        ResidentDraft(household: household, fullName: "Lan", personalID: number), author: nil,
        clock: world.clock())
    }
    #expect(found.map(\.code) == [code])
    #expect(try world.laptop.reader.residents().isEmpty)
  }

  @Test(arguments: [
    ("50", "date-two-digit-year"), ("31/2/1950", "birth-date-impossible"),
    ("1850", "number-out-of-range"), ("2030", "number-out-of-range"), ("xưa", "date-unreadable"),
    ("13/1950", "birth-date-impossible"),
  ])
  func `a birth that cannot be is told`(birth: String, code: String) throws {
    let world = try FieldWorld()
    let household = try world.household()
    let found = problems {
      _ = try world.laptop.addResident(
        ResidentDraft(household: household, fullName: "Lan", birth: birth), author: nil,
        clock: world.clock())
    }
    #expect(found.map(\.code) == [code])
  }

  @Test func `an edited birth of a year alone takes month and day away`() throws {
    let world = try FieldWorld()
    let id = try world.resident(of: try world.household())
    for birth in ["18/03/1951", "1952-04"] {
      _ = try world.laptop.editResident(
        id, ResidentDraft(birth: birth), author: nil, clock: world.clock())
    }
    let resident = try world.laptop.reader.existing(Resident.self, id)
    #expect([resident.birthYear, resident.birthMonth, resident.birthDay] == [1952, 4, nil])
  }

  @Test func `residents are listed by given name`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    for name in ["Nguyễn Văn Ước", "Trần Thị Ánh", "Lê Anh"] {
      _ = try world.resident(name, of: household)
    }
    #expect(
      try world.laptop.reader.residents(household: household).map(\.fullName)
        == ["Lê Anh", "Trần Thị Ánh", "Nguyễn Văn Ước"])
  }
}
