import SyncProtocol

@testable import Replica

extension Store {
  /// The names of households as they open here, in the order of their bytes.
  func householdNames(where condition: String = "1") throws -> [String] {
    try connection.rows("SELECT rid FROM household WHERE \(condition)") {
      RowID(rawValue: try $0.integer(at: 0))
    }.compactMap(\.self).map {
      try openedText(HouseholdTable.definition, HouseholdTable.name, of: $0) ?? "?"
    }.inByteOrder
  }

  /// Every visit's note behind the name of the household that it names.
  func visitNotes() throws -> [String] {
    try connection.rows("SELECT rid, household FROM visit") {
      (RowID(rawValue: try $0.integer(at: 0)), RowID(rawValue: try $0.integer(at: 1)))
    }.map { visit, household in
      let name =
        try household.flatMap {
          try openedText(HouseholdTable.definition, HouseholdTable.name, of: $0)
        } ?? "?"
      return
        "\(name) \(try visit.flatMap { try openedText(VisitTable.definition, VisitTable.note, of: $0) } ?? "?")"
    }.inByteOrder
  }

  /// The text of a field as it opens here; nil where there is none to read.
  private func openedText(
    _ table: TableDefinition, _ field: FieldDefinition, of row: RowID
  ) throws -> String? {
    try openedRow(table.id, row)?.shown(field.id)?.value.text
  }
}

extension [String] {
  var inByteOrder: [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
