import SyncProtocol

/// What the reference data and the calendar say about a dossier on the day it is filed: copied into
/// the record, so that later changes of either do not touch it.
struct SubmissionTerms {
  let procedure: Procedure
  let received: LocalDateTime
  let term: Term?
  let appointment: LocalDateTime?
  let isCalendarIncomplete: Bool

  /// Limits by the law, or the shorter local one when it is given.
  init(
    _ procedure: Procedure, received: LocalDateTime, localLimit: Term?, promised: LocalDateTime?,
    calendar: WorkingCalendar
  ) {
    self.procedure = procedure
    self.received = received
    term = localLimit ?? procedure.term
    let deadline = term.map {
      Deadline(received: received, term: $0, calendar: calendar)
    }
    appointment = promised ?? deadline?.due
    isCalendarIncomplete = promised == nil && (deadline?.isCalendarIncomplete ?? false)
  }

  /// Adds the copied facts that nobody typed.
  func copy(into checker: inout DraftChecker, channel: SubmissionChannel?) {
    checker.set(SubmissionTable.procedure, .text(procedure.code))
    checker.set(SubmissionTable.receivedMinute, .integer(received.storedMinute))
    checker.set(SubmissionTable.date, .integer(Int64(received.date.daysSince1970)))
    checker.set(
      SubmissionTable.serviceLevel,
      .integer(StoredServiceLevel(procedure.serviceLevel).rawValue))
    if let term {
      checker.set(SubmissionTable.limit, .integer(Int64(term.count)))
      checker.set(SubmissionTable.limitUnit, .integer(term.unit.stored))
    }
    if let appointment {
      checker.set(SubmissionTable.appointmentMinute, .integer(appointment.storedMinute))
    }
    if checker.result(SubmissionTable.fee).isUnset, let channel,
      let fee = Self.fee(of: procedure, by: channel.procedureChannel)
    {
      checker.set(SubmissionTable.fee, .integer(fee))
    }
  }

  /// The fee on file for a channel, in đồng; nil when there is none or it is no plain amount.
  ///
  /// The portal writes an amount, then a unit or a remark. Only an amount alone or by unit is taken:
  /// "0" before a remark often means that a province sets the fee.
  static func fee(of procedure: Procedure, by channel: ProcedureChannel) -> Int64? {
    guard let text = procedure.fees.first(where: { $0.channels.contains(channel) })?.value else {
      return nil
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count).drop(while: \.isWhitespace)
    guard digits.utf8.count <= 12, let amount = Int64(digits) else { return nil }
    guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
    // Sums below 1,000 đồng do not exist; the portal's "10 /bản" is a count of thousands or an error.
    return amount == 0 || amount >= 1_000 ? amount : nil
  }
}
