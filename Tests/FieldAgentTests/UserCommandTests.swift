import CommandLine
import Foundation
import Replica
import Testing

@testable import FieldAgent

@Suite struct UserCommandTests {
  static let password = "bí mật của An"
  static let other = "mật khẩu của Bình"

  let centre: TestCentre
  let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  /// Runs a line at a terminal where these lines are typed.
  func typing(_ lines: [String], _ words: String..., json: Bool = false) -> (
    run: TestLaptop.Run, typist: TestTypist
  ) {
    let typist = TestTypist(lines: lines)
    laptop.passwords = typist.terminal
    defer { laptop.passwords = nil }
    return (laptop.run(words, json: json), typist)
  }

  /// The first account, of the default member.
  func addAccount() throws {
    let added = typing([Self.password, Self.password], "user", "add")
    try #require(added.run.code == .done, "\(added.run.error)")
  }

  /// A file with a password in its first line.
  func file(_ password: String) throws -> String {
    let path = "\(laptop.folder.path)/password-\(password.utf8.count)"
    try HomeFolder.write(path: path, Array("\(password)\r\nsecond line\n".utf8))
    return path
  }

  @Test func `a laptop without accounts asks nobody`() throws {
    let typist = TestTypist()
    laptop.passwords = typist.terminal
    for line in [["status"], ["household", "list"], ["sync"], ["user", "list"], ["verify"]] {
      #expect(laptop.run(line).code == .done)
    }
    #expect(laptop.run("user", "password", json: true).failure == "no-accounts")
    #expect(laptop.run("user", "remove", "An", json: true).failure == "no-accounts")
    #expect(typist.prompts.isEmpty)
  }

  @Test func `with accounts every command asks for the password of the member at work`() throws {
    try addAccount()
    for line in [["status"], ["sync"], ["household", "list"], ["verify"], ["scope", "list"]] {
      let typist = TestTypist(Self.password)
      laptop.passwords = typist.terminal
      #expect(laptop.run(line).code == .done, "\(line)")
      #expect(typist.prompts == ["Password of Nguyễn Văn An: "], "\(line)")
      laptop.passwords = nil
      let refused = laptop.run(line, json: true)
      #expect(refused.code == .notAllowed && refused.failure == "locked", "\(line)")
    }
    #expect(laptop.run("guide", "khai sinh").code == .done)
  }

  @Test func `a wrong password says so, waits, and writes nothing`() throws {
    try addAccount()
    let file = laptop.home.storePath
    let before = FileManager.default.contents(atPath: file)
    let accounts = try laptop.home.read(AccountsFile.name)
    let (run, typist) = typing(
      ["nhầm một", "nhầm hai", "nhầm ba", Self.password], "household", "add", "--place", "Xóm 1",
      "--name", "Đức", json: true)
    #expect(run.code == .notAllowed && run.failure == nil && run.error.contains("password-wrong"))
    #expect(typist.prompts.count == 3 && typist.waited == 6_000)
    #expect(FileManager.default.contents(atPath: file) == before)
    #expect(try laptop.home.read(AccountsFile.name) == accounts)
    let right = typing(["nhầm một", Self.password], "status")
    #expect(right.run.code == .done && right.typist.waited == 1_000)
    let givenUp = typing([], "status", json: true)
    #expect(givenUp.run.failure == "locked" && givenUp.run.code == .notAllowed)
  }

