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

  private static func file(
    _ request: PageRequest, _ records: FieldStore, _ reached: ReachedWork
  ) throws -> VisitFile {
    try VisitFile(request.parameters["visit"], records, reached, today: request.today)
  }

  private static func say(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let account = request.account?.name.text ?? ""
    guard let ruling = request.form["act"].flatMap(VisitRuling.init(rawValue:)) else {
      return try page(request, problem: ReviewPageWords.notChosen, status: 422)
    }
    do {
      let said = try request.centre.change { records, clock -> VisitFile? in
        let file = try file(request, records, reached)
        guard file.standing.fingerprint == request.form["seen"] else { return nil }
        try ruling.say(
          of: file, records, comment: request.form["comment"] ?? "", by: account, actor, clock)
        return file
      }
      guard let said else {
        return try page(request, problem: ReviewPageWords.changed, status: 409)
      }
      return .seeOther(
        try ReviewWay(request.form).address(after: said, request, reached))
    } catch let error as FieldError {
      guard case .invalid = error, let words = PageRequest.words(ofInput: error) else {
        throw error
      }
      return try page(request, problem: words, status: 422)
    }
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, status: Int = 200
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let way = ReviewWay(
      request.http.method.changesState ? request.form : request.http.query)
    let (title, address, body) = try request.centre.inspect { records in
      let file = try file(request, records, reached)
      let flags = try flags(of: file, request, records)
      let content = try file.content(records, language)
      let comments = try CommentPages.said(
        of: file.codes, records.reader, request, hasWay: true)
      return (
        file.title, way.address(of: file),
        HTML.group {
          ReviewWay.done(request)
          if let problem {
            element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
          }
          file.standingPanel(language)
          FlagPages.advice(flags.flags(of: file.visit), note: flags.note, language)
          content
          comments
          VisitReviewForms(file: file, way: way, request: request).html()
        }
      )
    }
    var frame = request.frame(title)
    frame.path = address
    return .html(
      frame.page {
        body
        element("p") {
          element("a", ["href": way.list]) { ReviewPageWords.all.text(in: language) }
        }
      }, status: status)
  }

  private static func flags(
    of file: VisitFile, _ request: PageRequest, _ records: FieldStore
  ) throws -> FlagFinding {
    let day = file.date ?? request.today
    return try request.centre.flagShelf.finding(
      try Period(from: day, to: day), records.reader, of: request.centre)
  }
}

/// The forms below a visit.
private struct VisitReviewForms {
  let file: VisitFile
  let way: ReviewWay
  let request: PageRequest

  func html() -> HTML {
    let language = request.language
    return HTML.group {
      for ruling in VisitRuling.allCases where ruling.applies(to: file.standing.state) {
        // One that takes a comment has a heading, for its field has another name than its button.
        panel(ruling.commentLabel.map { _ in ruling.words.text(in: language) }) {
          form(ruling)
        }
      }
    }
  }

  private func form(_ ruling: VisitRuling) -> HTML {
    let language = request.language
    let act = ruling.rawValue
    let isSent = request.form["act"] == act
    var form = PageForm(
      action: file.address, formToken: request.formToken, submit: ruling.words)
    if ruling != .undo {
      form.further = way.button(ruling.words, hasKey: ruling == .approve, language)
    }
    return HTML.group {
      element("p") { ruling.effect(on: file).text(in: language) }
      form.html(language) {
        hidden("act", act)
        way.fields()
        hidden("seen", file.standing.fingerprint)
        if let label = ruling.commentLabel {
          // Each form has its own, and an id of its own with it.
          element("div", ["class": "field"]) {
            element("label", ["for": "comment-\(act)"]) { label.text(in: language) }
            element(
              "span", ["class": "field-hint", "id": "comment-\(act)-hint"]
            ) { ReviewPageWords.commentHint.text(in: language) }
            element(
              "textarea",
              [
                "id": "comment-\(act)", "name": "comment", "rows": "3", "required": "",
                "maxlength": "\(TextLimit.note)",
                "aria-describedby": "comment-\(act)-hint",
              ]
            ) { isSent ? request.form["comment"] ?? "" : "" }
          }
        }
      }
    }
  }
}
