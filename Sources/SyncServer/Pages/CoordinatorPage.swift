import Documents
import FieldWork
import Pages
import Web

/// The coordinator's page: what was done in a period, and which laptops that covers.
package struct CoordinatorPage {
  /// Its title, for whoever sees the whole centre or a part of it.
  static func title(isEverything: Bool) -> BilingualText {
    isEverything ? CoordinatorWords.title : CoordinatorWords.partTitle
  }

  private let report: CoordinatorReport
  private let choice: PeriodChoice
  private let query: NamedValues
  private let language: Language
  private let enrols: Bool

  /// A page of a report in one language.
  ///
  /// - Parameters:
  ///   - query: what its address asks of the list of teams.
  ///   - enrols: whether whoever looks can enrol a laptop.
  package init(
    _ report: CoordinatorReport, _ choice: PeriodChoice, _ language: Language,
    query: NamedValues = NamedValues(), enrols: Bool = true
  ) {
    self.enrols = enrols
    self.report = report
    self.choice = choice
    self.query = query
    self.language = language
  }

  /// What stands within the frame.
  package var content: HTML {
    HTML.group {
      PeriodPicker(choice).html(language)
      CoverageStrip(
        report.coverage, today: report.asOf.date, enrols: enrols,
        carriedPath: LaptopListPage.carriedPath(report.coverage)
      ).html(language)
      figures
      contents(links, CoordinatorWords.contents, language)
      panel(id: "teams") { teamPanel }
      panel(id: "services") { services.html(language) }
      panel(id: "reasons") { reasons.html(language) }
      panel(id: "laptops") {
        LaptopPanel(report.laptops, today: report.asOf.date).html(language)
      }
      // What somebody does not see is left out: an empty panel would say that there is nothing.
      if let conflicts = report.conflicts { ConflictPanel(conflicts).html(language) }
      incidents
      if let list = report.refusals {
        panel(id: "refusals") {
          refusals(list).html(language)
          if list.count > 0 {
            element("p") {
              element("a", ["href": RefusalListPage.path]) {
                CoordinatorWords.count(CoordinatorWords.allRefusals, list.count).text(in: language)
              }
            }
          }
        }
      }
    }
  }

  /// Shown only when there is something to look at.
  private var incidents: HTML {
    guard !report.incidents.isEmpty else { return .empty }
    return panel(id: "incidents", CoordinatorWords.incidents.text(in: language)) {
      element("ul") {
        HTML.group {
          for incident in report.incidents { element("li") { incident.text(in: language) } }
        }
      }
    }
  }

  private var links: [(id: String, label: BilingualText)] {
    var links = [
      ("teams", CoordinatorWords.byTeam), ("services", CoordinatorWords.byService),
      ("reasons", CoordinatorWords.notCounted),
      ("laptops", CoordinatorWords.count(CoordinatorWords.laptops, report.laptops.count)),
    ]
    if let list = report.conflicts {
      links.append(
        (
          "conflicts",
          CoordinatorWords.count(CoordinatorWords.conflicts, list.total)
        ))
    }
    if let list = report.refusals {
      links.append(("refusals", CoordinatorWords.count(CoordinatorWords.refusals, list.count)))
    }
    return links
  }

  /// Four kinds of number that are never added up, each with the moment it was counted.
  private var figures: HTML {
    func text(_ number: CountedNumber) -> String {
      report.coverage.text(number, of: report.total, in: language)
    }
    let asOf = CoordinatorWords.asOf(report.asOf)
    return PageFigure.row(
      [
        PageFigure(
          CoordinatorWords.visits, text(.visits), details: [asOf],
          address: address(.visits, of: report.total)),
        PageFigure(
          CoordinatorWords.assists, text(.counted),
          details: (report.coverage.isSilent
            ? [] : [CoordinatorWords.provisional(report.total.provisionalAssists)]) + [asOf],
          address: address(.counted, of: report.total)),
        PageFigure(
          CoordinatorWords.residents, text(.residents),
          details: [CoordinatorWords.distinct, asOf],
          address: address(.residents, of: report.total)),
        PageFigure(
          CoordinatorWords.submissions, text(.submissions), details: [asOf],
          address: address(.submissions, of: report.total)),
      ], language)
  }

  private func cells(
    _ numbers: CountNumbers, _ key: CountKey? = nil, along dimension: CountDimension = .team
  ) -> [HTML] {
    Self.numbers.map { cell($0, numbers, key, along: dimension) }
  }

  /// A number with the way to exactly its records; nothing leads to nothing.
  private func cell(
    _ number: CountedNumber, _ numbers: CountNumbers, _ key: CountKey?,
    along dimension: CountDimension
  ) -> HTML {
    let text = number.text(of: numbers, in: language)
    guard let address = address(number, of: numbers, key, along: dimension) else {
      return .text(text)
    }
    return element("a", ["href": address]) { text }
  }

  private func address(
    _ number: CountedNumber, of numbers: CountNumbers, _ key: CountKey? = nil,
    along dimension: CountDimension = .team
  ) -> String? {
    guard number.value(of: numbers) ?? 0 > 0 else { return nil }
    return address(
      number,
      key.map {
        [NamedValues.Item(name: dimension.key, value: $0.address(along: dimension))]
      } ?? [])
  }

  private func address(_ number: CountedNumber, _ further: [NamedValues.Item]) -> String {
    let undivided = NamedValues.Item(name: ReportQuestion.byName, value: ReportQuestion.undivided)
    let items = [choice.item, undivided, ReportRecordsPage.item(number: number)] + further
    return "\(ReportRecordsPage.path)?\(NamedValues(items).encoded)"
  }

  private func link(_ count: Int, _ address: String) -> HTML {
    PageTable.number(count, to: address, language)
  }

  private static let numbers: [CountedNumber] = [
    .visits, .counted, .provisional, .residents, .submissions,
  ]

  private static let numberColumns = [
    PageTable.Column.number(CoordinatorWords.visits),
    .number(CoordinatorWords.counted), .number(CoordinatorWords.provisional),
    .number(CoordinatorWords.residentsShort), .number(CoordinatorWords.submissionsShort),
  ]

  /// Every team: a province has thousands of them, so they are searched and come page by page.
  private var teams: PageList<TeamNumbers> {
    func number(
      _ number: CountedNumber, _ label: BilingualText
    ) -> PageList<TeamNumbers>.Column {
      .init(
        number.rawValue, label, orderedBy: { number.value(of: $0.numbers) ?? -1 },
        cell: { $0.isUnknown ? .text("—") : cell(number, $0.numbers, $0.key, along: .team) },
        value: { number.value(of: $0.numbers).map { .integer(Int64($0)) } ?? .empty })
    }
    return PageList<TeamNumbers>(
      ReportPages.coordinatorPath, CoordinatorWords.byTeam,
      columns: [
        .init(
          "team", CoordinatorWords.team,
          orderedBy: { SearchFold.base($0.label.text(in: language)) }
        ) { .text($0.label.text(in: language)) },
        number(.visits, CoordinatorWords.visits), number(.counted, CoordinatorWords.counted),
        number(.provisional, CoordinatorWords.provisional),
        number(.residents, CoordinatorWords.residentsShort),
        number(.submissions, CoordinatorWords.submissionsShort),
        .init(
          "coverage", CoordinatorWords.reported, orderedBy: { $0.reportedLaptops - $0.laptops },
          cell: { TeamCoverage($0.reportedLaptops, of: $0.laptops).html(language) },
          value: { .text("\($0.reportedLaptops)/\($0.laptops)") }),
      ],
      filters: TeamSearch.filters(report.teams.map(\.label)) { $0.label },
      empty: CoordinatorWords.noTeams,
      subject: [choice.item], style: { $0.isUnknown ? "row-missing" : nil })
  }

  private var teamPanel: HTML {
    let list = teams
    let asked = list.choice(query)
    return list.html(
      list.part(of: report.teams, asked), asked,
      total: [HTML.text(CoordinatorWords.total.text(in: language))] + cells(report.total)
        + [.empty], note: CoordinatorWords.teamNote,
      files: ListFileFormat.links(of: ReportPages.coordinatorPath), language)
  }

  /// The teams as a file.
  func file(_ request: PageRequest, _ format: ListFileFormat) throws -> HTTPResponse {
    func text(_ words: BilingualText) -> SpreadsheetValue { .text(words.text(in: language)) }
    let reach = try request.reached().words
    let numbers: [ListFile<TeamNumbers>.Fact] = Self.numbers.map { number in
      (
        ReportWords.words(of: number),
        number.value(of: report.total).map { .integer(Int64($0)) } ?? .empty
      )
    }
    return try ListFile(teams, format, name: "tong-quan-theo-to").answer(
      request, rows: report.teams,
      lead: [
        (ReportWords.period, .text(choice.label(language))),
        (ReportWords.coverage, text(report.coverage.words)),
      ] + (reach.map { [(ReportWords.reach, text($0))] } ?? []) + numbers + [
        (CoordinatorWords.byTeam, text(CoordinatorWords.teamNote)),
        (ReportWords.source, text(ReportWords.sourceText)),
      ])
  }

  private var services: PageTable {
    PageTable(
      CoordinatorWords.byService,
      columns: [.text(CoordinatorWords.service)] + Self.numberColumns.dropFirst(),
      rows: report.services.map { service in
        PageTable.Row(
          [HTML.text(service.label.text(in: language))]
            + cells(service.numbers, service.key, along: .service).dropFirst())
      },
      empty: nothing(CoordinatorWords.noAssists),
      note: report.furtherServices > 0
        ? CoordinatorWords.further(report.furtherServices) : CoordinatorWords.serviceNote)
  }

  private var reasons: PageTable {
    var rows = report.reasons.map { reason in
      PageTable.Row([
        HTML.text(CoordinatorWords.capitalised(reason.reason.words).text(in: language)),
        link(
          reason.assists,
          address(
            reason.reason.isProvisional ? .provisional : .notCounted,
            [ReportRecordsPage.item(reason: reason.reason)])),
      ])
    }
    if let undated = report.undatedAssists, undated > 0 {
      rows.append(
        PageTable.Row([
          HTML.text(CoordinatorWords.undated.text(in: language)),
          link(undated, address(.undated, [])),
        ]))
    }
    return PageTable(
      CoordinatorWords.notCounted,
      columns: [.text(CoordinatorWords.reason), .number(CoordinatorWords.assists)], rows: rows,
      empty: nothing(CoordinatorWords.allCounted))
  }

  private func refusals(_ list: RefusalList) -> PageTable {
    PageTable(
      CoordinatorWords.refusals,
      columns: [
        .text(CoordinatorWords.when), .text(CoordinatorWords.laptop),
        .text(CoordinatorWords.reason),
      ],
      rows: list.refusals.map { refusal in
        PageTable.Row([
          HTML.text(Format.dateTime(refusal.at)),
          HTML.text(refusal.laptop ?? CoordinatorWords.foreign.text(in: language)),
          PageTable.cell(
            RefusalList.words(of: refusal.reason).text(in: language), detail: refusal.reason),
        ])
      },
      empty: CoordinatorWords.noRefusals,
      note: CoordinatorWords.refusalNote(list.refusals.count, of: list.count))
  }

  /// "Nothing" while laptops have not reported is not the same as nothing.
  private func nothing(_ text: BilingualText) -> BilingualText {
    if report.coverage.isSilent {
      return CoordinatorWords.noReport
    }
    return report.coverage.isComplete ? text : text + CoordinatorWords.someMissing
  }
}

/// "1/2 laptops" of a team, with its mark.
struct TeamCoverage {
  private let reported: Int
  private let laptops: Int

  init(_ reported: Int, of laptops: Int) {
    self.reported = reported
    self.laptops = laptops
  }

  func html(_ language: Language) -> HTML {
    guard laptops > 0 else {
      return StateMark.neutral.html(CoordinatorWords.noLaptop.text(in: language))
    }
    let mark: StateMark = reported == laptops ? .good : reported == 0 ? .missing : .attention
    let words =
      reported == 0
      ? CoordinatorWords.noneReported(laptops) : CoordinatorWords.reported(reported, of: laptops)
    return element("span", ["class": "nowrap"]) { mark.html(words.text(in: language)) }
  }
}
