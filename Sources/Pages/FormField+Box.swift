import FieldWork

/// How a page of either program asks what a form describes.
extension FormField {
  /// Stored values with what people read.
  package typealias Choice = (value: String, words: BilingualText)

  /// Up to so many numbers are chosen and not typed.
  private static let choosable = 10

  /// The choice of nothing, first in every list.
  package var blank: Choice {
    (
      "",
      isRequired
        ? BilingualText(vi: "– chọn –", en: "– choose –")
        : BilingualText(vi: "– không ghi –", en: "– not given –")
    )
  }

  /// The kind of box for what is no other record.
  ///
  /// - Parameter typed: what stands in the form's fields, by option.
  package func boxKind(in form: RecordForm, _ typed: (String) -> String) -> PageField.Kind {
    switch rule {
    case .note: .lines
    case .choice(let list): .choice([blank] + list.choices.map { ($0.name, $0.words) })
    case .choices(let lists, let by): .groups(groups(lists, form.field(by.id), typed))
    case .blockedReason: .choice([blank] + BlockedReason.allCases.map { ($0.rawValue, $0.words) })
    case .yesOrNo:
      .choice([blank, ("yes", .yesOrNo(true)), ("no", .yesOrNo(false))])
    case .number(let range) where range.count <= Self.choosable:
      .choice([blank] + range.map { (String($0), BilingualText(same: String($0))) })
    case .dayOfEvent, .day, .timeOfDay, .number, .money, .phone: .digits
    default: .text
    }
  }

  /// The lists of what the other field can be, that of what it is first.
  private func groups(
    _ lists: [Int64: ChoiceList], _ other: FormField?, _ typed: (String) -> String
  ) -> [(words: BilingualText, choices: [Choice])] {
    guard let other, case .choice(let kinds) = other.rule else { return [] }
    let present = kinds.parse(typed(other.option))?.number
    let numbers = lists.keys.sorted { ($0 != present ? 1 : 0, $0) < ($1 != present ? 1 : 0, $1) }
    return numbers.map { number in
      (
        kinds[number]?.words ?? BilingualText(same: String(number)),
        (lists[number]?.choices ?? []).map { ($0.name, $0.words) }
      )
    }
  }

  /// How what is no other record is typed; nil where its label says it.
  package var typingHint: BilingualText? {
    switch rule {
    case .dayOfEvent, .day: BilingualText(vi: "ngày/tháng/năm", en: "day/month/year")
    case .timeOfDay: BilingualText(vi: "như 08:30", en: "such as 08:30")
    case .number(let range):
      BilingualText(
        vi: "từ \(Format.integer(Int64(range.lowerBound), .vietnamese)) đến "
          + Format.integer(Int64(range.upperBound), .vietnamese),
        en: "from \(Format.integer(Int64(range.lowerBound), .english)) to "
          + Format.integer(Int64(range.upperBound), .english))
    case .aim:
      BilingualText(
        vi: "tỷ lệ: như 80, 80 % hay 80,5 %; số lượng: như 12.000",
        en: "a rate: such as 80, 80 % or 80.5 %; a number: such as 12,000 typed as 12.000 or 12000")
    case .language:
      BilingualText(
        vi: "vi là tiếng Việt, hmn là tiếng Mông", en: "vi for Vietnamese, hmn for Hmong")
    default: nil
    }
  }
}
