import Replica
import SQLite
import SyncProtocol

/// What one import wrote, as the records themselves tell: all of one replica at one time, or of that
/// time by `import_time`.
package struct ImportedList: Hashable, Sendable {
  /// The code of its first record.
  package let code: String
  /// When it was written.
  package let time: Timestamp
  /// Households.
  package let households: Int
  /// Residents.
  package let residents: Int
  /// How many of both nobody has voided.
  package let standing: Int
}

/// What taking an import back would do.
package struct ImportUndo: Sendable {
  /// Why a record stays.
  package enum Reason: String, Sendable, CaseIterable {
    /// Somebody has visited the household.
    case visited
    /// Somebody was helped, or a dossier filed.
    case helped
    /// Somebody has changed, linked or moved it.
    case changed
    /// Somebody who stays lives there.
    case inhabited

    /// What people read.
    package var words: BilingualText {
      switch self {
      case .visited: BilingualText(vi: "đã được thăm", en: "was visited")
      case .helped: BilingualText(vi: "đã được hỗ trợ hoặc nộp hồ sơ", en: "was helped or filed")
      case .changed:
        BilingualText(vi: "đã được sửa, nối hoặc chuyển đi", en: "was changed, linked or moved")
      case .inhabited: BilingualText(vi: "còn người ở lại", en: "somebody there stays")
      }
    }
  }

  /// The code by which it was named.
  package let code: String
  fileprivate let runs: [ImportRun]
  /// When it was written, the first of its records before others.
  package var time: Timestamp? { runs.map(\.time).min() }
  /// Households that are voided.
  package fileprivate(set) var households: [RowID] = []
  /// Residents that are voided.
  package fileprivate(set) var residents: [RowID] = []
  /// Records that stay, by code.
  package fileprivate(set) var staying: [(code: String, reason: Reason)] = []
}

extension RecordReader {
  /// The imports of this store, the latest first: wherever several records have one time, and what was
  /// imported here, also where that is one record alone.
  package func importedLists() throws -> [ImportedList] {
    let groups = try connection.rows(
      """
      SELECT min(rid), time, sum(is_household), count(*), sum(stands) FROM (
        SELECT rid, coalesce(import_time, time) AS time, 1 AS is_household,
          void_reason IS NULL AS stands
        FROM household WHERE hidden IS NULL
        UNION ALL
        SELECT rid, coalesce(import_time, time), 0, void_reason IS NULL
        FROM resident WHERE hidden IS NULL)
      WHERE time IS NOT NULL
      GROUP BY rid >> 39, time
      HAVING count(*) > 1
        OR (min(rid) >> 39, time) IN (SELECT replica, time FROM fieldwork_import_run)
      ORDER BY time DESC, min(rid)
      """
    ) { row in
      (
        first: RowID(rawValue: try row.integer(at: 0)),
        time: Timestamp(rawValue: try row.integer(at: 1)),
        households: Int(try row.integer(at: 2)), count: Int(try row.integer(at: 3)),
        standing: Int(try row.integer(at: 4))
      )
    }
    let lists = try groups.compactMap { group -> (first: RowID, list: ImportedList)? in
      guard let first = group.first else { return nil }
      let kind: RecordCode.Kind =
        try exists(HouseholdTable.definition, first) ? .household : .resident
      // The copies of a moved household have one time as well.
      guard try !links(of: first, kind).contains(where: \.kind.isMove) else { return nil }
      return (
        first,
        ImportedList(
          code: try codeText(of: first, in: kind.table), time: group.time,
          households: group.households, residents: group.count - group.households,
          standing: group.standing)
      )
    }
    return try joiningRuns(lists)
  }

  /// Runs of one file as one import, told by its latest run.
  private func joiningRuns(
    _ lists: [(first: RowID, list: ImportedList)]
  ) throws -> [ImportedList] {
    var joined: [ImportedList] = []
    var placeByRun: [ImportRun: Int] = [:]
    for (first, list) in lists {
      let run = ImportRun(replica: first.replica, time: list.time)
      if let place = placeByRun[run] {
        joined[place] = joined[place].adding(list)
      } else {
        for other in try runs(with: run) { placeByRun[other] = joined.count }
        joined.append(list)
      }
    }
    return joined
  }

  /// Standing rows of a table that one import wrote, in all its runs.
  func rows(of table: TableDefinition, in runs: [ImportRun]) throws -> [RowID] {
    try runs.flatMap { try rows(of: table, by: $0.replica, at: $0.time) }.sorted()
  }

