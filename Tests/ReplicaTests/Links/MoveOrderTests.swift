import SyncProtocol
import Testing

@testable import Replica

@Suite struct MoveOrderTests {
  /// One household, three laptops that edit its rows wherever they know them, and moves, in a random
  /// order. The last row has to hold the heads that one row would hold if all had been written to it.
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `in any order a copy holds the heads that one row would hold`(seed: UInt64) throws {
    let place = try MoveWorld(seed: seed)
    var random = SeededGenerator(seed: seed)
    var rows = [try place.household()]
    try place.syncAll()
    let fields = [HouseholdTable.name, HouseholdTable.phone, HouseholdTable.kind]
    var number: Int64 = 0
    for _ in 0..<40 {
      number += 1
      let laptop = place.laptops[Int.random(in: 0..<3, using: &random)]
      switch Int.random(in: 0..<10, using: &random) {
      case 0 where rows.count < 4:
        let scope = Int.random(in: 0..<3, using: &random)
        rows.append(try place.move(rows[rows.count - 1], to: scope)[0].copy)
      case 0...3: try place.world.sync(laptop)
      case 4:
        try laptop.commit(author: nil, clock: place.world.clock()) { act in
          for row in rows where try laptop.row(MoveWorld.households.id, row) != nil {
            for field in fields
            where try laptop.row(MoveWorld.households.id, row)?
              .isInConflict(field.id) ?? false
            {
              let value: Value =
                field.type == .integer ? .integer(number) : .text("chọn \(number)")
              try act.resolve(MoveWorld.households, row, field, value)
            }
          }
        }
      default:
        let known = try rows.filter { try laptop.row(MoveWorld.households.id, $0) != nil }
        guard let row = known.randomElement(using: &random) else { continue }
        let field = fields[Int.random(in: 0..<3, using: &random)]
        try place.write(
          field, field.type == .integer ? .integer(number) : .text("số \(number)"), of: row,
          at: laptop)
      }
    }
    try place.syncAll()
    try place.expectSettled()
    for index in rows.indices.dropFirst() {
      try expectOneRow(Array(rows[...index]), place, "seed \(seed)")
    }
  }

  /// Merges what people wrote to a chain of copies as if it were one row, and compares.
  private func expectOneRow(_ rows: [RowID], _ place: MoveWorld, _ seed: String) throws {
    let table = MoveWorld.households
    // What an operation of a copy stands for at the beginning of the chain.
    var origins: [Dot: Dot] = [:]
    var oracle = RowState(table: table.id, row: rows[0])
    for row in rows {
      for (original, copies) in try place.centre.copiedDots(of: row) {
        for copy in copies { origins[copy] = origins[original] ?? original }
      }
      let (_, scope) = try #require(try place.centre.rowWithScope(table.id, row))
      for operation in try place.centre.history(of: row, in: scope).map(\.operation) {
        guard operation.dot.replica != place.centre.identity.replica
        else { continue }
        var plain = Operation(
          dot: operation.dot, table: table.id, row: rows[0], author: nil, time: operation.time,
          writes: operation.writes)
        for index in plain.writes.indices {
          plain.writes[index].previous = plain.writes[index].previous.map { origins[$0] ?? $0 }
        }
        oracle.merge(plain)
      }
    }
    let last = try #require(try place.centre.row(table.id, rows[rows.count - 1]))
    for field in [HouseholdTable.name, HouseholdTable.phone, HouseholdTable.kind] {
      let expected = Set(oracle.heads(of: field.id).map(\.dot))
      let present = last.heads(of: field.id).map { origins[$0.dot] ?? $0.dot }
      #expect(Set(present) == expected && present.count == expected.count, "\(seed) \(field.name)")
    }
  }
}
