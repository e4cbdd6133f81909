/// What a Vietnamese syllable is made of: enough to tell one from an English word or a code.
enum VietnameseSyllable {
  static func isVowel(_ base: UInt8) -> Bool {
    switch base {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// Whether a composed word reads as one syllable: at most one tone, an onset, vowels, a coda.
  static func reads(_ word: String) -> Bool {
    var letters: [VietnameseLetter] = []
    for scalar in word.unicodeScalars {
      guard letters.count < 8, let letter = VietnameseLetter.of(scalar.value),
        VietnameseLetter.isOfAlphabet(scalar.value)
      else { return false }
      letters.append(letter)
    }
    return letters.count { $0.tone > 0 } <= 1 && isSyllable(letters)
  }

  /// The search word of letters that raw keys stood for; nil when they make no syllable.
  static func word(_ letters: [VietnameseLetter], tone: UInt8) -> SearchWord? {
    guard isSyllable(letters) else { return nil }
    var letters = letters
    // Keys mark u and o together; without a coda only the o takes the horn: thuở, huơ.
    let count = letters.count
    if count >= 2, letters[count - 1].base == 0x6F, letters[count - 1].mark == .horn,
      letters[count - 2].base == 0x75
    {
      letters[count - 2].mark = .none
    }
    var word = SearchWord()
    for letter in letters {
      letter.appendToneless(to: &word.toneless)
      word.base.append(letter.base)
    }
    word.exact = word.toneless + VietnameseLetter.toneMarks[Int(tone)]
    return word
  }

  /// Gives the last unmarked o its horn, and a u before it as well, as one key does for ươ.
  static func hornLastO(_ letters: inout [VietnameseLetter]) -> Bool {
    guard let index = letters.lastIndex(where: { $0.base == 0x6F }), letters[index].mark == .none
    else { return false }
    letters[index].mark = .horn
    let isPair = index > 0 && letters[index - 1].base == 0x75
    // The u of qu belongs to the onset: quở.
    if isPair, index < 2 || letters[index - 2].base != 0x71 { letters[index - 1].mark = .horn }
    return true
  }

  // Onset, vowels, coda.
  private static func isSyllable(_ letters: [VietnameseLetter]) -> Bool {
    let bases = letters.map(\.base)
    guard var start = bases.firstIndex(where: isVowel) else { return false }
    let onset = String(decoding: bases[..<start], as: UTF8.self)
    if onset == "q" || (onset == "g" && bases.count > start + 1 && isVowel(bases[start + 1])) {
      // qu and gi are onsets when a vowel follows.
      let second = bases[start]
      if (onset == "q" && second == 0x75) || (onset == "g" && second == 0x69) { start += 1 }
    }
    guard onsets.contains(onset), start < bases.count else { return false }
    let end = bases[start...].firstIndex { !isVowel($0) } ?? bases.endIndex
    guard end - start >= 1, end - start <= 3 else { return false }
    return codas.contains(String(decoding: bases[end...], as: UTF8.self))
  }

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "g", "gh", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p",
    "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
  ]
  private static let codas: Set<String> = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
}
