import Randomness
import Replica
import SyncProtocol

extension World {
  /// A laptop asks for the time alone, as it does when its clock is unchecked; its outbox stays
  /// open.
  func askTime(_ laptop: Machine) throws {
    trace.note("\(laptop.label): asks for the time")
    let before = try laptop.store.handOverStatus().closed
    let pending = try attempting(laptop) {
      try $0.makeTimeRequest(
        Self.software, clock: reading(of: laptop), random: &random)
    }
    guard let pending, let answer = try serve(pending.request),
      let outcome = try absorb(answer, of: pending, at: laptop)
    else { return }
    try Violation.unless(
      outcome.receivedBatches == 0 && laptop.store.handOverStatus().closed == before, .clocks,
      "\(laptop.label): asking for the time moved batches")
  }
}
