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
  struct Subject: Hashable {
    let row: RowID
    let kind: Int64
    var service: Int64 = 0
  }

  private(set) var levels: [Subject: Int64] = [:]

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
        levels[Subject(row: subject, kind: kind, service: kind == Self.cashless ? service : 0)] =
          level
      }
    }
  }

  // Numbers of `ChoiceList.observationKind`.
  static let identity: Int64 = 1
  static let signature: Int64 = 2
  static let cashless: Int64 = 3
  static let connectivity: Int64 = 4
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
  /// The residents and the households that a question asks about, as observed by a day.
  func registerFacts(
    _ query: CountQuery, _ basis: RegisterBasis
  ) throws -> (residents: [ResidentFacts], households: [HouseholdFacts]) {
    try keyring.reading { try readRegister(query, basis) }
  }

  private func readRegister(
    _ query: CountQuery, _ basis: RegisterBasis
  ) throws -> (residents: [ResidentFacts], households: [HouseholdFacts]) {
    let (persons, gone, observed) = (basis.persons, basis.gone, basis.observed)
    var households: [RowID: HouseholdFacts] = [:]
    try forEach(.household, in: query, select: ["h.rid"]) { statement in
      var row = ColumnReader(statement)
      guard let id = try row.reference(), !gone.households.contains(id) else { return }
      let name = persons.households.canonical(id)
      guard households[name] == nil else { return }
      var cashless: [Int64: Bool] = [:]
      for choice in ChoiceList.cashlessService.choices {
        let subject = LatestObservations.Subject(
          row: name, kind: LatestObservations.cashless, service: choice.number)
        cashless[choice.number] = observed.levels[subject].map { $0 > 0 }
      }
      households[name] = HouseholdFacts(
        row: id, cashless: cashless,
        connectivity: observed.levels[.init(row: name, kind: LatestObservations.connectivity)])
    }
    let opener = ValueOpener(keyring, ResidentTable.definition)
    var residents: [RowID: ResidentFacts] = [:]
    try forEach(
      .household, in: query,
      select: ["r.rid", "r.birth_year", "r.birth_month", "r.birth_day", "h.rid", "h.place"],
      joining: """
        JOIN resident AS r ON r.household = h.rid AND r.hidden IS NULL AND r.void_reason IS NULL
        """
    ) { statement in
      guard let id = RowID(rawValue: try statement.integer(at: 0)),
        let household = RowID(rawValue: try statement.integer(at: 4)),
        !gone.residents.contains(id)
      else { return }
      let name = persons.residents.canonical(id)
      // Of a person's rows the one that tells the year of birth speaks for them.
      if let known = residents[name], known.isAdult != nil || statement.isNull(at: 1) { return }
      // What is sealed is opened as far as the answer needs: for most the year alone.
      let isAdult = try Self.isAdult(on: basis.day) { part in
        statement.isNull(at: 1 + part)
          ? nil : try opener.open(statement, at: 1 + part, of: id).value?.integer
      }
      if residents[name] != nil, isAdult == nil { return }
      residents[name] = ResidentFacts(
        row: id, household: household,
        place: try statement.optionalInteger(at: 5).flatMap(RowID.init(rawValue:)),
        isAdult: isAdult,
        identityLevel: observed.levels[.init(row: name, kind: LatestObservations.identity)],
        signature: observed.levels[.init(row: name, kind: LatestObservations.signature)])
    }
    return (
      residents.values.sorted { $0.row < $1.row }, households.values.sorted { $0.row < $1.row }
    )
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
