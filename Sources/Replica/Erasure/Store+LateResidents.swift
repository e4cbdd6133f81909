import SQLite
import SyncProtocol

/// Residents of an erased household who arrive later: recorded by somebody who had not heard of it.
extension Store {
  /// At the centre: notes residents whom merged operations add to a household that is erased, and
  /// those who stand in one that these operations erase.
  func noteLateResidents(_ operations: [Operation], erased: Set<RowID>) throws {
    guard identity.role == .centre else { return }
    for operation in operations where operation.isCreate {
      guard let field = CopyRule.household(of: operation.table),
        let household = operation.writes.first(where: { $0.field == field })?.value?.integer
          .flatMap(RowID.init(rawValue:)), try isErased(household)
      else { continue }
      try noteLateResident(operation.row)
    }
    guard !erased.isEmpty else { return }
    try rows.forEachRow(of: ResidentTable.definition.id, in: nil) { row in
      let named = row.state.heads(of: ResidentTable.household.id).compactMap(\.value.integer)
      if named.contains(where: { RowID(rawValue: $0).map(erased.contains) ?? false }) {
        try noteLateResident(row.state.row)
      }
    }
  }

  /// Notes one, as due in the public scope, where every erasure stands.
  private func noteLateResident(_ resident: RowID) throws {
    try connection.execute(
      "INSERT OR IGNORE INTO erasure_due (scope, subject) VALUES (?, ?)",
      .integer(ScopeID.everyone.rawValue), .integer(resident.rawValue))
  }

  /// The erased household that a resident was recorded for and never left; nil for one who is erased
  /// already, or whom anybody has put into another household.
  ///
  /// Whoever lives elsewhere by somebody's word is not what was asked to be erased: a person decides.
  func erasedHousehold(ofLate resident: RowID) throws -> RowID? {
    guard try !isErased(resident),
      let state = try rows.load(ResidentTable.definition.id, resident)?.state
    else { return nil }
    let heads = state.heads(of: ResidentTable.household.id)
    guard heads.count == 1, let head = heads.first, head.dot.rawValue == resident.rawValue,
      let household = head.value.integer.flatMap(RowID.init(rawValue:)), try isErased(household)
    else { return nil }
    return household
  }

  /// Erases a resident because the household was, in every scope that holds anything of them.
  func follow(_ household: RowID, with resident: RowID, _ act: Act) throws {
    let requested = try erasures().first { $0.subject == household }?.requested
    for subject in try copiesAndOriginals(of: resident) {
      for scope in try scopesHolding(subject) {
        try order(
          subject, in: scope, act, reason: ErasureTable.householdErased, requested: requested)
      }
      try order(subject, in: .everyone, act, reason: nil, requested: nil)
    }
  }
}
