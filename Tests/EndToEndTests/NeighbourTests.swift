import Foundation
import Testing

/// Laptops that meet on a network of their own, without a centre: the real programs in two network
/// namespaces. Where a test may not make these, it is skipped.
@Suite(.serialized, .enabled(if: NetworkPair.isPossible, "needs root and the program ip"))
struct NeighbourTests {
  /// Laptops that were enrolled while there was a centre, and are out of its reach now.
  private func withoutCentre(_ laptops: String...) throws -> Installation {
    let place = try Installation()
    try place.serve()
    for laptop in laptops {
      try place.enrol(laptop)
      try place.laptop(laptop, "sync")
    }
    place.killServer()
    return place
  }

  private func program(in network: String) -> Program {
    var program = Program.laptop
    program.network = network
    return program
  }

  /// One laptop begins to wait; nil `code` in the answer means that it never did.
  private func wait(
    _ place: Installation, _ laptop: String, in network: NetworkPair
  ) throws -> (running: RunningProgram, code: String, address: String) {
    let running = try program(in: network.names.0).start(
      ["--home", place.home(laptop), "neighbour", "wait", "--port", "0", "--json"],
      logs: place.folder)
    try running.waitUntil { $0.contains("\n") }
    let told = try Installation.object(
      String(running.output.prefix { $0 != "\n" }))
    let code = try #require(told["code"] as? String)
    let addresses = try #require(told["addresses"] as? [String])
    let address = try #require(addresses.first)
    #expect(address.hasPrefix("\(network.address):"))
    return (running, code, address)
  }

  private func join(
    _ place: Installation, _ laptop: String, _ address: String, _ code: String,
    in network: NetworkPair
  ) throws -> RunningProgram {
    try program(in: network.names.1).start(
      [
        "--home", place.home(laptop), "neighbour", "join", address, "--code", code, "--json",
      ], logs: place.folder)
  }

  private func meet(
    _ place: Installation, waiting: String, joining: String, in network: NetworkPair
  ) throws -> (waiter: [String: Any], joiner: [String: Any]) {
    let (running, code, address) = try wait(place, waiting, in: network)
    let joined = try join(place, joining, address, code, in: network).wait()
    #expect(joined.exitCode == 0, "\(joined.errors)")
    let waited = running.wait()
    #expect(waited.exitCode == 0, "\(waited.errors)")
    let last = waited.output.split(separator: "\n").dropFirst().joined(separator: "\n")
    return (try Installation.object(last), try Installation.object(joined.output))
  }

