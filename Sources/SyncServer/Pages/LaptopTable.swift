import FieldWork
import Pages
import Web

/// The table of laptops: who has one, when it last came, what it still holds.
struct LaptopTable {
  /// Laptops listed.
  static let limit = 500
  /// Days of silence after which somebody should ask.
  static let silentDays = 7
  /// What a clock may be off without a word.
  private static let clockToleranceMilliseconds: Int64 = 2 * 60_000

  private let laptops: [LaptopReport]
  private let asOf: LocalDateTime
  private let coverage: Coverage

  init(_ laptops: [LaptopReport], asOf: LocalDateTime, coverage: Coverage) {
    self.laptops = laptops
    self.asOf = asOf
    self.coverage = coverage
  }

  func html(_ language: Language) -> HTML {
    PageTable(
      CoordinatorWords.laptops,
      columns: [
        .text(LaptopWords.laptop), .text(LaptopWords.teamAndHolder), .text(LaptopWords.lastRound),
        .text(LaptopWords.reportedThrough), .number(LaptopWords.unsent), .text(LaptopWords.clock),
        .text(LaptopWords.version),
      ],
      rows: laptops.prefix(Self.limit).map { row($0, language) }, empty: LaptopWords.none,
      note: laptops.count > Self.limit ? LaptopWords.further(laptops.count - Self.limit) : nil
    ).html(language)
  }

  private func row(_ laptop: LaptopReport, _ language: Language) -> PageTable.Row {
    let through = laptop.reportedThrough
    let state = CoverageState(laptop.covered, coverage, today: asOf.date)
    let silence = through.map { $0.date.days(until: asOf.date) } ?? 0
    let mark: StateMark = silence > Self.silentDays ? .missing : state.mark
    let style: String? =
      switch mark {
      case .missing: "row-missing"
      case .attention: "row-attention"
      case .good, .neutral: nil
      }
    return PageTable.Row(
      [
        HTML.text(LaptopFate.name(laptop.label, laptop.fate, language)),
        PageTable.cell(
          laptop.teamName ?? LaptopWords.noTeam.text(in: language),
          detail: laptop.holder ?? LaptopWords.noHolder.text(in: language)),
        HTML.text(
          laptop.lastRound.map(Format.dateTime) ?? LaptopWords.neverCame.text(in: language)),
        mark.html(state.words.text(in: language)), unsent(laptop, language),
        clock(laptop, language),
        HTML.text(laptop.software ?? "—"),
      ], style: style)
  }

  private func unsent(_ laptop: LaptopReport, _ language: Language) -> HTML {
    guard let count = laptop.unsent else { return .text("—") }
    return HTML.text(Format.integer(count, language))
  }

  private func clock(_ laptop: LaptopReport, _ language: Language) -> HTML {
    guard let offset = laptop.clockOffsetMilliseconds else { return .text("—") }
    guard offset.magnitude > Self.clockToleranceMilliseconds.magnitude else {
      return StateMark.good.html(LaptopWords.clockRight.text(in: language))
    }
    let words = LaptopWords.clock(isSlow: offset > 0, LaptopWords.duration(offset.magnitude))
    return StateMark.attention.html(words.text(in: language))
  }
}

/// The words of the table of laptops.
enum LaptopWords {
  static let laptop = BilingualText(vi: "Máy", en: "Laptop")
  static let teamAndHolder = BilingualText(vi: "Tổ, người giữ", en: "Team, holder")
  static let lastRound = BilingualText(vi: "Lần gửi nhận cuối", en: "Last round")
  static let reportedThrough = BilingualText(vi: "Đã báo cáo đến", en: "Reported through")
  static let unsent = BilingualText(vi: "Chưa gửi", en: "Unsent")
  static let clock = BilingualText(vi: "Đồng hồ", en: "Clock")
  static let version = BilingualText(vi: "Phiên bản", en: "Version")
  static let noTeam = BilingualText(vi: "(chưa thuộc tổ nào)", en: "(no team)")
  static let noHolder = BilingualText(vi: "(chưa ghi người giữ)", en: "(no holder named)")
  static let neverCame = BilingualText(vi: "chưa lần nào", en: "never")
  static let clockRight = BilingualText(vi: "đúng", en: "right")
  static let none = BilingualText(
    vi: "Chưa cấp máy nào. Hãy cấp mã ghi danh bằng lệnh: camtay-server enroll-code",
    en: "No laptop has been enrolled. Issue a code with: camtay-server enroll-code")

  static func further(_ count: Int) -> BilingualText {
    BilingualText(vi: "Còn \(count) máy không liệt kê ở đây.", en: "\(count) more are not listed.")
  }

  static func clock(isSlow: Bool, _ duration: BilingualText) -> BilingualText {
    isSlow
      ? BilingualText(vi: "chậm ", en: "") + duration + BilingualText(vi: "", en: " slow")
      : BilingualText(vi: "nhanh ", en: "") + duration + BilingualText(vi: "", en: " fast")
  }

  /// A span in its largest unit; nobody needs the seconds of a clock that is days off.
  static func duration(_ milliseconds: UInt64) -> BilingualText {
    let minutes = milliseconds / 60_000
    let units: [(minutes: UInt64, vi: String, en: String)] = [
      (525_600, "năm", "year"), (1440, "ngày", "day"), (60, "giờ", "hour"), (1, "phút", "minute"),
    ]
    for unit in units where minutes >= unit.minutes {
      let count = minutes / unit.minutes
      return BilingualText(
        vi: "\(count) \(unit.vi)", en: "\(count) \(unit.en)\(count == 1 ? "" : "s")")
    }
    return BilingualText(vi: "dưới 1 phút", en: "under a minute")
  }
}
