import Testing

@testable import FieldWork

struct PhoneNumberTests {
  @Test(arguments: [
    ("0912345678", "0912345678"), ("0912 345 678", "0912345678"), ("+84 912 345 678", "0912345678"),
    ("+84 (0)912.345.678", "0912345678"), ("84912345678", "0912345678"),
    ("0084912345678", "0912345678"),
    ("0238 3842 123", "02383842123"), ("024 3825 1234", "02438251234"),
    ("0203456789", "0203456789"),
  ])
  func `numbers are brought to one form`(text: String, canonical: String) throws {
    #expect(try PhoneNumber(text).canonical == canonical)
  }

  @Test func `mobile and fixed lines are told apart and grouped`() throws {
    #expect(try PhoneNumber("0387654321").isMobile)
    #expect(try !PhoneNumber("02383842123").isMobile)
    #expect(try PhoneNumber("0912345678").description == "0912 345 678")
  }

  @Test(arguments: [
    ("091234567", InputProblem.phoneLength(found: 9)), ("09123456789", .phoneLength(found: 11)),
    ("0612345678", .phonePrefix("061")), ("0952345678", .phonePrefix("095")),
    ("+44 20 1234 5678", .phonePrefix("+44")), ("912345678", .phonePrefix("91")),
    ("09123x5678", .phoneNotDigits), ("", .phoneLength(found: 0)),
    ("020345678", .phoneLength(found: 9)),
    ("01681234567", .phoneOldMobile(suggestion: "0381234567")),
  ])
  func `a wrong number says why`(text: String, problem: InputProblem) {
    #expect(throws: problem) { try PhoneNumber(text) }
  }
}
