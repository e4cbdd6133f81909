import Testing

extension BrowserTests {
  /// Two people at one laptop, and a neighbour who looks at it.
  struct AccountTests {
    private static let colleaguesPassword = "mật khẩu của người kia"

    /// A laptop on which both members have an account; the first sits there.
    private func workplace() throws -> (Workplace, Browser, String) {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open("\(place.origin)/more")
      try browser.press("Tài khoản")
      try browser.press("Thêm tài khoản")
      try browser.choose("member", showing: Workplace.colleague)
      try browser.type("password", Self.colleaguesPassword)
      try browser.type("again", Self.colleaguesPassword)
      try browser.type("own", Workplace.password)
      try browser.click("main form button")
      #expect(try browser.complaints().contains("mở được máy này"))
      return (place, browser, household)
    }

    private func unlock(_ browser: Browser, _ password: String) throws {
      // The password has the focus: the two clicks were the lock and the name.
      #expect(try browser.text("document.activeElement.name") == "password")
      try browser.typeKeys(password)
      try browser.turningPage { try browser.press(.enter) }
      #expect(try browser.address().hasSuffix("/today"))
    }

    @Test func `two clicks change places, and each finds their own drafts alone`() throws {
      let (place, browser, household) = try workplace()
      func begin(_ note: String) throws -> String {
        try browser.open("\(place.origin)/households/\(household)")
        try browser.press("Ghi lượt thăm")
        try browser.choose("outcome", "met")
        try browser.type("note", note)
        try browser.waitFor(text: "Đã giữ trên máy")
        return try browser.address()
      }
      let mine = try begin("nháp của người thứ nhất")
      try browser.press("Khóa, đổi người")
      try browser.press(Workplace.colleague)
      try unlock(browser, Self.colleaguesPassword)
      // That there is one is all that is told of it.
      #expect(try browser.has("#drafts") && browser.count("#drafts li") == 0)
      try browser.open(mine)
      #expect(try browser.complaints().contains("của người khác"))
      let theirs = try begin("nháp của người thứ hai")
      #expect(theirs != mine)

      try browser.press("Khóa, đổi người")
      try browser.press(Workplace.member)
      try unlock(browser, Workplace.password)
      #expect(try browser.count("#drafts li") == 1)
      try browser.click("#drafts a")
      #expect(try browser.value("note") == "nháp của người thứ nhất")
      #expect(try browser.address() == mine)
    }

    private static let seen = """
      (() => {
        const parts = [document.querySelector("main"), document.querySelector(".person")];
        return parts.map((part) => getComputedStyle(part).visibility).join(" ");
      })()
      """

    @Test func `Alt and H cover names at once, on the pages that follow too, until pressed again`()
      throws
    {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      try browser.open("\(place.origin)/households/\(household)")
      #expect(try browser.pageText().contains(Workplace.resident))
      try browser.stroke("h", holding: [.alt])
      #expect(try browser.text(Self.seen) == "hidden hidden")
      #expect(try !browser.pageText().contains(Workplace.resident))
      #expect(try !browser.pageText().contains(Workplace.member))
      #expect(try browser.pageText().contains("Màn hình đang che"))
      try browser.open("\(place.origin)/today")
      #expect(try browser.text(Self.seen) == "hidden hidden")
      try browser.stroke("h", holding: [.alt])
      #expect(try browser.text(Self.seen) == "visible visible")
      try browser.open("\(place.origin)/households/\(household)")
      #expect(try browser.pageText().contains(Workplace.resident))
      // Locked while it is covered: whoever unlocks sees the page again.
      try browser.stroke("h", holding: [.alt])
      try browser.press("Khóa, đổi người")
      #expect(try browser.address().hasSuffix("/unlock"))
      try unlock(browser, Workplace.password)
      #expect(try browser.text(Self.seen) == "visible visible")
    }

    @Test func `the head of a page is one row, covered or not, in either language`() throws {
      let place = try Workplace()
      try place.prepareLaptop()
      let browser = try place.browser()
      try place.enter(browser)
      for other in ["English", "Tiếng Việt"] {
        for _ in 0..<2 {
          let height = try browser.text(
            "String(document.querySelector('header.top').offsetHeight)")
          #expect(Int(height).map { $0 < 60 } == true, "\(height) before \(other)")
          try browser.stroke("h", holding: [.alt])
        }
        try browser.press(other)
      }
    }

    @Test func `without a script the same button locks the laptop`() throws {
      let place = try Workplace()
      try place.prepareLaptop()
      var setup = Browser.Setup()
      setup.isScripted = false
      let browser = try place.browser(setup)
      try place.enter(browser)
      try browser.press("Che")
      #expect(try browser.address().hasSuffix("/unlock"))
      #expect(try !browser.pageText().contains(Workplace.household))
      try browser.open("\(place.origin)/today")
      #expect(try browser.address().hasSuffix("/unlock"))
    }
  }
}
