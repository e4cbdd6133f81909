import SyncProtocol

/// What a closing itself reported, which nothing later changes, and what others reported of its
/// month afterwards.
package struct ClosingRecord: Hashable, Sendable {
  /// What one closing said of a month that was closed before.
  package struct Report: Hashable, Sendable {
    /// The closing that said so.
    package let by: MonthClosing
    /// The month that changed, and how, against what was last reported of it.
    package let adjustment: MonthAdjustment
  }

  /// The closing.
  package let closing: MonthClosing
  /// Its month, as it was closed; nil where a program of a later version wrote it.
  package let total: CountNumbers?
  /// What it said of months closed before.
  package let carried: [MonthAdjustment]
  /// What closings after it said of its month, in their order.
  package let later: [Report]

  /// Its month as it was last reported: as it was closed, with what closings after it said of it.
  package var lastReported: CountNumbers? {
    later.compactMap { $0.adjustment.total?.now }.last ?? total
  }
}

extension RecordReader {
  /// Reads what a closing reported.
  package func record(of closing: MonthClosing) throws -> ClosingRecord {
    let all = try closings().filter { $0.unit == closing.unit }
    let own = try figures(of: closing.id)
    let place = all.firstIndex { $0.id == closing.id } ?? all.endIndex
    var carried: [MonthAdjustment] = []
    for month in Set(own.numbers.keys.map(\.month)).sorted()
    where month != closing.month.description {
      guard let first = all[..<place].lastIndex(where: { $0.month.description == month }) else {
        continue
      }
      let known = try reported(of: all[first].month, by: all[first..<place])
      carried.append(adjustment(of: all[first], from: known, to: own))
    }
    var later: [ClosingRecord.Report] = []
    for next in all.indices where next > place {
      // Whoever closes the month again reports it anew.
      if all[next].month == closing.month { break }
      let said = try figures(of: all[next].id)
      let known = try reported(of: closing.month, by: all[place..<next])
      let change = adjustment(of: closing, from: known, to: said)
      if !change.changes.isEmpty {
        later.append(ClosingRecord.Report(by: all[next], adjustment: change))
      }
    }
    return ClosingRecord(
      closing: closing, total: own.total(of: closing.month), carried: carried, later: later)
  }

  /// The last closing of a month that was opened again, where none stands: whoever closes the month
  /// anew replaces it, and what was reported of it since.
  package func replacedRecord(of month: Period, unit: String?) throws -> ClosingRecord? {
    let last = try closings().last { $0.month == month && $0.unit == unit }
    guard let last, !last.isStanding else { return nil }
    return try record(of: last)
  }

  /// What a month was last said to be by closings in their order.
  private func reported(
    of month: Period, by closings: ArraySlice<MonthClosing>
  ) throws -> ClosedFigures {
    var known = ClosedFigures()
    for closing in closings { known.overlay(try figures(of: closing.id), of: month) }
    return known
  }

  private func adjustment(
    of closing: MonthClosing, from known: ClosedFigures, to said: ClosedFigures
  ) -> MonthAdjustment {
    let month = closing.month.description
    let changes = said.numbers.keys.filter { $0.month == month }
      .sorted(by: ClosedFigures.precedes)
      .map {
        MonthAdjustment.Change(
          line: $0, reported: known.numbers[$0] ?? .none, now: said.numbers[$0] ?? .none)
      }.filter { $0.reported != $0.now }
    return MonthAdjustment(closing: closing, changes: changes)
  }
}
