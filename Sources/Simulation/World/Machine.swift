import Cryptography
import Randomness
import Replica
import SQLite
import Synchronization
import SyncProtocol

/// A machine with its disk, clocks and store.
final class Machine {
  /// Every file of a disk as programs see it.
  typealias Image = [(path: String, bytes: [UInt8])]

  /// A copy of a machine's files, with what the store had promised by then.
  struct SavedCopy {
    var replica: ReplicaID
    var image: Image
    var lockNote: Int64
    var promises: Ledger.Promises
  }

  /// Wraps the keyring: it stays where a store goes on under another number.
  private static let storeKey = StoreKey(Array(repeating: 1, count: StoreKey.byteCount))

  /// Where the store lies on every disk.
  static let storePath = "/store.sqlite"

  /// Its place among all machines that ever were in its world.
  let number: Int
  /// What people call it.
  let label: String
  /// Its disk.
  private(set) var disk: MemoryFileSystem
  /// Who it is; a centre that begins another life is somebody else.
  private(set) var identity: Identity
  /// What its program knows.
  var schema: Schema
  /// Its clocks.
  var clock: SimulatedClock
  /// True since an answer set the clock right, until the machine was started anew.
  var hasSignedTime = false
  /// Dots of an act whose commit threw when the disk died: it may be there whole, or not at all, and
  /// as long as the disk has not synced it, a later power cut may still take it away.
  var undecidedAct: ClosedRange<Int64>?
  /// A write failed and nothing was committed since: the log may end with an act that was taken
  /// back, which only a copy of the disk will find there.
  var hasActTakenBack = false
  /// Its log as it was read last, and what stood in the store then; none after every opening.
  var knownLog: (log: StoreLog, changes: Int, version: Int64)?
  /// The naive merge of every scope, of the log that its rows were compared with last; none after
  /// every opening.
  var merges: [ScopeID: (summary: [Int64], merge: NaiveMerge)] = [:]
  /// How far the arrival logs were checked; nowhere after every opening.
  var checkedArrivals: [ScopeID: Cursor] = [:]
  /// The batches that it knew to be merged at the centre, and in which epoch; none after every
  /// opening.
  var believedReceipts: [ContentHash: UInt8] = [:]
  /// The last dot issued as the lock file beside the store remembers it.
  var lockNote: Int64 = 0
  /// True since its disk went back to a snapshot, until a round has told it all.
  var isRolledBack = false
  /// What a copy of the home does not share.
  var fileIdentity = 1
  /// A copy of the store that somebody has made, and what the store had promised by then.
  var savedCopy: SavedCopy?
  /// A copy of the keyring that somebody has made, and when.
  var keyringCopy: (bytes: [UInt8], time: Int64)?
  private let primitives: Primitives
  private var registration: VirtualFileSystemRegistration
  private var openStore: Store?

  /// Names of file systems are the process's; nothing depends on them.
  private static let names = Atomic<Int>(0)

  /// Makes a machine with a store that holds nothing, or with the files of another machine.
  init(
    number: Int, label: String, identity: Identity, schema: Schema, image: Image? = nil,
    primitives: Primitives, time: Int64, random: inout SeededGenerator
  ) throws {
    self.number = number
    self.label = label
    self.identity = identity
    self.schema = schema
    self.primitives = primitives
    clock = SimulatedClock(bootedAt: time)
    (disk, registration) = Self.disk(try image ?? EmptyStores.image(for: schema), &random)
  }

  deinit { openStore = nil }

  private static func disk(
    _ image: Image, _ random: inout SeededGenerator
  ) -> (MemoryFileSystem, VirtualFileSystemRegistration) {
    let disk = MemoryFileSystem(
      seed: random.next(), hasPowersafeOverwrite: random.chance(50),
      hasOrderedMetadata: random.chance(50), unixMilliseconds: { 1_760_000_000_000 })
    for (path, bytes) in image { disk.place(bytes, at: path) }
    let number = names.wrappingAdd(1, ordering: .relaxed).newValue
    return (disk, VirtualFileSystemRegistration(disk, name: "simulation-\(number)"))
  }

