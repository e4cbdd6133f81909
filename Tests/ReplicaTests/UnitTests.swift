import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct UnitTests {
  /// Opens a hamlet of a unit: its scope and its place.
  private func openHamlet(
    _ name: String, of unit: String, in world: World
  ) throws -> (scope: ScopeID, place: RowID) {
    try world.centre.commit(author: nil, clock: world.clock()) { act in
      let scope = try act.openScope([
        (ScopeTable.kind, .integer(1)), (ScopeTable.communeCode, .text(unit)),
        (ScopeTable.label, .text(name)),
      ])
      let place = try act.create(
        PlaceTable.definition, in: .everyone,
        [
          (PlaceTable.name, .text(name)), (PlaceTable.communeCode, .text(unit)),
          (PlaceTable.householdScope, .integer(scope.rawValue)),
        ])
      return (scope, place)
    }
  }

  private func openCommune(_ unit: String, in world: World) throws -> ScopeID {
    try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.openScope([
        (ScopeTable.kind, .integer(2)), (ScopeTable.communeCode, .text(unit)),
        (ScopeTable.label, .text("Xã \(unit)")),
      ])
    }
  }

  private func add(_ name: String, in scope: ScopeID, at laptop: Store, _ world: World) throws
    -> RowID
  {
    try laptop.commit(author: nil, clock: world.clock()) {
      try $0.create(HouseholdTable.definition, in: scope, [(HouseholdTable.name, .text(name))])
    }
  }

  private func today(_ world: World) -> Int64 { RegistryDay.containing(world.clock().wall) }

  @Test func `many targets at once mean what each of them means alone`() throws {
    let world = try World(laptops: 1)
    let units = ["00001", "00002"]
    let hamlets = try units.map { try openHamlet("Xóm \($0)", of: $0, in: world) }
    let communes = try units.map { try openCommune($0, in: world) }
    let alone = try openHamlet("Xóm lẻ", of: "00003", in: world)
    let expected: [GrantTarget: [ScopeID]] = [
      .unit(units[0]): [hamlets[0].scope, communes[0]].sorted(),
      .unit(units[1]): [hamlets[1].scope, communes[1]].sorted(),
      .place(hamlets[0].place): [hamlets[0].scope, communes[0]].sorted(),
      .place(alone.place): [alone.scope],
      .scope(hamlets[1].scope): [hamlets[1].scope],
      .unit("99999"): [],
    ]
    let day = today(world)
    #expect(try world.centre.scopes(of: Set(expected.keys), on: day) == expected)
    for (target, scopes) in expected {
      #expect(try world.centre.scopes(of: target, on: day) == scopes)
    }
    #expect(try world.centre.scopes(of: [], on: day).isEmpty)
  }

  @Test func `two communes merge while two laptops are away with unsent work`() throws {
    let world = try World(laptops: 2)
    let (east, west) = (world.laptops[0], world.laptops[1])
    let (a, b) = (
      try openHamlet("Xóm Đông", of: "00001", in: world),
      try openHamlet("Xóm Tây", of: "00002", in: world)
    )
    for (laptop, unit) in [(east, "00001"), (west, "00002")] {
      try world.centre.addGrant(
        .unit(unit), to: laptop.identity.replica, since: Store.always, at: world.clock().wall)
      try world.sync(laptop)
    }
    let first = try add("Trước sáp nhập", in: a.scope, at: east, world)
    try world.sync(east)
    let rows = try [a.scope, b.scope].map { try world.centre.digest(of: $0) }

    // Both are away, and write.
    let (late, other) = (
      try add("Đông, lúc vắng", in: a.scope, at: east, world),
      try add("Tây, lúc vắng", in: b.scope, at: west, world)
    )
    let preview = try world.centre.previewing {
      try world.centre.mergeUnits(
        ["00001", "00002"], into: "00009", from: today(world), clock: world.clock())
    }
    #expect(try world.centre.unitMap().allSatisfy { $0.unit != "00009" })
    let changes = try world.centre.mergeUnits(
      ["00001", "00002"], into: "00009", from: today(world), clock: world.clock())
    #expect(changes == preview)
    #expect(changes.map(\.lost) == [[], []])
    #expect(Set(changes.map(\.gained)) == [[a.scope], [b.scope]])
    #expect(try [a.scope, b.scope].map { try world.centre.digest(of: $0) } == rows)

    // They come back: nothing is reset, nothing lost, and each holds both.
    let cursor = try east.cursor(a.scope)
    #expect(cursor.arrival > 0)
    for _ in 0..<2 {
      try world.sync(east)
      try world.sync(west)
    }
    for laptop in [east, west] {
      for (row, name) in [
        (first, "Trước sáp nhập"), (late, "Đông, lúc vắng"), (other, "Tây, lúc vắng"),
      ] {
        #expect(try world.name(of: row, at: laptop) == name)
      }
      for scope in [a.scope, b.scope, .everyone] {
        #expect(try laptop.digest(of: scope) == world.centre.digest(of: scope))
      }
      #expect(try laptop.scopesBeingHandedBack().isEmpty)
      #expect(try laptop.verify().findings.isEmpty)
      #expect(try laptop.handOverStatus().notHandedOver == 0)
    }
    #expect(try east.cursor(a.scope).arrival > cursor.arrival)
    #expect(try world.centre.logIncidents().isEmpty)
    // No operation of the reform stands in a hamlet's scope.
    #expect(
      try world.centre.connection.integer(
        "SELECT count(*) FROM batch WHERE replica < 256 AND scope IN (?, ?)",
        .integer(a.scope.rawValue), .integer(b.scope.rawValue)) == 0)
  }

  @Test func `a grant by place holds its households and the teams of its unit of the day`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0].identity.replica
    let hamlet = try openHamlet("Xóm 1", of: "00001", in: world)
    let (old, other) = (
      try openCommune("00001", in: world), try openCommune("00002", in: world)
    )
    let day = today(world)
    #expect(
      try world.centre.scopes(of: .place(hamlet.place), on: day) == [hamlet.scope, old].sorted())
    try world.centre.addGrant(
      .place(hamlet.place), to: laptop, since: Store.always, at: world.clock().wall)
    let changes = try world.centre.mergeUnits(
      ["00002"], into: "00001", from: day, clock: world.clock())
    #expect(changes.map(\.gained) == [[other]])
    let grants = try world.centre.grants(of: laptop).scopes
    #expect(grants == [world.scope, hamlet.scope, old, other].sorted())
  }

  @Test func `the area of its team goes along with a hamlet, whatever was named`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0].identity.replica
    let hamlets = try ["Xóm 1", "Xóm 2"].map { try openHamlet($0, of: "00001", in: world) }
    let commune = try openCommune("00001", in: world)
    try world.centre.commit(author: nil, clock: world.clock()) { act in
      for hamlet in hamlets {
        _ = try act.create(
          TeamTable.definition, in: commune,
          [
            (TeamTable.name, .text("Tổ")), (TeamTable.place, .integer(hamlet.place.rawValue)),
          ])
      }
    }
    try world.centre.addGrant(
      .place(hamlets[1].place), to: laptop, since: Store.always, at: world.clock().wall)
    let day = today(world)
    func areas(_ unit: String) throws -> [ScopeID] {
      try world.centre.scopes(of: .unit(unit), on: day)
    }
    // The hamlet alone is named.
    let split = try world.centre.splitUnit(
      "00001", into: "00002", scopes: [hamlets[1].scope], from: day, clock: world.clock())
    #expect(split.flatMap(\.lost).isEmpty)
    #expect(try world.centre.grants(of: laptop).scopes.contains(commune))
    #expect(try areas("00002") == [hamlets[1].scope, commune].sorted())
    #expect(try areas("00001") == [hamlets[0].scope, commune].sorted())
    // The area is named, and a hamlet of its teams stays.
    _ = try world.centre.splitUnit(
      "00001", into: "00003", scopes: [commune], from: day, clock: world.clock())
    #expect(try areas("00001") == [hamlets[0].scope, commune].sorted())
    // An assignment alone: the hamlet lies in no unit whose teams serve it.
    _ = try world.centre.mergeUnits(["00002"], into: "00004", from: day, clock: world.clock())
    #expect(try areas("00004") == [hamlets[1].scope, commune].sorted())
  }

  @Test func `a reform of a later day takes effect on that day, without another command`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let hamlet = try openHamlet("Xóm 1", of: "00001", in: world)
    try world.centre.addGrant(
      .unit("00002"), to: laptop.identity.replica, since: Store.always, at: world.clock().wall)
    let changes = try world.centre.mergeUnits(
      ["00001"], into: "00002", from: today(world) + 7, clock: world.clock())
    #expect(changes.isEmpty)
    try world.sync(laptop)
    #expect(try !laptop.grantedScopes().contains(hamlet.scope))
    let number = try world.centre.grants(of: laptop.identity.replica).number
    world.pass(milliseconds: 8 * 86_400_000)
    try world.sync(laptop)
    #expect(try laptop.grantedScopes().contains(hamlet.scope))
    #expect(try world.centre.grants(of: laptop.identity.replica).number == number + 1)
  }

  @Test func `split, shared, re-coded and re-assigned units keep every scope under some unit`()
    throws
  {
    let world = try World(laptops: 0)
    let centre = world.centre
    let (one, two) = (
      try openHamlet("Xóm 1", of: "00001", in: world).scope,
      try openHamlet("Xóm 2", of: "00001", in: world).scope
    )
    let day = today(world)
    func scopes(_ unit: String, _ day: Int64) throws -> [ScopeID] {
      try centre.scopes(of: .unit(unit), on: day)
    }
    _ = try centre.splitUnit("00001", into: "00003", scopes: [two], from: day, clock: world.clock())
    #expect(try scopes("00001", day) == [one])
    #expect(try scopes("00003", day) == [two])
    #expect(try scopes("00001", day - 1) == [one, two].sorted())
    _ = try centre.splitUnit(
      "00001", into: "00003", scopes: [one], isShared: true, from: day, clock: world.clock())
    #expect(try scopes("00001", day) == [one])
    #expect(try scopes("00003", day) == [one, two].sorted())
    _ = try centre.mergeUnits(["00003"], into: "00004", from: day + 1, clock: world.clock())
    #expect(try scopes("00003", day) == [one, two].sorted())
    #expect(try scopes("00003", day + 1).isEmpty)
    #expect(try scopes("00004", day + 1) == [one, two].sorted())
    _ = try centre.assign(two, toUnit: "00001", from: day + 2, clock: world.clock())
    #expect(try scopes("00001", day + 2) == [one, two].sorted())
    #expect(throws: ReplicaError.notTheCentre) {
      try World(laptops: 1).laptops[0].assign(
        one, toUnit: "00001", from: 1, clock: world.clock())
    }
  }

  @Test func `days are those of Viet Nam`() {
    #expect(RegistryDay.containing(Timestamp(rawValue: -7 * 3_600_000)) == 0)
    #expect(RegistryDay.containing(Timestamp(rawValue: -7 * 3_600_000 - 1)) == -1)
    #expect(RegistryDay.containing(Timestamp(rawValue: .max)) > 0)
    #expect(RegistryDay.containing(Timestamp(rawValue: .min)) < 0)
    #expect(RegistryDay.containing(RegistryDay.start(of: 20_000)) == 20_000)
  }
}
