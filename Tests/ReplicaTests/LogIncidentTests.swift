import SyncProtocol
import Testing

@testable import Replica

@Suite struct LogIncidentTests {
  @Test func `a write to a scope that was not granted is merged and listed`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let foreign = try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.openScope([(ScopeTable.kind, .integer(1))])
    }
    let row = try laptop.commit(author: nil, clock: world.clock()) {
      try $0.create(
        HouseholdTable.definition, in: foreign, [(HouseholdTable.name, .text("Sìn Thị Páo"))])
    }
    try world.sync(laptop)
    #expect(try world.name(of: row, at: world.centre) == "Sìn Thị Páo")
    let incidents = try world.centre.logIncidents()
    #expect(incidents.map(\.kind) == [.ungranted])
    #expect(incidents.first?.replica == laptop.identity.replica)
    #expect(incidents.first?.operations == 1)
  }

  @Test func `two copies of one store are a fork that loses nothing and is listed`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("trước khi chép", at: laptop)
    try laptop.connection.backup(
      to: world.folder.appendingPathComponent("copy.sqlite").path)
    let copy = try Store(
      at: Store.Location(path: world.folder.appendingPathComponent("copy.sqlite").path),
      identity: laptop.identity,
      machine: MachineIdentity(bootID: "b", machineID: "another", fileIdentity: "g"),
      random: &world.random)
    _ = try world.addHousehold("ở máy gốc", at: laptop)
    _ = try world.addHousehold("ở bản chép", at: copy)
    try world.sync(laptop)
    try world.sync(copy)
    try world.sync(laptop)
    #expect(try world.centre.logIncidents().map(\.kind) == [.fork])
    #expect(try world.centre.connection.integer("SELECT count(*) FROM household") == 3)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try copy.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try world.centre.verify().findings.isEmpty)
  }
}
