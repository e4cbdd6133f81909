import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Sheets to print, each part with a QR code that leads to where somebody rates a session, a hamlet's
/// work or a dossier, and with the same to tick by hand where there is no network.
struct FeedbackSheetPage {
  static let path = "/feedback-sheets"
  /// Parts of one go: more are asked for commune by commune.
  private static let maximumParts = 400
  /// Days before and after today in which sessions are offered.
  private static let sessionDays = 45

  static let routes = [
    PageRoute(.get, path, access: .coordinator) { try FeedbackSheetPage($0).page() }
  ]

  /// What sheets are made for.
  private enum Which: String, CaseIterable {
    case hamlets
    case sessions
    case codes

    var words: BilingualText {
      switch self {
      case .hamlets:
        BilingualText(vi: "mỗi thôn, tổ dân phố một mã", en: "one for each hamlet")
      case .sessions:
        BilingualText(
          vi: "mỗi buổi, điểm hỗ trợ một mã (45 ngày trước và sau hôm nay)",
          en: "one for each session and support point (45 days before and after today)")
      case .codes: BilingualText(vi: "các mã gõ ở dưới", en: "the codes typed below")
      }
    }
  }

  private let request: PageRequest
  private let language: Language
  private let which: Which?
  private let perPage: Int
  private let address: String
  private let codes: String
  private let unit: String
  private let subjects: [FeedbackSubject]
  /// Typed codes that mean nothing within reach.
  private let unknown: [String]
  /// How many there are in all.
  private let total: Int

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    let query = request.http.query
    func asked(_ name: String, _ limit: Int) -> String { String((query[name] ?? "").prefix(limit)) }
    which = Which(rawValue: asked("for", 20))
    perPage = Int(asked("per", 2)).flatMap { [1, 2, 4, 8].contains($0) ? $0 : nil } ?? 4
    let typed = asked("address", 200).split(whereSeparator: \.isWhitespace).joined()
    address = typed.isEmpty ? Self.address(request) : ClientURL.withScheme(typed)
    codes = asked("codes", 4_000)
    unit = asked("unit", 10).filter(\.isNumber)
    let (which, unit, codes, today) = (which, unit, codes, request.today)
    let found = try request.centre.read { reader -> Found in
      switch which {
      case .hamlets:
        return try Self.find(
          reader.places(commune: unit.isEmpty ? nil : unit).map(\.codeText), reader, reached, today)
      case .sessions:
        var filter = FormFilter()
        filter.period = try Period(
          from: today.adding(days: -Self.sessionDays), to: today.adding(days: Self.sessionDays))
        return try Self.find(
          reader.formRecords(RecordForms.session, filter, page: .all).map(\.header.codeText),
          reader, reached, today)
      case .codes:
        let typed = codes.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
        return try Self.find(typed, reader, reached, today)
      case nil: return Found()
      }
    }
    subjects = found.subjects
    total = found.total
    unknown = which == .codes ? found.unknown : []
  }

  private struct Found: Sendable {
    var subjects: [FeedbackSubject] = []
    var unknown: [String] = []
    var total = 0
  }

  private static func find(
    _ codes: [String], _ reader: RecordReader, _ reached: ReachedWork, _ today: LocalDate
  ) throws -> Found {
    var found = Found()
    for code in codes {
      guard let subject = try FeedbackSubject(code, reader, on: today),
        reached.holds(scope: subject.scope)
      else {
        found.unknown.append(code)
        continue
      }
      found.total += 1
      if found.subjects.count < maximumParts { found.subjects.append(subject) }
    }
    return found
  }

  /// Where this page was asked for, unless that is this very machine.
  private static func address(_ request: PageRequest) -> String {
    let host = request.http.headers["Host"] ?? ""
    let isHere = ["localhost", "127.", "[::1]"].contains { host.hasPrefix($0) }
    if !isHere, !host.isEmpty { return (request.http.isSecure ? "https://" : "http://") + host }
    return request.centre.settings.usualAddress
  }

  /// What is wrong with what was asked for; nil where a sheet can be made.
  private var problem: BilingualText? {
    guard which != nil else { return nil }
    do {
      try ClientURL.check(address)
    } catch {
      return CentreError.badAddress(address).words
    }
    return unknown.isEmpty ? nil : SheetQRWords.unknown(unknown)
  }

  private func page() throws -> HTTPResponse {
    let problem = problem
    let isMade = which != nil && problem == nil && !subjects.isEmpty
    var frame = request.frame(FeedbackWords.sheets)
    frame.lead = try request.reached().words
    let sheets = isMade ? parts.map(sheet) : []
    return .html(
      frame.page {
        element("div", ["class": "not-printed"]) {
          panel(lead: SheetQRWords.lead.text(in: language)) { form(problem) }
          if which != nil, problem == nil {
            element(
              "p", ["class": subjects.isEmpty ? "empty" : "list-standing", "role": "status"]
            ) {
              SheetQRWords.standing(subjects.count, of: total).text(in: language)
            }
          }
        }
        for sheet in sheets { sheet }
        element("p", ["class": "not-printed"]) {
          element("a", ["href": FeedbackPages.path]) { FeedbackWords.allBack.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private var parts: [ArraySlice<FeedbackSubject>] {
    stride(from: 0, to: subjects.count, by: perPage).map {
      subjects[$0..<min($0 + perPage, subjects.count)]
    }
  }

  private func form(_ problem: BilingualText?) -> HTML {
    element("form", ["class": "form", "method": "get", "action": Self.path]) {
      if let problem {
        element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
      }
      PageField(
        "for", SheetQRWords.which,
        .choice(Which.allCases.map { (value: $0.rawValue, words: $0.words) }),
        value: which?.rawValue ?? Which.hamlets.rawValue
      ).html(language)
      PageField("unit", SheetQRWords.unit, .digits, value: unit, hint: SheetQRWords.unitHint)
        .html(language)
      PageField("codes", SheetQRWords.codes, .lines, value: codes, hint: SheetQRWords.codesHint)
        .html(language)
      PageField(
        "per", SheetQRWords.perPage,
        .choice([1, 2, 4, 8].map { (value: String($0), words: BilingualText(same: String($0))) }),
        value: String(perPage)
      ).html(language)
      PageField(
        "address", SheetQRWords.address, value: address, hint: SheetQRWords.addressHint,
        isRequired: true
      ).html(language)
      element("div", ["class": "actions"]) {
        element("button", ["type": "submit"]) { SheetQRWords.make.text(in: language) }
      }
    }
  }

  private func sheet(_ part: ArraySlice<FeedbackSubject>) -> HTML {
    element("section", ["class": "qr-sheet per-\(perPage)"]) {
      for subject in part { self.part(subject) }
    }
  }

  private func part(_ subject: FeedbackSubject) -> HTML {
    element("article", ["class": "qr-part", "lang": language.rawValue]) {
      element("h2") { RatingInvitation.question.text(in: language) }
      element("p") {
        element("strong") { subject.words.text(in: language) }
        if let name = subject.name { " · \(name)" }
      }
      RatingInvitation(code: subject.codeText, centre: address, servesOnce: subject.servesOnce)
        .html(language)
      element("p", ["class": "qr-lines"]) { SheetQRWords.said.text(in: language) }
      element("p", ["class": "detail"]) {
        element("span", ["class": "nowrap"]) { subject.codeText }
        " · \(request.centre.settings.place.name) · "
        SheetQRWords.neverIDs.text(in: language)
      }
    }
  }
}

/// The words of sheets with QR codes.
enum SheetQRWords {
  static let lead = BilingualText(
    vi: "Mỗi phần in có một mã QR chỉ chứa địa chỉ trung tâm và mã bản ghi. Quét mã mở trang đánh "
      + "giá "
      + "không cần đăng nhập. Không có mạng thì đánh dấu trên giấy; người của tổ nhập lại trên máy "
      + "ở mục Phản ánh.",
    en: "Each part holds a QR code of nothing but the centre's address and a record's code. "
      + "Scanning "
      + "it opens a page to rate by, without signing in. Without a network the paper is ticked, "
      + "and "
      + "a member types it on the laptop under Feedback.")
  static let which = BilingualText(vi: "In cho", en: "For")
  static let unit = BilingualText(vi: "Chỉ một xã, theo mã", en: "One commune only, by its code")
  static let unitHint = BilingualText(
    vi: "chỉ dùng khi in cho thôn; để trống là cả phạm vi của bạn",
    en: "for hamlets alone; empty for all within your reach")
  static let codes = BilingualText(vi: "Các mã", en: "Codes")
  static let codesHint = BilingualText(
    vi: "của buổi (B-…), hồ sơ (S-…), thôn (P-…), cách nhau bằng dấu cách",
    en: "of sessions (B-…), dossiers (S-…), hamlets (P-…), with blanks between them")
  static let perPage = BilingualText(vi: "Số phần trên một trang A4", en: "Parts on an A4 page")
  static let address = BilingualText(vi: "Địa chỉ trung tâm", en: "Address of the centre")
  static let addressHint = BilingualText(
    vi: "địa chỉ mà điện thoại của bà con mở được, ví dụ https://cntt.xa.gov.vn:8765",
    en: "an address that people's telephones reach, such as https://centre.example:8765")
  static let make = BilingualText(vi: "Xem phiếu để in", en: "Show the sheets to print")
  static let said = BilingualText(vi: "Góp ý:", en: "What you want to say:")
  static let neverIDs = BilingualText(
    vi: "đừng ghi số căn cước, mật khẩu", en: "write no personal id and no password")

  static func standing(_ shown: Int, of total: Int) -> BilingualText {
    if total == 0 {
      return BilingualText(
        vi: "Không có gì để in: trong phạm vi của bạn chưa có thôn hay buổi nào như thế.",
        en: "Nothing to print: there is no such hamlet or session within your reach.")
    }
    if shown < total {
      return BilingualText(
        vi: "\(shown) trong \(total) mã; hãy chọn từng xã để in hết.",
        en: "\(shown) of \(total) codes; choose commune by commune to print all.")
    }
    return BilingualText(
      vi: "\(total) mã. In bằng lệnh in của trình duyệt, khổ A4.",
      en: "\(total) codes. Print them from the browser, on A4.")
  }

  static func unknown(_ codes: [String]) -> BilingualText {
    let list = codes.prefix(5).map { "“\($0.prefix(40))”" }.joined(separator: ", ")
    return BilingualText(
      vi: "Không có buổi, hồ sơ hay thôn nào mang mã \(list) trong phạm vi của bạn; chưa làm phiếu "
        + "nào.",
      en: "No session, dossier or hamlet within your reach has the code \(list); no sheet was "
        + "made.")
  }
}
