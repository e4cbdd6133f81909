import SQLite
import SyncProtocol

/// A set of indicators as it holds from a day on: data, put together from measures.
package struct IndicatorSet: Sendable {
  /// A line of the set.
  package enum Item: Sendable {
    /// The heading of those that follow, with the most they earn together in hundredths of a point.
    case group(BilingualText, maximum: Int64?)
    /// An indicator.
    case indicator(Indicator)
  }

  /// Its code: 766.
  package let code: String
  /// Which edition it is; empty where nobody said.
  package let edition: String
  /// The first day.
  package let validFrom: LocalDate
  /// The decision that says so.
  package let source: BilingualText
  /// Its lines, in their order.
  package let items: [Item]
  /// Whether it came with the program.
  package let isShipped: Bool

  /// The indicators, in their order.
  package var indicators: [Indicator] {
    items.compactMap { if case .indicator(let indicator) = $0 { indicator } else { nil } }
  }
}

/// One indicator of a set, or a component of one.
package struct Indicator: Sendable {
  /// What makes a score of the counts, and what becomes of a denominator of zero.
  package enum Formula: String, CaseIterable, Sendable {
    /// A share; without a denominator it does not apply.
    case share
    /// A share; without a denominator it scores 0.
    case shareOrZero = "share-or-zero"
    /// A share; without a denominator it scores the maximum.
    case shareOrFull = "share-or-full"
    /// 1 less the shares of late dossiers and of dislike; without dossiers it scores 0.
    case satisfaction
    /// An average, which is shown and not scored.
    case average
    /// A number, which is shown and not scored.
    case number
  }

  /// Its code within the set: 3.3.
  package let code: String
  /// Its name.
  package let words: BilingualText
  /// The code of what is counted; the program may not know it.
  package let numerator: String
  /// The code of what it is divided by.
  package let denominator: String
  /// The rule; nil for one of a later version.
  package let formula: Formula?
  /// The rate that earns the maximum, in hundredths of a percent.
  package let threshold: Int64?
  /// The most it earns, in hundredths of a point.
  package let maximum: Int64?
  /// Whether communes are scored by it.
  package let isOfCommunes: Bool
  /// Whether provinces are.
  package let isOfProvinces: Bool
  /// Who has the official figure; nil where the set does not say.
  package let source: BilingualText?
  /// At which level they have it; nil where the set does not say.
  package let sourceLevel: GovernmentLevel?

  /// Who has the official figure and at which level; nil where the set says neither.
  package var sourceWords: BilingualText? {
    guard source != nil || sourceLevel != nil else { return nil }
    return BilingualText(
      vi: [source?.vietnamese, sourceLevel?.words.vietnamese].compactMap { $0 }
        .joined(separator: ", "),
      en: [source?.english, sourceLevel?.words.english].compactMap { $0 }.joined(separator: ", "))
  }

  /// How it is counted; nil where the program has no such measures.
  package var form: RateForm? {
    switch formula {
    case .satisfaction: return .satisfaction
    case .number: return Measure(named: numerator).map { .number($0) }
    case .average: return pair.map { .average($0, of: $1) }
    case .share, .shareOrZero, .shareOrFull: return pair.map { .share($0, of: $1) }
    case nil: return nil
    }
  }

  /// Whether its value is a share, which reads as a percentage.
  package var isShare: Bool {
    switch formula {
    case .share, .shareOrZero, .shareOrFull, .satisfaction: true
    case .average, .number, nil: false
    }
  }

  private var pair: (Measure, Measure)? {
    Measure(named: numerator).flatMap { part in
      Measure(named: denominator).map { (part, $0) }
    }
  }

  /// Whether a rate is made as this indicator is.
  package func isMade(as form: RateForm) -> Bool {
    self.form.map {
      $0.isShare == form.isShare && $0.measures.map(\.key) == form.measures.map(\.key)
    }
      ?? false
  }
}

