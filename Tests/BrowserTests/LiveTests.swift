import Testing

extension CentreBrowserTests {
  /// The centre's pages while laptops sync.
  struct LiveTests {
    @Test func `the overview shows what a laptop sends without being loaded again`() throws {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      try place.laptop("sync")
      let browser = try place.browser()
      try browser.open("\(place.centreURL)/sign-in")
      try place.signIn(browser, "coordinator", place.centrePassword)
      try browser.open("\(place.centreURL)/coordinator?period=day")
      let visits = "document.querySelector('.figures .figure-value').innerText"
      #expect(try browser.text(visits) == "0")
      // What a page that was loaded anew would have lost.
      _ = try browser.evaluate("window.isSame = true")
      try place.laptop("visit", "add", "--household", household, "--outcome", "nobody-home")
      try place.laptop("sync")
      try browser.wait("the visit stands on the page") { try browser.text(visits) == "1" }
      #expect(try browser.evaluate("window.isSame") == .bool(true))
      #expect(
        try browser.text("document.querySelector('.live-line').innerText").contains("Tự cập nhật"))
      let wrong = try browser.complaints()
      #expect(wrong == "")

      try browser.unfold("Dừng tự cập nhật")
      try place.laptop(
        "visit", "add", "--household", household, "--outcome", "nobody-home",
        "--allow-second-visit")
      try place.laptop("sync")
      try browser.waitFor(text: "Đã dừng tự cập nhật")
      #expect(try browser.text(visits) == "1")
      try browser.unfold("Tự cập nhật lại")
      try browser.wait("what came meanwhile stands there too") {
        try browser.text(visits) == "2"
      }
    }

    @Test func `the review shows what a laptop sends, and its button stays what it was`() throws {
      let place = try Workplace()
      let household = try place.prepareLaptop()
      try place.laptop("visit", "add", "--household", household, "--outcome", "nobody-home")
      try place.laptop("sync")
      let browser = try place.browser()
      try browser.open("\(place.centreURL)/sign-in")
      try place.signIn(browser, "coordinator", place.centrePassword)
      try browser.open("\(place.centreURL)/review")
      let rows = "String(document.querySelectorAll('tbody tr').length)"
      let button = "document.querySelector('form[action$=approve] button').innerText"
      #expect(try browser.text(rows) == "1")
      #expect(try browser.text(button) == "Duyệt 1 lượt")
      _ = try browser.evaluate("window.isSame = true")
      try place.laptop(
        "visit", "add", "--household", household, "--outcome", "nobody-home",
        "--allow-second-visit")
      try place.laptop("sync")
      try browser.wait("the visit stands on the page") { try browser.text(rows) == "2" }
      #expect(try browser.evaluate("window.isSame") == .bool(true))
      #expect(try browser.text(button) == "Duyệt 1 lượt")
      // Pressed now it would approve what stood there when the page was opened: it is asked again.
      try browser.click("form[action$=approve] button")
      try browser.waitFor(text: "Chưa duyệt gì")
      #expect(try browser.text(button) == "Duyệt 2 lượt")
    }

    @Test func `a page that is open says when the centre has ended`() throws {
      let place = try Workplace()
      let browser = try place.browser()
      try browser.open("\(place.centreURL)/sign-in")
      try place.signIn(browser, "coordinator", place.centrePassword)
      try browser.open("\(place.centreURL)/laptops")
      place.stopCentre()
      try browser.waitFor(text: "Không gặp được trung tâm")
    }
  }
}
