import SQLite
import SyncProtocol

/// How much of the store a count reads: where a period holds much of it, one pass over a table is
/// cheaper than a search for each record.
struct CountSweep {
  /// Whether nothing but the days keeps any record out.
  let isWhole: Bool
  /// Whether assists are read in the order in which they lie, after all visits, and what records have
  /// elements of with them.
  let assists: Bool
  /// Whether visits are read in the order in which they lie, not in that of their days: neighbours
  /// lie in one block, and so do their households.
  let visits: Bool
  /// Whether dossiers are, likewise.
  let dossiers: Bool
  /// Whether what households say is read of all of them before.
  let households: Bool

  /// What a question asks for, against what there is.
  init(_ query: CountQuery, _ reader: RecordReader) throws {
    isWhole = query.filters.isEmpty && query.territory == nil
    guard isWhole else {
      assists = false
      visits = false
      dossiers = false
      households = false
      return
    }
    func quarter(of table: String) throws -> Int64 {
      try reader.connection.integer("SELECT count(*) FROM \(table)") / 4
    }
    let (assists, visits, households) = try (
      quarter(of: "assist"), quarter(of: "visit"), quarter(of: "household")
    )
    // Counted no farther than decides.
    func asked(_ table: String, atMost limit: Int64) throws -> Int64 {
      try reader.connection.integer(
        "SELECT count(*) FROM (SELECT 1 FROM \(table) WHERE date BETWEEN ? AND ? LIMIT ?)",
        .integer(Int64(query.period.from.daysSince1970)),
        .integer(Int64(query.period.to.daysSince1970)), .integer(limit + 1))
    }
    let visited = try asked("visit", atMost: max(assists, visits, households))
    let submissions = try quarter(of: "submission")
    dossiers = try asked("submission", atMost: submissions) > submissions
    // All visits are kept for all assists: that pays only where there are enough of these.
    self.assists = visited > max(assists, visits) && 2 * assists >= visits
    self.visits = visited > visits
    self.households = visited > households
  }

  /// Whether records of a kind are read in the order in which they lie, not in that of their days.
  func readsInOrder(_ kind: CountedKind) -> Bool {
    switch kind {
    case .visit: visits
    case .submission: dossiers
    case .assist, .household, .feedback, .member, .task: false
    }
  }
}

/// The elements of a set of one row after another.
struct SetElements {
  /// Whether rows have to come in their order, and all elements are read once beside them; else each
  /// row is asked for.
  let isInOrder: Bool
  private let statement: Statement
  /// What was read last and belongs to a row that did not come yet.
  private var next: (row: Int64, element: CountKey)?
  /// The elements of the current row; none stands for a row without any.
  private(set) var keys: [CountKey] = []

  init(
    of set: FieldDefinition, in table: TableDefinition, _ connection: Connection, inOrder: Bool
  ) throws {
    isInOrder = inOrder
    statement = try connection.prepare(
      """
      SELECT row, value FROM head WHERE table_id = ?1 AND field = ?2 AND typeof(value) = 'integer'
      \(inOrder ? "ORDER BY row" : "AND row = ?3")
      """)
    try statement.bind(Int64(table.id.rawValue), at: 1)
    try statement.bind(Int64(set.id.rawValue), at: 2)
    if inOrder { next = try read() }
  }

  /// Goes to a row; one that comes in order lies behind all that came before.
  mutating func move(to row: Int64) throws {
    keys.removeAll(keepingCapacity: true)
    if !isInOrder {
      statement.reset()
      try statement.bind(row, at: 3)
      next = try read()
    }
    while let next, next.row <= row {
      if next.row == row { keys.append(next.element) }
      self.next = try read()
    }
    if keys.isEmpty { keys.append(.none) }
  }

  private func read() throws -> (row: Int64, element: CountKey)? {
    guard try statement.step() else { return nil }
    return (try statement.integer(at: 0), .integer(try statement.integer(at: 1)))
  }
}

/// What all households say along an axis, as numbers of the axis.
struct HouseholdNumbers {
  private var numbers = RowNumbers()
  /// That of a household which is not here.
  private let missing: Int32

  init(_ column: String, _ axis: inout CountAxis, _ connection: Connection) throws {
    missing = axis.number(of: .none)
    try connection.withStatement("SELECT rid, \(column) FROM household") { statement in
      while try statement.step() {
        numbers.set(
          try statement.integer(at: 0), axis.number(of: CountRun.value(statement, at: 1)))
      }
    }
  }

  /// The number of the household that a column names.
  func number(_ statement: Statement, at column: Int) throws -> Int32 {
    guard let household = try statement.optionalInteger(at: column) else { return missing }
    return numbers[household] ?? missing
  }
}
