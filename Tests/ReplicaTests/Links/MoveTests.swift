import SyncProtocol
import Testing

@testable import Replica

@Suite struct MoveTests {
  @Test func `a household moves with its residents, and each copy names its original`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    let residents = try [
      place.resident("Lan", of: household), place.resident("Hoa", of: household),
    ]
    try place.syncAll()
    let copies = try place.move(household, to: 1)
    #expect(copies.map(\.original) == [household] + residents.sorted())
    try place.syncAll()
    let far = place.laptops[1]
    #expect(try place.texts(of: copies[0].copy, at: far) == ["Hồ Văn Đức"])
    let names = try copies.dropFirst().map {
      try place.texts(ResidentTable.fullName, of: $0.copy, in: MoveWorld.residents, at: far)
    }
    #expect(Set(names) == [["Lan"], ["Hoa"]])
    for copy in copies {
      let table = try #require(place.centre.schema[copy.table])
      let (original, _) = try #require(
        try place.laptops[0].rowWithScope(copy.table, copy.original))
      let (state, scope) = try #require(try far.rowWithScope(copy.table, copy.copy))
      #expect(scope == place.scopes[1])
      #expect(original.links == [RowLink(.movedTo, copy.copy)] && original.isMovedAway)
      #expect(state.links == [RowLink(.movedFrom, copy.original)] && !state.isMovedAway)
      #expect(
        try place.likeness(of: copy.original, in: table) == place.likeness(of: copy.copy, in: table)
      )
    }
    let member = try #require(try far.row(MoveWorld.residents.id, copies[1].copy))
    #expect(
      member.shown(ResidentTable.household.id)?.value == .integer(copies[0].copy.rawValue),
      "the copied resident belongs to the copied household")
    try place.expectSettled()
  }

  @Test func `a conflict moves as a conflict, with times and authors`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    try place.syncAll()
    let author = RowID(rawValue: 77)
    try place.write(
      HouseholdTable.name, .text("Một"), of: household, at: place.laptops[0], author: author)
    try place.name("Hai", of: household, at: place.laptops[2])
    try place.syncAll()
    #expect(try place.centre.conflictCount() == 1)
    let copy = try place.move(household, to: 1)[0].copy
    #expect(try place.texts(of: copy) == ["Hai", "Một"])
    #expect(try place.likeness(of: copy) == place.likeness(of: household))
    let conflicts = try place.centre.conflicts()
    #expect(conflicts.map(\.row) == [copy], "it shows once, at the copy")
    #expect(conflicts[0].values.contains { $0.author == author })
    try place.syncAll()
    try place.expectSettled()
  }

  @Test func `a dry run of a move leaves nothing`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    try place.syncAll()
    let before = try place.centre.digest(of: place.scopes[1])
    let copies = try place.centre.moveHousehold(
      household, to: household, in: place.scopes[1], author: nil, clock: place.world.clock(),
      isDryRun: true)
    #expect(copies.count == 1)
    #expect(try place.centre.digest(of: place.scopes[1]) == before)
    #expect(try place.centre.copies(of: household).isEmpty)
  }

  @Test func `a household moves once, and a laptop moves none`() throws {
    let place = try MoveWorld()
    let household = try place.household()
    try place.syncAll()
    let copy = try place.move(household, to: 1)[0].copy
    #expect(throws: ReplicaError.rowMoved(to: copy)) { try place.move(household, to: 2) }
    #expect(throws: ReplicaError.notTheCentre) {
      try place.laptops[0].moveHousehold(
        household, to: household, in: place.scopes[1], author: nil, clock: place.world.clock())
    }
  }

  @Test func `a copied value is sealed for the copy's own subject and does not open elsewhere`()
    throws
  {
    let place = try MoveWorld()
    let household = try place.household()
    try place.syncAll()
    let copy = try place.move(household, to: 1)[0].copy
    let id = MoveWorld.households.id
    let field = HouseholdTable.name.id
    let value = try #require(try place.centre.row(id, copy)?.shown(field)?.value)
    let original = try #require(try place.centre.row(id, household)?.shown(field)?.value)
    #expect(value.sealed != nil && value.sealed?.subject != original.sealed?.subject)
    #expect(value.sealed?.key != original.sealed?.key)
    #expect(
      try place.centre.open(value, table: id, row: household, field: field) == .unreadable)
    try place.syncAll()
    let key = try #require(value.sealed?.key)
    #expect(try place.laptops[1].keyring.knows(key))
    #expect(try !place.laptops[0].keyring.knows(key), "keys go to holders of their scope only")
  }

  @Test func `a record keeps a number of its own after a move`() throws {
    let place = try MoveWorld()
    let first = try place.household("Một")
    let second = try place.household("Hai")
    try place.syncAll()
    let numbers = try [first, second].map { household in
      let copy = try place.move(household, to: 1)[0].copy
      return try place.texts(HouseholdTable.number, of: copy)
    }
    #expect(numbers == [["1"], ["2"]])
  }
}
