import SQLite
import SyncProtocol

/// What a scope is for.
package enum ScopeKind: Int64, RecordEnumeration {
  /// The households of a hamlet.
  case households = 1
  /// Teams and members of a commune.
  case commune = 2
  /// One laptop's own.
  case device = 3

  /// The stable name.
  package var name: String {
    switch self {
    case .households: "households"
    case .commune: "commune"
    case .device: "device"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .households: BilingualText(vi: "các hộ của thôn", en: "households of a hamlet")
    case .commune: BilingualText(vi: "tổ và thành viên của xã", en: "teams of a commune")
    case .device: BilingualText(vi: "riêng của máy", en: "a laptop's own")
    }
  }
}

extension RecordReader {
  /// The scopes of a kind that are known here.
  package func scopes(of kind: ScopeKind) throws -> Set<ScopeID> {
    Set(
      try connection.rows(
        "SELECT rid FROM scope WHERE kind = ? AND hidden IS NULL", .integer(kind.rawValue)
      ) { try $0.integer(at: 0) }.compactMap(ScopeID.init(rawValue:)))
  }

  /// The scope of a commune's teams and members; nil before its first import.
  package func communeScope(of code: String) throws -> ScopeID? {
    try connection.row(
      """
      SELECT rid FROM scope WHERE kind = ? AND commune_code = ? AND hidden IS NULL
      ORDER BY rid LIMIT 1
      """, .integer(ScopeKind.commune.rawValue), .text(code)
    ) { try $0.integer(at: 0) }.flatMap(ScopeID.init(rawValue:))
  }

  /// The scopes that a laptop of a team may hold beside the public one, ascending: the households
  /// of its hamlet, and the teams and members of its commune.
  /// - Throws: `FieldError.noSuchRecord`, `.placeWithoutScope`.
  package func scopes(forTeam id: RowID) throws -> [ScopeID] {
    let team = try existing(Team.self, id)
    guard let place = try team.place.flatMap({ try record(Place.self, $0) }) else {
      throw FieldError.noSuchRecord("place")
    }
    guard let households = place.householdScope,
      let commune = try place.communeCode.flatMap({ try communeScope(of: $0) })
    else { throw FieldError.placeWithoutScope }
    return [households, commune].sorted()
  }
}
