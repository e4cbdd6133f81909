import Testing

@testable import FieldWork

struct CommunesTests {
  @Test func `the data hold all provinces and communes of today and before`() {
    #expect(Provinces.all.count == 34)
    #expect(Provinces.former.count == 63)
    #expect(Communes.all.count == 3321)
    #expect(Communes.former.count == 10_035)
    #expect(Set(Communes.all.map(\.code)).count == 3321)
    #expect(Set(Communes.former.map(\.code)).count == 10_035)
  }

  @Test func `the map has 10,597 pairs, 471 split communes, one default part each`() {
    #expect(Communes.former.reduce(0) { $0 + $1.successors.count } == 10_597)
    let split = Communes.former.filter { $0.successors.contains(where: \.isPart) }
    #expect(split.count == 471)
    for former in Communes.former {
      #expect(former.successors.count { $0.isDefault } == 1, "\(former.code)")
      #expect(former.successors.allSatisfy { Communes.commune(code: $0.code) != nil })
    }
  }

  @Test func `a commune has its province and place on the map`() throws {
    let commune = try #require(Communes.commune(code: " 17713 "))
    #expect(commune.fullName == "Xã Đại Đồng")
    #expect(commune.provinceCode == "40")
    #expect(Communes.communes(inProvince: "40").count == 130)
    #expect(Communes.communes(inProvince: "99").isEmpty)
    let latitude = try #require(commune.latitude)
    #expect((18...20).contains(latitude))
    #expect(Communes.commune(code: "1771") == nil)
  }

  @Test func `every province counts its communes and knows those before`() {
    #expect(Provinces.all.reduce(0) { $0 + Communes.communes(inProvince: $1.code).count } == 3321)
    #expect(Communes.all.allSatisfy { Provinces.province(code: $0.provinceCode) != nil })
    #expect(Communes.former.allSatisfy { Provinces.formerProvince(code: $0.provinceCode) != nil })
    #expect(Provinces.former.allSatisfy { Provinces.province(code: $0.successorCode) != nil })
    #expect(
      Communes.predecessors(ofCommune: "17713").map(\.fullName).contains("Thị trấn Dùng"))
  }

  @Test func `codes are digits and names are clean`() {
    let codes = Communes.all.map(\.code) + Communes.former.map(\.code)
    #expect(codes.allSatisfy { $0.utf8.count == 5 && $0.utf8.allSatisfy { 48...57 ~= $0 } })
    let names = Communes.all.map(\.name) + Communes.former.map(\.name)
    #expect(
      names.allSatisfy { (try? NormalizedText($0).value.utf8.elementsEqual($0.utf8)) == true })
  }
}
