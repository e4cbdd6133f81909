import Replica
import SQLite
import SyncProtocol

/// Writes rows of one store into another as new rows of its own, with what they refer to
/// translated.
///
/// For two stores that never exchange batches: what was a row there is known here by another id.
/// Values go along as they are shown; conflicts, deleted rows and values that cannot be opened stay
/// behind.
package struct RecordTransfer {
  /// Why a row cannot be written.
  package enum Refusal: Error, Equatable, Sendable {
    /// A value is sealed by a key that is not here, so that the copy would lack it.
    case unreadable(field: String)
    /// With the words behind it the note would be longer than a note may be.
    case noteTooLong
  }

  /// The rows of the one store, and what stands for them in the other.
  package private(set) var targets: [RowID: RowID]
  private let source: FieldStore
  private let target: FieldStore

  /// - Parameter targets: what is known in the target already.
  package init(
    from source: FieldStore, to target: FieldStore, knowing targets: [RowID: RowID] = [:]
  ) {
    self.source = source
    self.target = target
    self.targets = targets
  }

  /// What stands for a row from now on.
  package mutating func note(_ row: RowID, as record: RowID) { targets[row] = record }

  /// The fields that name another row.
  private static let references: [TableID: Set<FieldID>] = [
    PlaceTable.definition.id: [PlaceTable.householdScope.id],
    UnitScopeTable.definition.id: [UnitScopeTable.scope.id],
    TeamTable.definition.id: [TeamTable.place.id],
    MemberTable.definition.id: [MemberTable.team.id],
    HouseholdTable.definition.id: [HouseholdTable.place.id],
    ResidentTable.definition.id: [ResidentTable.household.id],
    VisitTable.definition.id: [
      VisitTable.household.id, VisitTable.participants.id, VisitTable.team.id,
      VisitTable.session.id, VisitTable.campaign.id,
    ],
    AssistTable.definition.id: [
      AssistTable.visit.id, AssistTable.resident.id, AssistTable.participants.id,
    ],
    SubmissionTable.definition.id: [
      SubmissionTable.assist.id, SubmissionTable.resident.id, SubmissionTable.team.id,
      SubmissionTable.session.id, SubmissionTable.procedureVersion.id,
    ],
    SubmissionEventTable.definition.id: [
      SubmissionEventTable.submission.id, SubmissionEventTable.supersedes.id,
    ],
  ]

  /// The fields of a table that name another row.
  private static func references(_ table: TableID) -> Set<FieldID> {
    if let known = references[table] { return known }
    let fields = RecordForms.form(of: table)?.fields ?? []
    return Set(
      fields.filter { field in
        switch field.rule {
        case .record, .records: true
        default: false
        }
      }.map(\.definition.id))
  }

  /// Writes one record with a code of its own, in the name of whoever recorded it; part of the act
  /// that is open.
  ///
  /// - Parameters:
  ///   - words: put behind the note; nil for a record whose note stays as it is.
  ///   - codes: codes that stand in its texts, and what they are in the target.
  /// - Throws: `Refusal`, `ReplicaError.scopeNotHeld`.
  package mutating func copy(
    _ row: RowID, _ kind: RecordCode.Kind, from scope: ScopeID, into place: ScopeID,
    remarking words: String? = nil, renaming codes: [(old: String, new: String)] = [],
    clock: ClockReading
  ) throws -> SavedRecord {
    var values = try contents(of: row, in: kind.table).filter { $0.0.name != "number" }
      .map { ($0.0, Self.renaming($0.1, codes)) }
    if let words { try Self.append(words, to: &values, of: kind.table) }
    let author = try author(of: row, in: scope)
    let saved = try target.commit(author: author, clock: clock) { act in
      try act.inName(of: author) { try target.create(kind, in: place, values, act) }
    }
    targets[row] = saved.id
    return saved
  }

  /// Writes one event of a dossier, as `copy` does a record.
  package mutating func copyEvent(
    _ row: RowID, from scope: ScopeID, into place: ScopeID, clock: ClockReading
  ) throws {
    let table = SubmissionEventTable.definition
    let values = try contents(of: row, in: table).filter { $0.0.name != "number" }
    let author = try author(of: row, in: scope)
    targets[row] = try target.commit(author: author, clock: clock) { act in
      try act.inName(of: author) {
        let number = try act.nextNumber(table)
        return try act.create(
          table, in: place, values + [(SubmissionEventTable.number, .integer(number))])
      }
    }
  }

  private func author(of row: RowID, in scope: ScopeID) throws -> RowID? {
    try source.recorder(of: row, in: scope).flatMap { targets[$0] }
  }

  /// The values that a copy of a row has.
  private func contents(
    of row: RowID, in table: TableDefinition
  ) throws -> [(FieldDefinition, Value)] {
    guard let state = try source.store.openedRow(table.id, row) else {
      throw FieldError.noSuchRecord(table.name)
    }
    let references = Self.references(table.id)
    return try table.fields.flatMap { field -> [(FieldDefinition, Value)] in
      if field.id == RowLink.links.id { return [] }
      let isOne = field.id.kind?.hasColumn ?? false
      let shown = [state.shown(field.id)].compactMap(\.self)
      let heads = isOne ? shown : Array(state.heads(of: field.id))
      return try heads.compactMap { head in
        switch head.value {
        case .unset: return nil
        case .sealed, .erased: throw Refusal.unreadable(field: field.name)
        case .integer(let number) where references.contains(field.id):
          // What has no counterpart, such as a session that was only played, is left out.
          return RowID(rawValue: number).flatMap { targets[$0] }
            .map { (field, .integer($0.rawValue)) }
        default: return (field, head.value)
        }
      }
    }
  }

  private static func renaming(_ value: Value, _ codes: [(old: String, new: String)]) -> Value {
    guard let text = value.text else { return value }
    return .text(codes.reduce(text) { $0.replacing($1.old, with: $1.new) })
  }

  private static func append(
    _ words: String, to values: inout [(FieldDefinition, Value)], of table: TableDefinition
  ) throws {
    guard let field = table.fields.first(where: { $0.name == "note" }) else { return }
    let index = values.firstIndex { $0.0.id == field.id }
    let note = [index.flatMap { values[$0].1.text }, words].compactMap(\.self)
      .joined(separator: "\n")
    guard note.count <= TextLimit.note else { throw Refusal.noteTooLong }
    if let index { values.remove(at: index) }
    values.append((field, .text(note)))
  }
}

