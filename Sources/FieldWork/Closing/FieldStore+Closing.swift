import Replica
import SyncProtocol

/// What a closing would say, and what it changes in what was reported before.
package struct ClosingPlan: Hashable, Sendable {
  /// The month.
  package let month: Period
  /// National code of the unit; nil for all that the centre holds.
  package let unit: String?
  /// What stands open.
  package var checklist: MonthClosing.Checklist
  /// The whole month.
  package let total: CountNumbers
  /// Assists that count once something is mended: nobody counts them later in silence.
  package let reasons: [Count.ReasonCount]
  /// What came late to months closed before; the closing reports it.
  package let adjustments: [MonthAdjustment]
}

extension RecordReader {
  /// What closing a month would say, as of now: what is kept of its groups, nobody looks at before.
  ///
  /// - Throws: `FieldError.closing` where the period is no month, is not over, or is closed.
  package func planClosing(
    of month: Period, unit: String?, _ checklist: MonthClosing.Checklist, today: LocalDate
  ) throws -> ClosingPlan {
    guard month.kind == .month else { throw FieldError.closing(.noMonth(month)) }
    guard month.to < today else { throw FieldError.closing(.notOver(month)) }
    if let standing = try closing(overlapping: month, unit: unit) {
      throw FieldError.closing(.closedAlready(standing.month))
    }
    let count = try count(of: month, unit: unit)
    return ClosingPlan(
      month: month, unit: unit, checklist: checklist, total: count.total, reasons: count.reasons,
      adjustments: try adjustments(unit: unit, by: ClosedFigures.dimensions)
        .filter { !$0.changes.isEmpty })
  }
}

extension FieldStore {
  /// Closes a month as planned, with the figures of its groups. Later arrivals stay under their own dates and show as adjustments.
  ///
  /// - Throws: `FieldError.closing(.openItems)` where something stands open and nobody said that it
  ///   may.
  @discardableResult
  package func close(
    _ plan: ClosingPlan, by person: String, note: String?, mayBeIncomplete: Bool,
    clock: ClockReading
  ) throws -> RowID {
    guard store.identity.role == .centre else { throw FieldError.notTheCentre }
    guard mayBeIncomplete || plan.checklist.isClear else {
      throw FieldError.closing(.openItems(plan.month))
    }
    let checklist = plan.checklist
    var checker = DraftChecker()
    checker.text(person, ClosingTable.closedBy, limit: 200, required: true)
    checker.text(note, ClosingTable.note, limit: 500)
    for (field, value) in [
      (ClosingTable.laptops, checklist.laptops), (ClosingTable.reported, checklist.reported),
      (ClosingTable.conflicts, checklist.conflicts), (ClosingTable.held, checklist.held),
      (ClosingTable.reviews, checklist.reviews), (ClosingTable.unseen, checklist.unseen),
      (ClosingTable.doubles, checklist.doubles),
    ] as [(FieldDefinition, Int?)] {
      if let value { checker.set(field, .integer(Int64(value))) }
    }
    checker.set(ClosingTable.period, .text(plan.month.description))
    if let unit = plan.unit { checker.set(ClosingTable.unit, .text(unit)) }
    try checker.finish()
    var figures = ClosedFigures()
    figures.add(
      try reader.counts(of: plan.month, unit: plan.unit, by: ClosedFigures.dimensions),
      of: plan.month)
    for adjustment in plan.adjustments { figures.add(adjustment.changes) }
    return try commit(author: nil, clock: clock) { act in
      try act.create(
        ClosingTable.definition, in: .everyone,
        checker.fields + figures.elements.map { (ClosingTable.figures, .text($0)) })
    }
  }

  /// Opens a closed month again; its figures are kept, and no longer what later ones are held
  /// against.
  ///
  /// - Throws: `FieldError.closing` where it is not closed, `.invalid` without a reason.
  package func reopen(
    _ month: Period, unit: String?, reason: String, by person: String, clock: ClockReading
  ) throws -> MonthClosing {
    guard store.identity.role == .centre else { throw FieldError.notTheCentre }
    var checker = DraftChecker()
    checker.text(reason, ClosingTable.reopenReason, limit: 500, required: true)
    checker.text(person, ClosingTable.reopenedBy, limit: 200, required: true)
    try checker.finish()
    let closing = try reader.standingClosing(of: month, unit: unit)
    try commit(author: nil, clock: clock) { act in
      try act.write(ClosingTable.definition, closing.id, checker.fields)
    }
    return closing
  }
}

extension ClosedFigures {
  /// Adds what came late to a month.
  mutating func add(_ changes: [MonthAdjustment.Change]) {
    for change in changes { numbers[change.line] = change.now }
  }
}
