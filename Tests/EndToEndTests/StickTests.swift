import Foundation
import MountedDisk
import Randomness
import Testing

/// A laptop without a network, a centre, and a stick between them: the real programs.
@Suite(.serialized) struct StickTests {
  private func stick(_ place: Installation, _ name: String = "stick") throws -> String {
    let path = place.home(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func centre(_ place: Installation, _ arguments: String...) throws -> Program.Outcome {
    try Program.centre.run(["--home", place.home("centre")] + arguments, logs: place.folder)
  }

  private func bundles(_ outcome: Program.Outcome) throws -> [[String: Any]] {
    try Installation.object(outcome.output)["bundles"] as? [[String: Any]] ?? []
  }

  /// A centre and laptops that were enrolled while there was a network; there is none any more.
  private func withoutNetwork(_ laptops: String...) throws -> Installation {
    let place = try Installation()
    try place.serve()
    for laptop in laptops {
      try place.enrol(laptop)
      try place.laptop(laptop, "sync")
    }
    place.killServer()
    return place
  }

  private func notHandedOver(_ place: Installation, _ laptop: String) throws -> Int {
    let status = try Installation.object(
      try place.tryLaptop(laptop, ["status", "--json"]).output)
    return status["not_handed_over"] as? Int ?? -1
  }

  @Test
  func `a day goes to the centre and its receipts come back, however often the stick is read`()
    throws
  {
    let place = try withoutNetwork("laptop")
    let stick = try stick(place)
    for number in 1...5 { _ = try place.addHousehold("laptop", "Hộ trên USB \(number)") }
    let preview = try place.json("laptop", "pack", "--to", stick, "--dry-run")
    #expect(preview["records"] as? Int == 5)
    #expect(!FileManager.default.fileExists(atPath: "\(stick)/camtay"))

    let packed = try place.json("laptop", "pack", "--to", stick)
    #expect(packed["records"] as? Int == 5 && packed["pack"] as? Int == 1)
    #expect(packed["bytes"] as? Int ?? .max < 30_000)
    // Packing hands nothing over.
    #expect(try notHandedOver(place, "laptop") > 0)

    let seen = try bundles(centre(place, "unpack", stick, "--dry-run", "--json"))
    #expect(seen.count == 1 && seen[0]["new_operations"] as? Int ?? 0 > 0)
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "0")
    for turn in 1...3 {
      let outcome = try centre(place, "unpack", stick, "--return", stick, "--json")
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let taken = try bundles(outcome)
      #expect(taken.count == 1 && taken[0]["laptop"] as? String == "laptop")
      #expect((taken[0]["new_operations"] as? Int == 0) == (turn > 1))
      #expect(taken[0]["repeated"] as? Bool == (turn > 1))
    }
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "5")

    for _ in 1...2 {
      let outcome = try place.tryLaptop("laptop", ["unpack", stick, "--json"])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(try bundles(outcome).count == 3)
      #expect(try notHandedOver(place, "laptop") == 0)
    }
    let digests = try place.digests(.centre, "centre")
    for (scope, digest) in try place.digests(.laptop, "laptop") {
      #expect(digests[scope] == digest, "scope \(scope)")
    }
    // Nothing to hand over is a report all the same.
    let report = try place.json("laptop", "pack", "--to", stick)
    #expect(report["records"] as? Int == 0 && report["operations"] as? Int == 0)
    let heard = try bundles(centre(place, "unpack", stick, "--json"))
    #expect(heard.count == 2)
  }

