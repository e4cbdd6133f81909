/// Reads words typed as raw VNI keys, as when the input method was off: `nguye6n4` is nguyễn.
package enum VNI {
  /// The word that the keys stand for, or nil when they are no VNI for a Vietnamese syllable.
  ///
  /// `keys` is lower-case ASCII. Digits count behind their letter or at the end of the word: 1 to 5
  /// are the tones, 6 the circumflex, 7 the horn, 8 the breve, 9 makes đ, 0 takes the tone away.
  package static func word(_ keys: [UInt8]) -> SearchWord? {
    guard keys.count >= 2, keys.count <= 12, let first = keys.first, isLetter(first) else {
      return nil
    }
    var letters: [VietnameseLetter] = []
    var tone: UInt8 = 0
    var usedDigit = false
    for key in keys {
      if isLetter(key) {
        letters.append(VietnameseLetter(base: key))
        continue
      }
      guard (0x30...0x39).contains(key) else { return nil }
      usedDigit = true
      if let newTone = tones[key] {
        guard letters.contains(where: { VietnameseSyllable.isVowel($0.base) }) else { return nil }
        tone = newTone
      } else if !mark(&letters, with: key) {
        return nil
      }
    }
    return usedDigit ? VietnameseSyllable.word(letters, tone: tone) : nil
  }

  private static func isLetter(_ key: UInt8) -> Bool { (0x61...0x7A).contains(key) }

  private static let tones: [UInt8: UInt8] = [
    0x30: 0, 0x31: 4, 0x32: 1, 0x33: 2, 0x34: 3, 0x35: 5,
  ]

  // A digit that finds no letter of its own is no VNI.
  private static func mark(_ letters: inout [VietnameseLetter], with key: UInt8) -> Bool {
    func give(_ mark: VietnameseLetter.Mark, to bases: [UInt8]) -> Bool {
      let index = letters.lastIndex { bases.contains($0.base) && $0.mark == .none }
      guard let index else { return false }
      letters[index].mark = mark
      return true
    }
    switch key {
    case 0x36: return give(.circumflex, to: [0x61, 0x65, 0x6F])
    case 0x37:
      if VietnameseSyllable.hornLastO(&letters) { return true }
      return give(.horn, to: [0x75])
    case 0x38: return give(.breve, to: [0x61])
    default:
      guard letters.first?.base == 0x64, letters[0].mark == .none else { return false }
      letters[0].mark = .stroke
      return true
    }
  }
}
