import Foundation
import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// Whatever laptops wrote it and in whatever order it was merged: the centre's count is the count
/// over the union, along every dimension.
@Suite struct CountPropertyTests {
  /// A plan written by several laptops, synced whenever chance wants it.
  private final class Telling {
    let plan: CountPlan
    let world: FieldWorld
    /// Laptops by hamlet.
    private let laptops: [[FieldStore]]
    private var random: SeededGenerator
    private var sessions: [RowID] = []
    private var campaign: RowID?
    /// Dossiers that stay when the assist or the visit they came out of is voided.
    private var kept: Set<RowID> = []
    /// What rows are called in the plan.
    private(set) var names: [RowID: String] = [:]

    init(_ plan: CountPlan, laptops counts: [Int], seed: UInt64) throws {
      self.plan = plan
      random = SeededGenerator(seed: seed)
      let teams = CountPlan.hamlets.map { "Tổ \($0)" }
      world = try FieldWorld(
        laptopsOf: zip(teams, counts).flatMap { Array(repeating: $0, count: $1) }, seed: seed)
      laptops = [Array(world.laptops[..<counts[0]]), Array(world.laptops[counts[0]...])]
    }

    private func anyLaptop(_ hamlet: Int) throws -> FieldStore {
      try #require(laptops[hamlet].randomElement(using: &random))
    }

    private func syncSome() throws {
      while Int.random(in: 0..<4, using: &random) == 0 {
        try world.sync(try #require(world.laptops.randomElement(using: &random)))
      }
    }

    private func syncAll() throws {
      for laptop in world.laptops.shuffled(using: &random) { try world.sync(laptop) }
      for laptop in world.laptops.shuffled(using: &random) { try world.sync(laptop) }
    }

    func tell() throws {
      try openOccasions()
      try syncAll()
      let writers = try plan.households.map { try anyLaptop($0.hamlet) }
      var residents: [[RowID]] = []
      var households: [RowID] = []
      for (number, household) in plan.households.enumerated() {
        let author = try world.member(CountPlan.members[household.hamlet][0])
        let place = try world.centre.reader.findPlace(CountPlan.hamlets[household.hamlet])
        let id = try writers[number].addHousehold(
          HouseholdDraft(place: place.id, kind: household.kind, name: "Hộ \(number)"),
          author: author, clock: world.clock()
        ).id
        households.append(id)
        residents.append(
          try (0..<household.residents).map {
            try world.resident("Người \(number) \($0)", of: id, at: writers[number])
          })
      }
      // Half of the time the households are known everywhere before anybody is visited.
      let isShared = Bool.random(using: &random)
      if isShared { try syncAll() }
      var voids: [(kind: RecordCode.Kind, id: RowID, hamlet: Int)] = []
      for visit in plan.visits.shuffled(using: &random) {
        let hamlet = plan.households[visit.household].hamlet
        let store = isShared ? try anyLaptop(hamlet) : writers[visit.household]
        let id = try tell(visit, of: households[visit.household], store, hamlet)
        if visit.isVoided { voids.append((.visit, id, hamlet)) }
        for assist in visit.assists {
          let told = try tell(
            assist, at: id, assist.resident.map { residents[visit.household][$0] }, store, hamlet)
          if assist.isVoided { voids.append((.assist, told, hamlet)) }
        }
        try syncSome()
      }
      try syncAll()
      for (kind, id, hamlet) in voids.shuffled(using: &random) {
        try anyLaptop(hamlet).void(
          kind, id, reason: "nhầm", choice: DossierChoice(kept: kept), author: try world.member(),
          clock: world.clock())
        try syncSome()
      }
      for pair in plan.samePersons {
        let rows = residents[pair.household]
        try anyLaptop(plan.households[pair.household].hamlet).link(
          .resident, rows[pair.one], rows[pair.other], isSame: true, author: nil,
          clock: world.clock())
      }
      try syncAll()
    }

    private func openOccasions() throws {
      let saved = try world.centre.add(
        RecordForms.campaign,
        FormDraft(
          RecordForms.campaign, ["name": "Đợt 1", "from": "01/09/2026", "to": "31/12/2026"]),
        author: nil, clock: world.clock())
      campaign = saved.id
      names[saved.id] = "campaign"
      try syncAll()
      for (number, session) in plan.sessions.enumerated() {
        let code = try #require(saved.code).text
        let draft = FormDraft(
          RecordForms.session,
          [
            "kind": "saturday", "name": "Buổi \(number)", "date": "18/11/2026",
            "place": CountPlan.hamlets[session.hamlet],
            "campaign": session.isOfCampaign ? code : "",
          ])
        let id = try anyLaptop(session.hamlet).add(
          RecordForms.session, draft,
          author: try world.member(CountPlan.members[session.hamlet][0]), clock: world.clock()
        ).id
        sessions.append(id)
        names[id] = "session \(number)"
      }
      let reader = world.centre.reader
      for place in try reader.places() { names[place.id] = place.name }
      for team in try reader.teams() { names[team.id] = team.name }
      for name in CountPlan.members.joined() { names[try world.member(name)] = name }
    }

    private func tell(
      _ visit: CountPlan.Visit, of household: RowID, _ store: FieldStore, _ hamlet: Int
    ) throws -> RowID {
      let members = try visit.members.map { try world.member(CountPlan.members[hamlet][$0]) }
      return try store.addVisit(
        VisitDraft(
          household: household, date: Format.date(visit.date), outcome: visit.outcome,
          participants: members, session: visit.session.map { sessions[$0] },
          campaign: visit.isOfCampaign ? campaign : nil, channel: visit.channel),
        author: members[0], clock: world.clock()
      ).id
    }

    private func tell(
      _ assist: CountPlan.Assist, at visit: RowID, _ resident: RowID?, _ store: FieldStore,
      _ hamlet: Int
    ) throws -> RowID {
      let author = try world.member(CountPlan.members[hamlet][0])
      let id = try store.addAssist(
        AssistDraft(
          visit: visit, resident: resident, service: assist.service, mode: assist.mode,
          outcome: assist.outcome,
          blockedReason: assist.outcome == "blocked" ? "no-network" : nil,
          evidenceKind: assist.hasEvidence ? "spoken" : nil,
          evidence: assist.hasEvidence ? "An" : nil, aloneNow: assist.aloneNow,
          language: assist.language),
        author: author, clock: world.clock()
      ).id
      if let dossier = assist.dossier {
        let filed = try store.addSubmission(
          SubmissionDraft(
            assist: id, channel: dossier.channel, received: Format.date(dossier.date)),
          author: author, clock: world.clock())
        if assist.keepsDossier { kept.insert(filed.id) }
      }
      return id
    }

    /// What the plan calls a key.
    func name(of key: CountKey, along dimension: CountDimension) -> String {
      if dimension.key == "service-level" { return "any" }
      if case .record = dimension.model.rule, let row = key.row { return names[row] ?? "?" }
      return key.text(along: dimension) ?? "none"
    }
  }

