import Documents
import FieldWork
import Listings
import Pages

/// A rate or an indicator with what it is now, and what a reader must know beside it.
struct RateLine: Sendable {
  /// Its stable name, which addresses have.
  let code: String
  /// Whether it is a component of a set; a rate else.
  let isIndicator: Bool
  /// Its name.
  let words: BilingualText
  /// The heading of the set that it stands under; nil for rates.
  let group: BilingualText?
  /// How it is made; nil for what the program cannot count.
  let form: RateForm?
  /// Whether its value is a percentage.
  let isShare: Bool
  /// What it is, or why nobody here can tell.
  let result: RateResult
  /// Whether the value is a figure that an office supplied, which no record of ours stands behind.
  let isOfficial: Bool
  /// Hundredths of a percent that earn the maximum.
  let threshold: Int64?
  /// Hundredths of a point.
  let score: Int64?
  /// Hundredths of a point.
  let maximum: Int64?
  /// Why it is unknown, whose the figure is, what is not recorded.
  let note: BilingualText

  /// A rate that reports name.
  init(_ rate: Rate, _ result: RateResult) {
    code = rate.key
    isIndicator = false
    words = rate.words
    group = nil
    form = rate.form
    isShare = rate.form.isShare
    self.result = result
    isOfficial = false
    (threshold, score, maximum) = (nil, nil, nil)
    note = BilingualText(
      vi: RateWords(rate.form, result, .vietnamese).note,
      en: RateWords(rate.form, result, .english).note)
  }

  /// A component of a set.
  init(_ line: IndicatorScores.Line, under group: BilingualText?) {
    code = line.indicator.code
    isIndicator = true
    words = line.indicator.words
    self.group = group
    form = line.indicator.form
    isShare = line.indicator.isShare
    result = line.result
    isOfficial = line.isOfficial
    threshold = line.indicator.threshold
    score = line.score
    maximum = line.indicator.maximum
    note = BilingualText(vi: line.note(.vietnamese), en: line.note(.english))
  }

  /// A target, with whom it is set for.
  init(_ target: TargetProgress) {
    code = target.measure
    isIndicator = false
    words = target.words + BilingualText(same: " · ") + target.place
    group = nil
    form = target.form
    isShare = target.form?.isShare ?? false
    result = target.result
    isOfficial = false
    (threshold, score, maximum) = (nil, nil, nil)
    note = BilingualText(
      vi: RateWords(target.form, target.result, .vietnamese).note,
      en: RateWords(target.form, target.result, .english).note)
  }

  /// Whether records of ours stand behind the value.
  var hasRecords: Bool { form != nil && result.value != nil && !isOfficial }

  /// The value as people read it: `?` where nobody knows, a dash where there is nothing to divide by.
  func valueText(_ language: Language) -> String {
    RateWords(isShare: isShare, result, language).value
  }

  /// The value with its real type; empty where it is unknown, which is not 0.
  var value: SpreadsheetValue {
    guard let value = result.value else { return .empty }
    guard value.denominator != nil else { return .integer(value.numerator) }
    guard let ratio = value.ratio else { return .empty }
    return isShare
      ? .ratio(Double(ratio.hundredthsOfPercent) / 10_000)
      : .decimal(Double(ratio.hundredths()) / 100)
  }
}
