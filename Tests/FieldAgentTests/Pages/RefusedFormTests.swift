import Testing

@testable import FieldAgent

/// A form that was refused is a page like any other: it can be gone back to, loaded anew and read in
/// another language, and nothing is sent by that.
@Suite struct RefusedFormTests {
  private let desk: TestDesk
  private let household: String
  private let draft: String

  init() throws {
    let laptop = try TestLaptop(of: TestCentre())
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ A")
    desk = try TestDesk(laptop)
    draft = try desk.follow("/households/\(household)/visits").path
  }

  private func refuse() throws -> TestDesk.Page {
    try desk.post(
      draft, [("seen", "1"), ("action", "save"), ("date", "hôm qua"), ("outcome", "")])
  }

  @Test func `a refused form leads back to itself, and tells why until it is mended`() throws {
    let refused = try refuse()
    #expect(refused.status == 422 && refused.text.contains("href=\"#date\""))
    #expect(refused.text.contains("href=\"#outcome\"") && refused.text.contains("hôm qua"))
    // By going back, by loading it anew: the same page, and nothing is sent for it.
    #expect(try desk.get(draft).text == refused.text)
    // The switch of the language leads to the form, which tells it in that language.
    #expect(refused.text.contains("name=\"back\" value=\"\(draft)\""))
    #expect(try desk.post("/language", [("language", "vi"), ("back", draft)]).location == draft)
    let inVietnamese = try desk.get(draft)
    #expect(inVietnamese.text.contains("Còn thiếu hoặc cần sửa"))
    // What is typed anew is not judged; what is not still is.
    _ = try desk.post("\(draft)/fields", [("seen", "9"), ("date", "18/11/2026")])
    let half = try desk.get(draft).text
    #expect(!half.contains("href=\"#date\">") && half.contains("href=\"#outcome\">"))
    _ = try desk.post("\(draft)/fields", [("seen", "9"), ("outcome", "met")])
    #expect(try !desk.get(draft).text.contains("id=\"problems\""))
  }

  @Test
  func `whoever goes back after a form was mended and saved finds the record, and no warning`()
    throws
  {
    _ = try refuse()
    let saved = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("date", "18/11/2026"), ("outcome", "met")])
    #expect(saved.path.hasPrefix("/visits/"))
    let back = try desk.get(draft)
    #expect(back.location == saved.path)
    #expect(try !desk.get(saved.path).text.contains("message warn"))
    // Where a tab shows the form still and sends it with something else, nobody else is blamed.
    let again = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("date", "18/11/2026"), ("note", "thêm")])
    #expect(again.path == saved.path && again.page.text.contains("“thêm”"))
    #expect(!again.page.text.contains("Another window"))
  }

  @Test func `a form that was put aside tells nothing of what was wrong before`() throws {
    _ = try refuse()
    _ = try desk.post(draft, [("seen", "9"), ("action", "later")])
    #expect(try !desk.get(draft).text.contains("id=\"problems\""))
  }

  @Test func `a personal id that was typed into a refused form is asked for again`() throws {
    let form = try desk.follow("/households/\(household)/residents").path
    let typed = [
      ("seen", "9"), ("action", "save"), ("full_name", ""), ("personal_id", "001080000001"),
    ]
    let refused = try desk.post(form, typed)
    #expect(
      refused.text.contains("type the number again") && !refused.text.contains("001080000001"))
    let unnumbered = try desk.post(form, [("seen", "9"), ("action", "save"), ("full_name", "")])
    #expect(unnumbered.status == 422 && !unnumbered.text.contains("type the number again"))
  }

  @Test func `a small form that was refused stays where it is in another language`() throws {
    let void = "/households/\(household)/void"
    let answer = try desk.sent(void, [("reason", " ")])
    let shown = try #require(answer.location?.split(separator: "#").first.map { String($0) })
    #expect(answer.status == 303 && shown.hasPrefix("\(void)?refused="))
    for _ in 0..<2 {
      let refused = try desk.get(shown)
      #expect(refused.status == 422 && refused.text.contains("aria-invalid"))
      #expect(refused.text.contains("name=\"back\" value=\"\(shown)\""))
    }
    // Whoever comes to the form anew is told nothing.
    #expect(try desk.get(void).status == 200)
  }
}
