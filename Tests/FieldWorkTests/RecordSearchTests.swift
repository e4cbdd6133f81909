import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct RecordSearchTests {
  private func ids(_ lines: [RecordSearch.Line]) -> [RowID] {
    lines.map {
      switch $0.found {
      case .household(let household): household.id
      case .resident(let resident): resident.id
      }
    }
  }

  @Test func `names, telephones, ids, addresses and codes find a person or a household`() throws {
    let world = try FieldWorld()
    let search = world.laptop.search
    let household = try world.household("Hồ Văn Đức")
    let lan = try world.laptop.addResident(
      ResidentDraft(
        household: household, fullName: "Nguyễn Thị Lan", birth: "1950",
        personalID: "040150001234"), author: nil, clock: world.clock()
    ).id
    for query in ["nguyễn thị lan", "nguyen lan", "nguyeenx", "1234"] {
      #expect(ids(try search.find(query)) == [lan], "\(query)")
    }
    for query in ["Đức", "duc", "0912000111", "000111", "ngõ 3"] {
      #expect(ids(try search.find(query)) == [household], "\(query)")
    }
    let code = try world.laptop.reader.existing(Resident.self, lan).codeText
    #expect(ids(try search.find(code.lowercased())) == [lan])
    #expect(try search.find("nobody").isEmpty)
    #expect(try search.find("").isEmpty)
  }

  @Test func `a line shows hamlet, year of birth and last visit`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    _ = try world.resident("Hồ Thị Lan", of: household)
    _ = try world.visit(to: household)
    let line = try #require(try world.laptop.search.find("ho thi lan").first)
    #expect(line.hamlet == "Xóm 1")
    #expect(line.birthYear == 1950)
    #expect(line.lastVisit == day("2026-11-18"))
    #expect(line.householdName == "Hồ Văn Đức")
    #expect(line.level == .base)
  }

  @Test func `the index follows edits, voids and what a sync brings`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let (one, two) = (world.laptops[0], world.laptops[1])
    let household = try world.household("Mùa A Páo", at: one)
    #expect(ids(try one.search.find("pao")) == [household])
    _ = try one.editHousehold(
      household, HouseholdDraft(name: "Mùa A Sử"), author: nil, clock: world.clock())
    #expect(try one.search.find("pao").isEmpty)
    #expect(ids(try one.search.find("su")) == [household])
    #expect(try two.search.find("su").isEmpty)
    try world.sync(one)
    try world.sync(two)
    #expect(ids(try two.search.find("su")) == [household])
    try one.void(.household, household, reason: "trùng", author: nil, clock: world.clock())
    #expect(try one.search.find("su").isEmpty)
  }

  @Test func `a search after preparing reads only the lines that it shows`() throws {
    let world = try FieldWorld()
    for number in 1...200 { _ = try world.household("Hồ Văn Đức \(number)") }
    let connection = world.laptop.reader.connection
    func steps(_ body: () throws -> Void) rethrows -> Int {
      let before = connection.counters.steps
      try body()
      return connection.counters.steps - before
    }
    world.laptop.search.invalidate()
    #expect(try steps { try world.laptop.search.prepare() } > 200)
    #expect(try steps { _ = try world.laptop.search.find("duc 7", limit: 1) } < 50)
    #expect(try steps { try world.laptop.search.prepare() } < 5)
  }
}
