import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// One pack that was taken in: what it brought, undoing that, and taking the undoing back.
struct StickPackPage {
  static let path = "\(StickPages.path)/packs"
  private static let pattern = "\(path)/:pack"
  private static let noteName = "note"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try StickPackPage($0).page() },
    PageRoute(.post, pattern, access: .coordinator, isNoted: false) {
      try StickPackPage($0).change()
    },
  ]

  private let request: PageRequest
  private let language: Language
  private let line: StickPages.Line

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let typed = String(request.parameters["pack"].prefix(64))
    guard let line = try StickPages.line(typed, request) else { throw FieldError.notFound(typed) }
    self.line = line
  }

  private var pack: CarriedPack { line.pack }
  private var isUndone: Bool { pack.undone != nil }

  /// What the holder of the laptop is told without a stick that goes back.
  private var receipt: HTML {
    get throws {
      guard let receipt = try request.centre.paperReceipt(of: pack.pack, from: pack.replica) else {
        return .empty
      }
      return try panel(id: "receipt", PaperReceiptWords.title.text(in: language)) {
        QRCodeFigure(
          try QRCode(receipt.scannedText), label: PaperReceiptWords.title,
          caption: BilingualText(same: receipt.text)
        ).html(language)
        element("p") { PaperReceiptWords.use.text(in: language) }
      }
    }
  }

  private func page(problem: BilingualText? = nil) throws -> HTTPResponse {
    let change = try run(isDryRun: true, note: nil)
    var frame = request.frame(StickWords.pack + BilingualText(same: " \(line.code)"))
    frame.path = StickPages.path
    let receipt = isUndone ? HTML.empty : try receipt
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            StickWords.changed.text(in: language)
          }
        }
        panel { factList(facts, language) }
        receipt
        panel((isUndone ? StickWords.redo : StickWords.undo).text(in: language)) {
          PageForm(
            action: line.address, formToken: request.formToken,
            submit: isUndone ? StickWords.redo : StickWords.undo, problem: problem
          ).html(language) {
            element("p") {
              StickWords.effect(change, isUndone: isUndone).text(in: language)
            }
            hidden("state", isUndone ? "undone" : "standing")
            if !isUndone {
              PageField(Self.noteName, StickWords.why, .lines, hint: StickWords.whyHint)
                .html(language)
            }
          }
        }
        element("p") {
          element("a", ["href": StickPages.path]) { StickWords.back.text(in: language) }
        }
      }, status: problem == nil ? 200 : 409)
  }

  private var facts: [(label: BilingualText, value: HTML?)] {
    func moment(_ time: Timestamp?) -> HTML? {
      time.map { .text(Format.dateTime(LocalDateTime(time: $0))) }
    }
    return [
      (LaptopWords.laptop, .text(line.laptop)),
      (StickWords.number, .text("\(pack.number)")), (StickWords.packed, moment(pack.packed)),
      (StickWords.taken, moment(pack.taken)),
      (StickWords.by, line.by.map { .text($0) }),
      (StickWords.newOperations, .text(Format.integer(pack.newOperations, language))),
      (StickWords.undone, moment(pack.undone)), (StickWords.by, pack.undoneBy.map { .text($0) }),
    ]
  }

  /// Undoes it, or takes that back; a form that saw it otherwise does nothing.
  private func change() throws -> HTTPResponse {
    guard (request.form["state"] == "undone") == isUndone else {
      return try page(problem: StickWords.otherwise)
    }
    let note = request.typed(Self.noteName)
    guard note.count <= TextLimit.note else { return try page(problem: StickWords.noteTooLong) }
    let done = try run(isDryRun: false, note: note.isEmpty ? nil : note)
    try request.centre.note(
      AuditEvent(
        isUndone ? .bundleRedone : .bundleUndone, "\(pack.replica.rawValue)/\(pack.number)",
        detail: "operations=\(done.operations)"), by: try request.actor)
    return .seeOther("\(line.address)?done=1")
  }

  private func run(isDryRun: Bool, note: String?) throws -> CarriedUndo {
    let person = request.account?.name.text ?? ""
    return try request.centre.perform { field, clock in
      isUndone
        ? try field.store.redoCarried(
          pack.pack, by: person, note: note, clock: clock, isDryRun: isDryRun)
        : try field.store.undoCarried(
          pack.pack, by: person, note: note, clock: clock, isDryRun: isDryRun)
    }
  }
}
