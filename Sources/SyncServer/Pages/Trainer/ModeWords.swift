import FieldWork

/// The words of the page of modes.
enum ModeWords {
  static let bySpan = BilingualText(vi: "Cách hỗ trợ theo kỳ", en: "Modes of help by period")
  static let byTeam = BilingualText(vi: "Cách hỗ trợ theo tổ", en: "Modes of help by team")

  static let shift = BilingualText(vi: "Làm thay so kỳ trước", en: "On behalf, change")

  static func teamNote(_ period: Period) -> BilingualText {
    BilingualText(
      vi:
        "\(period.label(.vietnamese)); cột cuối là điểm phần trăm so với kỳ trước đó: giảm là tốt, "
        + "người dân tự làm nhiều hơn. “ẩn”: che để bảo vệ một nhóm nhỏ.",
      en: "\(period.label(.english)); the last column is in percentage points against the period "
        + "before: down is good, residents do more themselves. “hidden”: to protect a small "
        + "group.")
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

  /// The main thing: how the share of help on behalf changed from the first whole span to the last, and
  /// what it is in the span that is not over.
  static func sentence(_ spans: [ModePage.Span]) -> BilingualText {
    let told = spans.compactMap { span in
      TrainerCells.share(span.parts[0], of: span.total).map { (span: span, share: $0) }
    }
    func words(_ told: (span: ModePage.Span, share: Int64), _ language: Language) -> String {
      "\(Format.percent(hundredths: told.share, language)) (\(told.span.span.label(language)))"
    }
    let running = told.last { $0.span.isRunning }.map { last in
      BilingualText(
        vi: " Kỳ chưa hết: làm thay \(words(last, .vietnamese)).",
        en: " Not over yet: on behalf \(words(last, .english)).")
    }
    let whole = told.filter { !$0.span.isRunning }
    guard let first = whole.first, let last = whole.last, whole.count > 1 else {
      return BilingualText(
        vi: "Chưa có hai kỳ trọn vẹn để so cách hỗ trợ.",
        en: "There are not yet two whole periods with modes to compare.")
        + (running ?? BilingualText(same: ""))
    }
    return BilingualText(
      vi: "Làm thay: từ \(words(first, .vietnamese)) đến \(words(last, .vietnamese)); "
        + verdict(last.share - first.share).vietnamese,
      en: "On behalf of residents: from \(words(first, .english)) to \(words(last, .english)); "
        + verdict(last.share - first.share).english) + (running ?? BilingualText(same: ""))
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
