/// What a rate is, or why nobody here can tell.
package enum RateResult: Hashable, Sendable {
  /// Counted from records.
  case known(RateValue)
  /// It cannot be counted; never 0.
  case unknown(RateUnknown)

  /// The value; nil where it is unknown.
  package var value: RateValue? { if case .known(let value) = self { value } else { nil } }

  /// The same where nobody who could tell has reported: nothing counted is then unknown, not 0.
  package func unheard(_ form: RateForm) -> RateResult {
    guard case .known(let value) = self, value.numerator == 0, form.restsOnReports else {
      return self
    }
    return .unknown(.notReported)
  }
}

/// A counted rate: what was counted, divided by what, and what nobody recorded.
package struct RateValue: Hashable, Sendable {
  /// What was counted, or the sum of an average.
  package let numerator: Int64
  /// What it is divided by; nil for a number.
  package let denominator: Int64?
  /// Records that are in neither, since what decides about them was not recorded.
  package let unrecorded: Int

  /// Gathers the three.
  package init(_ numerator: Int64, of denominator: Int64?, unrecorded: Int) {
    self.numerator = numerator
    self.denominator = denominator
    self.unrecorded = unrecorded
  }

  /// The quotient; nil for a number, and where there is nothing to divide by.
  package var ratio: Ratio? { denominator.flatMap { Ratio(numerator, of: $0) } }
}

/// Why a rate is unknown.
package enum RateUnknown: Hashable, Sendable {
  /// The records of teams do not hold it; who has the figure.
  case notRecorded(source: BilingualText?)
  /// The records do not have what the question filters by.
  case filter([CountDimension])
  /// No procedure is on file as of the day.
  case noCatalogue(LocalDate)
  /// The program has no such measure, though it may have had.
  case notCounted
  /// The two measures are not of one kind of record.
  case mismatch
  /// Nobody was asked, so that nobody can be satisfied.
  case noRatings
  /// No laptop that could tell has reported.
  case notReported

  /// The stable name.
  package var name: String {
    switch self {
    case .notRecorded: "not-recorded"
    case .notCounted: "not-counted"
    case .filter: "filter"
    case .noCatalogue: "no-catalogue"
    case .mismatch: "mismatch"
    case .noRatings: "no-ratings"
    case .notReported: "not-reported"
    }
  }

  /// What people read.
  package var words: BilingualText {
    switch self {
    case .notRecorded(let source):
      if let source {
        BilingualText(
          vi: "sổ của tổ không ghi; nguồn: \(source.vietnamese)",
          en: "teams do not record it; source: \(source.english)")
      } else {
        BilingualText(vi: "sổ của tổ không ghi", en: "teams do not record it")
      }
    case .notCounted:
      BilingualText(
        vi: "chương trình không đếm gì mang tên này; xem: indicators --measures",
        en: "the program counts nothing of that name; see: indicators --measures")
    case .filter(let dimensions):
      BilingualText(
        vi: "không tách được theo: \(dimensions.map(\.words.vietnamese).joined(separator: ", "))",
        en: "cannot be told by: \(dimensions.map(\.words.english).joined(separator: ", "))")
    case .noCatalogue(let day):
      BilingualText(
        vi: "chưa có danh mục thủ tục cho ngày \(Format.date(day))",
        en: "no catalogue of procedures is on file for \(Format.date(day))")
    case .mismatch:
      BilingualText(
        vi: "tử số và mẫu số không cùng loại bản ghi",
        en: "its two counts are not of one kind of record")
    case .noRatings: BilingualText(vi: "chưa có ai đánh giá", en: "nobody has rated anything yet")
    case .notReported:
      BilingualText(
        vi: "chưa máy nào báo cáo cho kỳ này", en: "no laptop has reported for the period")
    }
  }
}
