import FieldWork
import Pages
import Web

/// What a page of rates or indicators is about, as its address says it: the period, the unit, whom the
/// set scores, and what rates are divided by.
struct RateQuestion: Sendable {
  static let unitName = "unit"
  static let levelName = "level"
  static let divisionName = "by"
  static let partName = "part"
  /// What rates are divided by: who works, and where.
  static let divisions: [CountDimension] = [.unit, .hamlet, .team]

  let choice: PeriodChoice
  /// The national code of the unit that alone is asked for; nil for all within reach.
  let unit: String?
  let level: IndicatorScores.Level
  /// What rates are divided by; nil for the whole.
  let division: CountDimension?
  /// The part of the division that alone is asked for.
  let part: CountKey?

  /// Reads a query; what it does not know asks for nothing.
  init(_ request: PageRequest, within reached: ReachedWork) {
    self.init(
      request.http.query, ofUnit: request.askedUnit(Self.unitName, within: reached),
      request.centre.settings, today: request.today, within: reached)
  }

  /// The same for a query of a program.
  init(
    _ query: NamedValues, ofUnit unit: String?, _ settings: CentreSettings, today: LocalDate,
    within reached: ReachedWork
  ) {
    choice = PeriodChoice(query, today: today)
    self.unit = unit
    let division = query[Self.divisionName].flatMap { name in
      Self.divisions.first { $0.key == name }
    }
    self.division = division
    part = division.flatMap { division in
      query[Self.partName].flatMap { text in
        text.utf8.count <= 400 ? CountKey(address: text, along: division) : nil
      }
    }
    // A province's centre is scored as a province, unless one commune is looked at.
    let isOfProvince =
      reached.isEverything && unit == nil && settings.place.code.utf8.count == 2
    level =
      query[Self.levelName].flatMap(IndicatorScores.Level.init(rawValue:))
      ?? (isOfProvince ? .province : .commune)
  }

  /// What stands in the address beside the period.
  var itemsBesidePeriod: [NamedValues.Item] {
    (unit.map { [NamedValues.Item(name: Self.unitName, value: $0)] } ?? [])
      + [NamedValues.Item(name: Self.levelName, value: level.rawValue)]
      + (division.map { [NamedValues.Item(name: Self.divisionName, value: $0.key)] } ?? [])
  }

  /// What stands in the address of a part of the division.
  func items(of part: CountKey) -> [NamedValues.Item] {
    division.map { [NamedValues.Item(name: Self.partName, value: part.address(along: $0))] } ?? []
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
    var query = try reached.query(
      choice.period, ofUnit: unit, on: min(choice.period.to, now.date), reader)
    if let division, let part {
      query.filters[division] = query.filters[division].map { $0.intersection([part]) } ?? [part]
    }
    return query
  }
}
