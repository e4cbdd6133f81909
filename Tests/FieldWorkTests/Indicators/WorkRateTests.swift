import SyncProtocol
import Testing

@testable import FieldWork

/// What teams were to do and whom they were to visit, and rates divided into parts.
struct WorkRateTests {
  @Test func `a campaign is covered by the households of its list that it visited`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Bản Mường"])
    let homes = try (1...3).map { try world.household("Hộ \($0)") }
    let codes = try homes.map { try world.code($0, .household) }
    try world.sync(world.laptop)
    func campaign(_ name: String, _ from: String, _ households: ArraySlice<String>) throws -> RowID
    {
      try world.add(
        RecordForms.campaign, ["name": name, "from": from, "to": "31/03/2026"],
        lists: ["household": Array(households)])
    }
    let listed = try campaign("Đợt 3", "01/02/2026", codes[0...1])
    let other = try campaign("Đợt khác", "01/03/2026", codes[2...2])
    for laptop in world.laptops { try world.sync(laptop) }
    func visit(_ home: RowID, _ campaign: RowID?, on date: String) throws -> RowID {
      try world.laptop.addVisit(
        VisitDraft(household: home, date: date, outcome: "nobody-home", campaign: campaign),
        author: try world.member(), clock: world.clock()
      ).id
    }
    // A visit of no campaign covers none, and a household that is not on the list is none of it.
    _ = try visit(homes[1], nil, on: "02/03/2026")
    _ = try visit(homes[2], listed, on: "02/03/2026")
    func text(_ filters: [CountDimension: Set<CountKey>] = [:], at store: FieldStore) throws
      -> String
    {
      try world.book("2026-03", where: filters, at: store).text("campaign-coverage")
    }
    #expect(try text(at: world.laptop) == "0/3")
    let first = try visit(homes[0], listed, on: "27/02/2026")
    _ = try visit(homes[0], listed, on: "28/02/2026")
    try world.sync(world.laptop)
    // The household lives elsewhere now and is on the list all the same, once.
    _ = try world.centre.moveHousehold(
      homes[0], to: try world.centre.reader.findPlace("Bản Mường"), author: nil,
      clock: world.clock(), isDryRun: false)
    #expect(try text(at: world.centre) == "1/3")
    #expect(try text([.campaign: [.row(listed)]], at: world.centre) == "1/2")
    #expect(try text([.campaign: [.row(other)]], at: world.centre) == "0/1")
    let lines = try world.book("2026-03", at: world.centre).lines(
      of: try #require(Rate(named: "campaign-coverage")).form)
    #expect(lines.map(\.place).filter { $0 == .counted(1, of: 1) }.count == 1)
    #expect(Set(lines.compactMap { $0.note?.vietnamese }) == ["Đợt 3", "Đợt khác"])
    for visit in try world.laptop.reader.visits(household: homes[0]) {
      try world.laptop.void(
        .visit, visit.id, reason: "nhầm", author: try world.member(), clock: world.clock())
    }
    #expect(first.rawValue > 0)
    #expect(try text(at: world.laptop) == "0/3")
    // A month that the campaign does not touch has nothing to cover.
    #expect(try world.book("2026-04").text("campaign-coverage") == "0/0")
  }

  @Test func `a task is backlog from the day after its last, until it is done`() throws {
    let world = try FieldWorld()
    func task(_ due: String?, status: String = "open") throws {
      var texts = ["title": "Dán thông báo", "status": status]
      texts["due"] = due
      try world.add(RecordForms.task, texts)
    }
    try task("31/03/2026")
    try task("30/03/2026")
    try task("29/03/2026", status: "doing")
    try task("29/03/2026", status: "done")
    try task("29/03/2026", status: "dropped")
    try task(nil)
    let team = try #require(try world.laptop.reader.existing(Member.self, world.member()).team)
    #expect(try world.book("2026-03").text("backlog-tasks") == "2")
    #expect(try world.book("2026-03", where: [.team: [.row(team)]]).text("backlog-tasks") == "2")
    #expect(try world.book("2026-03", where: [.team: [.none]]).text("backlog-tasks") == "0")
    #expect(try world.book("2026-02").text("backlog-tasks") == "0")
  }

  @Test func `the parts of a divided rate are those of the filters and add up to the whole`() throws
  {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Bản Mường"])
    let resident = try world.resident(of: try world.household())
    for (channel, received) in [
      ("online", "02/03/2026 08:00"), ("direct", "10/03/2026 08:00"),
      ("online", "11/03/2026 08:00"),
    ] {
      _ = try world.dossier(resident, channel: channel, received: received)
    }
    for laptop in world.laptops { try world.sync(laptop) }
    let now = LocalDateTime(day("2026-03-20"), minuteOfDay: 480)
    let book = world.book("2026-03", now: now, at: world.centre)
    let rate = try #require(Rate(named: "online")).form
    for dimension in CountDimension.allCases {
      let groups = try book.groups(by: dimension, now: now)
      var (part, whole): (Int64, Int64) = (0, 0)
      var isDivided = !groups.isEmpty
      for group in groups {
        switch try group.book.value(of: rate) {
        case .known(let value):
          part += value.numerator
          whole += value.denominator ?? 0
        case .unknown(let why):
          #expect(why == .filter([dimension]), "\(dimension.key)")
          isDivided = false
        }
      }
      let isOfDossiers = dimension.column(of: .submission) != nil
      // Weeks begin before the month does: what they hold of it is theirs.
      #expect(isDivided == isOfDossiers, "\(dimension.key)")
      if isDivided { #expect(part == 2 && whole == 3, "\(dimension.key)") }
    }
    let weeks = try book.groups(by: .week, now: now)
    // Of the days to come there is no part.
    #expect(
      weeks.map(\.book.query.period.from) == ["01", "02", "09", "16"].map { day("2026-03-\($0)") })
    let hamlets = try book.groups(by: .hamlet, now: now).filter {
      try $0.book.value(of: rate).value?.denominator ?? 0 > 0
    }
    #expect(hamlets.map(\.words.vietnamese) == ["Xóm 1"])
  }
}
