/// Small numbers by row: a table of its own, because a count asks it for every record.
///
/// Rows that were made together lie together, since a count mostly asks for them one after another.
/// Where a group of them stands depends on a seed of this process, so that nobody can choose rows
/// that crowd together.
struct RowNumbers {
  /// The rows whose numbers lie side by side.
  private struct Block {
    /// What the rows have in common, their upper bits.
    var name: Int64
    /// Where its numbers begin; negative where there is no block.
    var start: Int
  }

  /// What stands where a row has no number.
  private static let none = Int32.min
  private static let rowBits: Int64 = 5
  private static let rowsPerBlock = 1 << Int(rowBits)
  private static let smallest = 64

  private var blocks: [Block]
  private var blockCount = 0
  private var numbers: [Int32] = []
  /// How many rows there are.
  private(set) var count = 0
  private let seed: UInt64

  init() {
    blocks = Self.empty(Self.smallest)
    seed = UInt64(truncatingIfNeeded: 0.hashValue) | 1
  }

  /// The number of a row; nil for one that has none.
  subscript(row: Int64) -> Int32? {
    let start = blocks[place(of: row >> Self.rowBits)].start
    guard start >= 0 else { return nil }
    let number = numbers[start + Self.offset(row)]
    return number == Self.none ? nil : number
  }

  /// Gives a row a number, any but the least that there is.
  mutating func set(_ row: Int64, _ number: Int32) {
    let name = row >> Self.rowBits
    var place = place(of: name)
    if blocks[place].start < 0 {
      if blockCount >= blocks.count / 2 {
        grow()
        place = self.place(of: name)
      }
      blocks[place] = Block(name: name, start: numbers.count)
      blockCount += 1
      numbers.append(contentsOf: repeatElement(Self.none, count: Self.rowsPerBlock))
    }
    let index = blocks[place].start + Self.offset(row)
    if numbers[index] == Self.none { count += 1 }
    numbers[index] = number
  }

  private static func empty(_ size: Int) -> [Block] {
    Array(repeating: Block(name: 0, start: -1), count: size)
  }

  private static func offset(_ row: Int64) -> Int { Int(row) & (rowsPerBlock - 1) }

  /// Where a block stands, or would stand.
  private func place(of name: Int64) -> Int {
    // Blocks of one session differ in their lowest bits, those of two in the highest: both have to
    // reach the bits that are taken.
    var bits = UInt64(bitPattern: name) &* seed
    bits = (bits ^ bits >> 32) &* seed
    var place = Int(truncatingIfNeeded: bits >> UInt64(64 - blocks.count.trailingZeroBitCount))
    while blocks[place].start >= 0, blocks[place].name != name {
      place = (place + 1) & (blocks.count - 1)
    }
    return place
  }

  private mutating func grow() {
    let smaller = blocks
    blocks = Self.empty(smaller.count * 2)
    for block in smaller where block.start >= 0 { blocks[place(of: block.name)] = block }
  }

  /// How many blocks stand side by side at most: a search looks at no more of them.
  var longestRun: Int {
    var (longest, run) = (0, 0)
    for block in blocks {
      run = block.start < 0 ? 0 : run + 1
      longest = max(longest, run)
    }
    return longest
  }
}
