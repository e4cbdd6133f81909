import Testing

@testable import FieldWork

struct InputProblemTests {
  @Test func `codes differ and every problem speaks both languages`() {
    let problems: [InputProblem] = [
      .textEmpty, .textTooLong(limit: 3), .textControlCharacter, .dateUnreadable, .dateTwoDigitYear,
      .dateImpossible, .hourUnreadable,
      .periodUnreadable, .periodBackwards, .termUnreadable, .personalIDNotDigits,
      .personalIDLength(found: 3), .personalIDOldCard, .personalIDProvince("000"),
      .personalIDFuture(year: 2100), .phoneNotDigits, .phoneLength(found: 3), .phonePrefix("011"),
      .phoneOldMobile(suggestion: "0321234567"),
    ]
    #expect(Set(problems.map(\.code)).count == problems.count)
    for problem in problems {
      #expect(problem.message(in: .vietnamese) != problem.message(in: .english))
    }
  }
}
