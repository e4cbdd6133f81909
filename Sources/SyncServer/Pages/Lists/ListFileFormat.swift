import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// How the rows of a list are taken out; raw values are the endings of the files.
enum ListFileFormat: String, CaseIterable, Sendable {
  /// For Vietnamese Excel, with semicolons.
  case csv
  /// A workbook.
  case xlsx

  /// The media type.
  var mediaType: String {
    switch self {
    case .csv: "text/csv; charset=utf-8"
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    }
  }

  /// The links to the files of the list at a path.
  static func links(of path: String) -> [PageFrame.Link] {
    allCases.map { format in
      PageFrame.Link(
        "\(path).\(format.rawValue)",
        BilingualText(
          vi: "Tải tệp \(format.rawValue.uppercased())",
          en: "Download as \(format.rawValue.uppercased())"))
    }
  }

  /// The routes of the files of the list at a path; what is taken out notes itself.
  static func routes(
    of path: String, access: Access,
    handler: @escaping @Sendable (PageRequest, ListFileFormat) throws -> HTTPResponse
  ) -> [PageRoute] {
    allCases.map { format in
      PageRoute(.get, "\(path).\(format.rawValue)", access: access) { request in
        try checkPeriod(request)
        return try handler(request, format)
      }
    }
  }

  /// Refuses a period that nobody understands: a page says so above this month's numbers, and a file
  /// would pass for what was asked for.
  private static func checkPeriod(_ request: PageRequest) throws {
    let query = request.http.query
    guard let typed = query["period"], !typed.isEmpty,
      let problem = PeriodChoice(query, today: request.today, allowed: .anyOrAll).problem
    else { return }
    throw FileAddressProblem(
      words: BilingualText(
        vi: problem.message(in: .vietnamese), en: problem.message(in: .english)))
  }

  /// Begins a file with a row of headings.
  func writer(
    _ title: String, _ headings: [String], in home: HomeFolder, at time: Timestamp
  ) throws -> any ListFileWriter {
    switch self {
    case .csv: try CSVFileWriter(headings, in: home)
    case .xlsx: try WorkbookWriter(title, headings, in: home, at: time)
    }
  }
}
