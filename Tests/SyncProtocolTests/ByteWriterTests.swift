import SyncProtocol
import Testing

@Suite struct ByteWriterTests {
  private func written(_ write: (inout ByteWriter) -> Void) -> [UInt8] {
    var writer = ByteWriter()
    write(&writer)
    return writer.bytes
  }

  @Test func `unsigned numbers take seven bits a byte`() {
    #expect(written { $0.unsigned(0) } == [0])
    #expect(written { $0.unsigned(127) } == [0x7F])
    #expect(written { $0.unsigned(128) } == [0x80, 0x01])
    #expect(written { $0.unsigned(300) } == [0xAC, 0x02])
    #expect(written { $0.unsigned(.max) } == Array(repeating: 0xFF, count: 9) + [0x01])
  }

  @Test func `signed numbers of small magnitude are short`() {
    let folded: [(Int64, [UInt8])] = [
      (0, [0]), (-1, [1]), (1, [2]), (-64, [0x7F]), (64, [0x80, 0x01]),
      (.max, [0xFE] + Array(repeating: 0xFF, count: 8) + [0x01]),
      (.min, Array(repeating: 0xFF, count: 9) + [0x01]),
    ]
    for (number, bytes) in folded { #expect(written { $0.signed(number) } == bytes) }
  }

  @Test func `a difference wraps instead of overflowing`() {
    #expect(written { $0.difference(.min, from: .max) } == [2])
    #expect(written { $0.difference(.max, from: .min) } == [1])
  }

  @Test func `fixed numbers have the least significant byte first`() {
    #expect(written { $0.fixed32(0x0102_0304) } == [4, 3, 2, 1])
  }

  @Test func `text counts bytes, not characters`() {
    #expect(written { $0.text("đ") } == [2, 0xC4, 0x91])
  }

  @Test func `a writer can start behind bytes`() {
    var writer = ByteWriter([9])
    writer.block([1, 2])
    writer.raw([3])
    #expect(writer.bytes == [9, 2, 1, 2, 3])
  }
}
