import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct DuplicateResidentsTests {
  let world: FieldWorld

  init() throws { world = try FieldWorld() }

  private func add(_ name: String, _ birth: String, _ household: RowID) throws -> RowID {
    try world.laptop.addResident(
      ResidentDraft(household: household, fullName: name, birth: birth),
      author: try world.member(), clock: world.clock()
    ).id
  }

  private func listed() throws -> [Set<RowID>] {
    try world.laptop.reader.duplicateResidents().pairs.map {
      [$0.one.resident.id, $0.other.resident.id]
    }
  }

  private func say(_ one: RowID, _ other: RowID, isSame: Bool) throws {
    try world.laptop.link(
      .resident, one, other, isSame: isSame, author: try world.member(), clock: world.clock())
  }

  @Test func `a pair is listed until somebody says what it is, and again when that is undone`()
    throws
  {
    let household = try world.household()
    let one = try add("Đặng Thị Hoà", "3/4/1950", household)
    let other = try add("Dang Thi Hoa", "4/3/1950", household)
    #expect(try listed() == [[one, other]])
    for isSame in [true, false] {
      try say(one, other, isSame: isSame)
      #expect(try listed().isEmpty)
      try world.laptop.unlink(
        .resident, one, other, author: try world.member(), clock: world.clock())
      #expect(try listed() == [[one, other]])
    }
  }

  @Test func `what is said of a person holds for all their records`() throws {
    let household = try world.household()
    let rows = try (0..<3).map { _ in try add("Sùng A Páo", "3/4/1950", household) }
    #expect(try listed().count == 3)
    try say(rows[0], rows[1], isSame: true)
    #expect(try listed().count == 2)
    try say(rows[1], rows[2], isSame: false)
    #expect(try listed().isEmpty)
  }

  @Test func `voided people and other years are left out`() throws {
    let household = try world.household()
    let one = try add("Sùng A Páo", "1950", household)
    _ = try add("Sùng A Páo", "1990", household)
    #expect(try listed().isEmpty)
    let other = try add("Sùng A Páo", "1950", household)
    #expect(try listed() == [[one, other]])
    try world.laptop.void(
      .resident, other, reason: "nhầm", author: try world.member(), clock: world.clock())
    #expect(try listed().isEmpty)
  }

  @Test func `the list says by how much the count falls, and so does the link beforehand`() throws {
    var rows: [RowID] = []
    for name in ["Hộ một", "Hộ hai"] {
      let household = try world.household(name)
      rows.append(try add("Sùng A Páo", "3/4/1950", household))
      _ = try world.assist(at: try world.visit(to: household), rows.last)
    }
    let laptop = world.laptop
    #expect(try laptop.reader.duplicateResidents().pairs.map(\.fewerResidents) == [1])
    func effect(_ isSame: Bool?) throws -> LinkEffect? {
      try laptop.linkEffect(.resident, rows[0], rows[1], isSame: isSame)
    }
    #expect(try effect(true) == LinkEffect(before: 2...2, after: 1...1))
    #expect(try effect(false) == LinkEffect(before: 2...2, after: 2...2))
    #expect(fieldError { _ = try effect(nil) } == .notLinked)
    #expect(try laptop.reader.links(of: rows[0], .resident).isEmpty)
    try say(rows[0], rows[1], isSame: true)
    #expect(try laptop.reader.count(CountQuery(month())).total.residents == 1)
    #expect(try effect(nil) == LinkEffect(before: 1...1, after: 2...2))
    let households = try laptop.reader.households().map(\.id)
    #expect(try laptop.linkEffect(.household, households[0], households[1], isSame: true) == nil)
  }

  @Test func `a draft meets who is on record before anything is written`() throws {
    let household = try world.household()
    let one = try add("Đặng Thị Hoà", "3/4/1950", household)
    func found(_ name: String, _ birth: String) throws -> [RowID] {
      try world.laptop.duplicateCandidates(
        for: ResidentDraft(household: household, fullName: name, birth: birth),
        clock: world.clock()
      ).map(\.candidate.resident.id)
    }
    let before = try world.laptop.store.handOverStatus().written
    #expect(try found("dang thi hoa", "4/3/1950") == [one])
    #expect(try found("Đặng Thị Hoà", "1980").isEmpty)
    #expect(try found("", "1950").isEmpty)
    #expect(try world.laptop.store.handOverStatus().written == before)
  }

  @Test func `a household meets those of its hamlet`() throws {
    let one = try world.household("Hồ Văn Đức")
    let place = try world.laptop.reader.findPlace("xom 1").id
    func found(_ name: String, phone: String? = nil) throws -> [RowID] {
      try world.laptop.duplicateHouseholds(
        for: HouseholdDraft(place: place, name: name, phone: phone)
      ).map(\.household.id)
    }
    #expect(try found("ho van duc") == [one])
    #expect(try found("Hồ Văn Đứ", phone: "0912000111") == [one])
    #expect(try found("Lò Văn Páo", phone: "0912000111").isEmpty)
    let other = try world.centre.reader.findPlace("ban muong").id
    #expect(
      try world.laptop.duplicateHouseholds(for: HouseholdDraft(place: other, name: "Hồ Văn Đức"))
        .isEmpty)
  }

  @Test func `the centre looks through one commune or all`() throws {
    let household = try world.household()
    for _ in 0..<2 { _ = try add("Sùng A Páo", "3/4/1950", household) }
    try world.sync(world.laptop)
    let reader = world.centre.reader
    #expect(try reader.duplicateResidents().total == 1)
    #expect(try reader.duplicateResidents(inUnit: "17713").total == 1)
    #expect(try reader.duplicateResidents(inUnit: "17714").total == 0)
    #expect(try reader.duplicateResidents(limit: 5, offset: 1).pairs.isEmpty)
  }
}
