/// One value of a field that no other write has replaced.
public struct Head: Hashable, Sendable {
  /// The field it belongs to.
  public var field: FieldID
  /// The operation that wrote it.
  public var dot: Dot
  /// That operation's time.
  public var time: Timestamp
  /// The value.
  public var value: Value

  /// Makes a head.
  @inlinable
  public init(field: FieldID, dot: Dot, time: Timestamp, value: Value) {
    self.field = field
    self.dot = dot
    self.time = time
    self.value = value
  }

  /// The order in which heads of one field are ranked: time, then dot. The greatest is shown.
  @inlinable
  public func isShownBefore(_ other: Head) -> Bool {
    time != other.time ? time > other.time : dot > other.dot
  }
}

/// Everything a replica knows of one row: all heads of all fields. Merging is this type's one rule.
///
/// *heads := (heads ∖ previous) ∪ {write}* serves registers, sets, tallies and deletes alike; the
/// kinds differ in what they show. The rule commutes for operations that do not depend on each
/// other, and delivery is causal, so every order a scope allows gives the same heads. Policy, clock
/// and schema have no say here.
public struct RowState: Hashable, Sendable {
  /// The table.
  public let table: TableID
  /// The row.
  public let row: RowID
  /// The time of the creating operation; nil while only later operations have arrived, which a
  /// declared gap in the log can cause.
  public internal(set) var createdAt: Timestamp?
  /// All heads, in ascending order of field and dot.
  public internal(set) var heads: [Head]

  /// A row of which nothing is known yet.
  public init(table: TableID, row: RowID) {
    self.table = table
    self.row = row
    createdAt = nil
    heads = []
  }

  /// A row as it was stored; `heads` may come in any order.
  public init(table: TableID, row: RowID, createdAt: Timestamp?, heads: [Head]) {
    self.table = table
    self.row = row
    self.createdAt = createdAt
    self.heads = heads
    // Stores keep heads nearly in order; a look is cheaper than a sort.
    var index = 1
    while index < heads.count {
      let (field, last) = (heads[index].field, heads[index - 1].field)
      if field < last || field == last && heads[index].dot < heads[index - 1].dot {
        self.heads.sort(by: Self.precedes)
        return
      }
      index += 1
    }
  }

  /// `ascendingHeads` are in order of field and dot already.
  init(table: TableID, row: RowID, createdAt: Timestamp?, ascendingHeads: [Head]) {
    self.table = table
    self.row = row
    self.createdAt = createdAt
    heads = ascendingHeads
  }

  @inlinable
  static func precedes(_ left: Head, _ right: Head) -> Bool {
    left.field != right.field ? left.field < right.field : left.dot < right.dot
  }

  /// Applies one operation of this row.
  public mutating func merge(_ operation: Operation) {
    precondition(operation.row == row && operation.table == table, "an operation of another row")
    if operation.isCreate { createdAt = operation.time }
    if heads.count > Self.manyHeads { return mergeInOnePass(operation) }
    operation.writes.withUnsafeBufferPointer { writes in
      if heads.isEmpty { heads.reserveCapacity(writes.count) }
      for index in writes.indices { apply(writes, index, of: operation) }
    }
  }

  /// Applies one of the lent writes; they are not copied, which would count references.
  private mutating func apply(
    _ writes: UnsafeBufferPointer<FieldWrite>, _ index: Int, of operation: Operation
  ) {
    let field = writes[index].field
    // Rows have tens of heads: a walk beats a search. A create's writes go to the end.
    guard !heads.isEmpty, heads[heads.endIndex - 1].field >= field else {
      guard let value = writes[index].value else { return }
      heads.append(Head(field: field, dot: operation.dot, time: operation.time, value: value))
      return
    }
    var first = heads.startIndex
    while heads[first].field < field { first += 1 }
    var end = first
    while end < heads.endIndex, heads[end].field == field { end += 1 }
    if end == first + 1, writes[index].previous.contains(heads[first].dot),
      let value = writes[index].value
    {
      // What most edits do: one head in place of the one that stood.
      heads[first].dot = operation.dot
      heads[first].time = operation.time
      heads[first].value = value
      return
    }
    let write = writes[index]
    if !write.previous.isEmpty {
      for index in (first..<end).reversed() where write.previous.contains(heads[index].dot) {
        heads.remove(at: index)
        end -= 1
      }
    }
    guard let value = write.value else { return }
    while end > first, operation.dot < heads[end - 1].dot { end -= 1 }
    if end > first, heads[end - 1].dot == operation.dot { return }
    heads.insert(
      Head(field: write.field, dot: operation.dot, time: operation.time, value: value), at: end)
  }