  /// The open store.
  var store: Store {
    guard let openStore else { preconditionFailure("a step ends with every store open") }
    return openStore
  }

  /// False when the last opening failed.
  var isOpen: Bool { openStore != nil }

  /// Its number.
  var replica: ReplicaID { identity.replica }

  /// Opens the store, as the program does when it starts.
  func open(_ random: inout SeededGenerator) throws {
    openStore = nil
    knownLog = nil
    merges = [:]
    checkedArrivals = [:]
    believedReceipts = [:]
    openStore = try newStore(&random)
    noteLastIssued()
  }

  /// A second program opens the store for a short time, while the first waits for a network.
  func withSecondProgram(_ random: inout SeededGenerator, _ body: () throws -> Void) throws {
    let first = openStore
    openStore = try newStore(&random)
    knownLog = nil
    defer {
      openStore = first
      knownLog = nil
    }
    try body()
  }

  private func newStore(_ random: inout SeededGenerator) throws -> Store {
    let store = try Store(
      at: Store.Location(path: Self.storePath, fileSystem: registration.name),
      identity: identity, schema: schema, primitives: primitives,
      machine: MachineIdentity(
        bootID: clock.bootID, machineID: "machine \(number)",
        fileIdentity: "\(fileIdentity)", lastIssued: lockNote),
      storeKey: Self.storeKey,
      random: &random)
    // Worlds are small: a few batches behind is far behind.
    store.snapshotPolicy.batches = 4
    store.snapshotPolicy.partBytes = 1_000
    store.snapshotPolicy.partsPerAnswer = 1
    return store
  }

  /// Writes the last dot issued beside the store, as the program does after every commit.
  func noteLastIssued() { lockNote = store.lastIssued }

  /// Ends the program in good order.
  func close() { openStore = nil }

  /// Ends the program and names in its store the number under which it goes on; the next opening
  /// goes on under it.
  func succeed(as next: Identity) throws {
    openStore = nil
    let connection = try Connection(
      path: Self.storePath, mode: .readWrite, vfs: registration.name,
      busyTimeoutMilliseconds: 5_000)
    defer { connection.close() }
    try Store.name(next.replica, successorIn: connection)
    identity = next
  }

  /// A copy of all its files as they are now.
  func copy(promising promises: Ledger.Promises) -> SavedCopy {
    SavedCopy(replica: replica, image: image, lockNote: store.lastIssued, promises: promises)
  }

  /// Cuts the power; un-fsynced pages are lost, or a random part of them. The machine starts anew.
  func cutPower(at time: Int64, _ random: inout SeededGenerator) {
    if random.chance(25) { disk.crash() } else { disk.crash(keeping: &random) }
    openStore = nil
    clock.restart(at: time)
    hasSignedTime = false
  }

  /// Kills the program; what was written stays, and so does the boot.
  func kill() {
    disk.failAfterWrites(0)
    // The first change kills the disk: whatever the closing connection wants to write is lost.
    openStore = nil
    disk.revive()
  }

  /// Every file as programs see it now.
  var image: Image {
    disk.paths.compactMap { path in disk.contents(of: path).map { (path, $0) } }
  }

  /// Ends the program and puts other files in place of all that the disk had.
  func replaceDisk(by image: Image, _ random: inout SeededGenerator) {
    openStore = nil
    (disk, registration) = Self.disk(image, &random)
  }

  private static let keyringPath = Store.Location(path: storePath).keyringPath

  /// Copies the keyring of a program that has ended, so that all of it is in the one file.
  func copyKeyring(at time: Int64) {
    keyringCopy = disk.contents(of: Self.keyringPath).map { ($0, time) }
  }

  /// Puts a copy in the keyring's place, without what a failed disk left beside the old one; the
  /// program has ended.
  func putKeyringBack(_ bytes: [UInt8]) {
    disk.place(bytes, at: Self.keyringPath)
    for journal in ["-wal", "-journal"].map({ Self.keyringPath + $0 })
    where disk.contents(of: journal) != nil {
      disk.place([], at: journal)
    }
  }

  /// The size of all files.
  var usedBytes: Int { disk.paths.reduce(0) { $0 + (disk.contents(of: $1)?.count ?? 0) } }
}
