import FieldWork
import Pages
import SyncProtocol
import Web

/// One assist within the form of a visit: resident, service, mode, outcome, evidence, dossier.
struct AssistBlock {
  /// Its number among the fields, `assist-2-service`; it keeps it when another is removed.
  let number: Int
  /// What a person counts.
  let heading: Int
  let draft: PageDraft
  let residents: [Resident]
  let problems: FormProblems
  /// Whether it changes an assist that was saved before: alone, and without its dossier.
  var isCorrection = false

  /// The fields that "same as the last" takes over.
  static let repeated = ["service", "mode", "outcome", "blocked_reason"]

  /// What it is called.
  var title: BilingualText {
    BilingualText(vi: "Lượt hỗ trợ \(heading)", en: "Assist \(heading)")
  }

  private func name(_ field: String) -> String { "assist-\(number)-\(field)" }
  private func value(_ field: String) -> String { draft[name(field)] ?? "" }

  func html(_ language: Language, _ reader: RecordReader) throws -> HTML {
    try element("fieldset", ["class": "assist", "id": "assist-\(number)"]) {
      element("legend") {
        isCorrection
          ? FieldLabel.words(of: "assist").text(in: language) : title.text(in: language)
      }
      try element("div", ["class": "field-grid"]) {
        field(
          "resident",
          .choice(
            [("", BilingualText(vi: "không ghi tên", en: "without a name"))]
              + residents.map { (String($0.id.rawValue), words(of: $0)) }), language)
        try ServiceBox(
          name: name("service"), label: FieldLabel.words(of: "service"), value: value("service"),
          error: problems[name("service")]
        ).html(language, reader)
        field("mode", choices(AssistMode.self), language, isRequired: true)
        field("outcome", choices(AssistOutcome.self), language, isRequired: true)
        field(
          "blocked_reason",
          .choice(
            [("", BilingualText(vi: "– nếu bị vướng –", en: "– if blocked –"))]
              + BlockedReason.allCases.map { ($0.rawValue, $0.words) }), language)
        field("evidence_kind", choices(EvidenceKind.self), language)
        field("evidence", .text, language)
        field(
          "alone_now",
          .choice(
            [("", BilingualText(vi: "– chưa rõ –", en: "– not known –"))]
              + ["yes", "no"].map { ($0, Self.aloneWords($0)) }), language)
      }
      if !isCorrection {
        dossier(language)
        element(
          "button",
          ["type": "submit", "name": "action", "value": "remove-\(number)", "class": "quiet"]
        ) { language.text("Bỏ lượt hỗ trợ \(heading)", "Remove assist \(heading)") }
      }
    }
  }

  /// Who somebody is among the others of a household; whoever was voided since they were chosen says
  /// so, and saving refuses them.
  private func words(of resident: Resident) -> BilingualText {
    let words = BilingualText(
      same: [resident.fullName ?? resident.codeText, resident.birthYear.map(String.init)]
        .compactMap(\.self).joined(separator: " · "))
    guard resident.voidReason != nil else { return words }
    return words + BilingualText(vi: " · đã hủy", en: " · voided")
  }

  /// What people read for a value of one of its fields; nil where the value says it itself.
  static func words(
    of field: String, _ value: String, _ request: LaptopRequest
  ) throws -> BilingualText? {
    guard field.hasPrefix("assist-") else { return nil }
    return switch field.split(separator: "-").last {
    case "resident": try Int64(value).map { try request.reader.described($0, .resident) }
    case "service": try request.reader.serviceName(of: value)
    case "mode": AssistMode.words(named: value)
    case "outcome": AssistOutcome.words(named: value)
    case "blocked_reason": BlockedReason.words(of: value)
    case "evidence_kind": EvidenceKind.words(named: value)
    case "alone_now": aloneWords(value)
    default: nil
    }
  }

  /// What people read for whether somebody can do it alone now.
  private static func aloneWords(_ value: String) -> BilingualText {
    value == "yes"
      ? BilingualText(vi: "đã tự làm được", en: "can do it alone")
      : BilingualText(vi: "chưa tự làm được", en: "cannot yet")
  }

