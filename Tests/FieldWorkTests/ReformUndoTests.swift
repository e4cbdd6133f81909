import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// Taking reforms back: in which order, and that repeating it leaves nothing behind.
@Suite struct ReformUndoTests {
  private static let hamlets = """
    commune_code,name,kind
    17713,Xóm 1,xóm
    17713,Xóm 2,xóm
    17713,Xóm 3,xóm
    """
  private static let members = """
    hamlet,team,full_name
    Xóm 1,Tổ 1,Nguyễn Văn An
    Xóm 2,Tổ 2,Thành viên Hai
    """
  private static let header = "old_code,old_hamlet,new_code,new_hamlet,valid_from,extent\n"

  private func world() throws -> FieldWorld {
    let world = try FieldWorld(
      laptopsOf: ["Tổ 1", "Tổ 2"], hamlets: Self.hamlets, members: Self.members)
    for (laptop, hamlet) in zip(world.laptops, ["Xóm 1", "Xóm 2"]) {
      try grantOnly(.place(try world.centre.reader.findPlace(hamlet).id), to: laptop, world)
    }
    return world
  }

  /// The laptop holds what one rule gives, as after an enrolment by hamlet.
  private func grantOnly(
    _ target: GrantTarget, to laptop: FieldStore, _ world: FieldWorld
  ) throws {
    let replica = laptop.store.identity.replica
    for rule in try world.centre.store.grantRules(of: replica) {
      try world.centre.store.endGrant(rule.id, at: world.clock().wall)
    }
    try world.centre.store.addGrant(
      target, to: replica, since: Store.always, at: world.clock().wall)
  }

  private func sync(_ world: FieldWorld) throws {
    for _ in 0..<3 {
      for laptop in world.laptops { try world.sync(laptop) }
    }
  }

  private func undo(_ number: Int64, _ world: FieldWorld, isDryRun: Bool = false) throws {
    _ = try world.centre.undoReform(number, isDryRun: isDryRun, clock: world.clock())
  }

  /// Laptops that hold households and not the area of their team: nobody can record there.
  private func mute(_ world: FieldWorld) throws -> [String] {
    let store = world.centre.store
    let served = try store.servedScopes(on: Int64(day("2026-11-18").daysSince1970))
    return try store.peers().filter { peer in
      let held = Set(try store.grantedScopes(of: peer.replica))
      return served.contains { held.contains($0.households) && !held.contains($0.commune) }
    }.map(\.label)
  }

