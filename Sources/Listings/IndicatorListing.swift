import CommandLine
import FieldWork

/// The scores of a set of indicators, for people and programs.
package struct IndicatorListing: Sendable {
  private let heading: RateHeading
  private let scores: IndicatorScores
  private let page: ListPage

  /// Counts and scores a set, of which a part is shown; the totals are those of all of it.
  package init(
    _ set: IndicatorSet, _ level: IndicatorScores.Level, _ book: MeasureBook, _ page: ListPage
  ) throws {
    heading = RateHeading(book)
    scores = try IndicatorScores(set, level, book)
    self.page = page
  }

  /// Writes a table, or `--json`.
  package func write(to console: Console, _ completeness: Completeness) {
    let language = console.language
    let scores = completeness.isSilent ? scores.unheard : scores
    guard !console.isJSON else { return console.json(json(scores, completeness, language)) }
    heading.say(console, completeness)
    let set = scores.set
    console.say(
      BilingualText(
        vi: "Bộ chỉ số \(set.code) \(set.edition), từ \(Format.date(set.validFrom)): "
          + "\(set.source.vietnamese)",
        en: "Set \(set.code) \(set.edition), since \(Format.date(set.validFrom)): "
          + "\(set.source.english)"))
    func points(_ points: Int64?) -> String {
      points.map { Format.hundredths($0, language) } ?? ""
    }
    let items = page.part(of: scores.items)
    let rows = items.elements.map { item -> [String] in
      switch item {
      case .group(let words, let maximum):
        return ["", words.text(in: language), "", "", "", points(maximum), ""]
      case .line(let line):
        let words = RateWords(isShare: line.indicator.isShare, line.result, language)
        return [
          line.indicator.code, line.indicator.words.text(in: language), words.value,
          words.quotient,
          line.score.map { points($0) } ?? (line.result.value == nil ? "?" : "—"),
          points(line.indicator.maximum), line.note(language),
        ]
      }
    }
    console.table(
      [
        .text(BilingualText(vi: "Mã", en: "Code")),
        .text(BilingualText(vi: "Chỉ số", en: "Indicator")),
        .number(BilingualText(vi: "Giá trị", en: "Value")),
        .number(BilingualText(vi: "Tử/mẫu", en: "Of")),
        .number(BilingualText(vi: "Điểm", en: "Score")),
        .number(BilingualText(vi: "Tối đa", en: "Maximum")),
        .text(BilingualText(vi: "Ghi chú", en: "Note")),
      ], rows, empty: BilingualText(vi: "Bộ chỉ số trống.", en: "The set is empty."))
    if let words = items.words { console.say(words) }
    let unknown = scores.maximum - scores.knownMaximum
    console.say(
      BilingualText(
        vi: "Biết được \(points(scores.score)) trên \(points(scores.knownMaximum)) điểm; "
          + "\(points(unknown)) điểm chưa biết hoặc không chấm, trong tổng số "
          + "\(points(scores.maximum)).",
        en: "Known: \(points(scores.score)) of \(points(scores.knownMaximum)) points; "
          + "\(points(unknown)) are unknown or not scored, of \(points(scores.maximum)) in all."))
  }

  private static func json(_ figure: OfficialFigure, _ language: Language) -> JSONValue {
    [
      "id": .text("#\(figure.id.rawValue)"), "unit": .text(orNull: figure.unit),
      "numerator": .integer(figure.value.numerator),
      "denominator": .integer(orNull: figure.value.denominator),
      "level": .text(orNull: figure.level?.name), "supplier": .text(orNull: figure.supplier),
      "document": .text(orNull: figure.document),
      "document_date": .text(orNull: figure.documentDate?.iso),
      "missing": .array(figure.missing.map { .text($0.name) }),
      "words": .text(figure.words.text(in: language)),
    ]
  }

  private func json(
    _ scores: IndicatorScores, _ completeness: Completeness, _ language: Language
  ) -> JSONValue {
    let set = scores.set
    var group: BilingualText?
    var lines: [JSONValue] = []
    for item in scores.items {
      switch item {
      case .group(let words, _): group = words
      case .line(let line):
        lines.append(
          .object(
            [
              .init("code", .text(line.indicator.code)),
              .init("name", .text(line.indicator.words.text(in: language))),
              .init("group", .text(orNull: group?.text(in: language))),
              .init("numerator_measure", .text(line.indicator.numerator)),
              .init("denominator_measure", .text(line.indicator.denominator)),
              .init("score_hundredths", .integer(orNull: line.score)),
              .init("maximum_hundredths", .integer(orNull: line.indicator.maximum)),
              .init("threshold_hundredths", .integer(orNull: line.indicator.threshold)),
              .init("official_source", .text(orNull: line.indicator.source?.text(in: language))),
              .init("official_level", .text(orNull: line.indicator.sourceLevel?.name)),
              .init("is_official", .bool(line.isOfficial)),
              .init("official", line.figure.map { Self.json($0, language) } ?? .null),
            ] + RateWords(isShare: line.indicator.isShare, line.result, language).members))
      }
    }
    let part = page.part(of: lines)
    return part.json(
      after: heading.members(completeness) + [
        .init(
          "set",
          [
            "code": .text(set.code), "edition": .text(set.edition),
            "from": .text(set.validFrom.iso), "source": .text(set.source.text(in: language)),
            "shipped": .bool(set.isShipped),
          ]), .init("score_hundredths", .integer(scores.score)),
        .init("known_maximum_hundredths", .integer(scores.knownMaximum)),
        .init("maximum_hundredths", .integer(scores.maximum)),
      ], "indicators"
    ) { $0 }
  }
}

extension IndicatorScores.Line {
  /// What a reader must know beside a value: why it is unknown or whose it is, what the official
  /// figure says where the teams' own stands, and that nobody wrote down who has one.
  package func note(_ language: Language) -> String {
    var notes = [RateWords(isShare: indicator.isShare, result, language).note]
    if let figure {
      let said = figure.words.text(in: language)
      let value = RateWords(isShare: indicator.isShare, .known(figure.value), language).value
      notes.append(isOfficial ? said : "\(said): \(value)")
    } else if indicator.source == nil || indicator.sourceLevel == nil {
      notes.append(
        language.text(
          "bộ chỉ số chưa ghi nơi và cấp có số liệu", "the set names no source or level for it"))
    }
    return notes.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
