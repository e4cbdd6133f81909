import CommandLine
import Foundation
import Testing

extension BrowserTests {
  /// A Saturday for the people: one session, many who come to the desk.
  struct DeskTests {
    @Test(arguments: [true, false])
    func `a session is opened, counts by one press, and its visits belong to it`(
      isScripted: Bool
    ) throws {
      let place = try Workplace()
      try place.prepareLaptop()
      var setup = Browser.Setup()
      setup.isScripted = isScripted
      let browser = try place.browser(setup)
      try place.enter(browser)
      try browser.open("\(place.origin)/desk")
      try browser.press("Ngày thứ Bảy vì dân")
      try browser.choose("place", showing: Workplace.hamlets[0])
      try browser.press("Lưu bản ghi")
      let session = try browser.address().components(separatedBy: "#")[0]
      #expect(session.contains("/sessions/B-"))
      try browser.press("Làm việc ở buổi này")
      for _ in 0..<2 { try browser.click("#desk-tallies tbody tr:first-child td form button") }
      #expect(try Self.own(browser) == "2")

      try browser.type("query", "ho thu thu nhat")
      try browser.click("main form.search button")
      try browser.click("#found a[href^='/households/']")
      try browser.click("form[action$='/visits'] button")
      try browser.choose("outcome", "met")
      try browser.press("Lưu lượt thăm")
      try browser.open(session)
      #expect(try browser.count("#visits tbody tr") == 1)
      #expect(
        try browser.text("document.querySelector('#totals .figure-value').innerText") == "1")
      try browser.press("Rời buổi này")
      try browser.open("\(place.origin)/find")
      #expect(try !browser.has("#desk-line"))
    }

    private static func own(_ browser: Browser) throws -> String {
      try browser.text(
        "document.querySelector('#desk-tallies tbody tr:first-child td:nth-child(3)').innerText")
    }

    @Test func `two records of one person are told to be one by the keyboard, and back`() throws {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      try place.laptop(
        "resident", "add", "--new", "--household", household, "--name", Workplace.resident,
        "--birth", "1950")
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open("\(place.origin)/duplicates")
      let person = Typist(browser: browser)
      try person.tab(to: "#pairs a[href^='/duplicates/']", then: .enter)
      #expect(try browser.count("#sides tbody tr") >= 3)
      try person.tab(to: "#answer form button", then: .enter)
      #expect(try browser.pageText().contains("Thôi điều đã nói"))
      try person.tab(to: "#answer form button", then: .enter)
      #expect(try browser.pageText().contains("Hai bản ghi này là một người?"))
    }
  }
}
