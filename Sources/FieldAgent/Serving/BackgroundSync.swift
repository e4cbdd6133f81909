import FieldWork
import Replica
import Synchronization

/// Sends and receives while the pages go on: when somebody asks, and by itself while the laptop is
/// unlocked.
///
/// It opens the home a second time, as another process would, so that no page waits for the network.
final class BackgroundSync: Sendable {
  /// What the last sync came to, or what the present one does.
  enum State: Sendable {
    /// None since the program began.
    case none
    /// Under way: how far the hand-over is.
    case running(HandOverStatus?)
    /// Ended well, at a time of the laptop's clock.
    case done(SyncReport, at: LocalDateTime)
    /// Nothing came of it; the data are where they were.
    case failed(BilingualText, at: LocalDateTime)
  }

  /// Milliseconds between two looks at whether it is time.
  private static let lookMilliseconds = 15_000
  /// Milliseconds after a sync until the next one that nobody asked for: 10 minutes.
  private static let restMilliseconds: Int64 = 600_000
  /// Milliseconds after something was saved until it is sent: whoever saves a visit with its assists
  /// one after the other is given the time.
  private static let pauseMilliseconds: Int64 = 30_000
  /// Milliseconds after the first failure until the next try, which doubles with every further one.
  private static let retryMilliseconds: Int64 = 60_000

  private struct Plan {
    var state = State.none
    var isAsked = false
    /// On the clock that never jumps; 0 before the first sync.
    var next: Int64 = 0
    var failures = 0
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

  /// What people are shown.
  var state: State { plan.withLock { $0.state } }

  /// Begins; `alongside` is called at every look, for what else has to be done in time.
  func start(alongside: @escaping @Sendable () -> Void) {
    thread.start(everyMilliseconds: Self.lookMilliseconds) { [weak self] in
      alongside()
      self?.look()
    }
  }

  /// Begins no more syncs.
  func stop() { thread.stop() }

  /// Something was saved: it is sent soon, unless the last tries came to nothing, which have a pace of
  /// their own.
  func noteWork() {
    let soon = surroundings.clock().monotonicMilliseconds + Self.pauseMilliseconds
    plan.withLock { plan in
      if plan.failures == 0 { plan.next = min(plan.next, soon) }
    }
  }

  /// When it tries by itself the next time, by the laptop's clock; nil while it is under way, and before
  /// the first try.
  var nextTry: LocalDateTime? {
    let clock = surroundings.clock()
    return plan.withLock { plan in
      if case .running = plan.state { return nil }
      guard plan.next > 0 else { return nil }
      let wait = max(0, plan.next - clock.monotonicMilliseconds)
      return LocalDateTime(milliseconds: clock.wall.rawValue + wait)
    }
  }

  /// Asks for a sync at once.
  func ask() {
    plan.withLock { plan in
      plan.isAsked = true
      if case .running = plan.state { return }
      plan.state = .running(nil)
    }
    thread.nudge()
  }

  /// Syncs if it is time, and comes back when that has ended.
  func look() {
    let now = surroundings.clock().monotonicMilliseconds
    let isDue = plan.withLock { plan in
      let isDue = plan.isAsked || now >= plan.next
      plan.isAsked = false
      return isDue
    }
    guard isDue, let key = try? bench.key() else { return }
    plan.withLock { $0.state = .running(nil) }
    let result = Result { try sync(key) }
    let clock = surroundings.clock()
    let time = LocalDateTime(milliseconds: clock.wall.rawValue)
    plan.withLock { plan in
      switch result {
      case .success(let report):
        plan.failures = 0
        plan.state = .done(report, at: time)
      case .failure(let error):
        plan.failures = min(plan.failures + 1, 8)
        TroubleLog(home).note(error, at: "sync", clock.wall)
        let failure = FailureCatalogue.failure(for: error, on: .pages)
        plan.state = .failed(failure?.words ?? Self.unknown, at: time)
      }
      let rest =
        plan.failures == 0
        ? Self.restMilliseconds
        : min(Self.retryMilliseconds << Int64(plan.failures - 1), Self.restMilliseconds)
      plan.next = clock.monotonicMilliseconds + rest
    }
  }

  private func sync(_ key: StoreKey?) throws -> SyncReport {
    let laptop = try Laptop(home, surroundings, storeKey: key)
    defer { laptop.store.close() }
    guard let turn = try SyncTurn(home) else { throw HomeError.inUse }
    defer { withExtendedLifetime(turn) {} }
    let report = try SyncRounds(laptop, over: try CentreClient(laptop.configuration)).run {
      progress in
      plan.withLock { $0.state = .running(progress) }
    }
    try bench.settle(laptop)
    return report
  }

  private static let unknown = BilingualText(
    vi: "Có lỗi không lường trước khi gửi. Dữ liệu của bạn vẫn còn nguyên trong máy này.",
    en: "Something unexpected went wrong. Your data are still on this laptop.")
}
