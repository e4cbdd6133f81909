/// The assists of a count divided twice, by rows and by columns, for eyes that may see no small
/// groups: no cell of few people can be worked out from the others and the totals beside them.
///
/// A row or column whose own total is hidden stands with all others of its kind as one, since that is
/// how they can be told by subtraction. In every row and column of what remains the hidden cells are
/// none or several, together at least the threshold, and each of them lies on a circle of hidden cells:
/// along it the numbers can be moved without any total telling, so that none is determined.
package struct SuppressedGrid: Sendable {
  /// The rows, in the order of their count.
  package let rows: [CountKey]
  /// The columns, in the order of theirs.
  package let columns: [CountKey]
  /// The total of each row.
  package let rowTotals: [SuppressedNumber]
  /// The total of each column.
  package let columnTotals: [SuppressedNumber]
  /// All assists.
  package let total: SuppressedNumber
  private let cells: [[SuppressedNumber]]

  /// A total of a row or a column.
  package struct Line: Sendable {
    /// What it is the total of.
    package let key: CountKey
    /// Its numbers.
    package let numbers: CountNumbers

    /// A total.
    package init(_ key: CountKey, _ numbers: CountNumbers) {
      self.key = key
      self.numbers = numbers
    }

    /// The groups of a count along one dimension.
    package static func lines(of count: Count) -> [Line] {
      count.groups.compactMap { group in group.keys.first.map { Line($0, group.numbers) } }
    }
  }

  /// What is hidden whatever its size, since something beside the grid would tell of it.
  package struct Hiding: Sendable {
    /// Rows with their totals.
    package var rows: Set<CountKey> = []
    /// Columns with their totals.
    package var columns: Set<CountKey> = []
    /// Columns of which no cell is told, though their totals are: the rarest, that others need not be
    /// hidden for the sake of small ones.
    package var cellsOfColumns: Set<CountKey> = []
    /// Cells, by their row and column.
    package var cells: Set<[CountKey]> = []
    /// How many people of a row, a column or a cell are not told of elsewhere; nil where these are all.
    package var unknown: Unknown?

    /// Nothing.
    package init() {}
  }

  /// People by what they belong to; who is not in it is nobody.
  package struct Unknown: Sendable {
    /// Of rows.
    package var rows: [CountKey: Int] = [:]
    /// Of columns.
    package var columns: [CountKey: Int] = [:]
    /// Of cells, by their row and column.
    package var cells: [[CountKey]: Int] = [:]

    /// Nobody.
    package init() {}
  }

  /// Hides what must be hidden.
  ///
  /// - Parameters:
  ///   - cells: those that hold anything, each with the keys of its row and its column.
  ///   - total: of all rows, which is that of all columns.
  package init(
    rows: [Line], columns: [Line],
    cells: [(row: CountKey, column: CountKey, numbers: CountNumbers)],
    total: CountNumbers, threshold: Int = SuppressedCount.standardThreshold,
    hiding: Hiding = Hiding()
  ) {
    let unknown = hiding.unknown
    let rowTotals = Self.totals(rows, unknown?.rows, threshold, hiding.rows)
    let columnTotals = Self.totals(columns, unknown?.columns, threshold, hiding.columns)
    self.rows = rows.map(\.key)
    self.columns = columns.map(\.key)
    self.rowTotals = rowTotals
    self.columnTotals = columnTotals
    self.total =
      SuppressedCount(groups: [], total: total, threshold: threshold).total.standingAssists
    let rowPlaces = Self.places(rowTotals)
    let columnPlaces = Self.places(columnTotals)
    let rowNumbers = Self.numbers(rows)
    let columnNumbers = Self.numbers(columns)
    var cover = GridCover(
      rows: (rowPlaces.max() ?? -1) + 1, columns: (columnPlaces.max() ?? -1) + 1,
      threshold: threshold)
    var values = Array(
      repeating: Array(repeating: 0, count: columns.count), count: rows.count)
    for cell in cells {
      guard let row = rowNumbers[cell.row], let column = columnNumbers[cell.column] else {
        continue
      }
      values[row][column] = cell.numbers.standingAssists
      let size = SuppressedCount.size(of: cell.numbers)
      cover.add(
        unknown.map { min(size, $0.cells[[cell.row, cell.column]] ?? 0) } ?? size,
        at: rowPlaces[row], columnPlaces[column])
      if columnTotals[column] != .hidden && hiding.cellsOfColumns.contains(cell.column)
        || hiding.cells.contains([cell.row, cell.column])
      {
        cover.hide(rowPlaces[row], columnPlaces[column])
      }
    }
    cover.close()
    self.cells = rows.indices.map { row in
      columns.indices.map { column in
        if rowTotals[row] == .hidden || columnTotals[column] == .hidden {
          // A line that is empty as a whole is told by its total.
          return rowTotals[row] == .shown(0) || columnTotals[column] == .shown(0)
            ? .shown(0) : .hidden
        }
        return cover.hides(rowPlaces[row], columnPlaces[column])
          ? .hidden : .shown(values[row][column])
      }
    }
  }

  /// A cell; no number where the grid has no such row or column.
  package func number(_ row: CountKey, _ column: CountKey) -> SuppressedNumber {
    guard let row = rows.firstIndex(of: row), let column = columns.firstIndex(of: column) else {
      return .shown(0)
    }
    return cells[row][column]
  }

  /// The cells of a row, in the order of the columns.
  package func numbers(ofRow row: Int) -> [SuppressedNumber] { cells[row] }

  private static func totals(
    _ lines: [Line], _ unknown: [CountKey: Int]?, _ threshold: Int, _ hiding: Set<CountKey>
  ) -> [SuppressedNumber] {
    let hidden = SuppressedCount.hidden(
      lines.map { line in
        let size = SuppressedCount.size(of: line.numbers)
        return unknown.map { min(size, $0[line.key] ?? 0) } ?? size
      }, threshold: threshold,
      hiding: Set(lines.indices.filter { hiding.contains(lines[$0].key) }))
    return lines.indices.map {
      hidden.contains($0) ? .hidden : .shown(lines[$0].numbers.standingAssists)
    }
  }

  private static func numbers(_ lines: [Line]) -> [CountKey: Int] {
    Dictionary(
      lines.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where each line stands in the table of what can be told: hidden ones together on one place.
  private static func places(_ totals: [SuppressedNumber]) -> [Int] {
    var next = totals.contains(.hidden) ? 1 : 0
    return totals.map { total in
      guard total != .hidden else { return 0 }
      defer { next += 1 }
      return next
    }
  }
}

/// Which cells of a table with known totals are hidden.
struct GridCover {
  private let rowCount: Int
  private let columnCount: Int
  private let threshold: Int
  private var sizes: [Int]
  private var hidden: [Bool]

  init(rows: Int, columns: Int, threshold: Int) {
    rowCount = max(0, rows)
    columnCount = max(0, columns)
    self.threshold = threshold
    sizes = Array(repeating: 0, count: rowCount * columnCount)
    hidden = Array(repeating: false, count: rowCount * columnCount)
  }

  /// Adds people to a cell.
  mutating func add(_ size: Int, at row: Int, _ column: Int) {
    sizes[row * columnCount + column] += size
  }

  /// Hides a cell whatever stands in it.
  mutating func hide(_ row: Int, _ column: Int) { hidden[row * columnCount + column] = true }

  func hides(_ row: Int, _ column: Int) -> Bool { hidden[row * columnCount + column] }

  /// Hides small cells, and others until none of them can be worked out.
  mutating func close() {
    for cell in sizes.indices where sizes[cell] > 0 && sizes[cell] < threshold {
      hidden[cell] = true
    }
    let lines = (0..<rowCount).map(row) + (0..<columnCount).map(column)
    var isChanged = true
    while isChanged {
      isChanged = false
      for line in lines where !isSafe(line) { isChanged = hideOne(of: line) || isChanged }
      if !isChanged {
        for cell in bridges() {
          let (row, column) = (row(cell / columnCount), column(cell % columnCount))
          isChanged =
            hideOne(of: row) || hideOne(of: column) || hideOne(of: row, orEmpty: true)
            || hideOne(of: column, orEmpty: true) || isChanged
        }
      }
    }
  }

  private func row(_ number: Int) -> [Int] {
    (0..<columnCount).map { number * columnCount + $0 }
  }

  private func column(_ number: Int) -> [Int] {
    (0..<rowCount).map { $0 * columnCount + number }
  }

  private func isSafe(_ line: [Int]) -> Bool {
    var (count, people) = (0, 0)
    for cell in line where hidden[cell] { (count, people) = (count + 1, people + sizes[cell]) }
    return count == 0 || count > 1 && people >= threshold
  }

  /// Hides the smallest cell of a line that is shown; false where there is none.
  ///
  /// - Parameter orEmpty: takes one that holds nothing too: its nought would complete a sum.
  private mutating func hideOne(of line: [Int], orEmpty: Bool = false) -> Bool {
    let shown = line.filter { !hidden[$0] && (orEmpty || sizes[$0] > 0) }
    guard let smallest = shown.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) else { return false }
    hidden[smallest] = true
    return true
  }

  /// Hidden cells on no circle of hidden cells: the totals alone say what stands there.
  private func bridges() -> [Int] {
    // Rows and columns are points, hidden cells the ways between them.
    var ways: [[(to: Int, cell: Int)]] = Array(repeating: [], count: rowCount + columnCount)
    for cell in hidden.indices where hidden[cell] {
      let (row, column) = (cell / columnCount, rowCount + cell % columnCount)
      ways[row].append((column, cell))
      ways[column].append((row, cell))
    }
    var order = Array(repeating: -1, count: ways.count)
    var lowest = order
    var found: [Int] = []
    var next = 0
    for start in ways.indices where order[start] < 0 && !ways[start].isEmpty {
      // A path of its own instead of recursion: there are thousands of teams.
      var path: [(point: Int, cameBy: Int, way: Int)] = [(start, -1, 0)]
      (order[start], lowest[start], next) = (next, next, next + 1)
      while let (point, cameBy, way) = path.last {
        guard way < ways[point].count else {
          path.removeLast()
          if let parent = path.last?.point {
            lowest[parent] = min(lowest[parent], lowest[point])
            if lowest[point] > order[parent] { found.append(cameBy) }
          }
          continue
        }
        path[path.count - 1].way += 1
        let (to, cell) = ways[point][way]
        if cell == cameBy { continue }
        if order[to] >= 0 {
          lowest[point] = min(lowest[point], order[to])
        } else {
          (order[to], lowest[to], next) = (next, next, next + 1)
          path.append((to, cell, 0))
        }
      }
    }
    return found
  }
}
