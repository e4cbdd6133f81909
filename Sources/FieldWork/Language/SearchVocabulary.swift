/// The distinct words of a search index with the documents that hold them.
struct SearchVocabulary: Sendable {
  private struct Entry: Sendable {
    var word: SearchWord
    var documents: [Int32]
  }

  private var entries: [Entry] = []
  private var entryByExact: [[UInt8]: UInt32] = [:]
  // Entries in order of their base letters; the newest words wait unsorted behind the others, so
  // that adding is cheap and searching needs no preparation.
  private var sorted: [UInt32] = []
  private var waiting: [UInt32] = []
  // Numbers of seven digits and more, found by their last digits; one a phone, so few enough to walk.
  private var longNumbers: [UInt32] = []

  var count: Int { entries.count }

  /// Adds the word for the document and answers the word's entry.
  mutating func insert(_ word: SearchWord, in document: Int32) -> UInt32 {
    if let entry = entryByExact[word.exact] {
      if entries[Int(entry)].documents.last != document {
        entries[Int(entry)].documents.append(document)
      }
      return entry
    }
    let entry = UInt32(entries.count)
    entries.append(Entry(word: word, documents: [document]))
    entryByExact[word.exact] = entry
    waiting.append(entry)
    if waiting.count > 64 + sorted.count / 4 {
      let all = sorted + waiting
      sorted = all.sorted { less($0, $1) }
      waiting.removeAll(keepingCapacity: true)
    }
    if word.isNumber, word.base.count >= 7 { longNumbers.append(entry) }
    return entry
  }

  func documents(of entry: UInt32) -> [Int32] { entries[Int(entry)].documents }

  /// The entries that meet the query word, with a quality from 0 (best) to 11.
  ///
  /// 0–5 whole words, 6–11 beginnings; in each half exact, toneless, base, and odd numbers where
  /// the keys had to be read as Telex or VNI.
  func matches(_ query: SearchWord, allowsPrefix: Bool) -> [(UInt32, UInt8)] {
    var result = matches(query, allowsPrefix: allowsPrefix, telex: 0)
    // Only raw keys can be Telex or VNI: a word with marks was typed with an input method.
    if query.exact == query.base, let word = Telex.word(query.base) ?? VNI.word(query.base) {
      result += matches(word, allowsPrefix: allowsPrefix, telex: 1)
    }
    if query.isNumber, query.base.count >= 3 {
      result += longNumbers.filter { has($0, suffix: query.base) }.map { ($0, 6) }
    }
    return result
  }

  private func matches(
    _ query: SearchWord, allowsPrefix: Bool, telex: UInt8
  ) -> [(UInt32, UInt8)] {
    var result: [(UInt32, UInt8)] = []
    func consider(_ entry: UInt32) {
      let word = entries[Int(entry)].word
      if word.base == query.base {
        let level: UInt8 =
          word.exact == query.exact ? 0 : word.toneless == query.toneless ? 2 : 4
        result.append((entry, level + telex))
      } else if allowsPrefix, word.base.starts(with: query.base) {
        let tone = query.exact.dropFirst(query.toneless.count)
        let toneless = word.toneless.starts(with: query.toneless)
        let exact =
          toneless && (tone.isEmpty || word.exact.dropFirst(word.toneless.count) == tone)
        result.append((entry, 6 + (exact ? 0 : toneless ? 2 : 4) + telex))
      }
    }
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if entries[Int(sorted[middle])].word.base.lexicographicallyPrecedes(query.base) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < sorted.count, entries[Int(sorted[low])].word.base.starts(with: query.base) {
      consider(sorted[low])
      low += 1
    }
    for entry in waiting { consider(entry) }
    return result
  }

  private func has(_ entry: UInt32, suffix: [UInt8]) -> Bool {
    let base = entries[Int(entry)].word.base
    return base.count > suffix.count && base.suffix(suffix.count).elementsEqual(suffix)
  }

  private func less(_ left: UInt32, _ right: UInt32) -> Bool {
    let leftBase = entries[Int(left)].word.base
    let rightBase = entries[Int(right)].word.base
    if leftBase == rightBase { return left < right }
    return leftBase.lexicographicallyPrecedes(rightBase)
  }
}
