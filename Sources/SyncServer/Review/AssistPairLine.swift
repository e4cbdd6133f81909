import FieldWork
import SyncProtocol

/// Two assists that may be one, as the list shows them; nobody's name, so that a file may leave the
/// house.
struct AssistPairLine: Sendable {
  let couple: AssistCouple
  /// The earlier one first, as far as that is known.
  let rows: [RowID]
  let points: Int
  let reasons: [AssistPair.Reason]
  let ruling: AssistRuling?
  let days: [LocalDate?]
  private let serviceCode: String?
  private let residentRow: RowID?
  /// What is read for the lines that are shown alone.
  private(set) var codes: [String] = []
  private(set) var service: BilingualText?
  private(set) var resident: String?

  /// A pair of which nothing was said.
  init(_ pair: AssistPair) {
    couple = AssistCouple(pair)
    rows = [pair.one.row, pair.other.row]
    (points, reasons, ruling) = (pair.points, pair.reasons, nil)
    days = [pair.one.date, pair.other.date]
    (serviceCode, residentRow) = (pair.service, pair.one.resident)
  }

  private init?(
    _ couple: AssistCouple, _ ruling: AssistRuling, _ reader: RecordReader,
    within reached: ReachedWork
  ) throws {
    let rows = [couple.one, couple.other]
    let assists = try rows.compactMap { try reader.record(Assist.self, $0) }
    guard assists.count == 2, assists.allSatisfy({ reached.holds(scope: $0.scope) }) else {
      return nil
    }
    (self.couple, self.rows, self.ruling, points) = (couple, rows, ruling, 0)
    reasons = try reader.assistPair(couple.one, couple.other) ?? []
    days = try assists.map { assist in
      try assist.visit.flatMap { try reader.record(Visit.self, $0)?.date }
    }
    (serviceCode, residentRow) = (assists[0].service, assists[0].resident)
  }

  /// The pairs within reach of which it was said that they are one, or two: they are not found by
  /// looking, since of those that are one the second does not count any more.
  static func ruled(
    _ said: AssistRuling.Kind, _ reader: RecordReader, within reached: ReachedWork
  ) throws -> [AssistPairLine] {
    try AssistRulingBook(reader.connection).standing().filter { $0.value.kind == said }
      .sorted { ($0.key.one, $0.key.other) < ($1.key.one, $1.key.other) }
      .compactMap { try AssistPairLine($0.key, $0.value, reader, within: reached) }
  }

  /// The same with what people read of it.
  func named(_ reader: RecordReader) throws -> AssistPairLine {
    var line = self
    line.codes = try rows.map { try reader.codeText(of: $0, in: AssistTable.definition) }
    line.service = try serviceCode.map { try reader.serviceName(of: $0) }
    line.resident = try residentRow.map {
      try reader.codeText(of: $0, in: ResidentTable.definition)
    }
    return line
  }
}
