import FieldWork
import Foundation
import Randomness
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// A centre whose store is put back behind its back.
@Suite struct SetBackTests {
  private func files(_ home: HomeFolder) -> [String] {
    ["", "-wal", "-shm"].map { home.storePath + $0 }
  }

  /// A consistent copy of the store's files while the centre stands.
  private func snapshot(_ world: CentreWorld, _ name: String) throws -> String {
    let path = world.path(name)
    var random = SeededGenerator(seed: 9)
    _ = try world.centre.inspect { try $0.store.backup(to: path, random: &random) }
    return path
  }

  @Test func `a server goes on in a new epoch when a laptop proves what it had`() throws {
    let world = try CentreWorld(seed: 80)
    let first = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    let second = try world.enrolLaptop("máy 2", member: "Nguyễn Văn An")
    try first.sync()
    try second.sync()
    try first.addHousehold("trước")
    try first.sync()
    try second.sync()
    let old = try snapshot(world, "old")
    try first.addHousehold("sau")
    try first.sync()
    try second.sync()
    // The whole machine is set back: the store, and the note outside it.
    let again = try ServedAgain(world, store: old)
    #expect(again.centre.keys.certificate.replica == .centre(epoch: 0))
    try again.sync(second)
    #expect(again.centre.keys.certificate.replica == .centre(epoch: 1))
    let today = LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
    let month = try #require(Period(.month, holding: today))
    func coverage() throws -> Coverage { try again.centre.coverage(of: month, today: today) }
    #expect(try coverage().missing.map(\.label) == ["máy 1"])
    #expect(try coverage().shortfalls().first?.english.contains("not back since: máy 1.") == true)
    #expect(try again.centre.status().reported == 1)
    #expect(
      try GapDeclareCommand.carriers(again.centre)?.english.contains("missing: máy 1.") == true)
    try again.sync(first)
    #expect(try coverage().isComplete)
    #expect(try GapDeclareCommand.carriers(again.centre) == nil)
    try again.sync(second)
    for laptop in [first, second] { #expect(try laptop.households() == ["sau", "trước"]) }
    try expectStoppedIsSaid(of: first, at: again.centre)
    try again.centre.inspect { field in
      #expect(
        try field.reader.households(page: .all).compactMap(\.name).sorted() == ["sau", "trước"])
      for scope in try field.store.knownScopes() {
        let digest = try field.store.digest(of: scope)
        if try first.store.cursor(scope).arrival > 0 {
          #expect(try first.store.digest(of: scope) == digest)
          #expect(try second.store.digest(of: scope) == digest)
        }
      }
      #expect(try field.store.verify().findings.isEmpty)
      #expect(try field.store.restoreIncidents().map(\.kind) == ["epoch"])
    }
    #expect(try again.centre.status().restores.map(\.rest) == [.laptops([])])
    #expect(
      try again.centre.status().restores.first?.words?.english.hasSuffix(
        "Every laptop in use has synced since.") == true)
  }

  /// Of a laptop that asks for an area at a place of an earlier life the centre claims nothing.
  private func expectStoppedIsSaid(of laptop: TestLaptop, at centre: Centre) throws {
    let scope = try #require(try laptop.store.grantedScopes().last)
    let replica = laptop.store.identity.replica.rawValue
    func lines() throws -> String {
      try centre.inspect { field in
        PeerProofListing(
          try field.store.peerProofs(), try field.store.peers(), try CentreShortfall(field.store)
        ).lines.map(\.english).joined()
      }
    }
    #expect(try !lines().contains("stopped in"))
    func set(_ epoch: Int) throws {
      try centre.inspect {
        try $0.store.connection.execute(
          "UPDATE acknowledged SET epoch = \(epoch) WHERE replica = \(replica) AND scope = "
            + "\(scope.rawValue)")
      }
    }
    try set(0)
    #expect(try lines().contains("stopped in “"))
    #expect(try !lines().contains("is compared at the next sync"))
    try set(1)
  }

  @Test func `the state of a restored centre names only what is left to do`() throws {
    let world = try CentreWorld(seed: 82)
    let first = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try first.sync()
    let old = try snapshot(world, "old")
    let later = try world.enrolLaptop("máy sau", member: "Nguyễn Văn An")
    try later.sync()
    try first.addHousehold("sau")
    try first.sync()
    let again = try ServedAgain(world, store: old)
    try again.sync(first)
    try again.sync(later)
    func words() throws -> [String] {
      try again.centre.status().restores.compactMap(\.words?.english)
    }
    #expect(try words().count == 2)
    #expect(try words().last?.contains("laptop team 'máy sau' TEAM --yes · camtay-server") == true)
    let centre = again.centre
    let team = try #require(
      try centre.inspect { try $0.reader.teams().first { $0.name == "Tổ Xóm 1" } })
    let replica = later.store.identity.replica
    try centre.administer { store, _ in try store.setTeam(team.id, of: replica) }
    #expect(
      try words().last?.hasSuffix("needs: camtay-server grant add --laptop 'máy sau' --place PLACE")
        == true)
    try centre.administer { store, clock in
      try store.grant(
        [try #require(store.grantedScopes(of: first.store.identity.replica).last)], to: replica,
        at: clock.wall)
    }
    #expect(try words().count == 1 && words().allSatisfy { $0.hasSuffix("synced since.") })
    #expect(try centre.status().restores.allSatisfy(\.isSettled))
  }

  @Test func `an old file that is copied over the store is found at the start`() throws {
    let world = try CentreWorld(seed: 81)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    let old = try snapshot(world, "old")
    try laptop.addHousehold("sau")
    try laptop.sync()
    let again = try ServedAgain(world, store: old, keepingNote: true)
    #expect(again.centre.keys.certificate.replica == .centre(epoch: 1))
    try again.sync(laptop)
    #expect(
      try again.centre.inspect {
        try $0.store.connection.integer("SELECT count(*) FROM household")
      } == 1)
  }
}

/// The same home served by a second process, after the first one's store was replaced.
final class ServedAgain {
  let centre: Centre
  private let server: CentreServer
  private let world: CentreWorld

  init(_ world: CentreWorld, store: String, keepingNote: Bool = false) throws {
    self.world = world
    let home = HomeFolder(path: world.path("again"))
    try home.create()
    for name in CentreKeys.fileNames {
      if let content = try world.home.read(name) { try home.write(name, content) }
    }
    try FileManager.default.copyItem(atPath: store, toPath: home.storePath)
    if keepingNote {
      try FileManager.default.copyItem(
        atPath: "\(world.home.path)/lock", toPath: "\(home.path)/lock")
    }
    centre = try Centre(home, as: .serving, surroundings: world.clock.surroundings)
    server = try CentreServer(centre, port: 0)
    try server.start()
  }

  deinit { server.stop() }

  func sync(_ laptop: TestLaptop) throws {
    for _ in 0..<20 {
      world.clock.advance(seconds: 1)
      let pending = try laptop.makeRequest()
      var request = ClientRequest(
        .post, server.url + "/sync/v1", headers: ["Content-Type": "application/octet-stream"],
        body: pending.request)
      request.maximumResponseBytes = Limits.streamBytes
      let response = try HTTPClient(trust: .system).send(request)
      try #require(response.status == 200)
      let outcome = try laptop.store.absorb(
        response.body, of: pending, clock: world.clock.surroundings.clock())
      #expect(outcome.blockedScopes.isEmpty && outcome.differingScopes.isEmpty)
      if !outcome.hasMore { return }
    }
    Issue.record("the rounds do not end")
  }
}
