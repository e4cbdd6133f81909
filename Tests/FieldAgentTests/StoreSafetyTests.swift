import CommandLine
import Foundation
import Replica
import SQLite
import Testing

@testable import FieldAgent

@Suite struct StoreSafetyTests {
  let centre: TestCentre
  let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  @Test func `a second process waits and is then told`() throws {
    let first = try laptop.open()
    #expect(throws: HomeError.inUse) { try laptop.open(patienceMilliseconds: 0) }
    let failure = try #require(FailureCatalogue.failure(for: HomeError.inUse))
    #expect(failure.exitCode == .refusedForSafety && failure.code == "home-in-use")
    withExtendedLifetime(first) {}
  }

  @Test func `two processes that write at once both succeed`() throws {
    let machine = laptop.machine
    let home = laptop.home.path
    DispatchQueue.concurrentPerform(iterations: 8) { number in
      let set = FieldAgent.commandSet(surroundings: machine.surroundings)
      let output = ConsoleOutput(
        standardOutput: { _ in .written }, standardError: { _ in .written },
        errorIsTerminal: false)
      let code = set.run(
        ["household", "add", "--place", "Xóm 1", "--name", "Hộ \(number)", "--home", home],
        locale: nil, output: output)
      #expect(code == .done)
    }
    let households =
      laptop.run("household", "list", json: true).json?["households"]?.arrayValue ?? []
    #expect(Set(households.compactMap { $0["code"]?.textValue }).count == 8)
    #expect(laptop.run("verify").code == .done)
  }

  @Test func `a store of a newer version is left alone`() throws {
    let connection = try Connection(
      path: laptop.home.storePath, mode: .readWrite, busyTimeoutMilliseconds: 0)
    try connection.execute(
      "INSERT INTO applied_migration (identifier, hash) VALUES ('of-2031', 1)")
    connection.close()
    let before = FileManager.default.contents(atPath: laptop.home.storePath)
    let run = laptop.run(
      "household", "add", "--place", "Xóm 1", "--name", "Đức", json: true)
    #expect(run.code == .refusedForSafety)
    #expect(run.failure == "store-newer")
    #expect(FileManager.default.contents(atPath: laptop.home.storePath) == before)
  }

  @Test func `a damaged store, configuration or key is named and left alone`() throws {
    let configuration = try #require(try laptop.home.read("config.json"))
    try laptop.home.write("config.json", Array("{".utf8))
    #expect(laptop.run("status", json: true).failure == "configuration-damaged")
    try laptop.home.write("config.json", Array(#"{"version": 9}"#.utf8))
    #expect(laptop.run("status").code == .refusedForSafety)
    try FileManager.default.removeItem(atPath: "\(laptop.home.path)/config.json")
    #expect(laptop.run("status", json: true).failure == "store-without-enrolment")
    #expect(laptop.run("init", json: true).failure == "store-without-enrolment")
    try laptop.home.write("config.json", configuration)
    let certificate = try #require(try laptop.home.read("keys/replica.certificate"))
    try laptop.home.write("keys/replica.certificate", Array(certificate.dropLast()))
    #expect(laptop.run("status", json: true).failure == "key-damaged")
    try laptop.home.write("keys/replica.certificate", certificate)
    #expect(laptop.run("status").code == .done)
    try HomeFolder.write(path: laptop.home.storePath, Array("no database at all".utf8))
    #expect(laptop.run("status").code == .damagedInput)
  }

  @Test func `a full disk and a folder that cannot be made have their words`() throws {
    let full = try #require(
      FailureCatalogue.failure(for: HomeError.system(path: "x", reason: ENOSPC)))
    #expect(full.exitCode == .diskOrStick && full.code == "disk-full")
    let store = try #require(
      FailureCatalogue.failure(for: SQLError(code: .full, message: "")))
    #expect(store.exitCode == .diskOrStick && store.code == "disk-full")
    let run = laptop.run(["init"], json: true, home: "/dev/null/home")
    #expect(run.code == .diskOrStick)
  }
}
