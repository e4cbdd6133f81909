import FieldWork
import Pages
import SyncProtocol
import Web

/// What people said of some records that cannot all be true: of two that they are not the same, though
/// both are said to be the same as others between them.
struct DuplicateContradictions {
  /// Records of one person that are looked through.
  private static let maximumRows = 200
  /// Contradictions that are told; one that is settled shows the next.
  private static let maximumShown = 5

  private let kind: DuplicateKind
  private let reader: RecordReader
  private let reached: ReachedWork
  /// The ends of what was said to be two, with the records that lead from one to the other.
  private let chains: [[RowID]]

  /// Finds those that the two records are part of.
  init(
    of one: RowID, _ other: RowID, _ kind: DuplicateKind, _ reader: RecordReader,
    _ reached: ReachedWork
  ) throws {
    self.kind = kind
    self.reader = reader
    self.reached = reached
    let persons = try reader.persons(kind.record)
    var chains: [[RowID]] = []
    for name in Set([persons.canonical(one), persons.canonical(other)]).sorted()
    where persons.isContradicted(name) {
      let rows = persons.rows(of: name)
      guard rows.count <= Self.maximumRows else { continue }
      let links = try Dictionary(
        rows.map { ($0, try reader.links(of: $0, kind.record)) },
        uniquingKeysWith: { first, _ in first })
      for row in rows {
        for link in links[row] ?? [] where !link.kind.joins && row < link.other {
          if let chain = Self.chain(from: row, to: link.other, links) { chains.append(chain) }
        }
      }
    }
    self.chains = chains
  }

  /// The shortest way over what is said to be one; nil where there is none.
  private static func chain(
    from start: RowID, to end: RowID, _ links: [RowID: [RowLink]]
  ) -> [RowID]? {
    var before: [RowID: RowID] = [start: start]
    var open = [start]
    while !open.isEmpty, before[end] == nil {
      var next: [RowID] = []
      for row in open {
        for link in links[row] ?? [] where link.kind.joins && before[link.other] == nil {
          before[link.other] = row
          next.append(link.other)
        }
      }
      open = next
    }
    var chain = [end]
    while let last = chain.last, last != start {
      guard let row = before[last] else { return nil }
      chain.append(row)
    }
    return chain.reversed()
  }

  /// Each with the ways to take back what was said; empty where everything said agrees.
  func html(_ language: Language) throws -> HTML {
    guard !chains.isEmpty else { return .empty }
    let told = try chains.prefix(Self.maximumShown).map { try line($0, language) }
    return element("div", ["class": "message warn", "role": "status"]) {
      element("p") {
        (kind == .resident ? DuplicateWords.disputedResidents : DuplicateWords.disputed)
          .text(in: language)
      }
      element("ul") {
        for line in told { element("li") { line } }
      }
    }
  }

  private func line(_ chain: [RowID], _ language: Language) throws -> HTML {
    let pairs = try zip(chain, chain.dropFirst()).map { try pair($0, $1, language) }
    guard let first = chain.first, let last = chain.last else { return .empty }
    let two = try pair(first, last, language)
    return HTML.group {
      DuplicateWords.said(false).text(in: language) + ": "
      two
      "; " + DuplicateWords.said(true).text(in: language) + ": "
      for (place, pair) in pairs.enumerated() {
        if place > 0 { ", " }
        pair
      }
    }
  }

  /// Two records by their codes, and where what was said of them is taken back; one beyond reach has
  /// neither.
  private func pair(_ one: RowID, _ other: RowID, _ language: Language) throws -> HTML {
    let table = kind.record.table
    let codes = try [one, other].map { row -> String? in
      guard let scope = try reader.scope(of: row, in: table), reached.holds(scope: scope) else {
        return nil
      }
      return try reader.codeText(of: row, in: table)
    }
    let text = codes.map { $0 ?? DuplicateWords.beyondReach.text(in: language) }
      .joined(separator: " – ")
    guard codes.allSatisfy({ $0 != nil }) else { return HTML.group { text } }
    return element("a", ["href": DuplicatePages.path(kind, one, other)]) { text }
  }
}
