import SQLite
import SyncProtocol

/// Review rows of one write that several lives of the centre have made.
///
/// A centre that was restored judges again what laptops bring back, and they bring back the rows of
/// the earlier life as well. Such rows are *twins*, and for everybody one review: what a person ruled
/// on any of them holds for all, the latest ruling of several.
extension Store {
  /// A review row and whether another one is about the same write.
  struct ReviewRow {
    var review: Review
    var hasTwins: Bool
  }

  /// Whether another row is about the same write as a row of the table.
  static let hasTwins = """
    EXISTS (SELECT 1 FROM review AS twin WHERE twin.dot = review.dot AND twin.rid <> review.rid
      AND twin.scope = review.scope AND twin.field IS review.field AND twin.hidden IS NULL)
    """

  /// The rows of the table that the centre wrote and did not void, each as a review of its own.
  func reviewRows(_ condition: String, _ bindings: [SQLValue]) throws -> [ReviewRow] {
    let found: [ReviewRow?] = try connection.rows(
      """
      SELECT rid, number, scope, dot, field, table_id, row, reason, detail, author, state,
        ruled_by, note, \(Self.hasTwins)
      FROM review WHERE hidden IS NULL AND \(condition)
      """, bindings: bindings
    ) { statement in
      guard let review = try Review(statement) else { return nil }
      return ReviewRow(review: review, hasTwins: try statement.integer(at: 13) != 0)
    }
    var writers = DotWriters(self)
    return try found.compactMap { $0 }.filter { try writers.isCentre($0.review.id.replica) }
  }

  /// One review for each write, in the order in which the first row of each was found.
  func joiningTwins(of rows: [ReviewRow]) throws -> [Review] {
    var seen: Set<RowID> = []
    var reviews: [Review] = []
    for row in rows {
      guard row.hasTwins else {
        reviews.append(row.review)
        continue
      }
      let review = try joined(row.review)
      if seen.insert(review.id).inserted { reviews.append(review) }
    }
    return reviews
  }

  /// A review as it and its twins say together.
  private func joined(_ review: Review) throws -> Review {
    let twins = try reviewRows(
      "dot = ?1 AND scope = ?2 AND field IS ?3 ORDER BY rid",
      [
        .integer(review.dot.rawValue), .integer(review.scope.rawValue),
        SQLValue(review.field.map { Int64($0.rawValue) }),
      ]
    ).map(\.review)
    guard twins.count > 1, var joined = twins.first else { return review }
    joined.rows = twins.map(\.id)
    let ruling = try rulingTwin(of: twins)
    joined.state = ruling.state
    joined.ruledBy = ruling.ruledBy
    joined.note = ruling.note
    return joined
  }

  /// The twin whose state holds: the one on which a person ruled last, else one that somebody's later
  /// write has closed, else the first.
  private func rulingTwin(of twins: [Review]) throws -> Review {
    var last: (twin: Review, time: Timestamp, dot: Dot)?
    for twin in twins where twin.state != .neutralised && twin.state != .corrected {
      guard
        let head = try rows.load(ReviewTable.definition.id, twin.id, in: twin.scope)?.state
          .shown(ReviewTable.state.id)
      else { continue }
      if let last, (last.time, last.dot) > (head.time, head.dot) { continue }
      last = (twin, head.time, head.dot)
    }
    return last?.twin ?? twins.first { $0.state == .corrected } ?? twins[0]
  }
}

extension Review {
  /// A row of the table by itself; nil where it lacks what every review has.
  fileprivate init?(_ statement: Statement) throws {
    guard let id = RowID(rawValue: try statement.integer(at: 0)),
      let scope = ScopeID(rawValue: try statement.integer(at: 2)),
      let dot = try statement.optionalInteger(at: 3).flatMap(Dot.init(rawValue:)),
      let table = try statement.optionalInteger(at: 5).flatMap({ UInt16(exactly: $0) }),
      let row = try statement.optionalInteger(at: 6).flatMap(RowID.init(rawValue:))
    else { return nil }
    self.init(
      id: id, rows: [id], number: try statement.optionalInteger(at: 1) ?? 0, scope: scope, dot: dot,
      field: try statement.optionalInteger(at: 4).flatMap { UInt16(exactly: $0) }
        .map(FieldID.init(rawValue:)),
      table: TableID(rawValue: table), row: row,
      reason: try statement.optionalText(at: 7) ?? "",
      detail: try statement.optionalText(at: 8) ?? "",
      author: try statement.optionalInteger(at: 9).flatMap(RowID.init(rawValue:)),
      state: State(rawValue: try statement.optionalInteger(at: 10) ?? 1),
      ruledBy: try statement.optionalText(at: 11), note: try statement.optionalText(at: 12))
  }
}
