import Cryptography
import SyncProtocol

/// What the centre reads out for one laptop and one day: 5 groups of 4 characters, the last of which
/// checks the others. 95 bits, so that nobody can try them.
///
/// `code := first 19 digits of BLAKE2b-256 keyed by s over "camtay/1 reset code\0" point root laptop
/// day`, where s is the X25519 agreement of the challenge's point and the root key's box key, root
/// the public root key, laptop its number and day the days since 1970 in local time.
package struct ResetCode: Equatable, Sendable {
  private static let randomDigits = 19

  private let digits: [UInt8]

  /// The centre's way: by the secret of its root key.
  /// - Throws: `CryptographyError.invalidKey` for a challenge that no laptop draws.
  package init(
    for challenge: ResetChallenge, of laptop: ReplicaID, on day: Int64, root: SigningKey
  ) throws {
    try self.init(
      for: challenge, of: laptop, on: day, rootPublicKey: root.verifyingKey.bytes,
      agreement: root.boxKey.agreement(with: challenge.point))
  }

  /// The same for who knows the agreement in another way.
  init(
    for challenge: ResetChallenge, of laptop: ReplicaID, on day: Int64, rootPublicKey: [UInt8],
    agreement: SecretBytes
  ) throws {
    var message = ByteWriter(Array("camtay/1 reset code\0".utf8))
    message.raw(challenge.point)
    message.raw(rootPublicKey)
    message.unsigned(UInt64(laptop.rawValue))
    message.unsigned(UInt64(bitPattern: day))
    digits = SpokenCode.digits(
      of: try Hash.blake2b256(message.bytes, key: agreement), count: Self.randomDigits)
  }

  /// Reads a typed code.
  package init(parsing text: String) throws(SpokenCodeProblem) {
    let typed = try SpokenCode.digits(text, count: Self.randomDigits + 1)
    guard CheckCharacter.value(of: typed.dropLast()) == typed[Self.randomDigits] else {
      throw .checkMismatch
    }
    digits = Array(typed[..<Self.randomDigits])
  }

  /// The groups, for people.
  package var text: String { SpokenCode.grouped(digits + [CheckCharacter.value(of: digits)]) }

  /// The key that the code stands for: `BLAKE2b-256("camtay/1 reset key\0" point day digits)`.
  func key(for challenge: ResetChallenge, on day: Int64) -> SecretBytes {
    var message = ByteWriter(Array("camtay/1 reset key\0".utf8))
    message.raw(challenge.point)
    message.unsigned(UInt64(bitPattern: day))
    message.raw(digits)
    return SecretBytes(Hash.blake2b256(message.bytes))
  }
}
