import SQLite
import SyncProtocol
import Testing

@testable import Replica

/// What the centre cannot write into another scope.
@Suite struct LinkTroubleTests {
  private func damage(_ row: RowID, at store: Store) throws -> SQLValue {
    let before =
      try store.connection.row(
        "SELECT overrides FROM household WHERE rid = ?", .integer(row.rawValue)
      ) { SQLValue(try $0.optionalBytes(at: 0)) } ?? .null
    try set(.blob([1, 0xff]), row, at: store)
    return before
  }

  private func set(_ overrides: SQLValue, _ row: RowID, at store: Store) throws {
    try store.connection.execute(
      "UPDATE household SET overrides = ? WHERE rid = ?", overrides, .integer(row.rawValue))
  }

  @Test func `a copy that cannot be written stops no other, is listed, and comes later`() throws {
    let place = try MoveWorld()
    let households = try (0..<3).map { try place.household("Hộ \($0)") }
    try place.syncAll()
    let copies = try households.map { try place.move($0, to: 1)[0].copy }
    let bad = try damage(copies[0], at: place.centre)
    for (index, row) in households.enumerated() {
      try place.name("Sửa \(index)", of: row, at: place.laptops[0])
    }
    try place.world.sync(place.laptops[0])
    for index in 1...2 { #expect(try place.texts(of: copies[index]) == ["Sửa \(index)"]) }
    let trouble = try #require(try place.centre.linkTroubles().first)
    #expect(try place.centre.linkTroubles().count == 1)
    #expect(trouble.row == households[0] && trouble.other == nil && !trouble.reason.isEmpty)

    try set(bad, copies[0], at: place.centre)
    try place.world.sync(place.laptops[2])
    #expect(try place.centre.linkTroubles() == [trouble], "not tried again at once")
    place.world.wait(hours: 2)
    _ = try place.centre.receive([], clock: place.world.clock())
    #expect(try place.texts(of: copies[0]) == ["Sửa 0"])
    #expect(try place.centre.linkTroubles().isEmpty)
    try place.syncAll()
    try place.expectSettled()
  }

  @Test func `half of an edge that cannot be written stops no other`() throws {
    let place = try MoveWorld()
    let here = try (0..<2).map { try place.household("Ở đây \($0)") }
    let there = try (0..<2).map {
      try place.world.addHousehold("Ở kia \($0)", at: place.laptops[1], in: place.scopes[1])
    }
    try place.syncAll()
    let bad = try damage(there[0], at: place.centre)
    try place.laptops[0].commit(author: nil, clock: place.world.clock()) { act in
      for index in 0..<2 {
        try act.link(MoveWorld.households, here[index], .same, there[index])
      }
    }
    try place.world.sync(place.laptops[0])
    #expect(try place.centre.row(MoveWorld.households.id, there[1])?.links.count == 1)
    let trouble = try #require(try place.centre.linkTroubles().first)
    #expect(Set([trouble.row, trouble.other]) == [here[0], there[0]])
    try set(bad, there[0], at: place.centre)
    place.world.wait(hours: 2)
    try place.syncAll()
    #expect(try place.centre.linkTroubles().isEmpty)
    try place.expectSettled()
  }

  @Test func `a household of twelve hundred residents moves in many batches`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    let count = 1_200
    for start in stride(from: 0, to: count, by: 300) {
      try place.laptops[0].commit(author: nil, clock: place.world.clock()) { act in
        for index in start..<start + 300 {
          _ = try act.create(
            MoveWorld.residents, in: place.scopes[0],
            [
              (ResidentTable.number, .integer(try act.nextNumber(MoveWorld.residents))),
              (ResidentTable.household, .integer(household.rawValue)),
              (ResidentTable.fullName, .text("Người \(index)")),
            ])
        }
      }
    }
    try place.world.sync(place.laptops[0])
    let copies = try place.move(household, to: 1)
    #expect(copies.count == count + 1)
    for laptop in place.laptops { try place.world.sync(laptop) }
    #expect(
      try place.laptops[1].connection.integer(
        "SELECT count(*) FROM resident WHERE household = ?",
        .integer(copies[0].copy.rawValue)) == Int64(count))
    let operations = try place.centre.connection.rows(
      "SELECT operations FROM batch WHERE scope = ? AND replica < 256",
      .integer(place.scopes[1].rawValue)
    ) { try $0.integer(at: 0) }
    #expect(operations.count > 1)
    #expect(operations.allSatisfy { $0 <= Limits.operationsPerBatch })
    for scope in place.scopes.prefix(2) {
      let laptop = place.laptops[scope == place.scopes[0] ? 0 : 1]
      #expect(try laptop.digest(of: scope) == place.centre.digest(of: scope))
    }
  }
}
