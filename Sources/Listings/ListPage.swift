import CommandLine
import FieldWork

/// Which part of a listing a line asks for: one mechanism for both programs, so that nothing is
/// left out without a word.
package struct ListPage: Sendable {
  /// Lines of a listing unless the line says otherwise.
  package static let standardLimit = 200
  /// Lines of a search unless the line says otherwise: the best ones come first.
  package static let searchLimit = 20

  /// At most so many lines.
  package let limit: Int
  /// After so many.
  package let offset: Int

  /// `--limit` and `--offset`, with the limit that holds when none is typed.
  package static func arguments(limit: Int = standardLimit) -> [Argument] {
    [
      .option(
        "limit", "N",
        BilingualText(vi: "nhiều nhất N dòng (\(limit))", en: "at most N lines (\(limit))"),
        kind: .integer(1...10_000_000)),
      .option(
        "offset", "N", BilingualText(vi: "bỏ qua N dòng đầu", en: "skip the first N lines"),
        kind: .integer(0...10_000_000)),
    ]
  }

  /// Reads what `arguments` declared.
  package init(_ invocation: Invocation, limit: Int = standardLimit) {
    self.limit = Int(invocation.integer("limit") ?? Int64(limit))
    offset = Int(invocation.integer("offset") ?? 0)
  }

  /// The same for the records of a store.
  package var records: RecordPage { RecordPage(limit: limit, offset: offset) }

  /// The part of a list that is here as a whole.
  package func part<Element>(of elements: [Element]) -> ListPart<Element> {
    ListPart(Array(elements.dropFirst(offset).prefix(limit)), of: elements.count, offset: offset)
  }

  /// A part that a store read.
  package func part<Element>(_ elements: [Element], of total: Int) -> ListPart<Element> {
    ListPart(elements, of: total, offset: offset)
  }
}

/// Some elements of a list, with how many there are in all.
package struct ListPart<Element> {
  /// The elements.
  package let elements: [Element]
  /// How many there are in all.
  package let total: Int
  /// How many come before these.
  package let offset: Int

  /// A part of a list of so many elements, of which some come before.
  package init(_ elements: [Element], of total: Int, offset: Int) {
    self.elements = elements
    self.total = total
    self.offset = offset
  }

  /// How to see the rest; nil when everything is here.
  package var words: BilingualText? {
    guard elements.count < total else { return nil }
    let last = offset + elements.count
    if elements.isEmpty {
      return BilingualText(
        vi: "Danh sách chỉ có \(total) dòng; xem từ đầu: bỏ --offset.",
        en: "The list has \(total) lines only; leave out --offset to see it from its beginning.")
    }
    let next =
      last < total
      ? BilingualText(
        vi: "Xem tiếp: --offset \(last). ", en: "Go on with --offset \(last), or see ")
      : BilingualText(vi: "", en: "See ")
    return BilingualText(
      vi: "Dòng \(offset + 1)–\(last) trong \(total). \(next.vietnamese)Xem hết: --limit \(total).",
      en: "Lines \(offset + 1)–\(last) of \(total). \(next.english)all with --limit \(total).")
  }

  /// The elements under a name of theirs, with the total.
  package func json(_ name: String, _ value: (Element) throws -> JSONValue) rethrows -> JSONValue {
    [
      "total": .integer(Int64(total)), "offset": .integer(Int64(offset)),
      name: .array(try elements.map(value)),
    ]
  }

  /// Writes the listing: a table and how to see the rest, or the same for programs.
  package func write(
    to console: Console, _ table: @autoclosure () throws -> Table, json name: String,
    _ value: (Element) throws -> JSONValue
  ) rethrows {
    guard !console.isJSON else { return console.json(try json(name, value)) }
    console.write(try table().text(in: console.language))
    if let words { console.say(words) }
  }
}

extension ListPart: Sendable where Element: Sendable {}
