import SyncProtocol

extension RecordReader {
  /// The households that stand in no hamlet that is known, which are in no list of a hamlet; what was
  /// moved, or is the same as another one, stands where that one stands.
  package func householdsWithoutHamlet() throws -> [RowID] {
    let known = Set(try PlaceMap(self).places.map(\.id))
    let persons = try persons(.household)
    return try connection.rows(
      "SELECT rid, place FROM household WHERE hidden IS NULL AND void_reason IS NULL ORDER BY rid"
    ) { (RowID(rawValue: try $0.integer(at: 0)), try $0.optionalInteger(at: 1)) }
    .compactMap { household, place in
      let isAtHome = place.flatMap(RowID.init(rawValue:)).map(known.contains) ?? false
      guard !isAtHome, let household, persons.canonical(household) == household else {
        return nil
      }
      return household
    }
  }
}
