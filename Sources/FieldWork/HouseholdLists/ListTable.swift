/// The table of a list of households: its header found, its columns named.
struct ListTable {
  /// A line with its cells by column; cells that are empty are not there.
  struct Line {
    let number: Int
    let cells: [ListColumn: String]

    subscript(_ column: ListColumn) -> String? { cells[column] }
  }

  let text: FileText
  let separator: UInt8
  let headers: [(header: String, column: ListColumn?)]
  private(set) var lines: [Line] = []
  private(set) var problems: [ListProblem] = []

  var columns: Set<ListColumn> { Set(headers.compactMap(\.column)) }

  /// Lines among which the header is looked for: titles stand above it.
  private static let headerDepth = 20

  /// Reads a file.
  /// - Throws: the problems for which nothing of it can be read.
  init(_ bytes: [UInt8], choices: [ListColumnChoice]) throws(ListProblems) {
    guard bytes.count <= CSVTable.byteLimit else {
      throw ListProblems(ListProblem(1, .notATable(.tooLarge)))
    }
    let table: CSVTable
    do {
      text = try FileText(bytes)
    } catch {
      throw ListProblems(ListProblem(1, .unreadable(error)))
    }
    do {
      table = try CSVTable(Array(text.text.utf8))
    } catch {
      throw ListProblems(ListProblem(error.line, .notATable(error)))
    }
    separator = table.separator
    let rows = [table.header] + table.rows
    guard let place = Self.headerPlace(rows, choices) else {
      throw ListProblems(ListProblem(table.header.line, .headerMissing))
    }
    let header = rows[place]
    headers = header.cells.map { ($0, Self.column($0, choices)) }
    let found = Self.problems(headers, choices, line: header.line)
    guard found.isEmpty else { throw ListProblems(found) }
    for row in rows.dropFirst(place + 1) where !Self.isNumbering(row, below: header) { take(row) }
  }

  private mutating func take(_ row: CSVTable.Row) {
    guard row.cells.dropFirst(headers.count).allSatisfy(\.isEmpty) else {
      problems.append(
        ListProblem(row.line, .tooManyCells(expected: headers.count, found: row.cells.count)))
      return
    }
    var cells: [ListColumn: String] = [:]
    for (header, cell) in zip(headers, row.cells) where !cell.isEmpty {
      if let column = header.column { cells[column] = cell }
    }
    if !cells.isEmpty { lines.append(Line(number: row.line, cells: cells)) }
  }

  /// The first line in which two cells name a column; else the first with one.
  private static func headerPlace(
    _ rows: [CSVTable.Row], _ choices: [ListColumnChoice]
  ) -> Int? {
    let counts = rows.prefix(headerDepth).map { row in
      Set(row.cells.compactMap { column($0, choices) }).count
    }
    return counts.firstIndex { $0 >= 2 } ?? counts.firstIndex { $0 == 1 }
  }

  private static func column(_ header: String, _ choices: [ListColumnChoice]) -> ListColumn? {
    let folded = SearchFold.base(String(header.prefix(200)))
    if let choice = choices.first(where: { SearchFold.base($0.header) == folded }) {
      return choice.column
    }
    return ListColumn(header: header)
  }

  private static func problems(
    _ headers: [(header: String, column: ListColumn?)], _ choices: [ListColumnChoice], line: Int
  ) -> [ListProblem] {
    var problems: [ListProblem] = []
    let present = Set(headers.map { SearchFold.base(String($0.header.prefix(200))) })
    for choice in choices where !present.contains(SearchFold.base(choice.header)) {
      problems.append(ListProblem(line, .columnUnknown(choice.header)))
    }
    for column in ListColumn.allCases {
      let twice = headers.filter { $0.column == column }.map(\.header)
      if twice.count > 1 {
        problems.append(ListProblem(line, .columnTwice(column, headers: twice)))
      }
    }
    return problems
  }

  /// Forms number their columns below the header: (1) (2) (3).
  private static func isNumbering(_ row: CSVTable.Row, below header: CSVTable.Row) -> Bool {
    let numbers = row.cells.filter { !$0.isEmpty }.map { cell in
      Int(cell.filter { !"()[]. ".contains($0) })
    }
    return row.cells.count > 2 && numbers.count == row.cells.count
      && numbers == (1...row.cells.count).map { $0 }
  }
}

/// Problems for which nothing of a list is taken.
struct ListProblems: Error {
  let problems: [ListProblem]

  init(_ problems: [ListProblem]) { self.problems = problems }
  init(_ problem: ListProblem) { problems = [problem] }
}
