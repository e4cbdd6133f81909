import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// A report of a month or longer as paper to sign, A4 and good in black and white: the numbers of
/// `/reports` and `/reports/rates`, which laptops they cover, the digest of the set they came from, and
/// room for place, date, names and signatures.
struct SignedReportPage {
  static let path = "/reports/sheet"
  /// Lines of a division that are printed; the others are said to be there.
  private static let maximumLines = 40
  /// Lines about closed months that are printed.
  private static let maximumNotes = 6
  /// How often a set is counted anew when something came in while it was counted.
  private static let maximumTries = 5

  static let routes = [
    PageRoute(.get, path, access: .overview) { try SignedReportPage($0).page() }
  ]

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let choice: PeriodChoice
  private let total: CountReport
  private let divisions: [(dimension: CountDimension, rows: [ReportRow])]
  private let rates: [RateLine]
  private let digest: String

  /// - Throws: `SignedReportProblem.busy` where laptops hand over faster than it is counted.
  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    choice = PeriodChoice(request.http.query, today: request.today, allowed: .whole)
    // What the paper says of its set must hold for every number on it.
    for _ in 0..<Self.maximumTries {
      let before = try SetDigest(request, reached)
      let counted = try Self.count(choice, request, reached)
      guard try SetDigest(request, reached) == before else { continue }
      (total, divisions, rates, digest) = (
        counted.total, counted.divisions, counted.rates, before.text
      )
      return
    }
    throw SignedReportProblem.busy
  }

  private static func count(
    _ choice: PeriodChoice, _ request: PageRequest, _ reached: ReachedWork
  ) throws -> (
    total: CountReport, divisions: [(dimension: CountDimension, rows: [ReportRow])],
    rates: [RateLine]
  ) {
    func question(by key: String) -> ReportQuestion {
      ReportQuestion(
        NamedValues([
          NamedValues.Item(name: "period", value: choice.address),
          NamedValues.Item(name: ReportQuestion.byName, value: key),
        ]), today: request.today)
    }
    let (centre, now) = (request.centre, request.now)
    let asked = RateQuestion(
      NamedValues([choice.item]), ofUnit: nil, centre.settings, today: request.today,
      within: reached)
    let rates = Aside {
      try RateCount(Rate.all, asked, centre, now: now, within: reached).lines.map(\.line)
    }
    let isOfProvince = reached.isEverything && centre.settings.place.code.utf8.count == 2
    let dimensions: [CountDimension] = [
      isOfProvince ? .unit : .hamlet, .service, .mode, .outcome,
    ]
    let (total, divisions) = try CountReport.gather(
      question(by: ReportQuestion.undivided), dividedBy: dimensions, centre, now: now,
      within: reached
    ) { reader, query, counts in
      let labels = CountLabels(reader, query.frame)
      return try zip(dimensions, counts).map { dimension, count in
        let rows = try count.groups.map { group in
          ReportRow(
            keys: group.keys,
            labels: try group.keys.map { try labels.words(of: $0, along: dimension) },
            numbers: group.numbers, isUnknown: false)
        }
        // What most was done of stands first; the others are in their own order.
        return (
          dimension: dimension,
          rows: dimension == .service
            ? rows.sorted { $0.numbers.countedAssists > $1.numbers.countedAssists } : rows
        )
      }
    }
    return (total, divisions, try rates.value())
  }

  private func page() -> HTTPResponse {
    var frame = request.frame(SignedWords.title(choice.label))
    frame.lead = reached.words
    return .html(
      frame.page {
        element("div", ["class": "not-printed"]) {
          PeriodPicker(choice).html(language)
          element("p") { SignedWords.how.text(in: language) }
        }
        element("article", ["class": "panel team-sheet report-sheet"]) {
          head
          request.strip(total.coverage)
          numbers.html(language)
          for division in divisions { table(division.dimension, division.rows).html(language) }
          reasons.html(language)
          ratesTable.html(language)
          source
          signing
        }
        element("p", ["class": "not-printed"]) {
          element("a", ["href": "\(CountReportPage.path)?period=\(choice.address)"]) {
            ReportWords.back.text(in: language)
          }
        }
      })
  }

  private var head: HTML {
    element("header", ["class": "report-head"]) {
      element("p") {
        element("strong") { request.centre.settings.place.name }
        element("span") { SignedWords.number.text(in: language) }
      }
      element("p") {
        element("strong") { SignedWords.state.text(in: language) }
        element("span") { SignedWords.motto.text(in: language) }
      }
    }
  }

  /// Nothing from laptops that are silent is a dash: they have not reported, which is not 0.
  private func cells(_ row: CountNumbers) -> [HTML] {
    CountedNumber.ofGroups.map { .text(total.coverage.text($0, of: row, in: language)) }
  }

  /// Why there is nothing.
  private var nothing: BilingualText {
    if total.coverage.isSilent { return CoordinatorWords.noReport }
    return total.coverage.isComplete
      ? ReportWords.nothing : ReportWords.nothing + CoordinatorWords.someMissing
  }

  private var numbers: PageTable {
    PageTable(
      SignedWords.total,
      columns: CountedNumber.ofGroups.map { .number(ReportWords.words(of: $0)) },
      rows: [PageTable.Row(cells(total.count.total))], empty: nothing,
      note: SignedWords.never)
  }

  private func table(_ dimension: CountDimension, _ rows: [ReportRow]) -> PageTable {
    let shown = rows.prefix(Self.maximumLines)
    return PageTable(
      SignedWords.by(dimension.words),
      columns: [.text(CoordinatorWords.capitalised(dimension.words))]
        + CountedNumber.ofGroups.map { .number(ReportWords.words(of: $0)) },
      rows: shown.map { row in
        PageTable.Row(
          [.text((row.labels.first ?? BilingualText(same: "—")).text(in: language))]
            + cells(row.numbers))
      },
      total: PageTable.Row(
        [.text(ReportWords.total.text(in: language))] + cells(total.count.total)),
      empty: nothing,
      note: rows.count > shown.count ? SignedWords.further(rows.count - shown.count) : nil)
  }

  private var reasons: PageTable {
    PageTable(
      CoordinatorWords.notCounted,
      columns: [.text(CoordinatorWords.reason), .number(CoordinatorWords.assists)],
      rows: total.count.reasons.map { reason in
        PageTable.Row([
          .text(CoordinatorWords.capitalised(reason.reason.words).text(in: language)),
          .text(Format.integer(Int64(reason.assists), language)),
        ])
      }, empty: total.count.total.assists == 0 ? nothing : CoordinatorWords.allCounted)
  }

  private var ratesTable: PageTable {
    PageTable(
      RatePageWords.rates,
      columns: [
        .text(SignedWords.rate), .number(SignedWords.parts), .number(SignedWords.value),
      ],
      rows: rates.map { line in
        let value = line.result.value
        let parts = value.map { value in
          [value.numerator, value.denominator].compactMap(\.self)
            .map { Format.integer($0, language) }.joined(separator: "/")
        }
        return PageTable.Row([
          .text(CoordinatorWords.capitalised(line.words).text(in: language)),
          .text(parts ?? "—"), .text(line.valueText(language)),
        ])
      }, empty: ReportWords.nothing, note: SignedWords.unknown)
  }

  private var source: HTML {
    let lines =
      [total.coverage.words] + total.coverage.shortfalls() + total.undecided
      + [total.awaited?.words].compactMap(\.self) + total.closing.prefix(Self.maximumNotes)
      + (total.closing.count > Self.maximumNotes
        ? [SignedWords.furtherNotes(total.closing.count - Self.maximumNotes)] : [])
    return HTML.group {
      element("h2") { SignedWords.source.text(in: language) }
      for words in lines { element("p") { words.text(in: language) } }
      element("p") {
        ReportWords.sourceText.text(in: language) + " "
          + CoordinatorWords.asOf(total.asOf).text(in: language)
      }
      element("p") {
        SignedWords.digest.text(in: language) + ": "
        element("code", ["class": "digest"]) { digest }
        " · \(CentreCommands.program) \(CentreCommands.version)"
      }
    }
  }

  private var signing: HTML {
    element("div", ["class": "signing report-signing"]) {
      element("p") { SignedWords.dated.text(in: language) }
      element("div", ["class": "report-head"]) {
        for words in [SignedWords.preparer, SignedWords.head] {
          element("p") {
            element("strong") { words.text(in: language) }
            element("span") { SignedWords.sign.text(in: language) }
            element("span", ["class": "report-room"]) { SignedWords.name.text(in: language) }
          }
        }
      }
    }
  }
}

