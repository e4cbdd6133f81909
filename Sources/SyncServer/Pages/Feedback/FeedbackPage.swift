import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// One piece of feedback with who answers it and the answer; and the form for one that came by word of
/// mouth or on paper.
enum FeedbackPage {
  static let newPath = "/new-feedback"
  private static let pattern = "\(FeedbackPages.path)/:feedback"

  static let routes = [
    PageRoute(.get, newPath, access: .coordinator) { try form($0) },
    PageRoute(.post, newPath, access: .coordinator, isNoted: false, handler: make),
    PageRoute(.get, pattern, access: .coordinator, isNoted: true) { try page($0) },
    // What was done is noted together with doing it, or neither is there.
    PageRoute(.post, pattern, access: .coordinator, isNoted: false, handler: act),
  ]

  static func address(_ row: RowID) -> String { "\(FeedbackPages.path)/\(row.rawValue)" }

  /// What a record is about, without anybody's name.
  static func about(
    _ subject: (kind: RecordCode.Kind, row: RowID), _ reader: RecordReader
  ) throws -> BilingualText? {
    guard let code = try reader.codeText(of: subject.row, subject.kind) else { return nil }
    guard subject.kind != .assist else {
      return FieldLabel.words(of: "assist") + BilingualText(same: " \(code)")
    }
    guard let found = try FeedbackSubject(code, reader, on: .earliest) else {
      return BilingualText(same: code)
    }
    switch subject.kind {
    case .submission: return found.words
    case .place:
      return BilingualText(same: try reader.record(Place.self, subject.row)?.name ?? code)
    default:
      return FeedbackWords.joined([
        found.words, found.name.map { BilingualText(same: $0) }, BilingualText(same: code),
      ])
    }
  }

  // One that was said or handed in on paper.

  private static func make(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let member = request.account?.rights.member
    guard request.centre.formTickets.use(request.form["ticket"] ?? "") else {
      return try form(request, problem: FeedbackWords.sentTwice)
    }
    do {
      let made = try request.centre.change { records, clock -> RowID? in
        let today = request.today
        guard
          let subject = try FeedbackSubject(request.typed("code"), records.reader, on: today),
          reached.holds(scope: subject.scope)
        else { return nil }
        let form = RecordForms.feedback
        let saved = try records.add(
          form,
          FormDraft(
            form,
            [
              subject.option: subject.codeText, "rating": request.typed("rating"),
              "text": request.form["text"] ?? "", "channel": request.typed("channel"),
              "date": request.typed("date"),
            ]), author: member, clock: clock)
        try AuditLog(records.store.connection).note(
          AuditEvent(
            .feedbackMade, try records.reader.codeText(of: saved.id, in: form.table),
            detail: "about=\(subject.codeText)"), by: actor, at: clock.wall)
        return saved.id
      }
      guard let made else { return try form(request, problem: FeedbackWords.noSubject) }
      return .seeOther(address(made) + "?done=1")
    } catch let error as FieldError {
      guard let words = PageRequest.words(ofInput: error) else { throw error }
      return try form(request, problem: words)
    }
  }

  private static func form(
    _ request: PageRequest, problem: BilingualText? = nil
  ) throws -> HTTPResponse {
    let language = request.language
    func value(_ name: String) -> String {
      String((request.form[name] ?? request.http.query[name] ?? "").prefix(4_000))
    }
    var frame = request.frame(FeedbackWords.new)
    frame.isNarrow = true
    frame.lead = try request.reached().words
    if request.http.method.changesState { frame.path = newPath }
    return .html(
      frame.page {
        panel {
          PageForm(
            action: newPath, formToken: request.formToken, submit: FeedbackWords.save,
            problem: problem
          ).html(language) {
            hidden("ticket", request.centre.formTickets.issue())
            PageField(
              "code", FeedbackWords.subjectCode, value: value("code"),
              hint: FeedbackWords.subjectHint, isRequired: true
            ).html(language)
            PageField(
              "rating", FeedbackWords.rating,
              .choice(
                [(value: "", words: FeedbackWords.choose)]
                  + FeedbackWords.ratingWords.enumerated().map { place, words in
                    (
                      value: String(place + 1),
                      words: BilingualText(same: "\(place + 1) – ") + words
                    )
                  }), value: value("rating"), isRequired: true
            ).html(language)
            PageField(
              "text", FeedbackWords.comment, .lines, value: value("text"),
              hint: FeedbackWords.noNames
            ).html(language)
            PageField(
              "channel", FeedbackWords.channel,
              .choice(
                ChoiceList.feedbackChannel.choices.filter { $0.number != 1 }.map {
                  (value: $0.name, words: $0.words)
                }), value: value("channel")
            ).html(language)
            PageField(
              "date", FeedbackWords.day,
              value: value("date").isEmpty ? Format.date(request.today) : value("date"),
              hint: FeedbackWords.dayPattern, isRequired: true
            ).html(language)
          }
        }
        back(language)
      }, status: problem == nil ? 200 : 422)
  }

