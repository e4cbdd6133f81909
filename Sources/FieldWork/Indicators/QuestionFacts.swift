import SyncProtocol

/// All that rates ask of a question, each kind of record read once when it is asked for: of a divided
/// question in one reading for all of its parts.
final class QuestionFacts {
  /// Facts by where their records stand along what divides the question; all at `.none` where nothing
  /// does.
  typealias Parts<Facts> = Result<[CountKey: [Facts]], any Error>

  /// What divides the question; nil where nothing does.
  let dimension: CountDimension?
  /// Whether dossiers are read of all times, since some that wait are asked for as well.
  var readsAllDossiers = false

  private let query: CountQuery
  private let reader: RecordReader
  private let asOf: LocalDateTime
  private let basis: MeasureBasis

  private(set) lazy var dossiers = Parts {
    guard readsAllDossiers else { return try readDossiers(query) }
    return try dossiersSoFar.get().mapValues { dossiers in
      dossiers.filter { $0.date.map(query.period.contains) ?? false }
    }
  }
  private lazy var dossiersSoFar = Parts {
    var query = query
    query.period = try Period(from: .earliest, to: query.period.to)
    return try readDossiers(query)
  }
  private(set) lazy var waiting = Parts {
    try dossiersSoFar.get().mapValues { $0.filter(\.isOpen) }
  }
  private(set) lazy var assists = Parts { try reader.assistResults(query, along: dimension) }
  private(set) lazy var visits = Parts { try reader.visitResults(query, along: dimension) }
  private(set) lazy var tasks = Parts {
    try reader.taskFacts(query, along: dimension, on: asOf.date)
  }
  private(set) lazy var listed = Parts {
    try reader.listedHouseholds(query, along: dimension, basis.campaigns.get())
  }
  private(set) lazy var feedback = Parts {
    try reader.feedbackFacts(
      query, along: dimension, asOf: asOf, basis.calendars.get().nationwide)
  }
  private(set) lazy var residents = Parts {
    try reader.residentFacts(query, along: dimension, basis.register.get())
  }
  private(set) lazy var households = Parts {
    try reader.householdFacts(query, along: dimension, basis.register.get())
  }
  private(set) lazy var members = Parts {
    try reader.memberFacts(query, along: dimension, on: asOf.date)
  }

  /// - Parameters:
  ///   - query: without a filter along the dimension.
  ///   - asOf: the moment at which everything is judged.
  init(
    _ query: CountQuery, along dimension: CountDimension?, _ reader: RecordReader,
    asOf: LocalDateTime, _ basis: MeasureBasis
  ) {
    self.query = query
    self.dimension = dimension
    self.reader = reader
    self.asOf = asOf
    self.basis = basis
  }

  private func readDossiers(_ query: CountQuery) throws -> [CountKey: [DossierFacts]] {
    try reader.dossierFacts(query, along: dimension, asOf: asOf, basis.calendars.get())
  }
}

/// What a question and its parts have in common whatever they ask about, read once when it is asked for.
final class MeasureBasis {
  private let query: CountQuery
  private let reader: RecordReader
  private let day: LocalDate
  private let calendar: WorkingCalendar?
  private(set) lazy var register = Result { try RegisterBasis(reader, by: day) }
  private(set) lazy var groups = Result { try GroupBasis(reader, on: day) }
  private(set) lazy var campaigns = Result { try CampaignLists(query, reader) }
  private(set) lazy var calendars = Result { try reader.calendars(on: calendar) }
  private(set) lazy var catalogue = Result {
    var unit: String?
    if case .unit(let code)? = query.territory?.subject { unit = code }
    return try reader.catalogue(on: day, of: unit)
  }

  /// - Parameter calendar: what the centre keeps stands on it; the national one when nil.
  init(
    _ query: CountQuery, _ reader: RecordReader, on day: LocalDate, _ calendar: WorkingCalendar?
  ) {
    self.query = query
    self.reader = reader
    self.day = day
    self.calendar = calendar
  }
}
