import Cryptography
import Randomness
import Testing

@Suite struct SealedBoxSigningKeyTests {
  @Test func `a box sealed for a signing key is opened by it and by nobody else`() throws {
    var random = SeededGenerator(seed: 3)
    let key = try SigningKey.generate(using: &random)
    let other = try SigningKey.generate(using: &random)
    let recipient = try key.verifyingKey.boxPublicKey()
    #expect(key.boxKey.publicKey == recipient)
    let box = try BoxKey.seal([1, 2, 3], for: recipient, using: &random)
    #expect(try key.boxKey.open(box) == [1, 2, 3])
    #expect(throws: CryptographyError.notAuthentic) { try other.boxKey.open(box) }
  }

  @Test func `what is no point of the curve is refused`() throws {
    let key = try VerifyingKey([UInt8](repeating: 0xff, count: 32))
    #expect(throws: CryptographyError.invalidKey) { try key.boxPublicKey() }
  }
}
