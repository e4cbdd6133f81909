import SQLite
import SyncProtocol

/// What a person says of a record to which no rule objected: that it is rejected, or that whoever
/// wrote it shall look at it again.
extension Store {
  /// Rejects a record: it is hidden, and with it from every count, until `rule` admits it. Centre
  /// only.
  ///
  /// - Parameters:
  ///   - person: who rejects it, by the name of their account.
  ///   - note: what its author is told.
  /// - Throws: `ReplicaError.notTheCentre`, `.noSuchRow`.
  package func reject(
    _ table: TableID, _ row: RowID, by person: String, note: String, clock: ClockReading
  ) throws {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    guard let (_, scope) = try rowWithScope(table, row) else { throw ReplicaError.noSuchRow(row) }
    if let known = try reviews(of: row, in: table, scope: scope).first(where: \.concernsRow) {
      _ = try rule(on: known.id, .reject, by: person, note: note, clock: clock)
      return
    }
    guard let creation = try operation(row, in: scope) else { throw ReplicaError.noSuchRow(row) }
    try transaction {
      try commit(author: nil, clock: clock) { act in
        try write(
          [Objection(nil, .rejectedByPerson)], about: creation, in: scope, act, state: .rejected,
          ruledBy: person, note: note)
        let settlement = Settlement(self, scope: scope, act: act)
        for (_, operation) in act.operations { settlement.log.note(operation) }
        try settlement.settle(creation)
      }
    }
  }

  /// Sends a record back: what was written stands, and whoever wrote it is told to look again. Centre
  /// only.
  ///
  /// - Parameters:
  ///   - dots: writes of the record, of which one becomes the judged one: the first about which no
  ///     review of the whole of it says anything, or that was sent back in this very state before.
  ///   - state: how the record stands, as a code without any value of it.
  /// - Throws: `ReplicaError.notTheCentre`, `.noSuchRow` where none of the writes will do.
  package func sendBack(
    _ dots: [Dot], in scope: ScopeID, state: String, by person: String, note: String,
    clock: ClockReading
  ) throws {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    for dot in dots {
      if let known = try reviews(of: dot, in: scope).first(where: { $0.field == nil }) {
        guard known.isStatement, known.detail == state else { continue }
        return try say(person, note, in: known, clock)
      }
      guard let judged = try operation(dot, in: scope) else { continue }
      _ = try commit(author: nil, clock: clock) { act in
        try write(
          [Objection(nil, .sentBack, state)], about: judged, in: scope, act, state: .admitted,
          ruledBy: person, note: note)
      }
      return
    }
    guard let first = dots.first else { return }
    throw ReplicaError.noSuchRow(first)
  }

  /// Takes back that a record was sent back. Centre only.
  package func withdraw(_ sentBack: Review, clock: ClockReading) throws {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    try say(nil, nil, in: sentBack, clock)
  }

  /// Every record that is sent back, as its reviews say.
  ///
  /// - Parameter ownOnly: only of what was written on this laptop.
  package func sentBack(ownOnly: Bool) throws -> [Review] {
    guard schema[ReviewTable.definition.id] != nil else { return [] }
    let all = try reviewsSentBack().filter(\.isSentBack)
    return ownOnly ? try all.filter { try isOwn($0.dot.replica) } : all
  }

  /// The reviews by which a person rejected records of a table, whatever the reason that stood there
  /// before.
  package func rejectedRecords(_ table: TableID) throws -> [Review] {
    guard schema[ReviewTable.definition.id] != nil else { return [] }
    return try reviews(rejecting: table).filter { $0.concernsRow && $0.state == .rejected }
  }

  private func say(
    _ person: String?, _ note: String?, in review: Review, _ clock: ClockReading
  ) throws {
    try commit(author: nil, clock: clock) { act in
      for row in review.rows {
        try act.write(
          ReviewTable.definition, row,
          [
            (ReviewTable.ruledBy, person.map { .text($0) } ?? .unset),
            (ReviewTable.note, note.map { .text($0) } ?? .unset),
          ])
      }
    }
  }
}

extension Review {
  /// Whether it only says something of a record that stands.
  var isStatement: Bool {
    reason == Objection.Reason.sentBack.rawValue && state == .admitted
  }

  /// Whether its record is sent back, and nobody has taken that back.
  package var isSentBack: Bool { isStatement && ruledBy != nil }
}
