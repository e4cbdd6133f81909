import Foundation

/// Text as the store keeps it: NFC, blanks trimmed, no control characters, of bounded length.
///
/// Two people who type the same name on different keyboards then store the same bytes.
package struct NormalizedText: Hashable, Sendable, CustomStringConvertible {
  /// The normalised text; never empty.
  package let value: String

  /// The normalised text itself.
  package var description: String { value }

  /// Normalises `text`.
  ///
  /// `limit` counts Unicode scalars of the result. Line ends and tabs are refused unless
  /// `allowsLines`; then CR LF becomes LF. U+0000 is refused always. Throws `.textEmpty`,
  /// `.textTooLong` or `.textControlCharacter`.
  package init(
    _ text: String, limit: Int = 200, allowsLines: Bool = false
  ) throws(InputProblem) {
    // Bound the work before normalising: NFC can at most merge a handful of scalars into one.
    guard text.utf8.count <= max(limit, 0) * 16 + 64 else { throw .textTooLong(limit: limit) }
    var scalars = String.UnicodeScalarView()
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      var scalar = scalar
      if allowsLines, scalar == "\r" {
        previousWasReturn = true
        scalars.append("\n")
        continue
      }
      if allowsLines, scalar == "\n", previousWasReturn {
        previousWasReturn = false
        continue
      }
      previousWasReturn = false
      if scalar == "\u{A0}" || scalar == "\u{202F}" { scalar = " " }
      if scalar == "\u{FEFF}" || scalar == "\u{200B}" { continue }
      guard !NormalizedText.isControl(scalar) || (allowsLines && (scalar == "\n" || scalar == "\t"))
      else { throw .textControlCharacter }
      scalars.append(scalar)
    }
    let composed = NormalizedText.composed(String(scalars)).unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    guard let first = composed.firstIndex(where: { !isBlank($0) }),
      let last = composed.lastIndex(where: { !isBlank($0) })
    else { throw .textEmpty }
    let trimmed = composed[first...last]
    guard trimmed.count <= limit else { throw .textTooLong(limit: limit) }
    value = String(trimmed)
  }

  /// The text in Unicode normalisation form C.
  ///
  /// Text of ASCII, Latin letters and composed Vietnamese letters already is, which a walk over its
  /// scalars shows; only other text goes through Foundation.
  package static func composed(_ text: String) -> String {
    let isComposed = text.unicodeScalars.allSatisfy {
      $0.value < 0x300 || (0x1EA0...0x1EF9).contains($0.value)
    }
    return isComposed ? text : text.precomposedStringWithCanonicalMapping
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    // Marks that turn the reading direction can make a name read as another.
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
