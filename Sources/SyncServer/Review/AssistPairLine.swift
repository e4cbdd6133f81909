import FieldWork
import SyncProtocol

/// Two assists that may be one, as the list shows them; nobody's name, so that a file may leave the
/// house.
struct AssistPairLine: Sendable {
  let couple: AssistCouple
  let points: Int
  let reasons: [AssistPair.Reason]
  let ruling: AssistRuling?
  let codes: [String]
  let days: [LocalDate?]
  let service: BilingualText?
  let resident: String?

  /// The pairs within reach, the likeliest first.
  ///
  /// - Parameter said: that they are one or two; nil or open for those of which nothing was said.
  static func gather(
    _ reader: RecordReader, said: AssistRuling.Kind?, within reached: ReachedWork
  ) throws -> [AssistPairLine] {
    let query = try reached.query(Period(from: .earliest, to: .latest), by: [])
    let rulings = try AssistRulingBook(reader.connection).standing()
    let found: [(couple: AssistCouple, points: Int, reasons: [AssistPair.Reason])]
    if let said, said != .open {
      // One of the two does not count any more where they are one: it is not found by looking.
      found = try rulings.filter { $0.value.kind == said }.keys
        .sorted { ($0.one, $0.other) < ($1.one, $1.other) }
        .map { ($0, 0, try reader.assistPair($0.one, $0.other) ?? []) }
    } else {
      found = try reader.assistDuplicates(query).map {
        (couple: AssistCouple($0.one, $0.other), points: $0.points, reasons: $0.reasons)
      }.filter { rulings[$0.couple] == nil }
    }
    return try found.compactMap { pair in
      let rows = [pair.couple.one, pair.couple.other]
      guard
        try rows.allSatisfy({ row in
          try reader.scope(of: row, in: AssistTable.definition).map(reached.holds(scope:))
            ?? false
        })
      else { return nil }
      let assists = try rows.compactMap { try reader.record(Assist.self, $0) }
      guard assists.count == 2 else { return nil }
      return AssistPairLine(
        couple: pair.couple, points: pair.points, reasons: pair.reasons,
        ruling: rulings[pair.couple], codes: assists.map(\.codeText),
        days: try assists.map { assist in
          try assist.visit.flatMap { try reader.record(Visit.self, $0)?.date }
        }, service: try assists[0].service.map { try reader.serviceName(of: $0) },
        resident: try assists[0].resident.map {
          try reader.codeText(of: $0, in: ResidentTable.definition)
        })
    }
  }
}
