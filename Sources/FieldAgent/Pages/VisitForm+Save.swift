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
        var writing = FormWriting(records, author: request.member, clock: clock)
        let line = try paperLine(&writing.problems)
        let visitDraft = visitDraft(session)
        let visit = try writing.attempt(
          named: VisitFields.formName, called: VisitFields.label
        ) {
          try $0.addVisit(visitDraft, author: $1, clock: $2)
        }
        if (draft["date"] ?? "").allSatisfy(\.isWhitespace), writing.problems["date"] == nil {
          // The form may have been begun on another day than it is saved.
          writing.problems.add(
            "date", label: FieldLabel.words(of: "date"), FieldProblem.Kind.missing.words)
        }
        if let lost = campaign().lost {
          writing.warnings.append(RecordWarning.campaignUnknown(lost).words)
        }
        try rows.write(of: visit?.id, filed: filed(session), &writing)
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
          notice: notice(visit, writing))
      }
    }
  }

  /// Writes what stands in the form into a visit that is there: what is filled in takes the place of
  /// what the visit says, whoever was ticked came along too, and the assists are added.
  private func save(into entered: Visit, _ session: RowID?) throws -> SavedDraft {
    try request.laptop.writing { records, clock in
      try records.together(author: request.member, clock: clock) {
        var writing = FormWriting(records, author: request.member, clock: clock)
        var typed = visitDraft(session).filledIn
        let present = try records.reader.participants(of: entered)
        typed.participants =
          present + (typed.participants ?? []).filter { !present.contains($0) }
        do {
          _ = try writing.attempt(
            named: VisitFields.formName, called: VisitFields.label
          ) {
            try $0.editVisit(entered.id, typed, author: $1, clock: $2)
          }
        } catch FieldError.nothingToChange {
          // It says all of this already; the assists are what is new.
        }
        try rows.write(of: entered.id, filed: filed(session), &writing)
        guard writing.problems.isEmpty else { throw writing.problems }
        try request.drafts.finish(draft, as: entered.id)
        return SavedDraft(
          row: entered.id, path: "/visits/\(entered.codeText)",
          notice: PageNotice(
            BilingualText(
              vi: "Đã ghi thêm vào lượt thăm \(entered.codeText) trên máy này.",
              en: "Added to visit \(entered.codeText) on this laptop.") + request.notSent,
            warnings: writing.warnings, ways: writing.ways))
      }
    }
  }

  /// What is recorded in the evening was filed when they were there.
  private func filed(_ session: RowID?) -> (session: RowID?, time: String?) {
    guard let date = draft["date"], !date.allSatisfy(\.isWhitespace) else { return (session, nil) }
    return (session, [date, draft["start"] ?? ""].joined(separator: " "))
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

  private func notice(_ visit: SavedRecord, _ writing: FormWriting) -> PageNotice {
    let name = named(household.name, visit.codeText)
    return PageNotice(
      BilingualText(
        vi: "Đã lưu lượt thăm hộ \(name) trên máy này.",
        en: "The visit to \(name) is saved on this laptop.") + request.notSent,
      warnings: writing.warnings, ways: writing.ways)
  }
}
