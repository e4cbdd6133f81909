/// A table for people: aligned columns, numbers on the right, an honest line when there are no rows.
package struct Table: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// The heading.
    package let title: BilingualText
    /// Whether cells stand at the right edge, as numbers do.
    package let isNumber: Bool

    /// A column of text, aligned left.
    package static func text(_ title: BilingualText) -> Column {
      Column(title: title, isNumber: false)
    }

    /// A column of numbers, aligned right.
    package static func number(_ title: BilingualText) -> Column {
      Column(title: title, isNumber: true)
    }
  }

  /// The columns from left to right.
  package let columns: [Column]
  /// The rows, each with one cell for every column.
  package let rows: [[String]]
  /// What is printed when there are no rows; says what that means ("no laptop has reported yet").
  package let empty: BilingualText

  /// Makes a table; every row must have one cell for every column.
  package init(_ columns: [Column], _ rows: [[String]], empty: BilingualText) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row differs from its columns")
    self.columns = columns
    self.rows = rows
    self.empty = empty
  }

  /// The lines of the table, without trailing blanks, each ended by a line feed.
  package func text(in language: Language) -> String {
    guard !rows.isEmpty else { return empty.text(in: language) + "\n" }
    let heading = columns.map { $0.title.text(in: language) }
    let cells = rows.map { $0.map(printable) }
    var widths = heading.map(displayWidth)
    for row in cells {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], displayWidth(cell))
      }
    }
    var result = line(heading, widths)
    result += line(widths.map { String(repeating: "─", count: $0) }, widths)
    for row in cells { result += line(row, widths) }
    return result
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var result = ""
    var owedBlanks = 0
    for (index, cell) in cells.enumerated() {
      let padding = widths[index] - displayWidth(cell)
      if columns[index].isNumber { owedBlanks += padding }
      if !cell.isEmpty {
        result += String(repeating: " ", count: owedBlanks) + cell
        owedBlanks = 0
      }
      owedBlanks += columns[index].isNumber ? 2 : padding + 2
    }
    return result + "\n"
  }
}
