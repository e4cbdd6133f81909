import CommandLine
import Foundation
import Testing

/// Every page of the centre, each once, whatever record it is about: as somebody without an account,
/// as the first one, and as an auditor who chooses a password first.
final class CentreWalk {
  /// What is done on each page.
  typealias Look = (_ browser: Browser, _ page: String) throws -> Void

  private static let chosen = "ruộng bậc thang mùa lúa chín"
  private static let dossier = "H12.99-251001-0007"

  let place: Workplace
  let browser: Browser
  private let isEnglish: Bool
  private let looksAt: Look
  private var routes = CentreRoutes()
  /// A task that the laptop and the centre call differently.
  private var disputed = ""
  private var lastPage = ""

  /// - Parameter isEnglish: whether its user chooses English first.
  init(
    _ setup: Browser.Setup = .init(), isEnglish: Bool = false, look: @escaping Look
  ) throws {
    self.isEnglish = isEnglish
    looksAt = look
    place = try Workplace()
    browser = try place.browser(setup)
    try place.prepareLaptop()
    try record()
  }

  /// Walks; ends with a test that no page was left out.
  func go() throws {
    do {
      try goOn()
    } catch {
      Issue.record("stopped after \(lastPage): \(browser.transcript.suffix(3)): \(error)")
    }
  }

  private func goOn() throws {
    try signIn()
    try plainPages()
    try work()
    try campaign()
    try laptopsAndPeople()
    try lists()
    try sticks()
    try records()
    try doubles()
    try answers()
    try accounts()
    #expect(routes.missing == [], "pages that no walk opens")
  }

  // MARK: What there is to see

  private func saved(_ words: String...) throws -> String {
    guard let code = try place.laptop(words)["code"]?.textValue else {
      throw Trouble("nothing saved: \(words)")
    }
    return code
  }

  /// One resident in two households, visited late at night and helped twice with one thing; a day
  /// that no rule accepts; a task with two names.
  private func record() throws {
    for name in ["Hộ bà Sáu", "Hộ ông Bảy"] {
      let household = try saved(
        "household", "add", "--place", Workplace.hamlets[0], "--name", name)
      let resident = try saved(
        "resident", "add", "--household", household, "--name", "Lò Văn Tư", "--birth",
        "18/3/1950", "--new")
      let visit = try saved(
        "visit", "add", "--household", household, "--outcome", "met", "--start", "23:10",
        "--allow-odd-hour")
      guard name == "Hộ bà Sáu" else { continue }
      for _ in 0..<2 {
        _ = try saved(
          "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.001193",
          "--mode", "guided", "--outcome", "submitted", "--evidence-kind", "dossier-code",
          "--evidence", Self.dossier, "--allow-code")
      }
      let day = DateFormatter()
      day.dateFormat = "dd/MM/yyyy"
      _ = try saved(
        "visit", "add", "--household", household, "--outcome", "nobody-home", "--date",
        day.string(from: Date(timeIntervalSinceNow: 40 * 86_400)), "--allow-far-day")
    }
    try place.centre(
      "account", "add", "lan", "--role", "coordinator", "--unit", Workplace.commune)
    try place.centre(
      "campaign", "add", "--name", "Ra quân thử", "--from", "01/11/2026", "--to", "31/12/2026",
      "--apply")
    try place.centre(
      "session", "add", "--kind", "saturday", "--place", Workplace.hamlets[0], "--date",
      "07/11/2026", "--apply")
    for due in ["01/11/2026", "31/12/2099"] {
      let answer = try place.centre(
        "task", "add", "--title", "Việc thử", "--owner", Workplace.member, "--due", due,
        "--apply", "--json")
      disputed = try JSONValue(parsing: Array(answer.utf8))["code"]?.textValue ?? ""
    }
    try place.centre(
      "difficulty", "add", "--reason-code", "no-network", "--place", Workplace.hamlets[0],
      "--date", "07/11/2026", "--apply")
    try place.laptop("sync")
    try place.laptop("task", "edit", disputed, "--title", "Việc thử ở máy")
    try place.centre("task", "edit", disputed, "--title", "Việc thử ở trung tâm", "--apply")
    try place.laptop("sync")
    let reform = place.folder.appending(path: "reform.csv")
    try """
    old_code,old_hamlet,new_code,new_hamlet,valid_from,extent
    \(Workplace.commune),\(Workplace.hamlets[1]),\(Workplace.commune),Xóm thử Đông,01/01/2027,

    """.write(to: reform, atomically: true, encoding: .utf8)
    try place.centre("reform", "apply", reform.path, "--yes")
    try place.centre("token", "add", "bao-cao", "--role", "trainer")
  }

  // MARK: Going

  /// Looks at the page that is shown.
  private func look(_ page: String) throws {
    lastPage = page
    try routes.open(browser.address())
    let language = try browser.text("document.documentElement.lang")
    // A printed code opens its page in the language of its address.
    let isPrinted = page.hasPrefix("/f/")
    #expect(isPrinted || language == (isEnglish ? "en" : "vi"), "\(page)")
    try looksAt(browser, page)
  }

