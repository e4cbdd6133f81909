import SQLite
import SyncProtocol

extension Store {
  /// Makes the files of a store that belongs to nobody yet: every table, and nothing in them.
  ///
  /// A copy of them, opened with an identity, is the same store as one that was made by opening
  /// nothing; whoever makes very many stores spares them the making of their tables.
  /// - Throws: `SQLError`, or as `init` for files of something else.
  package static func makeEmptyFiles(at location: Location, schema: Schema = .current) throws {
    let connection = try open(location)
    defer { connection.close() }
    let rows = RowStore(connection: connection, schema: schema, primitives: .standard)
    defer { rows.letStatementsGo() }
    try connection.transaction(.immediate) { try rows.prepareTables() }
    try Keyring.open(beside: location).close()
  }
}
