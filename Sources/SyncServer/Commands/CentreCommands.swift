import CommandLine
import FieldWork
import Listings
import Replica

/// The program `camtay-server`: its commands and the words of its errors.
package enum CentreCommands {
  /// The version in help and in records of incidents.
  package static let version = ProgramVersion.current
  /// What people type.
  package static let program = "camtay-server"

  /// All commands.
  ///
  /// - Parameters:
  ///   - surroundings: clock, randomness, environment.
  ///   - stop: how `serve` learns that it shall end.
  package static func set(
    version: String, surroundings: Surroundings, stop: StopSignal
  ) -> CommandSet {
    let context = CommandContext(surroundings: surroundings)
    return CommandSet(
      program: program, version: version,
      abstract: BilingualText(
        vi: "trung tâm của các tổ công nghệ số cộng đồng",
        en: "the centre of the community digital-technology teams"),
      commands: groups(context, stop).flatMap { group in
        group.commands.map { CommandGuard($0, group.access, isNoted: group.isNoted, context) }
      }, options: CommandGuard.options,
      describe: CentreFailure.describe)
  }

  /// Commands that the same people may run, and whether the log keeps that somebody did.
  private typealias Group = (access: Access, isNoted: Bool, commands: [any Command])

  /// What changes nothing but the files of the centre, or is needed before its store can be opened,
  /// is not noted; accounts note themselves.
  private static func groups(_ context: CommandContext, _ stop: StopSignal) -> [Group] {
    [
      (.anyone, false, [InitCommand(context: context), PlaceFindCommand()]),
      (
        .keeping, false,
        [
          ServeCommand(context: context, stop: stop), StatusCommand(context: context),
          VerifyCommand(context: context), IncidentListCommand(context: context),
          DoctorCommand(context: context),
          RestoreCommand(context: context),
        ]
      ),
      (
        .keeping, true,
        [
          BackupCommand(context: context), KeyringUnlockCommand(context: context),
          DrillCommand(context: context), DrillListCommand(context: context),
        ]
      ),
      (
        .administrator, false,
        [
          AccountListCommand(context: context), AccountAddCommand(context: context),
          AccountRightsCommand(context: context), AccountPasswordCommand(context: context),
          TokenAddCommand(context: context), TokenListCommand(context: context),
          TokenCloseCommand(context: context), UpdateAddCommand(context: context),
          UpdateShowCommand(context: context), UpdateWriteCommand(context: context),
        ] + AccountChangeCommand.all(context)
      ),
      (
        .auditor, false,
        [AuditListCommand(context: context), AuditVerifyCommand(context: context)]
      ),
      (.coordinator, false, lists(context)), (.coordinator, true, acts(context)),
    ]
  }

  /// What coordinators look at.
  private static func lists(_ context: CommandContext) -> [any Command] {
    [
      InboxCommand(context: context), BundleListCommand(context: context),
      LaptopsCommand(context: context),
      FlagsCommand(context: context),
      GrantListCommand(context: context),
      UnitListCommand(context: context), TeamListCommand(context: context),
      MemberListCommand(context: context), PlaceHistoryCommand(context: context),
      CountCommand(context: context), ReportCommand(context: context),
      ExportCommand(context: context), RatesCommand(at: context),
      IndicatorsCommand(at: context), TargetsCommand(at: context),
      ImportListCommand(at: context), ReformListCommand(context: context),
      ReformDraftCommand(context: context), ReformUndecidedCommand(context: context),
      ConflictsListCommand(at: context, name: ["conflicts"]),
      ConflictsListCommand(at: context, name: ["conflicts", "list"]),
      ConflictsShowCommand(at: context), HistoryCommand(at: context),
      ReviewListCommand(context: context), ReviewShowCommand(context: context),
      AsideListCommand(context: context), AsideShowCommand(context: context),
      GapListCommand(context: context), ResidentDuplicatesCommand(context: context),
      HouseholdDuplicatesCommand(context: context), AssistDuplicatesCommand(context: context),
      VisitListCommand(context: context), FeedbackDueCommand(context: context),
      EraseListCommand(context: context), ResetCodeListCommand(context: context),
      EnrollCodeListCommand(context: context),
      CloseListCommand(context: context), CloseShowCommand(context: context),
      CloseSummaryCommand(context: context), CloseVerifyCommand(context: context),
    ] + FormCommands.lists(context)
  }

  /// What coordinators change.
  private static func acts(_ context: CommandContext) -> [any Command] {
    [
      ImportCommand(context: context), ImportHouseholdsCommand(at: context),
      ImportUndoCommand(at: context), EnrollCodeCommand(context: context),
      EnrollCodeWithdrawCommand(context: context),
      LaptopLostCommand(context: context), LaptopFoundCommand(context: context),
      LaptopReplacedCommand(context: context), LaptopTeamCommand(context: context),
      MemberTeamCommand(context: context), MemberStayCommand(context: context),
      GrantAddCommand(context: context), GrantRemoveCommand(context: context),
      ScopeImportCommand(context: context), UnpackCommand(context: context),
      BundleUndoCommand(context: context, isRedo: false),
      BundleUndoCommand(context: context, isRedo: true), UnitAssignCommand(context: context),
      UnitMergeCommand(context: context, isRecode: false),
      UnitMergeCommand(context: context, isRecode: true),
      UnitSplitCommand(context: context), UnitRenameCommand(context: context),
      ReformApplyCommand(context: context), ReformUndoCommand(context: context),
      ConflictsResolveCommand(at: context), HistoryRestoreCommand(at: context),
      ReviewAdmitCommand(context: context), ReviewRejectCommand(context: context),
      AsideAdoptCommand(context: context), GapDeclareCommand(context: context),
      HouseholdMoveCommand(context: context),
      RecordLinkCommand(at: context, .household, isLink: true),
      RecordLinkCommand(at: context, .household, isLink: false),
      RecordLinkCommand(at: context, .resident, isLink: true),
      RecordLinkCommand(at: context, .resident, isLink: false),
      AssistPairCommand(context: context, isLink: true),
      AssistPairCommand(context: context, isLink: false),
      EraseCommand(context: context), ResetCodeCommand(context: context),
      CloseMonthCommand(context: context), CloseReopenCommand(context: context),
    ] + VisitRulingCommand.all(context) + FeedbackActCommand.all(context)
      + FormCommands.acts(context)
  }
}

