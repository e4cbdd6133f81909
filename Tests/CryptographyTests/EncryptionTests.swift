import Cryptography
import Testing

@Suite struct EncryptionTests {
  /// draft-irtf-cfrg-xchacha-03, A.3.1.
  @Test func `the known answer of the XChaCha draft`() throws {
    let text = Array(
      """
      Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
      sunscreen would be it.
      """.utf8)
    let key = SecretBytes((0x80...0x9f).map { UInt8($0) })
    let nonce = (0x40...0x57).map { UInt8($0) }
    let data = hex("50515253c0c1c2c3c4c5c6c7")
    let sealed = try AuthenticatedEncryption.seal(
      text, key: key, nonce: nonce, associatedData: data)
    #expect(
      sealed
        == hex(
          """
          bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
          731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
          2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
          21f9664c97637da9768812f615c68b13b52e
          c0875924c1c7987947deafd8780acf49
          """))
    #expect(
      try AuthenticatedEncryption.open(sealed, key: key, nonce: nonce, associatedData: data)
        == text)
  }

  @Test func `any change is noticed and an empty text comes back`() throws {
    var generator = SeededGenerator(seed: 3)
    let key = SecretBytes(generator.bytes(32))
    let nonce = generator.bytes(24)
    for text in [[], [1], generator.bytes(100)] as [[UInt8]] {
      let sealed = try AuthenticatedEncryption.seal(
        text, key: key, nonce: nonce, associatedData: [7])
      #expect(sealed.count == text.count + 16)
      #expect(
        try AuthenticatedEncryption.open(sealed, key: key, nonce: nonce, associatedData: [7])
          == text)
      for index in sealed.indices {
        var changed = sealed
        changed[index] ^= 0x80
        #expect(throws: CryptographyError.notAuthentic) {
          try AuthenticatedEncryption.open(changed, key: key, nonce: nonce, associatedData: [7])
        }
      }
      for length in sealed.indices {
        #expect(throws: CryptographyError.notAuthentic) {
          try AuthenticatedEncryption.open(
            Array(sealed[..<length]), key: key, nonce: nonce, associatedData: [7])
        }
      }
      #expect(throws: CryptographyError.notAuthentic) {
        try AuthenticatedEncryption.open(sealed, key: key, nonce: nonce, associatedData: [8])
      }
    }
    #expect(throws: CryptographyError.wrongLength(expected: 24, found: 12)) {
      try AuthenticatedEncryption.seal([], key: key, nonce: Array(nonce[..<12]))
    }
    #expect(throws: CryptographyError.wrongLength(expected: 32, found: 2)) {
      try AuthenticatedEncryption.seal([], key: SecretBytes([1, 2]), nonce: nonce)
    }
  }

  @Test func `a sealed box opens for its recipient only`() throws {
    var generator = SeededGenerator(seed: 4)
    let recipient = try BoxKey(seed: SecretBytes(generator.bytes(32)))
    let stranger = try BoxKey(seed: SecretBytes(generator.bytes(32)))
    for text in [[], Array("khoá".utf8)] as [[UInt8]] {
      let box = try BoxKey.seal(text, for: recipient.publicKey, using: &generator)
      #expect(box.count == text.count + BoxKey.overhead)
      #expect(try recipient.open(box) == text)
      #expect(throws: CryptographyError.notAuthentic) { try stranger.open(box) }
      for index in box.indices {
        var changed = box
        changed[index] ^= 1
        #expect(throws: CryptographyError.notAuthentic) { try recipient.open(changed) }
        #expect(throws: CryptographyError.notAuthentic) { try recipient.open(Array(box[..<index])) }
      }
    }
    #expect(throws: CryptographyError.invalidKey) {
      try BoxKey.seal([1], for: [UInt8](repeating: 0, count: 32), using: &generator)
    }
    var again = SeededGenerator(seed: 9)
    var same = SeededGenerator(seed: 9)
    #expect(
      try BoxKey.seal([1], for: recipient.publicKey, using: &again)
        == BoxKey.seal([1], for: recipient.publicKey, using: &same))
  }

  @Test func `comparison in constant time agrees with ordinary comparison`() {
    #expect(constantTimeEqual([], []))
    #expect(constantTimeEqual([1, 2], [1, 2]))
    #expect(!constantTimeEqual([1, 2], [1, 3]))
    #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
  }

  @Test func `random bytes have the asked length and differ`() {
    var generator = SodiumRandomNumberGenerator()
    #expect(generator.bytes(0) == [])
    #expect(generator.bytes(13).count == 13)
    #expect(generator.bytes(32) != generator.bytes(32))
  }
}
