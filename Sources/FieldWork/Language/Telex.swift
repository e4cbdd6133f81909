/// Reads words typed as raw Telex keys, as when the input method was off: `nguyeenx` is nguyễn.
package enum Telex {
  /// The word that the keys stand for, or nil when they are no Telex for a Vietnamese syllable.
  ///
  /// `keys` is lower-case ASCII. Tone keys count wherever they stand behind the first vowel, letter
  /// marks directly behind their letter or at the end of the word, as people type both ways.
  package static func word(_ keys: [UInt8]) -> SearchWord? {
    guard keys.count >= 2, keys.count <= 12, keys.allSatisfy({ (0x61...0x7A).contains($0) })
    else { return nil }
    var letters: [VietnameseLetter] = []
    var tone: UInt8 = 0
    var usedKey = false
    for key in keys {
      let hasVowel = letters.contains { VietnameseSyllable.isVowel($0.base) }
      // z takes a tone away; without one it is an ordinary letter.
      if hasVowel, let newTone = toneKeys[key], newTone > 0 || tone > 0 {
        tone = newTone
        usedKey = true
      } else if mark(&letters, with: key) {
        usedKey = true
      } else {
        letters.append(VietnameseLetter(base: key))
      }
    }
    return usedKey ? VietnameseSyllable.word(letters, tone: tone) : nil
  }

  private static let toneKeys: [UInt8: UInt8] = [
    0x66: 1, 0x72: 2, 0x78: 3, 0x73: 4, 0x6A: 5, 0x7A: 0,
  ]

  // Applies a doubled letter or w to the letters so far.
  private static func mark(_ letters: inout [VietnameseLetter], with key: UInt8) -> Bool {
    switch key {
    case 0x64:
      guard let first = letters.first, first.base == 0x64, first.mark == .none else { return false }
      letters[0].mark = .stroke
      return true
    case 0x61, 0x65, 0x6F:
      guard let index = letters.lastIndex(where: { $0.base == key }), letters[index].mark == .none
      else { return false }
      letters[index].mark = .circumflex
      return true
    case 0x77:
      // In oaw the a is meant: hoằng.
      let isOA = zip(letters, letters.dropFirst()).contains { $0.base == 0x6F && $1.base == 0x61 }
      if !isOA, VietnameseSyllable.hornLastO(&letters) { return true }
      if let index = letters.lastIndex(where: { $0.base == 0x61 || $0.base == 0x75 }),
        letters[index].mark == .none
      {
        // "ưa" is typed uaw or uwa: in an open syllable the u takes the horn.
        if letters[index].base == 0x61, index > 0, letters[index - 1].base == 0x75,
          index == letters.count - 1, index < 2 || letters[index - 2].base != 0x71
        {
          letters[index - 1].mark = .horn
        } else {
          letters[index].mark = letters[index].base == 0x61 ? .breve : .horn
        }
        return true
      }
      letters.append(VietnameseLetter(base: 0x75, mark: .horn))
      return true
    default: return false
    }
  }
}
