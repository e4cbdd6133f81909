import SyncProtocol

/// The six digits that one laptop shows and somebody types on the other.
package struct PairingCode: Hashable, Sendable {
  /// Digits of a code.
  package static let length = 6

  /// The digits alone.
  let digits: String

  /// Draws a code.
  package init(using random: inout some RandomNumberGenerator) {
    digits = (0..<Self.length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
  }

  /// Reads a typed code, with or without blanks and hyphens; nil for anything but six digits.
  package init?(parsing text: String) {
    let typed = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    guard typed.count == Self.length,
      typed.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    digits = String(decoding: typed, as: UTF8.self)
  }

  /// Two groups of three, for people.
  package var text: String { "\(digits.prefix(3)) \(digits.suffix(3))" }
}
