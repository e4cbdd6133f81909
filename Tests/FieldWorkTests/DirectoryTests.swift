import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct DirectoryTests {
  private func preview(_ hamlets: String?, _ members: String?, _ world: FieldWorld) throws
    -> DirectoryPlan
  {
    try world.centre.previewDirectory(
      hamlets: hamlets.map { Array($0.utf8) }, members: members.map { Array($0.utf8) })
  }

  @Test func `the import opens a scope for each hamlet and one for the commune`() throws {
    let world = try FieldWorld()
    let reader = world.centre.reader
    let places = try reader.places()
    #expect(places.map(\.name) == ["Bản Mường", "Xóm 1"])
    #expect(Set(places.compactMap(\.householdScope)).count == 2)
    #expect(places.allSatisfy { $0.scope == .everyone && $0.codeText.hasPrefix("P-") })
    let commune = try #require(try reader.communeScope(of: "17713"))
    let teams = try reader.teams()
    #expect(teams.map(\.name) == ["Tổ Bản Mường", "Tổ Xóm 1"])
    #expect(teams.allSatisfy { $0.scope == commune })
    let members = try reader.members()
    #expect(members.map(\.fullName) == ["Nguyễn Văn An", "Trần Thị Bình", "Lò Văn Cường"])
    #expect(members[0].from == day("2026-03-01"))
    #expect(members[2].phone == "0987654321")
    let xom = try reader.findPlace("XOM 1")
    #expect(
      try reader.scopes(forTeam: teams[1].id)
        == [try #require(xom.householdScope), commune].sorted())
  }

  @Test func `a laptop sees its commune's roster and only its hamlet's households`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Bản Mường"])
    let household = try world.household(at: world.laptops[0])
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    #expect(try world.laptops[0].reader.members().count == 3)
    #expect(try world.laptops[1].reader.members().count == 3)
    #expect(try world.laptops[1].reader.record(Household.self, household) == nil)
    #expect(try world.centre.reader.record(Household.self, household) != nil)
  }

  @Test func `the same files again change nothing`() throws {
    let world = try FieldWorld()
    let plan = try preview(FieldWorld.hamlets, FieldWorld.members, world)
    #expect(plan.isEmpty)
    let before = try world.centre.store.digest(of: .everyone)
    try world.centre.applyDirectory(plan, clock: world.clock())
    #expect(try world.centre.store.digest(of: .everyone) == before)
    #expect(plan.summary.english.contains("Members: 0 new, 0 changed, 3 unchanged"))
  }

  @Test func `changed rows are changed, new ones added and the others left`() throws {
    let world = try FieldWorld()
    let hamlets = "commune_code;name;kind\n17713;xóm 1;tổ dân phố\n17713;Xóm 2;thôn\n"
    let members = """
      full_name;hamlet;team;role;organisation;phone;from
      Nguyễn Văn An;Xóm 1;Tổ Xóm 1;tổ phó;Chi đoàn;912345678;01/03/2026
      Vi Văn Dũng;17713/Xóm 2;Tổ Xóm 2;;;;
      """
    let plan = try preview(hamlets, members, world)
    #expect(plan.summary.english.contains("Hamlets: 1 new, 1 changed, 1 unchanged"))
    #expect(plan.summary.english.contains("Teams: 1 new, 0 changed, 1 unchanged"))
    #expect(plan.summary.english.contains("Members: 1 new, 1 changed, 0 unchanged"))
    #expect(try world.centre.reader.places().count == 2)
    try world.centre.applyDirectory(plan, clock: world.clock())
    let reader = world.centre.reader
    #expect(try reader.findPlace("xóm 1").kind == .residentialGroup)
    #expect(try reader.findMember("Nguyễn Văn An").role == "tổ phó")
    #expect(try reader.members().count == 4)
    #expect(try preview(hamlets, members, world).isEmpty)
  }

  @Test func `namesakes are told apart by telephone`() throws {
    let world = try FieldWorld()
    let members = """
      hamlet,team,full_name,role,organisation,phone,from
      Xóm 1,Tổ Xóm 1,Nguyễn Văn An,,,0912345679,
      Xóm 1,Tổ Xóm 1,Nguyễn Văn An,tổ trưởng,Chi đoàn,0912345678,01/03/2026
      """
    let plan = try preview(nil, members, world)
    #expect(plan.members[0].action == .add)
    #expect(plan.members[1].action == .keep(try world.member()))
  }

  @Test func `every problem of both files is told with its line`() throws {
    let world = try FieldWorld()
    let hamlets = """
      commune_code,name,kind
      99999,A,thôn
      17713,,thôn
      17713,B,lâu đài
      17713,C,thôn
      17713,c,thôn
      17713,D
      """
    let members = """
      hamlet,team,full_name,role,organisation,phone,from
      Nơi nào,T,Ai,,,,
      Xóm 1,,Ai,,,,
      Xóm 1,T,Ai,,,12,31/02/2026
      Xóm 1,T,Bi,,,,
      Xóm 1,T,Bi,,,,
      """
    guard case .directory(let problems) = fieldError({ _ = try preview(hamlets, members, world) })
    else {
      Issue.record("problems were expected")
      return
    }
    #expect(
      problems.map { "\($0.file.rawValue) \($0.line)" }.sorted() == [
        "hamlets.csv 2", "hamlets.csv 3", "hamlets.csv 4", "hamlets.csv 6", "hamlets.csv 7",
        "members.csv 2", "members.csv 3", "members.csv 4", "members.csv 4", "members.csv 6",
      ])
    #expect(try world.centre.reader.places().count == 2)
    #expect(
      fieldError { _ = try preview("a,b\n1,2", nil, world) }
        == .directory([
          DirectoryProblem(.hamlets, line: 1, .missingColumn("commune_code")),
          DirectoryProblem(.hamlets, line: 1, .missingColumn("name")),
          DirectoryProblem(.hamlets, line: 1, .missingColumn("kind")),
        ]))
  }

  @Test func `a commune that the centre does not serve is refused, a repeated name asks for it`()
    throws
  {
    let world = try FieldWorld()
    let other = try #require(
      Communes.communes(inProvince: "40").first { $0.code != "17713" })
    let foreign = "commune_code,name,kind\n\(other.code),Xóm 1,xóm\n"
    #expect(
      fieldError {
        _ = try world.centre.previewDirectory(
          hamlets: Array(foreign.utf8), members: nil, communes: ["17713"])
      }
        == .directory([
          DirectoryProblem(.hamlets, line: 2, .foreignCommune(other.code))
        ]))
    let members = "hamlet,team,full_name\nXóm 1,T,Ai\n"
    #expect(
      fieldError { _ = try preview(foreign, members, world) }
        == .directory([DirectoryProblem(.members, line: 2, .ambiguousHamlet("Xóm 1"))]))
    let exact = "hamlet,team,full_name\n\(other.code)/Xóm 1,T,Ai\n"
    try world.centre.applyDirectory(try preview(foreign, exact, world), clock: world.clock())
    #expect(
      fieldError { _ = try world.centre.reader.findPlace("Xóm 1") }
        == .severalPlaces(
          "Xóm 1",
          codes: try world.centre.reader.places().filter { $0.name == "Xóm 1" }
            .map(\.codeText)))
  }

  @Test func `a thousand hamlets go in whole`() throws {
    let world = try FieldWorld()
    let hamlets =
      "commune_code,name,kind\n" + (1...1_000).map { "17713,Thôn \($0),thôn\n" }.joined()
    try world.centre.applyDirectory(try preview(hamlets, nil, world), clock: world.clock())
    #expect(try world.centre.reader.places().count == 1_002)
    #expect(try preview(hamlets, nil, world).isEmpty)
  }

  @Test func `only the centre writes the directory`() throws {
    let world = try FieldWorld()
    #expect(
      fieldError { try world.laptop.applyDirectory(DirectoryPlan(), clock: world.clock()) }
        == .notTheCentre)
  }

  @Test func `a member is found by code or name, and an unknown or doubled one is told`() throws {
    let world = try FieldWorld()
    let reader = world.centre.reader
    let member = try reader.findMember("tran thi binh")
    #expect(try reader.findMember(member.codeText.lowercased()).id == member.id)
    #expect(fieldError { _ = try reader.findMember("Ai đó") } == .unknownMember("Ai đó"))
    #expect(fieldError { _ = try reader.findPlace("Đâu đó") } == .unknownPlace("Đâu đó"))
  }
}
