import FieldWork
import Listings
import Pages
import Web

/// What an import would write, line by line, with the button that writes it.
struct ImportPreview {
  /// The most lines of each table; the numbers above are of all.
  private static let lineLimit = 200

  let job: ImportJob
  let plan: ImportJob.Plan
  let request: PageRequest
  private var language: Language { request.language }

  init(job: ImportJob, plan: ImportJob.Plan, request: PageRequest) {
    self.job = job
    self.plan = plan
    self.request = request
  }

  /// The parts of the page.
  var html: HTML {
    HTML.group {
      panel {
        element("p", ["class": "message attention", "role": "status"]) {
          ImportWords.onlyShown.text(in: language)
        }
        for line in ImportWords.lines(plan) { element("p") { line.text(in: language) } }
        if plan.isEmpty {
          element("p", ["class": "empty"]) { ImportWords.nothing.text(in: language) }
        } else {
          form(ImportPages.path, ImportWords.write) {
            element(
              "input",
              [
                "type": "hidden", "name": "ticket",
                "value": request.centre.formTickets.issue(),
              ])
            for decision in job.decisions { hidden("line", String(decision.line)) }
            for decision in job.decisions { hidden("choice", decision.choice) }
          }
        }
      }
      details
      element("p") {
        element("a", ["href": ImportPages.path]) { ImportWords.writeNothing.text(in: language) }
      }
    }
  }

  /// A form that carries the files and what was said of them.
  private func form(
    _ action: String, _ submit: BilingualText, @HTMLBuilder _ fields: () -> HTML
  ) -> HTML {
    PageForm(action: action, formToken: request.formToken, submit: submit).html(language) {
      hidden("kind", job.kind.value)
      for file in job.files { hidden("kept", file.ticket) }
      for file in job.files { hidden("name", file.name) }
      hidden("place", job.place)
      hidden("columns", job.columns)
      fields()
    }
  }

  @HTMLBuilder private var details: HTML {
    switch plan {
    case .roster(let plan): roster(plan)
    case .households(let plan): households(plan)
    case .records: HTML.empty
    }
  }

  // MARK: Hamlets, teams, members

  private func roster(_ plan: DirectoryPlan) -> HTML {
    let teamNames = plan.teams.map { "\($0.name) · \(plan.hamlets[$0.hamlet].name)" }
    return HTML.group {
      changes(PlaceWords.hamlet, plan.hamlets.map { ($0.name, $0.communeCode, $0.action) })
      changes(
        PlaceWords.team,
        plan.teams.map { ($0.name, plan.hamlets[$0.hamlet].name, $0.action) })
      changes(
        RosterWords.members, plan.members.map { ($0.fullName, teamNames[$0.team], $0.action) })
    }
  }

  private func changes(
    _ caption: BilingualText, _ lines: [(String, String, DirectoryPlan.Action)]
  ) -> HTML {
    let written = lines.filter { $0.2.isWriting }
    guard !written.isEmpty else { return .empty }
    return panel {
      PageTable(
        caption,
        columns: [
          .text(caption), .text(ImportWords.belongsTo), .text(ImportWords.what),
        ],
        rows: written.prefix(Self.lineLimit).map { line in
          PageTable.Row([
            .text(line.0), .text(line.1),
            .text(
              (line.2 == .add ? ImportWords.isNew : ImportWords.isChanged).text(in: language)),
          ])
        }, empty: BilingualText(same: ""),
        note: ImportWords.further(written.count - Self.lineLimit)
      ).html(language)
    }
  }

  // MARK: Households

  private func households(_ plan: HouseholdListPlan) -> HTML {
    HTML.group {
      if !plan.doubts.isEmpty { panel(id: "doubts") { doubts(plan) } }
      if !plan.problems.isEmpty {
        panel(id: "problems", ImportWords.problems.text(in: language)) {
          element("ul") {
            for problem in plan.problems.prefix(Self.lineLimit) {
              element("li") { problem.words.text(in: language) }
            }
          }
        }
      }
      panel(id: "lines") { lines(plan).html(language) }
    }
  }

  private func doubts(_ plan: HouseholdListPlan) -> HTML {
    let doubts = Dictionary(grouping: plan.doubts, by: \.line).sorted { $0.key < $1.key }
      .prefix(ImportJob.decisionLimit)
    return HTML.group {
      element("h2") { ImportWords.doubts.text(in: language) }
      element("p") { ImportWords.doubtsMean.text(in: language) }
      PageForm(
        action: "\(ImportPages.path)/preview", formToken: request.formToken,
        submit: ImportWords.decide
      ).html(language) {
        hidden("kind", job.kind.value)
        for file in job.files { hidden("kept", file.ticket) }
        for file in job.files { hidden("name", file.name) }
        hidden("place", job.place)
        hidden("columns", job.columns)
        for decision in job.decisions {
          hidden("line", String(decision.line))
          hidden("choice", decision.choice)
        }
        for (line, candidates) in doubts {
          hidden("line", String(line))
          choice(line, candidates)
        }
      }
    }
  }

  private func choice(_ line: Int, _ candidates: [ListDoubt]) -> HTML {
    let id = "choice-\(line)"
    return element("div", ["class": "field"]) {
      element("label", ["for": id]) {
        ImportWords.line(line, candidates.first?.name ?? "–").text(in: language)
      }
      element("span", ["class": "field-hint", "id": "\(id)-hint"]) {
        candidates.map { doubt in
          doubt.candidate.line(in: language) + " ("
            + doubt.candidate.score.words(in: language) + ")"
        }.joined(separator: " · ")
      }
      element("select", ["id": id, "name": "choice", "aria-describedby": "\(id)-hint"]) {
        element("option", ["value": ""]) { ImportWords.leave.text(in: language) }
        element("option", ["value": ImportJob.newChoice]) { ImportWords.new.text(in: language) }
        for code in candidates.compactMap(\.candidate.code) {
          element("option", ["value": code]) { ImportWords.same(code).text(in: language) }
        }
      }
    }
  }

  private func lines(_ plan: HouseholdListPlan) -> PageTable {
    PageTable(
      ImportWords.lines,
      columns: [
        .number(ImportWords.lineNumber), .text(PlaceWords.hamlet), .text(ImportWords.household),
        .text(ImportWords.people), .text(ImportWords.what),
      ],
      rows: plan.households.prefix(Self.lineLimit).map { household in
        PageTable.Row([
          .text("\(household.line)"), .text(household.hamlet ?? "—"),
          .text(household.draft.name ?? "—"),
          .text(household.people.map { $0.draft.fullName ?? "—" }.joined(separator: ", ")),
          .text(household.action.words.text(in: language)),
        ])
      }, empty: ImportWords.noHousehold,
      note: ImportWords.further(plan.households.count - Self.lineLimit))
  }
}
