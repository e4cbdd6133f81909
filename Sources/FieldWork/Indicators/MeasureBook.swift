import SyncProtocol

/// Counts measures for one question, and reads each kind of record once.
///
/// Everything is taken as of one moment: the end of the period, or now where it is still running.
package final class MeasureBook {
  /// The question.
  package let query: CountQuery
  /// The moment.
  package let asOf: LocalDateTime
  let reader: RecordReader
  let calendar: WorkingCalendar?
  /// What it shares with the parts that it is divided into.
  let basis: MeasureBasis
  /// What it shares with the other parts of a divided question, and where it stands among them; nil for
  /// a question of its own.
  private let part: (facts: QuestionFacts, key: CountKey)?
  private lazy var own = QuestionFacts(query, along: nil, reader, asOf: asOf, basis)
  private lazy var procedures = Result {
    try reader.procedureFacts(query, basis.catalogue.get(), facts(\.dossiers, of: .submission))
  }
  private lazy var groups = Result { try reader.groupFacts(query, basis.groups.get()) }

  /// Opens a book.
  ///
  /// - Parameters:
  ///   - now: what is known of the present; a period that is over is judged at its end.
  ///   - calendar: what the centre keeps stands on it; the national one when nil.
  package convenience init(
    _ query: CountQuery, _ reader: RecordReader, now: LocalDateTime,
    calendar: WorkingCalendar? = nil
  ) {
    self.init(query, reader, now: now, calendar: calendar, basis: nil, part: nil)
  }

  /// - Parameters:
  ///   - basis: of the question that this one is a part of; nil for a question of its own.
  ///   - part: what it has in common with the other parts, and which of them it is; likewise.
  init(
    _ query: CountQuery, _ reader: RecordReader, now: LocalDateTime, calendar: WorkingCalendar?,
    basis: MeasureBasis?, part: (facts: QuestionFacts, key: CountKey)?
  ) {
    let end = LocalDateTime(query.period.to, minuteOfDay: 1_439)
    let start = LocalDateTime(query.period.from, minuteOfDay: 0)
    let reader = reader.readingPlacesOnce()
    self.reader = reader
    self.calendar = calendar
    asOf = max(start, min(end, now))
    var query = query
    if query.placesOn == nil { query.placesOn = query.territory?.asOf ?? asOf.date }
    self.query = query
    self.basis = basis ?? MeasureBasis(query, reader, on: asOf.date, calendar)
    self.part = part
  }

  /// Facts of the question's records of a kind.
  private func facts<Facts>(
    _ facts: KeyPath<QuestionFacts, QuestionFacts.Parts<Facts>>, of kind: CountedKind
  ) throws -> [Facts] {
    if let part, part.facts.dimension?.divides(kind) ?? false {
      return try part.facts[keyPath: facts].get()[part.key] ?? []
    }
    return try own[keyPath: facts].get()[.none] ?? []
  }

  /// The official figures of a set that answer the question, by the code of their indicators.
  func officialFigures(
    of set: String, _ level: IndicatorScores.Level
  ) throws -> [String: OfficialFigure] {
    try reader.officialFigures(of: set, query, level)
  }

  /// Gets ready for several rates, which then share what they read.
  package func expect(_ forms: [RateForm]) {
    let readsAllDossiers = forms.flatMap(\.measures).contains {
      if case .waiting = $0.rule { true } else { false }
    }
    own.readsAllDossiers = readsAllDossiers
    part?.facts.readsAllDossiers = readsAllDossiers
  }

  /// What a rate is.
  package func value(of form: RateForm) throws -> RateResult {
    switch form {
    case .share(let part, let whole), .average(let part, let whole):
      return try quotient(part, of: whole)
    case .number(let measure): return try number(measure)
    case .satisfaction: return try satisfaction()
    }
  }

  private func quotient(_ part: Measure, of whole: Measure) throws -> RateResult {
    if let why = try whyUnknown([part, whole]) { return .unknown(why) }
    var (numerator, denominator, unrecorded): (Int64, Int64, Int) = (0, 0, 0)
    let isOneKind = try each(part, of: whole) { place, _ in
      switch place {
      case .counted(let part, let whole):
        numerator += Int64(part)
        denominator += Int64(whole)
      case .unrecorded: unrecorded += 1
      case .outside: break
      }
    }
    guard isOneKind else { return .unknown(.mismatch) }
    return .known(RateValue(numerator, of: denominator, unrecorded: unrecorded))
  }

  private func number(_ measure: Measure) throws -> RateResult {
    if let why = try whyUnknown([measure]) { return .unknown(why) }
    var (sum, unrecorded): (Int64, Int) = (0, 0)
    _ = try each(measure, of: nil) { place, _ in
      switch place {
      case .counted(let part, _): sum += Int64(part)
      case .unrecorded: unrecorded += 1
      case .outside: break
      }
    }
    return .known(RateValue(sum, of: nil, unrecorded: unrecorded))
  }

  private func satisfaction() throws -> RateResult {
    let parts = try RateForm.satisfactionParts.map { try quotient($0, of: $1) }
    if let unknown = parts.first(where: { $0.value == nil }) { return unknown }
    let values = parts.compactMap(\.value)
    let unrecorded = values.map(\.unrecorded).reduce(0, +)
    guard let late = values[0].ratio else {
      return .known(RateValue(0, of: 0, unrecorded: unrecorded))
    }
    guard let disliked = values[1].ratio else { return .unknown(.noRatings) }
    guard let rest = Ratio.rest(without: late, disliked) else { return .unknown(.noRatings) }
    return .known(
      RateValue(rest.numerator, of: rest.denominator, unrecorded: unrecorded))
  }

  private func whyUnknown(_ measures: [Measure]) throws -> RateUnknown? {
    for measure in measures {
      let missing = measure.rule.ignores(query)
      if !missing.isEmpty { return .filter(missing) }
    }
    let asksForCatalogue = measures.contains { Measure.ofCatalogue.contains($0.key) }
    if asksForCatalogue, try procedures.get().allSatisfy({ $0.level == nil }) {
      return .noCatalogue(asOf.date)
    }
    return nil
  }
}

