import Synchronization

/// A value that one thread at a time uses.
///
/// `@unchecked Sendable`: the value is reached through `use` alone, which holds the lock meanwhile,
/// and only Sendable results come out of it. A use within a use would wait for itself for ever.
package final class Confined<Value>: @unchecked Sendable {
  private let lock = Mutex(())
  private var value: Value

  /// Confines a value.
  package init(_ value: Value) { self.value = value }

  /// Runs `body` alone with the value; the value must not leave it.
  package func use<Result: Sendable>(_ body: (Value) throws -> Result) rethrows -> Result {
    try lock.withLock { _ in try body(value) }
  }

  /// Runs `body` alone with the value, which it may replace.
  package func update<Result: Sendable>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try lock.withLock { _ in try body(&value) }
  }
}
