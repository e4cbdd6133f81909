import FieldWork
import Pages
import Web

/// The words of samples.
enum SampleWords {
  static let title = BilingualText(vi: "Kiểm tra mẫu ngẫu nhiên", en: "Random-sample checks")
  static let new = BilingualText(vi: "Rút mẫu mới", en: "Draw a sample")
  static let lead = BilingualText(
    vi: "Rút ngẫu nhiên một số lượt hỗ trợ được tính của mỗi thành viên trong kỳ. Cùng số gieo và "
      + "cùng sổ ghi thì rút ra đúng mẫu đó, ai cũng kiểm lại được.",
    en: "Draws some counted assists of each member in the period by chance. The same seed and the "
      + "same records draw the same sample, so that anybody can check it.")
  static let draw = BilingualText(vi: "Rút mẫu", en: "Draw")
  static let seed = BilingualText(vi: "Số gieo", en: "Seed")
  static let seedHint = BilingualText(
    vi: "1–999999; để trống thì máy chọn ngẫu nhiên", en: "1–999999; left empty, one is drawn")
  static let perMember = BilingualText(vi: "Lượt mỗi người", en: "Assists a member")
  static let unreadable = BilingualText(
    vi: "Chưa rút được: hãy chọn kỳ trong danh sách, số lượt mỗi người, và số gieo từ 1 đến 999999 "
      + "hoặc để trống. Chưa có gì bị lưu.",
    en:
      "Nothing was drawn: choose a period of the list, the assists a member, and a seed from 1 to "
      + "999999 or none. Nothing was kept.")
  static let nothingToDraw = BilingualText(
    vi: "Kỳ này chưa có lượt hỗ trợ nào được tính trong phạm vi của bạn; hãy chọn kỳ khác.",
    en: "No assist within your reach counts in this period; choose another one.")
  static let drawn = BilingualText(vi: "Các mẫu đã rút", en: "Samples drawn")
  static let none = BilingualText(
    vi: "Chưa rút mẫu nào.", en: "No sample has been drawn yet.")
  static let number = BilingualText(vi: "Mẫu số", en: "Sample")
  static let lines = BilingualText(vi: "Số lượt", en: "Lines")
  static let judged = BilingualText(vi: "Đã xem", en: "Checked")
  static let rightRate = BilingualText(vi: "Tỷ lệ đúng", en: "Share right")
  static let by = BilingualText(vi: "Người rút", en: "Drawn by")
  static let when = BilingualText(vi: "Lúc", en: "When")
  static let result = BilingualText(vi: "Kết quả", en: "Result")
  static let all = BilingualText(vi: "‹ Mọi mẫu", en: "‹ All samples")
  static let noNames = BilingualText(
    vi: "Không có tên người: mỗi dòng chỉ có mã, ngày và việc đã làm. Gọi tổ theo mã để hỏi lại.",
    en: "Nobody is named: each line has a code, a day and what was done. Ask the team by the code.")
  static let kept = BilingualText(vi: "Đã lưu.", en: "Kept.")
  static let keep = BilingualText(vi: "Lưu điều đã xem", en: "Keep what was found")
  static let linesToCheck = BilingualText(vi: "Các lượt cần xem", en: "Lines to check")
  static let line = BilingualText(vi: "Dòng", en: "Line")
  static let evidence = BilingualText(vi: "Minh chứng", en: "Evidence")
  static let flags = BilingualText(vi: "Cờ gợi ý", en: "Flags")
  static let verdict = BilingualText(vi: "Nhận xét", en: "Finding")
  static let open = BilingualText(vi: "chưa xem", en: "not checked")
  static let gone = BilingualText(vi: "bản ghi không còn ở đây", en: "the record is not here now")
  static let notCountedNow = BilingualText(vi: "nay không tính nữa", en: "does not count any more")
  static let memberNumber = BilingualText(vi: "Thành viên thứ", en: "Member no.")
  static let minutesName = BilingualText(vi: "Phút", en: "Minutes")

  static func title(_ id: Int64) -> BilingualText {
    BilingualText(vi: "Mẫu kiểm tra số \(id)", en: "Sample \(id)")
  }

  static func member(_ number: Int) -> BilingualText {
    BilingualText(vi: "thành viên thứ \(number)", en: "member no. \(number)")
  }

  static func minutes(_ minutes: Int64) -> BilingualText {
    BilingualText(vi: "\(minutes) phút", en: "\(minutes) min")
  }

  static func verdict(_ place: Int) -> BilingualText {
    BilingualText(vi: "Dòng \(place)", en: "Line \(place)")
  }

  static func note(_ place: Int) -> BilingualText {
    BilingualText(vi: "Ghi chú \(place), không tên", en: "Note \(place), no names")
  }

  static func line(_ place: Int) -> BilingualText {
    BilingualText(vi: "Dòng \(place): ", en: "Line \(place): ")
  }

  static func noteWithoutVerdict(_ place: Int) -> BilingualText {
    line(place)
      + BilingualText(
        vi: "có ghi chú nhưng chưa chọn đúng, sai hay không rõ. Chưa lưu gì; hãy chọn rồi lưu lại.",
        en: "there is a note, but neither right, wrong nor cannot tell. Nothing was kept; choose "
          + "one and keep it again.")
  }

  static func noteTooLong(_ place: Int, _ limit: Int) -> BilingualText {
    line(place)
      + BilingualText(
        vi: "ghi chú dài quá \(limit) chữ. Chưa lưu gì; hãy viết ngắn lại.",
        en: "the note has more than \(limit) characters. Nothing was kept; make it shorter.")
  }

  static func download(_ format: String) -> BilingualText {
    BilingualText(
      vi: "Tải tệp \(format.uppercased())", en: "Download as \(format.uppercased())")
  }

  /// The share of right ones with its interval.
  static func rate(_ result: SampleResult, _ language: Language) -> String {
    guard let interval = result.interval else { return "—" }
    func percent(_ value: Int64) -> String { Format.percent(hundredths: value, language) }
    return "\(percent(interval.share)) (\(percent(interval.lower))–\(percent(interval.upper)))"
  }

  /// The rate; grey and with words where too few were checked.
  static func cell(_ result: SampleResult, _ language: Language) -> HTML {
    let rate = rate(result, language)
    guard let interval = result.interval else { return .text(rate) }
    guard !interval.isEnough else { return element("strong") { rate } }
    return HTML.group {
      element("span", ["class": "mark-neutral"]) { rate }
      element("span", ["class": "detail"]) {
        tooFew(ShareInterval.leastSample).text(in: language)
      }
    }
  }

  private static func tooFew(_ least: Int) -> BilingualText {
    BilingualText(vi: "chưa đủ \(least) lượt để tin", en: "fewer than \(least): too few to trust")
  }

  static func told(_ result: SampleResult) -> BilingualText {
    BilingualText(
      vi:
        "\(result.right) đúng, \(result.wrong) sai, \(result.unclear) không rõ, \(result.open) chưa "
        + "xem. Tỷ lệ = đúng ÷ (đúng + sai), khoảng tin cậy 95 % (Wilson).",
      en: "\(result.right) right, \(result.wrong) wrong, \(result.unclear) cannot tell, "
        + "\(result.open) not checked. Share = right ÷ (right + wrong), with its 95 % interval "
        + "(Wilson).")
  }
}
