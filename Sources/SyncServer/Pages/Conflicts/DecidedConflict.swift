import FieldWork
import Listings
import Pages
import Replica
import Web

/// What a field holds now that nothing of it is in conflict: who decided, every write, the way back.
struct DecidedConflict {
  /// The writes that are listed; the latest.
  private static let listLimit = 50

  private let file: ConflictFile
  private let address: String
  private let request: PageRequest
  private let history: [HistoryEntry]
  private let decision: AuditEntry?
  private let language: Language

  init(
    _ file: ConflictFile, _ address: String, _ request: PageRequest, _ records: FieldStore
  ) throws {
    self.file = file
    self.address = address
    self.request = request
    history = try file.history(records)
    language = request.language
    var wanted = AuditLog.Wanted()
    wanted.text = file.auditSubject
    let acts = [AuditEvent.Act.conflictDecided, .valueRestored].map(\.rawValue)
    decision = try AuditLog(records.store.connection).entries(wanted, limit: Self.listLimit).entries
      .first { $0.subject == file.auditSubject && acts.contains($0.act) }
  }

  func html() -> HTML {
    HTML.group {
      notice
      panel {
        if let value = history.last(where: \.isShown)?.new {
          element("p") { StateMark.good.html(ConflictWords.holds(value).text(in: language)) }
        }
        if let decision {
          element("p") {
            ConflictWords.decided(by: decision.account, at: LocalDateTime(time: decision.at))
              .text(in: language)
          }
        }
        table.html(language)
      }
    }
  }

  private var notice: HTML {
    if request.http.query["late"] != nil {
      return element("p", ["class": "message bad", "role": "alert"]) {
        ConflictWords.late.text(in: language)
      }
    }
    guard request.http.query["done"] != nil else { return .empty }
    let words =
      history.contains(where: isReturnable) ? ConflictWords.done : ConflictWords.doneWithoutReturn
    return element("p", ["class": "message good", "role": "status"]) { words.text(in: language) }
  }

  private var table: PageTable {
    PageTable(
      ConflictWords.history,
      columns: [
        .text(ConflictWords.value), .text(ConflictWords.author), .text(ConflictWords.time),
        .text(ConflictWords.state), .text(ConflictWords.wayBack),
      ],
      rows: history.suffix(Self.listLimit).reversed().map { entry in
        PageTable.Row(
          [
            PageTable.cell(
              entry.new?.text(in: language) ?? "—", detail: entry.kind.words.text(in: language)),
            .text(entry.writer.words.text(in: language)),
            PageTable.cell(
              Format.dateTime(entry.writer.time),
              detail: entry.writer.doubt?.words.text(in: language)),
            entry.isShown ? StateMark.good.html(ConflictWords.shown.text(in: language)) : .empty,
            isReturnable(entry) ? button(entry) : .empty,
          ], style: entry.isShown ? "value-shown" : nil)
      }, empty: ConflictWords.noWrites)
  }

  /// Whether it is a value that could stand there again.
  private func isReturnable(_ entry: HistoryEntry) -> Bool {
    guard let value = entry.new, !entry.isShown,
      file.subject.fieldName != RecordConflict.deletionName
    else { return false }
    return value != OpenedValue.erased.inBrackets && value != OpenedValue.keyMissing.inBrackets
      && !history.contains { $0.isShown && $0.new == value }
  }

  private func button(_ entry: HistoryEntry) -> HTML {
    element("form", ["method": "post", "action": address + "/restore"]) {
      PageFrame.tokenField(request.formToken)
      hidden("seen", ConflictFile.seen(history))
      hidden("write", "#\(entry.writer.dot.rawValue)")
      let words = ConflictWords.takeBack.text(in: language)
      element(
        "button",
        [
          "type": "submit", "class": "quiet",
          "aria-label": "\(words): \(entry.new?.text(in: language) ?? "")",
        ]
      ) {
        words
      }
    }
  }
}
