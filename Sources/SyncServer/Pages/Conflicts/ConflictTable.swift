import Documents
import FieldWork
import Pages
import Replica
import Web

/// The list of conflicts: its columns, its filters, and how a line looks.
struct ConflictTable: Sendable {
  private static let maximumCharacters = 120

  /// The lines that somebody may clear.
  let lines: [ConflictLine]
  /// The laptops that wrote them.
  let laptops: [FormField.Choice]
  /// What stands there where there is nothing.
  let empty: BilingualText
  let language: Language

  /// The list with its filters and orders.
  ///
  /// - Parameter isFile: whether a file is made of it, which holds no value: some are people's names.
  func pages(isFile: Bool = false) -> PageList<ConflictLine> {
    PageList(
      ConflictPages.path, CoordinatorWords.conflicts,
      columns: [
        .init(
          "record", ConflictWords.record, orderedBy: \.code, cell: { self.record($0) },
          value: { .text($0.code) }),
        .init(
          "field", ConflictWords.field, orderedBy: { $0.fieldWords.text(in: self.language) },
          value: { .text($0.fieldWords.text(in: self.language)) }),
      ]
        + (isFile
          ? []
          : [
            .init(
              "values", ConflictWords.values, cell: { self.values($0) }, value: { _ in .empty })
          ])
        + [
          .init(
            "place", ConflictWords.place, orderedBy: \.place,
            value: { $0.place.isEmpty ? .empty : .text($0.place) })
        ],
      filters: [
        .init("kind", ConflictWords.kind, Self.choices(lines) { ($0.kind, $0.kindWords) }) {
          $0.kind == $1
        },
        .init("field", ConflictWords.field, Self.choices(lines) { ($0.slug, $0.fieldWords) }) {
          $0.slug == $1
        },
        .init("laptop", ConflictWords.laptop, laptops) { line, value in
          UInt32(value).map { number in line.laptops.contains { $0.rawValue == number } } ?? false
        },
        .init("place", ConflictWords.place, places(of: lines)) { line, value in
          line.units.contains(value) || value == "scope-\(line.outline.scope.rawValue)"
        },
        .init("text", ConflictWords.text) { line, typed in
          let wanted = SearchFold.base(typed)
          return SearchFold.base(line.code).contains(wanted)
            || SearchFold.base(line.name ?? "").contains(wanted)
        },
      ], empty: empty,
      style: { $0.outline.hasDoubtfulTime ? "row-attention" : nil })
  }

  private static func choices(
    _ lines: [ConflictLine], _ choice: (ConflictLine) -> FormField.Choice
  ) -> [FormField.Choice] {
    var found: [String: BilingualText] = [:]
    for (value, words) in lines.map(choice) where found[value] == nil { found[value] = words }
    return found.map { (value: $0.key, words: $0.value) }.sorted {
      ($0.words.vietnamese, $0.value) < ($1.words.vietnamese, $1.value)
    }
  }

  /// Units where there is more than one, then hamlets.
  private func places(of lines: [ConflictLine]) -> [FormField.Choice] {
    let units = Set(lines.flatMap(\.units)).sorted().map { code in
      (value: code, words: BilingualText(same: Communes.commune(code: code)?.fullName ?? code))
    }
    let hamlets = Self.choices(lines.filter { !$0.place.isEmpty }) { line in
      ("scope-\(line.outline.scope.rawValue)", BilingualText(same: line.place))
    }
    return (units.count > 1 ? units : []) + hamlets
  }

  private func record(_ line: ConflictLine) -> HTML {
    HTML.group {
      element("a", ["href": line.address]) { line.code }
      element("span", ["class": "detail"]) {
        [CoordinatorWords.capitalised(line.kindWords).text(in: language), line.name]
          .compactMap(\.self).joined(separator: " · ")
      }
    }
  }

  private func values(_ line: ConflictLine) -> HTML {
    HTML.group {
      for choice in line.conflict?.choices ?? [] {
        element("div") {
          (choice.isShown ? StateMark.good : .neutral).html(
            Self.short(ConflictWords.value(choice, line.conflict).text(in: language)))
          element("span", ["class": "detail"]) {
            [
              choice.isShown ? ConflictWords.shown.text(in: language) : nil,
              ConflictWords.writers(of: choice, language),
            ].compactMap(\.self).joined(separator: " · ")
          }
        }
      }
    }
  }

  private static func short(_ text: String) -> String {
    text.count > maximumCharacters ? text.prefix(maximumCharacters) + "…" : text
  }
}
