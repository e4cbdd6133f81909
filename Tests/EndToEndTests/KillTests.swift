import Foundation
import Randomness
import Testing

/// `kill -9` of real programs at random moments. The small cut runs always; `CAMTAY_LONG=1` kills
/// two hundred times.
@Suite(.serialized) struct KillTests {
  private let kills =
    ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1" ? 200 : 16

  @Test func `what was answered survives kill -9 of laptop and centre, and all digests agree`()
    throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let place = try Installation()
    try place.serve()
    try place.enrol("laptop-1")
    try place.enrol("laptop-2")
    var answered: [String] = []

    for turn in 0..<kills {
      let laptop = "laptop-\(turn % 2 + 1)"
      switch turn % 4 {
      case 0, 1: answered += try killWhileRecording(place, laptop, turn, &random)
      case 2: try killWhileSyncing(place, laptop, &random)
      default: try killCentreWhileSyncing(place, laptop, &random)
      }
    }

    for _ in 0..<2 {
      for laptop in ["laptop-1", "laptop-2"] { try place.laptop(laptop, "sync") }
    }
    place.killServer()
    let centre = try place.digests(.centre, "centre")
    for laptop in ["laptop-1", "laptop-2"] {
      for (scope, digest) in try place.digests(.laptop, laptop) {
        #expect(centre[scope] == digest, "seed \(seed), \(laptop), scope \(scope)")
      }
    }
    let names = try place.householdNames("laptop-1")
    for name in answered {
      #expect(names.count { $0 == name } == 1, "seed \(seed): \(name)")
    }
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "\(names.count)")
    #expect(!answered.isEmpty, "seed \(seed)")
  }

  /// Records until the kill; returns the names whose command had answered.
  private func killWhileRecording(
    _ place: Installation, _ laptop: String, _ turn: Int, _ random: inout SeededGenerator
  ) throws -> [String] {
    let name = "Hộ thử \(turn)"
    _ = try place.addHousehold(laptop, "\(name) trước")
    let running = try Program.laptop.start(
      [
        "--home", place.home(laptop), "household", "add", "--place", Installation.hamlet, "--name",
        name,
      ], logs: place.folder)
    usleep(UInt32.random(in: 0...60_000, using: &random))
    running.killHard()
    return ["\(name) trước"] + (running.output.contains("\n") ? [name] : [])
  }

  private func killWhileSyncing(
    _ place: Installation, _ laptop: String, _ random: inout SeededGenerator
  ) throws {
    let running = try Program.laptop.start(
      ["--home", place.home(laptop), "sync"], logs: place.folder)
    usleep(UInt32.random(in: 0...80_000, using: &random))
    running.killHard()
  }

  private func killCentreWhileSyncing(
    _ place: Installation, _ laptop: String, _ random: inout SeededGenerator
  ) throws {
    let running = try Program.laptop.start(
      ["--home", place.home(laptop), "sync"], logs: place.folder)
    usleep(UInt32.random(in: 0...80_000, using: &random))
    place.killServer()
    _ = running.wait()
    try place.serve()
  }
}
