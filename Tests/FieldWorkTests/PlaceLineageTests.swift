import Testing

@testable import FieldWork

struct PlaceLineageTests {
  @Test func `a code names different units at different times`() throws {
    #expect(
      PlaceLineage.units(code: "17713").map(\.fullName)
        == ["Thị trấn Thanh Chương", "Thị trấn Dùng", "Xã Đại Đồng"])
    for (day, name) in [
      ("2024-11-30", "Thị trấn Thanh Chương"), ("2025-06-30", "Thị trấn Dùng"),
      ("2025-07-01", "Xã Đại Đồng"),
    ] {
      let date = try #require(LocalDate(iso: day))
      #expect(PlaceLineage.units(code: "17713").first { $0.isValid(on: date) }?.fullName == name)
    }
  }

  @Test func `codes without recorded history have the units of the lists`() throws {
    let units = PlaceLineage.units(code: "00004")
    #expect(units.map(\.fullName) == ["Phường Trúc Bạch", "Phường Ba Đình"])
    #expect(units.first?.validTo?.iso == "2025-06-30")
    #expect(PlaceLineage.units(code: "99999").isEmpty)
  }
}
