import SQLite
import SyncProtocol

extension RecordReader {
  /// All assists of a period by where they stand, read in one pass beside all visits.
  ///
  /// - Parameters:
  ///   - query: with neither filter nor territory.
  ///   - dimension: one along which assists stand where their visits do; nil for all at `.none`.
  func sweptAssistResults(
    _ query: CountQuery, along dimension: CountDimension?
  ) throws -> [CountKey: [AssistResult]] {
    guard let dimension else {
      return try sweptAssistResults(query, by: "0") { _, _ in 0 }.byKey([.none])
    }
    var axis = try CountAxis(dimension, nil, query.frame, self)
    let results: PartedFacts<AssistResult>
    switch dimension.column(of: .visit) {
    case .ofHousehold(let name):
      let households = try HouseholdNumbers(name, &axis, connection)
      results = try sweptAssistResults(query, by: "v.household", households.number)
    case let column:
      results = try sweptAssistResults(query, by: column?.expression ?? "NULL") {
        axis.number(of: CountRun.value($0, at: $1))
      }
    }
    return results.byKey(axis.keys)
  }

  /// - Parameters:
  ///   - expression: what of a visit decides where its assists stand.
  ///   - number: reads it at a column, as the place of its part.
  private func sweptAssistResults(
    _ query: CountQuery, by expression: String,
    _ number: (_ statement: Statement, _ column: Int) throws -> Int32
  ) throws -> PartedFacts<AssistResult> {
    func forEach(
      _ columns: [String], from source: String, _ body: (Statement) throws -> Void
    ) throws {
      try connection.withStatement(
        "SELECT \(columns.joined(separator: ", ")) FROM \(source)"
      ) { statement in
        while try statement.step() { try body(statement) }
      }
    }
    var visits = SweptVisits(in: query.period, axes: [0])
    let columns = ["v.rid"] + SweptVisits.visitExpressions + [expression]
    try forEach(columns, from: SweptVisits.visitSource) { statement in
      let id = try statement.integer(at: 0)
      var row = ColumnReader(statement, from: 1)
      guard let state = try visits.state(of: id, reading: &row) else { return }
      visits.add(id, state, [try number(statement, columns.count - 1)])
    }
    var results = PartedFacts<AssistResult>()
    var current: [Int32] = [0]
    try forEach(
      ["a.rid"] + SweptVisits.assistExpressions, from: SweptVisits.assistSource
    ) { statement in
      var row = ColumnReader(statement, from: 1)
      guard case .within(let facts, let place) = try visits.find(reading: &row),
        let result = AssistResult(try statement.integer(at: 0), facts)
      else { return }
      visits.place(place, into: &current)
      results.add(result, at: Int(current[0]))
    }
    return results
  }
}
