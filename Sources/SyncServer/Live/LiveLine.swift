import FieldWork
import Pages
import Web

/// The line under a page's heading that says how new the page is and stops or starts its renewing.
///
/// Without a script it says when the page was made, which is then all there is to say.
struct LiveLine {
  /// How far everything had come before the page was made.
  let mark: LiveMark
  /// When that was.
  let at: LocalDateTime

  func html(_ language: Language) -> HTML {
    element("div", ["class": "live-line"]) {
      element(
        "span",
        [
          "role": "status", "data-live-mark": mark.text,
          "data-live-path": LiveEndpoint.path, "data-live-header": LiveEndpoint.header,
          "data-live-pattern": LiveWords.renewed("$").text(in: language),
          "data-live-stopped": LiveWords.stopped.text(in: language),
          "data-live-lost": LiveWords.lost.text(in: language),
          "data-live-out": LiveWords.signedOut.text(in: language),
          "data-live-news": LiveWords.news.text(in: language),
        ]
      ) { LiveWords.made(Format.time(minuteOfDay: at.minuteOfDay)).text(in: language) }
      element(
        "button",
        [
          "type": "button", "class": "quiet", "hidden": "", "data-live-switch": "",
          "data-live-resume": LiveWords.resume.text(in: language),
        ]
      ) { LiveWords.stop.text(in: language) }
    }
  }
}

private enum LiveWords {
  static func made(_ time: String) -> BilingualText {
    BilingualText(vi: "Lập lúc \(time).", en: "Made at \(time).")
  }

  static func renewed(_ time: String) -> BilingualText {
    BilingualText(
      vi: "Tự cập nhật khi có gói mới; mới nhất lúc \(time).",
      en: "Renewed by itself as work arrives; last at \(time).")
  }

  static let stopped = BilingualText(
    vi: "Đã dừng tự cập nhật: trang giữ nguyên như đang thấy.",
    en: "Renewing is stopped: the page stays as it is.")
  static let lost = BilingualText(
    vi: "Không gặp được trung tâm; số liệu đang thấy có thể đã cũ. Đang thử lại.",
    en: "The centre does not answer; what stands here may be old. Trying again.")
  static let signedOut = BilingualText(
    vi: "Phiên đăng nhập đã hết; số liệu đang thấy không được cập nhật nữa. Hãy tải lại trang.",
    en: "You are signed out; this page is renewed no longer. Load it again.")
  static let news = BilingualText(
    vi: "Có dữ liệu mới. Tải lại trang khi xong việc đang làm.",
    en: "Something new is here. Load the page again when you have finished.")
  static let stop = BilingualText(vi: "Dừng tự cập nhật", en: "Stop renewing")
  static let resume = BilingualText(vi: "Tự cập nhật lại", en: "Renew again")
}
