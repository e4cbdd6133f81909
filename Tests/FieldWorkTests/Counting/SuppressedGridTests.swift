import FieldWork
import Randomness
import Testing

/// Numbers of groups divided twice: nothing small can be worked out from what is shown beside it.
@Suite struct SuppressedGridTests {
  private static func numbers(_ people: Int) -> CountNumbers {
    var numbers = CountNumbers()
    numbers.countedAssists = people
    numbers.involvedResidents = people
    return numbers
  }

  private static func grid(_ table: [[Int]]) -> SuppressedGrid {
    let columns = table.first?.count ?? 0
    return SuppressedGrid(
      rows: table.indices.map { .init(.integer(Int64($0)), numbers(table[$0].reduce(0, +))) },
      columns: (0..<columns).map { column in
        .init(.text("\(column)"), numbers(table.reduce(0) { $0 + $1[column] }))
      },
      cells: table.enumerated().flatMap { row, cells in
        cells.enumerated().filter { $0.element > 0 }.map { column, people in
          (.integer(Int64(row)), .text("\(column)"), numbers(people))
        }
      }, total: numbers(table.joined().reduce(0, +)))
  }

  /// Whether the shown totals and cells leave only one value for a cell: Gauss over the equations of
  /// the totals, with the cells that are not shown as unknowns.
  private static func determined(_ grid: SuppressedGrid) -> Set<[Int]> {
    let unknowns = grid.rows.indices.flatMap { row in
      grid.columns.indices.filter { grid.numbers(ofRow: row)[$0] == .hidden }.map { [row, $0] }
    }
    func equation(_ isIn: ([Int]) -> Bool) -> [Double] { unknowns.map { isIn($0) ? 1 : 0 } }
    var equations = [equation { _ in true }]
    for row in grid.rows.indices where grid.rowTotals[row] != .hidden {
      equations.append(equation { $0[0] == row })
    }
    for column in grid.columns.indices where grid.columnTotals[column] != .hidden {
      equations.append(equation { $0[1] == column })
    }
    var rank = 0
    for column in unknowns.indices {
      guard
        let pivot = equations.indices.dropFirst(rank).first(where: {
          abs(equations[$0][column]) > 1e-9
        })
      else { continue }
      equations.swapAt(rank, pivot)
      equations[rank] = equations[rank].map { $0 / equations[rank][column] }
      for other in equations.indices where other != rank {
        let factor = equations[other][column]
        equations[other] = zip(equations[other], equations[rank]).map { $0 - factor * $1 }
      }
      rank += 1
    }
    return Set(
      equations.prefix(rank).compactMap { equation in
        let used = equation.indices.filter { abs(equation[$0]) > 1e-9 }
        return used.count == 1 ? unknowns[used[0]] : nil
      })
  }

  @Test(arguments: 0..<8) func `no small cell can be worked out from what is shown`(part: Int) {
    let seed = UInt64(7_000 + part)
    var random = SeededGenerator(seed: seed)
    var hidden = 0
    for _ in 0..<250 {
      let (rows, columns) = (
        Int.random(in: 2...6, using: &random), Int.random(in: 2...5, using: &random)
      )
      let table = (0..<rows).map { _ in
        (0..<columns).map { _ in
          Bool.random(using: &random) ? Int.random(in: 0...9, using: &random) : 40
        }
      }
      let grid = Self.grid(table)
      let determined = Self.determined(grid)
      for row in table.indices {
        for column in table[row].indices {
          let (people, shown) = (table[row][column], grid.numbers(ofRow: row)[column])
          if shown == .hidden { hidden += 1 } else { #expect(shown == .shown(people)) }
          guard (1..<5).contains(people) else { continue }
          #expect(shown == .hidden, "seed \(seed): \(table)")
          #expect(!determined.contains([row, column]), "seed \(seed): \(table), \(row) \(column)")
        }
      }
    }
    #expect(hidden > 0)
  }

  @Test func `what is large stands as it is, and nothing is nought`() {
    let grid = Self.grid([[20, 0, 9], [7, 8, 30]])
    #expect(grid.numbers(ofRow: 0) == [.shown(20), .shown(0), .shown(9)])
    #expect(grid.rowTotals == [.shown(29), .shown(45)] && grid.total == .shown(74))
    #expect(grid.columnTotals == [.shown(27), .shown(8), .shown(39)])
    #expect(grid.number(.integer(1), .text("1")) == .shown(8))
    #expect(grid.number(.integer(9), .text("1")) == .shown(0))
  }
}
