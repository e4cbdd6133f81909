import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The code that resets the password of a laptop whose user forgot it, for one day, and which codes
/// were given.
enum ResetCodePage {
  static let path = "/reset-codes"
  private static let listLimit = 5_000

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator) { try page($0) },
      PageRoute(.post, path, access: .coordinator, isNoted: false, handler: give),
    ] + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  /// A code that was given, with the names of whom it concerns.
  private struct Line {
    let given: LocalDateTime
    let laptop: String
    let day: LocalDate
    let giver: String?
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil,
    given: (laptop: Peer, code: ResetCode, day: LocalDate)? = nil
  ) throws -> HTTPResponse {
    let language = request.language
    let lines = try lines(request)
    let list = list(language)
    let choice = list.choice(request.http.query)
    var frame = request.frame(ResetCodeWords.title)
    frame.lead = try request.reached().words
    frame.path = path
    return .html(
      frame.page {
        if let given {
          panel(ResetCodeWords.code.text(in: language)) {
            facts(
              [
                (LaptopWords.laptop, given.laptop.label),
                (ResetCodeWords.day, Format.date(given.day)),
              ], language)
            element("p", ["role": "status"]) { element("code") { given.code.text } }
            element("p") { StateMark.attention.html(ResetCodeWords.holder.text(in: language)) }
          }
        }
        panel(ResetCodeWords.give.text(in: language)) {
          PageForm(
            action: path, formToken: request.formToken, submit: ResetCodeWords.show,
            problem: problem
          ).html(language) {
            PageField(
              "challenge", ResetCodeWords.challenge, value: request.typed("challenge"),
              hint: ResetCodeWords.challengeHint, isRequired: true
            ).html(language)
            PageField(
              "day", ResetCodeWords.day, .digits,
              value: request.form["day"] ?? Format.date(request.today),
              hint: ResetCodeWords.dayHint, isRequired: true
            ).html(language)
          }
        }
        panel(id: "given") {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: path), language)
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func list(_ language: Language) -> PageList<Line> {
    PageList<Line>(
      path, ResetCodeWords.given,
      columns: [
        .init("given", ResetCodeWords.at, orderedBy: \.given.minutesSince1970) {
          .minute($0.given.minutesSince1970)
        },
        .init("laptop", LaptopWords.laptop, orderedBy: { SearchFold.base($0.laptop) }) {
          .text($0.laptop)
        },
        .init("day", ResetCodeWords.day, orderedBy: \.day) { .optional($0.day) },
        .init("giver", ResetCodeWords.giver, orderedBy: { SearchFold.base($0.giver ?? "") }) {
          .optional($0.giver)
        },
      ],
      filters: [
        .init("q", LaptopWords.laptop) { line, typed in
          SearchFold.base(line.laptop).contains(SearchFold.base(typed))
        }
      ], empty: ResetCodeWords.none)
  }

  private static func lines(_ request: PageRequest) throws -> [Line] {
    let reached = try request.reached()
    let laptops = Dictionary(
      try request.centre.inspect { try LaptopReport.gather($0.store) }.map { ($0.replica, $0) },
      uniquingKeysWith: { first, _ in first })
    let codes = try request.centre.givenResetCodes(limit: listLimit).filter { code in
      laptops[code.replica].map(reached.holds) ?? reached.isEverything
    }
    return try request.centre.read { reader in
      try codes.map { code in
        Line(
          given: LocalDateTime(time: code.given),
          laptop: laptops[code.replica]?.label ?? "#\(code.replica.rawValue)", day: code.day,
          giver: try code.giver.flatMap { try reader.record(Member.self, $0)?.fullName })
      }
    }
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    try ListFile(list(request.language), format, name: "ma-dat-lai").answer(
      request, rows: lines(request))
  }

  private static func give(_ request: PageRequest) throws -> HTTPResponse {
    do {
      let challenge = try ResetChallenge(parsing: request.typed("challenge"))
      let day = try Format.parseDate(request.typed("day"))
      let reached = try request.reached()
      // Nobody opens a laptop that they do not see.
      guard
        let laptop = try request.centre.inspect({ try LaptopReport.gather($0.store) })
          .first(where: { challenge.isOf($0.replica) }), reached.holds(laptop)
      else { throw CentreError.challengeOfNobody }
      try request.centre.note(
        AuditEvent(.sent, path, detail: laptop.label), by: try request.actor)
      let (peer, code) = try request.centre.giveResetCode(
        for: challenge, on: day, by: request.account?.rights.member)
      return try page(request, given: (peer, code, day))
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
  }
}

/// The words of codes that reset passwords.
enum ResetCodeWords {
  static let title = BilingualText(vi: "Quên mật khẩu máy", en: "Forgotten passwords of laptops")
  static let give = BilingualText(vi: "Cho một mã đặt lại", en: "Give a code")
  static let show = BilingualText(vi: "Tính mã", en: "Work it out")
  static let code = BilingualText(vi: "Mã đặt lại mật khẩu", en: "The code")
  static let challenge = BilingualText(vi: "Các nhóm trên máy", en: "The groups on the laptop")
  static let challengeHint = BilingualText(
    vi: "người giữ máy đọc ở màn hình “Quên mật khẩu”",
    en: "the holder reads them out from “Forgotten password”")
  static let day = BilingualText(vi: "Cho ngày", en: "For the day")
  static let dayHint = BilingualText(
    vi: "ngày mà máy đó cho thấy: ngày/tháng/năm", en: "the day that it shows: day/month/year")
  static let holder = BilingualText(
    vi: "Chỉ đọc mã cho người giữ máy này mà bạn nhận ra: ai có máy và mã thì mở được dữ liệu. "
      + "Mã không được giữ ở đâu; lần cho này đã ghi vào nhật ký.",
    en: "Read it only to the holder of this laptop, whom you recognise: laptop and code together "
      + "open its data. The code is kept nowhere; that it was given stands in the log.")
  static let given = BilingualText(vi: "Các mã đã cho", en: "Codes that were given")
  static let at = BilingualText(vi: "Lúc", en: "Given")
  static let giver = BilingualText(vi: "Người cho", en: "By")
  static let none = BilingualText(vi: "Chưa cho mã nào.", en: "No code was given yet.")
}
