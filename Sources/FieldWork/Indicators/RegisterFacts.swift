import SQLite
import SyncProtocol

/// A resident of the register with what was last observed of them by a day. One person counts once,
/// however many rows they have.
struct ResidentFacts: MeasuredFacts {
  let row: RowID
  /// Their household.
  let household: RowID
  /// The hamlet of that.
  let place: RowID?
  /// Whether they are of age on the day; nil without a year of birth. Where only the year is known,
  /// the first of January stands for the day.
  let isAdult: Bool?
  /// The VNeID level: 0, 1 or 2.
  let identityLevel: Int64?
  /// The digital signature: none 0, issued 1, used 2.
  let signature: Int64?

  var identity: MeasuredIdentity { .row(ResidentTable.definition.id, row) }
  var note: BilingualText? {
    guard let identityLevel else { return nil }
    return ChoiceList.observationLevels[1]?[identityLevel]?.words
  }

  /// The age from which somebody is counted among the adults.
  static let adultAge = 18
}

/// A household of the register with what was last observed of it by a day.
struct HouseholdFacts: MeasuredFacts {
  let row: RowID
  /// Whether each service was paid without cash, by the numbers of `ChoiceList.cashlessService`.
  let cashless: [Int64: Bool]
  /// None 0, mobile 1, broadband 2, fibre 3.
  let connectivity: Int64?

  var identity: MeasuredIdentity { .row(HouseholdTable.definition.id, row) }
  var note: BilingualText? { nil }
}

/// The latest observation of everything by a day.
struct LatestObservations {
  /// What is observed of a row: a kind, and the service of a payment.
  private struct Subject: Hashable {
    let row: RowID
    let kind: Int64
    var service: Int64 = 0
  }

  private var levels: [Subject: Int64] = [:]
  /// Those of whom anything is observed.
  private var rows: Set<RowID> = []

  /// Reads them; those of one person or household go together.
  init(_ reader: RecordReader, by day: LocalDate, _ residents: Persons, _ households: Persons)
    throws
  {
    try reader.connection.withStatement(
      """
      SELECT o.resident, coalesce(o.household, r.household), o.kind, o.cashless_service, o.level
      FROM observation AS o LEFT JOIN resident AS r ON r.rid = o.resident
      WHERE o.hidden IS NULL AND o.void_reason IS NULL AND o.date <= ? AND o.level IS NOT NULL
      ORDER BY o.date, o.rid
      """
    ) { statement in
      try statement.bind(all: [.integer(Int64(day.daysSince1970))])
      while try statement.step() {
        var row = ColumnReader(statement)
        let resident = try row.reference()
        let household = try row.reference()
        guard let kind = try row.integer() else { continue }
        let service = try row.integer() ?? 0
        guard let level = try row.integer() else { continue }
        let isOfPerson = kind == Self.identity || kind == Self.signature
        guard
          let subject = isOfPerson
            ? resident.map(residents.canonical) : household.map(households.canonical)
        else { continue }
        rows.insert(subject)
        levels[Subject(row: subject, kind: kind, service: kind == Self.cashless ? service : 0)] =
          level
      }
    }
  }

  /// What was observed last of a row; nil where nobody observed it.
  func level(of row: RowID, _ kind: Int64, service: Int64 = 0) -> Int64? {
    // Of most nothing is observed: that is known by one look.
    rows.contains(row) ? levels[Subject(row: row, kind: kind, service: service)] : nil
  }

  /// What was observed last of a household.
  ///
  /// - Parameters:
  ///   - name: its canonical row.
  ///   - row: the row that stands for it.
  func household(_ name: RowID, of row: RowID) -> HouseholdFacts {
    var cashless: [Int64: Bool] = [:]
    if rows.contains(name) {
      for service in ChoiceList.cashlessService.choices.map(\.number) {
        cashless[service] = level(of: name, Self.cashless, service: service).map { $0 > 0 }
      }
    }
    return HouseholdFacts(
      row: row, cashless: cashless, connectivity: level(of: name, Self.connectivity))
  }

  // Numbers of `ChoiceList.observationKind`.
  static let identity: Int64 = 1
  static let signature: Int64 = 2
  static let cashless: Int64 = 3
  static let connectivity: Int64 = 4
}

/// Facts of persons or households, each once however many rows they have.
private struct FactsByPerson<Facts> {
  private(set) var facts: [Facts] = []
  /// Where those stand that have several rows, by their canonical one.
  private var places: [RowID: Int] = [:]
  private let persons: Persons

