import FieldWork
import Foundation
import Synchronization

/// Work that goes on a thread of its own while another part of the same answer is worked out.
final class Aside<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  /// Begins at once.
  init(_ work: @escaping @Sendable () throws -> Value) {
    Thread.detachNewThread { [self] in
      let made = Result { try work() }
      result.withLock { $0 = made }
      isDone.signal()
    }
  }

  /// What was worked out, once it is; to be asked for once.
  func value() throws -> Value {
    isDone.wait()
    guard let made = result.withLock(\.self) else {
      preconditionFailure("signalled before anything was worked out")
    }
    return try made.get()
  }
}

extension Centre {
  /// Two readings of one moment at once, where another reader is free: a province's rates are counted
  /// from visits on one processor, and from dossiers and the register on another.
  ///
  /// - Parameters:
  ///   - reader: within a transaction; `one` reads with it.
  ///   - other: reads with the reader that it is given, which is the same one where none was free or
  ///     something was recorded between.
  func read<One, Other: Sendable>(
    _ reader: RecordReader, _ one: () throws -> One,
    beside other: @escaping @Sendable (RecordReader) throws -> Other
  ) throws -> (One, Other) {
    let mark = try WorkMark(reader)
    let aside = Aside { [self] in
      try readIfFree { second in try WorkMark(second) == mark ? try other(second) : nil }
    }
    let one = Result { try one() }
    // Its reader is given back before this one is.
    let found = Result { try aside.value() }
    return (try one.get(), try found.get() ?? other(reader))
  }
}
