/// A citizen's 12-digit personal id number, checked; it is never stored or printed whole.
///
/// Three digits for the province or country of birth registration, one for century and sex, two for
/// the year of birth, six random ones; there is no check digit. Province codes abolished by mergers
/// stay valid. Source: Circular 59/2021/TT-BCA.
package struct PersonalID: Equatable, Sendable, CustomStringConvertible,
  CustomDebugStringConvertible, CustomReflectable
{
  /// Sex as the number tells it.
  package enum Sex: String, Sendable { case male, female }

  private let digits: [UInt8]

  /// Checks a number as typed; blanks, dots and hyphens between digits are left out.
  ///
  /// Throws the reason why it cannot be right. `today` bounds the year of birth.
  package init(_ text: String, today: LocalDate) throws(InputProblem) {
    guard text.utf8.count <= 64 else { throw .personalIDLength(found: text.utf8.count) }
    var digits: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(UInt8(scalar.value))
      case " ", ".", "-", "\u{A0}": continue
      default: throw .personalIDNotDigits
      }
    }
    guard digits.count != 9 else { throw .personalIDOldCard }
    guard digits.count == 12 else { throw .personalIDLength(found: digits.count) }
    self.digits = digits
    let code = String(decoding: digits[0..<3], as: UTF8.self)
    // Codes from 100 are countries, for people registered abroad.
    guard digits[0] != 0x30 || Provinces.isKnownCode(String(code.dropFirst())) else {
      throw .personalIDProvince(code)
    }
    guard birthYear <= today.year else { throw .personalIDFuture(year: birthYear) }
  }

  /// How people group the twelve digits when they write them.
  private static let groupings = [[12], [3, 3, 3, 3], [3, 3, 6]]

  /// Whether a text holds twelve digits, written together or in the usual groups, that a resident's
  /// number could be: a known province in front. Dossier codes and receipts may look the same by
  /// chance and are not asked.
  package static func seemsToStand(in text: String) -> Bool {
    let decimals = UInt8(ascii: "0")...UInt8(ascii: "9")
    // Most texts have no twelve digits at all.
    guard text.utf8.count(where: decimals.contains) >= 12 else { return false }
    var groups: [[UInt8]] = [[]]
    for byte in text.utf8 {
      switch byte {
      case decimals: groups[groups.count - 1].append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"): groups.append([])
      // Two empty groups in a row: whatever stands here separates for good.
      default: if groups.suffix(2) != [[], []] { groups += [[], []] }
      }
    }
    return groups.indices.contains { start in
      groupings.contains { grouping in
        let window = groups[start...].prefix(grouping.count)
        guard window.map(\.count) == grouping else { return false }
        let digits = window.flatMap { $0 }
        return digits[0] == UInt8(ascii: "0")
          && Provinces.isKnownCode(String(decoding: digits[1..<3], as: UTF8.self))
      }
    }
  }

  /// The last four digits: the only part that is kept readable.
  package var lastFour: String { String(decoding: digits[8...], as: UTF8.self) }

  /// The 12 ASCII digits, for the caller's keyed hash and for nothing else.
  package var canonicalBytes: [UInt8] { digits }

  /// The year of birth that the number tells.
  package var birthYear: Int {
    1900 + Int(digits[3] - 0x30) / 2 * 100 + Int(digits[4] - 0x30) * 10 + Int(digits[5] - 0x30)
  }

  /// The sex that the number tells.
  package var sex: Sex { digits[3] % 2 == 0 ? .male : .female }

  /// The two-digit code of the province of birth registration, of today or abolished; nil for abroad.
  package var provinceCode: String? {
    digits[0] == 0x30 ? String(decoding: digits[1..<3], as: UTF8.self) : nil
  }

  /// Hides all but the last four digits, so that no log or page shows the number by accident.
  package var description: String { "••••••••\(lastFour)" }
  /// The hidden form, so that debuggers and test reports do not show the number either.
  package var debugDescription: String { description }
  /// Shows the last four digits only, because `dump` would print the stored ones.
  package var customMirror: Mirror { Mirror(self, children: ["lastFour": lastFour]) }
}
