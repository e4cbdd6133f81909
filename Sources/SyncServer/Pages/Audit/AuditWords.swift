import FieldWork
import Listings
import SyncProtocol

/// The words of the log.
enum AuditWords {
  static let title = BilingualText(vi: "Nhật ký kiểm tra", en: "Audit log")
  static let number = BilingualText(vi: "Số", en: "Number")
  static let when = BilingualText(vi: "Lúc", en: "When")
  static let who = BilingualText(vi: "Tài khoản", en: "Account")
  static let keeper = BilingualText(vi: "(người giữ máy chủ)", en: "(keeper of the server)")
  static let what = BilingualText(vi: "Việc", en: "Act")
  static let subject = BilingualText(vi: "Đối tượng", en: "Subject")
  static let detail = BilingualText(vi: "Chi tiết", en: "Detail")
  static let holds = BilingualText(
    vi: "Đối tượng hoặc chi tiết có", en: "Subject or detail holds")
  static let from = BilingualText(vi: "Từ ngày", en: "From")
  static let to = BilingualText(vi: "Đến hết ngày", en: "Through")
  static let head = BilingualText(vi: "Mã băm cuối chuỗi", en: "Head of the chain")
  static let empty = BilingualText(
    vi: "Nhật ký chưa có dòng nào.", en: "There is no line in the log yet.")

  /// Whether the log is whole, in words.
  static func words(of verdict: AuditLog.Verdict) -> BilingualText {
    switch verdict {
    case .whole(let lines, let head):
      BilingualText(
        vi: "Chuỗi băm nguyên vẹn: \(lines) dòng, mã cuối \(short(head)).",
        en: "The chain is whole: \(counted(lines, "line", "lines")), head \(short(head)).")
    case .broken(let number):
      BilingualText(
        vi: "Chuỗi băm bị đứt ở dòng \(number): có dòng bị sửa hoặc bị bỏ. Hãy giữ nguyên kho và "
          + "so với bản sao lưu.",
        en: "The chain breaks at line \(number): a line was altered or taken out. Leave the store "
          + "as it is and compare it with a backup.")
    }
  }

  /// When every line was last walked.
  static func checked(_ moment: LocalDateTime) -> BilingualText {
    let time = Format.dateTime(moment)
    return BilingualText(
      vi: "Cả chuỗi được kiểm tra lúc \(time); các dòng thêm từ đó được kiểm tra khi mở trang này.",
      en: "The whole chain was checked at \(time); lines since then are checked when this page is "
        + "opened.")
  }

  static let checkAll = BilingualText(
    vi: "Kiểm tra lại toàn bộ", en: "Check all of it again")

  /// What makes a log that was cut or written anew as a whole show.
  static func keep(_ head: String) -> BilingualText {
    BilingualText(
      vi:
        "Ghi mã cuối này ở nơi khác: \(head). Lần sau “audit verify --head MÃ” cho biết nhật ký có "
        + "bị cắt hay viết lại không.",
      en:
        "Note this head elsewhere: \(head). Next time “audit verify --head HASH” tells whether the "
        + "log was cut or written anew.")
  }

  /// The head of the chain in full, for a file.
  static func headText(_ verdict: AuditLog.Verdict) -> String {
    switch verdict {
    case .whole(_, let head): Hexadecimal.encode(head)
    case .broken(let number): "broken at \(number)"
    }
  }

  private static func short(_ hash: [UInt8]) -> String { Hexadecimal.encode(Array(hash.prefix(6))) }
}
