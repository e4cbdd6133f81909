extension Schema {
  /// The first version whose programs read a word on a grant.
  public static let firstWithGrants: UInt64 = 7

  /// The registry of this version of the protocol.
  public static let current = Schema(
    version: 7,
    tables: [
      PlaceTable.definition, ScopeTable.definition, TeamTable.definition, MemberTable.definition,
      UnitScopeTable.definition, ReviewTable.definition, GapTable.definition,
      ErasureTable.definition, DeviceTable.definition, ProcedureVersionTable.definition,
      ChecklistItemTable.definition, ServiceTable.definition, CalendarDayTable.definition,
      TargetTable.definition, HouseholdTable.definition, ResidentTable.definition,
      VisitTable.definition, AssistTable.definition, SubmissionTable.definition,
      SubmissionEventTable.definition, ConsentTable.definition, SessionTable.definition,
      TallyTable.definition, ObservationTable.definition, FeedbackTable.definition,
      TaskTable.definition, DifficultyTable.definition, AttendanceTable.definition,
      IndicatorSetTable.definition, IndicatorTable.definition, CampaignTable.definition,
      ClosingTable.definition, IndicatorValueTable.definition,
    ])
}
