import SyncProtocol

/// Of how many assists of a scope and day somebody wrote down whether the resident can do it alone next
/// time.
package struct AloneCount: Sendable {
  /// Where.
  package let scope: ScopeID
  /// The day of the visit.
  package let day: LocalDate
  /// Whether they can.
  package let isAble: Bool
  /// How many.
  package let count: Int
}

extension RecordReader {
  /// The assists that stand, of the visits of some days.
  package func aloneCounts(from first: LocalDate, to last: LocalDate) throws -> [AloneCount] {
    try connection.rows(
      """
      SELECT a.scope, v.date, a.alone_now, count(*) FROM assist AS a
      JOIN visit AS v ON v.rid = a.visit
      WHERE a.hidden IS NULL AND a.void_reason IS NULL AND v.hidden IS NULL
        AND v.void_reason IS NULL AND a.alone_now IN (0, 1) AND v.date BETWEEN ? AND ?
      GROUP BY 1, 2, 3
      """, .integer(Int64(first.daysSince1970)), .integer(Int64(last.daysSince1970))
    ) { row -> AloneCount? in
      guard let scope = ScopeID(rawValue: try row.integer(at: 0)) else { return nil }
      return AloneCount(
        scope: scope, day: LocalDate(daysSince1970: Int(clamping: try row.integer(at: 1))),
        isAble: try row.integer(at: 2) == 1, count: Int(clamping: try row.integer(at: 3)))
    }.compactMap(\.self)
  }
}
