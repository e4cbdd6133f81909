import Synchronization
import Web

/// Open pages that wait for something to change, without a thread for each.
///
/// One thread looks once a second, and only while somebody waits; so it also sees what commands of
/// other processes write.
final class LiveBoard: Sendable {
  /// Pages that wait at a time; further ones are answered at once and come back.
  static let maximumCount = 200
  /// A page that heard nothing for so long is answered too: connections that are gone are found.
  static let patienceMilliseconds: Int64 = 25_000
  private static let pauseMilliseconds = 1_000

  private struct Page: Sendable {
    let seen: String
    let until: Int64
    let answer: DeferredAnswer
  }

  /// What the looking thread holds, so that the board may go away while it looks.
  private final class Bench: Sendable {
    let pages = Mutex<[Page]>([])
    let isStopped = Mutex(false)
    let mark: @Sendable () throws -> String
    let now: @Sendable () -> Int64

    init(_ mark: @escaping @Sendable () throws -> String, _ now: @escaping @Sendable () -> Int64) {
      self.mark = mark
      self.now = now
    }

    func look() {
      guard !pages.withLock(\.isEmpty) else { return }
      let mark = Result { try self.mark() }
      let now = now()
      let leaving = pages.withLock { pages in
        let leaving = pages.filter { Self.leaves($0, mark, now) }
        pages.removeAll { Self.leaves($0, mark, now) }
        return leaving
      }
      for page in leaving { page.answer.send(LiveEndpoint.answer(mark)) }
    }

    private static func leaves(
      _ page: Page, _ mark: Result<String, any Error>, _ now: Int64
    ) -> Bool {
      guard case .success(let text) = mark else { return true }
      return !text.utf8.elementsEqual(page.seen.utf8) || now >= page.until
    }
  }

  private let bench: Bench
  private let looking: RepeatedWork

  /// - Parameters:
  ///   - mark: how far everything has come.
  ///   - now: monotonic milliseconds.
  init(
    mark: @escaping @Sendable () throws -> String, now: @escaping @Sendable () -> Int64
  ) {
    let bench = Bench(mark, now)
    self.bench = bench
    looking = RepeatedWork(everyMilliseconds: Self.pauseMilliseconds) { bench.look() }
  }

  /// Answers once something is other than what a page has seen.
  func wait(seen: String, _ answer: DeferredAnswer) {
    let until = bench.now() + Self.patienceMilliseconds
    guard !bench.isStopped.withLock({ $0 }) else { return answer.send(.plain(503)) }
    let isTaken = bench.pages.withLock { pages in
      guard pages.count < Self.maximumCount else { return false }
      pages.append(Page(seen: seen, until: until, answer: answer))
      return true
    }
    guard isTaken, looking.start() else { return answer.send(answerNow()) }
    looking.nudge()
  }

  /// How many pages wait for news at this moment.
  var waitingPages: Int { bench.pages.withLock { $0.count } }

  /// How far everything has come, at once.
  func answerNow() -> HTTPResponse { LiveEndpoint.answer(Result { try bench.mark() }) }

  /// Sends every waiting page away, and every one that comes later.
  func stop() {
    bench.isStopped.withLock { $0 = true }
    looking.stop()
    let leaving = bench.pages.withLock { pages in
      defer { pages = [] }
      return pages
    }
    for page in leaving { page.answer.send(.plain(503)) }
  }
}
