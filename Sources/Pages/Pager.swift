import FieldWork
import Web

/// Which part of a long list a page shows, and the ways to the parts beside it.
package struct Pager {
  /// What stands in the address for the part.
  package static let name = "page"
  /// More parts than any list has.
  private static let greatest = 1_000_000

  /// The part that is shown, from 1.
  package let number: Int
  /// Lines of a part.
  package let length: Int
  /// How many lines there are; nil where nobody counted them.
  private let total: Int?
  private let hasNext: Bool

  /// Of a list whose lines are counted.
  package init(number: Int, length: Int, total: Int) {
    self.number = max(1, number)
    self.length = max(1, length)
    self.total = max(0, total)
    hasNext = self.number < (total + self.length - 1) / self.length
  }

  /// Of a list of which is known only whether it goes on.
  package init(number: Int, length: Int, hasNext: Bool) {
    self.number = max(1, number)
    self.length = max(1, length)
    total = nil
    self.hasNext = hasNext
  }

  /// The part that an address asks for, from 1.
  package static func number(in query: NamedValues) -> Int {
    max(1, min(query[name].flatMap { Int($0) } ?? 1, greatest))
  }

  /// The same list at its last part where this one lies behind it.
  package var withinList: Pager {
    guard let total, let count else { return self }
    return Pager(number: min(number, count), length: length, total: total)
  }

  /// How many parts there are; nil where nobody counted.
  private var count: Int? { total.map { max(1, ($0 + length - 1) / length) } }

  /// The lines that are shown, among all; nothing behind the last.
  package var range: Range<Int> {
    let end = total ?? number * length
    return min((number - 1) * length, end)..<min(number * length, end)
  }

  /// The ways; nothing where one page shows all.
  ///
  /// - Parameter address: where a part is shown.
  package func html(_ language: Language, _ address: (Int) -> String) -> HTML {
    guard number > 1 || hasNext else { return .empty }
    return element("nav", ["class": "pager", "aria-label": ListWords.pages.text(in: language)]) {
      if number > 1 {
        element("a", ["href": address(min(number - 1, count ?? number))]) {
          ListWords.before.text(in: language)
        }
      }
      element("span") { words.text(in: language) }
      if hasNext {
        element("a", ["href": address(number + 1)]) { ListWords.next.text(in: language) }
      }
    }
  }

  private var words: BilingualText {
    guard let total, let count else { return ListWords.page(number) }
    let page = ListWords.page(number, of: count)
    return range.isEmpty
      ? page : page + ListWords.lines(range.lowerBound + 1, range.upperBound, of: total)
  }
}
