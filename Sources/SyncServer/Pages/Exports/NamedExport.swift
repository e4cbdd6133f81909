import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// A file with names, for a purpose that the log keeps and the file carries; pages and commands take
/// out the same.
struct NamedExport {
  let kind: ExportKind
  /// As it was typed; empty for all within reach.
  private let place: String
  private let purpose: String
  /// A list with what it says of itself below it; nil for mail merge.
  private let format: ListFileFormat?

  /// - Parameters:
  ///   - purpose: as somebody typed it.
  ///   - format: nil for mail merge.
  /// - Throws: `NamedExportProblem.noPurpose`.
  init(
    _ kind: ExportKind, from place: String, for purpose: String, as format: ListFileFormat?
  ) throws {
    self.kind = kind
    self.place = place
    self.format = format
    guard (ExportWords.minimum...ExportWords.maximum).contains(purpose.count),
      let checked = try? FieldStore.checkText(
        purpose, as: TaskTable.title, limit: ExportWords.maximum)
    else { throw NamedExportProblem.noPurpose }
    self.purpose = checked
  }

  /// What a browser makes of it.
  var mediaType: String { (format ?? .csv).mediaType }

  /// What it is called where nobody says otherwise.
  var fileName: String {
    format.map { "\(kind.rawValue).\($0.rawValue)" } ?? "tron-thu-\(kind.rawValue).csv"
  }

  /// The file; the log has it when this returns.
  /// - Throws: `NamedExportProblem.notReached`, `.tooMany`, `SpreadsheetError`, `HomeError`; then
  ///   nothing was taken out.
  func file(for taker: FileTaker, within reached: ReachedWork) throws -> ResponseFile {
    let list = list(taker.language)
    /// Reads all rows of one moment; returns how many were withheld.
    func read(_ add: ([SpreadsheetValue]) throws -> Void) throws -> Int {
      try taker.centre.read { reader in
        guard let area = try ExportArea(place, reader, reached, on: taker.now.date) else {
          throw NamedExportProblem.notReached
        }
        return try NamedRows(
          kind: kind, area: area, reached: reached, now: taker.now, language: taker.language
        ).forEach(reader, add)
      }
    }
    guard let format else { return try letters(for: taker, list.path, read) }
    return try ListFile(list, format, name: kind.rawValue, purpose: purpose).file(
      for: taker, list.choice(NamedValues([]))
    ) { add in
      let withheld = try read(add)
      let area = place.isEmpty ? reached.shownWords(taker.language) : place
      return [
        (ExportWords.place, .text(area)), (ExportWords.withheld, .integer(Int64(withheld))),
      ]
    }
  }

  private func list(_ language: Language) -> PageList<[SpreadsheetValue]> {
    PageList(
      "\(ExportPages.path)/\(kind.rawValue)", CoordinatorWords.capitalised(kind.words),
      columns: kind.columns.enumerated().map { place, label in
        PageList.Column("\(place)", label) { row in
          row.indices.contains(place) ? row[place] : .empty
        }
      }, empty: BilingualText(same: ""))
  }

  /// A letter a row: what every file says of itself stands in columns of its own, since a row of it
  /// would be one more letter.
  private func letters(
    for taker: FileTaker, _ path: String,
    _ read: (_ add: ([SpreadsheetValue]) throws -> Void) throws -> Int
  ) throws -> ResponseFile {
    var rows: [[SpreadsheetValue]] = []
    _ = try read { row in
      guard rows.count < ExportWords.mergeRows else { throw NamedExportProblem.tooMany }
      rows.append(row)
    }
    let further = [
      ExportWords.row, ExportWords.rows, ExportWords.total, ExportWords.purpose, ExportWords.by,
      ExportWords.at,
    ]
    let writer = try CSVFileWriter(
      (kind.columns + further).map { $0.text(in: taker.language) }, in: taker.centre.home,
      isOpenedByExcel: false)
    let count = Int64(rows.count)
    for (place, row) in rows.enumerated() {
      try writer.add(
        row + [
          .integer(Int64(place) + 1), .integer(count), .integer(count * (count + 1) / 2),
          .text(purpose), .text(taker.name), .minute(taker.now.minutesSince1970),
        ])
    }
    let file = try writer.finish()
    try taker.centre.note(
      AuditEvent(
        .exported, path, detail: "rows=\(count); with names; mail merge; purpose=\(purpose)"),
      by: taker.actor)
    return file
  }
}

/// Why no file with names was taken out.
enum NamedExportProblem: String, CentreProblem {
  /// It is not said what it is for.
  case noPurpose = "no-purpose"
  /// The place is none, or beyond reach.
  case notReached = "place-beyond-reach"
  /// There are more rows than a file for mail merge holds.
  case tooMany = "too-many-rows"

  /// The stable code.
  var code: String { rawValue }
  /// What kind of trouble it is.
  var category: ErrorCategory { .userError }
  /// What to do next.
  var words: BilingualText {
    switch self {
    case .noPurpose: ExportWords.noPurpose
    case .notReached: ExportWords.notReached
    case .tooMany: ExportWords.tooMany
    }
  }
}

extension ReachedWork {
  /// What is within reach, in words.
  fileprivate func shownWords(_ language: Language) -> String {
    (words ?? BilingualText(vi: "cả trung tâm", en: "the whole centre")).text(in: language)
  }
}
