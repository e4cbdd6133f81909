import SyncProtocol
import Testing

@testable import Replica

@Suite struct LateEditTests {
  /// A household that laptops 0 and 2 know, moved to the second hamlet while they are away.
  private func moved() throws -> (place: MoveWorld, old: RowID, new: RowID) {
    let place = try MoveWorld()
    let old = try place.household("Cũ")
    try place.syncAll()
    let new = try place.move(old, to: 1)[0].copy
    try place.world.sync(place.laptops[1])
    return (place, old, new)
  }

  @Test func `a late edit is written to the copy with its time and author`() throws {
    let (place, old, new) = try moved()
    let author = RowID(rawValue: 99)
    try place.write(
      HouseholdTable.name, .text("Sửa muộn"), of: old, at: place.laptops[0], author: author)
    try place.syncAll()
    #expect(try place.texts(of: new, at: place.laptops[1]) == ["Sửa muộn"])
    #expect(try place.likeness(of: new) == place.likeness(of: old))
    try place.expectSettled()
  }

  @Test func `a chain of late edits leaves one value`() throws {
    let (place, old, new) = try moved()
    for name in ["một", "hai", "ba"] { try place.name(name, of: old, at: place.laptops[0]) }
    try place.syncAll()
    try place.name("bốn", of: old, at: place.laptops[0])
    try place.syncAll()
    #expect(try place.texts(of: new) == ["bốn"])
  }

