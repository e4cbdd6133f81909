import SQLite
import SyncProtocol

/// A member of a team on the last day of a period, with the training of the period.
struct MemberFacts: MeasuredFacts {
  let row: RowID
  /// Whether they learned at a training of the period.
  let isTrained: Bool
  /// The scores of the last test of the period that has both; nil without one.
  let scores: (before: Int, after: Int)?

  var identity: MeasuredIdentity { .row(MemberTable.definition.id, row) }
  var note: BilingualText? {
    scores.map {
      BilingualText(vi: "điểm \($0.before) → \($0.after)", en: "scores \($0.before) → \($0.after)")
    }
  }
}

/// A hamlet or residential group on the last day of a period.
struct GroupFacts: MeasuredFacts {
  let row: RowID
  /// Whether any team serves it.
  let hasTeam: Bool
  /// Whether a Project 06 team does; nil where a team does not say what it is.
  let hasProjectTeam: Bool?

  var identity: MeasuredIdentity { .row(PlaceTable.definition.id, row) }
  var note: BilingualText? { nil }
}

/// A visit of the period that stands.
struct VisitResult: MeasuredFacts {
  let row: RowID
  let outcome: VisitOutcome?

  var identity: MeasuredIdentity { .row(VisitTable.definition.id, row) }
  var note: BilingualText? { outcome?.words }
}

/// An assist of the period that stands, with what came of it.
struct AssistResult: MeasuredFacts {
  let row: RowID
  let outcome: AssistOutcome?
  /// Whether it counts, by the one rule.
  let isCounted: Bool

  /// Nil for one that was voided, or of a voided visit.
  init?(_ row: Int64, _ facts: AssistFacts) {
    let verdict = facts.verdict
    guard let row = RowID(rawValue: row), !verdict.isVoided else { return nil }
    self.row = row
    outcome = facts.outcome
    isCounted = verdict == .counted
  }

  var identity: MeasuredIdentity { .row(AssistTable.definition.id, row) }
  var note: BilingualText? { outcome?.words }
}

extension RecordReader {
  /// The assists that a question asks about, by where they stand along what divides it; a voided one,
  /// or of a voided visit, is none.
  func assistResults(
    _ query: CountQuery, along dimension: CountDimension?
  ) throws -> [CountKey: [AssistResult]] {
    if dimension?.isOfVisit ?? true, try CountSweep(query, self).assists {
      return try sweptAssistResults(query, along: dimension)
    }
    var results = PartedFacts<AssistResult>()
    let keys = try forEach(
      .assist, in: query, along: dimension, select: ["a.rid", AssistFacts.columns]
    ) { statement, place in
      var row = ColumnReader(statement, from: 1)
      let facts = try AssistFacts(reading: &row)
      if let result = AssistResult(try statement.integer(at: 0), facts) {
        results.add(result, at: place)
      }
    }
    return results.byKey(keys)
  }

