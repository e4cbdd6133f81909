import SQLite
import SyncProtocol

/// A dimension while a count runs: its values as small numbers, the same for every kind of record.
struct CountAxis {
  let dimension: CountDimension
  /// What may pass; nil for everything.
  let filter: Set<CountKey>?
  /// What its numbers stand for.
  private(set) var keys: [CountKey] = []
  private let resolve: ((CountKey) -> CountKey)?
  private var numberByKey: [CountKey: Int32] = [:]
  /// What was read, with its number; negative for what does not pass.
  private var numberByValue: [CountKey: Int32] = [:]
  private var last: (value: CountKey, number: Int32)?

  init(
    _ dimension: CountDimension, _ filter: Set<CountKey>?, _ frame: CountFrame,
    _ reader: RecordReader
  ) throws {
    self.dimension = dimension
    self.filter = filter
    resolve = try dimension.meaning.resolver(reader, frame)
  }

  /// The number of what was read; negative when the filter keeps it out.
  mutating func number(of value: CountKey) -> Int32 {
    if let last, last.value == value { return last.number }
    let number = numberByValue[value] ?? newNumber(of: value)
    last = (value, number)
    return number
  }

  private mutating func newNumber(of value: CountKey) -> Int32 {
    let key = resolve?(value) ?? value
    let number: Int32
    if let filter, !filter.contains(key) {
      number = -1
    } else if let known = numberByKey[key] {
      number = known
    } else {
      number = Int32(keys.count)
      keys.append(key)
      numberByKey[key] = number
    }
    numberByValue[value] = number
    return number
  }
}

/// The groups of a count: each is a path of numbers, one for each axis.
struct CountGroups {
  private let depth: Int
  private var children: [UInt64: Int32] = [:]
  /// The paths of the groups, one after another.
  private(set) var paths: [Int32] = []
  private var nodeCount: Int32 = 1
  private var last: (path: [Int32], group: Int) = ([], -1)

  init(depth: Int) { self.depth = depth }

  /// How many there are.
  var count: Int { depth == 0 ? 0 : paths.count / depth }

  /// The group of a path; a new one gets the next number.
  mutating func group(of path: [Int32]) -> Int {
    if last.group >= 0, last.path == path { return last.group }
    var node: Int32 = 0
    for (level, number) in path.enumerated() {
      let edge = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: number))
      if let child = children[edge] {
        node = child
      } else if level == depth - 1 {
        children[edge] = Int32(count)
        node = Int32(count)
        paths += path
      } else {
        children[edge] = nodeCount
        node = nodeCount
        nodeCount += 1
      }
    }
    last = (path, Int(node))
    return Int(node)
  }

  /// The path of a group.
  func path(of group: Int) -> ArraySlice<Int32> { paths[group * depth..<(group + 1) * depth] }
}
