import FieldWork
import Pages
import SyncProtocol
import Web

/// One import of hamlets, teams and members: what taking it back would remove or end and what would
/// stay, and the button that does it. For whoever sees the whole centre, as one file may be of several
/// communes.
enum RosterUndoPage {
  private static let root = "\(ImportPages.path)/rosters"
  private static let pattern = "\(root)/:number"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true, handler: page),
    PageRoute(.post, "\(pattern)/undo", access: .coordinator, handler: undo),
  ]

  /// Where an import is, by its number.
  static func path(of number: Int64) -> String { "\(root)/\(number)" }

  /// What people call it.
  static func code(of number: Int64) -> String { "DS-\(number)" }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let undo = try request.centre.inspect { try named(request, $0) }
    let language = request.language
    var frame = request.frame(ImportWords.one(code(of: undo.number)))
    frame.lead = BilingualText(same: Format.dateTime(LocalDateTime(time: undo.time)))
    return .html(
      frame.page {
        if request.http.query["undone"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            ImportWords.undone.text(in: language)
          }
        }
        panel(ImportWords.takeBack.text(in: language)) {
          if undo.isEmpty {
            element("p", ["class": "empty"]) { ImportWords.nothingToVoid.text(in: language) }
          } else {
            element("p") { ImportWords.wouldRemove(undo).text(in: language) }
            if !undo.ending.isEmpty {
              element("p") {
                StateMark.attention.html(
                  ImportWords.wouldEnd(undo.ending.count).text(in: language))
              }
            }
            element("p") { ImportWords.changesStay.text(in: language) }
            request.button(ImportWords.takeBack, sendingTo: "\(path(of: undo.number))/undo")
          }
        }
        if !undo.staying.isEmpty {
          panel(id: "staying") {
            ImportUndoPage.staying(
              undo.staying.map { ($0.code, $0.reason.words) }, language
            ).html(language)
          }
        }
        element("p") {
          element("a", ["href": ImportPages.path]) { ImportWords.title.text(in: language) }
        }
      })
  }

  private static func undo(_ request: PageRequest) throws -> HTTPResponse {
    let author = request.account?.rights.member
    let number = try request.centre.perform { records, clock in
      let undo = try named(request, records)
      try records.applyRosterUndo(undo, today: request.today, author: author, clock: clock)
      return undo.number
    }
    return .seeOther("\(path(of: number))?undone=1")
  }

  /// What taking back the import of the address would do.
  /// - Throws: `FieldError.notFound`, also for whoever does not see the whole centre.
  private static func named(_ request: PageRequest, _ records: FieldStore) throws -> RosterUndo {
    let typed = String(request.parameters["number"].prefix(20))
    guard try request.reached().isEverything, let number = Int64(typed) else {
      throw FieldError.notFound(typed)
    }
    let rights = try AccountBook(records.store.connection).all().map(\.rights)
    let held = Set(rights.flatMap { [$0.member, $0.team] }.compactMap(\.self))
    return try records.previewRosterUndo(number, isUsed: held.contains)
  }
}
