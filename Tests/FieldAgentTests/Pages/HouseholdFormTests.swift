import FieldWork
import Testing

@testable import FieldAgent

/// Adding a household from the search, a person to it, and going on to a visit.
@Suite struct HouseholdFormTests {
  let centre: TestCentre
  let desk: TestDesk

  init() throws {
    centre = try TestCentre()
    desk = try TestDesk(try TestLaptop(of: centre))
  }

  /// What the form of a new household begins with after a search.
  private func begun(_ query: String) throws -> [String: String] {
    _ = try desk.post("/find", [("query", query)])
    let (_, form) = try desk.follow("/households/new")
    return Dictionary(TestDesk.fields(of: form)) { first, _ in first }
  }

  @Test func `what was looked for is carried in as the name, the telephone or the address`() throws
  {
    #expect(try begun("  Hồ Văn Đức ")["name"] == "Hồ Văn Đức")
    let phone = try begun("0912 000 111")
    #expect(phone["phone"] == "0912000111" && phone["name"] == "")
    let address = try begun("số 12 ngõ 5")
    #expect(address["address"] == "số 12 ngõ 5" && address["name"] == "")
    // The last digits of an id, and a code, are nobody's name.
    let code = try #require(RecordCode(kind: .household, replica: 4_711, number: 3)).text
    let dossiers = [
      "H40.17713-261118-0001", "h40 17713 261118 0001", "hồ sơ H40.17713-261118-0001",
    ]
    for query in ["1234", code, ""] + dossiers {
      let form = try begun(query)
      #expect(["name", "phone", "address"].allSatisfy { form[$0] == "" }, "\(query): \(form)")
    }
  }

  @Test func `the only hamlet is chosen, what must be filled in says so, and one goes on at once`()
    throws
  {
    _ = try desk.post("/find", [("query", "Đức")])
    let (path, form) = try desk.follow("/households/new")
    #expect(form.text.contains("Hamlet<span class=\"required\">\u{A0}(required)</span>"))
    let hamlets = form.text.matches(of: /<option value="([0-9]+)" selected/)
    let wanted = String(try #require(hamlets.first?.1))
    let saved = try desk.post(
      path, [("seen", "1"), ("action", "save-then-person"), ("place", wanted), ("name", "Đức")])
    // On to the first person, who is the head unless somebody says otherwise.
    let person = try #require(saved.location)
    #expect(person.hasPrefix("/drafts/"), "\(saved.text)")
    let page = try desk.get(person)
    #expect(page.text.contains("Saved on this laptop: household Đức · H-"))
    #expect(Dictionary(TestDesk.fields(of: page)) { first, _ in first }["full_name"] == "Đức")
    let visit = try desk.post(
      person, [("seen", "1"), ("action", "save-then-visit"), ("full_name", "Đức")])
    let begun = try desk.get(try #require(visit.location))
    #expect(begun.text.contains("<h1>Visit to Đức · <span class=\"nowrap\">H-"))
    // Names stand in no title.
    #expect(begun.text.contains("<title>Visit to H-"))
  }

  @Test func `Enter in a field keeps what was typed and saves no half record`() throws {
    let (path, form) = try desk.follow("/households/new")
    // The first button of a form is the one that a browser presses for Enter.
    let first = try #require(form.text.firstMatch(of: /name="action" value="([^"]*)"/)?.1)
    let (back, page) = try desk.follow(
      path, [("seen", "1"), ("action", String(first)), ("name", "Hồ Văn")])
    #expect(back == path && page.text.contains("not a record yet"))
    #expect(page.text.contains("value=\"Hồ Văn\""))
    #expect(try desk.use { try $0.records.reader.households().isEmpty })
  }

  @Test func `a household that was begun before is gone on with, and the page says so`() throws {
    let (path, _) = try desk.follow("/households/new")
    _ = try desk.post(path, [("seen", "1"), ("action", "later"), ("name", "Hồ Văn Đức")])
    _ = try desk.post("/find", [("query", "Lan")])
    let (again, page) = try desk.follow("/households/new")
    #expect(again == path && page.text.contains("value=\"Hồ Văn Đức\""))
    #expect(page.text.contains("that you began before"))
    // One that was only looked at makes room.
    _ = try desk.post("\(path)/discard")
    let (untouched, _) = try desk.follow("/households/new")
    _ = try desk.post("/find", [("query", "Bình")])
    let (fresh, form) = try desk.follow("/households/new")
    #expect(fresh != untouched && form.text.contains("value=\"Bình\""))
  }

  @Test func `a visit that is begun by saving a person has its day and time`() throws {
    let (path, form) = try desk.follow("/households/new")
    let place = try #require(form.text.firstMatch(of: /<option value="([0-9]+)" selected/)?.1)
    let (person, _) = try desk.follow(
      path,
      [
        ("seen", "1"), ("action", "save-then-person"), ("place", String(place)), ("name", "Đức"),
      ])
    let (_, visit) = try desk.follow(
      person, [("seen", "1"), ("action", "save-then-visit"), ("full_name", "Đức")])
    let fields = Dictionary(TestDesk.fields(of: visit)) { first, _ in first }
    #expect(fields["date"] == "18/11/2026", "\(fields)")
    #expect(fields["start"]?.isEmpty == false)
  }

  @Test func `the page for searching begins anew from the menu, and keeps what it found`() throws {
    let (path, found) = try desk.follow("/find", [("query", "Hồ Văn")])
    #expect(found.text.contains("value=\"Hồ Văn\"") && found.text.contains("id=\"found\""))
    #expect(try desk.get(path).text.contains("value=\"Hồ Văn\""))
    let anew = try desk.get(FindPage.path).text
    #expect(!anew.contains("Hồ Văn") && !anew.contains("id=\"found\""))
    #expect(anew.firstMatch(of: /id="query"[^>]*autofocus/) != nil)
    // Nor does it come back in the form of a household.
    #expect(try !desk.follow("/households/new").page.text.contains("Hồ Văn"))
  }
}
