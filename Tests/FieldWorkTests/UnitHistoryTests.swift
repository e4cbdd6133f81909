import Testing

@testable import FieldWork

@Suite struct UnitHistoryTests {
  @Test func `17713 was Thanh Chương, then Dùng, and is Đại Đồng`() {
    let history = PlaceLineage.history(code: "17713")
    #expect(
      history.map(\.name) == ["Thị trấn Thanh Chương", "Thị trấn Dùng", "Xã Đại Đồng"])
    #expect(history.map(\.validFrom) == [nil, day("2024-12-01"), day("2025-07-01")])
    #expect(history[1].predecessors.map(\.code).sorted() == ["17713", "17752", "17761"])
    #expect(history[1].successors.map(\.name) == ["Xã Đại Đồng"])
    #expect(history[2].predecessors.count == 5)
    #expect(history[2].predecessors.contains { $0.name.hasPrefix("Thị trấn Dùng") })
    #expect(PlaceLineage.history(code: "99999").isEmpty)
  }

  @Test func `every relation stands on both sides, and 471 communes were split`() {
    var forward: Set<String> = []
    var backward: Set<String> = []
    var split = 0
    for former in Communes.former {
      let last = PlaceLineage.history(code: former.code).last {
        $0.validTo == day("2025-06-30")
      }
      let successors = last?.successors ?? []
      if successors.contains(where: \.isPart) { split += 1 }
      for relation in successors {
        forward.insert("\(former.code) \(relation.code) \(relation.isPart)")
      }
    }
    for commune in Communes.all {
      for period in PlaceLineage.history(code: commune.code) where period.validTo == nil {
        for relation in period.predecessors {
          backward.insert("\(relation.code) \(commune.code) \(relation.isPart)")
        }
      }
    }
    #expect(forward == backward)
    #expect(forward.count == 10_597)
    #expect(split == 471)
  }

  @Test func `the year before ends with its month, and is not a week of another number`() throws {
    func before(_ text: String) throws -> String {
      let period = try Period.parse(text, today: day("2026-11-18")).yearBefore
      return "\(period.from.iso) \(period.to.iso)"
    }
    #expect(try before("2025-02") == "2024-02-01 2024-02-29")
    #expect(try before("2024-02-29") == "2023-02-28 2023-02-28")
    #expect(try before("2026-Q4") == "2025-10-01 2025-12-31")
    #expect(try before("2026") == "2025-01-01 2025-12-31")
    #expect(try before("2026-11-10..2026-11-18") == "2025-11-10 2025-11-18")
    #expect(try Period.parse("2025-02", today: .latest).yearBefore.kind == .month)
  }
}
