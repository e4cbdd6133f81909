import SyncProtocol

// What teams are to do, what stands in their way, and who they are.
extension RecordForms {
  /// Something to do.
  package static let task = RecordForm(
    "task", "tasks", TaskTable.definition,
    home: .references([
      TaskTable.household, TaskTable.resident, TaskTable.team, TaskTable.owner,
    ]),
    title: [TaskTable.title], day: TaskTable.dueDate,
    [
      FormField(TaskTable.title, "title", .text(200), required: true, listed: true),
      FormField(TaskTable.household, "household", .record(.household), listed: true),
      FormField(TaskTable.resident, "resident", .record(.resident)),
      FormField(TaskTable.owner, "owner", .record(.member), listed: true),
      FormField(TaskTable.team, "team", .record(.team), standard: .ownTeam),
      FormField(TaskTable.dueDate, "due", .day, listed: true),
      FormField(
        TaskTable.progress, "progress", .number(0...100), standard: .number(0), listed: true),
      FormField(
        TaskTable.status, "status", .choice(.taskStatus), standard: .number(1), listed: true),
      FormField(TaskTable.difficulty, "difficulty", .record(.difficulty)),
      FormField(TaskTable.note, "note", .note),
    ])

  /// Something that stands in the way.
  package static let difficulty = RecordForm(
    "difficulty", "difficulties", DifficultyTable.definition,
    home: .references([DifficultyTable.place, DifficultyTable.team]),
    title: [DifficultyTable.reason, DifficultyTable.date], day: DifficultyTable.date,
    [
      FormField(
        DifficultyTable.reason, "reason-code", .blockedReason, required: true, listed: true),
      FormField(DifficultyTable.description, "text", .note, listed: true),
      FormField(DifficultyTable.team, "team", .record(.team), standard: .ownTeam),
      FormField(DifficultyTable.place, "place", .record(.place), listed: true),
      FormField(DifficultyTable.service, "service", .service),
      FormField(DifficultyTable.date, "date", .dayOfEvent, standard: .today, listed: true),
      FormField(
        DifficultyTable.status, "status", .choice(.difficultyStatus), standard: .number(1),
        listed: true),
      FormField(DifficultyTable.solvedDate, "solved", .dayOfEvent),
      FormField(DifficultyTable.solution, "solution", .note),
    ]
  ) { checker, _, _ in
    if checker.result(DifficultyTable.status).integer == 3 {
      checker.requireFilled(DifficultyTable.solvedDate)
    }
    checker.requireOrder(DifficultyTable.date, DifficultyTable.solvedDate)
  }

  /// A team, of which the roster says who is in it.
  package static let team = RecordForm(
    "team", "teams", TeamTable.definition, home: .everyone, title: [TeamTable.name], canAdd: false,
    [
      FormField(TeamTable.name, "name", .text(200), required: true, listed: true),
      FormField(TeamTable.kind, "kind", .choice(.teamKind), listed: true),
      FormField(TeamTable.validFrom, "from", .day, listed: true),
      FormField(TeamTable.validTo, "to", .day, listed: true),
    ]
  ) { checker, _, _ in checker.requireOrder(TeamTable.validFrom, TeamTable.validTo) }

  /// A member of a team.
  package static let member = RecordForm(
    "member", "members", MemberTable.definition, home: .everyone, title: [MemberTable.fullName],
    canAdd: false,
    [
      FormField(MemberTable.fullName, "name", .text(200), required: true, listed: true),
      FormField(MemberTable.team, "team", .record(.team), listed: true),
      FormField(MemberTable.role, "role", .text(100), listed: true),
      FormField(MemberTable.organisation, "organisation", .text(200), listed: true),
      FormField(MemberTable.phone, "phone", .phone),
      FormField(MemberTable.from, "from", .day, listed: true),
      FormField(MemberTable.to, "to", .day, listed: true),
    ]
  ) { checker, _, _ in checker.requireOrder(MemberTable.from, MemberTable.to) }
}
