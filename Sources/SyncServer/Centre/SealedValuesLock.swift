import FieldWork
import Replica

/// That a centre shows no personal values since it was restored.
package struct SealedValuesLock: Sendable, Equatable {
  /// Labels of the laptops that have not brought back what they know of erasures.
  package var awaited: [String]

  /// The lock of a store; nil while it shows its values.
  package init?(_ store: Store) throws {
    guard try store.showsNoSealedValues() else { return nil }
    awaited = try store.awaitedPeers().map(\.label)
  }

  /// What is locked, until when, and what a person can do.
  package var words: BilingualText {
    let labels = awaited.isEmpty ? "–" : awaited.joined(separator: ", ")
    return BilingualText(
      vi: "Thông tin cá nhân đang khoá: người đã được xoá có thể còn trong bản sao lưu. Tự mở khi "
        + "mọi máy đã gửi nhận, hoặc được báo mất. Còn chờ: \(labels). Mở ngay và chịu trách nhiệm: "
        + "camtay-server keyring unlock --yes",
      en: "Personal values are locked: people who were erased may still be in the backup. They "
        + "unlock when every laptop has synced or was declared lost. Awaited: \(labels). To unlock "
        + "now and answer for it: camtay-server keyring unlock --yes")
  }
}
