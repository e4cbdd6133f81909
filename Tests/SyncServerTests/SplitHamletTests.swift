import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// A hamlet through which a border runs: its work is seen to by both units, and counted on one side.
@Suite struct SplitHamletTests {
  private let world: CentreWorld
  private let laptop: TestLaptop
  /// A household on this side, one beyond, and one of which nobody has said where it lives.
  private let households: [RowID]
  private let codes: [String]

  init() throws {
    world = try CentreWorld(
      seed: 1_031, place: "40",
      hamlets:
        "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n17722,Bản A,xóm\n17728,Bản B,xóm\n"
    )
    laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    households = try ["Hộ bên này", "Hộ bên kia", "Hộ chưa rõ"].map(laptop.addHousehold)
    let reader = laptop.field.reader
    codes = try households.map { try reader.codeText(of: $0, in: HouseholdTable.definition) }
    try laptop.sync()
    try disagree(on: households[2])
    let today = LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
    let split =
      "old_code,old_hamlet,new_code,new_hamlet,valid_from,extent\n"
      + "17713,Xóm 1,17713,Xóm 1,\(today.iso),part\n17713,Xóm 1,17722,Xóm 9,\(today.iso),part\n"
    _ = try world.centre.change { try $0.applyReform(Array(split.utf8), clock: $1) }
    for (household, unit) in zip(households, ["17713", "17722"]) {
      try world.centre.change { records, clock in
        let side = try #require(
          try records.reader.places().first {
            $0.communeCode == unit && $0.validFrom == today && $0.name?.isEmpty == false
          })
        _ = try records.moveHousehold(
          household, to: side, author: nil, clock: clock, isDryRun: false)
      }
    }
    world.clock.advance(seconds: 40 * 86_400)
  }

  /// The laptop and the centre write one field, neither knowing of the other.
  private func disagree(on row: RowID) throws {
    func write(_ name: String, _ store: Store, _ clock: ClockReading) throws {
      try store.commit(author: nil, clock: clock) {
        try $0.write(HouseholdTable.definition, row, [(HouseholdTable.name, .text(name))])
      }
    }
    try write("Hộ một tên", laptop.store, world.clock.surroundings.clock())
    try world.centre.change { try write("Hộ tên khác", $0.store, $1) }
    try laptop.sync()
  }

  private func text(_ path: String, _ cookie: String) throws -> String {
    let answer = try world.get(path, cookie: cookie + "; camtay-language=en")
    #expect(answer.status == 200, "\(path)")
    return String(decoding: answer.body, as: UTF8.self)
  }

  private func coordinator(of unit: String) throws -> String {
    try world.signIn(as: try world.rights(.coordinator, unit: unit), "of-\(unit)")
  }

  @Test(arguments: ["17713", "17722"])
  func `either unit sees to all of the hamlet, and a third one to nothing of it`(unit: String)
    throws
  {
    let cookie = try coordinator(of: unit)
    #expect(try text("/conflicts", cookie).contains("Hộ tên khác"))
    for code in codes {
      #expect(try text("\(RecordShowPage.path)/\(code)", cookie).contains(code), "\(unit) \(code)")
    }
    #expect(try text("/conflicts", cookie).contains("The border runs through"))
    let third = try coordinator(of: "17728")
    #expect(try !text("/conflicts", third).contains("Hộ tên khác"))
    #expect(try world.get("\(RecordShowPage.path)/\(codes[0])", cookie: third).status == 404)
  }

  @Test func `neither sees the rest of the other unit`() throws {
    let cookie = try coordinator(of: "17722")
    let places = try text("/places", cookie)
    #expect(places.contains("/places/17722") && !places.contains("/places/17713"))
    #expect(try world.get("/places/17713", cookie: cookie).status >= 400)
  }

  @Test func `files with names keep to this side and to what is undecided`() throws {
    func names(_ unit: String) throws -> Set<Int> {
      try world.centre.read { reader in
        let day = LocalDate(iso: "2999-01-01") ?? .latest
        let reached = try ReachedWork(.unit(unit), reader, on: day)
        let area = try #require(try ExportArea("", reader, reached, on: day))
        var found: Set<Int> = []
        try area.forEach(reader) { household, _ in
          if let index = households.firstIndex(of: household.id) { found.insert(index) }
        }
        return found
      }
    }
    #expect(try names("17713") == [0, 2])
    #expect(try names("17722") == [1, 2])
    #expect(try names("17728").isEmpty)
  }

  @Test func `no month is clear over what both have to see to, whoever looks at it`() throws {
    let month = Period(
      .month,
      holding: LocalDateTime(
        milliseconds: world.clock.surroundings.clock().wall.rawValue
      ).date)?.previous
    let path = "/months/\(try #require(month).description)"
    let whole = try #require(try world.signIn("coordinator", world.password))
    for unit in ["17713", "17722"] {
      #expect(try text(path, try coordinator(of: unit)).contains("undecided conflicts: 1"))
      #expect(try text("\(path)?unit=\(unit)", whole).contains("undecided conflicts: 1"))
    }
    #expect(try !text("\(path)?unit=17728", whole).contains("undecided conflicts"))
    #expect(try text(path, whole).contains("undecided conflicts: 1"))
  }

  @Test func `a team of the hamlet is both units' until somebody says where it is`() throws {
    let team = try world.centre.read { try $0.teams()[0].id.rawValue }
    for unit in ["17713", "17722"] {
      let trainer = try world.signIn(as: try world.rights(.trainer, unit: unit), "t-\(unit)")
      _ = try text("/teams/\(team)/sheet", trainer)
    }
  }
}
