import SyncProtocol
import Testing

@testable import Replica

@Suite struct ReviewTests {
  private let name = HouseholdTable.name
  private let author = RowID(rawValue: 77)

  private func expectEqual(_ world: World, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    for store in world.laptops + [world.centre] {
      let digest = try world.centre.digest(of: world.scope)
      #expect(try store.digest(of: world.scope) == digest, sourceLocation: sourceLocation)
      #expect(try store.verify().findings.isEmpty, sourceLocation: sourceLocation)
      #expect(try store.conflicts().isEmpty, sourceLocation: sourceLocation)
    }
  }

  @Test func `a write that breaks a rule gives way to what it replaced, with its time and author`()
    throws
  {
    let world = try World.judging(laptops: 2)
    let row = try world.laptops[0].commit(author: author, clock: world.clock()) {
      try $0.create(HouseholdTable.definition, in: world.scope, [(name, .text("Vừ A Dế"))])
    }
    try world.syncAll()
    let before = try #require(
      world.centre.openedRow(HouseholdTable.definition.id, row)?.shown(name.id))
    try world.write("!sai", to: name, of: row, at: world.laptops[1])
    try world.syncAll()
    try expectEqual(world)
    for store in world.laptops + [world.centre] {
      let shown = try #require(store.openedRow(HouseholdTable.definition.id, row)?.shown(name.id))
      #expect(shown.value == .text("Vừ A Dế"))
      #expect(shown.time == before.time)
      #expect(shown.dot.replica == world.centre.identity.replica)
      let writing = try #require(try store.operation(shown.dot, in: world.scope))
      #expect(writing.author == author)
      #expect(writing.because?.replica == world.laptops[1].identity.replica)
      let reviews = try store.reviews(of: world.laptops[1].identity.replica)
      #expect(reviews.map(\.state) == [.neutralised])
      #expect(reviews.first?.field == name.id)
      #expect(reviews.first?.reason == "rule-broken")
      #expect(reviews.first?.detail == "mark")
    }
    #expect(try world.laptops[1].judgedValue(of: world.laptops[1].reviews()[0]) == .text("!sai"))
  }

  @Test func `what was never right before is withdrawn, and shown again when it is admitted`()
    throws
  {
    let world = try World.judging(laptops: 2)
    let row = try world.addHousehold("Thào Thị Say", at: world.laptops[0])
    try world.write("!chó dữ", to: HouseholdTable.note, of: row, at: world.laptops[0])
    try world.syncAll()
    try expectEqual(world)
    #expect(try world.text(HouseholdTable.note, of: row, at: world.laptops[1]) == nil)
    let judged = try #require(
      try world.centre.operation(world.centre.reviews()[0].dot, in: world.scope))
    try world.rule(.admit, 1)
    try world.syncAll()
    try expectEqual(world)
    let shown = try #require(
      world.laptops[1].openedRow(HouseholdTable.definition.id, row)?.shown(HouseholdTable.note.id))
    #expect(shown.value == .text("!chó dữ"))
    #expect(shown.time == judged.time)
    #expect(try world.laptops[1].reviews().first?.state == .admitted)
    #expect(try world.laptops[1].openReviewCount() == 0)
  }

  @Test func `a review is over once its author or whoever saw it wrote the field anew`() throws {
    let world = try World.judging(laptops: 2)
    let row = try world.addHousehold("Thào Thị Say", at: world.laptops[0])
    // Corrected before anybody judged it.
    try world.write("!sai", to: HouseholdTable.note, of: row, at: world.laptops[0])
    try world.write("đúng", to: HouseholdTable.note, of: row, at: world.laptops[0])
    try world.syncAll()
    #expect(try world.centre.reviews().map(\.state) == [.corrected])
    // Corrected by the author after the verdict, with nothing left there to name.
    try world.write("!sai", to: HouseholdTable.address, of: row, at: world.laptops[0])
    try world.syncAll()
    #expect(try world.laptops[0].openReviewCount() == 1)
    try world.write("Xóm 2", to: HouseholdTable.address, of: row, at: world.laptops[0])
    try world.syncAll()
    // Another laptop's correction counts where it has seen what stands instead; other fields do not.
    try world.write("!sai", to: name, of: row, at: world.laptops[0])
    try world.syncAll()
    try world.write("còn khác", to: HouseholdTable.note, of: row, at: world.laptops[1])
    try world.syncAll()
    #expect(try world.laptops[1].openReviewCount() == 1)
    try world.write("Thào Thị Xay", to: name, of: row, at: world.laptops[1])
    try world.syncAll()
    try expectEqual(world)
    for store in world.laptops + [world.centre] {
      #expect(try store.reviews().map(\.state) == [.corrected, .corrected, .corrected])
      #expect(try store.openReviewCount() == 0)
      #expect(try world.text(name, of: row, at: store) == "Thào Thị Xay")
      #expect(try world.text(HouseholdTable.address, of: row, at: store) == "Xóm 2")
      #expect(try world.text(HouseholdTable.note, of: row, at: store) == "còn khác")
    }
    // A person may still let the first stand.
    try world.rule(.admit, 3)
    try world.syncAll()
    #expect(try world.text(name, of: row, at: world.laptops[1]) == "Thào Thị Xay")
  }

  @Test func `a creation that is not accepted is voided everywhere until it is admitted`() throws {
    let world = try World.judging(laptops: 2)
    let row = try world.addHousehold("#Ma", at: world.laptops[0])
    try world.syncAll()
    for store in world.laptops + [world.centre] {
      #expect(try store.connection.integer("SELECT hidden FROM household") == 2)
    }
    try world.rule(.admit, 1)
    try world.syncAll()
    try expectEqual(world)
    for store in world.laptops + [world.centre] {
      #expect(
        try store.connection.integer("SELECT count(*) FROM household WHERE hidden IS NULL") == 1)
      #expect(try world.text(name, of: row, at: store) == "#Ma")
    }
    try world.rule(.reject, 1)
    try world.syncAll()
    #expect(try world.laptops[1].connection.integer("SELECT hidden FROM household") == 2)
    try expectEqual(world)
  }

  @Test func `what an approved write replaced meanwhile is only cleared away by its admission`()
    throws
  {
    let world = try World.judging(laptops: 2)
    let row = try world.addHousehold("Giàng A Páo", at: world.laptops[0])
    try world.syncAll()
    try world.write("!hai", to: name, of: row, at: world.laptops[0])
    // The same laptop goes on before it hears from the centre.
    let first = try world.laptops[0].makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    _ = try world.centre.answer(first.request, clock: world.clock())
    #expect(try world.text(name, of: row, at: world.centre) == "Giàng A Páo")
    try world.write("Giàng A Pao", to: name, of: row, at: world.laptops[0])
    try world.syncAll()
    for store in world.laptops + [world.centre] {
      #expect(try world.text(name, of: row, at: store) == "Giàng A Pao")
    }
    // The approved write saw, through the disapproved one, all that came before.
    try expectEqual(world)
    try world.rule(.admit, 1)
    try world.syncAll()
    try expectEqual(world)
    #expect(try world.text(name, of: row, at: world.laptops[1]) == "Giàng A Pao")
  }

  @Test func `a person's other value stands with the time of the ruling`() throws {
    let world = try World.judging(laptops: 1)
    let row = try world.addHousehold("Hờ A Chống", at: world.laptops[0])
    try world.write("!0912", to: HouseholdTable.phone, of: row, at: world.laptops[0])
    try world.syncAll()
    let now = world.clock().wall
    try world.rule(.admitEdited(.text("0912345678")), 1)
    try world.syncAll()
    try expectEqual(world)
    let shown = try #require(
      world.laptops[0].openedRow(HouseholdTable.definition.id, row)?.shown(HouseholdTable.phone.id))
    #expect(shown.value == .text("0912345678"))
    #expect(shown.time > now)
    #expect(throws: ReplicaError.notTheCentre) {
      try world.laptops[0].rule(
        on: world.laptops[0].reviews()[0].id, .admit, by: "x", note: nil, clock: world.clock())
    }
  }

  @Test func `what one person said of a ruling is not put into another's mouth`() throws {
    let world = try World.judging(laptops: 1)
    let row = try world.addHousehold("Mùa A Sử", at: world.laptops[0])
    try world.write("!xấu", to: name, of: row, at: world.laptops[0])
    try world.syncAll()
    func rule(_ ruling: Ruling, by person: String, _ note: String?) throws -> String? {
      try world.centre.rule(
        on: world.centre.reviews()[0].id, ruling, by: person, note: note, clock: world.clock()
      ).review.note
    }
    #expect(try rule(.reject, by: "Lan", "tên sai") == "tên sai")
    #expect(try rule(.reject, by: "Lan", nil) == "tên sai")
    #expect(try rule(.admit, by: "Ba", nil) == nil)
  }

  @Test func `a dry run says what a ruling would do and changes nothing`() throws {
    let world = try World.judging(laptops: 1)
    let row = try world.addHousehold("Mùa A Sử", at: world.laptops[0])
    try world.write("!xấu", to: name, of: row, at: world.laptops[0])
    try world.syncAll()
    let digest = try world.centre.digest(of: world.scope)
    let last = world.centre.lastIssued
    let outcome = try world.centre.rule(
      on: world.centre.reviews()[0].id, .admit, by: "An", note: "đúng", clock: world.clock(),
      isDryRun: true)
    #expect(outcome.shown == .text("!xấu"))
    #expect(outcome.review.state == .admitted)
    #expect(outcome.operationCount == 2)
    #expect(world.centre.lastIssued == last)
    #expect(try world.centre.digest(of: world.scope) == digest)
    #expect(try world.centre.reviews()[0].state == .neutralised)
  }

  @Test func `laptops write neither what the centre rules nor values of another type`() throws {
    let world = try World.judging(laptops: 2)
    let row = try world.laptops[0].commit(author: nil, clock: world.clock()) {
      // At its creation a household names its hamlet.
      try $0.create(
        HouseholdTable.definition, in: world.scope,
        [(HouseholdTable.place, .integer(5)), (name, .text("Lý Thị Mẩy"))])
    }
    try world.syncAll()
    #expect(try world.centre.reviews().isEmpty)
    try world.laptops[1].commit(author: nil, clock: world.clock()) { act in
      try act.write(HouseholdTable.definition, row, [(HouseholdTable.place, .integer(6))])
      try act.write(HouseholdTable.definition, row, [(HouseholdTable.kind, .text("family"))])
      try act.write(HouseholdTable.definition, row, [(HouseholdTable.number, .integer(9))])
      _ = try act.create(TeamTable.definition, in: world.scope, [(TeamTable.name, .text("x"))])
    }
    try world.syncAll()
    try expectEqual(world)
    for store in world.laptops + [world.centre] {
      let state = try #require(try store.openedRow(HouseholdTable.definition.id, row))
      #expect(state.shown(HouseholdTable.place.id)?.value == .integer(5))
      #expect(state.shown(HouseholdTable.kind.id) == nil)
      #expect(state.shown(HouseholdTable.number.id) == nil)
      #expect(try store.connection.integer("SELECT hidden FROM team") == 2)
      #expect(
        try store.reviews().map(\.reason)
          == ["field-not-yours", "bad-type", "field-not-yours", "field-not-yours"])
    }
  }

  @Test func `a row that was not granted is voided, and its edits are neutralised`() throws {
    let world = try World.judging(laptops: 1)
    let foreign = try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.openScope([(ScopeTable.kind, .integer(1))])
    }
    let row = try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.create(HouseholdTable.definition, in: foreign, [(name, .text("Sìn Thị Páo"))])
    }
    try world.sync(world.laptops[0])
    #expect(try world.centre.connection.integer("SELECT hidden FROM household") == 2)
    #expect(try world.centre.reviews().map(\.reason) == ["not-granted"])
    try world.rule(.admit, 1)
    #expect(
      try world.centre.connection.integer(
        "SELECT count(*) FROM household WHERE hidden IS NULL AND rid = \(row.rawValue)") == 1)
    #expect(try world.centre.verify().findings.isEmpty)
  }
}
