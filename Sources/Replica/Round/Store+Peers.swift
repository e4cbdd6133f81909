import SQLite
import SyncProtocol

/// What the centre knows of a laptop.
package struct Peer: Sendable, Equatable {
  /// Its replica.
  package var replica: ReplicaID
  /// What people call it.
  package var label: String
  /// The member it was given to; nil when nobody was named.
  package var member: RowID?
  /// The team it reports for; nil when none was named.
  package var team: RowID?
  /// When it was enrolled.
  package var enrolled: Timestamp
  /// Its last round; nil when it has never reported.
  package var lastRound: Timestamp?
  /// The last moment at which it had nothing left to hand over; nil when it never had.
  package var reportedThrough: Timestamp?
  /// Milliseconds its wall clock was behind the centre's in its last round.
  package var clockOffsetMilliseconds: Int64?
  /// Operations it had written and not handed over in its last round.
  package var unsentOperations: Int64?
  /// Bytes free on its disk.
  package var freeDiskBytes: Int64?
  /// Registry version it knows.
  package var schemaVersion: Int64?
  /// Program and version.
  package var software: String?
}

/// The centre's laptops and what they may hold.
extension Store {
  /// Issues a certificate to a new laptop under a random free number. Centre only.
  ///
  /// - Parameters:
  ///   - root: signs with the installation's root key.
  ///   - scopes, grants: what it may hold beside the public scope.
  package func enrol(
    publicKey: [UInt8], label: String, member: RowID?, team: RowID?, scopes: [ScopeID] = [],
    grants: [GrantTarget] = [], signedBy root: (_ message: [UInt8]) -> [UInt8],
    clock: ClockReading,
    random: inout some RandomNumberGenerator
  ) throws -> Certificate {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    return try transaction {
      let replica = try freeReplica(random: &random)
      let certificate = Certificate(
        replica: replica, role: .laptop, publicKey: publicKey, issuedAt: clock.wall, label: label,
        signedBy: root)
      try keep(certificate)
      try connection.execute(
        """
        INSERT INTO peer (replica, label, member, team, enrolled, grant_number)
        VALUES (?, ?, ?, ?, ?, 0)
        """, .integer(Int64(replica.rawValue)), .text(label), SQLValue(member?.rawValue),
        SQLValue(team?.rawValue), .integer(clock.wall.rawValue))
      try grant(grants + scopes.map { .scope($0) }, to: replica, at: clock.wall)
      return certificate
    }
  }

  private func freeReplica(random: inout some RandomNumberGenerator) throws -> ReplicaID {
    while true {
      let number = UInt32.random(in: ReplicaID.firstLaptop...ReplicaID.maximum, using: &random)
      if let replica = ReplicaID(rawValue: number), try certificate(of: replica) == nil {
        return replica
      }
    }
  }

  /// Lets a laptop hold further scopes from its next round on. Centre only.
  package func grant(_ scopes: [ScopeID], to replica: ReplicaID, at time: Timestamp) throws {
    try grant(scopes.map { .scope($0) }, to: replica, at: time)
  }

  private func grant(
    _ targets: [GrantTarget], to replica: ReplicaID, at time: Timestamp
  ) throws {
    try transaction {
      for target in targets { try insertRule(target, replica, Self.always, nil) }
      _ = try expandGrants(of: replica, at: time)
    }
  }

  func grants(of replica: ReplicaID) throws -> (number: UInt64, scopes: [ScopeID]) {
    let number = try connection.row(
      "SELECT grant_number FROM peer WHERE replica = ?", .integer(Int64(replica.rawValue))
    ) { try $0.integer(at: 0) }
    let scopes = try connection.rows(
      "SELECT scope FROM scope_grant WHERE replica = ? AND scope <> 0 ORDER BY scope",
      .integer(Int64(replica.rawValue))
    ) { try $0.integer(at: 0) }
    return (try (number ?? 0).natural(), scopes.compactMap(ScopeID.init(rawValue:)))
  }

  func noteRound(of hello: Hello, hasMore: Bool, at wall: Timestamp) throws {
    let isComplete = hello.unsentOperations == 0 && !hasMore
    try connection.execute(
      """
      UPDATE peer SET last_round = ?1, clock_offset = ?2, unsent = ?3, free_disk = ?4,
        schema_version = ?5, software = ?6, incidents = ?9,
        reported_through = CASE WHEN ?7 THEN ?1 ELSE reported_through END
      WHERE replica = ?8
      """,
      .integer(wall.rawValue), .integer(wall.rawValue &- hello.wall.rawValue),
      .integer(Int64(hello.unsentOperations)), SQLValue(hello.freeDiskBytes.map(Int64.init)),
      .integer(Int64(hello.schemaVersion)), .text(hello.software),
      .integer(isComplete ? 1 : 0), .integer(Int64(hello.replica.rawValue)),
      .integer(Int64(hello.incidents)))
  }

  /// Changes the team that a laptop reports for; what it may hold stays. Centre only.
  package func setTeam(_ team: RowID?, of replica: ReplicaID) throws {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    try connection.execute(
      "UPDATE peer SET team = ? WHERE replica = ?", SQLValue(team?.rawValue),
      .integer(Int64(replica.rawValue)))
  }

  /// Every enrolled laptop, by label and number.
  package func peers() throws -> [Peer] {
    try connection.rows(
      """
      SELECT replica, label, member, team, enrolled, last_round, reported_through, clock_offset,
        unsent, free_disk, schema_version, software
      FROM peer ORDER BY label, replica
      """
    ) { statement in
      guard let replica = ReplicaID(rawValue: UInt32(clamping: try statement.integer(at: 0))) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return Peer(
        replica: replica, label: try statement.text(at: 1),
        member: try statement.optionalInteger(at: 2).flatMap(RowID.init(rawValue:)),
        team: try statement.optionalInteger(at: 3).flatMap(RowID.init(rawValue:)),
        enrolled: Timestamp(rawValue: try statement.integer(at: 4)),
        lastRound: try statement.optionalInteger(at: 5).map(Timestamp.init(rawValue:)),
        reportedThrough: try statement.optionalInteger(at: 6).map(Timestamp.init(rawValue:)),
        clockOffsetMilliseconds: try statement.optionalInteger(at: 7),
        unsentOperations: try statement.optionalInteger(at: 8),
        freeDiskBytes: try statement.optionalInteger(at: 9),
        schemaVersion: try statement.optionalInteger(at: 10),
        software: try statement.optionalText(at: 11))
    }
  }
}
