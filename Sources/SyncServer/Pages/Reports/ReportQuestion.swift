import FieldWork
import Pages
import SyncProtocol
import Web

/// What a report is about, as its address says it: the period, what it is divided by, what alone is
/// asked for, and the day whose borders are meant. Codes, rows and choices, never names.
struct ReportQuestion {
  static let byName = "by"
  static let thenName = "then"
  static let bordersName = "borders"
  /// What stands in the address for a report that is not divided.
  static let undivided = "none"

  let choice: PeriodChoice
  /// What the numbers are divided by: at most two.
  let dimensions: [CountDimension]
  /// Only what has this value, in the order of all dimensions.
  let filters: [(dimension: CountDimension, key: CountKey)]
  /// The day whose hamlets and units are meant; the last one of the period where none was asked for.
  let borders: LocalDate?
  /// What was typed as that day.
  let typedBorders: String
  /// What is wrong with it, which then asks for nothing.
  let problem: InputProblem?
  /// What the address asks for and nobody understands here, as it stands there: it asks for nothing.
  let ignored: [String]

  /// Reads a query; what it does not know asks for nothing.
  init(_ query: NamedValues, today: LocalDate) {
    choice = PeriodChoice(query, today: today)
    // What nobody understands divides as if it were not there: no line at all would read as if there
    // were no record.
    let typed = query[Self.byName].flatMap { name in
      name.isEmpty || name == Self.undivided || CountDimension(named: name) != nil ? name : nil
    }
    let names = [typed ?? CountDimension.team.key, query[Self.thenName] ?? ""]
    var dimensions: [CountDimension] = []
    for dimension in names.compactMap(CountDimension.init(named:))
    where !dimensions.contains(dimension) {
      dimensions.append(dimension)
    }
    self.dimensions = dimensions
    filters = CountDimension.allCases.compactMap { dimension in
      guard let text = query[dimension.key], !text.isEmpty, text.utf8.count <= 400,
        let key = CountKey(address: text, along: dimension)
      else { return nil }
      return (dimension, key)
    }
    ignored =
      [Self.byName, Self.thenName].filter { name in
        guard let text = query[name], !text.isEmpty, text != Self.undivided else { return false }
        return CountDimension(named: text) == nil
      }.map { "\($0)=\(String((query[$0] ?? "").prefix(60)))" }
      + CountDimension.allCases.compactMap { dimension in
        guard let text = query[dimension.key], !text.isEmpty,
          text.utf8.count > 400 || CountKey(address: text, along: dimension) == nil
        else { return nil }
        return "\(dimension.key)=\(String(text.prefix(60)))"
      }
    typedBorders = String((query[Self.bordersName] ?? "").prefix(40))
    do {
      borders = typedBorders.isEmpty ? nil : try Format.parseDate(typedBorders)
      problem = nil
    } catch {
      borders = nil
      problem = error
    }
  }

  /// Refuses a unit that never was here: no number at all would read as if nothing had been done in
  /// it.
  /// - Throws: `FieldError.unknownUnit`; `ReachProblem` for one that whoever asks may not see.
  func checkUnits(_ reader: RecordReader, within reached: ReachedWork) throws {
    for filter in filters where [.unit, .hamlet].contains(filter.dimension) {
      guard try reached.mayHold(filter.key, along: filter.dimension, reader) else {
        throw ReachProblem(dimension: filter.dimension)
      }
    }
    for filter in filters where filter.dimension == .unit {
      guard case .text(let code) = filter.key else { continue }
      guard try PlaceMap(reader).entries.contains(where: { $0.unit == code }) else {
        throw FieldError.unknownUnit(String(code.prefix(20)))
      }
    }
  }

  /// Refuses a query that says something nobody understands here: left alone, it would be answered
  /// with more than was asked for.
  ///
  /// - Parameter beside: names that mean something beside those of a question.
  /// - Throws: `ProgramProblem.unknownParameter`, `.parameter`; what is wrong with the period or the
  ///   day of the borders.
  static func check(_ query: NamedValues, beside: [String], today: LocalDate) throws {
    let filters = CountDimension.allCases.map(\.key)
    let known = PeriodChoice.names + [byName, thenName, bordersName] + beside + filters
    for item in query.items {
      guard known.contains(item.name) else {
        throw ProgramProblem.unknownParameter(String(item.name.prefix(40)), known: known)
      }
    }
    let question = ReportQuestion(query, today: today)
    if let problem = question.choice.problem ?? question.problem { throw problem }
    for dimension in CountDimension.allCases {
      guard let text = query[dimension.key], !text.isEmpty else { continue }
      guard question.filters.contains(where: { $0.dimension == dimension }) else {
        throw ProgramProblem.parameter(dimension.key, dimension.words)
      }
    }
    let names = [query[byName], query[thenName]].compactMap(\.self)
    for name in names where !name.isEmpty && name != undivided {
      guard CountDimension(named: name) != nil else {
        throw ProgramProblem.parameter(byName, ([undivided] + filters).joined(separator: ", "))
      }
    }
  }

  private init(
    _ other: ReportQuestion, filters: [(dimension: CountDimension, key: CountKey)]
  ) {
    choice = other.choice
    dimensions = other.dimensions
    borders = other.borders
    typedBorders = other.typedBorders
    problem = other.problem
    ignored = other.ignored
    self.filters = filters
  }

  /// The same about one group: its keys stand in the order of the dimensions.
  func narrowed(to keys: [CountKey]) -> ReportQuestion {
    let own = Dictionary(
      zip(dimensions, keys).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    return ReportQuestion(
      self,
      filters: CountDimension.allCases.compactMap { dimension in
        (own[dimension] ?? filters.first { $0.dimension == dimension }?.key).map {
          (dimension, $0)
        }
      })
  }

  /// The same without what is asked for along some dimensions.
  func without(_ dropped: [CountDimension]) -> ReportQuestion {
    ReportQuestion(self, filters: filters.filter { !dropped.contains($0.dimension) })
  }

  /// The question to the counting function, as far as somebody's rights reach.
  func query(within reached: ReachedWork) -> CountQuery {
    var query = reached.query(choice.period, by: dimensions)
    query.placesOn = borders
    for (dimension, key) in filters {
      query.filters[dimension] = query.filters[dimension].map { $0.intersection([key]) } ?? [key]
    }
    return query
  }

  /// What stands in the address beside the period.
  var itemsBesidePeriod: [NamedValues.Item] {
    divisionItems + furtherItems
  }

  /// The period in the address.
  var periodItem: NamedValues.Item { choice.item }

  /// All that stands in the address.
  var items: [NamedValues.Item] {
    [periodItem] + itemsBesidePeriod
  }

  /// The same without what the numbers are divided by, for the form that asks for it.
  var undividedItems: [NamedValues.Item] {
    [periodItem] + filterItems
  }

  private var divisionItems: [NamedValues.Item] {
    let names = dimensions.isEmpty ? [Self.undivided] : dimensions.map(\.key)
    return zip([Self.byName, Self.thenName], names).map(NamedValues.Item.init(name:value:))
  }

  private var filterItems: [NamedValues.Item] {
    filters.map {
      NamedValues.Item(name: $0.dimension.key, value: $0.key.address(along: $0.dimension))
    }
  }

  private var furtherItems: [NamedValues.Item] {
    filterItems
      + (borders.map { [NamedValues.Item(name: Self.bordersName, value: Format.date($0))] } ?? [])
  }

  /// Where a page answers this.
  func address(_ path: String, _ further: [NamedValues.Item] = []) -> String {
    "\(path)?\(NamedValues(items + further).encoded)"
  }
}
