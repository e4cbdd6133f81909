import FieldWork
import Replica
import SyncProtocol

/// A group of a count with what people call it.
package struct LabelledNumbers: Sendable, Hashable {
  /// The group.
  package var key: CountKey
  /// What people call the group.
  package var label: BilingualText
  /// Its numbers.
  package var numbers: CountNumbers
}

/// A team of a count, with how many of its laptops have reported.
package struct TeamNumbers: Sendable, Hashable {
  /// The team, as a group of a count.
  package var key: CountKey
  /// Its name.
  package var label: BilingualText
  /// Its numbers.
  package var numbers: CountNumbers
  /// Its laptops that have reported through the period, or today within it.
  package var reportedLaptops: Int
  /// All its laptops.
  package var laptops: Int

  /// Nothing is known: no number, and nobody who could have sent one. This is not 0.
  var isUnknown: Bool {
    reportedLaptops == 0 && numbers.assists == 0 && (numbers.visits ?? 0) == 0
      && (numbers.submissions ?? 0) == 0
  }
}

/// Everything on the coordinator's page.
package struct CoordinatorReport: Sendable {
  /// Services listed at most.
  package static let serviceLimit = 100

  /// The period.
  package var period: Period
  /// When the numbers were counted.
  package var asOf: LocalDateTime
  /// Which laptops they cover.
  package var coverage: Coverage
  /// The numbers of the period.
  package var total: CountNumbers
  /// Every team, also those with nothing.
  package var teams: [TeamNumbers]
  /// Procedures and services, the most assisted first, at most `serviceLimit`.
  package var services: [LabelledNumbers]
  /// Services beyond these.
  package var furtherServices: Int
  /// Why assists do not count, or not yet.
  package var reasons: [Count.ReasonCount]
  /// Assists in no period, because their visit is not here or has no date.
  package var undatedAssists: Int?
  /// The laptops, by label; also those of which nothing is expected any more.
  package var laptops: [LaptopStanding]
  /// Conflicts; nil for whoever clears none.
  package var conflicts: ConflictList?
  /// Refusals; nil for whoever does not see the whole centre.
  package var refusals: RefusalList?
  /// What else in the log a person has to look at, in words.
  package var incidents: [BilingualText]
}

/// What only the store of the centre knows.
package struct CentreInspection: Sendable {
  /// The laptops, also those of which nothing is expected any more.
  package var laptops: [LaptopStanding]
  /// Those whose work can be in the numbers.
  package var covering: [LaptopReport]
  /// What is missing here although they have reported.
  package var shortfall: CentreShortfall
  /// Conflicts; nil for whoever clears none.
  package var conflicts: ConflictList?
  /// Refusals; nil for whoever does not see the whole centre.
  package var refusals: RefusalList?
  /// What else in the log a person has to look at; refusals stand apart.
  package var incidents: [BilingualText]

  /// Looks at a store, as far as somebody's rights reach. Refusals and what else the log tells are
  /// the whole centre's.
  package static func gather(
    _ store: Store, within reached: ReachedWork = .everything
  ) throws -> CentreInspection {
    let all = try LaptopStanding.gather(store)
    let laptops = all.filter { reached.holds($0.report) }
    let covering = all.map(\.report).filter(reached.covers)
    let conflicts =
      reached.clearsRecords
      ? try ConflictList.gather(store, all.map(\.report), in: reached.scopes) : nil
    guard reached.isEverything else {
      return CentreInspection(
        laptops: laptops, covering: covering, shortfall: try CentreShortfall(store),
        conflicts: conflicts,
        refusals: nil, incidents: [])
    }
    return CentreInspection(
      laptops: laptops, covering: covering, shortfall: try CentreShortfall(store),
      conflicts: conflicts,
      refusals: try RefusalList.gather(store, laptops.map(\.report)),
      incidents: try store.logIncidents().filter { $0.kind != .refused }.map { incident in
        incident.words(label: laptops.first { $0.report.replica == incident.replica }?.report.label)
      } + [try SealedValuesLock(store)?.words].compactMap(\.self))
  }
}

