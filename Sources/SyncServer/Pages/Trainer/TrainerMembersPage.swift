import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// Assists by volunteer, against the period before; each stands by the code of the roster, and nobody
/// is named. Two who took part in one assist are both credited.
struct TrainerMembersPage {
  static let path = "/trainer/members"
  private static let teamName = "team"

  static let routes =
    [PageRoute(.get, path, access: .trainer) { try TrainerMembersPage($0).page() }]
    + ListFileFormat.routes(of: path, access: .trainer) { request, format in
      try TrainerMembersPage(request).file(format)
    }

  /// A volunteer.
  struct Line: Sendable {
    let key: CountKey
    let code: String
    let team: RowID?
    let teamName: BilingualText
    let assists: SuppressedNumber
    let previous: SuppressedNumber
    /// Nothing is known of their team, because none of its laptops has reported: this is not 0.
    let isUnknown: Bool
  }

  private let request: PageRequest
  private let language: Language
  private let reached: ReachedWork
  private let choice: PeriodChoice
  private let coverage: Coverage
  private let lines: [Line]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let reached = try request.reached()
    self.reached = reached
    let choice = PeriodChoice(request.http.query, today: request.today, allowed: .whole)
    self.choice = choice
    let coverage = try request.trainerCoverage(of: choice.period, within: reached)
    self.coverage = coverage
    lines = try request.trainerGrids(within: reached) { grids in
      try Self.lines(choice.period, coverage, grids)
    }
  }

  /// Those of the roster in the order of teams and codes, and whoever else took part; who did nothing
  /// and left is not listed.
  private static func lines(
    _ period: Period, _ coverage: Coverage, _ grids: TrainerGrids
  ) throws -> [Line] {
    func told(_ period: Period) throws -> [CountKey: SuppressedNumber] {
      Dictionary(
        try grids.table(period, by: [.member]).groups.map { ($0.keys[0], $0.assists) },
        uniquingKeysWith: { first, _ in first })
    }
    let (now, before) = (try told(period), try told(period.previous))
    let teams = try TeamLabels(grids.reader)
    let silent = Dictionary(grouping: coverage.laptops, by: \.team).filter { _, laptops in
      laptops.allSatisfy { $0.reportedThrough == nil }
    }
    let roster = try grids.reader.members().filter { grids.reached.holds(team: $0.team) }
    let day = min(period.to, grids.today)
    let words = TrainerLines(grids.reader)
    var lines: [Line] = []
    func add(_ key: CountKey, _ team: RowID?) throws {
      let assists = now[key] ?? .shown(0)
      lines.append(
        Line(
          key: key, code: try words.label(of: key, along: .member).text(in: .vietnamese),
          team: team, teamName: try teams.label(of: .row(team)), assists: assists,
          previous: before[key] ?? .shown(0),
          isUnknown: assists == .shown(0) && (team.map { silent[$0] != nil } ?? false)))
    }
    for member in roster {
      let isThere = (member.from ?? .earliest) <= day && day <= (member.to ?? .latest)
      guard isThere || now[.row(member.id)] != nil else { continue }
      try add(.row(member.id), member.team)
    }
    let known = Set(roster.map { CountKey.row($0.id) })
    for key in now.keys where !known.contains(key) && key != .none { try add(key, nil) }
    let order = Dictionary(
      teams.teams.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    func place(_ line: Line) -> Int { line.team.flatMap { order[$0] } ?? Int.max }
    return lines.sorted { (place($0), $0.code) < (place($1), $1.code) }
  }

  private func page() throws -> HTTPResponse {
    let list = try list
    let asked = list.choice(request.http.query)
    var frame = request.frame(MemberWords.title)
    frame.lead = TrainerPage.lead(reached)
    return .html(
      frame.page {
        PeriodPicker(choice).html(language)
        request.strip(coverage)
        panel {
          list.html(
            list.part(of: lines, asked), asked,
            note: MemberWords.note + TrainerWords.hiddenNote,
            files: ListFileFormat.links(of: Self.path), language)
        }
        TrainerCells.back(language, choice.period)
      })
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(list, format, name: "thanh-vien").answer(
      request, rows: lines,
      lead: [
        (ReportWords.period, .text(choice.label(language))),
        (ReportWords.coverage, .text(coverage.words.text(in: language))),
        (ReportWords.source, .text(ReportWords.sourceText.text(in: language))),
      ])
  }

  /// Nobody orders them by a number: the order would tell what is hidden.
  private var list: PageList<Line> {
    get throws {
      typealias Column = PageList<Line>.Column
      func number(
        _ key: String, _ label: BilingualText, _ period: Period,
        _ told: @escaping (Line) -> SuppressedNumber
      ) -> Column {
        Column(
          key, label,
          cell: { line in
            line.isUnknown
              ? .text("—")
              : TrainerCells.number(told(line), .assists(period, [.member: line.key]), language)
          }, value: { $0.isUnknown ? .empty : TrainerCells.value(told($0), language) })
      }
      return PageList(
        Self.path, MemberWords.title,
        columns: [
          Column("code", TrainerRecordWords.member) { .text($0.code) },
          Column("team", CoordinatorWords.team) { .text($0.teamName.text(in: language)) },
          number("recorded", TrainerWords.recorded, choice.period) { $0.assists },
          number("previous", TrainerWords.previous, choice.period.previous) { $0.previous },
        ],
        filters: [
          PageList.Filter(
            Self.teamName, CoordinatorWords.team, try request.teams(within: reached)
          ) { line, asked in line.team.map { String($0.rawValue) } == asked },
          PageList.Filter("q", TrainerRecordWords.member) { line, typed in
            line.code.uppercased().contains(
              typed.uppercased().filter { !$0.isWhitespace })
          },
        ], empty: CoordinatorWords.noTeams, subject: [choice.item],
        style: { $0.isUnknown ? "row-missing" : nil })
    }
  }
}

/// The words of the list of volunteers.
enum MemberWords {
  static let title = BilingualText(vi: "Theo thành viên", en: "By volunteer")
  static let note = BilingualText(
    vi: "Mã là mã của danh sách tổ; tên không có ở đây. Hai người cùng làm một lượt đều được ghi "
      + "công, nên cộng lại có thể nhiều hơn cả kỳ. ",
    en: "The code is that of the roster; names are not here. Two who took part in one assist are "
      + "both credited, so that the sum may exceed the period's number. ")
}
