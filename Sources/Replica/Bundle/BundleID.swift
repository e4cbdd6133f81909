import Cryptography
import SyncProtocol

/// The number of one bundle (SPEC 21): random to everybody, and recognised by whoever made it.
///
/// The second half is a keyed hash of the first under the maker's own key. So the maker tells what a
/// broken try of his left behind from everybody else's files, without a list that could be lost.
package struct BundleID: Hashable, Sendable {
  /// Bytes of a number.
  package static let byteCount = 16
  private static let randomBytes = 8

  /// The bytes.
  package let bytes: [UInt8]

  /// Takes bytes from outside; nil for any other number of them.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// Draws a number.
  package init(for maker: BundleMaker, random: inout some RandomNumberGenerator) throws {
    let drawn = random.bytes(Self.randomBytes)
    bytes = drawn + (try maker.mark(of: drawn))
  }

  /// True when this maker drew it.
  package func isOf(_ maker: BundleMaker) -> Bool {
    let mark = try? maker.mark(of: Array(bytes.prefix(Self.randomBytes)))
    return mark == Array(bytes.dropFirst(Self.randomBytes))
  }
}

/// Whoever makes bundles: one who can recognise its own numbers again.
package struct BundleMaker: Sendable {
  private let key: SecretBytes

  /// Makes it from the signing key of the replica.
  package init(_ key: SigningKey) throws {
    let bytes = try Hash.blake2b256(Array("camtay/1 bundle maker".utf8) + [0], key: key.seed)
    self.key = SecretBytes(bytes)
  }

  /// What stands behind eight drawn bytes.
  func mark(of drawn: [UInt8]) throws -> [UInt8] {
    Array(try Hash.blake2b256(drawn, key: key).prefix(8))
  }
}

/// The names of a bundle's files: eight characters for the bundle and three for the part, as every
/// file system of a stick takes them, and in them nothing about what is inside.
package struct BundleName: Hashable, Sendable {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let stemLength = 8
  /// What a file is called while it is being written.
  private static let temporarySuffix = "TMP"

  /// What a file is.
  package enum Role: Hashable, Sendable {
    /// Still being written, or left behind.
    case temporary
    /// A part, from 1; 0 is the manifest.
    case part(Int)
  }

  /// The eight characters, in upper case.
  package let stem: String
  /// What it is.
  package let role: Role

  /// Names a file of a bundle.
  package init(_ id: BundleID, _ role: Role) {
    let number = id.bytes.prefix(5).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let characters = (0..<Self.stemLength).map { place in
      Self.alphabet[Int(number >> UInt64(5 * (Self.stemLength - 1 - place)) & 31)]
    }
    stem = String(decoding: characters, as: UTF8.self)
    self.role = role
  }

  /// Reads a name in a folder, in any case; nil when it is none of ours.
  package init?(_ name: String) {
    let upper = name.utf8.map { (97...122).contains($0) ? $0 - 32 : $0 }
    guard upper.count == Self.stemLength + 4, upper[Self.stemLength] == UInt8(ascii: "."),
      upper.prefix(Self.stemLength).allSatisfy(Self.alphabet.contains)
    else { return nil }
    let suffix = upper.suffix(3)
    if suffix.elementsEqual(Self.temporarySuffix.utf8) {
      role = .temporary
    } else if suffix.allSatisfy({ (48...57).contains($0) }) {
      role = .part(suffix.reduce(0) { $0 * 10 + Int($1 - 48) })
    } else {
      return nil
    }
    stem = String(decoding: upper.prefix(Self.stemLength), as: UTF8.self)
  }

  /// The name as it is written.
  package var text: String {
    switch role {
    case .temporary: return "\(stem).\(Self.temporarySuffix)"
    case .part(let part):
      let digits = String(part)
      return "\(stem).\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits)"
    }
  }
}
