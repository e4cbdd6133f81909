/// Names for people who do not exist, as a register of northern Viet Nam has them: a few families
/// hold most people, and so do a few given names.
package enum InventedNames {
  /// Stands behind the name of everybody who is made up, so that nobody takes them for real.
  package static let mark = "(mẫu)"

  /// Families with their share of a thousand people, as censuses of names report it.
  private static let families: [(String, Int)] = [
    ("Nguyễn", 315), ("Trần", 109), ("Lê", 89), ("Phạm", 65), ("Hoàng", 50), ("Phan", 42),
    ("Vũ", 38), ("Đặng", 30), ("Bùi", 28), ("Đỗ", 26), ("Hồ", 22), ("Ngô", 22), ("Dương", 18),
    ("Lò", 18), ("Lý", 14), ("Đinh", 13), ("Đào", 12), ("Trịnh", 12), ("Mai", 10), ("Cao", 10),
    ("Lương", 9), ("Quàng", 9), ("Vi", 8), ("Sùng", 8), ("Giàng", 8), ("Hà", 7), ("Tô", 5),
    ("Thào", 5),
  ]
  private static let menMiddles: [(String, Int)] = [
    ("Văn", 380), ("Đình", 80), ("Hữu", 70), ("Xuân", 60), ("Đức", 60), ("Quang", 55),
    ("Minh", 50), ("Công", 45), ("Ngọc", 45), ("Duy", 40), ("Bá", 35), ("Thanh", 30), ("A", 25),
    ("Trọng", 25),
  ]
  private static let womenMiddles: [(String, Int)] = [
    ("Thị", 620), ("Thị Thu", 50), ("Thị Thanh", 45), ("Thị Hồng", 40), ("Thị Ngọc", 40),
    ("Thị Kim", 35), ("Thị Mai", 30), ("Ngọc", 30), ("Thuỳ", 25), ("Khánh", 20), ("Thảo", 20),
    ("Minh", 20), ("Diệu", 15), ("Mỹ", 10),
  ]
  private static let men = [
    "Hùng", "Dũng", "Tuấn", "Nam", "Sơn", "Long", "Hải", "Cường", "Thắng", "Đức", "Trung", "Hiếu",
    "Hoàng", "Quân", "Bình", "Minh", "Thành", "Khánh", "Phong", "Tùng", "Việt", "Anh", "Huy",
    "Hưng", "Kiên", "Lâm", "Lộc", "Mạnh", "Nghĩa", "Phúc", "Quyết", "Tâm", "Tân", "Thái", "Thịnh",
    "Tiến", "Toàn", "Tú", "Vinh", "Vượng", "Hoà", "Quý", "Chứ", "Páo", "Dơ", "Thuỷ", "Đạt",
    "Điệp", "Đông", "Khoa", "Khôi", "Luân", "Nhân", "Phú", "Sinh", "Tài", "Thuận", "Tín", "Trí",
    "Đại", "Bảo", "Chiến", "Chung", "Công", "Duy", "Giang", "Hậu", "Hào", "Học", "Kỳ",
  ]
  private static let women = [
    "Hoa", "Lan", "Hương", "Hằng", "Hà", "Thảo", "Nga", "Huyền", "Mai", "Linh", "Trang", "Nhung",
    "Thuỷ", "Yến", "Hạnh", "Hiền", "Liên", "Ngọc", "Phương", "Thu", "Vân", "Xuân", "Bình", "Dung",
    "Hồng", "Huệ", "Khuyên", "Loan", "Lý", "Minh", "Mơ", "Nguyệt", "Nhàn", "Oanh", "Quyên", "Sen",
    "Tâm", "Thanh", "Thắm", "Thoa", "Thơm", "Tươi", "Tuyết", "Hoà", "Quỳnh", "Duyên", "Mỹ", "Ánh",
    "Đào", "Cúc", "Chi", "Giang", "Hảo", "Hoài", "Kiều", "Lệ", "Luyến", "Ly", "My", "Na", "Nhi",
    "Nụ", "Phượng", "Sao", "Say", "Thư", "Trà", "Uyên", "Vui", "Dợ",
  ]

  /// A family's name, the frequent ones often.
  package static func family(_ random: inout some RandomNumberGenerator) -> String {
    weighted(families, &random)
  }

  /// Middle and given name.
  package static func own(isWoman: Bool, _ random: inout some RandomNumberGenerator) -> String {
    let middle = weighted(isWoman ? womenMiddles : menMiddles, &random)
    let names = isWoman ? women : men
    // The least of two draws: the first names of the list are three times as frequent.
    let place = min(
      Int.random(in: 0..<names.count, using: &random),
      Int.random(in: 0..<names.count, using: &random))
    return "\(middle) \(names[place])"
  }

  private static func weighted(
    _ choices: [(String, Int)], _ random: inout some RandomNumberGenerator
  ) -> String {
    var left = Int.random(in: 0..<choices.reduce(0) { $0 + $1.1 }, using: &random)
    for (choice, weight) in choices {
      left -= weight
      if left < 0 { return choice }
    }
    return choices[0].0
  }
}
