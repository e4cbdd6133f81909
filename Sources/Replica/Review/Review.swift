import SQLite
import SyncProtocol

/// A judgement of the centre, as every holder of the scope has it.
package struct Review: Sendable, Equatable {
  /// How it stands.
  package enum State: Int64, Sendable, CaseIterable {
    /// Taken out of what is shown and counted, until a person rules.
    case neutralised = 1
    /// A person let it stand.
    case admitted = 2
    /// A person let another value stand in its place.
    case admittedEdited = 3
    /// A person confirmed that it does not stand.
    case rejected = 4
    /// Nobody ruled: somebody wrote the field anew, and that was accepted.
    case corrected = 5

    /// The stable name.
    package var name: String {
      switch self {
      case .neutralised: "open"
      case .admitted: "admitted"
      case .admittedEdited: "admitted-edited"
      case .rejected: "rejected"
      case .corrected: "corrected"
      }
    }
  }

  /// The review's own row; of several lives' that judged one write, the first.
  package var id: RowID
  /// Every row that says it, ascending: each life of the centre may have judged the same write.
  package var rows: [RowID]
  /// The number that people type.
  package var number: Int64
  /// The scope of both.
  package var scope: ScopeID
  /// The judged operation.
  package var dot: Dot
  /// The judged field; nil for the whole operation.
  package var field: FieldID?
  /// The table of the row it wrote.
  package var table: TableID
  /// The row it wrote.
  package var row: RowID
  /// The reason's code, also of a later version.
  package var reason: String
  /// Which rule, or what was found; empty when there is nothing to add.
  package var detail: String
  /// The member who wrote it; nil where the program did.
  package var author: RowID?
  /// How it stands; nil for a state of a later version.
  package var state: State?
  /// Who ruled; nil while nobody has.
  package var ruledBy: String?
  /// What they said.
  package var note: String?

  /// True where the row as a whole is judged: it was created by the judged operation, and what is
  /// wrong cannot be mended field by field.
  package var concernsRow: Bool { dot == row && (field.map { $0.kind == .event } ?? true) }

  /// True while the judged write does not stand.
  package var isAgainst: Bool { state != .admitted }

  /// True while nobody has ruled.
  package var isOpen: Bool { state == .neutralised }
}

extension Store {
  /// The index by which reviews are found, where the registry has them.
  func prepareReviews() throws {
    guard schema[ReviewTable.definition.id] != nil else { return }
    try connection.execute("CREATE INDEX IF NOT EXISTS review_row ON review (row)")
    try connection.execute("CREATE INDEX IF NOT EXISTS review_dot ON review (dot)")
    try connection.execute(
      "CREATE INDEX IF NOT EXISTS review_kept_aside ON review (scope) WHERE reason = 'kept-aside'")
    try connection.execute(
      "CREATE INDEX IF NOT EXISTS review_sent_back ON review (rid) WHERE reason = 'sent-back'")
  }

  /// Reviews by number.
  ///
  /// - Parameters:
  ///   - openOnly: leaves out those that need no ruling any more.
  ///   - replica: only of what this replica wrote.
  package func reviews(
    openOnly: Bool = false, of replica: ReplicaID? = nil, limit: Int = .max
  ) throws -> [Review] {
    let first = replica.map { Int64($0.rawValue) << 39 }
    // A row that nobody ruled on is closed where its twin is.
    return try reviews(
      """
      (?1 = 0 OR coalesce(state, 1) = 1) AND (?2 IS NULL OR dot BETWEEN ?2 AND ?2 + ?3)
      ORDER BY number, rid LIMIT ?4
      """,
      [
        .integer(openOnly ? 1 : 0), SQLValue(first), .integer(1 << 39 - 1),
        .integer(Int64(limit)),
      ]
    ).filter { !openOnly || $0.isOpen }
      .sorted { ($0.number, $0.id) < ($1.number, $1.id) }
  }

  /// The reviews that a typed number can mean: two epochs of the centre may issue one number.
  package func reviews(numbered number: Int64) throws -> [Review] {
    try reviews("number = ? ORDER BY rid", [.integer(number)])
  }

  /// A review by any of its rows; nil when it is not here.
  package func review(_ id: RowID) throws -> Review? {
    try reviews("rid = ?", [.integer(id.rawValue)]).first
  }

  /// The reviews of what was written to a row.
  ///
  /// - Parameter scope: only of what was written in this scope; nil for all.
  package func reviews(
    of row: RowID, in table: TableID, scope: ScopeID? = nil
  ) throws -> [Review] {
    try reviews(
      "row = ?1 AND table_id = ?2 AND (?3 IS NULL OR scope = ?3) ORDER BY rid",
      [
        .integer(row.rawValue), .integer(Int64(table.rawValue)), SQLValue(scope?.rawValue),
      ])
  }

  /// The reviews of one operation of a scope.
  func reviews(of dot: Dot, in scope: ScopeID) throws -> [Review] {
    try reviews(
      "dot = ? AND scope = ? ORDER BY rid",
      [.integer(dot.rawValue), .integer(scope.rawValue)])
  }

  /// The reviews of what was adopted from aside in a scope, by operation.
  func reviewsOfKeptAside(in scope: ScopeID) throws -> [Review] {
    try reviews("reason = 'kept-aside' AND scope = ? ORDER BY dot, rid", [.integer(scope.rawValue)])
  }

