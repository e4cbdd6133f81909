import Replica
import SQLite
import SyncProtocol

/// A household of a campaign's list, with what came of the campaign's visits.
package struct CampaignTarget: Sendable {
  /// The household as it stands now.
  package let row: RowID
  /// Its scope.
  package let scope: ScopeID
  /// Its hamlet.
  package let place: RowID?
  /// The campaign's last visit; nil while nobody has been there for it.
  package let visit: Visit?
  /// Whether it is on the list; a household can be visited for a campaign without.
  package let isListed: Bool

  /// A visit of a campaign.
  package struct Visit: Hashable, Sendable {
    /// The row.
    package let row: RowID
    /// Its day.
    package let date: LocalDate?
    /// What came of it.
    package let outcome: VisitOutcome?
  }
}

extension RecordReader {
  /// The households of campaigns' lists as they stand now, each once, and then those that were visited
  /// without being listed: what was voided, or moved to where nothing is held, is left out.
  ///
  /// One walk through the visits for however many campaigns.
  package func campaignTargets(
    of campaigns: [RowID], asOf today: LocalDate
  ) throws -> [RowID: [CampaignTarget]] {
    let visits = try campaignVisits(asOf: today)
    var targets: [RowID: [CampaignTarget]] = [:]
    for campaign in campaigns {
      var seen: Set<RowID> = []
      // A visit to a household under the code that it had before it moved is one to it.
      var byPresent: [RowID: CampaignTarget.Visit] = [:]
      for (row, visit) in visits[campaign] ?? [:] {
        let present = try present(row, .household)
        if let other = byPresent[present], (other.date ?? .earliest) > (visit.date ?? .earliest) {
          continue
        }
        byPresent[present] = visit
      }
      func add(_ row: RowID, isListed: Bool) throws {
        guard seen.insert(row).inserted, let found = try standingPlace(row) else { return }
        targets[campaign, default: []].append(
          CampaignTarget(
            row: row, scope: found.scope, place: found.place, visit: byPresent[row],
            isListed: isListed))
      }
      for asked in try references(
        of: campaign, in: CampaignTable.definition, CampaignTable.households)
      { try add(present(asked, .household), isListed: true) }
      for row in byPresent.keys.sorted() { try add(row, isListed: false) }
    }
    return targets
  }

  /// The scope and the hamlet of a household that stands; nil for one that does not.
  private func standingPlace(_ row: RowID) throws -> (scope: ScopeID, place: RowID?)? {
    let found = try connection.row(
      """
      SELECT scope, place FROM household
      WHERE rid = ? AND hidden IS NULL AND void_reason IS NULL
      """, .integer(row.rawValue)
    ) { (try $0.optionalInteger(at: 0), try $0.optionalInteger(at: 1)) }
    guard let (scope, place) = found, let scope = scope.flatMap(ScopeID.init(rawValue:)) else {
      return nil
    }
    return (scope, place.flatMap(RowID.init(rawValue:)))
  }

