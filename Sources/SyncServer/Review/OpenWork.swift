import FieldWork
import Pages
import SyncProtocol
import Web

/// What nobody has looked at yet: visits, and pairs that may be one. Each number is that of a list and
/// leads to it.
struct OpenWork: Sendable {
  /// A number with the list that has exactly so many.
  struct Item: Sendable {
    /// What is counted.
    let label: BilingualText
    /// How many; nil where the centre has not found out yet.
    let count: Int?
    /// Nil where no list has just these.
    let address: String?
  }

  let items: [Item]

  private init(_ items: [Item]) { self.items = items }

  /// The same numbers where no list has just these.
  var withoutWays: OpenWork {
    OpenWork(items.map { Item(label: $0.label, count: $0.count, address: nil) })
  }

  /// Looks, as far as somebody's rights reach.
  ///
  /// - Parameters:
  ///   - month: the days of the visits; nil for all.
  ///   - hasAssists: whether assists are looked through as well; where there are too many for whoever
  ///     waits for a page, the list alone tells.
  init(
    _ request: PageRequest, in month: Period?, hasAssists: Bool, within reached: ReachedWork
  ) throws {
    let days = month.map { ["from": Format.date($0.from), "to": Format.date($0.to)] } ?? [:]
    let (visits, pairs, assists) = try request.centre.inspect { records in
      let found = try ReviewPages.find(
        days, request.centre, records, reached, now: request.now)
      let search = DuplicateSearch(nil, said: nil, unit: reached.unit)
      let pairs = try search.found(
        request.centre, records.reader, on: request.today, within: reached)
      let isLarge = try records.reader.hasMoreVisits(than: FlagShelf.foundAtOnce)
      return (
        try request.centre.reviewShelf.counts(found.query, records).total, pairs,
        hasAssists && !isLarge
          ? try request.centre.assistPairShelf.count(records.reader, within: reached) : nil
      )
    }
    let named = days.sorted { $0.key < $1.key }.map {
      NamedValues.Item(name: $0.key, value: $0.value)
    }
    let query = days.isEmpty ? "" : "?" + NamedValues(named).encoded
    var items = [
      Item(label: OpenWorkWords.visits, count: visits, address: ReviewPages.path + query),
      Item(label: OpenWorkWords.pairs, count: pairs.count, address: DuplicatePages.path),
    ]
    if hasAssists {
      items.append(
        Item(label: OpenWorkWords.assistPairs, count: assists, address: AssistPairPages.path))
    }
    self.items = items
  }

  /// One line each for what there is, with the way to it.
  func html(_ language: Language) -> HTML {
    let open = items.filter { $0.count != 0 }
    guard !open.isEmpty else { return .empty }
    return HTML.group {
      element("p") { OpenWorkWords.lead.text(in: language) }
      element("ul", ["class": "plain"]) {
        for item in open {
          element("li") {
            element("span", ["class": "mark mark-neutral"]) {
              StateMark.neutral.shape
              let words = "\(item.label.text(in: language)): \(Self.text(of: item, language))"
              if let address = item.address {
                element("a", ["href": address]) { words }
              } else {
                words
              }
            }
          }
        }
      }
    }
  }

  /// The same as figures side by side.
  func figures(_ language: Language) -> [PageFigure] {
    items.map { item in
      PageFigure(
        item.label, Self.text(of: item, language), address: item.count == 0 ? nil : item.address)
    }
  }

  private static func text(of item: Item, _ language: Language) -> String {
    item.count.map { Format.integer(Int64($0), language) }
      ?? OpenWorkWords.unknown.text(in: language)
  }
}

extension DuplicateSearch.Found {
  /// How many pairs there are; nil where nobody knows yet.
  fileprivate var count: Int? {
    switch self {
    case .lines(let lines, _): lines.count
    case .none: nil
    }
  }
}

/// The words of what nobody has looked at.
enum OpenWorkWords {
  static let visits = BilingualText(vi: "Lượt thăm chưa xem xét", en: "Visits not yet looked at")
  static let pairs = BilingualText(
    vi: "Cặp người, hộ có thể trùng", en: "Residents and households that may be one")
  static let assistPairs = BilingualText(
    vi: "Cặp lượt hỗ trợ có thể trùng", en: "Assists that may be one")
  static let unknown = BilingualText(vi: "xem danh sách", en: "see the list")
  static let lead = BilingualText(
    vi: "Chưa ai xem; vẫn chốt được, nhưng xem sau có thể làm số liệu đổi:",
    en: "Nobody has looked at these; the month may be closed, and looking later may change its "
      + "numbers:")
}

/// How many assists may be written down twice: finding them goes through all of them.
final class AssistPairShelf: Sendable {
  private struct Question: Hashable {
    let scopes: [ScopeID]?
    let rulings: [AssistCouple: AssistRuling.Kind]
  }

  private let shelf = Shelf<Question, Int>(maximumCount: 16)

  /// The number of the list.
  func count(_ reader: RecordReader, within reached: ReachedWork) throws -> Int {
    let question = Question(
      scopes: reached.scopes,
      rulings: try AssistRulingBook(reader.connection).standing().mapValues(\.kind))
    return try shelf.value(for: question, reader) {
      try AssistPairLine.gather(reader, said: nil, within: reached).count
    }
  }
}