  init(_ persons: Persons) { self.persons = persons }

  /// What is known of whoever a row is of; nil for nothing, and for a row that stands alone.
  func known(_ row: RowID) -> Facts? {
    persons.isAlone(row) ? nil : places[persons.canonical(row)].map { facts[$0] }
  }

  /// Says it, once for each row at most, and instead of what was known.
  mutating func set(_ said: Facts, of row: RowID) {
    guard !persons.isAlone(row) else { return facts.append(said) }
    let name = persons.canonical(row)
    if let place = places[name] {
      facts[place] = said
    } else {
      places[name] = facts.count
      facts.append(said)
    }
  }
}

/// The same by where their households stand along what divides a question: whoever has rows in several
/// parts counts in each.
private struct PartedPersons<Facts> {
  private var places: [FactsByPerson<Facts>] = []
  private let persons: Persons

  init(_ persons: Persons) { self.persons = persons }

  /// As in `FactsByPerson`, at one place.
  func known(_ row: RowID, at place: Int) -> Facts? {
    places.indices.contains(place) ? places[place].known(row) : nil
  }

  /// As in `FactsByPerson`, at one place.
  mutating func set(_ said: Facts, of row: RowID, at place: Int) {
    while places.count <= place { places.append(FactsByPerson(persons)) }
    places[place].set(said, of: row)
  }

  /// The facts, sorted; `keys` are what the places stand for.
  func byKey(
    _ keys: [CountKey], _ isBefore: (Facts, Facts) -> Bool
  ) -> [CountKey: [Facts]] {
    Dictionary(uniqueKeysWithValues: zip(keys, places.map { $0.facts.sorted(by: isBefore) }))
  }
}

/// Where residents live.
private struct Home {
  /// What it is read from.
  static let columns = ["h.rid", "h.place"]

  let household: RowID
  let hamlet: RowID?

  init?(_ statement: Statement, at column: Int) throws {
    guard let household = RowID(rawValue: try statement.integer(at: column)) else { return nil }
    self.household = household
    hamlet = try statement.optionalInteger(at: column + 1).flatMap(RowID.init(rawValue:))
  }
}

/// What is known of the register by a day whatever part of it a question is about.
struct RegisterBasis {
  fileprivate let day: LocalDate
  fileprivate let persons: (residents: Persons, households: Persons)
  /// Rows that live on in another scope.
  fileprivate let gone: (residents: Set<RowID>, households: Set<RowID>)
  fileprivate let observed: LatestObservations

  init(_ reader: RecordReader, by day: LocalDate) throws {
    self.day = day
    persons = (try reader.persons(.resident), try reader.persons(.household))
    gone = (try reader.movedAway(.resident), try reader.movedAway(.household))
    observed = try LatestObservations(reader, by: day, persons.residents, persons.households)
  }
}

extension RecordReader {
  /// The households that a question asks about, as observed by a day, by where they stand along what
  /// divides it.
  func householdFacts(
    _ query: CountQuery, along dimension: CountDimension?, _ basis: RegisterBasis
  ) throws -> [CountKey: [HouseholdFacts]] {
    let persons = basis.persons.households
    var parts = PartedPersons<HouseholdFacts>(persons)
    let keys = try forEach(
      .household, in: query, along: dimension, select: ["h.rid"]
    ) { statement, place in
      var row = ColumnReader(statement)
      guard let id = try row.reference(), !basis.gone.households.contains(id) else { return }
      guard parts.known(id, at: place) == nil else { return }
      parts.set(basis.observed.household(persons.canonical(id), of: id), of: id, at: place)
    }
    return parts.byKey(keys) { $0.row < $1.row }
  }

  /// The residents, likewise.
  func residentFacts(
    _ query: CountQuery, along dimension: CountDimension?, _ basis: RegisterBasis
  ) throws -> [CountKey: [ResidentFacts]] {
    try keyring.reading {
      try (birthYears ?? BirthYears()).reading(keyring) { years in
        try readResidents(query, along: dimension, basis, &years)
      }
    }
  }

