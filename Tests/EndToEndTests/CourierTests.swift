import Foundation
import Randomness
import Testing

/// A laptop without a network, another one that carries its packs to the centre and the answers back
/// over HTTPS, and the stick between the two: the real programs.
@Suite(.serialized) struct CourierTests {
  private let place: Installation
  private let stick: String

  /// Laptops that were enrolled while there was a network; only `courier` has one now.
  init() throws {
    place = try Installation(listeningAt: "0.0.0.0")
    stick = place.home("stick")
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    try place.serve()
    for laptop in ["far", "courier"] {
      try place.enrol(laptop)
      try place.laptop(laptop, "sync")
    }
    #expect(place.url.hasPrefix("https://"))
  }

  private func run(_ laptop: String, _ arguments: String...) throws -> Program.Outcome {
    try place.tryLaptop(laptop, arguments)
  }

  private func centre(_ arguments: String...) throws -> [String: Any] {
    let outcome = try Program.centre.run(
      ["--home", place.home("centre")] + arguments + ["--json"], logs: place.folder)
    return try Installation.object(outcome.output)
  }

  private func laptop(_ label: String) throws -> [String: Any] {
    let text = try place.centre("laptops", "--json")
    let laptops = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    return try #require(laptops?.first { $0["label"] as? String == label })
  }

  private func notHandedOver(_ laptop: String) throws -> Int {
    let status = try Installation.object(try run(laptop, "status", "--json").output)
    return status["not_handed_over"] as? Int ?? -1
  }

  private func households() throws -> String {
    try place.recount("centre", "SELECT count(*) FROM household")
  }

  /// Packs a household of the far laptop onto the stick, and lets the courier take it along.
  private func packAndTake(_ names: String...) throws {
    for name in names { _ = try place.addHousehold("far", name) }
    _ = try place.json("far", "pack", "--to", stick)
    let taken = try place.json("courier", "courier", "take", stick)
    #expect(taken["copied"] as? Int == 1 && taken["carrying_since"] is String, "\(taken)")
  }

  private func bundleFiles(_ home: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(place.home(home))/courier/camtay")
  }

  @Test func `packs go to the centre by a courier's network, and the answers come back`() throws {
    try packAndTake("Hộ xa mạng 1", "Hộ xa mạng 2")
    // What is carried is told, and not what is in it.
    let told = try run("courier", "sync", "--lang", "en")
    #expect(told.output.contains("still carries 1 bundle for others"), "\(told.output)")

    let sent = try place.json("courier", "courier", "send")
    #expect(sent["arrived"] as? Int == 1 && sent["returns"] as? Int == 1, "\(sent)")
    #expect(sent["complete"] as? Bool == true)
    #expect(try households() == "2")
    #expect(
      try place.recount(
        "centre",
        """
        SELECT p.label FROM taken_bundle t JOIN peer p ON p.replica = t.courier
        JOIN carried_pack c ON c.id = t.pack
        """) == "courier")
    let brought = try laptop("far")
    #expect(brought["last_way"] as? String == "courier", "\(brought)")
    #expect(brought["brought_by"] as? String == "courier")
    #expect((brought["on_its_way"] as? [Any])?.isEmpty == true)
    let packs = try centre("bundle", "list")["packs"] as? [[String: Any]] ?? []
    #expect(packs.map { $0["brought_by"] as? String } == ["courier"])
    let audit = try place.recount(
      "centre", "SELECT account FROM audit WHERE act = 'bundle-taken-in'")
    #expect(audit.hasPrefix("laptop:"))

    // Only the return is carried now, and a second trip moves nothing.
    let again = try place.json("courier", "courier", "send")
    #expect(again["arrived"] as? Int == 0 && again["for_others"] as? Int == 1, "\(again)")
    #expect(again["returns"] as? Int == 0 && again["carrying"] as? Int == 1)
    let given = try place.json("courier", "courier", "give", stick, "--forget")
    #expect(given["copied"] as? Int == 1 && given["carrying"] as? Int == 0, "\(given)")
    #expect(try notHandedOver("far") > 0)
    try place.laptop("far", "unpack", stick)
    #expect(try notHandedOver("far") == 0)

