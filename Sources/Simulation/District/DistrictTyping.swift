import FieldAgent
import FieldWork
import Replica
import SyncProtocol

/// Types the acts of a plan into an opened laptop, as its program would.
struct DistrictTyping {
  let plan: DistrictPlan
  let assistsByVisit: [Int: [Int]]
  let submissionsByAssist: [Int: [Int]]

  init(_ plan: DistrictPlan) {
    self.plan = plan
    assistsByVisit = Dictionary(grouping: plan.assists.indices) { plan.assists[$0].visit }
    submissionsByAssist = Dictionary(grouping: plan.submissions.indices) {
      plan.submissions[$0].assist
    }
  }

  /// Types one act.
  func type(
    _ act: DistrictAct, _ laptop: DistrictPlan.Laptop, _ records: FieldStore,
    _ rows: inout DistrictRows, clock: ClockReading
  ) throws {
    let author = rows.members[laptop.member]
    switch act.kind {
    case .session(let number):
      rows.sessions[number] =
        try records.add(
          RecordForms.session, session(plan.sessions[number]), author: author, clock: clock
        ).id
    case .visit(let number):
      try visit(number, laptop, records, &rows, author: author, clock: clock)
    case .correctDate(let number):
      guard let row = rows.visits[number] else { return }
      // The centre may have asked the day of coming back to be mended as well.
      let visit = plan.visits[number]
      let draft = VisitDraft(
        date: Format.date(day(visit.moment)), returnDate: returnDate(of: visit, shift: 0))
      _ = try records.editVisit(row, draft, author: author, clock: clock)
    case .voidVisit(let number):
      try void(.visit, rows.visits[number], records, author: author, clock: clock)
    case .voidAssist(let number):
      try void(.assist, rows.assists[number], records, author: author, clock: clock)
    case .voidSubmission(let number):
      try void(.submission, rows.submissions[number], records, author: author, clock: clock)
    case .prove(let number):
      guard let row = rows.assists[number] else { return }
      let draft = AssistDraft(
        evidenceKind: EvidenceKind.spokenConfirmation.name,
        evidence: plan.members[laptop.member].name)
      _ = try records.editAssist(row, draft, author: author, clock: clock)
    case .finish(let number):
      guard let row = rows.submissions[number] else { return }
      let draft = SubmissionEventDraft(
        status: SubmissionStatus.done.name, occurred: "\(Format.date(day(act.moment))) 15:30")
      _ = try records.addSubmissionEvent(draft, to: row, author: author, clock: clock)
    case .note(let number): try note(number, records, &rows, author: author, clock: clock)
    case .voidNote(let number):
      guard let row = rows.notes[number], let form = Self.forms[plan.notes[number].noun] else {
        return
      }
      try records.void(
        form, row, reason: "ghi nhầm \(InventedNames.mark)", author: author, clock: clock)
    case .phone(let edit):
      guard let row = rows.households[edit.household] else { return }
      let draft = HouseholdDraft(phone: edit.phone)
      _ = try records.editHousehold(row, draft, author: author, clock: clock)
    }
  }

  private func session(_ session: DistrictPlan.Session) -> FormDraft {
    var texts = ["kind": session.kind.rawValue, "date": day(session.moment).iso]
    switch session.kind {
    case .saturday: texts.merge(["start": "07:30", "end": "11:30"]) { $1 }
    case .training: texts["topic"] = "dịch vụ công trực tuyến"
    case .dissemination: texts["channel"] = "zalo"
    }
    return FormDraft(RecordForms.session, texts)
  }

  private static let forms = Dictionary(
    RecordForms.ofField.map { ($0.noun, $0) }, uniquingKeysWith: { first, _ in first })

  private func note(
    _ number: Int, _ records: FieldStore, _ rows: inout DistrictRows, author: RowID,
    clock: ClockReading
  ) throws {
    let note = plan.notes[number]
    guard let form = Self.forms[note.noun] else { return }
    var texts = note.texts
    for (option, subject) in note.about {
      let row =
        switch subject {
        case .session(let number): rows.sessions[number]
        case .household(let number): rows.households[number]
        case .person(let number): rows.people[number]
        case .submission(let number): rows.submissions[number]
        }
      texts[option] = row.map { "#\($0.rawValue)" }
    }
    rows.notes[number] =
      try records.add(form, FormDraft(form, texts), author: author, clock: clock).id
  }

