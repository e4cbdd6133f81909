import Replica
import SQLite
import SyncProtocol

/// One run of an import: what a replica wrote at one time. An import that was cut off and finished
/// later has several, which this store notes by the file that they came from; what a later run writes
/// carries the time of the first, so that it is one import wherever it arrives.
struct ImportRun: Hashable {
  let replica: ReplicaID
  let time: Timestamp

  /// By what a file is known again: its length and two fingerprints of its bytes.
  static func name(of bytes: [UInt8]) -> [UInt8] {
    let numbers = [
      UInt64(bytes.count), Fingerprint.of(bytes, from: 1), Fingerprint.of(bytes, from: 2),
    ]
    return numbers.flatMap { number in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }

  /// Notes that an act is part of a run, in the act's own transaction.
  static func note(_ file: [UInt8], by replica: ReplicaID, _ act: Act) throws {
    try act.connection.execute(
      "INSERT OR IGNORE INTO fieldwork_import_run (file, replica, time) VALUES (?, ?, ?)",
      .blob(file), .integer(Int64(replica.rawValue)), .integer(act.now.rawValue))
  }
}

extension ImportedList {
  /// With what an earlier run of the same file wrote; the earliest record names both.
  func adding(_ earlier: ImportedList) -> ImportedList {
    ImportedList(
      code: earlier.code, time: time, households: households + earlier.households,
      residents: residents + earlier.residents, standing: standing + earlier.standing)
  }
}

extension RecordReader {
  /// All runs of the file that a run came from, itself too.
  func runs(with run: ImportRun) throws -> [ImportRun] {
    let noted = try connection.rows(
      """
      SELECT o.replica, o.time FROM fieldwork_import_run AS r
      JOIN fieldwork_import_run AS o ON o.file = r.file
      WHERE r.replica = ? AND r.time = ?
      """, .integer(Int64(run.replica.rawValue)), .integer(run.time.rawValue)
    ) { row -> ImportRun? in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try row.integer(at: 0))) else {
        return nil
      }
      return ImportRun(replica: replica, time: Timestamp(rawValue: try row.integer(at: 1)))
    }.compactMap { $0 }
    return Array(Set(noted + [run]))
  }

  /// When the import of a file began that nobody has finished or taken back: the earliest run noted
  /// here of whose records some stand; nil for a file that is new here.
  func beginning(of file: [UInt8], by replica: ReplicaID) throws -> Timestamp? {
    try connection.rows(
      "SELECT time FROM fieldwork_import_run WHERE file = ? AND replica = ? ORDER BY time",
      .blob(file), .integer(Int64(replica.rawValue))
    ) { Timestamp(rawValue: try $0.integer(at: 0)) }.first { time in
      let run = ImportRun(replica: replica, time: time)
      return try [HouseholdTable.definition, ResidentTable.definition].contains {
        try !rows(of: $0, in: [run]).isEmpty
      }
    }
  }

  /// Forgets which file a run came from.
  func forget(_ run: ImportRun) throws {
    try connection.execute(
      "DELETE FROM fieldwork_import_run WHERE replica = ? AND time = ?",
      .integer(Int64(run.replica.rawValue)), .integer(run.time.rawValue))
  }
}
