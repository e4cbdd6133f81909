/// Cuts any number of rows into blocks that keep the limits of a frame.
///
/// Rows come in ascending order of (table, row). A row whose heads do not fit one block goes on in
/// the next, so that no row is too large to travel.
public struct RowBlockWriter: Sendable {
  private let scope: ScopeID
  private var waiting: [RowState] = []
  private var headCount = 0
  private var byteCount = 0

  /// Starts with no rows.
  public init(scope: ScopeID) { self.scope = scope }

  /// Takes a row and passes on each block that is full.
  public mutating func append(
    _ state: RowState, _ emit: (RowBlock) throws -> Void
  ) rethrows {
    if let last = waiting.last {
      precondition(
        (last.table, last.row) < (state.table, state.row), "rows in order of table and row")
      if last.table != state.table || waiting.count == Limits.rowsPerBlock {
        try finish(emit)
      }
    }
    var part = RowState(table: state.table, row: state.row, createdAt: state.createdAt, heads: [])
    var fieldCount = 0
    for head in state.heads {
      let isNewField = part.heads.last?.field != head.field
      let isFull =
        headCount == Limits.headsPerBlock || byteCount >= Limits.rowBlockFillBytes
        || isNewField && fieldCount == Limits.writesPerOperation
      if isFull {
        // A row of which nothing stands here yet begins with the next block.
        if !part.heads.isEmpty { waiting.append(part) }
        if !waiting.isEmpty { try flush(isCut: !part.heads.isEmpty, emit) }
        part.heads = []
        fieldCount = 0
      }
      if part.heads.last?.field != head.field { fieldCount += 1 }
      part.heads.append(head)
      headCount += 1
      byteCount += Self.byteCount(of: head)
    }
    waiting.append(part)
  }

  /// Passes on the last block.
  public mutating func finish(_ emit: (RowBlock) throws -> Void) rethrows {
    if !waiting.isEmpty { try flush(isCut: false, emit) }
  }

  private mutating func flush(isCut: Bool, _ emit: (RowBlock) throws -> Void) rethrows {
    let block = RowBlock(waiting, in: scope, isCut: isCut)
    waiting.removeAll(keepingCapacity: true)
    headCount = 0
    byteCount = 0
    try emit(block)
  }

  /// A bound for the bytes of a head: its value, and the longest form of everything beside it.
  private static func byteCount(of head: Head) -> Int {
    var value = ByteWriter()
    BatchBody.encodeTagged(head.value, into: &value)
    return value.bytes.count + 32
  }
}

/// Puts the rows of consecutive blocks together again.
public struct RowBlockReader: Sendable {
  private var unfinished: (scope: ScopeID, state: RowState)?
  private var last: (scope: ScopeID, table: TableID, row: RowID)?

  /// Starts before the first block.
  public init() {}

  /// The rows that are whole with this block. Throws when blocks do not ascend by scope, table and
  /// row, or a cut row does not go on.
  public mutating func add(_ block: RowBlock) throws(ProtocolError) -> [RowState] {
    var states = block.states
    if let (scope, state) = unfinished {
      guard scope == block.scope, let first = states.first, first.table == state.table,
        first.row == state.row, first.createdAt == state.createdAt, let next = first.heads.first,
        let end = state.heads.last, RowState.precedes(end, next)
      else { throw .malformed(.notAscending) }
      states[0].heads = state.heads + first.heads
      unfinished = nil
    } else if let last, let first = block.rows.first,
      (last.scope, last.table, last.row) >= (block.scope, block.table, first)
    {
      throw .malformed(.notAscending)
    }
    if let row = block.rows.last { last = (block.scope, block.table, row) }
    if block.isCut, let cut = states.popLast() {
      guard !cut.heads.isEmpty else { throw .malformed(.numberOutOfRange) }
      unfinished = (block.scope, cut)
    }
    return states
  }

  /// Throws when the last block was cut.
  public func finish() throws(ProtocolError) {
    guard unfinished == nil else { throw .malformed(.truncated) }
  }
}