  private func equal(_ place: Installation, _ laptops: String...) throws {
    let digests = try laptops.map { try place.digests(.laptop, $0) }
    for other in digests { #expect(other == digests[0]) }
  }

  @Test func `two meet, a third finds everything at one of them, the centre counts each once`()
    throws
  {
    let place = try withoutCentre("one", "two", "three")
    let network = try NetworkPair()
    for number in 1...3 { _ = try place.addHousehold("one", "Hộ một \(number)") }
    for number in 1...2 { _ = try place.addHousehold("two", "Hộ hai \(number)") }

    let (waiter, joiner) = try meet(place, waiting: "one", joining: "two", in: network)
    #expect(waiter["neighbour"] as? String == "two" && joiner["neighbour"] as? String == "one")
    #expect(joiner["hamlets"] as? [String] == [Installation.hamlet])
    #expect(joiner["taken_operations"] as? Int == waiter["given_operations"] as? Int)
    #expect(waiter["taken_operations"] as? Int == joiner["given_operations"] as? Int)
    #expect(waiter["taken_operations"] as? Int ?? 0 > 0)
    try equal(place, "one", "two")

    let (_, third) = try meet(place, waiting: "two", joining: "three", in: network)
    #expect(third["given_operations"] as? Int == 0)
    try equal(place, "one", "three")
    let names = try place.householdNames("three").sorted()
    #expect(names == ["Hộ hai 1", "Hộ hai 2", "Hộ một 1", "Hộ một 2", "Hộ một 3"])
    for laptop in ["one", "two", "three"] {
      #expect(try place.recount(laptop, "SELECT count(*) FROM household") == "5")
      // Whatever was written before still has to be handed over.
      let status = try place.json(laptop, "status")
      #expect((status["not_handed_over"] as? Int ?? -1 > 0) == (laptop != "three"))
    }

    try place.serve()
    for laptop in ["three", "one", "two"] { try place.laptop(laptop, "sync") }
    for laptop in ["one", "two", "three"] {
      #expect(try place.json(laptop, "status")["not_handed_over"] as? Int == 0)
    }
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "5")
    #expect(
      try place.recount("centre", "SELECT count(*) = count(DISTINCT hash) FROM batch") == "1")
    let digests = try place.digests(.centre, "centre")
    for (scope, digest) in try place.digests(.laptop, "one") {
      #expect(digests[scope] == digest, "scope \(scope)")
    }
  }

  @Test func `three wrong codes end the waiting and nothing is given`() throws {
    let place = try withoutCentre("one", "two")
    let network = try NetworkPair()
    _ = try place.addHousehold("one", "Hộ một")
    let (running, code, address) = try wait(place, "one", in: network)
    let wrong = code == "000 000" ? "111111" : "000000"
    for (turn, expected) in ["code-wrong", "code-wrong", "meeting-over"].enumerated() {
      let outcome = try join(place, "two", address, wrong, in: network).wait()
      #expect(outcome.exitCode != 0 && outcome.errors.contains(expected), "\(turn): \(outcome)")
    }
    let waited = running.wait()
    #expect(waited.exitCode == 3 && waited.errors.contains("meeting-over"), "\(waited)")
    #expect(try place.recount("two", "SELECT count(*) FROM household") == "0")
    let late = try join(place, "two", address, code, in: network).wait()
    #expect(late.errors.contains("neighbour-unreachable"), "\(late)")
    let none = try join(place, "two", address, "12345", in: network).wait()
    #expect(none.exitCode == 1 && none.errors.contains("code-invalid"), "\(none)")
  }

  @Test func `either side killed at any moment loses nothing, and the next meeting goes on`()
    throws
  {
    let place = try withoutCentre("one", "two")
    let network = try NetworkPair()
    for number in 1...4 { _ = try place.addHousehold("one", "Hộ một \(number)") }
    for number in 1...4 { _ = try place.addHousehold("two", "Hộ hai \(number)") }
    for (turn, milliseconds) in [30, 120, 200, 280, 360, 450].enumerated() {
      let (waiting, code, address) = try wait(place, "one", in: network)
      let joining = try join(place, "two", address, code, in: network)
      usleep(UInt32(milliseconds) * 1_000)
      if turn % 2 == 0 { joining.killHard() } else { waiting.killHard() }
      waiting.killHard()
      _ = joining.wait()
      for (laptop, own) in [("one", "Hộ một"), ("two", "Hộ hai")] {
        let names = try place.householdNames(laptop)
        #expect(names.filter { $0.hasPrefix(own) }.count == 4)
      }
    }
    _ = try meet(place, waiting: "two", joining: "one", in: network)
    try equal(place, "one", "two")
    #expect(try place.recount("one", "SELECT count(*) FROM household") == "8")
  }

  @Test func `practice, a laptop without the centre's word and a wrong address are refused`()
    throws
  {
    let place = try withoutCentre("one", "unheard")
    // As one that last heard of a centre that did not give such words.
    try place.shell(
      "sqlite3 '\(place.store("unheard"))' \"DELETE FROM local_state WHERE key = 'grant_word'\"")
    func refused(_ laptop: String, _ arguments: [String]) throws -> String {
      let outcome = try place.tryLaptop(laptop, ["neighbour"] + arguments + ["--json"])
      #expect(outcome.exitCode != 0)
      return outcome.errors
    }
    #expect(try refused("unheard", ["wait"]).contains("grant-missing"))
    #expect(
      try refused("one", ["join", "127.0.0.1:9", "--code", "123456"])
        .contains("neighbour-unreachable"))
    #expect(try refused("one", ["join", "https://a b/c", "--code", "123456"]).contains("url"))
    try place.laptop("one", "practice")
    let practice = try place.tryLaptop(
      "one/practice", ["neighbour", "wait", "--json"])
    #expect(practice.errors.contains("practice-home"), "\(practice)")
  }
}
