import FieldWork

/// The words of trends.
enum TrendWords {
  static let title = BilingualText(vi: "Xu hướng", en: "Trends")
  static let lead = BilingualText(
    vi:
      "Mọi kỳ đều tính trên địa giới hôm nay, nên sáp nhập không tự làm số tăng hay giảm; ngày đổi "
      + "địa giới được đánh dấu.",
    en: "Every span is counted within the borders of today, so that a merger alone neither raises "
      + "nor lowers a number; the day of a merger is marked.")

  /// A unit that is no more, with what became of the whole of it.
  struct Former: Sendable {
    let name: String
    let lastDay: LocalDate
    let successor: String
  }

  static func merged(_ former: Former) -> BilingualText {
    let day = Format.date(former.lastDay)
    return BilingualText(
      vi: "\(former.name) đã sáp nhập vào \(former.successor) sau ngày \(day). Các số dưới đây là "
        + "của cả \(former.successor) theo địa giới hôm nay, cho mọi kỳ; số của riêng nơi cũ xem ở trang "
        + "Báo cáo, trong kỳ trước ngày ấy.",
      en: "\(former.name) became part of \(former.successor) after \(day). The numbers below are "
        + "those of all of \(former.successor) within its borders of today, in every span; for those of "
        + "the former unit alone see Reports, in a period before that day.")
  }

  static func merger(_ day: LocalDate) -> BilingualText {
    BilingualText(
      vi: "đổi địa giới \(Format.date(day))", en: "borders changed \(Format.date(day))")
  }

  static let division = BilingualText(vi: "Chia tiếp theo", en: "Divided by")

  static func divided(_ spans: Int) -> BilingualText {
    BilingualText(
      vi: "Nhiều nhất \(spans) kỳ gần nhất. Bấm vào một số để mở đúng các bản ghi của nó; dấu — là "
        + "không có số ấy.",
      en:
        "The latest \(spans) spans at most. Press a number to open exactly its records; a dash is "
        + "no such number.")
  }

  static func cut(_ spans: Int) -> BilingualText {
    BilingualText(
      vi: "Chỉ gồm \(spans) kỳ cuối; hãy chọn khoảng ngắn hơn hoặc kỳ dài hơn.",
      en: "Only the last \(spans) spans; choose a shorter period or longer spans.")
  }

  /// What a reader must know about a span.
  static func notes(_ line: Trend.Line) -> [BilingualText] {
    let isEmpty = line.value == nil && !line.isUnheard
    return (line.isUnheard ? [RateUnknown.notReported.words] : [])
      + (isEmpty
        ? [BilingualText(vi: "chưa có bản ghi nào", en: "no record yet, which is not 0")] : [])
      + (line.isRunning ? [BilingualText(vi: "chưa hết kỳ", en: "not over")] : [])
      + (line.isPart && !line.isRunning
        ? [BilingualText(vi: "chỉ một phần kỳ", en: "a part of it alone")] : [])
      + line.reforms.map(merger)
  }

  /// The main thing: the greatest and the least whole span, and how the last one stands to the one
  /// before it.
  static func sentence(_ words: BilingualText, _ lines: [Trend.Line]) -> BilingualText {
    let whole = lines.filter { !$0.isRunning && !$0.isPart && $0.value != nil }
    guard let last = whole.last, let most = whole.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
      let least = whole.min(by: { ($0.value ?? 0) < ($1.value ?? 0) })
    else {
      return words
        + BilingualText(
          vi: ": chưa có kỳ nào trọn vẹn để so.", en: ": no span is complete yet, to compare.")
    }
    func told(_ line: Trend.Line, _ language: Language) -> String {
      "\(line.span.label(language)): \(Format.integer(Int64(line.value ?? 0), language))"
    }
    let extent = BilingualText(
      vi: ": nhiều nhất \(told(most, .vietnamese)); ít nhất \(told(least, .vietnamese)); "
        + "gần nhất \(told(last, .vietnamese))",
      en: ": most in \(told(most, .english)); least in \(told(least, .english)); "
        + "latest \(told(last, .english))")
    guard let before = whole.dropLast().last, let old = before.value, let new = last.value,
      let change = Ratio(Int64((new - old).magnitude), of: Int64(old))
    else { return words + extent + BilingualText(same: ".") }
    func percent(_ language: Language) -> String {
      Format.percent(hundredths: change.hundredthsOfPercent, language)
    }
    let comparison =
      new == old
      ? BilingualText(vi: ", bằng kỳ trước", en: ", as in the span before")
      : new > old
        ? BilingualText(
          vi: ", tăng \(percent(.vietnamese)) so với kỳ trước",
          en: ", up by \(percent(.english)) on the span before")
        : BilingualText(
          vi: ", giảm \(percent(.vietnamese)) so với kỳ trước",
          en: ", down by \(percent(.english)) on the span before")
    return words + extent + comparison + BilingualText(same: ".")
  }
}
