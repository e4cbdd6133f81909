import Cryptography

/// All that a laptop needs to enrol over a network, as one line that is pasted, typed or scanned:
/// the centre's address, the pin of its key, and the code.
///
/// It is worth as much as its code, and as long. The pin in it is known before anybody is asked, so
/// that a server in the centre's place is found out at the first connection.
package struct EnrolmentText: Equatable, Sendable {
  /// What is wrong with a text.
  package enum Problem: Error, Equatable, Sendable {
    /// It does not begin as such a text does.
    case notAnEnrolmentText
    /// A later program wrote it.
    case otherVersion
    /// A character is missing, too many or another than was written.
    case damaged
  }

  private static let prefix = "CAMTAY-ENROL"
  private static let version = "1"
  private static let separator = UInt8(ascii: ";")
  private static let checkLength = 4
  /// Bytes that a text may have.
  package static let maximumBytes = 600

  /// The centre's address.
  package let address: String
  /// The pin of its TLS key; empty for plain HTTP on loopback.
  package let pin: String
  /// The code.
  package let code: EnrolmentCode

  /// Gathers the parts; nil when the address or pin has another character than visible ASCII
  /// without `;`, or both are longer than a text may be.
  package init?(address: String, pin: String, code: EnrolmentCode) {
    let isPlain = (address + pin).utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7f && $0 != Self.separator
    }
    guard isPlain, !address.isEmpty, address.utf8.count + pin.utf8.count < Self.maximumBytes - 64
    else { return nil }
    self.address = address
    self.pin = pin
    self.code = code
  }

  /// The line: `CAMTAY-ENROL;1;ADDRESS;PIN;CODE;CHECK`.
  package var text: String {
    let body = [Self.prefix, Self.version, address, pin, code.text].joined(separator: ";")
    return body + ";" + Self.check(of: Array(body.utf8))
  }

  /// Reads a line that was pasted, typed or scanned; blanks and line breaks in it mean nothing.
  package init(parsing text: String) throws(Problem) {
    guard text.utf8.count <= 2 * Self.maximumBytes else { throw .notAnEnrolmentText }
    let bytes = text.utf8.filter { $0 > 0x20 }
    let parts = bytes.split(separator: Self.separator, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let first = parts.first, first.uppercased().utf8.elementsEqual(Self.prefix.utf8),
      bytes.count <= Self.maximumBytes
    else { throw .notAnEnrolmentText }
    guard parts.count == 6, let check = parts.last else { throw .damaged }
    guard parts[1].utf8.elementsEqual(Self.version.utf8) else { throw .otherVersion }
    let code: EnrolmentCode
    do {
      code = try EnrolmentCode(parsing: parts[4])
    } catch {
      throw .damaged
    }
    guard let read = EnrolmentText(address: parts[2], pin: parts[3], code: code),
      Self.check(of: Array(read.text.utf8.dropLast(Self.checkLength + 1))).utf8
        .elementsEqual(check.uppercased().utf8)
    else { throw .damaged }
    self = read
  }

  /// The first 20 bits of BLAKE2b-256 of everything before the check, in Crockford's base 32.
  private static func check(of body: [UInt8]) -> String {
    let hash = Hash.blake2b256(body)
    let bits = UInt32(hash[0]) << 16 | UInt32(hash[1]) << 8 | UInt32(hash[2])
    let digits = (0..<checkLength).map {
      Crockford.alphabet[Int(bits >> UInt32(19 - 5 * $0)) & 31]
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
