import Testing

extension CentreBrowserTests {
  /// What holds on every page of the centre, for everybody who may open it.
  struct ConsoleTests {
    /// A way through all pages: the size of what is shown, and the language. What is wide is widest in
    /// Vietnamese on a page of half the width; each further way takes half a minute.
    struct Way: CustomTestStringConvertible, Sendable {
      let zoom: Double
      let isEnglish: Bool

      var testDescription: String { "\(isEnglish ? "English" : "Vietnamese") at \(zoom)" }
    }

    private static let ways = [
      Way(zoom: 2, isEnglish: false), Way(zoom: 1, isEnglish: true),
    ]

    private func check(_ browser: Browser, _ page: String) throws {
      let wide = try browser.tooWide()
      #expect(wide == "", "\(page)")
      let tree = try AccessibilityTree(browser)
      #expect(tree.problems.isEmpty, "\(page)")
      let doubled = try browser.doubledIDs()
      #expect(doubled == "", "\(page)")
      let unreached = try browser.beyondTheKeyboard()
      #expect(unreached == "", "\(page)")
      if let axe = Axe.script {
        let found = try browser.audit(axe)
        #expect(found.isEmpty, "\(page)")
      }
    }

    @Test(arguments: ways)
    func `every page of the centre fits, names its controls, and hides none from the keyboard`(
      way: Way
    ) throws {
      var setup = Browser.Setup()
      setup.zoom = way.zoom
      try CentreWalk(setup, isEnglish: way.isEnglish) { browser, page in
        try check(browser, page)
      }.go()
    }

    @Test func `a centre without a laptop says so on every page, and none of them fails`() throws {
      let place = try Workplace(isEmpty: true)
      let browser = try place.browser()
      try place.signIn(browser, "coordinator", place.centrePassword)
      try browser.click("button[lang=en]")
      for path in CentreRoutes().plain where path != "/sign-in" && path != "/audit" {
        try browser.open(place.centreURL + path)
        let status = try browser.text(
          "String(performance.getEntriesByType('navigation')[0].responseStatus)")
        #expect(status == "200", "\(path)")
        try check(browser, path)
        // What no laptop has told of is not 0.
        if ["/coordinator", "/reports", "/trainer"].contains(path) {
          let figures = try browser.text(
            "[...document.querySelectorAll('dd.figure-value')].map((part) => part.innerText).join()"
          )
          #expect(figures == "—,—,—,—", "\(path)")
        }
      }
    }

    @Test(.enabled(if: Axe.script != nil, "\(Axe.missing)"))
    func `axe is there to find something wrong`() throws {
      let axe = try #require(Axe.script)
      let place = try Workplace(isEmpty: true)
      let browser = try place.browser()
      try browser.open("\(place.centreURL)/sign-in")
      _ = try browser.text("document.querySelector('main label').remove()")
      #expect(try browser.audit(axe).contains { $0.contains("label") })
    }
  }
}