  /// The last visit of every campaign to every household.
  private func campaignVisits(
    asOf today: LocalDate
  ) throws -> [RowID: [RowID: CampaignTarget.Visit]] {
    var visits: [RowID: [RowID: CampaignTarget.Visit]] = [:]
    try connection.withStatement(
      """
      SELECT campaign, household, rid, date, outcome FROM visit
      WHERE campaign IS NOT NULL AND hidden IS NULL AND void_reason IS NULL
        AND household IS NOT NULL AND (date IS NULL OR date <= ?)
      ORDER BY date, rid
      """
    ) { statement in
      try statement.bind(all: [.integer(Self.lastDay(today))])
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let campaign = try row.reference(), let household = try row.reference(),
          let id = try row.reference()
        else { continue }
        visits[campaign, default: [:]][household] = CampaignTarget.Visit(
          row: id, date: try row.date(), outcome: try row.choice())
      }
    }
    return visits
  }

  /// Households in the order in which somebody walks: by hamlet, then along the addresses; those
  /// without an address come last, as nobody finds a door without one by walking.
  package func inWalkingOrder<Door>(
    _ doors: [Door], _ household: (Door) -> Household
  ) throws -> [(door: Door, hamlet: String?)] {
    var hamlets: [RowID: String] = [:]
    for place in Set(doors.compactMap { household($0).place }) {
      hamlets[place] = try record(Place.self, place)?.name
    }
    return doors.map { door in
      let own = household(door)
      let hamlet = own.place.flatMap { hamlets[$0] }
      return (
        door, hamlet,
        (
          NaturalOrder(hamlet ?? ""), own.address?.isEmpty == false ? 0 : 1,
          NaturalOrder(own.address ?? ""), NaturalOrder(own.name ?? ""), own.id
        )
      )
    }.sorted { $0.2 < $1.2 }.map { ($0.0, $0.1) }
  }

  /// The households of hamlets that a campaign's list can take up.
  ///
  /// - Parameters:
  ///   - kind: of this kind alone.
  ///   - day: only those where nobody has been since this day.
  package func campaignCandidates(
    in places: [RowID], kind: HouseholdKind?, withoutVisitSince day: LocalDate?,
    asOf today: LocalDate
  ) throws -> [RowID] {
    try places.flatMap { place in
      try households(place: place, page: .all).filter { household in
        if let kind, household.kind != kind { return false }
        guard let day else { return true }
        return try lastVisit(to: household.id, asOf: today).map { $0 < day } ?? true
      }.map(\.id)
    }
  }
}

extension RecordReader {
  /// The scopes of what a campaign names: its hamlet and its households.
  package func campaignScopes(_ campaign: FormRecord) throws -> Set<ScopeID> {
    var scopes: Set<ScopeID> = []
    let place = campaign[CampaignTable.place]?.value?.integer.flatMap(RowID.init(rawValue:))
    if let place {
      // A hamlet that is not here is within nobody's reach but the whole centre's.
      scopes.insert(try record(Place.self, place)?.householdScope ?? .everyone)
    }
    try scopes.formUnion(
      connection.rows(
        """
        SELECT DISTINCT h.scope FROM head AS c JOIN household AS h ON h.rid = c.value
        WHERE c.row = ? AND c.table_id = ? AND c.field = ?
        """, .integer(campaign.header.id.rawValue),
        .integer(Int64(CampaignTable.definition.id.rawValue)),
        .integer(Int64(CampaignTable.households.id.rawValue))
      ) { try $0.optionalInteger(at: 0) }.compactMap { $0 }.compactMap(ScopeID.init(rawValue:)))
    return scopes
  }
}

extension FieldStore {
  /// Adds households to a campaign's list and takes others off it; those that stand there already, or
  /// do not, stay as they are.
  ///
  /// - Returns: how many were added, and how many taken off.
  /// - Throws: `FieldError.notTheCentre`, `.noSuchRecord`, `.voided`.
  package func changeHouseholds(
    ofCampaign campaign: RowID, adding added: [RowID], removing removed: [RowID],
    author: RowID?, clock: ClockReading
  ) throws -> (added: Int, removed: Int) {
    try requireMayWrite(RecordForms.campaign)
    let table = CampaignTable.definition
    guard let record = try reader.formRecord(RecordForms.campaign, campaign) else {
      throw FieldError.noSuchRecord(table.name)
    }
    if record.isVoided { throw FieldError.voided(table.name) }
    let present = Set(try reader.references(of: campaign, in: table, CampaignTable.households))
    let new = Set(added).subtracting(present).sorted()
    let gone = Set(removed).intersection(present).sorted()
    guard !new.isEmpty || !gone.isEmpty else { return (0, 0) }
    try commit(author: author, clock: clock) { act in
      for row in new {
        try act.add(table, campaign, CampaignTable.households, .integer(row.rawValue))
      }
      for row in gone {
        try act.remove(table, campaign, CampaignTable.households, .integer(row.rawValue))
      }
    }
    return (new.count, gone.count)
  }
}
