import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// One conflict: its values, the decision, and afterwards what was decided and the way back.
enum ConflictDecisionPage {
  private static let pattern = "/conflicts/:record/:field"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try page($0) },
    // What was decided is noted together with the decision, or neither is there.
    PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: decide),
    PageRoute(
      .post, pattern + "/restore", access: .coordinator, isNoted: false, handler: restore),
  ]

  /// What became of a form.
  private enum Outcome {
    /// It was done.
    case written
    /// Somebody was there before.
    case late
    /// Other values came since the page was opened.
    case changed
    /// Nothing was chosen.
    case notChosen
    /// A value was chosen and another one typed.
    case chosenTwice
  }

  private static func decide(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    do {
      let (outcome, address) = try request.centre.change { records, clock in
        let file = try ConflictFile(request, records, reached)
        let address = try file.address(records)
        guard let conflict = file.conflict else { return (Outcome.late, address) }
        guard conflict.fingerprint == request.form["seen"] else { return (.changed, address) }
        guard let decision = decision(request.form) else { return (.notChosen, address) }
        guard !isTypedBeside(decision, request.form) else { return (.chosenTwice, address) }
        _ = try records.decide(
          file.record, field: conflict.kind == .values ? conflict.fieldName : nil, decision,
          author: request.account?.rights.member, clock: clock)
        let ground = request.form["ground"].flatMap(ConflictGround.init(rawValue:))
        try AuditLog(records.store.connection).note(
          AuditEvent(.conflictDecided, file.auditSubject, detail: ground?.rawValue ?? ""),
          by: actor, at: clock.wall)
        return (.written, address)
      }
      switch outcome {
      case .written: return .seeOther(address + "?done=1")
      case .late: return .seeOther(address + "?late=1")
      case .changed: return try page(request, problem: ConflictWords.changed, status: 409)
      case .notChosen: return try page(request, problem: ConflictWords.notChosen, status: 422)
      case .chosenTwice: return try page(request, problem: ConflictWords.chosenTwice, status: 422)
      }
    } catch let error where words(of: error) != nil {
      return try page(request, problem: words(of: error), status: 422)
    }
  }

  /// What a person mends in the form, or waits for.
  private static func words(of error: any Error) -> BilingualText? {
    // No such record, or none within reach, is a page of its own.
    if case FieldError.notFound = error { return nil }
    return (error as? ConflictError)?.words ?? PageRequest.words(ofInput: error)
  }

  private static func decision(_ form: NamedValues) -> ConflictDecision? {
    guard let chosen = form["decision"] else { return nil }
    return chosen == ConflictForm.another
      ? .value(form["value"] ?? "") : ConflictDecision(formValue: chosen)
  }

  /// Whether something was typed that the decision would leave unread.
  private static func isTypedBeside(_ decision: ConflictDecision, _ form: NamedValues) -> Bool {
    if case .value = decision { return false }
    return !(form["value"] ?? "").allSatisfy(\.isWhitespace)
  }

  private static func restore(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let (outcome, address) = try request.centre.change { records, clock in
      let file = try ConflictFile(request, records, reached)
      let address = try file.address(records)
      guard file.conflict == nil else { return (Outcome.changed, address) }
      let history = try file.history(records)
      guard ConflictFile.seen(history) == request.form["seen"] else { return (.late, address) }
      // A write may be of several fields: its number says which one is meant.
      guard
        let entry = history.first(where: { "#\($0.writer.dot.rawValue)" == request.form["write"] })
      else {
        throw ConflictError.noSuchWrite(typed: String((request.form["write"] ?? "").prefix(40)))
      }
      _ = try records.restore(
        String(entry.number), of: file.record, author: request.account?.rights.member,
        clock: clock)
      try AuditLog(records.store.connection).note(
        AuditEvent(.valueRestored, file.auditSubject), by: actor, at: clock.wall)
      return (.written, address)
    }
    switch outcome {
    case .written: return .seeOther(address + "?done=1")
    case .late: return .seeOther(address + "?late=1")
    case .changed, .notChosen, .chosenTwice:
      return try page(request, problem: ConflictWords.changed, status: 409)
    }
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, status: Int = 200
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (title, address, body) = try request.centre.inspect { records in
      let file = try ConflictFile(request, records, reached)
      let address = try file.address(records)
      let main =
        if let conflict = file.conflict {
          ConflictForm(conflict, file, address, request, problem: problem).html()
        } else {
          try DecidedConflict(file, address, request, records).html()
        }
      return (
        file.title, address,
        HTML.group {
          file.facts(language)
          main
        }
      )
    }
    var frame = request.frame(title)
    frame.path = address
    return .html(
      frame.page {
        body
        element("p") {
          element("a", ["href": ConflictPages.path]) { ConflictWords.all.text(in: language) }
        }
      }, status: status)
  }
}
