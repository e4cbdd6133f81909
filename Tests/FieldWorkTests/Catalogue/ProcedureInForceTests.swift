import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// What the centre keeps about procedures, services and days, used by the next dossier.
@Suite struct ProcedureInForceTests {
  /// Twelve working days by the catalogue that the program brings.
  private static let code = "1.000080"
  private let world: FieldWorld

  init() throws { world = try FieldWorld() }

  @discardableResult private func keep(
    _ form: RecordForm, _ fields: [String: String]
  ) throws -> RowID {
    let draft = FormDraft(form, fields)
    let saved = try world.centre.add(
      form, draft, author: try world.member(), clock: world.clock())
    try world.sync(world.laptop)
    return saved.id
  }

  @discardableResult private func version(
    _ fields: [String: String], of code: String = Self.code
  ) throws -> RowID {
    try keep(RecordForms.procedureVersion, fields.merging(["code": code]) { $1 })
  }

  private func submit(
    _ received: String = "20/11/2026 09:00", procedure: String = Self.code,
    _ change: (inout SubmissionDraft) -> Void = { _ in }
  ) throws -> (record: Submission, warnings: [RecordWarning]) {
    let household = try world.household()
    var draft = SubmissionDraft(
      resident: try world.resident(of: household), procedure: procedure, channel: "direct",
      received: received)
    change(&draft)
    let saved = try world.laptop.addSubmission(
      draft, author: try world.member(), clock: world.clock())
    return (try world.laptop.reader.existing(Submission.self, saved.id), saved.warnings)
  }

  @Test func `the nearest unit's version of the day gives limit, level and fee, and is remembered`()
    throws
  {
    let national = try version([
      "from": "01/01/2026", "limit": "10", "limit-unit": "working-days", "fee": "8000",
      "level": "full",
    ])
    let province = try version([
      "from": "01/03/2026", "unit": "40", "local-limit": "7", "local-limit-unit": "working-days",
    ])
    let commune = try version([
      "from": "01/07/2026", "to": "31/12/2026", "unit": "17713", "local-limit": "3",
      "local-limit-unit": "working-days", "fee": "5000",
    ])
    try version(["from": "01/07/2026", "unit": "00004", "fee": "1"])
    let near = try submit().record
    #expect(near.term == Term(3, .workingDays))
    #expect(near.limitBasis == .unit)
    #expect(near.procedureVersion == commune)
    #expect(near.serviceLevel == .full)
    #expect(near.fee == 5_000)
    // Received by another commune of the province.
    let beside = try submit { $0.receivingUnit = "17728" }.record
    #expect(beside.term == Term(7, .workingDays))
    #expect(beside.procedureVersion == province)
    #expect(beside.fee == 8_000)
    // The unit that decides counts, not the one that received it.
    let decided = try submit {
      $0.receivingUnit = "17713"
      $0.competentUnit = "17728"
    }.record
    #expect(decided.term == Term(7, .workingDays))
    let before = try submit("27/02/2026 09:00").record
    #expect(before.term == Term(10, .workingDays))
    #expect(before.limitBasis == .law)
    #expect(before.procedureVersion == national)
    let longBefore = try submit("15/12/2025 09:00").record
    #expect(longBefore.term == Term(12, .workingDays))
    #expect(longBefore.limitBasis == .law)
    #expect(longBefore.procedureVersion == nil)
    // After work on the last day of the commune's limit it counts as received on the next.
    #expect(try submit("31/12/2026 17:01").record.term == Term(7, .workingDays))
    #expect(try submit("31/12/2026 17:00").record.term == Term(3, .workingDays))
  }

  @Test
  func `two versions of one procedure, unit and day are told where they are written and read`()
    throws
  {
    func add(_ fields: [String: String]) throws -> SavedRecord {
      try world.centre.add(
        RecordForms.procedureVersion,
        FormDraft(RecordForms.procedureVersion, fields.merging(["code": Self.code]) { $1 }),
        author: try world.member(), clock: world.clock())
    }
    func isDisputed() throws -> Bool? {
      try world.sync(world.laptop)
      let day = try #require(LocalDate(year: 2026, month: 11, day: 20))
      return try world.laptop.reader.procedure(Self.code, of: "17713", on: day)?.isDisputed
    }
    let first = try add(["from": "01/07/2026", "unit": "17713", "fee": "5000"])
    #expect(first.warnings == [])
    // Another unit, and another day, are what versions are for.
    #expect(try add(["from": "01/07/2026", "fee": "8000"]).warnings == [])
    let later = try add(["from": "01/08/2026", "unit": "17713", "fee": "6000"])
    #expect(later.warnings == [])
    #expect(try isDisputed() == false)
    let twin = try add(["from": "01/08/2026", "unit": "17713", "fee": "7000"])
    #expect(twin.warnings == [.versionOfSameDay(1)])
    #expect(try isDisputed() == true)
    let moved = try world.centre.edit(
      RecordForms.procedureVersion, first.id,
      FormDraft(RecordForms.procedureVersion, ["from": "01/08/2026"]), author: try world.member(),
      clock: world.clock())
    #expect(moved.warnings == [.versionOfSameDay(2)])
    for row in [first.id, twin.id] {
      try world.centre.void(
        RecordForms.procedureVersion, row, reason: "nhầm", author: try world.member(),
        clock: world.clock())
    }
    #expect(try isDisputed() == false)
  }

