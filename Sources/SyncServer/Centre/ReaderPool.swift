import Foundation
import Replica
import Synchronization

/// A few connections that read, so that a long report or a file that is taken out holds up no page.
///
/// Each is used by one thread at a time; whoever finds none free waits. A use within a use takes a
/// second one, and more of them than there are would wait for each other for ever.
final class ReaderPool<Reader>: Sendable {
  private let readers: [Confined<Reader>]
  private let free: Mutex<[Int]>
  // Counts what is in `free`: who passes it finds one there.
  private let available: DispatchSemaphore

  /// A pool of readers, of which the first that is free is taken.
  init(_ readers: [Reader]) {
    precondition(!readers.isEmpty, "somebody must read")
    self.readers = readers.map(Confined.init)
    free = Mutex(Array(readers.indices.reversed()))
    available = DispatchSemaphore(value: readers.count)
  }

  /// Runs `body` with a reader that nobody else uses meanwhile.
  func use<Result: Sendable>(_ body: (Reader) throws -> Result) throws -> Result {
    available.wait()
    return try useAvailable(body)
  }

  /// The same where a reader is free at this moment; nil where none is.
  func useIfFree<Result: Sendable>(_ body: (Reader) throws -> Result) throws -> Result? {
    guard available.wait(timeout: .now()) == .success else { return nil }
    return try useAvailable(body)
  }

  /// - Precondition: `available` was waited for.
  private func useAvailable<Result: Sendable>(
    _ body: (Reader) throws -> Result
  ) throws -> Result {
    let index = free.withLock { $0.popLast() }
    defer {
      if let index { free.withLock { $0.append(index) } }
      available.signal()
    }
    return try readers[index ?? 0].use(body)
  }

  /// Each reader's value, when nobody else uses it.
  func each<Result: Sendable>(_ body: (Reader) throws -> Result) rethrows -> [Result] {
    try readers.map { try $0.use(body) }
  }
}
