import CommandLine
import FieldWork
import Pages
import SyncProtocol
import Web

/// What nobody has looked at yet: visits, and pairs that may be one. Each number is that of a list and
/// leads to it.
struct OpenWork: Sendable {
  /// A number with the list that has exactly so many.
  struct Item: Sendable {
    /// The stable name that programs read.
    let key: String
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
    OpenWork(items.map { Item(key: $0.key, label: $0.label, count: $0.count, address: nil) })
  }

  /// Looks, as far as somebody's rights reach.
  ///
  /// - Parameter month: the days of the visits; nil for all.
  init(
    _ centre: Centre, in month: Period?, now: LocalDateTime, within reached: ReachedWork
  ) throws {
    let days = month.map { ["from": Format.date($0.from), "to": Format.date($0.to)] } ?? [:]
    let (visits, pairs, assists) = try centre.inspect { records in
      let found = try ReviewPages.find(days, centre, records, reached, now: now)
      let search = DuplicateSearch(nil, said: nil, unit: reached.unit)
      let pairs = try search.found(centre, records.reader, on: now.date, within: reached)
      return (
        try centre.reviewShelf.counts(found.query, records).total, pairs,
        // Where there are too many for whoever waits for a page, the list alone tells.
        try centre.assistPairShelf.open(records.reader, of: centre, within: reached)?.count
      )
    }
    let named = days.sorted { $0.key < $1.key }.map {
      NamedValues.Item(name: $0.key, value: $0.value)
    }
    let query = days.isEmpty ? "" : "?" + NamedValues(named).encoded
    items = [
      Item(
        key: Self.visitsKey, label: OpenWorkWords.visits, count: visits,
        address: ReviewPages.path + query),
      Item(
        key: "register-pairs", label: OpenWorkWords.pairs, count: pairs.count,
        address: DuplicatePages.path),
      Item(
        key: "assist-pairs", label: OpenWorkWords.assistPairs, count: assists,
        address: AssistPairPages.path),
    ]
  }

  /// Looks before a month is closed; of one unit at what is there, and whoever sees more has no list of
  /// that alone.
  static func before(
    closing month: Period, _ unit: String?, _ centre: Centre, now: LocalDateTime,
    within reached: ReachedWork
  ) throws -> OpenWork {
    guard reached.isEverything, let unit else {
      return try OpenWork(centre, in: month, now: now, within: reached)
    }
    let own = try centre.read { try ReachedWork(.unit(unit), $0, on: month.to) }
    return try OpenWork(centre, in: month, now: now, within: own).withoutWays
  }

  /// Visits that nobody has looked at; nil where the centre has not found out yet.
  var unseen: Int? { items.first { $0.key == Self.visitsKey }?.count }

  /// Pairs that may be one; nil likewise.
  var doubles: Int? {
    let pairs = items.filter { $0.key != Self.visitsKey }.map(\.count)
    return pairs.contains(nil) ? nil : pairs.compactMap(\.self).reduce(0, +)
  }

  private static let visitsKey = "visits"

  /// One line each for what there is.
  var lines: [BilingualText] {
    let open = items.filter { $0.count != 0 }
    guard !open.isEmpty else { return [] }
    let lines = open.map { item in
      BilingualText(
        vi: "- \(item.label.vietnamese): \(Self.text(of: item, .vietnamese))",
        en: "- \(item.label.english): \(Self.text(of: item, .english))")
    }
    return [OpenWorkWords.lead] + lines
  }

  /// The numbers, null where the centre has not found out yet.
  var json: JSONValue {
    .array(
      items.map { item -> JSONValue in
        let count: JSONValue = item.count.map { .integer(Int64($0)) } ?? .null
        return ["what": .text(item.key), "count": count]
      })
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
