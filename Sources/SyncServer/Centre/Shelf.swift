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

  private let maximumWeight: Int
  private let weigh: @Sendable (Value) -> Int
  private let kept = Mutex<[Kept]>([])

  /// A shelf for so many values; the oldest one gives way to a new one.
  convenience init(maximumCount: Int) { self.init(maximumWeight: maximumCount) { _ in 1 } }

  /// A shelf for values that together weigh no more than that: the oldest ones give way to a new one,
  /// and one that alone weighs more is not kept.
  init(maximumWeight: Int, weighing weigh: @escaping @Sendable (Value) -> Int) {
    self.maximumWeight = maximumWeight
    self.weigh = weigh
  }

  /// What is kept for a key, or what `make` works out, which is then kept.
  ///
  /// - Parameter reader: within one transaction, so that the mark is that of the value.
  func value(for key: Key, _ reader: RecordReader, _ make: () throws -> Value) throws -> Value {
    let mark = try WorkMark(reader)
    if let known = known(key, mark) { return known }
    let value = try make()
    keep([(key, value)], mark)
    return value
  }

  /// The same for several keys, of which `make` works out at once those that are not kept.
  ///
  /// - Parameter make: a value for each key that it is given, in their order.
  func values(
    for keys: [Key], _ reader: RecordReader, _ make: (_ missing: [Key]) throws -> [Value]
  ) throws -> [Value] {
    let mark = try WorkMark(reader)
    let found = keys.map { known($0, mark) }
    let missing = zip(keys, found).compactMap { $1 == nil ? $0 : nil }
    guard !missing.isEmpty else { return found.compactMap(\.self) }
    var made = try make(missing)[...]
    precondition(made.count == missing.count, "a value for each key")
    keep(Array(zip(missing, made)), mark)
    return found.compactMap { $0 ?? made.popFirst() }
  }

  private func known(_ key: Key, _ mark: WorkMark) -> Value? {
    kept.withLock { $0.first { $0.mark == mark && $0.key == key }?.value }
  }

  private func keep(_ values: [(key: Key, value: Value)], _ mark: WorkMark) {
    kept.withLock { kept in
      kept.removeAll { $0.mark != mark }
      kept += values.map { Kept(key: $0.key, mark: mark, value: $0.value) }
      var weight = kept.reduce(0) { $0 + weigh($1.value) }
      while weight > maximumWeight { weight -= weigh(kept.removeFirst().value) }
    }
  }
}
