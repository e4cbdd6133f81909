import CommandLine
import FieldWork
import Replica
import SyncProtocol

/// What is said of areas that stop because the centre was restored too far back, while this laptop
/// has some of their records as finished rows alone.
enum StoppedWarning {
  /// One warning for each area that stopped in the last sync.
  static func all(_ laptop: Laptop) throws -> [(code: String, words: BilingualText)] {
    try laptop.store.stoppedScopes().map {
      ("centre-lacks-records", try label(of: $0, laptop) + words)
    }
  }

  /// One warning for each area in which this sync gave up what the centre lacks, as a person wished.
  static func startedOver(
    _ scopes: [ScopeID], _ laptop: Laptop, backup: String?
  ) throws -> [(code: String, words: BilingualText)] {
    try scopes.map {
      ("started-over", try label(of: $0, laptop) + givenUp + StartOver.wayBack(backup))
    }
  }

  /// What people call an area that stopped.
  static func label(of scope: ScopeID, _ laptop: Laptop) throws -> BilingualText {
    scope == .everyone
      ? BilingualText(vi: "Dữ liệu chung", en: "Public data")
      : BilingualText(same: "“\(try HandBackWarning.label(of: scope, laptop))”")
  }

  private static var givenUp: BilingualText {
    BilingualText(
      vi: " đã bắt đầu lại từ đầu: những bản ghi mà trung tâm không có thì máy này cũng không còn "
        + "hiện. Hãy xem lại danh sách và ghi lại những gì thiếu.",
      en: " was started over: records that the centre lacks are shown here no longer. Look through "
        + "your lists and record anew what is missing.")
  }

  private static var words: BilingualText {
    BilingualText(
      vi: " dừng lại: trung tâm được khôi phục từ bản sao lưu cũ hơn bản nó đã báo là an "
        + "toàn, và thiếu những bản ghi mà máy này vẫn còn. Không có gì bị xóa. Hãy báo điều phối "
        + "viên khôi phục bản sao lưu mới hơn, hoặc để các máy khác gửi trước. Nếu không còn cách "
        + "nào: “camtay sync --start-over” cho xem sẽ mất gì, chưa làm gì.",
      en: " stops: the centre was restored from a backup older than the one it had called "
        + "safe, and lacks records that this laptop still has. Nothing is removed here. Tell the "
        + "coordinator to restore a newer backup, or let the other laptops sync first. If nothing "
        + "else is left: “camtay sync --start-over” shows what would go, and does nothing yet.")
  }
}
