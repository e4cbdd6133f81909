import SyncProtocol
import Testing

@testable import Replica

/// Keys of two stores under one number that have named them alike.
@Suite struct RenamedKeyTests {
  private func key(of household: RowID, at store: Store) throws -> Dot {
    let name = try store.row(HouseholdTable.definition.id, household)?
      .shown(HouseholdTable.name.id)?.value.sealed
    return try #require(name).key
  }

  private func household(named name: String, at store: Store) throws -> RowID {
    let rows = try store.connection.rows("SELECT rid FROM household") {
      RowID(rawValue: try $0.integer(at: 0))
    }.compactMap(\.self)
    return try #require(
      try rows.first {
        try store.openedRow(HouseholdTable.definition.id, $0)?
          .shown(HouseholdTable.name.id)?.value.text == name
      })
  }

  @Test func `keys that two copies named alike are told apart`() throws {
    let world = try World(laptops: 2)
    let (laptop, other) = (world.laptops[0], world.laptops[1])
    let copy = try world.copy(of: laptop)
    let original = try world.addHousehold("gốc", at: laptop)
    let copied = try world.addHousehold("chép", at: copy)
    let name = try key(of: original, at: laptop)
    #expect(try key(of: copied, at: copy) == name && original == copied)
    try world.sync(laptop)
    try world.syncAll(copy)
    for store in [laptop, other, copy] { try world.syncAll(store) }
    for store in [world.centre, laptop, other, copy] {
      #expect(try store.householdNames() == ["chép", "gốc"])
      #expect(try store.verify().findings.isEmpty)
      #expect(try store.digest(of: world.scope) == world.centre.digest(of: world.scope))
    }
    let moved = try household(named: "chép", at: world.centre)
    #expect(try key(of: moved, at: copy) != name)
    #expect(try key(of: original, at: copy) == name)
    #expect(try copy.connection.integer("SELECT count(*) FROM renamed_key") == 0)
  }

  @Test func `an erasure leaves no key of what was written again`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    let copied = try world.addHousehold("chép", at: copy)
    let old = try #require(
      try copy.keyring.entries([try key(of: copied, at: copy)]).first?.key.secret)
    try world.sync(laptop)
    try world.syncAll(copy)
    let moved = try household(named: "chép", at: world.centre)
    try world.centre.erase(
      [moved], reason: "request", requested: nil, author: nil, clock: world.clock())
    for store in [laptop, copy] { try world.syncAll(store) }
    for store in [world.centre, laptop, copy] {
      #expect(try store.householdNames() == ["?", "gốc"])
      let ids = try store.keyring.connection.rows("SELECT id FROM key") {
        Dot(rawValue: try $0.integer(at: 0))
      }.compactMap(\.self)
      #expect(try store.keyring.entries(ids).allSatisfy { $0.key.secret != old })
      #expect(try store.keyring.entries(ids).allSatisfy { $0.key.subject != moved })
    }
  }

  @Test func `an erasure of a name that two copies gave is of the row that the centre has`() throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let second = try world.openScope(for: laptop)
    try world.syncEqual(laptop)
    let copy = try world.copy(of: laptop)
    let original = try world.addHousehold("gốc", at: laptop, in: second)
    // Two rows in one act: the first has the same name, and its key another.
    let copied = try copy.commit(author: nil, clock: world.clock()) { act in
      try ["chép 1", "chép 2"].map {
        try act.create(
          HouseholdTable.definition, in: world.scope, [(HouseholdTable.name, .text($0))])
      }
    }
    #expect(copied.first == original)
    try world.syncEqual(laptop)
    // The copy's keys come, its rows do not, and it does not hear of that.
    _ = try world.centre.answer(world.request(of: copy).request, clock: world.clock())
    try world.centre.erase(
      [original], reason: "request", requested: nil, author: nil, clock: world.clock())
    for _ in 0..<3 {
      _ = try world.round(copy)
      #expect(try copy.verify().findings.isEmpty)
    }
    for store in [copy, laptop, copy] { try world.syncEqual(store) }
    for store in [world.centre, laptop, copy] {
      #expect(try store.householdNames() == ["?", "chép 1", "chép 2"])
    }
    try world.expectEqual([laptop, copy])
  }

  @Test func `what was sealed alike in a row and its operation stays alike`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    let copied = try world.addHousehold("chép", at: copy)
    for text in ["một", "hai"] {
      try copy.commit(author: nil, clock: world.clock()) {
        try $0.write(HouseholdTable.definition, copied, [(HouseholdTable.note, .text(text))])
      }
    }
    try world.sync(laptop)
    try world.syncAll(copy)
    #expect(try copy.verify().findings.isEmpty)
    let moved = try household(named: "chép", at: copy)
    let note = try world.centre.openedRow(HouseholdTable.definition.id, moved)?
      .shown(HouseholdTable.note.id)?.value
    #expect(note == .text("hai"))
  }

  @Test func `a restored centre shows nothing before every laptop has come back`() throws {
    let world = try World(laptops: 2)
    let household = try world.addHousehold("Vừ A Sùng", at: world.laptops[0])
    for laptop in world.laptops { try world.sync(laptop) }
    let backup = try world.backupOfCentre()
    try world.centre.erase(
      [household], reason: "request", requested: nil, author: nil, clock: world.clock())
    try world.sync(world.laptops[1])
    try world.setCentreBack(to: backup)
    try world.beginEpoch(1)
    try world.centre.lockSealedValues()
    // This laptop has not heard of the erasure and still has the key.
    try world.syncAll(world.laptops[0])
    #expect(try world.centre.showsNoSealedValues())
    #expect(try world.centre.householdNames() == ["?"])
    #expect(try world.centre.awaitedPeers().map(\.label) == ["laptop 2"])
    try world.syncAll(world.laptops[1])
    #expect(try !world.centre.showsNoSealedValues())
    try world.syncAll(world.laptops[0])
    for store in world.laptops + [world.centre] {
      #expect(try store.householdNames() == ["?"])
      #expect(try store.keyring.isErased(household))
      #expect(try store.verify().findings.isEmpty)
    }
  }
}
