import FieldWork
import Listings
import Pages
import SyncProtocol

/// Targets with their pace, as a trainer may see them: for whom, until when, what part is reached, and
/// what the days that are over would ask.
struct TrainerTargets: Sendable {
  /// Targets that are counted at most: each is a count of its own.
  static let limit = 24

  /// One target.
  struct Line: Sendable {
    let target: TargetProgress
    let pace: TargetPace
  }

  /// The targets.
  let lines: [Line]
  /// Whether there are more.
  let isCut: Bool
  /// Those within reach that are not the team's own, where one was asked for.
  let others: Int

  /// The targets within reach whose days have some of a period, as of a moment.
  ///
  /// - Parameter team: those of one team alone; all within reach where nil.
  static func gather(
    in period: Period, now: LocalDateTime, team: RowID? = nil, _ reader: RecordReader,
    within reached: ReachedWork
  ) throws -> TrainerTargets {
    var (count, others) = (0, 0)
    let targets = try reader.targets(IndicatorSet.shipped.code, now: now) { subject, days in
      guard days.from <= period.to, period.from <= days.to,
        try reached.holds(subject, reader, on: now.date)
      else { return false }
      guard team.map({ $0 == subject.team }) ?? true else {
        others += 1
        return false
      }
      count += 1
      return count <= limit
    }
    return TrainerTargets(
      lines: targets.map { Line(target: $0, pace: TargetPace($0)) }, isCut: count > limit,
      others: others)
  }

  func table(_ language: Language) -> PageTable {
    PageTable(
      TrainerWords.targets,
      columns: [
        .text(RatePageWords.name), .text(RatePageWords.place), .text(ReportWords.period),
        .number(RatePageWords.aim), .number(TrainerWords.reachedShare),
        .number(TrainerWords.askedShare), .text(RatePageWords.verdict),
      ],
      rows: lines.map { line in
        let (target, pace) = (line.target, line.pace)
        let mark: StateMark =
          switch pace.standing {
          case .reached, .onPace: .good
          case .behind: .attention
          case .unknown: .missing
          }
        return PageTable.Row([
          .text(target.words.text(in: language)), .text(target.place.text(in: language)),
          PageTable.cell(
            target.period.label(language),
            detail: TrainerWords.days(pace.days, of: pace.ofDays).text(in: language)),
          .text(target.aim(language)), .text(TrainerWords.reached(pace, target).text(in: language)),
          .text(pace.asked.map { "\($0) %" } ?? "—"),
          mark.html(TrainerWords.words(pace.standing).text(in: language)),
        ])
      }, empty: TrainerWords.noTargets(beside: others),
      note: isCut
        ? TrainerWords.targetNote + TrainerWords.moreTargets(Self.limit) : TrainerWords.targetNote)
  }
}

extension ReachedWork {
  /// Whether a target is set for somebody within reach; one for everybody is, for whoever sees all.
  func holds(
    _ subject: TargetProgress.Subject, _ reader: RecordReader, on day: LocalDate
  ) throws -> Bool {
    if isEverything { return true }
    if let team = subject.team { return holds(team: team) }
    if let hamlet = subject.hamlet {
      return try PlaceMap(reader).place(hamlet).map(holds(_:)) ?? false
    }
    return subject.unit != nil && subject.unit == unit
  }
}
