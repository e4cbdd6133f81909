/// The Castagnoli CRC-32 (RFC 3720, appendix B.4): finds damage on the way, proves nothing.
public enum CRC32C {
  private static let table: [UInt32] = (0..<256).map { index in
    var value = UInt32(index)
    for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0x82F6_3B78 : value >> 1 }
    return value
  }

  /// The checksum of the bytes.
  public static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    if let checksum = bytes.withContiguousStorageIfAvailable(checksum(of:)) { return checksum }
    return Array(bytes).withUnsafeBufferPointer(checksum(of:))
  }

  private static func checksum(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      var value: UInt32 = .max
      for index in bytes.indices {
        value = table[Int(UInt8(truncatingIfNeeded: value) ^ bytes[index])] ^ value >> 8
      }
      return ~value
    }
  }
}
