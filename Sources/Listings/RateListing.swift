import CommandLine
import FieldWork

/// Rates of a question, for people and programs.
package struct RateListing: Sendable {
  private struct Line: Sendable {
    let rate: Rate
    let result: RateResult
  }

  private let heading: RateHeading
  private let lines: ListPart<Line>
  private let threshold: Int

  /// Counts the rates of some names, or all.
  ///
  /// - Parameter threshold: numbers from 1 up to below it are hidden.
  package init(
    _ keys: [String], _ book: MeasureBook, _ page: ListPage, threshold: Int
  ) throws {
    heading = RateHeading(book)
    self.threshold = threshold
    let rates = keys.isEmpty ? Rate.all : keys.compactMap(Rate.init(named:))
    let part = page.part(of: rates)
    // Only what is shown is counted.
    lines = ListPart(
      try part.elements.map { Line(rate: $0, result: try book.value(of: $0.form)) },
      of: part.total, offset: part.offset)
  }

  /// Writes a table, or `--json`.
  package func write(to console: Console, _ completeness: Completeness) {
    let language = console.language
    func words(_ line: Line) -> RateWords {
      RateWords(line.rate.form, line.result, threshold: threshold, language)
    }
    guard !console.isJSON else {
      return console.json(
        lines.json(after: heading.members(completeness), "rates") { line in
          .object(
            [
              .init("key", .text(line.rate.key)),
              .init("name", .text(line.rate.words.text(in: language))),
              .init("definition", .text(line.rate.definition.text(in: language))),
            ] + words(line).members)
        })
    }
    heading.say(console, completeness)
    console.table(
      [
        .text(BilingualText(vi: "Mã", en: "Name")), .text(BilingualText(vi: "Tỷ lệ", en: "Rate")),
        .number(BilingualText(vi: "Giá trị", en: "Value")),
        .number(BilingualText(vi: "Tử/mẫu", en: "Of")),
        .text(BilingualText(vi: "Ghi chú", en: "Note")),
      ],
      lines.elements.map { line in
        let words = words(line)
        return [
          line.rate.key, line.rate.words.text(in: language), words.value, words.quotient,
          words.note,
        ]
      }, empty: BilingualText(vi: "Không có tỷ lệ nào.", en: "There is no such rate."))
    if let words = lines.words { console.say(words) }
  }
}

/// The records behind a rate.
package struct RateExplanation: Sendable {
  private struct Line: Sendable {
    let code: String
    let place: MeasureLine.Place
    let note: BilingualText?
  }

  private let heading: RateHeading
  private let rate: Rate
  private let result: RateResult
  private let lines: ListPart<Line>

  /// Looks up the records of a rate: those that lower it first, then what nobody recorded.
  package init(
    _ rate: Rate, _ book: MeasureBook, _ page: ListPage, _ reader: RecordReader
  ) throws {
    heading = RateHeading(book)
    self.rate = rate
    result = try book.value(of: rate.form)
    let all = result.value == nil ? [] : try book.lines(of: rate.form)
    let ranked = all.enumerated().sorted {
      (Self.rank($0.element.place), $0.offset) < (Self.rank($1.element.place), $1.offset)
    }.map(\.element)
    let part = page.part(of: ranked)
    lines = ListPart(
      try part.elements.map {
        Line(code: try reader.code(of: $0.identity), place: $0.place, note: $0.note)
      }, of: part.total, offset: part.offset)
  }

  private static func rank(_ place: MeasureLine.Place) -> Int {
    switch place {
    case .counted(0, _): 0
    case .unrecorded: 1
    case .counted: 2
    case .outside: 3
    }
  }

  private static func name(_ place: MeasureLine.Place) -> String {
    switch place {
    case .counted(0, _): "counted-below"
    case .unrecorded: "not-recorded"
    case .counted: "counted"
    case .outside: "outside"
    }
  }

  private func words(_ place: MeasureLine.Place) -> BilingualText {
    switch place {
    case .counted(0, _): BilingualText(vi: "chỉ ở mẫu số", en: "only below the line")
    case .unrecorded: BilingualText(vi: "không ghi rõ", en: "not recorded")
    case .counted(let above, let below):
      rate.form.isShare && above == below
        ? BilingualText(vi: "được tính", en: "counts")
        : BilingualText(vi: "được tính: \(above)", en: "counts \(above)")
    case .outside: BilingualText(vi: "không thuộc", en: "not of it")
    }
  }

  /// Writes a table, or `--json`.
  package func write(to console: Console, _ completeness: Completeness) {
    let language = console.language
    let value = RateWords(rate.form, result, language)
    guard !console.isJSON else {
      let head =
        heading.members(completeness) + [
          .init("key", .text(rate.key)),
          .init("definition", .text(rate.definition.text(in: language))),
        ] + value.members
      return console.json(
        lines.json(after: head, "records") { line in
          var members: [JSONValue.Member] = [
            .init("code", .text(line.code)), .init("state", .text(Self.name(line.place))),
            .init("note", .text(orNull: line.note?.text(in: language))),
          ]
          if case .counted(let above, let below) = line.place {
            members += [
              .init("above", .integer(Int64(above))), .init("below", .integer(Int64(below))),
            ]
          }
          return .object(members)
        })
    }
    heading.say(console, completeness)
    console.write(
      "\(rate.words.text(in: language)): "
        + [value.value, value.quotient, value.note].filter { !$0.isEmpty }.joined(separator: " · ")
        + "\n\(rate.definition.text(in: language))\n")
    console.table(
      [
        .text(BilingualText(vi: "Bản ghi", en: "Record")),
        .text(BilingualText(vi: "Cách tính", en: "How it counts")),
        .text(BilingualText(vi: "Ghi chú", en: "Note")),
      ],
      lines.elements.map {
        [$0.code, words($0.place).text(in: language), $0.note?.text(in: language) ?? ""]
      }, empty: BilingualText(vi: "Không có bản ghi nào.", en: "There are no such records."))
    if let words = lines.words { console.say(words) }
  }
}
