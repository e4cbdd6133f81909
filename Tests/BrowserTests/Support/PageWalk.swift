import CommandLine
import Testing

/// Every page that a person can reach, each once, whatever record it is about.
struct PageWalk {
  let place: Workplace
  let browser: Browser
  private let display: (size: String, contrast: String)?

  /// A laptop with a household, a resident and a visit, in a window of the size given.
  ///
  /// - Parameter display: size of the text and contrast as the settings name them; nil leaves both.
  init(
    _ setup: Browser.Setup = .init(), display: (size: String, contrast: String)? = nil
  ) throws {
    self.display = display
    place = try Workplace()
    let code = try place.prepareLaptop()
    let visit = try place.laptop("visit", "add", "--household", code, "--outcome", "met")
    // Two, so that a slip has to be chosen.
    for service in ["vneid", "1.001193"] {
      try place.laptop(
        "assist", "add", "--visit", visit["code"]?.textValue ?? "", "--service", service, "--mode",
        "guided", "--outcome", "advised")
    }
    try Self.record(about: code, at: place)
    browser = try place.browser(setup)
  }

  /// A record of every kind that forms describe, and somebody who seems to be recorded twice.
  private static func record(about household: String, at place: Workplace) throws {
    func saved(_ words: String...) throws -> String {
      let json = try place.laptop(words)
      guard let code = json["code"]?.textValue else { throw Trouble("nothing saved: \(words)") }
      return code
    }
    let session = try saved(
      "session", "add", "--kind", "saturday", "--place", Workplace.hamlets[0])
    _ = try saved(
      "tally", "add", "--session", session, "--measure", "leaflets", "--count", "1200")
    _ = try saved("attendance", "add", "--session", session, "--member", Workplace.member)
    _ = try saved(
      "feedback", "add", "--session", session, "--rating", "4", "--channel", "spoken", "--text",
      "chờ hơi lâu nhưng các cháu hướng dẫn rất tận tình")
    _ = try saved(
      "consent", "add", "--household", household, "--purpose", "keep-details", "--given", "yes",
      "--mode", "spoken", "--wording", "2026-1")
    _ = try saved(
      "observation", "add", "--household", household, "--kind", "connectivity", "--level", "none")
    let difficulty = try saved("difficulty", "add", "--reason-code", "no-network")
    _ = try saved(
      "task", "add", "--title", "\(household): mượn máy", "--due", "01/12/2026", "--difficulty",
      difficulty)
    let resident = try saved(
      "resident", "add", "--new", "--household", household, "--name", Workplace.resident,
      "--birth", "1950")
    let dossier = try saved(
      "submission", "add", "--resident", resident, "--procedure", "1.004222", "--channel",
      "online")
    _ = try place.laptop(["submission", "event", dossier, "--status", "accepted"])
  }

  /// The lists of the kinds that forms describe.
  private static let lists = [
    "consents", "sessions", "tallies", "observations", "feedback", "tasks", "difficulties",
    "attendances",
  ]

  /// Calls `look` on every page, with a name for it: those before the lock, those that links lead
  /// to, what was searched, each form empty, with an assist, and with its problems told.
  func pass(_ look: (_ page: String) throws -> Void) throws {
    try browser.open(place.door)
    try look("/start/account")
    try place.enter(browser)
    if let display {
      try browser.open("\(place.origin)/settings")
      try browser.choose("text_size", display.size)
      try browser.choose("contrast", display.contrast)
      try browser.click("main form button")
    }
    try browser.open("\(place.origin)/unlock?switch=1")
    try look("/unlock")
    try browser.open("\(place.origin)/unlock/forgotten")
    try look("/unlock/forgotten")
    try crawl(from: ["/today"], look)
    try sticks(look)
    try neighbours(look)
    try browser.open("\(place.origin)/more/practice")
    try browser.click("main form button")
    for path in [
      "/practice/today", "/practice/send", "/practice/sticks", "/practice/neighbour",
      "/more/practice",
      "/more/practice/move",
    ] {
      try browser.open(place.origin + path)
      try look(path)
    }

    try browser.open("\(place.origin)/find")
    try browser.type("query", "khong co ai")
    try browser.click("main form button")
    try look("/find without anybody")
    try browser.type("query", "thu")
    try browser.click("main form button")
    let household = try browser.text(
      "document.querySelector('#found a[href^=\"/households/\"]').pathname")
    try look("/find with somebody")
    try browser.click("#found form button")
    // It begins with what was looked for.
    try browser.type("name", " ")
    try form("household", look)
    try browser.open(place.origin + household)
    try browser.click("form[action$='/residents'] button")
    try form("resident", look)
    try browser.open(place.origin + household)
    try browser.click("form[action$='/visits'] button")
    try browser.click("#add-assist")
    try form("visit", look)
    try browser.choose("outcome", "met")
    try browser.type("date", "01/02/2026")
    try browser.click("main form .actions button[value=save]")
    #expect(try browser.has("#questions button"))
    try look("/drafts of a visit with the question about its day")
    try additions(to: household, look)
    for list in Self.lists {
      try browser.open("\(place.origin)/\(list)")
      try browser.click("main .row-actions form button")
      try form(list, look)
    }
    try voided(look)
    try browser.open("\(place.origin)/desk")
    try browser.click("#sessions form button")
    try look("/sessions/… at work")
    try paper(look)
    // Only now do links lead to a household, with everything that follows from it.
    try crawl(from: [household], look)
  }

