import FieldWork
import Replica
import SyncProtocol

/// A visit as the list of the review shows it.
struct ReviewLine: Sendable {
  let visit: RowID
  /// Its code.
  let code: String
  /// Where it is shown whole.
  let address: String
  let date: LocalDate?
  /// Whom it was to; nil where that is not here.
  let household: String?
  let hamlet: String
  /// Who took part.
  let members: [String]
  let outcome: BilingualText?
  /// The assists that count, and all of them.
  let counted: Int
  let assists: Int
  let standing: ReviewStanding
  /// When it came in, or last something that was written to it.
  let arrived: LocalDateTime
  /// Where it was recorded.
  let laptop: BilingualText
  let flags: [Flag]

  /// Reads one; of what was rejected only what is said of the visit itself is left.
  init(
    _ visit: RowID, _ records: FieldStore, _ standings: ReviewStandings, _ finding: FlagFinding,
    _ places: inout [ScopeID: String], _ arrivals: inout ReviewArrivals, on day: LocalDate
  ) throws {
    let reader = records.reader
    self.visit = visit
    code = try reader.codeText(of: visit, in: VisitTable.definition)
    address = "\(ReviewPages.path)/\(visit.rawValue)"
    standing = try standings.standing(of: visit)
    arrived = try arrivals.arrived(visit)
    laptop = try arrivals.laptop(of: visit)
    flags = finding.flags(of: visit)
    guard let stored = try records.store.rowWithScope(VisitTable.definition.id, visit) else {
      throw FieldError.notFound(code)
    }
    let (state, scope) = stored
    date = state.shown(VisitTable.date.id)?.value.integer.map {
      LocalDate(daysSince1970: Int(clamping: $0))
    }
    outcome = VisitOutcome(stored: state.shown(VisitTable.outcome.id)?.value.integer)?.words
    let row = state.shown(VisitTable.household.id)?.value.integer.flatMap(RowID.init(rawValue:))
    household = try row.flatMap { try reader.record(Household.self, $0) }.map {
      $0.name ?? $0.codeText
    }
    members = try reader.references(
      of: visit, in: VisitTable.definition, VisitTable.participants
    ).compactMap { try reader.record(Member.self, $0)?.fullName }
    let all = try reader.assists(visit: visit)
    assists = all.count
    counted = try all.count { try AssistFacts.read($0.id, in: reader)?.verdict == .counted }
    if places[scope] == nil {
      places[scope] = try PlaceMap(reader, only: scope).hamlets(of: scope, on: day)
        .compactMap(\.name).joined(separator: ", ")
    }
    hamlet = places[scope] ?? ""
  }
}
