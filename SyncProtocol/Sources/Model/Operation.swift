/// One author's write to fields of one row: the atom of the changelog.
public struct Operation: Hashable, Sendable {
  /// Its identity; equal to `row` when it creates the row.
  public var dot: Dot
  /// The table of the row.
  public var table: TableID
  /// The row that is written.
  public var row: RowID
  /// The member who wrote it (their row id), because several people share a laptop; nil for the
  /// program itself.
  public var author: RowID?
  /// The first dot of the act it belongs to, when that act touches several scopes; nil otherwise.
  public var act: Dot?
  /// The operation that it judges: the centre writes it to neutralise, restore or admit what that
  /// one wrote, with the time and author of the write it stands for. Nil for everybody's own work.
  public var because: Dot?
  /// Ranks its values among concurrent ones. Never a cause, never a reason to refuse.
  public var time: Timestamp
  /// The written fields in ascending order, each at most once.
  public var writes: [FieldWrite]

  /// Makes an operation; `writes` must be in ascending order of field.
  public init(
    dot: Dot, table: TableID, row: RowID, author: RowID?, act: Dot? = nil, because: Dot? = nil,
    time: Timestamp, writes: [FieldWrite]
  ) {
    self.dot = dot
    self.table = table
    self.row = row
    self.author = author
    self.act = act
    self.because = because
    self.time = time
    self.writes = writes
  }

  /// True when it is the operation after which its row is named.
  @inlinable
  public var isCreate: Bool { dot == row }
}

extension Operation {
  /// True when it writes a sealed value, and so names a key.
  public var hasSealedValue: Bool {
    writes.withUnsafeBufferPointer { writes in
      for index in writes.indices {
        if case .sealed? = writes[index].value { return true }
      }
      return false
    }
  }

  /// True when it withdraws heads and puts nothing in their place.
  public var hasWithdrawal: Bool {
    writes.withUnsafeBufferPointer { writes in
      for index in writes.indices {
        if case nil = writes[index].value { return true }
      }
      return false
    }
  }

  /// True when it writes a field whose kind a later version defined.
  public var hasUnknownKind: Bool {
    writes.withUnsafeBufferPointer { writes in
      for index in writes.indices where writes[index].field.kind == nil { return true }
      return false
    }
  }
}

/// The write of one field: a new head, and the heads its author saw and replaces.
public struct FieldWrite: Hashable, Sendable {
  /// The field.
  public var field: FieldID
  /// The new head's value; nil withdraws what `previous` names and puts nothing in its place.
  public var value: Value?
  /// The dots of the heads that the author saw and replaces.
  public var previous: [Dot]

  /// Makes a write.
  public init(_ field: FieldID, _ value: Value?, replacing previous: [Dot] = []) {
    self.field = field
    self.value = value
    self.previous = previous
  }
}

extension Collection<Operation> {
  /// The replicas whose dots these operations name: as rows, as what they judge, as replaced heads,
  /// in deletes. A batch depends on the tips of all of them. Ascending, each once.
  public var namedReplicas: [ReplicaID] {
    var names = ReplicaNames()
    for operation in self {
      names.note(operation.row)
      if let judged = operation.because { names.note(judged) }
      operation.writes.withUnsafeBufferPointer { writes in
        for index in writes.indices {
          for dot in writes[index].previous { names.note(dot) }
          if writes[index].field == .deletes, let value = writes[index].value {
            for dot in DotList.decode(value) { names.note(dot) }
          }
        }
      }
    }
    return names.ascending
  }
}

/// Gathers the replicas of very many dots, most of which are of few replicas.
private struct ReplicaNames {
  private static let recentCount = 16
  /// Those met last, by their low bits; they need not be noted again.
  private var recent = SIMD16<UInt32>(repeating: .max)
  private var noted: [ReplicaID] = []

  mutating func note(_ dot: Dot) {
    let replica = dot.replica
    let place = Int(replica.rawValue) % Self.recentCount
    guard recent[place] != replica.rawValue else { return }
    recent[place] = replica.rawValue
    noted.append(replica)
  }

  /// Each once.
  var ascending: [ReplicaID] {
    var last: ReplicaID?
    return noted.sorted().filter { replica in
      defer { last = replica }
      return replica != last
    }
  }
}
