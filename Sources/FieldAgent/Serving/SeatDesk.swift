import FieldWork
import Replica
import Synchronization
import SyncProtocol
import Web

/// Who sits at the laptop: unlocking, the idle lock, switching users.
///
/// A lock takes the keys out of memory and leaves the browser its place: whoever unlocks goes on
/// where they were, with the forms that they had open.
final class SeatDesk: Sendable {
  /// A browser's place.
  struct Seat: Sendable {
    let account: LocalAccount
    /// The opening of the laptop in which this person gave the password.
    let generation: Int
    let memory: BrowserMemory
  }

  /// A seat as a request found it.
  struct Found: Sendable {
    fileprivate let signIn: SignInSessions<Seat>.SignIn
    /// False while the laptop is locked for this person.
    let isUnlocked: Bool

    var seat: Seat { signIn.account }
    var formToken: String { signIn.formToken }

    /// Whether a form carries this browser's own token.
    func accepts(formToken sent: String?) -> Bool { signIn.accepts(formToken: sent) }
  }

  /// Milliseconds without anybody doing anything after which the laptop locks itself.
  static let idleMilliseconds: Int64 = 600_000
  /// Seconds for which a browser keeps its place while the program runs: 30 days.
  private static let placeSeconds = 30 * 86_400

  private let bench: LaptopBench
  private let surroundings: Surroundings
  private let sessions = Mutex(
    SignInSessions<Seat>(
      cookieName: "camtay-laptop", idleSeconds: placeSeconds, absoluteSeconds: placeSeconds,
      maximumCount: 20))
  private let lastActive = Mutex(Int64.min)

  init(_ bench: LaptopBench, _ surroundings: Surroundings) {
    self.bench = bench
    self.surroundings = surroundings
  }

  private var now: Int64 { surroundings.clock().monotonicMilliseconds }

  /// The seat of a request's browser. A request by a person starts the idle time anew.
  func find(_ request: HTTPRequest, isByPerson: Bool = true) -> Found? {
    lockIfIdle()
    let now = now
    let found = sessions.withLock {
      $0.find(request, nowMilliseconds: now, isByPerson: isByPerson)
    }
    guard let found else { return nil }
    let isUnlocked = bench.generation == found.account.generation
    if isUnlocked, isByPerson { lastActive.withLock { $0 = now } }
    return Found(signIn: found, isUnlocked: isUnlocked)
  }

  /// Lets somebody in who knows the password of an account; returns their browser's cookie.
  ///
  /// Their browser keeps its place, when it is theirs; another's is given up.
  func unlock(
    _ account: LocalAccount, with key: StoreKey?, _ request: HTTPRequest
  ) throws -> (cookie: String, memory: BrowserMemory) {
    let generation = try bench.open(key)
    let now = now
    lastActive.withLock { $0 = now }
    return sessions.withLock { sessions in
      let standing = sessions.find(request, nowMilliseconds: now)
      if let standing, standing.account.account.member == account.member {
        let memory = standing.account.memory
        sessions.update(
          standing.token, Seat(account: account, generation: generation, memory: memory))
        return (sessions.cookie(standing, isSecure: false), memory)
      }
      if let standing { sessions.end(standing.token) }
      var random = surroundings.generator()
      let memory = BrowserMemory()
      let signIn = sessions.begin(
        Seat(account: account, generation: generation, memory: memory), nowMilliseconds: now,
        using: &random)
      return (sessions.cookie(signIn, isSecure: false), memory)
    }
  }

  /// Takes the place of somebody whose account is gone; what they had open was kept as they typed.
  func dismiss(_ member: RowID) {
    sessions.withLock { $0.end { $0.account.member == member } }
  }

  /// Locks the laptop at once; every browser keeps its place.
  func lock() { bench.close() }

  /// Locks the laptop when nobody has done anything for the idle time. Called by every request and by
  /// the server's own clock.
  func lockIfIdle() {
    let now = now
    let isIdle = lastActive.withLock { $0 != .min && now - $0 >= Self.idleMilliseconds }
    if isIdle, bench.generation != nil { bench.close() }
  }
}
