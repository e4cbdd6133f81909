/// One step of a schema's history: SQL that is never changed after its release.
package struct Migration: Equatable, Sendable {
  /// Names the step for ever, for example "0001 households".
  package let identifier: String
  /// One or more statements, run inside the migrator's transaction.
  package let sql: String
  /// FNV-1a of the text: finds an edit made by mistake; it is no defence against malice.
  let hash: Int64

  /// Makes a step.
  package init(identifier: String, sql: String) {
    self.identifier = identifier
    self.sql = sql
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    self.hash = Int64(bitPattern: hash)
  }
}

/// Why a store's schema cannot be brought to the program's.
package enum MigrationError: Error, Equatable, Sendable {
  /// The store holds a step this program does not know: a newer program wrote it. Nothing was
  /// changed; a newer program opens it.
  case storeIsNewer(identifier: String)
  /// A step that was applied to the store has another text in this program.
  case edited(identifier: String)
  /// The store applied its steps in another order than the program lists them.
  case reordered(identifier: String)

  /// A stable code for logs and messages.
  package var code: String {
    switch self {
    case .storeIsNewer: "schema-newer"
    case .edited: "schema-edited"
    case .reordered: "schema-reordered"
    }
  }
}

/// Brings a database to the end of an append-only list of migrations.
///
/// The store remembers the identifier and the hash of every step in a ledger, so that several rooms
/// can keep their own tables in one file. All missing steps are applied in one transaction: all or
/// none.
package struct Migrator: Sendable {
  /// The steps, oldest first.
  package let migrations: [Migration]
  private let ledger: String

  /// Takes the steps, oldest first; two of one name are a mistake in the program. `ledger` names the
  /// table that remembers them.
  package init(_ migrations: [Migration], ledger: String = "applied_migration") {
    self.ledger = ledger
    let identifiers = Set(migrations.map { Array($0.identifier.utf8) })
    precondition(identifiers.count == migrations.count, "two migrations have one identifier")
    self.migrations = migrations
  }

  /// Applies the missing steps and returns their identifiers.
  ///
  /// Throws `MigrationError` without touching the store, or the `SQLError` of a step, rolled back.
  @discardableResult
  package func migrate(_ connection: Connection) throws -> [String] {
    // Looking first keeps an up-to-date store from waiting for the write lock at every start.
    if try pending(in: connection).isEmpty { return [] }
    return try connection.transaction(.immediate) {
      let pending = try pending(in: connection)
      try connection.execute(
        """
        CREATE TABLE IF NOT EXISTS \(ledger) (
          position INTEGER PRIMARY KEY,
          identifier TEXT NOT NULL UNIQUE,
          hash INTEGER NOT NULL
        ) STRICT
        """)
      for migration in pending {
        try connection.execute(script: migration.sql)
        try connection.execute(
          "INSERT INTO \(ledger) (identifier, hash) VALUES (?, ?)",
          .text(migration.identifier), .integer(migration.hash))
      }
      return pending.map(\.identifier)
    }
  }

  /// The steps a store lacks; also checks those it has. Only reads.
  package func pending(in connection: Connection) throws -> [Migration] {
    let applied = try applied(in: connection)
    for (position, entry) in applied.enumerated() {
      guard let known = migrations.first(where: { Self.same($0.identifier, entry.identifier) })
      else { throw MigrationError.storeIsNewer(identifier: entry.identifier) }
      guard known.hash == entry.hash else {
        throw MigrationError.edited(identifier: entry.identifier)
      }
      guard Self.same(migrations[position].identifier, entry.identifier) else {
        throw MigrationError.reordered(identifier: entry.identifier)
      }
    }
    return Array(migrations.dropFirst(applied.count))
  }

  private static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  private func applied(in connection: Connection) throws -> [(identifier: String, hash: Int64)] {
    let exists = try connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", .text(ledger))
    guard exists > 0 else { return [] }
    return try connection.rows("SELECT identifier, hash FROM \(ledger) ORDER BY position") {
      (identifier: try $0.text(at: 0), hash: try $0.integer(at: 1))
    }
  }
}
