import FieldWork

/// Invented households of the demonstration. Every name says that it is made up.
enum DemoPeople {
  /// A household, the person who is helped there, and how the visit went.
  struct Household {
    var hamlet: Int
    var name: String
    var birthYear: String
    var isShop = false
  }

  private static let families = ["Nguyễn", "Trần", "Lê", "Phan", "Hoàng", "Bùi", "Đặng", "Võ"]
  private static let middles = ["Văn", "Thị", "Hữu", "Thị", "Đình", "Thị"]
  private static let givens = [
    "An", "Hoa", "Lộc", "Mỹ", "Quý", "Thảo", "Đức", "Ngọc", "Sơn", "Yến", "Khánh", "Út",
  ]

  /// The households that one laptop visits in its week, the same in every demonstration.
  static func households(laptop: Int, hamlet: Int, count: Int) -> [Household] {
    (0..<count).map { index in
      let pick = laptop * 5 + index * 7
      let name = [
        families[pick % families.count], middles[(pick + index) % middles.count],
        givens[(pick + laptop) % givens.count],
      ].joined(separator: " ")
      return Household(
        hamlet: hamlet, name: "\(name) \(InventedNames.mark)",
        birthYear: String(1938 + (pick * 3) % 55), isShop: index % 6 == 5)
    }
  }
}
