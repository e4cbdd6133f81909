import SQLite
import SyncProtocol

/// Brings rows to what reviews say should stand, by ordinary operations of the centre.
///
/// Settling is idempotent: where everything already is as it should be, nothing is written.
struct Settlement {
  let store: Store
  let scope: ScopeID
  let act: Act
  let log: OperationLog

  init(_ store: Store, scope: ScopeID, act: Act) {
    self.store = store
    self.scope = scope
    self.act = act
    log = OperationLog(store, scope: scope)
  }

  /// Settles the fields that an operation wrote, its row's void, and the deletes that listed any
  /// of it.
  ///
  /// - Parameter cause: the judged operation; what is written names it as `because`.
  func settle(_ cause: Operation) throws {
    let reviews = try store.reviews(of: cause.row, in: cause.table, scope: scope)
    for write in cause.writes { try settle(write.field, cause, reviews) }
    try settleVoid(cause, reviews)
    try settleListing(cause, reviews)
  }

  private func settle(_ field: FieldID, _ cause: Operation, _ reviews: [Review]) throws {
    guard let state = try store.rows.load(cause.table, cause.row, in: scope)?.state else { return }
    let history = try CellHistory(field, of: state, reviews: reviews, log: log, store: store)
    var missing = history.standing
    var dropped: [Head] = []
    for head in state.heads(of: field) {
      let original = history.original(of: head.dot)
      if let place = missing.firstIndex(where: { $0.dot == original }) {
        missing.remove(at: place)
      } else if history.isStandIn(head.dot)
        || history.writes[head.dot]?.isDisapproved ?? false
      {
        dropped.append(head)
      }
    }
    // Where nothing was ever judged, a head that is missing was replaced by something this log no
    // longer has, and stays replaced.
    guard history.isTouchedByJudgement else { return }
    try restate(missing, in: place(of: cause, field), dropping: dropped, history, cause)
  }

  private struct Place {
    var table: TableID
    var row: RowID
    var field: FieldID
  }

  private func place(of operation: Operation, _ field: FieldID) -> Place {
    Place(table: operation.table, row: operation.row, field: field)
  }

  /// The first operation takes what is dropped; each value that should stand has its own, with the
  /// time and author of the write it stands for.
  private func restate(
    _ missing: [CellHistory.Write], in place: Place, dropping dropped: [Head],
    _ history: CellHistory, _ cause: Operation
  ) throws {
    var dropped = dropped.map(\.dot)
    func next() -> [Dot] {
      defer { dropped.removeFirst(min(dropped.count, Limits.previousPerWrite)) }
      return Array(dropped.prefix(Limits.previousPerWrite))
    }
    for write in missing {
      try put(
        FieldWrite(place.field, write.value, replacing: next()), place, write.time, write.author,
        cause)
    }
    while let first = dropped.first {
      let original = history.writes[history.original(of: first)]
      try put(
        FieldWrite(place.field, nil, replacing: next()), place, original?.time ?? cause.time,
        original?.author ?? cause.author, cause)
    }
  }

  /// The centre's void of a row whose creation does not stand.
  private func settleVoid(_ cause: Operation, _ reviews: [Review]) throws {
    let against = reviews.filter { $0.concernsRow && $0.isAgainst }
    guard let state = try store.rows.load(cause.table, cause.row, in: scope)?.state,
      let creation = try log.operation(cause.row)
    else { return }
    let history = try CellHistory(.void, of: state, reviews: reviews, log: log, store: store)
    let voids = state.heads(of: .void).filter {
      history.writes[history.original(of: $0.dot)]?.because == cause.row
    }
    let place = place(of: cause, .void)
    if let reason = against.first?.reason, voids.isEmpty {
      try put(
        FieldWrite(.void, .text(reason)), place, creation.time, creation.author, creation)
    } else if against.isEmpty, !voids.isEmpty {
      try put(
        FieldWrite(.void, nil, replacing: voids.map(\.dot)), place, creation.time,
        creation.author, creation)
    }
  }

  /// A delete that listed a neutralised write, or what a stand-in repeats, covers the stand-in too:
  /// the centre lists it in a delete of its own, which goes when no other delete is left.
  private func settleListing(_ cause: Operation, _ reviews: [Review]) throws {
    guard let state = try store.rows.load(cause.table, cause.row, in: scope)?.state,
      !state.heads(of: .deletes).isEmpty
    else { return }
    let deletes = state.heads(of: .deletes)
    let history = try CellHistory(.deletes, of: state, reviews: reviews, log: log, store: store)
    let own = deletes.filter {
      history.writes[$0.dot]?.because != nil && !history.isStandIn($0.dot)
    }
    let place = place(of: cause, .deletes)
    guard own.count < deletes.count else {
      return try put(
        FieldWrite(.deletes, nil, replacing: own.map(\.dot)), place, cause.time, cause.author,
        cause)
    }
    var listed: Set<Dot> = []
    for delete in deletes { listed.formUnion(DotList.decode(delete.value)) }
    let unlisted = state.heads.filter {
      $0.field != .deletes && $0.field != .void && !listed.contains($0.dot)
    }
    var covered: [Dot] = []
    for head in unlisted where try log.isCentre(head.dot) {
      guard let because = try log.operation(head.dot)?.because else { continue }
      let cell = try CellHistory(head.field, of: state, reviews: reviews, log: log, store: store)
      guard cell.isStandIn(head.dot) else { continue }
      if listed.contains(because) || listed.contains(cell.original(of: head.dot)) {
        covered.append(head.dot)
      }
    }
    guard !covered.isEmpty, let delete = deletes.first(where: { !own.contains($0) }) else {
      return
    }
    let author = history.writes[history.original(of: delete.dot)]?.author
    try put(
      FieldWrite(.deletes, DotList.encode(covered)), place, delete.time, author, cause)
  }

  private func put(
    _ write: FieldWrite, _ place: Place, _ time: Timestamp, _ author: RowID?, _ cause: Operation
  ) throws {
    log.note(
      try act.restate(
        [write], of: place.row, in: place.table, scope: scope, time: time, author: author,
        because: cause.dot))
  }
}

extension Act {
  /// Writes fields in another's name: with the time and author of the write it stands for, which
  /// may lie before what it replaces, so that a restored value never shows above a newer one.
  func restate(
    _ writes: [FieldWrite], of row: RowID, in table: TableID, scope: ScopeID, time: Timestamp,
    author: RowID?, because: Dot
  ) throws -> Operation {
    let operation = Operation(
      dot: try nextDot(), table: table, row: row, author: author, because: because, time: time,
      writes: writes)
    try apply(operation, in: scope)
    return operation
  }
}
