import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The campaigns with how far each has come against its days.
enum CampaignPages {
  static let path = "/campaigns"

  static let routes =
    ListScreen.routes(path, access: .coordinator, isLive: true, file: "dot-cao-diem", screen)
    + CampaignPage.routes + CampaignHouseholdPages.routes + CampaignTargetPages.routes

  /// Where a campaign is.
  static func path(of campaign: CampaignStanding) -> String {
    "\(path)/\(campaign.record.code)"
  }

  private static func screen(_ request: PageRequest) throws -> ListScreen<CampaignStanding> {
    let (reached, language) = (try request.reached(), request.language)
    let campaigns = try request.centre.read {
      try CampaignStanding.gather(request.centre, $0, within: reached, on: request.today)
    }
    let actions = element("p", ["class": "actions"]) {
      element("a", ["class": "button", "href": CentreForms.path(adding: RecordForms.campaign)]) {
        CampaignWords.new.text(in: language)
      }
    }
    return ListScreen(
      CampaignWords.title, list(reached, request.today, language), campaigns,
      lead: reached.words, actions: actions)
  }

  private static func list(
    _ reached: ReachedWork, _ today: LocalDate, _ language: Language
  ) -> PageList<CampaignStanding> {
    func count(
      _ key: String, _ label: BilingualText, _ field: KeyPath<CampaignStanding, Int> & Sendable
    ) -> PageList<CampaignStanding>.Column {
      .init(
        key, label, orderedBy: { $0[keyPath: field] },
        cell: { campaign in
          PageTable.number(
            campaign[keyPath: field],
            to: CampaignHouseholdPages.path(of: campaign, [("state", key)]), language)
        }, value: { .integer(Int64($0[keyPath: field])) })
    }
    return PageList<CampaignStanding>(
      path, CampaignWords.title,
      columns: [
        .init(
          "name", CampaignWords.name, orderedBy: { SearchFold.base($0.name) },
          cell: { campaign in
            HTML.group {
              element("a", ["href": path(of: campaign)]) { campaign.name }
              element("span", ["class": "detail"]) { campaign.record.code }
            }
          }, value: { .text($0.name) }),
        .init("code", RecordWays.code, isOnlyInFiles: true) { .text($0.record.code) },
        .init("from", CampaignWords.from, orderedBy: { $0.from ?? .earliest }) {
          .optional($0.from)
        },
        .init("to", CampaignWords.to, orderedBy: { $0.to ?? .latest }) { .optional($0.to) },
        .init("place", CampaignWords.place) {
          .text($0.place ?? CampaignWords.everywhere.text(in: language))
        },
        count("listed", CampaignWords.listed, \.listed),
        count("visited", CampaignWords.visited, \.visited),
        .init(
          "share", CampaignWords.share,
          cell: { .text(CampaignStanding.share($0.visited, of: $0.listed, language)) },
          value: { $0.listed == 0 ? .empty : .ratio(Double($0.visited) / Double($0.listed)) }),
        .init(
          "state", CampaignWords.state,
          cell: { campaign in
            PageTable.cell(
              CampaignWords.state(campaign.state(on: today)).text(in: language),
              detail: campaign.days(on: today).map {
                CampaignWords.days.text(in: language) + " \($0.gone)/\($0.all)"
              })
          }, value: { .text(CampaignWords.state($0.state(on: today)).text(in: language)) }),
      ],
      filters: [
        .init("q", CampaignWords.name) { campaign, typed in
          SearchFold.base(campaign.name + " " + campaign.record.code)
            .contains(SearchFold.base(typed))
        },
        .init(
          "state", CampaignWords.state,
          CampaignStanding.State.allCases.map { ($0.rawValue, CampaignWords.state($0)) }
        ) { $0.state(on: today).rawValue == $1 },
      ],
      empty: reached.isEverything ? CampaignWords.none : CampaignWords.noneInReach)
  }
}
