import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Comments on records, to whoever recorded them and to the coordinator, with what was answered.
enum CommentPages {
  static let path = "/comments"
  private static let pattern = "\(path)/:comment"
  static let codeName = "code"
  private static let toName = "to"
  private static let textName = "text"
  /// Says that the form stands on the page of the record.
  private static let ownPageName = "from-record"
  private static let coordinator = "coordinator"

  static let routes =
    [
      PageRoute(.get, path, access: .trainer) { try list($0) },
      // What was said is noted together with keeping it, or neither is there.
      PageRoute(.post, path, access: .trainer, isNoted: false, handler: say),
      PageRoute(.get, pattern, access: .coordinator) { try answerPage($0) },
      PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: answer),
    ]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try ListFile(table(request), format, name: "nhan-xet").answer(
        request, rows: try lines(request))
    }

  /// Where something is said of a record.
  static func address(saying code: String) -> String {
    "\(path)?\(NamedValues([NamedValues.Item(name: codeName, value: code)]).encoded)"
  }

  private static func say(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let account = request.account?.name.text ?? ""
    let (typed, text) = (request.typed(codeName), request.typed(textName))
    let isToCoordinator = request.form[toName] == coordinator
    do {
      try request.centre.change { records, clock in
        let record = try records.locate(typed)
        guard reached.holds(scope: record.scope),
          [VisitTable.definition.id, AssistTable.definition.id].contains(record.table.id)
        else { throw FieldError.notFound(String(typed.prefix(64))) }
        let connection = records.store.connection
        let code = try records.reader.codeText(of: record.row, in: record.table)
        let book = CommentBook(connection)
        guard try !book.holds(code: code, text: text, by: account) else { return }
        if isToCoordinator { try FieldStore.checkComment(on: text) }
        let task =
          isToCoordinator
          ? nil
          : try records.addComment(
            on: record, text, in: request.language, clock: clock)
        let id = try book.add(
          code: code, scope: record.scope, task: task, text: text, by: account, at: clock.wall)
        try AuditLog(connection).note(
          AuditEvent(.commented, code, detail: "comment=\(id)"), by: actor, at: clock.wall)
      }
      let isOnOwnPage = request.form[ownPageName] != nil
      return .seeOther((isOnOwnPage ? TrainerRecordPage.address(typed) : path) + "?done=1")
    } catch let error as FieldError {
      guard let words = PageRequest.words(ofInput: error) else { throw error }
      return try list(request, problem: words)
    }
  }

  /// A comment with how it stands.
  struct Line: Sendable {
    let comment: Comment
    let text: String
    let state: BilingualText
    let isOpen: Bool
    let answer: String?
  }

  private static func lines(_ request: PageRequest) throws -> [Line] {
    let reached = try request.reached()
    let seesNames = Access.coordinator.allows(request.account?.rights)
    return try request.centre.read { reader in
      try CommentBook(reader.connection).comments().filter { reached.holds(scope: $0.scope) }
        .map { try line($0, reader, seesNames: seesNames) }
    }
  }

  private static func line(
    _ comment: Comment, _ reader: RecordReader, seesNames: Bool
  ) throws -> Line {
    guard let task = comment.task else {
      return Line(
        comment: comment, text: comment.text,
        state: comment.answer == nil ? CommentWords.open : CommentWords.answered,
        isOpen: comment.answer == nil, answer: comment.answer)
    }
    guard let told = try reader.comment(task) else {
      return Line(
        comment: comment, text: comment.text, state: CommentWords.gone, isOpen: false, answer: nil)
    }
    func shown(_ text: String) throws -> String {
      seesNames ? text : try reader.withoutNames(text, of: task)
    }
    let answer = try told.answer.map(shown)
    return Line(
      comment: comment, text: try shown(comment.text),
      state: ChoiceList.taskStatus[told.status]?.words ?? CommentWords.open,
      isOpen: told.status < 3 && answer == nil, answer: answer)
  }

  /// What was said of some records and answered, for the page of a record.
  ///
  /// - Parameter hasWay: whether the way to say more stands below.
  static func said(
    of codes: [String], _ reader: RecordReader, _ request: PageRequest, hasWay: Bool = false
  ) throws -> HTML {
    let language = request.language
    let seesNames = Access.coordinator.allows(request.account?.rights)
    let lines = try CommentBook(reader.connection).comments().filter {
      codes.contains($0.code)
    }.map { try line($0, reader, seesNames: seesNames) }
    return panel(id: "comments") {
      PageTable(
        CommentWords.title,
        columns: [
          .text(ReportWords.code), .text(CommentWords.text), .text(CommentWords.state),
          .text(CommentWords.answer),
        ],
        rows: lines.map { line in
          PageTable.Row([
            .text(line.comment.code),
            PageTable.cell(
              line.text,
              detail: "\(request.shownAccount(line.comment.account)), "
                + Format.dateTime(LocalDateTime(milliseconds: line.comment.at.rawValue))),
            (line.isOpen ? StateMark.attention : .good).html(line.state.text(in: language)),
            answerCell(line, mayAnswer: seesNames, language),
          ])
        }, empty: CommentWords.noneHere
      ).html(language)
      if hasWay, let code = codes.first {
        element("p") {
          element("a", ["href": address(saying: code)]) { CommentWords.new.text(in: language) }
        }
      }
    }
  }

  private static func answerCell(_ line: Line, mayAnswer: Bool, _ language: Language) -> HTML {
    if let answer = line.answer { return .text(answer) }
    guard mayAnswer, line.comment.task == nil else { return .text("—") }
    return element("a", ["href": "\(path)/\(line.comment.id)"]) {
      CommentWords.toAnswer.text(in: language)
    }
  }

  private static func list(
    _ request: PageRequest, problem: BilingualText? = nil
  ) throws -> HTTPResponse {
    let language = request.language
    let lines = try lines(request)
    let table = table(request)
    let choice = table.choice(request.http.query)
    var frame = request.frame(CommentWords.title)
    frame.lead = TrainerPage.lead(try request.reached())
    if request.http.method.changesState { frame.path = path }
    return .html(
      frame.page {
        if request.http.query["done"] != nil {
          element("p", ["class": "message good", "role": "status"]) {
            CommentWords.sent.text(in: language)
          }
        }
        panel(CommentWords.new.text(in: language), lead: CommentWords.lead.text(in: language)) {
          form(request, problem)
        }
        panel {
          table.html(
            table.part(of: lines, choice), choice, files: ListFileFormat.links(of: path), language)
        }
        TrainerCells.back(language)
      }, status: problem == nil ? 200 : 422)
  }

  /// The form to say something.
  ///
  /// - Parameter code: of the record whose page it stands on; nil where the code is typed.
  static func form(
    _ request: PageRequest, _ problem: BilingualText? = nil, about code: String? = nil
  ) -> HTML {
    let language = request.language
    func value(_ name: String) -> String {
      String((request.form[name] ?? request.http.query[name] ?? "").prefix(400))
    }
    return PageForm(
      action: path, formToken: request.formToken, submit: CommentWords.send, problem: problem
    ).html(language) {
      if let code {
        hidden(codeName, code)
        hidden(ownPageName, "1")
      } else {
        PageField(
          codeName, CommentWords.code, value: value(codeName), hint: CommentWords.codeHint,
          isRequired: true
        ).html(language)
      }
      PageField(
        toName, CommentWords.to,
        .choice([
          (value: "author", words: CommentWords.author),
          (value: coordinator, words: CommentWords.coordinator),
        ]), value: value(toName)
      ).html(language)
      PageField(
        textName, CommentWords.text, .lines, value: value(textName), hint: CommentWords.noNames,
        isRequired: true
      ).html(language)
    }
  }

  private static func table(_ request: PageRequest) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    let language = request.language
    let answers = Access.coordinator.allows(request.account?.rights)
    return PageList(
      path, CommentWords.all,
      columns: [
        Column(
          "code", ReportWords.code, orderedBy: \.comment.code,
          cell: { line in
            element("a", ["href": TrainerRecordPage.address(line.comment.code)]) {
              line.comment.code
            }
          }, value: { .text($0.comment.code) }),
        Column("when", SampleWords.when, isOnlyInFiles: true, orderedBy: \.comment.at) {
          .minute(LocalDateTime(milliseconds: $0.comment.at.rawValue).minutesSince1970)
        },
        Column(
          "who", CommentWords.by, isOnlyInFiles: true,
          orderedBy: { SearchFold.base(request.shownAccount($0.comment.account)) }
        ) {
          .text(request.shownAccount($0.comment.account))
        },
        Column("to", CommentWords.to, orderedBy: { $0.comment.task == nil ? 1 : 0 }) { line in
          .text(
            (line.comment.task == nil ? CommentWords.coordinator : CommentWords.author)
              .text(in: language))
        },
        Column(
          "text", CommentWords.text,
          cell: { line in
            PageTable.cell(
              line.text,
              detail: "\(request.shownAccount(line.comment.account)), "
                + Format.dateTime(LocalDateTime(milliseconds: line.comment.at.rawValue)))
          }, value: { .text($0.text) }),
        Column(
          "state", CommentWords.state, orderedBy: { $0.isOpen ? 0 : 1 },
          cell: { line in
            (line.isOpen ? StateMark.attention : .good).html(line.state.text(in: language))
          }, value: { .text($0.state.text(in: language)) }),
        Column(
          "answer", CommentWords.answer, orderedBy: { $0.answer == nil ? 0 : 1 },
          cell: { answerCell($0, mayAnswer: answers, language) },
          value: { $0.answer.map { .text($0) } ?? .empty }),
      ],
      filters: [
        PageList.Filter(
          "open", CommentWords.state,
          [
            (value: "open", words: CommentWords.open),
            (value: "done", words: CommentWords.answered),
          ]
        ) { line, asked in line.isOpen == (asked == "open") },
        PageList.Filter(
          "addressee", CommentWords.to,
          [
            (value: "author", words: CommentWords.author),
            (value: coordinator, words: CommentWords.coordinator),
          ]
        ) { line, asked in (line.comment.task == nil) == (asked == coordinator) },
        PageList.Filter("q", CommentWords.text) { line, typed in
          SearchFold.base("\(line.comment.code) \(line.text)").contains(SearchFold.base(typed))
        },
      ], empty: CommentWords.none)
  }

  /// The comment to the coordinator that an address names.
  /// - Throws: `FieldError.notFound`, also for what is beyond reach or goes to an author.
  private static func asked(_ request: PageRequest) throws -> Comment {
    let typed = request.parameters["comment"]
    let reached = try request.reached()
    let found = try request.centre.read { reader in
      try CommentBook(reader.connection).comments().first {
        String($0.id) == typed && $0.task == nil && reached.holds(scope: $0.scope)
      }
    }
    guard let found else { throw FieldError.notFound(String(typed.prefix(20))) }
    return found
  }

  private static func answerPage(
    _ request: PageRequest, problem: BilingualText? = nil
  ) throws -> HTTPResponse {
    let comment = try asked(request)
    let language = request.language
    var frame = request.frame(CommentWords.title)
    frame.path = "\(path)/\(comment.id)"
    return .html(
      frame.page {
        facts(
          [
            (ReportWords.code, comment.code), (CommentWords.text, comment.text),
            (CommentWords.by, comment.account), (CommentWords.answer, comment.answer),
          ], language)
        panel {
          PageForm(
            action: "\(path)/\(comment.id)", formToken: request.formToken,
            submit: CommentWords.keep, problem: problem
          ).html(language) {
            PageField(
              textName, CommentWords.answer, .lines,
              value: request.form[textName] ?? comment.answer ?? "", hint: CommentWords.noNames,
              isRequired: true
            ).html(language)
          }
        }
        element("p") {
          element("a", ["href": path]) { CommentWords.allBack.text(in: language) }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func answer(_ request: PageRequest) throws -> HTTPResponse {
    let comment = try asked(request)
    let actor = try request.actor
    let text = request.typed(textName)
    do {
      try FieldStore.checkComment(on: text)
    } catch let error as FieldError {
      guard let words = PageRequest.words(ofInput: error) else { throw error }
      return try answerPage(request, problem: words)
    }
    if text != comment.answer {
      try request.centre.change { records, clock in
        let connection = records.store.connection
        try CommentBook(connection).answer(
          comment.id, text, by: request.account?.name.text ?? "", at: clock.wall)
        try AuditLog(connection).note(
          AuditEvent(.commentAnswered, comment.code, detail: "comment=\(comment.id)"), by: actor,
          at: clock.wall)
      }
    }
    return .seeOther(path)
  }
}