  private func open(_ path: String) throws {
    try browser.open(path.hasPrefix("http") ? path : place.centreURL + path)
  }

  private func see(_ path: String) throws {
    try open(path)
    try look(path)
  }

  /// Goes from a list to what its first line leads to.
  private func follow(_ list: String, _ selector: String = "tbody a", as page: String) throws {
    try open(list)
    try browser.click(selector)
    try look(page)
  }

  private func signIn() throws {
    try open("/sign-in")
    if isEnglish { try browser.click("button[lang=en]") }
    try look("/sign-in")
    try place.signIn(browser, "coordinator", "wrong")
    try look("/sign-in, refused")
    try place.signIn(browser, "coordinator", place.centrePassword)
  }

  private func plainPages() throws {
    for path in routes.plain where path != "/sign-in" && path != "/audit" { try see(path) }
    for path in [
      "/reports?by=service&then=mode&outcome=completed&borders=x",
      "/reports/trends?step=week&number=counted",
      "/reports/trends?division=team&number=residents",
      "/reports/years?by=service&number=counted",
      "/reports/rates?by=team",
      "/reports/rates?by=hamlet&rate=online&period=2026",
      "/reports/rates/records?by=team&part=-&rate=online&period=2026",
      "/months/2026-09",
      "/months/9998-01",
      "/months?month=x",
      "/reports/records?teem=x",
      "/inbox?since=x",
      "/find?q=2",
      "/find?q=2H9K5-1",
      "/duplicates?kind=household",
      "/trainer/modes?step=week",
      "/trainer/weeks?step=month&by=member",
      "/trainer/records?number=visits&period=2026",
      "/trainer/blocked?by=unit",
      "/feedback-sheets?for=hamlets",
      "/f/B-2H9K5-1-X",
      "/people?q=nobody",
      "/laptops?q=nobody",
      "/accounts?name=nobody",
      "/places/\(Workplace.commune)",
      "/places/\(Workplace.commune)/households",
      "/vneid/people?part=missing",
      "/feedback?period=all&state=timely",
      "/reports/indicators?scoring=scored",
      "/gaps/0011223344556677",
    ] {
      try see(path)
    }
    for noun in [
      "task", "session", "campaign", "difficulty", "device", "hamlet", "team", "member", "target",
      "indicator",
    ] {
      try see("/new/\(noun)")
    }
  }

  private func work() throws {
    for (list, page) in [
      ("/review", "/review/:visit"), ("/sessions", "/sessions/:session"),
      ("/tasks", "/records/:code, a task"), ("/rulings", "/rulings/:review"),
      ("/reforms", "/reforms/:number"),
    ] {
      try follow(list, as: page)
    }
    try follow("/trainer", "tbody a.detail", as: "/teams/:team/sheet")
    try follow("/vneid", as: "/vneid/:place")
    try see("\(try browser.address())/walk")
  }

  private func campaign() throws {
    try follow("/campaigns", as: "/campaigns/:campaign, empty")
    let campaign = try browser.address()
    try open("\(campaign)/targets")
    try browser.choose("place", "unit-\(Workplace.commune)")
    try browser.click("main form button")
    try look("/campaigns/:campaign/targets, shown")
    try browser.click("main form button")
    try look("/campaigns/:campaign/targets, changed")
    for page in ["", "/targets", "/households", "/walk"] {
      try open(campaign + page)
      try look("/campaigns/:campaign\(page)")
    }
  }

  private func laptopsAndPeople() throws {
    try follow("/laptops", as: "/laptops/:replica")
    let laptop = try browser.address()
    for act in ["lost", "replaced", "team", "areas"] { try see("\(laptop)/\(act)") }
    try browser.click("main tbody form button")
    try look("/laptops/:replica/areas, shown")
    try see("\(laptop.replacing("/laptops/", with: "/inbox/"))/records?since=01/01/2026")
    try follow("/people", as: "/people/:member")
    let person = try browser.address()
    for act in ["team", "leave"] { try see("\(person)/\(act)") }
    try follow("/roster", as: "/roster/:roster")
    try see("\(try browser.address())/areas")
    try see("/roster?q=nobody")
    try see("/roster?without=area")
  }

  /// A list with a household that is on record and one that is new: looked at, refused, written, and
  /// what taking it back would do.
  private func lists() throws {
    let list = place.folder.appending(path: "households.csv")
    let names = ["Hộ bà Sáu", "Hộ bà Chín", "Hộ ông Mười"]
    try (["head,hamlet"] + names.map { "\($0),\(Workplace.hamlets[0])" }).joined(separator: "\n")
      .write(to: list, atomically: true, encoding: .utf8)
    try open("/imports")
    try browser.type("file", list.path)
    try browser.click("main form button")
    try look("/imports/preview, refused")
    try browser.choose("kind", "households")
    try browser.type("file", list.path)
    try browser.click("main form[enctype] button")
    try look("/imports/preview")
    try browser.click("main form[action='/imports'] button")
    try look("/imports, written")
    try follow("/imports", "#imports tbody a", as: "/imports/:import")
    try see("/imports/rosters/1")
    try open("/new-household")
    try browser.type("name", "Hộ bà Chín")
    try browser.choose(
      "place", try browser.text("document.querySelector('#place').options[1].value"))
    try browser.click("main form button")
    try look("/new-household, asked")
    try browser.click("main form button")
    try look("/new-household, saved")
  }

