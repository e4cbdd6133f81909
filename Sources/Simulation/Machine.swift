import Cryptography
import Replica
import SQLite
import Synchronization
import SyncProtocol

/// A machine with its disk, clocks and store.
final class Machine {
  /// What people call it.
  let label: String
  /// Its disk.
  let disk: MemoryFileSystem
  /// Who it is.
  let identity: Identity
  /// Its clocks.
  var clock: SimulatedClock
  /// True since an answer set the clock right, until the machine was started anew.
  var hasSignedTime = false
  /// Dots of an act whose commit threw when the disk died: it may be there whole, or not at all.
  var undecidedAct: ClosedRange<Int64>?
  /// The log whose rows were compared with the naive merge last; nil after every opening.
  var comparedLog: [Int64]?
  private let registration: VirtualFileSystemRegistration
  private var openStore: Store?

  /// Names of file systems are the process's; nothing depends on them.
  private static let names = Atomic<Int>(0)

  init(label: String, identity: Identity, time: Int64, random: inout SeededGenerator) {
    self.label = label
    self.identity = identity
    clock = SimulatedClock(bootedAt: time)
    disk = MemoryFileSystem(
      seed: random.next(), hasPowersafeOverwrite: random.chance(50),
      hasOrderedMetadata: random.chance(50), unixMilliseconds: { 1_760_000_000_000 })
    let number = Self.names.wrappingAdd(1, ordering: .relaxed).newValue
    registration = VirtualFileSystemRegistration(disk, name: "simulation-\(number)")
  }

  deinit { openStore = nil }

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
    comparedLog = nil
    openStore = try Store(
      at: Store.Location(path: "/store.sqlite", fileSystem: registration.name),
      identity: identity, schema: .simulation,
      machine: MachineIdentity(bootID: clock.bootID, machineID: label, fileIdentity: "1"),
      random: &random)
  }

  /// Ends the program in good order.
  func close() { openStore = nil }

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

  /// The size of all files.
  var usedBytes: Int { disk.paths.reduce(0) { $0 + (disk.contents(of: $1)?.count ?? 0) } }
}
