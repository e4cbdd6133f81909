import Cryptography
import Randomness
import Testing

@Suite final class PasswordExchangeTests {
  private var random = SeededGenerator(seed: 11)

  private func exchange(_ context: String) throws -> PasswordExchange {
    try PasswordExchange(context: Array(context.utf8), using: &random)
  }

  @Test func `equal contexts agree and others do not`() throws {
    let (one, two, other) = (
      try exchange("123456"), try exchange("123456"), try exchange("123457")
    )
    #expect(one.share != two.share)
    let agreed = try one.agreement(with: two.share)
    #expect(try two.agreement(with: one.share) == agreed)
    #expect(try other.agreement(with: one.share) != one.agreement(with: other.share))
    #expect(agreed.count == PasswordExchange.shareLength)
  }

  @Test func `what is no element, the identity and another length are refused`() throws {
    let one = try exchange("123456")
    let identity = [UInt8](repeating: 0, count: PasswordExchange.shareLength)
    // The field's prime, which is no canonical number (RFC 9496, A.2).
    let prime: [UInt8] = [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    for share in [identity, prime, [UInt8](repeating: 0xff, count: 32)] {
      #expect(throws: CryptographyError.invalidKey) { try one.agreement(with: share) }
    }
    #expect(throws: CryptographyError.self) { try one.agreement(with: Array(identity.dropLast())) }
  }
}