  private static func back(_ language: Language) -> HTML {
    element("p") {
      element("a", ["href": FeedbackPages.path]) { FeedbackWords.allBack.text(in: language) }
    }
  }

  // One piece.

  /// A piece within reach, with how it stands.
  private struct Piece {
    let record: FormRecord
    let facts: FeedbackFacts?
    let who: String?

    /// - Throws: `FieldError.notFound`, also for what is beyond reach.
    init(_ request: PageRequest, _ reader: RecordReader, _ reached: ReachedWork) throws {
      let typed = String(request.parameters["feedback"].prefix(20))
      guard let row = Int64(typed).flatMap(RowID.init(rawValue:)),
        let record = try reader.formRecord(RecordForms.feedback, row),
        reached.holds(scope: record.header.scope)
      else { throw FieldError.notFound(typed) }
      self.record = record
      let day = record[FeedbackTable.date]?.value?.integer
        .map { LocalDate(daysSince1970: Int(clamping: $0)) }
      let period = try day.map { try Period(from: $0, to: $0) }
      facts = try period.flatMap { period in
        try reader.feedback(reached.query(period, by: []), asOf: request.now)
          .first { $0.row == row }
      }
      who = try FeedbackBook(reader.connection).duty(row)
    }

    /// What a form was made from: whether it is void, the answer and its day, who answers.
    var seen: String {
      let parts = [
        record.isVoided ? "void" : "", record[FeedbackTable.answer]?.value?.text ?? "",
        record[FeedbackTable.answeredDate]?.value?.integer.map(String.init) ?? "", who ?? "",
      ]
      let digest = Primitives.standard.hash(Array(parts.joined(separator: "\u{1}").utf8)).bytes
      return digest.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }
  }

  private static func act(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let actor = try request.actor
    let member = request.account?.rights.member
    guard let act = request.form["act"].flatMap(FeedbackAct.init(rawValue:)) else {
      return try page(request, problem: FeedbackWords.notChosen, status: 422)
    }
    if act == .answer, let day = try? Format.parseDate(request.typed("day")), day > request.today {
      return try page(request, problem: FeedbackWords.answeredAhead, status: 422)
    }
    do {
      let address = try request.centre.change { records, clock -> String? in
        let piece = try Piece(request, records.reader, reached)
        guard piece.seen == request.form["seen"], act.applies(isVoided: piece.record.isVoided)
        else { return nil }
        let words = FeedbackAct.Words(
          text: act == .assign ? request.typed("text") : request.form["text"] ?? "",
          day: request.typed("day"))
        try act.perform(
          on: piece.record.header.id, words, records, member: member, actor, clock)
        return Self.address(piece.record.header.id)
      }
      guard let address else {
        return try page(request, problem: FeedbackWords.changed, status: 409)
      }
      return .seeOther(address + "?done=1")
    } catch let error as FieldError {
      if case .notFound = error { throw error }
      guard let words = PageRequest.words(ofInput: error) else { throw error }
      return try page(request, problem: words, status: 422)
    }
  }

  private static func page(
    _ request: PageRequest, problem: BilingualText? = nil, status: Int = 200
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    let (title, address, body) = try request.centre.read { reader in
      let piece = try Piece(request, reader, reached)
      let head = try head(piece, reader, language)
      let code = piece.record.header.codeText
      return (
        BilingualText(vi: "Phản ánh \(code)", en: "Feedback \(code)"),
        Self.address(piece.record.header.id),
        HTML.group {
          if request.http.query["done"] != nil {
            element("p", ["class": "message good", "role": "status"]) {
              FeedbackWords.kept.text(in: language)
            }
          }
          if let problem {
            element("p", ["class": "message bad", "role": "alert"]) { problem.text(in: language) }
          }
          panel { head }
          FeedbackForms(piece, request).html
        }
      )
    }
    var frame = request.frame(title)
    frame.path = address
    return .html(
      frame.page {
        body
        back(language)
      }, status: status)
  }

