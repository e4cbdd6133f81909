import SQLite
import SyncProtocol

/// Something that a team is to do, as it stands.
struct TaskFacts: MeasuredFacts {
  let row: RowID
  /// Whether it is neither done nor dropped.
  let isOpen: Bool
  /// The last day for it; nil where nobody set one.
  let due: LocalDate?
  /// Whether it is open after its last day.
  let isOverdue: Bool

  var identity: MeasuredIdentity { .row(TaskTable.definition.id, row) }
  var note: BilingualText? {
    due.map {
      BilingualText(vi: "hạn \(Format.date($0))", en: "due \(Format.date($0))")
    }
  }
}

/// A household that a campaign is to visit; one of two campaigns counts for each.
struct ListedHousehold: MeasuredFacts {
  let row: RowID
  let campaign: RowID
  /// What the campaign is called.
  let name: String?
  /// Whether it was visited for the campaign.
  let isVisited: Bool

  var identity: MeasuredIdentity { .row(HouseholdTable.definition.id, row) }
  var note: BilingualText? { name.map(BilingualText.init(same:)) }
}

extension RecordReader {
  /// The tasks that a question asks about, judged on a day, by where they stand along what divides it.
  func taskFacts(
    _ query: CountQuery, along dimension: CountDimension?, on day: LocalDate
  ) throws -> [CountKey: [TaskFacts]] {
    var tasks = PartedFacts<TaskFacts>()
    let keys = try forEach(
      .task, in: query, along: dimension, select: ["k.rid", "k.status", "k.due_date"]
    ) { statement, place in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return }
      let status = try row.integer()
      let due = try row.date()
      // Done 3, dropped 4.
      let isOpen = status != 3 && status != 4
      tasks.add(
        TaskFacts(
          row: id, isOpen: isOpen, due: due, isOverdue: isOpen && due.map { $0 < day } ?? false),
        at: place)
    }
    return tasks.byKey(keys)
  }

  /// The households listed for campaigns of which a day lies in the period, where they live now, and
  /// whether a visit of the campaign went there by the end of the period; by where they stand along
  /// what divides the question.
  func listedHouseholds(
    _ query: CountQuery, along dimension: CountDimension?, _ lists: CampaignLists
  ) throws -> [CountKey: [ListedHousehold]] {
    guard !lists.campaigns.isEmpty else { return [:] }
    let persons = try persons(.household)
    var here: [[RowID: RowID]] = []
    let keys = try forEach(
      .household, in: query, along: dimension, select: ["h.rid"]
    ) { statement, place in
      guard let id = RowID(rawValue: try statement.integer(at: 0)) else { return }
      while here.count <= place { here.append([:]) }
      let name = persons.canonical(id)
      // The latest row is that under which a moved household lives.
      if try here[place][name] == nil || present(id, .household) == id { here[place][name] = id }
    }
    let listed = here.map { here in
      here.flatMap { name, row in
        (lists.campaigns[name] ?? []).map { listing in
          ListedHousehold(
            row: row, campaign: listing.campaign, name: listing.name, isVisited: listing.isVisited)
        }
      }.sorted { ($0.campaign, $0.row) < ($1.campaign, $1.row) }
    }
    return Dictionary(uniqueKeysWithValues: zip(keys, listed))
  }
}

/// Which households the campaigns of a question list, and which of them were visited for it: the same
/// for every part of the question.
struct CampaignLists {
  /// A campaign that lists a household.
  fileprivate struct Listing {
    let campaign: RowID
    let name: String?
    let isVisited: Bool
  }

  private struct Visit: Hashable {
    let campaign: RowID
    let household: RowID
  }

  /// By household, each campaign once.
  fileprivate private(set) var campaigns: [RowID: [Listing]] = [:]

  init(_ query: CountQuery, _ reader: RecordReader) throws {
    let persons = try reader.persons(.household)
    guard let campaign = CountDimension.campaign.column(of: .visit)?.expression else { return }
    let lists = try Self.lists(query, reader)
    guard !lists.isEmpty else { return }
    var visited: Set<Visit> = []
    var visits = CountQuery(try Period(from: .earliest, to: query.period.to))
    visits.placesOn = query.frame.places
    try reader.forEach(.visit, in: visits, select: [campaign, "v.household"]) { statement in
      var row = ColumnReader(statement)
      guard let campaign = try row.reference(), let household = try row.reference() else { return }
      visited.insert(Visit(campaign: campaign, household: persons.canonical(household)))
    }
    var seen: Set<Visit> = []
    for (campaign, name, household) in lists {
      let visit = Visit(campaign: campaign, household: persons.canonical(household))
      guard seen.insert(visit).inserted else { continue }
      campaigns[visit.household, default: []].append(
        Listing(campaign: campaign, name: name, isVisited: visited.contains(visit)))
    }
  }

  private static func lists(
    _ query: CountQuery, _ reader: RecordReader
  ) throws -> [(campaign: RowID, name: String?, household: RowID)] {
    let wanted = query.filters[.campaign]
    return try reader.connection.rows(
      """
      SELECT c.rid, e.value, c.name FROM campaign AS c
      JOIN head AS e ON e.row = c.rid AND e.table_id = \(CampaignTable.definition.id.rawValue)
        AND e.field = \(CampaignTable.households.id.rawValue) AND typeof(e.value) = 'integer'
      WHERE c.hidden IS NULL AND c.void_reason IS NULL
        AND coalesce(c.from_date, ?2) <= ?2 AND coalesce(c.to_date, ?1) >= ?1
      ORDER BY c.rid, e.value
      """, .integer(Int64(query.period.from.daysSince1970)),
      .integer(Int64(query.period.to.daysSince1970))
    ) { statement -> (RowID, String?, RowID)? in
      guard let campaign = RowID(rawValue: try statement.integer(at: 0)),
        let household = RowID(rawValue: try statement.integer(at: 1)),
        wanted?.contains(.row(campaign)) ?? true
      else { return nil }
      return (campaign, try statement.optionalText(at: 2), household)
    }.compactMap { $0 }
  }
}
