import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What can be typed about a dossier, the same for `add` and `edit`.
enum SubmissionArguments {
  static let fields: [Argument] = [
    .option("resident", "CODE", BilingualText(vi: "mã người dân", en: "code of the resident")),
    .option("procedure", "CODE", BilingualText(vi: "mã thủ tục", en: "code of the procedure")),
    .option(
      "channel", "CHANNEL",
      BilingualText(
        vi: "cách nộp: \(SubmissionChannel.names.joined(separator: ", "))",
        en: "one of \(SubmissionChannel.names.joined(separator: ", "))")),
    .option("portal", "TEXT", BilingualText(vi: "cổng dịch vụ công", en: "portal it was filed on")),
    .option(
      "dossier", "CODE", BilingualText(vi: "mã hồ sơ của cổng", en: "the portal's dossier code")),
    .option("residence", "COMMUNE", BilingualText(vi: "mã xã nơi ở", en: "commune of residence")),
    .option("receiving", "COMMUNE", BilingualText(vi: "mã xã tiếp nhận", en: "receiving commune")),
    .option("competent", "COMMUNE", BilingualText(vi: "mã xã giải quyết", en: "deciding commune")),
    .option(
      "received", "TIME",
      BilingualText(
        vi: "lúc nộp, như “18/11/2026 08:30”, hoặc chỉ ngày",
        en: "when, such as “18/11/2026 08:30”, or the day alone")),
    .option(
      "limit", "TERM",
      BilingualText(vi: "thời hạn ngắn hơn của địa phương", en: "shorter local limit")),
    .option(
      "appointment", "TIME", BilingualText(vi: "ngày hẹn trả đã ghi", en: "promised appointment")),
    .option(
      "fee", "DONG", BilingualText(vi: "phí, lệ phí, như “50.000 đ”", en: "fee, such as 50.000")),
    .option(
      "paid", "DONG", BilingualText(vi: "đã nộp trực tuyến (đồng)", en: "paid online, in đồng")),
    .option("session", "CODE", BilingualText(vi: "nộp tại buổi phục vụ", en: "filed at a session")),
    .option("files", "N", BilingualText(vi: "số thành phần hồ sơ", en: "component files")),
    .option("digitised", "N", BilingualText(vi: "trong đó đã số hóa", en: "of them digitised")),
    .option(
      "electronic-result", "yes|no",
      BilingualText(vi: "kết quả trả bản điện tử", en: "result issued electronically")),
    .option("note", "TEXT", BilingualText(vi: "ghi chú", en: "note")),
  ]

  static func draft(
    _ invocation: Invocation, _ recording: inout Recording, assist: RowID?
  ) throws -> SubmissionDraft {
    SubmissionDraft(
      assist: assist, resident: try recording.reference(invocation.text("resident"), .resident),
      procedure: invocation.text("procedure"), channel: invocation.text("channel"),
      portal: invocation.text("portal"), dossierCode: invocation.text("dossier"),
      residenceUnit: invocation.text("residence"), receivingUnit: invocation.text("receiving"),
      competentUnit: invocation.text("competent"), received: invocation.text("received"),
      localLimit: invocation.text("limit"), appointment: invocation.text("appointment"),
      fee: invocation.text("fee"), paidOnline: invocation.text("paid"),
      session: try recording.reference(invocation.text("session"), .session),
      files: invocation.text("files"), filesDigitised: invocation.text("digitised"),
      electronicResult: invocation.text("electronic-result"),
      note: invocation.text("note"))
  }

  /// Says what was saved, and when the result is due.
  static func answer(
    _ saved: SavedRecord, _ recording: Recording, _ console: Console, isNew: Bool
  ) throws {
    try recording.answer(
      saved, code: saved.codeText, RecordCode.Kind.submission.words, isNew: isNew)
    let submission = try recording.laptop.records.reader.existing(Submission.self, saved.id)
    if !console.isJSON, let due = submission.appointment {
      let limit = submission.limitWords.map {
        BilingualText(vi: " (\($0.vietnamese))", en: " (\($0.english))")
      }
      console.say(
        BilingualText(
          vi: "Hẹn trả kết quả: \(Format.dateTime(due))\(limit?.vietnamese ?? "").",
          en: "The result is due \(Format.dateTime(due))\(limit?.english ?? "")."))
    }
  }
}

/// `submission add`: a dossier with its deadline in working days.
struct SubmissionAdd: LaptopCommand {
  let surroundings: Surroundings
  let name = ["submission", "add"]
  let abstract = BilingualText(vi: "ghi một hồ sơ đã nộp", en: "record a dossier that was filed")
  let arguments =
    [
      Argument.option(
        "assist", "CODE", BilingualText(vi: "mã lượt hỗ trợ", en: "code of the assist"))
    ]
    + SubmissionArguments.fields + [FormQuestion.Kind.moments, .codes].map(\.argument)

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    var recording = try Recording(self, invocation, console)
    let assist = try recording.reference(invocation.text("assist"), .assist)
    let draft = try SubmissionArguments.draft(invocation, &recording, assist: assist)
    let source = recording.questionSource
    let questions: [FormQuestion] = [
      .moments(source) { _ in
        [TypedMoment(draft.received, "received", FieldLabel.words(of: "received_minute"))]
      },
      .codes(source) {
        [
          TypedCode(
            field: "dossier", label: FieldLabel.words(of: "dossier_code"),
            text: draft.dossierCode ?? "")
        ]
      },
    ]
    let saved = try recording.written(asking: questions) { records, author, clock in
      try records.together(author: author, clock: clock) {
        try records.addSubmissionLater(draft, author: author, clock: clock)
      }
    }
    try SubmissionArguments.answer(saved, recording, console, isNew: true)
    return .done
  }
}
