import FieldWork
import Testing
import Web

@testable import Pages

@Suite struct PagePartsTests {
  static let hostile = #"<script>alert("x")</script>' onclick='x"#
  private let same = { (text: String) in BilingualText(same: text) }

  private func time(_ iso: String) -> LocalDateTime {
    LocalDateTime(iso: iso) ?? LocalDateTime(.latest, minuteOfDay: 0)
  }

  private func coverage(_ reported: [(String, String?)], today: String = "2026-11-18") -> Coverage {
    let today = LocalDate(iso: today) ?? .latest
    guard let period = Period(.month, holding: today) else { preconditionFailure("a month") }
    return Coverage(
      of: period, today: today,
      laptops: reported.map {
        Coverage.Laptop(label: $0.0, team: nil, reportedThrough: $0.1.map(time))
      })
  }

  private func strip(
    _ reported: [(String, String?)], _ language: Language = .english
  ) -> String {
    CoverageStrip(coverage(reported), today: LocalDate(iso: "2026-11-18") ?? .latest)
      .html(language).text
  }

  @Test func `what waits for a ruling is told, and numbers are not said to be complete`() {
    let whole = coverage([("a", "2026-11-18T09:00")])
    let rulings = AwaitedRulings(visits: 3)
    func text(_ coverage: Coverage) -> String {
      CoverageStrip(coverage, today: LocalDate(iso: "2026-11-18") ?? .latest).html(.english).text
    }
    #expect(text(whole).contains("include the work of every laptop"))
    #expect(text(whole.awaiting(AwaitedRulings(), isTold: true)) == text(whole))
    let told = text(whole.awaiting(rulings, isTold: true))
    #expect(told.contains("3 visits wait for a ruling") && !told.contains("every laptop"))
    let untold = text(whole.awaiting(rulings, isTold: false))
    #expect(untold.contains("wait for a coordinator") && !untold.contains("3 visits"))
    #expect(!untold.contains("every laptop"))
  }

  @Test func `a hostile name is text in every part`() {
    let hostile = Self.hostile
    var frame = PageFrame(title: same(hostile), name: hostile, language: .english, path: hostile)
    frame.links = [PageFrame.Link("javascript:alert(1)", same(hostile))]
    frame.person = PageFrame.Person(name: hostile, formToken: hostile)
    frame.practice = PageFrame.Practice(
      mark: same(hostile), banner: same(hostile), leaving: PageFrame.Link("/", same(hostile)))
    let field = PageField("name", same(hostile), value: hostile, error: same(hostile))
    let html = frame.page {
      PageTable(
        same(hostile), columns: [.text(same(hostile))], rows: [.init([.text(hostile)])],
        empty: same(hostile)
      ).html(.english)
      field.html(.english)
      CoverageStrip(coverage([(hostile, nil)]), today: .latest).html(.english)
      BarChart(
        same(hostile), sentence: same(hostile), hidden: same(hostile),
        bars: [.init(hostile, .shown(3))]
      ).html(.english)
    }.text
    #expect(!html.contains("<script"))
    #expect(!html.contains("' onclick"))
    #expect(!html.contains("javascript:"))
    #expect(!html.contains("style="))
  }

  @Test func `a page names its language, has one heading, a skip link and the other language`() {
    for language in Language.allCases {
      let frame = PageFrame(title: same("T"), name: "N", language: language, path: "/a?b=c")
      let html = frame.page { "x" }.text
      #expect(html.contains(#"<html lang="\#(language.rawValue)">"#))
      #expect(html.components(separatedBy: "<h1").count == 2)
      #expect(html.contains(##"href="#content""##) && html.contains(#"id="content""#))
      #expect(html.contains(language == .vietnamese ? "English" : "Tiếng Việt"))
      #expect(html.contains(#"name="back" value="/a?b=c""#))
    }
  }

  @Test func `a table has a caption, scopes, and its figures right under each other`() {
    let html = PageTable(
      same("Caption"), columns: [.text(same("Team")), .number(same("Visits"))],
      rows: [.init([.text("A"), PageTable.number(1234, .vietnamese)])],
      total: .init([.text("All"), PageTable.number(nil, .vietnamese)]), empty: same("none")
    ).html(.vietnamese).text
    #expect(html.contains("<caption>Caption</caption>"))
    #expect(html.contains(#"<th scope="col" class="number">Visits</th>"#))
    #expect(html.contains(#"<th scope="row">A</th><td class="number">1.234</td>"#))
    #expect(html.contains(#"<td class="number">—</td>"#))
  }

  @Test func `an empty table says why instead of showing an empty grid`() {
    let html = PageTable(same("Caption"), columns: [], rows: [], empty: same("no laptop yet"))
      .html(.english).text
    #expect(html.contains("no laptop yet") && html.contains("Caption") && !html.contains("<table"))
  }

