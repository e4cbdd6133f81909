import FieldWork
import SyncProtocol
import Testing

@testable import FieldAgent

/// A day at a desk: counting by one press, visits that belong to the session, who is here.
@Suite struct SessionDeskTests {
  let centre: TestCentre
  let desk: TestDesk
  let household: String
  let resident: String
  let session: String

  init() throws {
    centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan")
    session = try laptop.save(
      "session", "add", "--kind", "saturday", "--place", "Xóm 1", "--date", "18/11/2026")
    desk = try TestDesk(laptop)
  }

  private func press(_ fields: [(String, String)]) throws -> String {
    try desk.follow("/sessions/\(session)/tallies", fields).page.text
  }

  /// The name that the page as it stands now gives to its presses.
  private func pressName() throws -> String {
    let page = try desk.get("/sessions/\(session)").text
    return String(try #require(page.firstMatch(of: /name="press" value="([^"]+)"/)?.1))
  }

  @Test func `presses of two tabs add up`() throws {
    let (first, second) = (try pressName(), try pressName())
    #expect(first != second)
    _ = try press([("measure", "leaflets"), ("by", "1"), ("seen", "0"), ("press", first)])
    let page = try press([("measure", "leaflets"), ("by", "1"), ("seen", "0"), ("press", second)])
    #expect(page.contains("this laptop has 2."))
    #expect(try counts() == [2])
  }

  @Test func `a page of a session that was voided meanwhile counts and records nothing more`()
    throws
  {
    let name = try pressName()
    _ = try desk.post("/sessions/\(session)/void", [("reason", "mở nhầm")])
    let member = try desk.use { laptop in
      try laptop.records.reader.findMember("Nguyễn Văn An").codeText
    }
    for (part, fields) in [
      ("tallies", [("measure", "leaflets"), ("by", "1"), ("press", name)]),
      ("tallies", [("measure", "leaflets"), ("count", "5"), ("seen", "0")]),
      ("here", [("member", member), ("role", "trainer")]), ("work", []),
    ] {
      let (_, page) = try desk.follow("/sessions/\(session)/\(part)", fields)
      #expect(page.text.contains("was voided after the page was opened"), "\(part)")
    }
    #expect(try counts().isEmpty)
    #expect(try !desk.get("/desk").text.contains("id=\"desk-line\""))
    let attended = try desk.use { laptop in
      try laptop.records.reader.formCount(RecordForms.attendance, FormFilter())
    }
    #expect(attended == 0)
  }

  private func counts() throws -> [Int64] {
    try desk.use { laptop in
      try laptop.records.reader.formRecords(RecordForms.tally, FormFilter()).compactMap {
        $0[TallyTable.count]?.value?.integer
      }
    }
  }

  @Test func `every button of one page counts, whichever was pressed before`() throws {
    let page = try desk.get("/sessions/\(session)").text
    let names = page.matches(of: /name="press" value="([^"]+)"/).map { String($0.1) }
    #expect(names.count > 2 && Set(names).count == names.count)
  }

  @Test func `one press counts one, and a press that is sent twice counts once`() throws {
    let one = [("measure", "leaflets"), ("by", "1"), ("press", try pressName())]
    #expect(try press(one).contains("this laptop has 1."))
    let again = try press(one)
    #expect(again.contains("counted already") && again.contains("this laptop has 1."))
    #expect(try counts() == [1])
    _ = try press([("measure", "leaflets"), ("by", "1"), ("press", try pressName())])
    _ = try press([("measure", "leaflets"), ("by", "-1"), ("press", try pressName())])
    #expect(try counts() == [1])
    // A press without a name cannot be told from one that is sent twice.
    _ = try press([("measure", "leaflets"), ("by", "1")])
    #expect(try counts() == [1])
    _ = try press([("measure", "leaflets"), ("count", "40"), ("seen", "1")])
    #expect(try counts() == [40])
    // Another measure is another tally.
    _ = try press([("measure", "people-advised"), ("by", "1"), ("press", try pressName())])
    #expect(try counts().sorted() == [1, 40])
  }

  @Test func `a number is the same however many zeros stand before it`() throws {
    _ = try press([("measure", "leaflets"), ("count", "007"), ("seen", "0")])
    #expect(try counts() == [7])
    // Sent twice, it is what stands already.
    let again = try press([("measure", "leaflets"), ("count", "007"), ("seen", "0")])
    #expect(again.contains("this laptop has 7."), "\(again)")
  }

  @Test func `a page that is behind changes nothing and says so, as does a number that is none`()
    throws
  {
    _ = try press([("measure", "leaflets"), ("count", "40"), ("seen", "0")])
    let behind = try press([("measure", "leaflets"), ("count", "41"), ("seen", "3")])
    #expect(behind.contains("nothing was changed") && behind.contains("number became 40"))
    let wrong = try press([("measure", "leaflets"), ("count", "nhiều"), ("seen", "40")])
    #expect(wrong.contains("message bad"))
    #expect(try counts() == [40])
  }

