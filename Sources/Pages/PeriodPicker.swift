import FieldWork
import Web

/// Chooses a period by links and, where any two days may be asked for, by a form: both are plain
/// GET requests whose address can be kept.
package struct PeriodPicker {
  private let choice: PeriodChoice
  private let query: NamedValues
  private let day: BilingualText

  /// A picker that shows a choice and keeps the other items of the query.
  ///
  /// - Parameter day: which day of a record lies in the period; nil for that of the visit.
  package init(
    _ choice: PeriodChoice, query: NamedValues = NamedValues(), day: BilingualText? = nil
  ) {
    self.choice = choice
    self.day = day ?? PeriodWords.counted
    self.query = NamedValues(
      query.items.filter { !["period", "from", "to"].contains($0.name) })
  }

  /// The picker in one language.
  package func html(_ language: Language) -> HTML {
    element(
      "section", ["class": "period", "aria-label": PeriodWords.period.text(in: language)]
    ) {
      element("p", ["class": "period-heading"]) {
        element("strong") { choice.label(language) }
        element("span") { day.text(in: language) }
      }
      element("ul", ["class": "period-presets"]) {
        for preset in presets {
          let isHere = preset.address == choice.address
          element("li") {
            element(
              "a",
              ["href": address(preset.address), "aria-current": isHere ? "true" : nil]
            ) { preset.words.text(in: language) }
          }
        }
      }
      if choice.allowed != .whole { form(language) }
      if choice.allowed == .whole, let problem = choice.problem {
        element("p", ["class": "field-error", "role": "alert"]) {
          StateMark.attention.html(problem.message(in: language))
        }
      }
    }
  }

  private var presets: [(words: BilingualText, address: String)] {
    let kinds: [(Period.Kind, BilingualText)] = [
      (.day, PeriodWords.today), (.week, PeriodWords.week), (.month, PeriodWords.month),
      (.quarter, PeriodWords.quarter), (.halfYear, PeriodWords.halfYear), (.year, PeriodWords.year),
    ]
    var presets: [(words: BilingualText, address: String)] = []
    // Nothing is before everything.
    if !choice.isAll {
      presets.append((PeriodWords.previous, choice.period.previous.description))
      // Nothing was done yet in a period to come.
      let next = choice.period.next
      if next.from <= choice.today { presets.append((PeriodWords.next, next.description)) }
    }
    for (kind, words) in kinds where choice.allowed != .whole || kind != .day {
      if let period = Period(kind, holding: choice.today) {
        presets.append((words, period.description))
      }
    }
    if choice.allowed == .anyOrAll { presets.append((PeriodWords.all, PeriodChoice.allName)) }
    return presets
  }

  private func address(_ period: String) -> String {
    let item = NamedValues.Item(name: "period", value: period)
    return "?" + NamedValues(query.items + [item]).encoded
  }

  private func form(_ language: Language) -> HTML {
    element("form", ["method": "get"]) {
      for item in query.items {
        element("input", ["type": "hidden", "name": item.name, "value": item.value])
      }
      field("from", PeriodWords.from, choice.typed.from, language)
      field("to", PeriodWords.to, choice.typed.to, language)
      element("button", ["type": "submit", "class": "quiet"]) {
        PeriodWords.show.text(in: language)
      }
      if let problem = choice.problem {
        element("span", ["class": "field-error", "id": "period-error", "role": "alert"]) {
          StateMark.attention.html(problem.message(in: language))
        }
      }
    }
  }

  private func field(
    _ name: String, _ label: BilingualText, _ value: String, _ language: Language
  ) -> HTML {
    element("div", ["class": "field"]) {
      element("label", ["for": name]) { label.text(in: language) }
      // Not a date field: browsers with an English locale would put the month first.
      element(
        "input",
        [
          "id": name, "name": name, "type": "text", "value": value, "autocomplete": "off",
          "placeholder": PeriodWords.pattern.text(in: language),
          "aria-invalid": choice.problem == nil ? nil : "true",
          "aria-describedby": choice.problem == nil ? nil : "period-error",
        ])
    }
  }
}

/// The words of the period picker.
enum PeriodWords {
  static let period = BilingualText(vi: "Kỳ số liệu", en: "Period")
  static let counted = BilingualText(
    vi: "theo ngày thăm hộ, không theo ngày gửi về",
    en: "by the day of the visit, not of its arrival")
  static let previous = BilingualText(vi: "‹ Kỳ trước", en: "‹ Period before")
  static let next = BilingualText(vi: "Kỳ sau ›", en: "Period after ›")
  static let today = BilingualText(vi: "Hôm nay", en: "Today")
  static let week = BilingualText(vi: "Tuần này", en: "This week")
  static let month = BilingualText(vi: "Tháng này", en: "This month")
  static let quarter = BilingualText(vi: "Quý này", en: "This quarter")
  static let halfYear = BilingualText(vi: "Nửa năm này", en: "This half-year")
  static let year = BilingualText(vi: "Năm nay", en: "This year")
  static let all = BilingualText(vi: "Tất cả", en: "Everything")
  static let from = BilingualText(vi: "Từ ngày", en: "From")
  static let to = BilingualText(vi: "Đến ngày", en: "To")
  static let pattern = BilingualText(vi: "nn/tt/nnnn", en: "dd/mm/yyyy")
  static let show = BilingualText(vi: "Xem", en: "Show")
}
