import Cryptography
import SyncProtocol

/// What proves on paper that the centre took a pack in: 3 groups of 4 characters, the last of which
/// checks the others (SPEC 20.7). 55 bits, which nobody without one of the two keys can work out.
///
/// `receipt := first 11 digits of BLAKE2b-256 keyed by s over "camtay/1 paper receipt\0" root laptop
/// pack`, where s is the X25519 agreement of the box keys of the laptop's signing key and the root key,
/// root the public root key, laptop its number and pack the 16 bytes that all streams of the pack repeat.
package struct PaperReceipt: Equatable, Sendable {
  private static let digitCount = 11
  /// What stands before the receipt in a QR code, so that whoever scans it sees what it is.
  package static let mark = "CAMTAY"

  private let digits: [UInt8]

  /// The centre's way: by its root key and the laptop's public one.
  /// - Throws: `CryptographyError.invalidKey` for a key that is none.
  package init(
    of pack: [UInt8], from laptop: ReplicaID, publicKey: [UInt8], root: SigningKey
  ) throws {
    try self.init(
      of: pack, from: laptop, rootPublicKey: root.verifyingKey.bytes,
      agreement: root.boxKey.agreement(with: VerifyingKey(publicKey).boxPublicKey()))
  }

  /// The laptop's way: by its own key and the public root key.
  /// - Throws: `CryptographyError.invalidKey` for a key that is none.
  package init(
    of pack: [UInt8], from laptop: ReplicaID, key: SigningKey, rootPublicKey: [UInt8]
  ) throws {
    try self.init(
      of: pack, from: laptop, rootPublicKey: rootPublicKey,
      agreement: key.boxKey.agreement(with: VerifyingKey(rootPublicKey).boxPublicKey()))
  }

  private init(
    of pack: [UInt8], from laptop: ReplicaID, rootPublicKey: [UInt8], agreement: SecretBytes
  ) throws {
    var message = ByteWriter(Array("camtay/1 paper receipt\0".utf8))
    message.raw(rootPublicKey)
    message.unsigned(UInt64(laptop.rawValue))
    message.raw(pack)
    digits = SpokenCode.digits(
      of: try Hash.blake2b256(message.bytes, key: agreement), count: Self.digitCount)
  }

  /// Reads a typed or scanned receipt, with or without its mark.
  package init(parsing text: String) throws(SpokenCodeProblem) {
    var typed = Substring(text)
    if typed.utf8.count > Self.mark.utf8.count, typed.uppercased().hasPrefix(Self.mark) {
      typed = typed.dropFirst(Self.mark.count)
    }
    let digits = try SpokenCode.digits(String(typed), count: Self.digitCount + 1)
    guard CheckCharacter.value(of: digits.dropLast()) == digits[Self.digitCount] else {
      throw .checkMismatch
    }
    self.digits = Array(digits[..<Self.digitCount])
  }

  /// The groups, for people.
  package var text: String {
    SpokenCode.grouped(digits + [CheckCharacter.value(of: digits)])
  }

  /// What a QR code holds.
  package var scannedText: String { "\(Self.mark) \(text)" }
}

extension Store {
  /// The pack of this laptop that a receipt on paper is for, which is then noted; nil where it is for
  /// none that is remembered here. Nothing is dropped by it: only the centre's own receipts allow that.
  ///
  /// - Parameters:
  ///   - key: the laptop's own.
  ///   - time: when the receipt was entered.
  package func noteReceipt(
    _ receipt: PaperReceipt, key: SigningKey, at time: Timestamp
  ) throws -> PackNote? {
    try transaction {
      let ids = try connection.rows("SELECT id FROM pack ORDER BY number DESC") {
        try $0.bytes(at: 0)
      }
      let id = try ids.first { id in
        try PaperReceipt(
          of: id, from: identity.replica, key: key, rootPublicKey: identity.rootPublicKey)
          == receipt
      }
      guard let id else { return nil }
      try connection.execute(
        "UPDATE pack SET told = coalesce(told, ?) WHERE id = ?", .integer(time.rawValue), .blob(id))
      return try packNotes(where: "id = ?", .blob(id)).first
    }
  }
}
