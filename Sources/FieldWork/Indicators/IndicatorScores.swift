/// The scores of a set for one question.
///
/// Every score is the exact one rounded to hundredths of a point, and the total is their sum: whoever
/// adds up the column that is printed gets it.
package struct IndicatorScores: Sendable {
  /// Whom a set scores.
  package enum Level: String, CaseIterable, Sendable {
    /// A commune.
    case commune
    /// A province.
    case province
  }

  /// One indicator with its value.
  package struct Line: Sendable {
    /// The indicator.
    package let indicator: Indicator
    /// What its rate is, or why nobody here can tell.
    package let result: RateResult
    /// Its score in hundredths of a point; nil where it is unknown, does not apply, or is not scored.
    package let score: Int64?
    /// The official figure, where somebody supplied one.
    package let figure: OfficialFigure?
    /// Whether the result is that figure, because the teams' records have none.
    package let isOfficial: Bool
  }

  /// A line of the table.
  package enum Item: Sendable {
    /// A heading.
    case group(BilingualText, maximum: Int64?)
    /// An indicator.
    case line(Line)
  }

  /// The set.
  package let set: IndicatorSet
  /// The lines, in the order of the set, without indicators of another level.
  package let items: [Item]

  /// Scores a set.
  package init(_ set: IndicatorSet, _ level: Level, _ book: MeasureBook) throws {
    self.set = set
    let figures = try book.officialFigures(of: set.code, level)
    items = try set.items.compactMap { item in
      switch item {
      case .group(let words, let maximum): return .group(words, maximum: maximum)
      case .indicator(let indicator):
        guard level == .commune ? indicator.isOfCommunes : indicator.isOfProvinces else {
          return nil
        }
        return .line(try Line(indicator, book, figures[indicator.code]))
      }
    }
  }

  private init(_ set: IndicatorSet, _ items: [Item]) {
    self.set = set
    self.items = items
  }

  /// The same where no laptop that could tell has reported of the period: what rests on their reports
  /// has neither a value nor a score then, whatever the rule says of an empty denominator.
  package var unheard: IndicatorScores {
    IndicatorScores(
      set,
      items.map { item in
        if case .line(let line) = item { .line(line.unheard) } else { item }
      })
  }

  /// The indicators.
  package var lines: [Line] {
    items.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
  /// The sum of the known scores, in hundredths of a point.
  package var score: Int64 { lines.compactMap(\.score).reduce(0, +) }
  /// The most that the indicators with a score earn.
  package var knownMaximum: Int64 {
    lines.filter { $0.score != nil }.compactMap(\.indicator.maximum).reduce(0, +)
  }
  /// The most that all indicators earn.
  package var maximum: Int64 { lines.compactMap(\.indicator.maximum).reduce(0, +) }
}

extension IndicatorScores.Line {
  /// Counts and scores one indicator: by the teams' records, and where these cannot tell or have
  /// nothing to divide by, by the official figure.
  package init(
    _ indicator: Indicator, _ book: MeasureBook, _ figure: OfficialFigure?
  ) throws {
    self.indicator = indicator
    self.figure = figure
    let counted =
      try indicator.form.map { try book.value(of: $0) }
      ?? .unknown(.notRecorded(source: indicator.sourceWords))
    let isEmpty = counted.value.map { $0.denominator == 0 } ?? true
    isOfficial = isEmpty && figure != nil
    result = isOfficial ? figure.map { .known($0.value) } ?? counted : counted
    score = indicator.score(of: result)
  }

  private init(_ line: Self, _ result: RateResult, isOfficial: Bool) {
    (indicator, figure) = (line.indicator, line.figure)
    (self.result, self.isOfficial) = (result, isOfficial)
    score = line.indicator.score(of: result)
  }

  /// The same where no laptop that could tell has reported; an official figure stands.
  fileprivate var unheard: Self {
    guard !isOfficial, let form = indicator.form else { return self }
    // A rule for an empty denominator speaks of work that was reported, and of none that fell due.
    let isEmpty = result.value?.denominator == 0
    let told = isEmpty ? .unknown(.notReported) : result.unheard(form)
    guard told != result else { return self }
    return Self(self, figure.map { .known($0.value) } ?? told, isOfficial: figure != nil)
  }
}

extension Indicator {
  /// The score of a value, in hundredths of a point; nil where there is none.
  package func score(of result: RateResult) -> Int64? {
    guard let value = result.value, let threshold, threshold > 0, let maximum, maximum > 0 else {
      return nil
    }
    if let ratio = value.ratio {
      switch formula {
      case .share, .shareOrZero, .shareOrFull, .satisfaction:
        return ratio.score(maximum: maximum, threshold: threshold)
      case .average, .number, nil: return nil
      }
    }
    switch formula {
    case .shareOrZero, .satisfaction: return 0
    case .shareOrFull: return maximum
    case .share, .average, .number, nil: return nil
    }
  }
}
