import FieldWork
import Pages
import SyncProtocol
import Web

/// A record is voided with a reason, or that is taken back; nothing is deleted.
enum RecordVoidPages {
  private static let pattern = "/void/:code"
  private static let reasonName = "reason"
  private static let actName = "act"
  private static let restore = "restore"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator) { try page($0, problem: nil) },
    PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: send),
  ]

  /// Where a record is voided.
  static func path(_ code: String) -> String { "/void/\(code)" }

  private static func page(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let record = try request.formRecord()
    let language = request.language
    let title = try request.centre.read { try $0.title(of: record) }
    var frame = request.frame(words(record))
    frame.isNarrow = true
    frame.path = path(record.address)
    return .html(
      frame.page {
        panel {
          element("p") { title.text(in: language) }
          PageForm(
            action: path(record.address), formToken: request.formToken,
            submit: record.isVoided ? RecordWays.restore : RecordWays.void, problem: problem
          ).html(language) {
            if record.isVoided {
              hidden(actName, restore)
            } else {
              PageField(
                reasonName, RecordWays.reason, value: request.form[reasonName] ?? "",
                isRequired: true
              ).html(language)
            }
          }
        }
        element("p") {
          element("a", ["href": CentreForms.path(of: record)]) {
            RecordFormWords.back.text(in: language)
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func words(_ record: FormRecord) -> BilingualText {
    (record.isVoided ? RecordWays.restore : RecordWays.void)
      + BilingualText(same: ": \(record.code)")
  }

  private static func send(_ request: PageRequest) throws -> HTTPResponse {
    let record = try request.formRecord()
    let reached = try request.reached()
    let actor = try request.actor
    let isRestored = request.form[actName] == restore
    let next = "\(CentreForms.path(of: record))?done=saved"
    // Sent twice, or said by somebody else meanwhile: the record's page shows how it stands.
    guard record.isVoided == isRestored, record.form.canVoid else { return .seeOther(next) }
    do {
      try request.centre.change { records, clock in
        guard try reached.mayWrite(record, records.reader) else {
          throw AccountError.notAllowed(request.account?.name.text ?? "")
        }
        let author = request.account?.rights.member
        if isRestored {
          try records.restore(record.form, record.header.id, author: author, clock: clock)
        } else {
          try records.void(
            record.form, record.header.id, reason: request.typed(reasonName), author: author,
            clock: clock)
        }
        try AuditLog(records.store.connection).note(
          AuditEvent(.sent, path(record.address), detail: isRestored ? restore : "void"), by: actor,
          at: clock.wall)
      }
      return .seeOther(next)
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
  }
}
