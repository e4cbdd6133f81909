import FieldWork
import Randomness
import Replica
import SQLite
import SyncProtocol

/// What a visit with three assists costs in syncs of the disk and statements: four acts, each
/// durable before the next begins, counted through SQLite's file system.
struct VisitCounts {
  private static let visits = 20
  private let folder: BenchmarkFolder

  init(_ folder: BenchmarkFolder) { self.folder = folder }

  /// Syncs, bytes written and statements of one visit with its assists, and the seconds it took.
  func figures() throws -> (counts: Figures, seconds: Double) {
    let files = try CountingFileSystem(name: "counted-visits")
    let records = try RegisterBenchmark.open(folder.path("visits"), fileSystem: files.name)
    let (household, resident, member) = try Self.place(records)
    var milliseconds = RegisterBenchmark.reading.wall.rawValue
    func clock() -> ClockReading {
      milliseconds += 60_000
      return ClockReading(
        wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: 0, bootID: "bench")
    }
    func record() throws {
      let visit = try records.addVisit(
        VisitDraft(household: household, date: "21/09/2026", outcome: "met"), author: member,
        clock: clock())
      for service in ["vneid", "1.001193", "portal-account"] {
        _ = try records.addAssist(
          AssistDraft(
            visit: visit.id, resident: resident, service: service, mode: "guided",
            outcome: "completed", evidenceKind: "spoken", evidence: "An"), author: member,
          clock: clock())
      }
    }
    // The first one compiles its statements and makes the keys of the year.
    try record()
    let before = (files.counts, records.store.connection.counters.steps)
    let seconds = try RegisterBenchmark.seconds {
      for _ in 0..<Self.visits { try record() }
    }
    let after = (files.counts, records.store.connection.counters.steps)
    let count = Double(Self.visits)
    var figures = Figures()
    figures.add("visit.syncs", Double(after.0.syncs - before.0.syncs) / count)
    figures.add("visit.writes", Double(after.0.writes - before.0.writes) / count)
    figures.add("visit.statements", Double(after.1 - before.1) / count)
    return (figures, seconds / count)
  }

  private static func place(
    _ records: FieldStore
  ) throws -> (household: RowID, resident: RowID, member: RowID) {
    try records.store.commit(author: nil, clock: RegisterBenchmark.reading) { act in
      let scope = try act.openScope([
        (ScopeTable.kind, .integer(ScopeKind.households.rawValue)),
        (ScopeTable.communeCode, .text("17713")),
      ])
      let place = try act.create(
        PlaceTable.definition, in: .everyone,
        [
          (PlaceTable.name, .text("Xóm 1")), (PlaceTable.communeCode, .text("17713")),
          (PlaceTable.householdScope, .integer(scope.rawValue)),
        ])
      let team = try act.create(
        TeamTable.definition, in: .everyone,
        [(TeamTable.name, .text("Tổ 1")), (TeamTable.place, .integer(place.rawValue))])
      let member = try act.create(
        MemberTable.definition, in: .everyone,
        [
          (MemberTable.fullName, .text("Thành viên mẫu")),
          (MemberTable.team, .integer(team.rawValue)),
        ])
      let household = try act.create(
        HouseholdTable.definition, in: scope, [(HouseholdTable.place, .integer(place.rawValue))])
      let resident = try act.create(
        ResidentTable.definition, in: scope,
        [(ResidentTable.household, .integer(household.rawValue))])
      return (household, resident, member)
    }
  }
}
