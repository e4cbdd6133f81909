import Foundation
import SyncProtocol
import Testing

@testable import Replica

@Suite struct ErasureTests {
  private let table = HouseholdTable.definition
  private let secret = "Mùa Thị Biến-Mất"

  private func erase(_ subject: RowID, _ world: World) throws {
    try world.centre.erase(
      [subject], reason: "request", requested: 20_000, author: nil, clock: world.clock())
  }

  private func shown(_ field: FieldDefinition, of row: RowID, at store: Store) throws -> Value? {
    try store.row(table.id, row)?.shown(field.id)?.value
  }

  private func write(
    _ field: FieldDefinition, _ text: String, to row: RowID, at store: Store, _ world: World
  ) throws {
    try store.commit(author: nil, clock: world.clock()) {
      try $0.write(table, row, [(field, .text(text))])
    }
  }

  private func expectEqual(_ world: World) throws {
    let digest = try world.centre.digest(of: world.scope)
    for store in world.laptops + [world.centre] {
      #expect(try store.digest(of: world.scope) == digest)
      #expect(try store.verify().findings.isEmpty)
    }
  }

  @Test func `an erasure leaves no name and no key anywhere, and counts and chains stay`() throws {
    let world = try World(laptops: 2)
    let household = try world.addHousehold(secret, at: world.laptops[0])
    let other = try world.addHousehold("Người khác", at: world.laptops[0])
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    let value = try #require(
      try shown(HouseholdTable.name, of: household, at: world.centre)?.sealed)
    let entry = try #require(try world.centre.keyring.entries([value.key]).first)
    let wrapped = try (world.laptops + [world.centre]).map { store in
      try store.keyring.connection.row(
        "SELECT wrapped FROM key WHERE id = ?", .integer(value.key.rawValue)
      ) { try $0.bytes(at: 0) } ?? []
    }
    let keyrings = try files(world).filter { $0.name.contains(".keyring") }
    #expect(keyrings.contains { contains($0.bytes, wrapped[0]) }, "the search must be able to find")

