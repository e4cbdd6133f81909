import FieldWork
import Replica
import SyncProtocol

/// What a coordinator can say of a visit: one act for the page and for the commands.
enum VisitRuling: String, CaseIterable, Sendable {
  /// It is right.
  case approve
  /// Its author shall look at it again.
  case sendBack = "send-back"
  /// It is in no count.
  case reject
  /// What was said is taken back.
  case undo

  private var event: AuditEvent.Act {
    switch self {
    case .approve: .visitApproved
    case .sendBack: .visitSentBack
    case .reject: .visitRejected
    case .undo: .rulingUndone
    }
  }

  /// What stands on its button.
  var words: BilingualText {
    switch self {
    case .approve: ReviewPageWords.approve
    case .sendBack: ReviewPageWords.sendBack
    case .reject: ReviewPageWords.reject
    case .undo: ReviewPageWords.undo
    }
  }

  /// What its comment is called; nil where it takes none.
  var commentLabel: BilingualText? {
    switch self {
    case .sendBack: ReviewPageWords.comment
    case .reject: ReviewPageWords.reason
    case .approve, .undo: nil
    }
  }

  /// Whether it can be said of a visit that stands so.
  func applies(to state: ReviewState) -> Bool {
    switch self {
    case .approve: state != .rejected && state != .approved
    case .sendBack, .reject: state != .rejected
    case .undo: state != .new && state != .voided
    }
  }

  /// What it does to the counts and to its author, before anybody says it.
  func effect(on file: VisitFile) -> BilingualText {
    switch self {
    case .approve: ReviewPageWords.approveEffect
    case .sendBack: ReviewPageWords.sendBackEffect
    case .reject:
      ReviewPageWords.rejectEffect(counted: file.counted, provisional: file.provisional)
    case .undo: ReviewPageWords.undoEffect
    }
  }

  /// Says it, and notes in the log who did, in the caller's transaction.
  ///
  /// - Parameters:
  ///   - comment: what its author reads.
  ///   - person: who says so, as its author reads it.
  /// - Throws: `FieldError.invalid` for a comment that is missing or holds a personal id.
  func say(
    of file: VisitFile, _ records: FieldStore, comment: String, by person: String,
    _ actor: AuditActor, _ clock: ClockReading
  ) throws {
    do {
      try write(file, records, comment, person, clock)
    } catch FieldError.invalid(let problems) {
      throw FieldError.invalid(
        problems.map { FieldProblem($0.field, $0.kind, label: commentLabel) })
    }
    try AuditLog(records.store.connection).note(
      AuditEvent(event, file.code), by: actor, at: clock.wall)
  }

  private func write(
    _ file: VisitFile, _ records: FieldStore, _ comment: String, _ person: String,
    _ clock: ClockReading
  ) throws {
    let approvals = VisitApprovals(records.store.connection)
    switch self {
    case .approve:
      try records.withdrawSentBack(file.visit, clock: clock)
      try approvals.note(
        file.visit,
        VisitApprovals.Approval(
          state: try records.sittingState(file.visit), account: person, at: clock.wall,
          act: try approvals.nextAct()))
    case .sendBack:
      try approvals.forget(file.visit)
      try records.sendBack(file.visit, comment: comment, by: person, clock: clock)
    case .reject:
      try approvals.forget(file.visit)
      try records.rejectVisit(file.visit, reason: comment, by: person, clock: clock)
    case .undo:
      try approvals.forget(file.visit)
      if let review = file.rejection {
        _ = try records.rule(
          on: review, admits: true, edited: nil, by: person, note: nil, clock: clock,
          isDryRun: false)
      }
      // Last: one review may have said both, and would say the former again.
      try records.withdrawSentBack(file.visit, clock: clock)
    }
  }
}
