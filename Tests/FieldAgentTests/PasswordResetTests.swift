import CommandLine
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

@Suite struct PasswordResetTests {
  static let password = "bí mật của An"
  static let new = "mật khẩu mới của An"

  let centre: TestCentre
  let laptop: TestLaptop
  let member: RowID

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    member = try #require(try LaptopConfiguration.read(from: laptop.home)?.member)
    _ = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lý Thị Mai")
    let typist = TestTypist(Self.password, Self.password)
    laptop.passwords = typist.terminal
    try #require(laptop.run("user", "add").code == .done)
    laptop.passwords = nil
  }

  var accounts: LocalAccounts { LocalAccounts(laptop.home, laptop.machine.surroundings) }

  /// What `user reset` shows.
  func request() throws -> (challenge: String, day: LocalDate) {
    let shown = try #require(laptop.run("user", "reset", json: true).json)
    return (
      try #require(shown["challenge"]?.textValue),
      try #require(shown["day"]?.textValue.flatMap(LocalDate.init(iso:)))
    )
  }

  func code(_ request: (challenge: String, day: LocalDate), daysLater days: Int = 0) throws
    -> String
  {
    try centre.resetCode(
      for: ResetChallenge(parsing: request.challenge),
      of: LaptopKeys(laptop.home).identity().replica, on: request.day.adding(days: days))
  }

  /// Resets with a code and types the new password twice.
  func reset(_ code: String) -> TestLaptop.Run {
    laptop.passwords = TestTypist(Self.new, Self.new).terminal
    defer { laptop.passwords = nil }
    return laptop.run("user", "reset", "--code", code, json: true)
  }

  func opens(_ password: String) throws -> Bool {
    do {
      _ = try accounts.unlock(member, password: password)
      return true
    } catch AccountError.wrongPassword {
      return false
    }
  }

  @Test func `the code of the day sets a new password, once, and stands in the log`() throws {
    let request = try request()
    let code = try code(request)
    let done = reset(code)
    #expect(done.code == .done, "\(done.error)")
    #expect(try !opens(Self.password) && opens(Self.new))
    laptop.passwords = TestTypist(Self.new).terminal
    #expect(laptop.run("household", "list").output.contains("Lý Thị Mai"))
    laptop.passwords = nil
    let log = laptop.run("user", "list", json: true).json?["resets"]?.arrayValue ?? []
    #expect(log.map { $0["name"]?.textValue } == ["Nguyễn Văn An"])
    let again = reset(code)
    #expect(again.failure == "reset-code-wrong" && again.code == .notAllowed)
    #expect(try self.request().challenge != request.challenge)
    let second = try self.code(try self.request())
    #expect(reset(second).code == .done)
    #expect(laptop.run("user", "list").output.contains("Password set by a code: Nguyễn Văn An"))
  }

  @Test func `the code of another day changes nothing, yesterday's serves after midnight`() throws {
    let request = try request()
    let before = try laptop.home.read(AccountsFile.name)
    for days in [1, -2, 30] {
      let refused = reset(try code(request, daysLater: days))
      #expect(refused.failure == "reset-code-wrong", "\(days)")
    }
    #expect(reset(try code(request).dropLast() + "").failure == "spoken-code-length")
    #expect(try laptop.home.read(AccountsFile.name) == before)
    let yesterdays = try code(request)
    laptop.machine.pass(hours: 24)
    #expect(reset(yesterdays).code == .done)
  }

  @Test func `a code that was not used is over two days later`() throws {
    let request = try request()
    let code = try code(request)
    laptop.machine.pass(hours: 48)
    #expect(reset(code).failure == "reset-code-wrong")
    // Once the laptop was opened since, a clock that is set back brings the day back no more.
    _ = try Laptop(
      laptop.home, laptop.machine.surroundings,
      storeKey: accounts.unlock(member, password: Self.password))
    let point = try #require(
      try AccountsFile(reading: HomeFiles(laptop.home))?.resetPoint)
    let day = Int64(request.day.daysSince1970)
    #expect(point.firstDay == day + 1)
    #expect(point.open(try ResetCode(parsing: code), on: day) == nil)
  }

  @Test func `an opening after months draws a new point, and its codes open`() throws {
    let first = try request()
    laptop.machine.pass(hours: 24 * 201)
    #expect(try request().challenge == first.challenge)
    _ = try Laptop(
      laptop.home, laptop.machine.surroundings,
      storeKey: accounts.unlock(member, password: Self.password))
    let later = try request()
    #expect(later.challenge != first.challenge)
    #expect(reset(try code(later)).code == .done)
  }

  @Test func `without a new password the code has not served yet`() throws {
    let code = try code(try request())
    #expect(
      laptop.run("user", "reset", "--code", code, json: true).failure == "password-needed")
    laptop.passwords = TestTypist("ngắn").terminal
    #expect(
      laptop.run("user", "reset", "--code", code, json: true).failure == "password-too-short")
    #expect(try opens(Self.password))
    #expect(reset(code).code == .done)
  }

  @Test func `a laptop without accounts has nothing to reset`() throws {
    let plain = try TestLaptop(of: centre, "Trần Thị Bình", seed: 70)
    #expect(plain.run("user", "reset", json: true).failure == "no-accounts")
  }

  @Test func `what a person is shown names the day and every group`() throws {
    let run = laptop.run("user", "reset")
    let request = try request()
    #expect(run.output.contains(Format.date(request.day)))
    #expect(run.output.contains(request.challenge))
    #expect(run.output.contains("  1  " + request.challenge.prefix(9).replacing("-", with: " ")))
  }
}
