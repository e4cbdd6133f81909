import Replica
import SQLite
import SyncProtocol

/// What a store's log and outbox hold, read with plain SQL and not with the store's own code.
struct StoreLog {
  /// A batch as a store keeps it.
  struct Entry {
    var batch: DecodedBatch
    var state: Receipt.State
    var arrival: UInt64?
    var runningHash: [UInt8]?
    var receipt: Int64?

    var isMerged: Bool { state == .merged }
  }

  /// Where a scope's log begins: what is below it was handed over, and stands in the rows alone.
  struct Base {
    var arrival: UInt64
    var runningHash: ContentHash
  }

  /// The scopes whose log does not begin at number 1.
  var bases: [ScopeID: Base] = [:]
  /// All batches in the order they were kept.
  var entries: [Entry] = []
  /// What no batch holds yet, in the order it was written.
  var outbox: [(scope: ScopeID, operation: Operation)] = []
  /// The batches that have arrival numbers, in the order of these, by scope.
  private(set) var arrived: [ScopeID: [Entry]] = [:]

  /// Reads a store.
  init(_ store: Store, _ decoder: BatchDecoder) throws {
    let begins = try store.connection.rows("SELECT scope, arrival, running_hash FROM scope_base") {
      (
        scope: ScopeID(rawValue: try $0.integer(at: 0)), arrival: try $0.integer(at: 1),
        hash: ContentHash(try $0.bytes(at: 2))
      )
    }
    for entry in begins {
      guard let scope = entry.scope, let hash = entry.hash else {
        throw Violation(.unexpected, "a base that does not decode")
      }
      bases[scope] = Base(arrival: UInt64(entry.arrival), runningHash: hash)
    }
    entries = try store.connection.rows(
      "SELECT hash, state, arrival, running_hash, receipt, position FROM batch ORDER BY position"
    ) { statement in
      guard let hash = ContentHash(try statement.bytes(at: 0)) else {
        throw Violation(.unexpected, "a hash that is none")
      }
      let position = try statement.integer(at: 5)
      let batch = try decoder.batch(hash) {
        try store.connection.row(
          "SELECT encoded FROM batch WHERE position = ?", .integer(position)
        ) { try $0.bytes(at: 0) } ?? []
      }
      guard let state = Receipt.State(rawValue: UInt8(clamping: try statement.integer(at: 1)))
      else { throw Violation(.unexpected, "a batch in no state") }
      return Entry(
        batch: batch, state: state, arrival: try statement.optionalInteger(at: 2).map(UInt64.init),
        runningHash: try statement.optionalBytes(at: 3),
        receipt: try statement.optionalInteger(at: 4))
    }
    for entry in entries where entry.arrival != nil {
      arrived[entry.batch.header.scope, default: []].append(entry)
    }
    for scope in arrived.keys {
      arrived[scope]?.sort { $0.arrival ?? 0 < $1.arrival ?? 0 }
    }
    outbox = try store.connection.rows(
      "SELECT scope, origin, operation FROM outbox ORDER BY position"
    ) { statement in
      guard let scope = ScopeID(rawValue: try statement.integer(at: 0)),
        let origin = Origin(rawValue: try statement.integer(at: 1)),
        let operation = try BatchBody.decode(try statement.bytes(at: 2), origin: origin).first
      else { throw Violation(.unexpected, "an operation in the outbox does not decode") }
      try decoder.checkIdentity(operation)
      return (scope, operation)
    }
  }

  /// The scopes of all operations, ascending.
  var scopes: [ScopeID] {
    Set(entries.map(\.batch.header.scope) + outbox.map(\.scope)).sorted()
  }

  /// Equal for logs of one machine that hold the same of a scope, for as long as its store stays
  /// open.
  func summary(of scope: ScopeID) -> [Int64] {
    let batches = entries.filter { $0.batch.header.scope == scope }
    let waiting = outbox.filter { $0.scope == scope }
    let begin = Int64(bases[scope]?.arrival ?? 0)
    // By name: batches are opened again, and others take their places.
    return [begin]
      + batches.flatMap { [Int64(bitPattern: $0.batch.hash.beginning), $0.isMerged ? 1 : 0] }
      + [-1] + waiting.map(\.operation.dot.rawValue)
  }

