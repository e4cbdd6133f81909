import SQLite
import SyncProtocol

/// A count while it runs: SQL gathers, kind by kind, what the axes and the counting rule ask about.
struct CountRun {
  /// One of the ways in which the records are divided.
  private struct Division {
    let query: CountQuery
    /// The axes of its groups, outermost first.
    let axes: [Int]
    /// The numbers of the current record along them.
    var path: [Int32]
  }

  private let reader: RecordReader
  /// What is asked for; the divisions differ in their dimensions alone.
  private let query: CountQuery
  private var divisions: [Division]
  /// Those of the groups first, then those that only filter.
  private var axes: [CountAxis]
  private var tally: CountTally
  /// The numbers of the current record along all axes.
  private var numbers: [Int32]
  private let sweep: CountSweep
  /// By axis, what all households say along it, once a sweep has read them.
  private var households: [Int: HouseholdNumbers] = [:]
  /// Standing assists that no period holds, once a sweep has met them.
  private var undated: Int?

  /// - Parameter queries: one or more that differ in their dimensions alone.
  init(_ queries: [CountQuery], _ reader: RecordReader, _ persons: Persons) throws {
    precondition(!queries.isEmpty, "something must be asked")
    let query = queries[0]
    self.query = query
    self.reader = reader
    var dimensions: [CountDimension] = []
    for dimension in queries.flatMap(\.dimensions) where !dimensions.contains(dimension) {
      dimensions.append(dimension)
    }
    divisions = queries.map { query in
      Division(
        query: query, axes: query.dimensions.compactMap { dimensions.firstIndex(of: $0) },
        path: Array(repeating: 0, count: query.dimensions.count))
    }
    dimensions += CountDimension.allCases.filter {
      query.filters[$0] != nil && !dimensions.contains($0)
        // SQL alone keeps out what stands for itself.
        && !$0.meaning.isItself
    }
    axes = try dimensions.map { try CountAxis($0, query.filters[$0], query.frame, reader) }
    numbers = Array(repeating: 0, count: dimensions.count)
    tally = CountTally(persons, depths: queries.map(\.dimensions.count))
    sweep = try CountSweep(query, reader)
  }

  /// Reads every kind of record that the question asks about; a count for each division.
  mutating func run() throws -> [Count] {
    for kind in CountedKind.allCases where query.asks(about: kind) { try read(kind) }
    let undatedAssists = try undated ?? reader.undatedAssists()
    return tally.finish(
      divisions.map { division in (division.query, division.axes.map { axes[$0] }) },
      undatedAssists: undatedAssists)
  }

  /// Whether an axis bears on what is answered about a kind of record.
  private func isAsked(_ axis: Int, of kind: CountedKind) -> Bool {
    axes[axis].filter != nil
      || divisions.contains { $0.axes.contains(axis) && $0.query.divides(kind) }
  }

  /// What a kind of record is asked for, beside the facts of assists.
  private struct Columns {
    /// Expressions, from the column on at which the leading ones end.
    private(set) var expressions: [String] = []
    private let leading: Int
    /// Where the value of an axis stands.
    private(set) var values: [(axis: Int, column: Int)] = []
    /// Where the household stands that has the value of an axis.
    private(set) var households: [(axis: Int, column: Int)] = []
    /// The axis whose groups are elements of a set.
    var set: (axis: Int, field: FieldDefinition)?

    init(leading: Int) { self.leading = leading }

    /// Asks for one more; returns where it stands.
    mutating func add(_ expression: String) -> Int {
      expressions.append(expression)
      return leading + expressions.count - 1
    }

    mutating func add(value expression: String, of axis: Int) {
      values.append((axis, add(expression)))
    }

    mutating func add(householdOf axis: Int) { households.append((axis, add("v.household"))) }
  }

