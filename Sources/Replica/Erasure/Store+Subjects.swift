import SyncProtocol

/// Whom a row is about.
extension Store {
  /// A row, and every row that a field of it may be sealed for: the household of a visit, the resident
  /// of an assist, and what leads there. What is typed about such a row is about these too.
  package func subjects(of row: RowID, in table: TableDefinition) throws -> Set<RowID> {
    var subjects: Set<RowID> = [row]
    for route in table.fields.compactMap(\.sealing).flatMap(\.subject.routes) {
      var (from, at) = (table.id, row)
      for step in route {
        if let next = step.table { from = next }
        guard
          let value = try rows.load(from, at)?.state.shown(step.field.id)?.value.integer,
          let found = RowID(rawValue: value)
        else { break }
        subjects.insert(found)
        at = found
      }
    }
    return subjects
  }
}