  /// The operations that the rows of a scope are made of.
  func mergedOperations(in scope: ScopeID) -> [Operation] {
    entries.filter { $0.isMerged && $0.batch.header.scope == scope }.flatMap(\.batch.operations)
      + outbox.filter { $0.scope == scope }.map(\.operation)
  }
}

/// A batch with its operations.
final class DecodedBatch {
  let hash: ContentHash
  let header: Batch.Header
  let operations: [Operation]
  let encoded: [UInt8]
  /// True when no program of this world can read all of it.
  let hasUnknownKind: Bool

  init(
    hash: ContentHash, header: Batch.Header, operations: [Operation], encoded: [UInt8]
  ) {
    self.hash = hash
    self.header = header
    self.operations = operations
    self.encoded = encoded
    hasUnknownKind = operations.contains { $0.writes.contains { $0.field.kind == nil } }
  }

  /// The batches that it names: the one before it in its chain, and those that it depends on.
  var parents: [ContentHash] {
    header.dependencies.map(\.hash) + (header.sequence > 1 ? [header.predecessor] : [])
  }

  /// True when one of its operations has a dot.
  func says(_ dot: Dot) -> Bool { operations.contains { $0.dot == dot } }
}

/// Decodes every batch of a world once and checks its signature then.
final class BatchDecoder {
  /// By the beginning of their hashes.
  private var batches: [UInt64: DecodedBatch] = [:]
  /// Of every replica that ever was, lost ones too.
  private(set) var certificates: [Certificate] = []
  private var operations: [Dot: Operation] = [:]
  /// Replicas of which two lives may have issued the same dots.
  private var twice: Set<ReplicaID> = []
  private let primitives: Primitives

  init(_ primitives: Primitives) { self.primitives = primitives }

  /// From now on batches of a replica must be signed with this key.
  func trust(_ certificate: Certificate) { certificates.append(certificate) }

  /// From now on one dot of a replica may stand for two operations.
  func expectTwice(_ replica: ReplicaID) { twice.insert(replica) }

  /// True when one dot of a replica may stand for two operations.
  func mayStandTwice(_ replica: ReplicaID) -> Bool { twice.contains(replica) }

  /// The batch of a hash, if anybody has ever shown it.
  func known(_ hash: ContentHash) -> DecodedBatch? { batches[hash.beginning] }

  /// The batch of a hash; `encoded` is read when it was not met before.
  func batch(_ hash: ContentHash, encoded read: () throws -> [UInt8]) throws -> DecodedBatch {
    if let known = batches[hash.beginning] { return known }
    let encoded = try read()
    let batch = try Batch(decoding: encoded, primitives: primitives)
    try Violation.unless(batch.hash == hash, .chains, "a batch under another's hash")
    guard
      let key = certificates.first(where: { $0.replica == batch.header.replica })?.publicKey,
      batch.isSigned(by: key, primitives: primitives)
    else { throw Violation(.chains, "a batch of \(batch.header.replica.rawValue) is not signed") }
    let decoded = DecodedBatch(
      hash: batch.hash, header: batch.header,
      operations: try batch.operations(primitives: primitives), encoded: encoded)
    try decoded.operations.forEach(checkIdentity)
    batches[hash.beginning] = decoded
    return decoded
  }

  /// Identity is the dot: no two operations of a world have the same one, whatever was copied, as
  /// long as the store can know of it.
  func checkIdentity(_ operation: Operation) throws {
    var operation = operation
    // The order within a list of replaced heads has no meaning.
    for index in operation.writes.indices { operation.writes[index].previous.sort() }
    let known = operations.updateValue(operation, forKey: operation.dot)
    try Violation.unless(
      known == nil || known == operation || mayStandTwice(operation.dot.replica), .identity,
      "two operations under \(operation.dot.rawValue) of \(operation.dot.replica.rawValue)")
  }
}
