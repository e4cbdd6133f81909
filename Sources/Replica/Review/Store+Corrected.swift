import SyncProtocol

/// Reviews that need nobody's ruling any more, because the field was written anew since.
extension Store {
  /// Notes on every open review of a field that an accepted write has put another value in its place:
  /// one further on in the same laptop's chain, or one that has seen what was not accepted, or what
  /// the centre put there instead.
  ///
  /// - Parameter header: of the batch that the operation came in.
  func closeCorrected(by operation: Operation, in header: Batch.Header, _ act: Act) throws {
    guard !operation.isCreate else { return }
    let open = try reviews(
      of: operation.row, in: operation.table, scope: header.scope
    ).filter { review in
      review.isOpen && !review.concernsRow && review.dot != operation.dot
    }
    for review in open {
      guard let write = operation.writes.first(where: { $0.field == review.field }),
        write.field.kind != .set, write.value.map({ !$0.isUnset }) ?? false
      else { continue }
      let hasSeen = try write.previous.contains { seen in
        try seen == review.dot || self.operation(seen, in: header.scope)?.because == review.dot
      }
      guard try hasSeen || isWritten(review.dot, before: operation.dot, in: header) else {
        continue
      }
      for row in review.rows {
        try act.write(
          ReviewTable.definition, row,
          [(ReviewTable.state, .integer(Review.State.corrected.rawValue))])
      }
    }
  }

  /// True when a replica wrote one operation before another: sessions have no order, batches do.
  private func isWritten(
    _ earlier: Dot, before later: Dot, in header: Batch.Header
  ) throws -> Bool {
    guard earlier.replica == later.replica else { return false }
    if earlier.origin == later.origin { return earlier.counter < later.counter }
    return try connection.integer(
      """
      SELECT count(*) FROM batch WHERE scope = ?1 AND replica = ?2 AND session = ?3
        AND last_counter >= ?4 AND first_counter <= ?4 AND sequence < ?5
      """,
      .integer(header.scope.rawValue), .integer(Int64(earlier.replica.rawValue)),
      .integer(Int64(earlier.origin.session)), .integer(Int64(earlier.counter)),
      .integer(Int64(header.sequence))) > 0
  }
}
