import Replica
import SyncProtocol

/// A CSV file of new records of one kind: a column for each option of its form, the elements of a
/// set separated by `|`, an empty cell for what is not given.
package struct FormFile: Sendable {
  /// A row.
  struct Line: Sendable {
    let number: Int
    let draft: FormDraft
  }

  /// Why nothing of a file was taken.
  package enum Problem: Error, Sendable {
    /// Not a CSV file.
    case unreadable(CSVTable.Problem)
    /// Columns that the form does not have; and those that it has.
    case unknownColumns([String], known: [String])
    /// Rows with what is wrong with each.
    case lines([(line: Int, error: FieldError)])

    /// What people read.
    package var words: BilingualText {
      switch self {
      case .unreadable(let problem): problem.words
      case .unknownColumns(let names, let known):
        BilingualText(
          vi: "Không có cột \(names.joined(separator: ", ")); các cột có thể dùng: "
            + "\(known.joined(separator: ", ")). Chưa ghi gì.",
          en: "There is no column \(names.joined(separator: ", ")); columns may be: "
            + "\(known.joined(separator: ", ")). Nothing was written.")
      case .lines(let lines):
        lines.prefix(Self.shownLines).reduce(
          BilingualText(
            vi: "Chưa ghi gì: \(lines.count) dòng cần sửa.",
            en: "Nothing was written: \(lines.count) lines need mending.")
        ) { text, line in
          text + BilingualText(vi: "\n  dòng \(line.line): ", en: "\n  line \(line.line): ")
            + Self.words(of: line.error)
        }
      }
    }

    private static let shownLines = 50

    private static func words(of error: FieldError) -> BilingualText {
      guard case .invalid(let problems) = error else { return error.words }
      return BilingualText(
        vi: problems.map(\.words.vietnamese).joined(separator: " "),
        en: problems.map(\.words.english).joined(separator: " "))
    }
  }

  let form: RecordForm
  let lines: [Line]

  /// Reads a file.
  /// - Throws: `Problem.unreadable`, `.unknownColumns`.
  package init(_ form: RecordForm, _ bytes: [UInt8]) throws {
    let table: CSVTable
    do {
      table = try CSVTable(bytes)
    } catch {
      throw Problem.unreadable(error)
    }
    let names = table.header.cells.map { $0.lowercased() }
    let fields = names.map { name in form.fields.first { $0.option == name } }
    let unknown = zip(names, fields).filter { $1 == nil }.map(\.0)
    guard unknown.isEmpty else {
      throw Problem.unknownColumns(unknown, known: form.fields.map(\.option))
    }
    self.form = form
    lines = table.rows.map { row in
      var draft = FormDraft()
      for case (let cell, let field?) in zip(row.cells, fields) where !cell.isEmpty {
        if field.isSet {
          draft.lists[field.definition.id] = cell.split(separator: "|").map(String.init)
        } else {
          draft.texts[field.definition.id] = cell
        }
      }
      return Line(number: row.line, draft: draft)
    }
  }
}

/// What loading a file did, or would do.
package struct FormLoad: Hashable, Sendable {
  /// New records.
  package var added = 0
  /// Rows that say what stands already.
  package var unchanged = 0
  /// New versions of procedures that are of the same unit and day as others, in the file or on record.
  package var rivals = 0
}

extension FieldStore {
  /// Adds what a file says and what does not stand already. Everything is checked first; when the
  /// machine dies in between, the same file again does the rest and nothing twice.
  /// - Throws: `FormFile.Problem.lines` with every problem of every row, `FieldError.notTheCentre`.
  package func load(
    _ file: FormFile, isDryRun: Bool, author: RowID?, clock: ClockReading
  ) throws -> FormLoad {
    try requireMayWrite(file.form)
    let knowledge = try knowledge(of: clock)
    var load = FormLoad()
    var fresh: [FormCheck] = []
    var seen: Set<FormDraft> = []
    var problems: [(line: Int, error: FieldError)] = []
    for line in file.lines {
      do {
        let check = try check(file.form, line.draft, of: nil, knowledge, author)
        _ = try scope(of: check)
        if try !seen.insert(line.draft).inserted || stands(check) {
          load.unchanged += 1
        } else {
          fresh.append(check)
        }
      } catch let error as FieldError {
        problems.append((line.number, error))
      }
    }
    guard problems.isEmpty else { throw FormFile.Problem.lines(problems) }
    load.added = fresh.count
    load.rivals = try rivals(in: fresh)
    guard !isDryRun else { return load }
    var rest = fresh[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(200)
      try commit(author: author, clock: clock) { act in
        for check in chunk { _ = try create(check, act) }
      }
      rest = rest.dropFirst(chunk.count)
    }
    return load
  }

  /// How many checked versions of procedures are rivals of each other or of what stands.
  private func rivals(in fresh: [FormCheck]) throws -> Int {
    let versions = fresh.filter { $0.form.table.id == ProcedureVersionTable.definition.id }
    let places = versions.map { ProcedureVersion.Place($0.checker.result) }
    let counts = Dictionary(places.map { ($0, 1) }, uniquingKeysWith: +)
    return try zip(versions, places).count { version, place in
      try (counts[place] ?? 0) > 1 || reader.rivals(of: nil, version.checker.result) > 0
    }
  }

  /// Whether a standing record holds all that a row says.
  private func stands(_ check: FormCheck) throws -> Bool {
    var filter = FormFilter()
    filter.values = check.checker.values.filter { $0.field.sealing == nil }
      .map { (field: $0.field, value: $0.value) }
    return try reader.formCount(check.form, filter) > 0
  }
}
