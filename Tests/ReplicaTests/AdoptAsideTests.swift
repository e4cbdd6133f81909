import SyncProtocol
import Testing

@testable import Replica

/// What the centre keeps aside and nobody writes again, until a person adopts it.
@Suite struct AdoptAsideTests {
  /// A laptop whose disk went back: its lost life has handed over a household with a visit, of which
  /// the centre keeps the batch aside, because the other life's came first.
  private struct PutBack {
    let world: World
    let laptop: Store
    /// The life that was lost.
    let lost: Store
    let aside: AsideBatch

    init(
      laptops: Int = 1, _ lostWork: (World, Store) throws -> Void,
      meanwhile work: (World, Store) throws -> Void = PutBack.moves
    ) throws {
      world = try World(laptops: laptops)
      laptop = world.laptops[0]
      _ = try world.addHousehold("chung", at: laptop)
      try world.sync(laptop)
      lost = try world.copy(of: laptop)
      try lostWork(world, lost)
      try work(world, laptop)
      try world.sync(laptop)
      // Its answer never comes.
      _ = try world.centre.answer(world.request(of: lost).request, clock: world.clock())
      aside = try #require(try world.centre.asideBatches().first)
    }

    /// Work that makes no key: the dots of both lives meet, and the names of no two keys.
    private static func moves(_ world: World, _ store: Store) throws {
      let household = try #require(try world.firstHousehold(at: store))
      for number in 1...5 {
        try store.commit(author: nil, clock: world.clock()) {
          try $0.write(
            HouseholdTable.definition, household,
            [(HouseholdTable.phone, .text("090000000\(number)"))])
        }
      }
    }

    func adopt(isDryRun: Bool = false) throws -> AsideAdoptionOutcome {
      try world.centre.adoptAside(
        aside.hash, by: "An", note: "đĩa hỏng", clock: world.clock(), isDryRun: isDryRun)
    }

    func shown(_ store: Store) throws -> [String] {
      try store.householdNames(where: "hidden IS NULL")
    }
  }

