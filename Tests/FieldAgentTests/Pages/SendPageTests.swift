import FieldWork
import Testing

@testable import FieldAgent

/// What has left the laptop and what has not, in records.
@Suite struct SendPageTests {
  private func row(_ page: String, _ kind: String) -> [String] {
    let row = page.components(separatedBy: "<tr>").first { $0.contains(">\(kind)</th>") } ?? ""
    return row.matches(of: /class="number">([0-9]+)</).map { String($0.1) }
  }

  @Test func `a laptop on which nothing was recorded does not say that everything is sent`() throws
  {
    let desk = try TestDesk(try TestLaptop(of: try TestCentre()))
    let today = try desk.get("/today").text
    #expect(today.contains("nothing is recorded yet") && !today.contains("everything is sent"))
    #expect(try desk.get("/send").text.contains("there is nothing to send"))
  }

  @Test func `records are counted by kind and listed where they are, before and after sending`()
    throws
  {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let sent = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    try #require(laptop.run("sync").code == .done)
    let kept = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "nobody-home", "--allow-second-visit")
    _ = try laptop.save("household", "edit", household, "--phone", "0912000111")

    let desk = try TestDesk(laptop)
    let page = try desk.get("/send").text
    // Not confirmed, of these tried, waiting there, all there.
    #expect(row(page, "Household") == ["1", "0", "0", "0"])
    #expect(row(page, "Visit") == ["1", "0", "0", "1"])
    #expect(row(page, "Total") == ["2", "0", "0", "1"])
    let parts = page.components(separatedBy: "<section ")
    let here = try #require(parts.first { $0.contains("id=\"here\"") })
    #expect(here.contains("/visits/\(kept)") && here.contains("/households/\(household)"))
    #expect(here.contains("Đức · ") && !here.contains(sent))
    let arrived = try #require(parts.first { $0.contains("id=\"arrived\"") })
    #expect(arrived.contains("/visits/\(sent)") && !arrived.contains(kept))
    // A record says it itself.
    #expect(try desk.get("/visits/\(kept)").text.contains("still on this laptop alone"))
    #expect(try desk.get("/visits/\(sent)").text.contains("The centre has all of this record"))
    #expect(try desk.get("/households/\(household)").text.contains("still on this laptop alone"))
  }

  @Test func `what was sent and not confirmed is said to be tried, and still here`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    centre.set(.losesAnswers)
    try #require(laptop.run("sync").code != .done)
    let later = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let desk = try TestDesk(laptop)
    let page = try desk.get("/send").text
    #expect(row(page, "Household") == ["1", "1", "0", "0"])
    #expect(row(page, "Visit") == ["1", "0", "0", "0"])
    let parts = page.components(separatedBy: "<section ")
    let tried = try #require(parts.first { $0.contains("id=\"under-way\"") })
    #expect(tried.contains("Sending was tried, not confirmed by the centre; still on this laptop"))
    #expect(tried.contains("/households/\(household)") && !tried.contains(later))
    #expect(!page.contains("id=\"arrived\""))
    // Both are told as not sent, each in its own words.
    #expect(page.contains("not yet sent: 2 records"))
    #expect(
      try desk.get("/households/\(household)").text.contains("the centre has not confirmed it"))
    #expect(try desk.get("/visits/\(later)").text.contains("still on this laptop alone"))
  }

  @Test func `a hand-over that reached nobody says what the centre confirmed, and when`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    try #require(laptop.run("sync").code == .done)
    _ = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let desk = try TestDesk(laptop)
    centre.set(.isPortal)
    desk.sync.look()
    let page = try desk.get("/send").text
    #expect(page.contains("The centre last confirmed at 18/11/2026"), "\(page)")
    #expect(page.contains("it has 1 change. Not confirmed: 1 record, all still on this laptop"))
    #expect(row(page, "Total") == ["1", "1", "0", "1"])
    #expect(page.contains("Sending was tried") && !page.contains(">Sent, by"))
  }

  @Test func `the round of the enrolment is not called a hand-over`() throws {
    let laptop = try TestLaptop(of: try TestCentre())
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let desk = try TestDesk(laptop)
    for path in ["/today", "/send"] {
      let page = try desk.get(path).text
      #expect(page.contains("Enrolled and received the lists (18/11/2026"), "\(path)")
      #expect(!page.contains("Last handed over") && page.contains("not yet sent: 1 record"))
    }
    #expect(try desk.get("/numbers").text.contains("The centre has nothing of this laptop yet"))
  }

  @Test func `a record of another laptop is on Send only for what was changed here`() throws {
    let centre = try TestCentre()
    let other = try TestLaptop(of: centre, "Trần Thị Bình", seed: 72)
    let household = try other.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let mine = try other.save("household", "add", "--place", "Xóm 1", "--name", "Lan")
    try #require(other.run("sync").code == .done)
    let laptop = try TestLaptop(of: centre, seed: 71)
    try #require(laptop.run("sync").code == .done)
    _ = try laptop.save("household", "edit", household, "--phone", "0912000111")
    let desk = try TestDesk(laptop)
    let page = try desk.get("/send").text
    #expect(row(page, "Household") == ["1", "0", "0", "0"])
    let here = try #require(
      page.components(separatedBy: "<section ").first { $0.contains("id=\"here\"") })
    #expect(here.contains(household) && !page.contains(mine) && !page.contains("id=\"arrived\""))
  }

  @Test func `what a command handed over is known to the page, which sent nothing itself`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    _ = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    try #require(laptop.run("sync").code == .done)
    let page = try TestDesk(laptop).get("/send").text
    #expect(page.contains("Last handed over: 18/11/2026") && !page.contains("never handed over"))
  }

  @Test func `a record of another laptop is not said to be of this one`() throws {
    let centre = try TestCentre()
    let other = try TestLaptop(of: centre, "Trần Thị Bình", seed: 72)
    let household = try other.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    try #require(other.run("sync").code == .done)
    let laptop = try TestLaptop(of: centre, seed: 71)
    try #require(laptop.run("sync").code == .done)
    let desk = try TestDesk(laptop)
    #expect(try desk.get("/households/\(household)").text.contains("A record of others"))
  }

  @Test func `a visit and a household say what of their parts is not sent`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026")
    try #require(laptop.run("sync").code == .done)
    let desk = try TestDesk(laptop)
    func said(_ path: String) throws -> String {
      let page = try desk.get(path).text
      let start = try #require(page.range(of: "id=\"whereabouts\""))
      return String(page[start.upperBound...].prefix { $0 != "\n" }.prefix(400))
    }
    for path in ["/visits/\(visit)", "/households/\(household)"] {
      #expect(try said(path).contains("has all of this record"), "\(path)")
    }
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    let saved = try desk.post(
      draft,
      [
        ("seen", "9"), ("action", "save"), ("assist-1-service", "1.001193"),
        ("assist-1-mode", "guided"), ("assist-1-outcome", "submitted"),
        ("assist-1-channel", "online"),
      ])
    try #require(saved.status == 303, "\(saved.text)")
    let (person, _) = try desk.follow("/households/\(household)/residents")
    _ = try desk.post(person, [("seen", "9"), ("action", "save"), ("full_name", "Bình")])
    for (path, words) in [
      ("/visits/\(visit)", "changes of 2 of its assists and dossiers"),
      ("/households/\(household)", "changes of 1 of its people"),
    ] {
      let said = try said(path)
      #expect(!said.contains("has all of this record") && said.contains("mark-attention"))
      #expect(said.contains(words) && said.contains("href=\"/send\""), "\(said)")
    }
  }

  @Test func `what is saved is sent soon by itself, and a try that failed is made again soon`()
    throws
  {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let desk = try TestDesk(laptop)
    /// Minutes until the next try; the clock of a test goes on by a second with every look at it.
    func wait() throws -> Int {
      let now = LocalDateTime(milliseconds: laptop.machine.surroundings.clock().wall.rawValue)
      return try #require(desk.sync.nextTry).minutesSince1970 - now.minutesSince1970
    }
    desk.sync.look()
    let rest = try #require(desk.sync.nextTry)
    #expect(try wait() >= 9)
    let words = Format.time(minuteOfDay: rest.minuteOfDay)
    #expect(try desk.get("/send").text.contains("It tries by itself next at \(words)."))
    // Looking and typing save nothing.
    _ = try desk.get("/households/\(household)")
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    #expect(desk.sync.nextTry == rest)
    _ = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("outcome", "met"), ("date", "17/11/2026")])
    #expect(try wait() <= 1)
    centre.set(.refuses)
    desk.sync.ask()
    desk.sync.look()
    #expect(try (0...1).contains(wait()))
  }
}
