import SyncProtocol
import Testing

@testable import Replica

@Suite struct EdgeTests {
  private let table = MoveWorld.households

  /// Two households in two hamlets, each known to its own laptop.
  private func twins() throws -> (place: MoveWorld, here: RowID, there: RowID) {
    let place = try MoveWorld()
    let here = try place.household("Ở đây")
    let there = try place.world.addHousehold("Ở kia", at: place.laptops[1], in: place.scopes[1])
    try place.syncAll()
    return (place, here, there)
  }

  private func links(_ row: RowID, at store: Store) throws -> [RowLink] {
    try #require(try store.row(table.id, row)).links
  }

  private func link(
    _ row: RowID, _ kind: RowLink.Kind, _ other: RowID, at store: Store, _ place: MoveWorld
  ) throws {
    try store.commit(author: RowID(rawValue: 5), clock: place.world.clock()) {
      try $0.link(table, row, kind, other)
    }
  }

  private func unlink(_ row: RowID, _ other: RowID, at store: Store, _ place: MoveWorld) throws {
    let isRemoved = try store.commit(author: nil, clock: place.world.clock()) {
      try $0.unlink(table, row, .same, other)
    }
    #expect(isRemoved)
  }

  @Test func `the centre adds the half that its author could not write`() throws {
    let (place, here, there) = try twins()
    // Laptop 0 holds this hamlet, and does not know the other's rows.
    try link(here, .same, there, at: place.laptops[0], place)
    #expect(try place.laptops[0].row(table.id, there) == nil)
    try place.syncAll()
    #expect(try links(here, at: place.laptops[0]) == [RowLink(.same, there)])
    #expect(try links(there, at: place.laptops[1]) == [RowLink(.same, here)])
    let (state, scope) = try #require(try place.centre.rowWithScope(table.id, there))
    let half = try #require(state.heads(of: RowLink.links.id).first)
    let written = try #require(try place.centre.operation(half.dot, in: scope))
    let other = try #require(
      try place.centre.row(table.id, here)?.heads(of: RowLink.links.id).first)
    #expect(written.act == other.dot && written.author == RowID(rawValue: 5))
    try place.expectSettled()
  }

  @Test func `halves written together share an act, also in one scope, and nothing is added`()
    throws
  {
    let place = try MoveWorld()
    let one = try place.household("Một")
    let two = try place.household("Hai")
    try link(one, .notSame, two, at: place.laptops[0], place)
    try place.syncAll()
    for (row, other) in [(one, two), (two, one)] {
      let (state, scope) = try #require(try place.centre.rowWithScope(table.id, row))
      #expect(state.links == [RowLink(.notSame, other)])
      let heads = state.heads(of: RowLink.links.id)
      #expect(heads.count == 1)
      let first = try #require(
        try place.centre.row(table.id, one)?.heads(of: RowLink.links.id).first)
      #expect(try place.centre.operation(heads[heads.startIndex].dot, in: scope)?.act == first.dot)
    }
    try place.expectSettled()
  }

  @Test func `removing either half removes the edge`() throws {
    for isNear in [true, false] {
      let (place, here, there) = try twins()
      try link(here, .same, there, at: place.laptops[0], place)
      try place.syncAll()
      if isNear {
        try unlink(here, there, at: place.laptops[0], place)
      } else {
        try unlink(there, here, at: place.laptops[1], place)
      }
      try place.syncAll()
      #expect(try links(here, at: place.laptops[0]).isEmpty)
      #expect(try links(there, at: place.laptops[1]).isEmpty)
      try place.expectSettled()
    }
  }

  @Test func `an edge that somebody adds again meanwhile stays`() throws {
    let place = try MoveWorld()
    let one = try place.household("Một")
    let two = try place.household("Hai")
    try place.syncAll()
    try link(one, .same, two, at: place.laptops[2], place)
    try link(one, .same, two, at: place.laptops[0], place)
    try place.world.sync(place.laptops[0])
    try unlink(one, two, at: place.laptops[0], place)
    try place.syncAll()
    for (row, other) in [(one, two), (two, one)] {
      #expect(try links(row, at: place.centre) == [RowLink(.same, other)])
    }
    try place.expectSettled()
  }

  @Test func `a half waits for the row at its other end`() throws {
    let place = try MoveWorld()
    let here = try place.household("Ở đây")
    try place.syncAll()
    let there = try place.world.addHousehold("Ở kia", at: place.laptops[1], in: place.scopes[1])
    try link(here, .same, there, at: place.laptops[0], place)
    try place.world.sync(place.laptops[0])
    #expect(try place.centre.row(table.id, there) == nil)
    try place.syncAll()
    #expect(try links(there, at: place.laptops[1]) == [RowLink(.same, here)])
    try place.expectSettled()
  }

  @Test func `a half that arrives after its other half was removed goes too`() throws {
    let (place, here, there) = try twins()
    // One act writes both halves into two scopes; the batch of the second comes late.
    try place.centre.grant(
      [place.scopes[0]], to: place.laptops[1].identity.replica, at: place.world.clock().wall)
    try place.syncAll()
    try link(here, .same, there, at: place.laptops[1], place)
    let request = try place.world.request(of: place.laptops[1]).request
    let stream = try ReceivedStream(decoding: request)
    let carried: [CarriedBatch] = try stream.frames.filter { $0.kind == .batch }
      .map { try $0.message() }
    var byScope: [ScopeID: [UInt8]] = [:]
    for batch in carried {
      byScope[try Batch(decoding: batch.encoded, primitives: .standard).header.scope] =
        batch.encoded
    }
    let first = try #require(byScope[place.scopes[0]])
    let second = try #require(byScope[place.scopes[1]])
    _ = try place.centre.receive([first], clock: place.world.clock())
    #expect(try links(there, at: place.centre) == [RowLink(.same, here)], "the centre's own half")
    try place.world.sync(place.laptops[0])
    try unlink(here, there, at: place.laptops[0], place)
    try place.world.sync(place.laptops[0])
    #expect(try links(there, at: place.centre).isEmpty)
    _ = try place.centre.receive([second], clock: place.world.clock())
    try place.syncAll()
    #expect(try links(here, at: place.centre).isEmpty)
    #expect(try links(there, at: place.laptops[1]).isEmpty)
    try place.expectSettled()
  }

  @Test func `an element of another form is an edge to nobody`() throws {
    #expect(RowLink(.bytes([1, 0, 0, 0, 0, 0, 0, 0, 9]))?.other.rawValue == 9)
    for bytes: [UInt8] in [
      [], [1], [0, 0, 0, 0, 0, 0, 0, 0, 9], [5, 0, 0, 0, 0, 0, 0, 0, 9],
      [1, 0x80, 0, 0, 0, 0, 0, 0, 9], [1, 0, 0, 0, 0, 0, 0, 0, 9, 0],
    ] {
      #expect(RowLink(.bytes(bytes)) == nil)
    }
    #expect(RowLink(.integer(1)) == nil)
    for kind in RowLink.Kind.allCases {
      let link = RowLink(kind, try #require(RowID(rawValue: .max)))
      #expect(RowLink(link.element) == link)
      #expect(kind.mirrored.mirrored == kind)
    }
  }
}
