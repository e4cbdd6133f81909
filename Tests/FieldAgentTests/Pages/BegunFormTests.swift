import FieldWork
import Testing

@testable import FieldAgent

/// Forms that are begun and not saved: told on every page, and never said to be sent.
@Suite struct BegunFormTests {
  /// The line that is always to be seen.
  private func line(_ page: String) throws -> String {
    let start = try #require(page.range(of: "id=\"state\""))
    return String(page[start.upperBound...].prefix(while: { $0 != "\n" }).prefix(3_000))
      .components(separatedBy: "</div>")[0]
  }

  /// Signs in at a laptop that has sent everything.
  private func sentDesk(_ centre: TestCentre) throws -> (desk: TestDesk, household: String) {
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    try #require(laptop.run("sync").code == .done)
    return (try TestDesk(laptop), household)
  }

  /// Begins a visit, and types something.
  private func begin(_ desk: TestDesk, _ household: String) throws -> String {
    let draft = try #require(try desk.post("/households/\(household)/visits").location)
    _ = try desk.post("\(draft)/fields", [("seen", "9"), ("note", "đã gõ")])
    return draft
  }

  @Test func `the line of every page is not green while a form is begun, and leads to it`() throws {
    let centre = try TestCentre()
    let (desk, household) = try sentDesk(centre)
    let before = try line(try desk.get("/send").text)
    #expect(before.contains("mark-good") && before.contains("everything is sent"))
    let draft = try begin(desk, household)
    for page in ["/send", "/today", "/live", draft] {
      let text = try desk.get(page).text
      let said = page == "/live" ? text : try line(text)
      #expect(!said.contains("mark-good") && !said.contains("everything is sent"), "\(page)")
      #expect(said.contains("1 form begun and not saved"), "\(page)")
      #expect(said.contains("href=\"/today#drafts\""), "\(page)")
    }
    _ = try desk.post("\(draft)/discard")
    #expect(try line(try desk.get("/send").text).contains("mark-good"))
  }

  @Test func `Today and Send list what is begun, and Send says that it does not leave`() throws {
    let centre = try TestCentre()
    let (desk, household) = try sentDesk(centre)
    let draft = try begin(desk, household)
    let today = try desk.get("/today").text
    let send = try desk.get("/send").text
    for page in [today, send] {
      #expect(page.contains("id=\"drafts\"") && page.contains("href=\"\(draft)\""))
      #expect(page.contains("Visit to Đức"))
    }
    #expect(send.contains("do not leave this laptop until you open them and save"))
    let drafts = try #require(today.range(of: "id=\"drafts\""))
    let planned = try #require(today.range(of: "id=\"planned\""))
    #expect(drafts.lowerBound < planned.lowerBound)
    _ = try desk.post("\(draft)/discard")
    #expect(try !desk.get("/send").text.contains("id=\"drafts\""))
  }

  @Test func `a form that was only looked at is not begun, what stands in it or not`() throws {
    let centre = try TestCentre()
    let (desk, household) = try sentDesk(centre)
    for way in ["edit", "visits", "residents"] {
      let (draft, form) = try desk.follow("/households/\(household)/\(way)")
      // Leaving it by its button sends every field as it stands.
      _ = try desk.post(
        draft, TestDesk.fields(of: form) + [("seen", form.text.seen), ("action", "later")])
      #expect(try line(try desk.get("/send").text).contains("mark-good"), "\(way)")
      _ = try desk.post("\(draft)/fields", [("seen", "9"), ("note", "đã gõ")])
      #expect(try !line(try desk.get("/send").text).contains("mark-good"), "\(way)")
      _ = try desk.post("\(draft)/discard")
    }
  }

  @Test func `a form is not begun any more once its record says the same elsewhere`() throws {
    let centre = try TestCentre()
    let (desk, household) = try sentDesk(centre)
    let (draft, _) = try desk.follow("/households/\(household)/edit")
    _ = try desk.post("\(draft)/fields", [("seen", "9"), ("address", "ngõ 3")])
    #expect(try line(try desk.get("/send").text).contains("1 form begun"))
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(household, as: .household)
      _ = try laptop.writing { records, clock in
        try records.editHousehold(
          id, HouseholdDraft(address: "ngõ 3"), author: nil, clock: clock)
      }
    }
    #expect(try !line(try desk.get("/send").text).contains("form begun"))
    #expect(try !desk.get("/today").text.contains("id=\"drafts\""))
  }

  @Test func `one press never throws a form away, and what says that it was is no tick`() throws {
    let centre = try TestCentre()
    let (desk, household) = try sentDesk(centre)
    let draft = try begin(desk, household)
    let page = try desk.get(draft).text
    let button = try #require(page.range(of: "action=\"\(draft)/discard\""))
    let folded = try #require(
      String(page[..<button.lowerBound]).components(separatedBy: "<details").last)
    #expect(!folded.contains("</details>") && folded.contains("gone for good"))
    #expect(folded.prefix { $0 != ">" } == " class=\"discard\"")
    let (_, after) = try desk.follow("\(draft)/discard")
    let notice = try #require(after.text.range(of: "id=\"notice\""))
    let said = after.text[notice.upperBound...].prefix(300)
    #expect(said.contains("thrown away") && said.contains("mark-neutral"), "\(said)")
    #expect(!after.text.contains("message good"))
  }

  @Test func `of what others have begun only the number is told`() throws {
    let centre = try TestCentre()
    let (desk, household) = try sentDesk(centre)
    let secret = "điều chỉ người kia biết"
    try desk.use { laptop in
      let others = try laptop.records.reader.members().filter {
        $0.id != laptop.configuration.member
      }
      let other = try #require(others.first)
      let subject = try laptop.records.reader.resolveOne(household, as: .household)
      var random = laptop.random
      let now = laptop.clock().wall
      let book = DraftBook(laptop.records)
      for kind in [PageDraft.Kind.visit, .resident] {
        let draft = try book.begin(
          kind, about: subject, by: other.id, at: now, random: &random)
        let begun = try book.write([("note", "")], to: draft, seen: 0, at: now).draft
        _ = try book.write([("note", secret)], to: begun, seen: begun.revision, at: now)
      }
    }
    for path in ["/today", "/send"] {
      let page = try desk.get(path).text
      #expect(page.contains("Others who use this laptop have begun 2 forms"), "\(path)")
      #expect(!page.contains(secret) && !page.contains("Visit to Đức"), "\(path)")
      // Their own line is theirs.
      #expect(try line(page).contains("mark-good"), "\(path)")
    }
  }
}

extension String {
  /// The revision that a form has seen.
  fileprivate var seen: String {
    firstMatch(of: /name="seen" value="([0-9]+)"/).map { String($0.1) } ?? "0"
  }
}
