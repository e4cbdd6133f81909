import CommandLine
import Listings
import Replica

/// The laptop's program: its commands and what their errors say. The composition root adds the
/// real surroundings, and whatever else it wants to offer beside these commands.
package enum FieldAgent {
  /// What people type.
  package static let program = "camtay"
  /// The version on every page, print and request.
  package static let version = ProgramVersion.current

  /// All commands, in the order of the help.
  package static func commands(surroundings: Surroundings) -> [any Command] {
    let laptop = LaptopWorkplace(surroundings: surroundings)
    return [
      Initialize(surroundings: surroundings), Enroll(surroundings: surroundings),
      HouseholdAdd(surroundings: surroundings), HouseholdEdit(surroundings: surroundings),
      RecordVoid(surroundings: surroundings, kind: .household),
      HouseholdList(surroundings: surroundings), HouseholdShow(surroundings: surroundings),
      ResidentAdd(surroundings: surroundings), ResidentEdit(surroundings: surroundings),
      RecordVoid(surroundings: surroundings, kind: .resident),
      ResidentList(surroundings: surroundings), ResidentShow(surroundings: surroundings),
      ResidentDuplicates(surroundings: surroundings),
      RecordLinkCommand(at: laptop, .resident, isLink: true),
      RecordLinkCommand(at: laptop, .resident, isLink: false),
      RecordLinkCommand(at: laptop, .household, isLink: true),
      RecordLinkCommand(at: laptop, .household, isLink: false),
      ImportHouseholdsCommand(at: laptop), ImportListCommand(at: laptop),
      ImportUndoCommand(at: laptop),
      VisitAdd(surroundings: surroundings), VisitEdit(surroundings: surroundings),
      RecordVoid(surroundings: surroundings, kind: .visit), VisitList(surroundings: surroundings),
      VisitShow(surroundings: surroundings), VisitCheckDates(surroundings: surroundings),
      PrintSlip(surroundings: surroundings), PrintDaySheet(surroundings: surroundings),
      PrintWalkingList(surroundings: surroundings), SheetList(surroundings: surroundings),
      SheetShow(surroundings: surroundings),
      AssistAdd(surroundings: surroundings),
      AssistEdit(surroundings: surroundings),
      RecordVoid(surroundings: surroundings, kind: .assist),
      AssistList(surroundings: surroundings), AssistShow(surroundings: surroundings),
      SubmissionAdd(surroundings: surroundings), SubmissionEdit(surroundings: surroundings),
      RecordVoid(surroundings: surroundings, kind: .submission),
      SubmissionRecordEvent(surroundings: surroundings),
      SubmissionVoidEvent(surroundings: surroundings),
      SubmissionList(surroundings: surroundings), SubmissionShow(surroundings: surroundings),
      Find(surroundings: surroundings), Guide(surroundings: surroundings), PlaceFindCommand(),
      PlaceHistory(surroundings: surroundings),
      PlaceList(surroundings: surroundings), MemberList(surroundings: surroundings),
      MemberUse(surroundings: surroundings),
      UserAdd(surroundings: surroundings), UserList(surroundings: surroundings),
      UserPassword(surroundings: surroundings), UserRemove(surroundings: surroundings),
      UserReset(surroundings: surroundings),
      ConflictsListCommand(at: laptop, name: ["conflicts"]),
      ConflictsListCommand(at: laptop, name: ["conflicts", "list"]),
      ConflictsShowCommand(at: laptop), ConflictsResolveCommand(at: laptop),
      ReviewList(surroundings: surroundings), ReviewShow(surroundings: surroundings),
      ReviewAcknowledge(surroundings: surroundings),
      HistoryCommand(at: laptop), HistoryRestoreCommand(at: laptop),
      CountCommand(surroundings: surroundings), RatesCommand(at: laptop),
      IndicatorsCommand(at: laptop), TargetsCommand(at: laptop),
      SyncCommand(surroundings: surroundings), PackCommand(surroundings: surroundings),
      UnpackCommand(surroundings: surroundings), ReceiptCommand(surroundings: surroundings),
      CourierList(surroundings: surroundings), CourierTake(surroundings: surroundings),
      CourierGive(surroundings: surroundings), CourierSend(surroundings: surroundings),
      NeighbourWait(surroundings: surroundings), NeighbourJoin(surroundings: surroundings),
      Status(surroundings: surroundings),
      Verify(surroundings: surroundings),
      IncidentList(surroundings: surroundings), ReportProblem(surroundings: surroundings),
      Backup(surroundings: surroundings),
      Restore(surroundings: surroundings),
      Compact(surroundings: surroundings), ScopeList(surroundings: surroundings),
      ScopeExport(surroundings: surroundings),
      Practice(surroundings: surroundings), PracticeAgain(surroundings: surroundings),
      PracticeList(surroundings: surroundings), PracticeMoveCommand(surroundings: surroundings),
    ] + formCommands(surroundings)
  }

  /// The whole program, with further commands behind its own.
  ///
  /// - Parameters:
  ///   - stop: ends `serve`.
  ///   - desktop: whose browser `serve --open` opens.
  package static func commandSet(
    surroundings: Surroundings, stop: StopSignal = .process,
    desktop: Desktop = .none, adding further: [any Command] = []
  ) -> CommandSet {
    CommandSet(
      program: program, version: version,
      abstract: BilingualText(
        vi: "ghi lượt thăm hộ và hồ sơ được hỗ trợ, không cần mạng; gửi về trung tâm khi có mạng",
        en: "records household visits and assisted dossiers offline, and syncs when it can"),
      commands: commands(surroundings: surroundings)
        + [
          Serve(surroundings: surroundings, stop: stop, desktop: desktop),
          DesktopEntry(surroundings: surroundings, desktop: desktop),
          UpdateCommand(surroundings: surroundings, desktop: desktop),
        ] + further,
      options: [Unlocking.option],
      describe: { FailureCatalogue.failure(for: $0) })
  }

  /// The locale by which messages are chosen: the first non-empty one of the usual three.
  package static func locale(_ surroundings: Surroundings) -> String? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(surroundings.environment)
      .first { !$0.isEmpty }
  }
}
