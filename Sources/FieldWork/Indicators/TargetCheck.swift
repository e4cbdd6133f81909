import SyncProtocol

/// What a target can be about.
extension RecordReader {
  /// Requires of a target that the program can count its measure, and that a share is no more than
  /// the whole. A measure that stands unchanged from before is left alone.
  func checkTarget(_ checker: inout DraftChecker) throws {
    guard let measure = checker.result(TargetTable.measure).text else { return }
    let isTyped = checker.values.contains {
      [TargetTable.measure.id, TargetTable.value.id].contains($0.field.id)
    }
    guard isTyped else { return }
    guard let aim = try aim(at: measure) else {
      return checker.complain(
        TargetTable.measure,
        .unknownChoice(
          typed: String(measure.prefix(60)), choices: try targetMeasures().map(\.value)))
    }
    if aim == .share, let value = checker.result(TargetTable.value).integer, value > 10_000 {
      checker.complain(TargetTable.value, .moreThanTheWhole)
    }
  }

  /// The indicators of all sets, the shipped one's first.
  func knownIndicators() throws -> [Indicator] {
    var filter = FormFilter()
    filter.values = []
    let codes = try formRecords(RecordForms.indicatorSet, filter, page: .all).compactMap {
      $0[IndicatorSetTable.code]?.value?.text
    }
    var indicators = IndicatorSet.shipped.indicators
    for code in Set(codes).sorted() {
      indicators += (try? indicatorSet(code, on: .latest).indicators) ?? []
    }
    return indicators.filter { !$0.code.isEmpty }
  }
}
