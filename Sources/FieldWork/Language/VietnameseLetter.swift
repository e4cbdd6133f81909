/// One letter taken apart: its base letter, the mark that makes it another letter, its tone, its case.
///
/// `đ` does not decompose in Unicode, so the table is written by hand for all Latin letters that
/// occur in Vietnamese names, with the rest of Latin-1 and Latin Extended-A reduced to base letters.
struct VietnameseLetter: Equatable, Sendable {
  /// What turns a base letter into another letter of the alphabet.
  enum Mark: UInt8, Sendable {
    case none, breve, circumflex, horn, stroke
  }

  /// The lower-case ASCII letter.
  var base: UInt8
  var mark: Mark = .none
  /// 0 none, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng: the order of the collation.
  var tone: UInt8 = 0
  var isUpper: Bool = false

  /// The scalar's letter, or nil when it is no Latin letter.
  static func of(_ scalar: UInt32) -> VietnameseLetter? {
    if scalar < 0x80 {
      switch UInt8(scalar) {
      case 0x61...0x7A: return VietnameseLetter(base: UInt8(scalar))
      case 0x41...0x5A: return VietnameseLetter(base: UInt8(scalar) + 0x20, isUpper: true)
      default: return nil
      }
    }
    if scalar >= 0xC0, scalar < 0x1B1 { return latin[Int(scalar) - 0xC0] }
    if scalar >= 0x1EA0, scalar <= 0x1EF9 { return additional[Int(scalar) - 0x1EA0] }
    return nil
  }

  /// Whether a letter of the tables is one of the Vietnamese alphabet: ä and å are none.
  static func isOfAlphabet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x80, 0x1EA0...0x1EF9: true
    case 0xC0...0xC3, 0xC8...0xCA, 0xCC, 0xCD, 0xD2...0xD5, 0xD9, 0xDA, 0xDD: true
    case 0xE0...0xE3, 0xE8...0xEA, 0xEC, 0xED, 0xF2...0xF5, 0xF9, 0xFA, 0xFD: true
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
    default: false
    }
  }

  /// The tone of a combining mark, or nil.
  static func tone(combining scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x300: 1
    case 0x309: 2
    case 0x303: 3
    case 0x301: 4
    case 0x323: 5
    default: nil
    }
  }

  /// The letter mark of a combining mark, or nil.
  static func mark(combining scalar: UInt32) -> Mark? {
    switch scalar {
    case 0x306: .breve
    case 0x302: .circumflex
    case 0x31B: .horn
    default: nil
    }
  }

  /// The combining marks of the tones 1 to 5, written behind a word in search forms.
  static let toneMarks: [[UInt8]] = [
    [], [0xCC, 0x80], [0xCC, 0x89], [0xCC, 0x83], [0xCC, 0x81], [0xCC, 0xA3],
  ]

  /// Appends the letter without tone and in lower case, as UTF-8.
  func appendToneless(to bytes: inout [UInt8]) {
    switch (base, mark) {
    case (0x61, .breve): bytes.append(contentsOf: [0xC4, 0x83])
    case (0x61, .circumflex): bytes.append(contentsOf: [0xC3, 0xA2])
    case (0x65, .circumflex): bytes.append(contentsOf: [0xC3, 0xAA])
    case (0x6F, .circumflex): bytes.append(contentsOf: [0xC3, 0xB4])
    case (0x6F, .horn): bytes.append(contentsOf: [0xC6, 0xA1])
    case (0x75, .horn): bytes.append(contentsOf: [0xC6, 0xB0])
    case (0x64, .stroke): bytes.append(contentsOf: [0xC4, 0x91])
    default: bytes.append(base)
    }
  }

  // A vowel's row: none, huyền, hỏi, ngã, sắc, nặng.
  private static let rows: [(String, Mark)] = [
    ("aàảãáạ", .none), ("ăằẳẵắặ", .breve), ("âầẩẫấậ", .circumflex), ("eèẻẽéẹ", .none),
    ("êềểễếệ", .circumflex), ("iìỉĩíị", .none), ("oòỏõóọ", .none), ("ôồổỗốộ", .circumflex),
    ("ơờởỡớợ", .horn), ("uùủũúụ", .none), ("ưừửữứự", .horn), ("yỳỷỹýỵ", .none),
  ]
  private static let upperRows = [
    "AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ", "OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ",
    "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ",
  ]
  // Base letters of U+00C0–U+017F as runs; "." stands where there is no letter.
  private static let latinBases: [UInt8] = {
    var bases = Array("aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty".utf8)
    let extendedA: [(UInt8, Int)] = [
      (0x61, 6), (0x63, 8), (0x64, 4), (0x65, 10), (0x67, 8), (0x68, 4), (0x69, 12), (0x6A, 2),
      (0x6B, 3), (0x6C, 10), (0x6E, 9), (0x6F, 8), (0x72, 6), (0x73, 8), (0x74, 6), (0x75, 12),
      (0x77, 2), (0x79, 3), (0x7A, 6), (0x73, 1),
    ]
    for (base, count) in extendedA { bases += [UInt8](repeating: base, count: count) }
    return bases
  }()

  private static let latin: [VietnameseLetter?] = {
    var table = [VietnameseLetter?](repeating: nil, count: 0x1B1 - 0xC0)
    for (index, base) in latinBases.enumerated() where base != 0x2E && index < 0xC0 {
      let scalar = 0xC0 + index
      let isUpper = scalar < 0xDF || (scalar >= 0x100 && scalar % 2 == 0)
      table[index] = VietnameseLetter(base: base, isUpper: isUpper)
    }
    // U+00D0 is often typed for Đ: the two capitals look the same.
    for (scalar, isUpper) in [(0xD0, true), (0x110, true), (0x111, false)] {
      table[scalar - 0xC0] = VietnameseLetter(base: 0x64, mark: .stroke, isUpper: isUpper)
    }
    forEachVowel { scalar, letter in
      if scalar >= 0xC0, scalar < 0x1B1 { table[Int(scalar) - 0xC0] = letter }
    }
    return table
  }()

  private static let additional: [VietnameseLetter?] = {
    var table = [VietnameseLetter?](repeating: nil, count: 0x1EF9 - 0x1EA0 + 1)
    forEachVowel { scalar, letter in
      if scalar >= 0x1EA0, scalar <= 0x1EF9 { table[Int(scalar) - 0x1EA0] = letter }
    }
    return table
  }()

  private static func forEachVowel(_ body: (UInt32, VietnameseLetter) -> Void) {
    for (index, (row, mark)) in rows.enumerated() {
      let lower = Array(row.unicodeScalars)
      let upper = Array(upperRows[index].unicodeScalars)
      let base = VietnameseLetter.bases[index]
      for tone in 0..<6 {
        let letter = VietnameseLetter(base: base, mark: mark, tone: UInt8(tone))
        body(lower[tone].value, letter)
        var capital = letter
        capital.isUpper = true
        body(upper[tone].value, capital)
      }
    }
  }

  // One base letter for each row of `rows`.
  private static let bases = Array("aaaeeiooouuy".utf8)
}
