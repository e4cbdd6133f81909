import FieldWork
import Replica
import SyncProtocol

extension VisitForm {
  /// Writes visit, assists and dossiers in one act. All problems are found together; where there is
  /// one, nothing is written.
  func save() throws -> SavedDraft {
    let session = try VisitFields.session(draft["session"], request)
    if let entered = try LineEntered(self), entered.isChosen {
      return try save(into: entered.visit, session)
    }
    return try request.laptop.writing { records, clock in
      try records.together(author: request.member, clock: clock) {
        var writing = Writing(records, author: request.member, clock: clock)
        let line = try paperLine(&writing.problems)
        let visitDraft = visitDraft(session)
        let visit = try writing.attempt(named: VisitFields.formName) {
          try $0.addVisit(visitDraft, author: $1, clock: $2)
        }
        if let lost = campaign().lost {
          writing.warnings.append(RecordWarning.campaignUnknown(lost).words)
        }
        for (index, number) in assistNumbers.enumerated() {
          try write(number, heading: index + 1, of: visit?.id, session, &writing)
        }
        guard writing.problems.isEmpty, let visit else { throw writing.problems }
        try request.drafts.finish(draft, as: visit.id)
        if let line {
          try PrintoutBook(records).enter(line, as: visit.id)
          return SavedDraft(
            row: visit.id, path: SheetPage.path(number: line.sheet),
            notice: SheetEntry.notice(line, visit, household, warnings: writing.warnings))
        }
        return SavedDraft(
          row: visit.id, path: "/visits/\(visit.codeText)",
          notice: notice(visit, warnings: writing.warnings))
      }
    }
  }

  /// Writes what stands in the form into a visit that is there: what is filled in takes the place of
  /// what the visit says, whoever was ticked came along too, and the assists are added.
  private func save(into entered: Visit, _ session: RowID?) throws -> SavedDraft {
    try request.laptop.writing { records, clock in
      try records.together(author: request.member, clock: clock) {
        var writing = Writing(records, author: request.member, clock: clock)
        var typed = visitDraft(session).filledIn
        let present = try records.reader.participants(of: entered)
        typed.participants =
          present + (typed.participants ?? []).filter { !present.contains($0) }
        do {
          _ = try writing.attempt(named: VisitFields.formName) {
            try $0.editVisit(entered.id, typed, author: $1, clock: $2)
          }
        } catch FieldError.nothingToChange {
          // It says all of this already; the assists are what is new.
        }
        for (index, number) in assistNumbers.enumerated() {
          try write(number, heading: index + 1, of: entered.id, session, &writing)
        }
        guard writing.problems.isEmpty else { throw writing.problems }
        try request.drafts.finish(draft, as: entered.id)
        return SavedDraft(
          row: entered.id, path: "/visits/\(entered.codeText)",
          notice: PageNotice(
            BilingualText(
              vi: "Đã ghi thêm vào lượt thăm \(entered.codeText) trên máy này.",
              en: "Added to visit \(entered.codeText) on this laptop.") + request.notSent,
            warnings: writing.warnings))
      }
    }
  }

  /// What is written so far, and what is wrong with the rest.
  private struct Writing {
    let records: FieldStore
    let author: RowID
    let clock: ClockReading
    var problems = FormProblems()
    var warnings: [BilingualText] = []
    /// What was said of the visit itself.
    private var said: [BilingualText] = []

    init(_ records: FieldStore, author: RowID, clock: ClockReading) {
      self.records = records
      self.author = author
      self.clock = clock
    }

    /// Writes a record; what is wrong with its fields is kept, under their names in the form.
    ///
    /// - Parameter part: which part of the form it is; nil for the visit itself.
    mutating func attempt(
      _ part: BilingualText? = nil, named name: (String) -> String,
      ignoring ignored: Set<String> = [],
      _ write: (FieldStore, RowID, ClockReading) throws -> SavedRecord
    ) throws -> SavedRecord? {
      do {
        let saved = try write(records, author, clock)
        // What is so of the visit, such as its date, is not said of each assist again.
        warnings += saved.warnings.filter { !said.contains($0.words) }.map { warning in
          part.map { $0 + BilingualText(same: ": ") + warning.words } ?? warning.words
        }
        if part == nil { said += saved.warnings.map(\.words) }
        return saved
      } catch FieldError.invalid(let found) {
        problems.add(found.filter { !ignored.contains($0.field) }, of: part, name)
        return nil
      }
    }
  }

  private func write(
    _ number: Int, heading: Int, of visit: RowID?, _ session: RowID?,
    _ writing: inout Writing
  ) throws {
    let block = AssistBlock(
      number: number, heading: heading, draft: draft, residents: [], problems: FormProblems())
    // A visit that cannot be saved is told by its own problems.
    let assist = try writing.attempt(block.title, named: block.formName, ignoring: ["visit"]) {
      try $0.addAssist(block.assist(of: visit), author: $1, clock: $2)
    }
    guard let assist, var dossier = block.submission(of: assist.id) else { return }
    dossier.session = session
    // What is recorded in the evening was filed when they were there.
    if dossier.received == nil, let date = draft["date"], !date.allSatisfy(\.isWhitespace) {
      dossier.received = [date, draft["start"] ?? ""].joined(separator: " ")
    }
    _ = try writing.attempt(block.title, named: block.formName) {
      try $0.addSubmission(dossier, author: $1, clock: $2)
    }
  }

  /// The line of a day sheet that is entered here; nil for a visit that was not on paper.
  private func paperLine(_ problems: inout FormProblems) throws -> SheetCode? {
    guard let typed = draft["paper"], !typed.isEmpty else { return nil }
    do {
      let found = try PrintoutBook(request.records).line(typed: typed, on: nil)
      SheetEntry.checkDate(draft["date"], &problems)
      guard found.visit != nil else { return found.code }
      problems.add(
        LineEntered.part, label: SheetEntry.codeLabel,
        SheetEntry.enteredAlready(found.code) + BilingualText(same: " ") + LineEntered.choose)
    } catch let problem as SheetCode.Problem {
      problems.add("paper", label: SheetEntry.codeLabel, problem.words)
    }
    return nil
  }

  private func visitDraft(_ session: RowID?) -> VisitDraft {
    let campaign = campaign()
    let note = [draft["note"], campaign.lost].compactMap(\.self).filter { !$0.isEmpty }
    return VisitDraft(
      household: household.id, date: draft["date"], start: draft["start"],
      minutes: draft["minutes"], outcome: draft["outcome"], returnDate: draft["return_date"],
      participants: [request.member] + VisitFields.members(in: draft["with"] ?? ""),
      session: session, campaign: campaign.row, channel: draft["channel"],
      note: note.isEmpty ? draft["note"] : note.joined(separator: "\n"))
  }

  private func notice(_ visit: SavedRecord, warnings: [BilingualText]) -> PageNotice {
    let name = named(household.name, visit.codeText)
    return PageNotice(
      BilingualText(
        vi: "Đã lưu lượt thăm hộ \(name) trên máy này.",
        en: "The visit to \(name) is saved on this laptop.") + request.notSent,
      warnings: warnings)
  }
}
