import FieldWork

/// The assists of a period divided twice, as a trainer is told them: what its months hide is not given
/// away by it, and weeks are told in bands.
struct TrainerGrid: Sendable {
  /// What is counted.
  struct Counts: Sendable {
    let rows: [SuppressedGrid.Line]
    let columns: [SuppressedGrid.Line]
    /// Those that hold anything.
    let cells: [(row: CountKey, column: CountKey, numbers: CountNumbers)]
    let total: CountNumbers
  }

  let rows: [CountKey]
  let columns: [CountKey]
  let rowTotals: [SuppressedNumber]
  let columnTotals: [SuppressedNumber]
  let total: SuppressedNumber
  private let cells: [[SuppressedNumber]]
  private let rowPlaces: [CountKey: Int]
  private let columnPlaces: [CountKey: Int]
  /// How many people are behind what is hidden.
  private let hidden: SuppressedGrid.Unknown

  /// A cell; 0 where the grid has no such row or column.
  func number(_ row: CountKey, _ column: CountKey) -> SuppressedNumber {
    guard let row = rowPlaces[row], let column = columnPlaces[column] else { return .shown(0) }
    return cells[row][column]
  }

  /// The cells of a row, in the order of the columns.
  func numbers(ofRow row: Int) -> [SuppressedNumber] { cells[row] }

  /// The total of a row; 0 where there is none.
  func rowTotal(_ row: CountKey) -> SuppressedNumber {
    rowPlaces[row].map { rowTotals[$0] } ?? .shown(0)
  }

  /// The total of a column; 0 where there is none.
  func columnTotal(_ column: CountKey) -> SuppressedNumber {
    columnPlaces[column].map { columnTotals[$0] } ?? .shown(0)
  }

  /// - Parameters:
  ///   - total: as the tables of the period tell it.
  ///   - months: the grids of its months, where it has several.
  init(
    _ counts: Counts, of period: Period, total: SuppressedNumber,
    months: [(period: Period, grid: TrainerGrid)],
    hiding: SuppressedGrid.Hiding = SuppressedGrid.Hiding(),
    threshold: Int = SuppressedCount.standardThreshold
  ) {
    func hiddenInMonths<Key>(
      _ part: (SuppressedGrid.Unknown) -> [Key: Int]
    ) -> HiddenInMonths<Key> {
      HiddenInMonths(
        period, months.map { ($0.period, part($0.grid.hidden)) }, threshold: threshold)
    }
    var hiding = hiding
    if !months.isEmpty {
      let (rows, columns) = (hiddenInMonths(\.rows), hiddenInMonths(\.columns))
      let cells = hiddenInMonths(\.cells)
      hiding.rows.formUnion(rows.untold)
      hiding.columns.formUnion(columns.untold)
      hiding.cells.formUnion(cells.untold)
      var unknown = SuppressedGrid.Unknown()
      (unknown.rows, unknown.columns, unknown.cells) =
        (rows.unknown, columns.unknown, cells.unknown)
      hiding.unknown = unknown
    }
    let grid = SuppressedGrid(
      rows: counts.rows, columns: counts.columns, cells: counts.cells, total: counts.total,
      threshold: threshold, hiding: hiding)
    rows = grid.rows
    columns = grid.columns
    self.total = total
    let grids = months.map(\.grid)
    rowTotals = zip(grid.rows, grid.rowTotals).map { key, own in
      own.told(in: period, months: grids.lazy.map { $0.rowTotal(key) })
    }
    columnTotals = zip(grid.columns, grid.columnTotals).map { key, own in
      own.told(in: period, months: grids.lazy.map { $0.columnTotal(key) })
    }
    cells = grid.rows.indices.map { row in
      zip(grid.columns, grid.numbers(ofRow: row)).map { column, own in
        own.told(in: period, months: grids.lazy.map { $0.number(grid.rows[row], column) })
      }
    }
    func places(_ keys: [CountKey]) -> [CountKey: Int] {
      Dictionary(
        keys.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }
    rowPlaces = places(grid.rows)
    columnPlaces = places(grid.columns)
    var hidden = SuppressedGrid.Unknown()
    func size(_ numbers: CountNumbers) -> Int { max(1, SuppressedCount.size(of: numbers)) }
    for (line, told) in zip(counts.rows, grid.rowTotals) where told == .hidden {
      hidden.rows[line.key] = size(line.numbers)
    }
    for (line, told) in zip(counts.columns, grid.columnTotals) where told == .hidden {
      hidden.columns[line.key] = size(line.numbers)
    }
    for cell in counts.cells {
      guard let row = rowPlaces[cell.row], let column = columnPlaces[cell.column],
        grid.numbers(ofRow: row)[column] == .hidden
      else { continue }
      hidden.cells[[cell.row, cell.column]] = size(cell.numbers)
    }
    self.hidden = hidden
  }
}
