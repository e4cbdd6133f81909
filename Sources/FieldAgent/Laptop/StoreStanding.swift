import FieldWork
import Replica

/// What a laptop's store says on every page, whatever the page is about: how far changes have come,
/// and how much has to be put right.
struct StoreStanding {
  /// How far changes have come.
  let status: HandOverStatus
  /// What the centre did not accept and nobody has ruled on.
  let reviews: Int
  /// Rejections to read.
  let rejections: Int
  /// Fields with two values, and what else waits for a decision.
  let conflicts: Int
  /// Visits whose date is doubtful.
  let dates: Int
}

extension Laptop {
  /// What the store says now. It is remembered until anybody writes there: every page shows it, and
  /// the line of the state asks for it every few seconds.
  func standing() throws -> StoreStanding {
    try rememberedStanding.value(records.watch) {
      StoreStanding(
        status: try store.handOverStatus(), reviews: try store.ownReviews(openOnly: true).count,
        rejections: try store.unreadRejections().count, conflicts: try store.conflictCount(),
        dates: try records.dateDoubts().count)
    }
  }
}
