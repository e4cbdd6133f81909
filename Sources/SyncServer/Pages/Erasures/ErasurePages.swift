import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// What is known of a person or household is erased for good, after a look at what that reaches; and
/// which laptops have carried it out.
enum ErasurePages {
  static let path = "/erasures"
  private static let stepName = "step"
  private static let preview = "preview"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isNoted: true) { try page($0) },
      PageRoute(.post, path, access: .coordinator, isNoted: false, handler: send),
    ] + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  // MARK: The list and the form

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, shown: HTML = .empty
  ) throws -> HTTPResponse {
    let language = request.language
    let lines = try ErasureLine.gather(request)
    let lock = try request.centre.inspect { try SealedValuesLock($0.store) }
    let list = list(language, request.today)
    let choice = list.choice(request.http.query)
    var frame = request.frame(ErasureWords.title)
    frame.lead = ErasureWords.lead
    frame.path = path
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            ErasureWords.done.text(in: language)
          }
        }
        if let lock {
          element("p", ["class": "message attention", "role": "status"]) {
            (ErasureWords.mayLack + lock.words).text(in: language)
          }
        }
        shown
        panel(ErasureWords.erase.text(in: language)) {
          PageForm(
            action: path, formToken: request.formToken, submit: ReformWords.show, problem: problem
          ).html(language) {
            hidden(stepName, preview)
            PageField(
              "code", ErasureWords.code, value: request.typed("code"),
              hint: ErasureWords.codeHint, isRequired: true
            ).html(language)
            PageField(
              "reason", ErasureWords.reason,
              .choice(ErasureReason.choices.map { ($0.rawValue, $0.words) }),
              value: request.typed("reason"), isRequired: true
            ).html(language)
            PageField(
              "requested", ErasureWords.requested, .digits,
              value: request.form["requested"] ?? Format.date(request.today),
              hint: ErasureWords.dayHint, isRequired: true
            ).html(language)
          }
        }
        panel(id: "erasures") {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: path), language)
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func list(
    _ language: Language, _ today: LocalDate
  ) -> PageList<ErasureLine> {
    func labels(_ line: ErasureLine, _ words: [ErasureProgress.Word]) -> SpreadsheetValue {
      .optional(words.flatMap(line.progress.labels).joined(separator: ", "))
    }
    return PageList<ErasureLine>(
      path, ErasureWords.title,
      columns: [
        .init("code", ErasureWords.code, orderedBy: \.code) {
          .text($0.subject.words.text(in: language))
        },
        .init(
          "requested", ErasureWords.requested,
          orderedBy: { $0.requested?.daysSince1970 ?? .min }
        ) { .optional($0.requested) },
        .init("due", ErasureWords.due, orderedBy: \.due) {
          .optional($0.due)
        },
        .init("ordered", ErasureWords.ordered, orderedBy: { $0.state.ordered.rawValue }) {
          .minute(LocalDateTime(time: $0.state.ordered).minutesSince1970)
        },
        .init("reason", ErasureWords.reason) {
          .optional($0.reason?.text(in: language))
        },
        .init("confirmed", ErasureWords.confirmed) { labels($0, [.confirmed]) },
        .init("outstanding", ErasureWords.outstanding) { labels($0, [.outstanding, .lost]) },
        .init("doubtful", ErasureWords.doubtful) {
          labels($0, [.doubtful(.copied), .doubtful(.replaced)])
        },
        .init(
          "state", LaptopWords.state,
          cell: { line in
            let state = line.status(on: today)
            return state.mark.html(state.words.text(in: language))
          }, value: { .text($0.status(on: today).words.text(in: language)) }),
      ],
      filters: [
        .init("q", ErasureWords.code) { $0.code.hasPrefix($1.uppercased()) },
        .init(
          "state", LaptopWords.state,
          ErasureLine.Status.allCases.map { ($0.rawValue, $0.words) }
        ) { $0.status(on: today).rawValue == $1 },
      ], empty: ErasureWords.none)
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    try ListFile(list(request.language, request.today), format, name: "lan-xoa").answer(
      request, rows: ErasureLine.gather(request))
  }

  // MARK: Looking and erasing

  private static func send(_ request: PageRequest) throws -> HTTPResponse {
    do {
      guard
        let reason = ErasureReason.choices.first(where: {
          $0.rawValue == request.form["reason"]
        })
      else { return try page(request, problem: FeedbackWords.notChosen) }
      let requested = try Format.parseDate(request.typed("requested"))
      let plan = try plan(request)
      guard request.form[stepName] != preview else {
        return try page(request, shown: shown(plan, request))
      }
      guard !plan.isDone else { return .seeOther(path) }
      // On disk before anything is destroyed.
      try request.centre.note(
        AuditEvent(.sent, path, detail: "\(plan.code) reason=\(reason.rawValue)"),
        by: try request.actor)
      try request.centre.perform { records, clock in
        try records.erase(
          plan, reason: reason, requested: requested, author: request.account?.rights.member,
          clock: clock)
      }
      return .seeOther("\(path)?done=1")
    } catch let error where PageRequest.words(ofInput: error) != nil {
      return try page(request, problem: PageRequest.words(ofInput: error))
    }
  }

  /// What an erasure reaches, all of it within reach of whoever asks.
  /// - Throws: `FieldError.notFound` beyond it, and what is wrong with the code.
  private static func plan(_ request: PageRequest) throws -> ErasurePlan {
    let typed = request.typed("code")
    let reached = try request.reached()
    return try request.centre.inspect { records in
      let plan = try records.erasurePlan(for: typed)
      guard
        try plan.subjects.allSatisfy({
          try reached.holds(scope: records.locate("#\($0.rawValue)").scope)
        })
      else { throw FieldError.notFound(String(typed.prefix(40))) }
      return plan
    }
  }

  private static func shown(_ plan: ErasurePlan, _ request: PageRequest) -> HTML {
    let language = request.language
    func labels(_ fields: [String]) -> String {
      fields.isEmpty
        ? "—" : fields.map { FieldLabel.words(of: $0).text(in: language) }.joined(separator: ", ")
    }
    let laptops = plan.laptops.map(\.label).joined(separator: ", ")
    return panel(id: "plan", ErasureWords.wouldErase(plan.code).text(in: language)) {
      element("p", ["class": "message attention", "role": "status"]) {
        (plan.isDone ? ErasureWords.wasErased : ErasureWords.onlyShown).text(in: language)
      }
      PageTable(
        ErasureWords.records,
        columns: [
          .text(ErasureWords.record), .text(ErasureWords.code), .text(ErasureWords.fields),
          .text(ErasureWords.unreadable),
        ],
        rows: plan.lines.map { line in
          PageTable.Row([
            .text(line.kind.text(in: language)), .text(line.code), .text(labels(line.fields)),
            .text(labels(line.unreadable)),
          ])
        }, empty: ErasureWords.nothingLeft
      ).html(language)
      facts([(ErasureWords.heldBy, laptops.isEmpty ? "—" : laptops)], language)
      for name in plan.names {
        element("p") { StateMark.attention.html(name.words.text(in: language)) }
      }
      for person in plan.elsewhere {
        element("p") {
          StateMark.attention.html(
            ErasureWords.elsewhere(person.code, person.household).text(in: language))
        }
      }
      element("p") { ErasureWords.means.text(in: language) }
      if !plan.isDone {
        PageForm(
          action: path, formToken: request.formToken, submit: ErasureWords.eraseForGood
        ).html(language) {
          for name in ["code", "reason", "requested"] { hidden(name, request.typed(name)) }
        }
      }
    }
  }
}