/// The digest of all that somebody's numbers are counted from: the digests of the scopes within reach.
struct SetDigest: Equatable {
  /// In hexadecimal, in groups of four.
  let text: String

  init(_ request: PageRequest, _ reached: ReachedWork) throws {
    text = try request.centre.inspect { records in
      let scopes = try PlaceMap(records.reader).scopes.keys.filter(reached.holds(scope:)).sorted()
      var bytes: [UInt8] = []
      for scope in scopes {
        let digest = try records.store.digest(of: scope)
        withUnsafeBytes(of: scope.rawValue.littleEndian) { bytes += $0 }
        bytes += digest.root.bytes
        withUnsafeBytes(of: Int64(digest.rowCount).littleEndian) { bytes += $0 }
      }
      let digits = Primitives.standard.hash(bytes).bytes.prefix(16).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
      return stride(from: 0, to: digits.count, by: 4).map { start in
        String(digits.dropFirst(start).prefix(4))
      }.joined(separator: " ")
    }
  }
}

/// Why a report for signature was not made.
enum SignedReportProblem: CentreProblem {
  /// Something came in each time that it was counted.
  case busy

  var code: String { "set-changing" }
  var category: ErrorCategory { .userError }
  var words: BilingualText { SignedWords.busy }
}

/// The words of a report for signature.
enum SignedWords {
  static let open = BilingualText(vi: "Báo cáo để ký", en: "Report for signature")
  static let how = BilingualText(
    vi: "In bằng Ctrl+P, khổ A4. Số liệu trùng với trang Báo cáo cùng kỳ; giấy không có tên người "
      + "dân.",
    en: "Print it with Ctrl+P on A4. The numbers are those of Reports for the same period; the "
      + "paper "
      + "names no resident.")
  static let number = BilingualText(vi: "Số: ………/BC-……", en: "No. ………………")
  static let state = BilingualText(
    vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", en: "SOCIALIST REPUBLIC OF VIET NAM")
  static let motto = BilingualText(
    vi: "Độc lập – Tự do – Hạnh phúc", en: "Independence – Freedom – Happiness")
  static let total = BilingualText(vi: "Cả kỳ", en: "The whole period")
  static let never = BilingualText(
    vi: "Lượt thăm, lượt hỗ trợ, số người và số hồ sơ là bốn số khác nhau, không cộng với nhau.",
    en: "Visits, assists, residents and dossiers are four different numbers and are never added "
      + "up.")
  static let rate = BilingualText(vi: "Tỷ lệ", en: "Rate")
  static let parts = BilingualText(vi: "Tử số/mẫu số", en: "Numerator/denominator")
  static let value = BilingualText(vi: "Giá trị", en: "Value")
  static let unknown = BilingualText(
    vi: "“?” là không biết, “—” là không có gì để chia; cả hai không phải là 0.",
    en: "“?” is unknown, “—” has nothing to divide by; neither is 0.")
  static let source = BilingualText(vi: "Nguồn số liệu", en: "Where the numbers come from")
  static let digest = BilingualText(
    vi: "Mã tóm lược của tập dữ liệu", en: "Digest of the set of records")
  static let dated = BilingualText(
    vi: "………………, ngày …… tháng …… năm 20……", en: "Place ………………, date ………………")
  static let preparer = BilingualText(vi: "NGƯỜI LẬP BÁO CÁO", en: "PREPARED BY")
  static let head = BilingualText(vi: "NGƯỜI PHỤ TRÁCH", en: "RESPONSIBLE")
  static let sign = BilingualText(vi: "(ký, ghi rõ họ tên)", en: "(signature and name)")
  static let name = BilingualText(vi: "Họ tên: ……………………………", en: "Name: ……………………………")
  static let busy = BilingualText(
    vi: "Các máy đang gửi về liên tục nên số liệu đổi trong lúc đếm; chưa lập báo cáo. Hãy thử "
      + "lại sau "
      + "ít phút.",
    en: "Laptops are handing over all the time and the numbers change while they are counted; no "
      + "report was made. Try again in a few minutes.")

  static func title(_ label: (Language) -> String) -> BilingualText {
    BilingualText(
      vi: "Báo cáo kết quả hỗ trợ: \(label(.vietnamese))",
      en: "Report of the help given: \(label(.english))")
  }

  static func by(_ dimension: BilingualText) -> BilingualText {
    BilingualText(vi: "Theo \(dimension.vietnamese)", en: "By \(dimension.english)")
  }

  static func furtherNotes(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Và \(count) dòng nữa về các tháng đã chốt, xem ở trang Báo cáo.",
      en: "And \(count) more lines about closed months, on the page Reports.")
  }

  static func further(_ count: Int) -> BilingualText {
    BilingualText(
      vi: "Và \(count) dòng nữa, xem ở trang Báo cáo; dòng cuối là của cả kỳ.",
      en: "And \(count) more lines, on the page Reports; the last line is of the whole period.")
  }
}
