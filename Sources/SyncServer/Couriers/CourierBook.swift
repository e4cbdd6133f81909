import Replica
import SQLite
import SyncProtocol

/// What the centre remembers of bundles on their way, in the transaction of whoever asks.
struct CourierBook {
  private let connection: Connection

  init(_ store: Store) { connection = store.connection }

  // MARK: Taken in

  /// Notes that a bundle was taken in, and that whoever carried it is owed the return.
  func noteTaken(
    _ bundle: BundleID, _ intake: CarriedIntake, by courier: ReplicaID?, at now: Timestamp
  ) throws {
    try connection.execute(
      "INSERT OR IGNORE INTO taken_bundle (bundle, pack, courier, taken) VALUES (?, ?, ?, ?)",
      .blob(bundle.bytes), .blob(intake.pack), Self.value(courier), .integer(now.rawValue))
    try connection.execute("DELETE FROM awaited_bundle WHERE bundle = ?", .blob(bundle.bytes))
    guard let courier, courier != intake.replica else { return }
    // What was written before does not answer this pack.
    try connection.execute(
      "INSERT OR REPLACE INTO due_return (courier, replica, bundle) VALUES (?, ?, NULL)",
      Self.value(courier), Self.value(intake.replica))
  }

  /// Whether a bundle was taken in.
  func isTaken(_ bundle: BundleID) throws -> Bool {
    try connection.integer(
      "SELECT count(*) FROM taken_bundle WHERE bundle = ?", .blob(bundle.bytes)) == 1
  }

  /// Which laptops brought the packs that came over the network through others, by pack.
  func couriers() throws -> [[UInt8]: ReplicaID] {
    let rows = try connection.rows(
      "SELECT pack, courier FROM taken_bundle WHERE courier IS NOT NULL ORDER BY taken DESC"
    ) { (try $0.bytes(at: 0), Self.replica(try $0.integer(at: 1))) }
    // The first that brought it has the last word.
    return rows.reduce(into: [:]) { all, row in
      if let courier = row.1 { all[row.0] = courier }
    }
  }

  // MARK: On its way

  /// Notes a manifest that a courier, or a stick on which the rest is missing, has shown.
  func noteAwaited(
    _ bundle: BundleID, _ contents: BundleContents, byteCount: Int, received: Int,
    by courier: ReplicaID?, problem: String? = nil, at now: Timestamp
  ) throws {
    try connection.execute(
      """
      INSERT INTO awaited_bundle (bundle, replica, number, made, operations, bytes, received, courier,
        since, handed_on, problem)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, NULL, ?10)
      ON CONFLICT (bundle) DO UPDATE SET received = max(received, excluded.received),
        since = iif(coalesce(excluded.courier, courier) IS courier, since, excluded.since),
        handed_on = iif(excluded.courier IS NULL, handed_on, NULL),
        courier = coalesce(excluded.courier, courier), problem = excluded.problem
      """, .blob(bundle.bytes), Self.value(contents.sender.replica),
      .integer(Int64(clamping: contents.number)), .integer(contents.madeAt.rawValue),
      .integer(contents.operations), .integer(Int64(byteCount)), .integer(Int64(received)),
      Self.value(courier), .integer(now.rawValue), problem.map { .text($0) } ?? .null)
  }

  /// Notes what a courier carries now: of what it named before and names no more, somebody else has it.
  func noteCarried(_ bundles: [BundleID], by courier: ReplicaID, at now: Timestamp) throws {
    let named = Set(bundles.map(\.bytes))
    let known = try connection.rows(
      "SELECT bundle, handed_on FROM awaited_bundle WHERE courier = ?", Self.value(courier)
    ) { (bundle: try $0.bytes(at: 0), isHandedOn: try $0.optionalInteger(at: 1) != nil) }
    for row in known where row.isHandedOn == named.contains(row.bundle) {
      try connection.execute(
        "UPDATE awaited_bundle SET handed_on = ? WHERE bundle = ?",
        row.isHandedOn ? .null : .integer(now.rawValue), .blob(row.bundle))
    }
  }

  /// Notes how much of a bundle has come.
  func noteReceived(_ byteCount: Int, of bundle: BundleID) throws {
    try connection.execute(
      "UPDATE awaited_bundle SET received = ? WHERE bundle = ?", .integer(Int64(byteCount)),
      .blob(bundle.bytes))
  }

  /// Notes why a bundle that came whole was not taken in.
  func noteProblem(_ code: String, of bundle: BundleID) throws {
    try connection.execute(
      "UPDATE awaited_bundle SET problem = ? WHERE bundle = ?", .text(code), .blob(bundle.bytes))
  }

  /// Why a bundle that came whole was not taken in; nil for others.
  func problem(of bundle: BundleID) throws -> String? {
    try connection.row(
      "SELECT problem FROM awaited_bundle WHERE bundle = ? AND received = bytes",
      .blob(bundle.bytes)
    ) { try $0.optionalText(at: 0) } ?? nil
  }

  /// How many bundles of a courier have not come whole, and their bytes: those that it carries, and
  /// what came of those that it carries no longer. A refused one takes no room.
  func load(of courier: ReplicaID) throws -> (bundles: Int, byteCount: Int) {
    try connection.row(
      """
      SELECT count(*), coalesce(sum(bytes), 0) FROM awaited_bundle
      WHERE courier = ? AND problem IS NULL AND (handed_on IS NULL OR received > 0)
      """, Self.value(courier)
    ) { (Int(try $0.integer(at: 0)), Int(try $0.integer(at: 1))) } ?? (0, 0)
  }

