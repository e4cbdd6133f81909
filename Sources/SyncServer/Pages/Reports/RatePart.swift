import FieldWork
import SyncProtocol

/// A rate of the whole or of one part of it, with which laptops could have told.
struct RatePart: Sendable {
  /// One commune, hamlet or team.
  struct Part: Sendable {
    let key: CountKey
    /// The code or row that programs read; nil for what lies in none.
    let text: String?
    let words: BilingualText
    /// Its laptops of which something is expected.
    let laptops: Int
    /// Those that have reported through the period.
    let reported: Int
  }

  let rate: Rate
  let line: RateLine
  /// The part; nil for the whole.
  let part: Part?
}

/// Rates of a question, undivided or part by part; pages, files and programs have them from here.
struct RateCount: Sendable {
  /// Parts that are counted at once at most: each is a question of its own.
  static let maximumParts = 300

  /// Which laptops the whole covers.
  let coverage: Coverage
  private let counted: Counted

  /// What was counted, as it is kept.
  struct Counted: Sendable {
    fileprivate let asOf: LocalDateTime
    fileprivate let lines: [RatePart]
    fileprivate let undivided: [Rate]

    /// Both, rate by rate.
    fileprivate func joined(with other: Counted, inOrderOf rates: [Rate]) -> Counted {
      let byRate = Dictionary(grouping: lines + other.lines, by: \.rate.key)
      let without = Set((undivided + other.undivided).map(\.key))
      return Counted(
        asOf: asOf, lines: rates.flatMap { byRate[$0.key] ?? [] },
        undivided: rates.filter { without.contains($0.key) })
    }
  }

  var asOf: LocalDateTime { counted.asOf }
  /// Rate by rate, and each of them part by part.
  var lines: [RatePart] { counted.lines }
  /// Rates whose records do not have what the question is divided by.
  var undivided: [Rate] { counted.undivided }

  /// Counts.
  ///
  /// Laptops are looked at before it is counted, so that the coverage never claims more than the
  /// count has.
  /// - Throws: `FieldError.unknownUnit`, `.unitNotThen`, `RateCountProblem.tooManyParts`.
  init(
    _ rates: [Rate], _ question: RateQuestion, _ centre: Centre, now: LocalDateTime,
    within reached: ReachedWork
  ) throws {
    let period = question.choice.period
    let (reports, shortfall) = try centre.inspect { records in
      (
        try LaptopReport.gather(records.store).filter(reached.covers),
        try CentreShortfall(records.store)
      )
    }
    let coverage = Coverage(of: period, today: now.date, reports, shortfall)
    self.coverage = coverage
    counted = try centre.read { reader in
      let book = try question.book(reader, within: reached, now: now)
      let asked = RateShelf.Asked(
        rates: rates.map(\.key), query: book.query, division: question.division,
        isWhole: reached.isEverything, laptops: reports.map(\.replica),
        reported: coverage.reported.map(\.label),
        minutes: now.minutesSince1970 / RateShelf.minutes)
      return try centre.rateShelf.value(for: asked, reader) {
        let (ofTeams, others) = (
          rates.filter(\.form.isOfTeams), rates.filter { !$0.form.isOfTeams }
        )
        let (one, other) = try centre.read(reader) {
          try Self.count(
            ofTeams, question, book, (reports, shortfall), coverage, reader, now: now,
            within: reached)
        } beside: { reader in
          try Self.count(
            others, question, question.book(reader, within: reached, now: now),
            (reports, shortfall), coverage, reader, now: now, within: reached)
        }
        return one.joined(with: other, inOrderOf: rates)
      }
    }
  }

  private static func count(
    _ rates: [Rate], _ question: RateQuestion, _ book: MeasureBook,
    _ laptops: (reports: [LaptopReport], shortfall: CentreShortfall), _ coverage: Coverage,
    _ reader: RecordReader, now: LocalDateTime, within reached: ReachedWork
  ) throws -> Counted {
    let (period, reports, shortfall) = (
      question.choice.period, laptops.reports, laptops.shortfall
    )
    let forms = rates.map(\.form)
    book.expect(forms)
    guard let division = question.division, question.part == nil else {
      return Counted(
        asOf: book.asOf,
        lines: try rates.map {
          RatePart(rate: $0, line: try line($0, book, coverage.isSilent), part: nil)
        }, undivided: [])
    }
    let byPart = try LaptopsByPart(division, reports, reader, on: book.asOf.date)
    let groups = try book.groups(by: division, now: now) { key in
      try byPart.mayHold(key, book.query.territory)
        && reached.mayHold(key, along: division, reader)
    }
    guard groups.count <= Self.maximumParts else { throw RateCountProblem.tooManyParts }
    for group in groups { group.book.expect(forms) }
    var lines: [RatePart] = []
    var undivided: [Rate] = []
    for rate in rates {
      var own: [RatePart] = []
      for group in groups {
        let of = byPart.of(group.key)
        let part = RatePart.Part(
          key: group.key, text: group.key.text(along: division), words: group.words,
          laptops: of.count,
          reported: of.count { coverage.hasReported($0.covered) })
        let isUnheard =
          !of.isEmpty && Coverage(of: period, today: now.date, of, shortfall).isSilent
        let line = try line(rate, group.book, isUnheard)
        if case .unknown(.filter) = line.result {
          own = []
          undivided.append(rate)
          break
        }
        // A part of which nothing is recorded, and that nobody works in, is none.
        if of.isEmpty, let value = line.result.value, value.isNothing { continue }
        own.append(RatePart(rate: rate, line: line, part: part))
      }
      lines += own
    }
    return Counted(asOf: book.asOf, lines: lines, undivided: undivided)
  }