    // The same bundle by stick counts once; taken along again, the centre wants nothing of it.
    let stickToo = try Program.centre.run(
      ["--home", place.home("centre"), "unpack", stick, "--json"], logs: place.folder)
    #expect(stickToo.exitCode == 0, "\(stickToo.errors)")
    #expect(try households() == "2")
    _ = try place.json("courier", "courier", "take", stick)
    let third = try place.json("courier", "courier", "send")
    #expect(
      third["arrived"] as? Int == 1 && third["sent_bytes"] as? Int ?? .max < 9_000, "\(third)")
  }

  @Test func `killed at any moment of the way, nothing is lost and nothing counts twice`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    // Enough that the way takes longer than the first kills let it.
    for number in 0..<60 {
      _ = try place.json(
        "far", "household", "add", "--place", Installation.hamlet, "--name", "Hộ bị ngắt \(number)")
    }
    try packAndTake("Hộ cuối")
    for turn in 0..<8 {
      let running = try Program.laptop.start(
        ["--home", place.home("courier"), "courier", "send"], logs: place.folder)
      usleep(UInt32.random(in: 5_000...150_000, using: &random))
      if turn.isMultiple(of: 3) {
        place.killServer()
        _ = running.wait()
        try place.serve()
      } else {
        running.killHard()
      }
      let counted = try households()
      #expect(["0", "61"].contains(counted), "seed \(seed): \(counted)")
      // What the centre lacks is still here.
      if counted == "0" { #expect(try !bundleFiles("courier").isEmpty, "seed \(seed)") }
    }
    let sent = try place.json("courier", "courier", "send")
    #expect(sent["complete"] as? Bool == true, "seed \(seed): \(sent)")
    #expect(try households() == "61", "seed \(seed)")
    _ = try place.json("courier", "courier", "give", stick)
    try place.laptop("far", "unpack", stick)
    #expect(try notHandedOver("far") == 0, "seed \(seed)")
    let left = try place.recount("centre", "SELECT count(*) FROM awaited_bundle")
    #expect(left == "0", "seed \(seed)")
  }

  @Test func `a changed byte and a lost courier are refused in words, and nothing is lost`() throws
  {
    try packAndTake("Hộ của máy xa")
    let name = try #require(try bundleFiles("courier").first { $0.hasSuffix(".001") })
    let part = URL(fileURLWithPath: "\(place.home("courier"))/courier/camtay/\(name)")
    let sound = try Data(contentsOf: part)
    var changed = sound
    changed[changed.count / 2] ^= 1
    try changed.write(to: part)
    let damaged = try run("courier", "courier", "send", "--lang", "en")
    #expect(damaged.exitCode == 4, "\(damaged.output)\(damaged.errors)")
    #expect((damaged.output + damaged.errors).contains("was not sent"), "\(damaged.errors)")
    #expect(try households() == "0")
    try sound.write(to: part)

    try place.centre("laptop", "lost", "courier")
    let lost = try run("courier", "courier", "send", "--lang", "en")
    #expect(lost.exitCode == 6 && lost.errors.contains("declared lost"), "\(lost.errors)")
    #expect(try households() == "0" && !bundleFiles("courier").isEmpty)
    try place.centre("laptop", "found", "courier", "--by", "Tổ trưởng", "--yes")
    let sent = try place.json("courier", "courier", "send")
    #expect(sent["arrived"] as? Int == 1, "\(sent)")
    #expect(try households() == "1")
  }

  @Test func `what is on its way is known from its manifest, and told until it has come`() throws {
    try packAndTake("Hộ đang trên đường")
    // A part that the centre cannot keep: only the manifest arrives.
    let arriving = "\(place.home("centre"))/courier/arriving"
    try FileManager.default.createDirectory(
      atPath: arriving, withIntermediateDirectories: true)
    let manifest = try #require(try bundleFiles("courier").first { $0.hasSuffix(".000") })
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: "\(place.home("courier"))/courier/camtay/\(manifest)"))
    let id = bytes[13..<29].map { String(format: "%02x", $0) }.joined()
    try FileManager.default.createDirectory(
      atPath: "\(arriving)/\(id)/camtay/\(manifest.prefix(8)).TMP",
      withIntermediateDirectories: true)
    #expect(try run("courier", "courier", "send").exitCode != 0)
    #expect(try households() == "0")
    let known = try place.recount(
      "centre",
      """
      SELECT s.label, c.label, a.number FROM awaited_bundle a JOIN peer s ON s.replica = a.replica
      JOIN peer c ON c.replica = a.courier
      """)
    #expect(known == "far|courier|1")
    let way = try #require(try laptop("far")["on_its_way"] as? [[String: Any]])
    #expect(way.count == 1 && way[0]["courier"] as? String == "courier", "\(way)")
    #expect((way[0]["operations"] as? Int ?? 0) > 0)
    let status = try Program.centre.run(
      ["--home", place.home("centre"), "status", "--lang", "en"], logs: place.folder
    ).output
    #expect(status.contains("1 laptop's pack is on its way with courier since"), "\(status)")

    try FileManager.default.removeItem(atPath: "\(arriving)/\(id)")
    let sent = try place.json("courier", "courier", "send")
    #expect(sent["arrived"] as? Int == 1, "\(sent)")
    #expect((try laptop("far")["on_its_way"] as? [Any])?.isEmpty == true)
  }
}
