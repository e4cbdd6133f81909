import SQLite
import SyncProtocol

/// What a sweep keeps of all visits for the assists that are read after them: looking there is many
/// times faster than a search in the store for the visit of each assist.
struct SweptVisits {
  /// What an assist is found to be beside its visit.
  enum Found {
    /// Its visit is not here, or without a date: no period holds it.
    case undated(isVoided: Bool)
    /// On a day that is not asked for.
    case beyond
    /// On a day that is asked for, and where what is kept of its visit lies.
    case within(AssistFacts, place: Int)
  }

  /// What `state(of:reading:)` takes of a visit `v`, which may be any.
  static let visitExpressions = ["v.date"] + AssistFacts.VisitState.expressions
  /// Where it is read from.
  static let visitSource = "visit AS v NOT INDEXED"
  /// What `find(reading:)` takes of an assist `a` that stands.
  static let assistExpressions = ["a.visit"] + AssistFacts.expressionsBesideVisit
  /// Where it is read from.
  static let assistSource = "assist AS a NOT INDEXED WHERE \(CountedKind.assist.standing)"

  private static let beyond: Int32 = -1

  private let days: (from: Int64, to: Int64)
  private var places = RowNumbers()
  private var states: [AssistFacts.VisitState] = []
  /// Along each axis, one visit after another.
  private var numbers: [Int32] = []
  /// The axes along which assists stand where their visits stand.
  private let axes: [Int]

  init(in period: Period, axes: [Int]) {
    days = (Int64(period.from.daysSince1970), Int64(period.to.daysSince1970))
    self.axes = axes
  }

  /// How a visit stands that is to be added; nil for one whose day is not asked for.
  mutating func state(
    of row: Int64, reading columns: inout ColumnReader
  ) throws -> AssistFacts.VisitState? {
    guard let day = try columns.integer() else { return nil }
    guard days.from <= day, day <= days.to else {
      places.set(row, Self.beyond)
      return nil
    }
    return try AssistFacts.VisitState(reading: &columns)
  }

  /// Adds a visit of a day that is asked for.
  ///
  /// - Parameter current: its numbers, by axis.
  mutating func add(_ row: Int64, _ state: AssistFacts.VisitState, _ current: [Int32]) {
    guard let place = Int32(exactly: states.count) else { return }
    places.set(row, place)
    states.append(state)
    for axis in axes { numbers.append(current[axis]) }
  }

  /// The facts of an assist beside those of its visit.
  func find(reading columns: inout ColumnReader) throws -> Found {
    guard let place = try columns.integer().flatMap({ places[$0] }) else {
      return .undated(isVoided: try columns.integer() == 1)
    }
    guard place != Self.beyond else { return .beyond }
    let facts = try AssistFacts(of: states[Int(place)], reading: &columns)
    return .within(facts, place: Int(place))
  }

  /// Writes the numbers of a visit over those of the current record.
  func place(_ place: Int, into current: inout [Int32]) {
    for (offset, axis) in axes.enumerated() {
      current[axis] = numbers[place * axes.count + offset]
    }
  }
}
