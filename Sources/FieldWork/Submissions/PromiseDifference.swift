import SyncProtocol

/// What a dossier would be promised by the directory, the law and the calendar as they are now,
/// where that differs from what it was promised. The promise stays.
package struct PromiseDifference: Hashable, Sendable {
  /// The limit that would bind; nil where none is on file.
  package let term: Term?
  /// When it would be due; nil where no limit is on file.
  package let appointment: LocalDateTime?

  /// What people read.
  package var words: BilingualText {
    guard let term, let appointment else {
      return BilingualText(
        vi: "Theo dữ liệu hiện nay không rõ thời hạn; ngày hẹn đã hứa vẫn giữ.",
        en: "By the data of today no time limit is known; the promised appointment stays.")
    }
    return BilingualText(
      vi: "Theo dữ liệu hiện nay sẽ hẹn \(Format.dateTime(appointment)) "
        + "(\(term.label(.vietnamese))); ngày hẹn đã hứa vẫn giữ.",
      en: "By the data of today it would be \(Format.dateTime(appointment)) "
        + "(\(term.label(.english))); the promised appointment stays.")
  }
}

extension FieldStore {
  /// Whether the appointment of a dossier is what its limit comes to, as nobody but this program said;
  /// false where an authority promised another time, and where no limit is known.
  package func isAppointmentCounted(_ submission: Submission) throws -> Bool {
    guard submission.term != nil, submission.appointment != nil else { return false }
    guard let difference = try promiseDifference(of: submission) else { return true }
    return difference.appointment == submission.appointment
  }

  /// What a dossier would be promised now; nil where that is what it was promised, or where nobody
  /// can tell. A limit that was typed, or of which nobody wrote down who set it, is taken as it is.
  package func promiseDifference(of submission: Submission) throws -> PromiseDifference? {
    guard let received = submission.received, let code = submission.procedure,
      let promised = submission.appointment
    else { return nil }
    let unit = submission.decidingUnit
    let calendar = try calendar(of: unit)
    let day = calendar.effectiveReceipt(received).date
    guard let procedure = try reader.procedure(code, of: unit, on: day) else { return nil }
    let limit: SubmissionTerms.Limit =
      switch submission.limitBasis {
      case .law, .unit: .ofTheDay(typed: nil)
      case .typed: .ofTheDay(typed: submission.term)
      case nil: submission.term.map(SubmissionTerms.Limit.kept) ?? .ofTheDay(typed: nil)
      }
    let terms = SubmissionTerms(
      procedure, received: received, limit: limit, promised: nil, calendar: calendar)
    guard terms.appointment != promised || terms.term != submission.term else { return nil }
    return PromiseDifference(term: terms.term, appointment: terms.appointment)
  }
}
