import FieldWork
import Pages
import SyncProtocol
import Web

/// One team: where it works, who is in it, and what it works with.
enum TeamPage {
  static let routes =
    [
      PageRoute(
        .get, "\(RosterPage.path)/:roster", access: .coordinator, isNoted: true, handler: page)
    ] + TeamAreasPage.routes

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let record = try request.formRecord("roster")
    let team = try request.teamStanding()
    let areas = PageFrame.Link(TeamAreasPage.path(of: record.code), TeamAreasWords.title)
    let language = request.language
    let parts = try RecordParts(record, request)
    let (members, related, ways) = try request.centre.read { reader in
      (
        try Self.members(of: team, reader).html(language),
        try parts.related(reader, without: [RecordForms.member.noun]),
        try parts.ways(reader, further: team.laptops.isEmpty ? [] : [areas])
      )
    }
    var frame = request.frame(parts.title)
    frame.heading = BilingualText(same: team.name)
    return .html(
      frame.page {
        parts.notice
        panel {
          parts.facts
          PageFigure.row(
            [
              PageFigure(RosterWords.members, "\(team.members)"),
              PageFigure(
                PlaceWords.households, Format.integer(Int64(team.households), language)),
              PageFigure(
                LaptopWords.title, "\(team.laptops.count)",
                details: RosterWords.lacks(team, on: request.today)),
            ], language)
        }
        ways
        panel(id: "members") { members }
        panel(id: "laptops") { laptops(team, request.today, language).html(language) }
        related
        element("p") {
          element("a", ["href": RosterPage.path]) { RosterWords.all.text(in: language) }
        }
      })
  }

  private static func members(
    of team: TeamStanding, _ reader: RecordReader
  ) throws -> RecordTable {
    var filter = FormFilter()
    filter.values = [(MemberTable.team, .integer(team.team.id.rawValue))]
    return RecordTable(
      form: RecordForms.member,
      records: try reader.formRecords(RecordForms.member, filter, page: .all),
      without: RecordForms.member.field(MemberTable.team.id), reader: reader)
  }

  private static func laptops(
    _ team: TeamStanding, _ today: LocalDate, _ language: Language
  ) -> PageTable {
    let without = Set(team.laptopsWithoutArea.map(\.report.replica))
    return PageTable(
      LaptopWords.title,
      columns: [
        .text(LaptopWords.laptop), .text(LaptopWords.reportedThrough), .text(RosterWords.area),
      ],
      rows: team.laptops.map { laptop in
        let cells = LaptopCells(standing: laptop, today: today, language: language)
        let isWithout = without.contains(laptop.report.replica)
        return PageTable.Row(
          [
            cells.name, cells.reported,
            (isWithout ? StateMark.attention : .good).html(
              (isWithout ? RosterWords.lack(.area) : RosterWords.holdsArea).text(in: language)),
          ], style: cells.style)
      }, empty: RosterWords.lack(.laptop))
  }
}
