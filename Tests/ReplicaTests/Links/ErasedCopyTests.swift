import SyncProtocol
import Testing

@testable import Replica

@Suite struct ErasedCopyTests {
  private func erase(_ row: RowID, _ place: MoveWorld) throws {
    try place.centre.erase(
      [row], reason: "request", requested: 20_000, author: nil, clock: place.world.clock())
  }

  @Test(arguments: [0, 1, 2])
  func `an erasure of any of the rows covers all copies`(index: Int) throws {
    let place = try MoveWorld()
    var rows = [try place.household("Người cần xoá")]
    try place.syncAll()
    for scope in [1, 2] { rows.append(try place.move(rows[rows.count - 1], to: scope)[0].copy) }
    try place.syncAll()
    #expect(
      try place.centre.coverage(of: [rows[index]]).subjects.filter(rows.contains) == rows.sorted())
    try erase(rows[index], place)
    try place.syncAll()
    for row in rows { #expect(try place.texts(of: row) == ["erased"]) }
    try place.expectSettled()
  }

  @Test func `an edit that comes after the erasure is erased and not followed`() throws {
    let place = try MoveWorld()
    let old = try place.household("Người cần xoá")
    try place.syncAll()
    let new = try place.move(old, to: 1)[0].copy
    try place.name("biết thêm", of: old, at: place.laptops[0])
    try place.write(HouseholdTable.kind, .integer(2), of: old, at: place.laptops[0])
    try erase(new, place)
    try place.syncAll()
    for row in [old, new] {
      #expect(try place.texts(of: row) == ["erased"])
      #expect(
        try place.texts(HouseholdTable.kind, of: row) == ["2"], "what is not personal follows")
    }
    try place.expectSettled()
  }

  @Test func `who was erased is not copied, neither with the household nor later`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    let gone = try place.resident("Đi rồi", of: household)
    let stays = try place.resident("Ở lại", of: household)
    try place.syncAll()
    try erase(gone, place)
    let copies = try place.move(household, to: 1)
    #expect(copies.map(\.original) == [household, stays])
    try place.write(
      ResidentTable.sex, .integer(1), of: gone, in: MoveWorld.residents, at: place.laptops[0])
    // A laptop that has not heard of it takes the resident out of the household and back again.
    for other in [try place.household("Khác"), household] {
      try place.write(
        ResidentTable.household, .integer(other.rawValue), of: gone, in: MoveWorld.residents,
        at: place.laptops[2])
    }
    try place.syncAll()
    #expect(try place.centre.copies(of: gone).isEmpty)
    try erase(household, place)
    #expect(throws: ReplicaError.subjectErased(copies[0].copy)) {
      try place.move(copies[0].copy, to: 2)
    }
    try place.syncAll()
    try place.expectSettled()
  }

  @Test func `a copy waits for a key that has not come, and is written when it has`() throws {
    let place = try MoveWorld()
    let old = try place.household("Cũ")
    try place.syncAll()
    let new = try place.move(old, to: 1)[0].copy
    // Another year is another key.
    place.world.wait(hours: 24 * 400)
    try place.syncAll()
    try place.name("năm sau", of: old, at: place.laptops[0])
    let request = try place.world.request(of: place.laptops[0]).request
    let stream = try ReceivedStream(decoding: request)
    let batches: [CarriedBatch] = try stream.frames.filter { $0.kind == .batch }
      .map { try $0.message() }
    _ = try place.centre.receive(batches.map(\.encoded), clock: place.world.clock())
    #expect(try place.texts(of: old) == ["sealed"])
    #expect(try place.texts(of: new) == ["Cũ"])
    #expect(
      try place.centre.connection.integer(
        "SELECT count(*) FROM copy_due WHERE waits_for IS NOT NULL") == 1)
    #expect(throws: ReplicaError.rowMoved(to: new)) { try place.move(old, to: 2) }
    try place.syncAll()
    #expect(try place.texts(of: new) == ["năm sau"])
    try place.expectSettled()
  }
}