  private mutating func columns(_ kind: CountedKind, after leading: Int) throws -> Columns {
    var columns = Columns(leading: leading)
    for (axis, description) in axes.enumerated() where isAsked(axis, of: kind) {
      switch description.dimension.column(of: kind) {
      case .sql(let expression): columns.add(value: expression, of: axis)
      case .ofHousehold(let name) where sweep.households:
        if households[axis] == nil {
          households[axis] = try HouseholdNumbers(name, &axes[axis], reader.connection)
        }
        columns.add(householdOf: axis)
      case .ofHousehold(let name):
        columns.add(value: CountColumn.ofHousehold(name).expression ?? "NULL", of: axis)
      case .set(let field):
        let divides = divisions.contains { $0.axes.contains(axis) && $0.query.divides(kind) }
        if divides { columns.set = (axis, field) }
      case nil: break
      }
    }
    return columns
  }

  /// Reads one kind of record. Where groups are elements of a set, a record stands in that of each.
  private mutating func read(_ kind: CountedKind) throws {
    let facts = kind == .assist ? ["\(AssistFacts.columns)", "a.resident"] : []
    let columns = try columns(
      kind, after: 1 + (kind == .assist ? AssistFacts.columnCount + 1 : 0))
    let isSweep = sweep.assists && kind == .assist
    let conditions = CountConditions(query, kind, undatedToo: isSweep)
    if kind != .assist, columns.expressions.isEmpty, columns.set == nil {
      // Nothing about each of them bears on the answer.
      tally.add(kind, times: try reader.count(kind, conditions))
      return
    }
    if isSweep { undated = 0 }
    var elements = try columns.set.map {
      try SetElements(of: $0.field, in: kind.table, reader.connection, inOrder: sweep.assists)
    }
    let isInOrder = elements?.isInOrder == true
    var credited: [Int32] = []
    let dividing = divisions.indices.filter {
      !divisions[$0].axes.isEmpty && divisions[$0].query.divides(kind)
    }
    try reader.connection.withStatement(
      """
      SELECT \(([kind.row] + facts + columns.expressions).joined(separator: ", "))
      FROM \(source(of: kind, isInOrder: isInOrder))
      WHERE \(conditions.sql)\(isInOrder ? " ORDER BY \(kind.row)" : "")
      """
    ) { statement in
      try statement.bind(all: conditions.bindings)
      while try statement.step() {
        if isSweep, try statement.integer(at: 1 + AssistFacts.hasDateColumn) == 0 {
          let isVoided = try statement.integer(at: 1 + AssistFacts.isVoidedColumn) == 1
          if !isVoided { undated = (undated ?? 0) + 1 }
          continue
        }
        guard try place(columns, statement) else { continue }
        let entry = try enter(kind, statement)
        try elements?.move(to: try statement.integer(at: 0))
        for division in dividing {
          guard let set = columns.set, divisions[division].axes.contains(set.axis) else {
            add(entry, to: division)
            continue
          }
          credited.removeAll(keepingCapacity: true)
          for element in elements?.keys ?? [.none] {
            let number = axes[set.axis].number(of: element)
            // An element may have been added more than once.
            guard number >= 0, !credited.contains(number) else { continue }
            credited.append(number)
            numbers[set.axis] = number
            add(entry, to: division)
          }
        }
      }
    }
  }

  private func source(of kind: CountedKind, isInOrder: Bool) -> String {
    kind.source(
      sweeps: sweep.assists, inOrder: isInOrder || sweep.visits,
      // Where something keeps many visits out, it does so before.
      sorts: sweep.isWhole)
  }

  /// Adds the current record, which is in the total, to its group of a division.
  private mutating func add(_ entry: CountTally.Entry, to division: Int) {
    for (level, axis) in divisions[division].axes.enumerated() {
      // The last path is remembered: writing what stands there would copy it.
      guard divisions[division].path[level] != numbers[axis] else { continue }
      divisions[division].path[level] = numbers[axis]
    }
    tally.add(entry, to: divisions[division].path, of: division)
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
  private mutating func place(_ columns: Columns, _ statement: Statement) throws -> Bool {
    for (axis, column) in columns.values {
      let number = axes[axis].number(of: Self.value(statement, at: column))
      if number < 0 { return false }
      numbers[axis] = number
    }
    for (axis, column) in columns.households {
      guard let number = try households[axis]?.number(statement, at: column) else { continue }
      numbers[axis] = number
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
