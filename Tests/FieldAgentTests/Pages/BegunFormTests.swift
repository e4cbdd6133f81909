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

  @Test func `the line of every page is not green while a form is begun, and leads to it`() throws {
    let centre = try TestCentre()
    let (desk, household) = try sentDesk(centre)
    let before = try line(try desk.get("/send").text)
    #expect(before.contains("mark-good") && before.contains("everything is sent"))
    let draft = try #require(try desk.post("/households/\(household)/visits").location)
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
    let draft = try #require(try desk.post("/households/\(household)/visits").location)
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
    // What was only opened to change a record is not begun.
    _ = try desk.post("\(draft)/discard")
    _ = try desk.follow("/households/\(household)/edit")
    #expect(try !desk.get("/send").text.contains("id=\"drafts\""))
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
        _ = try book.write([("note", secret)], to: draft, seen: 0, at: now)
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
