import Documents
import FieldWork
import Pages
import Replica
import SyncProtocol
import Web

/// The records behind the numbers of one laptop in the inbox: what its batches wrote to, so that the
/// operations of the lines add up to the number.
struct InboxRecordsPage {
  private static let pattern = "\(InboxPage.path)/:replica/records"

  static let routes =
    [
      PageRoute(.get, pattern, access: .coordinator, isNoted: true, isLive: true) {
        try InboxRecordsPage($0).page()
      }
    ]
    + ListFileFormat.routes(of: pattern, access: .coordinator) { request, format in
      try InboxRecordsPage(request).file(format)
    }

  /// The page of a laptop's records since a time.
  static func path(of replica: ReplicaID, _ start: InboxStart, _ state: State?) -> String {
    "\(InboxPage.path)/\(replica.rawValue)/records?\(start.query)"
      + (state.map { "&state=\($0.rawValue)" } ?? "")
  }

  /// What of the operations is asked for; raw values stand in addresses.
  enum State: String, CaseIterable {
    /// Those that came since then and are merged.
    case merged
    /// Those that wait for what is missing, whenever they came.
    case held

    fileprivate var words: BilingualText {
      switch self {
      case .merged: InboxWords.merged
      case .held: InboxWords.held
      }
    }
  }

  /// A record with the operations that are asked for.
  private struct Line: Sendable {
    let brought: BroughtRow
    let operations: Int64
    let kind: BilingualText
    let code: String
    let name: String?
    let address: String?
    let place: String
  }

