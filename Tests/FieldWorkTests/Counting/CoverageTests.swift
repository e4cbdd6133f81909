import Testing

@testable import FieldWork

@Suite struct CoverageTests {
  private func laptop(_ label: String, _ through: String?) -> Coverage.Laptop {
    Coverage.Laptop(
      label: label, team: nil, reportedThrough: through.flatMap(LocalDateTime.init(iso:)))
  }

  @Test func `the strip says how many laptops have reported through which day`() {
    let coverage = Coverage(
      of: month(), today: day("2026-11-18"),
      laptops: [
        laptop("c", nil), laptop("b", "2026-11-17T23:59"), laptop("a", "2026-11-18T16:42"),
      ])
    #expect(coverage.words.english == "1 of 3 laptops have reported through 18/11")
    #expect(coverage.words.vietnamese == "1/3 máy đã gửi số liệu đến 18/11")
    #expect(coverage.missing.map(\.label) == ["b", "c"])
    #expect(!coverage.isComplete)
  }

  @Test func `a period that is over asks for reports through its end`() {
    let coverage = Coverage(
      of: month("2026-10"), today: day("2026-11-18"), laptops: [laptop("a", "2026-11-02T08:00")])
    #expect(coverage.words.english == "1 of 1 laptop has reported through 31/10")
    #expect(coverage.isComplete)
  }

  @Test func `no report and no laptop are not zero`() {
    let none = Coverage(of: month(), today: day("2026-11-18"), laptops: [])
    #expect(none.words.english == "no laptop has been enrolled yet")
    #expect(!none.isComplete)
    let silent = Coverage(of: month(), today: day("2026-11-18"), laptops: [laptop("a", nil)])
    #expect(silent.words.english == "the only laptop has not reported yet")
  }

  @Test func `the centre's own list of laptops makes the strip`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Bản Mường"])
    world.pass(hours: 24)
    try world.sync(world.laptop)
    let coverage = Coverage(
      of: month(), today: day("2026-11-19"),
      laptops: try world.centre.store.peers().map(Coverage.Laptop.init))
    #expect(coverage.words.english == "1 of 2 laptops have reported through 19/11")
    #expect(coverage.missing.map(\.label) == ["laptop-2"])
  }
}
