import Replica
import SyncProtocol

/// Counted records of which something waits for a ruling: what is judged stands in no number, so a
/// count is told with how many there are.
package struct AwaitedRulings: Hashable, Sendable {
  /// Visits.
  package var visits = 0
  /// Assists.
  package var assists = 0
  /// Dossiers.
  package var submissions = 0

  /// Gathers the three.
  package init(visits: Int = 0, assists: Int = 0, submissions: Int = 0) {
    self.visits = visits
    self.assists = assists
    self.submissions = submissions
  }

  /// Whether nothing waits.
  package var isEmpty: Bool { visits + assists + submissions == 0 }

  /// The line beside a count; nil where nothing waits.
  ///
  /// - Parameter command: the one that lists them here.
  package func words(command: String) -> BilingualText? {
    words.map {
      $0 + BilingualText(vi: " Xem: \(command)", en: " See: \(command)")
    }
  }

  /// How much waits, and that it is in no number; nil where nothing does.
  package var words: BilingualText? {
    guard !isEmpty else { return nil }
    let parts = [
      (visits, "lượt thăm", "visit", "visits"), (assists, "lượt hỗ trợ", "assist", "assists"),
      (submissions, "hồ sơ", "dossier", "dossiers"),
    ].filter { $0.0 > 0 }
    let vietnamese = parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    let english = parts.map { "\($0.0) \($0.0 == 1 ? $0.2 : $0.3)" }.joined(separator: ", ")
    let isOne = visits + assists + submissions == 1
    return BilingualText(
      vi: "Còn chờ quyết định, phần chưa được nhận không có trong số liệu: \(vietnamese).",
      en: "\(english) \(isOne ? "waits" : "wait") for a ruling; what was not accepted of "
        + "\(isOne ? "it" : "them") is in no number.")
  }
}

extension FieldStore {
  /// The records of a period, or of no day that is known, of which something waits for a ruling.
  ///
  /// - Parameter isWithin: of which scopes they are told.
  package func awaitedRulings(
    in period: Period, where isWithin: (ScopeID) -> Bool = { _ in true }
  ) throws -> AwaitedRulings {
    var rows: [TableID: Set<RowID>] = [:]
    for review in try store.reviews(openOnly: true) where isWithin(review.scope) {
      rows[review.table, default: []].insert(review.row)
    }
    func number(_ kind: CountedKind) throws -> Int {
      try rows[kind.table.id, default: []].filter { row in
        guard let day = try reader.day(of: row, kind) else { return true }
        return period.contains(day)
      }.count
    }
    return AwaitedRulings(
      visits: try number(.visit), assists: try number(.assist),
      submissions: try number(.submission))
  }
}

extension RecordReader {
  /// The day under which a row counts; nil where it has none that stands.
  fileprivate func day(of row: RowID, _ kind: CountedKind) throws -> LocalDate? {
    guard let date = kind.date else { return nil }
    let day = try connection.row(
      "SELECT \(date) FROM \(kind.source(sweeps: false)) WHERE \(kind.row) = ?",
      .integer(row.rawValue)
    ) { try $0.optionalInteger(at: 0) }
    return (day ?? nil).map { LocalDate(daysSince1970: Int(clamping: $0)) }
  }
}