  @Test func `without a terminal a file has the password, named by the line or the environment`()
    throws
  {
    try addAccount()
    let right = try file(Self.password)
    let wrong = try file("nhầm")
    #expect(laptop.run("status", "--password-file", right).code == .done)
    #expect(
      laptop.run("household", "add", "--place", "Xóm 1", "--name", "Đức", "--password-file", right)
        .code == .done)
    laptop.machine.set(Unlocking.variable, right)
    #expect(laptop.run("sync").code == .done)
    #expect(laptop.run("status", json: true).code == .done)
    // The line is nearer than the environment.
    let refused = laptop.run("status", "--password-file", wrong, json: true)
    #expect(refused.failure == "password-wrong" && refused.code == .notAllowed)
    laptop.machine.set(Unlocking.variable, nil)
    #expect(
      laptop.run("status", "--password-file", "\(right)-missing", json: true).failure
        == "file-missing")
    #expect(
      laptop.run("user", "add", "Trần Thị Bình", "--password-file", right, json: true).failure
        == "password-needed")
  }

  @Test func `several members have passwords of their own, and --as says whose`() throws {
    try addAccount()
    let added = typing([Self.password, Self.other, Self.other], "user", "add", "Trần Thị Bình")
    #expect(added.run.code == .done, "\(added.run.error)")
    let list = try #require(laptop.run("user", "list", json: true).json?["accounts"]?.arrayValue)
    #expect(list.map { $0["name"]?.textValue } == ["Nguyễn Văn An", "Trần Thị Bình"])
    let code = try #require(list.last?["member"]?.textValue)
    for name in ["tran thi binh", code] {
      let (run, typist) = typing([Self.other], "status", "--as", name)
      #expect(run.code == .done && typist.prompts == ["Password of Trần Thị Bình: "], "\(name)")
    }
    // Somebody without an account works on a laptop that another member opens.
    let cuong = typing([Self.password], "status", "--as", "Lò Văn Cường")
    #expect(cuong.typist.prompts == ["Password of Nguyễn Văn An: "])
    let twice = typing([Self.password], "user", "add", "Trần Thị Bình", json: true)
    #expect(twice.run.failure == "account-exists" && twice.typist.prompts.count == 1)
    let removed = typing([Self.other], "user", "remove", "Nguyễn Văn An", "--as", code)
    #expect(removed.run.code == .done, "\(removed.run.error)")
    #expect(typing([Self.other], "status").run.code == .done)
  }

  @Test func `a password is changed by who knows it, typed twice alike`() throws {
    try addAccount()
    let unlike = typing([Self.password, Self.other, "khác hẳn đi"], "user", "password", json: true)
    #expect(unlike.run.failure == "password-not-repeated")
    let short = typing([Self.password, "ngắn"], "user", "password", json: true)
    #expect(short.run.failure == "password-too-short")
    #expect(
      typing([], "user", "password", "--as", "Lò Văn Cường", json: true).run.failure
        == "account-unknown")
    #expect(typing([Self.password, Self.other, Self.other], "user", "password").run.code == .done)
    #expect(typing([Self.other], "status").run.code == .done)
    #expect(
      laptop.run(
        "user", "password", "--password-file", try file(Self.other), "--new-password-file",
        try file(Self.password)
      ).code == .done)
    #expect(typing([Self.password], "status").run.code == .done)
  }

  @Test func `the last account goes only when it is said what that means`() throws {
    try addAccount()
    let refused = typing([Self.password], "user", "remove", "An Nguyễn", json: true)
    #expect(refused.run.failure == "account-unknown")
    let last = typing([Self.password], "user", "remove", "Nguyễn Văn An", json: true)
    #expect(last.run.failure == "account-last" && last.run.code == .refusedForSafety)
    #expect(last.typist.prompts.isEmpty)
    let removed = typing(
      [Self.password], "user", "remove", "Nguyễn Văn An", "--without-password")
    #expect(removed.run.code == .done && removed.run.error.contains("without a password"))
    #expect(laptop.run("status").code == .done)
  }

  @Test func `a backup of a laptop with accounts is restored with the password`() throws {
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    try addAccount()
    let password = try file(Self.password)
    let folder = laptop.folder.path
    #expect(
      laptop.run("backup", "\(folder)/b", "--with-keys", "\(folder)/k", json: true).failure
        == "locked")
    #expect(!HomeFolder.exists("\(folder)/b"))
    #expect(
      laptop.run(
        "backup", "\(folder)/b", "--with-keys", "\(folder)/k", "--password-file", password
      ).code == .done)
    let other = "\(folder)/other"
    let restore = ["restore", "\(folder)/b", "--keys", "\(folder)/k"]
    #expect(laptop.run(restore, json: true, home: other).failure == "locked")
    #expect(!HomeFolder.exists(other))
    let restored = laptop.run(restore + ["--password-file", password], home: other)
    #expect(restored.code == .done, "\(restored.error)")
    #expect(laptop.run(["status"], json: true, home: other).failure == "locked")
    #expect(laptop.run(["status", "--password-file", password], home: other).code == .done)
  }
}
