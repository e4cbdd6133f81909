import CommandLine
import Cryptography
import Replica
import SQLite
import SyncProtocol

/// What a practice store and the real one know of each other: for whom its hamlets and members
/// stand, and which of its records were moved.
struct PracticeLedger {
  private let connection: Connection
  private let store: Store

  init(_ store: Store) {
    self.store = store
    connection = store.connection
  }

  /// Names one practice among all that a laptop ever had: its root key is nobody else's.
  static func name(of practice: Store) -> String {
    Hexadecimal.encode(Array(Hash.blake2b256(practice.identity.rootPublicKey).prefix(16)))
  }

  /// The rows of the directory of a practice, and the real ones that they stand for.
  func sources() throws -> [RowID: RowID] {
    let rows = try connection.rows("SELECT row, source FROM practice_source") {
      (RowID(rawValue: try $0.integer(at: 0)), RowID(rawValue: try $0.integer(at: 1)))
    }
    var sources: [RowID: RowID] = [:]
    for case (let row?, let source?) in rows { sources[row] = source }
    return sources
  }

  /// Notes for whom the rows of the directory stand.
  func note(sources: [RowID: RowID]) throws {
    try connection.transaction(.immediate) {
      for (row, source) in sources {
        try connection.execute(
          "INSERT OR REPLACE INTO practice_source (row, source) VALUES (?, ?)",
          .integer(row.rawValue), .integer(source.rawValue))
      }
    }
  }

  /// A record that was moved, as the real store knows it.
  struct Move: Equatable, Sendable {
    /// The record there.
    let record: RowID
    /// Its code.
    let code: String
    /// When it was moved.
    let time: Timestamp
  }

  /// The records of a practice that were moved, and what they became.
  func moves(of practice: String) throws -> [RowID: Move] {
    let rows = try connection.rows(
      "SELECT row, record, code, moved FROM practice_move WHERE practice = ?", .text(practice)
    ) { row -> (RowID, Move)? in
      guard let id = RowID(rawValue: try row.integer(at: 0)),
        let record = RowID(rawValue: try row.integer(at: 1))
      else { return nil }
      let time = Timestamp(rawValue: try row.integer(at: 3))
      return (id, Move(record: record, code: try row.text(at: 2), time: time))
    }
    return Dictionary(rows.compactMap(\.self)) { first, _ in first }
  }

  /// The records here that came out of any practice, as far as that may still have something of them.
  func movedRecords() throws -> Set<RowID> {
    Set(
      try connection.rows("SELECT record FROM practice_move WHERE forgotten = 0") {
        try $0.integer(at: 0)
      }.compactMap(RowID.init(rawValue:)))
  }

  /// Notes that the practice has nothing of these records any more; one that was thrown away before
  /// has nothing either.
  func noteForgotten(_ records: Set<RowID>) throws {
    for record in records.sorted() {
      try connection.execute(
        "UPDATE practice_move SET forgotten = 1 WHERE record = ?", .integer(record.rawValue))
    }
  }

  /// Notes that a record was moved; in the real store part of the act that wrote it there.
  func note(_ row: RowID, of practice: String, as move: Move) throws {
    try connection.execute(
      """
      INSERT OR IGNORE INTO practice_move (practice, row, record, code, moved)
      VALUES (?, ?, ?, ?, ?)
      """, .text(practice), .integer(row.rawValue), .integer(move.record.rawValue),
      .text(move.code), .integer(move.time.rawValue))
  }

  /// Takes over what the real store says was moved: killed between the two, the practice learns of it
  /// when it is used next.
  func adoptMoves(of real: PracticeLedger) throws {
    let practice = Self.name(of: store)
    let known = try moves(of: practice)
    for (row, move) in try real.moves(of: practice) where known[row] == nil {
      try note(row, of: practice, as: move)
    }
  }
}
