import CSodium

/// The library itself: started once, by whoever comes first.
enum Sodium {
  private static let started: Void = {
    precondition(sodium_init() >= 0, "libsodium could not start")
  }()

  /// Must run before any other call of the library.
  static func start() { started }
}

/// Bytes that are wiped when the last holder lets go.
///
/// The memory is libsodium's guarded kind: locked against swapping where the system allows it.
/// `@unchecked Sendable`: written in `init`, before anyone sees it, and only read afterwards.
package final class SecretBytes: @unchecked Sendable {
  private let start: UnsafeMutableRawPointer
  /// The number of bytes.
  package let count: Int

  /// Copies `bytes`; the caller's own copy stays the caller's to wipe.
  package convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { $0.update(from: bytes, count: bytes.count) }
  }

  init(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) throws -> Void) rethrows {
    Sodium.start()
    // A few dozen bytes: where they cannot be had, nothing else can, and no key may lie elsewhere.
    guard let start = sodium_malloc(max(1, count)) else { fatalError("no memory for a key") }
    self.start = start
    self.count = count
    try fill(start.bindMemory(to: UInt8.self, capacity: max(1, count)))
  }

  deinit {
    // Also overwrites the content.
    sodium_free(start)
  }

  /// Lends the bytes; they must not leave `body` except on their way to a key file.
  package func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  func withPointer<Result>(_ body: (UnsafePointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafePointer(start.assumingMemoryBound(to: UInt8.self)))
  }
}

/// An array of at most `capacity` bytes that C code fills; `fill` returns how many are good.
func filled(_ capacity: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { output, count in
    count = output.baseAddress.map(fill) ?? 0
  }
}

/// Compares in a time that depends on the lengths only.
package func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  Sodium.start()
  return left.count == right.count && (left.isEmpty || sodium_memcmp(left, right, left.count) == 0)
}

/// The operating system's random bytes; only composition roots make one and hand it down.
package struct SodiumRandomNumberGenerator: RandomNumberGenerator, Sendable {
  /// Makes one; it has no state.
  package init() { Sodium.start() }

  /// 64 random bits.
  package mutating func next() -> UInt64 {
    var value: UInt64 = 0
    randombytes_buf(&value, MemoryLayout<UInt64>.size)
    return value
  }
}

extension RandomNumberGenerator {
  /// `count` random bytes: nonces, salts and seeds from the generator the caller was given.
  package mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      withUnsafeBytes(of: next().littleEndian) {
        bytes.append(contentsOf: $0.prefix(count - bytes.count))
      }
    }
    return bytes
  }
}
