import SyncProtocol

/// Finds the pairs of a register that may be one person, without comparing everybody with everybody.
///
/// Two records are compared when they have the id, the words of the name, the telephone or the
/// household in common, or a name that is one letter off with the same year of birth. The result is
/// the same on every run.
package struct DuplicateSearch: Sendable {
  /// Two people, by their places in the register, and how likely they are one.
  package struct Pair: Hashable, Sendable {
    /// The place of the one; the smaller.
    package let first: Int
    /// The place of the other.
    package let second: Int
    /// How likely, and why.
    package let score: DuplicateScore
  }

  /// The register.
  package let profiles: [PersonProfile]
  let frequencies: RegisterFrequencies

  /// Takes the people to compare.
  package init(_ profiles: [PersonProfile]) {
    self.profiles = profiles
    frequencies = RegisterFrequencies(profiles)
  }

  /// More people than this with one key are compared only where the year of birth agrees or is
  /// unknown to one of them.
  private static let largeBlock = 400

  private struct Entry: Comparable {
    let key: UInt64
    let person: Int32

    static func < (left: Entry, right: Entry) -> Bool {
      left.key != right.key ? left.key < right.key : left.person < right.person
    }
  }

  /// Every pair that a person should look at, the likeliest first.
  package func pairs() -> [Pair] {
    var entries: [Entry] = []
    entries.reserveCapacity(profiles.count * 20)
    for (index, profile) in profiles.enumerated() {
      Self.keys(of: profile) { entries.append(Entry(key: $0, person: Int32(index))) }
      if let name = profile.name, let year = profile.birthYear {
        name.spellings(Fingerprint.adding(UInt64(bitPattern: Int64(year)), to: 5)) {
          entries.append(Entry(key: $0, person: Int32(index)))
        }
      }
    }
    entries.sort()
    var seen: Set<UInt64> = []
    var pairs: [Pair] = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].key == entries[start].key { end += 1 }
      if end - start > 1 { compare(entries[start..<end], &seen, &pairs) }
      start = end
    }
    return pairs.sorted {
      ($1.score.halfBits, $0.first, $0.second) < ($0.score.halfBits, $1.first, $1.second)
    }
  }

  private func compare(_ block: ArraySlice<Entry>, _ seen: inout Set<UInt64>, _ pairs: inout [Pair])
  {
    let isLarge = block.count > Self.largeBlock
    for left in block.indices {
      for right in block.index(after: left)..<block.endIndex {
        let first = Int(block[left].person)
        let second = Int(block[right].person)
        if first == second { continue }
        if isLarge, let year = profiles[first].birthYear, let other = profiles[second].birthYear,
          year != other
        {
          continue
        }
        guard let score = DuplicateScore(profiles[first], profiles[second], in: frequencies),
          score.isCandidate
        else { continue }
        let pair = UInt64(first) << 32 | UInt64(second)
        if seen.insert(pair).inserted {
          pairs.append(Pair(first: first, second: second, score: score))
        }
      }
    }
  }

  /// Keys that two records of one person have in common, but for one mistaken letter.
  static func keys(of profile: PersonProfile, _ body: (UInt64) -> Void) {
    if let hash = profile.idHash { body(Fingerprint.of(hash, from: 1)) }
    if let name = profile.name { body(Fingerprint.adding(name.unordered, to: 2)) }
    if let phone = profile.phone { body(Fingerprint.of(Array(phone.utf8), from: 3)) }
    if let household = profile.household {
      body(Fingerprint.adding(UInt64(bitPattern: household.rawValue), to: 4))
    }
  }

  /// Somebody of the register who may be a person that is not in it yet.
  package struct Match: Hashable, Sendable {
    /// Their place in the register.
    package let place: Int
    /// How likely, and why.
    package let score: DuplicateScore
  }

  /// Who of the register may be a person, the likeliest first: one walk over all of them.
  package func candidates(for person: PersonProfile, limit: Int = 20) -> [Match] {
    var found: [Match] = []
    for (place, profile) in profiles.enumerated() {
      guard let score = DuplicateScore(person, profile, in: frequencies), score.isCandidate else {
        continue
      }
      found.append(Match(place: place, score: score))
    }
    found.sort { ($1.score.halfBits, $0.place) < ($0.score.halfBits, $1.place) }
    return Array(found.prefix(limit))
  }
}
