import FieldWork
import Web

/// What the address of a list asks for: its filters, its order and its page, so that a link to it
/// shows the same to somebody else.
package struct ListChoice: Sendable, Equatable {
  /// Rows of a page.
  package static let rowsPerPage = 50
  /// Bytes of a filter that are looked at.
  private static let maximumBytes = 200
  static let orderName = "order"
  /// The names that a list has in every address beside its filters.
  package static let names = [orderName, Pager.name]
  private static let descendingMark = "-"

  /// What is typed or chosen, by the name of the filter; only what is not empty.
  package private(set) var filters: [String: String]
  /// What was typed for a choice and is none, or may be several, by the name of the filter: it leaves
  /// nothing out and stays in the address.
  private(set) var unclear: [String: String] = [:]
  /// The column that rows are ordered by; nil for their own order.
  package let order: String?
  /// Whether the last comes first.
  package let isDescending: Bool
  /// The page, from 1.
  package let page: Int
  /// What the list is about, beside its filters: it stands in every address of the list.
  let subject: [NamedValues.Item]

  /// Reads a query; what it does not know is left alone.
  ///
  /// - Parameters:
  ///   - filters: the names of the filters.
  ///   - orders: the columns that rows can be ordered by.
  ///   - subject: what the list is about.
  package init(
    _ query: NamedValues, filters: [String], orders: [String], subject: [NamedValues.Item] = []
  ) {
    self.subject = subject
    var chosen: [String: String] = [:]
    for name in filters {
      guard let value = query[name], !value.isEmpty, value.utf8.count <= Self.maximumBytes else {
        continue
      }
      chosen[name] = value
    }
    self.filters = chosen
    let wanted = query[Self.orderName] ?? ""
    isDescending = wanted.hasPrefix(Self.descendingMark)
    let column = isDescending ? String(wanted.dropFirst()) : wanted
    order = orders.first { $0.utf8.elementsEqual(column.utf8) }
    page = Pager.number(in: query)
  }

  /// Puts a choice in the place of what was typed for it, where it means one.
  mutating func settle(_ name: String, _ meaning: (String) -> NamedChoices.Meaning) {
    guard let typed = filters[name] else { return }
    if case .one(let value) = meaning(typed) {
      filters[name] = value
    } else {
      filters[name] = nil
      unclear[name] = typed
    }
  }

  /// Rows before the page.
  package var offset: Int { (page - 1) * Self.rowsPerPage }

  /// The address of the same rows on another page.
  package func address(_ path: String, page: Int) -> String {
    path + Self.query(items() + Self.item(Pager.name, page > 1 ? "\(page)" : ""))
  }

  /// The address of the same rows elsewhere, such as in a file.
  package func address(_ path: String) -> String { path + Self.query(items()) }

  /// The address of the list with another value for a filter, from its first page.
  func address(_ path: String, _ name: String, _ value: String) -> String {
    address(path, setting: [name: value])
  }

  /// The address of the list with other values for some filters, from its first page; nil for none.
  package func address(_ path: String, setting changes: [String: String?]) -> String {
    var other = self
    for (name, value) in changes {
      other.unclear[name] = nil
      other.filters[name] = value
    }
    return other.address(path)
  }

  /// What stands in the address for the order; empty for the rows' own.
  var orderText: String { order.map { Self.orderText($0, isDescending: isDescending) } ?? "" }

  /// What stands in the address for an order by a column.
  static func orderText(_ column: String, isDescending: Bool) -> String {
    (isDescending ? descendingMark : "") + column
  }

  /// The address of the list without its filters and its order.
  func plainAddress(_ path: String) -> String { path + Self.query(subject) }

  /// What is asked for, as an address has it, but for some filters and the order; nil for everything.
  func asked(without names: Set<String>) -> String? {
    let items = items().filter { $0.name != Self.orderName && !names.contains($0.name) }
    return items.isEmpty ? nil : NamedValues(items).encoded
  }

  private func items() -> [NamedValues.Item] {
    subject
      + filters.merging(unclear) { known, _ in known }.sorted { $0.key < $1.key }
      .map { NamedValues.Item(name: $0.key, value: $0.value) }
      + Self.item(Self.orderName, orderText)
  }

  private static func item(_ name: String, _ value: String) -> [NamedValues.Item] {
    value.isEmpty ? [] : [NamedValues.Item(name: name, value: value)]
  }

  private static func query(_ items: [NamedValues.Item]) -> String {
    items.isEmpty ? "" : "?" + NamedValues(items).encoded
  }
}
