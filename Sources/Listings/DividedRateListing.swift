import CommandLine
import FieldWork
import SyncProtocol

/// Rates of each part of a question, for people and programs.
struct DividedRateListing: Sendable {
  private struct Line: Sendable {
    let rate: Rate
    let text: String?
    let words: BilingualText
    let result: RateResult
  }

  private let dimension: CountDimension
  private let heading: RateHeading
  private let lines: ListPart<Line>
  /// Rates whose records do not have the dimension.
  private let undivided: [(rate: Rate, why: RateUnknown)]
  private let threshold: Int

  /// Counts the rates of some names, or all, part by part.
  ///
  /// - Parameter threshold: numbers from 1 up to below it are hidden.
  init(
    _ keys: [String], by dimension: CountDimension, _ book: MeasureBook, _ now: LocalDateTime,
    _ page: ListPage, threshold: Int
  ) throws {
    self.dimension = dimension
    self.threshold = threshold
    heading = RateHeading(book)
    let groups = try book.groups(by: dimension, now: now)
    var lines: [Line] = []
    var undivided: [(rate: Rate, why: RateUnknown)] = []
    for rate in keys.isEmpty ? Rate.all : keys.compactMap(Rate.init(named:)) {
      for group in groups {
        let result = try group.book.value(of: rate.form)
        if case .unknown(.filter(let missing)) = result, missing.contains(dimension) {
          undivided.append((rate, .filter([dimension])))
          break
        }
        // A part of which nothing is recorded is none.
        if let value = result.value, value.numerator == 0, (value.denominator ?? 0) == 0,
          value.unrecorded == 0
        {
          continue
        }
        lines.append(
          Line(
            rate: rate, text: group.key.text(along: dimension), words: group.words, result: result))
      }
    }
    self.undivided = undivided
    self.lines = page.part(of: lines)
  }

  /// Writes a table, or `--json`.
  func write(to console: Console, _ completeness: Completeness) {
    let language = console.language
    func words(_ line: Line) -> RateWords {
      RateWords(line.rate.form, line.result, threshold: threshold, language)
    }
    guard !console.isJSON else {
      let head =
        heading.members(completeness) + [
          .init("by", .text(dimension.key)),
          .init(
            "undivided",
            .array(
              undivided.map {
                ["key": .text($0.rate.key), "words": .text($0.why.words.text(in: language))]
              })),
        ]
      return console.json(
        lines.json(after: head, "rates") { line in
          .object(
            [
              .init("key", .text(line.rate.key)),
              .init("name", .text(line.rate.words.text(in: language))),
              .init("definition", .text(line.rate.definition.text(in: language))),
              .init(dimension.key, .text(orNull: line.text)),
              .init("\(dimension.key)_name", .text(line.words.text(in: language))),
            ] + words(line).members)
        })
    }
    heading.say(console, completeness)
    console.table(
      [
        .text(BilingualText(vi: "Mã", en: "Name")), .text(BilingualText(vi: "Tỷ lệ", en: "Rate")),
        .text(dimension.words), .number(BilingualText(vi: "Giá trị", en: "Value")),
        .number(BilingualText(vi: "Tử/mẫu", en: "Of")),
        .text(BilingualText(vi: "Ghi chú", en: "Note")),
      ],
      lines.elements.map { line in
        let words = words(line)
        return [
          line.rate.key, line.rate.words.text(in: language), line.words.text(in: language),
          words.value, words.quotient, words.note,
        ]
      },
      empty: BilingualText(
        vi: "Không có gì được ghi để chia.", en: "Nothing is recorded that could be divided."))
    if let words = lines.words { console.say(words) }
    if let first = undivided.first {
      let names = undivided.map(\.rate.key).joined(separator: ", ")
      console.say(
        BilingualText(
          vi: "\(first.why.words.vietnamese): \(names).",
          en: "\(names): \(first.why.words.english).")
      )
    }
  }
}
