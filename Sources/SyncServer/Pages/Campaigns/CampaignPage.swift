import FieldWork
import Pages
import SyncProtocol
import Web

/// One campaign: how far it has come by hamlet, where every number opens its households.
enum CampaignPage {
  static let routes = [
    PageRoute(
      .get, "\(CampaignPages.path)/:campaign", access: .coordinator, isLive: true, handler: page)
  ]

  private static func page(_ request: PageRequest) throws -> HTTPResponse {
    let campaign = try request.campaign()
    let parts = try RecordParts(campaign.record, request)
    let language = request.language
    let today = request.today
    let list = PageFrame.Link(CampaignTargetPages.path(of: campaign), CampaignWords.targets)
    let (ways, related, found) = try request.centre.read { reader in
      (
        try parts.ways(reader, further: [list]), try parts.related(reader),
        try hamlets(of: campaign, reader)
      )
    }
    let part = PartOfPage("hamlets", of: found.count, request)
    // What was not heard of yet may have been visited.
    let days = try Period(
      from: campaign.from ?? campaign.to ?? today,
      to: campaign.to ?? max(today, campaign.from ?? today))
    let strip = try request.strip(of: days, within: try request.reached())
    var frame = request.frame(BilingualText(same: campaign.name))
    frame.lead = CampaignWords.pace(campaign, on: today)
    return .html(
      frame.page {
        parts.notice
        strip
        panel { figures(campaign, today, language) }
        ways
        panel(id: "hamlets") {
          table(campaign, Array(found[part.range]), language).html(language)
          part.html(language)
        }
        panel { parts.facts }
        related
        element("p") {
          element("a", ["href": CampaignPages.path]) { CampaignWords.all.text(in: language) }
        }
      })
  }

  private static func figures(
    _ campaign: CampaignStanding, _ today: LocalDate, _ language: Language
  ) -> HTML {
    func number(_ value: Int) -> String { Format.integer(Int64(value), language) }
    func figure(
      _ label: BilingualText, _ count: Int, _ state: String, _ details: [BilingualText] = []
    ) -> PageFigure {
      PageFigure(
        label, count, details: details,
        to: CampaignHouseholdPages.path(of: campaign, [("state", state)]), language)
    }
    let share = CampaignStanding.share(campaign.visited, of: campaign.listed, language)
    return PageFigure.row(
      [
        figure(CampaignWords.listed, campaign.listed, "listed"),
        figure(
          CampaignWords.visited, campaign.visited, "visited",
          [
            BilingualText(
              same: "\(number(campaign.visited))/\(number(campaign.listed)) = \(share)")
          ]),
        figure(CampaignWords.open, campaign.listed - campaign.visited, "open"),
        figure(CampaignWords.notListed, campaign.unlisted.count, "unlisted"),
        PageFigure(
          CampaignWords.days,
          campaign.days(on: today).map { "\($0.gone)/\($0.all)" } ?? "—",
          details: [CampaignWords.state(campaign.state(on: today))]),
      ], language)
  }

  /// A hamlet with the households of the list that lie in it.
  struct Hamlet {
    let row: RowID?
    let name: String?
    let targets: [CampaignTarget]
  }

  private static func hamlets(
    of campaign: CampaignStanding, _ reader: RecordReader
  ) throws -> [Hamlet] {
    var hamlets: [Hamlet] = []
    for (place, targets) in Dictionary(grouping: campaign.targets, by: \.place) {
      let name = try place.flatMap { try reader.record(Place.self, $0)?.name }
      hamlets.append(Hamlet(row: place, name: name, targets: targets))
    }
    return hamlets.sorted { left, right in
      let names = (NaturalOrder(left.name ?? ""), NaturalOrder(right.name ?? ""))
      if names.0 < names.1 { return true }
      if names.1 < names.0 { return false }
      return (left.row?.rawValue ?? 0) < (right.row?.rawValue ?? 0)
    }
  }

  private static func table(
    _ campaign: CampaignStanding, _ hamlets: [Hamlet], _ language: Language
  ) -> PageTable {
    func row(_ name: HTML, _ targets: [CampaignTarget], _ place: RowID?) -> PageTable.Row {
      let own = place.map { [(name: "hamlet", value: "\($0.rawValue)")] } ?? []
      func link(_ count: Int, _ state: String) -> HTML {
        let items = own + [(name: "state", value: state)]
        return PageTable.number(
          count, to: CampaignHouseholdPages.path(of: campaign, items), language)
      }
      let visited = targets.count { $0.visit != nil }
      var cells: [HTML] = [name, link(targets.count, "listed"), link(visited, "visited")]
      cells.append(.text(CampaignStanding.share(visited, of: targets.count, language)))
      for outcome in VisitOutcome.allCases {
        cells.append(link(targets.count { $0.visit?.outcome == outcome }, outcome.name))
      }
      cells.append(
        element("a", ["href": CampaignHouseholdPages.walkPath(of: campaign, place)]) {
          CampaignWords.print.text(in: language)
        })
      return PageTable.Row(cells)
    }
    var columns: [PageTable.Column] = [
      .text(CampaignWords.hamlet), .number(CampaignWords.listed), .number(CampaignWords.visited),
      .number(CampaignWords.share),
    ]
    columns += VisitOutcome.allCases.map { .number($0.words) }
    columns.append(.text(CampaignWords.walk))
    let all = CampaignWords.total.text(in: language)
    return PageTable(
      CampaignWords.byHamlet, columns: columns,
      rows: hamlets.map { hamlet in
        row(
          .text(hamlet.name ?? CampaignWords.noHamlet.text(in: language)), hamlet.targets,
          hamlet.row)
      }, total: hamlets.isEmpty ? nil : row(.text(all), campaign.targets, nil),
      empty: CampaignWords.noHousehold)
  }
}
