import Cryptography
import Testing

@Suite struct HashTests {
  /// Computed with Python's hashlib, an implementation of its own (RFC 7693).
  @Test func `known answers of BLAKE2b with 32 bytes`() throws {
    #expect(
      Hash.blake2b256([])
        == hex("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"))
    #expect(
      Hash.blake2b256(Array("abc".utf8))
        == hex("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"))
  }

  @Test func `parts hash like the whole, at every cut`() {
    let message = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
    let whole = Hash.blake2b256(message)
    for cut in [0, 1, 127, 128, 129, 255, 256, 257, 300] {
      var hasher = Hash.Hasher()
      hasher.update(Array(message[..<cut]))
      var branch = hasher
      branch.update([1])
      message[cut...].withUnsafeBytes { hasher.update($0) }
      #expect(hasher.finalize() == whole)
      #expect(hasher.finalize() == whole)
      #expect(branch.finalize() != whole)
    }
  }

  @Test func `a keyed hash depends on its key`() throws {
    let key = SecretBytes((0..<32).map { UInt8($0) })
    let message = Array("abc".utf8)
    #expect(
      try Hash.blake2b256(message, key: key)
        == hex(
          "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f"))
    #expect(throws: CryptographyError.self) {
      try Hash.blake2b256(message, key: SecretBytes([1, 2, 3]))
    }
  }
}