  /// Bundles of which something came and that their courier carries no longer.
  func leftBehind(by courier: ReplicaID) throws -> [BundleID] {
    try connection.rows(
      """
      SELECT bundle FROM awaited_bundle
      WHERE courier = ? AND handed_on IS NOT NULL AND received > 0
      """, Self.value(courier)
    ) { BundleID(try $0.bytes(at: 0)) }.compactMap(\.self)
  }

  /// The bundles that are on their way: nothing that their laptops reported since holds what is in
  /// them. The one that has been longest comes first.
  func awaited() throws -> [AwaitedBundle] {
    try connection.rows(
      """
      SELECT b.replica, b.number, b.made, b.operations, b.bytes, b.received, b.courier, b.since,
        b.handed_on, b.problem
      FROM awaited_bundle b JOIN peer USING (replica)
      WHERE coalesce(peer.reported_through < b.made, 1) AND NOT EXISTS (
        SELECT 1 FROM carried_pack c WHERE c.replica = b.replica AND c.number >= b.number)
      ORDER BY b.since, b.bundle
      """
    ) { row in
      guard let replica = Self.replica(try row.integer(at: 0)) else {
        throw ProtocolError.malformed(.numberOutOfRange)
      }
      return AwaitedBundle(
        replica: replica, number: UInt64(clamping: try row.integer(at: 1)),
        made: Timestamp(rawValue: try row.integer(at: 2)), operations: try row.integer(at: 3),
        byteCount: try row.integer(at: 4), receivedBytes: try row.integer(at: 5),
        courier: try row.optionalInteger(at: 6).flatMap(Self.replica),
        since: Timestamp(rawValue: try row.integer(at: 7)),
        handedOn: try row.optionalInteger(at: 8).map(Timestamp.init(rawValue:)),
        problem: try row.optionalText(at: 9))
    }
  }

  /// By which way each laptop was heard of last.
  func ways() throws -> [ReplicaID: ReportWay] {
    let rows = try connection.rows(
      """
      SELECT peer.replica, c.id IS NOT NULL,
        (SELECT courier FROM taken_bundle t WHERE t.pack = c.id ORDER BY taken LIMIT 1)
      FROM peer LEFT JOIN carried_pack c ON c.replica = peer.replica AND c.packed = peer.last_round
      WHERE peer.last_round IS NOT NULL
      """
    ) { row in
      (
        Self.replica(try row.integer(at: 0)), isCarried: try row.integer(at: 1) == 1,
        courier: try row.optionalInteger(at: 2).flatMap(Self.replica)
      )
    }
    return rows.reduce(into: [:]) { ways, row in
      guard let replica = row.0 else { return }
      ways[replica] = !row.isCarried ? .network : row.courier.map { .courier($0) } ?? .stick
    }
  }

  /// Numbers of packs of each laptop that never came though a later one did: that one holds what they
  /// held.
  func skipped() throws -> [ReplicaID: [UInt64]] {
    let rows = try connection.rows(
      """
      SELECT replica, number FROM carried_pack c
      WHERE number <= (SELECT max(number) FROM carried_pack WHERE replica = c.replica)
      ORDER BY replica, number
      """
    ) { (Self.replica(try $0.integer(at: 0)), UInt64(clamping: try $0.integer(at: 1))) }
    var skipped: [ReplicaID: [UInt64]] = [:]
    var last: (replica: ReplicaID, number: UInt64)?
    for case (let replica?, let number) in rows {
      let former = last?.replica == replica ? last?.number ?? 0 : 0
      last = (replica, number)
      guard number > former + 1, number - former <= Self.skippedShown else { continue }
      skipped[replica, default: []] += (former + 1)..<number
    }
    return skipped
  }

  /// A gap of more numbers than anybody would look for is told by none.
  private static let skippedShown: UInt64 = 50

  // MARK: Returns

  /// The laptops whose returns a courier is to fetch, with the return that was written.
  func dueReturns(of courier: ReplicaID) throws -> [(replica: ReplicaID, bundle: BundleID?)] {
    try connection.rows(
      "SELECT replica, bundle FROM due_return WHERE courier = ? ORDER BY replica LIMIT ?",
      Self.value(courier), .integer(Int64(Limits.bundlesPerCourier))
    ) { (Self.replica(try $0.integer(at: 0)), try $0.optionalBytes(at: 1)) }
    .compactMap { row in row.0.map { ($0, row.1.flatMap { BundleID($0) }) } }
  }

  /// Notes which return was written for a laptop, to be fetched by a courier.
  func noteWritten(_ bundle: BundleID, for laptop: ReplicaID, by courier: ReplicaID) throws {
    try connection.execute(
      "UPDATE due_return SET bundle = ? WHERE courier = ? AND replica = ?", .blob(bundle.bytes),
      Self.value(courier), Self.value(laptop))
  }

  /// Notes that a courier has a return.
  func noteFetched(_ bundle: BundleID, by courier: ReplicaID) throws {
    try connection.execute(
      "DELETE FROM due_return WHERE courier = ? AND bundle = ?", Self.value(courier),
      .blob(bundle.bytes))
  }

  private static func value(_ replica: ReplicaID?) -> SQLValue {
    SQLValue(replica.map { Int64($0.rawValue) })
  }

  private static func replica(_ number: Int64) -> ReplicaID? {
    ReplicaID(rawValue: UInt32(clamping: number))
  }
}
