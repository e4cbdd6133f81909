import SyncProtocol

// What teams are to do, and what stands in their way.
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
    ]
  ) { checker, reader, task in
    guard let task else { return }
    // The answer to a comment goes to a trainer, who is told of nobody.
    let answer = checker.result(TaskTable.note).text ?? ""
    let title = checker.result(TaskTable.title).text ?? ""
    guard answer != checker.current?.shown(TaskTable.note.id)?.value.text ?? "",
      RecordComment.isTitle(title), try reader.withoutNames(answer, of: task) != answer
    else { return }
    checker.complain(TaskTable.note, .namesPeople)
  }

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
}
