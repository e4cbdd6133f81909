import SyncProtocol

/// Whose names leave the store in no file: who was erased, and who said last that their details may not
/// be kept or that they will not be contacted.
package struct WithheldNames {
  private let refused: Set<RowID>
  private let reader: RecordReader
  private let residents: Persons
  private let households: Persons

  // Numbers of `ChoiceList.consentPurpose`.
  private static let keeping: Int64 = 1
  private static let contact: Int64 = 4

  /// Reads what was said last of each purpose, by resident and by household.
  package init(_ reader: RecordReader) throws {
    self.reader = reader
    let residents = try reader.persons(.resident)
    let households = try reader.persons(.household)
    (self.residents, self.households) = (residents, households)
    var given: [Said: Bool] = [:]
    try reader.connection.withStatement(
      """
      SELECT resident, household, purpose, given FROM consent
      WHERE hidden IS NULL AND void_reason IS NULL AND purpose IN (?, ?) AND given IS NOT NULL
      ORDER BY date, rid
      """
    ) { statement in
      try statement.bind(all: [.integer(Self.keeping), .integer(Self.contact)])
      while try statement.step() {
        var row = ColumnReader(statement)
        let resident = try row.reference().map(residents.canonical)
        let household = try row.reference().map(households.canonical)
        guard let subject = resident ?? household, let purpose = try row.integer() else { continue }
        given[Said(subject: subject, purpose: purpose)] = try row.integer() != 0
      }
    }
    refused = Set(given.filter { !$0.value }.map(\.key.subject))
  }

  private struct Said: Hashable {
    let subject: RowID
    let purpose: Int64
  }

  /// Whether a resident's name is withheld, also because their household's is.
  package func withholds(resident: RowID, of household: RowID?) throws -> Bool {
    if refused.contains(residents.canonical(resident)) { return true }
    if try reader.keyring.isErased(resident) { return true }
    return try household.map { try withholds(household: $0) } ?? false
  }

  /// Whether a household's name is: its own, or that of somebody in it who refused and whom it is
  /// called after.
  package func withholds(nameOf household: Household) throws -> Bool {
    if try withholds(household: household.id) { return true }
    let name = household.name.map(SearchFold.base)
    return try reader.residents(household: household.id, page: .all).contains { resident in
      refused.contains(residents.canonical(resident.id))
        && resident.fullName.map(SearchFold.base) == name
    }
  }

  private func withholds(household: RowID) throws -> Bool {
    try refused.contains(households.canonical(household)) || reader.keyring.isErased(household)
  }
}
