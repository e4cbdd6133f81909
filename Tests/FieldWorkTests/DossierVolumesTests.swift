import Testing

@testable import FieldWork

@Suite struct DossierVolumesTests {
  @Test func `the volumes of all communes of Phú Thọ are there, under codes of today`() throws {
    #expect(DossierVolumes.all.count == 148)
    #expect(DossierVolumes.all.allSatisfy { Communes.commune(code: $0.code)?.provinceCode == "25" })
    #expect(DossierVolumes.all.allSatisfy { $0.received > 0 && $0.overdue <= $0.received })
    let city = try #require(DossierVolumes.volume(ofCommune: "07900"))
    #expect(city.received == 8_253 && city.overdue == 885 && city.overduePercent == 10)
    #expect(DossierVolumes.medianReceived == 2_876)
    #expect(DossierVolumes.volume(ofCommune: "17713") == nil)
  }

  @Test func `the attribution names where they come from`() {
    #expect(ReferenceAttribution.text.contains(ReferenceAttribution.dossiers))
  }
}
