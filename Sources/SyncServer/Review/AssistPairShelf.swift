import FieldWork
import SyncProtocol

/// Assists that may be written down twice, looked for already: finding them goes through all assists,
/// beside the pages where there are many.
final class AssistPairShelf: Sendable {
  /// After a search of many assists the next one begins no sooner.
  static let restMilliseconds: Int64 = 60_000

  /// Pairs of which nothing was said.
  struct Open: Sendable {
    let pairs: [AssistPair]
    /// When they were looked for; nil where nothing came since.
    let asOf: Timestamp?

    var count: Int { pairs.count }
  }

  private let foundAtOnce: Int
  private let shelf = Shelf<[ScopeID]?, [AssistPair]>(maximumCount: 8)
  private let search = SearchBeside<[AssistPair]>(restMilliseconds: restMilliseconds)

  /// - Parameter foundAtOnce: assists of so many visits are looked through while somebody waits.
  init(foundAtOnce: Int = FlagShelf.foundAtOnce) { self.foundAtOnce = foundAtOnce }

  /// When what pages show was looked for beside them, in milliseconds; 0 before that.
  var lastFound: Int64 { search.lastFound }

  /// The pairs within reach of which nothing was said, the likeliest first; nil while they are looked
  /// for the first time. What was said counts at once, what came since may be missing.
  func open(
    _ reader: RecordReader, of centre: Centre, within reached: ReachedWork
  ) throws -> Open? {
    let isLarge = try reader.hasMoreVisits(than: foundAtOnce)
    guard isLarge, reached.isEverything, !search.hasFailed else {
      let pairs = try shelf.value(for: reached.scopes, reader) { try Self.pairs(reader, reached) }
      if isLarge { search.forgetFailure() }
      return Open(pairs: try Self.unruled(pairs, reader), asOf: nil)
    }
    let found = try search.found(reader, of: centre) { try Self.pairs($0, .everything) }
    guard let found else { return nil }
    let open = try Self.unruled(found.value, reader)
    guard !found.isCurrent else { return Open(pairs: open, asOf: nil) }
    return Open(pairs: try Self.standing(open, reader), asOf: found.at)
  }

  /// The same as they are now, however long it takes: for files, programs and commands.
  func all(_ reader: RecordReader, within reached: ReachedWork) throws -> [AssistPair] {
    try Self.unruled(
      shelf.value(for: reached.scopes, reader) { try Self.pairs(reader, reached) }, reader)
  }

  /// Begins to look through many assists before anybody asks.
  func prepare(_ reader: RecordReader, of centre: Centre) throws {
    guard try reader.hasMoreVisits(than: foundAtOnce) else { return }
    _ = try open(reader, of: centre, within: .everything)
  }

  private static func pairs(
    _ reader: RecordReader, _ reached: ReachedWork
  ) throws -> [AssistPair] {
    try reader.assistDuplicates(reached.query(Period(from: .earliest, to: .latest), by: []))
      .filter { pair in
        [pair.one, pair.other].allSatisfy { $0.scope.map(reached.holds(scope:)) ?? false }
      }
  }

  private static func unruled(
    _ pairs: [AssistPair], _ reader: RecordReader
  ) throws -> [AssistPair] {
    let rulings = try AssistRulingBook(reader.connection).standing()
    return rulings.isEmpty ? pairs : pairs.filter { rulings[AssistCouple($0)] == nil }
  }

  /// Those of which neither was voided or withheld since.
  private static func standing(
    _ pairs: [AssistPair], _ reader: RecordReader
  ) throws -> [AssistPair] {
    let gone = try reader.withheldAssists()
    return gone.isEmpty
      ? pairs : pairs.filter { !gone.contains($0.one.row) && !gone.contains($0.other.row) }
  }
}

extension AssistCouple {
  /// The couple of a pair.
  init(_ pair: AssistPair) { self.init(pair.one.row, pair.other.row) }
}

extension RecordReader {
  /// Assists that are void or not shown.
  fileprivate func withheldAssists() throws -> Set<RowID> {
    Set(
      try connection.rows(
        "SELECT rid FROM assist WHERE void_reason IS NOT NULL OR hidden IS NOT NULL"
      ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self))
  }
}
