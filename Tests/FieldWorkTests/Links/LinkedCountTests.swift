import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct LinkedCountTests {
  private func numbers(_ store: FieldStore) throws -> CountNumbers {
    try store.reader.count(CountQuery(month())).total
  }

  private func helped(_ name: String, _ world: FieldWorld) throws -> RowID {
    let household = try world.household("Hộ \(name)")
    let resident = try world.resident(name, of: household)
    _ = try world.assist(at: try world.visit(to: household), resident)
    return resident
  }

  private func link(
    _ one: RowID, _ other: RowID, isSame: Bool = true, _ world: FieldWorld
  ) throws {
    try world.laptop.link(
      .resident, one, other, isSame: isSame, author: try world.member(), clock: world.clock())
  }

  @Test func `two records of one person count once, and twice when the link is taken back`() throws
  {
    let world = try FieldWorld()
    let (one, two) = try (helped("Lan", world), helped("Lan khác", world))
    #expect(try numbers(world.laptop).residents == 2)
    try link(one, two, world)
    try world.sync(world.laptop)
    for store in [world.laptop, world.centre] {
      let total = try numbers(store)
      #expect(total.residents == 1 && total.residentsAtMost == 1 && total.countedAssists == 2)
      #expect(total.involvedResidents == 1)
    }
    try world.laptop.unlink(
      .resident, two, one, author: try world.member(), clock: world.clock())
    try world.sync(world.laptop)
    for store in [world.laptop, world.centre] { #expect(try numbers(store).residents == 2) }
    #expect(
      fieldError {
        try world.laptop.unlink(.resident, one, two, author: nil, clock: world.clock())
      } == .notLinked)
    #expect(fieldError { try link(one, one, world) } == .linkToItself)
  }

  @Test func `a person who is said to be one and two is a range`() throws {
    let world = try FieldWorld()
    let rows = try ["A", "B", "C", "D"].map { try helped($0, world) }
    try link(rows[0], rows[1], world)
    try link(rows[1], rows[2], world)
    try link(rows[0], rows[2], isSame: false, world)
    let total = try numbers(world.laptop)
    #expect(total.residents == 2 && total.residentsAtMost == 4)
  }

  @Test func `saying they are two takes the link back, and the other way round`() throws {
    let world = try FieldWorld()
    let (one, two) = try (helped("Lan", world), helped("Lan khác", world))
    try link(one, two, world)
    try link(two, one, isSame: false, world)
    #expect(try world.laptop.reader.links(of: one, .resident) == [RowLink(.notSame, two)])
    #expect(try numbers(world.laptop).residents == 2)
    try link(one, two, world)
    #expect(try world.laptop.reader.links(of: two, .resident) == [RowLink(.same, one)])
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `links in any order and from any laptop give the same count`(seed: UInt64) throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"], seed: seed)
    var random = SeededGenerator(seed: seed)
    let rows = try (0..<8).map { try helped("Người \($0)", world) }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    var edges: [Persons.Edge] = []
    for _ in 0..<7 {
      let pair = rows.shuffled(using: &random).prefix(2)
      edges.append(Persons.Edge(pair[0], .same, pair[1]))
      let laptop = world.laptops[Int.random(in: 0..<2, using: &random)]
      try laptop.link(
        .resident, pair[0], pair[1], isSame: true, author: try world.member(), clock: world.clock())
      if Bool.random(using: &random) { try world.sync(laptop) }
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    let expected = Set(rows.map { Persons(edges).canonical($0) }).count
    for store in world.laptops + [world.centre] {
      #expect(try numbers(store).residents == expected, "seed \(seed)")
    }
  }

  @Test func `whoever moves stays one person, and the visits stay where they were`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Bản Mường"])
    let household = try world.household()
    let resident = try world.resident(of: household)
    _ = try world.assist(at: try world.visit(to: household), resident)
    try world.sync(world.laptop)
    let place = try world.centre.reader.findPlace("Bản Mường")
    let copies = try world.centre.moveHousehold(
      household, to: place, author: nil, clock: world.clock(), isDryRun: false)
    #expect(copies.count == 2)
    let far = world.laptops[1]
    try world.sync(far)
    let member = try world.member("Lò Văn Cường")
    let visit = try far.addVisit(
      VisitDraft(household: copies[0].copy, outcome: "met"), author: member, clock: world.clock()
    ).id
    _ = try far.addAssist(
      AssistDraft(
        visit: visit, resident: copies[1].copy, service: "1.001193", mode: "guided",
        outcome: "completed", evidenceKind: "spoken", evidence: "Cường"), author: member,
      clock: world.clock())
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    let total = try numbers(world.centre)
    #expect(total.residents == 1 && total.countedAssists == 2 && total.visits == 2)
    for laptop in world.laptops { #expect(try numbers(laptop).residents == 1) }
    #expect(try far.reader.existing(Household.self, copies[0].copy).place == place.id)
    #expect(try far.reader.visits(household: copies[0].copy).count == 1)
    #expect(try world.laptop.reader.visits(household: household).count == 1)
    #expect(try world.centre.reader.residentsLike(resident).isEmpty, "a copy is no duplicate")
    #expect(
      fieldError {
        try world.centre.unlink(
          .resident, resident, copies[1].copy, author: nil, clock: world.clock())
      } == .linkedByMove)
    let code = try world.centre.reader.existing(Resident.self, resident).codeText
    let plan = try world.centre.erasurePlan(for: code)
    #expect(plan.subjects == [resident, copies[1].copy].sorted())
  }

  @Test func `whoever moves away and back is listed and found once, where they live now`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Bản Mường"])
    let household = try world.household("Lò Văn Nam")
    let resident = try world.resident("Lò Văn Nam", of: household)
    _ = try world.visit(to: household)
    try world.sync(world.laptop)
    let centre = world.centre
    func move(_ row: RowID, to place: String) throws -> [RowCopy] {
      try centre.moveHousehold(
        row, to: try centre.reader.findPlace(place), author: nil, clock: world.clock(),
        isDryRun: false)
    }
    func check(
      _ store: FieldStore, household: RowID?, resident: RowID?, found: Int,
      _ location: SourceLocation = #_sourceLocation
    ) throws {
      let reader = store.reader
      #expect(
        try reader.households().map(\.id) == [household].compactMap(\.self),
        sourceLocation: location)
      #expect(
        try reader.residents().map(\.id) == [resident].compactMap(\.self), sourceLocation: location)
      #expect(try reader.residentCount() == (resident == nil ? 0 : 1), sourceLocation: location)
      #expect(try store.search.find("lo van nam").count == found, sourceLocation: location)
    }
    let away = try move(household, to: "Bản Mường")
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    try check(centre, household: away[0].copy, resident: away[1].copy, found: 2)
    try check(world.laptops[1], household: away[0].copy, resident: away[1].copy, found: 2)
    // Who lives where this laptop holds nothing is still found, and said to have moved.
    try check(world.laptop, household: nil, resident: nil, found: 2)
    #expect(try world.laptop.reader.residents(includingMoved: true).map(\.id) == [resident])

    let back = try move(away[0].copy, to: "Xóm 1")
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    for store in [centre, world.laptop] {
      try check(store, household: back[0].copy, resident: back[1].copy, found: 2)
      #expect(try store.reader.earlierRows(of: back[0].copy, .household).contains(household))
      #expect(try store.reader.present(household, .household) == back[0].copy)
      let code = try store.reader.codeText(of: household, in: HouseholdTable.definition)
      let line = try #require(try store.search.find(code).first)
      guard case .household(let found) = line.found else { throw FieldError.nothingToChange }
      #expect(found.id == back[0].copy)
    }
    #expect(try numbers(centre).visits == 1)
    let plan = try centre.erasurePlan(
      for: try centre.reader.codeText(of: household, in: HouseholdTable.definition))
    for row in [resident, away[1].copy, back[1].copy] { #expect(plan.subjects.contains(row)) }
  }

  @Test func `a move within a scope's reach only changes the hamlet when it is another`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    try world.sync(world.laptop)
    let here = try world.centre.reader.findPlace("Xóm 1")
    #expect(
      fieldError {
        _ = try world.centre.moveHousehold(
          household, to: here, author: nil, clock: world.clock(), isDryRun: false)
      } == .nothingToChange)
    #expect(
      fieldError {
        _ = try world.laptop.moveHousehold(
          household, to: here, author: nil, clock: world.clock(), isDryRun: false)
      } == .notTheCentre)
  }

  @Test func `an erasure covers every linked record of the person`() throws {
    let world = try FieldWorld()
    let (one, two) = try (helped("Lan", world), helped("Lan khác", world))
    try link(one, two, world)
    try world.sync(world.laptop)
    let code = try world.centre.reader.existing(Resident.self, one).codeText
    let plan = try world.centre.erasurePlan(for: code)
    #expect(plan.subjects == [one, two].sorted())
    try world.centre.erase(
      plan, reason: .request, requested: day("2026-11-18"), author: nil, clock: world.clock())
    try world.sync(world.laptop)
    for row in [one, two] {
      #expect(
        try world.laptop.reader.existing(Resident.self, row).fullName == "(đã xóa / erased)")
    }
    #expect(try numbers(world.laptop).residents == 1)
  }

  @Test func `the centre takes back a link that says it is a move`() throws {
    let world = try FieldWorld()
    let (one, two) = try (helped("Lan", world), helped("Lan khác", world))
    try world.laptop.store.commit(author: nil, clock: world.clock()) {
      try $0.link(ResidentTable.definition, one, .movedTo, two)
    }
    for _ in 0..<2 { try world.sync(world.laptop) }
    #expect(try world.centre.reader.links(of: one, .resident).isEmpty)
    #expect(try world.laptop.reader.links(of: two, .resident).isEmpty)
    #expect(try world.centre.store.reviews().contains { $0.detail == "unknown-choice" })
  }
}
