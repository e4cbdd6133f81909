import SQLite
import SyncProtocol

/// What a person decides about a review.
package enum Ruling: Sendable, Equatable {
  /// It stands as it was written.
  case admit
  /// Another value stands in its place.
  case admitEdited(Value)
  /// It does not stand.
  case reject

  /// The state that the review is left in.
  package var state: Review.State {
    switch self {
    case .admit: .admitted
    case .admitEdited: .admittedEdited
    case .reject: .rejected
    }
  }
}

/// What a ruling did, or would do.
package struct RulingOutcome: Sendable, Equatable {
  /// The review as it stands afterwards.
  package var review: Review
  /// What the field shows afterwards; nil for nothing, and for a whole operation.
  package var shown: Value?
  /// True when the row counts afterwards.
  package var isShown: Bool
  /// Operations written.
  package var operationCount: Int
  /// Fields of the row that have several values afterwards, and wait for a decision.
  package var conflictCount = 0
}

/// Carries the outcome out of a transaction that is taken back.
private struct DryRun: Error { var outcome: RulingOutcome }

extension Store {
  /// Rules on a review. Centre only; a later ruling replaces an earlier one.
  ///
  /// - Parameters:
  ///   - person: who rules, by the name of their account.
  ///   - isDryRun: everything is done and taken back.
  /// - Throws: `ReplicaError.notTheCentre`, `.noSuchRow`, `.reviewOfRow` for an edit of what is
  ///   judged as a whole.
  package func rule(
    on id: RowID, _ ruling: Ruling, by person: String, note: String?, clock: ClockReading,
    isDryRun: Bool = false
  ) throws -> RulingOutcome {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    guard let review = try review(id) else { throw ReplicaError.noSuchRow(id) }
    do {
      return try transaction {
        var outcome = try commit(author: nil, clock: clock) { act in
          try rule(on: review, ruling, by: person, note: note, act)
        }
        outcome.conflictCount = try conflictPage(of: review.row, limit: 0).total
        if isDryRun { throw DryRun(outcome: outcome) }
        return outcome
      }
    } catch let dryRun as DryRun {
      return dryRun.outcome
    }
  }

  /// The same within an act.
  func rule(
    on review: Review, _ ruling: Ruling, by person: String, note: String?, _ act: Act
  ) throws -> RulingOutcome {
    // A ruling without a word leaves what the same person, or nobody, said before.
    let isSamePerson = review.ruledBy.map { $0 == person } ?? true
    let said = note ?? (isSamePerson ? review.note : nil)
    for row in review.rows {
      try act.write(
        ReviewTable.definition, row,
        [
          (ReviewTable.state, .integer(ruling.state.rawValue)),
          (ReviewTable.ruledBy, .text(person)),
          (ReviewTable.note, said.map { .text($0) } ?? .unset),
        ])
    }
    if let judged = try operation(review.dot, in: review.scope) {
      let settlement = Settlement(self, scope: review.scope, act: act)
      for (_, operation) in act.operations { settlement.log.note(operation) }
      try settlement.settle(judged)
    }
    if case .admitEdited(let value) = ruling { try write(value, inPlaceOf: review, act) }
    let row = try rows.load(review.table, review.row, in: review.scope).map { try opened($0.state) }
    return RulingOutcome(
      review: try self.review(review.id) ?? review,
      shown: review.field.flatMap { row?.shown($0)?.value }, isShown: row?.hiding == nil,
      operationCount: act.operations.count)
  }

  /// The value a person rules, now and above everything that the field shows.
  private func write(_ value: Value, inPlaceOf review: Review, _ act: Act) throws {
    guard let field = review.field, !review.concernsRow, field.kind != .set,
      let state = try rows.load(review.table, review.row, in: review.scope)?.state
    else { throw ReplicaError.reviewOfRow }
    let heads = state.heads(of: field)
    let place = Act.Place(
      table: review.table, row: review.row, scope: review.scope, state: state, values: [])
    let value =
      try schema[review.table]?[field].map { try act.sealed($0, value, at: place) } ?? value
    _ = try act.restate(
      [FieldWrite(field, value, replacing: heads.map(\.dot) + [review.dot])], of: review.row,
      in: review.table,
      scope: review.scope, time: heads.map(\.time.next).reduce(act.now, max), author: nil,
      because: review.dot)
  }
}
