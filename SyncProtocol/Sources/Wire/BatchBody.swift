/// The columns of a batch's operations, before compression.
///
/// Like stands beside like (all row numbers, all times, all values of one field), so that small
/// differences stay small numbers and the compressor finds what repeats. SPEC.md has the grammar.
public enum BatchBody {
  /// Table, fields and which of them withdraw: most operations of a batch share a few shapes.
  struct Shape: Hashable {
    var table: TableID
    var fields: [FieldID]
    var withdraws: [Bool]
  }

  /// A column of values: one field of one table.
  struct ColumnKey: Hashable, Comparable {
    var table: TableID
    var field: FieldID

    static func < (left: ColumnKey, right: ColumnKey) -> Bool {
      left.table != right.table ? left.table < right.table : left.field < right.field
    }
  }

  /// A field of a row, to find the batch's own earlier write to it.
  struct Cell: Hashable {
    var row: RowID
    var field: FieldID
  }

  /// How a write names what it replaces.
  enum PreviousCode {
    static let nothing: UInt64 = 0
    static let rowCreation: UInt64 = 1
    static let ownEarlierWrite: UInt64 = 2
    /// A list of `code − explicit + 1` dots follows.
    static let explicit: UInt64 = 3
  }

  /// How a column writes its values.
  enum ColumnCode: UInt8 {
    case mixed = 0
    case integers = 1
    case texts = 2
    case bytes = 3
    case integerDifferences = 4
    case unset = 5
    case sealed = 6
  }
}

/// Dictionary-coded origins with per-origin differences of counters.
struct DotDictionary {
  var origins: [Origin]
  private var lastCounter: [Int64]

  init(_ origins: [Origin] = []) {
    self.origins = origins
    lastCounter = Array(repeating: 0, count: origins.count)
  }

  /// The signed step from the last counter of this origin, which becomes the last.
  mutating func step(to counter: UInt32, origin index: Int) -> Int64 {
    defer { lastCounter[index] = Int64(counter) }
    return Int64(counter) - lastCounter[index]
  }

  /// The dot that lies a received step behind the last of its origin.
  mutating func dot(after step: Int64, origin index: Int) throws(ProtocolError) -> Dot {
    guard origins.indices.contains(index) else { throw .malformed(.noSuchEntry) }
    let (counter, overflow) = lastCounter[index].addingReportingOverflow(step)
    guard !overflow, counter >= 0, counter <= Int64(Dot.maximumCounter) else {
      throw .malformed(.numberOutOfRange)
    }
    lastCounter[index] = counter
    return Dot(origin: origins[index], counter: UInt32(counter))
  }
}
