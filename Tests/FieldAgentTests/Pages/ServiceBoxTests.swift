import FieldWork
import Testing

@testable import FieldAgent

/// The box for a service or procedure, with and without a script.
@Suite struct ServiceBoxTests {
  let centre: TestCentre
  let desk: TestDesk
  let form: String

  init() throws {
    centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    desk = try TestDesk(laptop)
    form = try #require(try desk.post("/households/\(household)/visits").location)
    _ = try desk.post(form, [("seen", "1"), ("action", "add-assist")])
  }

  private func press(_ action: String, _ service: String) throws -> String {
    try desk.follow(
      form, [("seen", "99"), ("action", action), ("assist-1-service", service)]
    ).page.text
  }

  @Test func `a new assist is what the page shows next`() throws {
    let next = try desk.post(form, [("seen", "2"), ("action", "add-assist")])
    #expect(next.location == "\(form)#assist-2")
  }

  @Test func `words that several procedures have offer them, and one press takes one`() throws {
    let found = try press("find-assist-1-service", "khai sinh")
    let taking = try #require(
      found.firstMatch(of: /value="(take-assist-1-service-1\.001193)"/)?.1)
    let taken = try press(String(taking), "khai sinh")
    #expect(taken.contains("value=\"Birth registration · 1.001193\""))
    #expect(try press("find-assist-1-service", "zzzz").contains("No procedure matches"))
    // Nobody else's code is taken.
    #expect(try press("take-assist-1-service-9.999", "x").contains("value=\"x\""))
  }

  @Test func `services are found by part of their names as procedures are`() throws {
    let found = try press("find-assist-1-service", "vneid muc 2")
    #expect(found.contains("data-take=\"vneid\""))
  }

  @Test(arguments: ["%", "_", "🙂", "---", "* ?"])
  func `what has no letter and no digit finds nothing, and says so`(typed: String) throws {
    let found = try press("find-assist-1-service", typed)
    #expect(found.contains("No procedure matches") && !found.contains("data-take="))
    #expect(ServiceBook.shipped.find(typed).isEmpty)
  }

  @Test func `the box of a dossier offers procedures alone`() throws {
    let both = try desk.get("/guide/proposals?box=procedure&query=vneid+muc+2")
    #expect(both.text.contains("data-take=\"vneid\""))
    let alone = try desk.get("/guide/proposals?box=procedure&kind=procedure&query=vneid+muc+2")
    #expect(alone.status == 200 && !alone.text.contains("data-take=\"vneid\""))
    let assist = [
      ("seen", "99"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026"),
      ("assist-1-service", "1.001193"), ("assist-1-mode", "guided"),
      ("assist-1-outcome", "submitted"), ("assist-1-channel", "online"),
      ("assist-1-dossier_code", "H49.1"),
    ]
    let visit = try desk.follow(form, assist).page.text
    let dossier = try #require(
      visit.firstMatch(of: /href="(\/submissions\/[^"]+)"/)?.1, "\(visit)")
    let edit = try desk.follow("\(dossier)/edit").page.text
    #expect(edit.contains("kind=procedure") && !edit.contains("<option value=\"vneid\""))
  }

  @Test func `a service stands in its box by its name, and its code is what is kept`() throws {
    let saved = [
      ("seen", "99"), ("action", "save"), ("outcome", "met"), ("date", "18/11/2026"),
      ("assist-1-mode", "guided"), ("assist-1-outcome", "advised"),
    ]
    let shown = try press("add-assist", "1.001193")
    #expect(shown.contains("value=\"Birth registration · 1.001193\""))
    // Also in the other language: the code before its name is one thing.
    _ = try desk.post("/language", [("language", "vi"), ("back", form)])
    let inVietnamese = try desk.get(form).text
    let box = try #require(
      inVietnamese.firstMatch(of: /id="assist-1-service"[^>]*value="([^"]+ · 1\.001193)"/)
    ).1
    #expect(box.contains("khai sinh"))
    _ = try desk.post("\(form)/fields", [("seen", "99"), ("assist-1-service", String(box))])
    _ = try desk.post("/language", [("language", "en"), ("back", form)])
    let inEnglish = try desk.get(form).text
    // The list of the box names it too.
    #expect(
      inEnglish.contains(
        /id="assist-1-service"[^>]*value="Birth registration · 1\.001193"/))
    // Whoever types other words in place of the name means those.
    let other = try press("find-assist-1-service", "khai tử · 1.001193")
    #expect(other.contains("value=\"khai tử\"") && other.contains("Death registration"))
    _ = try desk.post(form, [("seen", "99"), ("action", "remove-2")])
    let path = try desk.follow(form, saved + [("assist-1-service", String(box))]).path
    #expect(path.hasPrefix("/visits/"))
    #expect(try desk.use { try $0.records.reader.assists().map(\.service) } == ["1.001193"])
  }

  @Test func `what the script asks is what the form shows`() throws {
    let asked = try desk.get("/guide/proposals?box=assist-1-service&query=khai+sinh")
    #expect(asked.status == 200 && !asked.text.contains("<html"))
    #expect(try press("find-assist-1-service", "khai sinh").contains(asked.text))
    #expect(try desk.get("/guide/proposals?query=khai+sinh").status == 404)
    let odd = try desk.get("/guide/proposals?box=%22%3E%3Cb%3E&query=khai+sinh")
    #expect(!odd.text.contains("<b>"))
  }

  @Test func `the form of a visit is light enough for an old laptop`() throws {
    let one = try desk.get(form).text.utf8.count
    _ = try desk.post(form, [("seen", "9"), ("action", "add-assist")])
    let two = try desk.get(form).text.utf8.count
    // An assist more is an assist more, and not the list of procedures once more.
    #expect(one < 16_500 && two - one < 6_200, "\(one), \(two - one)")
  }
}
