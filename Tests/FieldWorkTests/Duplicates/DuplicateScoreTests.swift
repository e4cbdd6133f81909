import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct DuplicateScoreTests {
  private func person(
    _ name: String, _ day: Int? = nil, _ month: Int? = nil, _ year: Int? = nil,
    household: Int64 = 1, place: Int64 = 1, phone: String? = nil, id: UInt8? = nil, sex: Sex? = nil
  ) -> PersonProfile {
    var profile = PersonProfile()
    profile.name = PersonName(name)
    (profile.birthDay, profile.birthMonth, profile.birthYear) = (day, month, year)
    profile.household = RowID(rawValue: household)
    profile.place = RowID(rawValue: place)
    profile.phone = phone
    profile.idHash = id.map { [$0] }
    profile.sex = sex
    return profile
  }

  private func score(_ one: PersonProfile, _ other: PersonProfile) -> DuplicateScore? {
    let register = RegisterFrequencies([one, other])
    let score = DuplicateScore(one, other, in: register)
    #expect(score?.points == DuplicateScore(other, one, in: register)?.points)
    return score
  }

  private func codes(_ score: DuplicateScore?) -> Set<String> {
    Set(score?.reasons.map(\.code) ?? [])
  }

  @Test func `each way to differ has its own reason`() {
    let one = person("Lò Thị Dợ", 4, 11, 1950, phone: "0912000111", id: 1, sex: .female)
    for (other, reason, isAgainst) in [
      (person("Lo Thi Do", 4, 11, 1950), "name-unmarked", false),
      (person("Lò Thị Dợ", 11, 4, 1950), "swapped-birth-date", false),
      (person("Lò Thị Dợ", 4, 11, 1949), "birth-year-beside", false),
      (person("Lò Thị Dợ", nil, nil, 1950), "same-birth-year", false),
      (person("Lò Thị Dợ", 5, 6, 1950), "other-birth-day", true),
      (person("Lò Thị Dợ", nil, nil, 1930), "other-birth-year", true),
      (person("Lò Thị Dợ", id: 2), "other-id", true),
      (person("Lò Thị Dợ", sex: .male), "other-sex", true),
      (person("Lò Thị Dợ", household: 2, phone: "0912000111"), "same-phone", false),
      (person("Lò Thị Dợ", phone: "0912000111"), "shared-phone", false),
      (person("Vàng A Chứ", id: 1), "same-id", false),
    ] {
      let found = score(one, other)
      #expect(codes(found).contains(reason), "\(reason): \(codes(found))")
      #expect(found?.reasons.first { $0.code == reason }?.isAgainst == isAgainst)
    }
  }

  @Test func `the first of January says no more than the year`() {
    let known = person("Lò Thị Dợ", 1, 1, 1950)
    #expect(codes(score(known, known)).contains("same-birth-year"))
    #expect(codes(score(known, person("Lò Thị Dợ", 7, 8, 1950))).contains("same-birth-year"))
  }

  @Test func `people without a name or id in common are not compared`() {
    #expect(score(person("Lò Thị Dợ", 1, 2, 1950), person("Vàng A Chứ", 1, 2, 1950)) == nil)
  }

  @Test func `two ids weigh more than everything else`() {
    let one = person("Lò Thị Dợ", 4, 11, 1950, phone: "0912000111", id: 1)
    let other = person("Lò Thị Dợ", 4, 11, 1950, phone: "0912000111", id: 2)
    #expect(score(one, other)?.isCandidate == false)
  }

  @Test func `every reason is told the strongest first`() {
    let one = person("Lò Thị Dợ", 4, 11, 1950, id: 1)
    let reasons = score(one, person("Lò Thị Dợ", nil, nil, 1950, id: 1))?.reasons.map(\.code)
    #expect(reasons?.first == "same-id")
    #expect(reasons?.count == 4)
  }
}