  private func choices<Choice: RecordEnumeration>(_: Choice.Type) -> PageField.Kind {
    .choice(
      [("", BilingualText(vi: "– chọn –", en: "– choose –"))]
        + Choice.allCases.map { ($0.name, $0.words) })
  }

  private func field(
    _ field: String, _ kind: PageField.Kind, _ language: Language, isRequired: Bool = false
  ) -> HTML {
    PageField(
      name(field), FieldLabel.words(of: field), kind, value: value(field),
      error: problems[name(field)], isRequired: isRequired
    ).html(language)
  }

  /// What is known of a dossier that was filed; open once something stands in it.
  private func dossier(_ language: Language) -> HTML {
    let isOpen =
      value("outcome") == AssistOutcome.submitted.name
      || ["channel", "dossier_code", "received", "appointment"].contains { !value($0).isEmpty }
    return element("details", ["class": "dossier", "open": isOpen ? "" : nil]) {
      element("summary") {
        language.text("Hồ sơ đã nộp", "The dossier that was filed")
      }
      element("div", ["class": "field-grid"]) {
        PageField(
          name("channel"), BilingualText(vi: "Nộp bằng cách nào", en: "How it was filed"),
          choices(SubmissionChannel.self), value: value("channel"),
          error: problems[name("channel")], isRequired: true
        ).html(language)
        field("dossier_code", .text, language)
        PageField(
          name("received"), FieldLabel.words(of: "received_minute"), .digits,
          value: value("received"),
          hint: BilingualText(
            vi: "ngày giờ nộp; bỏ trống là lúc đến thăm",
            en: "day and time; empty means at the visit"),
          error: problems[name("received_minute")]
        ).html(language)
        PageField(
          name("appointment"), BilingualText(vi: "Ngày hẹn trên phiếu", en: "Promised on the slip"),
          .digits, value: value("appointment"),
          hint: BilingualText(
            vi: "bỏ trống: máy tính theo ngày làm việc",
            en: "empty: counted by working days"),
          error: problems[name("appointment_minute")]
        ).html(language)
      }
    }
  }

  /// The assist as typed.
  func assist(of visit: RowID?) -> AssistDraft { assist(of: visit) { draft[$0] ?? "" } }

  /// The assist as `typed` has its fields, by their names in the form; nil is "not given".
  func assist(of visit: RowID?, _ typed: (String) -> String?) -> AssistDraft {
    func given(_ field: String) -> String? { typed(name(field)) }
    var assist = AssistDraft(
      visit: visit,
      resident: given("resident").flatMap { Int64($0) }.flatMap(RowID.init(rawValue:)),
      service: given("service"), mode: given("mode"), outcome: given("outcome"),
      blockedReason: given("blocked_reason"), evidenceKind: given("evidence_kind"),
      evidence: given("evidence"), aloneNow: given("alone_now"))
    // The code of the dossier that was filed is the evidence; nobody types it twice. One that no
    // dossier can have is told where it was typed.
    if let code = given("dossier_code"), (1...SubmissionDraft.maximumCodeLength) ~= code.count,
      (given("evidence_kind") ?? "").isEmpty, (given("evidence") ?? "").isEmpty
    {
      assist.evidenceKind = EvidenceKind.dossierCode.name
      assist.evidence = code
    }
    assist.removesResident = given("resident").map(\.isEmpty) ?? false
    return assist
  }

  /// The dossier as typed; nil when none was filed.
  func submission(of assist: RowID) -> SubmissionDraft? {
    func typed(_ field: String) -> String? { value(field).isEmpty ? nil : value(field) }
    guard value("outcome") == AssistOutcome.submitted.name || typed("dossier_code") != nil else {
      return nil
    }
    return SubmissionDraft(
      assist: assist, channel: value("channel"), dossierCode: typed("dossier_code"),
      received: typed("received"), appointment: typed("appointment"))
  }

  /// The name in the form of a field of the assist or of its dossier.
  func formName(_ field: String) -> String {
    switch field {
    case "received_minute", "received": name("received_minute")
    case "appointment_minute", "appointment": name("appointment_minute")
    default: name(field)
    }
  }
}
