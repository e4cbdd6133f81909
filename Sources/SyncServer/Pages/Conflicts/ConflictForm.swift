import FieldWork
import Pages
import Web

/// The form in which a coordinator decides: every value with who wrote it, or another one.
struct ConflictForm {
  /// How the form names a value that nobody wrote yet.
  static let another = "another"

  private let conflict: RecordConflict
  private let file: ConflictFile
  private let address: String
  private let request: PageRequest
  private let problem: BilingualText?
  private let language: Language

  init(
    _ conflict: RecordConflict, _ file: ConflictFile, _ address: String, _ request: PageRequest,
    problem: BilingualText?
  ) {
    self.conflict = conflict
    self.file = file
    self.address = address
    self.request = request
    self.problem = problem
    language = request.language
  }

  func html() -> HTML {
    panel(lead: ConflictWords.lead.text(in: language)) {
      if let effect = CountedFields.words(of: conflict, in: file.record.table.name) {
        element("p") { effect.text(in: language) }
      }
      PageForm(
        action: address, formToken: request.formToken, submit: ConflictWords.decide,
        problem: problem
      ).html(language) {
        hidden("seen", conflict.fingerprint)
        element("fieldset", ["class": "choices"]) {
          element("legend") { ConflictWords.choose.text(in: language) }
          if conflict.kind == .values {
            for choice in conflict.choices { option(choice) }
            option(
              Self.another, ConflictWords.another.text(in: language), detail: nil, mark: .empty)
          } else {
            // What was written beside a delete or void stands and falls together.
            for choice in acts { option(choice) }
          }
        }
        if conflict.kind == .values {
          PageField(
            "value", ConflictWords.another, value: request.form["value"] ?? "",
            hint: ConflictWords.anotherHint
          ).html(language)
        }
        PageField(
          "ground", ConflictWords.ground,
          .choice(
            [(value: "", words: BilingualText(vi: "không nêu", en: "none given"))]
              + ConflictGround.allCases.map { (value: $0.rawValue, words: $0.words) }),
          value: request.form["ground"] ?? ""
        ).html(language)
        if conflict.kind == .deletedAndEdited {
          element("p", ["class": "table-note"]) {
            ConflictWords.deletionStays.text(in: language)
          }
        }
      }
    }
  }

  /// One choice for each of the two acts.
  private var acts: [RecordConflict.Choice] {
    [true, false].compactMap { isDelete in conflict.choices.first { $0.isDelete == isDelete } }
  }

  private func option(_ choice: RecordConflict.Choice) -> HTML {
    let value = conflict.formValue(of: choice)
    guard conflict.kind != .values else {
      return option(
        value, choice.words.text(in: language),
        detail: ConflictWords.writers(of: choice, language), mark: mark(choice))
    }
    let beside = conflict.choices.filter { $0.isDelete == choice.isDelete }.map {
      ConflictWords.value($0, conflict).text(in: language) + " ("
        + ConflictWords.writers(of: $0, language) + ")"
    }
    return option(
      value, conflict.actWords(of: choice).text(in: language),
      detail: beside.joined(separator: "; "), mark: .empty)
  }

  private func mark(_ choice: RecordConflict.Choice) -> HTML {
    choice.isShown
      ? StateMark.good.html(ConflictWords.shown.text(in: language))
      : StateMark.neutral.html(ConflictWords.hidden.text(in: language))
  }

  private func option(_ value: String, _ words: String, detail: String?, mark: HTML) -> HTML {
    element("label", ["class": "box"]) {
      element(
        "input",
        [
          "type": "radio", "name": "decision", "value": value, "required": "",
          "checked": request.form["decision"] == value ? "" : nil,
        ])
      element("span") {
        element("span", ["class": "value-text"]) { words }
        " "
        mark
        if let detail { element("span", ["class": "detail"]) { detail } }
      }
    }
  }
}

/// Fields on which counts rest.
enum CountedFields {
  private static let effects: [String: BilingualText] = [
    "visit.date": BilingualText(
      vi: "ngày này quyết định lượt thăm và các lượt hỗ trợ được tính vào kỳ nào",
      en: "the date decides in which period the visit and its assists count"),
    "visit.outcome": BilingualText(
      vi: "kết quả này quyết định lượt thăm có được tính là gặp được hay không",
      en: "the outcome decides whether the visit counts as met"),
    "visit.team": BilingualText(
      vi: "lượt thăm được tính cho tổ này", en: "the visit counts for this team"),
    "assist.outcome": BilingualText(
      vi: "kết quả này quyết định lượt hỗ trợ có được tính hay không",
      en: "the outcome decides whether the assist counts"),
    "assist.service": BilingualText(
      vi: "lượt hỗ trợ được tính vào dịch vụ này", en: "the assist counts under this service"),
    "assist.procedure": BilingualText(
      vi: "lượt hỗ trợ được tính vào thủ tục này", en: "the assist counts under this procedure"),
    "assist.mode": BilingualText(
      vi: "số lượt theo cách hỗ trợ thay đổi", en: "the counts by mode change"),
    "household.place": BilingualText(
      vi: "việc ở hộ này được tính vào thôn, bản này", en: "its work counts under this hamlet"),
  ]

  /// What a decision does to counts; nil where it does nothing.
  static func words(of conflict: RecordConflict, in table: String) -> BilingualText? {
    let effect: BilingualText?
    switch conflict.kind {
    case .values: effect = effects["\(table).\(conflict.fieldName)"]
    case .deletedAndEdited, .voidedAndEdited:
      effect = BilingualText(
        vi: "bản ghi được giữ thì được tính; bị xóa hay hủy thì không",
        en: "a record that is kept counts; one that is deleted or voided does not")
    }
    return effect.map {
      BilingualText(vi: "Số liệu: ", en: "Counts: ") + $0 + BilingualText(same: ".")
    }
  }
}
