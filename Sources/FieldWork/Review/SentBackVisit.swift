import Replica
import SyncProtocol

/// A visit, with its assists, that a coordinator asks its author to look at again.
package struct SentBackVisit: Sendable {
  /// The review that says so: who asks, and what is to be done.
  package let review: RecordReview
  /// The visit.
  package let visit: RowID
  /// Its code.
  package let codeText: String
  /// Whether the visit or an assist of it was written to since: it is with the coordinator again.
  package let isMended: Bool
}

extension FieldStore {
  /// How a visit stands with its assists, as a code that changes with every write to any of them and
  /// is the same wherever the same writes are merged.
  package func sittingState(_ visit: RowID) throws -> String {
    let dots = try sittingWrites(visit).map(\.dot.rawValue)
    let bytes = dots.sorted().flatMap { dot in
      (0..<8).map { UInt8(truncatingIfNeeded: dot >> Int64(8 * $0)) }
    }
    return String(store.primitives.hash(bytes).hexadecimal.prefix(16))
  }

  /// Sends a visit back to whoever recorded it. Centre only.
  ///
  /// - Parameter comment: what is to be done, which its author reads.
  /// - Throws: `FieldError.invalid` without a comment, or for one with a personal id in it.
  package func sendBack(
    _ visit: RowID, comment: String, by person: String, clock: ClockReading
  ) throws {
    let comment = try checkedComment(comment)
    guard let (_, scope) = try store.rowWithScope(VisitTable.definition.id, visit) else {
      throw FieldError.noSuchRecord(VisitTable.definition.name)
    }
    for former in try store.sentBack(ownOnly: false) where try self.visit(of: former) == visit {
      try store.withdraw(former, clock: clock)
    }
    // The latest write is what its author did last.
    let writes = try sittingWrites(visit).sorted { ($0.time, $0.dot) > ($1.time, $1.dot) }
    try store.sendBack(
      writes.map(\.dot), in: scope, state: try sittingState(visit), by: person, note: comment,
      clock: clock)
  }

  /// Takes back that a visit was sent back: it was approved, or needs nothing after all. Centre only.
  package func withdrawSentBack(_ visit: RowID, clock: ClockReading) throws {
    for former in try store.sentBack(ownOnly: false) where try self.visit(of: former) == visit {
      try store.withdraw(former, clock: clock)
    }
  }

  /// Rejects a visit: it and its assists leave every count until it is let stand again. Centre only.
  /// - Throws: `FieldError.invalid` without a reason, or for one with a personal id in it.
  package func rejectVisit(
    _ visit: RowID, reason: String, by person: String, clock: ClockReading
  ) throws {
    let reason = try checkedComment(reason)
    try withdrawSentBack(visit, clock: clock)
    try store.reject(
      VisitTable.definition.id, visit, by: person, note: reason, clock: clock)
    search.refresh([visit])
  }

  /// The visits that are sent back, by review.
  ///
  /// - Parameter ownOnly: only of what was written on this laptop.
  package func sentBackVisits(ownOnly: Bool) throws -> [SentBackVisit] {
    try store.sentBack(ownOnly: ownOnly).compactMap { stored in
      guard let visit = try visit(of: stored) else { return nil }
      return SentBackVisit(
        review: try review(named: "#\(stored.id.rawValue)"), visit: visit,
        codeText: try reader.codeText(of: visit, in: VisitTable.definition),
        isMended: try sittingState(visit) != stored.detail)
    }
  }

  /// How many visits of this laptop are sent back and not mended yet.
  package func openSentBackCount() throws -> Int {
    try store.sentBack(ownOnly: true).count { stored in
      try visit(of: stored).map { try sittingState($0) == stored.detail } ?? false
    }
  }

  /// The visits that a person rejected, with what was said.
  package func rejectedVisits() throws -> [RowID: RecordReview] {
    var rejected: [RowID: RecordReview] = [:]
    for stored in try store.rejectedRecords(VisitTable.definition.id) {
      rejected[stored.row] = try review(named: "#\(stored.id.rawValue)")
    }
    return rejected
  }

  func visit(of review: Review) throws -> RowID? {
    switch review.table {
    case VisitTable.definition.id: review.row
    case AssistTable.definition.id:
      try store.row(AssistTable.definition.id, review.row)?.shown(AssistTable.visit.id)?.value
        .integer.flatMap(RowID.init(rawValue:))
    default: nil
    }
  }

  private func sittingWrites(_ visit: RowID) throws -> [Head] {
    let assists = try reader.connection.rows(
      "SELECT rid FROM assist WHERE visit = ? ORDER BY rid", .integer(visit.rawValue)
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
    let rows = [(VisitTable.definition.id, visit)] + assists.map { (AssistTable.definition.id, $0) }
    return try rows.flatMap { table, row in try store.row(table, row)?.heads ?? [] }
  }

  private func checkedComment(_ typed: String) throws -> String {
    var checker = DraftChecker()
    checker.text(
      typed, ReviewTable.note, limit: TextLimit.note, allowsLines: true, required: true)
    try checker.finish()
    return checker.result(ReviewTable.note).text ?? typed
  }

  /// Checks what a coordinator tells an author: it is read on laptops and is not sealed.
  /// - Throws: `FieldError.invalid` for a personal id, or a text that is too long.
  package static func checkComment(_ typed: String?) throws {
    var checker = DraftChecker()
    checker.text(typed, ReviewTable.note, limit: TextLimit.note, allowsLines: true)
    try checker.finish()
  }
}
