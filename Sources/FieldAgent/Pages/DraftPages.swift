import CommandLine
import FieldWork
import Pages
import SyncProtocol
import Web

/// Forms that are on disk while they are filled in: shown, written field by field, saved, or thrown
/// away. Closing the browser, a power cut, the lock or a second tab lose nothing.
enum DraftPages {
  private static let pattern = "/drafts/:id"

  static let routes = [
    LaptopRoute(.get, pattern, handler: show),
    LaptopRoute(.post, pattern, handler: submit),
    LaptopRoute(.post, "\(pattern)/fields", waitsForLock: false, handler: autosave),
    LaptopRoute(.post, "\(pattern)/discard", handler: discard),
    LaptopRoute(.post, OrphanDraft.anewPath, handler: anew),
  ]

  /// The page of a draft.
  static func path(_ draft: PageDraft) -> String { "/drafts/\(draft.id)" }

  /// Begins a draft, or goes on with the one that is open, and leads to its page.
  ///
  /// - Parameters:
  ///   - goingOn: what becomes of one that is open already: whoever came with something, such as a
  ///     person, finds it there.
  ///   - isSame: whether an open draft of the kind and subject is for the same.
  static func begin(
    _ kind: PageDraft.Kind, about subject: RowID?, _ request: LaptopRequest,
    with fields: [(name: String, value: String)] = [],
    isSame: (PageDraft) -> Bool = { _ in true },
    goingOn: (PageDraft) throws -> Void = { _ in }
  ) throws -> HTTPResponse {
    var random = request.laptop.random
    let now = request.clock.wall
    let draft = try request.drafts.begin(
      kind, about: subject, by: request.member, at: now, random: &random, isSame: isSame)
    if draft.fields.isEmpty {
      _ = try request.drafts.write(fields, to: draft, seen: draft.revision, at: now)
    } else {
      try goingOn(draft)
    }
    return .seeOther(path(draft))
  }

  /// Begins the form that changes a record, or goes on with it; the form follows its record whenever
  /// it is shown, so that another tab which shows it too loses nothing.
  static func beginChange(
    _ kind: PageDraft.Kind, of record: RowID, _ request: LaptopRequest
  ) throws -> HTTPResponse {
    var random = request.laptop.random
    let draft = try request.drafts.begin(
      kind, about: record, by: request.member, at: request.clock.wall, random: &random)
    return .seeOther(path(try upToDate(draft, request)))
  }

  /// Begins a form of something new that is filled in when it begins, or goes on with it where
  /// something was changed in it already. One that was filled in otherwise and only looked at stays
  /// beside it: another tab may show it, and be typed into.
  ///
  /// - Parameters:
  ///   - fields: one value for every field of the form.
  ///   - asked: the fields in which somebody said what the form is to be: one that is open and says
  ///     something else there is another one's.
  static func beginFilled(
    _ kind: PageDraft.Kind, about subject: RowID?, _ request: LaptopRequest,
    with fields: [(name: String, value: String)], asked: [String] = []
  ) throws -> HTTPResponse {
    var random = request.laptop.random
    let now = request.clock.wall
    let draft = try request.drafts.begin(
      kind, about: subject, by: request.member, at: now, random: &random
    ) { open in
      let compared = open.isChanged ? fields.filter { asked.contains($0.name) } : fields
      return compared.allSatisfy { open[$0.name] == $0.value }
    }
    if kind == .household, draft.isChanged { request.memory.say(goneOnWith) }
    guard draft.fields.isEmpty else { return .seeOther(path(draft)) }
    return .seeOther(
      path(try request.drafts.follow(fields, sets: [], draft, at: now)))
  }

  /// What is begun and not saved, for every place that tells it: a form in which nothing stands
  /// otherwise than in its record by now is nobody's work any more.
  static func begun(_ request: LaptopRequest) throws -> BegunForms {
    try request.drafts.begun(by: request.member) { draft in
      // One whose record is gone stays, so that somebody decides what becomes of it.
      guard draft.kind.isChange, let form = try? form(draft, request),
        let recorded = try form.recorded()
      else { return draft }
      var followed = draft
      followed.follow(recorded, sets: form.boxes, at: draft.changed)
      return followed
    }
  }

  /// A draft that has taken over what its record says by now.
  private static func upToDate(_ draft: PageDraft, _ request: LaptopRequest) throws -> PageDraft {
    let form = try form(draft, request)
    guard let recorded = try form.recorded() else { return draft }
    return try request.drafts.follow(
      recorded, sets: form.boxes, draft, at: request.clock.wall)
  }

