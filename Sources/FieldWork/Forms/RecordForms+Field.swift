import SyncProtocol

// What is recorded in the field, form by form.
extension RecordForms {
  /// What a resident agreed to.
  package static let consent = RecordForm(
    "consent", "consents", ConsentTable.definition,
    home: .references([ConsentTable.resident, ConsentTable.household]),
    title: [ConsentTable.purpose, ConsentTable.given], day: ConsentTable.date,
    [
      FormField(ConsentTable.resident, "resident", .record(.resident), listed: true),
      FormField(ConsentTable.household, "household", .record(.household)),
      FormField(
        ConsentTable.purpose, "purpose", .choice(.consentPurpose), required: true, listed: true),
      FormField(ConsentTable.given, "given", .choice(.consentGiven), required: true, listed: true),
      FormField(ConsentTable.mode, "mode", .choice(.consentMode), required: true),
      FormField(ConsentTable.wording, "wording", .text(60), required: true),
      FormField(ConsentTable.language, "language", .language, standard: .text("vi")),
      FormField(ConsentTable.date, "date", .dayOfEvent, standard: .today, listed: true),
      FormField(ConsentTable.witness, "witness", .text(100)),
      FormField(ConsentTable.note, "note", .note),
    ]
  ) { checker, _, _ in
    checker.requireOne(of: [ConsentTable.resident, ConsentTable.household])
  }

  /// A service session.
  package static let session = RecordForm(
    "session", "sessions", SessionTable.definition,
    home: .references([SessionTable.place, SessionTable.team]),
    title: [SessionTable.kind, SessionTable.name, SessionTable.date], day: SessionTable.date,
    [
      FormField(SessionTable.kind, "kind", .choice(.sessionKind), required: true, listed: true),
      FormField(SessionTable.name, "name", .text(200), listed: true),
      FormField(SessionTable.place, "place", .record(.place), listed: true),
      FormField(SessionTable.date, "date", .day, standard: .today, listed: true),
      FormField(SessionTable.startMinute, "start", .timeOfDay),
      FormField(SessionTable.endMinute, "end", .timeOfDay),
      FormField(SessionTable.team, "team", .record(.team), standard: .ownTeam),
      FormField(SessionTable.campaign, "campaign", .record(.campaign)),
      FormField(SessionTable.staff, "staff", .records(.member)),
      FormField(SessionTable.topic, "topic", .text(200)),
      FormField(SessionTable.trainer, "trainer", .text(100)),
      FormField(SessionTable.channel, "channel", .choice(.disseminationChannel)),
      FormField(SessionTable.note, "note", .note),
    ]
  ) { checker, _, _ in
    checker.requireOrder(SessionTable.startMinute, SessionTable.endMinute)
    let kind = checker.result(SessionTable.kind).integer
    if kind == 4 { checker.requireFilled(SessionTable.topic) }
    if kind == 5 {
      checker.requireFilled(SessionTable.channel)
    } else if kind != nil {
      checker.requireEmpty(SessionTable.channel)
    }
  }

  /// How many, where nobody is named.
  package static let tally = RecordForm(
    "tally", "tallies", TallyTable.definition,
    home: .references([TallyTable.session, TallyTable.visit, TallyTable.team]),
    title: [TallyTable.measure, TallyTable.count, TallyTable.date], day: TallyTable.date,
    [
      FormField(TallyTable.session, "session", .record(.session), listed: true),
      FormField(TallyTable.visit, "visit", .record(.visit)),
      FormField(
        TallyTable.measure, "measure", .choice(.tallyMeasure), required: true, listed: true),
      FormField(TallyTable.count, "count", .number(0...1_000_000), required: true, listed: true),
      FormField(TallyTable.service, "service", .service),
      FormField(TallyTable.date, "date", .dayOfEvent, standard: .today, listed: true),
      FormField(TallyTable.team, "team", .record(.team), standard: .ownTeam),
      FormField(TallyTable.note, "note", .note),
    ])

