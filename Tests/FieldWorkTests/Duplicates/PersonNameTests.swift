import Testing

@testable import FieldWork

@Suite struct PersonNameTests {
  private func agreement(_ one: String, _ other: String) -> PersonName.Agreement? {
    guard let one = PersonName(one), let other = PersonName(other) else { return nil }
    let agreement = one.agreement(with: other)
    #expect(agreement == other.agreement(with: one))
    return agreement
  }

  @Test func `the placement of a tone, composition and upper case make no other name`() {
    for other in ["nguyễn thị hòa", "NGUYỄN THỊ HOÀ", "Nguyễn Thị Ho\u{61}\u{300}"] {
      #expect(agreement("Nguyễn Thị Hoà", other) == .same, "\(other)")
    }
    #expect(agreement("Nguyễn Thị Thuý", "Nguyễn Thị Thúy") == .same)
  }

  @Test func `names agree less the more of them differs`() {
    for (one, other, expected) in [
      ("Đặng Văn Đức", "Dang Van Duc", .unmarked),
      ("Nguyễn Thị Hoa", "Nguyễn Thị Hòa", .otherMarks),
      ("Đỗ Văn Đạt", "Dỗ Văn Dạt", .otherMarks), ("Lò Văn Páo", "Páo Lò Văn", .otherOrder),
      ("Trần Văn Hùng", "Trần Văn Hùg", .oneLetter), ("Trần Văn Hùng", "Trần Vnă Hùng", .oneLetter),
      ("Trần Văn Hùng", "Trần Văn Hằng", .oneLetter),
      ("Trần Văn Hùng", "Trần Văn Dũng", .oneLetter),
      ("Trần Văn Hùng", "Trần Thị Hùng", nil), ("Trần Văn Hùng", "Trần Văn Minh", nil),
      ("A", "B", nil),
    ] as [(String, String, PersonName.Agreement?)] {
      #expect(agreement(one, other) == expected, "\(one) / \(other)")
    }
    #expect(PersonName("  – ?") == nil)
  }

  @Test func `names off by one letter have a spelling in common`() throws {
    func spellings(_ text: String) throws -> Set<UInt64> {
      var found: Set<UInt64> = []
      try #require(PersonName(text)).spellings(5) { found.insert($0) }
      return found
    }
    let name = "Hoàng Thị Khuyên"
    let letters = Array(name)
    for place in letters.indices where letters[place] != " " {
      var lost = letters
      lost.remove(at: place)
      var wrong = letters
      wrong[place] = "x"
      for other in [lost, wrong] {
        #expect(try !spellings(name).isDisjoint(with: spellings(String(other))), "\(other)")
      }
    }
  }
}
