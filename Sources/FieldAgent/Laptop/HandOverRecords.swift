import FieldWork
import Replica
import SyncProtocol

/// How far the records of this laptop have come, in records as people count them: households, people,
/// visits and so on, each once however often it was changed.
struct HandOverRecords {
  /// The records of one kind.
  struct Kind {
    let table: TableDefinition
    /// With something that is on this laptop alone.
    var here = 0
    /// With something on the way, of which nothing was heard.
    var underWay = 0
    /// On a stick, of which nothing was heard.
    var carried = 0
    /// With something that the centre keeps and cannot merge yet.
    var waiting = 0
    /// Made here, with nothing of this laptop left to be merged at the centre.
    var arrived = 0
  }

  /// The latest batches that are looked through for what arrived last.
  private static let batchLimit = 24

  /// The kinds of which there are any, in the order of a visit.
  let kinds: [Kind]
  /// What is not there yet, the latest change first.
  let passages: [RowPassage]
  /// What the centre confirmed last and was not changed since, the latest first.
  let arrivedLast: [(table: TableDefinition, row: RowID)]

  init(_ store: Store, _ standing: StoreStanding) throws {
    passages = standing.passages
    let pending = Set(passages.map(\.row))
    let own = Dictionary(grouping: passages, by: \.table.id)
    let tables =
      [RecordCode.Kind.household, .resident, .visit, .assist, .submission].map(\.table)
      + [SubmissionEventTable.definition] + RecordForms.ofField.map(\.table)
    let others = Set(own.keys).subtracting(tables.map(\.id))
    let numbers = try store.ownNumbers()
    kinds = try (tables + others.compactMap { store.schema[$0] }).compactMap { table in
      var kind = Kind(table: table)
      let rows = own[table.id] ?? []
      kind.here = rows.count { $0.stage == .here }
      kind.underWay = rows.count { $0.stage == .underWay }
      kind.carried = rows.count { $0.stage == .carried }
      kind.waiting = rows.count { $0.stage == .waiting }
      let made = rows.count { numbers.contains($0.row.replica) }
      kind.arrived = max(0, try store.rowsMadeHere(in: table) - made)
      return rows.isEmpty && kind.arrived == 0 ? nil : kind
    }
    arrivedLast = try store.rowsConfirmedLast(batches: Self.batchLimit).filter {
      !pending.contains($0.row)
    }
  }
}

extension Laptop {
  /// How far records have come; remembered until anybody writes.
  func handOverRecords() throws -> HandOverRecords {
    let standing = try standing()
    return try rememberedHandOver.value(records.watch) { try HandOverRecords(store, standing) }
  }
}
