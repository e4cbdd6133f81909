import Foundation
import Testing

/// Accounts of a laptop through the real programs, which nobody watches: no terminal is there.
@Suite(.serialized) struct AccountTests {
  let place: Installation

  init() throws {
    place = try Installation()
    try place.serve()
    try place.enrol("laptop")
  }

  /// A file with a password.
  func file(_ name: String, _ password: String) throws -> String {
    let url = place.folder.appendingPathComponent(name)
    try "\(password)\n".write(to: url, atomically: true, encoding: .utf8)
    return url.path
  }

  @Test func `the programs themselves make each guess at a password cost 64 MB`() throws {
    let password = try file("costly", "mật khẩu thứ nhất")
    try place.laptop("laptop", "user", "add", "--new-password-file", password)
    let accounts = try String(
      contentsOfFile: "\(place.home("laptop"))/keys/accounts.json", encoding: .utf8)
    #expect(accounts.contains(/"operations": ?3\b/) && accounts.contains(/"memory": ?67108864\b/))
    let centre = ["store.sqlite", "store.sqlite-wal"].compactMap {
      FileManager.default.contents(atPath: "\(place.home("centre"))/\($0)")
    }
    #expect(centre.contains { $0.range(of: Data("argon2id$2$67108864$".utf8)) != nil })
  }

  @Test func `a forgotten password is set anew by a code that the centre gives`() throws {
    _ = try place.addHousehold("laptop", "Hộ mẫu")
    let first = try file("first", "mật khẩu thứ nhất")
    let second = try file("second", "mật khẩu thứ hai")
    try place.laptop("laptop", "user", "add", "--new-password-file", first)
    let locked = try place.tryLaptop("laptop", ["household", "list"])
    #expect(locked.exitCode == 6 && locked.errors.contains(Installation.member))
    try place.laptop("laptop", "sync", "--password-file", first)

    let challenge = try place.json("laptop", "user", "reset")["challenge"] as? String ?? ""
    let given = try Installation.object(try place.centre("reset-code", challenge, "--json"))
    #expect(given["laptop"] as? String == "laptop")
    let code = given["code"] as? String ?? ""
    let reset = ["user", "reset", "--code", code, "--new-password-file", second]
    #expect(try place.tryLaptop("laptop", reset).exitCode == 0)
    #expect(try place.tryLaptop("laptop", reset).exitCode == 6)
    #expect(try place.tryLaptop("laptop", ["status", "--password-file", first]).exitCode == 6)
    #expect(
      try place.laptop("laptop", "household", "list", "--password-file", second)
        .contains("Hộ mẫu"))
    #expect(try place.centre("reset-code", "list").contains("laptop"))
    #expect(try place.laptop("laptop", "user", "list").contains("Password set by a code"))
  }

  @Test func `killed while the first account is added, the laptop opens as before or by password`()
    throws
  {
    _ = try place.addHousehold("laptop", "Hộ mẫu")
    let password = try file("password", "mật khẩu thứ nhất")
    let home = place.home("laptop")
    let add = ["--home", home, "user", "add", "--new-password-file", password]
    let accounts = "\(home)/keys/accounts.json"
    let keyFile = URL(fileURLWithPath: "\(home)/keys/store.key")
    // nil: as soon as the accounts are there, which is when the key file is about to go.
    for milliseconds: UInt32? in [20, 80, 150, 300, nil, nil] {
      let key = try Data(contentsOf: keyFile)
      let adding = try Program.laptop.start(add, logs: place.folder)
      if let milliseconds {
        usleep(milliseconds * 1_000)
      } else {
        for _ in 0..<100_000 where !FileManager.default.fileExists(atPath: accounts) { usleep(100) }
      }
      adding.killHard()
      let hasAccounts = FileManager.default.fileExists(atPath: accounts)
      if milliseconds == nil {
        #expect(hasAccounts)
        // The moment between the two is too short to be hit every time.
        try key.write(to: keyFile)
      }
      let list = try place.laptop(
        "laptop", "household", "list", "--password-file", password)
      #expect(list.contains("Hộ mẫu"), "after \(milliseconds ?? 0) ms")
      let status = try place.tryLaptop("laptop", ["status"])
      #expect(
        (status.exitCode == 6 && status.errors.contains("It opens for")) == hasAccounts,
        "after \(milliseconds ?? 0) ms: \(status.errors)")
      let isThere = FileManager.default.fileExists(atPath: keyFile.path)
      #expect(
        isThere != hasAccounts, "after \(milliseconds ?? 0) ms: the unlocking removed the file")
      if hasAccounts {
        try place.laptop(
          "laptop", "user", "remove", Installation.member, "--without-password",
          "--password-file", password)
      }
    }
  }
}