  @Test func `an edit of the old row and one of the new are one conflict with two values`() throws {
    let (place, old, new) = try moved()
    try place.name("ở chỗ cũ", of: old, at: place.laptops[0])
    try place.name("ở chỗ mới", of: new, at: place.laptops[1])
    try place.syncAll()
    #expect(try place.texts(of: new) == ["ở chỗ cũ", "ở chỗ mới"])
    let conflicts = try place.centre.conflicts()
    #expect(conflicts.map(\.row) == [new] && conflicts[0].values.count == 2)
    try place.centre.commit(author: nil, clock: place.world.clock()) {
      try $0.resolve(MoveWorld.households, new, HouseholdTable.name, .text("đúng"))
    }
    try place.name("muộn hơn nữa", of: old, at: place.laptops[0])
    try place.syncAll()
    #expect(
      try place.texts(of: new) == ["muộn hơn nữa", "đúng"],
      "whoever edited the old row had not seen the decision")
    try place.expectSettled()
  }

  @Test func `a late edit that names a superseded head is a conflict in both rows`() throws {
    let place = try MoveWorld()
    let old = try place.household("Cũ")
    try place.syncAll()
    try place.name("của máy 0", of: old, at: place.laptops[0])
    try place.world.sync(place.laptops[0])
    let new = try place.move(old, to: 1)[0].copy
    try place.name("của máy 2", of: old, at: place.laptops[2])
    try place.syncAll()
    #expect(try place.texts(of: old) == ["của máy 0", "của máy 2"])
    #expect(try place.texts(of: new) == ["của máy 0", "của máy 2"])
    #expect(try place.centre.conflicts().map(\.row) == [new])
  }

  @Test func `a delete and its undoing follow, and an edit nobody saw keeps the copy`() throws {
    let (place, old, new) = try moved()
    let laptop = place.laptops[0]
    func commit(_ body: (Act) throws -> Void) throws {
      try laptop.commit(author: nil, clock: place.world.clock(), body)
      try place.syncAll()
    }
    try commit { try $0.delete(MoveWorld.households, old) }
    #expect(try place.centre.row(MoveWorld.households.id, new)?.deletion == .deleted)
    try commit { try $0.undelete(MoveWorld.households, old) }
    #expect(try place.centre.row(MoveWorld.households.id, new)?.deletion == RowState.Deletion.none)
    try place.name("vẫn ở đây", of: new, at: place.laptops[1])
    try commit { try $0.delete(MoveWorld.households, old) }
    #expect(try place.centre.row(MoveWorld.households.id, new)?.deletion == .contested)
    #expect(try place.centre.conflicts().contains { $0.row == new && $0.kind == .deletedAndEdited })
    try place.expectSettled()
  }

  @Test func `what the centre voids and restores at the old row follows`() throws {
    let place = try MoveWorld()
    place.centre.judge = MarkJudge()
    let old = try place.household("đúng")
    try place.syncAll()
    let new = try place.move(old, to: 1)[0].copy
    try place.name("!xấu", of: old, at: place.laptops[0])
    try place.syncAll()
    #expect(try place.texts(of: old) == ["đúng"])
    #expect(try place.texts(of: new) == ["đúng"])
    #expect(try place.likeness(of: new) == place.likeness(of: old))
    let late = try place.resident("#xấu", of: old)
    try place.syncAll()
    #expect(try place.centre.row(MoveWorld.residents.id, late)?.voidReason != nil)
    #expect(
      try place.centre.row(MoveWorld.residents.id, try place.copy(of: late))?.voidReason != nil)
    try place.expectSettled()
  }

  @Test func `a resident recorded in the old household meanwhile is brought along`() throws {
    let (place, old, new) = try moved()
    let late = try place.resident("Mới sinh", of: old)
    try place.syncAll()
    let copy = try place.copy(of: late)
    let state = try #require(try place.laptops[1].openedRow(MoveWorld.residents.id, copy))
    #expect(state.shown(ResidentTable.fullName.id)?.value == .text("Mới sinh"))
    #expect(state.shown(ResidentTable.household.id)?.value == .integer(new.rawValue))
    #expect(state.links == [RowLink(.movedFrom, late)])
    try place.expectSettled()
  }

  @Test func `an edit of the first row reaches the last after two moves`() throws {
    let (place, first, second) = try moved()
    let third = try place.move(second, to: 2)[0].copy
    try place.name("từ chỗ đầu", of: first, at: place.laptops[0])
    try place.syncAll()
    for row in [first, second, third] { #expect(try place.texts(of: row) == ["từ chỗ đầu"]) }
    #expect(try place.likeness(of: third) == place.likeness(of: first))
    try place.expectSettled()
  }

  @Test func `a household that moves back is a third row, and late edits of both find it`() throws {
    let (place, first, second) = try moved()
    let third = try place.move(second, to: 0)[0].copy
    try place.name("từ chỗ đầu", of: first, at: place.laptops[2])
    try place.write(HouseholdTable.kind, .integer(3), of: second, at: place.laptops[1])
    try place.syncAll()
    #expect(try place.texts(of: third, at: place.laptops[0]) == ["từ chỗ đầu"])
    #expect(try place.texts(HouseholdTable.kind, of: third, at: place.laptops[0]) == ["3"])
    #expect(try place.texts(HouseholdTable.kind, of: first) == ["1"], "edits follow forwards only")
    try place.expectSettled()
  }

  @Test func `what a crash cut off is written by the next transaction, once`() throws {
    let (place, old, new) = try moved()
    try place.name("trước khi tắt", of: old, at: place.laptops[0])
    let request = try place.world.request(of: place.laptops[0])
    // The machine stops between the merge and what it causes.
    try place.centre.connection.transaction(.immediate) {
      _ = try place.centre.answer(request.request, clock: place.world.clock())
    }
    #expect(try place.centre.connection.integer("SELECT count(*) FROM copy_due") == 1)
    #expect(try place.texts(of: new) == ["Cũ"])
    let path = place.world.folder.appendingPathComponent("centre.sqlite").path
    let identity = place.centre.identity
    place.centre.close()
    place.world.replaceCentre(try place.world.open(path, identity))
    try place.syncAll()
    #expect(try place.texts(of: new) == ["trước khi tắt"])
    let count = try place.centre.connection.integer("SELECT count(*) FROM dot_copy")
    try place.syncAll()
    #expect(try place.centre.connection.integer("SELECT count(*) FROM dot_copy") == count)
    try place.expectSettled()
  }

  @Test func `a batch that comes twice is followed once`() throws {
    let (place, old, new) = try moved()
    try place.name("một lần", of: old, at: place.laptops[0])
    let request = try place.world.request(of: place.laptops[0])
    for _ in 0..<3 { _ = try place.centre.answer(request.request, clock: place.world.clock()) }
    #expect(try place.texts(of: new) == ["một lần"])
    try place.syncAll()
    try place.expectSettled()
  }
}