  @Test func `a promise stays when the centre changes the data, and the difference is told`()
    throws
  {
    let promised = try submit().record
    #expect(promised.appointment?.iso == "2026-12-09T17:00")
    #expect(try world.laptop.promiseDifference(of: promised) == nil)
    let version = try version([
      "from": "01/01/2026", "unit": "17713", "local-limit": "2",
      "local-limit-unit": "working-days",
    ])
    try keep(
      RecordForms.calendarDay, ["date": "23/11/2026", "kind": "day-off", "unit": "17713"])
    for store in [world.laptop, world.centre] {
      try world.sync(world.laptop)
      let again = try store.reader.existing(Submission.self, promised.id)
      #expect(again.appointment == promised.appointment)
      #expect(again.term == promised.term)
      // Two working days after the 20th: 23 closed, 24 a holiday, so the 25th and the 26th.
      let difference = try #require(try store.promiseDifference(of: again))
      #expect(difference.term == Term(2, .workingDays))
      #expect(difference.appointment?.iso == "2026-11-26T17:00")
    }
    #expect(try submit().record.appointment?.iso == "2026-11-26T17:00")
    try world.centre.void(
      RecordForms.procedureVersion, version, reason: "nhầm", author: nil, clock: world.clock())
    try world.sync(world.laptop)
    #expect(
      try world.laptop.promiseDifference(of: promised)?.appointment?.iso == "2026-12-10T17:00")
    let typed = try submit { $0.localLimit = "2 working-days" }.record
    #expect(typed.limitBasis == .typed)
    #expect(try world.laptop.promiseDifference(of: typed) == nil)
  }

  @Test func `a receipt put right to another day takes that day's limit, and no other edit does`()
    throws
  {
    let id = try submit().record.id
    try version([
      "from": "01/11/2026", "to": "30/11/2026", "limit": "4", "limit-unit": "working-days",
    ])
    func edit(_ draft: SubmissionDraft) throws -> Submission {
      _ = try world.laptop.editSubmission(id, draft, author: nil, clock: world.clock())
      return try world.laptop.reader.existing(Submission.self, id)
    }
    #expect(try edit(SubmissionDraft(received: "20/11/2026 10:00")).term == Term(12, .workingDays))
    #expect(try edit(SubmissionDraft(note: "đã gọi")).procedureVersion == nil)
    let moved = try edit(SubmissionDraft(received: "19/11/2026 10:00"))
    #expect(moved.term == Term(4, .workingDays))
    #expect(moved.procedureVersion != nil)
    #expect(moved.appointment?.iso == "2026-11-26T17:00")
    #expect(try edit(SubmissionDraft(received: "01/12/2026 08:00")).term == Term(12, .workingDays))
  }

  @Test func `a dossier that names nobody has the units and limit of the visited household`() throws
  {
    try version([
      "from": "15/11/2026", "unit": "17713", "local-limit": "2", "local-limit-unit": "working-days",
    ])
    let visit = try world.visit(to: try world.household())
    let assist = try world.assist(
      at: visit, nil, outcome: "submitted", evidence: nil, service: Self.code)
    func dossier(_ received: String) throws -> SavedRecord {
      try world.laptop.addSubmission(
        SubmissionDraft(assist: assist, channel: "direct", received: received),
        author: try world.member(), clock: world.clock())
    }
    let saved = try dossier("20/11/2026 09:00")
    let record = try world.laptop.reader.existing(Submission.self, saved.id)
    #expect(record.resident == nil)
    #expect(record.residenceUnit == "17713")
    #expect(record.receivingUnit == "17713")
    #expect(record.limitBasis == .unit)
    #expect(record.term == Term(2, .workingDays))
    #expect(record.appointment?.iso == "2026-11-25T17:00")
    // What is wrong with a day is told of the visited hamlet too.
    let then = "27/06/2025 09:00"
    let early = try dossier(then).warnings
    let changed = try world.laptop.editSubmission(
      saved.id, SubmissionDraft(received: then), author: try world.member(), clock: world.clock()
    ).warnings
    for warnings in [early, changed] {
      #expect(warnings.contains(.unitNotThen("Xã Đại Đồng", day("2025-06-27"))))
    }
  }

  @Test func `days of the deciding unit count for its dossiers, for the waiting ones and rates`()
    throws
  {
    try keep(
      RecordForms.calendarDay, ["date": "23/11/2026", "kind": "day-off", "unit": "17713"])
    try keep(RecordForms.calendarDay, ["date": "28/11/2026", "kind": "worked-saturday"])
    let here = try submit { $0.localLimit = "3 working-days" }.record
    // 23 closed, 24 a holiday: 25, 26, 27.
    #expect(here.appointment?.iso == "2026-11-27T17:00")
    let there = try submit {
      $0.localLimit = "3 working-days"
      $0.receivingUnit = "17728"
    }.record
    #expect(there.appointment?.iso == "2026-11-26T17:00")
    let monday = try #require(LocalDateTime(iso: "2026-11-30T08:00"))
    let waiting = try world.laptop.waitingSubmissions(asOf: monday)
    #expect(
      waiting.map(\.deadline) == [
        .judged(.overdue(workingDays: 3), due: try #require(there.appointment)),
        .judged(.overdue(workingDays: 2), due: try #require(here.appointment)),
      ])
    try world.sync(world.laptop)
    func daysLate(_ calendars: UnitCalendars) throws -> [Int] {
      let facts = try world.centre.reader.dossierFacts(
        CountQuery(month()), along: nil, asOf: monday, calendars)
      return facts[.none, default: []].compactMap(\.daysLate).sorted()
    }
    #expect(try daysLate(world.centre.reader.calendars()) == [2, 3])
    #expect(try daysLate(UnitCalendars(Holidays.national, [])) == [1, 2])
  }

  @Test func `what is not in force on the day is warned about, and stands`() throws {
    try version(["from": "01/01/2025", "to": "30/06/2026", "name": "Thủ tục cũ"])
    try version(["from": "01/01/2025", "unit": "17713", "fee": "1000"])
    let told = try submit().warnings.compactMap { warning -> ProcedureInForce.Lapse? in
      guard case .notInForce(let name, let date, let lapse) = warning else { return nil }
      return name.vietnamese == "Thủ tục cũ" && date == day("2026-11-20") ? lapse : nil
    }
    #expect(told == [.ended(day("2026-06-30"))])
    #expect(!(try submit("30/06/2026 09:00").warnings.contains { $0.code == "not-in-force" }))
    try version(["from": "01/12/2026", "limit": "1", "limit-unit": "working-days"])
    #expect(!(try submit("01/12/2026 09:00").warnings.contains { $0.code == "not-in-force" }))
    // A code that the directory alone knows is taken, and holds where it says so.
    try version(
      [
        "from": "01/12/2026", "name": "Thủ tục mới", "unit": "40", "limit": "2",
        "limit-unit": "working-days",
      ], of: "9.000123")
    let early = try submit(procedure: "9.000123")
    #expect(early.warnings.contains { $0.code == "not-in-force" })
    #expect(early.warnings.contains(.noTimeLimit))
    let right = try submit("01/12/2026 09:00", procedure: "9.000123")
    #expect(!right.warnings.contains { $0.code == "not-in-force" })
    #expect(right.record.appointment?.iso == "2026-12-03T17:00")
    let found = problems { _ = try submit(procedure: "9.000124") }
    #expect(found == [FieldProblem("procedure", .unknownProcedure("9.000124"))])
  }

  @Test func `a service that the directory ended is warned about on the days after`() throws {
    try keep(
      RecordForms.service,
      ["code": "smartphone-basics", "name": "Dùng điện thoại", "to": "17/11/2026"])
    let household = try world.household()
    func warnings(_ date: String, _ service: String) throws -> [String] {
      let visit = try world.visit(to: household, on: date)
      return try world.laptop.addAssist(
        AssistDraft(
          visit: visit, service: service, mode: "guided", outcome: "completed",
          evidenceKind: "spoken", evidence: "An"),
        author: try world.member(), clock: world.clock()
      ).warnings.map(\.code)
    }
    #expect(try warnings("18/11/2026", "smartphone-basics") == ["not-in-force"])
    #expect(try warnings("17/11/2026", "smartphone-basics") == [])
    #expect(try warnings("18/11/2026", "vneid") == [])
    try version(["from": "01/01/2025", "to": "30/06/2026"])
    #expect(try warnings("18/11/2026", Self.code) == ["not-in-force"])
  }
}
