import Cryptography
import SyncProtocol

/// What a laptop whose password was forgotten shows, to be read to the centre: 13 groups of 4
/// characters and one to check them.
///
/// `challenge := point(52 digits: 32 bytes and 4 zero bits) check(4 digits)`, where the check is the
/// beginning of BLAKE2b-256 over a name, the point and the laptop's number: the centre knows by it
/// that nothing was misread, and which of its laptops asks.
package struct ResetChallenge: Equatable, Sendable {
  private static let pointDigits = 52
  private static let checkDigits = 4

  /// The public X25519 key whose secret the laptop has forgotten.
  package let point: [UInt8]
  private let check: [UInt8]

  /// The challenge of a laptop; the point has 32 bytes.
  init(point: [UInt8], of laptop: ReplicaID) {
    self.point = point
    check = Self.check(point, laptop)
  }

  /// Reads a typed challenge. Whether its check is right shows when its laptop is looked for.
  package init(parsing text: String) throws(SpokenCodeProblem) {
    let digits = try SpokenCode.digits(text, count: Self.pointDigits + Self.checkDigits)
    guard
      let point = SpokenCode.bytes(of: Array(digits[..<Self.pointDigits]), count: BoxKey.length)
    else { throw .checkMismatch }
    self.point = point
    check = Array(digits[Self.pointDigits...])
  }

  /// The groups, for people.
  package var text: String {
    SpokenCode.grouped(SpokenCode.digits(of: point, count: Self.pointDigits) + check)
  }

  /// Whether it is this laptop's, and was read without a mistake.
  package func isOf(_ laptop: ReplicaID) -> Bool { check == Self.check(point, laptop) }

  private static func check(_ point: [UInt8], _ laptop: ReplicaID) -> [UInt8] {
    var message = ByteWriter(Array("camtay/1 reset challenge\0".utf8))
    message.raw(point)
    message.unsigned(UInt64(laptop.rawValue))
    return SpokenCode.digits(of: Hash.blake2b256(message.bytes), count: checkDigits)
  }
}