  /// The reviews by which records were sent back, by row.
  func reviewsSentBack() throws -> [Review] {
    // Word by word as in the index, so that it serves.
    try reviews("reason = 'sent-back' ORDER BY rid", [])
  }

  /// The reviews of a table of which some life of the centre has one rejected, by row.
  func reviews(rejecting table: TableID) throws -> [Review] {
    try reviews(
      "state = 4 AND table_id = ? ORDER BY rid", [.integer(Int64(table.rawValue))])
  }

  /// The laptop on which an operation was written: that of its dot, or of what the centre adopted from
  /// aside the one that had written it first.
  package func laptop(of dot: Dot) throws -> ReplicaID {
    var writers = DotWriters(self)
    return try writers.laptop(of: dot)
  }

  /// How many reviews wait for a ruling, by scope and by the laptop that wrote what was judged: a
  /// province has tens of thousands, of which nothing else is read here.
  package func openReviewCounts() throws -> [(scope: ScopeID, laptop: ReplicaID, count: Int)] {
    guard schema[ReviewTable.definition.id] != nil else { return [] }
    struct Group {
      var scope: ScopeID
      var judge: ReplicaID
      var writer: ReplicaID
      var count: Int
    }
    let isOpen = """
      coalesce(state, 1) = 1 AND dot IS NOT NULL AND table_id IS NOT NULL AND row IS NOT NULL
      """
    let groups = try connection.rows(
      """
      SELECT scope, rid >> 39, dot >> 39, count(*) FROM review
      WHERE hidden IS NULL AND \(isOpen) AND NOT \(Self.hasTwins) GROUP BY 1, 2, 3
      """
    ) { row -> Group? in
      func replica(_ column: Int) throws -> ReplicaID? {
        ReplicaID(rawValue: UInt32(clamping: try row.integer(at: column)))
      }
      guard let scope = ScopeID(rawValue: try row.integer(at: 0)), let judge = try replica(1),
        let writer = try replica(2)
      else { return nil }
      return Group(
        scope: scope, judge: judge, writer: writer, count: Int(clamping: try row.integer(at: 3)))
    }.compactMap(\.self)
    var writers = DotWriters(self)
    var counts: [(scope: ScopeID, laptop: ReplicaID, count: Int)] = []
    for group in groups where try writers.isCentre(group.judge) {
      guard try !writers.isCentre(group.writer) else { continue }
      counts.append((group.scope, group.writer, group.count))
    }
    // Of what the centre adopted, and of what several lives of it judged, each is looked at.
    let centres = Set(
      try groups.map(\.writer).filter { try writers.isCentre($0) }.map { Int64($0.rawValue) })
    let list = centres.sorted().map(String.init).joined(separator: ",")
    for review in try reviews("\(isOpen) AND (\(Self.hasTwins) OR dot >> 39 IN (\(list)))", [])
    where review.isOpen {
      counts.append((review.scope, try writers.laptop(of: review.dot), 1))
    }
    return counts
  }

  /// How many reviews wait for a ruling, of everybody or of what one replica wrote.
  package func openReviewCount(of replica: ReplicaID? = nil) throws -> Int {
    try reviews(openOnly: true, of: replica).count
  }

  /// What the judged write wanted to write; nil where the log no longer has it, for a whole
  /// operation, and for a removal.
  package func judgedValue(of review: Review) throws -> Value? {
    guard let field = review.field else { return nil }
    return try operation(review.dot, in: review.scope).map(opened)?.writes
      .first { $0.field == field }?.value
  }

  /// Everything that the judged operation wrote, opened; empty when the log no longer says.
  package func judgedWrites(of review: Review) throws -> [FieldWrite] {
    try operation(review.dot, in: review.scope).map(opened)?.writes ?? []
  }

  /// Rows that the centre did not write, or that it voided, are no reviews; those of several lives on
  /// one write are one, at the place of the first that was found.
  fileprivate func reviews(_ condition: String, _ bindings: [SQLValue]) throws -> [Review] {
    guard schema[ReviewTable.definition.id] != nil else { return [] }
    return try joiningTwins(of: reviewRows(condition, bindings))
  }

  /// True for every life of the centre: the certificate says so, never the number.
  func isCentre(_ replica: ReplicaID) throws -> Bool {
    try certificate(of: replica)?.role == .centre
  }
}

/// Tells for many operations on which laptop each was written, asking once for each certificate.
package struct DotWriters {
  private let store: Store
  private var isCentre: [ReplicaID: Bool] = [:]

  /// Asks a store.
  package init(_ store: Store) { self.store = store }

  /// Whether a replica is a life of the centre.
  mutating func isCentre(_ replica: ReplicaID) throws -> Bool {
    if let known = isCentre[replica] { return known }
    let found = try store.isCentre(replica)
    isCentre[replica] = found
    return found
  }

  /// The laptop on which an operation was written: that of its dot, or of what the centre adopted from
  /// aside the one that had written it first.
  package mutating func laptop(of dot: Dot) throws -> ReplicaID {
    guard try isCentre(dot.replica) else { return dot.replica }
    let adopted = try store.reviews(
      "reason = 'kept-aside' AND dot = ? ORDER BY rid", [.integer(dot.rawValue)])
    return adopted.first.flatMap { UInt32($0.detail) }.flatMap(ReplicaID.init(rawValue:))
      ?? dot.replica
  }
}
