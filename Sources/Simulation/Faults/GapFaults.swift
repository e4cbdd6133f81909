import Randomness
import Replica
import SyncProtocol

/// Batches that a coordinator declares lost, rightly or not.
enum GapFaults {
  /// What the menu has of this family.
  static let all = [
    Fault("declared lost", weight: 4, .step { try $0.declareLost($1) })
  ]
}

extension World {
  /// Something waits at the centre for a day, and a coordinator declares lost what it waits for.
  /// Sometimes nobody has that any more; sometimes it comes after all.
  fileprivate func declareLost(_ laptop: Machine) throws {
    if try centre.store.holds().isEmpty { try leaveGap(laptop) }
    guard !centre.disk.isDead else { return }
    guard let hold = random.pick(try centre.store.holds()) else { return }
    if !hold.isIncident(at: reading(of: centre).wall) {
      time += Hold.incidentMilliseconds + 3_600_000
      trace.note("a day passes")
    }
    guard hold.isIncident(at: reading(of: centre).wall) else { return }
    trace.note(
      "batch \(hold.missing.sequence) of \(hold.missing.replica.rawValue) is declared lost")
    // A commit that met the dying disk may be there after all when the machine starts anew.
    report.gaps += 1
    declaredLost.insert(LostBatch(scope: hold.scope, tip: hold.missing))
    let merged = try attempting(centre) {
      try $0.declareLost(
        hold.missing.hash, by: "coordinator", note: nil, clock: reading(of: centre))
    }
    guard let merged else { return }
    centre.noteLastIssued()
    try observeArrivals()
    trace.extend("\(merged) batches are merged")
    try Violation.unless(
      try centre.store.holds().allSatisfy { $0.missing != hold.missing }, .causality,
      "the centre waits for what was declared lost")
  }

  /// A laptop closes some batches, and only the last of them reaches the centre.
  private func leaveGap(_ laptop: Machine) throws {
    guard !laptop.isRolledBack, !centre.disk.isDead else { return }
    try undisturbedRound(of: laptop)
    for _ in 0..<2 where !laptop.disk.isDead {
      try perform(random.chance(50) ? .edit : .household, at: laptop)
      try pack(laptop)
    }
    guard !laptop.disk.isDead,
      let last = try log(of: laptop).entries.last(where: {
        $0.receipt == nil && $0.batch.header.replica == laptop.replica
      })
    else { return }
    trace.note("only the last batch of \(laptop.label) reaches the centre")
    _ = try serve(request(of: laptop, with: [last.batch]))
  }
}