  /// - Parameter isUnheard: whether no laptop that could tell has reported.
  private static func line(
    _ rate: Rate, _ book: MeasureBook, _ isUnheard: Bool
  ) throws -> RateLine {
    let result = try book.value(of: rate.form)
    return RateLine(rate, isUnheard ? result.unheard(rate.form) : result)
  }
}

/// Why rates were not counted.
enum RateCountProblem: CentreProblem {
  /// There are more parts than are counted at once.
  case tooManyParts

  /// The stable code.
  var code: String { "too-many-parts" }
  /// What kind of trouble it is.
  var category: ErrorCategory { .userError }
  /// What to do next.
  var words: BilingualText { RatePageWords.tooManyParts }
}

/// Which laptops can tell of a commune, a hamlet or a team: those of its teams, and those that may
/// write in it.
private struct LaptopsByPart {
  private let laptops: [CountKey: [LaptopReport]]
  /// The scopes of each part; of a team those of its hamlet and of its laptops.
  private let scopes: [CountKey: Set<ScopeID>]

  init(
    _ division: CountDimension, _ reports: [LaptopReport], _ reader: RecordReader,
    on day: LocalDate
  ) throws {
    let map = try PlaceMap(reader)
    let held = try reader.heldScopes()
    guard division != .team else {
      let laptops = Dictionary(grouping: reports.filter { $0.team != nil }) {
        CountKey.row($0.team)
      }
      self.laptops = laptops
      var scopes: [CountKey: Set<ScopeID>] = [:]
      for team in try reader.teams() {
        let home = team.place.flatMap(map.place)?.householdScope
        let own = (laptops[.row(team.id)] ?? []).map { held[$0.replica] ?? [] }
        scopes[.row(team.id)] = own.reduce(into: Set([home].compactMap(\.self))) {
          $0.formUnion($1)
        }
      }
      self.scopes = scopes
      return
    }
    func keys(of place: Place) -> CountKey? {
      let hamlet = map.hamlet(place, on: day) ?? place
      if division == .hamlet { return .row(hamlet.id) }
      return map.unit(of: hamlet, on: day).map { .text($0) }
    }
    var scopes: [CountKey: Set<ScopeID>] = [:]
    for place in try reader.places() {
      guard let scope = place.householdScope, let key = keys(of: place) else { continue }
      scopes[key, default: []].insert(scope)
    }
    self.scopes = scopes
    let homes = Dictionary(
      try reader.teams().compactMap { team in
        team.place.flatMap(map.place).flatMap(keys).map { (team.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    // From each laptop to its parts, not from each part through all laptops.
    var parts: [ScopeID: [CountKey]] = [:]
    for (key, own) in scopes { for scope in own { parts[scope, default: []].append(key) } }
    var laptops: [CountKey: [LaptopReport]] = [:]
    for report in reports {
      let ofTeam = report.team.flatMap { homes[$0] }
      let holding = (held[report.replica] ?? []).flatMap { parts[$0] ?? [] }
      for key in Set(holding + [ofTeam].compactMap(\.self)) {
        laptops[key, default: []].append(report)
      }
    }
    self.laptops = laptops
  }

  /// The laptops of a part.
  func of(_ key: CountKey) -> [LaptopReport] { laptops[key] ?? [] }

  /// Whether a part can lie in a territory.
  func mayHold(_ key: CountKey, _ territory: Territory?) -> Bool {
    guard let territory, key != .none else { return true }
    return !(scopes[key] ?? []).isDisjoint(with: territory.touchedScopes)
  }
}

extension RateValue {
  /// Whether no record stands behind it.
  fileprivate var isNothing: Bool {
    numerator == 0 && (denominator ?? 0) == 0 && unrecorded == 0
  }
}
