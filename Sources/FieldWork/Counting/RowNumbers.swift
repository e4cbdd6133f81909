/// Small numbers by row: a table of its own, because a count asks it for every record.
///
/// Where a row stands depends on a seed of this process, so that nobody can choose rows that crowd
/// together.
struct RowNumbers {
  private struct Slot {
    var row: Int64
    var number: Int32
  }

  /// What stands where there is no row.
  private static let none = Int32.min
  private static let smallest = 64

  private var slots: [Slot]
  /// How many rows there are.
  private(set) var count = 0
  private let seed: UInt64

  /// - Parameter capacity: how many rows are expected.
  init(capacity: Int = 0) {
    var size = Self.smallest
    while size / 2 < min(capacity, 1 << 26) { size *= 2 }
    slots = Array(repeating: Slot(row: 0, number: Self.none), count: size)
    seed = UInt64(truncatingIfNeeded: 0.hashValue) | 1
  }

  /// The number of a row; nil for one that has none.
  subscript(row: Int64) -> Int32? {
    let number = slots[place(of: row)].number
    return number == Self.none ? nil : number
  }

  /// Gives a row a number, any but the least that there is.
  mutating func set(_ row: Int64, _ number: Int32) {
    let place = place(of: row)
    if slots[place].number == Self.none { count += 1 }
    slots[place] = Slot(row: row, number: number)
    if count > slots.count / 2 { grow() }
  }

  /// Where a row stands, or would stand.
  private func place(of row: Int64) -> Int {
    // Rows of one session differ in their lowest bits, those of two in the highest: both have to
    // reach the bits that are taken.
    var bits = UInt64(bitPattern: row) &* seed
    bits = (bits ^ bits >> 32) &* seed
    var place = Int(truncatingIfNeeded: bits >> UInt64(64 - slots.count.trailingZeroBitCount))
    while slots[place].number != Self.none, slots[place].row != row {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private mutating func grow() {
    var larger = RowNumbers(capacity: slots.count)
    for slot in slots where slot.number != Self.none { larger.set(slot.row, slot.number) }
    self = larger
  }

  /// How many rows stand side by side at most: a search looks at no more of them.
  var longestRun: Int {
    var (longest, run) = (0, 0)
    for slot in slots {
      run = slot.number == Self.none ? 0 : run + 1
      longest = max(longest, run)
    }
    return longest
  }
}
