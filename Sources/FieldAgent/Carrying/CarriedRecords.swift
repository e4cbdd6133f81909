import FieldWork
import Listings
import Replica

/// Records that were written to a stick whole and that the centre has not confirmed.
struct CarriedRecords: Equatable {
  /// How many.
  let count: Int
  /// When the first of the packs was written that carry them.
  let since: LocalDateTime

  /// What the passages of a store's rows say of it; nil where nothing is on its way so.
  init?(_ passages: [RowPassage], _ store: Store) throws {
    count = passages.count { $0.stage == .carried }
    guard count > 0,
      let first = try store.packs().last(where: { $0.unconfirmed > 0 })
    else { return nil }
    since = LocalDateTime(milliseconds: first.packed.rawValue)
  }

  /// The same for people.
  var words: BilingualText {
    let day = Format.date(since.date)
    return BilingualText(
      vi: "\(count) bản ghi trên USB từ \(day), trung tâm chưa xác nhận",
      en: counted(count, "record", "records")
        + " on a stick since \(day), not yet confirmed by the centre")
  }
}
