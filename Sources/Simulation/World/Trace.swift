/// What happened in a world, the last part of it in words and all of it in a checksum, so that two
/// runs of one seed can be compared.
struct Trace {
  private static let kept = 40
  /// The last lines.
  private(set) var tail: [String] = []
  /// FNV-1a over all lines.
  private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Notes what happens.
  mutating func note(_ line: String) {
    tail.append(line)
    if tail.count > Self.kept { tail.removeFirst() }
    for byte in line.utf8 { checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Adds to the last line.
  mutating func extend(_ words: String) { note("    → \(words)") }
}
