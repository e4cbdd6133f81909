import Foundation
import Testing

@testable import FieldWork

/// Whatever keyboard or file a text comes from, the store holds it composed.
struct ComposedTextTests {
  /// The texts inside a record, however deep.
  private func texts(_ value: Any) -> [String] {
    if let text = value as? String { return [text] }
    return Mirror(reflecting: value).children.flatMap { texts($0.value) }
  }

  private func expectComposed(_ record: some Any, holding count: Int) {
    let found = texts(record).filter { $0.utf8.contains { $0 > 0x7F } }
    #expect(found.count >= count, "\(record)")
    for text in found {
      #expect(text.precomposedStringWithCanonicalMapping.utf8.elementsEqual(text.utf8), "\(text)")
    }
  }

  private func loose(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }

  @Test func `records typed in decomposed letters are stored composed`() throws {
    let world = try FieldWorld()
    let store = world.laptop
    let author = try world.member(loose("Nguyễn Văn An"))
    let place = try store.reader.findPlace(loose("Xóm 1"))
    let household = try store.addHousehold(
      HouseholdDraft(
        place: place.id, name: loose("Hồ Văn Đức"), address: loose("ngõ Đường Ấp"),
        note: loose("nhà ở cuối ngõ")), author: author, clock: world.clock()
    ).id
    expectComposed(try store.reader.existing(Household.self, household), holding: 3)
    let resident = try store.addResident(
      ResidentDraft(
        household: household, fullName: loose("Hồ Thị Ngọc Ẩn"), sortName: loose("Ẩn Hồ"),
        birth: "1950", note: loose("nói tiếng Thái")), author: author, clock: world.clock()
    ).id
    expectComposed(try store.reader.existing(Resident.self, resident), holding: 3)
    let visit = try store.addVisit(
      VisitDraft(household: household, outcome: loose("đã gặp"), note: loose("đã hẹn")),
      author: author, clock: world.clock()
    ).id
    expectComposed(try store.reader.existing(Visit.self, visit), holding: 1)
    try store.void(
      .visit, visit, reason: loose("ghi nhầm hộ"), author: author, clock: world.clock())
    expectComposed(try store.reader.existing(Visit.self, visit), holding: 2)
    #expect(try store.search.find("hồ thị ngọc ẩn").count == 1)
    #expect(try store.search.find(loose("hồ thị ngọc ẩn")).count == 1)
  }

  @Test func `a directory in decomposed letters is stored composed`() throws {
    let world = try FieldWorld()
    let plan = try world.centre.previewDirectory(
      hamlets: Array(loose("commune_code,name,kind\n17713,Xóm Đồng Ấp,xóm\n").utf8),
      members: Array(
        loose(
          "hamlet,team,full_name,role,organisation,phone,from\n"
            + "Xóm Đồng Ấp,Tổ Đồng Ấp,Đặng Thị Ngữ,tổ trưởng,Hội Phụ nữ,,\n"
        ).utf8))
    try world.centre.applyDirectory(plan, clock: world.clock())
    let place = try world.centre.reader.findPlace("Xóm Đồng Ấp")
    expectComposed(place, holding: 1)
    expectComposed(try world.centre.reader.findMember("Đặng Thị Ngữ"), holding: 3)
    #expect(
      try world.centre.reader.teams().contains {
        $0.name?.utf8.elementsEqual("Tổ Đồng Ấp".utf8) ?? false
      })
  }
}
