import CommandLine
import FieldWork

/// What the program can count, for whoever writes a set of indicators or a target.
package struct MeasureListing: Sendable {
  private let measures: ListPart<Measure>

  /// A part of the vocabulary.
  package init(_ page: ListPage) { measures = page.part(of: Measure.all) }

  /// Writes a table, or `--json`.
  package func write(to console: Console) {
    let language = console.language
    measures.write(
      to: console,
      Table(
        [
          .text(BilingualText(vi: "Mã", en: "Name")),
          .text(BilingualText(vi: "Đếm gì", en: "What it counts")),
        ], measures.elements.map { [$0.key, $0.words.text(in: language)] },
        empty: BilingualText(vi: "Không còn dòng nào.", en: "There are no more lines.")),
      json: "measures"
    ) { ["key": .text($0.key), "name": .text($0.words.text(in: language))] }
  }
}
