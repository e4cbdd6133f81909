import Replica
import SQLite
import SyncProtocol

/// The records of one store: everything that commands and pages read and write.
///
/// Like its store it is used by one thread at a time. Every change is one act: on disk when the
/// call returns, and nothing is written when it throws.
package final class FieldStore {
  /// The changelog and the merged state.
  package let store: Store
  /// Reads the same store.
  package let reader: RecordReader
  /// The working days and hours on which those that the centre keeps stand.
  package let calendar: WorkingCalendar
  /// Tells when what was read of it may have changed.
  package let watch: StoreWatch
  /// Finds households and residents; built at the first search.
  package let search: RecordSearch
  private let hashPersonalID: PersonalIDHash?
  /// The act that `together` has open.
  private var openAct: Act?
  /// Whether acts are tried out only.
  private var isTrying = false

  /// An act that was tried out came to its end: nothing in it is wrong, and nothing was written.
  package struct TriedOut: Error {}

  /// Turns the 12 digits of a personal id number into its hash under the installation's key.
  package typealias PersonalIDHash = (_ digits: [UInt8]) throws -> [UInt8]

  /// Opens the records of a store and makes the indexes they need.
  ///
  /// - Parameters:
  ///   - calendar: the national one when nil.
  ///   - hashPersonalID: made by the program that holds the key; without it a personal id number
  ///     is refused, never stored another way.
  package init(
    _ store: Store, calendar: WorkingCalendar? = nil, hashPersonalID: PersonalIDHash? = nil
  ) throws {
    try store.prepareLocalTables(owner: "fieldwork", FieldStoreSchema.migrations)
    self.store = store
    store.judge = FieldWorkJudge()
    self.calendar = calendar ?? Holidays.national
    self.hashPersonalID = hashPersonalID
    reader = RecordReader(store)
    watch = StoreWatch(store.connection)
    search = RecordSearch(reader, watch)
  }

  /// The hash of a personal id number.
  func hash(_ number: PersonalID) throws -> [UInt8] {
    guard let hashPersonalID else { throw FieldError.personalIDKeyMissing }
    return try hashPersonalID(number.canonicalBytes)
  }

  /// Commits one act and keeps the search index in step with it; within `together` it is part of the
  /// act that is open.
  func commit<Result>(
    author: RowID?, clock: ClockReading, _ body: (Act) throws -> Result
  ) throws -> Result {
    if let openAct { return try body(openAct) }
    return try search.keepingStep {
      try store.commit(author: author, clock: clock) { act in
        let result = try body(act)
        if isTrying { throw TriedOut() }
        return result
      }
    }
  }

  /// Runs `body`, in which no act is written: one that comes to its end throws `TriedOut` instead.
  ///
  /// For finding everything that is wrong with what a person typed while something else keeps it from
  /// being saved. It returns only where `body` writes nothing.
  package func trying<Result>(_ body: () throws -> Result) throws -> Result {
    precondition(openAct == nil, "a trial within an act")
    isTrying = true
    defer { isTrying = false }
    return try body()
  }

  /// Makes everything that `body` writes through this store one act: all of it is on disk when the
  /// call returns, or nothing where anything in it throws.
  ///
  /// For what a person saves by one press, such as a visit with its assists. Whoever catches an error
  /// within `body` must throw another at its end: what was half-written would stand.
  package func together<Result>(
    author: RowID?, clock: ClockReading, _ body: () throws -> Result
  ) throws -> Result {
    precondition(openAct == nil, "an act within an act")
    defer { openAct = nil }
    let refreshes = search.refreshes
    do {
      return try commit(author: author, clock: clock) { act in
        openAct = act
        return try body()
      }
    } catch {
      // Rows that were taken over into the index were not written after all.
      if search.refreshes != refreshes { search.invalidate() }
      throw error
    }
  }

  /// As `together`, or as part of the act that is open.
  func asOneAct<Result>(
    author: RowID?, clock: ClockReading, _ body: () throws -> Result
  ) throws -> Result {
    if openAct != nil { return try body() }
    return try together(author: author, clock: clock, body)
  }

  /// Creates a record that has a code.
  func create(
    _ kind: RecordCode.Kind, in scope: ScopeID, _ fields: [(FieldDefinition, Value)], _ act: Act
  ) throws -> SavedRecord {
    let number = try act.nextNumber(kind.table)
    guard let numberField = kind.table.fields.first(where: { $0.name == "number" }) else {
      preconditionFailure("every table with a kind letter has a number")
    }
    let id = try act.create(kind.table, in: scope, fields + [(numberField, .integer(number))])
    let code = RecordCode(kind: kind, replica: id.replica.rawValue, number: number)
    return SavedRecord(id: id, code: code, warnings: [])
  }

  /// The heads of a row that is edited, opened where they can be.
  func state(_ kind: RecordCode.Kind, _ id: RowID) throws -> RowState {
    guard try reader.exists(kind.table, id), let state = try store.openedRow(kind.table.id, id)
    else {
      throw FieldError.noSuchRecord(kind.table.name)
    }
    return state
  }

  /// Makes a set of references what a person typed.
  func replace(
    _ set: FieldDefinition, of id: RowID, in table: TableDefinition, with wanted: [RowID]?,
    _ act: Act
  ) throws {
    guard let wanted else { return }
    let present = try reader.references(of: id, in: table, set)
    for element in present where !wanted.contains(element) {
      try act.remove(table, id, set, .integer(element.rawValue))
    }
    for element in wanted where !present.contains(element) {
      try act.add(table, id, set, .integer(element.rawValue))
    }
  }
}

