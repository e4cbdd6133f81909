import SyncProtocol

/// The name of an account: 1 to 40 ASCII letters, digits, `-`, `.`, `_`, in lower case; it begins with
/// a letter or digit, since it stands in addresses.
package struct AccountName: Sendable, Hashable {
  /// The name.
  package let text: String

  /// Reads a typed name.
  /// - Throws: `AccountError.badName`.
  package init(_ typed: String) throws(AccountError) {
    let bytes = typed.utf8.map { byte -> UInt8 in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
    }
    let isAllowed = bytes.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let beginsWell = bytes.first.map { !"-._".utf8.contains($0) } ?? false
    guard isAllowed, beginsWell, bytes.count <= 40 else {
      throw AccountError.badName(String(typed.prefix(60)))
    }
    text = String(decoding: bytes, as: UTF8.self)
  }
}