extension Measure {
  /// Measures that mean nothing without a catalogue.
  fileprivate static let ofCatalogue: Set<String> = [
    "catalogue", "catalogue-online", "catalogue-full", "catalogue-partial",
    "online-services-filed",
  ]

  /// Whether laptops report it.
  var restsOnReports: Bool {
    switch rule {
    case .feedback, .member, .group: false
    case .procedure: !Self.ofCatalogue.contains(key)
    default: true
    }
  }
}

/// One record behind a rate.
package struct MeasureLine: Hashable, Sendable {
  /// How a record stands in a rate.
  package enum Place: Hashable, Sendable {
    /// It counts so much above and below the line.
    case counted(Int, of: Int)
    /// What decides was not recorded.
    case unrecorded
    /// It is none of those that the rate is about.
    case outside
  }

  /// The record.
  package let identity: MeasuredIdentity
  /// How it stands.
  package let place: Place
  /// What bears on it.
  package let note: BilingualText?
}

extension MeasureBook {
  /// The records behind a rate, but for those that it is not about.
  package func lines(of form: RateForm) throws -> [MeasureLine] {
    var lines: [MeasureLine] = []
    func add(_ part: Measure, of whole: Measure?) throws {
      _ = try each(part, of: whole) { place, line in
        if place == .outside { return }
        if whole == nil, case .counted(0, _) = place { return }
        lines.append(line())
      }
    }
    switch form {
    case .share(let part, let whole), .average(let part, let whole): try add(part, of: whole)
    case .number(let measure): try add(measure, of: nil)
    case .satisfaction: for (part, whole) in RateForm.satisfactionParts { try add(part, of: whole) }
    }
    return lines
  }

