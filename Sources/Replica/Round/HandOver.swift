import SQLite
import SyncProtocol

/// What the centre keeps of how batches came in. The log has each batch once: that one came again, was
/// set aside or refused stands nowhere else.
enum HandOverSchema {
  static let migration = Migration(
    identifier: "0019 what came in",
    sql: """
      -- At the centre: batches that came within an hour (hours since 1970), by who closed them.
      CREATE TABLE hand_over (
        hour INTEGER NOT NULL,
        replica INTEGER NOT NULL,
        new_batches INTEGER NOT NULL,
        new_operations INTEGER NOT NULL,
        known_batches INTEGER NOT NULL,
        aside_batches INTEGER NOT NULL,
        refused_batches INTEGER NOT NULL,
        PRIMARY KEY (hour, replica)
      ) STRICT, WITHOUT ROWID;
      """)
}

/// What came in of one laptop, by whatever way: in rounds of its own, or carried by others.
package struct HandOver: Sendable, Equatable {
  /// Milliseconds of the hours in which it is kept.
  package static let hourMilliseconds: Int64 = 3_600_000
  /// Hours that are kept: a quarter of a year.
  static let keptHours: Int64 = 92 * 24

  /// Batches that were not here before, merged or kept until what they need has come.
  package var newBatches: Int64 = 0
  /// Operations in them.
  package var newOperations: Int64 = 0
  /// Batches that were here already.
  package var knownBatches: Int64 = 0
  /// Batches that contradict what is here, and were set aside.
  package var asideBatches: Int64 = 0
  /// Batches that it handed over and that were refused, whoever they say closed them.
  package var refusedBatches: Int64 = 0

  /// Nothing.
  package init() {}
}

extension Store {
  /// The last batch of the log, for `noteHandOver`: what has a later place is new.
  func lastBatchPosition() throws -> Int64 {
    try connection.integer("SELECT coalesce(max(position), 0) FROM batch")
  }

  /// Counts batches that a laptop handed over. Must run inside a transaction.
  ///
  /// - Parameter last: the last batch of the log before they came.
  func noteHandOver(
    _ receipts: [Receipt], from asker: ReplicaID, after last: Int64, at wall: Timestamp
  ) throws {
    guard !receipts.isEmpty else { return }
    var came: [ReplicaID: HandOver] = [:]
    var seen: Set<ContentHash> = []
    for receipt in receipts {
      let entry = try connection.row(
        "SELECT replica, operations, position FROM batch WHERE hash = ?",
        .blob(receipt.batch.bytes)
      ) {
        (
          closer: UInt32(clamping: try $0.integer(at: 0)), operations: try $0.integer(at: 1),
          position: try $0.integer(at: 2)
        )
      }
      let closer = entry.flatMap { ReplicaID(rawValue: $0.closer) } ?? asker
      let isFirst = seen.insert(receipt.batch).inserted
      var handOver = came[closer] ?? HandOver()
      if let entry, entry.position > last, isFirst {
        handOver.newBatches += 1
        handOver.newOperations += entry.operations
      } else if receipt.state == .refused {
        handOver.refusedBatches += 1
      } else if receipt.state == .collision {
        handOver.asideBatches += 1
      } else {
        handOver.knownBatches += 1
      }
      came[closer] = handOver
    }
    let hour = wall.rawValue / HandOver.hourMilliseconds
    try connection.execute(
      "DELETE FROM hand_over WHERE hour < ?", .integer(hour - HandOver.keptHours))
    for (replica, handOver) in came {
      try connection.execute(
        """
        INSERT INTO hand_over VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (hour, replica) DO UPDATE SET
          new_batches = new_batches + excluded.new_batches,
          new_operations = new_operations + excluded.new_operations,
          known_batches = known_batches + excluded.known_batches,
          aside_batches = aside_batches + excluded.aside_batches,
          refused_batches = refused_batches + excluded.refused_batches
        """, .integer(hour), .integer(Int64(replica.rawValue)), .integer(handOver.newBatches),
        .integer(handOver.newOperations), .integer(handOver.knownBatches),
        .integer(handOver.asideBatches), .integer(handOver.refusedBatches))
    }
  }

  /// What came in since the beginning of an hour, by laptop; those of which nothing came are not in
  /// it. Hours that are no longer kept count nothing.
  package func handOvers(since start: Timestamp) throws -> [ReplicaID: HandOver] {
    let found = try connection.rows(
      """
      SELECT replica, sum(new_batches), sum(new_operations), sum(known_batches),
        sum(aside_batches), sum(refused_batches)
      FROM hand_over WHERE hour >= ? GROUP BY replica
      """, .integer(start.rawValue / HandOver.hourMilliseconds)
    ) { statement in
      var handOver = HandOver()
      handOver.newBatches = try statement.integer(at: 1)
      handOver.newOperations = try statement.integer(at: 2)
      handOver.knownBatches = try statement.integer(at: 3)
      handOver.asideBatches = try statement.integer(at: 4)
      handOver.refusedBatches = try statement.integer(at: 5)
      return (ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))), handOver)
    }
    var handOvers: [ReplicaID: HandOver] = [:]
    for case (let replica?, let handOver) in found { handOvers[replica] = handOver }
    return handOvers
  }

  /// Operations of each laptop that are here and not merged: they wait for batches that are missing,
  /// or for an upgrade of this program. `late`: those of them that came since a time.
  package func waitingOperations(
    since start: Timestamp
  ) throws -> [ReplicaID: (all: Int64, late: Int64)] {
    let found = try connection.rows(
      """
      SELECT replica, sum(operations), coalesce(sum(operations) FILTER (WHERE received >= ?3), 0)
      FROM batch WHERE state <> 1 AND state IN (?1, ?2) GROUP BY replica
      """, .integer(Int64(Receipt.State.held.rawValue)),
      .integer(Int64(Receipt.State.needsUpgrade.rawValue)), .integer(start.rawValue)
    ) {
      (
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))),
        (all: try $0.integer(at: 1), late: try $0.integer(at: 2))
      )
    }
    var waiting: [ReplicaID: (all: Int64, late: Int64)] = [:]
    for case (let replica?, let operations) in found { waiting[replica] = operations }
    return waiting
  }
}
