import SQLite
import SyncProtocol

extension RecordReader {
  /// Reads the rows that a question keeps, by the same conditions and meanings as its count.
  ///
  /// - Parameters:
  ///   - columns: expressions over the record and over what `joining` adds.
  ///   - joining: further tables, under names of their own.
  ///   - order: by what they are ordered; their rows when nil.
  ///   - standing: which rows are looked at; nil for those that stand.
  ///   - source: where they are read from; nil for the kind's own tables.
  func forEach(
    _ kind: CountedKind, in query: CountQuery, select columns: [String], joining: String = "",
    order: String? = nil, standing: String? = nil, from source: String? = nil,
    _ body: (Statement) throws -> Void
  ) throws {
    var query = query
    var rows: String?
    if source == nil, let part, part.isAsked(query),
      let expression = part.partition.dimension.column(of: kind)?.expression
    {
      query.filters[part.partition.dimension] = nil
      rows = try part.partition.rows(
        at: part.key, of: kind, in: query, standing: standing, expression, self)
    }
    var axes: [(axis: CountAxis, column: Int)] = []
    var expressions = columns
    for dimension in CountDimension.allCases where !dimension.meaning.isItself {
      guard let filter = query.filters[dimension],
        let expression = dimension.column(of: kind)?.expression
      else { continue }
      axes.append((try CountAxis(dimension, filter, query.frame, self), expressions.count))
      expressions.append(expression)
    }
    let conditions = CountConditions(query, kind, standing: standing)
    // Of a whole period much is read: in the order in which it lies, which is that of the rows.
    let sweep =
      rows == nil && source == nil && (kind == .assist || kind == .visit)
      ? try CountSweep(query, self) : nil
    let tables =
      source
      ?? (rows != nil
        ? kind.sourceOfRows
        : kind.source(sweeps: sweep?.assists ?? false, inOrder: sweep?.visits ?? false))
    let ofPart = rows == nil ? "" : " AND \(kind.row) IN (SELECT value FROM json_each(?))"
    try connection.withStatement(
      """
      SELECT \(expressions.joined(separator: ", "))
      FROM \(tables) \(joining)
      WHERE \(conditions.sql)\(ofPart)
      ORDER BY \(order ?? kind.row)
      """
    ) { statement in
      try statement.bind(all: conditions.bindings + (rows.map { [.text($0)] } ?? []))
      while try statement.step() {
        var isKept = true
        for index in axes.indices where isKept {
          let value = CountRun.value(statement, at: axes[index].column)
          isKept = axes[index].axis.number(of: value) >= 0
        }
        if isKept { try body(statement) }
      }
    }
  }
}