  /// What a laptop packed: looked at, taken in, answered, and what undoing it would do.
  private func sticks() throws {
    let stick = place.folder.appending(path: "stick").path
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    try place.unlockedLaptop("pack", "--to", stick)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(stick)/camtay").sorted()
    try open("/sticks")
    try browser.type("file", files.map { "\(stick)/camtay/\($0)" }.joined(separator: "\n"))
    try browser.click("main form[enctype] button")
    try look("/sticks/preview")
    try browser.click("main form[action='/sticks'] button")
    try look("/sticks, taken in")
    try browser.click("main form[action='/sticks/returns'] button")
    try look("/sticks/returns")
    try follow("/sticks", "#packs tbody a", as: "/sticks/packs/:pack")
    try browser.click("main form[action^='/sticks/packs'] button")
    try look("/sticks/packs/:pack, undone")
  }

  private func records() throws {
    try open("/new/device")
    try browser.type("label", "Máy thử 1")
    try browser.click("main form button")
    try look("/records/:code")
    let code = try #require(
      try browser.address().split(separator: "/").last?.prefix { $0 != "?" })
    for act in ["edit", "void"] { try see("/\(act)/\(code)") }
    try open("/new/calendar")
    try browser.type("date", "02/09/2027")
    try browser.choose("kind", "holiday")
    try browser.click("main form button")
    try look("/records/:code, a day off")
    try follow("/catalogue", as: "/catalogue/:kept")
    try follow("/catalogue/calendar", as: "/records/:code, from its list")
  }

  /// Two records of one person, two assists that are one, two values of one field, each before the
  /// answer and after it.
  private func doubles() throws {
    try follow("/duplicates", as: "/duplicates/:kind/:one/:other")
    try browser.click("main form button")
    try look("/duplicates/:kind/:one/:other, said")
    try follow("/duplicates/assists", as: "/duplicates/assists/:first/:second")
    try browser.click("main form button")
    try look("/duplicates/assists/:first/:second, said")
    try follow("/conflicts", as: "/conflicts/:record/:field")
    try browser.mark("main form input[type=radio]")
    try browser.click("main form button")
    try look("/conflicts/:record/:field, decided")
  }

  /// What a resident says, what a trainer checks and asks.
  private func answers() throws {
    try open("/sessions")
    try browser.click("tbody a")
    let session = try #require(
      try browser.address().split(separator: "/").last?.prefix { $0 != "?" })
    try see("/sessions/\(session)/records")
    try see("/f/\(session)")
    try browser.mark("main form input[name=rating]")
    try browser.type("text", "chờ hơi lâu nhưng các cháu hướng dẫn rất tận tình")
    try browser.click("main form button")
    try look("/f/:printed, sent")
    try follow("/feedback", as: "/feedback/:feedback")
    try browser.type("text", "Đã gọi lại, xin cảm ơn")
    try open("/samples")
    try browser.click("main form button")
    try look("/samples/:sample")
    try open("/review")
    try browser.click("tbody a")
    let visit = try browser.text(
      "[...document.body.innerText.matchAll(/\\bV-[0-9A-Z]+-[0-9A-Z]+-[0-9A-Z]\\b/g)][0][0]")
    try see("/trainer/records/\(visit)")
    try open("/comments")
    try browser.type("code", visit)
    try browser.choose("to", "coordinator")
    try browser.type("text", "Xem lại giờ thăm")
    try browser.click("main form button")
    try look("/comments, said")
    try browser.click("tbody a[href^='/comments/']")
    try look("/comments/:comment")
  }

  private func accounts() throws {
    try see("/accounts/lan")
    try follow("/tokens", as: "/tokens/:token")
    try open("/new-account")
    try browser.type("name", "kiem-tra")
    try browser.tick("role", "team-lead")
    try browser.click("main form button")
    try look("/new-account, refused")
    try browser.tick("role", "team-lead")
    try browser.tick("role", "auditor")
    try browser.click("main form button")
    try look("/accounts, made")
    let words = try browser.pageText()
    let password = try #require(words.firstMatch(of: /[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/)?.0)
    try open("/account")
    try browser.click("form[action='/sign-out'] button")
    try place.signIn(browser, "kiem-tra", String(password))
    try look("/account, must choose")
    try open("/audit")
    #expect(try browser.address().hasSuffix("/account"))
    try browser.type("present", String(password))
    try browser.type("password", Self.chosen)
    try browser.type("again", Self.chosen)
    try browser.click("main form button")
    try look("/account, chosen")
    try see("/audit")
    try see("/audit?from=x")
    #expect(try browser.pageText().contains("coordinator"))
    try open("/accounts")
    try look("/accounts, not allowed")
    #expect(
      try browser.pageText().contains(
        isEnglish ? "may not use this page" : "không được xem trang này"))
  }
}
