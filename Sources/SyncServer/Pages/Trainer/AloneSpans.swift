import FieldWork
import Pages
import Web

/// How many of those who were helped can do it alone next time, span by span, as members wrote it
/// down; what nobody wrote down is in no number. Of all teams together: numbers of two teams and of
/// all would give a small one away.
struct AloneSpans: Sendable {
  /// A span.
  struct Span: Sendable {
    let span: Period
    let able: SuppressedNumber
    let unable: SuppressedNumber
    /// Why nothing is known of it; nil where something is.
    let gap: KnownSpans.Gap?
    let isRunning: Bool

    /// The numbers; nil where they are not told.
    var shown: (able: Int, unable: Int)? {
      guard case .shown(let able) = able, case .shown(let unable) = unable else { return nil }
      return (able, unable)
    }

    /// Hundredths of a percent of those who can; nil where it is not told.
    var share: Int64? {
      shown.flatMap {
        Ratio(Int64($0.able), of: Int64($0.able + $0.unable))?.hundredthsOfPercent
      }
    }
  }

  let spans: [Span]

  /// The spans, the earliest first, of what is within reach.
  init(_ periods: [Period], _ grids: TrainerGrids, _ known: KnownSpans) throws {
    let told = try grids.alone(periods).map { table in
      [Int64(1), 0].map { table.assists([.integer($0)]) }
    }
    let gaps = known.gaps(
      zip(periods, told).map { ($0, $1.allSatisfy { $0 == .shown(0) }) })
    spans = periods.indices.map { place in
      let (able, unable) =
        gaps[place] == nil
        ? (told[place][0], told[place][1]) : (SuppressedNumber.none, .none)
      return Span(
        span: periods[place], able: able, unable: unable, gap: gaps[place],
        isRunning: periods[place].to >= grids.today)
    }
  }

  /// The chart with its table and its sentence.
  ///
  /// - Parameter label: a span in a few characters.
  func panel(_ language: Language, label: (Period) -> String) -> HTML {
    Pages.panel(id: "alone") {
      ShareChart(
        AloneWords.title, sentence: AloneWords.sentence(spans),
        legend: [AloneWords.unable, AloneWords.able], untold: TrainerWords.hidden,
        columns: spans.map { span in
          ShareChart.Column(
            label(span.span),
            span.able == .none ? [] : span.shown.map { [$0.unable, $0.able] },
            isRunning: span.isRunning)
        }
      ).html(language)
      table(language).html(language)
    }
  }

  private func table(_ language: Language) -> PageTable {
    PageTable(
      AloneWords.title,
      columns: [
        .text(ReportWords.period), .number(AloneWords.unable), .number(AloneWords.able),
        .number(AloneWords.share),
      ],
      rows: spans.reversed().map { span in
        PageTable.Row([
          .text(span.span.label(language)),
          TrainerCells.number(
            span.unable, .assists(span.span, [.aloneNow: .integer(0)]), language),
          TrainerCells.number(span.able, .assists(span.span, [.aloneNow: .integer(1)]), language),
          .text(TrainerCells.text(share: span.share, language)),
        ])
      }, empty: ReportWords.nothing, note: AloneWords.note)
  }
}

/// The words of what residents can do alone.
private enum AloneWords {
  static let title = BilingualText(
    vi: "Lần sau tự làm được chưa", en: "Whether they can do it alone next time")
  static let able = BilingualText(vi: "Tự làm được", en: "Can do it alone")
  static let unable = BilingualText(vi: "Chưa tự làm được", en: "Cannot yet")
  static let share = BilingualText(vi: "Tỷ lệ tự làm được", en: "Share who can")
  static let note = BilingualText(
    vi: "Mọi tổ, theo lời người hỗ trợ ghi; lượt không ghi điều này không có ở đây. “ẩn”: "
      + "che để bảo vệ một nhóm nhỏ.",
    en: "All teams, as members wrote it down; help of which nobody did is not here. “hidden”: to "
      + "protect a small group.")

  /// The main thing: how the share changed from the first whole span to the last.
  static func sentence(_ spans: [AloneSpans.Span]) -> BilingualText {
    let told = spans.filter { !$0.isRunning }.compactMap { span in
      span.share.map { (span: span.span, share: $0) }
    }
    guard let first = told.first, let last = told.last, told.count > 1 else {
      return BilingualText(
        vi: "Chưa có hai kỳ trọn vẹn để so người dân tự làm được đến đâu.",
        en: "There are not yet two whole periods to compare what residents can do alone.")
    }
    func words(_ told: (span: Period, share: Int64), _ language: Language) -> String {
      "\(Format.percent(hundredths: told.share, language)) (\(told.span.label(language)))"
    }
    return BilingualText(
      vi: "Tự làm được: từ \(words(first, .vietnamese)) đến \(words(last, .vietnamese)).",
      en: "Can do it alone: from \(words(first, .english)) to \(words(last, .english)).")
  }
}
