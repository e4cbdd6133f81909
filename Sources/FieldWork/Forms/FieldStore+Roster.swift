import Replica
import SyncProtocol

/// Where what forms add to the roster is kept.
extension FieldStore {
  /// The scope of a new team or member: that of their commune, which its laptops hold.
  /// - Throws: `FieldError.placeWithoutScope`.
  func rosterScope(of check: FormCheck) throws -> ScopeID {
    func row(_ field: FieldDefinition) -> RowID? {
      check.form.field(field.id) == nil
        ? nil : check.checker.result(field).integer.flatMap(RowID.init(rawValue:))
    }
    if check.form.table.id == MemberTable.definition.id, let team = row(MemberTable.team) {
      return try reader.existing(Team.self, team).scope
    }
    let place = try row(TeamTable.place).flatMap { try reader.record(Place.self, $0) }
    guard let code = place?.communeCode, let scope = try reader.communeScope(of: code) else {
      throw FieldError.placeWithoutScope
    }
    return scope
  }

  /// Writes a new hamlet with the scope of its households, and with that of its commune where it is
  /// the commune's first.
  func createHamlet(_ check: FormCheck, _ act: Act) throws -> SavedRecord {
    let code = check.checker.result(PlaceTable.communeCode).text ?? ""
    let name = check.checker.result(PlaceTable.name).text ?? ""
    if try reader.communeScope(of: code) == nil { _ = try openCommuneScope(of: code, act) }
    let scope = try openHouseholdScope(of: code, named: name, act)
    search.invalidate()
    return try create(
      .place, in: .everyone,
      check.fields + [(PlaceTable.householdScope, .integer(scope.rawValue))], act)
  }

  /// Opens the scope of a commune's teams and members.
  func openCommuneScope(of code: String, _ act: Act) throws -> ScopeID {
    try act.openScope([
      (ScopeTable.kind, .integer(ScopeKind.commune.rawValue)),
      (ScopeTable.communeCode, .text(code)),
      (ScopeTable.label, .text(Communes.commune(code: code)?.fullName ?? code)),
    ])
  }

  /// Opens the scope of a hamlet's households.
  func openHouseholdScope(of code: String, named name: String, _ act: Act) throws -> ScopeID {
    try act.openScope([
      (ScopeTable.kind, .integer(ScopeKind.households.rawValue)),
      (ScopeTable.communeCode, .text(code)), (ScopeTable.label, .text(name)),
    ])
  }
}
