/// BLAKE2b with 32 bytes of output (RFC 7693), so that these tests need no library: written for
/// reading, not for speed.
enum BLAKE2b {
  private static let start: [UInt64] = [
    0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1,
    0x510E_527F_ADE6_82D1, 0x9B05_688C_2B3E_6C1F, 0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179,
  ]

  private static let permutations: [[Int]] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
  ]

  static func hash(_ message: [UInt8]) -> [UInt8] {
    var state = start
    state[0] ^= 0x0101_0000 ^ 32
    var index = 0
    repeat {
      let end = min(index + 128, message.count)
      let isLast = end == message.count
      compress(&state, Array(message[index..<end]), total: UInt64(end), isLast: isLast)
      index = end
    } while index < message.count
    return state[..<4].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
    }
  }

  private static func compress(
    _ state: inout [UInt64], _ block: [UInt8], total: UInt64, isLast: Bool
  ) {
    var words = [UInt64](repeating: 0, count: 16)
    for (index, byte) in block.enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(index % 8 * 8)
    }
    var work = state + start
    work[12] ^= total
    if isLast { work[14] = ~work[14] }
    for round in 0..<12 {
      let order = permutations[round % 10]
      for step in 0..<8 {
        let column = step % 4
        let shift = step / 4
        mix(
          &work, column, 4 + (column + shift) % 4, 8 + (column + 2 * shift) % 4,
          12 + (column + 3 * shift) % 4, words[order[2 * step]], words[order[2 * step + 1]])
      }
    }
    for index in state.indices { state[index] ^= work[index] ^ work[index + 8] }
  }

  private static func mix(
    _ work: inout [UInt64], _ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: UInt64, _ y: UInt64
  ) {
    work[a] = work[a] &+ work[b] &+ x
    work[d] = rotated(work[d] ^ work[a], 32)
    work[c] = work[c] &+ work[d]
    work[b] = rotated(work[b] ^ work[c], 24)
    work[a] = work[a] &+ work[b] &+ y
    work[d] = rotated(work[d] ^ work[a], 16)
    work[c] = work[c] &+ work[d]
    work[b] = rotated(work[b] ^ work[c], 63)
  }

  private static func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word >> count | word << (64 - count)
  }
}