  /// Standing rows of a table that one replica wrote at one time.
  private func rows(
    of table: TableDefinition, by replica: ReplicaID, at time: Timestamp
  ) throws -> [RowID] {
    let first = Int64(replica.rawValue) << 39
    return try connection.rows(
      """
      SELECT rid FROM "\(table.name)"
      WHERE coalesce(import_time, time) = ? AND rid BETWEEN ? AND ?
        AND hidden IS NULL AND void_reason IS NULL
      ORDER BY rid
      """, .integer(time.rawValue), .integer(first), .integer(first + (1 << 39 - 1))
    ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
  }

  fileprivate func isNamed(_ row: RowID, by column: String, of table: TableDefinition) throws
    -> Bool
  {
    try connection.integer(
      """
      SELECT EXISTS (SELECT 1 FROM "\(table.name)"
        WHERE "\(column)" = ? AND hidden IS NULL AND void_reason IS NULL)
      """, .integer(row.rawValue)) == 1
  }
}

extension FieldStore {
  /// Says what taking back the import that wrote a record would do. What others have used since
  /// stays.
  ///
  /// - Throws: `FieldError.notImported`, and what is wrong with the code.
  package func previewImportUndo(_ code: String) throws -> ImportUndo {
    let kind: RecordCode.Kind = code.uppercased().hasPrefix("R") ? .resident : .household
    let row = try reader.resolveOne(code, as: kind)
    guard let state = try store.row(kind.table.id, row), let time = state.createdAt,
      try !reader.links(of: row, kind).contains(where: \.kind.isMove)
    else { throw FieldError.notImported(code) }
    let beginning = state.shown(HouseholdTable.importTime.id)?.value.integer
    let runs = try reader.runs(
      with: ImportRun(
        replica: row.replica, time: beginning.map { Timestamp(rawValue: $0) } ?? time))
    var undo = ImportUndo(code: code, runs: runs)
    for resident in try reader.rows(of: ResidentTable.definition, in: runs) {
      if let reason = try reasonToStay(resident: resident) {
        undo.staying.append(
          (try reader.codeText(of: resident, in: ResidentTable.definition), reason))
      } else {
        undo.residents.append(resident)
      }
    }
    let going = Set(undo.residents)
    for household in try reader.rows(of: HouseholdTable.definition, in: runs) {
      if let reason = try reasonToStay(household: household, going) {
        undo.staying.append(
          (try reader.codeText(of: household, in: HouseholdTable.definition), reason))
      } else {
        undo.households.append(household)
      }
    }
    return undo
  }

  private func reasonToStay(resident row: RowID) throws -> ImportUndo.Reason? {
    for table in [AssistTable.definition, SubmissionTable.definition]
    where try reader.isNamed(row, by: "resident", of: table) {
      return .helped
    }
    return try isChanged(row, ResidentTable.definition) ? .changed : nil
  }

  private func reasonToStay(
    household row: RowID, _ going: Set<RowID>
  ) throws -> ImportUndo.Reason? {
    if try reader.isNamed(row, by: "household", of: VisitTable.definition) { return .visited }
    if try isChanged(row, HouseholdTable.definition) { return .changed }
    let residents = try reader.connection.rows(
      "SELECT rid FROM resident WHERE household = ? AND hidden IS NULL AND void_reason IS NULL",
      .integer(row.rawValue)
    ) { RowID(rawValue: try $0.integer(at: 0)) }
    return residents.compactMap { $0 }.allSatisfy(going.contains) ? nil : .inhabited
  }

  /// Whether anything was written to a row since it was made.
  private func isChanged(_ row: RowID, _ table: TableDefinition) throws -> Bool {
    try store.row(table.id, row)?.heads.contains { $0.dot != row } ?? false
  }

  /// Voids what an import wrote; everything stays readable with the reason.
  ///
  /// - Parameter progress: hears how many records are done.
  package func applyImportUndo(
    _ undo: ImportUndo, author: RowID?, clock: ClockReading, progress: (Int) -> Void
  ) throws {
    let reason = Value.text("Hoàn tác nhập danh sách \(undo.code) / import undone")
    let rows =
      undo.residents.map { ($0, ResidentTable.definition, ResidentTable.voidReason) }
      + undo.households.map { ($0, HouseholdTable.definition, HouseholdTable.voidReason) }
    for start in stride(from: 0, to: rows.count, by: 200) {
      let chunk = rows[start..<min(start + 200, rows.count)]
      try commit(author: author, clock: clock) { act in
        for (row, table, field) in chunk {
          do {
            try act.write(table, row, [(field, reason)])
          } catch ReplicaError.subjectErased(let subject) {
            try act.write(table, row, [(field, .erased(subject))])
          }
        }
      }
      progress(start + chunk.count)
    }
    // The same file may be imported again, and that will be another import.
    for run in undo.runs { try reader.forget(run) }
    search.invalidate()
  }
}
