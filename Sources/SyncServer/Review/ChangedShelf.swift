import FieldWork
import SyncProtocol

/// The visits that were written to since somebody found them right: each of a period has to be read
/// to tell, and lists are opened page by page.
final class ChangedShelf: Sendable {
  private struct Question: Hashable {
    let period: Period
    let approvals: [Int64]
  }

  private let shelf = Shelf<Question, Set<RowID>>(maximumCount: 4)

  /// The visits of a period.
  func visits(
    _ period: Period, _ standings: ReviewStandings, _ records: FieldStore
  ) throws -> Set<RowID> {
    let approvals = try VisitApprovals(records.store.connection).mark()
    return try shelf.value(
      for: Question(period: period, approvals: approvals), records.reader
    ) { try standings.changedSinceApproval(in: period) }
  }
}
