import CommandLine
import Replica
import SQLite
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct PeerProofTests {
  private func listing(_ world: CentreWorld) throws -> PeerProofListing {
    PeerProofListing(
      try world.centre.inspect { try $0.store.peerProofs() }, try world.centre.laptops(),
      try world.centre.inspect { try CentreShortfall($0.store) })
  }

  @Test func `the centre says which laptops agree with it and which cannot be compared`() throws {
    let world = try CentreWorld(seed: 71)
    let laptop = try world.enrolLaptop("one", member: "Nguyễn Văn An")
    #expect(try listing(world).lines.isEmpty)
    for _ in 0..<2 { try laptop.sync() }
    let first = try #require(try listing(world).lines.first)
    #expect(first.english.hasPrefix("one: 3 scopes equal at "))
    #expect(first.vietnamese.hasPrefix("one: 3 vùng khớp lúc "))
    #expect(try !listing(world).hasDifference)

    // Its next request says that something is on its way.
    try laptop.addHousehold("Hộ A")
    try laptop.sync()
    let second = try #require(try listing(world).json.arrayValue?.first)
    let others = second["other_scopes"]?.arrayValue ?? []
    // All of it has arrived: nothing is unsent, though nothing was compared.
    #expect(others.count == 1 && others.first?["reason"]?.textValue == "next-sync")
    #expect(second["equal_scopes"]?.integerValue == 2)
    let said = try listing(world).lines.map(\.english).joined()
    #expect(said.contains("is compared at the next sync") && !said.contains("unsent"))
    try laptop.sync()
    #expect(try listing(world).json.arrayValue?.first?["other_scopes"]?.arrayValue?.isEmpty == true)
  }

  @Test func `a laptop that differs is shown until it was mended`() throws {
    let world = try CentreWorld(seed: 72)
    let laptop = try world.enrolLaptop("one", member: "Nguyễn Văn An")
    try laptop.sync()
    try laptop.addHousehold("Hộ A")
    for _ in 0..<2 { try laptop.sync() }
    try laptop.store.connection.execute("UPDATE household SET name = CAST('hỏng' AS BLOB)")
    try laptop.store.scheduleRecompute(after: try laptop.store.verify(.quick))
    // The first round finds it, the second asks for the sums.
    for _ in 0..<2 { _ = try laptop.round() }
    #expect(try listing(world).hasDifference)
    #expect(
      try listing(world).lines.first?.english.contains("different from the centre") == true)
    for _ in 0..<2 { try laptop.sync() }
    #expect(try laptop.households() == ["Hộ A"])
    #expect(try !listing(world).hasDifference)
    #expect(try listing(world).lines.first?.english.contains("incidents recorded: 3") == true)
  }

  @Test func `the centre lists its own incidents`() throws {
    let run = try CommandRun(seed: 73)
    try #require(run("init", "--place", "17713").exit == .done)
    let empty = run("incident", "list")
    #expect(empty.exit == .done && empty.out.contains("no incidents"))
    #expect(try run("status", "--json").json()["own_incidents"] == 0)
    #expect(run("verify").exit == .done && run("verify", "--deep").exit == .done)
  }
}