extension IndicatorSet {
  /// The set that the program brings: Decision 766 of 2022.
  ///
  /// Its date, the five groups with 18, 20, 22, 22 and 18 of 100 points, of which the program shows
  /// online services and online payment (12 and 10) apart, and the maxima of 1.2, 2.1 and 5.4 agree
  /// with the decision as legal databases print and summarise it; the other maxima and the rates
  /// that earn them could not be held against its annexes, and a later edition is recorded as data.
  package static let shipped: IndicatorSet = {
    var head = (code: "", edition: "", from: LocalDate.earliest, source: BilingualText(same: ""))
    var items: [Item] = []
    ReferenceLines.forEach(IndicatorData.text) { fields in
      switch fields.letter(0) {
      case UInt8(ascii: "S"):
        head = (
          fields[1], fields[2], fields.date(3) ?? .latest,
          BilingualText(vi: fields[4], en: fields[5])
        )
      case UInt8(ascii: "G"):
        items.append(
          .group(
            BilingualText(vi: fields[1], en: fields[2]), maximum: fields.number(3).map(Int64.init)))
      default:
        items.append(
          .indicator(
            Indicator(
              code: fields[1], words: BilingualText(vi: fields[2], en: fields[3]),
              numerator: fields[4], denominator: fields[5],
              formula: Indicator.Formula(rawValue: fields[6]),
              threshold: fields.number(7).map(Int64.init),
              maximum: fields.number(8).map(Int64.init), isOfCommunes: fields[9].contains("C"),
              isOfProvinces: fields[9].contains("P"),
              source: BilingualText(vi: fields[10], en: fields[11]),
              sourceLevel: GovernmentLevel(letter: fields.letter(12)))))
      }
    }
    return IndicatorSet(
      code: head.code, edition: head.edition, validFrom: head.from, source: head.source,
      items: items, isShipped: true)
  }()
}

extension RecordReader {
  /// The set of a code as it holds on a day: the latest of the directory, else the one that the
  /// program brings. A set without indicators is not used: somebody is still writing it.
  /// - Throws: `FieldError.notFound`.
  package func indicatorSet(_ code: String, on day: LocalDate) throws -> IndicatorSet {
    let folded = SearchFold.base(String(code.prefix(64)))
    var filter = FormFilter()
    filter.values = []
    let sets = try formRecords(RecordForms.indicatorSet, filter, page: .all).filter { set in
      set[IndicatorSetTable.code]?.value?.text.map(SearchFold.base) == folded
        && Self.day(set, IndicatorSetTable.validFrom).map { $0 <= day } ?? false
    }.sorted {
      let left = Self.day($0, IndicatorSetTable.validFrom) ?? .earliest
      let right = Self.day($1, IndicatorSetTable.validFrom) ?? .earliest
      return left == right ? $0.header.id > $1.header.id : left > right
    }
    for record in sets {
      let set = try indicatorSet(of: record)
      if !set.indicators.isEmpty { return set }
    }
    let shipped = IndicatorSet.shipped
    guard SearchFold.base(shipped.code) == folded, shipped.validFrom <= day else {
      throw FieldError.notFound(String(code.prefix(64)))
    }
    return shipped
  }

  private static func day(_ record: FormRecord, _ field: FieldDefinition) -> LocalDate? {
    record[field]?.value?.integer.map { LocalDate(daysSince1970: Int(clamping: $0)) }
  }

  /// The set of a record. A line without counts and formula is the heading of those that follow.
  private func indicatorSet(of record: FormRecord) throws -> IndicatorSet {
    func text(_ record: FormRecord, _ field: FieldDefinition) -> String? {
      record[field]?.value?.text
    }
    let source = text(record, IndicatorSetTable.source)
    var filter = FormFilter()
    filter.values = [(IndicatorTable.set, .integer(record.header.id.rawValue))]
    let lines = try formRecords(RecordForms.indicator, filter, page: .all)
    let ordered = lines.sorted { left, right in
      let places = [left, right].map { $0[IndicatorTable.position]?.value?.integer ?? .max }
      return places[0] == places[1] ? left.header.id < right.header.id : places[0] < places[1]
    }
    let items = ordered.map { line -> IndicatorSet.Item in
      let name = text(line, IndicatorTable.name) ?? ""
      let words = BilingualText(vi: name, en: text(line, IndicatorTable.nameEnglish) ?? name)
      let maximum = line[IndicatorTable.maximumScore]?.value?.integer
      let numerator = text(line, IndicatorTable.numerator)
      let formula = text(line, IndicatorTable.formula)
      guard numerator != nil || formula != nil else { return .group(words, maximum: maximum) }
      return .indicator(
        Indicator(
          code: text(line, IndicatorTable.code) ?? "", words: words, numerator: numerator ?? "",
          denominator: text(line, IndicatorTable.denominator) ?? "",
          formula: Indicator.Formula(rawValue: formula ?? Indicator.Formula.share.rawValue),
          threshold: line[IndicatorTable.threshold]?.value?.integer, maximum: maximum,
          isOfCommunes: true, isOfProvinces: true,
          source: (text(line, IndicatorTable.source) ?? source).map(BilingualText.init(same:)),
          sourceLevel: GovernmentLevel(stored: line[IndicatorTable.level]?.value?.integer)))
    }
    return IndicatorSet(
      code: text(record, IndicatorSetTable.code) ?? "",
      edition: text(record, IndicatorSetTable.edition) ?? "",
      validFrom: Self.day(record, IndicatorSetTable.validFrom) ?? .earliest,
      source: BilingualText(same: source ?? ""), items: items, isShipped: false)
  }
}
