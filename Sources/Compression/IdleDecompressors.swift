import Synchronization

/// Decompression contexts between two uses: making one costs more than a small frame.
enum IdleDecompressors {
  /// A context that exactly one thread holds, or that nobody does.
  ///
  /// `@unchecked Sendable`: it is handed over whole, under the mutex.
  struct Context: @unchecked Sendable {
    let decompressor: Decompressor
  }

  /// More than this are not kept.
  private static let limit = 8
  private static let idle = Mutex<[Context]>([])

  /// One that nobody uses, or a new one.
  static func take() throws -> Context {
    if let context = idle.withLock({ $0.popLast() }) { return context }
    return Context(decompressor: try Decompressor())
  }

  /// Gives one back, also after a frame that was damaged: it begins every frame anew.
  static func put(_ context: Context) {
    idle.withLock { idle in
      if idle.count < limit { idle.append(context) }
    }
  }
}
