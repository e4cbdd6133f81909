import FieldWork
import Testing

@testable import FieldAgent

/// What the pages call things, and what they say of a form.
@Suite struct PageWordsTests {
  let laptop: TestLaptop
  let desk: TestDesk
  let household: String

  init() throws {
    laptop = try TestLaptop(of: try TestCentre())
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    desk = try TestDesk(laptop)
  }

  @Test func `a form that was only looked at does not say that anything in it is kept`() throws {
    let (draft, form) = try desk.follow("/households/\(household)/edit")
    let kept = "Kept on this laptop at"
    #expect(!form.text.contains(kept))
    #expect(try !desk.get(draft).text.contains(kept))
    let changed = try desk.follow(draft, [("seen", "9"), ("action", "keep"), ("name", "Đứcc")])
    #expect(changed.page.text.contains(kept))
  }

  @Test func `where nobody is found, a household is not said to be none of these`() throws {
    #expect(try desk.follow("/find", [("query", "zzzz")]).page.text.contains(">Add a household<"))
    #expect(try desk.follow("/find", [("query", "duc")]).page.text.contains(">None of these: "))
  }

  @Test func `the page that finds people has one name`() throws {
    let page = try desk.get("/find").text
    #expect(page.contains("<h1>\(FindPage.title.english)</h1>"))
    #expect(
      LaptopPages.navigation.contains {
        $0.path == FindPage.path && $0.text.vietnamese == FindPage.title.vietnamese
      })
  }

  @Test func `a form with more fields than one can have is refused in words, and loses nothing`()
    throws
  {
    let draft = try desk.follow("/households/\(household)/visits", []).path
    _ = try desk.post(draft, [("seen", "1"), ("action", "keep"), ("note", "đã gõ trước")])
    let many = (0..<PageDraft.maximumFields).map { ("junk-\($0)", "x") }
    let sent = many + [("seen", "99"), ("action", "save"), ("outcome", "met")]
    let refused = try desk.post(draft, sent)
    #expect(refused.status == 413 && refused.text.contains("more than 400 fields"))
    #expect(refused.text.contains("đã gõ trước") && refused.text.contains("Save the visit"))
    #expect(try desk.post("\(draft)/fields", many).status == 413)
    #expect(try desk.use { try $0.records.reader.visits() }.isEmpty)
    let saved = try desk.follow(
      draft, [("seen", "99"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026")])
    #expect(saved.path.hasPrefix("/visits/") && saved.page.text.contains("đã gõ trước"))
  }

  @Test func `a slip says whom to ask, by the telephone of the team's leader`() throws {
    let draft = try desk.follow("/households/\(household)/visits", []).path
    let visit = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026")]
    ).path
    #expect(try desk.get("\(visit)/slip?words=en").text.contains("Call the team: 0912345678"))
  }
}
