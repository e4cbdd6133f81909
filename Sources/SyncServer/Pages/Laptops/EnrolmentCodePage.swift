import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The codes that were given out to let laptops in: who has come with theirs, and which still wait, to
/// be withdrawn where one went astray.
enum EnrolmentCodePage {
  static let path = "/laptop-codes"

  static let routes =
    ListScreen.routes(path, access: .coordinator, file: "ma-ghi-danh", screen)
    + [PageRoute(.post, "\(path)/:code/withdraw", access: .coordinator, handler: withdraw)]

  /// A code with the names of whom it concerns.
  private struct Line {
    let code: Centre.GivenCode
    let team: String?
    let member: String?
    let laptop: String?
  }

  private static func screen(_ request: PageRequest) throws -> ListScreen<Line> {
    let language = request.language
    let reached = try request.reached()
    let codes = try request.centre.givenCodes(within: reached)
    let labels = Dictionary(
      try request.centre.laptops().map { ($0.replica, $0.label) },
      uniquingKeysWith: { first, _ in first })
    let lines = try request.centre.read { reader in
      try codes.map { code in
        Line(
          code: code, team: try code.team.flatMap { try reader.record(Team.self, $0)?.name },
          member: try code.member.flatMap { try reader.record(Member.self, $0)?.fullName },
          laptop: code.laptop.map { labels[$0] ?? "#\($0.rawValue)" })
      }
    }
    let done: HTML =
      request.http.query["done"] == nil
      ? .empty
      : element("p", ["class": "message good", "role": "status"]) {
        EnrolmentCodeWords.withdrawn.text(in: language)
      }
    return ListScreen(
      EnrolmentCodeWords.title, list(request), lines,
      lead: reached.words.map { EnrolmentCodeWords.lead + BilingualText(same: " ") + $0 }
        ?? EnrolmentCodeWords.lead,
      actions: HTML.group {
        done
        element("p", ["class": "actions"]) {
          element("a", ["class": "button", "href": LaptopEnrolPages.path]) {
            LaptopEnrolPages.title.text(in: language)
          }
        }
      },
      further: element("p") {
        element("a", ["href": LaptopListPage.path]) { LaptopWords.all.text(in: language) }
      })
  }

  private static func list(_ request: PageRequest) -> PageList<Line> {
    let language = request.language
    func minute(_ time: Timestamp) -> SpreadsheetValue {
      .minute(LocalDateTime(time: time).minutesSince1970)
    }
    return PageList<Line>(
      path, EnrolmentCodeWords.title,
      columns: [
        .init("label", LaptopWords.laptop, orderedBy: { SearchFold.base($0.code.label) }) {
          .text($0.code.label)
        },
        .init("team", LaptopWords.team, orderedBy: { SearchFold.base($0.team ?? "") }) {
          .optional($0.team)
        },
        .init("member", LaptopWords.holder, orderedBy: { SearchFold.base($0.member ?? "") }) {
          .optional($0.member)
        },
        .init("issued", EnrolmentCodeWords.issued, orderedBy: \.code.issued.rawValue) {
          minute($0.code.issued)
        },
        .init("expires", EnrolmentCodeWords.expires, orderedBy: \.code.expires.rawValue) {
          minute($0.code.expires)
        },
        .init(
          "state", EnrolmentCodeWords.state, orderedBy: \.code.state.rawValue,
          cell: { state($0, request) },
          value: {
            .text(EnrolmentCodeWords.words(of: $0.code.state, $0.laptop).text(in: language))
          }),
      ],
      filters: [
        .init("q", LaptopWords.laptop) { line, typed in
          SearchFold.base(line.code.label).contains(SearchFold.base(typed))
        },
        .init(
          "state", EnrolmentCodeWords.state,
          Centre.GivenCode.State.allCases.map {
            (value: $0.rawValue, words: EnrolmentCodeWords.words(of: $0, nil))
          }
        ) { line, value in line.code.state.rawValue == value },
      ], empty: EnrolmentCodeWords.none)
  }

  private static func state(_ line: Line, _ request: PageRequest) -> HTML {
    let words = EnrolmentCodeWords.words(of: line.code.state, line.laptop)
      .text(in: request.language)
    switch line.code.state {
    case .used: return StateMark.good.html(words)
    case .over: return .text(words)
    case .waiting:
      return HTML.group {
        StateMark.attention.html(words)
        request.button(
          EnrolmentCodeWords.withdraw, sendingTo: "\(path)/\(line.code.number)/withdraw",
          about: line.code.label)
      }
    }
  }

  private static func withdraw(_ request: PageRequest) throws -> HTTPResponse {
    guard let number = Int64(request.parameters["code"]) else { throw CentreError.codeNotWaiting }
    try request.centre.withdrawCode(number, within: request.reached())
    return .seeOther("\(path)?done=1")
  }
}

/// The words about codes that were given out, on the page and at the terminal.
enum EnrolmentCodeWords {
  static let title = BilingualText(vi: "Mã ghi danh đã cấp", en: "Codes given out")
  static let lead = BilingualText(
    vi:
      "Mã của các tuần gần đây; bản thân mã không được giữ ở đâu cả. Mã nào thất lạc thì thu hồi: "
      + "sau đó không máy nào vào được bằng mã ấy.",
    en: "Those of the last weeks; the codes themselves are kept nowhere. Withdraw one that went "
      + "astray: no laptop comes in with it any more.")
  static let issued = BilingualText(vi: "Cấp lúc", en: "Given")
  static let expires = BilingualText(vi: "Dùng được đến", en: "Good until")
  static let state = BilingualText(vi: "Tình trạng", en: "State")
  static let withdraw = BilingualText(vi: "Thu hồi", en: "Withdraw")
  static let withdrawn = BilingualText(
    vi: "Đã thu hồi: mã ấy không cho máy nào vào nữa. Máy đã vào từ trước không bị ảnh hưởng.",
    en: "Withdrawn: that code lets no laptop in any more. Laptops that came in before are not "
      + "touched.")
  static let none = BilingualText(
    vi: "Chưa cấp mã nào trong các tuần gần đây.", en: "No code was given in the last weeks.")
  static let notWaiting = BilingualText(
    vi: "Chưa thu hồi gì: mã này không có, đã có máy dùng, hoặc đã hết hạn. Nếu một máy lạ đã vào, "
      + "hãy báo mất máy ấy ở trang Máy.",
    en: "Nothing was withdrawn: there is no such code, a laptop has used it, or it is over. If a "
      + "laptop came in that should not have, report it as lost on the page Laptops.")

  static func words(of state: Centre.GivenCode.State, _ laptop: String?) -> BilingualText {
    switch state {
    case .waiting: BilingualText(vi: "chưa dùng", en: "not used yet")
    case .over: BilingualText(vi: "hết hạn hoặc đã thu hồi", en: "over or withdrawn")
    case .used:
      laptop.map { BilingualText(vi: "\($0) đã vào", en: "\($0) came in") }
        ?? BilingualText(vi: "đã dùng", en: "used")
    }
  }
}
