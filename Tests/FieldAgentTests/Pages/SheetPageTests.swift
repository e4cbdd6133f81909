import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// Day sheets: printed with codes of their own, entered line by line.
@Suite struct SheetPageTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let desk: TestDesk

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    for name in ["Hồ Văn Đức", "Hồ Thị Đức", "Lò Văn Pản"] {
      _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", name)
    }
    desk = try TestDesk(laptop)
  }

  /// Prints a sheet of 15 lines.
  @discardableResult
  private func printed() throws -> Printout {
    let number = try number(in: desk.get("/sheets").text)
    let (path, page) = try desk.follow("/sheets", [("lines", "15"), ("number", number)])
    #expect(path == "/prints/\(number)" && page.text.contains("Day sheet no. \(number)"))
    return try #require(try book { try $0.find(Int(number) ?? 0) })
  }

  private func number(in text: String) throws -> String {
    String(try #require(text.firstMatch(of: /name="number" value="([0-9]+)"/)?.1))
  }

  private func book<Result: Sendable>(_ body: (PrintoutBook) throws -> Result) throws -> Result {
    try desk.use { try body(PrintoutBook($0.records)) }
  }

  private func visits() throws -> [Visit] {
    try desk.use { try $0.records.reader.visits(includingVoided: true) }
  }

  private func line(
    _ code: String, _ household: String = "Lò Văn Pản", _ more: [(String, String)] = []
  ) -> [(String, String)] {
    var fields = [
      ("code", code), ("household", household), ("date", "16/11/2026"), ("start", "09:15"),
      ("outcome", "met"), ("action", "save"),
    ]
    for (name, value) in more {
      fields.removeAll { $0.0 == name }
      fields.append((name, value))
    }
    return fields
  }

  @Test func `a sheet has a code on every line and its number at its head`() throws {
    let sheet = try printed()
    let page = try desk.get("/prints/1").text
    for line in 1...15 { #expect(page.contains(sheet.code(line).text)) }
    #expect(Set((1...15).map { sheet.code($0).text }).count == 15)
    #expect(try printed().number == 2)
    // A button that is pressed twice leads to one sheet.
    let twice = [("lines", "15"), ("number", "3")]
    #expect(try desk.post("/sheets", twice).location == desk.post("/sheets", twice).location)
    #expect(try book { try $0.nextNumber() } == 4)
    #expect(try desk.post("/sheets", [("lines", "7"), ("number", "4")]).location == "/sheets")
    #expect(try desk.get("/prints/9").location == "/sheets")
  }

  @Test func `a line becomes a visit with both times, and the next line follows`() throws {
    let sheet = try printed()
    let typed = line(sheet.code(1).shortText.lowercased())
    let (path, page) = try desk.follow("/sheets/1/lines", typed)
    #expect(path == "/sheets/1" && page.text.contains("The next line?"))
    #expect(page.text.contains("Open: 14 lines"))
    // The day of the line before stands in the next form, and the cursor in its code.
    #expect(page.text.contains(#"name="date" type="text" value="16/11/2026""#))
    #expect(page.text.contains(/id="code"[^>]*autofocus=""/))
    let visit = try #require(try visits().first)
    #expect(visit.date == LocalDate(year: 2026, month: 11, day: 16) && visit.dateSource == .typed)
    let shown = try desk.get("/visits/\(visit.codeText)").text
    #expect(shown.contains(sheet.code(1).text) && shown.contains("16/11/2026"))
    #expect(shown.contains("<dt>Entered</dt><dd>18/11/2026 ") && shown.contains("09:15"))
  }

  @Test func `a day before its sheet was printed, or to come, is asked about`() throws {
    let sheet = try printed()
    func send(_ date: String, by action: String = "save") throws -> TestDesk.Page {
      try desk.post(
        "/sheets/1/lines",
        line(sheet.code(1).text, "Lò Văn Pản", [("date", date), ("action", action)]))
    }
    for (date, words) in [("01/02/2026", "290 days back"), ("31/12/2026", "43 days ahead")] {
      let asked = try send(date)
      #expect(asked.status == 422 && asked.text.contains(words), "\(asked.text)")
      #expect(asked.text.contains("href=\"#date-question\""))
      #expect(asked.text.contains(#"value="\#(date)""#))
    }
    // Yes to one day is not yes to another.
    #expect(try send("01/02/2025", by: "save-yes-date-question-2026-02-01").status == 422)
    #expect(try visits().isEmpty)
    #expect(try send("01/02/2026", by: "save-yes-date-question-2026-02-01").location == "/sheets/1")
    #expect(try visits().count == 1)
  }

  @Test func `the same code twice is one visit, and the second leads to the first`() throws {
    let sheet = try printed()
    _ = try desk.follow("/sheets/1/lines", line(sheet.code(1).text))
    let first = try #require(try visits().first).codeText
    let again = try desk.post("/sheets/1/lines", line(sheet.code(1).text, "Hồ Thị Đức"))
    #expect(again.status == 422 && again.text.contains("is entered already"))
    #expect(again.text.contains("href=\"/visits/\(first)\""))
    #expect(try visits().count == 1)
  }

  @Test func `a mistyped, foreign or unknown code says so, with everything else that is wrong`()
    throws
  {
    let sheet = try printed()
    let own = sheet.code(1)
    let swapped = own.text.replacing("-01-", with: "-10-")
    let foreign = SheetCode(replica: own.replica ^ 1, sheet: 1, line: 1).text
    let unknown = SheetCode(replica: own.replica, sheet: 88, line: 1).text
    let beyond = SheetCode(replica: own.replica, sheet: 1, line: 16).text
    for (code, words) in [
      (swapped, "mistyped"), (foreign, "Another laptop printed this sheet"),
      (unknown, "printed no sheet"), (beyond, "printed no sheet"), ("", "Type the code"),
    ] {
      let page = try desk.post("/sheets/1/lines", line(code))
      #expect(page.status == 422 && page.text.contains(words), "\(code)")
    }
    let all = try desk.post(
      "/sheets/1/lines",
      line("", "", [("date", " "), ("start", "25:00"), ("outcome", ""), ("minutes", "-1")]))
    for field in ["code", "household", "date", "start", "outcome", "minutes"] {
      #expect(all.text.contains("href=\"#\(field)\""), "\(field)")
    }
    // The day of entering never stands for the day on the paper.
    let undated = try desk.post("/sheets/1/lines", line(own.text, "Lò Văn Pản", [("date", "")]))
    #expect(undated.status == 422 && undated.text.contains("Type the day on the paper"))
    #expect(try visits().isEmpty)
    #expect(try book { try $0.used(1) }.isEmpty)
  }

  @Test func `words that mean several households are asked about`() throws {
    let sheet = try printed()
    let asked = try desk.post("/sheets/1/lines", line(sheet.code(2).text, "đức"))
    #expect(asked.status == 422 && asked.text.contains("2 households match"))
    #expect(asked.text.contains(/<select id="choice"[^>]*autofocus=""/))
    let choice = String(
      try #require(asked.text.firstMatch(of: /<option value="(H-[^"]+)">Hồ Thị Đức/)?.1))
    let chosen = line(sheet.code(2).text, "đức", [("choice", choice), ("asked", "đức")])
    _ = try desk.follow("/sheets/1/lines", chosen)
    let visit = try #require(try visits().first)
    let row = try #require(visit.household)
    let household = try desk.use { try $0.records.reader.record(Household.self, row) }
    #expect(household?.name == "Hồ Thị Đức")
    // Other words than those that were asked about are looked for anew.
    let other = line(sheet.code(3).text, "zzz", [("choice", choice), ("asked", "đức")])
    let none = try desk.post("/sheets/1/lines", other)
    #expect(none.status == 422 && none.text.contains("No household on this laptop matches"))
  }

  @Test func `a line with assists goes on in the form of a visit and is saved once`() throws {
    let sheet = try printed()
    let typed = line(sheet.code(4).text, "Lò Văn Pản", [("action", "assists")])
    let (path, form) = try desk.follow("/sheets/1/lines", typed)
    #expect(path.hasPrefix("/drafts/") && form.text.contains(sheet.code(4).text))
    #expect(form.text.contains("16/11/2026") && form.text.contains("09:15"))
    // Meanwhile the same line is entered by itself: the form is not a second visit.
    _ = try desk.follow("/sheets/1/lines", line(sheet.code(4).text))
    let seen = String(try #require(form.text.firstMatch(of: /name="seen" value="([0-9]+)"/)?.1))
    let save = [("seen", seen), ("action", "save"), ("outcome", "met")]
    let refused = try desk.post(path, save)
    #expect(refused.status == 422 && refused.text.contains("is entered already"))
    #expect(try visits().count == 1)
    _ = try desk.post("\(path)/discard")

    let next = line(sheet.code(5).text, "Lò Văn Pản", [("action", "assists")])
    let (draft, _) = try desk.follow("/sheets/1/lines", next)
    let (end, page) = try desk.follow(
      draft,
      [("seen", "9"), ("action", "save-yes-second-visit-2026-11-16"), ("date", "16/11/2026")])
    #expect(end == "/sheets/1" && page.text.contains(sheet.code(5).text))
    #expect(try visits().count == 2)
    #expect(try book { try $0.used(1).map(\.line) } == [4, 5])
  }

  /// Begins the form of a visit with its assists from a line, and lets another tab enter the line.
  private func overtaken(
    _ sheet: Printout, _ more: [(String, String)] = []
  ) throws -> (path: String, seen: String, first: Visit) {
    let (path, _) = try desk.follow(
      "/sheets/1/lines",
      line(sheet.code(4).text, "Lò Văn Pản", more + [("action", "assists")]))
    _ = try desk.follow("/sheets/1/lines", line(sheet.code(4).text))
    let form = try desk.get(path)
    let seen = String(try #require(form.text.firstMatch(of: /name="seen" value="([0-9]+)"/)?.1))
    return (path, seen, try #require(try visits().first))
  }

  private let assist = [
    ("assists", "1"), ("assist-1-service", "1.004222"), ("assist-1-mode", "guided"),
    ("assist-1-outcome", "advised"),
  ]

  @Test
  func `a form whose line another tab entered is saved as a visit of its own when that is chosen`()
    throws
  {
    let sheet = try printed()
    let (path, seen, first) = try overtaken(sheet, [("start", "14:30")])
    let refused = try desk.post(path, [("seen", seen), ("action", "save")] + assist)
    #expect(refused.status == 422 && refused.text.contains("Choose below"))
    #expect(refused.text.contains("href=\"/visits/\(first.codeText)\""))
    #expect(refused.text.contains("there 09:15, here 14:30"))
    let (chosen, page) = try desk.follow(path, [("seen", seen), ("action", "line-apart")])
    #expect(chosen.hasPrefix(path) && !page.text.contains("id=\"line-entered\""))
    let (end, _) = try desk.follow(path, [("seen", "9"), ("action", "save")])
    #expect(end.hasPrefix("/visits/V-") && !end.hasSuffix(first.codeText))
    let all = try visits()
    #expect(all.count == 2 && Set(all.map(\.startMinute)) == [555, 870])
    #expect(try book { try $0.used(1).map(\.visit) } == [first.id])
  }

  @Test func `a form whose line another tab entered adds to that visit when that is chosen`() throws
  {
    let sheet = try printed()
    let (path, seen, first) = try overtaken(sheet, [("minutes", "25"), ("start", "")])
    _ = try desk.follow(
      path, [("seen", seen), ("action", "line-into-\(first.codeText)")] + assist)
    let (end, page) = try desk.follow(path, [("seen", "9"), ("action", "save")])
    #expect(end == "/visits/\(first.codeText)" && page.text.contains("Added to visit"))
    let all = try visits()
    // What was left empty here stays as it was there.
    #expect(all.map(\.startMinute) == [555] && all.map(\.minutes) == [25])
    let assists = try desk.use { try $0.records.reader.assists(visit: first.id).count }
    #expect(assists == 1)
    // Sent twice, it leads there and adds nothing.
    _ = try desk.follow(path, [("seen", "9"), ("action", "save")])
    #expect(try desk.use { try $0.records.reader.assists(visit: first.id).count } == 1)
  }

  @Test func `every line has a form of its own, also where lines are of one household`() throws {
    let sheet = try printed()
    func goOn(_ number: Int, _ minutes: String) throws -> (path: String, page: TestDesk.Page) {
      try desk.follow(
        "/sheets/1/lines",
        line(sheet.code(number).text, "Lò Văn Pản", [("action", "assists"), ("minutes", minutes)]))
    }
    let first = try goOn(4, "10")
    let second = try goOn(5, "20")
    #expect(first.path != second.path && second.page.text.contains(sheet.code(5).text))
    // A visit that is begun at the household is no line's.
    let household = String(try #require(second.page.text.firstMatch(of: /to (H-[0-9A-Z-]+)/)?.1))
    let (own, form) = try desk.follow("/households/\(household)/visits")
    #expect(own != first.path && own != second.path)
    #expect(!form.text.contains(sheet.code(4).text) && !form.text.contains(sheet.code(5).text))
    // The same line goes on, and what is typed otherwise is not lost.
    let again = try goOn(4, "15")
    #expect(again.path == first.path && again.page.text.contains("changed to “15”"))
    #expect(again.page.text.contains(#"name="minutes" type="text" value="10""#))
  }

  @Test func `a line whose visit was voided says so and can be entered anew`() throws {
    let sheet = try printed()
    _ = try desk.follow("/sheets/1/lines", line(sheet.code(1).text, "Hồ Thị Đức"))
    for line in 2...15 { _ = try desk.follow("/sheets/1/strike", [("line", String(line))]) }
    let first = try #require(try visits().first).codeText
    _ = try desk.post("/visits/\(first)/void", [("reason", "nhầm hộ")])
    let page = try desk.get("/sheets/1").text
    #expect(page.contains("voided: nhầm hộ") && page.contains("to enter it anew"))
    #expect(page.contains("id=\"code\""))
    let (path, _) = try desk.follow("/sheets/1/lines", line(sheet.code(1).text))
    #expect(path == "/sheets/1")
    #expect(try visits().filter { $0.voidReason == nil }.count == 1)
    let again = try desk.post("/sheets/1/lines", line(sheet.code(1).text))
    #expect(again.status == 422 && again.text.contains("is entered already"))
    // One line on paper is one visit, whichever of the two is right.
    let second = try #require(try visits().first { $0.voidReason == nil }).codeText
    let refused = try desk.post("/visits/\(first)/restore")
    #expect(refused.location == nil && refused.text.contains("void \(second) first"))
    #expect(try visits().filter { $0.voidReason == nil }.map(\.codeText) == [second])
    _ = try desk.post("/visits/\(second)/void", [("reason", "nhầm")])
    _ = try desk.post("/visits/\(first)/restore")
    #expect(try visits().filter { $0.voidReason == nil }.map(\.codeText) == [first])
    #expect(try desk.get("/sheets/1").text.contains("/visits/\(first)"))
  }

  @Test func `what does not tell a household for certain is asked about`() throws {
    let sheet = try printed()
    for words in ["l", "L", "P", "lò vă", "pan p"] {
      let asked = try desk.post("/sheets/1/lines", line(sheet.code(1).text, words))
      #expect(asked.status == 422, "\(words)")
    }
    #expect(
      try desk.post("/sheets/1/lines", line(sheet.code(1).text, "lò vă")).text
        .contains("does not tell this household for certain"))
    #expect(try visits().isEmpty)
    // Whole words with or without marks do, and the answer names the household.
    let (_, page) = try desk.follow("/sheets/1/lines", line(sheet.code(1).text, "lo pan"))
    #expect(page.text.contains("to Lò Văn Pản"))
  }

  @Test func `the code of a voided household loses nothing of the line`() throws {
    let sheet = try printed()
    let code = try desk.use { laptop in
      try #require(try laptop.records.reader.households(page: .all).first).codeText
    }
    _ = try desk.post("/households/\(code)/void", [("reason", "trùng")])
    for action in ["save", "assists"] {
      let typed = line(sheet.code(1).text, code, [("note", "đã dặn kỹ"), ("action", action)])
      let page = try desk.post("/sheets/1/lines", typed)
      #expect(page.status == 422 && page.text.contains("was voided (trùng)"), "\(action)")
      #expect(page.text.contains("đã dặn kỹ") && page.text.contains(sheet.code(1).text))
    }
    #expect(try visits().isEmpty)
  }

  @Test func `a line that was struck out is no longer open, and can be entered after all`() throws {
    let sheet = try printed()
    for line in 1...15 { _ = try desk.follow("/sheets/1/strike", [("line", String(line))]) }
    #expect(try desk.get("/sheets/1").text.contains("This sheet is entered"))
    #expect(try desk.get("/sheets").text.contains("all entered"))
    _ = try desk.follow("/sheets/1/lines", line(sheet.code(6).text))
    #expect(try visits().count == 1)
    #expect(try book { try $0.used(1).filter { $0.visit != nil }.map(\.line) } == [6])
    #expect(try desk.post("/sheets/1/strike", [("line", "6")]).location == "/sheets/1")
    for line in ["-5", "0", "999", "9223372036854775807"] {
      let (path, page) = try desk.follow("/sheets/1/strike", [("line", line)])
      #expect(path == "/sheets/1" && !page.text.contains("is struck out"), "\(line)")
    }
    #expect(
      try desk.follow("/sheets/1/strike", [("line", "6")]).page.text.contains("nothing was changed")
    )
    #expect(try book { try $0.used(1).filter { $0.visit != nil }.map(\.line) } == [6])
    #expect(try desk.get("/sheets/9").location == "/sheets")
  }

  @Test func `a short code that another sheet has too is not taken for a line of this one`() throws
  {
    // Among 33 sheets two have one short code for their first line.
    let sheets = try desk.use { laptop in
      let book = PrintoutBook(laptop.records)
      let member = try laptop.records.reader.findMember("Nguyễn Văn An").id
      return try (1...33).map { number in
        try book.add(
          .daySheet(lines: 15), number: number, by: member, at: laptop.clock().wall)
      }
    }
    let line = 1
    let pairs = Dictionary(grouping: sheets) { $0.code(line).shortText }
    let same = try #require(pairs.values.first { $0.count == 2 })
    let (first, later) = (same[0], same[1])
    let path = "/sheets/\(later.number)/lines"
    let refused = try desk.post(path, self.line(later.code(line).shortText))
    #expect(refused.status == 422)
    #expect(refused.text.contains("type the whole code"))
    #expect(try visits().isEmpty)
    // The whole code is of one sheet only, and the other line is open no longer.
    #expect(try desk.post(path, self.line(first.code(line).text)).status == 303)
    let again = self.line(
      later.code(line).shortText, "Lò Văn Pản", [("action", "save-yes-second-visit-2026-11-16")])
    #expect(try desk.post(path, again).status == 303)
    #expect(try visits().count == 2)
  }

  @Test func `a dry run of taking a void back is refused where doing it is`() throws {
    let laptop = try TestLaptop(of: centre, "Trần Thị Bình", seed: 77)
    let household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Lò Văn Pản")
    func visit(_ day: String) throws -> String {
      try laptop.save(
        "visit", "add", "--household", household, "--outcome", "met", "--date", day)
    }
    func enter(_ visit: String) throws {
      let open = try laptop.open()
      defer { open.store.close() }
      let book = PrintoutBook(open.records)
      let sheet = try book.add(
        .daySheet(lines: 15), number: 1, by: try open.member(named: nil), at: open.clock().wall)
      try book.enter(
        sheet.code(2), as: try open.records.reader.resolveOne(visit, as: .visit))
    }
    let first = try visit("16/11/2026")
    try enter(first)
    #expect(laptop.run("visit", "void", first, "--reason", "nhầm hộ").code == .done)
    // Its line is its own still.
    #expect(laptop.run("visit", "void", first, "--undo", "--dry-run").code == .done)
    let second = try visit("17/11/2026")
    try enter(second)
    let tried = laptop.run("visit", "void", first, "--undo", "--dry-run", json: true)
    let done = laptop.run("visit", "void", first, "--undo", json: true)
    #expect(done.failure == "line-entered-again" && tried.failure == done.failure)
    #expect(tried.error.contains(second) && tried.error == done.error)
  }
}
