import FieldWork
import Pages
import SyncProtocol
import Web

/// What is known of a dossier that was filed: within the block of an assist, or in a form of its own.
struct DossierFields {
  /// What stands before the names of the fields, `assist-2-`.
  let prefix: String
  let draft: PageDraft
  let problems: FormProblems

  private static let channelLabel = FieldLabel.words(
    of: SubmissionTable.channel, in: SubmissionTable.definition)
  private static let appointmentLabel = BilingualText(
    vi: "Ngày hẹn trên phiếu", en: "Promised on the slip")
  private static let names = ["channel", "dossier_code", "received", "appointment"]

  private func value(_ field: String) -> String { draft[prefix + field] ?? "" }

  /// Whether the code of the portal was typed.
  var hasCode: Bool { !value("dossier_code").isEmpty }

  /// The fields within an assist; open once something stands in them.
  func folded(isOpen: Bool, _ language: Language) -> HTML {
    let isOpen = isOpen || Self.names.contains { !value($0).isEmpty }
    return element("details", ["class": "dossier", "open": isOpen ? "" : nil]) {
      element("summary") {
        language.text("Hồ sơ đã nộp", "The dossier that was filed")
      }
      element("div", ["class": "field-grid"]) { fields(language) }
    }
  }

  /// The fields.
  func fields(_ language: Language) -> HTML {
    HTML.group {
      PageField(
        prefix + "channel", Self.channelLabel,
        .choice(
          [("", BilingualText(vi: "– chọn –", en: "– choose –"))]
            + SubmissionChannel.allCases.map { ($0.name, $0.words) }),
        value: value("channel"), error: problems[prefix + "channel"], isRequired: true
      ).html(language)
      PageField(
        prefix + "dossier_code", FieldLabel.words(of: "dossier_code"),
        value: value("dossier_code"), error: problems[prefix + "dossier_code"]
      ).html(language)
      PageField(
        prefix + "received", FieldLabel.words(of: "received_minute"), .digits,
        value: value("received"),
        hint: BilingualText(
          vi:
            "như 18/11/2026 08:30; chỉ giờ là ngày thăm, chỉ ngày là không rõ giờ; bỏ trống là lúc "
            + "đến thăm",
          en:
            "such as 18/11/2026 08:30; a time alone is on the day of the visit; empty means at the "
            + "visit"),
        error: problems[prefix + "received"]
      ).html(language)
      PageField(
        prefix + "appointment", Self.appointmentLabel,
        .digits, value: value("appointment"),
        hint: BilingualText(
          vi: "bỏ trống: máy tính theo ngày làm việc",
          en: "empty: counted by working days"),
        error: problems[prefix + "appointment"]
      ).html(language)
    }
  }

  /// The dossier as typed.
  ///
  /// - Parameter filed: the session at which it was filed, and the day and time where none is typed.
  func submission(
    of assist: RowID?, _ filed: (session: RowID?, time: String?)
  ) -> SubmissionDraft {
    func typed(_ field: String) -> String? { value(field).isEmpty ? nil : value(field) }
    return SubmissionDraft(
      assist: assist, channel: value("channel"), dossierCode: typed("dossier_code"),
      received: received(typed("received"), filed.time), appointment: typed("appointment"),
      session: filed.session)
  }

  /// When it was filed: a time alone is on the day of the visit.
  private func received(_ typed: String?, _ filed: String?) -> String? {
    guard let typed else { return filed }
    guard LocalDateTime.minuteOfDay(typed) != nil,
      let day = filed?.split(separator: " ").first
    else { return typed }
    return "\(day) \(typed)"
  }

  /// What a form calls a field of the dossier, where that is not what it is called elsewhere.
  static func label(_ field: String) -> BilingualText? {
    switch field {
    case "channel": channelLabel
    case "appointment_minute": appointmentLabel
    default: nil
    }
  }

  /// The name in a form, after its prefix, of a field of the dossier.
  static func formName(_ field: String) -> String {
    switch field {
    case "received_minute": "received"
    case "appointment_minute": "appointment"
    default: field
    }
  }
}
