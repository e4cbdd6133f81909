import FieldWork
import Randomness

/// What sort of district is wanted. The same order gives the same district for ever.
package struct DistrictOrder: Sendable, Hashable {
  /// National code of a commune or a province.
  package let place: String
  /// The seed of everything drawn.
  package let seed: UInt64
  /// Laptops at the beginning.
  package let laptops: Int
  /// Days that are played.
  package let days: Int
  /// The first day.
  package let start: LocalDate

  /// The most laptops of an order: a third of a province's.
  package static let laptopLimit = 1_000
  /// The most days of an order: two years.
  package static let dayLimit = 731

  /// Describes a district.
  package init(place: String, seed: UInt64, laptops: Int, days: Int, start: LocalDate) {
    self.place = place
    self.seed = seed
    self.laptops = min(max(laptops, 2), Self.laptopLimit)
    self.days = min(max(days, 10), Self.dayLimit)
    // Communes are those since the reform of 2025.
    self.start = max(start, Commune.validFrom)
  }

  /// The last day.
  package var end: LocalDate { start.adding(days: days - 1) }

  /// The communes: the one of the place; of a province as many as the laptops are enough for, at
  /// least three, so that two can merge and a border can move.
  var communes: [Commune] {
    if let commune = Communes.commune(code: place) { return [commune] }
    // The commune in the middle has 22 laptops.
    return Array(Communes.communes(inProvince: place).prefix(max(3, (laptops + 21) / 22)))
  }

  /// A day of the order, counted from its first one.
  func date(_ day: Int) -> LocalDate { start.adding(days: day) }

  /// A generator for one part of the work, so that leaving out another part changes nothing in it.
  func random(_ part: DistrictPart) -> SeededGenerator {
    SeededGenerator(seed: seed, part: part.rawValue)
  }
}

/// The parts that draw for themselves.
enum DistrictPart: Int {
  case directory = 1
  case households, clocks, work, duplicates, conflicts, corrections, schedule, campaigns, notes
}