  /// What is said where something else stands in the form than was looked for.
  private static let goneOnWith = PageNotice(
    BilingualText(
      vi: "Đây là hộ bạn đang ghi dở. Muốn thêm hộ khác thì lưu xong hộ này, hoặc bỏ bản nháp "
        + "trước.",
      en: "This is the household that you began before. To add another one, save this one or throw "
        + "the draft away first."))

  /// The form of a draft.
  static func form(_ draft: PageDraft, _ request: LaptopRequest) throws -> any DraftForm {
    switch draft.kind {
    case .visit: try VisitForm(draft, request)
    case .household, .householdEdit: try HouseholdForm(draft, request)
    case .resident, .residentEdit: try ResidentForm(draft, request)
    case .visitEdit: try VisitCorrection(draft, request)
    case .assistEdit: try AssistCorrection(draft, request)
    case .assists: try MoreAssists(draft, request)
    case .submission: try MoreDossiers(draft, request)
    case .event: try EventForm(draft, request)
    case .submissionEdit: try SubmissionCorrection(draft, request)
    case .record(let noun), .recordEdit(let noun): try RecordEntry(noun, draft, request)
    }
  }

  /// Runs `body` with the draft of the address; one that was saved leads to its record.
  static func withDraft(
    _ request: LaptopRequest, _ body: (PageDraft) throws -> HTTPResponse
  ) throws -> HTTPResponse {
    guard let draft = try request.drafts.find(request.parameters["id"], of: request.member) else {
      if try isForgotten(request) { return try ForgottenDraft.page(request) }
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Bản nháp này đã bỏ hoặc là của người khác. Mọi bản ghi đã lưu vẫn còn nguyên.",
            en: "This draft was thrown away, or is somebody else's. All saved records are safe."),
          isGood: false))
      return .seeOther(TodayPage.path)
    }
    if let row = draft.saved {
      try tellWhatCameLate(to: draft, request)
      return .seeOther(try recordPath(draft.kind, row, request.reader))
    }
    do {
      return try body(draft)
    } catch is PageDraft.TooManyFields {
      return refuse(draft, request, status: 413, problems: DraftWords.tooManyFields)
    } catch FieldError.noSuchRecord(let table) {
      // With what was just sent, which is on disk already.
      guard (try? form(draft, request)) == nil else { throw FieldError.noSuchRecord(table) }
      return try OrphanDraft(kept(draft, request), request).page()
    } catch FieldError.voided(let table) {
      let kept = try kept(draft, request)
      guard let voided = try OrphanDraft.voided(kept, request) else {
        throw FieldError.voided(table)
      }
      return try OrphanDraft(kept, request, voided).page()
    }
  }

  /// A draft with what was just sent, which is on disk already.
  private static func kept(_ draft: PageDraft, _ request: LaptopRequest) throws -> PageDraft {
    try request.drafts.find(draft.id, of: request.member) ?? draft
  }

  /// Whether the draft of the address was about somebody who was erased.
  private static func isForgotten(_ request: LaptopRequest) throws -> Bool {
    try request.drafts.isForgotten(request.parameters["id"], of: request.member)
  }

  static func recordPath(
    _ kind: PageDraft.Kind, _ row: RowID, _ reader: RecordReader
  ) throws -> String {
    switch kind {
    case .visit, .visitEdit, .assists: "/visits/\(try reader.existing(Visit.self, row).codeText)"
    case .household, .householdEdit:
      "/households/\(try reader.existing(Household.self, row).codeText)"
    case .resident, .residentEdit: "/residents/\(try reader.existing(Resident.self, row).codeText)"
    case .assistEdit: "/assists/\(try reader.existing(Assist.self, row).codeText)"
    case .event:
      try reader.existing(SubmissionEvent.self, row).submission
        .map { SubmissionPage.path(try reader.existing(Submission.self, $0)) } ?? WaitingPage.path
    case .submission, .submissionEdit:
      SubmissionPage.path(try reader.existing(Submission.self, row))
    case .record, .recordEdit: RecordPath.of(try reader.codeText(of: row)) ?? TodayPage.path
    }
  }

  private static func show(_ request: LaptopRequest) throws -> HTTPResponse {
    try withDraft(request) { draft in
      if let voided = try OrphanDraft.voided(draft, request) {
        return try OrphanDraft(draft, request, voided).page()
      }
      // A tab that was closed may have left what it typed beside what stands.
      let draft = try upToDate(draft, request)
      let refusal = request.memory.refusal(of: draft)
      let questions = try refusal.map { try asked($0.asked, form(draft, request), draft) } ?? .none
      if let refused = refusal?.remaining(in: draft) {
        return try page(
          draft, request, status: refused.status, problems: refused.problems, questions,
          refused.clashes)
      }
      return try page(
        draft, request, status: questions.isEmpty ? 200 : 422,
        problems: DraftWords.problems(of: draft.clashes(), form(draft, request)), questions)
    }
  }

  /// What Enter in a field does, where no script moves on to the next field.
  static let keepAction = "keep"

  /// The fields of a form without those that are its own affair. A box that is not ticked is not sent,
  /// so that the form names its boxes.
  private static func typed(
    _ request: LaptopRequest
  ) throws -> [(name: String, value: String)] {
    let form = request.form
    let own: Set<String> = [
      PageFrame.formTokenField, "seen", "action", "boxes", "held", ResidentForm.personalIDField,
      ResidentForm.seenIDField, QuestionAnswers.field,
    ]
    var typed: [(name: String, value: String)] = []
    for item in form.items where !own.contains(item.name) {
      if let index = typed.firstIndex(where: { $0.name == item.name }) {
        typed[index].value += " " + item.value
      } else {
        typed.append((item.name, item.value))
      }
    }
    for name in form.all("boxes") where !typed.contains(where: { $0.name == name }) {
      typed.append((name, ""))
    }
    for index in typed.indices where ServiceBox.isBox(typed[index].name) {
      typed[index].value = try ServiceBox.value(typed: typed[index].value, request.reader)
    }
    return typed
  }

  /// Says which values of a form, sent once more, are not in the record that another tab saved.
  private static func tellWhatCameLate(
    to draft: PageDraft, _ request: LaptopRequest
  ) throws {
    let missing = draft.missing(try typed(request))
    guard isSaving(request.form["action"] ?? ""), !missing.isEmpty else { return }
    request.memory.say(PageNotice(DraftWords.cameLate(missing, to: draft, request), isGood: false))
  }

  private static func seen(_ request: LaptopRequest) -> Int {
    request.form["seen"].flatMap { Int($0) } ?? 0
  }

  /// Writes the whole form; what another tab typed and this one has not seen clashes with it too.
  static func write(
    _ draft: PageDraft, _ request: LaptopRequest
  ) throws -> (draft: PageDraft, clashes: [PageDraft.Clash]) {
    let seen = seen(request)
    let (typed, clashes) = try request.drafts.write(
      typed(request), to: draft, seen: seen, at: request.clock.wall)
    let written = try upToDate(typed, request)
    let unseen = written.clashes(since: seen).filter { unseen in
      !clashes.contains { $0.name == unseen.name }
    }
    return (written, clashes + unseen)
  }

  /// What the script sends while somebody types.
  private static func autosave(_ request: LaptopRequest) throws -> HTTPResponse {
    guard let draft = try request.drafts.find(request.parameters["id"], of: request.member),
      draft.saved == nil
    else { return .plain(try isForgotten(request) ? 410 : 404) }
    let seen = seen(request)
    let typed = try typed(request)
    let (written, clashes): (PageDraft, [PageDraft.Clash])
    do {
      (written, clashes) = try request.drafts.write(
        typed, to: draft, seen: seen, held: Set(request.form.all("held")), isWhole: false,
        at: request.clock.wall)
    } catch is PageDraft.TooManyFields {
      return .plain(413)
    }
    let sent = Set(typed.map(\.name))
    let news = written.fields(since: seen).filter { !sent.contains($0.name) }
    let json: JSONValue = [
      "revision": .integer(Int64(written.revision)),
      "fields": .object(
        try news.map { field in
          let value =
            ServiceBox.isBox(field.name)
            ? try ServiceBox.text(of: field.value, request.language, request.reader) : field.value
          return JSONValue.Member(field.name, .text(value))
        }),
      "clashes": .array(clashes.map { .text($0.name) }),
      "rivals": .bool(!written.clashes(since: seen).isEmpty),
      "words": .text(DraftWords.kept(written, request.language)),
    ]
    return .bytes(Array(json.compactText.utf8), type: "application/json")
  }

  /// Makes what was typed about a voided record a form of a new one.
  private static func anew(_ request: LaptopRequest) throws -> HTTPResponse {
    try withDraft(request) { try DraftAnew.begin($0, request) }
  }

  private static func discard(_ request: LaptopRequest) throws -> HTTPResponse {
    try withDraft(request) { draft in
      let back = (try? form(draft, request).back) ?? TodayPage.path
      try request.drafts.discard(draft)
      request.memory.say(
        PageNotice(
          BilingualText(
            vi: "Đã bỏ bản nháp; không lưu gì.",
            en: "The draft was thrown away; nothing was saved."), tone: .neutral))
      return .seeOther(back)
    }
  }
}
