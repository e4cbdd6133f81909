import FieldWork
import Pages
import SyncProtocol
import Web

/// A number over weeks, months or quarters, on the borders of one day all along, so that a merger
/// alone neither raises nor lowers it; pages and programs ask for it by the same names.
struct Trend: Sendable {
  static let stepName = "step"
  static let numberName = "number"
  static let unitName = "unit"
  static let divisionName = "division"
  /// Spans that are shown where no period is asked for.
  private static let standardSpans = 12
  /// Spans at most.
  static let maximumSpans = 60

  /// A span with its number.
  struct Line: Sendable {
    /// The span.
    let span: Period
    /// Its number; nil where there is no such number, which is not 0.
    let value: Int?
    /// Whether nobody knows it since no laptop has reported of the span, or it lies ahead.
    let isUnheard: Bool
    /// The days on which borders changed within it.
    let reforms: [LocalDate]
    /// Whether it is not over.
    let isRunning: Bool
    /// Whether the period asked for holds a part of it alone.
    let isPart: Bool
  }

  let step: SpanStep
  let number: CountedNumber
  let unit: String?
  /// What the spans are divided by; nil for the whole.
  let division: CountDimension?
  /// The unit that was asked for and is no more; `unit` is then what became of it.
  let former: TrendWords.Former?
  /// Whether more was asked for than there are spans.
  let isCut: Bool
  /// The report whose groups are the spans.
  let question: ReportQuestion
  private let today: LocalDate
  private let reached: ReachedWork
  private let laptops: [LaptopReport]

  /// Reads what is asked for; what nobody understands asks for nothing.
  ///
  /// - Parameters:
  ///   - asked: the unit that alone is asked for.
  ///   - laptops: those that could tell.
  /// - Throws: `FieldError.unknownUnit`, and `.unitNotThen` for one that went several ways.
  init(
    _ query: NamedValues, ofUnit asked: String?, _ reader: RecordReader, today: LocalDate,
    within reached: ReachedWork, laptops: [LaptopReport]
  ) throws {
    self.today = today
    self.laptops = laptops.filter(reached.covers)
    self.reached = reached
    let step = query[Self.stepName].flatMap(SpanStep.init(rawValue:)) ?? .month
    self.step = step
    number =
      query[Self.numberName].flatMap(CountedNumber.init(rawValue:))
      .flatMap { CountedNumber.ofGroups.contains($0) ? $0 : nil } ?? .visits
    (unit, former) = try Self.unit(asked, reader, today)
    division =
      query[Self.divisionName].flatMap(CountDimension.init(named:))
      .flatMap { $0.isSpan ? nil : $0 }
    let asked = try Self.period(query, step, today: today)
    isCut = asked.isCut
    question = ReportQuestion(
      NamedValues(
        (division.map { [NamedValues.Item(name: ReportQuestion.thenName, value: $0.key)] } ?? [])
          + [
            NamedValues.Item(name: "period", value: asked.period.description),
            NamedValues.Item(name: ReportQuestion.byName, value: step.dimension.key),
            // One day's borders for all spans.
            NamedValues.Item(name: ReportQuestion.bordersName, value: Format.date(today)),
          ] + (unit.map { [NamedValues.Item(name: CountDimension.unit.key, value: $0)] } ?? [])),
      today: today)
  }

  /// The unit of today that is meant: of one that was merged away what became of it, for its own
  /// borders are not today's.
  private static func unit(
    _ asked: String?, _ reader: RecordReader, _ today: LocalDate
  ) throws -> (unit: String?, former: TrendWords.Former?) {
    guard let asked else { return (nil, nil) }
    let map = try PlaceMap(reader)
    let own = map.entries.filter { $0.unit == asked }
    guard !map.hasUnit(asked, on: today), let last = own.compactMap(\.validTo).max() else {
      _ = try reader.territory(ofUnit: asked, on: today)
      return (asked, nil)
    }
    let heirs = Set(
      own.filter { $0.isValid(on: last) }.flatMap { map.units(of: $0.scope, on: today) }
    ).sorted()
    let names = heirs.map { map.name(of: $0, on: today) ?? $0 }
    guard let heir = heirs.first, let name = names.first, heirs.count == 1 else {
      throw FieldError.unitNotThen(asked, today, others: names)
    }
    return (
      heir,
      TrendWords.Former(
        name: map.name(of: asked, on: last) ?? asked, lastDay: last, successor: name)
    )
  }

