import Testing

@testable import FieldWork

struct PlaceSearchTests {
  @Test func `a place is found without marks`() throws {
    let hits = PlaceSearch.find("duc dong", limit: 50)
    let names = hits.map { hit in
      switch hit.match {
      case .current(let commune): commune.fullName
      case .former(let former, _): former.fullName
      case .earlier(let unit, _): unit.fullName
      }
    }
    #expect(names.first == "Xã Đức Đồng")
    #expect(hits.allSatisfy { $0.level == .base })
  }

  @Test func `a former name says what it became`() throws {
    let hit = try #require(PlaceSearch.find("thi tran dung").first)
    guard case .former(let former, let became) = hit.match else {
      Issue.record("not a former commune: \(hit)")
      return
    }
    #expect(former.code == "17713")
    #expect(became.map(\.fullName) == ["Xã Đại Đồng"])
  }

  @Test func `a name of long ago is followed to today`() {
    let became = PlaceSearch.find("thị trấn thanh chương").compactMap { hit -> [Commune]? in
      if case .earlier(_, let became) = hit.match { became } else { nil }
    }
    #expect(became.first?.map(\.code) == ["17713"])
  }

  @Test func `the province narrows a name that repeats and today comes first`() {
    for query in ["đại đồng nghệ an", "dai dong nghe an", "ddaij ddoongf ngheej an"] {
      guard case .current(let commune)? = PlaceSearch.find(query).first?.match else {
        Issue.record("no commune of today for \(query)")
        continue
      }
      #expect(commune.code == "17713")
    }
  }

  @Test func `a code finds the unit of today first`() {
    guard case .current(let commune)? = PlaceSearch.find("17713").first?.match else {
      Issue.record("no commune of today")
      return
    }
    #expect(commune.code == "17713")
  }
}
