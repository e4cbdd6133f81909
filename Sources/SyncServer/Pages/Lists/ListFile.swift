import Documents
import FieldWork
import Pages
import Web

/// The rows of a list as a file to take out: all that pass its filters, in the order that was asked
/// for, with what they are and how many below. That it was taken out stands in the log.
struct ListFile<Row> {
  /// A line below the rows.
  typealias Fact = (label: BilingualText, value: SpreadsheetValue)

  private let list: PageList<Row>
  private let format: ListFileFormat
  private let name: String
  private let purpose: String?

  /// - Parameters:
  ///   - name: of the file, without its ending.
  ///   - purpose: what a file with personal data is for; nil for one without.
  init(_ list: PageList<Row>, _ format: ListFileFormat, name: String, purpose: String? = nil) {
    self.list = list
    self.format = format
    self.name = name
    self.purpose = purpose
  }

  /// The file of rows that are here as a whole; the list filters and orders them.
  func answer(_ request: PageRequest, rows: [Row], lead: [Fact] = []) throws -> HTTPResponse {
    let chosen = list.chosen(rows, list.choice(request.http.query))
    return try answer(request) { add in
      for row in chosen { try add(row) }
      return lead
    }
  }

  /// The file of rows that come one by one.
  ///
  /// - Parameter produce: hands over each row, filtered and ordered already, and returns what else
  ///   stands below them.
  /// - Throws: `SpreadsheetError`, `HomeError`, and what `produce` throws; then nothing was taken out.
  func answer(
    _ request: PageRequest, _ produce: (_ add: (Row) throws -> Void) throws -> [Fact]
  ) throws -> HTTPResponse {
    if let problem = list.problem(with: request.http.query) {
      throw FileAddressProblem(words: problem)
    }
    let file = try file(for: request.taker, list.choice(request.http.query), produce)
    return .download(file, type: format.mediaType, fileName: "\(name).\(format.rawValue)")
  }

  /// The file itself, for whoever takes it out; the log has it when this returns.
  ///
  /// - Parameter choice: which rows `produce` hands over, and in which order, for the file to say so.
  /// - Throws: `SpreadsheetError`, `HomeError`, and what `produce` throws; then nothing was taken out.
  func file(
    for taker: FileTaker, _ choice: ListChoice,
    _ produce: (_ add: (Row) throws -> Void) throws -> [Fact]
  ) throws -> ResponseFile {
    let language = taker.language
    let writer = try format.writer(
      list.caption.text(in: language), list.columns.map { $0.label.text(in: language) },
      in: taker.centre.home, at: taker.time)
    var totals = ControlTotals(columns: list.columns.count)
    let further = try produce { row in
      let values = list.columns.map { $0.value(row) }
      totals.add(values)
      try writer.add(values)
    }
    try writer.add([])
    let sheets = writer.sheetCount
    for fact in facts(taker, choice, totals, sheets: sheets) + further {
      try writer.add([.text(fact.label.text(in: language)), fact.value])
    }
    let file = try writer.finish()
    // On disk before anybody has the file: what the log lacks was not taken out.
    try taker.centre.note(
      AuditEvent(
        .exported, list.path,
        detail: "rows=\(totals.rows)" + (purpose.map { "; with names; purpose=\($0)" } ?? "")
          + (list.namelessQuery(choice).map { "; asked=\($0)" } ?? "")),
      by: taker.actor)
    return file
  }

  private func facts(
    _ taker: FileTaker, _ choice: ListChoice, _ totals: ControlTotals, sheets: Int
  ) -> [Fact] {
    let language = taker.language
    let filters = list.filterWords(choice).map { $0.text(in: language) }
    var facts: [Fact] = [(ListFileWords.rows, .integer(Int64(totals.rows)))]
    for (column, total) in zip(list.columns, totals.totals) {
      if let total { facts.append((ListFileWords.total(of: column.label), total)) }
    }
    if sheets > 1 { facts.append((ListFileWords.sheets, .integer(Int64(sheets)))) }
    facts.append(
      (
        ListFileWords.filters,
        .text(
          filters.isEmpty
            ? ListFileWords.noFilter.text(in: language) : filters.joined(separator: "; "))
      ))
    if let order = list.orderWords(choice) {
      facts.append((ListFileWords.order, .text(order.text(in: language))))
    }
    facts.append((ListFileWords.asOf, .minute(taker.now.minutesSince1970)))
    facts.append(
      (ListFileWords.program, .text("\(CentreCommands.program) \(CentreCommands.version)")))
    if let purpose {
      facts.append((ExportWords.purpose, .text(purpose)))
      facts.append((ExportWords.by, .text(taker.name)))
    }
    return facts
  }
}

/// What is added up to tell whether a file came over whole.
private struct ControlTotals {
  private(set) var rows = 0
  private var integers: [Int128?]
  private var fractions: [Double?]

  init(columns: Int) {
    integers = Array(repeating: nil, count: columns)
    fractions = Array(repeating: nil, count: columns)
  }

  mutating func add(_ row: [SpreadsheetValue]) {
    rows += 1
    for (column, value) in row.enumerated() {
      switch value {
      // As many as fit into a file do not come near the end of these numbers.
      case .integer(let number): integers[column] = (integers[column] ?? 0) + Int128(number)
      case .decimal(let number): fractions[column] = (fractions[column] ?? 0) + number
      default: continue
      }
    }
  }

  /// The sum of each column that has figures.
  var totals: [SpreadsheetValue?] {
    zip(integers, fractions).map { whole, fraction in
      if let fraction { return .decimal(fraction + Double(whole ?? 0)) }
      return whole.map { sum in Int64(exactly: sum).map { .integer($0) } ?? .text("\(sum)") }
    }
  }
}

/// The words below the rows of a file.
private enum ListFileWords {
  static let rows = BilingualText(vi: "Số dòng", en: "Rows")
  static let sheets = BilingualText(vi: "Số trang tính", en: "Sheets")
  static let filters = BilingualText(vi: "Bộ lọc", en: "Filters")
  static let noFilter = BilingualText(vi: "không lọc: tất cả", en: "none: all of them")
  static let order = BilingualText(vi: "Xếp theo", en: "Ordered by")
  static let asOf = BilingualText(vi: "Tính đến", en: "As of")
  static let program = BilingualText(vi: "Chương trình", en: "Program")

  static func total(of column: BilingualText) -> BilingualText {
    BilingualText(vi: "Tổng kiểm cột “", en: "Control total of “") + column
      + BilingualText(same: "”")
  }
}
