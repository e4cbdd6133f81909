import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// An enrolled laptop at work: its home, held by this process alone, and the records in it.
package final class Laptop {
  /// How long a second process waits for the first to finish, in milliseconds.
  package static let patienceMilliseconds = 5_000

  /// The folder.
  package let home: HomeFolder
  /// Centre and default member.
  package private(set) var configuration: LaptopConfiguration
  /// The changelog and the merged state.
  package let store: Store
  /// Households, visits and the rest.
  package let records: FieldStore
  /// What the records are open with, to seal it for another account.
  package let storeKey: StoreKey
  /// What `standing` has read last.
  var rememberedStanding = Remembered<StoreStanding>()
  /// What `handOverRecords` has read last.
  var rememberedHandOver = Remembered<HandOverRecords>()
  private var rememberedForgetting = Remembered<Void>()
  var rememberedDuplicates = Remembered<OpenDuplicates>()
  private let lock: HomeLock
  /// What the store is a copy of, while the disk has no room; nothing may be written then.
  private let copy: ReadingCopy?
  private let surroundings: Surroundings

  /// Opens the home of an enrolled laptop.
  ///
  /// - Parameters:
  ///   - isReading: opens a copy in memory, for looking at a home whose disk is full.
  ///   - isPractice: whether a practice home is meant; each of the two kinds opens only as what it is,
  ///     so that no command takes practice for work.
  ///   - storeKey: what an account unlocked; nil where the laptop has no accounts.
  /// - Throws: `AgentError.notEnrolled`, `.practiceHome`, `.locked`, `HomeError.inUse` when another process keeps it longer
  ///   than the patience, `ReplicaError`, `SQLError`.
  package init(
    _ home: HomeFolder, _ surroundings: Surroundings,
    patienceMilliseconds: Int = Laptop.patienceMilliseconds, isReading: Bool = false,
    isPractice: Bool = false, storeKey: StoreKey? = nil
  ) throws {
    guard let configuration = try LaptopConfiguration.read(from: home), configuration.isEnrolled
    else {
      throw home.hasStore
        ? AgentError.storeWithoutEnrolment(home: home.path)
        : AgentError.notEnrolled(home: home.path)
    }
    guard configuration.isPractice == isPractice else {
      throw AgentError.practiceHome(path: home.path)
    }
    self.home = home
    self.surroundings = surroundings
    self.configuration = configuration
    lock = try HomeLock(home, patienceMilliseconds: patienceMilliseconds)
    // The lock outlives a store that was deleted; a fresh one in its place would hide the loss.
    guard lock.lastIssued == 0 || home.storeBytes > 0 else {
      throw AgentError.storeMissing(home: home.path)
    }
    let keys = LaptopKeys(home)
    copy = isReading ? try ReadingCopy(of: home) : nil
    var random = surroundings.generator()
    self.storeKey = try keys.storeKey(storeKey, random: &random)
    store = try Self.openStore(
      home, at: copy?.location, keys: keys, self.storeKey, lastIssued: lock.lastIssued,
      surroundings)
    records = try Self.openRecords(store, keys)
    if isReading { return }
    try store.prepareLocalTables(owner: LaptopSchema.owner, LaptopSchema.migrations)
    // What a full disk keeps from being written now is written at the next opening.
    try? LocalAccounts(home, surroundings).renewResetPoint(self.storeKey)
    try mergeStarter()
    forgetErasedDrafts()
    if lock.lastIssued != store.lastIssued { lock.note(lastIssued: store.lastIssued) }
  }

  private static func openStore(
    _ home: HomeFolder, at location: Store.Location?, keys: LaptopKeys, _ storeKey: StoreKey,
    lastIssued: Int64, _ surroundings: Surroundings
  ) throws -> Store {
    var random = surroundings.generator()
    return try Store(
      at: location ?? Store.Location(path: home.storePath), identity: try keys.identity(),
      machine: surroundings.machineIdentity(of: home, lastIssued: lastIssued),
      storeKey: storeKey, random: &random)
  }

  private static func openRecords(_ store: Store, _ keys: LaptopKeys) throws -> FieldStore {
    try FieldStore(store) { digits in
      try Hash.blake2b256(digits, key: try keys.identification())
    }
  }

  /// The beginning of the centre's log, as an enrolment file brought it, until it is merged.
  static let starterFile = "starter"

  /// Merges what an enrolment file brought. The file goes only when its content is on disk.
  private func mergeStarter() throws {
    let path = "\(home.path)/\(Self.starterFile)"
    guard let starter = try HomeFolder.read(path: path, maximumBytes: Limits.streamBytes) else {
      return
    }
    try store.absorbStarter(starter, clock: clock())
    _ = try store.connection.scalar("PRAGMA wal_checkpoint(TRUNCATE)")
    try home.remove(Self.starterFile)
  }

  /// Whether this is play: said on every page, and never handed over.
  package var isPractice: Bool { configuration.isPractice }

  /// The clocks at this moment.
  package func clock() -> ClockReading { surroundings.clock() }

  /// Who may be recorded twice; looked for once until anybody writes to the store, since it compares
  /// the whole register.
  func openDuplicates() throws -> OpenDuplicates {
    try rememberedDuplicates.value(records.watch) { try records.reader.openDuplicates() }
  }

  /// Destroys forms about whoever was erased, once whenever anything was written to the store. What a
  /// full disk keeps from it is done at the next look.
  func forgetErasedDrafts() {
    try? rememberedForgetting.value(records.watch) {
      try DraftBook(records).forgetErased(at: clock().wall)
    }
  }

  /// Today, as far as this laptop knows.
  func today() throws -> LocalDate { try records.knowledge(of: clock()).today }

  /// Runs something that may commit, and notes the last dot outside the store afterwards, so that a
  /// store put back from a copy is found out.
  package func writing<Result>(_ body: (FieldStore, ClockReading) throws -> Result) throws
    -> Result
  {
    precondition(copy == nil, "a copy for reading was to be written")
    defer { lock.note(lastIssued: store.lastIssued) }
    return try body(records, clock())
  }

  /// Lets other processes use the home while `body` waits for the network.
  func releasingHome<Result>(_ body: () throws -> Result) throws -> Result {
    lock.note(lastIssued: store.lastIssued)
    return try lock.released(patienceMilliseconds: Self.patienceMilliseconds, while: body)
  }

  /// Lets other processes have the home until `takeHome`: a program that stays open holds it only
  /// while it works.
  func letHomeGo() {
    lock.note(lastIssued: store.lastIssued)
    lock.letGo()
  }

  /// Takes the home again after `letHomeGo`; throws `HomeError.inUse`.
  func takeHome() throws { try lock.acquire(patienceMilliseconds: Self.patienceMilliseconds) }

  /// The member who acts: named by `--as`, else the one of the enrolment.
  /// - Throws: `FieldError.memberNeeded`, `.unknownMember` or `.severalMembers`.
  package func member(named name: String?) throws -> RowID {
    if let name { return try records.reader.findMember(name).id }
    guard let member = configuration.member else { throw FieldError.memberNeeded }
    return member
  }

  /// Changes who records when `--as` names nobody.
  package func use(_ member: RowID) throws {
    configuration.member = member
    try configuration.write(to: home)
  }

  /// Words that a round carries to the centre.
  package var report: Store.Report {
    Store.Report(
      freeDiskBytes: surroundings.freeDiskBytes(of: home),
      software: "\(FieldAgent.program) \(FieldAgent.version)")
  }

  /// Randomness of the surroundings.
  var random: AnyRandomNumberGenerator { surroundings.generator() }
}
