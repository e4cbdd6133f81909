import FieldWork
import Replica
import SQLite
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct AuditLogTests {
  private func note(_ world: CentreWorld, _ subjects: String...) throws {
    for subject in subjects {
      try world.centre.administer { store, clock in
        try AuditLog(store.connection).note(
          AuditEvent(.exported, subject), by: .keeper, at: clock.wall)
      }
    }
  }

  @Test func `lines cannot be changed or taken out, and one that was altered is named`() throws {
    let world = try CentreWorld(seed: 521)
    try note(world, "a", "b", "c")
    #expect(throws: SQLError.self) {
      try world.centre.administer { store, _ in
        try store.connection.execute("UPDATE audit SET subject = 'x'")
      }
    }
    #expect(throws: SQLError.self) {
      try world.centre.administer { store, _ in
        try store.connection.execute("DELETE FROM audit")
      }
    }
    let whole = try world.centre.read { try AuditLog($0.connection).verify() }
    guard case .whole(let lines, _) = whole else {
      Issue.record("the log is broken: \(whole)")
      return
    }
    // Somebody who has the file can drop the triggers: the chain shows what they did.
    for (sql, number) in [
      ("UPDATE audit SET subject = 'x' WHERE number = \(lines - 1)", lines - 1),
      ("DELETE FROM audit WHERE number = \(lines - 2)", lines - 2),
    ] {
      try world.centre.administer { store, _ in
        try store.connection.execute(script: "DROP TRIGGER IF EXISTS audit_is_never_changed;")
        try store.connection.execute(script: "DROP TRIGGER IF EXISTS audit_is_never_shortened;")
        try store.connection.execute(sql)
      }
      let verdict = try world.centre.read { try AuditLog($0.connection).verify() }
      #expect(verdict == .broken(at: number))
    }
    #expect(world.run("audit", "verify").exit == .damagedInput)
  }

  @Test func `a log that was cut or written anew as a whole no longer holds the head of before`()
    throws
  {
    let world = try CentreWorld(seed: 524)
    try note(world, "a", "b", "c")
    let noted = try #require(
      world.run("audit", "verify", "--json").json()["head"]?.textValue)
    try note(world, "d")
    #expect(world.run("audit", "verify", "--head", noted).exit == .done)
    #expect(world.run("audit", "verify", "--head", "12").exit == .userError)
    try world.centre.administer { store, _ in
      try store.connection.execute(script: "DROP TRIGGER audit_is_never_shortened;")
      try store.connection.execute("DELETE FROM audit WHERE number > 2")
    }
    #expect(world.run("audit", "verify").exit == .done)
    let cut = world.run("audit", "verify", "--head", noted)
    #expect(cut.exit == .damagedInput && cut.error.contains("cut or written anew"))
  }

  @Test func `the page walks the whole log once, and then what came since`() throws {
    let world = try CentreWorld(seed: 526)
    let cookie = try world.signIn(as: try world.rights(.auditor), "kiem-tra")
    try note(world, "a", "b", "c")
    func page(_ query: String = "") throws -> String {
      let answer = try world.get("/audit\(query)", cookie: cookie + "; camtay-language=en")
      return String(decoding: answer.body, as: UTF8.self)
    }
    func checkedAt(_ page: String) -> String? {
      page.firstMatch(of: /The whole chain was checked at ([^;]*);/).map { String($0.1) }
    }
    let first = try page()
    let time = try #require(checkedAt(first))
    #expect(first.contains("The chain is whole: ") && first.contains("href=\"/audit?check=all\""))
    world.clock.advance(seconds: 120)
    try note(world, "d")
    // What was proven is not walked again, and the page says since when that holds.
    try world.centre.administer { store, _ in
      try store.connection.execute(script: "DROP TRIGGER IF EXISTS audit_is_never_changed;")
      try store.connection.execute("UPDATE audit SET subject = 'x' WHERE subject = 'a'")
    }
    #expect(try checkedAt(page()) == time && page().contains("The chain is whole: "))
    let whole = try page("?check=all")
    #expect(whole.contains("The chain breaks at line") && checkedAt(whole) != time)
    // Nothing is proven any more: every look walks all of it.
    #expect(try page().contains("The chain breaks at line"))
    try world.centre.administer { store, _ in
      try store.connection.execute("UPDATE audit SET subject = 'a' WHERE subject = 'x'")
    }
    #expect(try page().contains("The chain is whole: "))
    // What came since the last look is walked at each one.
    try note(world, "e", "f")
    try world.centre.administer { store, _ in
      try store.connection.execute("UPDATE audit SET subject = 'x' WHERE subject = 'e'")
    }
    #expect(try page().contains("The chain breaks at line"))
    try world.centre.administer { store, _ in
      try store.connection.execute("UPDATE audit SET subject = 'e' WHERE subject = 'x'")
    }
    let again = try checkedAt(page())
    // A day later everything is walked without being asked.
    world.clock.advance(seconds: 25 * 3_600)
    let fresh = try world.signIn("kiem-tra", "một câu ngắn dễ nhớ")
    let answer = try world.get("/audit", cookie: (fresh ?? "") + "; camtay-language=en")
    let later = try #require(checkedAt(String(decoding: answer.body, as: UTF8.self)))
    #expect(later != again)
  }

  @Test func `refusals, wrong passwords and leaving stand in the log`() throws {
    let world = try CentreWorld(seed: 525)
    #expect(try world.signIn("coordinator", "wrong") == nil)
    #expect(try world.signIn("nobody", "wrong") == nil)
    let cookie = try world.signIn(as: try world.rights(.trainer), "huan")
    #expect(try world.get("/coordinator", cookie: cookie).status == 403)
    #expect(try world.get("/coordinator", cookie: cookie).status == 403)
    #expect(try world.send([], to: "/sign-out", cookie: cookie).status == 303)
    let lines = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 20).entries
    }
    #expect(
      lines.prefix(4).map { "\($0.account ?? "") \($0.act)" } == [
        "huan signed-out", "huan refused", "huan signed-in", "huan password-chosen",
      ])
    #expect(lines.filter { $0.act == "sign-in-refused" }.map(\.account) == ["coordinator"])
  }

  @Test func `a page that could not be noted is noted the next time`() throws {
    let world = try CentreWorld(seed: 526)
    let cookie = try world.signIn("coordinator", world.password)
    try world.centre.administer { store, _ in
      try store.connection.execute(script: "ALTER TABLE audit RENAME TO audit_away;")
    }
    #expect(try world.get("/coordinator", cookie: cookie).status >= 500)
    try world.centre.administer { store, _ in
      try store.connection.execute(script: "ALTER TABLE audit_away RENAME TO audit;")
    }
    #expect(try world.get("/coordinator", cookie: cookie).status == 200)
    #expect(world.run("audit", "list", "--act", "seen").out.contains("/coordinator"))
  }

  @Test func `the auditor's page filters, says what it leaves out, and gives a file`() throws {
    let world = try CentreWorld(seed: 522)
    try note(world, "=1+1", "00123", "H-7K2M-9")
    let cookie = try world.signIn(as: try world.rights(.auditor), "kiem-tra")
    let all = String(decoding: try world.get("/audit", cookie: cookie).body, as: UTF8.self)
    #expect(all.contains("Chuỗi băm nguyên vẹn") && all.contains("H-7K2M-9"))
    let some = String(
      decoding: try world.get("/audit?text=7K2M&act=exported", cookie: cookie).body, as: UTF8.self)
    #expect(some.contains("1 trong ") && !some.contains("00123"))
    #expect(some.contains("/audit.csv?act=exported&amp;text=7K2M"))
    let file = try world.get("/audit.csv?act=exported", cookie: cookie)
    let text = String(decoding: file.body, as: UTF8.self)
    #expect(file.headers["Content-Disposition"]?.contains("nhat-ky.csv") == true)
    #expect(text.contains("\"'=1+1\"") && text.contains("\"=\"\"00123\"\"\""))
    #expect(text.contains("\"Số dòng\";3\r\n"))
    // Taking the file out is itself in the log.
    let last = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 1).entries.first
    }
    #expect(last?.act == "exported" && last?.account == "kiem-tra")
    #expect(last?.detail == "rows=3; asked=act=exported")
    // What was typed to be looked for may be a name, and stays out.
    _ = try world.get("/audit.csv?act=exported&text=7K2M", cookie: cookie)
    let typed = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 1).entries.first
    }
    #expect(typed?.detail.hasSuffix("; asked=act=exported") == true)
  }

  @Test func `a page with names is noted once in a while, a command each time`() throws {
    let world = try CentreWorld(seed: 523)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    func sightings() throws -> Int {
      try world.centre.read { reader in
        var wanted = AuditLog.Wanted()
        wanted.act = "seen"
        return try AuditLog(reader.connection).entries(wanted, limit: 0).total
      }
    }
    for _ in 0..<3 { #expect(try world.get("/coordinator", cookie: cookie).status == 200) }
    #expect(try sightings() == 1)
    world.clock.advance(seconds: 601)
    let later = try world.signIn("coordinator", world.password)
    #expect(try world.get("/coordinator", cookie: later).status == 200)
    #expect(try sightings() == 2)
    #expect(world.run("enroll-code", "--member", "Nguyễn Văn An").exit == .done)
    #expect(world.run("audit", "list", "--act", "command-run").out.contains("enroll-code"))
  }
}
