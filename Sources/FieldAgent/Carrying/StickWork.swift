import FieldWork
import Replica
import Synchronization
import SyncProtocol

/// Packs onto sticks, takes in from them, carries for others and updates the program while the pages go
/// on, one order at a time.
///
/// It opens the home a second time, as another process would, so that no page waits for a stick.
final class StickWork: Sendable {
  /// Bytes of the bundles that a browser sends, or takes away.
  static let maximumBytes = 48 << 20
  /// Bytes of a form with so many.
  static let formBytes = maximumBytes + (1 << 20)
  /// How long a sync that is under way is waited for.
  private static let turnSeconds = 45
  private static let pauseMilliseconds = 60_000

  /// What somebody asks for.
  struct Order: Sendable {
    /// Where bundles lie and go.
    enum Place: Sendable {
      /// A stick, or another folder.
      case folder(String)
      /// What a browser sent; what is packed it takes away.
      case files([String: [UInt8]])
      /// The centre, over the network.
      case network
      /// This laptop itself.
      case laptop
    }

    /// What is to be done there.
    enum Act: Sendable {
      /// What came is taken in, and then what the centre has not confirmed is packed.
      case pack
      /// What came is taken in.
      case take
      /// What lies there for others is taken along.
      case carry
      /// What is carried for others is put there; what is there then may be let go here.
      case give(forgetting: Bool)
      /// What is carried for others is handed over, and the returns are fetched.
      case send
      /// The newer program that is there is put in place.
      case update
      /// The program before the last update is put back.
      case goBack
    }

    let place: Place
    let act: Act

    /// Whether something of this laptop's own is packed.
    var packs: Bool { if case .pack = act { true } else { false } }
    /// The folder; nil where bundles do not lie in one.
    var folder: String? { if case .folder(let path) = place { path } else { nil } }
  }

  /// What became of an order.
  struct Outcome: Sendable {
    let order: Order
    /// What lay there; nil where nothing was looked through.
    var reading: StickReading.Result?
    /// What it did; nil where nothing was taken in.
    var report: SyncReport?
    /// Records that the centre confirmed by it.
    var confirmedRecords = 0
    /// What was packed; nil where nothing was.
    var packing: StickPacking.Result?
    /// The files of the pack, where a browser takes them away.
    var files: [String: [UInt8]] = [:]
    /// What was done for others; nil where nothing was.
    var carrying: Carrying?
    /// That another program is in place; nil where none is.
    var program: BilingualText?
    /// Why it ended before its end.
    var problem: BilingualText?
  }

  /// What was done with others' bundles.
  struct Carrying: Sendable {
    /// What became of it.
    var words: BilingualText
    /// What of it did not succeed, each in its own words.
    var troubles: [BilingualText]
    /// Where what is carried goes from here; nil where that is nothing to say.
    var next: BilingualText?
    /// What is carried now.
    var load: Courier.Load
  }

  /// How far an order is.
  enum Progress: Sendable {
    /// Another sync has to end first.
    case waiting
    /// So many bundles of all were looked at.
    case reading(done: Int, total: Int)
    /// So many bytes of about so many are on the stick.
    case writing(bytes: Int, total: Int)
  }

  /// What people are shown.
  enum State: Sendable {
    /// Nothing was asked for since the program began.
    case none
    /// Under way.
    case running(Order, Progress)
    /// Ended, at a time of the laptop's clock.
    case done(Outcome, at: LocalDateTime)
  }

  private struct Plan {
    var state = State.none
    var waiting: (order: Order, key: StoreKey)?
  }

  private let home: HomeFolder
  private let surroundings: Surroundings
  private let bench: LaptopBench
  private let desktop: Desktop
  private let plan = Mutex(Plan())
  private let thread = WorkThread()

  init(
    _ home: HomeFolder, _ surroundings: Surroundings, _ bench: LaptopBench, _ desktop: Desktop
  ) {
    self.desktop = desktop
    self.home = home
    self.surroundings = surroundings
    self.bench = bench
  }

  /// How the last order stands.
  var state: State { plan.withLock { $0.state } }

  /// The version that `goBack` goes back to; nil for none.
  var versionBefore: ProgramNumber? { try? ProgramInstall(desktop, home).before }

  /// Begins to wait for orders.
  func start() {
    thread.start(everyMilliseconds: Self.pauseMilliseconds) { [weak self] in self?.look() }
  }

  /// Begins no more orders.
  func stop() { thread.stop() }

  /// Takes an order; while another one is under way it is none.
  ///
  /// - Parameter key: opens the records, as whoever asks has unlocked them.
  func ask(_ order: Order, key: StoreKey) {
    plan.withLock { plan in
      if case .running = plan.state { return }
      plan.state = .running(order, .waiting)
      plan.waiting = (order, key)
    }
    thread.nudge()
  }

  /// Carries out what was asked for, and comes back when that has ended.
  func look() {
    let asked = plan.withLock { plan in
      defer { plan.waiting = nil }
      return plan.waiting
    }
    guard let asked else { return }
    let outcome = carryOut(asked.order, asked.key)
    let time = LocalDateTime(milliseconds: surroundings.clock().wall.rawValue)
    plan.withLock { $0.state = .done(outcome, at: time) }
  }

  private func carryOut(_ order: Order, _ key: StoreKey) -> Outcome {
    var outcome = Outcome(order: order)
    do {
      guard let turn = try SyncTurn.awaited(home, seconds: Self.turnSeconds) else {
        outcome.problem = Self.syncUnderWay
        return outcome
      }
      defer { withExtendedLifetime(turn) {} }
      let laptop = try Laptop(home, surroundings, storeKey: key)
      defer { laptop.store.close() }
      switch order.act {
      case .pack, .take:
        try takeIn(laptop, &outcome)
        if order.packs, outcome.problem == nil { try pack(laptop, &outcome) }
      case .carry, .give, .send: try carry(laptop, &outcome)
      case .update, .goBack: try changeProgram(laptop, &outcome)
      }
    } catch {
      outcome.problem = words(of: error, order)
    }
    return outcome
  }

