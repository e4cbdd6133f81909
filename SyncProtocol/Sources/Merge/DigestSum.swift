/// A number modulo 2^256: four words, least significant first.
struct DigestSum: Hashable, Sendable {
  static let byteCount = 32
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// Zero.
  init() {}

  /// The number that 32 bytes are, least significant first.
  init(_ bytes: [UInt8]) {
    precondition(bytes.count == Self.byteCount, "a sum has 32 bytes")
    self.init(filling: { $0.copyBytes(from: bytes) })
  }

  /// The number of the 32 bytes that `fill` puts into lent memory, least significant first.
  init(filling fill: (UnsafeMutableRawBufferPointer) -> Void) {
    withUnsafeMutableBytes(of: &words) { fill($0) }
    words = (
      UInt64(littleEndian: words.0), UInt64(littleEndian: words.1), UInt64(littleEndian: words.2),
      UInt64(littleEndian: words.3)
    )
  }

  /// The least significant byte.
  var lowByte: UInt8 { UInt8(truncatingIfNeeded: words.0) }

  /// Copies 32 bytes, least significant first, into lent memory.
  func copy(to bytes: UnsafeMutableRawBufferPointer) {
    withUnsafeBytes(
      of: (
        words.0.littleEndian, words.1.littleEndian, words.2.littleEndian, words.3.littleEndian
      )
    ) { bytes.copyMemory(from: $0) }
  }

  /// 32 bytes, least significant first.
  var bytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
      copy(to: UnsafeMutableRawBufferPointer(buffer))
      count = Self.byteCount
    }
  }

  /// True for zero.
  var isZero: Bool { words.0 | words.1 | words.2 | words.3 == 0 }

  static func += (left: inout Self, right: Self) {
    var carry = false
    add(right.words.0, to: &left.words.0, &carry)
    add(right.words.1, to: &left.words.1, &carry)
    add(right.words.2, to: &left.words.2, &carry)
    add(right.words.3, to: &left.words.3, &carry)
  }

  private static func add(_ addend: UInt64, to word: inout UInt64, _ carry: inout Bool) {
    let (partial, first) = word.addingReportingOverflow(addend)
    let (sum, second) = partial.addingReportingOverflow(carry ? 1 : 0)
    word = sum
    carry = first || second
  }

  /// The number that takes this one to zero.
  static prefix func - (number: Self) -> Self {
    var negative = Self()
    negative.words = (~number.words.0, ~number.words.1, ~number.words.2, ~number.words.3)
    var one = Self()
    one.words.0 = 1
    negative += one
    return negative
  }

  static func == (left: Self, right: Self) -> Bool {
    left.words.0 == right.words.0 && left.words.1 == right.words.1
      && left.words.2 == right.words.2 && left.words.3 == right.words.3
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}
