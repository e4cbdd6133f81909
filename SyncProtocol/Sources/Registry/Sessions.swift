// Service sessions and what is recorded at them. Numbers are append-only.

/// A service session: a Saturday, a support point, a campaign day, a training, a dissemination.
public enum SessionTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// Saturday 1, support point 2, campaign day 3, training 4, dissemination 5.
  public static let kind = FieldDefinition(2, .register, "kind", .integer)
  /// The hamlet it was held in, or for.
  public static let place = FieldDefinition(3, .register, "place", .integer)
  /// What people call it.
  public static let name = FieldDefinition(4, .register, "name", .text)
  /// The day.
  public static let date = FieldDefinition(5, .register, "date", .integer)
  /// Minutes since midnight when it began.
  public static let startMinute = FieldDefinition(6, .register, "start_minute", .integer)
  /// Minutes since midnight when it ended.
  public static let endMinute = FieldDefinition(7, .register, "end_minute", .integer)
  /// The team that held it.
  public static let team = FieldDefinition(8, .register, "team", .integer)
  /// The campaign it belongs to.
  public static let campaign = FieldDefinition(9, .register, "campaign", .integer)
  /// The members who worked at it.
  public static let staff = FieldDefinition(10, .set, "staff", .integer)
  /// The topic of a training or dissemination.
  public static let topic = FieldDefinition(11, .register, "topic", .text)
  /// Who taught, where that is no member.
  public static let trainer = FieldDefinition(12, .register, "trainer", .text, sealed: personal)
  /// Of a dissemination: web 1, Facebook 2, Zalo 3, loudspeaker 4, poster 5, meeting 6.
  public static let channel = FieldDefinition(13, .register, "channel", .integer)
  /// Free text.
  public static let note = FieldDefinition(14, .register, "note", .text, sealed: personal)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    15, .register, "void_reason", .text, sealed: personal)

  private static let personal = Sealing(.row, .activity)

  /// The table.
  public static let definition = TableDefinition(
    23, "session",
    [
      number, kind, place, name, date, startMinute, endMinute, team, campaign, staff, topic,
      trainer, channel, note, voidReason,
    ])
}

/// How many people or things, where nobody is named.
public enum TallyTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The session it was counted at.
  public static let session = FieldDefinition(2, .event, "session", .integer)
  /// The visit it was counted at.
  public static let visit = FieldDefinition(3, .event, "visit", .integer)
  /// The team it counts for.
  public static let team = FieldDefinition(4, .register, "team", .integer)
  /// The day it counts under.
  public static let date = FieldDefinition(5, .register, "date", .integer)
  /// The code of the procedure or service it was about.
  public static let service = FieldDefinition(6, .register, "service", .text)
  /// People advised 1, people reached 2, leaflets 3, group members 4, QR codes posted 5, posts
  /// published 6, dossiers received 7.
  public static let measure = FieldDefinition(7, .register, "measure", .integer)
  /// How many.
  public static let count = FieldDefinition(8, .register, "item_count", .integer)
  /// Free text.
  public static let note = FieldDefinition(9, .register, "note", .text, sealed: personal)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    10, .register, "void_reason", .text, sealed: personal)

  private static let personal = Sealing(
    .first([.own(visit), .of(VisitTable.definition.id, VisitTable.household)]), .activity)

  /// The table.
  public static let definition = TableDefinition(
    24, "tally",
    [
      number, session, visit, team, date, service, measure, count, note, voidReason,
    ])
}

/// What somebody said about a session, a submission or an assist.
public enum FeedbackTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The session it is about.
  public static let session = FieldDefinition(2, .event, "session", .integer)
  /// The submission it is about.
  public static let submission = FieldDefinition(3, .event, "submission", .integer)
  /// The assist it is about.
  public static let assist = FieldDefinition(4, .event, "assist", .integer)
  /// From 1, bad, to 5, good.
  public static let rating = FieldDefinition(5, .register, "rating", .integer)
  /// What was said.
  public static let comment = FieldDefinition(6, .register, "comment", .text, sealed: personal)
  /// Printed QR 1, spoken 2, form 3.
  public static let channel = FieldDefinition(7, .register, "channel", .integer)
  /// The day it was given.
  public static let date = FieldDefinition(8, .register, "date", .integer)
  /// What was answered.
  public static let answer = FieldDefinition(9, .register, "answer", .text, sealed: personal)
  /// The day it was answered.
  public static let answeredDate = FieldDefinition(10, .register, "answered_date", .integer)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    11, .register, "void_reason", .text, sealed: personal)
  /// The hamlet that it is about, where it is about nothing nearer.
  public static let place = FieldDefinition(12, .event, "place", .integer)

  private static let personal = Sealing(
    .first(
      [.own(submission), .of(SubmissionTable.definition.id, SubmissionTable.resident)],
      [
        .own(submission), .of(SubmissionTable.definition.id, SubmissionTable.assist),
        .of(AssistTable.definition.id, AssistTable.resident),
      ], [.own(assist), .of(AssistTable.definition.id, AssistTable.resident)],
      [
        .own(assist), .of(AssistTable.definition.id, AssistTable.visit),
        .of(VisitTable.definition.id, VisitTable.household),
      ]), .activity)

  /// The table.
  public static let definition = TableDefinition(
    26, "feedback",
    [
      number, session, submission, assist, rating, comment, channel, date, answer, answeredDate,
      voidReason, place,
    ])
}

/// That a member was at a session, to learn or to teach.
public enum AttendanceTable {
  /// Running number of the record code.
  public static let number = FieldDefinition(1, .event, "number", .integer)
  /// The session.
  public static let session = FieldDefinition(2, .event, "session", .integer)
  /// The member.
  public static let member = FieldDefinition(3, .event, "member", .integer)
  /// Learner 1, trainer 2.
  public static let role = FieldDefinition(4, .register, "role", .integer)
  /// Score of a test before it, 0 to 100.
  public static let scoreBefore = FieldDefinition(5, .register, "score_before", .integer)
  /// Score of a test after it, 0 to 100.
  public static let scoreAfter = FieldDefinition(6, .register, "score_after", .integer)
  /// Free text.
  public static let note = FieldDefinition(7, .register, "note", .text, sealed: personal)
  /// Why a person voided it; unset while it counts.
  public static let voidReason = FieldDefinition(
    8, .register, "void_reason", .text, sealed: personal)

  private static let personal = Sealing(.row, .activity)

  /// The table.
  public static let definition = TableDefinition(
    29, "attendance",
    [
      number, session, member, role, scoreBefore, scoreAfter, note, voidReason,
    ])
}