  // MARK: Both halves

  private func takeIn(_ laptop: Laptop, _ outcome: inout Outcome) throws {
    guard let reading = try reading(laptop, outcome.order) else { return }
    let before = try laptop.standing().unsentRecords
    let result = try reading.run(isDryRun: false) { done, total in
      note(outcome.order, .reading(done: done, total: total))
    }
    outcome.reading = result
    if let stopped = result.stopped {
      outcome.problem = stopped.words(havingTaken: result.taken)
    } else if result.bundles.isEmpty, !outcome.order.packs {
      outcome.problem = result.nothingHere.words
    }
    guard result.hasTaken else { return }
    let standing = try laptop.standing()
    outcome.report = SyncReport(
      rounds: result.bundles.count, outcome: result.outcome, status: standing.status)
    outcome.confirmedRecords = max(0, before - standing.unsentRecords)
    try bench.settle(laptop)
  }

  /// What there is to be read; nil where nothing of anybody lies there and something is to be packed.
  private func reading(_ laptop: Laptop, _ order: Order) throws -> StickReading? {
    switch order.place {
    case .folder(let path):
      do {
        return try StickReading(laptop, from: path)
      } catch StickProblem.noBundles where order.packs {
        return nil
      }
    case .files(let files):
      return order.packs
        ? nil : StickReading(laptop, MemoryFolder(files, atMost: Self.maximumBytes))
    case .network, .laptop: return nil
    }
  }

  private func pack(_ laptop: Laptop, _ outcome: inout Outcome) throws {
    let memory = MemoryFolder(atMost: Self.maximumBytes)
    let packing: StickPacking
    switch outcome.order.place {
    case .folder(let path): packing = try StickPacking(laptop, to: path, isDryRun: false)
    case .files, .network, .laptop:
      packing = try StickPacking(laptop, memory, path: "", isOwnDisk: false)
    }
    let order = outcome.order
    let total = packing.outlook.neededBytes
    note(order, .writing(bytes: 0, total: total))
    outcome.packing = try packing.run { [self] in note(order, .writing(bytes: $0, total: total)) }
    outcome.files = memory.files
  }

  // MARK: For others

  private func carry(_ laptop: Laptop, _ outcome: inout Outcome) throws {
    let courier = try Courier(laptop)
    let order = outcome.order
    switch (order.act, order.folder) {
    case (.carry, let path?):
      let result = try courier.take(from: path)
      let load = try courier.carrying()
      outcome.carrying = Carrying(
        words: CourierWords.taken(result, load), troubles: CourierWords.troubles(result), load: load
      )
    case (.give(let forgetting), let path?):
      let result = try courier.give(to: path, forgetting: forgetting)
      let load = try courier.carrying()
      outcome.carrying = Carrying(
        words: CourierWords.given(result, load), troubles: CourierWords.troubles(result), load: load
      )
    case (.send, _):
      let total = try courier.carrying().byteCount
      let trip = try CourierTrip(laptop, over: CentreClient(laptop.configuration)) { [self] in
        note(order, .writing(bytes: $0, total: total))
      }
      let result = trip.run()
      let load = try courier.carrying()
      outcome.carrying = Carrying(
        words: CourierWords.trip(result, load),
        troubles: CourierWords.troubles(result), next: CourierWords.next(load), load: load)
      if let stopped = result.stopped { throw stopped }
    default: break
    }
  }

  // MARK: The program

  private func changeProgram(_ laptop: Laptop, _ outcome: inout Outcome) throws {
    let order = outcome.order
    let install = try ProgramInstall(desktop, home)
    guard case .update = order.act else {
      try install.undo()
      outcome.program = UpdateWords.undone(on: .pages)
      return
    }
    let newer = try NewerProgram(for: laptop, in: order.folder)
    let total = newer.totalBytes
    try newer.put(in: install, of: laptop) { [self] in
      note(order, .writing(bytes: $0, total: total))
    }
    outcome.program = UpdateWords.installed(newer.update, install.previous, on: .pages)
  }

  private func note(_ order: Order, _ progress: Progress) {
    plan.withLock { $0.state = .running(order, progress) }
  }

  // MARK: Words

  private func words(of error: any Error, _ order: Order) -> BilingualText {
    TroubleLog(home).note(error, at: "stick", surroundings.clock().wall)
    if case .files = order.place, case StickProblem.full = error { return Self.tooLarge }
    return FailureCatalogue.failure(for: error, on: .pages)?.words ?? Self.unknown
  }

  private static let tooLarge = BilingualText(
    vi: "Gói quá lớn để tải qua trình duyệt. Dữ liệu vẫn còn nguyên trong máy này. Hãy ghi ra USB "
      + "hoặc ra một thư mục.",
    en:
      "The pack is too large to be taken away by the browser. Your data are still on this laptop. "
      + "Pack onto a stick or into a folder.")
  private static let syncUnderWay = BilingualText(
    vi: "Máy đang gửi nhận qua mạng nên chưa đụng đến USB. Không mất gì. Hãy đợi nó xong rồi làm "
      + "lại.",
    en: "This laptop is handing over by network, so the stick was not touched. Nothing is lost. "
      + "Wait until it has ended and try again.")
  private static let unknown = BilingualText(
    vi: "Có lỗi không lường trước. Dữ liệu của bạn vẫn còn nguyên trong máy này.",
    en: "Something unexpected went wrong. Your data are still on this laptop.")
}