  @Test func `a receipt on paper proves that a pack arrived, to its own laptop alone`() throws {
    let place = try withoutNetwork("one", "two")
    let stick = try stick(place)
    for laptop in ["one", "two"] {
      _ = try place.addHousehold(laptop, "Hộ của \(laptop)")
      _ = try place.json(laptop, "pack", "--to", stick)
    }
    let seen = try bundles(centre(place, "unpack", stick, "--dry-run", "--json"))
    #expect(seen.allSatisfy { $0["receipt"] is NSNull })
    let taken = try bundles(centre(place, "unpack", stick, "--json"))
    let own = try #require(taken.first { $0["laptop"] as? String == "one" }?["receipt"] as? String)
    let listed = try Installation.object(centre(place, "bundle", "list", "--json").output)
    let packs = try #require(listed["packs"] as? [[String: Any]])
    #expect(Set(packs.compactMap { $0["receipt"] as? String }).contains(own))

    func enter(_ laptop: String, _ code: String) throws -> Program.Outcome {
      try place.tryLaptop(laptop, ["receipt", code, "--json"])
    }
    let before = try notHandedOver(place, "one")
    #expect(try enter("two", own).exitCode != 0)
    let mistyped = (own.first == "A" ? "B" : "A") + own.dropFirst()
    let refused = try enter("one", mistyped)
    #expect(refused.exitCode != 0 && refused.errors.contains("spoken-code-check"))
    #expect(try enter("one", String(own.dropLast(4))).errors.contains("spoken-code-length"))
    for typed in [own.lowercased(), "CAMTAY \(own)", own.replacing("-", with: " ")] {
      let known = try enter("one", typed)
      #expect(known.exitCode == 0, "\(typed): \(known.errors)")
      #expect(try Installation.object(known.output)["receipt_entered"] is String)
    }
    // It tells people, and hands nothing over.
    #expect(try notHandedOver(place, "one") == before && before > 0)
    let status = try place.tryLaptop("one", ["status", "--lang", "en"]).output
    #expect(status.contains("receipt on paper"), "\(status)")
  }

