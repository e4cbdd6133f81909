import FieldWork
import SyncProtocol

/// The visits that were written to since somebody found them right: each that may have been has to be
/// read to tell, and lists are opened page by page.
final class ChangedShelf: Sendable {
  private let shelf = Shelf<[Int64], Set<RowID>>(maximumCount: 1)

  /// The visits.
  func visits(_ standings: ReviewStandings, _ records: FieldStore) throws -> Set<RowID> {
    let approvals = try VisitApprovals(records.store.connection).mark()
    return try shelf.value(for: approvals, records.reader) {
      try standings.changedSinceApproval()
    }
  }
}
