import SQLite
import SyncProtocol

/// One open store: the changelog, the state merged from it, and who this replica is.
///
/// One thread at a time uses it. Rooms above read the entity tables through `connection` and write
/// through `commit` alone.
package final class Store {
  /// Where the file is and through which file system SQLite sees it.
  package struct Location: Sendable {
    /// The path of the SQLite file.
    package var path: String
    /// The name of a registered virtual file system; nil is the operating system's.
    package var fileSystem: String?

    /// Names a file.
    package init(path: String, fileSystem: String? = nil) {
      self.path = path
      self.fileSystem = fileSystem
    }
  }

  /// For reading: entity tables have one row a record; `head` has the elements of sets.
  package let connection: Connection
  /// The registry the store was opened with.
  package let schema: Schema
  /// Who this store is.
  package let identity: Identity
  /// Hash, signatures and compression.
  package let primitives: Primitives
  /// When snapshots are made and offered; the centre's.
  package var snapshotPolicy = SnapshotPolicy()
  /// The keys of sealed values.
  package let keyring: Keyring
  /// True while an erasure is merged whose keys are not destroyed yet.
  var owesErasures = true
  let rows: RowStore
  private var openCounter: DotCounter?
  /// The domain's rules; a centre without one judges by the registry and the grants alone.
  package var judge: (any Judge)?
  /// False for a centre's store that only replays a log to compare: it writes nothing of its own.
  package var isJudging = true
  /// Program and version, for incident records.
  package var software = ""
  /// At a laptop: the scopes in which a person has decided to give up records that stand only in the
  /// rows here, where a restored centre lacks them.
  package var givesUpRows: Set<ScopeID> = []
  /// At a centre: laptops from which nothing is awaited after a restore, beside those declared lost.
  package var laptopsNotAwaited: (Store) throws -> Set<ReplicaID> = { _ in [] }
  var roundContext = RoundContext()
  /// True while keys are here that were given other names.
  var owesRenamedKeys = true

  /// Set when the initialiser ends.
  var counter: DotCounter {
    get {
      guard let openCounter else { preconditionFailure("the store is being opened") }
      return openCounter
    }
    set { openCounter = newValue }
  }

  var frontier: Frontier { Frontier(connection: connection) }
  var state: LocalState { LocalState(connection: connection) }

  /// Opens a store; the file is made when it is missing.
  ///
  /// - Parameters:
  ///   - machine: where the store runs; when it differs from the last time, the store may be a copy
  ///     and writes on under a new session.
  ///   - storeKey: wraps the keyring beside the store; nil for one derived from the signing key.
  ///   - isForReading: opens a copy to verify it: it takes over neither identity nor session, and
  ///     nothing can be written through it.
  /// - Throws: `ReplicaError.notAStore`, `.storeIsNewer`, `.keysOfAnotherStore`, or `SQLError`.
  package init(
    at location: Location, identity: Identity, schema: Schema = .current,
    primitives: Primitives = .standard, machine: MachineIdentity, storeKey: StoreKey? = nil,
    isForReading: Bool = false, random: inout some RandomNumberGenerator
  ) throws {
    self.schema = schema
    self.identity = identity
    self.primitives = primitives
    connection = try Self.open(location)
    keyring = try Keyring(
      beside: location, key: storeKey ?? .derived(from: identity.signer), random: &random)
    rows = RowStore(connection: connection, schema: schema, primitives: primitives)
    try connection.transaction(.immediate) {
      try adopt(schema)
      try prepareReviews()
      if !isForReading {
        try adopt(identity)
        openCounter = try DotCounter(resuming: self, on: machine, random: &random)
      }
      try fillMissingDigests()
      if !isForReading {
        for scope in try waitingScopes() { try mergeWaiting(in: scope) }
        if keyring.isNew { try noteAllKeys() }
      }
      try rows.digests.flush()
    }
    guard !isForReading else { return }
    if try state.integer(.putBack) != nil { try lockSealedValues() }
    carryOutErasures()
    forgetRenamedKeys()
  }

  /// Closes the file, so that it can be moved or opened alone; nothing works afterwards. Closing
  /// twice is harmless.
  package func close() {
    rows.letStatementsGo()
    connection.close()
    keyring.connection.close()
  }

  /// Opens the file and brings its own tables up to date, before anything else is believed of it.
  static func open(_ location: Location) throws -> Connection {
    let connection = try Connection(
      path: location.path, mode: .readWriteCreate, vfs: location.fileSystem,
      busyTimeoutMilliseconds: 5_000)
    let tables = try connection.integer("SELECT count(*) FROM sqlite_schema")
    let applicationID = try connection.integer("PRAGMA application_id")
    guard tables == 0 || applicationID == StoreSchema.applicationID else {
      throw ReplicaError.notAStore
    }
    // EXTRA makes the removal of the old journal durable when the file switches to WAL; in WAL
    // itself FULL syncs every commit.
    try connection.execute("PRAGMA synchronous = EXTRA")
    _ = try connection.scalar("PRAGMA journal_mode = WAL")
    try connection.execute("PRAGMA synchronous = FULL")
    try connection.execute("PRAGMA cache_size = -16384")
    do {
      try Migrator(StoreSchema.migrations).migrate(connection)
    } catch MigrationError.storeIsNewer {
      throw ReplicaError.storeIsNewer
    }
    // A write would cost every start a sync of the disk.
    if applicationID != StoreSchema.applicationID {
      try connection.execute("PRAGMA application_id = \(StoreSchema.applicationID)")
    }
    return connection
  }

  /// Makes what the registry knows and the store does not have yet. A program that knows less than
  /// the store would misread it, and is refused.
  private func adopt(_ schema: Schema) throws {
    let version = Int64(clamping: schema.version)
    let known = try state.integer(.schemaVersion) ?? 0
    guard known <= version else { throw ReplicaError.storeIsNewer }
    try rows.prepareTables()
    if known < version { try state.set(.schemaVersion, .integer(version)) }
  }

  private func adopt(_ identity: Identity) throws {
    if let known = try state.integer(.replica) {
      guard try state.bytes(.rootPublicKey) == identity.rootPublicKey else {
        throw ReplicaError.keysOfAnotherStore
      }
      if known != Int64(identity.replica.rawValue) { try takeOver(from: known) }
    } else {
      try state.set(.replica, .integer(Int64(identity.replica.rawValue)))
      try state.set(.rootPublicKey, .blob(identity.rootPublicKey))
    }
    if try certificate(of: identity.replica) != identity.certificate {
      try keep(identity.certificate)
    }
  }

  /// Brings tables of a room above up to date: its indexes on entity tables, its caches, its own
  /// local facts. They are not synced.
  ///
  /// - Parameter owner: the room's name in lower case; its steps are counted apart.
  package func prepareLocalTables(owner: String, _ migrations: [Migration]) throws {
    do {
      try Migrator(migrations, ledger: "\(owner)_migration").migrate(connection)
    } catch MigrationError.storeIsNewer {
      throw ReplicaError.storeIsNewer
    }
  }

  /// Best knowledge of the present.
  package func correctedNow(_ clock: ClockReading) throws -> CorrectedTime {
    if identity.role == .centre {
      return CorrectedTime(
        time: clock.wall, isChecked: true, lastSigned: clock.wall, offsetMilliseconds: 0)
    }
    let passed = try state.integer(.passedMoment).map(Timestamp.init(rawValue:))
    return SignedTime.corrected(
      clock, by: try SignedTime.load(from: connection),
      notBefore: max(passed ?? identity.certificate.issuedAt, identity.certificate.issuedAt))
  }

  /// Runs `body` in one transaction and restores what is in memory when it fails, so that memory
  /// and file never tell different stories.
  func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    var counterBefore = counter
    defer {
      carryOutErasures()
      forgetRenamedKeys()
    }
    let digestsBefore = rows.digests
    let originsBefore = rows.origins.snapshot
    do {
      return try connection.transaction(.immediate) {
        // Another process may have written since; a dot must never be issued twice.
        try counter.catchUp(with: state)
        counterBefore = counter
        // Nor under a number that the store has left meanwhile.
        guard try state.integer(.replica) == Int64(identity.replica.rawValue) else {
          throw ReplicaError.keysOfAnotherStore
        }
        let result = try body()
        try rows.digests.flush()
        // A key is durable before the row that uses it.
        try keyring.commit()
        return result
      }
    } catch {
      counter = counterBefore
      keyring.rollBack()
      rows.digests = digestsBefore
      rows.origins.restore(originsBefore)
      throw error
    }
  }

  /// The last dot this store issued, for a place outside the store that can find out a restored
  /// copy (`MachineIdentity.lastIssued`).
  package var lastIssued: Int64 { counter.last.rawValue }
}
