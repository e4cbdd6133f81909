import CommandLine
import FieldWork
import Foundation
import Replica
import Synchronization
import Testing

@testable import Simulation

/// `camtay demo district` as a person runs it, also after a run that was cut off.
@Suite struct DistrictCommandTests {
  private static let now = LocalDateTime(
    LocalDate(year: 2_026, month: 11, day: 11) ?? .latest, minuteOfDay: 600
  ).milliseconds

  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("camtay-district-command-\(UUID().uuidString)").path

  private func run(_ words: String...) -> (exit: ExitCode, error: String) {
    let surroundings = Surroundings(
      machine: Surroundings.Machine(bootID: "test", machineID: "test"),
      wallMilliseconds: { Self.now }, monotonicMilliseconds: { Self.now },
      random: { SystemRandomNumberGenerator() }, environment: { _ in nil })
    let error = Mutex<[UInt8]>([])
    let set = CommandSet(
      program: "camtay", version: "test", abstract: BilingualText(same: "test"),
      commands: [
        DistrictCommand(surroundings: surroundings),
        DistrictCheckCommand(surroundings: surroundings),
      ], describe: { _ in nil })
    let exit = set.run(
      words + ["--lang", "en"], locale: nil,
      output: ConsoleOutput(
        standardOutput: { _ in .written },
        standardError: { more in
          error.withLock { $0 += more }
          return .written
        }, errorIsTerminal: false))
    return (exit, error.withLock { String(decoding: $0, as: UTF8.self) })
  }

  private func district() -> (exit: ExitCode, error: String) {
    run(
      "demo", "district", "--place", "17713", "--laptops", "2", "--days", "10", "--to",
      "\(folder)/district")
  }

  @Test func `a run that was cut off leaves no half district, and the next one says so`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let unfinished = "\(folder)/district.unfinished"
    try FileManager.default.createDirectory(
      atPath: "\(unfinished)/centre", withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: "\(unfinished)/expected.json"))
    try Data("half".utf8).write(to: URL(fileURLWithPath: "\(unfinished)/centre/store.sqlite"))
    #expect(run("demo", "check", "\(folder)/district").exit != .done)
    let built = district()
    #expect(built.exit == .done, "\(built.error)")
    #expect(built.error.contains("An earlier run was cut off"))
    #expect(!FileManager.default.fileExists(atPath: unfinished))
    // The homes work under their last name.
    #expect(run("demo", "check", "\(folder)/district").exit == .done)
    #expect(district().exit == .refusedForSafety)
  }

  @Test func `what is no district is not removed`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let other = "\(folder)/district.unfinished/letters.txt"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/district.unfinished", withIntermediateDirectories: true)
    try Data("dear".utf8).write(to: URL(fileURLWithPath: other))
    #expect(district().exit == .refusedForSafety)
    #expect(FileManager.default.fileExists(atPath: other))
  }
}
