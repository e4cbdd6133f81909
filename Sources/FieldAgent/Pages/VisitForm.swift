import FieldWork
import Pages
import SyncProtocol
import Web

/// The form of a visit: who was there, what came of it, and one block for each assist.
///
/// Everything in it is one act: the visit, its assists and the dossiers filed at it are on disk
/// together or not at all, and a form that is sent twice makes one visit.
struct VisitForm: DraftForm {
  let draft: PageDraft
  let request: LaptopRequest
  let household: Household

  let title: BilingualText
  let submit = BilingualText(vi: "Lưu lượt thăm", en: "Save the visit")
  var back: String { "/households/\(household.codeText)" }

  var heading: BilingualText {
    BilingualText(vi: "Lượt thăm hộ ", en: "Visit to ")
      + BilingualText(same: named(household.name, household.codeText))
  }

  /// The assists within it.
  var rows: AssistRows { AssistRows(draft: draft, request: request, household: household.id) }

  init(_ draft: PageDraft, _ request: LaptopRequest) throws {
    self.draft = draft
    self.request = request
    guard let subject = draft.subject else { throw FieldError.noSuchRecord("household") }
    household = try request.reader.existing(Household.self, subject)
    title = BilingualText(
      vi: "Lượt thăm hộ \(household.codeText)", en: "Visit to \(household.codeText)")
  }

  /// A visit that is there already and takes what is typed here is asked about its own day only where
  /// that is changed, and a day sheet's line for days before its sheet. Whoever chose what becomes of a
  /// line that was entered elsewhere has said that it is another visit.
  func questions() throws -> [FormQuestion] {
    let source = request.questionSource
    let entered = try LineEntered(self)
    let into = entered.flatMap { $0.isChosen ? $0.visit : nil }
    let day = draft["date"]
    let isMoved = into == nil || day.flatMap { try? Format.parseDate($0) } != into?.date
    return [
      isMoved
        ? .day(day, visitTo: household.id, sheetOf: sheetDay(), source) : nil,
      LineEntered.isDecided(draft)
        ? nil
        : .secondVisit(
          day, to: household.id, besides: entered.map { [$0.visit.id] } ?? [], .inForm, source),
      .moments(source) {
        TypedMoment.ofVisit(date: day, start: draft["start"], minutes: draft["minutes"], $0)
          + rows.moments
      }, .codes(source) { rows.codes },
    ].compactMap(\.self)
  }

  /// The day on which the sheet was printed whose line is entered here.
  private func sheetDay() -> LocalDate? {
    guard let typed = draft["paper"], !typed.isEmpty else { return nil }
    return PrintoutBook(request.records).day(ofLine: typed)
  }

  func fields(_ problems: FormProblems, _ language: Language) throws -> HTML {
    try HTML.group {
      if let address = household.address { element("p", ["class": "detail"]) { address } }
      try occasion(language)
      if let entered = try LineEntered(self) { try entered.html(language) }
      try VisitFields(draft, request, problems).html(
        try VisitFields.members(request, and: VisitFields.members(in: draft["with"] ?? ""))
          .filter { $0.id != request.member }, language)
      try rows.html(problems, language)
    }
  }

  func words(of field: String, _ value: String) throws -> BilingualText? {
    try VisitFields.words(of: field, value, request)
      ?? AssistBlock.words(of: field, value, request)
  }

  /// What brought the volunteer here, which the form keeps beside its fields.
  private func occasion(_ language: Language) throws -> HTML {
    let campaign = campaign()
    return facts(
      [
        (
          BilingualText(vi: "Theo đợt", en: "For the campaign"),
          try campaign.row.map {
            try WalkPage.name(of: .campaign($0), request.reader).text(in: language)
          }
            ?? campaign.lost.map {
              $0 + language.text(" (không còn trên máy này)", " (no longer on this laptop)")
            }
        ), (SheetEntry.codeLabel, draft["paper"]),
      ], language)
  }

  /// What a visit begins with that is begun on a campaign's list.
  static func campaignFields(
    _ request: LaptopRequest
  ) throws -> [(name: String, value: String)] {
    guard let code = request.form["campaign"] else { return [] }
    return [
      ("campaign", try request.reader.codeText(of: request.reader.resolveOne(code, as: .campaign)))
    ]
  }

  /// The campaign on whose list the visit was begun. One that has gone since keeps nobody from
  /// saving: its code is told, and goes into the note.
  func campaign() -> (row: RowID?, lost: String?) {
    guard let code = draft["campaign"], !code.isEmpty else { return (nil, nil) }
    let row = try? request.reader.resolveOne(code, as: .campaign)
    return (row, row == nil ? code : nil)
  }

  func reminders() -> FormProblems { rows.reminders() }

  func anchor(after action: String) -> String { rows.anchor(after: action) }

  func reshaped(by action: String) -> [(name: String, value: String)] {
    LineEntered.fields(by: action) ?? rows.reshaped(by: action) ?? []
  }
}
