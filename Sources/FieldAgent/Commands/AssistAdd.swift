import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What can be typed about an assist, the same for `add` and `edit`.
enum AssistArguments {
  static let fields: [Argument] = [
    .option(
      "resident", "CODE",
      BilingualText(
        vi: "mã người dân; bỏ trống nếu từ chối ghi tên", en: "code of the resident, if named")),
    .option(
      "service", "CODE",
      BilingualText(
        vi: "mã thủ tục hoặc dịch vụ (xem guide)", en: "procedure or service (see guide)")),
    .option(
      "mode", "MODE",
      BilingualText(
        vi: "cách hỗ trợ: \(AssistMode.names.joined(separator: ", "))",
        en: "one of \(AssistMode.names.joined(separator: ", "))")),
    .option(
      "outcome", "OUTCOME",
      BilingualText(
        vi: "kết quả: \(AssistOutcome.names.joined(separator: ", "))",
        en: "one of \(AssistOutcome.names.joined(separator: ", "))")),
    .option(
      "blocked-reason", "CODE",
      BilingualText(
        vi: "vướng vì: \(BlockedReason.allCases.map(\.rawValue).joined(separator: ", "))",
        en: "one of \(BlockedReason.allCases.map(\.rawValue).joined(separator: ", "))")),
    .option(
      "evidence-kind", "KIND",
      BilingualText(
        vi: "minh chứng: \(EvidenceKind.names.joined(separator: ", "))",
        en: "one of \(EvidenceKind.names.joined(separator: ", "))")),
    .option(
      "evidence", "TEXT",
      BilingualText(
        vi: "mã hồ sơ, số biên lai hoặc ai nghe xác nhận",
        en: "dossier code, receipt number, or who heard it")),
    .option("minutes", "N", BilingualText(vi: "số phút", en: "minutes it took")),
    .option(
      "alone", "yes|no",
      BilingualText(vi: "giờ tự làm được chưa", en: "whether the resident can do it alone now")),
    .repeatedOption(
      "with", "MEMBER",
      BilingualText(vi: "người cùng hỗ trợ (mỗi người một lần)", en: "who took part")),
    .option(
      "language", "TAG", BilingualText(vi: "tiếng đã nói, như vi, hmn", en: "language spoken")),
    .option(
      "interpreter", "yes|no", BilingualText(vi: "có người phiên dịch", en: "with an interpreter")),
    .option(
      "beneficiary", "CHOICE",
      BilingualText(
        vi: "đối tượng: \(ChoiceList.beneficiary.names.joined(separator: ", "))",
        en: "one of \(ChoiceList.beneficiary.names.joined(separator: ", "))")),
    .option("note", "TEXT", BilingualText(vi: "ghi chú", en: "note")),
  ]

  static func draft(
    _ invocation: Invocation, _ recording: inout Recording, visit: RowID?
  ) throws -> AssistDraft {
    AssistDraft(
      visit: visit, resident: try recording.reference(invocation.text("resident"), .resident),
      service: invocation.text("service"), mode: invocation.text("mode"),
      outcome: invocation.text("outcome"), blockedReason: invocation.text("blocked-reason"),
      evidenceKind: invocation.text("evidence-kind"), evidence: invocation.text("evidence"),
      minutes: invocation.text("minutes"), aloneNow: invocation.text("alone"),
      participants: try recording.members(invocation.texts("with")),
      language: invocation.text("language"), interpreter: invocation.text("interpreter"),
      beneficiary: invocation.text("beneficiary"),
      note: invocation.text("note"))
  }
}

/// `assist add`.
struct AssistAdd: LaptopCommand {
  let surroundings: Surroundings
  let name = ["assist", "add"]
  let abstract = BilingualText(
    vi: "ghi một lượt hỗ trợ trong lượt thăm", en: "record help given at a visit")
  let arguments =
    [Argument.option("visit", "CODE", BilingualText(vi: "mã lượt thăm", en: "code of the visit"))]
    + AssistArguments.fields + [FormQuestion.Kind.codes.argument]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let visit = try recording.reference(invocation.text("visit"), .visit)
    let draft = try AssistArguments.draft(invocation, &recording, visit: visit)
    let questions = [
      FormQuestion.codes(recording.questionSource) {
        [
          TypedCode(
            evidenceOf: draft, field: "evidence", label: FieldLabel.words(of: "evidence"))
        ].compactMap(\.self)
      }
    ]
    return try recording.save(.assist, asking: questions) {
      try $0.addAssist(draft, author: $1, clock: $2)
    }
  }
}
