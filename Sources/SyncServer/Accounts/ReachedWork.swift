import FieldWork
import Replica
import SyncProtocol

/// The part of the centre's work that somebody's rights reach: what is counted for them, and which
/// laptops and records they are shown.
package struct ReachedWork: Sendable {
  /// Everything that the centre holds.
  package static let everything = ReachedWork(
    reach: .everything, territory: nil, teams: nil, writers: [], words: nil)

  private let reach: AccountRights.Reach
  private let territory: Territory?
  /// The scopes of the territory, those in part too.
  private let heldScopes: Set<ScopeID>
  /// The hamlets beyond the border that runs through such a scope.
  private let hamletsBeyond: Set<RowID>
  /// The teams within reach; nil for all.
  private let teams: Set<RowID>?
  /// The laptops that may write in the territory, of whichever team: its numbers have their work.
  private let writers: Set<ReplicaID>
  /// What is left out, in words; nil where nothing is.
  package let words: BilingualText?

  private init(
    reach: AccountRights.Reach, territory: Territory?, hamletsBeyond: Set<RowID> = [],
    teams: Set<RowID>?, writers: Set<ReplicaID> = [], words: BilingualText?
  ) {
    self.reach = reach
    self.territory = territory
    heldScopes = Set(territory?.touchedScopes ?? [])
    self.hamletsBeyond = hamletsBeyond
    self.teams = teams
    self.writers = writers
    self.words = words
  }

  /// Looks up what is within reach on a day.
  ///
  /// A unit that is no more keeps the territory of its last day: a merger gives nobody more than was
  /// given to them, and takes nothing away.
  /// - Throws: `FieldError.unknownUnit`.
  package init(_ reach: AccountRights.Reach, _ reader: RecordReader, on day: LocalDate) throws {
    switch reach {
    case .everything: self = .everything
    case .unit(let code):
      let map = try PlaceMap(reader)
      let lastDay = Self.lastDay(of: code, map, day)
      let territory = try reader.territory(ofUnit: code, on: lastDay)
      let shared = territory.sharedScopes.flatMap { map.hamlets(of: $0) }
      let teams = try reader.teams().filter { team in
        guard let place = team.place.flatMap(map.place) else { return false }
        // A team of a hamlet that was split, of which nobody has said on which side it is, is both's.
        return map.unit(of: place, on: lastDay).map { $0 == code } ?? shared.contains(place)
      }
      var words = BilingualText(
        vi: "Chỉ gồm \(territory.name)", en: "Only \(territory.name)")
      if lastDay < day {
        words =
          words
          + BilingualText(
            vi: " theo địa giới ngày \(Format.date(lastDay)), là ngày cuối của đơn vị này",
            en: " within its borders of \(Format.date(lastDay)), the last day of this unit")
      }
      words = words + BilingualText(same: ".")
      if let parted = Self.words(ofShared: shared.filter { $0.isValid(on: lastDay) }) {
        words = words + BilingualText(same: " ") + parted
      }
      self.init(
        reach: reach, territory: territory,
        hamletsBeyond: Set(
          shared.filter { map.unit(of: $0, on: lastDay).map { $0 != code } ?? false }.map(\.id)),
        teams: Set(teams.map(\.id)), writers: try Self.writers(in: territory, reader),
        words: words)
    case .team(let row):
      let name = try reader.record(Team.self, row)?.name ?? "#\(row.rawValue)"
      self.init(
        reach: reach, territory: nil, teams: [row],
        words: BilingualText(vi: "Chỉ gồm \(name).", en: "Only \(name)."))
    case .member(let row):
      let member = try reader.record(Member.self, row)
      let name = member?.fullName ?? "#\(row.rawValue)"
      self.init(
        reach: reach, territory: nil, teams: Set([member?.team].compactMap(\.self)),
        words: BilingualText(
          vi: "Chỉ gồm việc có \(name) tham gia; hồ sơ không ghi người nên không có ở đây.",
          en: "Only work that \(name) took part in; dossiers name nobody and are not here."))
    }
  }

  /// A question to the counting function about what is within reach.
  package func query(_ period: Period, by dimensions: [CountDimension]) -> CountQuery {
    var query = CountQuery(period, by: dimensions, territory: territory)
    switch reach {
    case .everything, .unit: break
    case .team(let row): query.filters[.team] = [.row(row)]
    case .member(let row): query.filters[.member] = [.row(row)]
    }
    return query
  }

  /// A question about groups within reach alone: what is asked for beyond it is not there.
  func query(
    _ period: Period, by dimensions: [CountDimension],
    keeping filters: [CountDimension: Set<CountKey>]
  ) -> CountQuery {
    var query = query(period, by: dimensions)
    query.filters.merge(filters) { own, asked in own.intersection(asked) }
    return query
  }

  /// The unit that somebody is kept to; nil for the whole centre, and for teams and members.
  var unit: String? { if case .unit(let code) = reach { code } else { nil } }

  /// The same question about one unit alone, for whoever sees the whole centre.
  /// - Throws: `FieldError.unknownUnit`, `.unitNotThen`.
  func query(
    _ period: Period, ofUnit code: String?, on day: LocalDate, _ reader: RecordReader
  ) throws -> CountQuery {
    var query = query(period, by: [])
    if isEverything, let code { query.territory = try reader.territory(ofUnit: code, on: day) }
    return query
  }

  /// Whether anything with a value along a dimension can be within reach; where it cannot, nothing
  /// is known of it here, which is not 0.
  func mayHold(
    _ key: CountKey, along dimension: CountDimension, _ reader: RecordReader
  ) throws -> Bool {
    switch (reach, dimension, key) {
    case (.unit, .unit, .text(let code)):
      try holdsAny(of: PlaceMap(reader).entries.filter { $0.unit == code }.map(\.scope), of: code)
    case (.unit, .hamlet, _):
      try key.row.flatMap { try reader.record(Place.self, $0) }.map {
        $0.householdScope == nil || holds($0)
      } ?? true
    case (.team(let own), .team, _), (.member(let own), .member, _): key.row == own
    default: true
    }
  }

  /// Whether a team is within reach.
  func holds(team: RowID?) -> Bool {
    guard let teams else { return true }
    return team.map(teams.contains) ?? false
  }

  /// Whether a laptop is: one of a team within reach; of a member, the one that was given to them.
  func holds(_ laptop: LaptopReport) -> Bool {
    holds(team: laptop.team, member: laptop.member)
  }

  /// Whether a laptop's work can be in the numbers within reach: then they are not whole without it.
  func covers(_ laptop: LaptopReport) -> Bool {
    holds(laptop) || writers.contains(laptop.replica)
  }

  /// The laptops that hold a scope of a territory now, or one that lies in it in part.
  private static func writers(
    in territory: Territory, _ reader: RecordReader
  ) throws -> Set<ReplicaID> {
    let scopes = territory.touchedScopes.map { String($0.rawValue) }.joined(separator: ",")
    let replicas = try reader.connection.rows(
      "SELECT DISTINCT replica FROM scope_grant WHERE scope IN (\(scopes))"
    ) { UInt32(exactly: try $0.integer(at: 0)) }
    return Set(replicas.compactMap(\.self).compactMap(ReplicaID.init(rawValue:)))
  }

  /// Whether a laptop of this team that was given to this member is.
  func holds(team: RowID?, member: RowID?) -> Bool {
    if case .member(let row) = reach { return member == row }
    return holds(team: team)
  }

  /// Whether records may be shown and cleared: teams and members have their numbers alone.
  var clearsRecords: Bool {
    switch reach {
    case .everything, .unit: true
    case .team, .member: false
    }
  }

  /// The scopes whose records may be shown, ascending; nil for all.
  ///
  /// Where a border runs through a hamlet, both units see to all of it: who lives on which side may be
  /// undecided, and work that nobody sees to would be lost. Numbers part it household by household.
  var scopes: [ScopeID]? {
    switch reach {
    case .everything: nil
    case .unit: heldScopes.sorted()
    case .team, .member: []
    }
  }

  /// Whether records of a scope may be shown and cleared.
  func holds(scope: ScopeID) -> Bool { isEverything || heldScopes.contains(scope) }

  /// Whether a hamlet with households is: of one that was split, the part on this side of the border
  /// or of which nobody has said on which side it is.
  func holds(_ hamlet: Place) -> Bool {
    (hamlet.householdScope.map(holds(scope:)) ?? false) && !hamletsBeyond.contains(hamlet.id)
  }

  /// Whether a unit with these scopes is: one's own, or one with a scope that lies wholly in it.
  func holdsAny(of scopes: [ScopeID], of unit: String) -> Bool {
    guard let territory else { return isEverything }
    return unit == self.unit || scopes.contains(where: territory.scopes.contains)
  }

  /// Whether it is the whole centre.
  var isEverything: Bool { reach == .everything }

  /// Which hamlets the border runs through, and what that means here; nil where it runs through none.
  private static func words(ofShared hamlets: [Place]) -> BilingualText? {
    let names = Set(hamlets.compactMap(\.name)).map { (VietnameseCollation.sortKey($0), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    guard !names.isEmpty else { return nil }
    let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    return BilingualText(
      vi: "Địa giới đi qua \(list): số liệu chỉ tính hộ bên này, còn việc cần xem và xử lý thì gồm "
        + "cả hai bên.",
      en: "The border runs through \(list): numbers count the households on this side alone, what "
        + "there is to look at and to clear is of both sides.")
  }

  private static func lastDay(of unit: String, _ map: PlaceMap, _ day: LocalDate) -> LocalDate {
    let entries = map.entries.filter { $0.unit == unit }
    guard !entries.isEmpty, !entries.contains(where: { $0.isValid(on: day) }) else { return day }
    return entries.compactMap(\.validTo).filter { $0 < day }.max() ?? day
  }
}