/// What became of an add or edit: the record is on disk.
package struct SavedRecord: Hashable, Sendable {
  /// The row.
  package let id: RowID
  /// Its code; nil only where a row from elsewhere carries none.
  package let code: RecordCode?
  /// What a person should know; the record stands none the less.
  package var warnings: [RecordWarning]

  /// The code, or the row id where there is none.
  package var codeText: String { code?.text ?? "#\(id.rawValue)" }
}

/// Something about a saved record that a person should look at.
package enum RecordWarning: Hashable, Sendable {
  /// The date lies after the day on which it was written; stays on the record.
  case dateInFuture(LocalDate)
  /// The date lies more than a year before the day on which it was written; stays on the record.
  case dateLongAgo(LocalDate)
  /// The day to come back lies so far ahead that the centre will not accept it unasked.
  case returnDateFar(LocalDate)
  /// The clock was unchecked when it was written; stays on the record.
  case clockUnchecked
  /// Records that may be the same person or household; never a hard block.
  case possibleDuplicates([RowID])
  /// The assist lacks evidence and counts only once it has some.
  case evidenceMissing
  /// The calendar does not know the holidays of a year that the appointment touches.
  case calendarIncomplete
  /// The procedure's time limit is not on file, so there is no appointment.
  case noTimeLimit
  /// The hamlet did not exist on the date; what it was then, where that is known.
  case hamletNotThen(String, LocalDate, then: String?)
  /// The code named no unit on the date.
  case unitNotThen(String, LocalDate)
  /// The date lies before the team began its work.
  case beforeTeam(LocalDate, began: LocalDate)
  /// The date lies after the last day of the team.
  case afterTeam(LocalDate, ended: LocalDate)
  /// The typed local limit ends later than the law's, which was taken.
  case localLimitLonger(Term)
  /// The month of the date is closed: it will be told as an adjustment.
  case monthClosed(Period)
  /// The personal id tells another year of birth.
  case idContradictsBirthYear
  /// The personal id tells the other sex.
  case idContradictsSex
  /// Other dossiers, or other assists by their evidence, have the same dossier code.
  case dossierCodeUsed([RowID])
  /// What stands as the code of a dossier hardly is one.
  case unlikeDossierCode(String)
  /// Dossiers that were filed at an assist name another resident than it does now.
  case dossierOfAnother([RowID])
  /// The dossier names somebody else than the assist at which it was filed.
  case assistOfAnother(RowID)
  /// Dossiers that were filed at a visit keep the day that it had before.
  case dossierOfAnotherDay([RowID], LocalDate)
  /// The procedure or service did not hold on the day.
  case notInForce(BilingualText, on: LocalDate, ProcedureInForce.Lapse)
  /// Other versions of the procedure say that they hold for the same unit from the same day.
  case versionOfSameDay(Int)
  /// Details are missing without which nobody can check the record.
  case detailsMissing([BilingualText])
  /// The centre has voided the campaign that the visit is part of; the visit keeps it.
  case campaignVoided(String)
  /// The campaign for which the visit was begun is not here any more; its code is kept in the note.
  case campaignUnknown(String)
}
