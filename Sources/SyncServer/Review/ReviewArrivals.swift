import FieldWork
import SQLite
import SyncProtocol

/// When visits came in, and on which laptops they were recorded.
struct ReviewArrivals {
  private let records: FieldStore
  private var laptops: [ReplicaID: BilingualText] = [:]

  init(_ records: FieldStore) { self.records = records }

  func arrived(_ visit: RowID) throws -> LocalDateTime {
    LocalDateTime(
      milliseconds: try records.store.connection.row(
        "SELECT arrived FROM visit_arrival WHERE visit = ?", .integer(visit.rawValue)
      ) { try $0.integer(at: 0) } ?? 0)
  }

  mutating func laptop(of visit: RowID) throws -> BilingualText {
    if let known = laptops[visit.replica] { return known }
    let words = try records.laptopWords(visit.replica)
    laptops[visit.replica] = words
    return words
  }
}