  /// The period that is asked for, at most so many spans of it; the last spans where none is.
  private static func period(
    _ query: NamedValues, _ step: SpanStep, today: LocalDate
  ) throws -> (period: Period, isCut: Bool) {
    let isAsked = PeriodChoice.names.contains { !(query[$0] ?? "").isEmpty }
    let asked = isAsked ? PeriodChoice(query, today: today).period : nil
    let last = Period(step.kind, holding: min(asked?.to ?? today, today))
    guard let last else { throw InputProblem.periodUnreadable }
    var first = last
    for _ in 1..<(asked == nil ? standardSpans : maximumSpans)
    where asked.map({ first.from > $0.from }) ?? true {
      first = first.previous
    }
    let from = max(first.from, asked?.from ?? first.from)
    let to = asked.map { min($0.to, last.to) } ?? last.to
    let isCut = asked.map { $0.from < first.from } ?? false
    return (try Period(from: from, to: max(from, to)), isCut)
  }

  /// The spans of the question, the earliest first.
  var spans: [Period] {
    let period = question.choice.period
    var spans: [Period] = []
    var span = Period(step.kind, holding: period.from)
    while let present = span, present.from <= period.to, spans.count < Self.maximumSpans {
      spans.append(present)
      span = present.next
    }
    return spans
  }

  /// The spans with their numbers, the earliest first.
  func lines(_ reader: RecordReader, _ counted: CountShelf) throws -> [Line] {
    var query = question.query(within: reached)
    query.dimensions = [step.dimension]
    let count = try counted.count(query, reader)
    let found = Dictionary(
      count.groups.map { ($0.keys.first ?? .none, $0.numbers) },
      uniquingKeysWith: { first, _ in first })
    let reforms = try reforms(query, reader)
    let hasNumber = number.value(of: count.total) != nil
    // Before the first record of the period nobody knows of anything: this is not 0.
    let first = count.groups.compactMap { group -> Int64? in
      if case .integer(let day) = group.keys.first { day } else { nil }
    }.min()
    return spans.map { span in
      let value = found[.date(span.from)].flatMap(number.value)
      let isUnheard = hasNumber && (value ?? 0) == 0 && isSilent(span)
      let isKnown = first.map { $0 <= Int64(span.from.daysSince1970) } ?? false
      return Line(
        span: span, value: hasNumber && isKnown && !isUnheard ? value ?? 0 : nil,
        isUnheard: isUnheard,
        reforms: reforms.filter(span.contains), isRunning: span.to >= today,
        isPart: span.from < query.period.from || span.to > query.period.to)
    }
  }

  /// Whether no laptop has reported anything of a span.
  private func isSilent(_ span: Period) -> Bool {
    Coverage(of: span, today: today, laptops: laptops.map(\.covered)).isSilent
  }

  /// The groups of what the spans are divided by, over the spans of the question.
  func groups(
    _ division: CountDimension, _ reader: RecordReader, _ counted: CountShelf
  ) throws -> TrendGroups {
    try TrendGroups(
      question, step, division, number, spans.map { ($0, isSilent($0)) }, reader, counted,
      within: reached)
  }

  /// The first days of other borders of what is counted.
  private func reforms(_ query: CountQuery, _ reader: RecordReader) throws -> [LocalDate] {
    let map = try PlaceMap(reader)
    let day = query.frame.places
    let scopes = query.territory.map { Set($0.touchedScopes) }
    return Set(
      map.entries.filter { entry in
        if let unit, !map.units(of: entry.scope, on: day).contains(unit) { return false }
        return scopes.map { $0.contains(entry.scope) } ?? true
      }.compactMap(\.validFrom).filter { query.period.contains($0) && $0 > query.period.from }
    ).sorted()
  }
}
