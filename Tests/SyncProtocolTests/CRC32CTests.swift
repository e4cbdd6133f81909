import SyncProtocol
import Testing

@Suite struct CRC32CTests {
  /// RFC 3720, appendix B.4, read as little-endian numbers.
  @Test func `known answers`() {
    #expect(CRC32C.checksum([]) == 0)
    #expect(CRC32C.checksum("123456789".utf8) == 0xE306_9283)
    #expect(CRC32C.checksum(Array(repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(CRC32C.checksum(Array(repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(CRC32C.checksum(Array(0...31)) == 0x46DD_794E)
    #expect(CRC32C.checksum((0...31).reversed()) == 0x113F_DB5C)
  }

  @Test func `every flipped bit is noticed`() {
    let bytes = Array("một khung".utf8)
    let checksum = CRC32C.checksum(bytes)
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        #expect(CRC32C.checksum(damaged) != checksum)
      }
    }
  }
}
