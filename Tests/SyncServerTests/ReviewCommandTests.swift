import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct ReviewCommandTests {
  @Test func `an empty centre has nothing to review and misses no batch`() throws {
    let run = try CommandRun(seed: 71)
    try #require(run("init", "--place", "17713").exit == .done)
    #expect(run("review", "list").exit == .done)
    #expect(run("review", "list").out.contains("Nothing waits"))
    #expect(run("gap", "list").out.contains("No batch is missing"))
    #expect(try run("gap", "list", "--json").json() == .array([]))
    let unknown = run("review", "show", "1")
    #expect(unknown.exit == .userError && unknown.error.contains("no review 1"))
    let nobody = run("gap", "declare", "0011223344556677", "--by", "–")
    #expect(nobody.exit == .userError && nobody.error.contains("needs the name"))
    let missing = run("gap", "declare", "0011223344556677", "--by", "An")
    #expect(missing.exit == .userError && missing.error.contains("nothing was changed"))
  }

  /// A centre with one batch of a laptop that breaks a rule: a row and its writes.
  private func centre(
    _ run: CommandRun, _ table: TableDefinition, _ writes: [FieldWrite]
  ) throws -> Centre {
    try #require(run("init", "--place", "17713").exit == .done)
    var random = SeededGenerator(seed: 5)
    let clock = run.surroundings.clock()
    let centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let scope = try #require(
      try centre.read { try $0.places().first?.householdScope })
    let keys = centre.keys
    let laptop = try centre.inspect { field in
      try field.store.enrol(
        publicKey: keys.root.verifyingKey.bytes, label: "Máy thử", member: nil, team: nil,
        scopes: [scope], signedBy: { keys.root.sign($0) }, clock: clock, random: &random)
    }
    let row = try #require(Dot(replica: laptop.replica, session: 9, counter: 1))
    let batch = try Batch.close(
      [
        Operation(
          dot: row, table: table.id, row: row, author: nil, time: clock.wall,
          writes: writes)
      ],
      in: Batch.Context(
        scope: scope, sequence: 1, predecessor: .zero, dependencies: [], schemaVersion: 1,
        grant: 1, wall: clock.wall, offsetMilliseconds: nil),
      signer: Signer(replica: laptop.replica, publicKey: laptop.publicKey) { keys.root.sign($0) },
      primitives: .standard)
    let receipts = try centre.inspect { try $0.store.receive([batch.encoded], clock: clock) }
    #expect(receipts.map(\.state) == [.merged])
    return centre
  }

  @Test func `a coordinator sees what was not accepted, tries a ruling, and rules`() throws {
    let run = try CommandRun(seed: 72)
    let centre = try centre(
      run, HouseholdTable.definition,
      [
        FieldWrite(HouseholdTable.number.id, .integer(1)),
        FieldWrite(HouseholdTable.kind.id, .integer(99)),
      ])

    let list = run("review", "list", "--json")
    #expect(list.exit == .needsAttention)
    #expect(list.out.contains("\"reason\": \"rule-broken\""))
    #expect(list.out.contains("\"detail\": \"unknown-choice\""))
    let vietnamese = run.run(["review", "list"], language: "vi")
    #expect(vietnamese.out.contains("lựa chọn không có trong danh mục"))
    let shown = run("review", "show", "1")
    #expect(shown.exit == .needsAttention)
    for part in [
      "Laptop: Máy thử", "Field: Kind", "Shown: (nothing)", "Written: 99", "Household: – (H-",
      "a choice that does not exist", "Admit (review admit 1", "Reject (review reject 1",
    ] { #expect(shown.out.contains(part), "\(part)") }
    let details = try run("review", "show", "1", "--json").json()
    #expect(details["laptop_label"] == "Máy thử" && details["value"] == "99")
    #expect(run("status").out.contains("to review: 1"))
    let tried = run("review", "admit", "1", "--value", "2", "--by", "An", "--dry-run")
    #expect(tried.exit == .done && tried.out.contains("Would be"))
    #expect(run("review", "list").exit == .needsAttention)
    let wrong = run("review", "admit", "1", "--value", "77", "--by", "An")
    #expect(wrong.exit == .userError)
    #expect(run("review", "admit", "1", "--by", "An", "--value", "2").exit == .done)
    #expect(run("review", "list").exit == .done)
    #expect(run("review", "list", "--all").out.contains("admitted with another value"))
    #expect(
      try centre.read { try $0.connection.integer("SELECT kind FROM household") } == 2)
    #expect(run("review", "reject", "1", "--by", "An", "--json").exit == .done)
    let decided = run("review", "list")
    #expect(decided.exit == .done)
    #expect(decided.out.contains("1 value was rejected and does not stand"))
    #expect(run("review", "list", "--all").out.contains("Ruled by"))
    #expect(
      try centre.read {
        try $0.connection.integer("SELECT count(*) FROM household WHERE kind IS NULL")
      } == 0)
  }

  @Test func `a time is admitted as people type it, not as a number`() throws {
    let run = try CommandRun(seed: 74)
    let centre = try centre(
      run, VisitTable.definition,
      [
        FieldWrite(VisitTable.number.id, .integer(1)),
        FieldWrite(VisitTable.startMinute.id, .integer(5_000)),
      ])
    #expect(run("review", "show", "1").out.contains("Field: Start"))
    let number = run("review", "admit", "1", "--value", "510", "--by", "An")
    #expect(number.exit == .userError)
    let time = run("review", "admit", "1", "--value", "08:30", "--by", "An")
    #expect(time.exit == .done, "\(time.error)")
    #expect(try centre.read { try $0.connection.integer("SELECT start_minute FROM visit") } == 510)
  }

  @Test func `an entry that was corrected since opens a conflict, which the answer names`() throws {
    let world = try CentreWorld(seed: 75)
    let laptop = try world.enrolLaptop("máy", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ một")
    func clock() -> ClockReading { world.clock.surroundings.clock() }
    let today = LocalDateTime(milliseconds: clock().wall.rawValue).date
    let visit = try laptop.field.addVisit(
      VisitDraft(
        household: household, date: today.adding(days: 300).iso, outcome: "met"),
      author: laptop.member, clock: clock()
    ).id
    try laptop.sync()
    _ = try laptop.field.editVisit(
      visit, VisitDraft(date: today.adding(days: -1).iso), author: laptop.member, clock: clock())
    try laptop.sync()
    #expect(world.run("review", "list", "--all").out.contains("corrected since"))
    let code = try laptop.field.reader.codeText(of: visit, in: VisitTable.definition)

    let preview = world.run("review", "admit", "1", "--by", "Lan", "--dry-run")
    #expect(preview.exit == .needsAttention && preview.out.contains("conflicts show \(code)"))
    #expect(world.run("status").exit == .done)
    let admitted = world.run("review", "admit", "1", "--by", "Lan", "--json")
    #expect(admitted.exit == .needsAttention)
    #expect(try admitted.json()["conflicts"] == 1)
    #expect(try admitted.json()["conflict_code"]?.textValue == code)
    #expect(world.run("conflicts", "show", code).out.contains("Date"))

    // Rejected after all, the visit goes on counting, with the date of the correction.
    let rejected = world.run("review", "reject", "1", "--by", "Lan")
    #expect(rejected.exit == .done, "\(rejected.out)")
    let date = Format.date(today.adding(days: -1))
    #expect(rejected.out.contains("\(code) is shown and counts, Date: \(date)"), "\(rejected.out)")
    #expect(try world.run("count", "--json").json()["total"]?["visits"] == 1)
    let list = world.run("review", "list").out
    #expect(list.contains("1 value was rejected and does not stand") && !list.contains("count"))
  }
}
