import FieldWork
import SyncProtocol

/// What was trained, and what came of it, as a trainer may see it: sessions with their learners, each
/// team's trained members, and how often its help succeeded before and after.
struct TrainingReport: Sendable {
  /// Days before and after a training that are compared.
  static let days = 30
  /// A success rate of fewer assists is not told.
  static let leastTried = 10
  /// Rates are told in steps, since their days lie close to each other and could be subtracted.
  static let step = 5

  /// A team.
  struct Line: Sendable {
    let team: RowID
    let name: String
    /// Members on the last day of the period.
    let members: Int
    /// Those among them who learned at a training of the period.
    let trained: Int
    /// The team's last training of the period.
    let last: LocalDate?
    /// Percent of the assists that were to get something done and did, in steps; nil where there are
    /// too few to tell.
    let before: Int?
    /// The same after it; also nil while nobody knows.
    let after: Int?
    /// Days after the last training that are not over yet.
    let daysToCome: Int
  }

  /// A member on the last day of the period.
  struct Person: Sendable {
    let code: String
    /// For coordinators alone.
    let name: String
    let team: RowID
    let teamName: String
    let role: String
    /// The last day on which they learned at a training of the period; nil where they did not.
    let last: LocalDate?
    /// The trainings of the period at which they learned.
    let sessions: [RowID]
  }

  let sessions: [TrainingSession]
  let lines: [Line]
  /// Members who have not been trained, by the role that the roster gives them, of all of that role.
  let roles: [(role: String, untrained: Int, members: Int)]
  let people: [Person]

  /// Those who have not learned at a training of the period.
  var untrained: [Person] { people.filter { $0.last == nil } }

  /// The scores of its trainings.
  var scores: TrainingScores { TrainingScores(sessions) }

  var members: Int { lines.reduce(0) { $0 + $1.members } }
  var trained: Int { lines.reduce(0) { $0 + $1.trained } }

  static func gather(
    _ period: Period, today: LocalDate, _ reader: RecordReader, within reached: ReachedWork
  ) throws -> TrainingReport {
    let sessions = try reader.trainingSessions(in: period) { reached.holds(team: $0) }
    let trained = try reader.trainedMembers(in: period)
    let day = min(period.to, today)
    let teams = try reader.teams().filter { reached.holds(team: $0.id) }
    let names = Dictionary(
      teams.map { ($0.id, $0.name ?? "#\($0.id.rawValue)") },
      uniquingKeysWith: { first, _ in first })
    let members = try reader.members().filter { member in
      member.team.map { names[$0] != nil } ?? false
        && (member.from ?? .earliest) <= day && day <= (member.to ?? .latest)
    }
    var lastDays: [RowID: LocalDate] = [:]
    for session in sessions {
      for team in session.learners.keys {
        lastDays[team] = max(lastDays[team] ?? session.date, session.date)
      }
    }
    let rates = try rates(lastDays, reader, within: reached)
    let ofTeam = Dictionary(grouping: members, by: \.team)
    let lines = teams.map { team in
      let own = ofTeam[team.id] ?? []
      let last = lastDays[team.id]
      return Line(
        team: team.id, name: names[team.id] ?? "", members: own.count,
        trained: own.count { trained[$0.id] != nil }, last: last,
        before: rates[team.id]?.before, after: rates[team.id]?.after,
        daysToCome: last.map { max(0, Self.days - $0.days(until: today)) } ?? 0)
    }
    let byRole = Dictionary(grouping: members) { ($0.role ?? "").trimmedWords }
    return TrainingReport(
      sessions: sessions, lines: lines,
      roles: byRole.sorted { $0.key < $1.key }.map { role, members in
        (role, members.count { trained[$0.id] == nil }, members.count)
      },
      people: members.compactMap { member in
        member.team.map { team in
          Person(
            code: member.codeText, name: member.fullName ?? "—", team: team,
            teamName: names[team] ?? "", role: (member.role ?? "").trimmedWords,
            last: trained[member.id]?.last, sessions: trained[member.id]?.sessions ?? [])
        }
      })
  }

  /// Percents of success before and after each team's day; teams of one day are counted at once.
  private static func rates(
    _ lastDays: [RowID: LocalDate], _ reader: RecordReader, within reached: ReachedWork
  ) throws -> [RowID: (before: Int?, after: Int?)] {
    var rates: [RowID: (before: Int?, after: Int?)] = [:]
    let succeeded: Set<CountKey> = [
      .choice(AssistOutcome.completed), .choice(AssistOutcome.submitted),
    ]
    for (day, teams) in Dictionary(grouping: lastDays, by: \.value) {
      let keys = Set(teams.map { CountKey.row($0.key) })
      func percents(_ from: LocalDate, _ to: LocalDate) throws -> [CountKey: Int] {
        let count = try reader.count(
          reached.query(
            try Period(from: from, to: to), by: [.team, .outcome], keeping: [.team: keys]))
        var (tried, done): ([CountKey: Int], [CountKey: Int]) = ([:], [:])
        for group in count.groups {
          let (standing, outcome) = (group.numbers.standingAssists, group.keys[1])
          if succeeded.contains(outcome) { done[group.keys[0], default: 0] += standing }
          if succeeded.contains(outcome) || outcome == .choice(AssistOutcome.blocked) {
            tried[group.keys[0], default: 0] += standing
          }
        }
        return tried.filter { $0.value >= leastTried }.reduce(into: [:]) { percents, team in
          percents[team.key] = stepped(done[team.key] ?? 0, of: team.value)
        }
      }
      let before = try percents(day.adding(days: -days), day.adding(days: -1))
      let after = try percents(day.adding(days: 1), day.adding(days: days))
      for team in teams.map(\.key) {
        rates[team] = (before[.row(team)], after[.row(team)])
      }
    }
    return rates
  }

  /// The nearest step of a percentage.
  static func stepped(_ part: Int, of whole: Int) -> Int {
    let percent = Double(part) * 100 / Double(max(1, whole))
    return Int((percent / Double(step)).rounded()) * step
  }
}

extension String {
  /// The words of a typed text, one blank between each two.
  fileprivate var trimmedWords: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
