import FieldWork
import Testing
import Web

@testable import SyncServer

@Suite struct AccountPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test func `a new account sees nothing before its person has chosen a password`() throws {
    let world = try CentreWorld(seed: 501)
    let made = try world.centre.addAccount("huan", try world.rights(.trainer), by: .keeper)
    let cookie = try #require(try world.signIn("huan", made))
    #expect(try world.get("/trainer", cookie: cookie).headers["Location"] == "/account")
    let own = try world.get("/account", cookie: cookie)
    #expect(own.status == 200 && text(own).contains("Hãy tự chọn mật khẩu"))
    let wanted = "ruộng bậc thang mùa lúa"
    let refused: [(String, String, String, String)] = [
      ("wrong", wanted, wanted, "Mật khẩu hiện nay không đúng"),
      (made, wanted, wanted + "x", "không giống nhau"), (made, "ngắn", "ngắn", "ít nhất 12"),
      (made, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "ít nhất 12"),
      (made, "mat khau huan 1", "mat khau huan 1", "tên tài khoản"),
      (
        made, String(repeating: "abcdefg ", count: 40), String(repeating: "abcdefg ", count: 40),
        "dài quá 256"
      ),
    ]
    for (present, password, again, words) in refused {
      let fields = [("present", present), ("password", password), ("again", again)]
      let answer = try world.send(fields, to: "/account/password", cookie: cookie)
      #expect(answer.status == 422 && text(answer).contains(words), "\(words)")
    }
    // A keyboard may compose its letters otherwise.
    let decomposed = wanted.decomposedStringWithCanonicalMapping
    let fields = [("present", made), ("password", decomposed), ("again", decomposed)]
    let changed = try world.send(fields, to: "/account/password", cookie: cookie)
    #expect(changed.status == 303)
    let renewed = try #require(
      changed.headers["Set-Cookie"]?.split(separator: ";").first.map(String.init))
    #expect(try world.get("/trainer", cookie: renewed).status == 200)
    #expect(try world.get("/trainer", cookie: cookie).status == 303)
    #expect(try world.signIn("huan", made) == nil)
    #expect(try world.signIn("huan", wanted) != nil)
    #expect(try world.signIn("huan", wanted.uppercased()) == nil)
  }

  @Test func `an administrator adds, changes, closes and opens accounts, and all of it is noted`()
    throws
  {
    let world = try CentreWorld(seed: 502)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let wrong = try world.send(
      [("name", "lan"), ("role", "team-lead")], to: "/accounts", cookie: cookie)
    #expect(wrong.status == 422 && text(wrong).contains("cần có tổ"))
    #expect(text(wrong).contains("value=\"lan\""))
    let added = try world.send(
      [("name", "lan"), ("role", "team-lead"), ("team", "to xom 1")], to: "/accounts",
      cookie: cookie)
    #expect(added.status == 200 && text(added).contains("Mật khẩu của lan"))
    #expect(text(try world.get("/accounts?role=team-lead", cookie: cookie)).contains("1 trong 2"))
    let page = text(try world.get("/accounts/lan", cookie: cookie))
    #expect(page.contains("Tổ Xóm 1") && page.contains("chưa tự chọn mật khẩu"))
    let rights = try world.send(
      [("role", "coordinator"), ("role", "trainer"), ("unit", "17713")], to: "/accounts/lan/rights",
      cookie: cookie)
    #expect(rights.status == 303)
    #expect(try world.centre.account("lan").rights.unit == "17713")
    #expect(try world.send([], to: "/accounts/lan/close", cookie: cookie).status == 303)
    #expect(try world.centre.account("lan").closed != nil)
    #expect(try world.send([], to: "/accounts/lan/open", cookie: cookie).status == 303)
    #expect(try world.centre.account("lan").isOpen)
    let renewed = try world.send([], to: "/accounts/lan/password", cookie: cookie)
    #expect(text(renewed).contains("Mật khẩu của lan"))
    // Nobody locks the whole centre out.
    let last = try world.send([], to: "/accounts/coordinator/close", cookie: cookie)
    #expect(last.status == 422 && text(last).contains("quản trị tài khoản cuối cùng"))
    // The form below still shows what the account may do: saving it takes nothing away.
    #expect(text(last).contains("value=\"administrator\" checked"))
    #expect(text(last).contains("value=\"coordinator\" checked"))
    let none = try world.send([("unit", "17713")], to: "/accounts/lan/rights", cookie: cookie)
    #expect(none.status == 422 && text(none).contains("value=\"17713\""))
    #expect(!text(none).contains(" checked"))
    #expect(try world.get("/accounts/nobody", cookie: cookie).status == 404)
    let acts = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 20).entries
    }
    #expect(
      acts.filter { $0.subject == "lan" && $0.account == "coordinator" }.map(\.act) == [
        "password-renewed", "account-opened", "account-closed", "rights-changed", "account-added",
      ])
  }

  @Test func `whoever is unlocked or given another password waits no longer`() throws {
    let world = try CentreWorld(seed: 511)
    _ = try world.signIn(as: try world.rights(.trainer), "huan")
    func status(_ password: String) throws -> Int {
      try world.submit("/sign-in", [("name", "huan"), ("password", password)]).status
    }
    let own = "một câu ngắn dễ nhớ"
    for _ in 0..<20 {
      _ = try status("sai")
      world.clock.advance(seconds: 901)
    }
    _ = try status("sai")
    #expect(try status(own) == 429)
    #expect(world.run("account", "unlock", "huan").exit == .done)
    #expect(try status(own) == 303)
    for _ in 0..<7 { _ = try status("sai") }
    #expect(try status(own) == 429)
    let answer = try world.run("account", "password", "huan", "--json").json()
    #expect(try status(try #require(answer["password"]?.textValue)) == 303)
  }

  @Test func `twenty wrong passwords lock an account until somebody unlocks it`() throws {
    let world = try CentreWorld(seed: 503)
    let chosen = "một câu ngắn dễ nhớ"
    _ = try world.signIn(as: try world.rights(.trainer), "huan")
    for _ in 0..<20 {
      world.clock.advance(seconds: 3_601)
      #expect(try world.signIn("huan", "wrong") == nil)
    }
    world.clock.advance(seconds: 3_601)
    let locked = try world.submit("/sign-in", [("name", "huan"), ("password", chosen)])
    #expect(locked.status == 403 && text(locked).contains("account unlock huan"))
    // Whoever does not have the password learns nothing of it.
    let wrong = try world.submit("/sign-in", [("name", "huan"), ("password", "wrong")])
    #expect(!text(wrong).contains("unlock huan"))
    let nobody = try world.submit("/sign-in", [("name", "huon"), ("password", "wrong")])
    #expect(text(nobody).replacing("huon", with: "huan") == text(wrong))
    #expect(world.run("account", "list").out.contains("locked by wrong passwords"))
    #expect(world.run("account", "unlock", "huan").exit == .done)
    #expect(try world.signIn("huan", chosen) != nil)
    #expect(world.run("audit", "list", "--act", "account-locked").out.contains("huan"))
  }

  @Test func `a closed account is out at once`() throws {
    let world = try CentreWorld(seed: 504)
    let cookie = try world.signIn(as: try world.rights(.auditor), "kiem-tra")
    #expect(try world.get("/audit", cookie: cookie).status == 200)
    try world.centre.setClosed(true, of: AccountName("kiem-tra"), by: .keeper)
    #expect(try world.get("/audit", cookie: cookie).status == 303)
    #expect(try world.signIn("kiem-tra", "một câu ngắn dễ nhớ") == nil)
  }
}
