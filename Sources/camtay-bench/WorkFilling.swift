import FieldWork
import Randomness
import Replica
import SyncProtocol

/// Writes the work of a commune or a hamlet: visits with assists, and dossiers with what became of them.
struct WorkFilling {
  /// Where it is done, by whom, and for whom.
  let scope: ScopeID
  let team: RowID
  let members: [RowID]
  /// Each with those who live in it.
  let households: [(row: RowID, residents: [RowID])]
  /// The last day of the work.
  let today: LocalDate
  /// On how many days it was done.
  var days = 365

  private static let services = [
    "1.001193", "1.004194", "vneid", "1.000894", "portal-account", "shop-qr", "digital-signature",
  ]
  /// Days after which a dossier has its result.
  private static let processingDays = 20
  private static let visitsPerAct = 50

  /// Writes about `rows` rows.
  func run(
    rows: Int, _ random: inout SeededGenerator, _ commit: RegisterFilling.Commit
  ) throws {
    var written = 0
    while written < rows {
      written += try commit { act in
        var made: [RowID] = []
        while made.count < min(RegisterFilling.rowsPerAct, rows - written) {
          made += try visit(act, &random)
        }
        return made
      }.count
    }
  }

  /// Writes so many visits, each with what was done at it.
  func run(
    visits: Int, _ random: inout SeededGenerator, _ commit: RegisterFilling.Commit
  ) throws {
    for start in stride(from: 0, to: visits, by: Self.visitsPerAct) {
      _ = try commit { act in
        try (start..<min(start + Self.visitsPerAct, visits)).flatMap { _ in
          try visit(act, &random)
        }
      }
    }
  }

  private func number(_ table: TableDefinition, _ act: Act) throws -> Value {
    .integer(try act.nextNumber(table))
  }

  private func visit(_ act: Act, _ random: inout SeededGenerator) throws -> [RowID] {
    let household = households[Int.random(in: 0..<households.count, using: &random)]
    let day = today.adding(days: -Int.random(in: 0..<days, using: &random))
    let member = members[Int.random(in: 0..<members.count, using: &random)]
    let isToReturn = Int.random(in: 0..<20, using: &random) == 0
    let returnDay = day.adding(days: Int.random(in: 3...30, using: &random))
    let visit = try act.create(
      VisitTable.definition, in: scope,
      [
        (VisitTable.number, try number(VisitTable.definition, act)),
        (VisitTable.household, .integer(household.row.rawValue)),
        (VisitTable.date, .integer(Int64(day.daysSince1970))),
        (VisitTable.startMinute, .integer(Int64.random(in: 480...1_200, using: &random))),
        (VisitTable.team, .integer(team.rawValue)),
        (VisitTable.outcome, .integer(isToReturn ? 6 : 1)),
        (
          VisitTable.returnDate, isToReturn ? .integer(Int64(returnDay.daysSince1970)) : .unset
        ),
        (VisitTable.participants, .integer(member.rawValue)),
      ])
    var rows = [visit]
    for _ in 0..<Int.random(in: 0...2, using: &random) where !isToReturn {
      rows += try assist(
        act, visit, household.residents.randomElement(using: &random), member, day, &random)
    }
    return rows
  }

  private func assist(
    _ act: Act, _ visit: RowID, _ resident: RowID?, _ member: RowID, _ day: LocalDate,
    _ random: inout SeededGenerator
  ) throws -> [RowID] {
    let service = Self.services[Int.random(in: 0..<Self.services.count, using: &random)]
    let isFiled = service.hasPrefix("1.") && Int.random(in: 0..<3, using: &random) == 0
    let assist = try act.create(
      AssistTable.definition, in: scope,
      [
        (AssistTable.number, try number(AssistTable.definition, act)),
        (AssistTable.visit, .integer(visit.rawValue)),
        (AssistTable.resident, resident.map { .integer($0.rawValue) } ?? .unset),
        (AssistTable.service, .text(service)),
        (AssistTable.mode, .integer(Int64.random(in: 1...3, using: &random))),
        (AssistTable.outcome, .integer(isFiled ? 2 : 1)),
        (AssistTable.evidenceKind, .integer(3)), (AssistTable.evidence, .text("An")),
        (AssistTable.participants, .integer(member.rawValue)),
      ])
    guard isFiled else { return [assist] }
    let minute = Int64(day.daysSince1970) * 1_440 + 540
    let submission = try act.create(
      SubmissionTable.definition, in: scope,
      [
        (SubmissionTable.number, try number(SubmissionTable.definition, act)),
        (SubmissionTable.assist, .integer(assist.rawValue)),
        (SubmissionTable.resident, resident.map { .integer($0.rawValue) } ?? .unset),
        (SubmissionTable.procedure, .text(service)), (SubmissionTable.channel, .integer(2)),
        (
          SubmissionTable.dossierCode,
          .text("H12.\(Int.random(in: 100_000...999_999, using: &random))")
        ),
        (SubmissionTable.date, .integer(Int64(day.daysSince1970))),
        (SubmissionTable.receivedMinute, .integer(minute)),
        (SubmissionTable.limit, .integer(10)), (SubmissionTable.limitUnit, .integer(3)),
        (SubmissionTable.team, .integer(team.rawValue)),
      ])
    guard day < today.adding(days: -Self.processingDays) else { return [assist, submission] }
    let event = try act.create(
      SubmissionEventTable.definition, in: scope,
      [
        (SubmissionEventTable.number, try number(SubmissionEventTable.definition, act)),
        (SubmissionEventTable.submission, .integer(submission.rawValue)),
        (SubmissionEventTable.status, .integer(10)),
        (SubmissionEventTable.occurredMinute, .integer(minute + 10 * 1_440)),
      ])
    return [assist, submission, event]
  }
}
