import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// Walking lists: households in the order of the way, on the screen and on numbered paper.
@Suite struct WalkPageTests {
  let centre: TestCentre
  let laptop: TestLaptop
  /// Households of Xóm 1 by their name.
  private var codes: [String: String] = [:]

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    for (name, address) in [
      ("An", "Số 10"), ("Bình", "Số 9"), ("Cường", "Số 9A"), ("Dung", ""), ("Em", "Ngõ 2"),
    ] {
      codes[name] = try laptop.save(
        "household", "add", "--place", "Xóm 1", "--name", name, "--address", address, "--phone",
        "0912000111")
    }
  }

  private func code(_ name: String) throws -> String { try #require(codes[name]) }

  /// Checks that texts stand in a page one after the other.
  private func expectOrder(_ texts: [String], in page: String) {
    var rest = page[...]
    for text in texts {
      guard let found = rest.range(of: text) else {
        Issue.record("\(text) does not follow in \(texts)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  private func hamlet(_ desk: TestDesk) throws -> String {
    String(try #require(try desk.get("/walk").text.firstMatch(of: /href="\/walk\/(P-[^"]+)"/)?.1))
  }

  @Test func `a hamlet is walked by its addresses, and each door begins its visit`() throws {
    let desk = try TestDesk(laptop)
    let path = "/walk/\(try hamlet(desk))"
    let page = try desk.get(path).text
    expectOrder(["Em", "Bình", "Cường", "An", "Dung"].map { ">\($0)</a>" }, in: page)
    #expect(!page.contains("0912000111") && page.contains("5 households"))
    let begun = try desk.follow("/households/\(try code("Bình"))/visits")
    #expect(begun.path.hasPrefix("/drafts/"))
    let nowhere = try #require(RecordCode(kind: .place, replica: 1, number: 9)).text
    #expect(try desk.get("/walk/\(nowhere)").status == 404)
  }

  @Test
  func `paper has a number, boxes and no telephone, and a second press gives no second number`()
    throws
  {
    let desk = try TestDesk(laptop)
    let path = "/walk/\(try hamlet(desk))"
    let first = try desk.post("\(path)/print", [("number", "1")])
    #expect(first.location == "/prints/1")
    #expect(try desk.post("\(path)/print", [("number", "1")]).location == "/prints/1")
    #expect(try desk.post("/walk/planned/print", [("number", "1")]).location == "/prints/2")
    let page = try desk.get("/prints/1").text
    expectOrder(["Walking list no. 1", "Xóm 1", "Ngõ 2", "Số 9", "Số 9A", "Số 10"], in: page)
    #expect(!page.contains("0912000111"))
    let table = try #require(page.firstMatch(of: /<table class="paper walk".*<\/table>/)?.0)
    let numbers = table.matches(of: /<td class="number">([0-9]+)<\/td>/).map { String($0.1) }
    #expect(numbers == ["1", "2", "3", "4", "5"])
    #expect(!table.contains("H-") && table.contains("never visited"))
  }

  @Test func `every promised day is listed by hamlet, overdue first`() throws {
    for (name, day) in [("An", "25/12/2026"), ("Cường", "10/11/2026"), ("Em", "20/11/2026")] {
      _ = try laptop.save(
        "visit", "add", "--household", try code(name), "--outcome", "come-back", "--date",
        "01/11/2026", "--return", day, "--allow-far-day")
    }
    let desk = try TestDesk(laptop)
    let page = try desk.get("/planned").text
    expectOrder(["Xóm 1", ">Cường</a>", "overdue", ">Em</a>", ">An</a>"], in: page)
    #expect(!page.contains(">Bình</a>"))
    // Today ends after a week; the page goes on.
    let today = try desk.get("/today").text
    #expect(today.contains(">Em</a>") && !today.contains(">An</a>") && today.contains("/planned"))
    expectOrder(
      [">Em</a>", ">Cường</a>", ">An</a>"], in: try desk.get("/walk/planned").text)
  }

  @Test func `a long list of promised days is shown a part at a time, and nobody is left out`()
    throws
  {
    let desk = try TestDesk(laptop)
    try desk.use { laptop in
      try laptop.writing { records, clock in
        let author = try records.reader.findMember("Nguyễn Văn An").id
        let place = try records.reader.findPlace("Xóm 1").id
        for number in 1...130 {
          let household = try records.addHousehold(
            HouseholdDraft(place: place, name: "Hộ \(number)"), author: author, clock: clock)
          _ = try records.addVisit(
            VisitDraft(
              household: household.id, date: "01/11/2026", outcome: "come-back",
              returnDate: number <= 65 ? "20/11/2026" : "21/11/2026"), author: author,
            clock: clock)
        }
      }
    }
    func names(_ page: TestDesk.Page) -> [String] {
      page.text.matches(of: />(Hộ [0-9]+)<\/a>/).map { String($0.1) }
    }
    let pages = try ["", "?page=2", "?page=3"].map { try desk.get("/planned\($0)") }
    #expect(pages.map { names($0).count } == [60, 60, 10])
    #expect(Set(pages.flatMap(names)).count == 130)
    #expect(pages[0].text.contains("1–60 of 130") && pages[0].text.contains("/planned?page=2"))
    #expect(!pages[2].text.contains("page=4") && pages[2].text.contains("Xóm 1"))
    #expect(try names(desk.get("/planned?page=99")) == names(pages[2]))
  }

  @Test func `a visit that is dated in the far future by mistake takes no household off the lists`()
    throws
  {
    _ = try laptop.save(
      "visit", "add", "--household", try code("An"), "--outcome", "come-back", "--date",
      "01/11/2026", "--return", "20/11/2026", "--allow-far-day")
    let desk = try TestDesk(laptop)
    let (draft, _) = try desk.follow("/households/\(try code("An"))/visits")
    let (_, saved) = try desk.follow(
      draft,
      [
        ("seen", "9"), ("action", "save-yes-date-question-2062-11-18"), ("outcome", "met"),
        ("date", "18/11/2062"),
      ])
    #expect(saved.text.contains("The date 18/11/2062 lies in the future"))
    for page in ["/planned", "/today", "/walk/planned"] {
      #expect(try desk.get(page).text.contains(">An</a>"), "\(page)")
    }
    let walk = try desk.get("/walk/\(try hamlet(desk))").text
    #expect(walk.contains("01/11/2026") && !walk.contains("2062"))
    // One of today does, and so does one of a laptop whose clock is a day ahead.
    for (name, day, press) in [
      ("An", "18/11/2026", "save"), ("Em", "19/11/2026", "save-yes-date-question-2026-11-19"),
    ] {
      let (draft, _) = try desk.follow("/households/\(try code(name))/visits")
      _ = try desk.follow(
        draft, [("seen", "9"), ("action", press), ("outcome", "met"), ("date", day)])
      #expect(try !desk.get("/planned").text.contains(">\(name)</a>"))
    }
  }

  @Test func `without a promise or a campaign the pages say so`() throws {
    let desk = try TestDesk(laptop)
    #expect(try desk.get("/planned").text.contains("No household expects you"))
    #expect(try desk.get("/walk").text.contains("No campaign has a list"))
    #expect(try desk.get("/walk/planned").text.contains("No household of this list"))
  }

  @Test func `a campaign's list tells who was visited for it, and its visits are its own`() throws {
    let rows = try laptop.open().records.reader.households(page: .all)
    let wanted = rows.filter { ["An", "Bình"].contains($0.name) }.map(\.codeText)
    _ = laptop.run("sync")
    try centre.with { records in
      _ = try records.add(
        RecordForms.campaign,
        FormDraft(
          RecordForms.campaign,
          ["name": "Đợt 60 ngày", "from": "01/11/2026", "to": "31/12/2026"],
          lists: ["household": wanted, "service": ["vneid"]]),
        author: nil, clock: centre.machine.surroundings.clock())
    }
    _ = laptop.run("sync")
    let desk = try TestDesk(laptop)
    let found = try desk.get("/walk").text.firstMatch(of: /href="\/walk\/(G-[^"]+)">([^<]+)/)
    let campaign = String(try #require(found?.1))
    #expect(found?.2 == "Đợt 60 ngày")
    let page = try desk.get("/walk/\(campaign)").text
    expectOrder([">Bình</a>", ">An</a>"], in: page)
    #expect(!page.contains(">Cường</a>") && !page.contains("visited for this campaign"))
    let (draft, form) = try desk.follow(
      "/households/\(try code("Bình"))/visits", [("campaign", campaign)])
    #expect(form.text.contains("Đợt 60 ngày"))
    _ = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026")])
    #expect(try desk.get("/walk/\(campaign)").text.contains("visited for this campaign"))
    _ = try desk.post("/walk/\(campaign)/print", [("number", "1")])
    #expect(try desk.get("/prints/1").text.contains("VNeID"))
  }

  @Test func `a campaign that went while the form was open is told, and nothing of it is lost`()
    throws
  {
    _ = laptop.run("sync")
    let clock = centre.machine.surroundings.clock()
    let campaign = try centre.with { records in
      try records.add(
        RecordForms.campaign,
        FormDraft(
          RecordForms.campaign,
          ["name": "Đợt 60 ngày", "from": "01/11/2026", "to": "31/12/2026"]),
        author: nil, clock: clock)
    }
    _ = laptop.run("sync")
    let desk = try TestDesk(laptop)
    func begin(_ name: String) throws -> String {
      try desk.follow("/households/\(try code(name))/visits", [("campaign", campaign.codeText)])
        .path
    }
    let filled = [("seen", "9"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026")]
    let draft = try begin("Bình")
    try centre.with { records in
      try records.void(
        RecordForms.campaign, campaign.id, reason: "nhầm", author: nil, clock: clock)
    }
    try desk.use { _ = try SyncRounds($0, over: try CentreClient($0.configuration)).run() }
    let saved = try desk.follow(draft, filled).page
    #expect(saved.text.contains("The centre has voided the campaign"), "\(saved.text)")
    #expect(saved.text.contains("Đợt 60 ngày"))
    let kept = try desk.use { try $0.records.reader.visits().first?.campaign }
    #expect(kept == campaign.id)

    // One that is not on the laptop at all: its code is kept in the note.
    let other = try begin("An")
    let lost = try #require(RecordCode(kind: .campaign, replica: 1, number: 231)?.text)
    _ = try desk.post(other, [("campaign", lost), ("seen", "1"), ("action", "later")])
    #expect(try desk.get(other).text.contains("no longer on this laptop"))
    let page = try desk.follow(other, filled + [("note", "gặp con trai")]).page
    #expect(page.text.contains("for no campaign") && page.text.contains(lost))
    #expect(page.text.contains("gặp con trai\nFor the campaign \(lost)"))
    // The words are the page's: what is kept is data, whatever language it was typed in.
    let visits = try desk.use { try $0.records.reader.visits() }
    #expect(visits.contains { $0.note == "gặp con trai\n\(lost)" }, "\(visits.map(\.note))")
  }
}
