/// Appends the protocol's primitive encodings to a byte array.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8]

  /// Starts empty, or behind bytes that already stand.
  public init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// One byte.
  @inlinable
  public mutating func byte(_ byte: UInt8) { append(byte) }

  @usableFromInline
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// An unsigned number in LEB128: seven bits a byte, least significant first, no padding.
  public mutating func unsigned(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A count or length.
  public mutating func count(_ count: Int) { unsigned(UInt64(count)) }

  /// A signed number, zigzag-folded so that small magnitudes stay short.
  public mutating func signed(_ number: Int64) {
    unsigned(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  /// The difference of two numbers, modulo 2^64.
  public mutating func difference(_ number: Int64, from base: Int64) {
    signed(number &- base)
  }

  /// A 32-bit number in four bytes, least significant first.
  public mutating func fixed32(_ number: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }

  /// Bytes as they are.
  public mutating func raw(_ raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

  /// A length and the bytes.
  public mutating func block(_ block: some Collection<UInt8>) {
    count(block.count)
    bytes.append(contentsOf: block)
  }

  /// A length in UTF-8 bytes and the text.
  public mutating func text(_ text: String) { block(text.utf8) }
}
