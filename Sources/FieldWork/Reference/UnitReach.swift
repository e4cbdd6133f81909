/// How near what is kept for a unit stands to another one: what a commune says holds over what its
/// province says, and that over what holds in the whole country.
package struct UnitReach: Hashable, Sendable {
  /// How near it is, the nearest last.
  package enum Nearness: Int, Comparable, Sendable {
    /// It holds in the whole country.
    case country
    /// It holds in the province.
    case province
    /// It holds in this very unit.
    case unit

    /// What is farther comes first.
    package static func < (left: Nearness, right: Nearness) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  private let unit: String?
  /// The province of today that a commune lies in; nil for a province and where nobody knows.
  package let province: String?

  /// Looks from a commune or province of today or a commune of before, whose province is that of
  /// today; nil where the unit is not known, so that only what holds everywhere reaches it.
  package init(of unit: String?) {
    self.unit = unit
    province = unit.flatMap { code in
      Communes.commune(code: code)?.provinceCode
        ?? Communes.formerCommune(code: code).flatMap {
          Provinces.formerProvince(code: $0.provinceCode)?.successorCode
        }
    }
  }

  /// How near what is kept for a unit stands, nil being the whole country; nil where it stands for
  /// others.
  package func nearness(of holder: String?) -> Nearness? {
    switch holder {
    case nil: .country
    case unit: .unit
    case province: .province
    default: nil
    }
  }
}
