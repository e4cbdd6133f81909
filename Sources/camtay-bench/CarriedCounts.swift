import FieldWork
import Replica
import SyncProtocol

/// What a day that goes by stick costs: bytes on the stick, syncs of the stick and of both disks,
/// statements of both stores.
struct CarriedCounts {
  private static let visits = 20
  private var pair: CountedPair

  init(_ folder: BenchmarkFolder) throws { pair = try CountedPair(folder, "carried") }

  /// A pack of a day with its return, and one that has nothing to say.
  mutating func figures() throws -> Figures {
    _ = try pair.exchange()
    for number in 0..<Self.visits { try recordVisit(number) }
    var figures = Figures()
    try trip("day", &figures)
    try trip("idle", &figures)
    return figures
  }

  /// There and back.
  private mutating func trip(_ name: String, _ figures: inout Figures) throws {
    let (stick, back) = (CountedFolder(), CountedFolder())
    let pack = try cost { try $0.pack(to: stick) }
    let intake = try cost { try $0.takeIn(from: stick) }
    let answer = try cost { try $0.answer(to: back) }
    let absorbing = try cost { try $0.absorb(from: back) }
    guard try pair.laptop.handOverStatus().notHandedOver == 0 else {
      throw ReplicaError.notOneRound
    }
    figures.add("carried.\(name)_bytes", Double(stick.byteCount))
    figures.add("carried.\(name)_return_bytes", Double(back.byteCount))
    figures.add("carried.\(name)_stick_syncs", Double(stick.syncs))
    figures.add("carried.\(name)_pack_syncs", pack.laptopSyncs)
    figures.add("carried.\(name)_pack_statements", pack.laptopStatements)
    figures.add("carried.\(name)_intake_syncs", intake.centreSyncs)
    figures.add("carried.\(name)_intake_statements", intake.centreStatements)
    figures.add("carried.\(name)_return_statements", answer.centreStatements)
    figures.add("carried.\(name)_absorb_syncs", absorbing.laptopSyncs)
    figures.add("carried.\(name)_absorb_statements", absorbing.laptopStatements)
  }

  private struct Cost {
    var laptopSyncs: Double
    var laptopStatements: Double
    var centreSyncs: Double
    var centreStatements: Double
  }

  private mutating func cost<Result>(
    _ step: (inout CountedPair) throws -> Result
  ) throws -> Cost {
    let syncs = (pair.laptopFiles.counts.syncs, pair.centreFiles.counts.syncs)
    let steps = (pair.laptop.connection.counters.steps, pair.centre.connection.counters.steps)
    _ = try step(&pair)
    return Cost(
      laptopSyncs: Double(pair.laptopFiles.counts.syncs - syncs.0),
      laptopStatements: Double(pair.laptop.connection.counters.steps - steps.0),
      centreSyncs: Double(pair.centreFiles.counts.syncs - syncs.1),
      centreStatements: Double(pair.centre.connection.counters.steps - steps.1))
  }

  /// A visit at a household met for the first time, with somebody who is helped in three things, one
  /// of which ends in a dossier.
  private mutating func recordVisit(_ number: Int) throws {
    let scope = pair.scope
    try pair.laptop.commit(author: nil, clock: pair.clock()) { act in
      func next(_ table: TableDefinition) throws -> Value { .integer(try act.nextNumber(table)) }
      let household = try act.create(
        HouseholdTable.definition, in: scope,
        [
          (HouseholdTable.number, try next(HouseholdTable.definition)),
          (HouseholdTable.name, .text("Nguyễn Văn \(number)")),
          (HouseholdTable.address, .text("Số \(number), đường liên thôn")),
        ])
      let resident = try act.create(
        ResidentTable.definition, in: scope,
        [
          (ResidentTable.number, try next(ResidentTable.definition)),
          (ResidentTable.household, .integer(household.rawValue)),
          (ResidentTable.fullName, .text("Nguyễn Thị \(number)")),
        ])
      let visit = try act.create(
        VisitTable.definition, in: scope,
        [
          (VisitTable.number, try next(VisitTable.definition)),
          (VisitTable.household, .integer(household.rawValue)),
          (VisitTable.date, .integer(20_500)), (VisitTable.minutes, .integer(Int64(15 + number))),
          (VisitTable.outcome, .integer(1)),
        ])
      var assist: RowID?
      for service in ["vneid", "portal-account", "1.001193"] {
        assist = try act.create(
          AssistTable.definition, in: scope,
          [
            (AssistTable.number, try next(AssistTable.definition)),
            (AssistTable.visit, .integer(visit.rawValue)),
            (AssistTable.resident, .integer(resident.rawValue)),
            (AssistTable.service, .text(service)), (AssistTable.mode, .integer(1)),
            (AssistTable.outcome, .integer(1)),
          ])
      }
      guard let assist else { return }
      _ = try act.create(
        SubmissionTable.definition, in: scope,
        [
          (SubmissionTable.number, try next(SubmissionTable.definition)),
          (SubmissionTable.assist, .integer(assist.rawValue)),
          (SubmissionTable.procedure, .text("1.001193")),
        ])
    }
  }
}
