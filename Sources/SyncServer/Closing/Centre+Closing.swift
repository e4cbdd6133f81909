import FieldWork
import Replica
import SyncProtocol

/// What closing a month would say, or said.
struct ClosingOutlook: Sendable {
  /// What is closed.
  let plan: ClosingPlan
  /// The closing that it replaces, where the month was closed before and opened again.
  let replaced: ClosingRecord?
  /// Which laptops it covers.
  let coverage: Coverage

  /// What was looked at, in a short text: whoever closes a month closes what they saw.
  var fingerprint: String {
    let total = plan.total
    let list = plan.checklist
    let numbers = [
      total.visits ?? 0, total.countedAssists, total.provisionalAssists, total.otherAssists,
      total.residents, total.residentsAtMost, total.submissions ?? 0, list.laptops, list.reported,
      list.conflicts, list.held, list.reviews,
    ]
    return numbers.map(String.init).joined(separator: "-")
  }
}

/// Who closes a month, and what they say with it.
struct ClosingAct {
  /// The name that stands in the closing.
  let person: String
  /// A note; nil for none.
  let note: String?
  /// Whether something may stand open.
  let mayBeIncomplete: Bool
  /// The fingerprint of what was looked at; nil where nobody looked before.
  let seen: String?
  /// Who acts, for the log.
  let actor: AuditActor
}

extension Centre {
  /// What closing a month would say, as of now.
  ///
  /// - Throws: `FieldError.closing` where the period is no month, is not over, or is closed.
  func closing(
    of month: Period, unit: String?, today: LocalDate
  ) throws -> ClosingOutlook {
    // Laptops are looked at before it is counted, so that the coverage never claims more than the
    // count has; counting holds up nobody who syncs.
    let look = try inspect { try ClosingLook($0, of: month, unit: unit, today: today) }
    return try read { try look.outlook($0) }
  }

  /// Closes a month as it is counted now; commands and pages do this.
  ///
  /// All of it is one transaction: what a laptop hands over meanwhile comes before it, and is
  /// counted, or after it, and is an adjustment.
  ///
  /// - Throws: `FieldError.closing`, `.invalid`.
  func close(
    _ month: Period, unit: String?, today: LocalDate, _ act: ClosingAct
  ) throws -> ClosingOutlook {
    // Looked at before, with the store free for laptops: the month keeps what was seen of it.
    let open = try OpenWork.before(
      closing: month, unit, self, now: LocalDateTime(time: surroundings.clock().wall),
      within: .everything)
    return try change { records, clock in
      let outlook = try ClosingLook(records, of: month, unit: unit, today: today)
        .outlook(records.reader)
      if let seen = act.seen, seen != outlook.fingerprint {
        throw FieldError.closing(.changedMeanwhile(month))
      }
      var plan = outlook.plan
      (plan.checklist.unseen, plan.checklist.doubles) = (open.unseen, open.doubles)
      try records.close(
        plan, by: act.person, note: act.note, mayBeIncomplete: act.mayBeIncomplete,
        clock: clock)
      try AuditLog(records.store.connection).note(
        AuditEvent(.monthClosed, month.description, detail: Self.detail(unit, outlook)),
        by: act.actor, at: clock.wall)
      return outlook
    }
  }

  /// Opens a closed month again; commands and pages do this.
  ///
  /// - Throws: `FieldError.closing` where it is not closed, `.invalid` without a reason.
  func reopen(
    _ month: Period, unit: String?, reason: String, by person: String, _ actor: AuditActor
  ) throws -> MonthClosing {
    try change { records, clock in
      let closing = try records.reopen(
        month, unit: unit, reason: reason, by: person, clock: clock)
      try AuditLog(records.store.connection).note(
        AuditEvent(.monthReopened, month.description, detail: unit.map { "unit=\($0)" } ?? ""),
        by: actor, at: clock.wall)
      return closing
    }
  }

  private static func detail(_ unit: String?, _ outlook: ClosingOutlook) -> String {
    let list = outlook.plan.checklist
    return (unit.map { "unit=\($0) " } ?? "")
      + "counted=\(outlook.plan.total.countedAssists) reported=\(list.reported)/\(list.laptops)"
  }
}

/// What stands open before a month is closed: of one unit what stands open there, whoever closes it.
private struct ClosingLook {
  let month: Period
  let unit: String?
  let today: LocalDate
  let coverage: Coverage
  let checklist: MonthClosing.Checklist

  init(_ records: FieldStore, of month: Period, unit: String?, today: LocalDate) throws {
    let store = records.store
    let reached =
      try unit.map { try ReachedWork(.unit($0), records.reader, on: month.to) } ?? .everything
    let coverage = try Coverage(
      of: month, today: today, LaptopReport.gather(store).filter(reached.covers),
      CentreShortfall(store))
    (self.month, self.unit, self.today, self.coverage) = (month, unit, today, coverage)
    checklist = MonthClosing.Checklist(
      laptops: coverage.laptops.count, reported: coverage.reported.count,
      conflicts: reached.isEverything
        ? try store.conflictCount()
        : try store.conflictOutlines().count { reached.holds(scope: $0.scope) },
      held: try store.holds().count { reached.holds(scope: $0.scope) },
      reviews: reached.isEverything
        ? try store.openReviewCount()
        : try store.reviews(openOnly: true).count { reached.holds(scope: $0.scope) })
  }

  func outlook(_ reader: RecordReader) throws -> ClosingOutlook {
    ClosingOutlook(
      plan: try reader.planClosing(of: month, unit: unit, checklist, today: today),
      replaced: try reader.replacedRecord(of: month, unit: unit), coverage: coverage)
  }
}
