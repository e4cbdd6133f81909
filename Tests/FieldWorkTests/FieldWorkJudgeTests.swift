import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct FieldWorkJudgeTests {
  /// 18 November 2026.
  private let now = Timestamp(rawValue: 1_794_960_000_000)
  private let today: Int64 = 20_775

  private func objections(
    _ table: TableDefinition, _ field: FieldDefinition, _ value: Value, later: Bool = false,
    directory: Set<String> = []
  ) throws -> [String] {
    let row = try #require(Dot(rawValue: 300 << 39 | 1 << 19 | 1))
    let operation = Operation(
      dot: row, table: table.id, row: row, author: nil, time: now,
      writes: [FieldWrite(field.id, value)])
    return try FieldWorkJudge().objections(
      to: JudgedOperation(
        operation: operation, table: table, now: now, isFromLaterVersion: later,
        isInDirectory: { text, _, _ in directory.contains(text) })
    ).map { "\($0.reason.rawValue) \($0.detail)" }
  }

  @Test func `dates that hardly can be right are doubted, near ones are not`() throws {
    let visit = VisitTable.definition
    for day in [today, today - 400, today + 31, 18_262] {
      #expect(try objections(visit, VisitTable.date, .integer(day)).isEmpty)
    }
    for (day, detail) in [(18_261, "early"), (today + 32, "late"), (.max, "late"), (.min, "early")]
      as [(Int64, String)]
    {
      #expect(try objections(visit, VisitTable.date, .integer(day)) == ["doubtful-date \(detail)"])
    }
    #expect(
      try objections(
        SubmissionTable.definition, SubmissionTable.receivedMinute, .integer((today + 40) * 1_440))
        == ["doubtful-date late"])
    #expect(
      try objections(visit, VisitTable.returnDate, .integer(today + 300)).isEmpty)
  }

  @Test func `choices, numbers and texts that no form takes break a rule`() throws {
    let visit = VisitTable.definition
    #expect(
      try objections(visit, VisitTable.outcome, .integer(99)) == ["rule-broken unknown-choice"])
    // A later version may know what 99 is.
    #expect(try objections(visit, VisitTable.outcome, .integer(99), later: true).isEmpty)
    #expect(try objections(visit, VisitTable.minutes, .integer(-1)) == ["rule-broken negative"])
    #expect(
      try objections(visit, VisitTable.startMinute, .integer(1_440))
        == ["rule-broken number-out-of-range"])
    #expect(
      try objections(visit, VisitTable.note, .text("CCCD 040 095 001 234"))
        == ["rule-broken personal-id-in-text"])
    #expect(
      try objections(visit, VisitTable.note, .text(String(repeating: "a", count: 8_001)))
        == ["rule-broken text-too-long"])
    #expect(
      try objections(
        SubmissionTable.definition, SubmissionTable.dossierCode, .text("040095001234")
      ).isEmpty)
    #expect(
      try objections(ResidentTable.definition, ResidentTable.idHash, .bytes([1]))
        == ["rule-broken personal-id-form"])
    #expect(try objections(visit, VisitTable.note, .unset).isEmpty)
  }

  @Test func `every reason, rule and state has words in both languages`() {
    for reason in Objection.Reason.allCases {
      let words = ReviewWords.reason(reason.rawValue, detail: "")
      #expect(!words.vietnamese.isEmpty && words.vietnamese != words.english)
    }
    let details =
      EntryRule.allCases.map { (Objection.Reason.ruleBroken, $0.rawValue, $0.words) }
      + DoubtfulSide.allCases.map { (.doubtfulDate, $0.rawValue, $0.words) }
    for (reason, detail, expected) in details {
      let words = ReviewWords.reason(reason.rawValue, detail: detail)
      #expect(words == expected)
      #expect(!words.vietnamese.isEmpty && words.vietnamese != words.english)
    }
    #expect(Set(details.map(\.2)).count == details.count)
    // A rule of a later version stands for itself.
    #expect(ReviewWords.reason("rule-broken", detail: "of-later").english.contains("of-later"))
    for state in Review.State.allCases {
      #expect(ReviewWords.state(state).vietnamese != ReviewWords.state(state).english)
    }
    #expect(ReviewWords.reason("of-later", detail: "x").english == "of-later: x")
  }

  @Test func `a service is accepted that the directory has, in assists and in forms`() throws {
    for (table, field) in [
      (AssistTable.definition, AssistTable.service), (TallyTable.definition, TallyTable.service),
    ] {
      #expect(
        try objections(table, field, .text("tro-ly-ai")) == ["rule-broken unknown-service"])
      #expect(
        try objections(table, field, .text("tro-ly-ai"), directory: ["tro-ly-ai"]).isEmpty)
      #expect(try objections(table, field, .text("vneid")).isEmpty)
    }
  }
}