  /// The visits that a question asks about, by where they stand along what divides it.
  func visitResults(
    _ query: CountQuery, along dimension: CountDimension?
  ) throws -> [CountKey: [VisitResult]] {
    var results = PartedFacts<VisitResult>()
    let keys = try forEach(
      .visit, in: query, along: dimension, select: ["v.rid", "v.outcome"]
    ) { statement, place in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return }
      results.add(VisitResult(row: id, outcome: try row.choice()), at: place)
    }
    return results.byKey(keys)
  }

  /// The members of a day, with what they learned in the period of the question, by where they stand
  /// along what divides it.
  func memberFacts(
    _ query: CountQuery, along dimension: CountDimension?, on day: LocalDate
  ) throws -> [CountKey: [MemberFacts]] {
    let training = try trainings(in: query.period)
    var members = PartedFacts<MemberFacts>()
    let keys = try forEach(
      .member, in: query, along: dimension, select: ["m.rid", "m.from_date", "m.to_date"]
    ) { statement, place in
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return }
      let from = try row.date() ?? .earliest
      let to = try row.date() ?? .latest
      guard from <= day, day <= to else { return }
      members.add(
        MemberFacts(row: id, isTrained: training[id] != nil, scores: training[id]?.scores),
        at: place)
    }
    return members.byKey(keys)
  }

  private func trainings(
    in period: Period
  ) throws -> [RowID: (id: RowID, scores: (before: Int, after: Int)?)] {
    var trainings: [RowID: (id: RowID, scores: (before: Int, after: Int)?)] = [:]
    try connection.withStatement(
      """
      SELECT t.member, t.rid, t.score_before, t.score_after
      FROM attendance AS t JOIN session AS c ON c.rid = t.session
      WHERE t.hidden IS NULL AND t.void_reason IS NULL AND c.hidden IS NULL
        AND c.void_reason IS NULL AND c.kind = ?1 AND t.role = ?2 AND c.date BETWEEN ?3 AND ?4
      ORDER BY c.date, t.rid
      """
    ) { statement in
      try statement.bind(all: [
        .integer(Self.trainingKind), .integer(Self.learnerRole),
        .integer(Int64(period.from.daysSince1970)), .integer(Int64(period.to.daysSince1970)),
      ])
      while try statement.step() {
        var row = ColumnReader(statement)
        guard let member = try row.reference(), let id = try row.reference() else { continue }
        let before = try row.integer()
        let after = try row.integer()
        let scores = before.flatMap { before in
          after.map { (before: Int(clamping: before), after: Int(clamping: $0)) }
        }
        trainings[member] = (id, scores ?? trainings[member]?.scores)
      }
    }
    return trainings
  }

  // Numbers of `ChoiceList.sessionKind` and `ChoiceList.attendanceRole`.
  static let trainingKind: Int64 = 4
  static let learnerRole: Int64 = 1

  /// The hamlets and residential groups that a question asks about.
  func groupFacts(_ query: CountQuery, _ basis: GroupBasis) -> [GroupFacts] {
    let wanted = query.filters[.hamlet]
    let units = query.filters[.unit]
    var groups: [RowID: GroupFacts] = [:]
    for group in basis.groups {
      switch query.territory?.subject {
      case .unit(let code): guard group.unit == code else { continue }
      case .hamlet(let row): guard basis.names.canonical(row) == group.facts.row else { continue }
      case nil: break
      }
      if let wanted, !wanted.contains(.row(group.facts.row)) { continue }
      if let units, !units.contains(group.unit.map { .text($0) } ?? .none) { continue }
      groups[group.facts.row] = group.facts
    }
    return groups.values.sorted { $0.row < $1.row }
  }
}

/// The hamlets and residential groups of a day with what serves them, whatever part of them a question
/// is about.
struct GroupBasis {
  /// One row of a group: where a border runs through it there are several.
  fileprivate struct Group {
    let facts: GroupFacts
    let unit: String?
  }

  fileprivate let names: HamletNames
  fileprivate private(set) var groups: [Group] = []

  init(_ reader: RecordReader, on day: LocalDate) throws {
    let map = try reader.placeMap()
    names = try HamletNames(reader, on: day)
    var kinds: [RowID: Set<Int64?>] = [:]
    for team in try reader.teams() {
      guard let place = team.place.flatMap(map.place), team.validFrom ?? .earliest <= day,
        day <= team.validTo ?? .latest
      else { continue }
      kinds[names.canonical(place.id), default: []].insert(team.teamKind)
    }
    for place in map.places {
      guard place.isValid(on: day), !place.isWithdrawn, place.householdScope != nil else {
        continue
      }
      let name = names.canonical(place.id)
      let teams = kinds[name] ?? []
      let isProject = teams.contains(Self.projectTeam)
      groups.append(
        Group(
          facts: GroupFacts(
            row: name, hasTeam: !teams.isEmpty,
            hasProjectTeam: isProject ? true : teams.contains(nil) ? nil : false),
          unit: map.unit(of: place, on: day)))
    }
  }

  // A number of `ChoiceList.teamKind`.
  private static let projectTeam: Int64 = 2
}
