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
    let pieces = Self.pieces(typed)
    let joined = Set(names.filter { $0.contains(" ") }.map { $0.filter { $0 != " " } })
    var kept = ""
    var index = 0
    while index < pieces.count {
      let end =
        Self.nameEnd(pieces, from: index, joined) ?? Self.codeEnd(pieces, from: index)
        ?? Self.numberEnd(pieces, from: index)
      kept += end == nil ? String(pieces[index].text) : Self.mask
      index = end ?? index + 1
    }
    text = kept
  }

  /// Letters and digits that stand together, or what stands between two such words.
  private struct Piece {
    let text: Substring
    let isWord: Bool
    var digits: Int { text.count(where: \.isNumber) }
    var isBreak: Bool { !isWord && text.contains(where: \.isWhitespace) }
  }

  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let first = rest.first {
      let isWord = first.isLetter || first.isNumber
      let run = rest.prefix { ($0.isLetter || $0.isNumber) == isWord }
      pieces.append(Piece(text: run, isWord: isWord))
      rest = rest[run.endIndex...]
    }
    return pieces
  }

  /// Where a name ends that begins here, whatever stands between its words; the longest counts.
  private static func nameEnd(_ pieces: [Piece], from start: Int, _ names: Set<String>) -> Int? {
    var name = ""
    var end: Int?
    var words = 0
    for index in start..<pieces.count where pieces[index].isWord {
      guard pieces[start].isWord, words < longestName else { break }
      name += SearchFold.base(String(pieces[index].text))
      words += 1
      if names.contains(name) { end = index + 1 }
    }
    return end
  }

  /// Where a code of a record or a dossier ends that begins here: up to the next blank.
  private static func codeEnd(_ pieces: [Piece], from start: Int) -> Int? {
    guard pieces[start].isWord, start == 0 || pieces[start - 1].isBreak || !pieces[start - 1].isWord
    else { return nil }
    var end = pieces[start...].firstIndex(where: \.isBreak) ?? pieces.count
    while end > start + 1, !pieces[end - 1].isWord { end -= 1 }
    let code = pieces[start..<end].map(\.text).joined()
    let digits = pieces[start..<end].reduce(0) { $0 + $1.digits }
    return digits >= shortestNumber || (try? RecordCode(parsing: code)) != nil ? end : nil
  }

  /// Where a number ends that is written in several parts, such as `0912 345 678`.
  private static func numberEnd(_ pieces: [Piece], from start: Int) -> Int? {
    var digits = 0
    var end = start
    for index in start..<pieces.count where pieces[index].isWord {
      guard pieces[start].isWord, pieces[index].digits == pieces[index].text.count else { break }
      digits += pieces[index].digits
      end = index + 1
    }
    return digits >= shortestNumber ? end : nil
  }
}
