/// An index in memory over names, phones, codes and addresses, searched on three levels.
///
/// All words of a query must occur in a document; the last may be the beginning of a word. Hits
/// with whole words come before hits by a beginning; then exact before toneless before base
/// letters; then words that stand side by side in one field; then the caller's precedence; then
/// shorter fields; then the smaller id. The order is the same on every run.
package struct SearchIndex: Sendable {
  /// One found document.
  package struct Hit: Equatable, Sendable {
    /// The id that the document was added with.
    package let id: Int64
    /// How the weakest word of the query was met.
    package let level: Level
    /// Whether the last word of the query was met by the beginning of a word only.
    package let isPrefix: Bool
  }

  /// How well a word was met; smaller is better.
  package enum Level: Int, Comparable, Sendable {
    case exact, toneless, base

    /// Better levels come first: exact, toneless, base.
    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// Queries are cut to this many words.
  package static let wordLimit = 12

  private var idByDocument: [Int64] = []
  private var documentByID: [Int64: Int32] = [:]
  private var precedence: [Int32] = []
  // Words of all documents behind one another; a field ends with `fieldEnd`.
  private var text: [UInt32] = []
  private var start: [Int] = [0]
  private var vocabulary = SearchVocabulary()
  private static let fieldEnd = UInt32.max

  /// An index without documents.
  package init() {}

  /// The number of documents.
  package var count: Int { documentByID.count }

  /// Adds a document, replacing an earlier one with the same id.
  ///
  /// Smaller `precedence` comes first among equally good hits. Numbers of seven digits or more are
  /// found by their last digits too (three or more).
  package mutating func add(id: Int64, fields: [String], precedence rank: Int32 = 0) {
    remove(id: id)
    let document = Int32(idByDocument.count)
    for field in fields {
      for word in SearchFold.words(field) {
        text.append(vocabulary.insert(word, in: document))
      }
      text.append(SearchIndex.fieldEnd)
    }
    start.append(text.count)
    idByDocument.append(id)
    precedence.append(rank)
    documentByID[id] = document
  }

  /// Removes a document; its words stay in the vocabulary.
  package mutating func remove(id: Int64) { documentByID[id] = nil }

  /// The best hits for `query`, at most `limit`; none for a query without words.
  package func search(_ query: String, limit: Int = 50) -> [Hit] {
    let words = SearchIndex.queryWords(query)
    guard !words.isEmpty, limit > 0 else { return [] }
    // scores[w][v]: how vocabulary word v meets query word w.
    var scores: [[UInt8]] = []
    var best = [UInt8](repeating: 0, count: idByDocument.count)
    for (index, word) in words.enumerated() {
      let matches = vocabulary.matches(word, allowsPrefix: index == words.count - 1)
      var score = [UInt8](repeating: .max, count: vocabulary.count)
      var met = [Bool](repeating: false, count: idByDocument.count)
      for (entry, quality) in matches {
        score[Int(entry)] = min(score[Int(entry)], quality)
        for document in vocabulary.documents(of: entry) { met[Int(document)] = true }
      }
      for document in met.indices where !met[document] { best[document] = .max }
      scores.append(score)
    }
    var found: [(rank: Rank, hit: Hit)] = []
    for document in best.indices where best[document] != .max {
      let id = idByDocument[document]
      guard documentByID[id] == Int32(document) else { continue }
      let rank = self.rank(document, scores)
      let level = Level(rawValue: Int(rank.quality % 6) / 2) ?? .base
      found.append((rank, Hit(id: id, level: level, isPrefix: rank.quality >= 6)))
    }
    found.sort { $0.rank < $1.rank }
    return found.prefix(limit).map(\.hit)
  }

  /// What hits are ordered by.
  private struct Rank: Comparable {
    var quality: UInt8
    var sum: Int
    var isApart: Bool
    var precedence: Int32
    var length: Int
    var id: Int64

    static func < (left: Rank, right: Rank) -> Bool {
      if left.quality != right.quality { return left.quality < right.quality }
      if left.isApart != right.isApart { return right.isApart }
      if left.sum != right.sum { return left.sum < right.sum }
      if left.precedence != right.precedence { return left.precedence < right.precedence }
      if left.length != right.length { return left.length < right.length }
      return left.id < right.id
    }
  }

  private func rank(_ document: Int, _ scores: [[UInt8]]) -> Rank {
    var bestByWord = [UInt8](repeating: .max, count: scores.count)
    var phrase: (quality: UInt8, length: Int)?
    var wordsOfDocument = 0
    var fieldStart = start[document]
    for end in start[document]..<start[document + 1] where text[end] == SearchIndex.fieldEnd {
      let field = text[fieldStart..<end]
      fieldStart = end + 1
      wordsOfDocument += field.count
      for entry in field {
        for word in scores.indices {
          bestByWord[word] = min(bestByWord[word], scores[word][Int(entry)])
        }
      }
      guard field.count >= scores.count else { continue }
      for first in field.startIndex...(field.endIndex - scores.count) {
        var worst: UInt8 = 0
        for word in scores.indices { worst = max(worst, scores[word][Int(field[first + word])]) }
        guard worst != .max else { continue }
        if phrase.map({ (worst, field.count) < ($0.quality, $0.length) }) ?? true {
          phrase = (worst, field.count)
        }
      }
    }
    let quality = bestByWord.max() ?? .max
    // Words side by side count only when that costs no quality.
    let side = phrase.flatMap { $0.quality == quality ? $0.length : nil }
    return Rank(
      quality: quality, sum: bestByWord.reduce(0) { $0 + Int($1) }, isApart: side == nil,
      precedence: precedence[document], length: side ?? wordsOfDocument, id: idByDocument[document])
  }

  /// The words of a query; digits typed in groups (0912 345 678) are one number.
  private static func queryWords(_ query: String) -> [SearchWord] {
    let words = SearchFold.words(String(query.prefix(400)))
    if words.count > 1, words.allSatisfy(\.isNumber) {
      let digits = words.flatMap(\.base)
      if (9...12).contains(digits.count) {
        return [SearchWord(exact: digits, toneless: digits, base: digits)]
      }
    }
    return Array(words.prefix(wordLimit))
  }
}
