import FieldWork
import Pages
import Web

/// One commune or ward on a day: its hamlets with their teams, its laptops, and what it was before.
enum UnitPage {
  static let routes =
    [
      PageRoute(
        .get, "\(PlaceListPage.path)/:unit", access: .coordinator, isLive: true, handler: page)
    ] + UnitHouseholdsPage.routes

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let (unit, day) = try request.unitStanding()
    let history = try request.centre.read { try PlaceMap($0).history(ofUnit: unit.code) }
    let language = request.language
    // Borders of today need no day in addresses.
    let shown = day == request.today ? nil : day
    var frame = request.frame(BilingualText(same: unit.name))
    if day != request.today {
      frame.lead = PlaceWords.on + BilingualText(same: " \(Format.date(day))")
    }
    return .html(
      frame.page {
        panel {
          PageFigure.row(
            [
              PageFigure(PlaceWords.hamlets, unit.hamlets.count, to: "#hamlets", language),
              PageFigure(
                PlaceWords.households, unit.households,
                to: UnitHouseholdsPage.path(of: unit, on: shown), language),
              PageFigure(
                PlaceWords.teams, unit.teams.count,
                to: shown == nil ? RosterPage.path(ofUnit: unit.code) : nil, language),
              PageFigure(
                LaptopWords.title, unit.laptops.count,
                details: [unit.state(on: request.today).words], to: "#laptops", language),
            ], language)
        }
        panel(id: "hamlets") { hamlets(unit, on: shown, language).html(language) }
        panel(id: "laptops") { self.laptops(unit, request.today, language).html(language) }
        panel(id: "history") { periods(history, language).html(language) }
        element("p") {
          element("a", ["href": PlaceListPage.path]) { PlaceWords.all.text(in: language) }
        }
      })
  }

  private static func hamlets(
    _ unit: UnitStanding, on day: LocalDate?, _ language: Language
  ) -> PageTable {
    PageTable(
      PlaceWords.hamlet,
      columns: [
        .text(PlaceWords.hamlet), .text(PlaceWords.code), .text(PlaceWords.team),
        .number(PlaceWords.households),
      ],
      rows: unit.hamlets.map { hamlet in
        PageTable.Row([
          HTML.group {
            element("a", ["href": "\(RecordShowPage.path)/\(hamlet.place.codeText)"]) {
              hamlet.place.name ?? hamlet.place.codeText
            }
            if let kind = hamlet.place.kind {
              element("span", ["class": "detail"]) { kind.words.text(in: language) }
            }
          },
          element("code") { hamlet.place.codeText },
          .text(hamlet.teams.isEmpty ? "—" : hamlet.teams.joined(separator: ", ")),
          PageTable.number(
            hamlet.households, to: UnitHouseholdsPage.path(of: unit, hamlet, on: day), language),
        ])
      },
      empty: BilingualText(
        vi: "Ngày này chưa có thôn nào ở đây.", en: "No hamlet lies here on this day."))
  }

  private static func laptops(
    _ unit: UnitStanding, _ today: LocalDate, _ language: Language
  ) -> PageTable {
    PageTable(
      LaptopWords.title,
      columns: [
        .text(LaptopWords.laptop), .text(LaptopWords.team), .text(LaptopWords.reportedThrough),
      ],
      rows: unit.laptops.map { laptop in
        let cells = LaptopCells(standing: laptop, today: today, language: language)
        return PageTable.Row([cells.name, cells.team, cells.reported], style: cells.style)
      },
      empty: BilingualText(
        vi: "Chưa tổ nào ở đây có máy.", en: "No team here has a laptop."))
  }

  private static func periods(_ history: [UnitPeriod], _ language: Language) -> PageTable {
    func day(_ date: LocalDate?) -> String { date.map(Format.date) ?? "…" }
    func relations(_ units: [UnitRelation]) -> String {
      let part = language.text(" (một phần)", " (part)")
      return units.isEmpty
        ? "—"
        : units.map { "\($0.name) (\($0.code))\($0.isPart ? part : "")" }.joined(separator: ", ")
    }
    return PageTable(
      BilingualText(vi: "Mã này qua các thời kỳ", en: "This code over time"),
      columns: [
        .text(BilingualText(vi: "Tên", en: "Name")),
        .text(BilingualText(vi: "Từ – đến", en: "From – to")),
        .text(BilingualText(vi: "Lập từ", en: "Formed of")),
        .text(BilingualText(vi: "Trở thành", en: "Became")),
      ],
      rows: history.map { period in
        PageTable.Row([
          PageTable.cell(period.name, detail: period.basis.isEmpty ? nil : period.basis),
          .text("\(day(period.validFrom)) – \(day(period.validTo))"),
          .text(relations(period.predecessors)), .text(relations(period.successors)),
        ])
      },
      empty: BilingualText(
        vi: "Danh mục không ghi gì về mã này.", en: "The lists say nothing of this code."))
  }
}
