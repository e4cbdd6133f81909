import SyncProtocol

/// Small numbers by row: a table of its own, because a count asks it for every record.
///
/// Rows of one session lie in it in the order in which they were written, as they do in the store;
/// where a session begins depends on a seed of this process, so that nobody can choose rows that
/// crowd together.
struct RowNumbers {
  /// What stands where there is no row.
  private static let none = Int32.min
  private static let smallest = 64

  private var rows: [Int64]
  private var numbers: [Int32]
  /// How many rows there are.
  private(set) var count = 0
  private let seed: UInt64

  /// - Parameter capacity: how many rows are expected.
  init(capacity: Int = 0) {
    var slots = Self.smallest
    while slots / 2 < min(capacity, 1 << 26) { slots *= 2 }
    rows = Array(repeating: 0, count: slots)
    numbers = Array(repeating: Self.none, count: slots)
    seed = UInt64(truncatingIfNeeded: 0.hashValue) | 1
  }

  /// The number of a row; nil for one that has none.
  subscript(row: Int64) -> Int32? {
    let number = numbers[slot(of: row)]
    return number == Self.none ? nil : number
  }

  /// Gives a row a number, any but the least that there is.
  mutating func set(_ row: Int64, _ number: Int32) {
    let slot = slot(of: row)
    if numbers[slot] == Self.none {
      count += 1
      rows[slot] = row
    }
    numbers[slot] = number
    if count > rows.count / 2 { grow() }
  }

  /// Where a row stands, or would stand.
  private func slot(of row: Int64) -> Int {
    let bits = UInt64(bitPattern: row)
    let session = (bits >> UInt64(Dot.counterBits)) &* seed
    let start = session >> UInt64(64 - rows.count.trailingZeroBitCount)
    var slot = Int(truncatingIfNeeded: start &+ bits) & (rows.count - 1)
    while numbers[slot] != Self.none, rows[slot] != row { slot = (slot + 1) & (rows.count - 1) }
    return slot
  }

  private mutating func grow() {
    var larger = RowNumbers(capacity: rows.count)
    for (row, number) in zip(rows, numbers) where number != Self.none { larger.set(row, number) }
    self = larger
  }
}
