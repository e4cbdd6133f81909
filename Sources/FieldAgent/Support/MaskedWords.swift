import FieldWork

/// What somebody writes about a problem, without the personal data that can be recognised in it:
/// numbers such as telephones, codes of records and dossiers, and full names that this laptop has.
///
/// A name that the laptop does not have, or half a name, cannot be recognised: the page says so, and
/// shows the whole file before it is kept.
struct MaskedWords {
  /// Words of the longest name that is looked for.
  private static let longestName = 6
  /// Digits of the shortest number that is masked, written in one word or in several.
  private static let shortestNumber = 5
  private static let mask = "[…]"

  /// The words without what was recognised.
  let text: String

  /// - Parameter names: full names, folded by `SearchFold.base`; those of one word are not looked for.
  init(_ typed: String, names: Set<String>) {
    text = typed.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.masked($0, names) }.joined(separator: "\n")
  }

  private static func masked(_ line: Substring, _ names: Set<String>) -> String {
    let words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    var kept: [String] = []
    var index = 0
    while index < words.count {
      if let length = nameLength(words[index...], names) {
        kept.append(mask)
        index += length
        continue
      }
      let numbers = words[index...].prefix(while: isNumber)
      if numbers.reduce(0, { $0 + digits($1) }) >= shortestNumber {
        kept.append(mask)
        index += numbers.count
        continue
      }
      kept.append(isCode(words[index]) ? mask : words[index])
      index += 1
    }
    return kept.joined(separator: " ")
  }

  /// How many of the first words are a name; the longest counts.
  private static func nameLength(_ words: ArraySlice<String>, _ names: Set<String>) -> Int? {
    guard words.count >= 2 else { return nil }
    for length in stride(from: min(longestName, words.count), through: 2, by: -1)
    where names.contains(SearchFold.base(bare(words.prefix(length).joined(separator: " ")))) {
      return length
    }
    return nil
  }

  /// A word without what stands around it, such as a comma.
  private static func bare(_ word: String) -> String {
    let trimmed = word.drop { !$0.isLetter && !$0.isNumber }
    guard let end = trimmed.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return "" }
    return String(trimmed[...end])
  }

  /// A part of a number, such as one of `0912 345 678`.
  private static func isNumber(_ word: String) -> Bool {
    word.contains(where: \.isNumber) && !word.contains(where: \.isLetter)
  }

  private static func digits(_ word: String) -> Int { word.filter(\.isNumber).count }

  private static func isCode(_ word: String) -> Bool {
    let word = bare(word)
    return (try? RecordCode(parsing: word)) != nil || digits(word) >= shortestNumber
  }
}
