import Testing

@testable import FieldWork

struct TermTests {
  @Test(arguments: [
    ("5 ngày làm việc", "5 working-days"), ("5 working days", "5 working-days"),
    ("5w", "5 working-days"),
    ("15 ngày", "15 days"), ("15d", "15 days"), ("8 giờ", "8 hours"), ("1 hour", "1 hours"),
    ("2 tháng", "2 months"), ("12m", "12 months"),
  ])
  func `terms are read as typed`(text: String, canonical: String) throws {
    let term = try Term.parse(text)
    #expect(term.description == canonical)
    #expect(try Term.parse(canonical) == term)
  }

  @Test(arguments: ["", "5", "ngày", "-1 days", "3661 days", "99999999999999999999 days", "5 năm"])
  func `odd terms are refused`(text: String) {
    #expect(throws: InputProblem.termUnreadable) { try Term.parse(text) }
  }
}
