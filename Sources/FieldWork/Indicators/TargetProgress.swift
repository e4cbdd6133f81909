import SQLite
import SyncProtocol

/// A target with what was reached of it by a moment.
package struct TargetProgress: Sendable {
  /// The row of the target.
  package let id: RowID
  /// What is measured: a rate, an indicator of the set in use, or a measure.
  package let measure: String
  /// What people read for it.
  package let words: BilingualText
  /// Where it is to be reached.
  package let place: BilingualText
  /// For whom it is set.
  package let subject: Subject
  /// The days that count.
  package let period: Period
  /// The moment as of which it was counted.
  package let asOf: LocalDateTime
  /// A number; of a rate, hundredths of a percent.
  package let target: Int64
  /// How it is counted; nil for what the program cannot count.
  package let form: RateForm?
  /// What it is now.
  package let result: RateResult
  /// Whether it is reached; nil where nobody can tell.
  package let isReached: Bool?
  /// The score of the component that it belongs to, with the most that earns; nil without one.
  package let score: (points: Int64, of: Int64)?
  /// The question that it asks of the records; nil where nobody knows whom it is set for.
  package let query: CountQuery?

  /// For whom a target is set: a team, a hamlet or a unit, or everybody where there is none.
  package struct Subject: Hashable, Sendable {
    /// The team.
    package let team: RowID?
    /// The hamlet.
    package let hamlet: RowID?
    /// The national code of the unit.
    package let unit: String?
  }
}

extension RecordReader {
  /// The targets whose days have begun, the latest first.
  ///
  /// - Parameters:
  ///   - set: the code of the set of indicators whose components are scored.
  ///   - now: what is known of the present.
  ///   - keeps: which of them are counted at all.
  package func targets(
    _ set: String, now: LocalDateTime, calendar: WorkingCalendar? = nil,
    where keeps: (_ subject: TargetProgress.Subject, _ days: Period) throws -> Bool = { _, _ in true
    }
  ) throws -> [TargetProgress] {
    try formRecords(RecordForms.target, FormFilter(), page: .all).compactMap {
      try progress(of: $0, set, now: now, calendar, keeps)
    }.sorted { left, right in
      left.period.from == right.period.from
        ? left.id < right.id : left.period.from > right.period.from
    }
  }

  /// One target as of a moment; nil where there is none, or its days have not begun.
  package func target(
    _ id: RowID, _ set: String, now: LocalDateTime
  ) throws -> TargetProgress? {
    try formRecord(RecordForms.target, id).flatMap { record in
      record.isVoided ? nil : try progress(of: record, set, now: now, nil) { _, _ in true }
    }
  }

  private func progress(
    of record: FormRecord, _ set: String, now: LocalDateTime, _ calendar: WorkingCalendar?,
    _ keeps: (TargetProgress.Subject, Period) throws -> Bool
  ) throws -> TargetProgress? {
    func number(_ field: FieldDefinition) -> Int64? { record[field]?.value?.integer }
    func day(_ field: FieldDefinition) -> LocalDate? {
      number(field).map { LocalDate(daysSince1970: Int(clamping: $0)) }
    }
    guard let measure = record[TargetTable.measure]?.value?.text,
      let from = day(TargetTable.from), let to = day(TargetTable.to), from <= to,
      from <= now.date, let target = number(TargetTable.value)
    else { return nil }
    let subject = TargetProgress.Subject(
      team: number(TargetTable.team).flatMap(RowID.init(rawValue:)),
      hamlet: number(TargetTable.place).flatMap(RowID.init(rawValue:)),
      unit: record[TargetTable.unit]?.value?.text)
    var query = CountQuery(Self.period(from, to))
    guard try keeps(subject, query.period) else { return nil }
    var unknown: RateUnknown?
    do {
      try restrict(
        &query, unit: subject.unit, place: subject.hamlet, team: subject.team,
        on: min(to, now.date))
    } catch is FieldError {
      unknown = .filter([.unit])
    }
    let book = MeasureBook(query, self, now: now, calendar: calendar)
    let indicators = try? indicatorSet(set, on: book.asOf.date).indicators
    let rate = Rate(named: measure)
    let indicator = indicators?.first { indicator in
      indicator.code == measure || rate.map { indicator.isMade(as: $0.form) } ?? false
    }
    let form = rate?.form ?? indicator?.form ?? Measure(named: measure).map { .number($0) }
    let missing = indicator.map { RateUnknown.notRecorded(source: $0.source) } ?? .notCounted
    var result = RateResult.unknown(unknown ?? missing)
    if unknown == nil, let form { result = try book.value(of: form) }
    let score = indicator.flatMap { indicator in
      indicator.score(of: result).flatMap { points in
        indicator.maximum.map { (points: points, of: $0) }
      }
    }
    return TargetProgress(
      id: record.header.id, measure: measure,
      words: rate?.words ?? indicator?.words ?? Measure(named: measure)?.words
        ?? BilingualText(same: measure),
      place: try Self.place(of: record, self), subject: subject, period: query.period,
      asOf: book.asOf,
      target: target, form: form, result: result,
      isReached: form.flatMap { form in
        result.value.flatMap {
          Self.isReached($0, form, target, isBetterLow: rate?.isBetterLow ?? false)
        }
      },
      score: score, query: unknown == nil ? query : nil)
  }

  private static func period(_ from: LocalDate, _ to: LocalDate) -> Period {
    let named = Period.Kind.allCases.lazy.compactMap { Period($0, holding: from) }
      .first { $0.from == from && $0.to == to }
    return named ?? Period(kind: .custom, from: from, to: to)
  }

  private func restrict(
    _ query: inout CountQuery, unit: String?, place: RowID?, team: RowID?, on day: LocalDate
  ) throws {
    if let place {
      query.territory = try territory(ofHamlet: place, on: day)
    } else if let unit, Provinces.province(code: unit) == nil {
      // A province is all that its store holds.
      query.territory = try territory(ofUnit: unit, on: day)
    }
    if let team { query.filters[.team] = [.row(team)] }
  }

  private static func place(
    of record: FormRecord, _ reader: RecordReader
  ) throws -> BilingualText {
    for field in [TargetTable.team, TargetTable.place, TargetTable.unit] {
      guard let form = record.form.field(field.id),
        let words = try reader.words(of: form, in: record)
      else { continue }
      return words
    }
    return BilingualText(vi: "tất cả", en: "all")
  }

  private static func isReached(
    _ value: RateValue, _ form: RateForm, _ target: Int64, isBetterLow: Bool
  ) -> Bool? {
    let order: (left: Int128, right: Int128)
    if let ratio = value.ratio {
      let scale: Int128 = form.isShare ? 10_000 : 100
      order = (
        Int128(ratio.numerator) * scale, Int128(target) * Int128(ratio.denominator)
      )
    } else if value.denominator == nil {
      order = (Int128(value.numerator), Int128(target))
    } else {
      return nil
    }
    return isBetterLow ? order.left <= order.right : order.left >= order.right
  }
}
