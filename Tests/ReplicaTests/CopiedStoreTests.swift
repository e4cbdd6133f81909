import Foundation
import SyncProtocol
import Testing

@testable import Replica

/// Two stores under one number that nothing on their machine tells apart: the same boot, the same
/// machine, the same file identity, the same session.
@Suite struct CopiedStoreTests {
  private func households(_ store: Store) throws -> [String] { try store.householdNames() }

  private func names(_ store: Store) throws -> [String] {
    // A visit with the name of the household that it names.
    try store.visitNotes()
  }

  private func addVisit(_ note: String, to household: RowID, _ world: World, _ store: Store) throws
  {
    try store.commit(author: nil, clock: world.clock()) { act in
      _ = try act.create(
        VisitTable.definition, in: world.scope,
        [
          (VisitTable.household, .integer(household.rawValue)), (VisitTable.note, .text(note)),
        ])
    }
  }

  private func rename(_ row: RowID, _ name: String, _ world: World, _ store: Store) throws {
    try store.commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.name, .text(name))])
    }
  }

  private func agree(_ world: World, _ stores: Store...) throws {
    for store in stores {
      #expect(try store.digest(of: world.scope) == world.centre.digest(of: world.scope))
      #expect(try store.verify().findings.isEmpty)
      #expect(try store.handOverStatus().notHandedOver == 0)
    }
    #expect(try world.centre.verify().findings.isEmpty)
  }

  @Test func `two copies in one session lose no record and keep what each refers to`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("chung", at: laptop)
    try world.sync(laptop)
    // Also something that both will hand over: it must not be counted twice.
    let shared = try world.addHousehold("chung, chưa gửi", at: laptop)
    let copy = try world.copy(of: laptop)
    #expect(copy.counter.last == laptop.counter.last)
    for (store, name) in [(laptop, "gốc"), (copy, "chép")] {
      let household = try world.addHousehold(name, at: store)
      try addVisit("1", to: household, world, store)
      try rename(household, name + " sửa", world, store)
      try addVisit("2", to: shared, world, store)
    }
    try world.sync(laptop)
    #expect(try laptop.copiedSince() == nil)
    let outcome = try world.syncAll(copy)
    #expect(outcome.reissuedOperations > 0 || copy.counter.session != laptop.counter.session)
    try world.sync(laptop)
    try world.sync(copy)
    let expected = ["chung", "chung, chưa gửi", "chép sửa", "gốc sửa"]
    let visits = [
      "chung, chưa gửi 2", "chung, chưa gửi 2", "chép sửa 1", "gốc sửa 1",
    ]
    for store in [world.centre, laptop, copy] {
      #expect(try households(store) == expected.sorted())
      #expect(try names(store) == visits.sorted())
    }
    #expect(try laptop.copiedSince() != nil)
    #expect(try copy.copiedSince() != nil)
    try agree(world, laptop, copy)
    let kinds = Set(try world.centre.logIncidents().map(\.kind))
    #expect(kinds.contains(.collision))
  }

  @Test func `a copy that deletes and undoes what it wrote itself comes through whole`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    let own = try world.addHousehold("xóa", at: copy)
    let kept = try world.addHousehold("giữ", at: copy)
    try copy.commit(author: nil, clock: world.clock()) {
      try $0.delete(HouseholdTable.definition, own)
    }
    try rename(kept, "giữ sửa", world, copy)
    try world.sync(laptop)
    try world.syncAll(copy)
    try world.sync(laptop)
    for store in [world.centre, laptop, copy] {
      #expect(try store.householdNames(where: "hidden IS NULL") == ["giữ sửa", "gốc"])
    }
    try agree(world, laptop, copy)
  }

  @Test func `batches that were closed before anybody knew are written again as well`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc 1", at: laptop)
    _ = try world.addHousehold("gốc 2", at: laptop)
    let first = try world.addHousehold("chép 1", at: copy)
    // Closed and sent into the void, twice, before the network is back.
    _ = try world.request(of: copy)
    try addVisit("a", to: first, world, copy)
    _ = try world.request(of: copy)
    _ = try world.addHousehold("chép 2", at: copy)
    try world.sync(laptop)
    try world.syncAll(copy)
    try world.sync(laptop)
    for store in [world.centre, laptop, copy] {
      #expect(try households(store) == ["chép 1", "chép 2", "gốc 1", "gốc 2"])
      #expect(try names(store) == ["chép 1 a"])
    }
    try agree(world, laptop, copy)
  }

  @Test func `an answer that is lost after a collision changes nothing`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    _ = try world.addHousehold("chép", at: copy)
    try world.sync(laptop)
    for _ in 0..<3 {
      _ = try world.centre.answer(world.request(of: copy).request, clock: world.clock())
    }
    try world.syncAll(copy)
    try world.sync(laptop)
    #expect(try households(world.centre) == ["chép", "gốc"])
    try agree(world, laptop, copy)
  }

  @Test func `a neighbour who merged a batch that the centre keeps aside builds its scope anew`()
    throws
  {
    let world = try World(laptops: 2)
    let (laptop, neighbour) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("chung", at: laptop)
    for store in [laptop, neighbour] { try world.sync(store) }
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    _ = try world.addHousehold("chép", at: copy)
    _ = try world.request(of: copy)
    let own = try world.addHousehold("láng giềng", at: neighbour)
    let closed = try copy.connection.rows("SELECT encoded FROM batch WHERE arrival IS NULL") {
      try $0.bytes(at: 0)
    }
    #expect(try neighbour.receive(closed, clock: world.clock()).map(\.state) == [.merged])
    // Without the key, which only the centre hands out.
    #expect(try households(neighbour) == ["?", "chung", "láng giềng"])

    try world.sync(laptop)
    try world.syncAll(neighbour)
    #expect(try households(neighbour) == ["chung", "gốc", "láng giềng"])
    #expect(try world.name(of: own, at: neighbour) == "láng giềng")
    try world.syncAll(copy)
    for store in [laptop, neighbour] { try world.syncAll(store) }
    for store in [world.centre, laptop, copy, neighbour] {
      #expect(try households(store) == ["chung", "chép", "gốc", "láng giềng"])
    }
    try agree(world, laptop, copy, neighbour)
  }

  @Test func `work in two scopes under the same dots is told apart`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let other = try world.openScope(for: laptop)
    try world.sync(laptop)
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    let household = try world.addHousehold("chép", at: copy, in: other)
    try addVisit("v", to: household, world, copy)
    try world.sync(laptop)
    try world.syncAll(copy)
    try world.syncAll(laptop)
    for store in [world.centre, laptop, copy] {
      #expect(try households(store) == ["chép", "gốc"])
      #expect(try names(store) == ["chép v"])
      #expect(try store.digest(of: other) == world.centre.digest(of: other))
    }
    try agree(world, laptop, copy)
  }

  @Test func `a store put back to before it handed over gets its work back and goes on`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("trước", at: laptop)
    let old = try world.copy(of: laptop)
    _ = try world.addHousehold("đã gửi", at: laptop)
    try world.sync(laptop)
    laptop.connection.close()
    // In the very same session, as after a snapshot of the machine.
    _ = try world.addHousehold("sau", at: old)
    try world.syncAll(old)
    for store in [world.centre, old] {
      #expect(try households(store) == ["sau", "trước", "đã gửi"])
    }
    #expect(try old.copiedSince() != nil)
    let numbers = try old.connection.rows("SELECT number FROM household") { try $0.integer(at: 0) }
    #expect(try old.connection.integer("SELECT last FROM running_number WHERE table_id = 16") >= 2)
    #expect(numbers.count == 3)
    try agree(world, old)
  }

  @Test func `what waits at the centre is not hidden by a copy that gives its dot again`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let other = try world.openScope(for: laptop)
    try world.sync(laptop)
    _ = try world.addHousehold("chung", at: laptop)
    _ = try world.request(of: laptop)
    let copy = try world.copy(of: laptop)
    func last(of store: Store) throws -> [UInt8] {
      _ = try world.request(of: store)
      return try #require(
        try store.connection.row("SELECT encoded FROM batch ORDER BY position DESC LIMIT 1") {
          try $0.bytes(at: 0)
        })
    }
    _ = try world.addHousehold("gốc", at: laptop)
    let waits = try last(of: laptop)
    _ = try world.addHousehold("chép", at: copy, in: other)
    let second = try last(of: copy)
    // The first life's batch waits for the one before it, and that life ends.
    #expect(try world.centre.receive([waits], clock: world.clock()).map(\.state) == [.held])
    laptop.connection.close()
    #expect(try world.centre.receive([second], clock: world.clock()).map(\.state) == [.collision])
    try world.syncAll(copy)
    // The key of the first life's name ended with it; its record is there.
    for store in [world.centre, copy] {
      #expect(try households(store).contains("chung") && households(store).contains("chép"))
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 3)
    }
    try agree(world, copy)
  }

  @Test func `a copied laptop goes on under a new number in the same store`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    _ = try world.addHousehold("chép", at: copy)
    try world.sync(laptop)
    try world.syncAll(copy)
    _ = try world.addHousehold("chưa gửi", at: copy)
    let former = copy.identity.replica
    let renewed = try world.enrolAnew(copy)
    #expect(renewed.identity.replica != former)
    #expect(try renewed.copiedSince() == nil)
    #expect(try renewed.unfinishedFormerReplicas() == [former])
    let next = try world.addHousehold("số mới", at: renewed)
    #expect(next.replica == renewed.identity.replica)
    let before = try renewed.handOverStatus()
    #expect(before.notHandedOver > 0)
    try world.syncAll(renewed)
    #expect(try renewed.unfinishedFormerReplicas().isEmpty)
    try world.syncAll(laptop)
    for store in [world.centre, laptop, renewed] {
      #expect(try households(store) == ["chép", "chưa gửi", "gốc", "số mới"])
    }
    func number(_ row: RowID) throws -> Int64? {
      try renewed.row(HouseholdTable.definition.id, row)?.shown(HouseholdTable.number.id)?.value
        .integer
    }
    let unsentRow = try renewed.connection.rows("SELECT rid FROM household") {
      RowID(rawValue: try $0.integer(at: 0))
    }.compactMap(\.self).first { try world.name(of: $0, at: renewed) == "chưa gửi" }
    let numbers = try [try #require(unsentRow), next].map { try #require(try number($0)) }
    #expect(numbers.count == 2 && numbers[0] < numbers[1])
    try agree(world, laptop, renewed)
  }

  @Test func `work of an old number that collides is written again under the new one`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let copy = try world.copy(of: laptop)
    _ = try world.addHousehold("gốc", at: laptop)
    let household = try world.addHousehold("chép", at: copy)
    try world.sync(laptop)
    // Enrolled anew before it ever met the centre: its old batches are closed and collide there.
    let renewed = try world.enrolAnew(copy)
    try rename(household, "chép sửa", world, renewed)
    try addVisit("v", to: household, world, renewed)
    try world.syncAll(renewed)
    try world.syncAll(laptop)
    for store in [world.centre, laptop, renewed] {
      #expect(try households(store) == ["chép sửa", "gốc"])
      #expect(try names(store) == ["chép sửa v"])
    }
    try agree(world, laptop, renewed)
    #expect(try world.centre.logIncidents().allSatisfy { $0.kind != .held })
  }
}
