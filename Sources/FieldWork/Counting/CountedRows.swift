import SQLite
import SyncProtocol

/// The rows behind a number of a count, by their day: some sixteen bytes each, so that whoever shows
/// them page by page can keep them.
package struct CountedRows: Sendable {
  private struct Entry: Comparable {
    let day: Int32
    let reason: UInt8
    let row: Int64

    static func < (left: Entry, right: Entry) -> Bool {
      (left.day, left.row) < (right.day, right.row)
    }
  }

  /// Stands for an assist that counts, and for what is no assist.
  private static let noReason = UInt8.max

  private var entries: [Entry] = []

  /// How many there are.
  package var count: Int { entries.count }

  /// The rows of one page of those with a reason, or of all, and how many those are.
  package func page(
    _ reason: CountReason?, isDescending: Bool, offset: Int, limit: Int
  ) -> (rows: [RowID], total: Int) {
    guard let reason else {
      let last = entries.count - 1
      let places = (offset..<max(offset, min(offset + limit, entries.count)))
      return (
        places.compactMap { RowID(rawValue: entries[isDescending ? last - $0 : $0].row) },
        entries.count
      )
    }
    let wanted = Self.number(of: reason)
    var chosen = CountedRows()
    chosen.entries = entries.filter { $0.reason == wanted }
    return chosen.page(nil, isDescending: isDescending, offset: offset, limit: limit)
  }

  fileprivate mutating func add(_ row: RowID, day: Int64, _ verdict: CountVerdict?) {
    entries.append(
      Entry(
        day: Int32(clamping: day), reason: verdict?.reason.map(Self.number) ?? Self.noReason,
        row: row.rawValue))
  }

  fileprivate mutating func sort() { entries.sort() }

  private static func number(of reason: CountReason) -> UInt8 {
    CountReason.allCases.firstIndex(of: reason).map { UInt8(clamping: $0) } ?? noReason
  }
}

extension RecordReader {
  /// The rows of a number in the order of `forEachRecord`, by the same conditions and the same rule;
  /// nothing else of them is read.
  package func countedRows(
    of number: CountedNumber, in query: CountQuery
  ) throws -> CountedRows {
    let kind = number.kind
    var rows = CountedRows()
    guard query.asks(about: kind) else { return rows }
    let facts = kind == .assist ? AssistFacts.expressions : []
    let columns = [kind.row, kind.date ?? "NULL"] + facts
    func read(_ statement: Statement) throws {
      var row = ColumnReader(statement)
      guard let id = try row.reference() else { return }
      let day = try row.integer() ?? 0
      let verdict = kind == .assist ? try AssistFacts(reading: &row).verdict : nil
      guard number.holds(verdict) else { return }
      rows.add(id, day: day, verdict)
    }
    if number == .undated {
      try forEachUndatedAssist(select: columns, read)
    } else {
      try forEach(
        kind, in: query, select: columns, from: try CountSweep(query, self).source(of: kind), read)
    }
    rows.sort()
    return rows
  }

  /// Records of a number by their rows, in the order in which these are given; without those that are
  /// not here.
  package func countedRecords(
    _ rows: [RowID], of number: CountedNumber
  ) throws -> [CountedRecord] {
    let kind = number.kind
    let list = rows.map { String($0.rawValue) }.joined(separator: ",")
    var found: [RowID: CountedRecord] = [:]
    try connection.withStatement(
      """
      SELECT \(CountedRecord.columns(kind).joined(separator: ", "))
      FROM \(kind.source(sweeps: true)) WHERE \(kind.row) IN (\(list))
      """
    ) { statement in
      while try statement.step() {
        if let record = try CountedRecord(kind, statement) { found[record.id] = record }
      }
    }
    return rows.compactMap { found[$0] }
  }
}

extension CountSweep {
  /// Where a whole list of records is read from, whatever their order: much of it in the order in
  /// which it lies; nil for the kind's own tables.
  fileprivate func source(of kind: CountedKind) -> String? {
    guard kind == .assist, isWhole else { return nil }
    // From assist to visit and never the other way, which SQLite would choose by the days.
    return assists
      ? "assist AS a CROSS JOIN visit AS v ON v.rid = a.visit"
      : kind.source(sweeps: false, sorts: true)
  }
}
