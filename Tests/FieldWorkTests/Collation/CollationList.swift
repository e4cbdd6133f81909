@testable import FieldWork

/// A large list to sort: all communes of today and before, generated names, and syllables that
/// differ in one mark, one tone or one capital only.
enum CollationList {
  /// The places of the reference data, each name once.
  static let places: [String] = unique(
    Communes.all.flatMap { [$0.name, $0.fullName] }
      + Communes.former.flatMap { [$0.name, $0.fullName, $0.district] }
      + Provinces.all.map(\.name))

  /// Names of people out of real parts.
  static let people: [String] = {
    let families = words(
      "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Vàng Giàng Cà Quàng"
    )
    let middles = words("Văn Thị Đức Minh Ngọc Hữu Quốc Thanh Xuân Kim Thế Thu Thùy Bảo A Thị_Ánh")
    let given = words(
      "An Ân Ấn Anh Ánh Ảnh Bảo Bào Báo Bình Bính Cường Dũng Dung Đào Đạo Đảo Giang Hà Hạ Hạnh Hằng "
        + "Hoa Hòa Hóa Hồng Hùng Hưng Khánh Lan Lân Lăng Liên Long Mai Mạnh Nam Năm Nga Ngà Phúc "
        + "Phượng Phương Quân Quang Quảng Sơn Tâm Tấm Thảo Thắng Thăng Tú Tư Từ Tùng Uyên Vân Vần Yến"
    )
    return families.flatMap { family in
      middles.flatMap { middle in
        given.map { "\(family) \(middle.replacing("_", with: " ")) \($0)" }
      }
    }
  }()

  /// Every vowel with every tone in small words, alone and in pairs, in three ways of writing.
  static let syllables: [String] = {
    let vowels = Array("aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ")
    let single = vowels.flatMap { vowel in
      ["\(vowel)", "d\(vowel)n", "đ\(vowel)", "n\(vowel) na", "b\(vowel)ch 2", "B\(vowel)ch 10"]
    }
    let some = Array("aàảãáạăắâấ")
    let pairs = some.flatMap { first in
      some.flatMap { second in
        ["l\(first) l\(second)m", "L\(first) L\(second)m", "L\(first) l\(second)m"]
      }
    }
    return single + pairs
  }()

  /// Every place, person and syllable once.
  static let all: [String] = unique(places + people + syllables)

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return names.filter { seen.insert(Array($0.utf8)).inserted }
  }
}
