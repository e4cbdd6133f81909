import SQLite
import SyncProtocol

extension RecordReader {
  /// All assists of a period, read in one pass beside all visits, by where they stand along a
  /// dimension; without one all stand at `.none`.
  ///
  /// - Parameters:
  ///   - query: with neither filter nor territory.
  ///   - dimension: one along which assists stand where their visits do, as a column of these.
  func sweptAssistResults(
    _ query: CountQuery, along dimension: CountDimension?
  ) throws -> [CountKey: [AssistResult]] {
    var axis = try dimension.map { try CountAxis($0, nil, query.frame, self) }
    let column = dimension?.column(of: .visit)?.expression
    var visits = SweptVisits(in: query.period, axes: axis == nil ? [] : [0])
    let columns = ["v.rid"] + SweptVisits.visitExpressions + [column].compactMap(\.self)
    try forEach(columns, from: SweptVisits.visitSource) { statement in
      let id = try statement.integer(at: 0)
      var row = ColumnReader(statement, from: 1)
      guard let state = try visits.state(of: id, reading: &row) else { return }
      let number = axis?.number(of: CountRun.value(statement, at: columns.count - 1))
      visits.add(id, state, [number ?? 0])
    }
    var results: [[AssistResult]] = Array(repeating: [], count: axis?.keys.count ?? 1)
    var current: [Int32] = [0]
    try forEach(
      ["a.rid"] + SweptVisits.assistExpressions, from: SweptVisits.assistSource
    ) { statement in
      var row = ColumnReader(statement, from: 1)
      guard case .within(let facts, let place) = try visits.find(reading: &row),
        let result = AssistResult(try statement.integer(at: 0), facts)
      else { return }
      visits.place(place, into: &current)
      results[Int(current[0])].append(result)
    }
    return Dictionary(uniqueKeysWithValues: zip(axis?.keys ?? [.none], results))
  }

  private func forEach(
    _ columns: [String], from source: String, _ body: (Statement) throws -> Void
  ) throws {
    try connection.withStatement(
      "SELECT \(columns.joined(separator: ", ")) FROM \(source)"
    ) { statement in
      while try statement.step() { try body(statement) }
    }
  }
}
