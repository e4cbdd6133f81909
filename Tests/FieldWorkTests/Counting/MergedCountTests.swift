import SQLite
import SyncProtocol
import Testing

@testable import FieldWork

/// Counts over split and merged stores, and recounts by plain SQL.
@Suite struct MergedCountTests {
  /// A world of random records; each phase's records go to random laptops, and what one phase made
  /// is synced before the next uses it.
  private struct Story {
    var random: SeededGenerator
    let world: FieldWorld
    private var households: [RowID] = []
    private var residents: [RowID] = []
    private var visits: [RowID] = []
    private var assists: [RowID] = []

    init(laptops: Int, seed: UInt64) throws {
      world = try FieldWorld(
        laptopsOf: Array(repeating: "Tổ Xóm 1", count: laptops), seed: seed)
      random = SeededGenerator(seed: seed)
    }

    /// The story is the same for any number of laptops: who writes is drawn apart.
    private var writers = SeededGenerator(seed: 99)

    private mutating func anyLaptop() -> FieldStore {
      world.laptops[Int.random(in: 0..<world.laptops.count, using: &writers)]
    }

    private func syncAll() throws {
      for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    }

    private mutating func pick(_ rows: [RowID]) throws -> RowID {
      try #require(rows.randomElement(using: &random))
    }

    mutating func tell() throws {
      for number in 0..<6 {
        households.append(try world.household("Hộ \(number)", at: anyLaptop()))
      }
      try syncAll()
      for number in 0..<8 {
        residents.append(
          try world.resident("Người \(number)", of: try pick(households), at: anyLaptop()))
      }
      for _ in 0..<12 {
        let date = ["30/10/2026", "02/11/2026", "09/11/2026", "18/11/2026"]
          .randomElement(using: &random)
        visits.append(try world.visit(to: try pick(households), on: date, at: anyLaptop()))
      }
      try syncAll()
      for _ in 0..<30 { try addAssist() }
      try syncAll()
      try changeSome()
      try syncAll()
    }

    private mutating func addAssist() throws {
      let outcome = AssistOutcome.allCases.randomElement(using: &random)?.name ?? "completed"
      let hasEvidence = Int.random(in: 0...3, using: &random) > 0
      let isNamed = Int.random(in: 0...4, using: &random) > 0
      let resident = isNamed ? try pick(residents) : nil
      let service = ["1.001193", "vneid", "1.000894"].randomElement(using: &random) ?? "vneid"
      let visit = try pick(visits)
      assists.append(
        try world.assist(
          at: visit, resident, outcome: outcome, evidence: hasEvidence ? "An" : nil,
          service: service, in: anyLaptop()))
    }

    private mutating func changeSome() throws {
      let member = try world.member()
      let store = anyLaptop()
      try store.void(
        .visit, try pick(visits), reason: "nhầm", author: member, clock: world.clock())
      for assist in assists.shuffled(using: &random).prefix(4) {
        try anyLaptop().void(
          .assist, assist, reason: "nhầm", author: member, clock: world.clock())
      }
      _ = try anyLaptop().addSubmission(
        SubmissionDraft(
          resident: try pick(residents), procedure: "1.001193", channel: "online",
          received: "10/11/2026"),
        author: member, clock: world.clock())
    }
  }

  /// All numbers by every dimension, as text that does not depend on row ids.
  private func fingerprint(_ reader: RecordReader) throws -> [String] {
    var lines: [String] = []
    for period in ["2026-10", "2026-11", "2026-W47"] {
      lines.append("\(try reader.count(CountQuery(month(period))).total)")
      for dimension in CountDimension.allCases {
        for group in try reader.count(CountQuery(month(period), by: [dimension])).groups {
          let label = try reader.label(of: group.keys[0], along: dimension).english
          lines.append("\(period) \(label) \(group.numbers)")
        }
      }
    }
    return lines.sorted()
  }

  /// The counted assists by plain SQL, written without the counting rule.
  private func recount(_ reader: RecordReader, _ period: Period) throws -> [Int64] {
    let range = [
      SQLValue.integer(Int64(period.from.daysSince1970)),
      .integer(Int64(period.to.daysSince1970)),
    ]
    let counted = """
      FROM assist JOIN visit ON visit.rid = assist.visit
      WHERE assist.hidden IS NULL AND assist.void_reason IS NULL
        AND visit.hidden IS NULL AND visit.void_reason IS NULL
        AND visit.date BETWEEN ?1 AND ?2
        AND assist.outcome IN (1, 2) AND assist.evidence_kind IN (1, 2, 3)
        AND length(assist.evidence) > 0
      """
    let queries = [
      "SELECT count(*) \(counted)", "SELECT count(DISTINCT assist.resident) \(counted)",
      """
      SELECT count(*) FROM visit
      WHERE hidden IS NULL AND void_reason IS NULL AND date BETWEEN ?1 AND ?2
      """,
      """
      SELECT count(*) FROM submission
      WHERE hidden IS NULL AND void_reason IS NULL AND date BETWEEN ?1 AND ?2
      """,
    ]
    return try queries.map { sql in
      try #require(
        try reader.connection.row(sql, bindings: range) { try $0.integer(at: 0) })
    }
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `records split over laptops and merged give the count of one store`(seed: UInt64) throws {
    var alone = try Story(laptops: 1, seed: seed)
    try alone.tell()
    var split = try Story(laptops: 3, seed: seed)
    try split.tell()
    let expected = try fingerprint(alone.world.laptop.reader)
    #expect(expected.count > 30)
    for store in split.world.laptops + [split.world.centre, alone.world.centre] {
      #expect(try fingerprint(store.reader) == expected, "seed \(seed)")
      for period in ["2026-10", "2026-11", "2026-11-09"] {
        let total = try store.reader.count(CountQuery(month(period))).total
        #expect(
          try recount(store.reader, month(period))
            == [
              Int64(total.countedAssists), Int64(total.residents), Int64(total.visits ?? -1),
              Int64(total.submissions ?? -1),
            ], "seed \(seed)")
      }
    }
  }

  @Test func `an edit of one assist on two laptops counts once and the same everywhere`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let household = try world.household()
    let assist = try world.assist(
      at: try world.visit(to: household), try world.resident(of: household), evidence: nil)
    for laptop in world.laptops { try world.sync(laptop) }
    for (laptop, outcome) in zip(world.laptops, ["submitted", "advised"]) {
      _ = try laptop.editAssist(
        assist, AssistDraft(outcome: outcome, evidenceKind: "spoken", evidence: "An"), author: nil,
        clock: world.clock())
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    #expect(try world.centre.store.conflicts().count == 1)
    let verdicts = try (world.laptops + [world.centre]).map {
      try $0.reader.explainCount(of: assist).verdict
    }
    #expect(verdicts == Array(repeating: .notCounted(.advised), count: 3))
  }
}
