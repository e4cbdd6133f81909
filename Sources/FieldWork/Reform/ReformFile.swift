import SyncProtocol

/// One line of a reform: an old unit or hamlet, and what it became.
package struct ReformRow: Hashable, Sendable {
  /// The line of the file, from 1.
  package let line: Int
  /// The code of the old unit.
  package let oldCode: String
  /// A hamlet of it; nil where the unit as a whole is meant.
  package let oldHamlet: String?
  /// The code of the new unit; the same where only hamlets change.
  package let newCode: String
  /// The name of the new unit, where the file gives one.
  package let newName: String?
  /// The new name of the hamlet; nil where it keeps its own.
  package let newHamlet: String?
  /// Whether only a part goes there.
  package let isPart: Bool
}

/// The rows of a reform, checked one by one; every problem is collected.
///
/// Columns, in any order: `old_code`, `new_code` and `valid_from`; and as needed `old_name`,
/// `new_name`, `old_hamlet`, `new_hamlet`, `valid_to`, `extent` (whole or part).
struct ReformFile {
  static let columns = [
    "old_code", "old_name", "old_hamlet", "valid_to", "new_code", "new_name", "new_hamlet",
    "valid_from", "extent",
  ]

  private(set) var rows: [ReformRow] = []
  private(set) var day: LocalDate?
  var problems: [ReformProblem] = []

  init(_ bytes: [UInt8]) {
    var file = DirectoryFile(
      .reform, bytes, columns: Self.columns, required: ["old_code", "new_code", "valid_from"])
    for line in file.lines { read(line, &file) }
    problems += file.problems.map { ReformProblem(line: $0.line, .directory($0.kind)) }
    problems.sort { $0.line < $1.line }
    if problems.isEmpty, rows.isEmpty { problems = [ReformProblem(line: 1, .noRows)] }
  }

  mutating func complain(_ line: Int, _ kind: ReformProblem.Kind) {
    problems.append(ReformProblem(line: line, kind))
  }

  private mutating func read(_ line: DirectoryFile.Line, _ file: inout DirectoryFile) {
    let oldCode = code(line, "old_code", &file)
    let newCode = code(line, "new_code", &file)
    let oldName = file.text(line, "old_name")
    let newName = file.text(line, "new_name")
    let oldHamlet = file.text(line, "old_hamlet")
    let newHamlet = file.text(line, "new_hamlet")
    let isPart = extent(line, &file)
    let from = file.date(line, "valid_from")
    let to = file.date(line, "valid_to")
    if line["valid_from"].isEmpty {
      file.complain(line, .cell(column: "valid_from", .missing))
    }
    if let from, let to, to != from.adding(days: -1) {
      complain(line.number, .daysDoNotMeet(last: to, first: from))
    }
    if let from, let day, from != day { complain(line.number, .otherDay(from, day)) }
    day = day ?? from
    if newHamlet != nil, oldHamlet == nil {
      file.complain(line, .cell(column: "old_hamlet", .missing))
    }
    guard let oldCode, let newCode, let isPart, let from else { return }
    checkNames(line.number, oldCode, oldName, newCode, newName, from)
    let row = ReformRow(
      line: line.number, oldCode: oldCode, oldHamlet: oldHamlet, newCode: newCode,
      newName: newName, newHamlet: newHamlet, isPart: isPart)
    if let earlier = rows.first(where: { $0.meansTheSame(as: row) }) {
      complain(line.number, .duplicate(ofLine: earlier.line))
      return
    }
    rows.append(row)
  }

  private func code(
    _ line: DirectoryFile.Line, _ column: String, _ file: inout DirectoryFile
  ) -> String? {
    let typed = line[column].filter { !$0.isWhitespace }
    guard !typed.isEmpty else {
      file.complain(line, .cell(column: column, .missing))
      return nil
    }
    guard typed.utf8.count <= 5, typed.utf8.allSatisfy({ 48...57 ~= $0 }) else {
      file.complain(line, .cell(column: column, .unknownCommune(String(typed.prefix(60)))))
      return nil
    }
    // Spreadsheets eat leading zeros.
    return String(repeating: "0", count: 5 - typed.utf8.count) + typed
  }

  private func extent(_ line: DirectoryFile.Line, _ file: inout DirectoryFile) -> Bool? {
    switch SearchFold.base(line["extent"]) {
    case "", "whole", "toan bo", "ca": return false
    case "part", "mot phan", "phan": return true
    default:
      let typed = String(line["extent"].prefix(60))
      file.complain(
        line, .cell(column: "extent", .unknownChoice(typed: typed, choices: ["whole", "part"])))
      return nil
    }
  }

  /// A name that is not that of the code on the day is a slip in one of the two.
  private mutating func checkNames(
    _ line: Int, _ oldCode: String, _ oldName: String?, _ newCode: String, _ newName: String?,
    _ from: LocalDate
  ) {
    for (code, name, day) in [
      (oldCode, oldName, from.adding(days: -1)), (newCode, newName, from),
    ] {
      // The list of communes does not reach into the future: only a day that it knows is checked.
      guard let name, from <= Commune.validFrom || code == oldCode,
        let unit = PlaceLineage.units(code: code).first(where: { $0.isValid(on: day) })
      else { continue }
      let bare = unit.fullName.drop { $0 != " " }.dropFirst()
      let names = [unit.fullName, String(bare)].map(SearchFold.exact)
      let isTown = SearchFold.exact(unit.fullName).hasSuffix(" " + SearchFold.exact(name))
      if !names.contains(SearchFold.exact(name)), !isTown {
        complain(line, .nameOfAnother(code: code, typed: name, known: unit.fullName))
      }
    }
  }
}

extension ReformRow {
  fileprivate func meansTheSame(as other: ReformRow) -> Bool {
    func key(_ name: String?) -> String { name.map(SearchFold.exact) ?? "" }
    return oldCode == other.oldCode && newCode == other.newCode
      && key(oldHamlet) == key(other.oldHamlet) && key(newHamlet) == key(other.newHamlet)
  }
}
