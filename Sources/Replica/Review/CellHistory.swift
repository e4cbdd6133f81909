import SQLite
import SyncProtocol

/// Every write to one field of one row that the log can tell of, and which of them should stand.
///
/// Originals are what people wrote. A *stand-in* is a write of the centre that repeats an original
/// in its author's name, so that it can stand above what was disapproved. What should stand follows
/// from originals and reviews alone, whatever the centre wrote before: in any order of judgements
/// the same originals stand in the end.
struct CellHistory {
  /// One write.
  struct Write {
    var dot: Dot
    var value: Value?
    var previous: [Dot]
    var time: Timestamp
    var author: RowID?
    /// Set where the centre wrote in another's name.
    var because: Dot?
    /// A person's write that the centre does not accept.
    var isDisapproved: Bool
  }

  /// Writes followed back from the heads, at most; an honest field has a handful.
  private static let writeLimit = 4_096

  private(set) var writes: [Dot: Write] = [:]
  private var originals: [Dot: Dot] = [:]

  /// Follows `previous` back from every head, every reviewed write and every withdrawal.
  init(
    _ field: FieldID, of state: RowState, reviews: [Review], log: OperationLog, store: Store
  ) throws {
    let against = Set(
      reviews.filter { $0.isAgainst && !$0.concernsRow && ($0.field ?? field) == field }.map(\.dot))
    var open = state.heads(of: field).map(\.dot)
    open += reviews.map(\.dot)
    open += try store.withdrawals(of: field, in: state.table, state.row)
    while let dot = open.popLast(), writes.count < Self.writeLimit {
      guard writes[dot] == nil, let operation = try log.operation(dot),
        operation.row == state.row, operation.table == state.table,
        let write = operation.writes.first(where: { $0.field == field })
      else { continue }
      // What the centre adopted from aside is a person's write under a dot of the centre.
      let because = try log.isCentre(dot) ? operation.because : nil
      writes[dot] = Write(
        dot: dot, value: write.value, previous: write.previous, time: operation.time,
        author: operation.author, because: because,
        isDisapproved: because == nil && against.contains(dot))
      open += write.previous
      if let because = operation.because { open.append(because) }
    }
    let people = Dictionary(
      grouping: writes.values.filter { $0.because == nil }, by: \.time)
    for dot in writes.keys.sorted() { originals[dot] = findOriginal(of: dot, among: people) }
  }

  /// True when something was disapproved here, or the centre wrote in another's name.
  var isTouchedByJudgement: Bool {
    writes.values.contains { $0.isDisapproved || $0.because != nil }
  }

  /// The write that a head stands for: itself, unless the centre wrote it in another's name.
  func original(of dot: Dot) -> Dot { originals[dot] ?? dot }

  /// True for what the centre wrote to take something away, and for what repeats another.
  func isStandIn(_ dot: Dot) -> Bool {
    guard let write = writes[dot], write.because != nil else { return false }
    return write.value == nil || original(of: dot) != dot
  }

  /// A stand-in has the time, author and value of its original, which mostly is the judged write or
  /// one of those before it. One settlement may put several in their places, though, for one cause.
  private func findOriginal(of dot: Dot, among people: [Timestamp: [Write]]) -> Dot {
    guard let write = writes[dot], let because = write.because, write.value != nil else {
      return dot
    }
    func isRepeated(_ candidate: Write) -> Bool {
      candidate.because == nil && candidate.time == write.time
        && candidate.author == write.author && candidate.value == write.value
    }
    var seen: Set<Dot> = []
    var open = [because]
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let candidate = writes[next] else { continue }
      if isRepeated(candidate) { return next }
      open += candidate.previous
      // A stand-in that replaced nothing leads on by what it was written for alone.
      if let because = candidate.because { open.append(because) }
    }
    return people[write.time, default: []].filter(isRepeated).map(\.dot).min() ?? dot
  }

  /// The originals that should stand: approved, with a value, and seen by no other approved write,
  /// neither itself nor through what was disapproved. Ascending.
  var standing: [Write] {
    let people = writes.values.filter { !isStandIn($0.dot) }
    var replaced: Set<Dot> = []
    for write in people where !write.isDisapproved {
      var open = write.previous.map(original)
      while let dot = open.popLast() {
        guard dot != write.dot, replaced.insert(dot).inserted else { continue }
        open += (writes[dot]?.previous ?? []).map(original)
      }
    }
    return people.filter { !$0.isDisapproved && $0.value != nil && !replaced.contains($0.dot) }
      .sorted { $0.dot < $1.dot }
  }
}

extension Store {
  /// The operations that took values of a field away and put nothing in their place: no head leads
  /// to them. The centre keeps the list.
  func withdrawals(of field: FieldID, in table: TableID, _ row: RowID) throws -> [Dot] {
    try connection.rows(
      "SELECT dot FROM withdrawal WHERE row = ? AND table_id = ? AND field = ? ORDER BY dot",
      .integer(row.rawValue), .integer(Int64(table.rawValue)), .integer(Int64(field.rawValue))
    ) { try $0.integer(at: 0) }.compactMap(Dot.init(rawValue:))
  }

  /// Notes what took values away.
  func noteWithdrawals(_ operations: [Operation]) throws {
    guard identity.role == .centre else { return }
    for operation in operations where operation.hasWithdrawal {
      for write in operation.writes where write.value == nil {
        try connection.execute(
          "INSERT OR IGNORE INTO withdrawal (row, table_id, field, dot) VALUES (?, ?, ?, ?)",
          .integer(operation.row.rawValue), .integer(Int64(operation.table.rawValue)),
          .integer(Int64(write.field.rawValue)), .integer(operation.dot.rawValue))
      }
    }
  }
}
