import FieldWork
import Testing

@testable import FieldAgent

/// What the form of a visit asks before it is saved, and what it tells beforehand.
@Suite struct VisitQuestionTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let household: String

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    _ = try laptop.save("resident", "add", "--household", household, "--name", "Hồ Văn Đức")
  }

  private func begin(_ desk: TestDesk) throws -> String {
    try desk.follow("/households/\(household)/visits").path
  }

  private func save(
    _ desk: TestDesk, _ draft: String, _ fields: [(String, String)], by action: String = "save"
  ) throws -> TestDesk.Page {
    try desk.post(draft, [("seen", "99"), ("action", action), ("outcome", "met")] + fields)
  }

  @Test func `a day more than a week back is asked about once, and the answer stays`() throws {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    // Today is the 18th: a week back nobody wonders.
    let asked = try save(desk, draft, [("date", "10/11/2026")])
    #expect(asked.status == 422 && asked.text.contains("href=\"#date-question\""))
    #expect(asked.text.contains("8 days back") && asked.text.contains("counts on that day"))
    // Saving again without an answer is no answer.
    #expect(try save(desk, draft, [("date", "10/11/2026")]).status == 422)
    // What else is wrong is told beside it; the answer is kept although nothing was saved.
    let other = try save(
      desk, draft, [("date", "10/11/2026"), ("minutes", "x")],
      by: "save-yes-date-question-2026-11-10")
    #expect(other.status == 422 && other.text.contains("href=\"#minutes\""))
    #expect(!other.text.contains("id=\"date-question\""))
    // Another day is another question.
    #expect(
      try save(desk, draft, [("date", "09/11/2026"), ("minutes", "5")]).text
        .contains("id=\"date-question\""))
    let saved = try save(desk, draft, [("date", "10/11/2026"), ("minutes", "5")])
    #expect(saved.location?.hasPrefix("/visits/V-") == true, "\(saved.text)")
  }

  @Test func `one press answers the question and saves`() throws {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    let asked = try save(desk, draft, [("date", "01/11/2026")])
    let answer = try #require(
      asked.text.firstMatch(of: /value="(save-yes-date-question-[-0-9]+)"/).map { String($0.1) })
    let saved = try save(desk, draft, [("date", "01/11/2026")], by: answer)
    #expect(saved.location?.hasPrefix("/visits/V-") == true)
  }

  @Test func `the answer is about the day that was asked, whatever stands in the form by then`()
    throws
  {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    let asked = try save(desk, draft, [("date", "01/02/2026")])
    let answer = try #require(
      asked.text.firstMatch(of: /value="(save-yes-date-question-[-0-9]+)"/).map { String($0.1) })
    let changed = try save(desk, draft, [("date", "01/02/2025")], by: answer)
    #expect(changed.status == 422 && changed.text.contains("01/02/2025 is 655 days back"))
    #expect(changed.text.contains("value=\"save-yes-date-question-2025-02-01\""))
    #expect(try desk.use { try $0.records.reader.visits() }.isEmpty)
    let back = try save(desk, draft, [("date", "1/2/2026")], by: answer)
    #expect(back.location?.hasPrefix("/visits/V-") == true, "\(back.text)")
  }

  @Test func `a day to come is asked about`() throws {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    let asked = try save(desk, draft, [("date", "31/12/2026")])
    #expect(asked.status == 422 && asked.text.contains("31/12/2026 is 43 days ahead"))
    #expect(asked.text.contains("record no visit but a task for this household"))
    let saved = try save(
      desk, draft, [("date", "31/12/2026")], by: "save-yes-date-question-2026-12-31")
    #expect(saved.location?.hasPrefix("/visits/V-") == true, "\(saved.text)")
  }

  @Test func `a changed day of a saved visit is asked about, and nothing else of it`() throws {
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
    let old = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "01/02/2026",
      "--allow-far-day")
    let desk = try TestDesk(laptop)
    let (draft, form) = try desk.follow("/visits/\(visit)/edit")
    let fields =
      TestDesk.fields(of: form).map { ($0.0, $0.0 == "date" ? "17/01/2026" : $0.1) }
      + [("seen", "99")]
    let asked = try desk.post(draft, fields + [("action", "save")])
    #expect(asked.status == 422 && asked.text.contains("305 days back"), "\(asked.status)")
    #expect(try desk.changed(visit).isEmpty)
    let saved = try desk.post(draft, fields + [("action", "save-yes-date-question-2026-01-17")])
    #expect(saved.location == "/visits/\(visit)", "\(saved.text)")
    #expect(try desk.changed(visit) == ["date"])
    #expect(try desk.change("/visits/\(old)", ["minutes": "20"]).page.status == 200)
    #expect(try desk.changed(old) == ["minutes"])
  }

  @Test func `by a clock that nobody has checked since the start the day is asked about as well`()
    throws
  {
    laptop.machine.restart()
    let desk = try TestDesk(laptop)
    let asked = try save(desk, try begin(desk), [("date", "10/11/2026")])
    #expect(asked.text.contains("8 days back by this laptop"))
    #expect(asked.text.contains("which is unchecked"))
  }

  @Test func `nobody is asked about this week`() throws {
    let desk = try TestDesk(laptop)
    let saved = try save(desk, try begin(desk), [("date", "11/11/2026")])
    #expect(saved.location?.hasPrefix("/visits/V-") == true)
  }

  @Test func `where several live nobody is chosen for an assist, and saving asks for whom`() throws
  {
    _ = try laptop.save("resident", "add", "--household", household, "--name", "Hồ Thị Lan")
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    let first = try desk.follow(draft, [("seen", "99"), ("action", "add-assist")]).page
    let people = first.text.matches(of: /<option value="([0-9]+)">(Hồ [^<]+)</)
    #expect(people.count == 2, "\(first.text)")
    let lan = try #require(people.first { $0.2 == "Hồ Thị Lan" }?.1)
    let block = [("service", "vneid"), ("mode", "guided"), ("outcome", "advised")]
    let one = block.map { ("assist-1-\($0.0)", $0.1) }
    for action in ["add-assist", "repeat-assist"] {
      let second = try desk.follow(
        draft, [("seen", "99"), ("action", action), ("assist-1-resident", String(lan))] + one
      ).page.text
      let number = action == "add-assist" ? 2 : 3
      let box = try #require(
        second.components(separatedBy: "id=\"assist-\(number)-resident\"").last)
      let options = box.components(separatedBy: "</select>")[0]
      #expect(options.contains("<option value=\"\" selected=\"\">– choose whom –"), "\(action)")
    }
    let two = [2, 3].flatMap { number in block.map { ("assist-\(number)-\($0.0)", $0.1) } }
    let asked = try save(desk, draft, one + two)
    #expect(asked.status == 422 && asked.text.contains("href=\"#assist-2-resident\""))
    #expect(asked.text.contains("Choose whom it was for"))
    let saved = try save(
      desk, draft, one + two + [("assist-2-resident", "none"), ("assist-3-resident", String(lan))])
    #expect(saved.location?.hasPrefix("/visits/V-") == true, "\(saved.text)")
    let residents = try desk.use { laptop in
      try laptop.records.reader.assists().map { $0.resident?.rawValue.description ?? "" }
    }
    #expect(residents.sorted() == ["", String(lan), String(lan)])
  }

  @Test func `the only person stands there, and the form says that nobody else is recorded`() throws
  {
    let desk = try TestDesk(laptop)
    let form = try desk.follow(
      try begin(desk), [("seen", "99"), ("action", "add-assist")]
    ).page.text
    #expect(form.firstMatch(of: /selected[^>]*>Hồ Văn Đức/) != nil)
    #expect(form.contains("the only person recorded there"))
  }

  @Test
  func `that evidence is needed is told beside the outcome, in the list and when it is saved`()
    throws
  {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    let form = try desk.follow(draft, [("seen", "99"), ("action", "add-assist")]).page.text
    #expect(form.contains("count once there is evidence") && form.contains("it may come later"))
    let block = [("service", "vneid"), ("outcome", "completed")].map { ("assist-1-\($0.0)", $0.1) }
    let listed = try save(desk, draft, block).text
    #expect(listed.contains("May be given after saving"))
    #expect(listed.contains("href=\"#assist-1-evidence_kind\""))
    let proved = try save(
      desk, draft,
      block + [("assist-1-evidence_kind", "spoken"), ("assist-1-evidence", "An nghe")]
    ).text
    #expect(!proved.contains("May be given after saving"))
    let saved = try desk.follow(
      draft,
      [
        ("seen", "99"), ("action", "save"), ("outcome", "met"), ("assist-1-mode", "guided"),
        ("assist-1-evidence_kind", ""), ("assist-1-evidence", ""),
      ] + block
    ).page.text
    #expect(saved.contains("Assist 1: add its evidence"))
    #expect(saved.firstMatch(of: /href="\/assists\/A-[^"]+">Assist 1/) != nil)
  }

  @Test func `a visit without its day is never saved as of today`() throws {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    let asked = try save(desk, draft, [("date", " ")])
    #expect(asked.status == 422 && asked.text.contains("href=\"#date\""), "\(asked.status)")
    #expect(try save(desk, draft, [("date", "18/11/2026")]).status == 303)
  }

  @Test func `a second visit to a household on one day is told of before it is saved`() throws {
    let desk = try TestDesk(laptop)
    let first = try save(desk, try begin(desk), [("date", "17/11/2026"), ("start", "08:30")])
    let there = try #require(first.location)
    #expect(try save(desk, try begin(desk), [("date", "15/11/2026")]).status == 303)
    let draft = try begin(desk)
    let asked = try save(desk, draft, [("date", "17/11/2026")])
    #expect(asked.status == 422 && asked.text.contains("href=\"#second-visit\""))
    let part = try #require(asked.text.range(of: "id=\"second-visit\""))
    #expect(asked.text[part.upperBound...].prefix(900).contains("href=\"\(there)\""))
    // Another day is none of that; the same one is saved once somebody says so.
    let answer = try #require(
      asked.text.firstMatch(of: /value="(save-yes-second-visit-[-0-9]+)"/).map { String($0.1) })
    // Yes to that day is not yes to another one that has a visit too.
    let changed = try save(desk, draft, [("date", "15/11/2026")], by: answer)
    #expect(changed.status == 422, "\(changed.text)")
    #expect(changed.text.contains("value=\"save-yes-second-visit-2026-11-15\""))
    let saved = try save(desk, draft, [("date", "17/11/2026")], by: answer)
    #expect(saved.location?.hasPrefix("/visits/V-") == true && saved.location != there)
    #expect(try save(desk, try begin(desk), [("date", "16/11/2026")]).status == 303)
  }

  @Test func `an hour ahead or in the night is asked about once, for that hour alone`() throws {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    let day = ("date", "18/11/2026")
    let ahead = try save(desk, draft, [day, ("start", "23:40")])
    #expect(
      ahead.status == 422 && ahead.text.contains("lies ahead: this laptop&#39;s clock says")
        || ahead.text.contains("lies ahead: this laptop's clock says"), "\(ahead.text)")
    let night = try save(desk, draft, [day, ("start", "02:24")])
    #expect(night.status == 422 && night.text.contains("02:24 is in the night."))
    let answer = try #require(
      night.text.firstMatch(of: /value="(save-yes-moment-question-[-:T0-9,]+)"/).map {
        String($0.1)
      })
    // What else is wrong keeps it from being saved; the answer stays.
    let other = try save(
      desk, draft, [day, ("start", "02:24"), ("minutes", "x")], by: answer)
    #expect(other.status == 422 && !other.text.contains("id=\"moment-question\""))
    // Another hour is another question; the same one does not come back.
    let another = try save(desk, draft, [day, ("start", "03:10"), ("minutes", "5")])
    #expect(another.status == 422 && another.text.contains("03:10 is in the night."))
    let saved = try save(desk, draft, [day, ("start", "02:24"), ("minutes", "5")])
    #expect(saved.location?.hasPrefix("/visits/V-") == true, "\(saved.text)")
  }

  @Test func `evidence that is no dossier code is asked about once, for that text alone`() throws {
    let desk = try TestDesk(laptop)
    let draft = try begin(desk)
    _ = try desk.follow(draft, [("seen", "99"), ("action", "add-assist")])
    func block(_ code: String) -> [(String, String)] {
      [
        ("date", "18/11/2026"), ("assist-1-resident", "none"), ("assist-1-service", "vneid"),
        ("assist-1-mode", "guided"), ("assist-1-outcome", "completed"),
        ("assist-1-evidence_kind", "dossier-code"), ("assist-1-evidence", code),
      ]
    }
    let asked = try save(desk, draft, block("xong rồi"))
    #expect(asked.status == 422 && asked.text.contains("href=\"#code-question\""))
    #expect(asked.text.contains("does not look like the code of a dossier"))
    #expect(asked.text.contains("choose “spoken confirmation”"))
    let answer = try #require(
      asked.text.firstMatch(of: /value="(save-yes-code-question-[0-9a-z,]+)"/).map { String($0.1) })
    // The text itself is in no button; another text is another question.
    #expect(!answer.contains("xong"))
    let other = try save(desk, draft, block("đã nộp"), by: answer)
    #expect(other.status == 422 && other.text.contains("“đã nộp”"))
    let saved = try save(desk, draft, block("xong rồi"))
    #expect(saved.location?.hasPrefix("/visits/V-") == true, "\(saved.text)")
    // The change of other fields asks nothing; a code unasked.
    let assist = try desk.use { try #require($0.records.reader.assists().first).codeText }
    let (_, page) = try desk.change("/assists/\(assist)", ["assist-1-mode": "on-behalf"])
    #expect(page.text.contains("id=\"notice\""))
    let (edit, form) = try desk.follow("/assists/\(assist)/edit")
    let fields = TestDesk.fields(of: form) + [("seen", "99"), ("action", "save")]
    let doubted = try desk.post(
      edit, fields.map { ($0.0, $0.0 == "assist-1-evidence" ? "có rồi" : $0.1) })
    #expect(doubted.status == 422 && doubted.text.contains("“có rồi”"), "\(doubted.text)")
  }
}