/// What every command works with.
struct CommandContext: Sendable {
  let surroundings: Surroundings

  /// The home of `--home`, of CAMTAY_SERVER_HOME, or of the XDG data folder.
  func home(_ invocation: Invocation) throws -> HomeFolder {
    func variable(_ name: String) -> String? {
      surroundings.environment(name).flatMap { $0.isEmpty ? nil : $0 }
    }
    if let path = invocation.home ?? variable("CAMTAY_SERVER_HOME") {
      return HomeFolder(path: path)
    }
    // A relative XDG path is invalid by its specification and is left alone.
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") {
      return HomeFolder(path: "\(data)/camtay-server")
    }
    guard let user = variable("HOME") else {
      throw Failure(
        code: "home-unknown", exitCode: .userError,
        words: BilingualText(
          vi: "Không biết thư mục của bạn ở đâu; hãy thêm --home THƯ_MỤC.",
          en: "Your home folder is unknown; add --home DIR."))
    }
    return HomeFolder(path: "\(user)/.local/share/camtay-server")
  }

  /// The centre of the invocation's home, beside others.
  func centre(_ invocation: Invocation) throws -> Centre {
    try Centre(try home(invocation), as: .guest, surroundings: surroundings)
  }

  /// The same, alone where nobody serves it: what proves that the store was put back then begins
  /// another life of it.
  func centreAloneIfFree(_ invocation: Invocation) throws -> Centre {
    do {
      return try Centre(try home(invocation), as: .serving, surroundings: surroundings)
    } catch CentreError.inUse {
      return try centre(invocation)
    }
  }

  /// The minute in Viet Nam.
  var now: LocalDateTime { LocalDateTime(time: surroundings.clock().wall) }

  /// Today in Viet Nam.
  var today: LocalDate { now.date }
}
