import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Saturdays, support points, campaign days, trainings and disseminations, with what was done there.
enum SessionPages {
  static let path = "/sessions"

  static let routes =
    [
      PageRoute(.get, path, access: .coordinator, isLive: true, handler: page),
      PageRoute(
        .get, "\(path)/:session", access: .coordinator, isNoted: true, isLive: true,
        handler: SessionPage.page),
    ] + SessionRecordsPage.routes
    + ListFileFormat.routes(of: path, access: .coordinator, handler: file)

  /// A session of the list.
  struct Line: Sendable {
    let record: FormRecord
    let kind: BilingualText
    let name: String?
    let place: String?
    let team: RowID?
    let teamName: String?
    let work: SessionWork
    var date: LocalDate? { record.day(SessionTable.date) }
  }

  /// The sessions within reach.
  static func lines(_ centre: Centre, within reached: ReachedWork) throws -> [Line] {
    try centre.read { reader in
      let work = try reader.sessionWork()
      let teams = Dictionary(
        try reader.teams().map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
      let places = Dictionary(
        try reader.places().map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
      return try reader.formRecords(RecordForms.session, FormFilter(), page: .all)
        .filter { try reached.mayShow($0, reader) }.map { record in
          let team = record.row(SessionTable.team)
          return Line(
            record: record,
            kind: record.number(SessionTable.kind).flatMap { ChoiceList.sessionKind[$0]?.words }
              ?? BilingualText(same: "—"),
            name: record.text(SessionTable.name) ?? record.text(SessionTable.topic),
            place: record.row(SessionTable.place).flatMap { places[$0] ?? nil }, team: team,
            teamName: team.flatMap { teams[$0] ?? nil },
            work: work[record.header.id] ?? SessionWork())
        }
    }
  }

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let reached = try request.reached()
    let lines = try lines(request.centre, within: reached)
    let list = list(lines, reached, request.language)
    let choice = list.choice(request.http.query)
    let strip = try request.strip(within: reached)
    var frame = request.frame(SessionWords.title)
    frame.lead = reached.words
    return .html(
      frame.page {
        strip
        element("p", ["class": "actions"]) {
          element("a", ["class": "button", "href": CentreForms.path(adding: RecordForms.session)]) {
            SessionWords.new.text(in: request.language)
          }
        }
        panel {
          list.html(
            list.part(of: lines, choice), choice, files: ListFileFormat.links(of: path),
            request.language)
        }
      })
  }

  private static func file(
    _ request: PageRequest, _ format: ListFileFormat
  ) throws -> HTTPResponse {
    let reached = try request.reached()
    let lines = try lines(request.centre, within: reached)
    return try ListFile(list(lines, reached, request.language), format, name: "buoi-phuc-vu")
      .answer(request, rows: lines)
  }

  private static func list(
    _ lines: [Line], _ reached: ReachedWork, _ language: Language
  ) -> PageList<Line> {
    typealias Column = PageList<Line>.Column
    func count(_ kind: SessionWork.Kind) -> Column {
      Column(
        kind.rawValue, SessionWords.words(of: kind), orderedBy: { $0.work[kind] },
        cell: { line in
          PageTable.number(
            line.work[kind], to: SessionRecordsPage.path(of: line.record, kind), language)
        }, value: { .integer(Int64($0.work[kind])) })
    }
    let teams = Dictionary(
      lines.compactMap { line in line.team.map { ("\($0.rawValue)", line.teamName ?? "—") } },
      uniquingKeysWith: { one, _ in one })
    return PageList<Line>(
      path, SessionWords.title,
      columns: [
        Column(
          "date", SessionWords.date, orderedBy: { $0.date ?? .earliest },
          cell: { line in
            element("a", ["href": CentreForms.path(of: line.record.code) ?? path]) {
              line.date.map(Format.date) ?? "—"
            }
          }, value: { .optional($0.date) }),
        Column("code", RecordWays.code, isOnlyInFiles: true) { .text($0.record.code) },
        Column(
          "kind", SessionWords.kind,
          cell: { PageTable.cell($0.kind.text(in: language), detail: $0.name) },
          value: { .text($0.kind.text(in: language)) }),
        Column("name", SessionWords.name, isOnlyInFiles: true) { .optional($0.name) },
        Column("place", CampaignWords.place) { .optional($0.place) },
        Column("team", LaptopWords.team) { .optional($0.teamName) },
      ] + SessionWork.Kind.allCases.map(count),
      filters: [
        .init(
          "kind", SessionWords.kind, ChoiceList.sessionKind.choices.map { ($0.name, $0.words) }
        ) { line, value in
          line.record.number(SessionTable.kind) == ChoiceList.sessionKind.parse(value)?.number
        },
        .init(
          "team", LaptopWords.team,
          teams.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
            .map { ($0.key, BilingualText(same: $0.value)) }
        ) { line, value in line.team.map { "\($0.rawValue)" == value } ?? false },
        .init(day: "from", CampaignWords.from) { line, day in line.date.map { $0 >= day } ?? false
        },
        .init(day: "to", CampaignWords.to) { line, day in line.date.map { $0 <= day } ?? false },
        .init("q", SessionWords.text) { line, typed in
          SearchFold.base(
            [line.record.code, line.name, line.place].compactMap(\.self).joined(separator: " ")
          ).contains(SearchFold.base(typed))
        },
      ],
      empty: reached.isEverything ? SessionWords.none : SessionWords.noneInReach)
  }
}

/// The words of the pages about sessions.
enum SessionWords {
  static let title = BilingualText(vi: "Buổi phục vụ", en: "Sessions")
  static let new = BilingualText(vi: "Thêm buổi phục vụ", en: "Add a session")
  static let date = BilingualText(vi: "Ngày", en: "Day")
  static let kind = BilingualText(vi: "Loại", en: "Kind")
  static let name = BilingualText(vi: "Tên, chủ đề", en: "Name, topic")
  static let text = BilingualText(vi: "Tên, nơi hoặc mã", en: "Name, place or code")
  static let dossiers = BilingualText(vi: "Hồ sơ", en: "Dossiers")
  static let assists = BilingualText(vi: "Lượt hỗ trợ", en: "Assists")
  static let visits = BilingualText(vi: "Lượt thăm", en: "Visits")
  static let attendances = BilingualText(vi: "Lượt dự", en: "Attendances")
  static let tallies = BilingualText(vi: "Số đếm", en: "Tallies")
  static let records = BilingualText(vi: "Bản ghi của buổi", en: "Records of the session")
  static let back = BilingualText(vi: "‹ Về buổi này", en: "‹ Back to the session")
  static let noRecord = BilingualText(
    vi: "Buổi này chưa có gì được ghi.", en: "Nothing was recorded of this session yet.")
  static let all = BilingualText(vi: "Mọi buổi", en: "All sessions")

