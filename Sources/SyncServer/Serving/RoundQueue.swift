import Foundation
import SyncProtocol
import Synchronization

/// Takes the rounds of all laptops in turn, those that wait together in one transaction.
///
/// A sync of the disk costs more than merging a day's work, so many pushes share one. Rounds wait
/// without a thread; how many can wait is bounded by the bytes that the server admits.
final class RoundQueue: Sendable {
  /// Called once, from the queue's own thread.
  typealias Delivery = @Sendable (Result<[UInt8], any Error>) -> Void
  /// Answers a group; throws when nothing of it was kept.
  typealias Answering = @Sendable ([[UInt8]]) throws -> [[UInt8]]

  /// Rounds in one transaction: nobody waits for more than so many others' work.
  static let roundsPerGroup = 64
  /// Bytes of requests in one transaction.
  static let bytesPerGroup = Limits.streamBytes

  private struct Round: Sendable {
    var request: [UInt8]
    var deliver: Delivery
  }

  private struct State {
    var waiting: [Round] = []
    var isStopping = false
    /// Nil once the thread has ended, so that it holds nothing open.
    var answering: Answering?
  }

  // Guards nothing itself: it wakes the thread that looks at `state`.
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let state: Mutex<State>

  /// A queue with a thread of its own, which ends with `stop`.
  init(_ answering: @escaping Answering) {
    state = Mutex(State(answering: answering))
    let thread = Thread { [self] in serve() }
    thread.name = "rounds"
    thread.start()
  }

  /// Puts a round at the end of the queue; after `stop` it fails at once.
  func submit(_ request: [UInt8], _ deliver: @escaping Delivery) {
    let isTaken = state.withLock { state in
      guard !state.isStopping else { return false }
      state.waiting.append(Round(request: request, deliver: deliver))
      return true
    }
    if isTaken { wake.signal() } else { deliver(.failure(RoundQueueError.stopping)) }
  }

  /// How many rounds wait, and their bytes.
  var waiting: (rounds: Int, bytes: Int) {
    state.withLock { state in
      (state.waiting.count, state.waiting.reduce(0) { $0 + $1.request.count })
    }
  }

  /// Answers what waits, ends the thread and returns then. A second call does nothing.
  func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopping = true }
      return !state.isStopping
    }
    guard isFirst else { return }
    wake.signal()
    ended.wait()
  }

  private func serve() {
    repeat {
      wake.wait()
      while let group = nextGroup() { answer(group) }
    } while !state.withLock({ $0.isStopping && $0.waiting.isEmpty })
    state.withLock { $0.answering = nil }
    ended.signal()
  }

  /// The rounds at the head of the queue that one transaction takes; nil when none waits.
  private func nextGroup() -> [Round]? {
    state.withLock { state in
      var byteCount = 0
      let group = state.waiting.prefix(Self.roundsPerGroup).prefix { round in
        byteCount += round.request.count
        return byteCount <= Self.bytesPerGroup || byteCount == round.request.count
      }
      state.waiting.removeFirst(group.count)
      return group.isEmpty ? nil : Array(group)
    }
  }

  private func answer(_ group: [Round]) {
    do {
      guard let answering = state.withLock({ $0.answering }) else { throw RoundQueueError.stopping }
      let answers = try answering(group.map(\.request))
      for (round, answer) in zip(group, answers) { round.deliver(.success(answer)) }
    } catch {
      for round in group { round.deliver(.failure(error)) }
    }
  }
}

/// Why a round was not taken.
enum RoundQueueError: Error {
  /// The server is ending.
  case stopping
}