  /// What a member saw of a resident or household.
  package static let observation = RecordForm(
    "observation", "observations", ObservationTable.definition,
    home: .references([ObservationTable.resident, ObservationTable.household]),
    title: [ObservationTable.kind, ObservationTable.level, ObservationTable.date],
    day: ObservationTable.date,
    [
      FormField(ObservationTable.resident, "resident", .record(.resident), listed: true),
      FormField(ObservationTable.household, "household", .record(.household), listed: true),
      FormField(
        ObservationTable.kind, "kind", .choice(.observationKind), required: true, listed: true),
      FormField(ObservationTable.service, "service", .choice(.cashlessService), listed: true),
      FormField(
        ObservationTable.level, "level",
        .choices(ChoiceList.observationLevels, by: ObservationTable.kind), required: true,
        listed: true),
      FormField(ObservationTable.date, "date", .dayOfEvent, standard: .today, listed: true),
      FormField(ObservationTable.observedBy, "by", .record(.member), standard: .author),
      FormField(ObservationTable.note, "note", .note),
    ]
  ) { checker, _, _ in
    checker.requireOne(of: [ObservationTable.resident, ObservationTable.household])
    switch checker.result(ObservationTable.kind).integer {
    case 3: checker.requireFilled(ObservationTable.service)
    case nil: break
    default: checker.requireEmpty(ObservationTable.service)
    }
  }

  /// What somebody said about the service.
  package static let feedback = RecordForm(
    "feedback", "feedback", FeedbackTable.definition,
    home: .references([
      FeedbackTable.submission, FeedbackTable.assist, FeedbackTable.session, FeedbackTable.place,
    ]),
    title: [FeedbackTable.rating, FeedbackTable.date], day: FeedbackTable.date,
    [
      FormField(FeedbackTable.session, "session", .record(.session), listed: true),
      FormField(FeedbackTable.submission, "submission", .record(.submission), listed: true),
      FormField(FeedbackTable.assist, "assist", .record(.assist)),
      FormField(FeedbackTable.place, "place", .record(.place)),
      FormField(FeedbackTable.rating, "rating", .number(1...5), required: true, listed: true),
      FormField(FeedbackTable.comment, "text", .note, listed: true),
      FormField(FeedbackTable.channel, "channel", .choice(.feedbackChannel), required: true),
      FormField(FeedbackTable.date, "date", .dayOfEvent, standard: .today, listed: true),
      FormField(FeedbackTable.answer, "answer", .note),
      FormField(FeedbackTable.answeredDate, "answered", .dayOfEvent, listed: true),
    ]
  ) { checker, _, _ in
    checker.requireOne(
      of: [
        FeedbackTable.session, FeedbackTable.submission, FeedbackTable.assist, FeedbackTable.place,
      ])
    if !checker.result(FeedbackTable.answer).isUnset {
      checker.requireFilled(FeedbackTable.answeredDate)
    }
    checker.requireOrder(FeedbackTable.date, FeedbackTable.answeredDate)
  }

  /// That a member was at a session.
  package static let attendance = RecordForm(
    "attendance", "attendances", AttendanceTable.definition,
    home: .references([AttendanceTable.session]),
    title: [AttendanceTable.member, AttendanceTable.role],
    [
      FormField(
        AttendanceTable.session, "session", .record(.session), required: true, listed: true),
      FormField(AttendanceTable.member, "member", .record(.member), required: true, listed: true),
      FormField(
        AttendanceTable.role, "role", .choice(.attendanceRole), standard: .number(1),
        listed: true),
      FormField(AttendanceTable.scoreBefore, "before", .number(0...100), listed: true),
      FormField(AttendanceTable.scoreAfter, "after", .number(0...100), listed: true),
      FormField(AttendanceTable.note, "note", .note),
    ]
  ) { checker, reader, own in
    guard let session = checker.result(AttendanceTable.session).integer,
      let member = checker.result(AttendanceTable.member).integer
    else { return }
    let twin = try reader.connection.rows(
      """
      SELECT rid FROM attendance
      WHERE session = ? AND member = ? AND hidden IS NULL AND void_reason IS NULL AND rid <> ?
      """, .integer(session), .integer(member), .integer(own?.rawValue ?? 0)
    ) { try $0.integer(at: 0) }.first.flatMap(RowID.init(rawValue:))
    if let twin {
      let code = try reader.codeText(of: twin, in: AttendanceTable.definition)
      checker.complain(AttendanceTable.member, .alreadyRecorded(code: code))
    }
  }
}
