/// The rows of a directory file, checked one by one; every problem is collected.
struct DirectoryFile {
  /// A row whose cells are found by column name.
  struct Line {
    let number: Int
    let cells: [String: String]

    subscript(_ column: String) -> String { cells[column] ?? "" }
  }

  let file: DirectoryProblem.File
  private(set) var lines: [Line] = []
  var problems: [DirectoryProblem] = []

  /// Reads a file with the columns in any order; further columns are left alone.
  init(_ file: DirectoryProblem.File, _ bytes: [UInt8], columns: [String], required: Set<String>) {
    self.file = file
    let table: CSVTable
    do {
      table = try CSVTable(bytes)
    } catch {
      problems.append(DirectoryProblem(file, line: error.line, .unreadable(error)))
      return
    }
    let names = table.header.cells.map { $0.lowercased() }
    for column in columns where required.contains(column) && !names.contains(column) {
      problems.append(DirectoryProblem(file, line: table.header.line, .missingColumn(column)))
    }
    guard problems.isEmpty else { return }
    for row in table.rows {
      guard row.cells.count == names.count else {
        problems.append(
          DirectoryProblem(
            file, line: row.line,
            .cellCount(expected: names.count, found: row.cells.count)))
        continue
      }
      var cells: [String: String] = [:]
      for (name, cell) in zip(names, row.cells) where columns.contains(name) {
        cells[name] = cell
      }
      lines.append(Line(number: row.line, cells: cells))
    }
  }

  mutating func complain(_ line: Line, _ kind: DirectoryProblem.Kind) {
    problems.append(DirectoryProblem(file, line: line.number, kind))
  }

  /// A cell that must hold text.
  mutating func requiredText(_ line: Line, _ column: String, limit: Int = 200) -> String? {
    guard !line[column].isEmpty else {
      complain(line, .cell(column: column, .missing))
      return nil
    }
    return text(line, column, limit: limit)
  }

  /// A cell that may be empty; nil when it is, or when it has a problem.
  mutating func text(_ line: Line, _ column: String, limit: Int = 200) -> String? {
    guard !line[column].isEmpty else { return nil }
    guard !PersonalID.seemsToStand(in: line[column]) else {
      complain(line, .cell(column: column, .personalIDInText))
      return nil
    }
    do {
      return try NormalizedText(line[column], limit: limit).value
    } catch {
      complain(line, .cell(column: column, .input(error)))
      return nil
    }
  }

  mutating func phone(_ line: Line, _ column: String) -> String? {
    guard !line[column].isEmpty else { return nil }
    do {
      // Spreadsheets eat the leading zero of a telephone number.
      let typed = line[column]
      let isBare = typed.utf8.count == 9 && typed.utf8.allSatisfy { 48...57 ~= $0 }
      return try PhoneNumber(isBare ? "0" + typed : typed).canonical
    } catch {
      complain(line, .cell(column: column, .input(error)))
      return nil
    }
  }

  mutating func date(_ line: Line, _ column: String) -> LocalDate? {
    guard !line[column].isEmpty else { return nil }
    do {
      return try Format.parseDate(line[column])
    } catch {
      complain(line, .cell(column: column, .input(error)))
      return nil
    }
  }
}

extension CSVTable.Problem {
  /// The line of the trouble; the first where it is with the whole file.
  var line: Int {
    switch self {
    case .notUTF8(let line), .zeroByte(let line), .unclosedQuote(let line),
      .textAfterQuote(let line), .tooManyCells(let line), .cellTooLong(let line):
      line
    case .tooLarge, .tooManyRows, .empty: 1
    }
  }
}
