import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// One visit as whoever recorded it sees it, with what a coordinator can say of it and the way back.
enum VisitReviewPage {
  private static let pattern = "\(ReviewPages.path)/:visit"

  static let routes = [
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try page($0) },
    // What was said is noted together with saying it, or neither is there.
    PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: say),
  ]

  /// What a form says.
  enum Act: String {
    /// It is right.
    case approve
    /// Its author shall look at it again.
    case sendBack = "send-back"
    /// It is in no count.
    case reject
    /// What was said is taken back.
    case undo

    /// A problem of what was typed, by the label that the form of this act has.
    func named(_ problem: FieldProblem) -> FieldProblem {
      FieldProblem(
        problem.field, problem.kind,
        label: self == .reject ? ReviewPageWords.reason : ReviewPageWords.comment)
    }

    var event: AuditEvent.Act {
      switch self {
      case .approve: .visitApproved
      case .sendBack: .visitSentBack
      case .reject: .visitRejected
      case .undo: .rulingUndone
      }
    }
  }

  private static func say(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let account = request.account?.name.text ?? ""
    guard let act = request.form["act"].flatMap(Act.init(rawValue:)) else {
      return try page(request, problem: ReviewPageWords.notChosen, status: 422)
    }
    do {
      let address = try request.centre.change { records, clock -> String? in
        let file = try VisitFile(request, records, reached)
        guard file.standing.fingerprint == request.form["seen"] else { return nil }
        try perform(act, file, records, request.form["comment"] ?? "", by: account, clock)
        try AuditLog(records.store.connection).note(
          AuditEvent(act.event, file.code), by: actor, at: clock.wall)
        return file.address
      }
      guard let address else {
        return try page(request, problem: ReviewPageWords.changed, status: 409)
      }
      return .seeOther(address + "?done=1")
    } catch let error as FieldError {
      guard case .invalid(let problems) = error,
        let words = PageRequest.words(ofInput: FieldError.invalid(problems.map(act.named)))
      else { throw error }
      return try page(request, problem: words, status: 422)
    }
  }

  private static func perform(
    _ act: Act, _ file: VisitFile, _ records: FieldStore, _ comment: String, by account: String,
    _ clock: ClockReading
  ) throws {
    let approvals = VisitApprovals(records.store.connection)
    switch act {
    case .approve:
      try records.withdrawSentBack(file.visit, clock: clock)
      try approvals.note(
        file.visit,
        VisitApprovals.Approval(
          state: try records.sittingState(file.visit), account: account, at: clock.wall,
          act: try approvals.nextAct()))
    case .sendBack:
      try approvals.forget(file.visit)
      try records.sendBack(file.visit, comment: comment, by: account, clock: clock)
    case .reject:
      try approvals.forget(file.visit)
      try records.rejectVisit(file.visit, reason: comment, by: account, clock: clock)
    case .undo:
      try approvals.forget(file.visit)
      if let review = file.rejection {
        _ = try records.rule(
          on: review, admits: true, edited: nil, by: account, note: nil, clock: clock,
          isDryRun: false)
      }
      // Last: one review may have said both, and would say the former again.
      try records.withdrawSentBack(file.visit, clock: clock)
    }
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, status: Int = 200
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (title, address, body) = try request.centre.inspect { records in
      let file = try VisitFile(request, records, reached)
      let flags = try flags(of: file, request, records)
      let content = try file.content(records, language)
      return (
        file.title, file.address,
        HTML.group {
          if request.http.query["done"] != nil {
            element("p", ["class": "message good", "role": "status"]) {
              ReviewPageWords.done.text(in: language)
            }
          }
          if let problem {
            element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
          }
          file.standingPanel(language)
          if !flags.isEmpty { FlagPages.advice(flags, language) }
          content
          VisitReviewForms(file: file, request: request).html()
        }
      )
    }
    var frame = request.frame(title)
    frame.path = address
    return .html(
      frame.page {
        body
        element("p") {
          element("a", ["href": ReviewPages.path]) { ReviewPageWords.all.text(in: language) }
        }
      }, status: status)
  }

  private static func flags(
    of file: VisitFile, _ request: PageRequest, _ records: FieldStore
  ) throws -> [Flag] {
    // Within the same days as the list, where that has them: rules compare visits with each other.
    let standard = try ReviewQuery.period([:], today: request.today)
    guard let date = file.date else { return [] }
    let period = standard.contains(date) ? standard : try Period(from: date, to: date)
    return try request.centre.flagShelf.sheet(period, records.reader).flags[file.visit] ?? []
  }
}

/// The forms below a visit.
private struct VisitReviewForms {
  let file: VisitFile
  let request: PageRequest

  func html() -> HTML {
    let language = request.language
    return HTML.group {
      if file.standing.state != .rejected {
        if file.standing.state != .approved {
          panel { form(.approve, ReviewPageWords.approve, ReviewPageWords.approveEffect) }
        }
        panel(ReviewPageWords.sendBack.text(in: language)) {
          form(
            .sendBack, ReviewPageWords.sendBack, ReviewPageWords.sendBackEffect,
            label: ReviewPageWords.comment)
        }
        panel(ReviewPageWords.reject.text(in: language)) {
          form(
            .reject, ReviewPageWords.reject,
            ReviewPageWords.rejectEffect(counted: file.counted, provisional: file.provisional),
            label: ReviewPageWords.reason)
        }
      }
      if file.standing.state != .new {
        panel {
          form(
            .undo, ReviewPageWords.undo,
            BilingualText(
              vi: "Lượt này lại là chưa xem; bị bỏ khỏi số liệu thì được tính lại.",
              en: "It is not looked at again; where it was taken out of the counts it comes back."))
        }
      }
    }
  }

  private func form(
    _ act: VisitReviewPage.Act, _ submit: BilingualText, _ effect: BilingualText,
    label: BilingualText? = nil
  ) -> HTML {
    let language = request.language
    let isSent = request.form["act"] == act.rawValue
    return HTML.group {
      element("p") { effect.text(in: language) }
      PageForm(action: file.address, formToken: request.formToken, submit: submit).html(language) {
        element("input", ["type": "hidden", "name": "act", "value": act.rawValue])
        element(
          "input", ["type": "hidden", "name": "seen", "value": file.standing.fingerprint])
        if let label {
          // Each form has its own, and an id of its own with it.
          element("div", ["class": "field"]) {
            element("label", ["for": "comment-\(act.rawValue)"]) { label.text(in: language) }
            element(
              "span", ["class": "field-hint", "id": "comment-\(act.rawValue)-hint"]
            ) { ReviewPageWords.commentHint.text(in: language) }
            element(
              "textarea",
              [
                "id": "comment-\(act.rawValue)", "name": "comment", "rows": "3", "required": "",
                "maxlength": "\(TextLimit.note)",
                "aria-describedby": "comment-\(act.rawValue)-hint",
              ]
            ) { isSent ? request.form["comment"] ?? "" : "" }
          }
        }
      }
    }
  }
}
