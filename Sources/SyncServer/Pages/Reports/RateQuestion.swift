import FieldWork
import Pages
import Web

/// What a page of rates or indicators is about, as its address says it: the period, the unit, and
/// whom the set scores.
struct RateQuestion {
  static let unitName = "unit"
  static let levelName = "level"

  let choice: PeriodChoice
  /// The national code of the unit that alone is asked for; nil for all within reach.
  let unit: String?
  let level: IndicatorScores.Level

  /// Reads a query; what it does not know asks for nothing.
  init(_ request: PageRequest, within reached: ReachedWork) {
    let query = request.http.query
    choice = PeriodChoice(query, today: request.today)
    unit = request.askedUnit(Self.unitName, within: reached)
    // A province's centre is scored as a province, unless one commune is looked at.
    let isOfProvince =
      reached.isEverything && unit == nil && request.centre.settings.place.code.utf8.count == 2
    level =
      query[Self.levelName].flatMap(IndicatorScores.Level.init(rawValue:))
      ?? (isOfProvince ? .province : .commune)
  }

  /// What stands in the address beside the period.
  var itemsBesidePeriod: [NamedValues.Item] {
    (unit.map { [NamedValues.Item(name: Self.unitName, value: $0)] } ?? [])
      + [NamedValues.Item(name: Self.levelName, value: level.rawValue)]
  }

  /// All that stands in the address.
  var items: [NamedValues.Item] { [periodItem] + itemsBesidePeriod }

  /// The period in the address.
  var periodItem: NamedValues.Item { choice.item }

  /// Where a page answers this.
  func address(_ path: String, _ further: [NamedValues.Item] = []) -> String {
    "\(path)?\(NamedValues(items + further).encoded)"
  }

  /// A book of counts about it.
  /// - Throws: `FieldError.unknownUnit`, `.unitNotThen`.
  func book(
    _ reader: RecordReader, within reached: ReachedWork, now: LocalDateTime
  ) throws -> MeasureBook {
    MeasureBook(try query(reader, within: reached, now: now), reader, now: now)
  }

  /// The question to the counting function, as far as somebody's rights reach.
  /// - Throws: `FieldError.unknownUnit`, `.unitNotThen`.
  func query(
    _ reader: RecordReader, within reached: ReachedWork, now: LocalDateTime
  ) throws -> CountQuery {
    try reached.query(choice.period, ofUnit: unit, on: min(choice.period.to, now.date), reader)
  }
}
