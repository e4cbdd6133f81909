import FieldWork

/// The words of the page of modes.
enum ModeWords {
  static let bySpan = BilingualText(vi: "Cách hỗ trợ theo kỳ", en: "Modes of help by period")
  static let byTeam = BilingualText(vi: "Cách hỗ trợ theo tổ", en: "Modes of help by team")
  private static let running = BilingualText(vi: "chưa hết kỳ", en: "not over")
  private static let unknown = BilingualText(
    vi: "chưa có bản ghi nào", en: "no record yet, which is not 0")

  /// What a reader must know about a span.
  static func note(_ span: ModePage.Span) -> BilingualText {
    span.total == .none ? unknown : span.isRunning ? running : BilingualText(same: "")
  }

  static let shift = BilingualText(vi: "Làm thay so kỳ trước", en: "On behalf, change")

  static func teamNote(_ period: Period) -> BilingualText {
    BilingualText(
      vi:
        "\(period.label(.vietnamese)); cột cuối là điểm phần trăm so với kỳ trước đó: giảm là tốt, "
        + "người dân tự làm nhiều hơn. “ít” là nhóm nhỏ, hoặc sẽ làm lộ nhóm nhỏ.",
      en: "\(period.label(.english)); the last column is in percentage points against the period "
        + "before: down is good, residents do more themselves. “few” is a small group, or would "
        + "give one away.")
  }

  /// Hundredths of a percentage point, with their sign.
  static func points(_ shift: Int64?) -> BilingualText {
    guard let shift else { return BilingualText(same: "—") }
    func told(_ language: Language) -> String {
      (shift > 0 ? "+" : shift < 0 ? "−" : "±")
        + Format.hundredths(Int64(clamping: shift.magnitude), language)
    }
    return BilingualText(vi: told(.vietnamese) + " điểm %", en: told(.english) + " points")
  }

  /// The main thing: how the share of help on behalf changed from the first whole span to the last.
  static func sentence(_ spans: [ModePage.Span]) -> BilingualText {
    let told = spans.filter { !$0.isRunning }.compactMap { span in
      TrainerCells.share(span.parts[0], of: span.total).map { (span: span.span, share: $0) }
    }
    guard let first = told.first, let last = told.last, told.count > 1 else {
      return BilingualText(
        vi: "Chưa có hai kỳ trọn vẹn để so cách hỗ trợ.",
        en: "There are not yet two whole periods with modes to compare.")
    }
    func words(_ told: (span: Period, share: Int64), _ language: Language) -> String {
      "\(Format.percent(hundredths: told.share, language)) (\(told.span.label(language)))"
    }
    return BilingualText(
      vi: "Làm thay: từ \(words(first, .vietnamese)) đến \(words(last, .vietnamese)); "
        + verdict(last.share - first.share).vietnamese,
      en: "On behalf of residents: from \(words(first, .english)) to \(words(last, .english)); "
        + verdict(last.share - first.share).english)
  }

  private static func verdict(_ change: Int64) -> BilingualText {
    change < 0
      ? BilingualText(vi: "người dân tự làm nhiều hơn.", en: "residents do more themselves.")
      : change > 0
        ? BilingualText(
          vi: "làm thay nhiều hơn trước: nên dạy cách hướng dẫn để người dân tự làm.",
          en: "more is done for them than before: teach how to let residents do it.")
        : BilingualText(vi: "không đổi.", en: "no change.")
  }
}
