import SyncProtocol

/// How far a resident of the register is with the electronic identity VNeID, as last observed by a day.
package struct IdentityStanding: Sendable, Hashable {
  /// The row that speaks for the person.
  package let row: RowID
  /// Their household.
  package let household: RowID
  /// The hamlet of that.
  package let place: RowID?
  /// Whether they are of age on the day; nil without a year of birth.
  package let isAdult: Bool?
  /// None 0, level one 1, level two 2; nil where nobody asked.
  package let level: Int64?

  /// Whether they are an adult who is not known to have level two.
  package var isMissing: Bool { isAdult == true && (level ?? 0) < Self.wanted }

  /// The level that every adult is to have.
  package static let wanted: Int64 = 2
}

extension RecordReader {
  /// The residents that a question asks about with their VNeID, each person once: the same who stand
  /// behind the rates.
  package func identityStandings(
    _ query: CountQuery, by day: LocalDate
  ) throws -> [IdentityStanding] {
    let residents = try residentFacts(query, along: nil, RegisterBasis(self, by: day))
    return residents[.none, default: []].map { facts in
      IdentityStanding(
        row: facts.row, household: facts.household, place: facts.place, isAdult: facts.isAdult,
        level: facts.identityLevel)
    }
  }
}
