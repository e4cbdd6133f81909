import Testing

extension BrowserTests {
  /// What holds on every page of the centre, for everybody who may open it.
  struct ConsoleTests {
    private static let chosen = "ruộng bậc thang mùa lúa chín"

    /// Every page of the centre: as somebody without an account, as the first one, and as an auditor
    /// who chooses a password first.
    private func pass(
      _ setup: Browser.Setup = .init(), _ look: (_ browser: Browser, _ page: String) throws -> Void
    ) throws {
      let place = try Workplace()
      try place.prepareLaptop()
      // One resident in two households, visited late at night.
      for name in ["Hộ bà Sáu", "Hộ ông Bảy"] {
        let household = try place.laptop(
          "household", "add", "--place", Workplace.hamlets[0], "--name", name)["code"]?.textValue
        let resident = try place.laptop(
          "resident", "add", "--household", household ?? "", "--name", "Lò Văn Tư", "--birth",
          "18/3/1950", "--new")["code"]?.textValue
        let visit = try place.laptop(
          "visit", "add", "--household", household ?? "", "--outcome", "met", "--start", "23:10",
          "--allow-odd-hour")
        #expect(resident != nil && visit["code"] != nil)
      }
      try place.laptop("sync")
      try place.centre(
        "account", "add", "lan", "--role", "coordinator", "--unit", Workplace.commune)
      try place.centre(
        "campaign", "add", "--name", "Ra quân thử", "--from", "01/11/2026", "--to", "31/12/2026",
        "--apply")
      try place.centre(
        "session", "add", "--kind", "saturday", "--place", Workplace.hamlets[0], "--date",
        "07/11/2026", "--apply")
      for due in ["01/11/2026", "31/12/2099"] {
        try place.centre(
          "task", "add", "--title", "Việc thử", "--owner", Workplace.member, "--due", due,
          "--apply")
      }
      try place.centre(
        "difficulty", "add", "--reason-code", "no-network", "--place", Workplace.hamlets[0],
        "--date", "07/11/2026", "--apply")
      let browser = try place.browser(setup)
      try browser.open("\(place.centreURL)/sign-in")
      try look(browser, "/sign-in")
      try place.signIn(browser, "coordinator", "wrong")
      try look(browser, "/sign-in, refused")
      try place.signIn(browser, "coordinator", place.centrePassword)
      for path in [
        "/coordinator",
        "/reports",
        "/reports?by=service&then=mode&outcome=completed&borders=x",
        "/reports/records",
        "/reports/indicators",
        "/reports/rates",
        "/reports/trends",
        "/reports/trends?step=week&number=counted",
        "/reports/rates/records",
        "/months",
        "/months/2026-09",
        "/months/9998-01",
        "/months?month=x",
        "/reports/records?teem=x",
        "/inbox",
        "/inbox?since=x",
        "/review",
        "/flags",
        "/rulings",
        "/duplicates",
        "/duplicates?kind=household",
        "/conflicts",
        "/conflicts/parallel",
        "/trainer",
        "/trainer/modes",
        "/trainer/modes?step=week",
        "/trainer/blocked",
        "/trainer/blocked?by=unit",
        "/samples",
        "/training",
        "/training/untrained",
        "/more",
        "/comments",
        "/accounts",
        "/new-account",
        "/accounts/lan",
        "/account",
        "/tokens",
        "/places",
        "/places/17713",
        "/reforms",
        "/move-household",
        "/new-token",
        "/feedback",
        "/new-feedback",
        "/feedback-sheets",
        "/feedback-sheets?for=hamlets",
        "/f/B-2H9K5-1-X",
        "/vneid",
        "/exports",
        "/reports/sheet",
        "/duplicates/assists",
        "/api",
        "/people",
        "/people?q=nobody",
        "/campaigns",
        "/sessions",
        "/tasks",
        "/tasks/list",
        "/tasks/difficulties",
        "/health/details",
        "/new/task",
        "/new/session",
        "/new/campaign",
        "/new/difficulty",
        "/new/device",
      ] {
        try browser.open(place.centreURL + path)
        try look(browser, path)
      }
      try browser.open("\(place.centreURL)/trainer")
      try browser.click("tbody a.detail")
      try look(browser, "/teams/:team/sheet")
      try browser.open("\(place.centreURL)/new-laptop")
      try look(browser, "/new-laptop")
      for (list, page) in [
        ("/review", "/review/:visit"), ("/duplicates", "/duplicates/:kind"),
        ("/sessions", "/sessions/:session"), ("/tasks", "/records/:code, a task"),
        ("/campaigns", "/campaigns/:campaign, empty"),
      ] {
        try browser.open(place.centreURL + list)
        try browser.click("tbody a")
        try look(browser, page)
      }
      let campaign = try browser.address()
      try browser.open("\(campaign)/targets")
      try browser.choose("place", "unit-\(Workplace.commune)")
      try browser.click("main form button")
      try look(browser, "/campaigns/:campaign/targets, shown")
      try browser.click("main form button")
      try look(browser, "/campaigns/:campaign/targets, changed")
      for page in ["", "/households", "/walk"] {
        try browser.open(campaign + page)
        try look(browser, "/campaigns/:campaign\(page)")
      }
      try browser.open("\(place.centreURL)/laptops")
      try look(browser, "/laptops")
      try browser.click("tbody a")
      try look(browser, "/laptops/:replica")
      let laptop = try browser.address()
      for act in ["lost", "replaced", "team"] {
        try browser.open("\(laptop)/\(act)")
        try look(browser, "/laptops/:replica/\(act)")
      }
      try browser.open("\(place.centreURL)/people")
      try browser.click("tbody a")
      try look(browser, "/people/:member")
      let person = try browser.address()
      for act in ["team", "leave"] {
        try browser.open("\(person)/\(act)")
        try look(browser, "/people/:member/\(act)")
      }
      try browser.open("\(place.centreURL)/new/device")
      try browser.type("label", "Máy thử 1")
      try browser.click("main form button")
      try look(browser, "/records/:code")
      let code = try #require(
        try browser.address().split(separator: "/").last?.prefix { $0 != "?" })
      for act in ["edit", "void"] {
        try browser.open("\(place.centreURL)/\(act)/\(code)")
        try look(browser, "/\(act)/:code")
      }
      try browser.open("\(place.centreURL)/laptops?q=nobody")
      try look(browser, "/laptops, nothing passes")
      try browser.open("\(place.centreURL)/accounts?name=nobody")
      try look(browser, "/accounts, nothing passes")
      try browser.open("\(place.centreURL)/new-account")
      try browser.type("name", "kiem-tra")
      try browser.tick("role", "team-lead")
      try browser.click("main form button")
      try look(browser, "/new-account, refused")
      try browser.tick("role", "team-lead")
      try browser.tick("role", "auditor")
      try browser.click("main form button")
      try look(browser, "/accounts, made")
      let words = try browser.pageText()
      let password = try #require(words.firstMatch(of: /[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/)?.0)
      try browser.open("\(place.centreURL)/account")
      try browser.press("Đăng xuất")
      try place.signIn(browser, "kiem-tra", String(password))
      try look(browser, "/account, must choose")
      try browser.open("\(place.centreURL)/audit")
      #expect(try browser.address().hasSuffix("/account"))
      try browser.type("present", String(password))
      try browser.type("password", Self.chosen)
      try browser.type("again", Self.chosen)
      try browser.click("main form button")
      try look(browser, "/account, chosen")
      try browser.open("\(place.centreURL)/audit?from=x")
      try look(browser, "/audit")
      #expect(try browser.pageText().contains("coordinator"))
      try browser.open("\(place.centreURL)/accounts")
      try look(browser, "/accounts, not allowed")
      #expect(try browser.pageText().contains("không được xem trang này"))
    }

    @Test(arguments: [1.0, 2.0])
    func `no page of the centre scrolls sideways, and every control has a name`(
      zoom: Double
    ) throws {
      var setup = Browser.Setup()
      setup.zoom = zoom
      try pass(setup) { browser, page in
        let wide = try browser.tooWide()
        #expect(wide == "", "\(page) at \(zoom)")
        let tree = try AccessibilityTree(browser)
        #expect(tree.problems.isEmpty, "\(page)")
        let doubled = try browser.doubledIDs()
        #expect(doubled == "", "\(page)")
      }
    }

    @Test(.enabled(if: Axe.script != nil, "\(Axe.missing)"))
    func `axe finds nothing wrong on any page of the centre`() throws {
      let axe = try #require(Axe.script)
      try pass { browser, page in
        let found = try browser.audit(axe)
        #expect(found.isEmpty, "\(page)")
      }
    }
  }
}
