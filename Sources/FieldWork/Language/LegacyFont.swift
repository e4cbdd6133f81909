/// The two ways in which Vietnamese was written before Unicode: Latin-1 letters that only a font of
/// its own showed as Vietnamese. Old lists of households are full of them, as plain bytes or, copied
/// through newer programs, as Unicode text that reads NguyÔn V¨n.
package enum LegacyFont: String, Sendable, CaseIterable {
  /// TCVN 5712:1993, VN3, called ABC: one code a letter; capitals with tones live in fonts of their
  /// own (.VnTimeH) and have no codes.
  case tcvn3
  /// VNI for Windows: a letter and its marks behind it.
  case vni

  /// What people call it.
  package var name: String { self == .tcvn3 ? "TCVN3 (ABC)" : "VNI" }

  /// The text in Unicode.
  package func converted(_ text: String) -> String {
    var result = ""
    var word: [Unicode.Scalar] = []
    // Whether the word before, one blank away, began with a capital, and had no other letters.
    var followsCapital = false
    var followsCapitals = false
    func flush() {
      guard let first = word.first else { return }
      var letters =
        self == .tcvn3 ? Self.tcvn3(word, followsCapitals: followsCapitals) : Self.vni(word)
      if self == .tcvn3, followsCapital, first.value >= 0x80, let start = letters.first {
        letters = start.uppercased() + letters.dropFirst()
      }
      followsCapital = letters.first?.isUppercase ?? false
      followsCapitals = letters.count > 1 && letters.uppercased() == letters
      result += letters
      word = []
    }
    for scalar in text.unicodeScalars {
      if scalar.isWordScalar {
        word.append(scalar)
        continue
      }
      flush()
      if scalar != " " { (followsCapital, followsCapitals) = (false, false) }
      result.unicodeScalars.append(scalar)
    }
    flush()
    return result
  }

  private static func tcvn3(_ word: [Unicode.Scalar], followsCapitals: Bool) -> String {
    let small = word.contains { ("a"..."z").contains($0) }
    let capitals = word.count { ("A"..."Z").contains($0) }
    let converted = word.map { tcvn3Letters[$0].map(String.init) ?? String($0) }.joined()
    // A word in capitals was set in a font of capitals; one letter at its head proves nothing.
    let isFirstAlone = capitals == 1 && word.first.map { ("A"..."Z").contains($0) } ?? false
    let isCapital = !small && capitals > 0 && (!isFirstAlone || followsCapitals)
    return isCapital && word.count > 1 ? converted.uppercased() : converted
  }

  private static let tcvn3Letters: [Unicode.Scalar: Character] = pairs(
    "µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞị"
      + "ßòãóáỏâõäọ«ôåồèốæổçỗéộ"
      + "¬ơêờíớëởìỡîợïùóúñủòũôụ\u{AD}ưõừøứöử÷ữùựúỳýýûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư")

  private static func vni(_ word: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word {
      if let letter = vniLetters[scalar] {
        result.append(letter)
      } else if let base = result.last, isVowel(base), let marks = vniMarks[scalar.lowered] {
        result.append(contentsOf: marks)
      } else {
        result.append(scalar)
      }
    }
    return NormalizedText.composed(String(result))
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    "aeouyAEOUYơưƠƯ".unicodeScalars.contains(scalar)
  }

  /// Letters that have a code of their own.
  private static let vniLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ",
    "Ì": "Ì", "Í": "Í", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị", "Ô": "Ơ", "Ö": "Ư", "Î": "Ỵ", "Ñ": "Đ",
  ]

  /// What stands behind a vowel, as combining marks: â ê ô first, then the tone.
  private static let vniMarks: [Unicode.Scalar: [Unicode.Scalar]] = [
    "ø": ["\u{300}"], "ù": ["\u{301}"], "û": ["\u{309}"], "õ": ["\u{303}"], "ï": ["\u{323}"],
    "â": ["\u{302}"], "à": ["\u{302}", "\u{300}"], "á": ["\u{302}", "\u{301}"],
    "å": ["\u{302}", "\u{309}"], "ã": ["\u{302}", "\u{303}"], "ä": ["\u{302}", "\u{323}"],
    "ê": ["\u{306}"], "è": ["\u{306}", "\u{300}"], "é": ["\u{306}", "\u{301}"],
    "ú": ["\u{306}", "\u{309}"], "ü": ["\u{306}", "\u{303}"], "ë": ["\u{306}", "\u{323}"],
  ]

  private static func pairs(_ text: String) -> [Unicode.Scalar: Character] {
    let letters = Array(text.unicodeScalars)
    return Dictionary(
      uniqueKeysWithValues: stride(from: 0, to: letters.count - 1, by: 2).map {
        (letters[$0], Character(letters[$0 + 1]))
      })
  }
}

extension Unicode.Scalar {
  /// Whether it belongs to a word: an ASCII letter, or anything that is not ASCII.
  var isWordScalar: Bool {
    value >= 0x80 || ("a"..."z").contains(self) || ("A"..."Z").contains(self)
  }

  /// The small letter of a capital of Latin-1.
  fileprivate var lowered: Unicode.Scalar {
    (0xC0...0xDE).contains(value) ? Unicode.Scalar(UInt8(value + 0x20)) : self
  }
}
