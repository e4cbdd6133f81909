import SyncProtocol
import Testing

@Suite struct PrimitivesTests {
  /// RFC 7693 leaves 256 bits to the reader; this is the widely published hash of nothing.
  @Test func `the hash of these tests is the real one`() {
    #expect(
      Hexadecimal.encode(BLAKE2b.hash([]))
        == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8")
    #expect(
      Hexadecimal.encode(BLAKE2b.hash(Array(0...255)))
        == "39a7eb9fedc19aabc83425c6755dd90e6f9d0c804964a1f4aaeea3b9fb599835")
  }

  @Test func `a content hash has 32 bytes`() {
    #expect(ContentHash(Array(repeating: 1, count: 31)) == nil)
    #expect(ContentHash(Array(repeating: 1, count: 33)) == nil)
    #expect(ContentHash(Array(repeating: 0, count: 32)) == .zero)
    #expect(ContentHash.zero.hexadecimal == String(repeating: "0", count: 64))
  }

  @Test func `hexadecimal goes both ways`() {
    let bytes = Array(UInt8.min...UInt8.max)
    #expect(Hexadecimal.decode(Hexadecimal.encode(bytes)) == bytes)
    #expect(Hexadecimal.decode("AbCd") == [0xAB, 0xCD])
    #expect(Hexadecimal.decode("") == [])
    for wrong in ["a", "0g", "0x", "a b ", "é"] { #expect(Hexadecimal.decode(wrong) == nil) }
  }

  @Test func `a message for one purpose is none for another`() {
    let purposes: [Purpose] = [.batch, .stream, .certificate, .arrival, .row, .leaf, .state]
    #expect(Set(purposes.map { $0.message([1, 2]) }).count == purposes.count)
    #expect(Purpose.row.message([7]) == Array("camtay/1 row".utf8) + [0, 7])
  }

  @Test func `error codes differ`() throws {
    let errors: [ProtocolError] = [
      .checksumMismatch, .notAStream, .unsupportedVersion(3), .badSignature,
      .unknownReplica(try makeReplica(5)), .badCompression, .needsUpgrade, .malformed(.truncated),
      .malformed(.trailingBytes), .malformed(.numberOutOfRange), .malformed(.numberNotShortest),
      .malformed(.textNotUTF8), .malformed(.noSuchEntry), .malformed(.unknownCode),
      .malformed(.notAscending), .malformed(.unexpectedFrame),
    ]
    #expect(Set(errors.map(\.code)).count == errors.count)
    #expect(ProtocolError.malformed(.truncated).code == "malformed:truncated")
  }
}
