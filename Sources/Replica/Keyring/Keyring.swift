import Cryptography
import SQLite
import SyncProtocol

/// The keys of sealed values, in a file of their own beside the store: merged like state, destroyed
/// by erasures, never in one backup with the rows.
///
/// Every entry is wrapped by the store key. A commit is one sync of its write-ahead log; what is
/// destroyed is wiped, and gone from file and log when the rewrite that follows ends. One thread at a
/// time uses a keyring; a second instance on the same file sees what the first wrote.
package final class Keyring {
  /// The most secrets kept in memory at once.
  private static let cacheLimit = 100_000

  /// A key with the scope it belongs to.
  struct Entry: Equatable {
    var scope: ScopeID
    var key: KeyEntry
  }

  let connection: Connection
  private let storeKey: StoreKey
  private var seed: SecretBytes
  private var drawn: UInt64 = 0
  private var cache: [Dot: KeyEntry] = [:]
  private var cachedVersion: Int64 = -1
  /// What cannot change while a reading of many values lasts; nil outside of one.
  private var reading: Reading?
  private(set) var isWriting = false
  /// True when the file was just made: a store that has rows lost its keyring, or came without it.
  private(set) var isNew = false

  /// Opens the keyring beside a store; the file is made when it is missing.
  ///
  /// - Throws: `ReplicaError.storeKeyWrong`, `.storeIsNewer`, `SQLError`.
  package init(
    beside store: Store.Location, key: StoreKey, random: inout some RandomNumberGenerator
  ) throws {
    storeKey = key
    seed = SecretBytes(random.bytes(32))
    connection = try Self.open(beside: store)
    try check()
    // What fails here, for another process that reads perhaps, is done after the next erasure or
    // at the next start; until then no erasure is confirmed.
    try? finishRewriting()
  }

  /// Opens the file and brings its tables up to date.
  static func open(beside store: Store.Location) throws -> Connection {
    let connection = try Connection(
      path: store.keyringPath, mode: .readWriteCreate, vfs: store.fileSystem,
      busyTimeoutMilliseconds: 5_000)
    // EXTRA makes the removal of the old journal durable when the file switches to WAL; in WAL
    // itself FULL syncs every commit.
    try connection.execute("PRAGMA synchronous = EXTRA")
    _ = try connection.scalar("PRAGMA secure_delete = ON")
    try connection.execute("PRAGMA temp_store = MEMORY")
    _ = try connection.scalar("PRAGMA journal_mode = WAL")
    try connection.execute("PRAGMA synchronous = FULL")
    do {
      try Migrator(KeyringSchema.migrations).migrate(connection)
    } catch MigrationError.storeIsNewer {
      throw ReplicaError.storeIsNewer
    }
    if try connection.integer("PRAGMA application_id") != KeyringSchema.applicationID {
      try connection.execute("PRAGMA application_id = \(KeyringSchema.applicationID)")
    }
    return connection
  }

  /// A keyring whose store key is another's would take every key for damaged.
  private func check() throws {
    if let check = try bytes(.check) {
      guard (try? unwrap(check, as: [])) != nil else { throw ReplicaError.storeKeyWrong }
    } else {
      try set(.check, .blob(try wrap([], as: [])))
      isNew = true
    }
  }

  /// Copies the keyring to a file of its own, which must be kept apart from the rows and destroyed
  /// after at most 15 days: what was erased meanwhile could be read with it.
  func backup(to path: String) throws { try connection.backup(to: path) }
}

extension Keyring {
  /// 32 bytes that nobody can predict: the seed that the generator gave at opening, a count, and
  /// what the bytes are for. Even where a copied machine repeats seed and count, another purpose
  /// gives other bytes.
  func random(for purpose: [UInt8]) throws -> [UInt8] {
    drawn += 1
    var message = ByteWriter()
    message.unsigned(drawn)
    message.raw(purpose)
    return try Hash.blake2b256(message.bytes, key: seed)
  }

  func wrap(_ secret: [UInt8], as name: [UInt8]) throws -> [UInt8] {
    let nonce = Array(try random(for: name + secret).prefix(AuthenticatedEncryption.nonceLength))
    return try nonce
      + AuthenticatedEncryption.seal(
        secret, key: storeKey.secret, nonce: nonce, associatedData: Self.prefix + name)
  }

  func unwrap(_ wrapped: [UInt8], as name: [UInt8]) throws -> [UInt8] {
    let length = AuthenticatedEncryption.nonceLength
    return try AuthenticatedEncryption.open(
      Array(wrapped.dropFirst(length)), key: storeKey.secret, nonce: Array(wrapped.prefix(length)),
      associatedData: Self.prefix + name)
  }

  private static let prefix = Array("camtay keyring\0".utf8)

  private static func name(_ entry: Entry) -> [UInt8] {
    var name = ByteWriter()
    name.dot(entry.key.id)
    name.scope(entry.scope)
    name.dot(entry.key.subject)
    name.byte(entry.key.retention.rawValue)
    name.unsigned(UInt64(entry.key.year))
    return name.bytes
  }

  func wrapped(_ entry: Entry) throws -> [UInt8] {
    try wrap(entry.key.secret, as: Self.name(entry))
  }