  private let request: PageRequest
  private let language: Language
  private let laptop: LaptopStanding
  private let reached: ReachedWork
  private let start: InboxStart
  private let state: State?
  private let lines: [Line]
  /// Operations that no line tells: of later versions, and where the account does not reach.
  private let unreadable: Int64
  private let beyond: Int64

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let laptop = try request.laptop()
    let reached = try request.reached()
    let start = InboxStart(request.http.query, now: request.now)
    let state = request.http.query["state"].flatMap(State.init(rawValue:))
    let (brought, lines) = try request.centre.inspect { records in
      let brought = try records.store.broughtRows(
        of: laptop.report.replica, since: state == .held ? nil : start.time,
        waitingOnly: state == .held)
      let labels = try records.reader.scopeLabels()
      return (
        brought,
        try brought.rows.filter { reached.holds(scope: $0.scope) }.compactMap {
          try Self.line($0, state, records, labels)
        }
      )
    }
    self.laptop = laptop
    self.reached = reached
    self.start = start
    self.state = state
    self.lines = lines
    unreadable = state == .merged ? 0 : brought.unreadable
    beyond = brought.rows.filter { !reached.holds(scope: $0.scope) }
      .reduce(0) { $0 + Self.count($1, state) }
  }

  private static func count(_ row: BroughtRow, _ state: State?) -> Int64 {
    switch state {
    case nil: row.operations
    case .merged: row.operations - row.waiting
    case .held: row.waiting
    }
  }

  private static func line(
    _ brought: BroughtRow, _ state: State?, _ records: FieldStore, _ labels: [ScopeID: String]
  ) throws -> Line? {
    let operations = count(brought, state)
    guard operations > 0 else { return nil }
    let table = records.store.schema[brought.table]
    let words = RecordWords(records.reader)
    let (code, name) = try words.name(of: brought.row, in: table)
    return Line(
      brought: brought, operations: operations, kind: words.kind(table), code: code, name: name,
      address: try address(brought, code, records), place: labels[brought.scope] ?? "")
  }

  /// Where the record is shown; nil for what has no page, or is not merged.
  private static func address(
    _ brought: BroughtRow, _ code: String, _ records: FieldStore
  ) throws -> String? {
    guard brought.waiting < brought.operations else { return nil }
    switch brought.table {
    case VisitTable.definition.id: return "\(ReviewPages.path)/\(brought.row.rawValue)"
    case AssistTable.definition.id:
      let visit = try records.reader.record(Assist.self, brought.row)?.visit
      return visit.map { "\(ReviewPages.path)/\($0.rawValue)" }
    default: return CentreForms.path(of: code)
    }
  }

  private var title: BilingualText {
    InboxWords.records + BilingualText(same: ": \(laptop.report.label)")
  }

  private func page() throws -> HTTPResponse {
    let list = list
    let choice = list.choice(request.http.query)
    let chosen = list.chosen(lines, choice)
    let operations = chosen.reduce(0) { $0 + $1.operations }
    var frame = request.frame(title)
    frame.lead = reached.words
    return .html(
      frame.page {
        panel(lead: InboxWords.recordsLead(state, start, operations).text(in: language)) {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: list.path),
            language)
          notes
        }
        element("p") {
          element("a", ["href": "\(ReviewPages.path)?laptop=\(replica)&\(start.query)"]) {
            InboxWords.toLookAt.text(in: language)
          }
          " · "
          element("a", ["href": "\(InboxPage.path)?\(start.query)"]) {
            InboxWords.title.text(in: language)
          }
          " · "
          element("a", ["href": LaptopListPage.path(of: laptop.report.replica)]) {
            laptop.report.label
          }
        }
      })
  }

  private var replica: UInt32 { laptop.report.replica.rawValue }

  @HTMLBuilder private var notes: HTML {
    if unreadable > 0 {
      element("p", ["class": "table-note"]) { InboxWords.unreadable(unreadable).text(in: language) }
    }
    if beyond > 0 {
      element("p", ["class": "table-note"]) { InboxWords.beyond(beyond).text(in: language) }
    }
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    let list = list
    return try ListFile(list, format, name: "ban-ghi-\(replica)").answer(
      request, rows: lines,
      lead: [
        (LaptopWords.laptop, .text(laptop.report.label)),
        (InboxWords.since, .minute(LocalDateTime(time: start.time).minutesSince1970)),
      ])
  }

  private var list: PageList<Line> {
    typealias Column = PageList<Line>.Column
    let language = language
    let kinds = Dictionary(
      lines.map { ("\($0.brought.table.rawValue)", $0.kind) }, uniquingKeysWith: { one, _ in one })
    return PageList(
      "\(InboxPage.path)/\(replica)/records", InboxWords.records,
      columns: [
        Column(
          "record", ConflictWords.record, orderedBy: \.code,
          cell: { line in
            HTML.group {
              if let address = line.address {
                element("a", ["href": address]) { line.code }
              } else {
                line.code
              }
              element("span", ["class": "detail"]) {
                [line.kind.text(in: language), line.name].compactMap(\.self)
                  .joined(separator: " · ")
              }
            }
          }, value: { .text($0.code) }),
        Column(
          "kind", InboxWords.kind, isOnlyInFiles: true,
          value: { .text($0.kind.text(in: language)) }),
        Column(
          "operations", InboxWords.operations, orderedBy: \.operations,
          value: { .integer($0.operations) }),
        Column(
          "new", InboxWords.made, value: { .boolean($0.brought.isNew) }),
        Column(
          "received", ReviewPageWords.arrived, orderedBy: \.brought.received.rawValue,
          value: { .minute(LocalDateTime(time: $0.brought.received).minutesSince1970) }),
        Column(
          "place", ConflictWords.place, orderedBy: \.place,
          value: { $0.place.isEmpty ? .empty : .text($0.place) }),
      ],
      filters: [
        // The first three say what the lines tell, and leave none of them out.
        .init(day: "since", InboxWords.since) { _, _ in true },
        .init(
          "hour", InboxWords.hour,
          (0...23).map { (value: "\($0)", words: BilingualText(same: "\($0):00")) }
        ) { _, _ in true },
        .init(
          "state", LaptopWords.state, State.allCases.map { ($0.rawValue, $0.words) },
          unset: InboxWords.allNew
        ) { _, _ in true },
        .init(
          "kind", InboxWords.kind,
          kinds.sorted { ($0.value.vietnamese, $0.key) < ($1.value.vietnamese, $1.key) }
            .map { ($0.key, $0.value) }
        ) { "\($0.brought.table.rawValue)" == $1 },
      ], empty: InboxWords.noRecords,
      style: { $0.brought.waiting > 0 ? "row-attention" : nil })
  }
}
