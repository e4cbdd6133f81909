extension UnsafeRawBufferPointer {
  /// True when both hold the same bytes and none of them is zero; eight are looked at in one step.
  func isSameText(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= count {
      let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
      // Subtracting 1 from a zero byte sets its top bit, which the byte itself did not have.
      if (word &- ones) & ~word & (ones << 7) != 0 { return false }
      index += 8
    }
    while index < count {
      guard self[index] == other[index], self[index] != 0 else { return false }
      index += 1
    }
    return true
  }
}
