import SQLite
import SyncProtocol

/// At the centre: an author writes again what a person has adopted from aside.
///
/// It was thought that nobody would; the life of its store came back after all. Both are merged
/// everywhere, so one must give way. Where nobody has built upon what the centre wrote, that goes,
/// because the author's store goes on from its own; where somebody has, what the author writes again is
/// neutralised, and a person looks at it. What was adopted of one laptop goes the same way, all of it:
/// its records name each other.
final class AdoptedTwice {
  /// What gives way to what.
  enum Meeting {
    /// What the centre wrote; its review is to say so, and it is to be settled.
    case adoptedGivesWay(Review, Operation)
    /// What its author writes again.
    case authorGivesWay
  }

  private struct Adopted {
    var review: Review
    var operation: Operation
    /// The laptop's number, as the review has it.
    var laptop: String { review.detail }
  }

  private let store: Store
  private let scope: ScopeID
  private let adopted: [Adopted]
  /// What stands for each adopted operation that was written again.
  private var repeated: Set<Dot> = []
  private var doesAuthorStand: [String: Bool] = [:]

  /// Gathers what was adopted in a scope; nil where nothing was.
  init?(_ store: Store, in scope: ScopeID) throws {
    let reviews = try store.reviewsOfKeptAside(in: scope)
    guard !reviews.isEmpty else { return nil }
    self.store = store
    self.scope = scope
    let log = OperationLog(store, scope: scope)
    adopted = try reviews.compactMap { review in
      guard try store.isCentre(review.dot.replica) else { return nil }
      return try log.operation(review.dot).map { Adopted(review: review, operation: $0) }
    }
    for entry in adopted where try store.isRepeated(entry.operation.dot) {
      repeated.insert(entry.operation.dot)
      if entry.review.state == .corrected { doesAuthorStand[entry.laptop] = true }
      if entry.review.state == .admitted { doesAuthorStand[entry.laptop] = false }
    }
  }

  /// What gives way now that a laptop's operation was merged; nil where it says nothing that was
  /// adopted and still stands.
  func meet(_ operation: Operation) throws -> Meeting? {
    guard let match = try match(of: operation) else { return nil }
    try store.noteRepeat(of: match.operation.dot, by: operation.dot)
    repeated.insert(match.operation.dot)
    let stands = try doesAuthorStand[match.laptop] ?? !isBuiltUpon(match.laptop)
    doesAuthorStand[match.laptop] = stands
    return stands ? .adoptedGivesWay(match.review, match.operation) : .authorGivesWay
  }

  private func match(of operation: Operation) throws -> Adopted? {
    let content = WrittenContent(operation)
    let candidates = adopted.filter {
      $0.review.state == .admitted && !repeated.contains($0.operation.dot)
        && WrittenContent($0.operation) == content
    }
    guard !candidates.isEmpty, try store.adoptedTwin(of: operation.dot) == nil else { return nil }
    var map = DotMap { .sealed($0.value) }
    let named = operation.writes.compactMap { $0.value?.integer.flatMap(RowID.init(rawValue:)) }
    for row in named + [operation.row] { map.rows[row] = try store.adoptedTwin(of: row) }
    let renamed = try map.renamed(operation)
    return candidates.first { renamed.saysTheSame(as: $0.operation) }
  }

  /// Whether somebody went on from what was adopted of a laptop: wrote to rows that it created,
  /// replaced its values, or named its rows.
  private func isBuiltUpon(_ laptop: String) throws -> Bool {
    let operations = adopted.filter { $0.laptop == laptop }.map(\.operation)
    let dots = Set(operations.map(\.dot))
    for operation in operations {
      guard let state = try store.rows.load(operation.table, operation.row, in: scope)?.state else {
        continue
      }
      if operation.isCreate, state.heads.contains(where: { !dots.contains($0.dot) }) { return true }
      for write in operation.writes where write.value != nil {
        if !state.heads(of: write.field).contains(where: { dots.contains($0.dot) }) { return true }
      }
    }
    let rows = Set(operations.filter(\.isCreate).map(\.row.rawValue))
    guard !rows.isEmpty else { return false }
    var isNamed = false
    try store.forEachRow(in: scope) { state in
      isNamed =
        isNamed
        || state.heads.contains { head in
          !dots.contains(head.dot) && (head.value.integer.map(rows.contains) ?? false)
            && state.table != ReviewTable.definition.id
        }
    }
    return isNamed
  }
}

extension Store {
  /// Notes that an author wrote again what was adopted.
  fileprivate func noteRepeat(of adopted: Dot, by operation: Dot) throws {
    try connection.execute(
      "INSERT OR IGNORE INTO aside_repeat (dot, adopted) VALUES (?, ?)",
      .integer(operation.rawValue), .integer(adopted.rawValue))
  }

  /// What was adopted and an operation says again, or a row's creation does; nil for every other.
  fileprivate func adoptedTwin(of dot: Dot) throws -> Dot? {
    try connection.row(
      "SELECT adopted FROM aside_repeat WHERE dot = ?", .integer(dot.rawValue)
    ) { try $0.integer(at: 0) }.flatMap(Dot.init(rawValue:))
  }

  fileprivate func isRepeated(_ adopted: Dot) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM aside_repeat WHERE adopted = ?", .integer(adopted.rawValue)) > 0
  }
}
