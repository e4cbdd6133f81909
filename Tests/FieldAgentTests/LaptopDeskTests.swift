import FieldWork
import Foundation
import Testing
import Web

@testable import FieldAgent
@testable import Replica

/// Who may reach the laptop's pages, and what the lock does.
@Suite struct LaptopDeskTests {
  let centre: TestCentre
  let pages: TestPages

  init() throws {
    centre = try TestCentre()
    pages = try TestPages(signedInOf: centre)
  }

  @Test func `no route but the way in answers a browser that did not come through the door`()
    throws
  {
    let stranger = TestPages(beside: pages)
    for route in pages.desk.routes where route.access != .anyone {
      let path = route.pattern.replacingOccurrences(of: ":id", with: "x")
        .replacingOccurrences(of: ":code", with: "H-1")
      #expect(try stranger.answer(route.method, path, "").status == 403, "\(route.pattern)")
    }
    #expect(try stranger.answer(.get, "/door?token=0123").status == 403)
  }

  @Test func `no page shows anything while the laptop is locked`() throws {
    pages.desk.seats.lock()
    for route in pages.desk.routes {
      guard case .unlocked(let isByPerson, let waits) = route.access else { continue }
      let isAsked = isByPerson && waits
      let path = route.pattern.replacingOccurrences(of: ":id", with: "x")
        .replacingOccurrences(of: ":code", with: "H-1")
      let response = try pages.answer(route.method, path, "")
      #expect(response.status == (isAsked ? 303 : 401), "\(route.pattern)")
      if isAsked { #expect(response.headers["Location"] == EntryPages.unlockPath) }
    }
  }

  @Test func `what another site makes the browser send is refused`() throws {
    let today = try pages.get(TodayPage.path)
    let sent = try pages.post(
      FindPage.path, [("form_token", today.formToken), ("query", "an")],
      origin: "http://evil.example")
    #expect(sent.status == 403)
  }

  @Test func `a form without the token of its own sign-in saves nothing`() throws {
    let answer = try pages.post(HouseholdPage.newPath, [("form_token", "0123")])
    #expect(answer.status == 403)
    #expect(answer.text.contains("chưa lưu gì"))
  }

  @Test func `the laptop locks itself after the idle time, whatever its pages ask by themselves`()
    throws
  {
    pages.laptop.machine.pass(hours: 1)
    #expect(try pages.answer(.get, LaptopStateLine.path).status == 401)
    #expect(try pages.get(TodayPage.path).path == EntryPages.unlockPath)
  }

  @Test func `a form that is sent over the lock goes on once its sender has unlocked`() throws {
    let form = try pages.post(
      HouseholdPage.newPath, [("form_token", try pages.get(TodayPage.path).formToken)])
    let place = try #require(
      TestPages.values("option", in: form.text).first { !$0.isEmpty && $0.allSatisfy(\.isNumber) })
    pages.laptop.machine.pass(hours: 1)
    let locked = try pages.post(
      form.path,
      [
        ("form_token", form.formToken), ("seen", form.hidden("seen")), ("action", "save"),
        ("place", place), ("name", "Hộ sau khi khóa"),
      ])
    #expect(locked.path == EntryPages.unlockPath)
    #expect(locked.text.contains("vẫn được giữ"))
    let member = try #require(TestPages.values("option", in: locked.text).first)
    let saved = try pages.post(
      EntryPages.unlockPath, [("member", member), ("password", TestPages.password)])
    #expect(saved.path.hasPrefix("/households/H-"))
    #expect(saved.text.contains("Hộ sau khi khóa"))
  }

  @Test func `wrong passwords open nothing and soon have to wait`() throws {
    let locked = try pages.post(EntryPages.lockPath, [])
    let member = try #require(TestPages.values("option", in: locked.text).first)
    var statuses: [Int] = []
    for _ in 0..<12 {
      statuses.append(
        try pages.post(EntryPages.unlockPath, [("member", member), ("password", "sai rồi")])
          .status)
    }
    #expect(statuses.prefix(5).allSatisfy { $0 == 403 })
    #expect(statuses.contains(429), "\(statuses)")
    #expect(try pages.get(TodayPage.path).path == EntryPages.unlockPath)
  }

  @Test func `commands go on beside open pages, and what they write is shown`() throws {
    _ = try pages.get(FindPage.path)
    let password = "\(pages.laptop.home.path)/password"
    try HomeFolder.write(path: password, Array(TestPages.password.utf8))
    let code = try pages.laptop.save(
      "household", "add", "--place", "xom 1", "--name", "Hộ ghi bằng lệnh", "--password-file",
      password)
    let page = try pages.get("/households/\(code)")
    #expect(page.status == 200)
    #expect(page.text.contains("Hộ ghi bằng lệnh"))
  }

  @Test func `a laptop that handed nothing over for eight days says so, of seven it does not`()
    throws
  {
    let laptop = try TestLaptop(of: centre)
    try #require(laptop.run("sync").code == .done)
    func codes() throws -> [String: String] {
      let opened = try laptop.open()
      defer { opened.store.close() }
      return Dictionary(
        uniqueKeysWithValues: try LaptopWarning.all(opened, opened.clock(), on: .pages).map {
          ($0.code, $0.words.english)
        })
    }
    laptop.machine.pass(hours: 7 * 24 - 1)
    #expect(try codes()["silent"] == nil)
    laptop.machine.pass(hours: 25)
    #expect(try codes()["silent"]?.contains("Nothing was handed over for 8 days") == true)
  }

  @Test func `the page of sending and the help tell all six stages of a change by the same words`()
    throws
  {
    let send = try pages.get(SendPage.path).text
    let help = try HelpPage.pages.map { try pages.get($0.path).text }.joined()
    for stage in HandOverStage.allCases {
      #expect(send.contains(">\(stage.words.vietnamese)<"), "\(stage)")
      #expect(help.contains(stage.words.vietnamese), "\(stage)")
    }
  }

  @Test func `a server is found while it runs, and its note is not believed once it is gone`()
    throws
  {
    let laptop = try TestLaptop(of: centre)
    func note(_ address: String, _ process: Int64) throws {
      let json = "{\"address\":\"\(address)\",\"process\":\(process)}"
      try laptop.home.write(LaptopServer.noteFile, Array(json.utf8))
    }
    #expect(try LaptopServer.runningAddress(laptop.home) == nil)
    let server = LaptopServer(laptop.home, laptop.machine.surroundings, port: 0)
    try server.start()
    #expect(try LaptopServer.runningAddress(laptop.home) == server.address)
    // Of a process that is gone, whatever answers at its address now.
    try note(server.address, 0x3FFF_FFFF)
    #expect(try LaptopServer.runningAddress(laptop.home) == nil)
    let gone = server.address
    server.stop()
    #expect(try LaptopServer.runningAddress(laptop.home) == nil)
    // After a power cut the number is that of another program, and nothing answers.
    try note(gone, Int64(ProcessInfo.processInfo.processIdentifier))
    #expect(try LaptopServer.runningAddress(laptop.home) == nil)
  }

  @Test func `what status warns of stands on the first page too`() throws {
    pages.laptop.machine.leave(freeBytes: 1_000_000)
    let page = try pages.get(TodayPage.path)
    #expect(page.text.contains("Đĩa chỉ còn 1 MB"))
    let bench = pages.desk.bench
    let codes = try bench.use { laptop in
      try laptop.store.noteCopied(at: .init(rawValue: 1))
      return try LaptopWarning.all(laptop, laptop.clock(), on: .pages).map(\.code)
    }
    #expect(codes.contains("copied"))
  }
}
