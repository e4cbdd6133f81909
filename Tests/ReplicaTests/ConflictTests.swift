import SyncProtocol
import Testing

@testable import Replica

@Suite struct ConflictTests {
  private let household = HouseholdTable.definition
  private let phone = HouseholdTable.phone
  private let kind = HouseholdTable.kind

  private func agree(_ world: World) throws {
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    for laptop in world.laptops {
      #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    }
  }

  @Test func `more heads than one write can name are all replaced by one decision`() throws {
    let world = try World(laptops: 2)
    let laptop = world.laptops[0]
    let row = try world.addHousehold("Vàng A Sùng", at: laptop)
    try agree(world)
    // Each write knows of no other, as those of 300 laptops would; the household began with one.
    try laptop.commit(author: nil, clock: world.clock()) { act in
      for index in 2..<301 { try act.add(household, row, kind, .integer(Int64(index))) }
    }
    try agree(world)
    for store in world.laptops + [world.centre] {
      #expect(try store.conflicts().first?.values.count == 300)
    }
    try world.laptops[1].commit(author: nil, clock: world.clock()) {
      try $0.resolve(household, row, kind, .integer(1))
    }
    try agree(world)
    for store in world.laptops + [world.centre] {
      #expect(try store.conflicts().isEmpty && store.conflictCount() == 0)
      #expect(try store.row(household.id, row)?.heads(of: kind.id).count == 1)
      #expect(try store.verify().findings.isEmpty)
    }
  }

  @Test func `an element that was added more often than one write can name is removed`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let row = try world.addHousehold("Lò Thị Hoa", at: laptop)
    let visit = try laptop.commit(author: nil, clock: world.clock()) { act in
      try act.create(
        VisitTable.definition, in: world.scope,
        [(VisitTable.household, .integer(row.rawValue))]
          + Array(repeating: (VisitTable.participants, .integer(7)), count: 300))
    }
    try laptop.commit(author: nil, clock: world.clock()) {
      try $0.remove(VisitTable.definition, visit, VisitTable.participants, .integer(7))
    }
    try agree(world)
    let state = try world.centre.row(VisitTable.definition.id, visit)
    #expect(state?.heads(of: VisitTable.participants.id).isEmpty == true)
  }

  @Test func `what is edited while it is deleted stays, is listed, and is decided either way`()
    throws
  {
    for keeps in [true, false] {
      let world = try World(laptops: 2)
      let row = try world.addHousehold("Giàng Thị Mỷ", at: world.laptops[0])
      try agree(world)
      try world.laptops[0].commit(author: nil, clock: world.clock()) {
        try $0.delete(household, row)
      }
      try world.laptops[1].commit(author: nil, clock: world.clock()) {
        try $0.write(household, row, [(phone, .text("0912000001"))])
      }
      try agree(world)
      for store in world.laptops + [world.centre] {
        let conflict = try #require(try store.conflicts().first)
        #expect(conflict.kind == .deletedAndEdited && conflict.values.count == 2)
        #expect(conflict.values.map(\.field) == [.deletes, phone.id])
        #expect(try store.conflictCount() == 1)
      }
      try world.centre.commit(author: nil, clock: world.clock()) {
        if keeps { try $0.undelete(household, row) } else { try $0.delete(household, row) }
      }
      try agree(world)
      for store in world.laptops + [world.centre] {
        #expect(try store.conflicts().isEmpty)
        let state = try #require(try store.row(household.id, row))
        #expect(state.deletion == (keeps ? RowState.Deletion.none : .deleted))
      }
    }
  }

  @Test func `a page of conflicts says how many there are and reads each batch once`() throws {
    let world = try World(laptops: 2)
    let rows = try (1...30).map { try world.addHousehold("Hộ \($0)", at: world.laptops[0]) }
    try agree(world)
    let authors = try world.laptops.map { try world.addHousehold("author", at: $0) }
    for (laptop, author) in zip(world.laptops, authors) {
      try laptop.commit(author: author, clock: world.clock()) { act in
        for row in rows {
          try act.write(household, row, [(phone, .text("09\(author.rawValue % 1_000)"))])
        }
      }
    }
    try agree(world)
    for store in world.laptops + [world.centre] {
      let first = try store.conflictPage(limit: 20)
      let second = try store.conflictPage(limit: 20, offset: 20)
      #expect(first.total == 30 && first.conflicts.count == 20 && second.conflicts.count == 10)
      #expect((first.conflicts + second.conflicts).map(\.row) == rows)
      for conflict in first.conflicts {
        #expect(Set(conflict.values.compactMap(\.author)) == Set(authors))
      }
      #expect(try store.conflictPage(of: rows[7]).conflicts.map(\.row) == [rows[7]])
    }
  }

  @Test func `different fields written beside each other are told, and are no conflict`() throws {
    let world = try World(laptops: 2)
    let row = try world.addHousehold("Hồ Văn Pả", at: world.laptops[0])
    try agree(world)
    let known = BatchEdits()
    #expect(try world.centre.parallelEdits(since: Timestamp(rawValue: 0), from: known).isEmpty)
    for (laptop, field) in zip(world.laptops, [HouseholdTable.address, HouseholdTable.note]) {
      try laptop.commit(author: nil, clock: world.clock()) {
        try $0.write(household, row, [(field, .text("x"))])
      }
    }
    try agree(world)
    for store in world.laptops + [world.centre] {
      #expect(try store.conflicts().isEmpty)
      let edits = try store.parallelEdits(since: Timestamp(rawValue: 0))
      #expect(edits.map(\.row) == [row])
      #expect(
        edits.first?.writes.map(\.field) == [HouseholdTable.address.id, HouseholdTable.note.id])
    }
    // What is written after the other was seen runs beside nothing.
    try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.write(household, row, [(HouseholdTable.language, .text("mww"))])
    }
    try agree(world)
    let edits = try world.centre.parallelEdits(since: Timestamp(rawValue: 0))
    #expect(edits.first?.writes.count == 2)
    // Whoever remembers the batches that came before is told the same, again and again.
    for _ in 0..<2 {
      #expect(try world.centre.parallelEdits(since: Timestamp(rawValue: 0), from: known) == edits)
    }
  }

  @Test func `a history has every write in an order in which each follows what it replaces`() throws
  {
    let world = try World(laptops: 2)
    let row = try world.addHousehold("Sùng Thị Dở", at: world.laptops[0])
    try agree(world)
    for (laptop, text) in zip(world.laptops, ["0912000001", "0912000002"]) {
      try laptop.commit(author: row, clock: world.clock()) {
        try $0.write(household, row, [(phone, .text(text))])
      }
    }
    try agree(world)
    try world.laptops[1].commit(author: nil, clock: world.clock()) {
      try $0.resolve(household, row, phone, .text("0912000003"))
    }
    let history = try world.laptops[1].history(of: row, in: world.scope)
    #expect(history.count == 4 && history.last?.received == nil)
    #expect(history.last?.operation.writes.first?.previous.count == 2)
    var seen: Set<Dot> = []
    for entry in history {
      for write in entry.operation.writes { #expect(seen.isSuperset(of: write.previous)) }
      seen.insert(entry.operation.dot)
    }
  }
}