extension CoordinatorReport {
  /// Counts a period beside what was inspected.
  ///
  /// Inspect first: what arrives between the two is then in the count and not in the coverage, so
  /// that the page never claims more than it has.
  static func gather(
    _ period: Period, now: LocalDateTime, _ inspection: CentreInspection, _ reader: RecordReader,
    within reached: ReachedWork = .everything, counted: CountShelf = CountShelf()
  ) throws -> CoordinatorReport {
    let coverage = Coverage(
      of: period, today: now.date,
      inspection.covering.filter { !($0.fate?.isSettled ?? false) },
      inspection.shortfall)
    let counts = try counted.counts(
      reached.query(period, by: []), by: [[.team], [.service]], reader)
    let (byTeam, byService) = (counts[0], counts[1])
    let services = byService.groups.enumerated().sorted {
      let (left, right) = ($0.element.numbers, $1.element.numbers)
      return (right.countedAssists, right.assists, $0.offset)
        < (left.countedAssists, left.assists, $1.offset)
    }.map(\.element)
    return CoordinatorReport(
      period: period, asOf: now, coverage: coverage, total: byTeam.total,
      teams: try keyedTeams(byTeam.groups, coverage, reader, within: reached).map(\.team),
      services: try services.prefix(serviceLimit).map { group in
        LabelledNumbers(
          key: group.keys[0], label: try reader.label(of: group.keys[0], along: .service),
          numbers: group.numbers)
      },
      furtherServices: max(0, services.count - serviceLimit), reasons: byTeam.reasons,
      undatedAssists: reached.isEverything ? byTeam.undatedAssists : nil,
      laptops: inspection.laptops,
      conflicts: inspection.conflicts, refusals: inspection.refusals,
      incidents: inspection.incidents)
  }

  /// Every team of the directory in its order, then groups without a known team.
  static func keyedTeams(
    _ groups: [Count.Group], _ coverage: Coverage, _ reader: RecordReader,
    within reached: ReachedWork
  ) throws -> [(key: CountKey, team: TeamNumbers)] {
    let labels = try TeamLabels(reader)
    let known = labels.teams.filter { reached.holds(team: $0) }
    let found = Dictionary(
      groups.map { ($0.keys[0], $0.numbers) }, uniquingKeysWith: { first, _ in first })
    let knownTeams = Set(known)
    let laptopsByTeam = Dictionary(grouping: coverage.laptops, by: \.team)
    let keys =
      known.map { CountKey.row($0) }
      + groups.map { $0.keys[0] }.filter { key in
        key.row.map { !knownTeams.contains($0) } ?? true
      }
    return try keys.map { key in
      let laptops = key.row.flatMap { laptopsByTeam[$0] } ?? []
      var empty = CountNumbers()
      (empty.visits, empty.submissions) = (0, 0)
      let numbers = TeamNumbers(
        key: key, label: try labels.label(of: key), numbers: found[key] ?? empty,
        // Of a time before the first record no report tells anything.
        reportedLaptops: coverage.isBeforeRecords ? 0 : laptops.count(where: coverage.hasReported),
        laptops: laptops.count)
      return (key, numbers)
    }
  }
}

extension Coverage {
  /// A number that was counted over these laptops; a dash for nothing from laptops that are silent.
  func text(
    _ number: CountedNumber, of numbers: CountNumbers, in language: Language
  ) -> String {
    let isKnown = number.value(of: numbers) ?? 0 > 0 || !isSilent
    return isKnown ? number.text(of: numbers, in: language) : "—"
  }
}

/// What people call the teams of the directory, read at once: a province has thousands of them.
struct TeamLabels {
  /// The teams, in the order of the directory.
  let teams: [RowID]
  private let names: [RowID: String]
  private let reader: RecordReader

  init(_ reader: RecordReader) throws {
    self.reader = reader
    let all = try reader.teams()
    teams = all.map(\.id)
    names = Dictionary(
      all.compactMap { team in team.name.map { (team.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What people call the team of a group; asked for by itself where the directory has no name.
  func label(of key: CountKey) throws -> BilingualText {
    if let name = key.row.flatMap({ names[$0] }) { return BilingualText(same: name) }
    return try reader.label(of: key, along: .team)
  }
}
