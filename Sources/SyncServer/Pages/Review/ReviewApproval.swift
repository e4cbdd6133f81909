import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What many presses would do, done by one: the visits without a flag, of which nobody has said
/// anything, are approved, and that is taken back.
enum ReviewApproval {
  /// Visits that one press approves.
  static let limit = 1_000
  private static let approvePath = ReviewPages.path + "/approve"
  private static let undoPath = ReviewPages.path + "/undo"

  static let routes = [
    PageRoute(.post, approvePath, access: .coordinator, isNoted: false, handler: approve),
    PageRoute(.post, undoPath, access: .coordinator, isNoted: false, handler: undo),
  ]

  /// The button that approves them, with what it does.
  static func form(
    _ unflagged: ReviewQuery.Unflagged, _ filters: [String: String],
    _ request: PageRequest
  ) -> HTML {
    let language = request.language
    // It keeps to what the list had when the page was opened: pressed later, it says that the list has
    // changed.
    return element("section", ["class": "panel", "data-live-still": ""]) {
      element("h2") { ReviewPageWords.bulk.text(in: language) }
      element("p") {
        ReviewPageWords.bulkEffect(unflagged.visits.count, of: unflagged.total).text(in: language)
      }
      if !unflagged.visits.isEmpty {
        PageForm(
          action: approvePath, formToken: request.formToken,
          submit: ReviewPageWords.approveAll(unflagged.visits.count)
        ).html(language) {
          for (name, value) in filters.sorted(by: { $0.key < $1.key }) {
            hidden(name, value)
          }
          hidden("seen", unflagged.seen)
        }
      }
    }
  }

  private static func approve(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let account = request.account?.name.text ?? ""
    let act = try request.centre.change { records, clock -> Int64? in
      // The form carries what its page had settled.
      let filters = ReviewList.plain.choice(request.form).filters
      let query = try ReviewPages.find(
        filters, request.centre, records, reached, now: request.now
      ).query
      let unflagged = try query.unflagged(records.store.connection, limit: limit, of: 0)
      let visits = unflagged.visits
      guard !visits.isEmpty, unflagged.seen == request.form["seen"] else { return nil }
      let approvals = VisitApprovals(records.store.connection)
      let act = try approvals.nextAct()
      for visit in visits {
        try approvals.note(
          visit,
          VisitApprovals.Approval(
            state: try records.sittingState(visit), account: account, at: clock.wall, act: act))
      }
      try AuditLog(records.store.connection).note(
        AuditEvent(.visitApproved, "#\(act)", detail: "visits=\(visits.count)"), by: actor,
        at: clock.wall)
      return act
    }
    guard let act else {
      return try ReviewPages.page(request, problem: ReviewPageWords.bulkChanged)
    }
    return .seeOther("\(ReviewPages.path)?done=\(act)")
  }

  private static func undo(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let act = request.form["act"].flatMap { Int64($0) } ?? 0
    let isUndone = try request.centre.change { records, clock in
      let approvals = VisitApprovals(records.store.connection)
      let visits = try approvals.visits(of: act).filter { visit in
        try records.store.rowWithScope(VisitTable.definition.id, visit)
          .map { reached.holds(scope: $0.1) } ?? false
      }
      guard !visits.isEmpty else { return false }
      for visit in visits { try approvals.forget(visit) }
      try AuditLog(records.store.connection).note(
        AuditEvent(.rulingUndone, "#\(act)", detail: "visits=\(visits.count)"), by: actor,
        at: clock.wall)
      return true
    }
    // Somebody took it back before, or it never was.
    guard isUndone else {
      return try ReviewPages.page(request, problem: ReviewPageWords.nothingToUndo)
    }
    return .seeOther("\(ReviewPages.path)?undone=1")
  }

  /// What was just done, with the way back.
  static func done(_ request: PageRequest) -> HTML {
    let language = request.language
    if request.http.query["undone"] != nil {
      return element("p", ["class": "message good", "role": "status"]) {
        ReviewPageWords.undone.text(in: language)
      }
    }
    guard let act = request.http.query["done"].flatMap({ Int64($0) }) else { return .empty }
    return HTML.group {
      element("p", ["class": "message good", "role": "status"]) {
        ReviewPageWords.allApproved.text(in: language)
      }
      PageForm(
        action: undoPath, formToken: request.formToken, submit: ReviewPageWords.undoAll
      ).html(language) {
        hidden("act", "\(act)")
      }
    }
  }
}
