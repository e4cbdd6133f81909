import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The records behind the numbers of one session: as many lines of a kind as its number says.
struct SessionRecordsPage {
  private static let pattern = "\(SessionPages.path)/:session/records"
  private static let kindName = "kind"

  static let routes =
    [
      PageRoute(.get, pattern, access: .coordinator, isNoted: true, isLive: true) {
        try SessionRecordsPage($0).page()
      }
    ]
    + ListFileFormat.routes(of: pattern, access: .coordinator) { request, format in
      try SessionRecordsPage(request).file(format)
    }

  /// Where the records behind a number of a session are.
  static func path(of session: FormRecord, _ kind: SessionWork.Kind) -> String {
    path(of: session) + PageQuery.text([(kindName, kind.rawValue)])
  }

  private static func path(of session: FormRecord) -> String {
    "\(SessionPages.path)/\(session.code)/records"
  }

  /// A record; its code and what it says are read for those that are shown.
  private struct Line: Sendable {
    let kind: SessionWork.Kind
    let row: RowID
    var code = ""
    var says: String?
    /// Whether it lies within reach: of others the code alone is shown.
    var isWithinReach = false
  }

  private let request: PageRequest
  private let language: Language
  private let session: FormRecord
  private let title: BilingualText
  private let lines: [Line]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let session = try request.session()
    self.session = session
    (title, lines) = try request.centre.read { reader in
      (
        try reader.title(of: session),
        try SessionWork.Kind.allCases.flatMap { kind in
          try reader.rows(of: kind, at: session.header.id).map { Line(kind: kind, row: $0) }
        }
      )
    }
  }

  private func page() throws -> HTTPResponse {
    let list = list(withWords: true)
    let choice = list.choice(request.http.query)
    let part = list.part(of: lines, choice)
    let shown = PageList.Part(rows: try told(part.rows), total: part.total, all: part.all)
    var frame = request.frame(SessionWords.records)
    frame.lead = title
    return .html(
      frame.page {
        panel {
          list.html(
            shown, choice, files: ListFileFormat.links(of: Self.path(of: session)), language)
        }
        element("p") {
          element("a", ["href": "\(SessionPages.path)/\(session.code)"]) {
            SessionWords.back.text(in: language)
          }
        }
      })
  }

  private func told(_ lines: [Line]) throws -> [Line] {
    let reached = try request.reached()
    let (session, language) = (session, language)
    return try request.centre.inspect { records in
      try lines.map { line in
        var line = line
        let found = try records.locate("#\(line.row.rawValue)")
        line.code = try records.reader.codeText(of: line.row, in: found.table)
        line.isWithinReach = reached.holds(scope: found.scope)
        guard line.isWithinReach else { return line }
        let says = try records.shownFields(of: found)
          .filter { field in !field.values.contains { $0.code == session.code } }
          .prefix(4).flatMap(\.values).map { $0.words.text(in: language) }
        line.says = says.joined(separator: " · ").shortened(to: 160)
        return line
      }
    }
  }

  /// Without what the records say, which may be names.
  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let list = list(withWords: false)
    let chosen = list.chosen(lines, list.choice(request.http.query))
    return try ListFile(list, format, name: "ban-ghi-cua-buoi").answer(request) { add in
      try request.centre.read { reader in
        for var line in chosen {
          line.code = try reader.codeText(of: line.row, in: line.kind.table)
          try add(line)
        }
      }
      return [
        (RecordForms.session.words.capitalized, .text(title.text(in: language))),
        (RecordWays.code, .text(session.code)),
      ]
    }
  }

  private func list(withWords: Bool) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    let language = language
    let columns = [
      Column(
        "code", RecordWays.code,
        cell: { $0.isWithinReach ? CentreForms.link($0.code) : .text($0.code) },
        value: { .text($0.code) }),
      Column(Self.kindName, SessionWords.kind) {
        .text(SessionWords.words(of: $0.kind).text(in: language))
      },
    ]
    let words = Column("says", FieldRecordWords.says) {
      .text($0.says ?? "—")
    }
    return PageList(
      Self.path(of: session), SessionWords.records, columns: columns + (withWords ? [words] : []),
      filters: [
        .init(
          Self.kindName, SessionWords.kind,
          SessionWork.Kind.allCases.map { ($0.rawValue, SessionWords.words(of: $0)) }
        ) { $0.kind.rawValue == $1 }
      ], empty: SessionWords.noRecord)
  }
}
