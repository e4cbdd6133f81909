import FieldWork
import Web

/// Which laptops the numbers below cover, in words, shape and colour.
///
/// "Did nothing" and "has not reported" never look alike: a laptop that has not reported is named,
/// and the strip says that its work is missing, not zero.
package struct CoverageStrip {
  /// Laptops shown at once; the others can be unfolded.
  static let shownCount = 12
  /// Laptops that can be unfolded: a commune's, since a province has thousands, and a list of its
  /// own.
  static let foldedCount = 48

  private let coverage: Coverage
  private let today: LocalDate
  private let enrols: Bool
  private let carriedPath: String?

  /// The strip of a coverage as seen today.
  ///
  /// - Parameters:
  ///   - enrols: whether whoever looks can enrol a laptop where there is none.
  ///   - carriedPath: where whoever looks finds the laptops whose work is carried by hand.
  package init(
    _ coverage: Coverage, today: LocalDate, enrols: Bool = true, carriedPath: String? = nil
  ) {
    self.carriedPath = carriedPath
    self.coverage = coverage
    self.today = today
    self.enrols = enrols
  }

  /// The strip in one language.
  package func html(_ language: Language) -> HTML {
    // Those that matter first: never reported, then the longest silence.
    let missing = coverage.missing.sorted {
      let (left, right) = ($0.reportedThrough?.date, $1.reportedThrough?.date)
      return (left ?? .earliest, $0.label) < (right ?? .earliest, $1.label)
    }
    let ordered = missing + coverage.reported
    let folded = ordered.dropFirst(Self.shownCount)
    return element(
      "section", ["class": style, "aria-label": CoverageWords.title.text(in: language)]
    ) {
      element("p", ["class": "coverage-summary"]) {
        mark.html(CoverageWords.sentence(coverage.words.text(in: language)))
      }
      if !ordered.isEmpty { list(ordered.prefix(Self.shownCount), language) }
      if !folded.isEmpty {
        element("details") {
          element("summary") { CoverageWords.others(folded.count).text(in: language) }
          list(folded.prefix(Self.foldedCount), language)
          if folded.count > Self.foldedCount {
            element("p", ["class": "coverage-note"]) {
              CoverageWords.more(folded.count - Self.foldedCount).text(in: language)
            }
          }
        }
      }
      if let words = coverage.carriedWords?.text(in: language) {
        element("p", ["class": "coverage-note"]) {
          if let carriedPath { element("a", ["href": carriedPath]) { words } } else { words }
        }
      }
      for words in notes { element("p", ["class": "coverage-note"]) { words.text(in: language) } }
    }
  }

  private var style: String {
    if coverage.isComplete { return "coverage coverage-complete" }
    return coverage.reported.isEmpty ? "coverage coverage-none" : "coverage"
  }

  private var mark: StateMark {
    if coverage.isComplete { return .good }
    let hasWord = coverage.laptops.contains { $0.reportedThrough != nil }
    return hasWord && !coverage.isBeforeRecords ? .attention : .missing
  }

  /// What the numbers are without comes last, nearest to them.
  private var notes: [BilingualText] {
    if coverage.laptops.isEmpty {
      return [enrols ? CoverageWords.noLaptop : CoverageWords.awaitsLaptop]
    }
    if coverage.isComplete { return [CoverageWords.complete] }
    if coverage.isBeforeRecords { return [CoverageWords.beforeRecords] }
    let isSilent = coverage.missing.contains { $0.setback == nil }
    return (isSilent ? [CoverageWords.incomplete] : []) + coverage.shortfalls()
      + [coverage.awaitedWords].compactMap(\.self)
  }

  private func list(_ laptops: ArraySlice<Coverage.Laptop>, _ language: Language) -> HTML {
    element("ul", ["class": "coverage-list"]) {
      for laptop in laptops {
        let state = CoverageState(laptop, coverage, today: today)
        element("li", ["class": "coverage-\(state.mark.rawValue)"]) {
          element("strong") { laptop.label }
          element("span") { state.mark.html(state.words.text(in: language)) }
        }
      }
    }
  }
}

