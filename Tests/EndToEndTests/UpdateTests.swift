import Foundation
import Randomness
import Testing

/// A newer program that comes by stick or network, and the way back: the real programs.
@Suite(.serialized) struct UpdateTests {
  private let place: Installation
  private let stick: String
  /// A copy of the laptop's program in a folder of its own.
  private let program: String

  init() throws {
    place = try Installation(listeningAt: "0.0.0.0")
    stick = place.home("stick")
    let folder = place.home("programs")
    for path in [stick, folder] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    program = "\(folder)/camtay"
    try FileManager.default.copyItem(atPath: Program.laptop.url.path, toPath: program)
    try place.serve()
    try place.enrol("laptop")
    try place.laptop("laptop", "sync")
    _ = try place.addHousehold("laptop", "Hộ có từ trước")
  }

  /// A program that says that it is a version, and does nothing else.
  private func newer(_ version: String, says: String? = nil, in place: Installation) throws
    -> String
  {
    let path = place.home("camtay-\(version)-\(says ?? version)")
    // Its size is none that fits a part or a piece.
    let filling = String(repeating: "# \(version)\n", count: 300_000)
    try """
    #!/bin/sh
    [ "$1" = version ] && { echo "camtay \(says ?? version)"; exit 0; }
    exit 9
    \(filling)
    """.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private func add(_ version: String, says: String? = nil) throws {
    try place.centre("update", "add", newer(version, says: says, in: place), "--version", version)
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    let process = Process()
    let output = place.folder.appendingPathComponent("out-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let file = try FileHandle(forWritingTo: output)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["--home", place.home("laptop")] + arguments
    process.environment = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]
    process.standardOutput = file
    process.standardError = file
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: output, encoding: .utf8)
    return Program.Outcome(
      exitCode: process.terminationStatus, wasKilled: process.terminationReason != .exit,
      output: said, errors: said)
  }

  private func version() throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["version"]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Puts the laptop's own program back, as somebody would who kept a copy.
  private func reset() throws {
    try? FileManager.default.removeItem(atPath: program)
    try FileManager.default.copyItem(atPath: Program.laptop.url.path, toPath: program)
  }

  private func households() throws -> [String] { try place.householdNames("laptop") }

  private func fails(
    _ outcome: Program.Outcome, _ code: Int32, _ words: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(
      outcome.exitCode == code && outcome.output.contains(words), "\(outcome.output)",
      sourceLocation: location)
    #expect(try version().hasSuffix("0.1.0"), sourceLocation: location)
    #expect(!FileManager.default.fileExists(atPath: "\(program).new"), sourceLocation: location)
  }

  @Test func `a version comes by stick beside a return, by network, and goes back`() throws {
    try fails(run("update"), 1, "no newer program")
    try add("0.2.0")
    let again = try Program.centre.run(
      [
        "--home", place.home("centre"), "update", "add", newer("0.2.0", in: place), "--version",
        "0.2.0",
      ], logs: place.folder)
    #expect(again.exitCode == 1 && again.errors.contains("as new or newer"))
    _ = try place.json("laptop", "pack", "--to", stick)
    try place.centre("unpack", stick, "--return", stick)
    #expect(FileManager.default.fileExists(atPath: "\(stick)/camtay/UPDATE.000"))
    // Bundles beside it are read as before.
    try place.laptop("laptop", "unpack", stick)

    let preview = try run("update", stick, "--dry-run")
    #expect(preview.output.contains("Version 0.2.0 is there"), "\(preview.output)")
    #expect(try version().hasSuffix("0.1.0"))
    let done = try run("update", stick)
    #expect(
      done.exitCode == 0 && done.output.contains("Updated to version 0.2.0"), "\(done.output)")
    #expect(try version() == "camtay 0.2.0")
    #expect(try households() == ["Hộ có từ trước"])
    #expect(
      FileManager.default.contentsEqual(
        atPath: "\(program).previous", andPath: Program.laptop.url.path))

    // The program that runs goes back to the one beside it, which it then is itself.
    try reset()
    try? FileManager.default.removeItem(atPath: "\(program).previous")
    try FileManager.default.copyItem(
      atPath: newer("0.2.0", in: place), toPath: "\(program).previous")
    try place.shell("chmod 755 \(program).previous")
    let back = try run("update", "--undo")
    #expect(back.exitCode == 0, "\(back.output)")
    #expect(try version() == "camtay 0.2.0")
    #expect(
      FileManager.default.contentsEqual(
        atPath: "\(program).previous", andPath: Program.laptop.url.path))
    try reset()

    try add("0.10.0")
    let fetched = try run("update")
    #expect(fetched.exitCode == 0, "\(fetched.output)")
    #expect(try version() == "camtay 0.10.0")
    #expect(!FileManager.default.fileExists(atPath: "\(place.home("laptop"))/update/arriving"))
  }

  @Test func `what is damaged, another centre's, older or does not start is refused`() throws {
    try fails(run("update", "--undo"), 1, "no program to go back to")
    try add("0.2.0")
    try place.centre("update", "write", stick)
    let part = URL(fileURLWithPath: "\(stick)/camtay/UPDATE.001")
    let word = URL(fileURLWithPath: "\(stick)/camtay/UPDATE.000")
    for (file, code, words) in [
      (part, Int32(4), "damaged (part 1)"), (word, Int32(6), "not signed by this laptop's centre"),
    ] {
      let sound = try Data(contentsOf: file)
      var changed = sound
      changed[changed.count - 9] ^= 1
      try changed.write(to: file)
      try fails(run("update", stick), code, words)
      try sound.write(to: file)
    }
    let other = try Installation()
    try other.centre("update", "add", newer("0.3.0", in: other), "--version", "0.3.0")
    let foreign = place.home("foreign")
    try FileManager.default.createDirectory(atPath: foreign, withIntermediateDirectories: true)
    try other.centre("update", "write", foreign)
    try fails(run("update", foreign), 6, "not signed by this laptop's centre")

    try add("0.4.0", says: "0.1.0")
    try fails(run("update"), 3, "does not start")
    let centre = try Installation(listeningAt: "0.0.0.0")
    try centre.centre("update", "add", newer("0.0.9", in: centre), "--version", "0.0.9")
    try centre.serve()
    try centre.enrol("laptop")
    let older = try centre.tryLaptop("laptop", ["update"])
    #expect(older.exitCode == 1 && older.errors.contains("not newer"), "\(older.errors)")
  }

  @Test func `killed at any moment, the program's name leads to a whole one`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    try add("0.2.0")
    try place.centre("update", "write", stick)
    for _ in 0..<10 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = ["--home", place.home("laptop"), "update", stick]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...400_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let present = try version()
      #expect(present.hasSuffix("0.1.0") || present.hasSuffix("0.2.0"), "seed \(seed): \(present)")
      if present.hasSuffix("0.2.0") { try reset() }
      #expect(try version().hasSuffix("0.1.0"), "seed \(seed)")
    }
    #expect(try run("update", stick).exitCode == 0, "seed \(seed)")
    #expect(try version() == "camtay 0.2.0", "seed \(seed)")
    #expect(try households() == ["Hộ có từ trước"], "seed \(seed)")
  }
}
