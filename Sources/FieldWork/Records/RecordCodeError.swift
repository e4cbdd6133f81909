/// What is wrong with a typed record code.
package enum RecordCodeError: Error, Hashable, Sendable {
  /// Nothing but blanks and hyphens.
  case empty
  /// The first letter is of no kind of record.
  case unknownKind(String)
  /// At least so many characters are missing.
  case tooShort(missing: Int)
  /// More characters than any code has.
  case tooLong
  /// A character that no code has, by its place in the typed text counted from 1.
  case badCharacter(position: Int, character: String)
  /// Well formed, but one character is wrong or two are swapped.
  case checkMismatch
  /// The check is right, but no replica or running number is written like this.
  case outOfRange

  /// The longest text that is looked at, in bytes; a code needs 18, blanks may add to it.
  static let maximumBytes = 64

  /// The stable name of the error.
  package var code: String {
    switch self {
    case .empty: "record-code-empty"
    case .unknownKind: "record-code-unknown-kind"
    case .tooShort: "record-code-too-short"
    case .tooLong: "record-code-too-long"
    case .badCharacter: "record-code-bad-character"
    case .checkMismatch: "record-code-check"
    case .outOfRange: "record-code-out-of-range"
    }
  }

  /// The reason in Vietnamese, to stand after the typed code.
  package var vietnamese: String {
    let letters = RecordCode.Kind.allCases.map(\.letter).joined(separator: ", ")
    switch self {
    case .empty: return "mã trống"
    case .unknownKind(let letter):
      return "mã bắt đầu bằng một trong \(letters), không phải \(letter)"
    case .tooShort(let missing): return "thiếu ít nhất \(missing) ký tự"
    case .tooLong: return "mã quá dài"
    case .badCharacter(let position, let character):
      return "ký tự thứ \(position), “\(Self.shown(character))”, không có trong mã nào"
    case .checkMismatch: return "có một ký tự sai hoặc hai ký tự bị đổi chỗ; hãy xem lại mã"
    case .outOfRange: return "không có bản ghi nào mang số như vậy"
    }
  }

  /// The reason in English, to stand after the typed code.
  package var english: String {
    let letters = RecordCode.Kind.allCases.map(\.letter).joined(separator: ", ")
    switch self {
    case .empty: return "the code is empty"
    case .unknownKind(let letter): return "a code begins with one of \(letters), not with \(letter)"
    case .tooShort(let missing): return "at least \(missing) characters are missing"
    case .tooLong: return "the code is too long"
    case .badCharacter(let position, let character):
      return "character \(position), “\(Self.shown(character))”, is in no code"
    case .checkMismatch: return "one character is wrong or two are swapped; look at the code again"
    case .outOfRange: return "no record has such a number"
    }
  }

  /// A character as it may be shown: never one that a terminal would obey.
  private static func shown(_ character: String) -> String {
    let isSafe = character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
      default: true
      }
    }
    return isSafe ? character : "\u{FFFD}"
  }
}
