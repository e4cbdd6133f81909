import Glibc
import Replica
import SyncProtocol

/// What all rounds of one sync did together.
package struct SyncReport: Equatable, Sendable {
  /// Rounds that were completed.
  package var rounds = 0
  /// The sums of the rounds; digests are those of the last one.
  package var outcome = RoundOutcome()
  /// How far this laptop's own work has come afterwards.
  package var status: HandOverStatus
  /// Operations in the batches that the centre confirmed during this sync.
  package var handedOver: Int64 { outcome.confirmedOperations }

  /// Whether a person has to look at something.
  package var needsAttention: Bool {
    outcome.heldBatches > 0 || !outcome.refusals.isEmpty || !outcome.differingScopes.isEmpty
      || !outcome.blockedScopes.isEmpty
      || status.needsAttention > 0 || status.notHandedOver > 0
  }
}

/// A sync: one round after another until neither side has more to say.
package struct SyncRounds {
  /// Rounds in a row that may move nothing before a sync ends: a centre that always promises more
  /// must not hold a laptop for ever.
  package static let idleLimit = 3

  /// How often in a row a busy centre is waited for before a sync is given up.
  package static let busyLimit = 6

  private let laptop: Laptop
  private let link: any CentreLink
  private let pause: (_ seconds: Int) -> Void

  /// A sync of a laptop over a link.
  ///
  /// - Parameter pause: waits so long before a busy centre is asked again.
  package init(
    _ laptop: Laptop, over link: any CentreLink,
    pause: @escaping (_ seconds: Int) -> Void = Self.wait(seconds:)
  ) {
    self.laptop = laptop
    self.link = link
    self.pause = pause
  }

  /// Waits without looking at a clock.
  package static func wait(seconds: Int) { wait(milliseconds: seconds * 1_000) }

  /// Waits without looking at a clock.
  package static func wait(milliseconds: Int) { _ = poll(nil, 0, Int32(clamping: milliseconds)) }

  /// Runs the rounds. Whatever breaks, everything written is still in the store, and the next sync
  /// goes on where this one ended.
  ///
  /// - Parameter progress: called after every round with the status of the hand-over.
  package func run(progress: (HandOverStatus) -> Void = { _ in }) throws -> SyncReport {
    let before = try laptop.store.handOverStatus()
    var report = SyncReport(status: before)
    var idleRounds = 0
    repeat {
      let outcome = try round()
      report.rounds += 1
      idleRounds = outcome.hasProgressed ? 0 : idleRounds + 1
      report.outcome.add(outcome)
      report.status = try laptop.store.handOverStatus()
      progress(report.status)
    } while report.outcome.hasMore && idleRounds < Self.idleLimit
    try laptop.store.noteStopped(report.outcome.stoppedScopes)
    return report
  }

  private func round() throws -> RoundOutcome {
    var asked: RoundOutcome?
    if try laptop.store.needsSignedTime(laptop.clock()) {
      asked = try exchange { try laptop.store.makeTimeRequest($0, clock: $1, random: &$2) }
    }
    var outcome = try exchange { try laptop.store.makeRequest($0, clock: $1, random: &$2) }
    // A long round says nothing of the clock.
    outcome.clockErrorMilliseconds =
      outcome.clockErrorMilliseconds ?? asked?.clockErrorMilliseconds
    return outcome
  }

  private func exchange(
    _ make: (Store.Report, ClockReading, inout AnyRandomNumberGenerator) throws ->
      Store.PendingRound
  ) throws -> RoundOutcome {
    var random = laptop.random
    let store = laptop.store
    let pending = try make(laptop.report, laptop.clock(), &random)
    // Somebody at the kitchen table must be able to record while the network is slow.
    let answer = try laptop.releasingHome {
      try Patience(pause: pause).run { try link.exchange(pending.request) }
    }
    defer { laptop.forgetErasedDrafts() }
    return try store.absorb(answer, of: pending, clock: laptop.clock())
  }
}
