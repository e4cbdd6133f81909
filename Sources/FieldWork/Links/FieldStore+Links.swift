import Replica
import SyncProtocol

/// Saying that two records are, or are not, one person or household; and moving a household.
extension FieldStore {
  /// Joins two residents or households, or says that they are two. What was said of them before is
  /// taken back.
  ///
  /// - Throws: `FieldError.linkToItself`, `.noSuchRecord`.
  package func link(
    _ kind: RecordCode.Kind, _ one: RowID, _ other: RowID, isSame: Bool, author: RowID?,
    clock: ClockReading
  ) throws {
    try requireTwo(kind, one, other)
    try commit(author: author, clock: clock) { act in
      _ = try act.unlink(kind.table, one, isSame ? .notSame : .same, other)
      try act.link(kind.table, one, isSame ? .same : .notSame, other)
    }
  }

  /// Takes back what was said of two residents or households.
  ///
  /// - Throws: `FieldError.notLinked`; `.linkedByMove` where the centre moved one of them.
  package func unlink(
    _ kind: RecordCode.Kind, _ one: RowID, _ other: RowID, author: RowID?, clock: ClockReading
  ) throws {
    try requireLink(kind, one, other)
    let isRemoved = try commit(author: author, clock: clock) { act in
      let same = try act.unlink(kind.table, one, .same, other)
      return try act.unlink(kind.table, one, .notSame, other) || same
    }
    guard isRemoved else { throw FieldError.notLinked }
  }

  /// Two records that are here.
  func requireTwo(_ kind: RecordCode.Kind, _ one: RowID, _ other: RowID) throws {
    guard one != other else { throw FieldError.linkToItself }
    for row in [one, other] where try !reader.exists(kind.table, row) {
      throw FieldError.noSuchRecord(kind.table.name)
    }
  }

  /// Two records of which a person said something.
  func requireLink(_ kind: RecordCode.Kind, _ one: RowID, _ other: RowID) throws {
    let kinds = try reader.links(of: one, kind).filter { $0.other == other }.map(\.kind)
    if kinds.contains(where: \.isMove) { throw FieldError.linkedByMove }
    if kinds.isEmpty { throw FieldError.notLinked }
  }

  /// Moves a household to another hamlet. Where that is in another scope it is copied there with its
  /// residents; visits and assists stay where they happened. Centre only.
  ///
  /// - Returns: the copies, the household's first; empty where the scope stays.
  /// - Throws: `FieldError.notTheCentre`, `.placeWithoutScope`, `.nothingToChange`, `.voided`; what
  ///   `Store.moveHousehold` throws.
  package func moveHousehold(
    _ id: RowID, to place: Place, author: RowID?, clock: ClockReading, isDryRun: Bool
  ) throws -> [RowCopy] {
    guard store.identity.role == .centre else { throw FieldError.notTheCentre }
    let household = try reader.existing(Household.self, id)
    guard household.voidReason == nil else { throw FieldError.voided("household") }
    guard let scope = place.householdScope else { throw FieldError.placeWithoutScope }
    guard household.place != place.id else { throw FieldError.nothingToChange }
    if let copy = try store.copies(of: id).first { throw ReplicaError.rowMoved(to: copy.copy) }
    guard household.scope != scope else {
      if !isDryRun {
        try commit(author: author, clock: clock) { act in
          try act.write(
            HouseholdTable.definition, id, [(HouseholdTable.place, .integer(place.id.rawValue))])
        }
      }
      return []
    }
    let copies = try search.keepingStep {
      try store.moveHousehold(
        id, to: place.id, in: scope, author: author, clock: clock, isDryRun: isDryRun)
    }
    search.invalidate()
    return copies
  }
}