  /// What becomes of a stick: records written, nothing to take in, a folder that is none, files that
  /// the browser takes away.
  private func sticks(_ look: (String) throws -> Void) throws {
    func ask(_ button: String, _ folder: String?) throws {
      try browser.open("\(place.origin)/sticks")
      if let folder { try browser.type("folder", folder) }
      try browser.click("main form\(folder == nil ? ".action" : ".form") button[value=\(button)]")
    }
    try ask("pack", place.folder.path)
    try browser.wait("the pack is written") { try browser.has("#packed") }
    try look("/sticks/progress of a pack")
    try ask("take", place.folder.path)
    try browser.wait("there is nothing to take in") { try browser.has("#carrying .message.bad") }
    try look("/sticks/progress of a stick with nothing for this laptop")
    try ask("carry", place.folder.path)
    try browser.wait("what is for others was looked for") { try browser.has("#carried .message") }
    try look("/sticks/progress of what is for others")
    try ask("pack", "USB")
    #expect(try browser.has("[aria-invalid=true]"), "a folder")
    try look("/sticks with a folder that is none")
    try ask("download", nil)
    try browser.wait("the files can be taken away") { try browser.has("#packed a[download]") }
    try look("/sticks/progress of files")
  }

  /// A colleague's laptop: this one waits, is told to stop, and goes to one that is not there.
  private func neighbours(_ look: (String) throws -> Void) throws {
    try browser.open("\(place.origin)/neighbour")
    try look("/neighbour")
    try browser.click("main form.action button")
    try browser.wait("it waits") { try browser.has("#meeting .facts code") }
    try look("/neighbour/progress while it waits")
    try browser.click("main form[action$='/stop'] button")
    try browser.wait("it waits no more") { try browser.has("#meeting .message.bad") }
    try look("/neighbour/progress when it was stopped")
    func join(_ address: String, _ code: String) throws {
      try browser.open("\(place.origin)/neighbour")
      try browser.type("address", address)
      try browser.type("code", code)
      try browser.click("main form.form button")
    }
    try join("10.0.0.5", "12 34")
    #expect(try browser.has("[aria-invalid=true]"), "six digits")
    try look("/neighbour with digits that are none")
    try join("127.0.0.1:9", "123456")
    try browser.wait("nobody is there") { try browser.has("#meeting .message.bad") }
    try look("/neighbour/progress of a laptop that is not there")
  }

  /// What is added to a visit that was saved.
  private func additions(to household: String, _ look: (String) throws -> Void) throws {
    try browser.open(place.origin + household)
    let visit = try browser.text("document.querySelector('#visits a[href^=\"/visits/\"]').pathname")
    // With two assists, a dossier is added at the one it came out of.
    try browser.open(place.origin + visit)
    try browser.click("main a[href^='/assists/']")
    try browser.click("form[action$='/submissions'] button")
    try form("dossier", look)
    try browser.open(place.origin + visit)
    try browser.click("main form[action$='/residents'] button")
    try look("/drafts of a resident from a visit")
    try browser.open(place.origin + visit)
    try browser.click("form[action$='/assists'] button")
    try form("more assists", look)
  }

  /// Paper has its number only when somebody asks for it.
  private func paper(_ look: (String) throws -> Void) throws {
    try browser.open("\(place.origin)/sheets")
    try browser.click("main form[action='/sheets'] button")
    try look("/prints of a day sheet")
    try browser.open("\(place.origin)/sheets/1")
    try look("/sheets of a day sheet")
    try browser.type("household", "thu")
    try browser.click("main form .actions button[value=save]")
    #expect(try browser.has("[aria-invalid=true]"), "a line of a day sheet")
    try look("/sheets of a day sheet with its problems")
    try browser.open("\(place.origin)/walk")
    try browser.click("a[href^='/walk/P-']")
    try browser.click("form[action$='/print'] button")
    try look("/prints of a walking list")
  }

  /// A form whose record is voided meanwhile.
  private func voided(_ look: (String) throws -> Void) throws {
    try browser.open("\(place.origin)/difficulties")
    let record = try browser.text(
      "document.querySelector('main a[href^=\"/difficulties/\"]').pathname")
    try browser.open(place.origin + record)
    try browser.click("form[action$='/edit'] button")
    let draft = try browser.text("location.pathname")
    try browser.open("\(place.origin)\(record)/void")
    try browser.type("reason", "ghi nhầm")
    try browser.click("main form button")
    try browser.open(place.origin + draft)
    try look("/drafts of a voided record")
    try browser.unfold("Bỏ bản nháp…")
    try browser.click("form[action$='/discard'] button")
  }

  private func form(_ name: String, _ look: (String) throws -> Void) throws {
    try look("/drafts of a \(name)")
    try browser.click("main form .actions button[value=save]")
    #expect(try browser.has("[aria-invalid=true]"), "\(name)")
    try look("/drafts of a \(name) with its problems")
  }

  /// Follows every link from page to page; pages of one kind are looked at once.
  private func crawl(from start: [String], _ look: (String) throws -> Void) throws {
    var waiting = start
    var seen: Set<String> = []
    while let path = waiting.popLast(), seen.count < 120 {
      guard seen.insert(Self.kind(path)).inserted else { continue }
      try browser.open(place.origin + path)
      try look(Self.kind(path))
      let found = try browser.text(
        """
        [...document.querySelectorAll("a[href^='/']")]
          .filter((link) => !link.hasAttribute("download"))
          .map((link) => link.pathname + link.search).join("\\n")
        """)
      waiting += found.split(separator: "\n").map(String.init)
    }
  }

  /// A path without the code of a record, `/visits/V-…` to `/visits/…`.
  private static func kind(_ path: String) -> String {
    path.split(separator: "/").map { part in
      part.contains(where: \.isNumber) ? "…" : String(part)
    }.joined(separator: "/")
  }
}
