/// What is wrong with a typed code, challenge or receipt.
package enum SpokenCodeProblem: Error, Equatable, Sendable {
  /// It has another number of characters, blanks and hyphens not counted.
  case wrongLength(expected: Int, found: Int)
  /// A character that none has, and its place from 1.
  case badCharacter(position: Int)
  /// Its check does not fit: something was misread or mistyped.
  case checkMismatch

  /// A stable code.
  package var code: String {
    switch self {
    case .wrongLength: "spoken-code-length"
    case .badCharacter: "spoken-code-character"
    case .checkMismatch: "spoken-code-check"
    }
  }
}

/// How codes, challenges and receipts are spoken and typed: Crockford's base 32 in groups of four.
enum SpokenCode {
  /// Reads so many digits, in any case, with or without hyphens and blanks.
  static func digits(_ typed: String, count: Int) throws(SpokenCodeProblem) -> [UInt8] {
    var digits: [UInt8] = []
    for byte in typed.utf8 where byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ") {
      guard digits.count < count else {
        throw .wrongLength(expected: count, found: count + 1)
      }
      guard let digit = Crockford.digit(byte) else {
        throw .badCharacter(position: digits.count + 1)
      }
      digits.append(digit)
    }
    guard digits.count == count else {
      throw .wrongLength(expected: count, found: digits.count)
    }
    return digits
  }

  /// Groups of four, for people.
  static func grouped(_ digits: [UInt8]) -> String {
    stride(from: 0, to: digits.count, by: 4)
      .map { start in
        String(
          decoding: digits[start..<min(start + 4, digits.count)].map {
            Crockford.alphabet[Int($0)]
          }, as: UTF8.self)
      }
      .joined(separator: "-")
  }

  /// The first digits of some bytes, five bits each; past their end come zeros.
  static func digits(of bytes: [UInt8], count: Int) -> [UInt8] {
    (0..<count).map { index in
      (0..<5).reduce(0) { digit, bit in
        let place = 5 * index + bit
        guard place / 8 < bytes.count else { return digit << 1 }
        return digit << 1 | (bytes[place / 8] >> UInt8(7 - place % 8)) & 1
      }
    }
  }

  /// The bytes of such digits; nil where bits are left over that are not zero.
  static func bytes(of digits: [UInt8], count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    for (index, digit) in digits.enumerated() {
      for bit in 0..<5 where digit >> UInt8(4 - bit) & 1 == 1 {
        let place = 5 * index + bit
        guard place / 8 < count else { return nil }
        bytes[place / 8] |= 1 << UInt8(7 - place % 8)
      }
    }
    return bytes
  }
}
