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

  /// What stands for nobody by name, where a person has to choose.
  private static let nobody = "none"
  private static let nobodyWords = BilingualText(vi: "không ghi tên", en: "without a name")
  /// What is said where nothing was chosen.
  static let residentNeeded = BilingualText(
    vi: "Hãy chọn hỗ trợ ai, hoặc chọn “không ghi tên”.",
    en: "Choose whom it was for, or “without a name”.")
  private static let evidenceHint = BilingualText(
    vi:
      "“đã làm xong”, “đã nộp hồ sơ” chỉ được tính khi có minh chứng; bổ sung sau cũng được",
    en: "“completed” and “submitted” count once there is evidence; it may come later")
  private static let evidenceTextHint = BilingualText(
    vi: "mã hồ sơ, số biên lai, hoặc tên người trong tổ đã nghe người dân xác nhận",
    en: "the dossier code, the receipt number or who of the team heard it confirmed")
  /// What is said of an assist without evidence that needs some to count.
  static let evidenceLater = BilingualText(
    vi: "chưa có minh chứng nên mới tạm tính; bổ sung sau ở trang của lượt hỗ trợ.",
    en: "no evidence, so it is provisional; add it later on the page of the assist.")

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
        resident(language)
        try ServiceBox(
          name: name("service"), label: FieldLabel.words(of: "service"), value: value("service"),
          error: problems[name("service")]
        ).html(language, reader)
        field("mode", choices(AssistMode.self), language, isRequired: true)
        field(
          "outcome", choices(AssistOutcome.self), language, isRequired: true,
          hint: isCorrection ? nil : Self.evidenceHint)
        field(
          "blocked_reason",
          .choice(
            [("", BilingualText(vi: "– nếu bị vướng –", en: "– if blocked –"))]
              + BlockedReason.allCases.map { ($0.rawValue, $0.words) }), language)
        // What kind it is says what is to be typed: the two stand side by side.
        element("div", ["class": "field-pair"]) {
          field("evidence_kind", choices(EvidenceKind.self), language)
          field("evidence", .text, language, hint: Self.evidenceTextHint)
        }
        field(
          "alone_now",
          .choice(
            [("", BilingualText(vi: "– chưa rõ –", en: "– not known –"))]
              + ["yes", "no"].map { ($0, Self.aloneWords($0)) }), language)
      }
      if !isCorrection {
        DossierFields(prefix: name(""), draft: draft, problems: problems).folded(
          isOpen: value("outcome") == AssistOutcome.submitted.name, language)
        element(
          "button",
          ["type": "submit", "name": "action", "value": "remove-\(number)", "class": "quiet"]
        ) { language.text("Bỏ lượt hỗ trợ \(heading)", "Remove assist \(heading)") }
      }
    }
  }

  /// Whom it was for. Where people are recorded somebody chooses, a person or nobody by name.
  private func resident(_ language: Language) -> HTML {
    let people = residents.map { (String($0.id.rawValue), words(of: $0)) }
    if isCorrection || people.isEmpty {
      return field("resident", .choice([("", Self.nobodyWords)] + people), language)
    }
    return field(
      "resident",
      .choice(
        [("", BilingualText(vi: "– chọn người –", en: "– choose whom –"))] + people
          + [(Self.nobody, Self.nobodyWords)]), language, isRequired: true,
      hint: people.count == 1
        ? BilingualText(
          vi: "người duy nhất đã ghi trong hộ này", en: "the only person recorded there") : nil)
  }

  /// Whether somebody chose whom it was for, or that no name is given.
  var isForSomebody: Bool { !value("resident").isEmpty }

  /// Whether it will be provisional until evidence is added.
  var lacksEvidence: Bool {
    let assist = assist(of: nil)
    return [AssistOutcome.completed.name, AssistOutcome.submitted.name].contains(value("outcome"))
      && (assist.evidenceKind ?? "").isEmpty && (assist.evidence ?? "").isEmpty
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
    case "resident" where value == nobody: nobodyWords
    case "resident": try Int64(value).map { try request.reader.described($0, .resident) }
    case "service": try request.reader.serviceName(of: value)
    case "mode": AssistMode.words(named: value)
    case "outcome": AssistOutcome.words(named: value)
    case "blocked_reason": BlockedReason.words(of: value)
    case "evidence_kind": EvidenceKind.words(named: value)
    case "alone_now": aloneWords(value)
    case "channel": SubmissionChannel.words(named: value)
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
    _ field: String, _ kind: PageField.Kind, _ language: Language, isRequired: Bool = false,
    hint: BilingualText? = nil
  ) -> HTML {
    PageField(
      name(field), FieldLabel.words(of: field), kind, value: value(field), hint: hint,
      error: problems[name(field)], isRequired: isRequired
    ).html(language)
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
    // Only an assist that was saved for somebody has them taken out.
    assist.removesResident = given("resident").map(\.isEmpty) ?? false
    return assist
  }

  /// The codes of dossiers that it says, as evidence and as what was filed.
  ///
  /// - Parameter record: the assist, where it was saved before.
  func codes(of record: RowID? = nil) -> [TypedCode] {
    func label(_ field: String) -> BilingualText {
      isCorrection
        ? FieldLabel.words(of: field)
        : title + BilingualText(same: ", ") + FieldLabel.words(of: field)
    }
    let field = value("evidence").isEmpty ? "dossier_code" : "evidence"
    let evidence = TypedCode(
      evidenceOf: assist(of: nil), field: name(field), label: label(field), record: record)
    let code = isCorrection ? nil : submission(of: nil, (nil, nil))?.dossierCode
    let dossier = code.map {
      TypedCode(field: name("dossier_code"), label: label("dossier_code"), text: $0)
    }
    return [evidence, dossier].compactMap(\.self)
  }

  /// What it is about, as typed.
  var service: String { value("service") }

  /// The dossier as typed; nil when none was filed.
  func submission(
    of assist: RowID?, _ filed: (session: RowID?, time: String?)
  ) -> SubmissionDraft? {
    let fields = DossierFields(prefix: name(""), draft: draft, problems: problems)
    guard value("outcome") == AssistOutcome.submitted.name || fields.hasCode else { return nil }
    return fields.submission(of: assist, filed)
  }

  /// The name in the form of a field of the assist or of its dossier.
  func formName(_ field: String) -> String {
    switch field {
    // The procedure of the dossier is the service of the assist.
    case "procedure": name("service")
    default: name(DossierFields.formName(field))
    }
  }
}
