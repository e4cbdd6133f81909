import FieldWork
import Listings
import Replica

/// What a laptop's store says on every page, whatever the page is about: how far changes have come,
/// and how much has to be put right.
struct StoreStanding {
  /// How far changes have come.
  let status: HandOverStatus
  /// The rows with something that the centre has not merged, the latest change first.
  let passages: [RowPassage]
  /// How many records hold something that the centre has not confirmed to have.
  let unsentRecords: Int
  /// What lies on sticks and the centre has not confirmed; nil for nothing.
  let carried: CarriedRecords?
  /// What the centre did not accept and nobody has ruled on.
  let reviews: Int
  /// Rejections to read.
  let rejections: Rejections
  /// Visits that the centre sent back and nobody has mended yet.
  let sentBack: Int
  /// Fields with two values, and what else waits for a decision.
  let conflicts: Int
  /// Visits whose date is doubtful.
  let dates: Int
  /// What went wrong with the data and is noted here.
  let incidents: Int64
}

extension Laptop {
  /// What the store says now. It is remembered until anybody writes there: every page shows it, and
  /// the line of the state asks for it every few seconds.
  func standing() throws -> StoreStanding {
    try rememberedStanding.value(records.watch) {
      let status = try store.handOverStatus()
      let passages =
        status.notHandedOver > 0 || status.needsAttention > 0 ? try store.rowPassages() : []
      return StoreStanding(
        status: status, passages: passages,
        unsentRecords: Self.unsentRecords(status, passages),
        carried: try CarriedRecords(passages, store),
        reviews: try store.ownReviews(openOnly: true).count,
        rejections: Rejections(try store.unreadRejections()),
        sentBack: try records.openSentBackCount(),
        conflicts: try store.conflictCount(), dates: try records.dateDoubts().count,
        incidents: try store.incidentCount())
    }
  }
}
