import Cryptography
import FieldWork
import Foundation
import Replica
import SQLite
import Synchronization
import SyncProtocol

/// An open centre: its home, its keys, and its store behind a lock for many threads.
///
/// One process at a time serves a home, which its lock ensures. Commands open it as guests, also
/// while it is served: SQLite orders the writes of both, and the store looks up its last dot at the
/// beginning of every transaction, so that none is issued twice.
package final class Centre: Sendable {
  /// Trays of bundles that wait in memory at a time, each bounded by what a form carries.
  private static let bundleTrayCount = 4

  /// How a home is opened.
  package enum Tenure: Sendable {
    /// To serve it, alone.
    case serving
    /// For one command, beside others.
    case guest
  }

  /// Where everything lies.
  package let home: HomeFolder
  /// What `init` settled.
  package let settings: CentreSettings
  /// Clock and randomness.
  package let surroundings: Surroundings
  /// The keys of the present life.
  var keys: CentreKeys { presentKeys.withLock { $0 } }
  let presentKeys: Mutex<CentreKeys>
  let lock: HomeLock?
  // Declared, and so closed, before the store: the last connection to close empties the WAL.
  private let reading: ReaderPool<RecordReader>
  let field: Confined<FieldStore>
  /// Flags that were looked for already.
  let flagShelf = FlagShelf()
  /// How far the log was found whole.
  let auditProof = AuditProof()
  /// The approved visits of periods that were written to since.
  let changedShelf = ChangedShelf()
  /// The numbers of lists of the review.
  let reviewShelf = ReviewShelf()
  /// How many assists may be written down twice.
  let assistPairShelf = AssistPairShelf()
  /// Divisions of teams' assists that somebody looked at.
  let gridShelf: GridShelf
  /// Pairs of records that were looked for already.
  let duplicateShelf = DuplicateShelf()
  /// Edits that batches brought, for what runs beside what.
  let batchEdits = BatchEdits()
  /// Counts that were made already.
  let countShelf = CountShelf()
  /// Rates that were counted already.
  let rateShelf = RateShelf()
  /// Records behind numbers that were opened already.
  let recordShelf: RecordShelf
  /// The last visit of each member, by the day it is asked on.
  let lastVisitShelf = Shelf<LocalDate, [RowID: LocalDate]>(maximumCount: 2)
  /// The households of campaigns that somebody looked at.
  let campaignShelf = Shelf<CampaignStanding.Question, [RowID: [CampaignTarget]]>(maximumCount: 4)
  /// A check of the store that a page started.
  let storeCheck = StoreCheck()
  /// The day on which changes of team were looked for last; nil before the first time.
  let teamChangeDay = Mutex<LocalDate?>(nil)
  /// Forms that must not be sent twice, and files that wait to be downloaded.
  let formTickets: FormTickets
  /// Files of bundles that somebody sent, or takes away, by their names.
  let bundleTrays: Ticketed<[String: [UInt8]]>

  /// Opens a centre that `CentreSetup` made.
  ///
  /// - Throws: `CentreError.notInitialised`, `.inUse` when another serves it, what is wrong with the
  ///   keys, `ReplicaError`, `SQLError`, `HomeError`.
  package init(_ home: HomeFolder, as tenure: Tenure, surroundings: Surroundings) throws {
    guard home.hasStore else { throw CentreError.notInitialised(home.path) }
    try home.requireWritable()
    self.home = home
    self.surroundings = surroundings
    formTickets = FormTickets(surroundings)
    gridShelf = GridShelf(countShelf)
    recordShelf = RecordShelf(surroundings)
    bundleTrays = Ticketed(surroundings, atMost: Self.bundleTrayCount)
    lock = tenure == .serving ? try Self.lock(home) : nil
    // A home that came from a backup has neither keyring nor store key.
    var random = surroundings.generator()
    _ = try StoreKey.inFile(of: home, random: &random)
    let opened = try Self.openLiving(home, lock, surroundings)
    let field = opened.field
    presentKeys = Mutex(opened.keys)
    lock?.note(lastIssued: field.store.lastIssued)
    lock?.note(arrivals: try field.store.totalArrivals())
    guard let settings = try CentreSettings(reading: field.store.connection) else {
      throw CentreError.notInitialised(home.path)
    }
    self.settings = settings
    self.field = Confined(field)
    let birthYears = BirthYears()
    reading = ReaderPool(
      try (0..<(tenure == .serving ? Self.servingReaders : 1)).map { _ in
        let connection = try Connection(
          path: home.storePath, mode: .readOnly, busyTimeoutMilliseconds: 5_000)
        // Counts of a province's month walk through some hundred megabytes; what a smaller centre
        // does not have takes no room.
        try connection.execute("PRAGMA cache_size = -131072")
        return RecordReader(
          connection,
          try Keyring(
            beside: Store.Location(path: home.storePath), key: opened.keys.store, random: &random),
          birthYears: birthYears)
      })
  }

  /// Takes the lock of a home for this process.
  static func lock(_ home: HomeFolder) throws -> HomeLock {
    do {
      return try HomeLock(home, patienceMilliseconds: 200)
    } catch HomeError.inUse {
      throw CentreError.inUse
    }
  }

  /// Opens the store of a home with the centre's own tables; the caller holds the lock to write.
  static func openField(
    _ home: HomeFolder, _ keys: CentreKeys, lastIssued: Int64?, _ surroundings: Surroundings
  ) throws -> FieldStore {
    var random = surroundings.generator()
    let store = try Store(
      at: Store.Location(path: home.storePath), identity: keys.identity,
      machine: surroundings.machineIdentity(of: home, lastIssued: lastIssued),
      storeKey: keys.store, random: &random)
    store.software = "camtay-server \(CentreCommands.version)"
    try store.prepareLocalTables(owner: CentreSchema.owner, CentreSchema.migrations)
    store.laptopsNotAwaited = { store in
      Set(try LaptopFate.all(store, store.peers()).filter(\.value.isSilent).keys)
    }
    return try FieldStore(store, hashPersonalID: keys.hashPersonalID)
  }

  /// What this centre says of itself before anybody is enrolled; the pin only where TLS is spoken.
  package func offer(isSecure: Bool) -> CentreOffer {
    CentreOffer(
      rootPublicKey: keys.root.verifyingKey.bytes, pin: isSecure ? keys.pin.description : "")
  }

  /// The pin of the centre's TLS key.
  package var pin: String { keys.pin.description }

  /// Connections that read while the centre is served.
  private static let servingReaders = 4
  /// How many searches beside the pages go on at once: they leave readers to the pages.
  private let searchesBeside = DispatchSemaphore(value: servingReaders / 2)

  /// Runs a search that nobody waits for, on a thread of its own.
  func beside<Result>(_ body: () throws -> Result) rethrows -> Result {
    searchesBeside.wait()
    defer { searchesBeside.signal() }
    return try body()
  }

  /// Reads on a connection of its own, which neither waits for writing nor makes it wait.
  ///
  /// All reads of `body` see one moment.
  package func read<Result: Sendable>(_ body: (RecordReader) throws -> Result) throws -> Result {
    try reading.use { reader in
      try reader.connection.transaction(.deferred) { try body(reader) }
    }
  }

  /// The same where a connection is free at this moment: whoever holds one already must not wait for
  /// another. Nil where none is, or `body` gives nothing.
  func readIfFree<Result: Sendable>(_ body: (RecordReader) throws -> Result?) throws -> Result? {
    try reading.useIfFree { reader in
      try reader.connection.transaction(.deferred) { try body(reader) }
    } ?? nil
  }

  /// Reads what only the store knows: conflicts, laptops, digests, verification. What writes takes
  /// `change` or `perform`, which note outside the store how far it has come.
  ///
  /// All reads of `body` see one moment: outside a transaction each statement would lock the file for
  /// itself, which takes longer than most of them.
  package func inspect<Result: Sendable>(_ body: (FieldStore) throws -> Result) throws -> Result {
    try field.use { field in
      try field.store.connection.transaction(.deferred) { try body(field) }
    }
  }

  /// When what pages show was looked for beside them, one number a search.
  var lastSearches: [Int64] {
    [flagShelf.lastFound, duplicateShelf.lastFound, assistPairShelf.lastFound]
  }

  /// Begins to look beside the pages for what takes long, before anybody opens one.
  func lookAhead() throws {
    try read { reader in
      try flagShelf.prepare(reader, of: self)
      try assistPairShelf.prepare(reader, of: self)
      try rateShelf.prepare(reader, of: self)
      try duplicateShelf.prepare(
        on: LocalDateTime(time: surroundings.clock().wall).date, reader, of: self)
      try ParallelEditPage.prepare(reader, of: self)
    }
  }

  /// Steps that all its connections have run through their statements. Benchmarks gate on what a page
  /// adds to them.
  package var storeSteps: Int {
    field.use { $0.store.connection.counters.steps }
      + reading.each { $0.connection.counters.steps }.reduce(0, +)
  }

  /// Writes records, all of `body` in one transaction, and then what that causes in other scopes.
  package func change<Result: Sendable>(
    _ body: (FieldStore, ClockReading) throws -> Result
  ) throws -> Result {
    try field.use { field in
      defer { note(field.store) }
      let result = try field.store.connection.transaction(.immediate) {
        try body(field, surroundings.clock())
      }
      field.store.carryOutLinks(clock: surroundings.clock())
      return result
    }
  }

  /// Writes in transactions of the callee's own: for what cannot stand inside another one, such as
  /// destroying keys, or has to write in other scopes once it is committed.
  package func perform<Result: Sendable>(
    _ body: (FieldStore, ClockReading) throws -> Result
  ) throws -> Result {
    try field.use { field in
      defer { note(field.store) }
      return try body(field, surroundings.clock())
    }
  }

  /// Reads and writes the centre's own tables in one transaction.
  package func administer<Result: Sendable>(
    _ body: (Store, ClockReading) throws -> Result
  ) throws -> Result {
    try field.use { field in
      try field.store.connection.transaction(.immediate) {
        try body(field.store, surroundings.clock())
      }
    }
  }

  /// Answers sync requests, each as if it had come alone; what they carry is on disk, by one sync of
  /// it, when this returns. When it throws, nothing of any of them was kept.
  ///
  /// One that proves that the store was put back makes the centre begin another life first.
  package func answer(_ requests: [[UInt8]]) throws -> [Store.Answer] {
    let life = keys.certificate.replica
    try carryOutTeamChanges()
    do {
      return try answerInThisLife(requests)
    } catch ReplicaError.centreSetBack(let evidence) {
      try beginEpoch(after: life, because: evidence)
      return try answerInThisLife(requests)
    }
  }

  private func answerInThisLife(_ requests: [[UInt8]]) throws -> [Store.Answer] {
    try field.use { field in
      defer { note(field.store) }
      return try field.store.answer(requests, clock: surroundings.clock())
    }
  }
}
