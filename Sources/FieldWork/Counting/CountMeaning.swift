import SyncProtocol

/// Where a group stands along one dimension.
package enum CountKey: Hashable, Sendable {
  /// Nothing is recorded.
  case none
  /// A row, a choice, or the first day of a span.
  case integer(Int64)
  /// A code, a language or a sector.
  case text(String)

  /// The key of a row; none without it.
  package static func row(_ id: RowID?) -> CountKey { id.map { .integer($0.rawValue) } ?? .none }

  /// The key of a choice.
  package static func choice(_ choice: some RecordEnumeration) -> CountKey {
    .integer(choice.rawValue)
  }

  /// The key of a day, or of the span that it begins.
  package static func date(_ date: LocalDate) -> CountKey { .integer(Int64(date.daysSince1970)) }

  /// The row that it names, along a dimension of rows.
  package var row: RowID? {
    if case .integer(let number) = self { RowID(rawValue: number) } else { nil }
  }

  /// An order that is the same on every machine; groups without a value come last.
  static func precedes(_ left: CountKey, _ right: CountKey) -> Bool? {
    switch (left, right) {
    case (.none, .none): nil
    case (.none, _): false
    case (_, .none): true
    case (.integer(let left), .integer(let right)): left == right ? nil : left < right
    case (.integer, .text): true
    case (.text, .integer): false
    case (.text(let left), .text(let right)):
      left.utf8.elementsEqual(right.utf8)
        ? nil : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}

/// What bears on a count beside its records: the day whose borders are meant, and how months are cut.
package struct CountFrame: Hashable, Sendable {
  /// The day whose hamlets and units are meant.
  package let places: LocalDate
  /// The last day that belongs to a reporting month; nil for months of the calendar.
  package let cutOff: Int?

  /// Describes a frame.
  package init(places: LocalDate, cutOff: Int? = nil) {
    self.places = places
    self.cutOff = cutOff
  }
}

/// What a value that was read from a record stands for in the answer.
enum CountMeaning: Sendable {
  /// Itself.
  case itself
  /// The hamlet that the row was or became on the day of the frame.
  case hamlet
  /// The unit in which the hamlet lay on the day of the frame.
  case unit
  /// The code where it is an administrative procedure.
  case procedure
  /// The sector of the procedure or service.
  case sector
  /// The first day of the span that holds the day.
  case span(Period.Kind)

  var isItself: Bool { if case .itself = self { true } else { false } }

  /// A function from what is read to what it stands for; nil where the two are the same.
  func resolver(
    _ reader: RecordReader, _ frame: CountFrame
  ) throws -> ((CountKey) -> CountKey)? {
    switch self {
    case .itself: return nil
    case .hamlet:
      let hamlets = try HamletNames(reader, on: frame.places)
      return { key in key.row.map { .row(hamlets.canonical($0)) } ?? .none }
    case .unit:
      let map = try reader.placeMap()
      return { key in
        key.row.flatMap(map.place).flatMap { map.unit(of: $0, on: frame.places) }
          .map { .text($0) } ?? .none
      }
    case .procedure:
      let directory = try reader.directoryProcedures()
      return { key in
        guard case .text(let code) = key else { return .none }
        return directory[code] != nil || Procedures.procedure(code: code) != nil ? key : .none
      }
    case .sector:
      let directory = try reader.directorySectors()
      return { key in
        guard case .text(let code) = key else { return .none }
        let sector = directory[code] ?? Procedures.procedure(code: code)?.sector
        return sector.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
      }
    case .span(let kind):
      return { key in
        guard case .integer(let number) = key else { return .none }
        let date = LocalDate(daysSince1970: Int(clamping: number))
        return Period(kind, holding: date, cutOff: frame.cutOff).map { .date($0.from) } ?? .none
      }
    }
  }
}

/// The hamlets of a day: which rows are one hamlet, and what they are called.
struct HamletNames {
  private let map: PlaceMap
  private let day: LocalDate
  private let twins: [LocalDate?: [Place]]

  init(_ reader: RecordReader, on day: LocalDate) throws {
    map = try reader.placeMap()
    self.day = day
    twins = Dictionary(grouping: map.places.filter { $0.isValid(on: day) }) { $0.validFrom }
  }

  /// The row that stands for a hamlet on the day: the smallest of those that became one. A row of
  /// a split hamlet stands for itself, since nobody knows the part.
  func canonical(_ row: RowID) -> RowID {
    guard let place = map.place(row), let then = map.hamlet(place, on: day) else { return row }
    // Twins of a merger began on one day; a hamlet from always has none.
    guard then.validFrom != nil else { return then.id }
    return twins[then.validFrom]?.first { $0.isSameHamlet(as: then) }?.id ?? then.id
  }
}

extension RecordReader {
  /// The sectors that the directory gives to codes of services and procedures, the latest word for
  /// each.
  func directorySectors() throws -> [String: String] {
    let services = try latest(
      "SELECT code, sector FROM service WHERE hidden IS NULL AND void_reason IS NULL")
    return services.merging(try directoryProcedures()) { service, _ in service }
      .filter { !$0.value.isEmpty }
  }

  /// The procedures of the directory with their sectors, empty where it does not say.
  func directoryProcedures() throws -> [String: String] {
    try latest(
      "SELECT code, sector FROM procedure_version WHERE hidden IS NULL AND void_reason IS NULL")
  }

  private func latest(_ select: String) throws -> [String: String] {
    let rows = try connection.rows("\(select) AND code IS NOT NULL ORDER BY valid_from, rid") {
      (try $0.text(at: 0), try $0.optionalText(at: 1) ?? "")
    }
    return Dictionary(rows) { earlier, later in later.isEmpty ? earlier : later }
  }
}
