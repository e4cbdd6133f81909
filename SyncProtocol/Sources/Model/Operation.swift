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
    // Sorting a list of small numbers is several times cheaper than a set of them.
    var named: [ReplicaID] = []
    for operation in self {
      named.append(operation.row.replica)
      if let judged = operation.because { named.append(judged.replica) }
      for write in operation.writes {
        for dot in write.previous { named.append(dot.replica) }
        if write.field == .deletes, let value = write.value {
          for dot in DotList.decode(value) { named.append(dot.replica) }
        }
      }
    }
    named.sort()
    var last: ReplicaID?
    return named.filter { replica in
      defer { last = replica }
      return replica != last
    }
  }
}
