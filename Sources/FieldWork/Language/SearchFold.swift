/// A word reduced to the three levels on which names are compared, as UTF-8 bytes.
///
/// *Exact* is lower case with the tone behind the word, so that hòa and hoà are the same word;
/// *toneless* keeps ă â đ ê ô ơ ư; *base* has plain letters only. Apostrophes of all shapes are one
/// at the two upper levels and absent from base letters.
package struct SearchWord: Hashable, Sendable {
  /// Lower-case letters with their marks, the tone last.
  package var exact: [UInt8] = []
  /// Without the tone; ă â đ ê ô ơ ư stay.
  package var toneless: [UInt8] = []
  /// Plain letters and digits, as people type without marks; empty when the word is.
  package var base: [UInt8] = []

  var isEmpty: Bool { base.isEmpty }

  /// Whether the word has digits only.
  package var isNumber: Bool { !base.isEmpty && base.allSatisfy { (0x30...0x39).contains($0) } }
}

/// Folds text for search on three levels.
package enum SearchFold {
  /// The words of `text`, folded; everything but letters, digits and apostrophes parts words.
  ///
  /// Composed and decomposed text give the same words. Walks UTF-8; takes time linear in the text.
  package static func words(_ text: String) -> [SearchWord] {
    var result: [SearchWord] = []
    var builder = WordBuilder()
    for scalar in text.unicodeScalars {
      if !builder.add(scalar) { builder.finish(into: &result) }
    }
    builder.finish(into: &result)
    return result
  }

  /// The text on the exact level, words parted by one space.
  package static func exact(_ text: String) -> String { joined(text, \.exact) }

  /// The text without tones but with its letters ă â đ ê ô ơ ư, words parted by one space.
  package static func toneless(_ text: String) -> String { joined(text, \.toneless) }

  /// The text in base letters, words parted by one space.
  package static func base(_ text: String) -> String { joined(text, \.base) }

  private static func joined(_ text: String, _ level: KeyPath<SearchWord, [UInt8]>) -> String {
    let bytes = words(text).map { $0[keyPath: level] }.joined(separator: [0x20])
    return String(decoding: Array(bytes), as: UTF8.self)
  }
}

/// Collects one word, scalar by scalar.
private struct WordBuilder {
  private var letters: [VietnameseLetter] = []
  private var word = SearchWord()
  private var tones: [UInt8] = []

  /// Adds the scalar, or answers false when it parts words.
  mutating func add(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if let letter = VietnameseLetter.of(value) {
      flushLetter()
      letters.append(letter)
      return true
    }
    if value >= 0x30, value <= 0x39 {
      flushLetter()
      append(UInt8(value))
      return true
    }
    if value < 0x80 { return value == 0x27 || value == 0x60 ? addApostrophe() : false }
    if let tone = VietnameseLetter.tone(combining: value) {
      if letters.isEmpty { return !word.isEmpty }
      letters[0].tone = tone
      return true
    }
    if let mark = VietnameseLetter.mark(combining: value) {
      if letters.isEmpty { return !word.isEmpty }
      letters[0].mark = mark
      return true
    }
    switch value {
    case 0x2018, 0x2019, 0x2BC, 0xB4: return addApostrophe()
    case 0x2B0..<0x370: return true
    default: break
    }
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
      return false
    }
    flushLetter()
    for byte in scalar.properties.lowercaseMapping.utf8 { append(byte) }
    return true
  }

  /// Ends the word.
  mutating func finish(into result: inout [SearchWord]) {
    flushLetter()
    if !word.isEmpty {
      word.exact = word.toneless
      for tone in tones { word.exact += VietnameseLetter.toneMarks[Int(tone)] }
      result.append(word)
    }
    word = SearchWord()
    tones.removeAll(keepingCapacity: true)
  }

  private mutating func addApostrophe() -> Bool {
    flushLetter()
    // An apostrophe before a word is a quotation mark, not part of it.
    if !word.isEmpty { word.toneless.append(0x27) }
    return true
  }

  // The last letter waits for combining marks behind it.
  private mutating func flushLetter() {
    guard let letter = letters.popLast() else { return }
    letter.appendToneless(to: &word.toneless)
    word.base.append(letter.base)
    if letter.tone > 0 { tones.append(letter.tone) }
  }

  private mutating func append(_ byte: UInt8) {
    word.toneless.append(byte)
    word.base.append(byte)
  }
}
