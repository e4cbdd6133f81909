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
  /// All visits, once a sweep has read them for the assists that come after.
  private var visits: SweptVisits?
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

  /// How a kind of record is read.
  private enum Pass {
    /// Each record with all that it is asked for.
    case byItself
    /// All visits in the order in which they lie, whatever their days, and what assists ask of them
    /// is kept.
    case keepingVisits
    /// All assists in the order in which they lie, each beside what is kept of its visit.
    case besideVisits
  }

  private func pass(_ kind: CountedKind) -> Pass {
    switch kind {
    case .visit where sweep.assists: .keepingVisits
    case .assist where visits != nil: .besideVisits
    default: .byItself
    }
  }

  /// The axes along which assists stand where their visits do.
  private func axesOfVisits() -> [Int] {
    axes.indices.filter { axes[$0].dimension.isOfVisit && isAsked($0, of: .assist) }
  }

  /// Whether an axis is read in a pass over a kind of record.
  private func isRead(_ axis: Int, of kind: CountedKind, _ pass: Pass) -> Bool {
    let isOfVisit = axes[axis].dimension.isOfVisit
    return switch pass {
    case .byItself: isAsked(axis, of: kind)
    case .keepingVisits: isAsked(axis, of: kind) || isOfVisit && isAsked(axis, of: .assist)
    case .besideVisits: isAsked(axis, of: kind) && !isOfVisit
    }
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

  private mutating func columns(
    _ kind: CountedKind, _ pass: Pass, after leading: Int
  ) throws -> Columns {
    var columns = Columns(leading: leading)
    for (axis, description) in axes.enumerated() where isRead(axis, of: kind, pass) {
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

  /// What is read of a record before what its axes ask for.
  private static func leading(_ kind: CountedKind, _ pass: Pass) -> [String] {
    let facts: [String] =
      switch (pass, kind) {
      case (.keepingVisits, _): SweptVisits.visitExpressions
      case (.besideVisits, _): SweptVisits.assistExpressions + ["a.resident"]
      case (.byItself, .assist): AssistFacts.expressions + ["a.resident"]
      case (.byItself, _): []
      }
    return [kind.row] + facts
  }

  /// Reads one kind of record. Where groups are elements of a set, a record stands in that of each.
  private mutating func read(_ kind: CountedKind) throws {
    let pass = pass(kind)
    let leading = Self.leading(kind, pass)
    let columns = try columns(kind, pass, after: leading.count)
    let conditions = CountConditions(query, kind)
    if pass == .byItself, kind != .assist, columns.expressions.isEmpty, columns.set == nil {
      // Nothing about each of them bears on the answer.
      tally.add(kind, times: try reader.count(kind, conditions))
      return
    }
    switch pass {
    case .byItself: break
    case .keepingVisits: visits = SweptVisits(in: query.period, axes: axesOfVisits())
    case .besideVisits: undated = 0
    }
    var elements = try columns.set.map {
      try SetElements(of: $0.field, in: kind.table, reader.connection, inOrder: sweep.assists)
    }
    var credited: [Int32] = []
    let dividing = divisions.indices.filter {
      !divisions[$0].axes.isEmpty && divisions[$0].query.divides(kind)
    }
    try reader.connection.withStatement(
      """
      SELECT \((leading + columns.expressions).joined(separator: ", "))
      FROM \(source(kind, pass, conditions, isInOrder: elements?.isInOrder == true))
      """
    ) { statement in
      if pass == .byItself { try statement.bind(all: conditions.bindings) }
      while try statement.step() {
        guard let entry = try enter(kind, pass, columns, statement) else { continue }
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

  /// The tables of a pass, which of their rows are read, and in which order.
  private func source(
    _ kind: CountedKind, _ pass: Pass, _ conditions: CountConditions, isInOrder: Bool
  ) -> String {
    let order = isInOrder ? " ORDER BY \(kind.row)" : ""
    return switch pass {
    case .keepingVisits: SweptVisits.visitSource + order
    case .besideVisits: SweptVisits.assistSource + order
    case .byItself:
      kind.source(
        sweeps: false, inOrder: isInOrder || sweep.readsInOrder(kind),
        // Where something keeps many visits out, it does so before.
        sorts: sweep.isWhole) + " WHERE \(conditions.sql)\(order)"
    }
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

  /// Adds the record of a row to the total, with its numbers as the current ones; nil for one that is
  /// not asked for.
  private mutating func enter(
    _ kind: CountedKind, _ pass: Pass, _ columns: Columns, _ statement: Statement
  ) throws -> CountTally.Entry? {
    var row = ColumnReader(statement, from: 1)
    switch pass {
    case .byItself:
      guard try place(columns, statement) else { return nil }
      guard kind == .assist else { return tally.add(kind, times: 1) }
      return tally.add(try AssistFacts(reading: &row).verdict, resident: try row.integer())
    case .keepingVisits:
      let id = try statement.integer(at: 0)
      guard let state = try visits?.state(of: id, reading: &row) else { return nil }
      _ = try place(columns, statement)
      visits?.add(id, state, numbers)
      guard case .standing = state else { return nil }
      return tally.add(kind, times: 1)
    case .besideVisits:
      switch try visits?.find(reading: &row) {
      case .undated(let isVoided):
        if !isVoided { undated = (undated ?? 0) + 1 }
        return nil
      case .beyond, nil: return nil
      case .within(let facts, let place):
        visits?.place(place, into: &numbers)
        _ = try self.place(columns, statement)
        return tally.add(facts.verdict, resident: try row.integer())
      }
    }
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
