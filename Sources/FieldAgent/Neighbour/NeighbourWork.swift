import FieldWork
import Replica
import Synchronization

/// Meets another laptop while the pages go on, one meeting at a time.
///
/// It opens the home a second time, as another process would, so that no page waits for the network.
final class NeighbourWork: Sendable {
  /// How long a sync that is under way is waited for.
  private static let turnSeconds = 20
  private static let pauseMilliseconds = 60_000

  /// What somebody asks for.
  enum Order: Sendable {
    /// To wait for another laptop.
    case wait
    /// To go to one that waits.
    case join(NeighbourAddress, PairingCode)
  }

  /// What people are shown.
  enum State: Sendable {
    /// Nothing was asked for since the program began.
    case none
    /// About to begin.
    case beginning
    /// Nobody has come yet: the digits, and where this laptop is reached.
    case waiting(code: String, port: UInt16, addresses: [String])
    /// The two exchange.
    case meeting(MeetingReport)
    /// Ended, at a time of the laptop's clock; with why, where it was before its end.
    case done(NeighbourOutcome?, problem: BilingualText?, at: LocalDateTime)

    /// Whether it goes on.
    var isRunning: Bool {
      switch self {
      case .none, .done: false
      case .beginning, .waiting, .meeting: true
      }
    }
  }

  private struct Plan {
    var state = State.none
    var asked: (order: Order, key: StoreKey)?
    var isStopped = false
  }

  private let home: HomeFolder
  private let surroundings: Surroundings
  private let bench: LaptopBench
  private let plan = Mutex(Plan())
  private let thread = WorkThread()

  init(_ home: HomeFolder, _ surroundings: Surroundings, _ bench: LaptopBench) {
    self.home = home
    self.surroundings = surroundings
    self.bench = bench
  }

  /// How the last order stands.
  var state: State { plan.withLock { $0.state } }

  /// Begins to wait for orders.
  func start() {
    thread.start(everyMilliseconds: Self.pauseMilliseconds) { [weak self] in self?.look() }
  }

  /// Ends the meeting that is under way, and begins no more.
  func stop() {
    giveUp()
    thread.stop()
  }

  /// Takes an order; while another one is under way it is none.
  ///
  /// - Parameter key: opens the records, as whoever asks has unlocked them.
  func ask(_ order: Order, key: StoreKey) {
    plan.withLock { plan in
      guard !plan.state.isRunning else { return }
      plan.state = .beginning
      plan.isStopped = false
      plan.asked = (order, key)
    }
    thread.nudge()
  }

  /// Ends what is under way; what has come across stays.
  func giveUp() { plan.withLock { $0.isStopped = true } }

  /// Carries out what was asked for, and comes back when that has ended.
  func look() {
    let asked = plan.withLock { plan in
      defer { plan.asked = nil }
      return plan.asked
    }
    guard let asked else { return }
    var outcome: NeighbourOutcome?
    var problem: BilingualText?
    do {
      outcome = try carryOut(asked.order, asked.key)
    } catch {
      outcome = (error as? NeighbourBreak)?.outcome
      problem = words(of: error)
    }
    let time = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue)
    plan.withLock { $0.state = .done(outcome, problem: problem, at: time) }
  }

  private func carryOut(_ order: Order, _ key: StoreKey) throws -> NeighbourOutcome {
    guard
      let turn = try SyncTurn.awaited(home, seconds: Self.turnSeconds, shouldStop: { isStopped })
    else { throw isStopped ? NeighbourError.stopped : SyncCommand.underWay }
    defer { withExtendedLifetime(turn) {} }
    let laptop = try Laptop(home, surroundings, storeKey: key)
    defer { laptop.store.close() }
    let outcome: NeighbourOutcome
    switch order {
    case .wait:
      let waiting = try waiting(laptop)
      note(
        .waiting(
          code: waiting.code.text, port: waiting.port, addresses: waiting.addresses))
      outcome = try waiting.run(shouldStop: { self.isStopped }) { note(.meeting($0)) }
    case .join(let address, let code):
      outcome = try NeighbourJoining(
        laptop, at: address, code: code, shouldStop: { self.isStopped }
      ).run { note(.meeting($0)) }
    }
    try bench.settle(laptop)
    return outcome
  }

  /// Begins to wait, at the usual port where nobody else has it.
  private func waiting(_ laptop: Laptop) throws -> NeighbourWaiting {
    let minutes = NeighbourWaiting.usualMinutes
    do {
      return try NeighbourWaiting(
        laptop, surroundings, port: NeighbourAddress.defaultPort, minutes: minutes)
    } catch NeighbourError.portTaken {
      return try NeighbourWaiting(laptop, surroundings, port: 0, minutes: minutes)
    }
  }

  private var isStopped: Bool { plan.withLock { $0.isStopped } }

  private func note(_ state: State) { plan.withLock { $0.state = state } }

  private func words(of error: any Error) -> BilingualText {
    TroubleLog(home).note(error, at: "neighbour", surroundings.clock().wall)
    return
      (FailureCatalogue.failure(for: error, on: .pages)
      ?? FailureCatalogue.unknown("meeting-failed")).words
  }
}
