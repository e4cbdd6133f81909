import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct SubmissionTests {
  private func submission(
    _ world: FieldWorld, within localLimit: String? = nil,
    _ change: (inout SubmissionDraft) -> Void = { _ in }
  ) throws -> SavedRecord {
    let household = try world.household()
    let resident = try world.resident(of: household)
    let visit = try world.visit(to: household)
    let assist = try world.assist(at: visit, resident, outcome: "submitted")
    var draft = SubmissionDraft(assist: assist, channel: "online", received: "20/11/2026 09:00")
    if localLimit != nil {
      // Twelve working days by the law.
      draft.procedure = "1.000080"
      draft.localLimit = localLimit
    }
    change(&draft)
    return try world.laptop.addSubmission(
      draft, author: try world.member(), clock: world.clock())
  }

  private func add(
    _ status: String, _ occurred: String, to id: RowID, _ world: FieldWorld,
    superseding event: RowID? = nil
  ) throws -> RowID {
    try world.laptop.addSubmissionEvent(
      SubmissionEventDraft(status: status, occurred: occurred, supersedes: event), to: id,
      author: try world.member(), clock: world.clock()
    ).id
  }

  @Test func `limit, level, units and team are copied in and the appointment skips the holiday`()
    throws
  {
    let world = try FieldWorld()
    let saved = try submission(world, within: "2 working-days")
    let record = try world.laptop.reader.existing(Submission.self, saved.id)
    #expect(record.procedure == "1.000080")
    #expect(record.channel == .online)
    #expect(record.serviceLevel == .partial)
    #expect(record.term == Term(2, .workingDays))
    // Friday 20 November, two working days: 23 November, then 25, for 24 is a holiday from 2026.
    #expect(record.appointment?.date == day("2026-11-25"))
    #expect(record.residenceUnit == "17713")
    #expect(record.receivingUnit == "17713")
    #expect(record.date == day("2026-11-20"))
    let member = try world.laptop.reader.existing(Member.self, try world.member())
    #expect(record.team == member.team)
    #expect(saved.warnings == [.dateInFuture(day("2026-11-20"))])
  }

  @Test func `the law's limit stands unless a local one or an appointment is given`() throws {
    let world = try FieldWorld()
    let plain = try world.laptop.reader.existing(Submission.self, try submission(world).id)
    #expect(plain.term == Term(1, .workingDays))
    let promised = try submission(world) { $0.appointment = "30/11/2026" }
    let record = try world.laptop.reader.existing(Submission.self, promised.id)
    #expect(record.appointment?.iso == "2026-11-30T17:00")
    let found = problems {
      _ = try submission(world) {
        $0.appointment = "19/11/2026"
        $0.localLimit = "bald"
        $0.residenceUnit = "99999"
        $0.dossierCode = String(repeating: "9", count: 41)
        $0.fee = "8.000 $"
      }
    }
    #expect(
      Set(found.map(\.code)) == [
        "appointment-before-receipt", "term-unreadable", "unknown-commune", "text-too-long",
        "number-unreadable",
      ])
  }

  @Test func `a local limit that ends later than the law's does not bind, and that is told`() throws
  {
    let world = try FieldWorld()
    let saved = try submission(world, within: "20 ngày")
    let record = try world.laptop.reader.existing(Submission.self, saved.id)
    let law = try #require(Term(12, .workingDays))
    #expect(record.term == law)
    #expect(saved.warnings.contains(.localLimitLonger(law)))
    let shorter = try submission(world, within: "12 working-days")
    #expect(!shorter.warnings.contains(.localLimitLonger(law)))
  }

  @Test func `amounts are read as people write them`() throws {
    let world = try FieldWorld()
    let saved = try submission(world) {
      $0.fee = "50.000 đ"
      $0.paidOnline = "50 000 đồng"
    }
    let record = try world.laptop.reader.existing(Submission.self, saved.id)
    #expect(record.fee == 50_000 && record.paidOnline == 50_000)
    let found = problems {
      _ = try submission(world) {
        $0.fee = "50,000"
        $0.paidOnline = "-1"
      }
    }
    #expect(found.map(\.code) == ["number-grouping", "number-negative"])
  }

  @Test func `an edit keeps the promised appointment unless receipt, limit or procedure change`()
    throws
  {
    let world = try FieldWorld()
    let id = try submission(world, within: "12 working-days") {
      $0.appointment = "30/11/2026 10:00"
    }.id
    func edit(_ draft: SubmissionDraft) throws -> Submission {
      _ = try world.laptop.editSubmission(id, draft, author: nil, clock: world.clock())
      return try world.laptop.reader.existing(Submission.self, id)
    }
    #expect(try edit(SubmissionDraft(dossierCode: "000.17.28")).appointment?.date.day == 30)
    #expect(try edit(SubmissionDraft(received: "20/11/2026 09:00")).appointment?.date.day == 30)
    let moved = try edit(SubmissionDraft(localLimit: "3 working-days"))
    #expect(moved.appointment?.date == day("2026-11-26"))
    #expect(moved.dossierCode == "000.17.28")
    #expect(try edit(SubmissionDraft(appointment: "27/11/2026")).term == Term(3, .workingDays))
    // The law's twelve working days hold again once the local limit is taken away.
    #expect(try edit(SubmissionDraft(localLimit: "")).term == Term(12, .workingDays))
    let other = try edit(SubmissionDraft(procedure: "1.001193"))
    #expect(other.term == Term(1, .workingDays))
    #expect(other.appointment?.date == day("2026-11-23"))
  }

  @Test func `an unknown procedure is told`() throws {
    let world = try FieldWorld()
    let found = problems { _ = try submission(world) { $0.procedure = "9.9" } }
    #expect(found == [FieldProblem("procedure", .unknownProcedure("9.9"))])
  }

  @Test func `a dossier's way leads from open to early, and overdue ones come first`() throws {
    let world = try FieldWorld()
    let laptop = world.laptop
    let id = try submission(world, within: "2 working-days").id
    let late = try submission(world) { $0.received = "02/11/2026 09:00" }.id
    let record = try laptop.reader.existing(Submission.self, id)
    func deadline(_ now: String) throws -> SubmissionDeadline {
      try laptop.deadline(
        of: record, asOf: try #require(LocalDateTime(iso: now)))
    }
    let due = try #require(LocalDateTime(iso: "2026-11-25T17:00"))
    #expect(try deadline("2026-11-20T10:00") == .judged(.open(workingDaysLeft: 2), due: due))
    #expect(try deadline("2026-11-25T17:00") == .judged(.dueToday, due: due))
    #expect(try deadline("2026-11-27T08:00") == .judged(.overdue(workingDays: 2), due: due))
    let now = try #require(LocalDateTime(iso: "2026-11-20T10:00"))
    #expect(try laptop.waitingSubmissions(asOf: now).map(\.submission.id) == [late, id])
    #expect(
      try laptop.waitingSubmissions(asOf: now, onlyOverdue: true).map(\.submission.id) == [late])
    _ = try add("registered", "20/11/2026 09:00", to: id, world)
    _ = try add("done", "23/11/2026 15:00", to: id, world)
    #expect(try deadline("2026-11-30T08:00") == .judged(.early(workingDays: 1), due: due))
    // What happened on the 23rd was not known on the 20th.
    #expect(try deadline("2026-11-20T10:00") == .judged(.open(workingDaysLeft: 2), due: due))
    #expect(try laptop.waitingSubmissions(asOf: now).map(\.submission.id) == [late, id])
    let afterwards = try #require(LocalDateTime(iso: "2026-11-23T15:00"))
    #expect(try laptop.waitingSubmissions(asOf: afterwards).map(\.submission.id) == [late])
  }

  @Test func `a supplement pauses the clock and a second request is late`() throws {
    let world = try FieldWorld()
    let laptop = world.laptop
    let id = try submission(world, within: "2 working-days").id
    let record = try laptop.reader.existing(Submission.self, id)
    let now = try #require(LocalDateTime(iso: "2026-12-10T10:00"))
    _ = try add("accepted", "20/11/2026 09:10", to: id, world)
    _ = try add("supplement", "20/11/2026 10:00", to: id, world)
    #expect(
      try laptop.deadline(of: record, asOf: now)
        == .paused(since: try #require(LocalDateTime(iso: "2026-11-20T10:00"))))
    _ = try add("processing", "27/11/2026 09:00", to: id, world)
    // Two working days after the answer of Friday 27: Tuesday 1 December.
    #expect(try laptop.deadline(of: record, asOf: now).due?.date == day("2026-12-01"))
    _ = try add("supplement", "30/11/2026 10:00", to: id, world)
    _ = try add("processing", "30/11/2026 11:00", to: id, world)
    _ = try add("done", "30/11/2026 16:00", to: id, world)
    #expect(try laptop.deadline(of: record, asOf: now).name == "late")
  }

  @Test func `a final status stays unless an event supersedes the one that brought it`() throws {
    let world = try FieldWorld()
    let id = try submission(world).id
    _ = try add("registered", "20/11/2026 09:00", to: id, world)
    let mistake = try add("withdrawn", "21/11/2026 09:00", to: id, world)
    #expect(
      fieldError { _ = try add("processing", "22/11/2026 09:00", to: id, world) }
        == .statusCannotFollow(.processing, after: .withdrawn))
    #expect(try world.laptop.reader.events(of: id).count == 2)
    _ = try add("accepted", "21/11/2026 09:30", to: id, world, superseding: mistake)
    let timeline = try world.laptop.reader.timeline(of: id)
    #expect(timeline.status == .accepted)
    #expect(timeline.ended == nil)
    #expect(timeline.steps.map(\.isInForce) == [true, false, true])
    let last = try #require(timeline.steps.last?.event.id)
    #expect(
      fieldError {
        try world.laptop.voidSubmissionEvent(
          last, of: mistake, reason: "nhầm", author: nil, clock: world.clock())
      } == .noSuchRecord("submission_event"))
    try world.laptop.voidSubmissionEvent(
      last, of: id, reason: "nhầm", author: nil,
      clock: world.clock())
    #expect(try world.laptop.reader.timeline(of: id).status == .withdrawn)
  }

  @Test func `any order of events folds to the same status`() throws {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<500 {
      let events = (1...8).compactMap(RowID.init(rawValue:)).map { id in
        SubmissionEvent(
          id: id,
          status: SubmissionStatus.allCases.randomElement(using: &random),
          occurred: LocalDateTime(storedMinute: Int64.random(in: 0...3, using: &random)),
          supersedes: Bool.random(using: &random)
            ? RowID(rawValue: Int64.random(in: 1...8, using: &random)) : nil,
          voidReason: Int.random(in: 0...5, using: &random) == 0 ? "x" : nil)
      }
      let timeline = SubmissionTimeline(events)
      #expect(SubmissionTimeline(events.shuffled(using: &random)) == timeline)
      #expect(timeline.steps.count == 8)
      var status: SubmissionStatus?
      for step in timeline.steps where step.isInForce {
        #expect(step.event.status?.canFollow(status) ?? false)
        status = step.event.status
      }
      #expect(status == timeline.status)
    }
  }

  @Test func `only plain amounts are taken as fees`() throws {
    func fee(_ code: String, _ channel: ProcedureChannel) throws -> Int64? {
      SubmissionTerms.fee(of: try #require(Procedures.procedure(code: code)), by: channel)
    }
    #expect(try fee("1.001193", .online) == nil)
    #expect(try fee("1.000014", .direct) == nil)
    let known = Procedures.all.compactMap { SubmissionTerms.fee(of: $0, by: .direct) }
    #expect(known.contains(8_000))
    #expect(known.allSatisfy { $0 == 0 || $0 >= 1_000 })
  }

  @Test(arguments: [
    ("8000", "8.000 đ", "8,000 VND"), ("10000 /trường hợp", "10.000 đ/trường hợp", "10,000"),
    ("0", "0 đ", "0 VND"), ("10 /bản", "“10 /bản” như cổng ghi", "“10 /bản” as the portal writes"),
    ("Miễn lệ phí", "Miễn lệ phí", "Miễn lệ phí"), ("", "", ""),
  ]) func `a fee is told with its currency, and else as the portal wrote it`(
    text: String, vietnamese: String, english: String
  ) {
    #expect(PortalFee(text).words.vietnamese == vietnamese)
    #expect(PortalFee(text).words.english.hasPrefix(english))
  }

  @Test func `nothing happens to a dossier before it was received`() throws {
    let world = try FieldWorld()
    let id = try submission(world) { $0.received = "18/11/2026 07:45" }.id
    let found = problems { _ = try add("done", "17/11/2026 15:00", to: id, world) }
    #expect(found.map(\.code) == ["event-before-receipt"])
    _ = try add("registered", "18/11/2026", to: id, world)
    let later = try world.laptop.addSubmissionEvent(
      SubmissionEventDraft(status: "processing", occurred: "18/11/2026 23:00"), to: id,
      author: try world.member(), clock: world.clock())
    #expect(later.warnings.map(\.code) == ["date-in-future"])
  }

  @Test func `a day without an hour stays one, and its limit runs from the start of the day`()
    throws
  {
    let world = try FieldWorld()
    let id = try submission(world, within: "4 hours") { $0.received = "18/11/2026" }.id
    let known = { try world.laptop.reader.existing(Submission.self, id) }
    #expect(try known().received?.isoAsKnown == "2026-11-18")
    let midnight = Int64(day("2026-11-18").daysSince1970) * 1440
    #expect(try known().received?.storedMinute == midnight)
    #expect(try known().receivedWords?.english.contains("18/11/2026 (hour not known") == true)
    #expect(try known().appointment?.iso == "2026-11-18T11:00")
    func edit(_ change: (inout SubmissionDraft) -> Void) throws {
      var draft = SubmissionDraft()
      change(&draft)
      _ = try world.laptop.editSubmission(
        id, draft, author: try world.member(), clock: world.clock())
    }
    // What else is changed invents no hour; one that is learned later is taken, and taken back.
    try edit { $0.localLimit = "2 hours" }
    #expect(try known().received?.isoAsKnown == "2026-11-18")
    try edit { $0.received = "18/11/2026 08:30" }
    #expect(try known().receivedWords?.english == "18/11/2026 08:30")
    #expect(try known().appointment?.iso == "2026-11-18T10:30")
    try edit { $0.received = "18/11/2026" }
    #expect(try known().received?.isDayAlone == true)
  }

  @Test func `news of a day without an hour has none, and is in time on the day it is due`() throws
  {
    let world = try FieldWorld()
    let id = try submission(world, within: "4 hours") { $0.received = "18/11/2026 07:45" }.id
    let event = try add("result-returned", "18/11/2026", to: id, world)
    let timeline = try world.laptop.reader.timeline(of: id)
    let step = try #require(timeline.steps.first { $0.event.id == event })
    #expect(step.event.occurred?.isoAsKnown == "2026-11-18" && step.isInForce)
    let submission = try world.laptop.reader.existing(Submission.self, id)
    let standing = try world.laptop.deadline(
      of: submission, asOf: LocalDateTime(day("2026-11-19"), minuteOfDay: 600))
    #expect(standing == .judged(.onTime, due: LocalDateTime(day("2026-11-18"), minuteOfDay: 825)))
    let earlier = problems { _ = try add("done", "17/11/2026", to: id, world) }
    #expect(earlier.map(\.code) == ["event-before-receipt"])
  }

  @Test func `where a day has news with an hour, the next of that day needs one too`() throws {
    let world = try FieldWorld()
    let id = try submission(world) { $0.received = "17/11/2026" }.id
    let accepted = try add("accepted", "18/11/2026 07:30", to: id, world)
    let found = problems { _ = try add("supplement-requested", "18/11/2026", to: id, world) }
    #expect(found.map(\.code) == ["hour-needed"])
    #expect(found.first?.words.english.contains("news of 07:30 already") == true)
    // In the place of that news it stands alone.
    _ = try add("registered", "18/11/2026", to: id, world, superseding: accepted)
    _ = try add("supplement-requested", "18/11/2026", to: id, world)
    #expect(try world.laptop.reader.timeline(of: id).status == .supplementRequested)
  }

  @Test func `a dossier needs its channel and is not paid beyond its fee`() throws {
    let world = try FieldWorld()
    let found = problems {
      _ = try submission(world) {
        $0.channel = nil
        $0.fee = "8.000"
        $0.paidOnline = "9.000"
      }
    }
    #expect(Set(found.map(\.code)) == ["missing", "paid-more-than-fee"])
  }
}
