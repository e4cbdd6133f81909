import FieldWork
import SyncProtocol

/// What the words of a search are, to begin a record with.
struct SearchedWords {
  var name: String?
  var address: String?
  var phone: String?
  /// The hamlet that was named beside whoever was looked for.
  var hamlet: RowID?

  /// Takes words for a name unless digits stand in them, and those with digits for an address where
  /// a word stands beside them; codes and ends of ids are nothing new. A hamlet that stands at the end,
  /// after a comma or not, is neither.
  init(_ query: String, hamlets: [(id: RowID, name: String)]) {
    guard let words = try? NormalizedText(query).value,
      (try? RecordCode(parsing: words)) == nil
    else { return }
    if let number = try? PhoneNumber(words) {
      phone = number.canonical
      return
    }
    var parts = words.split(separator: ",").compactMap {
      try? NormalizedText(String($0)).value
    }
    if let last = parts.popLast() {
      let (rest, named) = Self.withoutHamlet(last, hamlets)
      // Two of one name are told apart by whoever chooses.
      hamlet = named.count == 1 ? named.first : nil
      if !rest.isEmpty { parts.append(rest) }
    }
    guard parts.count > 1, let first = parts.first, !first.contains(where: \.isNumber) else {
      take(parts.joined(separator: ", "))
      return
    }
    name = first
    address = parts.dropFirst().joined(separator: ", ")
  }

  private mutating func take(_ words: String) {
    guard !words.isEmpty else { return }
    if !words.contains(where: \.isNumber) {
      name = words
    } else if Self.isAddress(words) {
      address = words
    }
  }

  /// Words without the hamlet in which they end, the longest name first: of "Xóm 1" and "Xóm 11" it is
  /// the one whose whole words stand there. Of one name there may be several.
  static func withoutHamlet(
    _ words: String, _ hamlets: [(id: RowID, name: String)]
  ) -> (rest: String, hamlets: Set<RowID>) {
    let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
    let folded = parts.map(SearchFold.base)
    let named = hamlets.map { (id: $0.id, words: SearchFold.base($0.name).split(separator: " ")) }
      .sorted { $0.words.count > $1.words.count }
    let found = named.filter { hamlet in
      !hamlet.words.isEmpty
        && folded.suffix(hamlet.words.count).elementsEqual(hamlet.words) {
          $0 == String($1)
        }
    }
    guard let hamlet = found.first else { return (words, []) }
    return (
      parts.dropLast(hamlet.words.count).joined(separator: " "),
      Set(found.filter { $0.words == hamlet.words }.map(\.id))
    )
  }

  /// Of a dossier's code every part has digits, or it has more of them than a house.
  private static func isAddress(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    return parts.contains { $0.contains(where: \.isLetter) && !$0.contains(where: \.isNumber) }
      && !parts.contains { $0.count(where: \.isNumber) > mostDigitsOfHouse }
  }

  private static let mostDigitsOfHouse = 5

  /// A query without the hamlet in which it ends and what set that off, and the hamlets that are called
  /// so; nil where it ends in none, or is nothing besides.
  static func withoutHamlet(
    of query: String, _ hamlets: [Place]
  ) -> (rest: String, hamlets: Set<RowID>)? {
    let (words, hamlets) = withoutHamlet(query, named(hamlets))
    guard !hamlets.isEmpty,
      let end = words.lastIndex(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    return (String(words[...end]), hamlets)
  }

  /// Hamlets with the names by which people call them.
  static func named(_ hamlets: [Place]) -> [(id: RowID, name: String)] {
    hamlets.compactMap { hamlet in hamlet.name.map { (hamlet.id, $0) } }
  }
}
