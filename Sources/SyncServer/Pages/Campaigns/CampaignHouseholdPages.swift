import Documents
import FieldWork
import Pages
import SyncProtocol
import Web

/// The households of a campaign's list, in walking order: as a list, as a file, and as a sheet of
/// paper to walk with.
struct CampaignHouseholdPages {
  private static let pattern = "\(CampaignPages.path)/:campaign/households"

  static let routes =
    [
      PageRoute(.get, pattern, access: .coordinator, isNoted: true) {
        try CampaignHouseholdPages($0).page()
      },
      PageRoute(
        .get, "\(CampaignPages.path)/:campaign/walk", access: .coordinator, isNoted: true
      ) { try CampaignHouseholdPages($0).walk() },
    ]
    + ListFileFormat.routes(of: pattern, access: .coordinator) { request, format in
      try CampaignHouseholdPages(request).file(format)
    }

  /// Where the households of a campaign are.
  static func path(
    of campaign: CampaignStanding, _ items: [(name: String, value: String)] = []
  ) -> String {
    CampaignPages.path(of: campaign) + "/households" + PageQuery.text(items)
  }

  /// Where the sheet to walk with is, of a hamlet or of all.
  static func walkPath(of campaign: CampaignStanding, _ hamlet: RowID?) -> String {
    CampaignPages.path(of: campaign) + "/walk"
      + PageQuery.text(hamlet.map { [("hamlet", "\($0.rawValue)")] } ?? [])
  }

  /// A household of the list.
  private struct Line {
    let target: CampaignTarget
    let household: Household
    let hamlet: String?
    let returnDate: LocalDate?
  }

  private let request: PageRequest
  private let language: Language
  private let campaign: CampaignStanding
  private let lines: [Line]

  private init(_ request: PageRequest) throws {
    self.request = request
    language = request.language
    let campaign = try request.campaign()
    self.campaign = campaign
    lines = try request.centre.read { reader in
      var returns: [RowID: LocalDate] = [:]
      for visit in try reader.plannedVisits(asOf: request.today, page: .all) {
        guard let household = visit.household else { continue }
        returns[household] = returns[household] ?? visit.returnDate
      }
      let doors = try (campaign.targets + campaign.unlisted).compactMap { target in
        try reader.record(Household.self, target.row).map { (target, $0) }
      }
      return try reader.inWalkingOrder(doors) { $0.1 }.map { door, hamlet in
        Line(
          target: door.0, household: door.1, hamlet: hamlet,
          returnDate: returns[door.1.id])
      }
    }
  }

  private var list: PageList<Line> {
    let language = language
    var hamlets: [(value: String, words: BilingualText)] = []
    for line in lines {
      guard let place = line.target.place else { continue }
      let value = "\(place.rawValue)"
      if hamlets.last?.value != value, !hamlets.contains(where: { $0.value == value }) {
        hamlets.append((value, BilingualText(same: line.hamlet ?? value)))
      }
    }
    return PageList<Line>(
      Self.path(of: campaign), CampaignWords.households,
      columns: [
        .init(
          "household", CampaignWords.household,
          cell: { line in
            PageTable.cell(
              line.household.name ?? line.household.codeText, detail: line.household.codeText)
          }, value: { .optional($0.household.name) }),
        .init("code", CampaignWords.code, isOnlyInFiles: true) { .text($0.household.codeText) },
        .init("hamlet", CampaignWords.hamlet) { .optional($0.hamlet) },
        .init("address", CampaignWords.address) { .optional($0.household.address) },
        .init(
          "outcome", CampaignWords.outcome,
          cell: { line in
            guard let visit = line.target.visit else {
              return StateMark.neutral.html(CampaignWords.open.text(in: language))
            }
            return element("a", ["href": "\(ReviewPages.path)/\(visit.row.rawValue)"]) {
              visit.outcome?.words.text(in: language) ?? "—"
            }
          },
          value: { line in
            .optional(
              line.target.visit.map { $0.outcome?.words.text(in: language) ?? "—" })
          }),
        .init("day", CampaignWords.day, orderedBy: { $0.target.visit?.date ?? .earliest }) {
          .optional($0.target.visit?.date)
        },
        .init("return", FieldLabel.words(of: "return_date")) { .optional($0.returnDate) },
      ],
      filters: [
        .init("hamlet", CampaignWords.hamlet, hamlets) { line, value in
          line.target.place.map { "\($0.rawValue)" == value } ?? false
        },
        .init(
          "state", CampaignWords.state,
          [
            ("listed", CampaignWords.listed), ("visited", CampaignWords.visited),
            ("open", CampaignWords.open), ("unlisted", CampaignWords.notListed),
          ]
            + VisitOutcome.allCases.map { ($0.name, $0.words) }
        ) { line, value in
          switch value {
          case "listed": line.target.isListed
          case "visited": line.target.isListed && line.target.visit != nil
          case "open": line.target.visit == nil
          case "unlisted": !line.target.isListed
          default: line.target.isListed && line.target.visit?.outcome?.name == value
          }
        },
      ], empty: CampaignWords.noHousehold)
  }

