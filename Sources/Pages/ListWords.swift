import Documents
import FieldWork

/// The words around every list.
enum ListWords {
  static func noChoice(_ typed: String) -> BilingualText {
    BilingualText(vi: "không có lựa chọn “\(typed)”", en: "there is no choice “\(typed)”")
  }

  static let noFile = BilingualText(vi: "; chưa làm tệp nào", en: "; no file was made")

  static let show = BilingualText(vi: "Lọc", en: "Filter")
  static let order = BilingualText(vi: "Xếp theo", en: "Ordered by")
  static let ownOrder = BilingualText(vi: "thứ tự thường", en: "the usual order")
  static let turned = BilingualText(vi: " (ngược lại)", en: " (turned around)")
  static let withoutFilters = BilingualText(vi: "Bỏ lọc", en: "Without filters")
  static let dayPattern = BilingualText(vi: "nn/tt/nnnn", en: "dd/mm/yyyy")
  static let pages = BilingualText(vi: "Các trang của danh sách", en: "Pages of the list")
  static let before = BilingualText(vi: "‹ Trang trước", en: "‹ Page before")
  static let next = BilingualText(vi: "Trang sau ›", en: "Next page ›")
  static let nothingPasses = BilingualText(
    vi: "Không dòng nào khớp với bộ lọc; bỏ lọc để xem tất cả.",
    en: "No line passes the filters; leave them out to see all.")
  static let behindTheLast = BilingualText(
    vi: "Danh sách không có tới trang này; hãy mở trang trước.",
    en: "The list does not reach this page; open the page before.")
  private static let yes = BilingualText(vi: "có", en: "yes")
  private static let no = BilingualText(vi: "không", en: "no")

  static func page(_ page: Int, of count: Int) -> BilingualText {
    BilingualText(vi: "Trang \(page)/\(count)", en: "Page \(page) of \(count)")
  }

  static func page(_ page: Int) -> BilingualText {
    BilingualText(vi: "Trang \(page)", en: "Page \(page)")
  }

  /// Which lines stand there.
  static func lines(_ first: Int, _ last: Int, of total: Int) -> BilingualText {
    BilingualText(vi: " · \(first)–\(last) trong \(total)", en: " · \(first)–\(last) of \(total)")
  }

  /// How many there are, and how many the filters leave out.
  static func standing(_ total: Int, of all: Int) -> BilingualText {
    guard total < all else {
      return BilingualText(
        vi: "Tất cả \(all) dòng.", en: all == 1 ? "The only line." : "All \(all) lines.")
    }
    return BilingualText(
      vi: "\(total) trong \(all) dòng; bộ lọc bỏ ra \(all - total).",
      en: "\(total) of \(all) lines; the filters leave out \(all - total).")
  }

  static func isTrue(_ value: Bool) -> BilingualText { value ? yes : no }
}

extension SpreadsheetValue {
  /// The value as people read it on a page; a dash for what is unknown, which is not 0.
  func text(in language: Language) -> String {
    switch self {
    case .empty: "—"
    case .text(let text): text
    case .integer(let value): Format.integer(value, language)
    case .decimal(let value): Format.hundredths(Self.hundredths(of: value), language)
    case .ratio(let value): Format.percent(hundredths: Self.hundredths(of: value * 100), language)
    case .day(let day): Format.date(LocalDate(daysSince1970: day))
    case .minute(let minute):
      Format.dateTime(
        LocalDateTime(LocalDate(daysSince1970: minute / 1440), minuteOfDay: minute % 1440))
    case .boolean(let value): ListWords.isTrue(value).text(in: language)
    }
  }

  /// Hundredths of a number; those of what is no number, or beyond any count, are 0.
  private static func hundredths(of value: Double) -> Int64 {
    Int64(exactly: (value * 100).rounded()) ?? 0
  }
}