  private static let periods = [
    "2026-09", "2026-11", "2026-Q4", "2026-H2", "2026-9M", "2026", "2026-W47", "2026-11@14",
    "2026-Q4@14", "2026@20", "2026-10-03..2026-11-05", "2026-10-10",
  ]

  private func check(
    _ reader: RecordReader, _ telling: Telling, _ period: Period, _ dimensions: [CountDimension],
    where filters: [CountDimension: Set<CountKey>] = [:], _ comment: Comment
  ) throws {
    let count = try reader.count(CountQuery(period, by: dimensions, where: filters))
    let expected = telling.plan.count(
      period, dimensions,
      where: filters.map { dimension, keys in
        (dimension, Set(keys.map { telling.name(of: $0, along: dimension) }))
      })
    func plain(_ numbers: CountNumbers) -> CountPlan.Numbers {
      CountPlan.Numbers(
        visits: numbers.visits == 0 ? nil : numbers.visits, counted: numbers.countedAssists,
        provisional: numbers.provisionalAssists, residents: numbers.residents,
        submissions: numbers.submissions == 0 ? nil : numbers.submissions)
    }
    #expect(plain(count.total) == expected.total, comment)
    let groups = Dictionary(
      count.groups.map { group in
        let names = zip(group.keys, dimensions).map { telling.name(of: $0, along: $1) }
        return (names, plain(group.numbers))
      }, uniquingKeysWith: { first, _ in first })
    #expect(groups == expected.groups, comment)
    for group in count.groups {
      #expect((group.numbers.visits == nil) == !count.query.divides(.visit), comment)
      #expect((group.numbers.submissions == nil) == !count.query.divides(.submission), comment)
    }
  }

  @Test func `any split and any order of merging count as the union does, by all dimensions`()
    throws
  {
    let asked = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init)
    let seed = asked ?? UInt64.random(in: 0...UInt64.max)
    print("CountPropertyTests seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let plan = CountPlan(&random)
    let split = (0..<2).map { _ in Int.random(in: 1...3, using: &random) }
    for counts in [[1, 1], split] {
      let telling = try Telling(plan, laptops: counts, seed: random.next())
      try telling.tell()
      let reader = telling.world.centre.reader
      for text in Self.periods {
        let period = month(text)
        for dimension in CountDimension.allCases {
          try check(
            reader, telling, period, [dimension], "seed \(seed), \(text) by \(dimension.key)")
        }
        for _ in 0..<4 {
          let all = CountDimension.allCases.shuffled(using: &random)
          let dimensions = Array(all.prefix(Int.random(in: 0...3, using: &random)))
          var filters: [CountDimension: Set<CountKey>] = [:]
          for dimension in all.suffix(2) where !dimension.isSpan && dimension != .serviceLevel {
            let frame = CountQuery(period).frame
            let keys = try reader.countKeys(along: dimension, frame) + [.none]
            filters[dimension] = Set(keys.shuffled(using: &random).prefix(2))
          }
          let names = (dimensions + filters.keys).map(\.key).joined(separator: ",")
          try check(
            reader, telling, period, dimensions, where: filters, "seed \(seed), \(text): \(names)")
        }
      }
    }
  }
}
