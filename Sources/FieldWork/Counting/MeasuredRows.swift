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
    _ = try forEach(
      kind, in: query, along: nil, select: columns, joining: joining, order: order,
      standing: standing, from: source
    ) { statement, _ in try body(statement) }
  }

  /// The same for all parts into which a dimension divides a question: what the body gets beside a row
  /// is the place of its part among those that are returned.
  ///
  /// - Parameter dimension: one that the kind has a column for, as `CountDimension.divides` tells; with
  ///   nil, all rows stand at `.none`.
  func forEach(
    _ kind: CountedKind, in query: CountQuery, along dimension: CountDimension?,
    select columns: [String], joining: String = "", order: String? = nil, standing: String? = nil,
    from source: String? = nil, _ body: (_ statement: Statement, _ place: Int) throws -> Void
  ) throws -> [CountKey] {
    var axes: [(axis: CountAxis, column: Int)] = []
    var expressions = columns
    func ask(_ dimension: CountDimension, _ filter: Set<CountKey>?) throws {
      guard let expression = dimension.column(of: kind)?.expression else { return }
      axes.append((try CountAxis(dimension, filter, query.frame, self), expressions.count))
      expressions.append(expression)
    }
    for dimension in CountDimension.allCases where !dimension.meaning.isItself {
      if let filter = query.filters[dimension] { try ask(dimension, filter) }
    }
    // What divides comes last: it only sees what all filters let pass.
    if let dimension { try ask(dimension, nil) }
    let conditions = CountConditions(query, kind, standing: standing)
    // Of a whole period much is read: in the order in which it lies, which is that of the rows.
    let sweep =
      source == nil && CountedKind.allCases.contains(kind) ? try CountSweep(query, self) : nil
    let tables =
      source
      ?? kind.source(
        sweeps: sweep?.assists ?? false, inOrder: sweep?.readsInOrder(kind) ?? false)
    try connection.withStatement(
      """
      SELECT \(expressions.joined(separator: ", "))
      FROM \(tables) \(joining)
      WHERE \(conditions.sql)
      ORDER BY \(order ?? kind.row)
      """
    ) { statement in
      try statement.bind(all: conditions.bindings)
      while try statement.step() {
        var number: Int32 = 0
        for index in axes.indices where number >= 0 {
          let value = CountRun.value(statement, at: axes[index].column)
          number = axes[index].axis.number(of: value)
        }
        if number >= 0 { try body(statement, dimension == nil ? 0 : Int(number)) }
      }
    }
    return dimension == nil ? [.none] : axes.last?.axis.keys ?? []
  }
}

extension CountDimension {
  /// Whether records of a kind each stand at one place along it, so that one reading divides them.
  func divides(_ kind: CountedKind) -> Bool { column(of: kind)?.expression != nil }
}

/// Facts by where their records stand along the dimension that divides a question.
struct PartedFacts<Facts> {
  private var places: [[Facts]] = []

  mutating func add(_ facts: Facts, at place: Int) {
    while places.count <= place { places.append([]) }
    places[place].append(facts)
  }

  /// - Parameter keys: what the places stand for.
  func byKey(_ keys: [CountKey]) -> [CountKey: [Facts]] {
    Dictionary(uniqueKeysWithValues: zip(keys, places))
  }
}
