import SyncProtocol
import Testing

@testable import Replica

/// A centre that is restored to before a move learns of the copies from the laptops that bring them
/// back.
@Suite struct MoveRestoreTests {
  private func restore(_ place: MoveWorld, to backup: String) throws {
    try place.world.setCentreBack(to: backup)
    try place.world.beginEpoch(1)
  }

  @Test func `a move above the backup comes back once, and late edits follow it`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    let resident = try place.resident("Lan", of: household)
    try place.syncAll()
    let backup = try place.world.backupOfCentre()
    let copies = try place.move(household, to: 1)
    try place.syncAll()
    // Written before the laptop heard of the new life, to the row that is a copy no more.
    try place.name("Hồ Văn Đực", of: household, at: place.laptops[0])

    try restore(place, to: backup)
    #expect(try place.centre.copies(of: household).isEmpty)
    for _ in 0..<3 { for laptop in place.laptops { try place.world.syncAll(laptop) } }
    #expect(try place.centre.copies(of: household).map(\.copy) == [copies[0].copy])
    #expect(try place.centre.copies(of: resident).map(\.copy) == [copies[1].copy])
    #expect(try place.texts(of: copies[0].copy) == ["Hồ Văn Đực"])
    #expect(try place.likeness(of: copies[0].copy) == place.likeness(of: household))

    // And the new life goes on with it.
    try place.name("Hồ Văn Đước", of: household, at: place.laptops[2])
    for _ in 0..<3 { for laptop in place.laptops { try place.world.syncAll(laptop) } }
    #expect(try place.texts(of: copies[0].copy, at: place.laptops[1]) == ["Hồ Văn Đước"])
    #expect(try place.centre.conflictCount() == 0)
    try place.expectSettled()
  }

  @Test func `an edit that was followed above the backup is not followed twice`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    try place.syncAll()
    let copy = try place.move(household, to: 1)[0].copy
    try place.syncAll()
    let backup = try place.world.backupOfCentre()
    try place.name("Sau bản sao lưu", of: household, at: place.laptops[0])
    try place.syncAll()
    #expect(try place.texts(of: copy) == ["Sau bản sao lưu"])

    try restore(place, to: backup)
    // The original's laptop returns first: the centre follows anew before it hears what it once did.
    for laptop in [place.laptops[0], place.laptops[1], place.laptops[2]] {
      try place.world.syncAll(laptop)
    }
    for _ in 0..<3 { for laptop in place.laptops { try place.world.syncAll(laptop) } }
    let shown = try place.texts(of: copy)
    #expect(Set(shown) == ["Sau bản sao lưu"])
    #expect(try place.centre.conflictCount() == 0, "equal values are no conflict for a person")
    for laptop in place.laptops {
      for scope in try laptop.grantedScopes() {
        #expect(try laptop.digest(of: scope) == place.centre.digest(of: scope))
      }
    }
    // Whoever writes next leaves one.
    try place.name("Mới", of: household, at: place.laptops[0])
    for _ in 0..<3 { for laptop in place.laptops { try place.world.syncAll(laptop) } }
    #expect(try place.texts(of: copy) == ["Mới"])
  }
}
