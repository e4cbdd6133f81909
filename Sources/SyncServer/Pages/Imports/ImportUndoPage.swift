import FieldWork
import Pages
import SyncProtocol
import Web

/// One import of households: what taking it back would void and what would stay, and the button that
/// does it.
enum ImportUndoPage {
  private static let pattern = "\(ImportPages.path)/:import"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true, handler: page),
    PageRoute(.post, "\(pattern)/undo", access: .coordinator, handler: undo),
  ]

  /// Where an import is, by the code of its first record.
  static func path(of code: String) -> String { "\(ImportPages.path)/\(code)" }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let undo = try request.centre.inspect { try named(request, $0) }
    let language = request.language
    let remaining = undo.households.count + undo.residents.count
    var frame = request.frame(ImportWords.one(undo.code))
    frame.lead = undo.time.map { time in
      BilingualText(same: Format.dateTime(LocalDateTime(time: time)))
    }
    return .html(
      frame.page {
        if request.http.query["undone"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            ImportWords.undone.text(in: language)
          }
        }
        panel(ImportWords.takeBack.text(in: language)) {
          if remaining == 0 {
            element("p", ["class": "empty"]) { ImportWords.nothingToVoid.text(in: language) }
          } else {
            element("p") {
              ImportWords.wouldVoid(undo.households.count, undo.residents.count)
                .text(in: language)
            }
            element("p") { ImportWords.staysReadable.text(in: language) }
            request.button(
              ImportWords.takeBack, sendingTo: "\(path(of: undo.code))/undo")
          }
        }
        if !undo.staying.isEmpty {
          panel(id: "staying") {
            staying(undo.staying.map { ($0.code, $0.reason.words) }, language).html(language)
          }
        }
        element("p") {
          element("a", ["href": ImportPages.path]) { ImportWords.title.text(in: language) }
        }
      })
  }

  /// The records that stay, each with why.
  static func staying(
    _ records: [(code: String, why: BilingualText)], _ language: Language
  ) -> PageTable {
    PageTable(
      ImportWords.stays,
      columns: [.text(ImportWords.code), .text(ImportWords.because)],
      rows: records.map { record in
        PageTable.Row([.text(record.code), .text(record.why.text(in: language))])
      }, empty: BilingualText(same: ""))
  }

  private static func undo(_ request: PageRequest) throws -> HTTPResponse {
    let author = request.account?.rights.member
    let code = try request.centre.perform { records, clock in
      let undo = try named(request, records)
      try records.applyImportUndo(undo, author: author, clock: clock) { _ in }
      return undo.code
    }
    return .seeOther("\(path(of: code))?undone=1")
  }

  /// What taking back the import of the address would do, all of it within reach.
  /// - Throws: `FieldError.notImported`, `.notFound`.
  private static func named(_ request: PageRequest, _ records: FieldStore) throws -> ImportUndo {
    let typed = String(request.parameters["import"].prefix(64))
    let reached = try request.reached()
    let undo = try records.previewImportUndo(typed)
    guard !reached.isEverything else { return undo }
    let rows = (undo.households + undo.residents).map { "#\($0.rawValue)" }
    guard
      try ([undo.code] + rows).allSatisfy({ try reached.holds(scope: records.locate($0).scope) })
    else { throw FieldError.notFound(typed) }
    return undo
  }
}
