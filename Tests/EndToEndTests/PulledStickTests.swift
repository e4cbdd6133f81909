import Foundation
import MountedDisk
import Randomness
import Testing

/// The real programs and a stick of the file systems that sticks have, which is pulled out while they
/// work: its file system is killed, and with it whatever it had not written.
///
/// Two rounds there and back run always; `CAMTAY_LONG=1` takes twenty.
@Suite(.serialized) struct PulledStickTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1" ? 20 : 2
  private static let fileSystems = [MountedDisk.FileSystem.exFAT, .fat].filter(\.isPossible)

  @Test(
    .enabled(
      if: !fileSystems.isEmpty,
      "exFAT and FAT need root, exfat-fuse and exfatprogs, fusefat and dosfstools"),
    arguments: fileSystems)
  func `pulled out at any moment, nothing is lost or doubled, and it says so`(
    _ fileSystem: MountedDisk.FileSystem
  ) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let place = try Installation()
    try place.serve()
    try place.enrol("laptop")
    try place.laptop("laptop", "sync")
    place.killServer()
    let stick = try MountedDisk(fileSystem, kilobytes: 40_960)

    /// Runs one of the programs on the stick and pulls it out meanwhile.
    func pulled(_ program: Program, _ home: String, _ arguments: String...) throws {
      let running = try program.start(
        ["--home", place.home(home), "--lang", "en"] + arguments, logs: place.folder)
      usleep(UInt32.random(in: 0...300_000, using: &random))
      stick.pullOut()
      let outcome = running.wait()
      let said = "seed \(seed), \(arguments): \(outcome.exitCode) \(outcome.errors)"
      #expect(!outcome.wasKilled, "\(said)")
      #expect([0, 1, 4, 5].contains(outcome.exitCode), "\(said)")
      if outcome.exitCode == 5 { #expect(outcome.errors.contains("pulled out"), "\(said)") }
      try stick.putIn()
    }

    for turn in 1...Self.rounds {
      _ = try place.addHousehold("laptop", "Hộ bị rút USB \(turn)")
      try pulled(.laptop, "laptop", "pack", "--to", stick.path)
      // Before the laptop has heard of it, its records are its own.
      let packed = try place.json("laptop", "pack", "--to", stick.path)
      #expect(packed["records"] as? Int ?? 0 >= 1, "seed \(seed)")
      try pulled(.centre, "centre", "unpack", stick.path, "--return", stick.path)
      let taken = try Program.centre.run(
        ["--home", place.home("centre"), "unpack", stick.path, "--return", stick.path],
        logs: place.folder)
      #expect([0, 4].contains(taken.exitCode), "seed \(seed): \(taken.errors)")
      #expect(
        try place.recount("centre", "SELECT count(*) FROM household") == "\(turn)", "seed \(seed)")
      try pulled(.laptop, "laptop", "unpack", stick.path)
      let back = try place.tryLaptop("laptop", ["unpack", stick.path])
      #expect([0, 4].contains(back.exitCode), "seed \(seed): \(back.errors)")
      let status = try Installation.object(
        try place.tryLaptop("laptop", ["status", "--json"]).output)
      #expect(status["not_handed_over"] as? Int == 0, "seed \(seed)")
    }
    let digests = try place.digests(.centre, "centre")
    for (scope, digest) in try place.digests(.laptop, "laptop") {
      #expect(digests[scope] == digest, "seed \(seed), scope \(scope)")
    }
  }
}
