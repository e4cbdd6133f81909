import Testing

@testable import FieldWork

struct SearchFoldTests {
  @Test func `three levels keep tone and letters, letters, and neither`() {
    #expect(Array(SearchFold.exact("ĐỨC").utf8) == Array("đưc\u{301}".utf8))
    #expect(Array(SearchFold.toneless("Đức Thọ").utf8) == Array("đưc tho".utf8))
    #expect(SearchFold.base("Đường số Ð") == "duong so d")
  }

  @Test(arguments: [("hòa", "hoà"), ("thúy", "thuý"), ("HÒA", "hoà"), ("khỏe", "khoẻ")])
  func `both tone placements are the same word`(first: String, second: String) {
    #expect(SearchFold.words(first) == SearchFold.words(second))
  }

  @Test func `all apostrophes are one and absent from base letters`() {
    #expect(SearchFold.words("H’Mông") == SearchFold.words("h'mông"))
    #expect(SearchFold.base("K'Bông 'x'") == "kbong x")
  }

  @Test func `decomposed text folds as composed`() {
    #expect(
      SearchFold.words("Nguye\u{302}\u{303}n") == SearchFold.words("Nguyễn"))
    #expect(SearchFold.words("O\u{31B}\u{309}") == SearchFold.words("Ở"))
  }

  @Test func `every Vietnamese letter folds to a plain letter`() {
    let letters = "aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
    for letter in letters {
      let base = SearchFold.base(String(letter))
      #expect(base.utf8.count == 1, "\(letter)")
      #expect(SearchFold.base(letter.uppercased()) == base, "\(letter)")
      #expect(SearchFold.exact(letter.uppercased()) == SearchFold.exact(String(letter)))
    }
    #expect(SearchFold.base("ñüçøß") == "nucos")
  }

  @Test func `other marks part words`() {
    #expect(SearchFold.base("Ba Đình - Hà Nội, (số 5)") == "ba dinh ha noi so 5")
    #expect(SearchFold.words("-,. ’'").isEmpty)
  }
}
