import SyncProtocol

/// What the directory, the reference data and the calendar say about a dossier on the day it counts
/// as received: copied into the record, so that later changes of any do not touch it.
struct SubmissionTerms {
  let procedure: ProcedureInForce
  let received: LocalDateTime
  let limit: Limit
  let term: Term?
  let appointment: LocalDateTime?
  let isCalendarIncomplete: Bool
  /// The law's limit, where a local one was given that ends later and therefore does not bind.
  let refusedLocalLimitFor: Term?

  /// Where the limit comes from.
  enum Limit: Equatable {
    /// The directory and the reference data, over which a typed local limit stands where it is no
    /// longer than the law's.
    case ofTheDay(typed: Term?)
    /// It is the dossier's own already and stays, whatever the law has become since.
    case kept(Term)
  }

  /// The limit that binds, and the appointment by it unless one was promised.
  init(
    _ procedure: ProcedureInForce, received: LocalDateTime, limit: Limit,
    promised: LocalDateTime?, calendar: WorkingCalendar
  ) {
    self.procedure = procedure
    self.received = received
    self.limit = limit
    let limits: [ProcessingLimits.Entry?]
    switch limit {
    case .kept(let term): limits = [ProcessingLimits.Entry(term, .statutory, from: .earliest)]
    case .ofTheDay(let typed):
      let local = typed.map { ProcessingLimits.Entry($0, .local, from: .earliest) }
      limits = [procedure.statutoryLimit, local ?? procedure.localLimit]
    }
    let entries = limits.compactMap { $0 }
    let binding = ProcessingLimits(entries).binding(received: received, calendar: calendar)
    term = binding?.entry.term
    appointment = promised ?? binding?.due
    isCalendarIncomplete =
      promised == nil
      && binding.map {
        !calendar.covers(calendar.effectiveReceipt(received).date) || !calendar.covers($0.due.date)
      } ?? false
    let isLocalGiven = entries.contains { $0.basis == .local }
    isLocal = binding?.entry.basis == .local
    refusedLocalLimitFor = isLocalGiven && !isLocal ? term : nil
  }

  private let isLocal: Bool

  /// Who set the limit; nil where there is none.
  private var basis: LimitBasis? {
    guard term != nil, case .ofTheDay(let typed) = limit else { return nil }
    return isLocal ? (typed == nil ? .unit : .typed) : .law
  }

  /// Adds the copied facts that nobody typed.
  func copy(into checker: inout DraftChecker) {
    checker.set(SubmissionTable.procedure, .text(procedure.code))
    checker.set(SubmissionTable.receivedMinute, .integer(received.storedMinute))
    checker.set(SubmissionTable.date, .integer(Int64(received.date.daysSince1970)))
    checker.replace(
      SubmissionTable.serviceLevel, procedure.serviceLevel.map { .integer($0.rawValue) })
    checker.replace(SubmissionTable.limit, term.map { .integer(Int64($0.count)) })
    checker.replace(SubmissionTable.limitUnit, term.map { .integer($0.unit.stored) })
    if case .ofTheDay = limit {
      checker.replace(
        SubmissionTable.procedureVersion, procedure.version.map { .integer($0.id.rawValue) })
      checker.replace(SubmissionTable.limitBasis, basis.map { .integer($0.rawValue) })
    }
    checker.replace(
      SubmissionTable.appointmentMinute, appointment.map { .integer($0.storedMinute) })
    let channel = SubmissionChannel(stored: checker.result(SubmissionTable.channel).integer)
    if checker.result(SubmissionTable.fee).isUnset, let channel,
      let fee = procedure.fee(by: channel.procedureChannel)
    {
      checker.set(SubmissionTable.fee, .integer(fee))
    }
  }

  /// The fee on file for a channel, in đồng; nil when there is none or it is no plain amount.
  static func fee(of procedure: Procedure, by channel: ProcedureChannel) -> Int64? {
    procedure.fees.first { $0.channels.contains(channel) }.flatMap { PortalFee($0.value).amount }
  }
}
