import SQLite
import SyncProtocol

/// What the centre keeps aside (`batch_aside`), and what a person can do about it.
extension Store {
  /// Every batch that is kept aside here, the first that came first, with what stands already of
  /// each. Centre only: it reads the log of the scopes concerned.
  package func asideBatches() throws -> [AsideBatch] {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    let reading = try AsideReading(self)
    return try reading.order.compactMap { try aside($0, reading) }
  }

  /// How many batches that are kept aside wait for a person's decision.
  package func asideBatchesWaiting() throws -> Int {
    // Where everything was decided the log need not be read.
    guard identity.role == .centre,
      try connection.integer(
        """
        SELECT EXISTS (SELECT 1 FROM batch_aside
          WHERE hash NOT IN (SELECT hash FROM aside_adoption))
        """) == 1
    else { return 0 }
    return try asideBatches().count(where: \.waits)
  }

  private func aside(_ hash: ContentHash, _ reading: AsideReading) throws -> AsideBatch? {
    guard let kept = reading[hash], let train = try reading.train(of: hash) else { return nil }
    let header = kept.batch.header
    return AsideBatch(
      hash: hash, replica: header.replica, sequence: header.sequence, scope: header.scope,
      closed: Timestamp(rawValue: header.wall.rawValue &+ (header.offsetMilliseconds ?? 0)),
      received: kept.received,
      entries: try train.readings.filter { $0.batch == hash }.map {
        AsideBatch.Entry(
          operation: try opened($0.operation), standing: $0.standing, isAdoptable: $0.isAdoptable)
      },
      missing: train.missing, adoption: try asideAdoption(of: hash))
  }

  private func asideAdoption(of hash: ContentHash) throws -> AsideBatch.Adoption? {
    try connection.row(
      "SELECT decided_by, note, at FROM aside_adoption WHERE hash = ?", .blob(hash.bytes)
    ) { statement in
      AsideBatch.Adoption(
        person: try statement.text(at: 0), note: try statement.optionalText(at: 1),
        time: Timestamp(rawValue: try statement.integer(at: 2)))
    }
  }
}
