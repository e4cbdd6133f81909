import CommandLine
import FieldWork
import Replica

/// What is said of areas that stop because the centre was restored too far back, while this laptop
/// has some of their records as finished rows alone.
enum StoppedWarning {
  /// One warning for each area that stopped in the last sync.
  static func all(_ laptop: Laptop) throws -> [(code: String, words: BilingualText)] {
    try laptop.store.stoppedScopes().map { scope in
      let label =
        scope == .everyone
        ? BilingualText(vi: "Dữ liệu chung", en: "Public data")
        : BilingualText(same: "“\(try HandBackWarning.label(of: scope, laptop))”")
      return ("centre-lacks-records", label + words)
    }
  }

  private static var words: BilingualText {
    BilingualText(
      vi: " dừng lại: trung tâm được khôi phục từ bản sao lưu cũ hơn bản nó đã báo là an "
        + "toàn, và thiếu những bản ghi mà máy này vẫn còn. Không có gì bị xóa. Hãy báo điều phối "
        + "viên khôi phục bản sao lưu mới hơn, hoặc để các máy khác gửi trước. Nếu không còn cách "
        + "nào: “camtay backup”, rồi “camtay sync --start-over”.",
      en: " stops: the centre was restored from a backup older than the one it had called "
        + "safe, and lacks records that this laptop still has. Nothing is removed here. Tell the "
        + "coordinator to restore a newer backup, or let the other laptops sync first. If nothing "
        + "else is left: “camtay backup”, then “camtay sync --start-over”.")
  }
}
