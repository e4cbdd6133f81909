/// The columns of a batch's operations, before compression.
///
/// Like stands beside like (all row numbers, all times, all values of one field), so that small
/// differences stay small numbers and the compressor finds what repeats. SPEC.md has the grammar.
public enum BatchBody {
  /// A body's five sections: what differs in nature is compressed with statistics of its own.
  struct Sections {
    /// Shapes and codes: few different small numbers.
    var structure = ByteWriter()
    /// Lengths of texts and bytes.
    var lengths = ByteWriter()
    /// Counters, times, integers.
    var numbers = ByteWriter()
    /// The low bytes of numbers.
    var low = ByteWriter()
    /// What texts and bytes hold.
    var contents = ByteWriter()

    var all: [[UInt8]] {
      [structure.bytes, lengths.bytes, numbers.bytes, low.bytes, contents.bytes]
    }
  }

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
    case integerPlanes = 7
  }

  /// An upper bound of what an operation adds to the body of any batch that holds it.
  ///
  /// Planes are as wide as the widest number of a column, and the key of a sealed value stands as a
  /// difference from the one before, so an operation can take a few bytes more beside others than it
  /// takes alone.
  ///
  /// - Parameter byteCount: the size of its own body, encoded alone.
  public static func bound(of operation: Operation, encodedAlone byteCount: Int) -> Int {
    let explicitDots = operation.writes.reduce(0) { $0 + $1.previous.count }
    let sealedValues = operation.writes.count { $0.value?.kind == .sealed }
    return byteCount + 8 + 3 + 3 * explicitDots + 9 * sealedValues
  }
}
