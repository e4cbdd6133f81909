import FieldWork
import Synchronization

/// What took long to work out, for as long as nothing is recorded or comes in: its lists are opened
/// page by page.
final class Shelf<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Kept {
    let key: Key
    let mark: WorkMark
    let value: Value
  }

  private let maximumCount: Int
  private let kept = Mutex<[Kept]>([])

  /// A shelf for so many values; the oldest one gives way to a new one.
  init(maximumCount: Int) { self.maximumCount = maximumCount }

  /// What is kept for a key, or what `make` works out, which is then kept.
  ///
  /// - Parameter reader: within one transaction, so that the mark is that of the value.
  func value(for key: Key, _ reader: RecordReader, _ make: () throws -> Value) throws -> Value {
    let mark = try WorkMark(reader)
    if let known = kept.withLock({ $0.first { $0.mark == mark && $0.key == key } }) {
      return known.value
    }
    let value = try make()
    kept.withLock { kept in
      kept.removeAll { $0.mark != mark }
      if kept.count >= maximumCount { kept.removeFirst() }
      kept.append(Kept(key: key, mark: mark, value: value))
    }
    return value
  }
}
