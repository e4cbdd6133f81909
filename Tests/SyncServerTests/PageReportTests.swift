import FieldWork
import Foundation
import Pages
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct PageReportTests {
  private func coordinator(_ world: PageWorld, _ language: Language = .english) throws -> String {
    let inspection = try CentreInspection.gather(world.centre.store)
    let choice = PeriodChoice(NamedValues(), today: world.now.date)
    let report = try CoordinatorReport.gather(
      choice.period, now: world.now, inspection, world.centre.reader)
    return CoordinatorPage(report, choice, language).content.text
  }

  @Test func `what a laptop wrote outside its grant is merged and named on the page`() throws {
    let world = try PageWorld()
    let laptop = try world.laptop("máy <ngoài phạm vi>", of: "Tổ Xóm 1", 2)
    try world.sync(laptop)
    #expect(try !coordinator(world).contains("To be looked at"))
    // The grant is taken back while the laptop has unsent work.
    _ = try world.household("Hồ Văn Đức", at: laptop)
    try world.centre.store.connection.execute("DELETE FROM scope_grant")
    try world.sync(laptop)
    let page = try coordinator(world)
    #expect(page.contains("To be looked at"))
    #expect(page.contains("máy &lt;ngoài phạm vi&gt;: operations written without the right to"))
  }

  private func trainerReport(_ world: PageWorld) throws -> TrainerReport {
    try TrainerReport.gather(
      world.month, now: world.now, try LaptopReport.gather(world.centre.store),
      try CentreShortfall(world.centre.store), world.centre.reader)
  }

  private func trainer(_ world: PageWorld, _ language: Language = .english) throws -> String {
    let choice = PeriodChoice(NamedValues(), today: world.now.date, allowed: .whole)
    let targets = try TrainerTargets.gather(
      in: choice.period, now: world.now, world.centre.reader, within: .everything)
    return TrainerPage(try trainerReport(world), targets, choice, language).content.text
  }

  @Test func `a province's teams come page by page, and a name finds one of them`() throws {
    let world = try PageWorld()
    let choice = PeriodChoice(NamedValues(), today: world.now.date, allowed: .whole)
    let inspection = try CentreInspection.gather(world.centre.store)
    var overview = try CoordinatorReport.gather(
      choice.period, now: world.now, inspection, world.centre.reader)
    overview.teams = (1...120).map { number in
      TeamNumbers(
        key: .none, label: BilingualText(same: "Tổ <\(number)> Đồng Nổi"), numbers: CountNumbers(),
        reportedLaptops: 0, laptops: 1)
    }
    var training = try trainerReport(world)
    training.teams = overview.teams.map { team in
      TrainerTeam(
        label: team.label, assists: .shown(5), previous: .shown(5), reportedLaptops: 0,
        laptops: 1, isUnknown: false, row: nil)
    }
    let targets = try TrainerTargets.gather(
      in: choice.period, now: world.now, world.centre.reader, within: .everything)
    func asking(_ items: [(String, String)]) -> NamedValues {
      NamedValues(items.map { NamedValues.Item(name: $0.0, value: $0.1) })
    }
    for content in [
      { CoordinatorPage(overview, choice, .english, query: $0).content.text },
      { TrainerPage(training, targets, choice, .english, query: $0).content.text },
    ] as [(NamedValues) -> String] {
      let first = content(NamedValues())
      #expect(first.contains("Tổ &lt;50&gt;") && !first.contains("Tổ &lt;51&gt;"))
      #expect(first.contains("page=2"))
      let last = content(asking([("page", "3")]))
      #expect(last.contains("Tổ &lt;120&gt;") && !last.contains("Tổ &lt;100&gt;"))
      #expect(last.contains("period=2026-11&amp;page=2"))
      let found = content(asking([("q", "to <77> dong noi")]))
      #expect(found.contains("Tổ &lt;77&gt;") && !found.contains("Tổ &lt;7&gt;"))
    }
  }

  /// Three reasons, two of them rare; a team with one resident; a laptop that never came.
  private func busyWorld() throws -> PageWorld {
    let world = try PageWorld()
    let first = try world.laptop("máy của An", of: "Tổ Xóm 1", 2)
    _ = try world.laptop("máy im lặng", of: "Tổ Xóm 2", 3)
    try world.sync(first)
    let household = try world.household("<b>Hồ Văn Đức</b>", at: first)
    for index in 0..<7 {
      try world.help("Người \(index)", in: household, at: first, by: "Nguyễn Văn An")
      try world.help(
        "Vướng \(index)", in: household, at: first, by: "Nguyễn Văn An", service: "vneid",
        mode: "demonstrated", blocked: "low-skill")
    }
    for (index, reason) in ["no-network", "no-trust"].enumerated() {
      try world.help(
        "Hiếm \(index)", in: household, at: first, by: "Nguyễn Văn An", service: "shop-qr",
        blocked: reason)
    }
    try world.sync(first)
    return world
  }

  @Test func `the four numbers equal the count and the silent team is unknown, not nought`() throws
  {
    let world = try busyWorld()
    let html = try coordinator(world)
    #expect(html.contains(#"number=visits">16</a></dd>"#))
    #expect(html.contains(#"number=counted">7</a></dd>"#))
    #expect(html.contains("1 of 2 laptops have reported through 18/11."))
    #expect(html.contains("not reported (0 of 1)") && html.contains("never reported"))
    #expect(html.contains(#"<tr class="row-missing"><th scope="row">Tổ Xóm 2</th>"#))
    #expect(html.contains("as of 18/11/2026"))
  }

  @Test func `a laptop silent for more than a week stands out`() throws {
    let world = try busyWorld()
    world.pass(days: 8)
    let html = try coordinator(world)
    #expect(html.contains("no report for 8 days (since 18/11/2026"))
    #expect(
      html.contains(/<tr class="row-missing"><th scope="row"><a href="[^"]*">máy của An<\/a>/))
  }

  @Test func `two edits of one field are shown with who, when and where`() throws {
    let world = try PageWorld()
    let laptops = [
      try world.laptop("máy 1", of: "Tổ Xóm 1", 2), try world.laptop("máy 2", of: "Tổ Xóm 1", 3),
    ]
    for laptop in laptops { try world.sync(laptop) }
    let household = try world.household("Hồ Văn Đức", at: laptops[0])
    for laptop in laptops { try world.sync(laptop) }
    for (laptop, phone) in zip(laptops, ["0912 000 111", "0912 000 222"]) {
      _ = try laptop.editHousehold(
        household, HouseholdDraft(phone: phone), author: try world.member("Nguyễn Văn An"),
        clock: world.clock())
    }
    for laptop in laptops { try world.sync(laptop) }
    let html = try coordinator(world)
    #expect(html.contains("Hồ Văn Đức: Telephone</caption>"))
    for part in ["0912000111", "0912000222", "máy 1", "máy 2", "Nguyễn Văn An", "shown", "hidden"] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test func `the trainer sees no name and no small number, nor one by subtraction`() throws {
    let world = try busyWorld()
    let report = try trainerReport(world)
    let html = try trainer(world)
    for name in ["Hồ", "Người", "Vướng", "Hiếm", "Nguyễn", "máy của An", "máy im lặng"] {
      #expect(!html.contains(name), "\(name)")
    }
    for rows in [report.services, report.modes, report.outcomes, report.blockedReasons] {
      #expect(rows.count { $0.assists == .hidden } != 1)
      for row in rows {
        guard case .shown(let value) = row.assists else { continue }
        #expect(value == 0 || value >= 5)
      }
    }
    guard case .shown(let all) = report.assists, case .shown(let blocked) = report.blocked else {
      Issue.record("shown")
      return
    }
    #expect(all == 16 && blocked == 9)
    let shown = report.blockedReasons.compactMap { row -> Int? in
      if case .shown(let value) = row.assists { value } else { nil }
    }
    #expect(blocked - shown.reduce(0, +) == 0 || blocked - shown.reduce(0, +) >= 5)
  }

  @Test(arguments: Language.allCases)
  func `both pages are complete in each language`(language: Language) throws {
    let world = try PageWorld()
    for page in [try coordinator(world, language), try trainer(world, language)] {
      let plain = page.replacing(/Tổ Xóm [12]/, with: "")
      let marked = plain.unicodeScalars.filter {
        (0xC0...0x24F).contains($0.value) || (0x1EA0...0x1EF9).contains($0.value)
      }
      let found = String(String.UnicodeScalarView(marked))
      #expect(found.isEmpty == (language == .english), "\(found)")
      if language == .vietnamese {
        for word in ["laptop<", "Visits", "reported", "Assists", "Reason", "Period"] {
          #expect(!page.contains(word), "\(word)")
        }
      }
    }
  }

  @Test func `without laptops nothing reads as nought done`() throws {
    let world = try PageWorld()
    #expect(try coordinator(world).contains("No laptop has been enrolled yet."))
    #expect(try coordinator(world).contains("not the same as 0"))
    #expect(try trainer(world).contains("not the same as 0"))
  }

  @Test func `every table has a caption and every markup closes`() throws {
    let world = try busyWorld()
    for page in [try coordinator(world), try trainer(world)] {
      let tables = page.components(separatedBy: "<table").map { $0.replacing(/^[^>]*>/, with: "") }
        .dropFirst()
      #expect(!tables.isEmpty && tables.allSatisfy { $0.hasPrefix("<caption>") })
      #expect(!page.contains("<b>") && !page.contains("style="))
      for tag in ["section", "div", "table", "tr", "td", "th", "span", "svg", "ul", "li"] {
        let opened =
          page.components(separatedBy: "<\(tag)>").count
          + page.components(separatedBy: "<\(tag) ").count
        #expect(opened - 1 == page.components(separatedBy: "</\(tag)>").count, "\(tag)")
      }
    }
  }

  @Test func `values read as people read them and the hash of an id never shows`() throws {
    let world = try PageWorld()
    let words = RecordWords(world.centre.reader)
    let visit = VisitTable.definition
    func text(_ value: Value, _ field: String, _ table: TableDefinition) throws -> String {
      try words.text(of: value, field: field, in: table).english
    }
    #expect(try text(.integer(20_775), "date", visit) == "18/11/2026")
    #expect(try text(.integer(1), "outcome", visit) == VisitOutcome.met.words.english)
    #expect(try text(.integer(99), "outcome", visit) == "99")
    #expect(try text(.unset, "note", visit) == "(empty)")
    let hash = try text(.bytes([1, 2]), "id_hash", ResidentTable.definition)
    #expect(hash == "(personal id, not shown)")
    #expect(try text(.integer(.max), "team", visit).hasPrefix("#"))
    #expect(LaptopWords.duration(86_400_000 * 400).english == "1 year")
    #expect(RefusalList.words(of: "malformed:truncated").english.contains("truncated"))
  }
}
