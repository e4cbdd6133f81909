import Randomness
import Replica
import SyncProtocol

/// Disks of virtual machines that go back to a snapshot. The boot, the machine and the note beside
/// the store are those of the snapshot too, so that nothing at the laptop can tell, and dots are
/// issued twice.
enum RollbackFaults {
  static let all = [
    Fault("disk rolled back", weight: 3, .step { try $0.rollBackDisk(of: $1) })
  ]
}

extension World {
  /// A laptop works, and the centre hears of it, does not, or will only later; then its disk goes
  /// back to before, and people work on.
  fileprivate func rollBackDisk(of laptop: Machine) throws {
    guard !laptop.disk.isDead, !laptop.isRolledBack else { return }
    trace.note("\(laptop.label): a snapshot of the virtual machine is made")
    let snapshot = (
      image: laptop.image, lockNote: laptop.lockNote, promises: ledger.promises(of: laptop.number)
    )
    try work(at: laptop)
    guard !laptop.disk.isDead else { return }
    switch random.below(4) {
    case 0, 1: try undisturbedRound(of: laptop)
    case 2: try loseAnswer(to: laptop)
    default: try pack(laptop)
    }
    guard !laptop.disk.isDead, !centre.disk.isDead else { return }
    trace.note("\(laptop.label): its disk goes back to the snapshot")
    copiedReplicas.insert(laptop.replica)
    decoder.expectTwice(laptop.replica)
    let had = try holdings(of: laptop)
    laptop.replaceDisk(by: snapshot.image, &random)
    laptop.lockNote = snapshot.lockNote
    laptop.hasSignedTime = false
    laptop.undecidedAct = nil
    laptop.isRolledBack = true
    ledger.replace(laptop.number, snapshot.promises)
    try laptop.open(&random)
    try releaseUnknown(had)
    report.rolledBackDisks += 1
    // What both lives write differs at least in its time.
    time += 1_000
    if random.chance(75) { try work(at: laptop) }
    for _ in 0..<random.below(5) where !laptop.disk.isDead && laptop.isRolledBack {
      try undisturbedRound(of: laptop)
    }
  }

  private func work(at laptop: Machine) throws {
    for _ in 0..<1 + random.below(3) {
      let isSimple = random.chance(40)
      try perform(
        isSimple ? .household : .next(atCentre: false, plan.acts, &random), at: laptop)
    }
  }

  private func loseAnswer(to laptop: Machine) throws {
    let pending = try attempting(laptop) {
      try $0.makeRequest(Self.software, clock: reading(of: laptop), random: &random)
    }
    if let pending { _ = try serve(pending.request) }
  }
}
