import Testing

@testable import FieldWork

struct VietnameseCollationTests {
  @Test func `letters follow the alphabet`() {
    let letters = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z"
      .split(separator: " ").map(String.init)
    #expect(letters.reversed().sorted(by: VietnameseCollation.precedes) == letters)
  }

  @Test func `tones follow none, huyền, hỏi, ngã, sắc, nặng, then case`() {
    let words = ["ma", "Ma", "mà", "mả", "mã", "má", "mạ", "mạn", "măn"]
    #expect(words.reversed().sorted(by: VietnameseCollation.precedes) == words)
  }

  @Test func `letters of the whole text weigh more than tones`() {
    #expect(VietnameseCollation.precedes("má con", "ma da"))
    #expect(VietnameseCollation.precedes("Đan", "Đào"))
    #expect(VietnameseCollation.precedes("Bản 2", "Bản Nà"))
  }

  @Test func `numbers sort by their value wherever they stand`() {
    let places = [
      "Tổ 1 khu 2", "Tổ 1 khu 10", "Tổ 2", "Tổ 2A", "Tổ 10", "Tổ 10000000000000000000",
      "Tổ 20000000000000000000", "Tổ 100000000000000000000", "Tổ dân phố",
    ]
    #expect(places.reversed().sorted(by: VietnameseCollation.precedes) == places)
    #expect(VietnameseCollation.precedes("Xóm 007", "Xóm 8"))
    #expect(VietnameseCollation.sortKey("Xóm 07") != VietnameseCollation.sortKey("Xóm 7"))
  }

  @Test func `decomposed text sorts as composed`() {
    #expect(VietnameseCollation.sortKey("Hoa\u{300}") == VietnameseCollation.sortKey("Hoà"))
  }

  @Test func `people sort by given name, family name, middle names`() {
    let people = [
      "Lê Văn An", "Nguyễn Thị An", "Nguyễn Văn An", "Trần Ân", "Lò Thị Bình", "Đào", "Vũ Đào",
    ]
    let sorted = people.reversed().sorted {
      PersonNameOrder.sortKey(fullName: $0)
        .lexicographicallyPrecedes(PersonNameOrder.sortKey(fullName: $1))
    }
    #expect(sorted == people)
  }

  @Test func `an explicit sort name wins`() {
    let odd = PersonNameOrder.sortKey(fullName: "H'Hen Niê", sortName: "H'Hen")
    let other = PersonNameOrder.sortKey(fullName: "Trần Mai")
    #expect(odd.lexicographicallyPrecedes(other))
  }
}
