import SyncProtocol
import Testing

@testable import Replica

/// Random laptops, a centre that judges, and rulings in any order, against a second reckoning that
/// knows nothing of what the centre wrote.
@Suite struct ReviewPropertyTests {
  private static let fields = [HouseholdTable.name, HouseholdTable.phone, HouseholdTable.note]
  private static let participants = VisitTable.participants

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `in every order of writes, rounds and rulings the approved writes stand, and they alone`(
    seed: UInt64
  ) throws {
    try run(seed, restores: 0)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `so they do when the centre was put back twice and judges again what laptops bring`(
    seed: UInt64
  ) throws {
    try run(seed, restores: 2)
  }

  private func run(_ seed: UInt64, restores: Int) throws {
    let world = try World.judging(laptops: 3, seed: seed)
    var random = SeededGenerator(seed: seed &* 7_919)
    var last = 0
    for life in 0...restores {
      var backup = try world.backupOfCentre()
      for _ in 0..<45 / (restores + 1) {
        let laptop = world.laptops[Int.random(in: 0..<3, using: &random)]
        switch Int.random(in: 0..<10, using: &random) {
        case 0...4: try write(world, laptop, &last, &random)
        case 5...7: try world.sync(laptop)
        default: try rule(world, &random)
        }
        if restores > 0, Int.random(in: 0..<15, using: &random) == 0 {
          backup = try world.backupOfCentre()
        }
      }
      guard life < restores else { continue }
      try world.restoreCentre(backup, epoch: UInt8(life + 1))
    }
    try world.syncAll()
    for _ in 0..<3 { try rule(world, &random) }
    try world.syncAll()
    let digest = try world.centre.digest(of: world.scope)
    for store in world.laptops + [world.centre] {
      #expect(try store.digest(of: world.scope) == digest, "SEED=\(seed)")
      #expect(try store.verify().findings.isEmpty, "SEED=\(seed)")
    }
    try compare(world, seed)
    let reviews = try centreReviews(world)
    for laptop in world.laptops {
      #expect(try laptop.reviews().map(Self.brief) == reviews, "SEED=\(seed)")
    }
    // Judging once more changes nothing.
    _ = try world.centre.connection.execute(
      "INSERT INTO to_judge (batch) SELECT position FROM batch ORDER BY position")
    _ = try world.centre.receive([], clock: world.clock())
    try world.sync(world.laptops[0])
    #expect(try world.centre.connection.integer("SELECT count(*) FROM to_judge") == 0)
    #expect(try world.centre.digest(of: world.scope) == digest, "SEED=\(seed)")
  }

  private func centreReviews(_ world: World) throws -> [String] {
    let reviews = try world.centre.reviews()
    let judged = Set(reviews.map { "\($0.dot.rawValue) \($0.field?.rawValue ?? 0)" })
    #expect(judged.count == reviews.count)
    return reviews.map(Self.brief)
  }

  private static func brief(_ review: Review) -> String {
    "\(review.id.rawValue) \(review.dot.rawValue) \(review.state?.name ?? "") "
      + "\(review.ruledBy ?? "")"
  }

  private func mark(_ last: inout Int, _ random: inout SeededGenerator) -> String {
    last += 1
    return (Int.random(in: 0..<3, using: &random) == 0 ? "!" : "") + "value \(last)"
  }

  private func write(
    _ world: World, _ laptop: Store, _ last: inout Int, _ random: inout SeededGenerator
  ) throws {
    let households = try rows(of: "household", at: laptop)
    let visits = try rows(of: "visit", at: laptop)
    let household = households.randomElement(using: &random)
    let visit = visits.randomElement(using: &random)
    let choice = Int.random(in: 0..<10, using: &random)
    let isBad = Int.random(in: 0..<3, using: &random) == 0
    let author = isBad ? MarkJudge.badAuthor : nil
    let text = mark(&last, &random)
    last += 1
    let element = Value.integer(Int64(isBad ? -last : last))
    let field = Self.fields[Int.random(in: 0..<3, using: &random)]
    try laptop.commit(author: author, clock: world.clock()) { act in
      switch choice {
      case 0:
        _ = try act.create(
          HouseholdTable.definition, in: world.scope,
          [(HouseholdTable.name, .text(isBad ? "#" + text : text))])
      case 1:
        _ = try act.create(
          VisitTable.definition, in: world.scope,
          [(VisitTable.note, .text(text)), (Self.participants, element)])
      case 2...5:
        guard let household else { return }
        try act.write(HouseholdTable.definition, household, [(field, .text(text))])
      case 6:
        guard let visit else { return }
        try act.add(VisitTable.definition, visit, Self.participants, element)
      case 7, 8:
        guard let visit,
          let present = try laptop.row(VisitTable.definition.id, visit)?
            .heads(of: Self.participants.id).first?.value
        else { return }
        try act.remove(VisitTable.definition, visit, Self.participants, present)
      default:
        guard let household else { return }
        if isBad || Bool.random(using: &random) {
          try act.delete(HouseholdTable.definition, household)
        } else {
          try act.undelete(HouseholdTable.definition, household)
        }
      }
    }
  }

  private func rows(of table: String, at store: Store) throws -> [RowID] {
    try store.connection.rows("SELECT rid FROM \"\(table)\" ORDER BY rid") {
      try $0.integer(at: 0)
    }.compactMap(RowID.init(rawValue:))
  }

  private func rule(_ world: World, _ random: inout SeededGenerator) throws {
    guard let review = try world.centre.reviews().randomElement(using: &random) else { return }
    let ruling: Ruling = Bool.random(using: &random) ? .admit : .reject
    _ = try world.centre.rule(
      on: review.id, ruling, by: "An", note: nil, clock: world.clock())
  }

  /// A write as its author made it; `seen` are values, which no two writes share.
  private struct Original {
    var value: Value?
    var seen: [Value]
    var isApproved: Bool
    var time: Timestamp
  }

  private struct Cell: Hashable {
    var row: RowID
    var field: FieldID
  }

  private func compare(_ world: World, _ seed: UInt64) throws {
    let centre = world.centre
    let log = try centre.connection.rows(
      "SELECT encoded FROM batch WHERE scope = ? AND state = 1", .integer(world.scope.rawValue)
    ) { try Batch(decoding: try $0.bytes(at: 0), primitives: .standard) }
    let operations = try log.flatMap { try $0.operations(primitives: .standard) }
    var valueOfDot: [Cell: [Dot: Value]] = [:]
    for operation in operations {
      for write in operation.writes {
        valueOfDot[Cell(row: operation.row, field: write.field), default: [:]][operation.dot] =
          write.value
      }
    }
    let admitted = try centre.reviews().filter { $0.state == .admitted }
    var cells: [Cell: [Original]] = [:]
    var voided: Set<RowID> = []
    for operation in operations where operation.dot.replica.rawValue >= ReplicaID.firstLaptop {
      let objections = MarkJudge().objections(
        to: JudgedOperation(
          operation: try world.centre.opened(operation), table: HouseholdTable.definition,
          now: operation.time,
          isFromLaterVersion: false, isInDirectory: { _, _, _ in false }))
      func isAdmitted(_ field: FieldID?) -> Bool {
        admitted.contains { $0.dot == operation.dot && $0.field == field }
      }
      let isCondemned = objections.contains { $0.field == nil } && !isAdmitted(nil)
      if isCondemned, operation.isCreate { voided.insert(operation.row) }
      for write in operation.writes where write.field != .deletes {
        let isBad =
          objections.contains { $0.field == write.field } && !isAdmitted(write.field)
        let cell = Cell(row: operation.row, field: write.field)
        cells[cell, default: []].append(
          Original(
            value: write.value, seen: write.previous.compactMap { valueOfDot[cell]?[$0] },
            isApproved: !isBad && !(isCondemned && !operation.isCreate), time: operation.time))
      }
    }
    for (cell, originals) in cells {
      var replaced: Set<Value> = []
      for original in originals where original.isApproved {
        var open = original.seen
        while let value = open.popLast() {
          guard replaced.insert(value).inserted else { continue }
          open += originals.filter { $0.value == value }.flatMap(\.seen)
        }
      }
      let expected = originals.filter {
        $0.isApproved && $0.value.map { !replaced.contains($0) } ?? false
      }
      let table =
        try centre.row(VisitTable.definition.id, cell.row) != nil
        ? VisitTable.definition : HouseholdTable.definition
      let state = try #require(try centre.row(table.id, cell.row))
      #expect(
        state.heads(of: cell.field).map { "\($0.value)" }.sorted()
          == expected.compactMap { $0.value.map { "\($0)" } }.sorted(),
        "SEED=\(seed) field \(cell.field.rawValue) of \(cell.row.rawValue)")
      let newest = expected.max { $0.time < $1.time }
      if cell.field.kind == .register {
        #expect(state.shown(cell.field)?.value == newest?.value, "SEED=\(seed)")
      }
      #expect((state.voidReason != nil) == voided.contains(cell.row), "SEED=\(seed)")
    }
  }
}
