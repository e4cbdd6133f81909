import FieldWork

/// When both programs say that the disk is nearly full.
package enum DiskRoom {
  /// Bytes below which they do: 500 MB. A backup needs as much room as the store, a commune's store of
  /// a year takes some ten MB, and the system itself stops working well below that.
  package static let lowBytes: UInt64 = 500_000_000

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
