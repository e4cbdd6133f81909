import Cryptography
import Randomness
import SyncProtocol

/// The operations of the merge benchmark: 40 % creates of ten fields, 60 % edits of one or two, a
/// fifth of the edits made without having seen the latest write.
struct Workload {
  /// Ten columns, five of text.
  static let columns = makeColumns(sealed: nil)
  static let table = TableDefinition(1_000, "item", columns)
  private static let sealedTable = TableDefinition(
    1_000, "item", makeColumns(sealed: Sealing(.row, .identity)))

  private static func makeColumns(sealed: Sealing?) -> [FieldDefinition] {
    [
      FieldDefinition(1, .register, "number", .integer),
      FieldDefinition(2, .register, "place", .integer),
      FieldDefinition(3, .register, "day", .integer),
      FieldDefinition(4, .register, "kind", .integer),
      FieldDefinition(5, .register, "outcome", .integer),
      FieldDefinition(6, .register, "name", .text, sealed: sealed),
      FieldDefinition(7, .register, "address", .text, sealed: sealed),
      FieldDefinition(8, .register, "phone", .text, sealed: sealed),
      FieldDefinition(9, .register, "service", .text, sealed: sealed),
      FieldDefinition(10, .register, "note", .text, sealed: sealed),
    ]
  }

  /// True when the texts are encrypted: 40 random bytes a value more, and none that compresses.
  let isSealed: Bool
  var schema: Schema {
    Schema(version: 1, tables: [ScopeTable.definition, isSealed ? Self.sealedTable : Self.table])
  }

  /// Batches of operations in the order in which they are to be merged.
  var batches: [[Operation]] = []
  var operationCount = 0
  var rowCount = 0

  /// - Parameter creates: so many creates come first and only edits after them; nil mixes them.
  init(
    operations count: Int, batchSize: Int, replicas: [ReplicaID], seed: UInt64,
    creates: Int? = nil, isSealed: Bool = false
  ) {
    self.isSealed = isSealed
    var random = SeededGenerator(seed: seed)
    var counters = [UInt32](repeating: 0, count: replicas.count)
    var sessions = [UInt32](repeating: 1, count: replicas.count)
    var shown: [RowID: [Head]] = [:]
    var rows: [RowID] = []
    var time: Int64 = 1_760_000_000_000
    while operationCount < count {
      let author = Int.random(in: 0..<replicas.count, using: &random)
      if counters[author] + UInt32(batchSize) >= Dot.maximumCounter {
        sessions[author] += 1
        counters[author] = 0
      }
      var batch: [Operation] = []
      for _ in 0..<min(batchSize, count - operationCount) {
        counters[author] += 1
        time += Int64.random(in: 1...2_000, using: &random)
        guard
          let dot = Dot(
            replica: replicas[author], session: sessions[author], counter: counters[author])
        else { preconditionFailure("counters stay below their limit") }
        let isCreate =
          creates.map { rows.count < $0 } ?? (Int.random(in: 0..<10, using: &random) < 4)
        var operation: Operation
        if rows.isEmpty || isCreate {
          operation = Self.create(dot, time, &shown, &random)
          rows.append(dot)
        } else {
          let row = rows[Int.random(in: 0..<rows.count, using: &random)]
          operation = Self.edit(row, dot, time, &shown, &random)
        }
        if isSealed { Self.seal(&operation, &random) }
        batch.append(operation)
      }
      operationCount += batch.count
      batches.append(batch)
    }
    rowCount = rows.count
  }

  private static func create(
    _ dot: Dot, _ time: Int64, _ shown: inout [RowID: [Head]],
    _ random: inout SeededGenerator
  ) -> Operation {
    let writes = columns.indices.map { FieldWrite(columns[$0].id, value($0, &random)) }
    let time = Timestamp(rawValue: time)
    shown[dot] = writes.map {
      Head(field: $0.field, dot: dot, time: time, value: $0.value ?? .unset)
    }
    return Operation(
      dot: dot, table: table.id, row: dot, author: nil, time: time, writes: writes)
  }

  private static func edit(
    _ row: RowID, _ dot: Dot, _ time: Int64, _ shown: inout [RowID: [Head]],
    _ random: inout SeededGenerator
  ) -> Operation {
    // One edit in five was made on a laptop that had not seen the latest write: it names the
    // creation, and carries a time from before.
    let isLate = Int.random(in: 0..<5, using: &random) == 0
    let time = Timestamp(rawValue: isLate ? time - 3_600_000 : time)
    let first = Int.random(in: 0..<columns.count, using: &random)
    var fields = [first]
    if Bool.random(using: &random) {
      let second = Int.random(in: 0..<columns.count, using: &random)
      if second != first { fields = [min(first, second), max(first, second)] }
    }
    var writes: [FieldWrite] = []
    for field in fields {
      let seen = shown[row]?[field]
      let head = Head(field: columns[field].id, dot: dot, time: time, value: value(field, &random))
      writes.append(
        FieldWrite(head.field, head.value, replacing: isLate ? [row] : [seen?.dot ?? row]))
      if seen.map(head.isShownBefore) ?? true { shown[row]?[field] = head }
    }
    return Operation(
      dot: dot, table: table.id, row: row, author: nil, time: time, writes: writes)
  }

  private static func value(_ column: Int, _ random: inout SeededGenerator) -> Value {
    switch columns[column].type {
    case .integer: .integer(Int64.random(in: 0..<20_000, using: &random))
    case .text, .bytes, .sealed, .erased:
      .text(text(Int.random(in: 6...20, using: &random), &random))
    }
  }

  /// Puts sealed values of the same length in place of texts. What they say nobody reads here, so
  /// random bytes stand for ciphertext.
  private static func seal(_ operation: inout Operation, _ random: inout SeededGenerator) {
    for (index, write) in operation.writes.enumerated() {
      guard let text = write.value?.text else { continue }
      let length = text.utf8.count + 1 + SealedValue.tagByteCount
      let sealed = SealedValue(
        subject: operation.row, key: operation.row,
        nonce: random.bytes(SealedValue.nonceByteCount), ciphertext: random.bytes(length))
      operation.writes[index].value = sealed.map { .sealed($0) }
    }
  }

  private static func text(_ length: Int, _ random: inout SeededGenerator) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz 0123456789".utf8)
    let bytes = (0..<length).map { _ in
      letters[Int.random(in: 0..<letters.count, using: &random)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
