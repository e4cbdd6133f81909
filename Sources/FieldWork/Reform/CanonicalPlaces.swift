import SyncProtocol

/// Which rows are one hamlet now: a household keeps the place as it was, and people ask by the name
/// of today.
extension RecordReader {
  /// For every row that is not the hamlet's own of today, the one that is; empty before the first
  /// reform of hamlets. A row of a split hamlet stands for itself: nobody knows the part.
  func currentPlaces() throws -> [RowID: RowID] {
    let reformed = try connection.integer(
      "SELECT EXISTS (SELECT 1 FROM place WHERE valid_from IS NOT NULL AND hidden IS NULL)")
    guard reformed == 1 else { return [:] }
    let map = try PlaceMap(self)
    let byFirstDay = Dictionary(grouping: map.places) { $0.validFrom }
    var current: [RowID: RowID] = [:]
    for place in map.places {
      guard let now = map.hamlet(place, on: .latest) else { continue }
      // Twins of a merger began on one day; a hamlet from always has none.
      let began = now.validFrom == nil ? [now] : byFirstDay[now.validFrom] ?? []
      let first = began.first { $0.isSameHamlet(as: now) }?.id ?? now.id
      if first != place.id { current[place.id] = first }
    }
    return current
  }

  /// All rows of the hamlet that a row is now.
  func placeRows(of place: RowID) throws -> [RowID] {
    let current = try currentPlaces()
    let wanted = current[place] ?? place
    return [wanted] + current.filter { $0.value == wanted }.map(\.key).sorted()
  }
}
