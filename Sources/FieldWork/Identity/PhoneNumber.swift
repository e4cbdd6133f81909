/// A Vietnamese phone number in its canonical form: digits with the leading 0.
package struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
  /// Digits with the leading 0: 0912345678.
  package let canonical: String
  /// Whether its prefix is a mobile one; otherwise it is a fixed line.
  package let isMobile: Bool

  /// Reads a number as typed; +84, 84 and 0084 become 0, and blanks, dots, hyphens and brackets are
  /// left out.
  ///
  /// Mobile numbers have 10 digits and a known prefix, fixed lines begin with 02 and have 10 or 11.
  /// Throws the reason why it cannot be right; for mobile numbers from before 2018 the reason holds
  /// the new number.
  package init(_ text: String) throws(InputProblem) {
    guard text.utf8.count <= 64 else { throw .phoneLength(found: text.utf8.count) }
    var digits = ""
    var isInternational = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "+" where digits.isEmpty && !isInternational: isInternational = true
      case " ", ".", "-", "(", ")", "\u{A0}": continue
      default: throw .phoneNotDigits
      }
    }
    if isInternational || digits.hasPrefix("0084") {
      if digits.hasPrefix("00") { digits.removeFirst(2) }
      guard digits.hasPrefix("84") else { throw .phonePrefix("+\(digits.prefix(2))") }
      digits.removeFirst(2)
      if !digits.hasPrefix("0") { digits = "0" + digits }
    } else if digits.hasPrefix("84"), digits.utf8.count >= 11 {
      digits = "0" + digits.dropFirst(2)
    }
    let count = digits.utf8.count
    guard digits.hasPrefix("0") else {
      throw count < 9 ? .phoneLength(found: count) : .phonePrefix(String(digits.prefix(2)))
    }
    if count == 11, let new = PhoneNumber.prefixSince2018[String(digits.prefix(4))] {
      throw .phoneOldMobile(suggestion: new + digits.dropFirst(4))
    }
    if digits.hasPrefix("02") {
      guard count == 10 || count == 11 else { throw .phoneLength(found: count) }
      isMobile = false
    } else {
      guard count == 10 else { throw .phoneLength(found: count) }
      let prefix = String(digits.prefix(3))
      guard PhoneNumber.mobilePrefixes.contains(prefix) else { throw .phonePrefix(prefix) }
      isMobile = true
    }
    canonical = digits
  }

  /// In groups, as people read it out: 0912 345 678.
  package var description: String {
    let digits = Array(canonical)
    let first = digits.count - 6
    return [digits[..<first], digits[first..<(first + 3)], digits[(first + 3)...]]
      .map { String($0) }.joined(separator: " ")
  }

  private static let mobilePrefixes: Set<String> = Set(
    (["032", "033", "034", "035", "036", "037", "038", "039"]
      + ["052", "055", "056", "058", "059", "070", "076", "077", "078", "079"]
      + ["081", "082", "083", "084", "085", "086", "087", "088", "089"]
      + ["090", "091", "092", "093", "094", "096", "097", "098", "099"]))

  // Mobile numbers went from 11 to 10 digits in autumn 2018.
  private static let prefixSince2018: [String: String] = [
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036", "0167": "037",
    "0168": "038", "0169": "039", "0120": "070", "0121": "079", "0122": "077", "0126": "076",
    "0128": "078", "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0186": "056", "0188": "058", "0199": "059",
  ]
}
