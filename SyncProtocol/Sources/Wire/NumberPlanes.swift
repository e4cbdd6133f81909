/// Numbers as a base and planes of bytes: all most significant bytes first, then the next.
///
/// Where numbers have one range, such as counters, times or dates, their high bytes hardly differ
/// and stand together. The least significant of several planes, which is as good as random, goes
/// into a section of its own and stays out of every other byte's statistics.
struct NumberPlanes {
  private static let widthMaximum = 8

  private let base: Int64
  private let width: Int
  /// Offsets above the base, as far as they are read.
  private var offsets: [UInt64]

  /// Appends the numbers: the least as base, the fewest planes that hold what they are above it.
  /// No numbers are no bytes.
  static func encode(
    _ numbers: [Int64], into writer: inout ByteWriter, low: inout ByteWriter
  ) {
    guard let least = numbers.min(), let greatest = numbers.max() else { return }
    let span = UInt64(bitPattern: greatest &- least)
    let width = (UInt64.bitWidth - span.leadingZeroBitCount + 7) / 8
    writer.signed(least)
    writer.byte(UInt8(width))
    for plane in (0..<width).reversed() {
      let shift = Int64(plane * 8)
      let bytes = numbers.map { UInt8(truncatingIfNeeded: ($0 &- least) >> shift) }
      if plane == 0, width > 1 { low.raw(bytes) } else { writer.raw(bytes) }
    }
  }

  /// Reads all of `count` numbers, which the caller has bounded, but a plane that stands apart.
  init(_ count: Int, from reader: inout ByteReader) throws(ProtocolError) {
    offsets = Array(repeating: 0, count: count)
    guard count > 0 else {
      base = 0
      width = 0
      return
    }
    base = try reader.signed()
    width = Int(try reader.byte())
    guard width <= Self.widthMaximum else { throw .malformed(.numberOutOfRange) }
    for _ in 0..<(width > 1 ? width - 1 : width) { try append(from: &reader) }
  }

  /// Reads the plane that stands apart, where there is one.
  mutating func readLow(from reader: inout ByteReader) throws(ProtocolError) {
    if width > 1 { try append(from: &reader) }
  }

  private mutating func append(from reader: inout ByteReader) throws(ProtocolError) {
    let plane = try reader.raw(offsets.count)
    for (index, byte) in zip(offsets.indices, plane) {
      offsets[index] = offsets[index] << 8 | UInt64(byte)
    }
  }

  /// The numbers, once everything is read.
  var numbers: [Int64] { offsets.map { base &+ Int64(bitPattern: $0) } }
}