  @Test func `a table is kept narrow for its figures alone`() {
    func html(_ columns: [PageTable.Column]) -> String {
      PageTable(
        same("Caption"), columns: columns,
        rows: [PageTable.Row(columns.map { .text($0.label.english) })], empty: same("none")
      ).html(.english).text
    }
    let (words, figure) = (PageTable.Column.text(same("Words")), PageTable.Column.number(same("N")))
    #expect(html([words, figure]).contains("few-columns"))
    #expect(!html([words, words, words]).contains("few-columns"))
    #expect(!html([words, figure, figure, figure]).contains("few-columns"))
  }

  @Test func `did nothing, silent and never reported differ in words, shape and colour`() {
    let html = strip([("a", "2026-11-18T08:00"), ("b", "2026-11-15T20:00"), ("c", nil)])
    #expect(html.contains("1 of 3 laptops have reported through 18/11."))
    #expect(html.contains("no report for 3 days (since 15/11/2026 20:00)"))
    #expect(html.contains("never reported") && html.contains("does not mean they did nothing"))
    for mark in [StateMark.good, .attention, .missing] {
      #expect(html.contains(#"class="coverage-\#(mark.rawValue)""#))
      #expect(html.contains(mark.shape.text))
    }
    #expect(Set(StateMark.allCases.map { $0.shape.text }).count == StateMark.allCases.count)
  }

  @Test func `a strip of a centre that was set back never says that all work is below`() {
    let today = LocalDate(iso: "2026-11-18") ?? .latest
    guard let period = Period(.month, holding: today) else { preconditionFailure("a month") }
    func html(_ setback: Coverage.Setback?, held: Int = 0) -> String {
      let laptop = Coverage.Laptop(
        label: "a", team: nil, reportedThrough: time("2026-11-18T08:00"), setback: setback)
      let coverage = Coverage(of: period, today: today, laptops: [laptop], heldBatches: held)
      return CoverageStrip(coverage, today: today).html(.english).text
    }
    let awaited = html(.awaited)
    #expect(awaited.contains("0 of 1 laptop has reported") && awaited.contains("not back since: a"))
    #expect(awaited.contains("not back since the centre was set back (before that reported"))
    #expect(html(.stopped(areas: ["Xóm 1"])).contains("stopped in “Xóm 1”: the centre lacks"))
    #expect(html(nil, held: 2).contains("2 received batches wait"))
    for html in [awaited, html(.stopped(areas: [])), html(nil, held: 1)] {
      #expect(!html.contains("include the work of every laptop"))
      #expect(!html.contains("coverage-complete"))
    }
  }

  @Test func `no laptop at all is told as that`() {
    #expect(strip([]).contains("No laptop has been enrolled yet."))
    #expect(strip([("a", nil)]).contains("The only laptop has not reported yet."))
    #expect(strip([("a", "2026-11-18T08:00")]).contains("include the work of every laptop"))
  }

  @Test func `hundreds of laptops fold away, those that have not reported first`() {
    let laptops = (0..<400).map { ("laptop \($0)", "2026-11-18T08:00" as String?) }
    let html = strip(laptops + [("zz silent", nil)])
    let folded = html.components(separatedBy: "<details>")
    #expect(folded.count == 2 && folded[0].contains("zz silent"))
    #expect(html.components(separatedBy: "<li").count - 1 == 60)
    #expect(html.contains("and 341 more."))
  }

  @Test func `a field ties its label, hint and error together and never repeats a password`() {
    let field = PageField(
      "secret", same("Password"), .password(isNew: false), value: "hunter2", hint: same("hint"),
      error: same("too short"))
    let html = field.html(.english).text
    #expect(html.contains(#"<label for="secret">"#))
    #expect(html.contains(#"aria-describedby="secret-hint secret-error""#))
    #expect(html.contains(#"aria-invalid="true""#) && !html.contains("hunter2"))
  }

  @Test func `a chart draws no length for what is hidden`() {
    let html = BarChart(
      same("t"), sentence: same("Most often: a."), hidden: same("few"),
      bars: [.init("a", .shown(10)), .init("b", .hidden), .init("c", .shown(5))]
    ).html(.english).text
    #expect(html.components(separatedBy: "<rect").count == 3)
    #expect(html.contains("few") && html.contains("Most often: a."))
    #expect(html.contains(#"width="380""#) && html.contains(#"width="190""#))
  }

  @Test func `the stylesheet asks for nothing from elsewhere`() {
    #expect(!Stylesheet.text.contains("url(") && !Stylesheet.text.contains("@import"))
    #expect(!Stylesheet.text.contains("http"))
    let opened = Stylesheet.text.filter { $0 == "{" }.count
    #expect(opened == Stylesheet.text.filter { $0 == "}" }.count && opened > 100)
  }
}
