import Replica
import SyncProtocol

/// A visit whose date may be wrong, because the laptop's clock was when it was written.
package struct DateDoubt: Sendable, Hashable {
  /// The visit.
  package let visit: RowID
  /// Its code.
  package let codeText: String
  /// The household that was visited, by code and name; nil where it is not here.
  package let household: String?
  /// The date under which it counts now.
  package let date: LocalDate
  /// Where that date comes from.
  package let source: DateSource
  /// What the laptop took for the present when the visit was written.
  package let believed: LocalDateTime
  /// By the centre's time that moment was then; nil when the laptop was started anew before it
  /// heard of the centre's time.
  package let actual: LocalDateTime?

  /// The date that is proposed; nil where only the person can know, and for a typed date, which
  /// nobody changes for its author.
  package var proposed: LocalDate? { source == .clock ? actual?.date : nil }
}

extension FieldStore {
  /// The visits of this laptop whose dates somebody should look at, oldest first: dates taken from
  /// a clock that turned out wrong, and typed ones that say what the wrong clock said.
  ///
  /// A date that was written again since, the same or another, is no longer in doubt.
  package func dateDoubts() throws -> [DateDoubt] {
    try store.misdatedActs().flatMap { act in
      try reader.records(
        Visit.self, where: "rid BETWEEN ? AND ? AND void_reason IS NULL",
        [.integer(act.first.rawValue), .integer(act.last.rawValue)], order: "rid", page: .all
      ).compactMap { try doubt(of: $0, act) }
    }
  }

  private func doubt(of visit: Visit, _ act: MisdatedAct) throws -> DateDoubt? {
    guard let (dot, date) = try writtenDate(of: visit), (act.first...act.last).contains(dot) else {
      return nil
    }
    let believed = LocalDateTime(milliseconds: act.believed.rawValue)
    let actual = act.actual.map { LocalDateTime(milliseconds: $0.rawValue) }
    let source = visit.dateSource ?? .clock
    switch source {
    case .clock: guard date != actual?.date else { return nil }
    case .typed: guard date == believed.date, date != actual?.date else { return nil }
    }
    let household = try visit.household.flatMap { try reader.record(Household.self, $0) }
    return DateDoubt(
      visit: visit.id, codeText: visit.codeText,
      household: household.map { [$0.codeText, $0.name].compactMap { $0 }.joined(separator: " ") },
      date: date, source: source, believed: believed, actual: actual)
  }

  /// The write that dates a visit; one that the centre doubts and nobody has ruled on dates it here
  /// still, because its author is the one who can put it right.
  private func writtenDate(of visit: Visit) throws -> (dot: Dot, date: LocalDate)? {
    let table = VisitTable.definition.id
    if let date = visit.date,
      let head = try store.row(table, visit.id)?.shown(VisitTable.date.id)
    {
      return (head.dot, date)
    }
    let review = try store.reviews(of: visit.id, in: table).last {
      $0.isOpen && $0.field == VisitTable.date.id
    }
    guard let review, let days = try store.judgedValue(of: review)?.integer else { return nil }
    return (review.dot, LocalDate(daysSince1970: Int(clamping: days)))
  }

  /// Writes the proposed dates, each visibly in the history of its visit.
  ///
  /// - Returns: the visits that were changed.
  @discardableResult
  package func applyProposedDates(
    _ doubts: [DateDoubt], author: RowID?, clock: ClockReading
  ) throws -> [DateDoubt] {
    let proposed = doubts.filter { $0.proposed != nil }
    for portion in Self.portions(proposed) {
      try commit(author: author, clock: clock) { act in
        for doubt in portion {
          guard let date = doubt.proposed else { continue }
          let value = Value.integer(Int64(date.daysSince1970))
          try act.resolve(VisitTable.definition, doubt.visit, VisitTable.date, value)
        }
      }
    }
    search.refresh(proposed.map(\.visit))
    return proposed
  }

  /// Confirms dates that are right as they stand: the same date, written again by somebody who
  /// knows.
  package func confirmDates(_ doubts: [DateDoubt], author: RowID?, clock: ClockReading) throws {
    for portion in Self.portions(doubts) {
      try commit(author: author, clock: clock) { act in
        for doubt in portion {
          let value = Value.integer(Int64(doubt.date.daysSince1970))
          try act.resolve(VisitTable.definition, doubt.visit, VisitTable.date, value)
          try act.write(
            VisitTable.definition, doubt.visit,
            [(VisitTable.dateSource, .integer(DateSource.typed.rawValue))])
        }
      }
    }
  }

  /// An act holds 1,000 operations of a scope.
  private static func portions(_ doubts: [DateDoubt]) -> [ArraySlice<DateDoubt>] {
    stride(from: 0, to: doubts.count, by: 200).map { doubts[$0..<min($0 + 200, doubts.count)] }
  }
}
