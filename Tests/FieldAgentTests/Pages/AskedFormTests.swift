import FieldWork
import Testing

@testable import FieldAgent

/// What is asked about a form stays asked until it is answered or no longer true, whatever happens to
/// its page meanwhile.
@Suite struct AskedFormTests {
  let desk: TestDesk
  let laptop: TestLaptop
  let household: String
  let visit: String
  let other: String
  let old: String

  init() throws {
    laptop = try TestLaptop(of: TestCentre())
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026",
      "--start", "08:30")
    other = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026")
    old = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "01/02/2026",
      "--allow-far-day")
    desk = try TestDesk(laptop)
  }

  private func button(_ page: TestDesk.Page, _ part: String) -> String? {
    page.text.matches(of: /name="action" value="(save-[^"]+)"/).map { String($0.1) }
      .first { $0.hasPrefix("save-yes-\(part)") }
  }

  @Test func `a visit that is moved to a day with another one is asked about, in every language`()
    throws
  {
    let (draft, form) = try desk.follow("/visits/\(other)/edit")
    let moved =
      TestDesk.fields(of: form).map { ($0.0, $0.0 == "date" ? "17/11/2026" : $0.1) }
      + [("seen", "99")]
    let asked = try desk.post(draft, moved + [("action", "save")])
    #expect(asked.status == 422 && asked.text.contains("href=\"#second-visit\""), "\(asked.text)")
    #expect(asked.text.contains("href=\"/visits/\(visit)\"") && asked.text.contains("08:30"))
    #expect(!asked.text.contains("href=\"/visits/\(other)\">Đức"))
    #expect(try desk.changed(other).isEmpty)
    // In the other language, by loading it anew, and while something else is typed.
    _ = try desk.post("/language", [("language", "vi"), ("back", draft)])
    let inVietnamese = try desk.get(draft)
    #expect(inVietnamese.status == 422 && inVietnamese.text.contains("đã có lượt thăm ngày 17/11"))
    _ = try desk.post("\(draft)/fields", [("seen", "99"), ("note", "gặp con trai")])
    #expect(try desk.get(draft).text.contains("id=\"second-visit\""))
    // Where the day is none of that any more, nothing is asked; where it is again, it is.
    _ = try desk.post("\(draft)/fields", [("seen", "99"), ("date", "15/11/2026")])
    #expect(try !desk.get(draft).text.contains("second-visit"))
    _ = try desk.post("\(draft)/fields", [("seen", "99"), ("date", "17/11/2026")])
    let again = try desk.get(draft)
    let answer = try #require(button(again, "second-visit"))
    let saved = try desk.post(draft, moved + [("action", answer)])
    #expect(saved.location == "/visits/\(other)", "\(saved.text)")
    #expect(try desk.changed(other).contains("date"))
  }

  @Test func `one press answers all that is asked, and the answers stay while the form is mended`()
    throws
  {
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    let typed = [("seen", "99"), ("outcome", "met"), ("date", "01/11/2026"), ("start", "02:24")]
    let asked = try desk.post(draft, typed + [("action", "save")])
    #expect(
      asked.text.contains("id=\"date-question\"") && asked.text.contains("id=\"moment-question\""))
    #expect(asked.text.matches(of: /value="save-yes-/).count == 1)
    let all = try #require(button(asked, "date-question"))
    // Something else is wrong: the answers stay, over a reload and in another language.
    let wrong = try desk.post(draft, typed + [("minutes", "x"), ("action", all)])
    #expect(wrong.status == 422 && !wrong.text.contains("id=\"questions\""))
    _ = try desk.post("/language", [("language", "vi"), ("back", draft)])
    let inVietnamese = try desk.get(draft)
    #expect(inVietnamese.status == 422 && !inVietnamese.text.contains("id=\"questions\""))
    // Another hour is asked about alone.
    let later = typed.map { ($0.0, $0.0 == "start" ? "03:10" : $0.1) } + [("minutes", "5")]
    let other = try desk.post(draft, later + [("action", "save")])
    #expect(other.text.contains("id=\"moment-question\""))
    #expect(!other.text.contains("id=\"date-question\""))
    let saved = try desk.post(draft, typed + [("minutes", "5"), ("action", "save")])
    #expect(saved.location?.hasPrefix("/visits/") == true, "\(saved.text)")
  }

  @Test func `what else is wrong is told beside what is asked, and nothing is written`() throws {
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    let typed = [
      ("seen", "99"), ("action", "save"), ("assist-1-service", "1.001193"),
      ("assist-1-mode", "guided"), ("assist-1-outcome", "submitted"),
      ("assist-1-received", "17/11/2026 02:10"),
    ]
    let asked = try desk.post(draft, typed)
    #expect(asked.text.contains("id=\"moment-question\""))
    // The channel of the dossier.
    #expect(asked.text.contains("href=\"#assist-1-channel\""), "\(asked.text)")
    #expect(try desk.use { try $0.records.reader.assists() }.isEmpty)
  }

  @Test func `a form in which only the writing of a day was changed is not asked about`() throws {
    let (path, page) = try desk.change("/visits/\(old)", ["date": "1/2/2026"])
    #expect(path == "/visits/\(old)" && page.text.contains("id=\"notice\""))
  }

  @Test func `the end of a visit that lies ahead is told of at its minutes`() throws {
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    let asked = try desk.post(
      draft,
      [
        ("seen", "99"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026"),
        ("start", "07:00"), ("minutes", "900"),
      ])
    #expect(asked.text.contains("Minutes: 900. The end of the visit, 18/11/2026 22:00 lies ahead"))
    let listed = try #require(asked.text.firstMatch(of: /href="#moment-question">([^<]+)</)).1
    #expect(listed.hasPrefix("Minutes"), "\(listed)")
    #expect(asked.text.contains("<a href=\"#minutes\">It is wrong: change it below"))
  }

  @Test func `a line of paper is asked about like a form, and the answers stay with it`() throws {
    let number = try #require(
      desk.get("/sheets").text.firstMatch(of: /name="number" value="([0-9]+)"/)
    ).1
    _ = try desk.follow("/sheets", [("lines", "15"), ("number", String(number))])
    let sheet = try #require(
      try desk.use { try PrintoutBook($0.records).find(Int(number) ?? 0) })
    let line = [
      ("code", sheet.code(1).text), ("household", "Đức"), ("date", "17/11/2026"),
      ("start", "02:24"), ("outcome", "met"),
    ]
    let asked = try desk.post("/sheets/\(number)/lines", line + [("action", "save")])
    #expect(asked.text.contains("id=\"second-visit\"") && asked.text.contains("/visits/\(visit)"))
    #expect(asked.text.contains("02:24 is in the night."))
    let all = try #require(button(asked, "moment-question"))
    #expect(all.contains("second-visit-2026-11-17") && asked.text.contains("strike this line out"))
    let wrong = try desk.post(
      "/sheets/\(number)/lines", line + [("minutes", "x"), ("action", all)])
    #expect(!wrong.text.contains("id=\"questions\""))
    let kept = try #require(wrong.text.firstMatch(of: /name="question-answers" value="([^"]+)"/)).1
    let saved = try desk.post(
      "/sheets/\(number)/lines", line + [("question-answers", String(kept)), ("action", "save")])
    #expect(saved.location == "/sheets/\(number)", "\(saved.text)")
  }

  @Test func `a visit that ends more than an hour from now is asked about`() throws {
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    func save(_ minutes: String) throws -> TestDesk.Page {
      try desk.post(
        draft,
        [
          ("seen", "99"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026"),
          ("start", "07:25"), ("minutes", minutes),
        ])
    }
    // By the clock it is 08:00.
    #expect(try save("120").text.contains("The end of the visit, 18/11/2026 09:25 lies ahead"))
    #expect(try save("95").location?.hasPrefix("/visits/") == true)
  }
}
