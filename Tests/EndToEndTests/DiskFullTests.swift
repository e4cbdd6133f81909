import Foundation
import Testing

/// A small tmpfs that fills up under the laptop.
@Suite(.serialized) struct DiskFullTests {
  private static func run(_ path: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(.enabled(if: getuid() == 0, "mounting a tmpfs needs root"))
  func `a full disk refuses a record in words, keeps what was saved, and goes on when freed`()
    throws
  {
    let place = try Installation()
    let disk = place.home("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mounted = Self.run("/bin/mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk])
    try #require(mounted == 0, "this machine cannot mount a tmpfs")
    defer { _ = Self.run("/bin/umount", [disk]) }
    try place.serve()
    try place.enrol("disk/laptop")
    let saved = try place.addHousehold("disk/laptop", "Hộ trước khi đầy đĩa")

    let filler = "\(disk)/filler"
    _ = FileManager.default.createFile(atPath: filler, contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: filler))
    let block = Data(repeating: 1, count: 4_096)
    while (try? handle.write(contentsOf: block)) != nil {}
    try? handle.close()
    var failures = 0
    for turn in 0..<5 {
      let outcome = try place.tryLaptop(
        "disk/laptop",
        ["household", "add", "--place", Installation.hamlet, "--name", "Hộ khi đầy \(turn)"])
      if outcome.exitCode != 0 {
        failures += 1
        #expect(outcome.exitCode == 5, "\(outcome.errors)")
        #expect(!outcome.errors.isEmpty)
      }
    }
    #expect(failures > 0)
    // Looking goes on, to the last byte, and says why nothing more can be recorded.
    for words in [["household", "list"], ["count"], ["household", "show", saved], ["status"]] {
      let looked = try place.tryLaptop("disk/laptop", words + ["--lang", "en"])
      // The status asks for somebody to free some room.
      #expect(looked.exitCode == (words == ["status"] ? 2 : 0), "\(words): \(looked.errors)")
      #expect(looked.output.contains("Hộ trước khi đầy đĩa") || words[0] != "household")
      #expect(looked.errors.contains("disk is full"), "\(words): \(looked.errors)")
    }
    try FileManager.default.removeItem(atPath: filler)

    let after = try place.addHousehold("disk/laptop", "Hộ sau khi dọn đĩa")
    #expect(saved != after)
    try place.laptop("disk/laptop", "sync")
    let centre = try place.digests(.centre, "centre")
    for (scope, digest) in try place.digests(.laptop, "disk/laptop") {
      #expect(centre[scope] == digest)
    }
    let names = try place.householdNames("disk/laptop")
    #expect(names.count { $0.hasSuffix("đĩa") } == 2)
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "\(names.count)")
  }
}
