import FieldWork

/// How a team's number stands to its own of the period before, and to the median of the teams; made
/// of shown numbers alone, so that it tells nothing that is hidden.
struct TeamComparison {
  /// The middle of the shown numbers of teams, in halves; nil without any.
  let medianHalves: Int?
  /// How many teams it is the middle of.
  let medianTeams: Int
  private let period: Period
  private let today: LocalDate

  init(_ report: TrainerReport) {
    period = report.period
    today = report.asOf.date
    let shown = report.teams.compactMap { team -> Int? in
      guard team.row != nil, !team.isUnknown, case .shown(let value) = team.assists else {
        return nil
      }
      return value
    }.sorted()
    medianTeams = shown.count
    medianHalves =
      shown.isEmpty ? nil : shown[(shown.count - 1) / 2] + shown[shown.count / 2]
  }

  /// The median in words; nil without any team.
  var median: BilingualText? {
    medianHalves.map { TrainerWords.median($0, of: medianTeams) }
  }

  /// Days of the period that are over, today among them; nil where all are.
  var days: Int? {
    guard today < period.to else { return nil }
    return max(0, period.from.days(until: today) + 1)
  }

  /// What a number of the period before would be by now, were its days alike; nil where the period
  /// is over.
  func asked(of previous: SuppressedNumber) -> Int? {
    guard let days, case .shown(let value) = previous else { return nil }
    return (value * days + period.count / 2) / max(1, period.count)
  }

  /// What stands below the number of the period before; nil where the period is over.
  func detail(of previous: SuppressedNumber) -> BilingualText? {
    guard let asked = asked(of: previous), let days else { return nil }
    return TrainerWords.byNow(asked, days, of: period.count)
  }

  /// How far the team is from what the period before asks; nil where one of them is not told.
  func change(_ team: TrainerTeam) -> Int? {
    guard !team.isUnknown, case .shown(let now) = team.assists,
      case .shown(let before) = team.previous
    else { return nil }
    return now - (asked(of: team.previous) ?? before)
  }

  /// How far the team is from the median, in halves; nil where one of them is not told.
  func halvesFromMedian(_ team: TrainerTeam) -> Int? {
    guard team.row != nil, !team.isUnknown, case .shown(let now) = team.assists, let medianHalves
    else { return nil }
    return now * 2 - medianHalves
  }
}
