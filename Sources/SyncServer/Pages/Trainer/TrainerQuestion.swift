import FieldWork
import Pages
import SyncProtocol
import Web

/// A number of the trainer's pages: what is counted, in which period, and of which group. Its address
/// has codes, rows and choices, never names.
struct TrainerQuestion: Sendable {
  /// Something that alone is asked for.
  struct Filter: Sendable {
    let dimension: CountDimension
    let key: CountKey
  }

  /// The numbers that trainers are told.
  static let numbers: [CountedNumber] = [.visits, .recorded, .residents, .submissions]
  static let numberName = "number"
  /// What trainers' tables divide by, in the order of the address.
  private static let dimensions: [CountDimension] = [
    .team, .member, .service, .mode, .outcome, .blockedReason, .aloneNow,
  ]
  private static let blocked = CountKey.choice(AssistOutcome.blocked)

  let period: Period
  let number: CountedNumber
  /// In the order of `dimensions`.
  let filters: [Filter]

  init(
    _ number: CountedNumber, _ period: Period, _ keys: [CountDimension: CountKey] = [:]
  ) {
    self.number = number
    self.period = period
    filters = Self.dimensions.compactMap { dimension in
      keys[dimension].map { Filter(dimension: dimension, key: $0) }
    }
  }

  /// The assists of a group.
  static func assists(
    _ period: Period, _ keys: [CountDimension: CountKey] = [:]
  ) -> TrainerQuestion {
    TrainerQuestion(.recorded, period, keys)
  }

  /// Assists that were blocked, of a reason or of all.
  static func blocked(
    _ period: Period, for reason: CountKey? = nil, _ keys: [CountDimension: CountKey] = [:]
  ) -> TrainerQuestion {
    var keys = keys
    keys[.outcome] = blocked
    keys[.blockedReason] = reason
    return assists(period, keys)
  }

  /// Reads a query.
  ///
  /// Numbers lead here; what is not understood must not open the records of more than was pressed.
  /// - Throws: `ProgramProblem.unknownParameter`, `.parameter`; what is wrong with the period.
  init(_ query: NamedValues, beside: [String], today: LocalDate) throws {
    let names = Self.dimensions.map(\.key)
    let known = PeriodChoice.names + [Self.numberName] + names + beside
    for item in query.items where !known.contains(item.name) {
      throw ProgramProblem.unknownParameter(String(item.name.prefix(40)), known: known)
    }
    let choice = PeriodChoice(query, today: today, allowed: .whole)
    if let problem = choice.problem { throw problem }
    let number = CountedNumber(rawValue: query[Self.numberName] ?? CountedNumber.recorded.rawValue)
    guard let number, Self.numbers.contains(number) else {
      throw ProgramProblem.parameter(
        Self.numberName, Self.numbers.map(\.rawValue).joined(separator: ", "))
    }
    var keys: [CountDimension: CountKey] = [:]
    for dimension in Self.dimensions {
      guard let text = query[dimension.key], !text.isEmpty else { continue }
      guard text.utf8.count <= 400, let key = CountKey(address: text, along: dimension) else {
        throw ProgramProblem.parameter(dimension.key, dimension.words)
      }
      keys[dimension] = key
    }
    self.init(number, choice.period, keys)
  }

  /// What stands in an address.
  var items: [NamedValues.Item] {
    [
      NamedValues.Item(name: "period", value: period.description),
      NamedValues.Item(name: Self.numberName, value: number.rawValue),
    ]
      + filters.map {
        NamedValues.Item(name: $0.dimension.key, value: $0.key.address(along: $0.dimension))
      }
  }

  /// Where its records are; nil where the number is not told or there are none.
  func address(of told: SuppressedNumber) -> String? {
    guard case .shown(let value) = told, value > 0 else { return nil }
    return "\(TrainerRecordsPage.path)?\(NamedValues(items).encoded)"
  }

  /// The records behind it, each with what may be told of it in a list of them.
  func entries(
    _ shelf: RecordShelf, _ reader: RecordReader, within reached: ReachedWork
  ) throws -> [MaskedRecords.Entry] {
    try shelf.masked(number, in: query(within: reached), reader).entries
  }

  /// The question to the counting function.
  func query(within reached: ReachedWork) -> CountQuery {
    reached.query(
      period, by: [],
      keeping: Dictionary(
        filters.map { ($0.dimension, [$0.key]) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension TrainerQuestion {
  /// The number as the trainer's tables tell it: hidden where it is small, where it would give a small
  /// one away, and where no table has such a group.
  func told(_ grids: TrainerGrids) throws -> SuppressedNumber {
    func key(_ dimension: CountDimension) -> CountKey {
      filters.first { $0.dimension == dimension }?.key ?? .none
    }
    let asked = filters.map(\.dimension)
    guard number == .recorded else {
      guard asked.isEmpty else { return .hidden }
      return try grids.table(period, by: [.team]).whole(number)
    }
    switch asked {
    case []: return try grids.table(period, by: [.team]).whole(number)
    case [.team], [.member], [.service], [.mode]:
      return try grids.table(period, by: asked).assists(filters.map(\.key))
    case [.outcome]:
      return TrainerReport.outcomes(try grids.divided([period], by: [asked])[0], 0).assists(
        [key(.outcome)])
    case [.aloneNow]:
      return try grids.alone([period])[0].assists([key(.aloneNow)])
    case [.team, .mode]: return try grids.modes([period])[0].number(key(.team), key(.mode))
    case [.team, .outcome] where key(.outcome) == Self.blocked:
      return try grids.reasons(period).blocked(of: key(.team))
    case [.outcome, .blockedReason] where key(.outcome) == Self.blocked:
      let grid = try grids.reasons(period)
      return zip(grid.columns, grid.columnTotals).first { $0.0 == key(.blockedReason) }?.1
        ?? .shown(0)
    case [.team, .outcome, .blockedReason] where key(.outcome) == Self.blocked:
      return try grids.reasons(period).number(key(.team), key(.blockedReason))
    default: return .hidden
    }
  }
}
