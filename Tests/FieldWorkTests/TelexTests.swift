import Testing

@testable import FieldWork

struct TelexTests {
  @Test(arguments: [
    ("nguyeenx", "nguyễn"), ("nguyeexn", "nguyễn"), ("nguyeen", "nguyên"), ("dduwcs", "đức"),
    ("ddoongf", "đồng"), ("ddoofng", "đồng"), ("dongod", "đông"), ("huwowng", "hương"),
    ("huowng", "hương"), ("hoaf", "hòa"), ("trangr", "trảng"), ("tranf", "tràn"),
    ("traanf", "trần"), ("quys", "quý"), ("giangfz", "giang"), ("phuwowngf", "phường"),
    ("duongw", "dương"), ("muwa", "mưa"), ("muaw", "mưa"), ("quaan", "quân"), ("thuyr", "thủy"),
    ("ddawngj", "đặng"), ("wowng", "ương"), ("nghieemj", "nghiệm"), ("hoawngf", "hoằng"),
    ("hoangwf", "hoằng"), ("thuowr", "thuở"), ("quowr", "quở"), ("xoawn", "xoăn"),
  ])
  func `raw keys stand for the word`(keys: String, word: String) {
    #expect(Telex.word(Array(keys.utf8)) == SearchFold.words(word).first)
  }

  @Test(arguments: ["birth", "marriage", "land", "residence", "duc", "a", "xyz", "password"])
  func `words that are no Telex stay as they are`(keys: String) {
    #expect(Telex.word(Array(keys.utf8)) == nil)
  }
}
