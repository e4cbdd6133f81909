import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct CountTests {
  @Test func `four numbers are counted apart`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let lan = try world.resident("Hồ Thị Lan", of: household)
    let visit = try world.visit(to: household)
    _ = try world.assist(at: visit, lan)
    _ = try world.assist(at: visit, lan, service: "vneid")
    _ = try world.assist(at: visit, nil)
    _ = try world.assist(at: visit, lan, evidence: nil)
    _ = try world.assist(at: visit, lan, outcome: "blocked", evidence: nil)
    _ = try world.laptop.addSubmission(
      SubmissionDraft(
        resident: lan, procedure: "1.001193", channel: "online", received: "18/11/2026"),
      author: try world.member(), clock: world.clock())
    let count = try world.laptop.reader.count(CountQuery(month()))
    #expect(count.total.visits == 1)
    #expect(count.total.countedAssists == 3)
    #expect(count.total.provisionalAssists == 1)
    #expect(count.total.otherAssists == 1)
    #expect(count.total.residents == 1)
    #expect(count.total.anonymousAssists == 1)
    #expect(count.total.submissions == 1)
    #expect(
      count.reasons == [
        Count.ReasonCount(reason: .evidenceMissing, assists: 1),
        Count.ReasonCount(reason: .blocked, assists: 1),
      ])
    #expect(count.undatedAssists == 0)
  }

  @Test func `a late visit counts on its own date`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let visit = try world.visit(to: household, on: "31/10/2026")
    _ = try world.assist(at: visit, nil)
    try world.sync(world.laptop)
    #expect(try world.centre.reader.count(CountQuery(month())).total.assists == 0)
    let october = try world.centre.reader.count(CountQuery(month("2026-10")))
    #expect(october.total.countedAssists == 1)
    #expect(october.total.visits == 1)
  }

  @Test func `an assist is judged by the rule alone`() {
    func verdict(_ change: (inout AssistFacts) -> Void) -> CountVerdict {
      var facts = AssistFacts(
        isVoided: false, visit: .standing(hasDate: true), outcome: .submitted,
        evidenceKind: .dossierCode, hasEvidenceText: true)
      change(&facts)
      return facts.verdict
    }
    #expect(verdict { _ in } == .counted)
    #expect(verdict { $0.outcome = .completed } == .counted)
    for kind in EvidenceKind.allCases { #expect(verdict { $0.evidenceKind = kind } == .counted) }
    #expect(verdict { $0.isVoided = true } == .notCounted(.voided))
    #expect(verdict { $0.visit = .voided } == .notCounted(.visitVoided))
    #expect(verdict { $0.visit = .rejected } == .notCounted(.visitRejected))
    #expect(verdict { $0.visit = .held } == .notCounted(.visitHeld))
    #expect(verdict { $0.outcome = .blocked } == .notCounted(.blocked))
    #expect(verdict { $0.outcome = .advised } == .notCounted(.advised))
    #expect(verdict { $0.outcome = .refused } == .notCounted(.refused))
    #expect(verdict { $0.outcome = nil } == .provisional(.outcomeMissing))
    #expect(verdict { $0.visit = .missing } == .provisional(.visitMissing))
    #expect(verdict { $0.visit = .standing(hasDate: false) } == .provisional(.dateMissing))
    #expect(verdict { $0.evidenceKind = nil } == .provisional(.evidenceMissing))
    #expect(verdict { $0.hasEvidenceText = false } == .provisional(.evidenceMissing))
  }

  @Test func `two members at one sitting are one assist, credited to both`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let both = [try world.member(), try world.member("Trần Thị Bình")].sorted()
    let visit = try world.laptop.addVisit(
      VisitDraft(household: household, outcome: "met", participants: both), author: both[0],
      clock: world.clock()
    ).id
    _ = try world.assist(at: visit, nil)
    let count = try world.laptop.reader.count(CountQuery(month(), by: [.member]))
    #expect(count.total.countedAssists == 1)
    #expect(count.groups.map(\.keys) == both.map { [.row($0)] })
    #expect(count.groups.map(\.numbers.countedAssists) == [1, 1])
    #expect(count.groups.map(\.numbers.visits) == [1, 1])
    #expect(count.groups.map(\.numbers.submissions) == [nil, nil])
    let own = try world.laptop.reader.count(
      CountQuery(month(), by: [.member], where: [.member: [.row(both[1])]]))
    #expect(own.total.countedAssists == 1)
    #expect(own.total.submissions == nil)
    #expect(own.groups.map(\.keys) == [[.row(both[1])]])
  }

  @Test func `groups stand along every dimension with words for their keys`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let visit = try world.visit(to: household)
    _ = try world.assist(at: visit, nil)
    _ = try world.assist(at: visit, nil, outcome: "blocked", evidence: nil, service: "vneid")
    let reader = world.laptop.reader
    func labels(_ dimension: CountDimension) throws -> [String] {
      try reader.count(CountQuery(month(), by: [dimension])).groups.map {
        try reader.label(of: $0.keys[0], along: dimension).english
      }
    }
    #expect(try labels(.team) == ["Tổ Xóm 1"])
    #expect(try labels(.member) == ["Nguyễn Văn An"])
    #expect(try labels(.service) == ["Birth registration", "VNeID level 2 activation"])
    #expect(try labels(.mode) == ["guided"])
    #expect(try labels(.outcome) == ["completed", "blocked"])
    #expect(try labels(.blockedReason) == ["no signal or network", "(not recorded)"])
    #expect(try labels(.day) == ["18/11/2026"])
    #expect(try labels(.week) == ["Week 47 of 2026 (16/11/2026–22/11/2026)"])
    #expect(try labels(.month) == ["Month 11/2026"])
    let two = try reader.count(CountQuery(month(), by: [.team, .service]))
    #expect(two.groups.count == 2)
    #expect(two.groups.allSatisfy { $0.numbers.visits == nil })
    #expect(CountDimension.parse(list: "team, blocked-reason") == [.team, .blockedReason])
    #expect(CountDimension.parse(list: "team,team") == nil)
    #expect(CountDimension.parse(list: "colour") == nil)
  }

  @Test func `voided and deleted records leave the count, and the explanation says why`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let visit = try world.visit(to: household)
    let first = try world.assist(at: visit, try world.resident(of: household))
    let second = try world.assist(at: visit, nil, evidence: nil)
    let laptop = world.laptop
    #expect(try laptop.reader.explainCount(of: first).verdict == .counted)
    let provisional = try laptop.reader.explainCount(of: second)
    #expect(provisional.verdict == .provisional(.evidenceMissing))
    #expect(provisional.lines.first?.vietnamese.hasPrefix("Tạm tính: chưa có minh chứng") == true)
    try laptop.void(.visit, visit, reason: "nhầm hộ", author: nil, clock: world.clock())
    #expect(
      try laptop.reader.explainCount(of: first).verdict == .notCounted(.visitVoided))
    let count = try laptop.reader.count(CountQuery(month()))
    #expect(count.total.visits == 0)
    #expect(count.total.countedAssists == 0)
    try laptop.restore(.visit, visit, author: nil, clock: world.clock())
    try laptop.store.commit(author: nil, clock: world.clock()) {
      try $0.delete(AssistTable.definition, first)
    }
    #expect(try laptop.reader.count(CountQuery(month())).total.countedAssists == 0)
  }

  @Test func `an assist whose visit is not here belongs to no period yet`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let scope = try world.laptop.reader.existing(Household.self, household).scope
    let stray = try world.laptop.store.commit(author: nil, clock: world.clock()) { act in
      try act.create(
        AssistTable.definition, in: scope,
        [(AssistTable.visit, .integer(4_711)), (AssistTable.outcome, .integer(1))])
    }
    let count = try world.laptop.reader.count(CountQuery(month()))
    #expect(count.total.assists == 0)
    #expect(count.undatedAssists == 1)
    #expect(
      try world.laptop.reader.explainCount(of: stray).verdict == .provisional(.visitMissing))
  }

  @Test func `assists without a period are as many whether all assists are read or few`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let scope = try world.laptop.reader.existing(Household.self, household).scope
    let member = try world.member()
    let visit = try world.visit(to: household)
    _ = try world.assist(at: visit, nil)
    let other = try world.visit(to: household, on: "02/10/2026")
    _ = try world.assist(at: other, nil)
    let strays = try world.laptop.store.commit(author: nil, clock: world.clock()) { act in
      try (0..<3).map { _ in
        try act.create(
          AssistTable.definition, in: scope,
          [
            (AssistTable.visit, .integer(4_711)), (AssistTable.outcome, .integer(1)),
            (AssistTable.participants, .integer(member.rawValue)),
            (AssistTable.participants, .integer(member.rawValue - 1)),
          ])
      }
    }
    try world.laptop.void(.assist, strays[0], reason: "nhầm", author: nil, clock: world.clock())
    try world.laptop.store.commit(author: nil, clock: world.clock()) { act in
      // A visit that is here and has lost its date holds its assists in no period either.
      try act.write(VisitTable.definition, other, [(VisitTable.date, .unset)])
    }
    func undated(_ query: CountQuery) throws -> Int {
      try world.laptop.reader.count(query).undatedAssists
    }
    // The month has one visit of four assists that are left: not enough to read all of them.
    #expect(try undated(CountQuery(month())) == 3)
    for _ in 0..<8 { _ = try world.visit(to: household) }
    #expect(try undated(CountQuery(month())) == 3)
    #expect(try undated(CountQuery(month(), by: [.member, .service])) == 3)
    #expect(try undated(CountQuery(month(), where: [.service: [.text("vneid")]])) == 3)
    let count = try world.laptop.reader.count(CountQuery(month(), by: [.team]))
    #expect(count.total.visits == 9 && count.groups.compactMap(\.numbers.visits) == [9])
    #expect(try world.laptop.reader.count(CountQuery(month())).total.visits == 9)
  }
}