  @Test func `a reform on the same units is taken back first, the newest before the others`()
    throws
  {
    let world = try world()
    try world.reform(Self.header + "17713,Xóm 1,17722,,2026-11-01,\n")
    try sync(world)
    // It writes nothing about the area of the teams: the first one brought that along.
    try world.reform(Self.header + "17713,Xóm 2,17722,,2026-11-10,\n")
    try world.reform(Self.header + "17722,Xóm 2,17722,Xóm Tây,2026-11-12,\n")
    try sync(world)
    for isDryRun in [true, false] {
      #expect(
        fieldError { try undo(1, world, isDryRun: isDryRun) } == .reformBuiltUpon(1, by: [3, 2]))
      #expect(
        fieldError { try undo(2, world, isDryRun: isDryRun) } == .reformBuiltUpon(2, by: [3]))
    }
    let words = FieldError.reformBuiltUpon(1, by: [3, 2]).words
    for text in [words.vietnamese, words.english] {
      #expect(text.contains("reform undo 3 --yes; reform undo 2 --yes"))
      #expect(text.contains("reform undo 1"))
    }
    #expect(try mute(world).isEmpty)
    for number in [3, 2, 1] as [Int64] {
      try undo(number, world)
      try sync(world)
      #expect(try mute(world).isEmpty)
    }
    #expect(try world.centre.reforms().allSatisfy { $0.undoneAt != nil })
  }

  @Test func `a reform of other units stands in nobody's way`() throws {
    let world = try FieldWorld(
      laptopsOf: [],
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17728,Xóm 8,xóm\n", members: "")
    try world.reform(Self.header + "17713,,17722,,2026-11-01,\n")
    try world.reform(
      "old_code,new_code,new_name,valid_from\n17728,90001,Xã Khác,2026-11-10\n")
    try undo(1, world)
    #expect(try world.centre.reforms().map { $0.undoneAt == nil } == [false, true])
  }

  @Test func `what people put under the unit since keeps the area of its teams`() throws {
    let world = try world()
    try world.reform(Self.header + "17713,Xóm 1,17722,,2026-11-01,\n")
    let two = try #require(try world.centre.reader.findPlace("Xóm 2").householdScope)
    _ = try world.centre.store.splitUnit(
      "17713", into: "17722", scopes: [two], from: Int64(day("2026-11-10").daysSince1970),
      clock: world.clock())
    try sync(world)
    #expect(try mute(world).isEmpty)
    try undo(1, world)
    #expect(try mute(world).isEmpty)
  }

  /// All that a reform may leave behind.
  private struct Traces: Equatable {
    var entries: [String]
    var rules: [GrantRule]
    var scopes: [[ScopeID]]
    var held: [[ScopeID]]
    var hamlets: Int
    var visits: [String: Int?]
    /// Of the hamlet by this name, asked for by itself; nil where there is none.
    var visitsInPart: Int?
    var places: Int

    init(_ world: FieldWorld) throws {
      let store = world.centre.store
      entries = try store.unitMap().map {
        "\($0.unit) \($0.scope.rawValue) \($0.validFrom ?? 0) \($0.validTo ?? 0)"
      }.sorted()
      rules = try store.grantRules()
      scopes = try world.laptops.map { try store.grantedScopes(of: $0.store.identity.replica) }
      held = try world.laptops.map { try $0.store.grantedScopes() }
      let reader = world.centre.reader
      hamlets = try PlaceMap(reader).hamletCount(on: day("2026-11-18"))
      let query = CountQuery(month(), by: [.hamlet], placesOn: day("2026-11-18"))
      let names = CountLabels(reader, query.frame)
      visits = Dictionary(
        try reader.count(query).groups.map {
          (try names.words(of: $0.keys[0], along: .hamlet).vietnamese, $0.numbers.visits)
        }, uniquingKeysWith: { _, _ in nil })
      visitsInPart = try? reader.count(
        CountQuery(
          month(),
          territory: reader.territory(
            ofHamlet: reader.findPlace("Xóm 3A").id, on: day("2026-11-18")))
      ).total.visits
      places = try reader.places().filter { !$0.isWithdrawn }.count
    }

    /// Without the rules that are over: each undo of another day ends those of that day.
    var inForce: Traces {
      var traces = self
      traces.rules.removeAll { $0.until != nil }
      return traces
    }
  }

  @Test func `done and taken back again and again, it leaves what a single time leaves`() throws {
    let world = try world()
    // One laptop holds by unit: where a part leaves it, a rule for that part is added.
    try grantOnly(.unit("17713"), to: world.laptops[1], world)
    try sync(world)
    let three = try world.centre.reader.findPlace("Xóm 3")
    var homes: [RowID] = []
    for name in ["Hộ A", "Hộ B"] {
      homes.append(
        try world.centre.addHousehold(
          HouseholdDraft(place: three.id, name: name), author: nil, clock: world.clock()
        ).id)
      _ = try world.visit(
        to: try #require(homes.last), on: "10/11/2026", at: world.centre)
    }
    var applied: [Traces] = []
    var undone = [try Traces(world)]
    // The second day is the right one; the first was a mistake.
    for (cycle, date) in ["2026-11-05", "2026-11-02", "2026-11-05", "2026-11-05"].enumerated() {
      let number = try #require(
        try world.reform(
          Self.header + "17713,Xóm 1,17722,Xóm Đông,\(date),\n17713,Xóm 2,17722,,\(date),\n"
            + "17713,Xóm 3,17713,Xóm 3A,\(date),part\n17713,Xóm 3,17713,Xóm 3B,\(date),part\n"
        ).number)
      try sync(world)
      if cycle == 0 {
        for (home, part) in zip(homes, ["Xóm 3A", "Xóm 3B"]) {
          _ = try world.centre.moveHousehold(
            home, to: try world.centre.reader.findPlace(part), author: nil, clock: world.clock(),
            isDryRun: false)
        }
      }
      #expect(try mute(world).isEmpty)
      applied.append(try Traces(world))
      try undo(number, world)
      try sync(world)
      undone.append(try Traces(world))
    }
    #expect(applied[0].visits == ["Xóm 3A": 1, "Xóm 3B": 1])
    #expect(applied[0].hamlets == 4 && undone[0].hamlets == 3)
    #expect(applied[1].visits == applied[0].visits && applied[0].visitsInPart == 1)
    #expect(applied[1].visitsInPart == 1 && undone[2].visitsInPart == nil)
    #expect(applied[2].inForce == applied[0].inForce && applied[3] == applied[2])
    for later in undone.dropFirst() { #expect(later.visits == ["Xóm 3": 2]) }
    #expect(undone[1].scopes == undone[0].scopes && undone[1].entries == undone[0].entries)
    #expect(undone[3].inForce == undone[4].inForce)
    #expect(undone[3].rules.count == undone[4].rules.count)
    #expect(undone[1].hamlets == undone[0].hamlets)
  }
}
