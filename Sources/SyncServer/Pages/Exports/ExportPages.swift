import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Files with names, for a purpose that the log keeps and the file carries: as lists, and for mail
/// merge.
enum ExportPages {
  static let path = "/exports"
  private static let mergeName = "merge"

  static let routes = [
    PageRoute(.get, path, access: .coordinator) { try form($0, problem: nil) },
    // What is taken out is noted with what for, before anybody has the file.
    PageRoute(.post, path, access: .coordinator, isNoted: false, handler: take),
  ]

  /// Where a list of a hamlet is asked for.
  static func address(of kind: ExportKind, in place: String) -> String {
    let items = [
      NamedValues.Item(name: "list", value: kind.rawValue),
      NamedValues.Item(name: "place", value: place),
    ]
    return "\(path)?\(NamedValues(items).encoded)"
  }

  private static func form(
    _ request: PageRequest, problem: BilingualText?
  ) throws -> HTTPResponse {
    let language = request.language
    func value(_ name: String) -> String {
      String((request.form[name] ?? request.http.query[name] ?? "").prefix(400))
    }
    var frame = request.frame(ExportWords.title)
    frame.isNarrow = true
    frame.lead = try request.reached().words
    if request.http.method.changesState { frame.path = path }
    let reached = try request.reached()
    let homeless = try request.centre.read {
      try ExportArea.homeless($0, reached, limit: ExportWords.homelessCodes)
    }
    return .html(
      frame.page {
        panel(lead: ExportWords.lead.text(in: language)) {
          PageForm(
            action: path, formToken: request.formToken, submit: ExportWords.make, problem: problem
          ).html(language) {
            PageField(
              "list", ExportWords.what,
              .choice(ExportKind.allCases.map { (value: $0.rawValue, words: $0.words) }),
              value: value("list"), isRequired: true
            ).html(language)
            PageField(
              "place", ExportWords.place, value: value("place"), hint: ExportWords.placeHint
            ).html(language)
            PageField(
              "purpose", ExportWords.purpose, value: value("purpose"),
              hint: ExportWords.purposeHint, isRequired: true
            ).html(language)
            PageField(
              "format", ExportWords.format,
              .choice([
                (value: ListFileFormat.xlsx.rawValue, words: BilingualText(same: "Excel (XLSX)")),
                (value: ListFileFormat.csv.rawValue, words: BilingualText(same: "CSV")),
                (value: mergeName, words: ExportWords.merge),
              ]), value: value("format"), isRequired: true
            ).html(language)
          }
          if homeless.count > 0 {
            element("p", ["class": "message warn"]) {
              ExportWords.homeless(homeless.count).text(in: language)
            }
            element("p") {
              for (place, code) in homeless.codes.enumerated() {
                if place > 0 { HTML.text(", ") }
                element("a", ["href": HouseholdMovePage.address(of: code)]) { code }
              }
              if homeless.count > homeless.codes.count { HTML.text(" …") }
            }
          }
        }
      }, status: problem == nil ? 200 : 422)
  }

  private static func take(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let language = request.language
    guard let kind = request.form["list"].flatMap(ExportKind.init(rawValue:)) else {
      return try form(request, problem: FeedbackWords.notChosen)
    }
    guard let purpose = purpose(request) else {
      return try form(request, problem: ExportWords.noPurpose)
    }
    let format = request.form["format"] ?? ""
    let place = request.typed("place")
    let list = list(kind, language)
    /// Reads all rows of one moment; nil where the place is beyond reach.
    func read(_ add: ([SpreadsheetValue]) throws -> Void) throws -> Int? {
      try request.centre.read { reader in
        guard let area = try ExportArea(place, reader, reached, on: request.today) else {
          return nil
        }
        return try NamedRows(
          kind: kind, area: area, reached: reached, now: request.now, language: language
        ).forEach(reader, add)
      }
    }
    do {
      guard let format = ListFileFormat(rawValue: format) else {
        return try merge(request, list, purpose, kind, read)
      }
      return try ListFile(list, format, name: kind.rawValue, purpose: purpose).answer(request) {
        add in
        guard let withheld = try read(add) else { throw Refused.notReached }
        return [
          (ExportWords.place, .text(place.isEmpty ? reached.shownWords(language) : place)),
          (ExportWords.withheld, .integer(Int64(withheld))),
        ]
      }
    } catch Refused.notReached {
      return try form(request, problem: ExportWords.notReached)
    } catch Refused.tooMany {
      return try form(request, problem: ExportWords.tooMany)
    }
  }

  private enum Refused: Error {
    case notReached
    case tooMany
  }

  /// What a file is for, as it is kept; nil where it says nothing.
  private static func purpose(_ request: PageRequest) -> String? {
    let typed = request.typed("purpose")
    guard (ExportWords.minimum...ExportWords.maximum).contains(typed.count) else { return nil }
    return try? FieldStore.checkText(
      typed, as: TaskTable.title, limit: ExportWords.maximum)
  }

  private static func list(_ kind: ExportKind, _ language: Language) -> PageList<[SpreadsheetValue]>
  {
    PageList(
      "\(path)/\(kind.rawValue)", CoordinatorWords.capitalised(kind.words),
      columns: kind.columns.enumerated().map { place, label in
        PageList.Column("\(place)", label) { row in
          row.indices.contains(place) ? row[place] : .empty
        }
      }, empty: BilingualText(same: ""))
  }

  /// A letter a row: what every file says of itself stands in columns of its own, since a row of it
  /// would be one more letter.
  private static func merge(
    _ request: PageRequest, _ list: PageList<[SpreadsheetValue]>, _ purpose: String,
    _ kind: ExportKind, _ read: (_ add: ([SpreadsheetValue]) throws -> Void) throws -> Int?
  ) throws -> HTTPResponse {
    let language = request.language
    var rows: [[SpreadsheetValue]] = []
    let withheld = try read { row in
      guard rows.count < ExportWords.mergeRows else { throw Refused.tooMany }
      rows.append(row)
    }
    guard withheld != nil else { throw Refused.notReached }
    let further = [
      ExportWords.row, ExportWords.rows, ExportWords.total, ExportWords.purpose, ExportWords.by,
      ExportWords.at,
    ]
    let writer = try CSVFileWriter(
      (kind.columns + further).map { $0.text(in: language) }, in: request.centre.home,
      isOpenedByExcel: false)
    let count = Int64(rows.count)
    for (place, row) in rows.enumerated() {
      try writer.add(
        row + [
          .integer(Int64(place) + 1), .integer(count), .integer(count * (count + 1) / 2),
          .text(purpose), .text(request.account?.name.text ?? ""),
          .minute(request.now.minutesSince1970),
        ])
    }
    let file = try writer.finish()
    try request.centre.note(
      AuditEvent(
        .exported, list.path, detail: "rows=\(count); with names; mail merge; purpose=\(purpose)"),
      by: try request.actor)
    return .download(
      file, type: ListFileFormat.csv.mediaType, fileName: "tron-thu-\(kind.rawValue).csv")
  }
}

extension ReachedWork {
  /// What is within reach, in words.
  fileprivate func shownWords(_ language: Language) -> String {
    (words ?? BilingualText(vi: "cả trung tâm", en: "the whole centre")).text(in: language)
  }
}
