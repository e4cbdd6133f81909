import SQLite
import SyncProtocol

/// Where the rows of a question stand along a dimension: read once for all of its parts, each of which
/// then reads no rows but its own.
final class CountPartition {
  private struct Asked: Hashable {
    let kind: CountedKind
    let query: CountQuery
    let standing: String?
  }

  let dimension: CountDimension
  private var known: [Asked: [CountKey: [Int64]]] = [:]
  /// By question, its assists; nil for one that no sweep answers.
  private var swept: [CountQuery: [CountKey: [AssistResult]]?] = [:]

  init(_ dimension: CountDimension) { self.dimension = dimension }

  /// The rows of a question, undivided, that stand at a key; as JSON, ascending.
  ///
  /// - Parameters:
  ///   - query: without a filter along the dimension.
  ///   - standing: as in `RecordReader.forEach`.
  func rows(
    at key: CountKey, of kind: CountedKind, in query: CountQuery, standing: String?,
    _ expression: String, _ reader: RecordReader
  ) throws -> String {
    let asked = Asked(kind: kind, query: query, standing: standing)
    let parts = try known[asked] ?? read(asked, expression, reader)
    known[asked] = parts
    return "[" + (parts[key] ?? []).map(String.init).joined(separator: ",") + "]"
  }

  /// The assists of a question that stand at a key, where one sweep finds those of all parts; else nil.
  ///
  /// - Parameter query: without a filter along the dimension.
  func assists(
    at key: CountKey, in query: CountQuery, _ reader: RecordReader
  ) throws -> [AssistResult]? {
    if let known = swept[query] { return known.map { $0[key] ?? [] } }
    let isSwept = try dimension.isOfVisit && CountSweep(query, reader).assists
    let parts = isSwept ? try reader.sweptAssistResults(query, along: dimension) : nil
    swept[query] = .some(parts)
    return parts.map { $0[key] ?? [] }
  }

  private func read(
    _ asked: Asked, _ expression: String, _ reader: RecordReader
  ) throws -> [CountKey: [Int64]] {
    var axis = try CountAxis(dimension, nil, asked.query.frame, reader)
    let conditions = CountConditions(asked.query, asked.kind, standing: asked.standing)
    var rows: [[Int64]] = []
    try reader.connection.withStatement(
      """
      SELECT \(asked.kind.row), \(expression)
      FROM \(asked.kind.source(sweeps: false)) WHERE \(conditions.sql) ORDER BY \(asked.kind.row)
      """
    ) { statement in
      try statement.bind(all: conditions.bindings)
      while try statement.step() {
        let number = Int(axis.number(of: CountRun.value(statement, at: 1)))
        if number == rows.count { rows.append([]) }
        rows[number].append(try statement.integer(at: 0))
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(axis.keys, rows))
  }
}

/// One part of a question that is divided.
struct CountPart {
  let partition: CountPartition
  let key: CountKey

  /// Whether a question asks for this part and no more.
  func isAsked(_ query: CountQuery) -> Bool { query.filters[partition.dimension] == [key] }

  /// The assists of this part, which the question asks for; nil where they are to be searched.
  func assists(in query: CountQuery, _ reader: RecordReader) throws -> [AssistResult]? {
    var whole = query
    whole.filters[partition.dimension] = nil
    return try partition.assists(at: key, in: whole, reader)
  }
}
