/// How long an office may take for one procedure, as dated data: the law's limits and shorter local
/// ones, each with the days between which it holds.
///
/// A dossier copies the limit that holds on the day it counts as received; limits that change later
/// do not touch it.
package struct ProcessingLimits: Hashable, Sendable {
  /// Who set a limit.
  package enum Basis: String, Sendable, CaseIterable {
    case statutory, local
  }

  /// A limit with the days on which it holds; both ends belong to them.
  package struct Entry: Hashable, Sendable {
    /// How long the office may take.
    package let term: Term
    /// Who set it.
    package let basis: Basis
    /// The first day.
    package let validFrom: LocalDate
    /// The last day; nil while it holds.
    package let validTo: LocalDate?
    /// The decision that set it, to be shown beside it.
    package let source: String

    /// A limit that holds from one day to another.
    package init(
      _ term: Term, _ basis: Basis, from validFrom: LocalDate, to validTo: LocalDate? = nil,
      source: String = ""
    ) {
      self.term = term
      self.basis = basis
      self.validFrom = validFrom
      self.validTo = validTo
      self.source = source
    }

    /// Whether the limit holds on a day.
    package func isValid(on date: LocalDate) -> Bool {
      validFrom <= date && validTo.map { date <= $0 } ?? true
    }
  }

  /// The limit that binds for a dossier, beside the law's.
  package struct Binding: Hashable, Sendable {
    /// The limit with the earlier due time of those that hold.
    package let entry: Entry
    /// When the dossier is due by it.
    package let due: LocalDateTime
    /// When it would be due by the law alone; nil when no law's limit is on file.
    package let statutoryDue: LocalDateTime?
  }

  /// The limits, in no order.
  package let entries: [Entry]

  /// Limits of one procedure.
  package init(_ entries: [Entry]) { self.entries = entries }

  /// The limit of a kind that holds on a day: of several, the one that began last.
  package func entry(_ basis: Basis, on date: LocalDate) -> Entry? {
    entries.filter { $0.basis == basis && $0.isValid(on: date) }.max {
      ($0.validFrom, $1.term.count) < ($1.validFrom, $0.term.count)
    }
  }

  /// The limit that binds a dossier received at a time; nil when none holds on that day.
  ///
  /// Terms in days and in hours are compared by when they end, and a local limit that ends later
  /// than the law's does not bind. Of two that end together the local one is named.
  package func binding(received: LocalDateTime, calendar: WorkingCalendar) -> Binding? {
    let date = calendar.effectiveReceipt(received).date
    func due(_ entry: Entry?) -> LocalDateTime? {
      entry.flatMap { Deadline(received: received, term: $0.term, calendar: calendar).due }
    }
    let statutory = entry(.statutory, on: date)
    let local = entry(.local, on: date)
    let statutoryDue = due(statutory)
    if let local, let localDue = due(local), statutoryDue.map({ localDue <= $0 }) ?? true {
      return Binding(entry: local, due: localDue, statutoryDue: statutoryDue)
    }
    guard let statutory, let statutoryDue else { return nil }
    return Binding(entry: statutory, due: statutoryDue, statutoryDue: statutoryDue)
  }
}
