import Testing

@testable import FieldWork

@Suite struct CoverageTests {
  private func laptop(
    _ label: String, _ through: String?, _ setback: Coverage.Setback? = nil
  ) -> Coverage.Laptop {
    Coverage.Laptop(
      label: label, team: nil, reportedThrough: through.flatMap(LocalDateTime.init(iso:)),
      setback: setback)
  }

  @Test func `what was reported to a centre that was set back since does not count as reported`() {
    let coverage = Coverage(
      of: month(), today: day("2026-11-18"),
      laptops: [
        laptop("a", "2026-11-18T08:00", .awaited), laptop("b", nil, .awaited),
        laptop("c", "2026-11-18T09:00", .stopped(areas: ["Xóm 1"])),
      ], setBack: LocalDateTime(iso: "2026-11-18T10:00"))
    #expect(coverage.words.english == "0 of 3 laptops have reported through 18/11")
    #expect(!coverage.isComplete && coverage.missing.count == 3)
    let sentences = coverage.shortfalls().map(\.english)
    #expect(sentences.count == 2)
    #expect(sentences[0].contains("at 18/11/2026 10:00; not back since: a, b."))
    #expect(sentences[0].contains("which is not 0"))
    #expect(sentences[1].hasPrefix("c stopped in “Xóm 1”"))
    let all = Coverage(
      of: month(), today: day("2026-11-18"), laptops: [laptop("b", nil, .awaited)])
    #expect(all.words.english == "0 of 1 laptop has reported through 18/11")
  }

  @Test func `batches that wait or were lost are said beside a number that all have reported to`() {
    let coverage = Coverage(
      of: month(), today: day("2026-11-18"), laptops: [laptop("a", "2026-11-18T08:00")],
      heldBatches: 1, lostBatches: 2)
    #expect(coverage.missing.isEmpty && !coverage.isComplete)
    let sentences = coverage.shortfalls()
    #expect(sentences[0].english.contains("1 received batch waits for another part and is not"))
    #expect(sentences[1].english.contains("2 batches were declared lost and never came"))
    #expect(sentences[1].vietnamese.contains("2 gói đã khai báo mất"))
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

  @Test func `what is carried by hand is one sentence, and names only couriers that are listed`() {
    func laptop(
      _ label: String, _ way: Coverage.Way?, with courier: String? = nil, since: String? = nil,
      isIncomplete: Bool = false
    ) -> Coverage.Laptop {
      let since = since.flatMap(LocalDateTime.init(iso:))
      return Coverage.Laptop(
        label: label, team: nil, reportedThrough: nil, way: way,
        onItsWay: since.map {
          Coverage.OnItsWay(courier: courier, since: $0, isIncomplete: isIncomplete)
        })
    }
    func words(_ laptops: [Coverage.Laptop]) -> BilingualText? {
      Coverage(of: month(), today: day("2026-11-18"), laptops: laptops).carriedWords
    }
    #expect(words([laptop("a", .network), laptop("b", nil)]) == nil)
    let carried = [
      laptop("a", .stick, with: "Máy 7", since: "2026-11-18T08:00"),
      laptop("b", .network, with: "Máy 7", since: "2026-11-17T08:00"), laptop("c", .stick),
      laptop("Máy 7", .network),
    ]
    #expect(
      words(carried)?.english
        == "2 laptops' packs are on their way with Máy 7 since 17/11; 2 laptops last handed over by "
        + "stick.")
    #expect(
      words(carried)?.vietnamese
        == "Gói của 2 máy đang trên đường về, Máy 7 mang từ 17/11; 2 máy nộp lần cuối bằng USB.")
    #expect(
      words(Array(carried.prefix(1)))?.english
        == "1 laptop's pack is on its way since 18/11; 1 laptop last handed over by stick.")
    let incomplete = [
      laptop("d", .courier, since: "2026-11-18T08:00", isIncomplete: true)
    ]
    #expect(
      words(incomplete)?.english
        == "1 laptop's pack came incomplete and has to be packed again; 1 laptop last handed over "
        + "through another laptop.")
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
