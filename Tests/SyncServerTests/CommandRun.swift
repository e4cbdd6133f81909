import CommandLine
import Foundation
import Replica
import Synchronization

@testable import SyncServer

/// Runs commands of the centre as a person would, without a process.
final class CommandRun: Sendable {
  private let folder: URL
  private let clock: TestClock
  private let stop: StopSignal

  init(seed: UInt64, stop: StopSignal = StopSignal(prepare: {}, wait: {})) throws {
    clock = TestClock(seed: seed)
    self.stop = stop
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var home: HomeFolder { HomeFolder(path: path("home")) }
  var surroundings: Surroundings { clock.surroundings }

  /// Time goes by.
  func pass(hours: Int64) { clock.advance(seconds: hours * 3_600) }

  /// So many bytes are left on the disk.
  func leave(freeBytes: UInt64) { clock.freeDisk.withLock { $0 = freeBytes } }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ name: String, _ text: String) throws -> String {
    try HomeFolder.write(path: path(name), Array(text.utf8))
    return path(name)
  }

  /// What a command printed and how it ended.
  struct Result {
    var exit: ExitCode
    var out: String
    var error: String

    /// The output as JSON.
    func json() throws -> JSONValue { try JSONValue(parsing: Array(out.utf8)) }
  }

  func callAsFunction(_ words: String...) -> Result { run(words, language: "en") }

  func run(_ words: [String], language: String) -> Result {
    let collected = Collected()
    let set = CentreCommands.set(version: "test", surroundings: clock.surroundings, stop: stop)
    let exit = set.run(
      words + ["--home", home.path, "--lang", language], locale: nil,
      output: ConsoleOutput(
        standardOutput: { collected.out($0) }, standardError: { collected.error($0) },
        errorIsTerminal: false))
    return Result(exit: exit, out: collected.outText, error: collected.errorText)
  }
}

/// The bytes of both streams.
final class Collected: Sendable {
  private let bytes = Mutex<(out: [UInt8], error: [UInt8])>(([], []))

  func out(_ more: [UInt8]) -> ConsoleOutput.Outcome {
    bytes.withLock { $0.out += more }
    return .written
  }

  func error(_ more: [UInt8]) -> ConsoleOutput.Outcome {
    bytes.withLock { $0.error += more }
    return .written
  }

  var outText: String { bytes.withLock { String(decoding: $0.out, as: UTF8.self) } }
  var errorText: String { bytes.withLock { String(decoding: $0.error, as: UTF8.self) } }
}
