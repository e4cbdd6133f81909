import FieldWork
import Pages
import Web

/// A table of a page that has several, shown part by part: which part stands in the address under the
/// table's own name, so that nothing is left out without a word.
struct PartOfPage {
  /// Lines of a part.
  static let length = 50

  private let name: String
  private let path: String
  private let pager: Pager

  /// - Parameters:
  ///   - name: of the table, which is also the place of its panel on the page.
  ///   - total: how many lines it has in all.
  init(_ name: String, of total: Int, _ request: PageRequest) {
    self.name = name
    path = request.http.path
    let number = request.http.query[name].flatMap { Int($0) } ?? 1
    pager = Pager(number: max(1, min(number, total)), length: Self.length, total: total).withinList
  }

  /// The lines that are shown.
  var range: Range<Int> { pager.range }

  /// The ways to the other parts; nothing where one shows all.
  func html(_ language: Language) -> HTML {
    pager.html(language) { number in
      "\(path)?\(NamedValues([NamedValues.Item(name: name, value: "\(number)")]).encoded)#\(name)"
    }
  }
}
