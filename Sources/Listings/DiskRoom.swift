import FieldWork

/// When both programs say that the disk is nearly full.
package enum DiskRoom {
  /// Bytes below which they do: 500 MB. A backup needs as much room as the store, a commune's store of
  /// a year takes some ten MB, and the system itself stops working well below that.
  package static let lowBytes: UInt64 = 500_000_000

  /// Bytes below which nothing can be relied on to be written any more: 20 MB, a large batch with the
  /// log of the store.
  package static let fullBytes: UInt64 = 20_000_000

  /// The code of a disk that is full.
  package static let fullCode = "disk-full"

  /// Whether so few bytes are left that nothing can be relied on to be written.
  package static func isFull(_ free: UInt64) -> Bool { free < fullBytes }

  /// Which disk it is, what is left and when that gets dangerous.
  package static func state(of path: String, _ free: UInt64) -> BilingualText {
    BilingualText(
      vi:
        "Đĩa chứa \(path) còn \(free / 1_000_000) MB; cần \(lowBytes / 1_000_000) MB để yên tâm, dưới "
        + "\(fullBytes / 1_000_000) MB thì không ghi được nữa.",
      en:
        "The disk of \(path) has \(free / 1_000_000) MB left; \(lowBytes / 1_000_000) MB are needed to "
        + "be at ease, and below \(fullBytes / 1_000_000) MB nothing can be written.")
  }

  /// The code of the warning.
  package static let code = "disk-low"

  /// Whether so few bytes are left that a person has to free some.
  package static func isLow(_ free: UInt64) -> Bool { free < lowBytes }

  /// What is left, what is safe and what to do.
  package static func words(_ free: UInt64) -> BilingualText {
    BilingualText(
      vi: "Đĩa chỉ còn \(free / 1_000_000) MB (cần ít nhất \(lowBytes / 1_000_000) MB); những gì "
        + "đã lưu vẫn an toàn, nhưng ghi và sao lưu có thể không được. Hãy giải phóng chỗ.",
      en: "Only \(free / 1_000_000) MB are left on the disk (at least \(lowBytes / 1_000_000) MB "
        + "are needed); what was saved is safe, but recording and backups may fail. Free some "
        + "space.")
  }
}