  private static func householdWithVisit(_ world: World, _ store: Store) throws {
    let household = try world.addHousehold("mất", at: store)
    try store.commit(author: nil, clock: world.clock()) { act in
      _ = try act.create(
        VisitTable.definition, in: world.scope,
        [(VisitTable.household, .integer(household.rawValue)), (VisitTable.note, .text("thăm"))])
    }
    try store.commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.name, .text("mất sửa"))])
    }
  }

  @Test func `what nobody writes again is adopted with its time, its names and its secrets`()
    throws
  {
    let put = try PutBack(laptops: 2, Self.householdWithVisit)
    let (world, centre) = (put.world, put.world.centre)
    #expect(put.aside.waits && put.aside.missing.isEmpty && put.aside.adoption == nil)
    #expect(put.aside.replica == put.laptop.identity.replica)
    #expect(put.aside.entries.count == 3)
    #expect(try put.shown(centre) == ["chung"])
    #expect(try centre.asideBatchesWaiting() == 1)
    #expect(try centre.logIncidents().map(\.kind).contains(.collision))
    let preview = try put.adopt(isDryRun: true)
    #expect(preview.operations == 3 && preview.unreadable == 0 && preview.objected == 0)
    #expect(try put.shown(centre) == ["chung"], "a preview writes nothing")
    #expect(try put.adopt() == preview)

    for store in world.laptops { try world.syncEqual(store) }
    for store in [centre] + world.laptops {
      #expect(try put.shown(store) == ["chung", "mất sửa"])
      // The visit names the household under its new name.
      #expect(try store.visitNotes() == ["mất sửa thăm"])
    }
    try world.expectEqual(world.laptops)
    let original = try #require(put.aside.entries.first?.operation)
    let adopted = try #require(try centre.asideBatches().first)
    #expect(!adopted.waits && adopted.adoption?.person == "An")
    #expect(adopted.adoption?.note == "đĩa hỏng")
    let standing = try #require(adopted.entries.first?.standing)
    #expect(standing.replica == centre.identity.replica)
    #expect(try centre.operation(standing, in: world.scope)?.time == original.time)
    for store in [centre] + world.laptops {
      #expect(try store.laptop(of: standing) == put.laptop.identity.replica)
    }
    let review = try #require(try world.laptops[1].reviews().first)
    #expect(review.reason == "kept-aside" && review.state == .admitted)
    #expect(review.ruledBy == "An" && review.note == "đĩa hỏng")
  }

  @Test func `an adoption closes the incident, and a second one writes nothing`() throws {
    let put = try PutBack(Self.householdWithVisit)
    let centre = put.world.centre
    _ = try put.adopt()
    #expect(try centre.logIncidents().allSatisfy { $0.kind != .collision })
    #expect(try centre.asideBatchesWaiting() == 0)
    let arrivals = try centre.totalArrivals()
    #expect(try put.adopt().operations == 0)
    #expect(try centre.totalArrivals() == arrivals)
  }

  @Test func `what its author has written again is not offered and not written`() throws {
    let put = try PutBack(Self.householdWithVisit)
    let (world, centre) = (put.world, put.world.centre)
    try world.syncAll(put.lost)
    let aside = try #require(try centre.asideBatches().first { $0.hash == put.aside.hash })
    #expect(!aside.waits && aside.entries.allSatisfy { $0.standing != nil })
    let arrivals = try centre.totalArrivals()
    #expect(try put.adopt().operations == 0)
    #expect(try centre.totalArrivals() == arrivals)
    #expect(try put.shown(centre) == ["chung", "mất sửa"])
    #expect(try centre.asideBatches().allSatisfy { $0.adoption == nil }, "nobody decided anything")
  }

  @Test func `an author who comes back after the adoption doubles nothing`() throws {
    let put = try PutBack(laptops: 2, Self.householdWithVisit)
    let (world, centre) = (put.world, put.world.centre)
    _ = try put.adopt()
    try world.sync(world.laptops[1])
    try world.syncAll(put.lost)
    for store in world.laptops { try world.sync(store) }
    try world.sync(put.lost)
    for store in [centre, put.lost] + world.laptops {
      #expect(try put.shown(store) == ["chung", "mất sửa"])
      let visits = try store.connection.integer("SELECT count(*) FROM visit WHERE hidden IS NULL")
      #expect(visits == 1)
    }
    try world.expectEqual([put.lost] + world.laptops)
    #expect(try centre.conflictCount() == 0)
    // Nobody had gone on from what the centre wrote: the author's own stands.
    #expect(try centre.reviews().allSatisfy { $0.state == .corrected })
    let own = try put.lost.connection.rows(
      "SELECT rid FROM household WHERE hidden IS NULL AND rid > ?",
      .integer(Int64(put.laptop.identity.replica.rawValue) << 39)
    ) { try $0.integer(at: 0) }
    #expect(own.count == 2)
  }

  @Test func `values whose key the other life's took the name of are told, and stay kept`() throws {
    let put = try PutBack(Self.householdWithVisit) { world, store in
      _ = try world.addHousehold("sau", at: store)
    }
    let (world, centre) = (put.world, put.world.centre)
    let before = try asideBytes(centre)
    let outcome = try put.adopt()
    #expect(outcome.operations == 3 && outcome.unreadable == 2)
    #expect(try put.shown(centre) == ["?", "chung", "sau"])
    #expect(try asideBytes(centre) == before)
    try world.syncEqual(put.laptop)
    try world.expectEqual([put.laptop])
  }

  private func asideBytes(_ centre: Store) throws -> [[UInt8]] {
    try centre.connection.rows("SELECT encoded FROM batch_aside ORDER BY hash") {
      try $0.bytes(at: 0)
    }
  }

  @Test func `an author who comes back gives way to what others have built upon`() throws {
    let put = try PutBack(laptops: 2, Self.householdWithVisit)
    let (world, centre, other) = (put.world, put.world.centre, put.world.laptops[1])
    _ = try put.adopt()
    try world.sync(other)
    let household = try #require(
      try centre.asideBatches().first?.entries.first?.standing)
    try other.commit(author: nil, clock: world.clock()) { act in
      _ = try act.create(
        VisitTable.definition, in: world.scope,
        [
          (VisitTable.household, .integer(household.rawValue)), (VisitTable.note, .text("nữa")),
        ])
    }
    try world.sync(other)
    try world.syncAll(put.lost)
    for store in world.laptops + [put.lost] { try world.sync(store) }
    for store in [centre, put.lost] + world.laptops {
      #expect(try put.shown(store) == ["chung", "mất sửa"])
      let visits = try store.connection.integer("SELECT count(*) FROM visit WHERE hidden IS NULL")
      #expect(visits == 2)
    }
    try world.expectEqual([put.lost] + world.laptops)
    let open = try centre.reviews(openOnly: true)
    #expect(!open.isEmpty && open.allSatisfy { $0.detail == "twice" })
    #expect(try centre.row(HouseholdTable.definition.id, household)?.hiding == nil)
  }

  @Test func `a person can reject what was adopted`() throws {
    let put = try PutBack { world, store in
      let household = try #require(try world.firstHousehold(at: store))
      try world.setKind(2, of: household, at: store)
    }
    let (world, centre) = (put.world, put.world.centre)
    let household = try #require(try world.firstHousehold(at: centre))
    #expect(try world.kind(of: household, at: centre) == 1)
    _ = try put.adopt()
    #expect(try world.kind(of: household, at: centre) == 2)
    let review = try #require(try centre.reviews().first)
    _ = try centre.rule(on: review.id, .reject, by: "Bình", note: nil, clock: world.clock())
    #expect(try world.kind(of: household, at: centre) == 1)
    try world.syncEqual(put.laptop)
    try world.expectEqual([put.laptop])
  }

  @Test func `what stands beside another's edit becomes a conflict`() throws {
    let put = try PutBack { world, store in
      let household = try #require(try world.firstHousehold(at: store))
      try world.setKind(2, of: household, at: store)
    }
    let (world, centre) = (put.world, put.world.centre)
    let household = try #require(try world.firstHousehold(at: put.laptop))
    try world.setKind(3, of: household, at: put.laptop)
    try world.sync(put.laptop)
    #expect(try centre.conflictCount() == 0)
    _ = try put.adopt()
    #expect(try centre.conflictCount() == 1)
  }

  @Test func `an unknown batch is not adopted, nor any at a laptop`() throws {
    let world = try World(laptops: 1)
    let hash = Primitives.standard.hash([1])
    #expect(throws: ReplicaError.notAside) {
      try world.centre.adoptAside(hash, by: "An", note: nil, clock: world.clock())
    }
    #expect(throws: ReplicaError.notTheCentre) {
      try world.laptops[0].adoptAside(hash, by: "An", note: nil, clock: world.clock())
    }
  }
}
