import FieldWork
import Foundation
import Replica
import Synchronization
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

  /// What a search of the whole centre found.
  private struct Found: Sendable {
    let pairs: OpenDuplicates
    let mark: WorkMark
    let at: Timestamp
  }

  /// The searches of the whole centre for one kind.
  private struct Searches {
    var last: Found?
    /// When the last one began; nil before the first.
    var began: Timestamp?
    var isGoingOn = false
    /// Whether the last one could not be finished.
    var hasFailed = false
  }

  private let comparedAtOnce: Int
  private let shelf = Shelf<Question, OpenDuplicates>(maximumCount: 8)
  private let searches = Mutex<[DuplicateKind: Searches]>([:])

  /// - Parameter comparedAtOnce: so many residents are compared while somebody waits.
  init(comparedAtOnce: Int = DuplicateShelf.comparedAtOnce) {
    self.comparedAtOnce = comparedAtOnce
  }

  /// The pairs of a commune, or of the whole centre, as they are now, however long it takes; nil
  /// where that is too much at once.
  func pairs(
    _ kind: DuplicateKind, inUnit unit: String?, on day: LocalDate, _ reader: RecordReader
  ) throws -> OpenDuplicates? {
    guard try unit != nil || reader.residentCount() <= Self.residentLimit else { return nil }
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
    let count = try reader.residentCount()
    guard unit != nil || count <= Self.residentLimit else { return .tooMany }
    let mark = try WorkMark(reader)
    let isLarge = unit == nil && count > comparedAtOnce
    guard isLarge, !hasFailed(kind) else {
      let pairs = try pairs(kind, inUnit: unit, on: day, reader)
      if isLarge { searches.withLock { $0[kind]?.hasFailed = false } }
      return pairs.map { .pairs($0, asOf: nil) } ?? .tooMany
    }
    let last = look(for: kind, mark, on: day, centre)
    guard let last else { return .looking }
    if last.mark == mark { return .pairs(last.pairs, asOf: nil) }
    return .pairs(try reader.stillOpen(last.pairs, kind.record), asOf: last.at)
  }

  /// Then a page finds out by itself, and says why not.
  private func hasFailed(_ kind: DuplicateKind) -> Bool {
    searches.withLock { $0[kind]?.hasFailed ?? false }
  }

  /// What the last search found, and begins another one where it is older than a mark.
  private func look(
    for kind: DuplicateKind, _ mark: WorkMark, on day: LocalDate, _ centre: Centre
  ) -> Found? {
    let now = centre.surroundings.clock().wall
    let (last, begins) = searches.withLock { searches -> (Found?, Bool) in
      var own = searches[kind] ?? Searches()
      let isRested =
        own.began.map { now.rawValue - $0.rawValue >= Self.restMilliseconds } ?? true
      let begins = !own.isGoingOn && own.last?.mark != mark && isRested
      if begins {
        own.isGoingOn = true
        own.began = now
      }
      searches[kind] = own
      return (own.last, begins)
    }
    guard begins else { return last }
    Thread.detachNewThread { [self] in
      let found = try? centre.read { reader in
        Found(
          pairs: try reader.openDuplicates(kind, inUnit: nil, on: day),
          mark: try WorkMark(reader), at: now)
      }
      searches.withLock { searches in
        searches[kind, default: Searches()].isGoingOn = false
        searches[kind]?.hasFailed = found == nil
        if let found { searches[kind]?.last = found }
      }
    }
    return last
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

/// What may be recorded twice; raw values stand in addresses.
enum DuplicateKind: String, CaseIterable, Sendable {
  case resident
  case household

  /// The kind of their codes.
  var record: RecordCode.Kind {
    switch self {
    case .resident: .resident
    case .household: .household
    }
  }

  /// What people call them.
  var words: BilingualText {
    switch self {
    case .resident: BilingualText(vi: "người dân", en: "residents")
    case .household: BilingualText(vi: "hộ", en: "households")
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