  /// A week after the visit, where somebody asked for that.
  private func returnDate(of visit: DistrictPlan.Visit, shift: Int) -> String? {
    visit.outcome == .comeBack ? Format.date(day(visit.moment).adding(days: shift + 7)) : nil
  }

  private func day(_ moment: Int) -> LocalDate { plan.order.date(moment / 1_440) }

  private func void(
    _ kind: RecordCode.Kind, _ row: RowID?, _ records: FieldStore, author: RowID,
    clock: ClockReading
  ) throws {
    guard let row else { return }
    // What was filed was filed: its news goes on coming, whatever becomes of the visit.
    let filed = try records.reader.dossiers(helpedBy: kind, row).map(\.submission.id)
    try records.void(
      kind, row, reason: "ghi nhầm \(InventedNames.mark)", choice: DossierChoice(kept: Set(filed)),
      author: author, clock: clock)
  }

  private func visit(
    _ number: Int, _ laptop: DistrictPlan.Laptop, _ records: FieldStore,
    _ rows: inout DistrictRows, author: RowID, clock: ClockReading
  ) throws {
    let visit = plan.visits[number]
    let home = plan.households[visit.household]
    if home.visit == number {
      let draft = HouseholdDraft(
        place: rows.places[home.hamlet], kind: home.kind.name, name: home.name,
        address: home.address)
      rows.households[visit.household] =
        try records.addHousehold(draft, author: author, clock: clock).id
    }
    // A clock that nobody has checked dates nothing: then a person types the day.
    let isDatedByClock =
      try visit.isFromClock && records.knowledge(of: clock).doubt == nil
    let draft = VisitDraft(
      household: rows.households[visit.household],
      date: isDatedByClock ? nil : Format.date(day(visit.moment).adding(days: visit.shift)),
      start: Format.time(minuteOfDay: visit.moment % 1_440), outcome: visit.outcome.name,
      returnDate: returnDate(of: visit, shift: visit.shift),
      participants: visit.isAccompanied ? [rows.members[laptop.companion]] : nil,
      session: visit.session.flatMap { rows.sessions[$0] },
      campaign: visit.campaign.map { rows.campaigns[$0] }, channel: visit.channel)
    rows.visits[number] = try records.addVisit(draft, author: author, clock: clock).id
    for assist in assistsByVisit[number] ?? [] {
      try self.assist(assist, laptop, records, &rows, author: author, clock: clock)
    }
  }

  private func assist(
    _ number: Int, _ laptop: DistrictPlan.Laptop, _ records: FieldStore,
    _ rows: inout DistrictRows, author: RowID, clock: ClockReading
  ) throws {
    let assist = plan.assists[number]
    if let person = assist.person, rows.people[person] == nil {
      let draft = ResidentDraft(
        household: rows.households[plan.people[person].household],
        fullName: plan.people[person].name, birth: String(plan.people[person].birthYear))
      rows.people[person] = try records.addResident(draft, author: author, clock: clock).id
    }
    let draft = AssistDraft(
      visit: rows.visits[assist.visit], resident: assist.person.flatMap { rows.people[$0] },
      service: assist.service, mode: assist.mode.name, outcome: assist.outcome.name,
      blockedReason: assist.blockedReason?.rawValue, evidenceKind: assist.evidence?.name,
      evidence: assist.evidence == nil ? nil : assist.evidenceText, language: assist.language)
    rows.assists[number] = try records.addAssist(draft, author: author, clock: clock).id
    for submission in submissionsByAssist[number] ?? [] {
      let dossier = plan.submissions[submission]
      let moment = plan.visits[assist.visit].moment
      let draft = SubmissionDraft(
        assist: rows.assists[number], channel: dossier.channel.name, dossierCode: dossier.code,
        received: "\(Format.date(day(moment))) \(Format.time(minuteOfDay: moment % 1_440))")
      rows.submissions[submission] =
        try records.addSubmission(draft, author: author, clock: clock).id
    }
  }
}