  @Test func `another laptop's tally of the session is added, and never written`() throws {
    let first = try TestLaptop(of: centre, seed: 71)
    let session = try first.save(
      "session", "add", "--kind", "saturday", "--place", "Xóm 1", "--date", "18/11/2026")
    try #require(first.run("sync").code == .done)
    let second = try TestLaptop(of: centre, "Trần Thị Bình", seed: 72)
    try #require(second.run("sync").code == .done)
    let foreign = try second.save(
      "tally", "add", "--session", session, "--measure", "leaflets", "--count", "30")
    try #require(second.run("sync").code == .done)
    try #require(first.run("sync").code == .done)

    let desk = try TestDesk(first)
    let (_, page) = try desk.follow(
      "/sessions/\(session)/tallies", [("measure", "leaflets"), ("by", "1"), ("press", "a")])
    #expect(page.text.contains("this laptop has 1."))
    let row = try #require(page.text.firstMatch(of: /Leaflets<\/th>(.*?)<\/tr>/)?.1)
    #expect(row.contains(">31<") && row.contains(">1<"))
    #expect(try desk.changed(foreign).isEmpty)
  }

  @Test func `a visit that is begun at the desk, and its dossier, belong to the session`() throws {
    #expect(try desk.get("/desk").text.contains(session))
    let (path, page) = try desk.follow("/sessions/\(session)/work")
    #expect(path == "/sessions/\(session)" && page.text.contains("id=\"desk-line\""))
    #expect(try desk.get("/find").text.contains("id=\"desk-line\""))
    let (draft, form) = try desk.follow("/households/\(household)/visits")
    let fields = TestDesk.fields(of: form)
    #expect(fields.contains { $0 == ("session", session) })
    #expect(fields.contains { $0 == ("channel", "desk") })
    let person = try desk.use { laptop in
      try laptop.records.reader.resolveOne(resident, as: .resident).rawValue
    }
    let (visit, saved) = try desk.follow(
      draft,
      fields.filter { $0.0 != "outcome" } + [
        ("outcome", "met"), ("assists", "1"), ("assist-1-service", "1.004222"),
        ("assist-1-mode", "guided"), ("assist-1-outcome", "submitted"),
        ("assist-1-resident", String(person)), ("assist-1-channel", "online"),
        ("assist-1-dossier_code", "H-1"), ("seen", "1"), ("action", "save"),
      ])
    #expect(saved.text.contains(session), "\(saved.text)")
    let sessions = try desk.use { laptop in
      let reader = laptop.records.reader
      return (
        try reader.visits(session: reader.resolveOne(session, as: .session)).count,
        try reader.submissions().compactMap(\.session).count
      )
    }
    #expect(sessions == (1, 1))
    let totals = try desk.get("/sessions/\(session)").text
    #expect(totals.contains("id=\"totals\"") && totals.contains(String(visit.dropFirst(8))))

    // The session can be taken off a visit, and another laptop's day leaves the desk.
    _ = try desk.change(visit, ["session": ""])
    #expect(try desk.changed(String(visit.dropFirst(8))) == ["session"])
    #expect(try !desk.get(visit).text.contains(session))
    _ = try desk.post("/desk/leave")
    let (_, later) = try desk.follow("/households/\(household)/visits")
    #expect(TestDesk.fields(of: later).contains { $0 == ("session", "") })
  }

  @Test func `who is here is one press, and pressing twice notes them once`() throws {
    let member = try desk.use { laptop in
      try laptop.records.reader.findMember("Nguyễn Văn An").codeText
    }
    let fields = [("member", member), ("role", "trainer")]
    let first = try desk.follow("/sessions/\(session)/here", fields).page
    #expect(first.text.contains("Recorded as here") && first.text.contains("id=\"attendances\""))
    let second = try desk.follow("/sessions/\(session)/here", fields).page
    #expect(second.text.contains("says so already"))
    let count = try desk.use { laptop in
      try laptop.records.reader.formCount(RecordForms.attendance, FormFilter())
    }
    #expect(count == 1)
  }

  @Test func `a session of today is opened from the desk with its kind and day`() throws {
    let (draft, form) = try desk.follow("/sessions/new", [("kind", "support-point")])
    let fields = TestDesk.fields(of: form)
    #expect(fields.contains { $0 == ("kind", "support-point") })
    #expect(fields.contains { $0 == ("date", "18/11/2026") })
    let (path, page) = try desk.follow(
      draft, fields + [("seen", "1"), ("action", "save")])
    #expect(path.hasPrefix("/sessions/B-") && page.text.contains("Work at this session"))
  }
}