  private static func head(
    _ piece: Piece, _ reader: RecordReader, _ language: Language
  ) throws -> HTML {
    func words(_ field: FieldDefinition) throws -> String? {
      guard let formField = RecordForms.feedback.field(field.id) else { return nil }
      return try reader.words(of: formField, in: piece.record)?.text(in: language)
    }
    let state =
      piece.record.isVoided
      ? StateMark.missing.html(FeedbackWords.voided.text(in: language))
      : piece.facts.map {
        FeedbackPages.mark(of: $0.state)
          .html(FeedbackWords.words(of: $0.state).text(in: language))
      }
    let subjects: [(kind: RecordCode.Kind, field: FieldDefinition)] = [
      (.submission, FeedbackTable.submission), (.assist, FeedbackTable.assist),
      (.session, FeedbackTable.session), (.place, FeedbackTable.place),
    ]
    let about = try subjects.compactMap { subject -> String? in
      guard let row = piece.record[subject.field]?.value?.integer.flatMap(RowID.init(rawValue:))
      else { return nil }
      return try Self.about((subject.kind, row), reader)?.text(in: language)
    }
    let hamlet = try reader.scopeLabels()[piece.record.header.scope]
    let wantsAnswer = piece.facts?.wantsAnswer ?? false
    return try HTML.group {
      factList([(FeedbackWords.state, state)], language)
      facts(
        [
          (FeedbackWords.about, about.joined(separator: "; ")), (FeedbackWords.hamlet, hamlet),
          (FeedbackWords.rating, try words(FeedbackTable.rating)),
          (FeedbackWords.comment, try words(FeedbackTable.comment)),
          (FeedbackWords.channel, try words(FeedbackTable.channel)),
          (FeedbackWords.day, try words(FeedbackTable.date)),
          (FeedbackWords.due, wantsAnswer ? piece.facts?.due.map(Format.date) : nil),
          (FeedbackWords.who, piece.who),
          (FeedbackWords.answer, try words(FeedbackTable.answer)),
          (FeedbackWords.answered, try words(FeedbackTable.answeredDate)),
          (
            FeedbackWords.reason, piece.record.isVoided ? try words(FeedbackTable.voidReason) : nil
          ),
        ], language)
    }
  }

  /// The forms below a piece, one for each thing that can be done with it.
  private struct FeedbackForms {
    private let piece: Piece
    private let request: PageRequest
    private let language: Language

    init(_ piece: Piece, _ request: PageRequest) {
      self.piece = piece
      self.request = request
      language = request.language
    }

    var html: HTML {
      HTML.group {
        for act in FeedbackAct.allCases where act.applies(isVoided: piece.record.isVoided) {
          panel(heading(act).text(in: language)) { form(act) }
        }
      }
    }

    private func heading(_ act: FeedbackAct) -> BilingualText {
      switch act {
      case .assign: FeedbackWords.who
      case .answer: FeedbackWords.answer
      case .void: FeedbackWords.void
      case .restore: FeedbackWords.restore
      }
    }

    private func submit(_ act: FeedbackAct) -> BilingualText {
      switch act {
      case .assign: FeedbackWords.assign
      case .answer: FeedbackWords.keepAnswer
      case .void: FeedbackWords.void
      case .restore: FeedbackWords.restore
      }
    }

    private func sent(_ act: FeedbackAct) -> String? {
      request.form["act"] == act.rawValue ? request.form["text"] : nil
    }

    private func form(_ act: FeedbackAct) -> HTML {
      PageForm(
        action: FeedbackPage.address(piece.record.header.id), formToken: request.formToken,
        submit: submit(act)
      ).html(language) {
        hidden("act", act.rawValue)
        hidden("seen", piece.seen)
        switch act {
        case .assign:
          field(act, FeedbackWords.who, sent(act) ?? piece.who ?? "", FeedbackWords.whoHint)
        case .answer:
          field(
            act, FeedbackWords.answer,
            sent(act) ?? piece.record[FeedbackTable.answer]?.value?.text ?? "",
            FeedbackWords.answerHint, lines: true)
          PageField(
            "day", FeedbackWords.answered,
            value: request.form["day"] ?? Format.date(piece.facts?.answered ?? request.today),
            hint: FeedbackWords.dayPattern
          ).html(language)
        case .void: field(act, FeedbackWords.reason, sent(act) ?? "", FeedbackWords.voidLead)
        case .restore: HTML.empty
        }
      }
    }

    /// Each form's text has an id of its own.
    private func field(
      _ act: FeedbackAct, _ label: BilingualText, _ value: String, _ hint: BilingualText,
      lines: Bool = false
    ) -> HTML {
      let id = "text-\(act.rawValue)"
      return element("div", ["class": "field"]) {
        element("label", ["for": id]) { label.text(in: language) }
        element("span", ["class": "field-hint", "id": "\(id)-hint"]) { hint.text(in: language) }
        if lines {
          element(
            "textarea",
            [
              "id": id, "name": "text", "rows": "4", "required": "",
              "maxlength": "\(TextLimit.note)", "aria-describedby": "\(id)-hint",
            ]
          ) { value }
        } else {
          element(
            "input",
            [
              "id": id, "name": "text", "type": "text", "value": value, "autocomplete": "off",
              "required": act == .assign ? nil : "", "aria-describedby": "\(id)-hint",
            ])
        }
      }
    }
  }
}