  /// Puts the fixed erased form in place of every value that is sealed for one of these subjects.
  ///
  /// Heads, dots and times stay, so merging goes on as before, and every replica that merged the
  /// same operations and erasures has the same bytes, in whatever order they came.
  public mutating func erase(_ subjects: Set<RowID>) {
    for index in heads.indices {
      guard case .sealed(let sealed) = heads[index].value, subjects.contains(sealed.subject) else {
        continue
      }
      heads[index].value = .erased(sealed.subject)
    }
  }
}

extension RowState {
  /// The heads of one field, oldest dot first.
  public func heads(of field: FieldID) -> ArraySlice<Head> {
    guard let first = heads.firstIndex(where: { $0.field == field }) else { return [] }
    let end = heads[first...].firstIndex { $0.field != field } ?? heads.endIndex
    return heads[first..<end]
  }

  /// The head that a register shows: the greatest by time, then dot.
  public func shown(_ field: FieldID) -> Head? {
    heads(of: field).min { $0.isShownBefore($1) }
  }

  /// The sum of a tally: of every replica its greatest head, saturating at 64 bits.
  public func sum(of tally: FieldID) -> Int64 {
    var total: Int64 = 0
    var remaining = heads(of: tally)
    // Heads are ordered by dot, and dots by replica, so one replica's heads stand together.
    while let first = remaining.first {
      let end = remaining.firstIndex { $0.dot.replica != first.dot.replica } ?? remaining.endIndex
      let latest = remaining[..<end].min { $0.isShownBefore($1) }
      let (sum, overflow) = total.addingReportingOverflow(latest?.value.integer ?? 0)
      total = overflow ? (total < 0 ? .min : .max) : sum
      remaining = remaining[end...]
    }
    return total
  }

  /// True when a register has more than one head with different values; equal values stay heads
  /// and are no news to anybody.
  public func isInConflict(_ field: FieldID) -> Bool {
    let heads = heads(of: field)
    guard let first = heads.first else { return false }
    return heads.dropFirst().contains { $0.value != first.value }
  }

  /// The state of the row's deletes.
  public var deletion: Deletion {
    let deletes = heads(of: .deletes)
    guard !deletes.isEmpty else { return .none }
    var listed: Set<Dot> = []
    for delete in deletes { listed.formUnion(DotList.decode(delete.value)) }
    let survives = heads.contains {
      $0.field != .deletes && $0.field != .void && !listed.contains($0.dot)
    }
    return survives ? .contested : .deleted
  }

  /// Whether a row is hidden by deletes.
  public enum Deletion: Sendable {
    /// No delete is in force.
    case none
    /// Every head was seen by somebody who deleted the row.
    case deleted
    /// Something was written that no delete saw: the row stays and people are told.
    case contested
  }
}

/// The dots that a delete lists, as the bytes of its element: ascending, each as a fixed 8-byte
/// big-endian number.
public enum DotList {
  /// How many dots one element can list.
  public static let maximumCount = Limits.valueBytes / 8

  /// The bytes of an element that lists these dots.
  public static func encode(_ dots: some Sequence<Dot>) -> Value {
    var bytes: [UInt8] = []
    for dot in Set(dots).sorted() {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: dot.rawValue >> Int64(shift)))
      }
    }
    return .bytes(bytes)
  }

  /// The dots of an element; whatever is not a whole dot lists nothing.
  public static func decode(_ value: Value) -> [Dot] {
    guard let bytes = value.bytes else { return [] }
    var dots: [Dot] = []
    var index = 0
    while index + 8 <= bytes.count {
      let raw = bytes[index..<index + 8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      if let dot = Dot(rawValue: Int64(bitPattern: raw)) { dots.append(dot) }
      index += 8
    }
    return dots
  }
}
