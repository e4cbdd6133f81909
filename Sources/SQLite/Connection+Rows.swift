/// Queries that are not hot: bindings as values, rows through a closure.
extension Connection {
  /// All rows, each mapped by `map`, which reads the current row of the statement it is given.
  package func rows<Row>(
    _ sql: String, _ bindings: SQLValue..., map: (Statement) throws -> Row
  ) throws -> [Row] {
    try rows(sql, bindings: bindings, map: map)
  }

  /// All rows, each mapped by `map`, which reads the current row of the statement it is given.
  package func rows<Row>(
    _ sql: String, bindings: [SQLValue], map: (Statement) throws -> Row
  ) throws -> [Row] {
    try withStatement(sql) { statement in
      try statement.bind(all: bindings)
      var rows: [Row] = []
      while try statement.step() { rows.append(try map(statement)) }
      return rows
    }
  }

  /// The first row, or nil if there is none.
  package func row<Row>(
    _ sql: String, _ bindings: SQLValue..., map: (Statement) throws -> Row
  ) throws -> Row? {
    try row(sql, bindings: bindings, map: map)
  }

  /// The first row, or nil if there is none.
  package func row<Row>(
    _ sql: String, bindings: [SQLValue], map: (Statement) throws -> Row
  ) throws -> Row? {
    try withStatement(sql) { statement in
      try statement.bind(all: bindings)
      return try statement.step() ? try map(statement) : nil
    }
  }

  /// The first column of the first row, or nil if there is no row.
  package func scalar(_ sql: String, _ bindings: SQLValue...) throws -> SQLValue? {
    try row(sql, bindings: bindings) { try $0.value(at: 0) }
  }

  /// The integer in the first column of the first row; no row or another type is an error.
  package func integer(_ sql: String, _ bindings: SQLValue...) throws -> Int64 {
    guard let value = try row(sql, bindings: bindings, map: { try $0.integer(at: 0) }) else {
      throw SQLError(code: .mismatch, message: "the query gave no row", sql: sql)
    }
    return value
  }

  /// What `PRAGMA integrity_check` found; empty if the file is sound.
  ///
  /// Reads the whole file. A file too damaged to be read throws `.corrupt` or `.notadb` instead.
  package func integrityCheck() throws -> [String] {
    try rows("PRAGMA integrity_check") { try $0.text(at: 0) }.filter { $0 != "ok" }
  }
}
