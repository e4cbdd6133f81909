/// A full name made ready for comparing: its words in base letters, and its words as written.
package struct PersonName: Hashable, Sendable {
  /// How two names agree.
  package enum Agreement: String, Sendable, CaseIterable {
    /// The same words with the same marks; upper case and tone placement do not matter.
    case same
    /// One was typed without marks.
    case unmarked
    /// The same letters with other marks: Hoa and Hòa.
    case otherMarks = "other-marks"
    /// The same words in another order.
    case otherOrder = "other-order"
    /// One letter more, less, other, or two exchanged.
    case oneLetter = "one-letter"
  }

  /// Base letters, words parted by one blank.
  let base: [UInt8]
  /// Whatever order the words have.
  let unordered: UInt64
  /// With the marks.
  private let exact: UInt64
  private let hasMarks: Bool

  /// Folds a name; nil when it has no words.
  package init?(_ text: String) {
    let words = SearchFold.words(text)
    guard !words.isEmpty else { return nil }
    base = Array(words.map(\.base).joined(separator: [0x20]))
    // Words of a person are told apart well enough by 64 bits.
    unordered = words.map { Fingerprint.of($0.base) }.sorted().reduce(Fingerprint.start) {
      Fingerprint.adding($1, to: $0)
    }
    let marked = Array(words.map(\.exact).joined(separator: [0x20]))
    exact = Fingerprint.of(marked)
    hasMarks = marked != base
  }

  /// How far this name is that of the other; nil when it is another name.
  package func agreement(with other: PersonName) -> Agreement? {
    if unordered == other.unordered {
      if base != other.base { return .otherOrder }
      if exact == other.exact { return .same }
      return hasMarks && other.hasMarks ? .otherMarks : .unmarked
    }
    return Self.differByOneLetter(base, other.base) ? .oneLetter : nil
  }

  /// Whether one letter was added, left out, mistaken, or exchanged with its neighbour.
  static func differByOneLetter(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard abs(one.count - other.count) <= 1, min(one.count, other.count) >= 4 else { return false }
    return one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        var start = 0
        while start < one.count, start < other.count, one[start] == other[start] { start += 1 }
        var ends = (one.count, other.count)
        while ends.0 > start, ends.1 > start, one[ends.0 - 1] == other[ends.1 - 1] {
          ends.0 -= 1
          ends.1 -= 1
        }
        let left = (ends.0 - start, ends.1 - start)
        if left.0 <= 1, left.1 <= 1 { return true }
        return left == (2, 2) && one[start] == other[start + 1] && one[start + 1] == other[start]
      }
    }
  }

  /// A key for the whole name and one for each letter left out: names that differ by one letter
  /// have at least one in common.
  func spellings(_ seed: UInt64, _ body: (UInt64) -> Void) {
    base.withUnsafeBufferPointer { letters in
      body(Fingerprint.of(letters, without: -1, from: seed))
      for position in letters.indices where letters[position] != 0x20 {
        // Of equal neighbours one is enough.
        if position > 0, letters[position - 1] == letters[position] { continue }
        body(Fingerprint.of(letters, without: position, from: seed))
      }
    }
  }
}

/// 64-bit FNV-1a: the same on every machine and run, unlike `Hasher`.
enum Fingerprint {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  static func of(_ bytes: [UInt8], from seed: UInt64 = start) -> UInt64 {
    bytes.withUnsafeBufferPointer { of($0, without: -1, from: seed) }
  }

  static func of(
    _ bytes: UnsafeBufferPointer<UInt8>, without position: Int, from seed: UInt64
  ) -> UInt64 {
    var hash = seed
    for index in bytes.indices where index != position {
      hash = (hash ^ UInt64(bytes[index])) &* prime
    }
    return hash
  }

  static func adding(_ number: UInt64, to hash: UInt64) -> UInt64 {
    var hash = (hash ^ number) &* prime
    hash ^= hash >> 29
    return hash &* prime
  }
}
