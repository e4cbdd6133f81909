import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct ConflictCommandTests {
  private func write(
    _ laptop: TestLaptop, _ row: RowID, _ phone: String, _ world: CentreWorld, ahead: Int64 = 0
  ) throws {
    var clock = world.clock.surroundings.clock()
    clock.wall = Timestamp(rawValue: clock.wall.rawValue + ahead)
    if ahead != 0 { clock.bootID = "fast" }
    try laptop.store.commit(author: laptop.member, clock: clock) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.phone, .text(phone))])
    }
  }

  @Test func `the centre lists a fast clock first, decides, and every laptop learns of it`() throws
  {
    let world = try CentreWorld(seed: 71)
    let laptops = try ["one", "two"].map {
      try world.enrolLaptop($0, member: "Nguyễn Văn An")
    }
    for laptop in laptops { try laptop.sync() }
    let rows = try ["Hộ A", "Hộ B"].map { try laptops[0].addHousehold($0) }
    for laptop in laptops { try laptop.sync() }
    for (index, row) in rows.enumerated() {
      try write(laptops[0], row, "0912000001", world)
      try write(laptops[1], row, "0912000002", world, ahead: index == 1 ? 157_680_000_000 : 0)
    }
    for laptop in laptops + laptops { try laptop.sync() }
    let listed = try world.run("conflicts", "list", "--limit", "1", "--json").json()
    #expect(listed["total"]?.integerValue == 2)
    let conflict = try #require(listed["conflicts"]?.arrayValue?.first)
    #expect(conflict["time_in_doubt"] == .bool(true))
    let values = conflict["values"]?.arrayValue ?? []
    #expect(values.map { $0["value"]?.textValue } == ["0912000002", "0912000001"])
    #expect(values.map { $0["laptop"]?.textValue } == ["two", "one"])
    #expect(values.first?["clock"]?.textValue == "time-too-late")
    #expect(values.first?["author"]?.textValue == "Nguyễn Văn An")
    let code = try #require(conflict["code"]?.textValue)
    for language in ["vi", "en"] {
      let table = world.run("conflicts", language: language)
      #expect(table.exit == .needsAttention && table.out.contains("two"))
      #expect(table.out.contains(language == "vi" ? "đồng hồ nhanh" : "fast clock"))
    }
    #expect(world.run("conflicts", "resolve", code, "--take", "2", "--dry-run").exit == .done)
    #expect(world.run("conflicts", "resolve", code, "--take", "2").exit == .done)
    let again = world.run("conflicts", "resolve", code, "phone", "--take", "1")
    #expect(again.exit == .userError && again.error.contains("nothing to decide"))
    for laptop in laptops { try laptop.sync() }
    for laptop in laptops {
      #expect(try laptop.store.conflictCount() == 1)
      let phone = try laptop.store.openedRow(HouseholdTable.definition.id, rows[1])?
        .shown(HouseholdTable.phone.id)?.value
      #expect(phone == .text("0912000001"))
    }
    let history = try world.run("history", code, "--json").json()
    #expect(
      history["writes"]?.arrayValue?.compactMap { $0["kind"]?.textValue }.contains("decided")
        == true)
    let number = try #require(
      history["writes"]?.arrayValue?.first { $0["after"]?.textValue == "0912000002" }?["number"]?
        .integerValue)
    #expect(world.run("history", "restore", code, String(number)).exit == .done)
    #expect(world.run("conflicts", "show", code).out.contains("no conflicts"))
    #expect(world.run("status").out.contains("Conflicts: 1"))
  }
}
