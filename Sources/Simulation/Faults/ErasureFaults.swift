import Randomness
import Replica
import SQLite
import SyncProtocol

/// People who are erased, and keyrings that come back from a copy afterwards.
enum ErasureFaults {
  static let all = [
    Fault("erasure", weight: 2, .step { world, _ in try world.erase() }),
    Fault("keyring put back", weight: 6, .step { try $0.putKeyringBack($1) }),
  ]
}

extension World {
  /// The centre erases a household.
  fileprivate func erase() throws {
    guard !centre.disk.isDead,
      let subject = try row(of: HouseholdTable.definition, at: centre)
    else { return }
    trace.note("the centre erases \(subject.rawValue)")
    let coverage = try attempting(centre) {
      try $0.erase(
        [subject], reason: "request", requested: nil, author: nil, clock: reading(of: centre))
    }
    // A commit that met the dying disk may be there after all when the machine starts anew.
    report.erasures += 1
    guard coverage != nil else { return }
    centre.noteLastIssued()
    try observeArrivals()
  }

  /// The first time somebody copies the keyring; the second time the copy, which is not older than
  /// such copies may be, takes the keyring's place. The store is locked then, as the program does.
  ///
  /// Both happen after a round: keys that no copy has, and that nobody else has, would be lost.
  fileprivate func putKeyringBack(_ laptop: Machine) throws {
    try round(of: laptop)
    guard !laptop.disk.isDead, try laptop.store.handOverStatus().notHandedOver == 0 else { return }
    laptop.close()
    guard let copy = laptop.keyringCopy else {
      trace.note("\(laptop.label): somebody copies the keyring")
      laptop.copyKeyring(at: time)
      return try reopen(laptop)
    }
    laptop.keyringCopy = nil
    let days = (time - copy.time) / 86_400_000
    guard days < KeyringBackup.validDays else { return try reopen(laptop) }
    trace.note("\(laptop.label): a keyring of \(days) days ago is put back")
    laptop.putKeyringBack(copy.bytes)
    try reopen(laptop)
    report.keyringsPutBack += 1
    _ = try attempting(laptop) { try $0.lockSealedValues() }
  }
}
