import SyncProtocol

/// A question to the counting function.
package struct CountQuery: Hashable, Sendable {
  /// The period, by the local date of the visit, never by arrival.
  package var period: Period
  /// What the numbers are divided by, outermost first.
  package var dimensions: [CountDimension]
  /// Only what has one of these values, along every dimension that is named.
  package var filters: [CountDimension: Set<CountKey>]
  /// Only what happened on this territory, whatever it was called then; nil for all.
  package var territory: Territory?
  /// The day whose hamlets and units are meant; that of the territory, or the last of the period,
  /// where none is set.
  package var placesOn: LocalDate?

  /// Asks for a period.
  package init(
    _ period: Period, by dimensions: [CountDimension] = [],
    where filters: [CountDimension: Set<CountKey>] = [:], territory: Territory? = nil,
    placesOn: LocalDate? = nil
  ) {
    self.period = period
    self.dimensions = dimensions
    self.filters = filters
    self.territory = territory
    self.placesOn = placesOn
  }

  /// The day of the borders, and how months are cut.
  package var frame: CountFrame {
    CountFrame(places: placesOn ?? territory?.asOf ?? period.to, cutOff: period.cutOff)
  }

  /// Whether the question asks about a kind of record at all: it does not where a filter names
  /// something that such a record does not have.
  func asks(about kind: CountedKind) -> Bool {
    filters.keys.allSatisfy { $0.column(of: kind) != nil }
  }

  /// Whether records of a kind stand in groups.
  func divides(_ kind: CountedKind) -> Bool {
    asks(about: kind) && dimensions.allSatisfy { $0.column(of: kind) != nil }
  }
}
