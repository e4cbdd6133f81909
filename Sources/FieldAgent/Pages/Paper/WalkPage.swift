import FieldWork
import Listings
import Pages
import SyncProtocol
import Web

/// Households in walking order: those of a campaign, of a hamlet, or those that expect somebody. On
/// the screen each is the way to its visit; on paper there are boxes to fill in.
struct WalkPage {
  static let path = "/walk"
  static let title = BilingualText(vi: "Danh sách đi hộ", en: "Walking lists")

  static let routes = [
    LaptopRoute(.get, path, handler: choose),
    LaptopRoute(.get, "\(path)/:list") { request in
      let page = try WalkPage(request)
      return try request.page(page.name) { try page.content() }
    },
    LaptopRoute(.post, "\(path)/:list/print") { try WalkPage($0).print() },
  ]

  private let request: LaptopRequest
  private let language: Language
  private let source: WalkingList.Source
  private let name: BilingualText

  /// The list that the address names: `planned`, or the code of a campaign or hamlet.
  private init(_ request: LaptopRequest) throws {
    self.request = request
    language = request.language
    let reader = request.reader
    let asked = request.parameters["list"]
    if asked == "planned" {
      source = .planned(team: try reader.existing(Member.self, request.member).team)
    } else if (try? RecordCode(parsing: asked))?.kind == .campaign {
      source = .campaign(try reader.resolveOne(asked, as: .campaign))
    } else {
      source = .hamlet(try reader.resolveOne(asked, as: .place))
    }
    name = try Self.name(of: source, reader)
  }

  /// What people call a list.
  static func name(
    of source: WalkingList.Source, _ reader: RecordReader
  ) throws -> BilingualText {
    switch source {
    case .planned: BilingualText(vi: "Hộ đã hẹn quay lại", en: "Households that expect us")
    case .hamlet(let place):
      BilingualText(same: try reader.existing(Place.self, place).name ?? "")
    case .campaign(let row):
      BilingualText(
        same: try reader.campaignName(row)
          ?? reader.codeText(of: row, in: CampaignTable.definition))
    }
  }

  private static func choose(_ request: LaptopRequest) throws -> HTTPResponse {
    let language = request.language
    let campaigns = try request.reader.openCampaigns(on: request.knowledge().today)
    let held = try request.laptop.store.grantedScopes()
    let hamlets = try request.reader.places().filter { place in
      place.validTo == nil && place.householdScope.map(held.contains) ?? false
    }
    return try request.page(title) {
      try HTML.group {
        panel(language.text("Đợt cao điểm", "Campaigns")) {
          if campaigns.isEmpty {
            element("p", ["class": "empty"]) {
              language.text(
                "Chưa có đợt nào kèm danh sách hộ. Trung tâm lập đợt; máy nhận ở lần gửi nhận sau.",
                "No campaign has a list of households. The centre makes them; they come with the "
                  + "next hand-over.")
            }
          }
          element("ul", ["class": "plain"]) {
            for campaign in campaigns {
              element("li") {
                link("\(path)/\(campaign.codeText)", campaign.name ?? campaign.codeText)
                if let day = campaign.to {
                  element("span", ["class": "detail"]) {
                    language.text("đến \(Format.date(day))", "until \(Format.date(day))")
                  }
                }
              }
            }
          }
        }
        panel(language.text("Hẹn quay lại", "Planned visits")) {
          element("p") {
            link(
              "\(path)/planned",
              language.text("Các hộ đã hẹn, theo đường đi", "Those who expect us, in walking order")
            )
          }
        }
        try panel(language.text("Cả thôn, tổ dân phố", "Whole hamlets")) {
          try element("ul", ["class": "plain"]) {
            for hamlet in hamlets {
              let count = try request.reader.householdCount(place: hamlet.id)
              element("li") {
                link("\(path)/\(hamlet.codeText)", hamlet.name ?? hamlet.codeText)
                element("span", ["class": "detail"]) {
                  language.text("\(count) hộ", counted(count, "household", "households"))
                }
              }
            }
          }
        }
      }
    }
  }

  private func content() throws -> HTML {
    let list = try request.reader.walkingList(source, asOf: request.knowledge().today)
    let today = try request.knowledge().today
    let number = try PrintoutBook(request.records).nextNumber()
    return HTML.group {
      if let notice = request.memory.takeNotice() { notice.html(language) }
      if !list.stops.isEmpty {
        element("div", ["class": "row-actions"]) {
          actionForm(
            "\(request.http.path)/print",
            BilingualText(vi: "Đánh số để in (A4)", en: "Number it to print (A4)"), request,
            fields: [("number", String(number))])
          link(Self.path, language.text("Danh sách khác", "Other lists"))
        }
      }
      panel(id: "walk") {
        WalkTable(
          BilingualText(
            vi: "Theo đường đi: \(list.total) hộ",
            en: "In walking order: \(counted(list.total, "household", "households"))"),
          list.stops, today: today, showsHamlet: !isOfHamlet, campaign: campaign
        ).html(request)
      }
      WalkTable.cutNote(list, language)
    }
  }

  /// The campaign's code; the visits that are begun here are for it.
  private var campaign: String? {
    if case .campaign = source { request.parameters["list"] } else { nil }
  }

  private var isOfHamlet: Bool { if case .hamlet = source { true } else { false } }

  private func print() throws -> HTTPResponse {
    let printout = try PrintoutBook(request.records).add(
      .walkingList(source), number: request.form["number"].flatMap { Int($0) } ?? 0,
      by: request.member, at: request.clock.wall)
    return .seeOther(PrintoutPage.path(printout))
  }
}
