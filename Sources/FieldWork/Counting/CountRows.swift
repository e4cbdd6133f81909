import SQLite
import SyncProtocol

/// A count while it runs: SQL gathers, kind by kind, what the axes and the counting rule ask about.
struct CountRun {
  private let reader: RecordReader
  private let query: CountQuery
  /// Those of the groups first, in their order, then those that only filter.
  private var axes: [CountAxis]
  private var tally: CountTally
  /// The numbers of the current record along all axes.
  private var path: [Int32]
  /// Whether assists are read in the order in which they lie.
  private let sweeps: Bool
  /// Standing assists that no period holds, once a sweep has met them.
  private var undated: Int?

  init(_ query: CountQuery, _ reader: RecordReader, _ persons: Persons) throws {
    self.query = query
    self.reader = reader
    let filtering = CountDimension.allCases.filter {
      query.filters[$0] != nil && !query.dimensions.contains($0)
        // SQL alone keeps out what stands for itself.
        && !$0.meaning.isItself
    }
    axes = try (query.dimensions + filtering).map {
      try CountAxis($0, query.filters[$0], query.frame, reader)
    }
    path = Array(repeating: 0, count: query.dimensions.count)
    tally = CountTally(persons, depth: query.dimensions.count)
    sweeps = try Self.sweeps(query, reader)
  }

  /// Whether so much of all assists is asked for that reading all of them costs less.
  private static func sweeps(_ query: CountQuery, _ reader: RecordReader) throws -> Bool {
    guard query.filters.isEmpty, query.territory == nil else { return false }
    let visits = try reader.connection.integer(
      "SELECT count(*) FROM visit WHERE date BETWEEN ? AND ?",
      .integer(Int64(query.period.from.daysSince1970)),
      .integer(Int64(query.period.to.daysSince1970)))
    return try visits > reader.connection.integer("SELECT count(*) FROM assist") / 4
  }

  /// Reads every kind of record that the question asks about.
  mutating func run() throws -> Count {
    for kind in CountedKind.allCases where query.asks(about: kind) { try read(kind) }
    return tally.finish(query, axes, undatedAssists: try undated ?? reader.undatedAssists())
  }

  /// Reads one kind of record. Where groups are elements of a set, a record comes once for each of
  /// them, one row after the other.
  private mutating func read(_ kind: CountedKind) throws {
    let divides = query.divides(kind)
    var columns: [String] = []
    var positions: [(axis: Int, column: Int)] = []
    var set: (axis: Int, column: Int)?
    var elements = ""
    let leading = 1 + (kind == .assist ? AssistFacts.columnCount + 1 : 0)
    for (axis, description) in axes.enumerated() {
      guard divides || axis >= path.count || description.filter != nil else { continue }
      switch description.dimension.column(of: kind) {
      case .sql(let expression):
        positions.append((axis, leading + columns.count))
        columns.append(expression)
      case .set(let field) where divides && axis < path.count:
        set = (axis, leading + columns.count)
        columns.append("e.value")
        elements = """
           LEFT JOIN head AS e ON e.row = \(kind.row) AND e.table_id = \(kind.table.id.rawValue)
            AND e.field = \(field.id.rawValue) AND typeof(e.value) = 'integer'
          """
      case .set, nil: break
      }
    }
    let facts = kind == .assist ? ["\(AssistFacts.columns)", "a.resident"] : []
    let isSweep = sweeps && kind == .assist
    let conditions = CountConditions(query, kind, undatedToo: isSweep)
    if kind != .assist, positions.isEmpty, set == nil {
      // Nothing about each of them bears on the answer.
      tally.add(kind, times: try reader.count(kind, conditions))
      return
    }
    if isSweep { undated = 0 }
    var previous: Int64?
    try reader.connection.withStatement(
      """
      SELECT \(([kind.row] + facts + columns).joined(separator: ", "))
      FROM \(kind.source(sweeps: sweeps))\(elements) WHERE \(conditions.sql)
      """
    ) { statement in
      try statement.bind(all: conditions.bindings)
      var record: (row: Int64, entry: CountTally.Entry)?
      var credited: [Int32] = []
      while try statement.step() {
        let row = try statement.integer(at: 0)
        if isSweep, try statement.integer(at: 1 + AssistFacts.hasDateColumn) == 0 {
          let isVoided = try statement.integer(at: 1 + AssistFacts.isVoidedColumn) == 1
          if previous != row, !isVoided { undated = (undated ?? 0) + 1 }
          previous = row
          continue
        }
        if record?.row != row {
          record = nil
          guard place(positions, statement) else { continue }
          record = (row, try enter(kind, statement))
          credited.removeAll(keepingCapacity: true)
        }
        guard let entry = record?.entry, divides, !path.isEmpty else { continue }
        if let set {
          let element = axes[set.axis].number(of: Self.value(statement, at: set.column))
          // An element may have been added more than once.
          guard element >= 0, !credited.contains(element) else { continue }
          credited.append(element)
          if path[set.axis] != element { path[set.axis] = element }
        }
        tally.add(entry, to: path)
      }
    }
  }

  /// Adds the record of a row to the total.
  private mutating func enter(
    _ kind: CountedKind, _ statement: Statement
  ) throws -> CountTally.Entry {
    guard kind == .assist else { return tally.add(kind, times: 1) }
    var row = ColumnReader(statement, from: 1)
    let verdict = try AssistFacts(reading: &row).verdict
    return tally.add(verdict, resident: try row.integer())
  }

  /// Reads the numbers of a record; false when a filter keeps it out.
  private mutating func place(
    _ positions: [(axis: Int, column: Int)], _ statement: Statement
  ) -> Bool {
    for (axis, column) in positions {
      let value = Self.value(statement, at: column)
      let number = axes[axis].number(of: value)
      if number < 0 { return false }
      // The last path is remembered: writing what stands there would copy it.
      if axis < path.count, path[axis] != number { path[axis] = number }
    }
    return true
  }

  /// What a column holds, as a key.
  static func value(_ statement: Statement, at column: Int) -> CountKey {
    switch statement.type(at: column) {
    case .integer: (try? statement.integer(at: column)).map { .integer($0) } ?? .none
    case .text: (try? statement.text(at: column)).map { .text($0) } ?? .none
    default: .none
    }
  }
}

extension RecordReader {
  /// How many rows of a kind meet conditions.
  fileprivate func count(_ kind: CountedKind, _ conditions: CountConditions) throws -> Int {
    let counts = try connection.rows(
      "SELECT count(*) FROM \(kind.source(sweeps: false)) WHERE \(conditions.sql)",
      bindings: conditions.bindings
    ) { try $0.integer(at: 0) }
    return Int(clamping: counts.first ?? 0)
  }

  /// Standing assists that no period holds, because their visit is not here or has no date.
  func undatedAssists() throws -> Int {
    Int(
      try connection.integer(
        """
        SELECT count(*) FROM assist AS a
        WHERE a.hidden IS NULL AND a.void_reason IS NULL AND a.rid IN (
            -- By the index of visits alone: nearly every assist has one.
            SELECT o.rid FROM assist AS o
            WHERE NOT EXISTS (SELECT 1 FROM visit AS v WHERE v.rid = o.visit)
            UNION ALL
            SELECT o.rid FROM visit AS v JOIN assist AS o ON o.visit = v.rid WHERE v.date IS NULL)
        """))
  }
}