  /// Says of every record how it stands, and what it is when asked; false where the two measures are
  /// not over one kind.
  private func each(_ part: Measure, of whole: Measure?, _ body: Visit) throws -> Bool {
    switch (part.rule, whole?.rule) {
    case (.dossier(let part), .dossier(let whole)?):
      fold(try facts(\.dossiers, of: .submission), part, whole, body)
    case (.dossier(let part), nil): fold(try facts(\.dossiers, of: .submission), part, nil, body)
    case (.waiting(let part), .waiting(let whole)?):
      fold(try facts(\.waiting, of: .submission), part, whole, body)
    case (.waiting(let part), nil): fold(try facts(\.waiting, of: .submission), part, nil, body)
    case (.procedure(let part), .procedure(let whole)?):
      fold(try procedures.get(), part, whole, body)
    case (.procedure(let part), nil): fold(try procedures.get(), part, nil, body)
    case (.assist(let part), .assist(let whole)?):
      fold(try facts(\.assists, of: .assist), part, whole, body)
    case (.assist(let part), nil): fold(try facts(\.assists, of: .assist), part, nil, body)
    case (.visit(let part), .visit(let whole)?):
      fold(try facts(\.visits, of: .visit), part, whole, body)
    case (.visit(let part), nil): fold(try facts(\.visits, of: .visit), part, nil, body)
    case (.task(let part), .task(let whole)?):
      fold(try facts(\.tasks, of: .task), part, whole, body)
    case (.task(let part), nil): fold(try facts(\.tasks, of: .task), part, nil, body)
    case (.listed(let part), .listed(let whole)?):
      fold(try facts(\.listed, of: .household), part, whole, body)
    case (.listed(let part), nil): fold(try facts(\.listed, of: .household), part, nil, body)
    case (.feedback(let part), .feedback(let whole)?):
      fold(try facts(\.feedback, of: .feedback), part, whole, body)
    case (.feedback(let part), nil): fold(try facts(\.feedback, of: .feedback), part, nil, body)
    case (.resident(let part), .resident(let whole)?):
      fold(try facts(\.residents, of: .household), part, whole, body)
    case (.resident(let part), nil): fold(try facts(\.residents, of: .household), part, nil, body)
    case (.household(let part), .household(let whole)?):
      fold(try facts(\.households, of: .household), part, whole, body)
    case (.household(let part), nil): fold(try facts(\.households, of: .household), part, nil, body)
    case (.member(let part), .member(let whole)?):
      fold(try facts(\.members, of: .member), part, whole, body)
    case (.member(let part), nil): fold(try facts(\.members, of: .member), part, nil, body)
    case (.group(let part), .group(let whole)?): fold(try groups.get(), part, whole, body)
    case (.group(let part), nil): fold(try groups.get(), part, nil, body)
    default: return false
    }
    return true
  }

  /// What is made of a record: how it stands, and the line that tells it, made only when asked for.
  private typealias Visit = (MeasureLine.Place, () -> MeasureLine) -> Void

  /// No record counts more: numbers from outside stay far from where sums overflow.
  private static let most = 1_000_000

  private func fold<Facts: MeasuredFacts>(
    _ facts: [Facts], _ part: (Facts) -> Int?, _ whole: ((Facts) -> Int?)?, _ body: Visit
  ) {
    func bounded(_ value: Int) -> Int { min(max(value, 0), Self.most) }
    for facts in facts {
      let below = whole.map { $0(facts).map(bounded) } ?? 1
      let place: MeasureLine.Place =
        switch (below, part(facts)) {
        case (0?, _): .outside
        case (let below?, let above?): .counted(bounded(above), of: below)
        case (nil, _), (_, nil): .unrecorded
        }
      body(place) { MeasureLine(identity: facts.identity, place: place, note: facts.note) }
    }
  }
}

extension Measure.Rule {
  /// What a question filters by though these records do not have it.
  fileprivate func ignores(_ query: CountQuery) -> [CountDimension] {
    let asked = CountDimension.allCases.filter { query.filters[$0] != nil }
    switch self {
    case .dossier, .waiting: return asked.filter { $0.column(of: .submission) == nil }
    case .procedure:
      // The catalogue is what it is; dossiers are those that the question keeps.
      return asked.filter { $0.column(of: .submission) == nil }
    case .assist: return asked.filter { $0.column(of: .assist) == nil }
    case .visit: return asked.filter { $0.column(of: .visit) == nil }
    case .feedback: return asked.filter { $0.column(of: .feedback) == nil }
    case .resident, .household: return asked.filter { $0.column(of: .household) == nil }
    case .task: return asked.filter { $0.column(of: .task) == nil }
    case .listed:
      return asked.filter { $0 != .campaign && $0.column(of: .household) == nil }
    case .member: return asked.filter { $0.column(of: .member) == nil }
    case .group: return asked.filter { $0 != .hamlet && $0 != .unit }
    }
  }
}

extension RecordReader {
  /// What people call what stands behind a number.
  package func code(of identity: MeasuredIdentity) throws -> String {
    switch identity {
    case .procedure(let code): return code
    case .row(let table, let id):
      guard let kind = RecordCode.Kind.allCases.first(where: { $0.table.id == table }) else {
        return "#\(id.rawValue)"
      }
      return try codeText(of: id, in: kind.table)
    }
  }
}
