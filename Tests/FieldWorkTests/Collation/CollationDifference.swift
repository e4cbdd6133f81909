@testable import FieldWork

/// Why two names may stand in another order in another library, and what else differs.
///
/// Domain rule: letters of the whole text, then one tone a word, then case. The others weigh tones
/// letter by letter and have weights for each punctuation mark.
enum CollationDifference: String, CaseIterable {
  /// hòa and hoà are one word here; others take the place of the tone for a difference.
  case tonePlacement
  /// Marks such as ( - ' weigh the same here; others order them among each other.
  case punctuation
  /// The C library leaves blanks and marks out of the first comparison; here they part words.
  case blank

  /// The class of a pair, or nil when the rules give no reason.
  static func explain(_ left: String, _ right: String) -> CollationDifference? {
    if SearchFold.exact(left) == SearchFold.exact(right), left.lowercased() != right.lowercased() {
      return hasMark(left) || hasMark(right) ? .punctuation : .tonePlacement
    }
    let plain = { (text: String) in String(text.map { isMark($0) ? "-" : $0 }) }
    if plain(left) == plain(right) { return .punctuation }
    // Without blanks and marks the two must stand as they were found.
    let joined = { (text: String) in text.filter { !isMark($0) && !$0.isWhitespace } }
    let keys = [left, right].map { VietnameseCollation.sortKey(joined($0)) }
    let isJoined = (joined(left), joined(right)) != (left, right)
    return isJoined && !keys[1].lexicographicallyPrecedes(keys[0]) ? .blank : nil
  }

  private static func hasMark(_ text: String) -> Bool { text.contains(where: isMark) }

  private static func isMark(_ character: Character) -> Bool {
    !character.isLetter && !character.isNumber && !character.isWhitespace
  }

  /// What differs between this order and that of a sorted list.
  ///
  /// Every name is compared with the next ten of the list: were an order wrong only between names
  /// farther apart, some nearer pair between them would be wrong too.
  static func report(of sorted: [String]) -> (
    explained: [CollationDifference: Int], other: [String]
  ) {
    let keys = sorted.map(VietnameseCollation.sortKey)
    var explained: [CollationDifference: Int] = [:]
    var other: [String] = []
    for index in sorted.indices {
      for next in (index + 1)..<max(index + 1, min(index + 11, sorted.count))
      where keys[next].lexicographicallyPrecedes(keys[index]) {
        if let difference = explain(sorted[index], sorted[next]) {
          explained[difference, default: 0] += 1
        } else {
          other.append("\(sorted[index]) before \(sorted[next])")
        }
      }
    }
    return (explained, other)
  }
}
