import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct AssistTests {
  @Test func `an assist takes the participants of its visit`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let both = [try world.member(), try world.member("Trần Thị Bình")].sorted()
    let visit = try world.laptop.addVisit(
      VisitDraft(household: household, outcome: "met", participants: both),
      author: both[0], clock: world.clock()
    ).id
    let id = try world.assist(at: visit, try world.resident(of: household))
    let assist = try world.laptop.reader.existing(Assist.self, id)
    #expect(try world.laptop.reader.participants(of: assist) == both)
    #expect(assist.codeText.hasPrefix("A-"))
    #expect(try world.laptop.reader.assists(visit: visit).map(\.id) == [id])
    #expect(try world.laptop.reader.assists(in: month("2026-10")).isEmpty)
  }

  @Test func `services must be on file, and blocks need their reason`() throws {
    let world = try FieldWorld()
    let visit = try world.visit(to: try world.household())
    func codes(_ draft: AssistDraft) -> [String] {
      var draft = draft
      draft.visit = visit
      return problems {
        _ = try world.laptop.addAssist(
          draft, author: try world.member(), clock: world.clock())
      }.map(\.code)
    }
    #expect(codes(AssistDraft()) == ["missing", "missing", "missing"])
    #expect(
      codes(AssistDraft(service: "9.999999", mode: "guided", outcome: "completed"))
        == ["unknown-service"])
    #expect(
      codes(AssistDraft(service: "1.001193", mode: "guided", outcome: "blocked"))
        == ["blocked-reason-needed"])
    #expect(
      codes(
        AssistDraft(
          service: "vneid", mode: "guided", outcome: "blocked", blockedReason: "khong co song"))
        == ["unknown-choice"])
    #expect(
      codes(
        AssistDraft(
          service: "vneid", mode: "guided", outcome: "completed", blockedReason: "no-network"))
        == ["blocked-reason-without-block"])
    #expect(
      codes(
        AssistDraft(
          service: "vneid", mode: "guided", outcome: "completed", evidenceKind: "receipt"))
        == ["evidence-text-needed"])
    #expect(
      codes(
        AssistDraft(service: "vneid", mode: "guided", outcome: "completed", evidence: "An"))
        == ["evidence-kind-needed"])
    #expect(
      codes(
        AssistDraft(
          service: "VNeID", mode: "làm thay", outcome: "bị vướng",
          blockedReason: "không có sóng, mạng")
      ).isEmpty)
  }

  @Test func `an edit away from blocked takes the reason along`() throws {
    let world = try FieldWorld()
    let visit = try world.visit(to: try world.household())
    let id = try world.assist(at: visit, nil, outcome: "blocked", evidence: nil)
    let saved = try world.laptop.editAssist(
      id, AssistDraft(outcome: "completed"), author: nil, clock: world.clock())
    #expect(saved.warnings == [.evidenceMissing])
    let assist = try world.laptop.reader.existing(Assist.self, id)
    #expect(assist.blockedReason == nil)
    #expect(assist.outcome == .completed)
  }

  @Test func `a withdrawn consent takes the name off and leaves the assist`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let id = try world.assist(
      at: try world.visit(to: household), try world.resident(of: household))
    var draft = AssistDraft()
    draft.removesResident = true
    _ = try world.laptop.editAssist(id, draft, author: nil, clock: world.clock())
    #expect(try world.laptop.reader.existing(Assist.self, id).resident == nil)
    let total = try world.laptop.reader.count(CountQuery(month())).total
    #expect([total.countedAssists, total.residents, total.anonymousAssists] == [1, 0, 1])
  }

  @Test func `a voided visit takes no more assists`() throws {
    let world = try FieldWorld()
    let visit = try world.visit(to: try world.household())
    try world.laptop.void(.visit, visit, reason: "nhầm", author: nil, clock: world.clock())
    #expect(fieldError { _ = try world.assist(at: visit, nil) } == .voided("visit"))
  }

  @Test func `a voided resident is refused, and stays with an assist that named them before`()
    throws
  {
    let world = try FieldWorld()
    let household = try world.household()
    let resident = try world.resident(of: household)
    let visit = try world.visit(to: household)
    let named = try world.assist(at: visit, resident)
    let nameless = try world.assist(at: visit, nil)
    let laptop = world.laptop
    try laptop.void(.resident, resident, reason: "nhầm", author: nil, clock: world.clock())
    let found = problems { _ = try world.assist(at: visit, resident) }
    #expect(found == [FieldProblem("resident", .voidedReference)])
    let draft = AssistDraft(resident: resident, note: "sửa lại")
    let edited = problems {
      _ = try laptop.editAssist(nameless, draft, author: nil, clock: world.clock())
    }
    #expect(edited == [FieldProblem("resident", .voidedReference)])
    _ = try laptop.editAssist(named, draft, author: nil, clock: world.clock())
    #expect(try laptop.reader.existing(Assist.self, named).note == "sửa lại")
  }

  @Test func `every choice has a name and words of its own in both languages`() {
    func check<Choice: RecordEnumeration>(_: Choice.Type) {
      for choice in Choice.allCases {
        #expect(!choice.words.vietnamese.isEmpty && !choice.words.english.isEmpty)
        #expect(Choice.parse(choice.name) == choice)
        #expect(Choice.parse(choice.words.vietnamese) == choice)
        #expect(Choice.parse(choice.words.english) == choice)
        #expect(Choice.parse(String(choice.rawValue)) == choice)
        for word in choice.otherWords { #expect(Choice.parse(word) == choice) }
      }
      #expect(Set(Choice.names).count == Choice.allCases.count)
      #expect(Choice(stored: 99) == nil)
    }
    check(HouseholdKind.self)
    check(Sex.self)
    check(VisitOutcome.self)
    check(DateSource.self)
    check(AssistMode.self)
    check(AssistOutcome.self)
    check(EvidenceKind.self)
    check(SubmissionStatus.self)
    check(SubmissionChannel.self)
    check(StoredServiceLevel.self)
    check(PlaceKind.self)
    check(ScopeKind.self)
    for reason in BlockedReason.allCases {
      #expect(BlockedReason.parse(reason.rawValue) == reason)
      #expect(BlockedReason.parse(reason.words.vietnamese) == reason)
    }
    for service in FieldService.allCases {
      #expect(ServiceNames.canonicalCode(service.rawValue) == service.rawValue)
      #expect(Procedures.procedure(code: service.rawValue) == nil)
    }
  }

  @Test func `a service is found by its code or by a whole name that it alone has`() throws {
    let world = try FieldWorld()
    func typedCode(_ text: String) throws -> String? {
      try world.laptop.reader.serviceCode(typed: text)
    }
    for typed in [
      "1.001193", "Thủ tục đăng ký khai sinh", "Đăng ký khai sinh", "dang ky khai sinh",
    ] {
      #expect(try typedCode(typed) == "1.001193", "\(typed)")
    }
    for service in FieldService.allCases {
      #expect(try typedCode(service.words.vietnamese) == service.rawValue)
      #expect(try typedCode(service.words.english) == service.rawValue)
    }
    for typed in ["", "khai sinh", "9.999999", String(repeating: "a", count: 4_000)] {
      #expect(try typedCode(typed) == nil, "\(typed.prefix(20))")
    }
  }

  @Test func `who records an assist is credited beside who took part`() throws {
    let world = try FieldWorld()
    let visit = try world.visit(to: try world.household())
    let binh = try world.member("Trần Thị Bình")
    let id = try world.laptop.addAssist(
      AssistDraft(
        visit: visit, service: "vneid", mode: "guided", outcome: "advised", participants: [binh]),
      author: try world.member(), clock: world.clock()
    ).id
    let assist = try world.laptop.reader.existing(Assist.self, id)
    let both = [try world.member(), binh].sorted()
    #expect(try world.laptop.reader.participants(of: assist) == both)
  }
}
