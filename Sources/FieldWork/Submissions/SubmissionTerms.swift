import SyncProtocol

/// What the reference data and the calendar say about a dossier on the day it is filed: copied into
/// the record, so that later changes of either do not touch it.
struct SubmissionTerms {
  let procedure: Procedure
  let received: LocalDateTime
  let term: Term?
  let appointment: LocalDateTime?
  let isCalendarIncomplete: Bool
  /// The law's limit, where a local one was given that ends later and therefore does not bind.
  let refusedLocalLimitFor: Term?

  /// The limit that binds, and the appointment by it unless one was promised.
  init(
    _ procedure: Procedure, received: LocalDateTime, limits: ProcessingLimits,
    promised: LocalDateTime?, calendar: WorkingCalendar
  ) {
    self.procedure = procedure
    self.received = received
    let binding = limits.binding(received: received, calendar: calendar)
    term = binding?.entry.term
    appointment = promised ?? binding?.due
    isCalendarIncomplete =
      promised == nil
      && binding.map {
        !calendar.covers(calendar.effectiveReceipt(received).date) || !calendar.covers($0.due.date)
      } ?? false
    let isLocalGiven = limits.entries.contains { $0.basis == .local }
    refusedLocalLimitFor = isLocalGiven && binding?.entry.basis == .statutory ? term : nil
  }

  /// Adds the copied facts that nobody typed.
  func copy(into checker: inout DraftChecker) {
    checker.set(SubmissionTable.procedure, .text(procedure.code))
    checker.set(SubmissionTable.receivedMinute, .integer(received.storedMinute))
    checker.set(SubmissionTable.date, .integer(Int64(received.date.daysSince1970)))
    checker.set(
      SubmissionTable.serviceLevel,
      .integer(StoredServiceLevel(procedure.serviceLevel).rawValue))
    checker.replace(SubmissionTable.limit, term.map { .integer(Int64($0.count)) })
    checker.replace(SubmissionTable.limitUnit, term.map { .integer($0.unit.stored) })
    checker.replace(
      SubmissionTable.appointmentMinute, appointment.map { .integer($0.storedMinute) })
    let channel = SubmissionChannel(stored: checker.result(SubmissionTable.channel).integer)
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
