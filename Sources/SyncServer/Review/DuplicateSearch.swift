import FieldWork
import SyncProtocol

/// Two records that may be one, as the list shows them.
struct DuplicateLine: Sendable {
  let kind: DuplicateKind
  let one: RowID
  let other: RowID
  /// How likely; nil where somebody has said already.
  let score: DuplicateScore?
  /// What was said; nil while nothing was.
  let isSame: Bool?
  /// Both as people tell them apart; empty for lines of other pages of the list.
  var names: [DuplicateName] = []
}

/// Which pairs are asked for: those that may be one, or of which somebody said whether they are.
struct DuplicateSearch {
  /// What there is.
  enum Found {
    /// The pairs, and of when they are; nil where they are of the present moment.
    case lines([DuplicateLine], asOf: Timestamp?)
    /// None yet, and why.
    case none(BilingualText, isLooking: Bool)
  }

  /// What was said of two records, as addresses have it.
  enum Said: String, CaseIterable {
    case same
    case notSame = "not-same"
  }

  private let kinds: [DuplicateKind]
  private let said: Said?
  private let unit: String?

  /// - Parameters:
  ///   - kind: both where nothing is chosen.
  ///   - said: what was said of the pairs; nothing was where it says nothing known.
  ///   - unit: the commune whose pairs alone are asked for.
  init(_ kind: DuplicateKind?, said: String?, unit: String?) {
    kinds = kind.map { [$0] } ?? DuplicateKind.allCases
    self.said = said.flatMap(Said.init(rawValue:))
    self.unit = unit
  }

  /// How many pairs within reach were said to be one, or two, that the list does not have; without
  /// those of which there is none.
  func decided(
    _ reader: RecordReader, within reached: ReachedWork
  ) throws -> [(said: Said, count: Int)] {
    var counts: [Said: Int] = [:]
    for kind in kinds {
      for pair in try reader.settledPairs(kind.record) {
        let isReached = try [pair.one, pair.other].allSatisfy { row in
          try reached.isEverything
            || reader.scope(of: row, in: kind.record.table).map(reached.holds(scope:)) ?? false
        }
        if isReached { counts[pair.isSame ? .same : .notSame, default: 0] += 1 }
      }
    }
    return Said.allCases.filter { $0 != said }.compactMap { said in
      counts[said].map { (said, $0) }
    }
  }

  /// The pairs within reach, however long it takes to find them, and of when they are.
  ///
  /// - Throws: `DuplicateSearchProblem.tooMany`: an empty list would say that there is none.
  func all(
    _ centre: Centre, _ reader: RecordReader, on day: LocalDate, within reached: ReachedWork
  ) throws -> (lines: [DuplicateLine], asOf: Timestamp?) {
    switch try found(centre, reader, on: day, within: reached, waits: true) {
    case .lines(let lines, let asOf): (lines, asOf)
    case .none: throw DuplicateSearchProblem.tooMany
    }
  }

  /// The pairs within reach, the likeliest first.
  ///
  /// - Parameter waits: until they are found, where nobody has looked for them yet.
  func found(
    _ centre: Centre, _ reader: RecordReader, on day: LocalDate, within reached: ReachedWork,
    waits: Bool = false
  ) throws -> Found {
    var asOf: Timestamp?
    var lines: [DuplicateLine] = []
    for kind in kinds {
      if let said {
        lines += try reader.settledPairs(kind.record).filter { $0.isSame == (said == .same) }
          .map {
            DuplicateLine(
              kind: kind, one: $0.one, other: $0.other, score: nil, isSame: $0.isSame)
          }
        continue
      }
      let shelf = centre.duplicateShelf
      let open: OpenDuplicates
      switch try shelf.answer(kind, inUnit: unit, on: day, reader, of: centre) {
      case .pairs(let pairs, let moment):
        open = pairs
        asOf = [asOf, moment].compactMap(\.self).min()
      case .looking:
        guard waits, let pairs = try shelf.pairs(kind, inUnit: unit, on: day, reader) else {
          return .none(DuplicateWords.looking, isLooking: true)
        }
        open = pairs
      case .tooMany: return .none(DuplicateWords.chooseUnit, isLooking: false)
      }
      lines += open.pairs.map {
        DuplicateLine(kind: kind, one: $0.one, other: $0.other, score: $0.score, isSame: nil)
      }
    }
    let ordered = lines.enumerated().sorted { left, right in
      let (points, others) = (left.element.score?.points ?? 0, right.element.score?.points ?? 0)
      return points == others ? left.offset < right.offset : points > others
    }.map(\.element)
    guard !reached.isEverything else { return .lines(ordered, asOf: asOf) }
    let within = try ordered.filter { line in
      try [line.one, line.other].allSatisfy { row in
        try reader.scope(of: row, in: line.kind.record.table).map(reached.holds(scope:)) ?? false
      }
    }
    return .lines(within, asOf: asOf)
  }
}

/// Why no pairs were looked for.
enum DuplicateSearchProblem: CentreProblem {
  /// There are too many records to compare at once.
  case tooMany

  /// The stable code.
  var code: String { "too-many-to-compare" }
  /// What kind of trouble it is.
  var category: ErrorCategory { .userError }
  /// What to do next.
  var words: BilingualText { DuplicateWords.chooseUnit }
}
