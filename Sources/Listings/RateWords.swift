import CommandLine
import FieldWork

/// How a rate reads: its value, what was divided by what, and what a reader must know beside it.
package struct RateWords {
  private let isShare: Bool
  private let result: RateResult
  /// Whether its numbers are hidden, because they are about few people.
  private let isHidden: Bool
  private let language: Language

  /// Words for a result.
  ///
  /// - Parameter threshold: numbers from 1 up to below it are hidden; 0 shows everything.
  package init(_ form: RateForm?, _ result: RateResult, threshold: Int = 0, _ language: Language) {
    self.init(isShare: form?.isShare == true, result, threshold: threshold, language)
  }

  /// Words for a result of which only is known whether it is a share.
  package init(isShare: Bool, _ result: RateResult, threshold: Int = 0, _ language: Language) {
    self.isShare = isShare
    self.result = result
    self.language = language
    isHidden =
      result.value.map { value in
        let parts = [
          value.numerator, value.denominator ?? 0, (value.denominator ?? 0) - value.numerator,
        ]
        return parts.contains { $0 > 0 && $0 < threshold }
      } ?? false
  }

  /// `86,72 %`, `3,50` or `12`; a dash where there is nothing to divide by, `?` where nobody knows.
  package var value: String {
    guard let value = result.value else { return "?" }
    if isHidden { return "·" }
    guard value.denominator != nil else { return Format.integer(value.numerator, language) }
    guard let ratio = value.ratio else { return "—" }
    return isShare
      ? Format.percent(hundredths: ratio.hundredthsOfPercent, language)
      : Format.hundredths(ratio.hundredths(), language)
  }

  /// `111/128`; nothing for a number.
  package var quotient: String {
    guard let value = result.value, let denominator = value.denominator, !isHidden else {
      return ""
    }
    return "\(Format.integer(value.numerator, language))/\(Format.integer(denominator, language))"
  }

  /// Why it is unknown, or how many records are in neither part.
  package var note: String {
    switch result {
    case .unknown(let why): why.words.text(in: language)
    case .known(let value):
      value.unrecorded == 0
        ? ""
        : BilingualText(
          vi: "\(value.unrecorded) bản ghi không ghi rõ",
          en: "\(value.unrecorded) not recorded"
        ).text(in: language)
    }
  }

  /// The same with stable keys.
  var members: [JSONValue.Member] {
    let value = isHidden ? nil : result.value
    let hundredths = value?.ratio.map {
      isShare ? $0.hundredthsOfPercent : $0.hundredths()
    }
    var members: [JSONValue.Member] = [
      .init("text", .text(self.value)), .init("hundredths", .integer(orNull: hundredths)),
      .init("is_percentage", .bool(isShare)),
      .init("numerator", .integer(orNull: value?.numerator)),
      .init("denominator", .integer(orNull: value?.denominator)),
      .init("unrecorded", .integer(orNull: value.map { Int64($0.unrecorded) })),
    ]
    if isHidden { members.append(.init("hidden", true)) }
    if case .unknown(let why) = result {
      members.append(
        .init("unknown", ["reason": .text(why.name), "words": .text(why.words.text(in: language))]))
    }
    return members
  }
}

/// What stands over every table of rates: the days, the moment, where the numbers come from.
struct RateHeading {
  let query: CountQuery
  let asOf: LocalDateTime

  init(_ book: MeasureBook) {
    query = book.query
    asOf = book.asOf
  }

  func say(_ console: Console, _ completeness: Completeness) {
    console.write(query.period.label(console.language) + "\n")
    for words in completeness.lines { console.say(words) }
    for words in query.territory?.lines ?? [] { console.say(words) }
    console.say(
      BilingualText(
        vi: "Tính đến \(Format.dateTime(asOf)). Nguồn: sổ ghi của các tổ.",
        en: "As of \(Format.dateTime(asOf)). Source: the teams' own records."))
  }

  func members(_ completeness: Completeness) -> [JSONValue.Member] {
    [
      .init("period", .text(query.period.description)),
      .init("from", .text(query.period.from.iso)), .init("to", .text(query.period.to.iso)),
      .init("as_of", .text(asOf.iso)), .init("source", "teams' records"),
    ] + completeness.members + (query.territory.map { [.init("territory", $0.json)] } ?? [])
  }
}

extension ListPart {
  /// The part with further members before it.
  func json(
    after members: [JSONValue.Member], _ name: String, _ value: (Element) throws -> JSONValue
  ) rethrows -> JSONValue {
    .object(members + (try json(name, value).objectValue ?? []))
  }
}
