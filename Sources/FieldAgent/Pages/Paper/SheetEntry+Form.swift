import FieldWork
import Pages
import Web

// How a line of a day sheet is typed, and what is said of one that was not saved.
extension SheetEntry {
  static let codeLabel = BilingualText(vi: "Mã trên giấy", en: "Code on the paper")
  static let choiceLabel = BilingualText(vi: "Hộ nào", en: "Which of them")

  /// The form of one line.
  ///
  /// - Parameters:
  ///   - next: the first open line, as an example of a code.
  ///   - day: the day of the line before.
  func form(
    action: String, next: SheetCode?, day: LocalDate?, _ trouble: Trouble?, _ language: Language
  ) throws -> HTML {
    func value(_ name: String) -> String { typed[name] ?? "" }
    func field(
      _ name: String, _ label: BilingualText, _ kind: PageField.Kind = .text,
      value own: String? = nil, hint: BilingualText? = nil, isRequired: Bool = false
    ) -> HTML {
      var field = PageField(
        name, label, kind, value: own ?? value(name), hint: hint,
        error: trouble?.problems[name], isRequired: isRequired)
      // The next line is typed at once, without a hand on the mouse.
      field.hasFocus = name == (trouble?.problems.items.first?.field ?? "code")
      return field.html(language)
    }
    return try element(
      "form", ["class": "form wide", "method": "post", "action": action, "novalidate": ""]
    ) {
      PageFrame.tokenField(request.formToken)
      element(
        "input",
        [
          "type": "hidden", "name": QuestionAnswers.field,
          "value": answers.text,
        ])
      if let questions = trouble?.questions { try questions.html(request.reader, language) }
      element("div", ["class": "field-grid"]) {
        field(
          "code", Self.codeLabel,
          hint: next.map {
            BilingualText(
              vi: "như \($0.text), hoặc chỉ \($0.shortText)",
              en: "such as \($0.text), or \($0.shortText) alone")
          }, isRequired: true)
        field(
          "household", FieldLabel.words(of: "household"),
          hint: BilingualText(
            vi: "tên, địa chỉ, số điện thoại hoặc mã hộ", en: "name, address, telephone or code"),
          isRequired: true)
        if let trouble, !trouble.households.isEmpty {
          hidden("asked", value("household"))
          field(
            "choice", Self.choiceLabel,
            .choice(
              [("", BilingualText(vi: "– chọn –", en: "– choose –"))]
                + trouble.households.map { ($0.code, BilingualText(same: $0.words)) }))
        }
        // Before the day and time: Enter in a line of text saves, in a choice it does not.
        field(
          "outcome", FieldLabel.words(of: "outcome"),
          .choice(
            [("", BilingualText(vi: "– chọn –", en: "– choose –"))]
              + VisitOutcome.allCases.map { ($0.name, $0.words) }), isRequired: true)
        field(
          "date", BilingualText(vi: "Ngày xảy ra", en: "Day it happened"), .digits,
          value: request.refusedPress == nil ? day.map(Format.date) ?? "" : nil,
          hint: BilingualText(vi: "ngày/tháng/năm", en: "day/month/year"), isRequired: true)
        field(
          "start", BilingualText(vi: "Giờ bắt đầu", en: "Time it began"), .digits,
          hint: BilingualText(vi: "như 08:30", en: "such as 08:30"))
        field("minutes", FieldLabel.words(of: "minutes"), .digits)
        field(
          "return_date", FieldLabel.words(of: "return_date"), .digits,
          hint: BilingualText(vi: "khi hẹn quay lại", en: "when they expect you again"))
        field("note", FieldLabel.words(of: "note"))
      }
      element("div", ["class": "actions"]) {
        element("button", ["type": "submit", "name": "action", "value": "save", "accesskey": "s"]) {
          language.text("Lưu, sang dòng tiếp", "Save, next line")
        }
        element(
          "button",
          ["type": "submit", "name": "action", "value": "assists", "class": "quiet"]
        ) { language.text("Ghi tiếp lượt hỗ trợ", "Go on with its assists") }
      }
    }
  }
}

extension SheetEntry.Trouble {
  /// That nothing was saved.
  static let head = BilingualText(
    vi: "Chưa lưu dòng này. Cần sửa:", en: "This line is not saved. To be mended:")

  /// What is wrong, each with the way to its field, and to the first record of a line.
  func html(_ language: Language) -> HTML {
    element("div", ["class": "message bad", "role": "alert", "id": "problems"]) {
      element("p") {
        Self.head.text(in: language)
      }
      element("ul") {
        for problem in problems.items {
          element("li") {
            element("a", ["href": "#\(problem.field)"]) {
              problem.label.text(in: language) + ": " + problem.words.text(in: language)
            }
          }
        }
      }
      if let first {
        element("p") {
          language.text("Bản ghi đầu tiên của dòng: ", "The first record of this line: ")
          recordLink(first)
        }
      }
    }
  }
}
