import Compression
import Testing

@Suite struct ZstandardTests {
  private func sample(_ count: Int, seed: UInt64 = 7) -> [UInt8] {
    var state = seed
    return (0..<count).map { index in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return index % 3 == 0 ? UInt8(truncatingIfNeeded: state >> 56) : UInt8(index % 7)
    }
  }

  @Test func `content of every size comes back whole`() throws {
    let compressor = try Compressor()
    let decompressor = try Decompressor()
    for size in [0, 1, 2, 100, 65_535, 65_536, 65_537, 1_000_000] {
      let content = sample(size)
      let frame = try compressor.compress(content)
      #expect(try decompressor.decompress(frame, maximumBytes: size) == content)
      #expect(try Zstandard.decompress(frame, maximumBytes: size + 1) == content)
    }
  }

  @Test func `repeated content becomes small and levels are clamped`() throws {
    let content = [UInt8](repeating: 9, count: 100_000)
    for level in [-1_000_000, 1, 3, 19, 1000] {
      let frame = try Zstandard.compress(content, level: level)
      #expect(frame.count < 5000)
      #expect(try Zstandard.decompress(frame, maximumBytes: 100_000) == content)
    }
  }

  @Test func `a frame that declares more than the bound is refused`() throws {
    let frame = try Zstandard.compress([UInt8](repeating: 0, count: 1001))
    #expect(throws: CompressionError.tooLarge(maximumBytes: 1000)) {
      try Zstandard.decompress(frame, maximumBytes: 1000)
    }
    #expect(throws: CompressionError.tooLarge(maximumBytes: 0)) {
      try Zstandard.decompress(frame, maximumBytes: 0)
    }
  }

  /// Frames written by hand after RFC 8878: a header, then blocks that repeat one byte.
  private func bomb(declared: UInt64?, blocks: Int, blockSize: Int) -> [UInt8] {
    var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    if let declared {
      // Content size in 8 bytes, window descriptor 1 MB.
      frame += [0xC0, 0x50]
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        frame.append(UInt8(truncatingIfNeeded: declared >> shift))
      }
    } else {
      frame += [0x00, 0x50]
    }
    for number in 1...blocks {
      let header = (number == blocks ? 1 : 0) | (1 << 1) | (blockSize << 3)
      frame += [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16), 0x41]
    }
    return frame
  }

  @Test func `a bomb without a declared size stops at the bound`() throws {
    let frame = bomb(declared: nil, blocks: 2000, blockSize: 100_000)
    #expect(frame.count < 10_000)
    #expect(throws: CompressionError.tooLarge(maximumBytes: 50_000)) {
      try Zstandard.decompress(frame, maximumBytes: 50_000)
    }
    let small = bomb(declared: nil, blocks: 3, blockSize: 1000)
    #expect(
      try Zstandard.decompress(small, maximumBytes: 3000) == [UInt8](repeating: 0x41, count: 3000))
    #expect(throws: CompressionError.tooLarge(maximumBytes: 2999)) {
      try Zstandard.decompress(small, maximumBytes: 2999)
    }
  }

  @Test func `a declared size that is a lie allocates nothing and is refused`() throws {
    let huge = bomb(declared: 1 << 40, blocks: 1, blockSize: 10)
    #expect(throws: CompressionError.damaged) {
      try Zstandard.decompress(huge, maximumBytes: .max - 1)
    }
    let tooSmall = bomb(declared: 10, blocks: 100, blockSize: 1000)
    #expect(throws: CompressionError.self) {
      try Zstandard.decompress(tooSmall, maximumBytes: 1000)
    }
  }

  @Test func `every truncation is refused`() throws {
    let frame = try Zstandard.compress(sample(2000))
    let decompressor = try Decompressor()
    for length in 0..<frame.count {
      #expect(throws: CompressionError.damaged) {
        try decompressor.decompress(Array(frame[..<length]), maximumBytes: 2000)
      }
    }
    #expect(throws: CompressionError.damaged) {
      try decompressor.decompress(frame + [0], maximumBytes: 2000)
    }
    #expect(throws: CompressionError.damaged) {
      try decompressor.decompress(frame + frame, maximumBytes: 10_000)
    }
    #expect(try decompressor.decompress(frame, maximumBytes: 2000).count == 2000)
  }

  @Test func `garbage and flipped bits never trap`() throws {
    let decompressor = try Decompressor()
    let frame = try Zstandard.compress(sample(500))
    for index in frame.indices {
      for bit in 0..<8 {
        var damaged = frame
        damaged[index] ^= 1 << bit
        if let content = try? decompressor.decompress(damaged, maximumBytes: 4096) {
          #expect(content.count <= 4096)
        }
      }
    }
    for seed in 1..<200 as Range<UInt64> {
      #expect(throws: CompressionError.self) {
        try decompressor.decompress(sample(64, seed: seed), maximumBytes: 4096)
      }
    }
  }
}
