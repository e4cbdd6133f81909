import CommandLine
import FieldWork

/// Targets against what was reached, for people and programs.
package struct TargetListing: Sendable {
  private let targets: ListPart<TargetProgress>

  /// A part of the targets.
  package init(_ targets: [TargetProgress], _ page: ListPage) {
    self.targets = page.part(of: targets)
  }

  /// Writes a table, or `--json`.
  package func write(to console: Console, _ completeness: Completeness) {
    let language = console.language
    guard !console.isJSON else {
      return console.json(
        targets.json(after: completeness.members, "targets") { target in
          .object(
            [
              .init("measure", .text(target.measure)),
              .init("name", .text(target.words.text(in: language))),
              .init("place", .text(target.place.text(in: language))),
              .init("from", .text(target.period.from.iso)),
              .init("to", .text(target.period.to.iso)), .init("as_of", .text(target.asOf.iso)),
              .init("target", .integer(target.target)),
              .init("reached", target.isReached.map { .bool($0) } ?? .null),
              .init("score_hundredths", .integer(orNull: target.score?.points)),
              .init("maximum_hundredths", .integer(orNull: target.score?.of)),
            ] + RateWords(target.form, target.result, language).members)
        })
    }
    for words in completeness.lines { console.say(words) }
    console.table(
      [
        .text(BilingualText(vi: "Chỉ tiêu", en: "Target")),
        .text(BilingualText(vi: "Nơi", en: "Where")), .text(BilingualText(vi: "Kỳ", en: "Days")),
        .number(BilingualText(vi: "Phải đạt", en: "Aim")),
        .number(BilingualText(vi: "Đã đạt", en: "Actual")),
        .number(BilingualText(vi: "Tử/mẫu", en: "Of")),
        .text(BilingualText(vi: "Kết quả", en: "Result")),
        .number(BilingualText(vi: "Điểm", en: "Score")),
        .text(BilingualText(vi: "Ghi chú", en: "Note")),
      ],
      targets.elements.map { target in
        let words = RateWords(target.form, target.result, language)
        return [
          target.words.text(in: language), target.place.text(in: language),
          target.period.label(language), target.aim(language), words.value, words.quotient,
          target.verdict.text(in: language),
          target.score.map {
            "\(Format.hundredths($0.points, language))/\(Format.hundredths($0.of, language))"
          } ?? "", words.note,
        ]
      },
      empty: BilingualText(
        vi: "Chưa có chỉ tiêu nào đã bắt đầu.", en: "No target has begun yet."))
    if let words = targets.words { console.say(words) }
  }
}

extension TargetProgress {
  /// What was to be reached, as people read it.
  package func aim(_ language: Language) -> String {
    (form.map(TargetAim.init) ?? .number).text(target, language)
  }

  /// Whether it is reached, in words; while its days last it may still be.
  package var verdict: BilingualText {
    switch isReached {
    case true?: BilingualText(vi: "đạt", en: "reached")
    case false? where asOf.date <= period.to:
      BilingualText(vi: "chưa đạt, chưa hết kỳ", en: "not reached yet")
    case false?: BilingualText(vi: "chưa đạt", en: "not reached")
    case nil: BilingualText(vi: "chưa rõ", en: "not known")
    }
  }
}
