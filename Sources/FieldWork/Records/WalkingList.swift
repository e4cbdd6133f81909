import Replica
import SQLite
import SyncProtocol

/// Households in the order in which somebody walks: by hamlet, then along the addresses.
package struct WalkingList: Sendable {
  /// Whose households they are.
  package enum Source: Hashable, Sendable {
    /// Those that a campaign is to visit.
    case campaign(RowID)
    /// Those of a hamlet.
    case hamlet(RowID)
    /// Those that expect the team, whenever that is; nil for every team.
    case planned(team: RowID?)
  }

  /// One door.
  package struct Stop: Sendable {
    /// The household.
    package let household: Household
    /// Its hamlet's name.
    package let hamlet: String?
    /// The last visit; nil where nobody has been.
    package let lastVisit: LocalDate?
    /// The day on which they expect somebody.
    package let returnDate: LocalDate?
    /// Whether a visit of the campaign has been there; false without a campaign.
    package let isVisited: Bool
  }

  /// The doors in walking order; at most `maximumCount`.
  package let stops: [Stop]
  /// How many there are in all.
  package let total: Int

  /// The most doors of one list: more than anybody walks in a week.
  package static let maximumCount = 500
}

extension RecordReader {
  /// The households of a source in walking order; those that moved away or were voided are left out.
  ///
  /// - Parameter today: the present day, as far as it is known: nobody has been where a visit is dated
  ///   later by mistake.
  package func walkingList(
    _ source: WalkingList.Source, asOf today: LocalDate
  ) throws -> WalkingList {
    var returnDates: [RowID: LocalDate] = [:]
    let team: RowID? = if case .planned(let team) = source { team } else { nil }
    // The earliest day first, which is the one that counts.
    for visit in try plannedVisits(team: team, asOf: today, page: .all) {
      guard let household = visit.household, let day = visit.returnDate else { continue }
      returnDates[household] = returnDates[household] ?? day
    }
    let households: [Household]
    var visited: Set<RowID> = []
    switch source {
    case .hamlet(let place): households = try self.households(place: place, page: .all)
    case .planned: households = try standing(returnDates.keys.sorted())
    case .campaign(let campaign):
      households = try standing(
        references(of: campaign, in: CampaignTable.definition, CampaignTable.households))
      visited = try householdsVisited(for: campaign, asOf: today)
    }
    let ordered = try inWalkingOrder(households) { $0 }
    return WalkingList(
      stops: try ordered.prefix(WalkingList.maximumCount).map { household, hamlet in
        WalkingList.Stop(
          household: household, hamlet: hamlet,
          lastVisit: try lastVisit(to: household.id, asOf: today),
          returnDate: returnDates[household.id], isVisited: visited.contains(household.id))
      }, total: households.count)
  }

  /// Households as they stand now, each once; what is not here, voided or moved out of reach is left
  /// out.
  private func standing(_ asked: [RowID]) throws -> [Household] {
    var rows: Set<RowID> = []
    return try asked.compactMap { asked in
      let moved = try moved(asked, .household)
      let row = moved == nil ? asked : moved?.code == nil ? nil : moved?.row
      guard let row, rows.insert(row).inserted else { return nil }
      return try record(Household.self, row).flatMap { $0.voidReason == nil ? $0 : nil }
    }
  }

  /// The households where a visit of a campaign has been.
  private func householdsVisited(
    for campaign: RowID, asOf today: LocalDate
  ) throws -> Set<RowID> {
    let rows = try connection.rows(
      """
      SELECT DISTINCT household FROM visit
      WHERE campaign = ? AND hidden IS NULL AND void_reason IS NULL AND household IS NOT NULL
        AND (date IS NULL OR date <= ?)
      """, .integer(campaign.rawValue), .integer(Self.lastDay(today))
    ) { try $0.integer(at: 0) }
    return Set(
      try rows.compactMap(RowID.init(rawValue:)).map { row in
        try moved(row, .household).flatMap { $0.code == nil ? nil : $0.row } ?? row
      })
  }

  /// What people call a campaign; nil where it has no name, or is not here.
  package func campaignName(_ campaign: RowID) throws -> String? {
    try connection.row(
      "SELECT name FROM campaign WHERE rid = ? AND hidden IS NULL", .integer(campaign.rawValue)
    ) { try $0.optionalText(at: 0) } ?? nil
  }

  /// Campaigns that have households to visit and are not over on a day, the earliest end first.
  package func openCampaigns(
    on day: LocalDate
  ) throws -> [(id: RowID, codeText: String, name: String?, to: LocalDate?)] {
    try connection.rows(
      """
      SELECT rid, name, to_date FROM campaign
      WHERE hidden IS NULL AND void_reason IS NULL AND (to_date IS NULL OR to_date >= ?)
        AND EXISTS (SELECT 1 FROM head WHERE row = rid AND table_id = ? AND field = ?)
      ORDER BY to_date, rid
      """, .integer(Int64(day.daysSince1970)),
      .integer(Int64(CampaignTable.definition.id.rawValue)),
      .integer(Int64(CampaignTable.households.id.rawValue))
    ) { row in
      (
        try row.integer(at: 0), try row.optionalText(at: 1),
        try row.optionalInteger(at: 2).map { LocalDate(daysSince1970: Int(clamping: $0)) }
      )
    }.compactMap { number, name, to in
      guard let id = RowID(rawValue: number) else { return nil }
      return (id, try codeText(of: id, in: CampaignTable.definition), name, to)
    }
  }
}