    try erase(household, world)
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] {
      #expect(try shown(HouseholdTable.name, of: household, at: store)?.kind == .erased)
      #expect(try shown(HouseholdTable.kind, of: household, at: store) == .integer(1))
      #expect(
        try store.open(
          .sealed(value), table: table.id, row: household, field: HouseholdTable.name.id)
          == .erased)
      #expect(try world.name(of: other, at: store) == "Người khác")
      #expect(try store.connection.integer("SELECT count(*) FROM household") == 2)
    }
    try expectEqual(world)
    for file in try files(world) {
      #expect(!contains(file.bytes, secret), "\(file.name)")
      #expect(!contains(file.bytes, entry.key.secret), "\(file.name)")
      for blob in wrapped { #expect(!contains(file.bytes, blob), "\(file.name)") }
    }
  }

  @Test func `a laptop confirms an erasure once`() throws {
    let world = try World(laptops: 2)
    let household = try world.addHousehold(secret, at: world.laptops[0])
    for laptop in world.laptops { try world.sync(laptop) }
    try erase(household, world)
    var state = try #require(try world.centre.erasures().first)
    #expect(state.subject == household && state.confirmed.isEmpty)
    #expect(state.reason == "request" && state.requested == 20_000)
    try world.sync(world.laptops[0])
    #expect(try world.centre.erasures().first?.confirmed.isEmpty == true, "not before it is done")
    try world.sync(world.laptops[0])
    state = try #require(try world.centre.erasures().first)
    #expect(Set(state.confirmed.keys) == [world.laptops[0].identity.replica])
    #expect(try world.laptops[0].keyring.unconfirmedErasures(limit: 9).isEmpty)
  }

  @Test(arguments: 0..<24)
  func `edits before, beside and after an erasure end alike in every order`(order: Int) throws {
    let world = try World(laptops: 3, seed: UInt64(order) + 1)
    let household = try world.addHousehold(secret, at: world.laptops[0])
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    // Every laptop writes before it hears of the erasure; the first two into one field.
    try write(HouseholdTable.name, "\(secret) 1", to: household, at: world.laptops[0], world)
    try write(HouseholdTable.name, "\(secret) 2", to: household, at: world.laptops[1], world)
    try write(HouseholdTable.note, "\(secret) 3", to: household, at: world.laptops[2], world)
    // One of them in another year, under a key that nobody has seen.
    try world.laptops[2].commit(author: nil, clock: world.clock(offset: 366 * 86_400_000)) {
      try $0.write(table, household, [(HouseholdTable.phone, .text(secret))])
    }
    var steps: [() throws -> Void] = world.laptops.map { laptop in { try world.sync(laptop) } }
    steps.append { try self.erase(household, world) }
    for step in permutation(order, of: steps) { try step() }
    for laptop in world.laptops + world.laptops + world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] {
      let state = try #require(try store.row(table.id, household))
      #expect(state.heads.allSatisfy { $0.value.sealed == nil })
      #expect(state.heads(of: HouseholdTable.name.id).count == 2)
      #expect(try store.conflicts().isEmpty)
      #expect(try store.keyring.connection.integer("SELECT count(*) FROM key") == 0)
      #expect(throws: ReplicaError.subjectErased(household)) {
        try write(HouseholdTable.name, "lại", to: household, at: store, world)
      }
    }
    try expectEqual(world)
    for file in try files(world) { #expect(!contains(file.bytes, secret), "\(file.name)") }
  }

  @Test func `only the centre erases`() throws {
    let world = try World(laptops: 2)
    let household = try world.addHousehold(secret, at: world.laptops[0])
    for laptop in world.laptops { try world.sync(laptop) }
    _ = try world.laptops[1].commit(author: nil, clock: world.clock()) {
      try $0.create(
        ErasureTable.definition, in: world.scope,
        [(ErasureTable.subject, .integer(household.rawValue))])
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] {
      #expect(try world.name(of: household, at: store) == secret)
      #expect(try store.keyring.erasedSubjects().isEmpty)
    }
    #expect(try world.centre.erasures().isEmpty)
    try expectEqual(world)
  }

  @Test func `an erasure that was interrupted is carried out at the next start`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold(secret, at: laptop)
    try world.sync(laptop)
    let shown = try shown(HouseholdTable.name, of: household, at: laptop)
    let name = try #require(shown?.sealed?.subject)
    try laptop.connection.execute(
      "INSERT INTO erased_subject (scope, subject) VALUES (?, ?)",
      .integer(world.scope.rawValue), .integer(name.rawValue))
    #expect(try laptop.keyring.connection.integer("SELECT count(*) FROM key") == 1)
    let reopened = try Store(
      at: world.location("laptop 1"), identity: laptop.identity,
      machine: MachineIdentity(bootID: "b", machineID: "laptop 1", fileIdentity: "f"),
      storeKey: World.storeKey, random: &world.random)
    #expect(try reopened.keyring.connection.integer("SELECT count(*) FROM key") == 0)
    #expect(try reopened.keyring.erasedSubjects() == [name])
  }

  @Test func `an erasure reaches a scope where a value turns up later`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let second = try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.openScope([(ScopeTable.kind, .integer(1))])
    }
    try world.centre.grant([second], to: laptop.identity.replica, at: world.clock().wall)
    let household = try world.addHousehold(secret, at: laptop)
    try world.sync(laptop)
    // Offline, the laptop visits the same household in the other scope.
    let visit = try laptop.commit(author: nil, clock: world.clock()) {
      try $0.create(
        VisitTable.definition, in: second,
        [
          (VisitTable.household, .integer(household.rawValue)), (VisitTable.note, .text(secret)),
        ])
    }
    try erase(household, world)
    #expect(try world.centre.erasedSubjects(in: second).isEmpty)
    for _ in 0..<3 { try world.sync(laptop) }
    for store in [laptop, world.centre] {
      let note = try store.row(VisitTable.definition.id, visit)?.shown(VisitTable.note.id)?.value
      #expect(note == .erased(household))
      #expect(try store.erasedSubjects(in: second) == [household])
    }
    #expect(try laptop.digest(of: second) == world.centre.digest(of: second))
    #expect(try laptop.verify().findings.isEmpty && world.centre.verify().findings.isEmpty)
  }

  @Test func `a store from a backup shows and sends nothing until it has heard everything`() throws
  {
    let world = try World(laptops: 2)
    let laptop = world.laptops[0]
    let household = try world.addHousehold(secret, at: laptop)
    for store in world.laptops { try world.sync(store) }
    try write(HouseholdTable.note, "chưa gửi", to: household, at: laptop, world)
    try laptop.lockSealedValues()
    try erase(household, world)
    #expect(
      try laptop.openedRow(table.id, household)?.shown(HouseholdTable.name.id)?.value.text == nil)
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "t"), clock: world.clock(), random: &world.random)
    #expect(pending.batchCount == 0)
    let frames = try ReceivedStream(decoding: pending.request).frames
    #expect(frames.allSatisfy { $0.kind != .keys && $0.kind != .batch })
    let answer = try world.centre.answer(pending.request, clock: world.clock())
    _ = try laptop.absorb(answer.bytes, of: pending, clock: world.clock())
    #expect(try !laptop.keyring.isLocked)
    #expect(try laptop.keyring.erasedSubjects().contains(household))
    for store in world.laptops + world.laptops { try world.sync(store) }
    try expectEqual(world)
  }

  @Test func `what an erasure reaches is known before it is done`() throws {
    let world = try World(laptops: 1)
    let household = try world.addHousehold(secret, at: world.laptops[0])
    try write(HouseholdTable.phone, "0912345678", to: household, at: world.laptops[0], world)
    try world.sync(world.laptops[0])
    let coverage = try world.centre.coverage(of: [household])
    #expect(coverage.scopes == [world.scope])
    #expect(coverage.rows.map(\.row) == [household, household])
    #expect(coverage.subjects.count == 2 && coverage.subjects.contains(household))
    #expect(coverage.names.values.map(\.self) == [household])
    #expect(
      coverage.rows.flatMap(\.fields).sorted() == [HouseholdTable.name.id, HouseholdTable.phone.id])
    #expect(try world.centre.keyring.erasedSubjects().isEmpty)
  }

  /// The numbered order of few things.
  private func permutation<Element>(_ number: Int, of elements: [Element]) -> [Element] {
    var rest = elements
    var number = number
    var ordered: [Element] = []
    while !rest.isEmpty {
      ordered.append(rest.remove(at: number % rest.count))
      number /= rest.count + 1
    }
    return ordered
  }
}