  /// What is counted at a session.
  static func words(of kind: SessionWork.Kind) -> BilingualText {
    switch kind {
    case .dossiers: dossiers
    case .visits: visits
    case .assists: assists
    case .attendances: attendances
    case .tallies: tallies
    }
  }
  static let none = BilingualText(
    vi: "Chưa có buổi nào. Tổ ghi buổi trên máy, hoặc bấm “Thêm buổi phục vụ”.",
    en: "There is no session yet. Teams record them on laptops, or press “Add a session”.")
  static let noneInReach = BilingualText(
    vi: "Trong phạm vi của bạn chưa có buổi nào.", en: "There is no session within your reach.")
  static let noDossier = BilingualText(
    vi: "Chưa có hồ sơ nào nộp ở buổi này.", en: "No dossier was filed at this session.")
  static let noVisit = BilingualText(
    vi: "Chưa có lượt thăm nào ở buổi này.", en: "No visit was recorded at this session.")
  static let dossierCode = BilingualText(vi: "Mã hồ sơ", en: "Dossier code")
  static let procedure = BilingualText(vi: "Thủ tục", en: "Procedure")
  static let received = BilingualText(vi: "Tiếp nhận", en: "Received")
  static let outcome = BilingualText(vi: "Kết quả", en: "Outcome")
}