extension RecordTransfer {
  /// The tables of the directory and of what the centre keeps for everybody, what is referred to
  /// first.
  private static let directory = [
    ScopeTable.definition, UnitScopeTable.definition, PlaceTable.definition, TeamTable.definition,
    MemberTable.definition, ProcedureVersionTable.definition, ChecklistItemTable.definition,
    ServiceTable.definition, CalendarDayTable.definition,
  ]
  /// Rows of one act.
  private static let rowsPerAct = 300

  /// Copies the directory of a laptop into a centre that has none: areas, hamlets, teams, members
  /// without their telephones, and what is kept of procedures and the calendar.
  package mutating func copyDirectory(clock: ClockReading) throws {
    for table in Self.directory {
      let rows = try source.reader.connection.rows(
        "SELECT rid, scope FROM \"\(table.name)\" WHERE hidden IS NULL ORDER BY rid"
      ) { (RowID(rawValue: try $0.integer(at: 0)), ScopeID(rawValue: try $0.integer(at: 1))) }
      var start = 0
      while start < rows.count {
        let end = min(start + Self.rowsPerAct, rows.count)
        try target.commit(author: nil, clock: clock) { act in
          for case (let row?, let scope?) in rows[start..<end] {
            guard let place = self.place(for: scope) else { continue }
            let values = try contents(of: row, in: table).filter {
              $0.0.id != MemberTable.phone.id || table.id != MemberTable.definition.id
            }
            targets[row] = try act.create(table, in: place, values)
          }
        }
        start = end
      }
    }
  }

  /// The area that stands for one of the source; nil for one that was not copied.
  package func place(for scope: ScopeID) -> ScopeID? {
    if scope == .everyone { return scope }
    return RowID(rawValue: scope.rawValue).flatMap { targets[$0] }.map(ScopeID.init(openedBy:))
  }
}

extension FieldStore {
  /// Who here may already be the resident of another store, the likeliest first, also by the hash of
  /// the personal id, which no draft has any more.
  ///
  /// - Parameter targets: what stands here for hamlets and households of the other store.
  package func duplicateCandidates(
    for resident: RowID, of other: FieldStore, knowing targets: [RowID: RowID]
  ) throws -> [(candidate: DuplicateCandidate, score: DuplicateScore)] {
    guard var profile = try other.reader.personProfiles().first(where: { $0.row == resident })
    else { return [] }
    profile.row = nil
    profile.household = profile.household.flatMap { targets[$0] }
    profile.place = profile.place.flatMap { targets[$0] }
    let search = DuplicateSearch(try reader.personProfiles())
    return try search.candidates(for: profile).compactMap { match in
      guard let row = search.profiles[match.place].row, let candidate = try reader.candidate(row)
      else { return nil }
      return (candidate, match.score)
    }
  }
}