  /// Reads a row of `SELECT id, scope, subject, class, year, wrapped`; nil when its secret was
  /// dropped or does not unwrap.
  func entry(_ statement: Statement) throws -> Entry? {
    guard let id = Dot(rawValue: try statement.integer(at: 0)),
      let scope = ScopeID(rawValue: try statement.integer(at: 1)),
      let subject = RowID(rawValue: try statement.integer(at: 2)),
      let wrapped = try statement.optionalBytes(at: 5)
    else { return nil }
    var entry = Entry(
      scope: scope,
      key: KeyEntry(
        id: id, subject: subject,
        retention: RetentionClass(rawValue: UInt8(clamping: try statement.integer(at: 3))),
        year: UInt16(clamping: try statement.integer(at: 4)),
        secret: Array(repeating: 0, count: SealedValue.keyByteCount)))
    guard let secret = try? unwrap(wrapped, as: Self.name(entry)),
      secret.count == SealedValue.keyByteCount
    else { return nil }
    entry.key.secret = secret
    return entry
  }

  static let columns = "id, scope, subject, class, year, wrapped"
}

/// What a keyring knows of a key that a value names.
enum KeyState: Equatable {
  /// Its secret.
  case here([UInt8])
  /// It has not come.
  case missing
  /// Its secret was dropped here because its time was over.
  case dropped
  /// Its subject was erased.
  case erased
  /// It seals the values of another subject.
  case ofAnother
}

/// What a reading of many values asks once.
private struct Reading {
  let isLocked: Bool
  let hasErasures: Bool
}

extension Keyring {
  /// Opens many values of one moment: what others write meanwhile is seen by the next reading, and
  /// what is asked for every value else is asked once. Nothing may be written within.
  package func reading<Result>(_ body: () throws -> Result) throws -> Result {
    guard reading == nil, !isWriting, !connection.isInTransaction else { return try body() }
    return try connection.transaction(.deferred) {
      try forgetWhatOthersChanged()
      reading = Reading(
        isLocked: try integer(.locked) == 1,
        hasErasures: try connection.integer("SELECT EXISTS (SELECT 1 FROM erased)") == 1)
      defer { reading = nil }
      return try body()
    }
  }

  /// True while a store that came from a backup has not applied all erasures.
  package var isLocked: Bool {
    get throws { try reading?.isLocked ?? (integer(.locked) == 1) }
  }

  private func forgetWhatOthersChanged() throws {
    let version = try connection.integer("PRAGMA data_version")
    guard version != cachedVersion else { return }
    forgetCache()
    cachedVersion = version
  }

  /// The state of a key; a secret is kept in memory until anything but this instance writes.
  func state(of id: Dot, subject: RowID) throws -> KeyState {
    if reading == nil { try forgetWhatOthersChanged() }
    if let key = cache[id] { return key.subject == subject ? .here(key.secret) : .ofAnother }
    if reading?.hasErasures ?? true, try isErased(subject) { return .erased }
    let found = try connection.row(
      "SELECT \(Self.columns) FROM key WHERE id = ?", .integer(id.rawValue)
    ) { (isDropped: $0.isNull(at: 5), entry: try entry($0)) }
    guard let found else { return .missing }
    guard let entry = found.entry else { return found.isDropped ? .dropped : .missing }
    guard entry.key.subject == subject else { return .ofAnother }
    if cache.count >= Self.cacheLimit { forgetCache() }
    cache[id] = entry.key
    return .here(entry.key.secret)
  }

  /// True when the subject was erased.
  package func isErased(_ subject: RowID) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM erased WHERE subject = ?", .integer(subject.rawValue)) > 0
  }

  /// How many subjects were erased; it never falls.
  package var erasedCount: Int64 {
    get throws { try connection.integer("SELECT count(*) FROM erased") }
  }

  /// The key to seal values of this subject with; nil when there is none yet.
  func keyForWriting(
    _ scope: ScopeID, _ subject: RowID, _ retention: RetentionClass, year: UInt16
  ) throws -> KeyEntry? {
    try connection.row(
      """
      SELECT \(Self.columns) FROM key
      WHERE subject = ? AND scope = ? AND class = ? AND year = ? AND wrapped IS NOT NULL
      ORDER BY id LIMIT 1
      """, .integer(subject.rawValue), .integer(scope.rawValue),
      .integer(Int64(retention.rawValue)), .integer(Int64(year))
    ) { try entry($0)?.key } ?? nil
  }

  /// Forgets the secrets that are kept in memory.
  func forgetCache() {
    cache.removeAll(keepingCapacity: true)
  }
}

/// Writing: the keys of a transaction of the store are durable before it is.
extension Keyring {
  /// Runs `body` in the keyring's open transaction, beginning one when there is none.
  func write<Result>(_ body: () throws -> Result) throws -> Result {
    if !isWriting {
      try connection.execute("BEGIN IMMEDIATE")
      isWriting = true
    }
    return try body()
  }

  /// Makes what was written durable.
  func commit() throws {
    guard isWriting else { return }
    try connection.execute("COMMIT")
    isWriting = false
  }

  /// Takes back what was written.
  func rollBack() {
    guard isWriting else { return }
    isWriting = false
    forgetCache()
    if connection.isInTransaction { try? connection.execute("ROLLBACK") }
  }

  /// Facts that a keyring keeps about itself.
  enum Fact: String {
    case check, epoch, locked, copied
    /// Keys were destroyed, and the file is not rewritten yet.
    case rewrite
  }

  func bytes(_ fact: Fact) throws -> [UInt8]? {
    try connection.row("SELECT value FROM keyring_state WHERE name = ?", .text(fact.rawValue)) {
      try $0.optionalBytes(at: 0)
    } ?? nil
  }

  func integer(_ fact: Fact) throws -> Int64? {
    try connection.row("SELECT value FROM keyring_state WHERE name = ?", .text(fact.rawValue)) {
      try $0.optionalInteger(at: 0)
    } ?? nil
  }

  func set(_ fact: Fact, _ value: SQLValue) throws {
    try connection.execute(
      """
      INSERT INTO keyring_state (name, value) VALUES (?, ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value
      """, .text(fact.rawValue), value)
  }
}
