import FieldWork
import Replica
import SyncProtocol

/// What a coordinator does with a piece of feedback; pages and commands do the same.
enum FeedbackAct: String, CaseIterable, Sendable {
  /// Says who is to answer.
  case assign
  /// Answers it, which closes it.
  case answer
  /// Voids it, with the reason.
  case void
  /// Takes a void back.
  case restore

  /// What a person sends with an act.
  struct Words: Sendable {
    /// Who is to answer, what is answered, or why it is void.
    var text = ""
    /// The day of the answer, as typed; empty for today.
    var day = ""
  }

  var event: AuditEvent.Act {
    switch self {
    case .assign: .feedbackAssigned
    case .answer: .feedbackAnswered
    case .void, .restore: .feedbackVoided
    }
  }

  /// Whether it can be done with a piece that stands like this.
  func applies(isVoided: Bool) -> Bool { self == .restore ? isVoided : !isVoided }

  /// Does it and notes it, or neither.
  ///
  /// - Throws: `FieldError.invalid` for what is missing, too long or holds a personal id;
  ///   `.nothingToChange`, `.voided`, `.notVoided`.
  func perform(
    on feedback: RowID, _ words: Words, _ records: FieldStore, member: RowID?, _ actor: AuditActor,
    _ clock: ClockReading
  ) throws {
    let form = RecordForms.feedback
    switch self {
    case .assign:
      if !words.text.isEmpty {
        try FieldStore.checkText(words.text, as: TaskTable.owner, limit: FeedbackBook.limit)
      }
      try FeedbackBook(records.store.connection).assign(
        feedback, to: words.text, by: actor.account, at: clock.wall)
    case .answer:
      try FieldStore.checkText(words.text, as: FeedbackTable.answer, limit: TextLimit.note)
      var texts = ["answer": words.text]
      texts["answered"] =
        words.day.isEmpty
        ? Format.date(LocalDateTime(milliseconds: clock.wall.rawValue).date) : words.day
      _ = try records.edit(
        form, feedback, FormDraft(form, texts), author: member, clock: clock)
    case .void:
      try records.void(form, feedback, reason: words.text, author: member, clock: clock)
    case .restore:
      try records.restore(form, feedback, author: member, clock: clock)
    }
    let code = try records.reader.codeText(of: feedback, in: form.table)
    try AuditLog(records.store.connection).note(
      AuditEvent(event, code, detail: "act=\(rawValue)"), by: actor, at: clock.wall)
  }
}