  @Test func `killed at any moment of packing, nothing is lost and the next pack is whole`() throws
  {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let place = try withoutNetwork("laptop")
    let stick = try stick(place)
    var count = 0
    for turn in 0..<6 {
      count += 1
      _ = try place.addHousehold("laptop", "Hộ bị ngắt \(turn)")
      let running = try Program.laptop.start(
        ["--home", place.home("laptop"), "pack", "--to", stick], logs: place.folder)
      usleep(UInt32.random(in: 0...250_000, using: &random))
      running.killHard()
      // Whatever lies there reads as a whole bundle or is said not to be one.
      let outcome = try centre(place, "unpack", stick, "--dry-run", "--json")
      #expect([0, 1, 4].contains(outcome.exitCode), "seed \(seed): \(outcome.errors)")
    }
    _ = try place.json("laptop", "pack", "--to", stick)
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(stick)/camtay")
    #expect(!left.contains { $0.hasSuffix(".TMP") }, "seed \(seed)")
    let outcome = try centre(place, "unpack", stick, "--return", stick, "--json")
    #expect(outcome.exitCode == 0, "seed \(seed): \(outcome.errors)")
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "\(count)")
    try place.laptop("laptop", "unpack", stick)
    #expect(try notHandedOver(place, "laptop") == 0, "seed \(seed)")
  }

  @Test func `each wrong stick is told in its own words and its own exit code`() throws {
    let place = try withoutNetwork("laptop", "other")
    let stick = try stick(place)
    func fails(
      _ outcome: Program.Outcome, _ code: Int32, _ words: String,
      _ location: SourceLocation = #_sourceLocation
    ) {
      #expect(outcome.exitCode == code, "\(outcome.output)", sourceLocation: location)
      let said = outcome.errors + outcome.output
      #expect(said.contains(words), "\(said)", sourceLocation: location)
    }
    fails(try place.tryLaptop("laptop", ["pack", "--to", "\(stick)/nowhere"]), 1, "no folder")
    fails(try place.tryLaptop("laptop", ["unpack", stick]), 1, "was not used")
    fails(try centre(place, "unpack", stick), 1, "was not used")

    _ = try place.addHousehold("laptop", "Hộ bị hỏng")
    let files = try place.json("laptop", "pack", "--to", stick)["files"] as? [String] ?? []
    fails(try place.tryLaptop("laptop", ["unpack", stick]), 1, "this laptop packed itself")
    fails(try place.tryLaptop("other", ["unpack", stick]), 6, "for others")

    let part = URL(fileURLWithPath: "\(stick)/camtay/\(files[0])")
    var bytes = try Data(contentsOf: part)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: part)
    let damaged = try centre(place, "unpack", stick)
    fails(damaged, 4, "Damaged: part 1 of 1")
    fails(damaged, 4, "ask for it to be packed again")
    fails(damaged, 4, "copied aside")
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "0")
    let stem = files[0].prefix(8)
    let reason = try String(
      contentsOfFile: "\(place.home("centre"))/quarantine/\(stem)/reason.txt", encoding: .utf8)
    #expect(reason.contains("Damaged"))

    // A later pack brings everything, beside the damaged one.
    _ = try place.json("laptop", "pack", "--to", stick)
    fails(try centre(place, "unpack", stick, "--return", stick), 4, "taken in")
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "1")
    fails(try place.tryLaptop("other", ["unpack", stick]), 6, "for others")
    try place.laptop("laptop", "unpack", stick)
    #expect(try notHandedOver(place, "laptop") == 0)
  }

  @Test func `what two packs both hold is new once in a preview, and strangers' files stay theirs`()
    throws
  {
    let place = try withoutNetwork("laptop")
    let stick = try stick(place)
    _ = try place.addHousehold("laptop", "Hộ gói hai lần")
    for _ in 1...2 { _ = try place.json("laptop", "pack", "--to", stick) }
    func count(_ bundles: [[String: Any]]) -> [Int] {
      bundles.compactMap { $0["new_operations"] as? Int }
    }
    let preview = try count(bundles(centre(place, "unpack", stick, "--dry-run", "--json")))
    #expect(preview.count == 2 && preview[0] > 0 && preview[1] == 0, "\(preview)")

    let photo = "\(stick)/camtay/PHATSWEB.001"
    try Data(repeating: 7, count: 5_000).write(to: URL(fileURLWithPath: photo))
    let outcome = try centre(place, "unpack", stick, "--json")
    #expect(try count(bundles(outcome)) == preview)
    #expect(outcome.exitCode == 4, "what is no bundle is said to be damaged: \(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(place.home("centre"))/quarantine"))
    #expect(FileManager.default.fileExists(atPath: photo))
  }

  @Test func `a centre that was set back goes on by stick in its next life, and misses nothing`()
    throws
  {
    let place = try withoutNetwork("laptop")
    let stick = try stick(place)
    let files = FileManager.default
    let centre = place.home("centre")
    for suffix in ["", "-wal", "-shm"]
    where files.fileExists(atPath: "\(centre)/store.sqlite\(suffix)") {
      try files.copyItem(
        atPath: "\(centre)/store.sqlite\(suffix)", toPath: "\(centre)/kept\(suffix)")
    }
    func carry() throws {
      _ = try place.json("laptop", "pack", "--to", stick)
      let outcome = try self.centre(place, "unpack", stick, "--return", stick)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let back = try place.tryLaptop("laptop", ["unpack", stick])
      #expect(back.exitCode == 0, "\(back.errors) \(back.output)")
    }
    _ = try place.addHousehold("laptop", "Hộ trước khi lùi")
    try carry()
    for suffix in ["", "-wal", "-shm"] {
      try? files.removeItem(atPath: "\(centre)/store.sqlite\(suffix)")
      try? files.moveItem(
        atPath: "\(centre)/kept\(suffix)", toPath: "\(centre)/store.sqlite\(suffix)")
    }
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "0")
    _ = try place.addHousehold("laptop", "Hộ sau khi lùi")
    for _ in 1...3 { try carry() }
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "2")
    #expect(try notHandedOver(place, "laptop") == 0)
    let digests = try place.digests(.centre, "centre")
    for (scope, digest) in try place.digests(.laptop, "laptop") {
      #expect(digests[scope] == digest, "scope \(scope)")
    }
  }

  @Test func `a pack is undone and put back, and the log says who did`() throws {
    let place = try withoutNetwork("laptop")
    let stick = try stick(place)
    _ = try place.addHousehold("laptop", "Hộ bị hủy")
    _ = try place.json("laptop", "pack", "--to", stick)
    _ = try centre(place, "unpack", stick)
    let list = try Installation.object(centre(place, "bundle", "list", "--json").output)
    let packs = list["packs"] as? [[String: Any]] ?? []
    let id = try #require(packs.first?["id"] as? String)
    let undo = try centre(place, "bundle", "undo", id, "--by", "Điều phối viên", "--json")
    #expect(undo.exitCode == 0, "\(undo.errors)")
    #expect(try Installation.object(undo.output)["operations"] as? Int ?? 0 > 0)
    let redo = try centre(place, "bundle", "redo", id, "--by", "Điều phối viên", "--json")
    #expect(redo.exitCode == 0, "\(redo.errors)")
    let log = try centre(place, "audit", "list", "--json").output
    for act in ["bundle-taken-in", "bundle-undone", "bundle-redone"] {
      #expect(log.contains(act))
    }
    #expect(try centre(place, "bundle", "undo", "ABCD", "--by", "Ai đó").exitCode == 1)
  }

  @Test func `a courier carries what he cannot read, there and back`() throws {
    let place = try withoutNetwork("laptop", "courier")
    let (near, far) = (try stick(place, "near"), try stick(place, "far"))
    _ = try place.addHousehold("laptop", "Hộ gửi nhờ")
    _ = try place.json("laptop", "pack", "--to", near)
    for turn in 1...2 {
      let taken = try place.json("courier", "courier", "take", near)
      #expect(taken["copied"] as? Int == (turn == 1 ? 1 : 0) && taken["carrying"] as? Int == 1)
    }
    // A try that was broken off left a part, and one that never got its name.
    let carried = try FileManager.default.contentsOfDirectory(atPath: "\(near)/camtay").sorted()
    let stem = try #require(carried.first?.prefix(8))
    try FileManager.default.createDirectory(
      atPath: "\(far)/camtay", withIntermediateDirectories: true)
    try Data([1]).write(to: URL(fileURLWithPath: "\(far)/camtay/\(stem).001"))
    try Data([1]).write(to: URL(fileURLWithPath: "\(far)/camtay/\(stem).TMP"))
    let given = try place.json("courier", "courier", "give", far, "--forget")
    #expect(given["copied"] as? Int == 1 && given["carrying"] as? Int == 0)
    for name in carried {
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: "\(near)/camtay/\(name)"))
          == Data(contentsOf: URL(fileURLWithPath: "\(far)/camtay/\(name)")))
    }
    #expect(try centre(place, "unpack", far, "--return", far).exitCode == 0)
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "1")

    let back = try place.json("courier", "courier", "take", far)
    #expect(back["carrying"] as? Int ?? 0 >= 1)
    _ = try place.json("courier", "courier", "give", near)
    try place.laptop("laptop", "unpack", near)
    #expect(try notHandedOver(place, "laptop") == 0)

    // A damaged bundle is not carried, and said to be damaged.
    let file = URL(fileURLWithPath: "\(near)/camtay/\(carried[1])")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    let refused = try place.tryLaptop("courier", ["courier", "take", near])
    #expect(refused.exitCode == 4 && refused.errors.contains("Damaged: part 1 of 1"))
  }

  @Test(.enabled(if: MountedDisk.FileSystem.tmpfs.isPossible, "mounting a tmpfs needs root"))
  func `a full and a read-only stick are refused in words, and the laptop keeps everything`() throws
  {
    let place = try withoutNetwork("laptop")
    let disk = try MountedDisk(.tmpfs, kilobytes: 64)
    let stick = disk.path
    try place.shell("head -c 50000 /dev/zero > \(stick)/anh.jpg")
    _ = try place.addHousehold("laptop", "Hộ khi USB đầy")
    let full = try place.tryLaptop("laptop", ["pack", "--to", stick])
    #expect(full.exitCode == 5 && full.errors.contains("full"), "\(full.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(stick)/camtay").isEmpty)
    try disk.lock()
    let locked = try place.tryLaptop("laptop", ["pack", "--to", stick])
    #expect(locked.exitCode == 5 && locked.errors.contains("read-only"), "\(locked.errors)")
    try place.shell("mount -o remount,rw \(stick) && rm \(stick)/anh.jpg")
    let packed = try place.json("laptop", "pack", "--to", stick)
    #expect(packed["records"] as? Int == 1 && packed["pack"] as? Int ?? 0 >= 1)
  }
}
