/// What a place at commune level is.
package enum CommuneKind: String, Sendable, CaseIterable {
  case commune, ward, town, specialZone

  init(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "p"): self = .ward
    case UInt8(ascii: "t"): self = .town
    case UInt8(ascii: "k"): self = .specialZone
    default: self = .commune
    }
  }

  /// The word before the name: Xã, Phường, Thị trấn, Đặc khu.
  package func label(_ language: Language = .vietnamese) -> String {
    switch self {
    case .commune: language.text("Xã", "Commune")
    case .ward: language.text("Phường", "Ward")
    case .town: language.text("Thị trấn", "Town")
    case .specialZone: language.text("Đặc khu", "Special zone")
    }
  }
}

/// One of the 3,321 units at commune level since 1 July 2025.
///
/// The code alone is no identity over time: the same code named another unit before.
package struct Commune: Hashable, Sendable {
  /// Five digits.
  package let code: String
  /// Commune, ward or special zone; towns ended with June 2025.
  package let kind: CommuneKind
  /// Without the kind.
  package let name: String
  /// The two-digit code of the province, of 34.
  package let provinceCode: String
  /// Degrees north and east.
  package let latitude: Double?
  /// Degrees east; nil when not on file.
  package let longitude: Double?
  /// The area in km²; nil when not on file.
  package let areaSquareKilometres: Double?

  /// The name with its kind: Xã Đại Đồng.
  package var fullName: String { "\(kind.label()) \(name)" }

  /// From when the codes and names of today are valid.
  package static let validFrom = LocalDate(daysSince1970: 20_270)
}

/// One of the 10,035 units at commune level before 1 July 2025.
package struct FormerCommune: Hashable, Sendable {
  /// What a former commune became, wholly or in part.
  package struct Successor: Hashable, Sendable {
    /// The code of the commune of today.
    package let code: String
    /// Whether only a part of the territory went there.
    package let isPart: Bool
    /// Of several parts, the one to assume when nothing else is known; true for a whole.
    package let isDefault: Bool
  }

  /// Five digits; a commune of today may carry the same ones for another territory.
  package let code: String
  /// Commune, ward or town.
  package let kind: CommuneKind
  /// Without the kind.
  package let name: String
  /// The district with its kind: Huyện Thanh Chương.
  package let district: String
  /// The code of the former province, of 63.
  package let provinceCode: String
  /// The communes of today that its territory went to, by code; never empty.
  package let successors: [Successor]

  /// The name with its kind: Thị trấn Dùng.
  package var fullName: String { "\(kind.label()) \(name)" }
}

/// A province of today.
package struct Province: Hashable, Sendable {
  /// Two digits.
  package let code: String
  /// With its kind: Tỉnh Nghệ An.
  package let name: String
}

/// A province before 1 July 2025.
package struct FormerProvince: Hashable, Sendable {
  /// Two digits.
  package let code: String
  /// With its kind: Tỉnh Hà Tây.
  package let name: String
  /// The code of the province of today that it belongs to.
  package let successorCode: String
}
