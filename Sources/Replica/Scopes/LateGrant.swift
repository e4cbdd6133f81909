import SQLite
import SyncProtocol

/// What the centre knows of a laptop's right to write in a scope.
package struct GrantHistory: Hashable, Sendable {
  /// It may hold the scope now.
  package var isGranted: Bool
  /// The batch was written under a later grant than this centre remembers, which was restored to
  /// before it: a grant of an earlier life, as the author's own signature says.
  package var isForgotten: Bool
  /// It gave the scope back, or was asked to.
  package var wasAskedBack: Bool
  /// The last sequence that it confirmed when it gave the scope back; nil without confirmation.
  package var confirmed: UInt64?
  /// It was declared lost: the last sequence that had arrived by then.
  package var lostAfter: UInt64?

  /// Gathers the parts.
  package init(
    isGranted: Bool, isForgotten: Bool = false, wasAskedBack: Bool = false,
    confirmed: UInt64? = nil, lostAfter: UInt64? = nil
  ) {
    self.isGranted = isGranted
    self.isForgotten = isForgotten
    self.wasAskedBack = wasAskedBack
    self.confirmed = confirmed
    self.lostAfter = lostAfter
  }
}

/// How a batch stands to the grants. Everything is merged; this decides what is looked at.
package enum GrantVerdict: Hashable, Sendable {
  /// Written in a scope that its author held.
  case admitted
  /// Written after its author had given the scope back, or turned up after it was declared lost:
  /// review with the reason `late-grant`.
  case lateGrant
  /// Its author never held the scope.
  case neverGranted

  /// Decides on one batch.
  ///
  /// Up to the confirmed sequence everything counts as written in time, and without a confirmation
  /// everything does: an honest laptop that was away must not lose a day's work to a reform.
  package static func verdict(on sequence: UInt64, _ history: GrantHistory) -> GrantVerdict {
    if let last = history.lostAfter { return sequence > last ? .lateGrant : .admitted }
    if history.isGranted || history.isForgotten { return .admitted }
    guard history.wasAskedBack else { return .neverGranted }
    guard let confirmed = history.confirmed else { return .admitted }
    return sequence <= confirmed ? .admitted : .lateGrant
  }
}

extension Store {
  /// How a batch stands to the grants. Centre only; a laptop does not judge.
  package func lateGrant(of header: Batch.Header) throws -> GrantVerdict {
    guard identity.role == .centre, header.replica.rawValue >= ReplicaID.firstLaptop else {
      return .admitted
    }
    var history = try grantHistory(of: header.replica, in: header.scope)
    history.isForgotten =
      try identity.replica.rawValue > 0 && header.grant > grants(of: header.replica).number
    return .verdict(on: header.sequence, history)
  }

  private func grantHistory(of replica: ReplicaID, in scope: ScopeID) throws -> GrantHistory {
    let numbers: [SQLValue] = [.integer(Int64(replica.rawValue)), .integer(scope.rawValue)]
    var history = GrantHistory(
      isGranted: try connection.integer(
        "SELECT count(*) FROM scope_grant WHERE replica = ? AND scope = ?", numbers[0],
        numbers[1]) > 0)
    let confirmed = try connection.row(
      "SELECT confirmed_sequence FROM scope_return WHERE replica = ? AND scope = ?", numbers[0],
      numbers[1]
    ) { try $0.optionalInteger(at: 0) }
    if let confirmed {
      history.wasAskedBack = true
      history.confirmed = confirmed.map { UInt64(clamping: $0) }
    }
    let isLost = try connection.integer(
      "SELECT count(*) FROM lost_laptop WHERE replica = ?", numbers[0])
    if isLost > 0 {
      let last = try connection.row(
        "SELECT sequence FROM lost_chain WHERE replica = ? AND scope = ?", numbers[0], numbers[1]
      ) { try $0.integer(at: 0) }
      history.lostAfter = UInt64(clamping: last ?? 0)
    }
    return history
  }

  /// Declares a laptop lost: its grants end, nothing is waited for, and whatever of it turns up from
  /// now on is merged and goes to review. Centre only.
  package func declareLost(_ replica: ReplicaID, at time: Timestamp) throws {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    try transaction {
      let number = SQLValue.integer(Int64(replica.rawValue))
      try connection.execute(
        "INSERT OR IGNORE INTO lost_laptop (replica, declared) VALUES (?, ?)", number,
        .integer(time.rawValue))
      guard connection.changes == 1 else { return }
      try connection.execute(
        """
        INSERT OR REPLACE INTO lost_chain (replica, scope, sequence)
        SELECT replica, scope, max(sequence) FROM batch WHERE replica = ? GROUP BY scope
        """, number)
      try connection.execute(
        "UPDATE grant_rule SET until = ? WHERE replica = ? AND (until IS NULL OR until > ?)",
        .integer(time.rawValue), number, .integer(time.rawValue))
      _ = try expandGrants(of: replica, at: time)
    }
  }

  /// Takes back that a laptop was declared lost: what that declaration ended begins again, and what it
  /// writes from now on is admitted. What came meanwhile was judged, and waits for a person. Centre
  /// only.
  ///
  /// - Returns: what it gains; nil when it was not declared lost.
  package func declareFound(_ replica: ReplicaID, at time: Timestamp) throws -> GrantChange? {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    guard let declared = try lostLaptops()[replica] else { return nil }
    return try transaction {
      let number = SQLValue.integer(Int64(replica.rawValue))
      try connection.execute(
        "UPDATE grant_rule SET until = NULL WHERE replica = ? AND until = ?", number,
        .integer(declared.rawValue))
      for table in ["lost_laptop", "lost_chain"] {
        try connection.execute("DELETE FROM \(table) WHERE replica = ?", number)
      }
      return try expandGrants(of: replica, at: time)
        ?? GrantChange(replica: replica, gained: [], lost: [])
    }
  }

  /// Operations of a laptop that came after it was declared lost and wait for a ruling.
  package func lateOperations(of replica: ReplicaID) throws -> [Review] {
    try reviews(openOnly: true, of: replica).filter {
      $0.reason == Objection.Reason.revoked.rawValue
    }
  }

  /// The laptops that were declared lost, with the moment.
  package func lostLaptops() throws -> [ReplicaID: Timestamp] {
    let rows = try connection.rows("SELECT replica, declared FROM lost_laptop") {
      (
        ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))),
        Timestamp(rawValue: try $0.integer(at: 1))
      )
    }
    var lost: [ReplicaID: Timestamp] = [:]
    for (replica, time) in rows {
      if let replica { lost[replica] = time }
    }
    return lost
  }
}
