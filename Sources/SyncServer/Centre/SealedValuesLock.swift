import FieldWork
import Replica

/// That a centre shows no personal values since it was restored, or shows them by a person's word
/// although laptops are still awaited.
package struct SealedValuesLock: Sendable, Equatable {
  /// A laptop that is not awaited, and why.
  package struct Silent: Sendable, Equatable {
    /// What people call it.
    package var label: String
    /// That it was lost or replaced.
    package var fate: LaptopFate
  }

  /// Whether the values are locked; false where a person unlocked them early.
  package var isLocked: Bool
  /// Labels of the laptops that have not brought back what they know of erasures.
  package var awaited: [String]
  /// Laptops that can bring nothing back.
  package var silent: [Silent]

  /// The lock of a store; nil while it shows its values and every laptop was heard.
  package init?(_ store: Store) throws {
    isLocked = try store.showsNoSealedValues()
    guard try isLocked || store.wasUnlockedEarly() else { return nil }
    awaited = try store.awaitedPeers().map(\.label)
    let peers = try store.peers()
    let fates = try LaptopFate.all(store, peers)
    silent = peers.compactMap { peer in
      guard let fate = fates[peer.replica], fate.isSilent else { return nil }
      return Silent(label: peer.label, fate: fate)
    }
  }

  /// What is locked, until when, and what a person can do.
  package var words: BilingualText {
    guard isLocked else {
      let labels = awaited.joined(separator: ", ")
      return BilingualText(
        vi: "Thông tin cá nhân đã được mở khóa khi chưa nghe đủ các máy. Còn chờ: \(labels). Người "
          + "đã được xóa mà chỉ máy ấy biết có thể còn hiện: hãy cho máy gửi nhận (hoặc báo mất, "
          + "báo đã thay), và xem lại các đơn yêu cầu xóa.",
        en: "Personal values were unlocked before every laptop was heard. Awaited: \(labels). Who "
          + "was erased and only such a laptop knows of it may still be shown: let them sync (or "
          + "declare them lost or replaced), and look through the written requests.") + notAwaited
    }
    return BilingualText(
      vi: "Thông tin cá nhân đang khóa: người đã được xóa có thể còn trong bản sao lưu. ",
      en: "Personal values are locked: people who were erased may still be in the backup. ")
      + until + notAwaited
      + BilingualText(
        vi: " Mở ngay và chịu trách nhiệm: camtay-server keyring unlock --yes",
        en: " To unlock now and answer for it: camtay-server keyring unlock --yes")
  }

  private var until: BilingualText {
    guard !awaited.isEmpty else {
      return BilingualText(
        vi: "Không còn chờ máy nào: tự mở ở lần gửi nhận tới của bất kỳ máy nào.",
        en: "No laptop is awaited any more: they unlock at the next sync of any laptop.")
    }
    let labels = awaited.joined(separator: ", ")
    return BilingualText(
      vi: "Tự mở khi mọi máy đã gửi nhận, được báo mất hay đã thay. Còn chờ: \(labels).",
      en: "They unlock when every laptop has synced, or was declared lost or replaced. Awaited: "
        + "\(labels).")
  }

  private var notAwaited: BilingualText {
    guard !silent.isEmpty else { return BilingualText(same: "") }
    func names(_ language: Language) -> String {
      silent.map { LaptopFate.name($0.label, $0.fate, language) }.joined(separator: ", ")
    }
    return BilingualText(
      vi: " Không chờ: \(names(.vietnamese)); lệnh xóa mà chỉ máy ấy biết thì không về nữa, hãy "
        + "xem lại các đơn yêu cầu xóa.",
      en: " Not awaited: \(names(.english)); an erasure that only such a laptop knew of does not "
        + "come back, so look through the written requests.")
  }
}
