import FieldWork
import Foundation
import SyncProtocol
import Testing

@testable import SyncServer

/// The search of a register that is too large to be compared while somebody waits.
@Suite struct DuplicateShelfTests {
  /// Looks until the shelf knows something of which a condition holds.
  private func pairs(
    _ shelf: DuplicateShelf, _ world: CentreWorld,
    until holds: (_ rows: Set<RowID>, _ asOf: Timestamp?) -> Bool
  ) throws -> Bool {
    for _ in 0..<2_000 {
      let answer = try world.centre.read {
        try shelf.answer(.resident, inUnit: nil, on: .latest, $0, of: world.centre)
      }
      if case .pairs(let open, let asOf) = answer,
        holds(Set(open.pairs.flatMap { [$0.one, $0.other] }), asOf)
      {
        return true
      }
      Thread.sleep(forTimeInterval: 0.005)
    }
    return false
  }

  @Test func `pages show what was found before until what came since is compared`() throws {
    let world = try CentreWorld(seed: 725)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    let first = try laptop.addTwins("Lò Văn Tư").compactMap(RowID.init(rawValue:))
    try laptop.sync()
    let shelf = DuplicateShelf(comparedAtOnce: 0)
    let centre = world.centre
    func answer() throws -> DuplicateShelf.Answer {
      try centre.read {
        try shelf.answer(.resident, inUnit: nil, on: .latest, $0, of: centre)
      }
    }
    guard case .looking = try answer() else {
      Issue.record("nobody waits for the first search")
      return
    }
    #expect(try pairs(shelf, world) { rows, asOf in rows == Set(first) && asOf == nil })
    // What comes within five minutes of a search waits for the next one, and the page says so.
    let second = try laptop.addTwins("Vi Thị Năm").compactMap(RowID.init(rawValue:))
    try laptop.sync()
    guard case .pairs(let known, let asOf?) = try answer() else {
      Issue.record("what was found before is told with its moment")
      return
    }
    #expect(Set(known.pairs.flatMap { [$0.one, $0.other] }) == Set(first))
    #expect(asOf <= world.clock.surroundings.clock().wall)
    // What is said of a pair counts at once.
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let path = "/duplicates/resident/\(first[0].rawValue)/\(first[1].rawValue)"
    #expect(
      try world.send([("answer", "same"), ("said", "")], to: path, cookie: cookie).status == 303)
    guard case .pairs(let open, _) = try answer() else {
      Issue.record("still told")
      return
    }
    #expect(open.pairs.isEmpty)
    world.clock.advance(seconds: 301)
    #expect(try pairs(shelf, world) { rows, asOf in rows == Set(second) && asOf == nil })
  }

  @Test func `a commune is compared while somebody waits, however large the register`() throws {
    let world = try CentreWorld(seed: 726)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    let rows = try laptop.addTwins("Lò Văn Tư").compactMap(RowID.init(rawValue:))
    try laptop.sync()
    // Of one commune the answer is never that of another moment.
    let shelf = DuplicateShelf(comparedAtOnce: 0)
    let unit = try #require(
      try world.centre.read { reader in
        try PlaceMap(reader).entries.first?.unit
      })
    let answer = try world.centre.read {
      try shelf.answer(.resident, inUnit: unit, on: .latest, $0, of: world.centre)
    }
    guard case .pairs(let open, nil) = answer else {
      Issue.record("the pairs of now")
      return
    }
    #expect(Set(open.pairs.flatMap { [$0.one, $0.other] }) == Set(rows))
  }
}
