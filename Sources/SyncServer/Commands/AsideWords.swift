import CommandLine
import FieldWork
import Replica

/// What people read about what is kept aside.
enum AsideWords {
  /// How many batches wait for a decision.
  static func waiting(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Gói giữ riêng mà chưa ai ghi lại, chưa được tính: \(count); xem “camtay-server aside "
        + "list”.",
      en: "Batches kept aside that nobody has written again and that do not count: \(count); see "
        + "“camtay-server aside list”.")
  }

  /// What to expect of a batch.
  static func words(of item: AsideSurvey.Item) -> BilingualText {
    switch item.outlook {
    case .stands:
      guard let adoption = item.batch.adoption else {
        return BilingualText(
          vi: "đã có dưới số khác, không phải làm gì",
          en: "stands under other numbers, nothing to do")
      }
      let time = Format.dateTime(LocalDateTime(milliseconds: adoption.time.rawValue))
      return BilingualText(
        vi: "đã nhận theo quyết định của \(adoption.person), \(time)",
        en: "adopted by decision of \(adoption.person), \(time)")
    case .nothingLeft:
      return BilingualText(
        vi: "phần còn lại máy không có quyền ghi, không phải làm gì",
        en: "what is left a laptop may not write, nothing to do")
    case .awaited:
      return BilingualText(
        vi: "máy có thể còn tự ghi lại: hãy để máy gửi nhận trước",
        en: "its laptop may still write it again: let it sync first")
    case .incomplete:
      let names = item.missing.joined(separator: ", ")
      return BilingualText(
        vi: "nối tiếp phần chưa tới của \(names)", en: "goes on from what has not come of \(names)")
    case .decision:
      return BilingualText(
        vi: "không còn ai ghi lại: cần quyết định", en: "nobody writes it again: decide")
    }
  }

  /// How to adopt a batch.
  static func adopting(_ name: String) -> BilingualText {
    BilingualText(
      vi: "Để tính những điều này: camtay-server aside adopt \(name) --by TÊN (xem trước bằng "
        + "--dry-run)",
      en: "To have them count: camtay-server aside adopt \(name) --by NAME (look first with "
        + "--dry-run)")
  }
}
