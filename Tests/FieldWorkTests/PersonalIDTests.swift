import Testing

@testable import FieldWork

struct PersonalIDTests {
  private let today = LocalDate(year: 2026, month: 11, day: 18) ?? .earliest

  @Test func `a number tells birth year, sex and province`() throws {
    let id = try PersonalID("040 190 001234", today: today)
    #expect((id.birthYear, id.sex, id.provinceCode) == (1990, .female, "40"))
    #expect(id.lastFour == "1234")
    #expect(String(decoding: id.canonicalBytes, as: UTF8.self) == "040190001234")
    let young = try PersonalID("001220000001", today: today)
    #expect((young.birthYear, young.sex) == (2020, .male))
  }

  @Test func `abolished provinces and countries stay valid`() throws {
    #expect(try PersonalID("026190001234", today: today).provinceCode == "26")
    #expect(try PersonalID("145190001234", today: today).provinceCode == nil)
  }

  @Test(arguments: [
    ("04019000123", InputProblem.personalIDLength(found: 11)),
    ("0401900012345", .personalIDLength(found: 13)), ("186123456", .personalIDOldCard),
    ("04019000123a", .personalIDNotDigits), ("000190001234", .personalIDProvince("000")),
    ("003190001234", .personalIDProvince("003")), ("099190001234", .personalIDProvince("099")),
    ("040427001234", .personalIDFuture(year: 2127)),
    ("040227001234", .personalIDFuture(year: 2027)),
    ("٠٤٠١٩٠٠٠١٢٣٤", .personalIDNotDigits), ("", .personalIDLength(found: 0)),
  ])
  func `a wrong number says why`(text: String, problem: InputProblem) {
    #expect(throws: problem) { try PersonalID(text, today: today) }
  }

  @Test func `the number does not leak through printing`() throws {
    let id = try PersonalID("040190001234", today: today)
    var dumped = ""
    dump(id, to: &dumped)
    for text in ["\(id)", String(reflecting: id), dumped] {
      #expect(!text.contains("0401"))
      #expect(text.contains("1234"))
    }
  }
}