  private func readResidents(
    _ query: CountQuery, along dimension: CountDimension?, _ basis: RegisterBasis,
    _ years: inout BirthYears.Book
  ) throws -> [CountKey: [ResidentFacts]] {
    let persons = basis.persons.residents
    let opener = ValueOpener(keyring, ResidentTable.definition)
    var parts = PartedPersons<ResidentFacts>(persons)
    let keys = try forEachResident(of: query, along: dimension) { statement, home, place in
      guard let id = RowID(rawValue: try statement.integer(at: 0)),
        !basis.gone.residents.contains(id)
      else { return }
      let known = parts.known(id, at: place)
      // Of a person's rows the one that tells the year of birth speaks for them.
      if let known, known.isAdult != nil || statement.isNull(at: 1) { return }
      // What is sealed is opened as far as the answer needs: for most the year alone.
      let isAdult = try Self.isAdult(on: basis.day) { part in
        let column = 1 + part
        if statement.isNull(at: column) { return nil }
        func open() throws -> Int64? {
          try opener.open(statement, at: column, of: id).value?.integer
        }
        return part == 0
          ? try years.year(of: id, statement, at: column, open: open) : try open()
      }
      if known != nil, isAdult == nil { return }
      let name = persons.canonical(id)
      parts.set(
        ResidentFacts(
          row: id, household: home.household, place: home.hamlet, isAdult: isAdult,
          identityLevel: basis.observed.level(of: name, LatestObservations.identity),
          signature: basis.observed.level(of: name, LatestObservations.signature)),
        of: id, at: place)
    }
    return parts.byKey(keys) { $0.row < $1.row }
  }

  /// Reads the residents of the households that a question keeps: row, then year, month and day of
  /// birth.
  private func forEachResident(
    of query: CountQuery, along dimension: CountDimension?,
    _ body: (_ statement: Statement, _ home: Home, _ place: Int) throws -> Void
  ) throws -> [CountKey] {
    let columns = ["r.rid", "r.birth_year", "r.birth_month", "r.birth_day"]
    let standing = "r.hidden IS NULL AND r.void_reason IS NULL"
    guard query.filters.isEmpty, query.territory == nil else {
      return try forEach(
        .household, in: query, along: dimension, select: columns + Home.columns,
        joining: "JOIN resident AS r ON r.household = h.rid AND \(standing)", order: "r.rid"
      ) { statement, place in
        guard let home = try Home(statement, at: columns.count) else { return }
        try body(statement, home, place)
      }
    }
    // Of all residents none is searched by their household: all households are read before.
    var (numbers, homes) = (RowNumbers(), [(home: Home, place: Int)]())
    let keys = try forEach(
      .household, in: query, along: dimension, select: Home.columns
    ) { statement, place in
      guard let home = try Home(statement, at: 0), let number = Int32(exactly: homes.count) else {
        return
      }
      numbers.set(home.household.rawValue, number)
      homes.append((home, place))
    }
    try connection.withStatement(
      """
      SELECT \(columns.joined(separator: ", ")), r.household FROM resident AS r NOT INDEXED
      WHERE \(standing) ORDER BY r.rid
      """
    ) { statement in
      while try statement.step() {
        guard let row = try statement.optionalInteger(at: columns.count),
          let number = numbers[row]
        else { continue }
        let (home, place) = homes[Int(number)]
        try body(statement, home, place)
      }
    }
    return keys
  }

  /// - Parameter birth: year 0, month 1, day 2; nil for what is not known.
  private static func isAdult(
    on day: LocalDate, _ birth: (_ part: Int) throws -> Int64?
  ) throws -> Bool? {
    guard let year = try birth(0).map(Int.init(clamping:)) else { return nil }
    func comesOfAge(_ month: Int, _ dayOfMonth: Int) -> Bool? {
      LocalDate(year: year, month: month, day: dayOfMonth)
        .map { $0.adding(months: 12 * ResidentFacts.adultAge) <= day }
    }
    let asOfJanuary = comesOfAge(1, 1)
    // Whoever is of age by the last day of their year is whatever the day was, and who is not by the
    // first is not.
    if asOfJanuary == false || comesOfAge(12, 31) == true {
      return asOfJanuary
    }
    return comesOfAge(
      try birth(1).map(Int.init(clamping:)) ?? 1, try birth(2).map(Int.init(clamping:)) ?? 1)
  }

  /// Rows that live on in another scope.
  fileprivate func movedAway(_ kind: RecordCode.Kind) throws -> Set<RowID> {
    Set(
      try edges(kind, of: nil).compactMap { edge in
        switch edge.kind {
        case .movedTo: edge.row
        case .movedFrom: edge.other
        case .same, .notSame: nil
        }
      })
  }
}
