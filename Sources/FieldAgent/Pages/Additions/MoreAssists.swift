import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of further assists of a visit that was saved before, with the parts that the form of a
/// visit has for them.
struct MoreAssists: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  private let visit: Visit

  static let button = BilingualText(vi: "Thêm lượt hỗ trợ", en: "Add an assist")

  static let routes = [
    LaptopRoute(.post, "/visits/:code/assists") { request in
      let id = try request.reader.resolveOne(request.parameters["code"], as: .visit)
      return try begin(of: request.reader.existing(Visit.self, id), request)
    }
  ]

  /// Begins the form with one assist. In one that is begun already, whoever it is for gets an assist
  /// of their own, and it is told.
  ///
  /// - Parameter resident: whom it is for; nil leaves it to be chosen where several live there.
  static func begin(
    of visit: Visit, for resident: RowID? = nil, _ request: LaptopRequest
  ) throws -> HTTPResponse {
    guard visit.voidReason == nil else { throw FieldError.voided("visit") }
    let chosen =
      try resident.map { [("assist-1-resident", String($0.rawValue))] }
      ?? AssistRows.start(1, of: visit.household, request)
    return try DraftPages.begin(
      .assists, about: visit.id, request, with: [("assists", "1")] + chosen,
      goingOn: { open in
        guard let resident else { return }
        let rows = AssistRows(draft: open, request: request, household: visit.household)
        guard !rows.hasBlock(for: resident) else { return }
        let added = rows.added(for: resident)
        _ = try request.drafts.write(
          added, to: open, seen: open.revision, isWhole: false, at: request.clock.wall)
        let name = try request.reader.called(resident, .resident)
        request.memory.add(added.isEmpty ? full(name) : joined(name))
      })
  }

  /// That somebody has an assist of their own in a form that was begun before.
  private static func joined(_ name: BilingualText) -> PageNotice {
    PageNotice(
      BilingualText(
        vi: "Lượt thăm này có một biểu mẫu đang ghi dở: đã thêm vào đó một lượt hỗ trợ cho "
          + "\(name.vietnamese). Những lượt ghi trước vẫn còn nguyên; xem mỗi lượt là của ai rồi "
          + "lưu.",
        en: "A form was begun before at this visit: an assist for \(name.english) was added to "
          + "it. Those that were begun before are as they were; look whom each is for, then save."))
  }

  /// That a form which was begun before has no room for another assist.
  private static func full(_ name: BilingualText) -> PageNotice {
    PageNotice(
      BilingualText(
        vi: "Biểu mẫu đang ghi dở này đã đủ \(AssistRows.maximum) lượt hỗ trợ, nên chưa có lượt "
          + "nào cho \(name.vietnamese). Hãy lưu biểu mẫu này trước, rồi bấm “\(button.vietnamese)”.",
        en: "This form was begun before and has \(AssistRows.maximum) assists, so none for "
          + "\(name.english) was added. Save it first, then press “\(button.english)”."),
      isGood: false)
  }

  let submit = BilingualText(vi: "Lưu lượt hỗ trợ", en: "Save the assists")
  var back: String { "/visits/\(visit.codeText)" }

  var title: BilingualText {
    BilingualText(
      vi: "Thêm lượt hỗ trợ vào \(visit.codeText)", en: "Add assists to \(visit.codeText)")
  }
  let heading: BilingualText

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("visit") }
    visit = try request.reader.existing(Visit.self, subject)
    heading =
      BilingualText(vi: "Thêm lượt hỗ trợ: ", en: "Add assists: ")
      + (try request.reader.called(visit.id, .visit))
  }

  private var rows: AssistRows {
    let saved = (try? request.reader.assists(visit: visit.id, page: .all).count) ?? 0
    return AssistRows(
      draft: draft, request: request, household: visit.household, saved: saved)
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    try HTML.group {
      facts(
        [
          (FieldLabel.words(of: "date"), visit.date.map(Format.date)),
          (FieldLabel.words(of: "outcome"), visit.outcome?.words.text(in: language)),
        ], language)
      try rows.html(problems, language)
    }
  }

  func questions() -> [FormQuestion] {
    let source = request.questionSource
    return [.moments(source) { _ in rows.moments }, .codes(source) { rows.codes }]
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    try AssistBlock.words(of: field, value, request)
  }

  func reminders() -> FormProblems { rows.reminders() }
  func anchor(after action: String) -> String { rows.anchor(after: action) }
  func reshaped(by action: String) -> [(name: String, value: String)] {
    rows.reshaped(by: action) ?? []
  }

  func save() throws -> SavedDraft {
    try request.laptop.writing { records, clock in
      try records.together(author: request.member, clock: clock) {
        var writing = FormWriting(records, author: request.member, clock: clock)
        if rows.numbers.isEmpty {
          writing.problems.add(
            "add-assist", label: FieldLabel.words(of: "assist"),
            BilingualText(
              vi: "không có lượt hỗ trợ nào trong biểu mẫu; thêm một lượt, hoặc bỏ bản nháp.",
              en: "there is none in the form; add one, or throw the draft away."))
        }
        try rows.write(of: visit.id, filed: visit.filed, &writing)
        guard writing.problems.isEmpty else { throw writing.problems }
        try request.drafts.finish(draft, as: visit.id)
        return SavedDraft(
          row: visit.id, path: back,
          notice: PageNotice(
            BilingualText(
              vi: "Đã ghi thêm vào lượt thăm \(visit.codeText) trên máy này.",
              en: "Added to visit \(visit.codeText) on this laptop.") + request.notSent,
            warnings: writing.warnings, ways: writing.ways))
      }
    }
  }
}

extension Visit {
  /// The session, day and time at which a dossier of the visit was filed where nobody says otherwise.
  var filed: (session: RowID?, time: String?) {
    guard let date else { return (session, nil) }
    return (
      session,
      [Format.date(date), startMinute.map { Format.time(minuteOfDay: $0) } ?? ""]
        .joined(separator: " ")
    )
  }
}
