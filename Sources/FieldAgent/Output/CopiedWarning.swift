import CommandLine
import Replica

/// What a person is told whose store was copied or put back.
enum CopiedWarning {
  /// The warning, while there is reason for it.
  static func all(_ laptop: Laptop) throws -> [(code: String, words: BilingualText)] {
    try laptop.store.copiedSince() == nil
      ? [] : [("copied", words + aside(of: laptop.home))]
  }

  /// Where the data lie whose place a restored backup took, and in which something is that was not
  /// sent: it is there alone.
  private static func aside(of home: HomeFolder) -> BilingualText {
    let files = (1...99).map { "\(home.storePath).before-restore-\($0)" }
      .prefix(while: HomeFolder.exists)
    // What cannot be read may hold unsent work as well.
    guard let last = files.last(where: { (try? Store.unsentOperations(in: $0)) ?? 1 > 0 }) else {
      return BilingualText(same: "")
    }
    return BilingualText(
      vi: "\nNhững gì ghi trước lần phục hồi mà chưa gửi chỉ còn trong tệp \(last). Lấy lại: "
        + "camtay restore \(ShellWord.quoted(last)) --force",
      en: "\nWhat was recorded before the restore and not sent is in \(last) alone. To have it "
        + "back: camtay restore \(ShellWord.quoted(last)) --force")
  }

  /// What is safe and what to do next.
  static let words = BilingualText(
    vi: "Dữ liệu của máy này đã được chép sang máy khác hoặc lấy lại từ bản cũ. Những gì đã "
      + "gửi không mất và vẫn ghi tiếp được. Hãy xin điều phối viên một mã ghi danh mới rồi chạy ngay tại máy "
      + "này:\n  camtay enroll --server ĐỊA_CHỈ --code MÃ\n"
      + "Dữ liệu giữ nguyên, máy được cấp số mới.",
    en: "This laptop's data were copied to another one, or put back from an older state. "
      + "Nothing that was sent is lost, and you can go on recording. Ask the coordinator for a new enrolment code and run, "
      + "on this laptop:\n  camtay enroll --server URL --code CODE\n"
      + "The data stay as they are; the laptop gets a new number.")
}
