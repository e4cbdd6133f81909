import FieldWork
import Pages
import SyncProtocol
import Web

/// The form that changes a visit; its assists have forms of their own.
struct VisitCorrection: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  private let visit: Visit

  let title: BilingualText
  let heading: BilingualText
  let submit = BilingualText(vi: "Lưu chỗ đã sửa", en: "Save the changes")
  var back: String { "/visits/\(visit.codeText)" }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("visit") }
    visit = try request.reader.existing(Visit.self, subject)
    title = BilingualText(
      vi: "Sửa lượt thăm \(visit.codeText)", en: "Change visit \(visit.codeText)")
    heading =
      BilingualText(vi: "Sửa lượt thăm ", en: "Change visit ")
      + (try request.reader.called(visit.id, .visit))
  }

  let boxes: Set<String> = ["with"]

  func recorded() throws -> [(name: String, value: String)]? {
    try Self.values(of: visit, request)
  }

  /// The record as the fields of the form have it.
  static func values(
    of visit: Visit, _ request: LaptopRequest
  ) throws -> [(name: String, value: String)] {
    let members = try VisitFields.members(request, and: request.reader.participants(of: visit))
    let present = Set(try request.reader.participants(of: visit))
    return [
      ("outcome", visit.outcome?.name ?? ""), ("date", visit.date.map(Format.date) ?? ""),
      ("start", visit.startMinute.map { Format.time(minuteOfDay: $0) } ?? ""),
      ("minutes", visit.minutes.map(String.init) ?? ""),
      ("return_date", visit.returnDate.map(Format.date) ?? ""),
      ("channel", visit.channel.flatMap { ChoiceList.visitChannel[$0]?.name } ?? ""),
      (
        "with",
        members.filter { present.contains($0.id) }.map { String($0.id.rawValue) }
          .joined(separator: " ")
      ),
      (
        "session",
        try visit.session.map {
          try request.reader.codeText(of: $0, in: SessionTable.definition)
        } ?? ""
      ), ("note", visit.note ?? ""),
    ]
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    try VisitFields.words(of: field, value, request)
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    try HTML.group {
      try VisitFields(draft, request, problems).html(
        try VisitFields.members(request, and: request.reader.participants(of: visit)), language)
    }
  }

  /// What was not changed was asked about when it was typed.
  func questions() -> [FormQuestion] {
    let source = request.questionSource
    let isChanged = ["date", "start", "minutes"].contains { draft.changed($0) != nil }
    // The same day in other figures is no other day.
    let day = draft.changed("date").flatMap {
      (try? Format.parseDate($0)) == visit.date ? nil : $0
    }
    return [
      .day(day, visitTo: visit.household, source),
      .secondVisit(day, to: visit.household, besides: [visit.id], .ofChange, source),
      .moments(source) {
        isChanged
          ? TypedMoment.ofVisit(
            date: draft["date"], start: draft["start"], minutes: draft["minutes"], $0) : []
      },
    ]
  }

  func save() throws -> SavedDraft {
    var typed = VisitDraft(
      date: draft.changed("date"), start: draft.changed("start"),
      minutes: draft.changed("minutes"), outcome: draft.changed("outcome"),
      returnDate: draft.changed("return_date"),
      participants: draft.changed("with").map(VisitFields.members(in:)),
      session: try VisitFields.session(draft.changed("session"), request),
      channel: draft.changed("channel"), note: draft.changed("note"))
    typed.removesSession = draft.changed("session")?.isEmpty ?? false
    return try Correction.save(
      draft, of: visit.header, request, named: VisitFields.formName, called: VisitFields.label
    ) {
      try $0.editVisit(visit.id, typed, author: request.member, clock: request.clock)
    }
  }
}
