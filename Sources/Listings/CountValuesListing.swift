import CommandLine
import FieldWork

/// Which values a count can be asked for along a dimension.
package struct CountValuesListing: Sendable {
  private let dimension: CountDimension
  private let values: [(text: String, words: BilingualText)]

  /// Reads the values of the line's `--values`; nil without it.
  package init?(_ invocation: Invocation, _ period: Period, _ reader: RecordReader) throws {
    guard let dimension = invocation.text("values").flatMap(CountDimension.init(named:)) else {
      return nil
    }
    self.dimension = dimension
    let frame = CountFrame(
      places: try invocation.text("as-of").map { try Format.parseDate($0) } ?? period.to,
      cutOff: period.cutOff)
    let labels = CountLabels(reader, frame)
    values = try reader.countKeys(along: dimension, frame).map { key in
      (try reader.typed(key, along: dimension), try labels.words(of: key, along: dimension))
    }
  }

  /// Writes a table, or `--json`.
  package func write(to console: Console) {
    let language = console.language
    if console.isJSON {
      return console.json([
        "dimension": .text(dimension.key),
        "values": .array(
          values.map {
            ["value": .text($0.text), "name": .text($0.words.text(in: language))]
          }),
      ])
    }
    console.table(
      [.text(BilingualText(vi: "Giá trị", en: "Value")), .text(dimension.words)],
      values.map { [$0.text, $0.words.text(in: language)] },
      empty: BilingualText(vi: "Chưa có giá trị nào.", en: "There are no values yet."))
  }
}
