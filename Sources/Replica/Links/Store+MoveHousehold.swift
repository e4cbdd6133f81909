import SQLite
import SyncProtocol

/// A household that moves into another scope.
extension Store {
  /// Copies a household with its residents into another scope and joins each copy with its
  /// original. From then on late edits of an original are written to its copy too. Centre only.
  ///
  /// - Parameters:
  ///   - place: its hamlet from now on.
  ///   - author: who moves it; nil for the program.
  ///   - isDryRun: everything is done and taken back.
  /// All of it is one transaction, in as many batches as it needs: each copy is an act of its own.
  /// - Returns: the household's copy first, then the residents' by original.
  /// - Throws: `ReplicaError.notTheCentre`, `.noSuchRow`; `.rowMoved` when it has moved already;
  ///   `.keyNotHere` while a value cannot be opened; `.subjectErased`; `.actTooLarge` above some
  ///   65,000 operations.
  package func moveHousehold(
    _ household: RowID, to place: RowID, in scope: ScopeID, author: RowID?, clock: ClockReading,
    isDryRun: Bool = false
  ) throws -> [RowCopy] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    do {
      let copies = try transaction {
        try judgeWaiting(clock: clock)
        counter.startFreshSessionIfNearlyFull()
        let act = Act(store: self, author: author, now: try correctedNow(clock).time)
        let copies = try move(household, to: place, in: scope, act)
        try log(inParts: act.operations, clock: clock)
        if isDryRun { throw MoveDryRun(copies: copies) }
        return copies
      }
      carryOutLinks(clock: clock)
      return copies
    } catch let dryRun as MoveDryRun {
      return dryRun.copies
    } catch is CopyWaits {
      throw ReplicaError.keyNotHere
    }
  }

  private func move(
    _ household: RowID, to place: RowID, in scope: ScopeID, _ act: Act
  ) throws -> [RowCopy] {
    let table = HouseholdTable.definition
    guard let stored = try rows.load(table.id, household) else {
      throw ReplicaError.noSuchRow(household)
    }
    if let copy = try copies(of: household).first { throw ReplicaError.rowMoved(to: copy.copy) }
    if try isErased(household) { throw ReplicaError.subjectErased(household) }
    var copier = RowCopier(self, act: act)
    var done = [
      try copier.copy(
        stored, of: table, into: scope,
        own: [(HouseholdTable.place, .integer(place.rawValue))], author: act.author)
    ]
    for resident in try residents(of: household, in: stored.scope) {
      let id = ResidentTable.definition.id
      guard try !isErased(resident), let stored = try rows.load(id, resident),
        try !copies(of: resident).contains(where: { $0.scope == scope })
      else { continue }
      done.append(
        try copier.copy(stored, of: ResidentTable.definition, into: scope, author: act.author))
    }
    return done
  }

  /// The residents of a scope any of whose heads names the household, ascending.
  private func residents(of household: RowID, in scope: ScopeID) throws -> [RowID] {
    let shown = try connection.rows(
      "SELECT rid FROM resident WHERE household = ? AND scope = ?",
      .integer(household.rawValue), .integer(scope.rawValue)
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
    var found = Set(shown)
    let id = ResidentTable.definition.id
    for (table, row) in try rows.rowsWithHiddenHeads(in: scope) where table == id {
      let heads = try rows.load(id, row)?.state.heads(of: ResidentTable.household.id) ?? []
      if heads.contains(where: { $0.value == .integer(household.rawValue) }) { found.insert(row) }
    }
    return found.sorted()
  }
}

/// Carries the copies out of a transaction that is taken back.
private struct MoveDryRun: Error { var copies: [RowCopy] }
