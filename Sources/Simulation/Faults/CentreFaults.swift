import Cryptography
import Randomness
import Replica
import SyncProtocol

/// A centre that is restored from its backup, or set back to an old copy of itself.
enum CentreFaults {
  /// What the menu has of this family.
  static let all = [
    Fault("centre restored", weight: 2, .step { try $0.restoreCentre($1) }),
    Fault("centre's store put back", weight: 1, .step { try $0.putCentreStoreBack($1) }),
    Fault("centre set back unnoticed", weight: 2, .step { try $0.setCentreBack($1) }),
  ]

  /// A world does not see more lives of its centre.
  static let greatestEpoch: UInt8 = 100
}

extension World {
  /// The centre's machine is lost; the last backup is put on a new one, and another life begins.
  fileprivate func restoreCentre(_ laptop: Machine) throws {
    guard let copy = try copyOfCentre(lacksWorkOf: laptop) else { return }
    trace.note("the centre is restored from its backup")
    report.centreRestores += 1
    try putBack(copy, withHome: false)
    try beginEpoch(because: .restored)
  }

  /// A file is copied over the store; the note in its home tells that it had come further.
  fileprivate func putCentreStoreBack(_ laptop: Machine) throws {
    guard let copy = try copyOfCentre(lacksWorkOf: laptop) else { return }
    let noted = try centre.store.totalArrivals()
    trace.note("an old copy of the centre's store is put back")
    report.centreRestores += 1
    try putBack(copy, withHome: false)
    let stored = try centre.store.totalArrivals()
    guard noted > stored else {
      // What lacks no number may lack a laptop that was enrolled since: its certificate tells.
      isSetBack = try laptops.contains { try centre.store.certificate(of: $0.replica) == nil }
      return
    }
    try beginEpoch(because: .note(arrivals: noted, stored: stored))
  }

  /// The whole home of the centre is set back, with every note in it: the centre goes on, gives
  /// arrival numbers a second time, and learns of it only from what laptops have of it.
  fileprivate func setCentreBack(_ laptop: Machine) throws {
    guard !isSetBack, let copy = try copyOfCentre(lacksWorkOf: laptop) else { return }
    trace.note("the centre is set back, and nothing tells it")
    report.centreSetBacks += 1
    copiedReplicas.insert(centre.replica)
    try putBack(copy, withHome: true)
    isSetBack = true
    unnoticedEpochs.insert(centreEpoch)
    for _ in 0..<random.below(3) where !centre.disk.isDead {
      try perform(.next(atCentre: true, plan.acts, &random), at: centre)
      if !centre.disk.isDead { try observeArrivals() }
    }
  }

  /// A copy of the centre that has all that was ever called durable; then people work on, at the
  /// centre and at a laptop, and everybody may hear of it.
  private func copyOfCentre(
    lacksWorkOf laptop: Machine
  ) throws -> Machine.SavedCopy? {
    guard !centre.disk.isDead, centreEpoch < CentreFaults.greatestEpoch else { return nil }
    if centre.savedCopy == nil || random.chance(50) { try backUp() }
    for _ in 0..<1 + random.below(3) where !centre.disk.isDead {
      let isAtCentre = random.chance(50)
      let machine = isAtCentre ? centre : laptop
      try perform(.next(atCentre: isAtCentre, plan.acts, &random), at: machine)
      if isAtCentre, !centre.disk.isDead { try observeArrivals() }
      for laptop in laptops where random.chance(50) && !laptop.disk.isDead {
        try undisturbedRound(of: laptop)
      }
    }
    guard !machines.contains(where: \.disk.isDead), let copy = centre.savedCopy,
      copy.replica == centre.replica
    else {
      return nil
    }
    return copy
  }

  private func putBack(_ copy: Machine.SavedCopy, withHome: Bool) throws {
    let had = try holdings(of: centre)
    try noteGrants()
    try endLife()
    centre.replaceDisk(by: copy.image, &random)
    if withHome {
      centre.lockNote = copy.lockNote
      centre.fileIdentity += 1
    }
    centre.undecidedAct = nil
    ledger.replace(centre.number, copy.promises)
    try centre.open(&random)
    for scope in scopes + [.everyone] {
      let count = Int(try centre.store.cursor(scope).arrival)
      arrivals[scope] = Array((arrivals[scope] ?? []).prefix(count))
    }
    try observeArrivals()
    try releaseUnknown(had)
  }

  /// Begins another life on the store that the centre has, as its program does.
  ///
  /// - Returns: false when its disk let it begin nothing.
  @discardableResult
  func beginEpoch(because evidence: SetBackEvidence) throws -> Bool {
    let epoch = max(centreEpoch, evidence.laterEpoch ?? 0) + 1
    trace.note("the centre begins epoch \(epoch): \(evidence.code)")
    try endLife()
    // A name that met the dying disk may be in the store after all, and has its key already.
    let prepared = nextLife?.replica == .centre(epoch: epoch) ? nextLife : nil
    let next = try prepared ?? certify(.generate(using: &random), epoch: epoch)
    nextLife = next
    let named: Void? = try attempting(centre) { _ in try centre.succeed(as: next) }
    try reopen(centre)
    // Without the name in the store the centre has begun nothing.
    guard named != nil else { return false }
    isSetBack = false
    _ = try attempting(centre) { store in
      try store.lockSealedValues()
      try store.noteEpoch(because: evidence, clock: reading(of: centre))
    }
    return true
  }

  /// Remembers the scopes that laptops hold: a centre that has lost grants is told of them again.
  private func noteGrants() throws {
    for laptop in laptops {
      for rule in try centre.store.grantRules(of: laptop.replica) where rule.until == nil {
        if case .scope(let scope) = rule.target {
          lostGrants[laptop.replica, default: []].insert(scope)
        }
      }
    }
  }

  /// The coordinator grants anew what the centre has lost.
  func grantAgain() throws {
    for laptop in laptops {
      guard let lost = lostGrants[laptop.replica] else { continue }
      let rules = try centre.store.grantRules(of: laptop.replica).filter { $0.until == nil }
      let missing = lost.subtracting(takenBack[laptop.replica] ?? []).filter { scope in
        !rules.contains { $0.target == .scope(scope) }
      }
      guard !missing.isEmpty else { continue }
      trace.note("\(laptop.label): is granted \(missing.count) hamlets again")
      try centre.store.grant(missing.sorted(), to: laptop.replica, at: reading(of: centre).wall)
    }
    lostGrants = [:]
  }
}
