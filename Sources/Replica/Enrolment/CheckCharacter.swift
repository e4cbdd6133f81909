/// Crockford's base32: digits and letters that are hard to confuse.
package enum Crockford {
  /// The characters of the digits 0 to 31, in ASCII.
  package static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The digit of an ASCII character in either case; O reads as 0, I and L as 1; U is none.
  package static func digit(_ ascii: UInt8) -> UInt8? {
    let isLowerCase = UInt8(ascii: "a")...UInt8(ascii: "z") ~= ascii
    switch isLowerCase ? ascii - 32 : ascii {
    case UInt8(ascii: "O"): return 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    case let upper: return alphabet.firstIndex(of: upper).map { UInt8($0) }
    }
  }
}

/// The check character of a typed code: a weighted sum in the field with 32 elements.
///
/// A digit's weight is a power of the field's generator, counted from the end, where the check
/// character itself has the power 0. Weights are non-zero and differ over 31 places, so no single
/// wrong digit and no swap of two different digits leaves the sum as it was.
package enum CheckCharacter {
  /// The check digit for the digits that stand before it.
  package static func value(of digits: some BidirectionalCollection<UInt8>) -> UInt8 {
    // Horner's rule: each step multiplies all weights by the generator.
    digits.reduce(0) { doubled($0 ^ $1) }
  }

  /// A field element times the generator x, modulo the primitive polynomial x⁵ + x² + 1.
  private static func doubled(_ element: UInt8) -> UInt8 {
    let shifted = element << 1
    return shifted & 0b10_0000 == 0 ? shifted : shifted ^ 0b10_0101
  }
}
