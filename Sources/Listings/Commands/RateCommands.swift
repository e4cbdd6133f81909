import CommandLine
import FieldWork

/// `rates`: the rates that reports name, and the records behind one of them.
package struct RatesCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["rates"]
  /// What it does.
  package let abstract = BilingualText(
    vi: "các tỷ lệ của một kỳ, với tử số và mẫu số",
    en: "the rates of a period, each with what was divided by what")
  /// The period, the filters, and which rates.
  package let arguments =
    CountArguments.restricting + [
      .repeatedOption(
        "rate", "NAME",
        BilingualText(vi: "chỉ tỷ lệ này", en: "only this rate"), kind: RatesCommand.rateName),
      .option(
        "by", "NAME",
        BilingualText(
          vi: "chia theo: \(CountDimension.allCases.map(\.key).joined(separator: ", "))",
          en: "one of \(CountDimension.allCases.map(\.key).joined(separator: ", "))"),
        kind: .checked { text in
          CountDimension(named: text) == nil
            ? BilingualText(
              vi: "không rõ cách chia này; mỗi lần một cách",
              en: "unknown name; one at a time") : nil
        }),
      .option(
        "explain", "NAME",
        BilingualText(
          vi: "các bản ghi đằng sau tỷ lệ này", en: "the records behind this rate"),
        kind: RatesCommand.rateName),
      .flag(
        "public",
        BilingualText(
          vi: "che các số dưới \(SuppressedCount.standardThreshold), để công bố",
          en: "hide numbers under \(SuppressedCount.standardThreshold), for publishing")),
    ] + ListPage.arguments()

  private static let rateName = Argument.Kind.checked { text in
    Rate(named: text) == nil
      ? BilingualText(
        vi: "không rõ tỷ lệ này; có: \(Rate.all.map(\.key).joined(separator: ", "))",
        en: "unknown rate; there are \(Rate.all.map(\.key).joined(separator: ", "))")
      : nil
  }

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Counts the rates.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let page = ListPage(invocation)
    if let rate = invocation.text("explain").flatMap(Rate.init(named:)) {
      let (explanation, completeness) = try workplace.survey(invocation, console) { reader, now in
        let book = try RateArguments.book(invocation, reader, now)
        return (book.query.period, try RateExplanation(rate, book, page, reader))
      }
      explanation.write(to: console, completeness)
      return .done
    }
    let threshold = invocation.flag("public") ? SuppressedCount.standardThreshold : 0
    if let dimension = invocation.text("by").flatMap(CountDimension.init(named:)) {
      let (listing, completeness) = try workplace.survey(invocation, console) { reader, now in
        let book = try RateArguments.book(invocation, reader, now)
        return (
          book.query.period,
          try DividedRateListing(
            invocation.texts("rate"), by: dimension, book, now, page, threshold: threshold)
        )
      }
      listing.write(to: console, completeness)
      return .done
    }
    let (listing, completeness) = try workplace.survey(invocation, console) { reader, now in
      let book = try RateArguments.book(invocation, reader, now)
      return (
        book.query.period,
        try RateListing(invocation.texts("rate"), book, page, threshold: threshold)
      )
    }
    listing.write(to: console, completeness)
    return .done
  }
}

/// `indicators`: the score by component, the known total, and what is unknown and why.
package struct IndicatorsCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["indicators"]
  /// What it does.
  package let abstract = BilingualText(
    vi: "điểm theo bộ chỉ số, phần nào biết được từ sổ của tổ",
    en: "the scores of a set of indicators, as far as the teams' records know")
  /// The set, the period and the filters.
  package let arguments =
    CountArguments.restricting + [
      RateArguments.set,
      .option(
        "level", "CHOICE",
        BilingualText(vi: "cấp được chấm: commune, province", en: "who is scored"),
        kind: .choice(IndicatorScores.Level.allCases.map(\.rawValue))),
      .flag(
        "measures",
        BilingualText(
          vi: "những gì chương trình đếm được, để viết bộ chỉ số",
          en: "what the program can count, for writing a set")),
    ] + ListPage.arguments()

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Scores the set.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    if invocation.flag("measures") {
      MeasureListing(ListPage(invocation)).write(to: console)
      return .done
    }
    let level =
      invocation.text("level").flatMap(IndicatorScores.Level.init(rawValue:)) ?? .commune
    let (listing, completeness) = try workplace.survey(invocation, console) { reader, now in
      let book = try RateArguments.book(invocation, reader, now)
      let set = try reader.indicatorSet(RateArguments.set(invocation), on: book.asOf.date)
      return (book.query.period, try IndicatorListing(set, level, book, ListPage(invocation)))
    }
    listing.write(to: console, completeness)
    return .done
  }
}

/// `targets`: what was to be reached, and what is.
package struct TargetsCommand: Command {
  let workplace: any Workplace
  /// The words that call it.
  package let name = ["targets"]
  /// What it does.
  package let abstract = BilingualText(
    vi: "chỉ tiêu và kết quả đến nay", en: "targets against what has been reached")
  /// The set whose components are scored.
  package let arguments = [RateArguments.set] + ListPage.arguments()

  /// The command at a laptop or at the centre.
  package init(at workplace: any Workplace) { self.workplace = workplace }

  /// Lists the targets.
  package func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let (listing, completeness) = try workplace.survey(invocation, console) { reader, now in
      let targets = try reader.targets(RateArguments.set(invocation), now: now)
      let begun = targets.map(\.period.from).min() ?? now.date
      let period = try Period(from: begun, to: now.date)
      return (period, TargetListing(targets, ListPage(invocation)))
    }
    listing.write(to: console, completeness)
    return .done
  }
}

/// The options that the commands of rates share.
enum RateArguments {
  /// `--set`.
  static let set = Argument.option(
    "set", "CODE",
    BilingualText(
      vi: "bộ chỉ số (\(IndicatorSet.shipped.code))",
      en: "the set of indicators (\(IndicatorSet.shipped.code))"))

  /// The code of the set.
  static func set(_ invocation: Invocation) -> String {
    invocation.text("set") ?? IndicatorSet.shipped.code
  }

  /// A book about what the line asks for.
  static func book(
    _ invocation: Invocation, _ reader: RecordReader, _ now: LocalDateTime
  ) throws -> MeasureBook {
    let period = try CountArguments.period(invocation, today: now.date)
    return MeasureBook(
      try CountArguments.undividedQuery(invocation, period, reader), reader, now: now)
  }
}