  private func page() -> HTTPResponse {
    let list = list
    let choice = list.choice(request.http.query)
    var frame = request.frame(CampaignWords.households)
    frame.lead = BilingualText(same: campaign.name)
    return .html(
      frame.page {
        panel {
          list.html(
            list.part(of: lines, choice), choice,
            files: ListFileFormat.links(of: Self.path(of: campaign)), language)
        }
        back
      })
  }

  private func file(_ format: ListFileFormat) throws -> HTTPResponse {
    try ListFile(list, format, name: "ho-cua-dot").answer(request, rows: lines)
  }

  private var back: HTML {
    element("p", ["class": "not-printed"]) {
      element("a", ["href": CampaignPages.path(of: campaign)]) {
        CampaignWords.back.text(in: language)
      }
    }
  }

  /// The sheet: every door once, with room to write.
  private func walk() -> HTTPResponse {
    let asked = request.http.query["hamlet"]
    let doors = lines.filter { line in
      line.target.isListed
        && (asked.map { value in line.target.place.map { "\($0.rawValue)" == value } ?? false }
          ?? true)
    }
    var frame = request.frame(CampaignWords.walk)
    frame.lead = BilingualText(same: campaign.name)
    return .html(
      frame.page {
        if doors.isEmpty {
          panel {
            element("p", ["class": "empty"]) { CampaignWords.noHousehold.text(in: language) }
          }
        } else {
          sheet(doors)
        }
        back
      })
  }

  private func sheet(_ doors: [Line]) -> HTML {
    let columns = [
      BilingualText(vi: "Số", en: "No."), CampaignWords.address, CampaignWords.household,
      BilingualText(vi: "Việc cần làm", en: "To do"), BilingualText(vi: "Giờ", en: "Time"),
      BilingualText(vi: "Kết quả", en: "Outcome"), BilingualText(vi: "Hẹn lại", en: "Come back"),
      BilingualText(vi: "Ghi chú", en: "Note"),
    ]
    let title = CampaignWords.walk.text(in: language)
    return element(
      "div", ["class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": title]
    ) {
      element("table", ["class": "paper walk", "aria-label": title]) {
        element("thead") {
          element("tr") {
            element(
              "th", ["scope": "colgroup", "colspan": "\(columns.count)", "class": "paper-head"]
            ) {
              element("strong") { title }
              element("span") {
                [
                  campaign.name, Set(doors.compactMap(\.hamlet)).count == 1 ? doors[0].hamlet : nil,
                  Format.dateTime(request.now), "camtay-server \(CentreCommands.version)",
                ].compactMap(\.self).joined(separator: " · ")
              }
            }
          }
          element("tr") {
            for column in columns {
              element("th", ["scope": "col"]) { column.text(in: language) }
            }
          }
        }
        element("tbody") {
          for (index, line) in doors.enumerated() {
            element("tr") {
              element("td", ["class": "number"]) { "\(index + 1)" }
              element("td") {
                line.household.address ?? "—"
                element("span", ["class": "detail"]) { line.hamlet ?? "" }
              }
              element("td") { line.household.name ?? line.household.codeText }
              element("td") { errand(line) }
              for _ in 0..<4 { element("td") }
            }
          }
        }
      }
    }
  }

  private func errand(_ line: Line) -> String {
    if let day = line.returnDate {
      return language.text("hẹn \(Format.date(day))", "come back \(Format.date(day))")
    }
    return line.target.visit?.outcome?.words.text(in: language) ?? ""
  }
}
