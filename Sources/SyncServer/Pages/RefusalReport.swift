import FieldWork
import Replica
import SyncProtocol

/// A batch that the centre refused: nothing of it was taken, the laptop keeps it.
package struct RefusalReport: Sendable, Hashable {
  /// When.
  package var at: LocalDateTime
  /// Which laptop offered it; nil when no laptop of ours did.
  package var laptop: String?
  /// Why, by its stable code.
  package var reason: String
}

/// The latest refusals of a centre, the last one first.
package struct RefusalList: Sendable, Hashable {
  /// Refusals that the overview tells; a page has all of them.
  package static let limit = 10

  /// At most `limit` refusals.
  package var refusals: [RefusalReport]
  /// How many there are in all.
  package var count: Int

  /// A list as given.
  package init(refusals: [RefusalReport], count: Int) {
    self.refusals = refusals
    self.count = count
  }

  /// Reads the refusals of a store.
  package static func gather(_ store: Store, _ laptops: [LaptopReport]) throws -> RefusalList {
    let found = try store.refusals(limit: limit)
    return RefusalList(refusals: told(found.refusals, laptops), count: found.count)
  }

  /// Refusals with what people call the laptops that offered them.
  static func told(_ refusals: [Refusal], _ laptops: [LaptopReport]) -> [RefusalReport] {
    let labels = Dictionary(
      laptops.map { (Int64($0.replica.rawValue), $0.label) },
      uniquingKeysWith: { first, _ in first })
    return refusals.map { refusal in
      RefusalReport(
        at: LocalDateTime(milliseconds: refusal.at.rawValue), laptop: labels[refusal.offeredBy],
        reason: refusal.reason)
    }
  }

  /// What a reason means and what to do; a code that this version does not know stands for itself.
  package static func words(of reason: String) -> BilingualText {
    switch reason {
    case "bad-signature":
      BilingualText(
        vi: "Chữ ký không đúng: dữ liệu bị sửa hoặc máy không phải của mình. Hãy ghi danh lại máy.",
        en: "The signature is wrong: altered, or not a laptop of ours. Enrol the laptop again.")
    case "unknown-replica":
      BilingualText(
        vi: "Máy chưa được ghi danh ở trung tâm này.",
        en: "The laptop is not enrolled at this centre.")
    case "needs-upgrade", "unsupported-version":
      BilingualText(
        vi: "Dữ liệu của phiên bản mới hơn: hãy nâng cấp trung tâm.",
        en: "Data of a later version: upgrade the centre.")
    case "checksum-mismatch", "bad-compression", "not-a-stream":
      BilingualText(
        vi: "Dữ liệu hỏng trên đường: máy sẽ tự gửi lại.",
        en: "Damaged on its way: the laptop will send it again.")
    case _ where reason.hasPrefix("malformed"):
      BilingualText(
        vi: "Dữ liệu không đúng định dạng (\(reason)).", en: "The data are malformed (\(reason)).")
    default: BilingualText(same: reason)
    }
  }
}
