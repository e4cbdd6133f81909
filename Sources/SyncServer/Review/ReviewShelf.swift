import FieldWork
import SyncProtocol

/// How many visits the lists of the review have: counting goes through all of a province's, and lists
/// are opened page by page.
final class ReviewShelf: Sendable {
  private struct Question: Hashable {
    let filters: [String: String]
    let since: Timestamp?
    let scopes: [ScopeID]?
    let today: LocalDate
    let flagsFound: Timestamp?
    let isLooking: Bool
    let approvals: [Int64]
  }

  private let shelf = Shelf<Question, ReviewQuery.Counts>(maximumCount: 16)

  /// The numbers of a list.
  func counts(_ query: ReviewQuery, _ records: FieldStore) throws -> ReviewQuery.Counts {
    let connection = records.store.connection
    let question = Question(
      filters: query.wish.filters, since: query.wish.arrived?.time, scopes: query.scopes,
      today: query.today, flagsFound: query.flags.foundAt,
      isLooking: query.flags.isLooking, approvals: try VisitApprovals(connection).mark())
    return try shelf.value(for: question, records.reader) { try query.counts(connection) }
  }
}