/// How one laptop stands in a coverage.
package struct CoverageState: Sendable {
  /// Its shape and colour.
  package let mark: StateMark
  /// The same in words.
  package let words: BilingualText

  /// Judges a laptop.
  package init(_ laptop: Coverage.Laptop, _ coverage: Coverage, today: LocalDate) {
    switch laptop.setback {
    case .awaited:
      mark = .attention
      words = CoverageWords.awaited(laptop.reportedThrough)
      return
    case .stopped(let areas):
      mark = .attention
      words = CoverageWords.stopped(areas)
      return
    case nil: break
    }
    guard let through = laptop.reportedThrough else {
      mark = .missing
      words = CoverageWords.never
      return
    }
    let hasReported = coverage.hasReported(laptop)
    let days = max(0, through.date.days(until: today))
    mark = hasReported ? .good : .attention
    words =
      hasReported || days == 0
      ? CoverageWords.reported(through) : CoverageWords.silent(days, since: through)
  }
}

/// The words of the coverage strip.
enum CoverageWords {
  static let title = BilingualText(vi: "Máy đã báo cáo", en: "Laptops that have reported")
  static let beforeRecords = BilingualText(
    vi: "Kỳ này ở trước bản ghi đầu tiên: đã có gì trong kỳ thì ở đây không biết, không phải là 0.",
    en: "This period lies before the first record: what happened in it is not known here, which is "
      + "not 0.")
  static let never = BilingualText(vi: "chưa bao giờ báo cáo", en: "never reported")
  static let noLaptop = BilingualText(
    vi: "Cấp mã cho một máy bằng lệnh enroll-code; khi máy gửi lần đầu, số liệu sẽ hiện ở đây.",
    en: "Issue a code with enroll-code; numbers appear here after a laptop's first report.")
  static let awaitsLaptop = BilingualText(
    vi: "Điều phối viên cấp mã cho máy; khi máy gửi lần đầu, số liệu sẽ hiện ở đây.",
    en: "A coordinator enrols laptops; numbers appear here after a laptop's first report.")
  static let complete = BilingualText(
    vi: "Số liệu dưới đây gồm việc của tất cả các máy.",
    en: "The numbers below include the work of every laptop.")
  static let incomplete = BilingualText(
    vi: "Việc của máy chưa báo cáo chưa có trong số liệu dưới đây; chưa báo cáo không có nghĩa là "
      + "không làm gì.",
    en: "The work of laptops that have not reported is missing below; that does not mean they did "
      + "nothing.")

  static func reported(_ through: LocalDateTime) -> BilingualText {
    BilingualText(
      vi: "đã báo cáo đến \(Format.dateTime(through))",
      en: "reported through \(Format.dateTime(through))")
  }

  static func awaited(_ through: LocalDateTime?) -> BilingualText {
    let before =
      through.map {
        BilingualText(
          vi: " (trước đó báo cáo đến \(Format.dateTime($0)))",
          en: " (before that reported through \(Format.dateTime($0)))")
      } ?? BilingualText(same: "")
    return BilingualText(
      vi: "chưa gửi nhận lại từ khi trung tâm dùng bản cũ",
      en: "not back since the centre was set back") + before
  }

  static func stopped(_ areas: [String]) -> BilingualText {
    let areas = areas.map { "“\($0)”" }.joined(separator: ", ")
    return BilingualText(
      vi: "dừng ở \(areas): trung tâm thiếu bản ghi của máy này",
      en: "stopped in \(areas): the centre lacks records of it")
  }

  static func silent(_ days: Int, since through: LocalDateTime) -> BilingualText {
    BilingualText(
      vi: "\(days) ngày chưa báo cáo (từ \(Format.dateTime(through)))",
      en: "no report for \(days) day\(days == 1 ? "" : "s") (since \(Format.dateTime(through)))")
  }

  static func others(_ count: Int) -> BilingualText {
    BilingualText(vi: "Xem thêm \(count) máy", en: "Show \(count) more")
  }

  static func more(_ count: Int) -> BilingualText {
    BilingualText(vi: "và \(count) máy nữa.", en: "and \(count) more.")
  }

  /// The words as a sentence of their own.
  static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
