import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What laptops wrote and a rule of entry objects to: the list, and each one with the ruling.
enum RulingPages {
  static let path = "/rulings"
  /// Where those stand that wait for a ruling.
  static let openPath = "\(path)?state=\(Review.State.neutralised.name)"
  static let title = BilingualText(vi: "Điều chưa được nhận", en: "Not accepted by a rule")
  private static let pattern = "\(path)/:review"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true, isLive: true, handler: page),
      PageRoute(.get, pattern, access: .coordinator, isNoted: true) {
        try one($0, problem: nil, status: 200)
      },
      PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: rule),
      PageRoute(.post, path, access: .coordinator, isNoted: false, handler: ruleOnAll),
    ] + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  /// One review of the list.
  struct Line: Sendable {
    let review: RecordReview
    let laptop: String
  }

  private static func lines(
    _ request: PageRequest, _ reached: ReachedWork
  ) throws -> [Line] {
    try request.centre.inspect { try lines($0, reached) }
  }

  private static func lines(_ records: FieldStore, _ reached: ReachedWork) throws -> [Line] {
    try records.store.reviews(openOnly: false).filter { reached.holds(scope: $0.scope) }
      .filter { !$0.isSentBack && $0.state != .corrected }
      .map { stored in
        let review = try records.review(named: "#\(stored.id.rawValue)")
        return Line(review: review, laptop: try records.laptopWords(review.replica).vietnamese)
      }.sorted { left, right in
        let (isOpen, isOtherOpen) = (
          left.review.state == .neutralised, right.review.state == .neutralised
        )
        return isOpen == isOtherOpen ? left.review.number > right.review.number : isOpen
      }
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    try page(request, problem: nil, status: 200)
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText?, status: Int
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let lines = try lines(request, reached)
    let list = list(lines, language)
    let choice = list.choice(request.http.query)
    var frame = request.frame(title)
    frame.lead = reached.words
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            RulingWords.done.text(in: language)
          }
        }
        if let problem {
          element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
        }
        panel(lead: RulingWords.lead.text(in: language)) {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: path), language)
        }
        if let all = OpenRulings(lines, of: choice.filters["laptop"]) {
          panel(id: "all") { all.form(request) }
        }
      }, status: status)
  }

  /// Rules alike on everything that waits of one laptop, as it stood on the page.
  private static func ruleOnAll(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    return try rule(request, shownBy: page) { records in
      let open = OpenRulings(try lines(records, reached), of: request.form["laptop"])
      guard let open, open.seen == request.form["seen"] else { return nil }
      return (open.reviews, path)
    }
  }

  /// Rules on what a form was made for, and goes on to an address.
  ///
  /// - Parameters:
  ///   - show: the page of the form, with what is wrong with it.
  ///   - find: what it is about; nil where that is not what was seen any more.
  private static func rule(
    _ request: PageRequest,
    shownBy show: (PageRequest, BilingualText?, Int) throws -> HTTPResponse,
    on find: (FieldStore) throws -> (reviews: [RecordReview], next: String)?
  ) throws -> HTTPResponse {
    let actor = try request.actor
    let account = request.account?.name.text ?? ""
    let isAdmitted = request.form["act"] == "admit"
    guard isAdmitted || request.form["act"] == "reject" else {
      return try show(request, ReviewPageWords.notChosen, 422)
    }
    let note = request.form["note"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    do {
      let next = try request.centre.change { records, clock -> String? in
        guard let found = try find(records) else { return nil }
        try FieldStore.checkComment(note)
        for review in found.reviews {
          _ = try records.rule(
            on: review, admits: isAdmitted, edited: nil, by: account, note: note, clock: clock,
            isDryRun: false)
          try AuditLog(records.store.connection).note(
            AuditEvent(
              isAdmitted ? .ruledAdmitted : .ruledRejected, review.codeText,
              detail: "review=\(review.number)"), by: actor, at: clock.wall)
        }
        return found.next
      }
      guard let next else { return try show(request, RulingWords.changed, 409) }
      return .seeOther(next + "?done=1")
    } catch let error as FieldError {
      guard case .invalid = error, let words = PageRequest.words(ofInput: error) else {
        throw error
      }
      return try show(request, words, 422)
    }
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let lines = try lines(request, try request.reached())
    return try ListFile(list(lines, request.language), format, name: "chua-nhan").answer(
      request, rows: lines)
  }

  private static func list(_ lines: [Line], _ language: Language) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    let laptops = Dictionary(
      lines.map { ("\($0.review.replica.rawValue)", $0.laptop) },
      uniquingKeysWith: { one, _ in one })
    return PageList(
      path, title,
      columns: [
        Column(
          "number", RulingWords.number, orderedBy: \.review.number,
          cell: { line in
            element("a", ["href": "\(path)/\(line.review.id.rawValue)"]) {
              "\(line.review.number)"
            }
          }, value: { .integer($0.review.number) }),
        Column(
          "record", ConflictWords.record, orderedBy: \.review.codeText,
          value: { .text("\($0.review.recordWords.text(in: language)) \($0.review.codeText)") }),
        Column(
          "field", ConflictWords.field, value: { .text($0.review.fieldWords.text(in: language)) }),
        Column(
          "why", RulingWords.why, value: { .text($0.review.reasonWords.text(in: language)) }),
        Column("laptop", LaptopWords.laptop, orderedBy: \.laptop, value: { .text($0.laptop) }),
        Column(
          "author", ReviewPageWords.member, value: { $0.review.author.map { .text($0) } ?? .empty }),
        Column(
          "state", LaptopWords.state, value: { .text($0.review.stateWords.text(in: language)) }),
      ],
      filters: [
        .init(
          "laptop", LaptopWords.laptop,
          laptops.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            .map { ($0.key, BilingualText(same: $0.value)) }
        ) { "\($0.review.replica.rawValue)" == $1 },
        .init(
          "state", LaptopWords.state,
          [Review.State.neutralised, .admitted, .admittedEdited, .rejected].map {
            ($0.name, ReviewWords.state($0))
          }
        ) { $0.review.state?.name == $1 },
        .init("q", ConflictWords.text) { line, typed in
          SearchFold.base(line.review.codeText).contains(SearchFold.base(typed))
        },
      ], empty: RulingWords.none,
      style: { $0.review.state == .neutralised ? "row-attention" : nil })
  }

  // One.

  /// - Throws: `FieldError.noSuchReview`, also for what is outside somebody's reach.
  private static func review(
    _ request: PageRequest, _ records: FieldStore, _ reached: ReachedWork
  ) throws -> RecordReview {
    let typed = String(request.parameters["review"].prefix(20))
    let review = try records.review(named: "#" + typed)
    guard let stored = try records.store.review(review.id), reached.holds(scope: stored.scope),
      !stored.isSentBack
    else { throw FieldError.noSuchReview(typed) }
    return review
  }

  private static func seen(_ review: RecordReview) -> String {
    "\(review.state?.rawValue ?? 0) \(review.ruledBy ?? "") \(review.ruledAt?.iso ?? "")"
  }

  private static func rule(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    return try rule(request, shownBy: one) { records in
      let review = try Self.review(request, records, reached)
      guard seen(review) == request.form["seen"] else { return nil }
      return ([review], "\(path)/\(review.id.rawValue)")
    }
  }

  private static func one(
    _ request: PageRequest, problem: BilingualText?, status: Int
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (review, laptop, content) = try request.centre.inspect { records in
      let review = try Self.review(request, records, reached)
      return (
        review, try records.laptopWords(review.replica),
        try Self.content(of: review, records, request)
      )
    }
    let address = "\(path)/\(review.id.rawValue)"
    let title = BilingualText(vi: "Xem xét số \(review.number)", en: "Review \(review.number)")
    var frame = request.frame(title)
    frame.path = address
    frame.isNarrow = true
    let facts: [(label: BilingualText, value: String?)] = [
      (ConflictWords.record, "\(review.recordWords.text(in: language)) \(review.codeText)"),
      (ConflictWords.field, review.fieldWords.text(in: language)),
      (RulingWords.written, review.valueWords?.text(in: language)),
      (RulingWords.why, review.reasonWords.text(in: language)),
      (ReviewPageWords.member, review.author), (LaptopWords.laptop, laptop.text(in: language)),
      (LaptopWords.state, review.stateWords.text(in: language)),
      (
        RulingWords.ruled,
        [review.ruledBy, review.ruledAt.map(Format.dateTime), review.note].compactMap(\.self)
          .joined(separator: " · ")
      ),
    ]
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            RulingWords.done.text(in: language)
          }
        }
        if let problem {
          element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
        }
        panel { Pages.facts(facts, language) }
        content
        panel {
          element("p") { RulingWords.effect.text(in: language) }
          form(review, address, request)
        }
        element("p") {
          element("a", ["href": path]) { Self.title.text(in: language) }
        }
      }, status: status)
  }

  /// The record as it stands with all that was written, whether it is accepted or not: nobody rules on
  /// what they have not seen.
  private static func content(
    of review: RecordReview, _ records: FieldStore, _ request: PageRequest
  ) throws -> HTML {
    // A later version's record, or one that was erased, has none.
    guard review.table != nil, let found = try? records.locate(review.codeText) else {
      return .empty
    }
    let facts = try FieldRecordPage.facts(
      of: found, records, on: request.today, request.language)
    return panel(id: "record", RulingWords.record.text(in: request.language)) {
      facts
      if let path = CentreForms.path(of: review.codeText) {
        element("p") {
          element("a", ["href": path]) { RulingWords.open.text(in: request.language) }
        }
      }
    }
  }

  private static func form(
    _ review: RecordReview, _ address: String, _ request: PageRequest
  ) -> HTML {
    let language = request.language
    return element("form", ["class": "form", "method": "post", "action": address]) {
      PageFrame.tokenField(request.formToken)
      hidden("seen", seen(review))
      PageField(
        "note", RulingWords.note, .lines, value: request.form["note"] ?? "",
        hint: ReviewPageWords.commentHint
      ).html(language)
      element("div", ["class": "actions"]) {
        if review.state != .admitted {
          element("button", ["type": "submit", "name": "act", "value": "admit"]) {
            RulingWords.admit.text(in: language)
          }
        }
        if review.state != .rejected {
          element(
            "button", ["type": "submit", "name": "act", "value": "reject", "class": "quiet"]
          ) { RulingWords.reject.text(in: language) }
        }
      }
    }
  }
}
