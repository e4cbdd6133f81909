/// Sorts text the Vietnamese way: letters of the alphabet, then tones, then case; numbers by their
/// value, so that hamlet 2 comes before hamlet 10.
package enum VietnameseCollation {
  /// Bytes that compare as the text sorts; equal only for equal text.
  ///
  /// Letters a ă â b c d đ e ê … with f j w z in their Latin places; tones none, huyền, hỏi, ngã,
  /// sắc, nặng; lower case before upper. Numbers come before letters, blanks before numbers.
  package static func sortKey(_ text: String) -> [UInt8] {
    let text = NormalizedText.composed(text)
    var letters: [UInt8] = []
    var tones: [UInt8] = []
    var cases: [UInt8] = []
    var wordTones: [UInt8] = []
    var digits: [UInt8] = []
    func endNumber() {
      guard !digits.isEmpty else { return }
      // Without zeros in front, fewer digits are less: their count stands first, in twenties.
      let number = digits.drop { $0 == 10 }
      letters += Array(repeating: 29, count: number.count / 20)
      letters.append(9 + UInt8(number.count % 20))
      letters += number
      digits.removeAll()
    }
    func endWord() {
      // One tone a word, so that hòa and hoà sort together.
      tones += wordTones.isEmpty ? [2] : wordTones.map { $0 + 2 }
      wordTones.removeAll()
    }
    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        digits.append(UInt8(scalar.value - 0x30) + 10)
        continue
      }
      endNumber()
      if let letter = VietnameseLetter.of(scalar.value) {
        letters.append(weight(letter))
        cases.append(letter.isUpper ? 3 : 2)
        if letter.tone > 0 { wordTones.append(letter.tone) }
      } else if scalar.properties.isWhitespace {
        letters.append(2)
        endWord()
      } else if scalar.value < 0x80 || (0x2010...0x2027).contains(scalar.value) {
        letters.append(3)
        endWord()
      } else {
        letters.append(0xF0)
        letters += Array(String(scalar).utf8)
      }
    }
    endNumber()
    endWord()
    return letters + [1] + tones + [1] + cases + [1] + Array(text.utf8)
  }

  /// Whether `left` sorts before `right`.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    sortKey(left).lexicographicallyPrecedes(sortKey(right))
  }

  private static func weight(_ letter: VietnameseLetter) -> UInt8 {
    // Four places a Latin letter leave room for its marked relatives.
    let place = 30 + (letter.base - 0x61) * 4
    switch (letter.base, letter.mark) {
    case (0x61, .breve), (0x64, .stroke), (0x65, .circumflex), (0x6F, .circumflex), (0x75, .horn):
      return place + 1
    case (0x61, .circumflex), (0x6F, .horn): return place + 2
    default: return place
    }
  }
}

/// Sorts people by given name, then family name, then middle names.
package enum PersonNameOrder {
  /// Bytes that compare as the person sorts in a list.
  ///
  /// The given name is the last word of `fullName`, the family name the first. `sortName`, when
  /// given, is used as it stands, for names where that is wrong.
  package static func sortKey(fullName: String, sortName: String? = nil) -> [UInt8] {
    if let sortName, !sortName.isEmpty { return VietnameseCollation.sortKey(sortName) + [0] }
    let words = fullName.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let given = words.last else { return [0] }
    let family = words.count > 1 ? words[0] : ""
    let middle = words.count > 2 ? words[1..<(words.count - 1)].joined(separator: " ") : ""
    return [given, family, middle].flatMap { VietnameseCollation.sortKey($0) + [0] }
      + Array(fullName.utf8)
  }
}
