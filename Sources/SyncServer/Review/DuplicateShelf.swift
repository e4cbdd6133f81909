import FieldWork
import Replica
import SyncProtocol

/// Pairs that were looked for already: comparing a commune's register takes a second, and that of a
/// province many, for which nobody waits. There a thread of its own looks for them, and until it has
/// what came since, pages show what it found before and say of when that is.
final class DuplicateShelf: Sendable {
  /// More residents than this are looked through commune by commune: 120 MB of memory.
  static let residentLimit = 400_000
  /// More residents than this are compared while nobody waits: some tenths of a second.
  static let comparedAtOnce = 10_000
  /// After a search for a province the next one begins no sooner: laptops may sync every second.
  static let restMilliseconds: Int64 = 300_000

  private struct Question: Hashable {
    let kind: DuplicateKind
    let unit: String?
    let day: LocalDate
  }

  /// What is known of pairs.
  enum Answer: Sendable {
    /// The pairs; `asOf` says when they were looked for, nil where nothing came since.
    case pairs(OpenDuplicates, asOf: Timestamp?)
    /// They are being looked for, for the first time.
    case looking
    /// There are too many records to compare at once.
    case tooMany
  }

  private let comparedAtOnce: Int
  private let shelf = Shelf<Question, OpenDuplicates>(maximumCount: 8)
  private let searches: [DuplicateKind: SearchBeside<OpenDuplicates>] = Dictionary(
    uniqueKeysWithValues: DuplicateKind.allCases.map {
      ($0, SearchBeside(restMilliseconds: restMilliseconds))
    })

  /// - Parameter comparedAtOnce: so many residents are compared while somebody waits.
  init(comparedAtOnce: Int = DuplicateShelf.comparedAtOnce) {
    self.comparedAtOnce = comparedAtOnce
  }

  /// When what pages show was looked for beside them, in milliseconds; 0 before that.
  var lastFound: Int64 { searches.values.map(\.lastFound).max() ?? 0 }

  /// Begins to compare a register before anybody asks, where that takes long.
  func prepare(on day: LocalDate, _ reader: RecordReader, of centre: Centre) throws {
    guard try reader.hasMoreResidents(than: comparedAtOnce) else { return }
    for kind in DuplicateKind.allCases {
      _ = try answer(kind, inUnit: nil, on: day, reader, of: centre)
    }
  }

  /// The pairs of a commune, or of the whole centre, as they are now, however long it takes; nil
  /// where that is too much at once.
  func pairs(
    _ kind: DuplicateKind, inUnit unit: String?, on day: LocalDate, _ reader: RecordReader
  ) throws -> OpenDuplicates? {
    guard try unit != nil || !reader.hasMoreResidents(than: Self.residentLimit) else { return nil }
    return try shelf.value(for: Question(kind: kind, unit: unit, day: day), reader) {
      try reader.openDuplicates(kind, inUnit: unit, on: day)
    }
  }

  /// The same for a page, which waits for no search of a province: what is said of two records counts
  /// at once, what came of laptops since may be missing.
  func answer(
    _ kind: DuplicateKind, inUnit unit: String?, on day: LocalDate, _ reader: RecordReader,
    of centre: Centre
  ) throws -> Answer {
    let isWhole = unit == nil
    guard try !isWhole || !reader.hasMoreResidents(than: Self.residentLimit) else {
      return .tooMany
    }
    let isLarge = try isWhole && reader.hasMoreResidents(than: comparedAtOnce)
    guard isLarge, let search = searches[kind], !search.hasFailed else {
      let pairs = try pairs(kind, inUnit: unit, on: day, reader)
      if isLarge { searches[kind]?.forgetFailure() }
      return pairs.map { .pairs($0, asOf: nil) } ?? .tooMany
    }
    let found = try search.found(reader, of: centre) {
      try $0.openDuplicates(kind, inUnit: nil, on: day)
    }
    guard let found else { return .looking }
    guard !found.isCurrent else { return .pairs(found.value, asOf: nil) }
    return .pairs(try reader.stillOpen(found.value, kind.record), asOf: found.at)
  }
}

extension RecordReader {
  /// Looks for the pairs of a kind.
  fileprivate func openDuplicates(
    _ kind: DuplicateKind, inUnit unit: String?, on day: LocalDate
  ) throws -> OpenDuplicates {
    switch kind {
    case .resident: try openDuplicates(inUnit: unit)
    case .household: try openDuplicateHouseholds(inUnit: unit, on: day)
    }
  }
}

extension RecordReader {
  /// The scope of a row; nil where it is not here.
  func scope(of row: RowID, in table: TableDefinition) throws -> ScopeID? {
    try connection.row(
      "SELECT scope FROM \"\(table.name)\" WHERE rid = ?", .integer(row.rawValue)
    ) { try $0.integer(at: 0) }.flatMap(ScopeID.init(rawValue:))
  }
}
