/// Finds the names a person may have meant.
enum Spelling {
  /// The names nearest to a word, best first, at most `limit`; none when all are too far away.
  static func nearest(to word: String, among names: [String], limit: Int) -> [String] {
    let typed = Array(word.utf8.prefix(64))
    // One mistake in three letters still looks like the word; more is guessing.
    let bound = max(1, typed.count / 3)
    let scored = names.enumerated().compactMap { index, name -> (Int, Int, String)? in
      let candidate = Array(name.utf8)
      let isBeginning = typed.count >= 2 && candidate.starts(with: typed)
      let distance = isBeginning ? 0 : distance(typed, candidate)
      return distance <= bound ? (distance, index, name) : nil
    }
    return scored.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(limit).map { $0.2 }
  }

  /// The number of insertions, deletions, substitutions and adjacent swaps between two words.
  static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...second.count)
    for row in first.indices {
      var current = [row + 1]
      for column in second.indices {
        var best = min(current[column], previous[column + 1]) + 1
        best = min(best, previous[column] + (first[row] == second[column] ? 0 : 1))
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[second.count]
  }
}
