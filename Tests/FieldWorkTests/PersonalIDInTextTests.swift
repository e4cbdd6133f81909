import Testing

@testable import FieldWork

@Suite struct PersonalIDInTextTests {
  @Test(arguments: [
    "038201012345", "Em 038201012345", "cccd 038 201 012 345.", "số 038-201-012345, nhà 3",
  ])
  func `a number of a resident is seen in free text`(text: String) {
    #expect(PersonalID.seemsToStand(in: text))
  }

  @Test(arguments: [
    "", "0912 345 678", "nhà 12, tổ 3", "0382010123456", "03820101234", "950201012345",
    "H40.17-260101-0001", "Tổ 03 0912345678", "Nguyễn Văn An 1950",
  ])
  func `telephones, addresses and codes are no such number`(text: String) {
    #expect(!PersonalID.seemsToStand(in: text))
  }

  @Test func `a personal id in an imported file is a problem of its line`() throws {
    let world = try FieldWorld()
    let members = FieldWorld.members + "\nXóm 1,Tổ Xóm 1,Hồ Văn Tư 040085001234,,,,\n"
    let refused = fieldError {
      _ = try world.centre.previewDirectory(hamlets: nil, members: Array(members.utf8))
    }
    #expect(
      refused
        == .directory([
          DirectoryProblem(.members, line: 5, .cell(column: "full_name", .personalIDInText))
        ]))
  }
}
