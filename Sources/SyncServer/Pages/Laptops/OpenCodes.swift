import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The codes that were given out and that no laptop has come with yet, each with the way to take it
/// back: whoever finds one could let a laptop in.
enum OpenCodes {
  static let path = "\(LaptopEnrolPages.path)/withdraw"
  private static let codeName = "open-code"

  /// A code that is open.
  private struct Line {
    let code: KeptCode
    let team: String?
    let holder: String?
  }

  /// The list below the form; nothing where no code is open.
  static func panel(_ request: PageRequest) throws -> HTML {
    let lines = try lines(request)
    guard !lines.isEmpty else { return .empty }
    let language = request.language
    return Pages.panel(id: "open-codes", OpenCodeWords.title.text(in: language)) {
      element("p") { OpenCodeWords.lead.text(in: language) }
      PageTable(
        OpenCodeWords.title,
        columns: [
          .text(LaptopWords.laptop), .text(LaptopWords.team), .text(LaptopWords.holder),
          .text(OpenCodeWords.until), .text(OpenCodeWords.act),
        ],
        rows: lines.map { line in
          PageTable.Row([
            .text(line.code.label), .text(line.team ?? "—"), .text(line.holder ?? "—"),
            .text(Format.dateTime(LocalDateTime(time: line.code.expires))),
            PageForm(action: path, formToken: request.formToken, submit: OpenCodeWords.withdraw)
              .html(language) { hidden(codeName, "\(line.code.id)") },
          ])
        }, empty: OpenCodeWords.title
      ).html(language)
    }
  }

  private static func lines(_ request: PageRequest) throws -> [Line] {
    let reached = try request.reached()
    let now = request.clock.wall
    return try request.centre.read { reader in
      try EnrolmentCodeTable(reader.connection).all()
        .filter { $0.use == nil && $0.expires > now && reached.holds(team: $0.team) }
        .map { code in
          Line(
            code: code, team: try code.team.flatMap { try reader.record(Team.self, $0)?.name },
            holder: try code.member.flatMap { try reader.record(Member.self, $0)?.fullName })
        }
    }
  }

  /// Takes one back; one that is used meanwhile, or beyond reach, stays as it is.
  static func withdraw(_ request: PageRequest) throws -> HTTPResponse {
    let wanted = try lines(request).first { "\($0.code.id)" == request.form[codeName] }
    guard let wanted else { return .seeOther("\(LaptopEnrolPages.path)?done=gone") }
    let actor = try request.actor
    let isDone = try request.centre.change { records, clock in
      let connection = records.store.connection
      guard try EnrolmentCodeTable(connection).withdraw(wanted.code.id, at: clock.wall) else {
        return false
      }
      try AuditLog(connection).note(
        AuditEvent(.sent, path, detail: "label=\(wanted.code.label)"), by: actor, at: clock.wall)
      return true
    }
    return .seeOther("\(LaptopEnrolPages.path)?done=\(isDone ? "withdrawn" : "gone")")
  }

  /// What was done, above the form.
  static func done(_ request: PageRequest) -> HTML {
    switch request.http.query["done"] {
    case "withdrawn": said(OpenCodeWords.withdrawn, "message good", request.language)
    case "gone": said(OpenCodeWords.gone, "message attention", request.language)
    default: .empty
    }
  }

  private static func said(_ words: BilingualText, _ style: String, _ language: Language) -> HTML {
    element("p", ["class": style, "role": "status"]) { words.text(in: language) }
  }
}

/// The words of open codes.
private enum OpenCodeWords {
  static let title = BilingualText(
    vi: "Mã đã cấp, chưa máy nào dùng", en: "Codes that no laptop has used yet")
  static let lead = BilingualText(
    vi:
      "Ai nhặt được mã đều cho được một máy vào. Mã cấp nhầm hay thất lạc thì thu hồi ngay; cần thì cấp "
      + "mã khác.",
    en:
      "Whoever finds a code can let a laptop in. Withdraw one that was made by mistake or is lost; "
      + "make another where it is needed.")
  static let until = BilingualText(vi: "Dùng được đến", en: "Good until")
  static let act = BilingualText(vi: "Thu hồi", en: "Withdrawal")
  static let withdraw = BilingualText(vi: "Thu hồi mã này", en: "Withdraw this code")
  static let withdrawn = BilingualText(
    vi: "Đã thu hồi: không máy nào vào được bằng mã ấy nữa.",
    en: "Withdrawn: no laptop gets in with that code any more.")
  static let gone = BilingualText(
    vi: "Không thu hồi gì: mã ấy đã được dùng, hết hạn, hoặc đã thu hồi rồi.",
    en: "Nothing was withdrawn: that code was used, is over, or was withdrawn before.")
}
