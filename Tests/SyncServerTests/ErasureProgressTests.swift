import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct ErasureProgressTests {
  /// Erases a household that a laptop has handed over.
  private func erase(_ row: RowID, _ world: CentreWorld) throws {
    let code = try world.centre.inspect {
      try $0.reader.codeText(of: row, in: HouseholdTable.definition)
    }
    #expect(world.run("erase", code, "--yes").exit == .done)
  }

  private func listed(_ world: CentreWorld) throws -> (exit: ExitCode, line: JSONValue) {
    let result = world.run("erase", "list", "--json")
    return (result.exit, try #require(result.json().arrayValue?.first))
  }

  @Test func `one copy of a laptop does not confirm for the other`() throws {
    let world = try CentreWorld(seed: 101)
    let laptop = try world.enrolLaptop("máy", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ sẽ xoá")
    try laptop.sync()
    let copy = try laptop.copy("bản chép")
    try laptop.addHousehold("Gốc")
    try laptop.sync()
    try copy.addHousehold("Sao")
    try copy.sync()
    try erase(household, world)
    #expect(try listed(world).line["outstanding"] == .array([.text("máy")]))

    try laptop.sync()
    try laptop.sync()
    let (exit, line) = try listed(world)
    #expect(exit == .needsAttention)
    #expect(line["confirmed"] == .array([]) && line["outstanding"] == .array([]))
    #expect(line["copied"] == .array([.text("máy")]))
    let text = world.run("erase", "list").out
    #expect(text.contains("máy (copied)") && text.contains("the other may still show it"))

    // Another number takes the place of the copy; who goes on under this one has erased, as its rows
    // show, although it has said so before.
    let new = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    _ = world.run("laptop", "replaced", "máy", "--by", "mới", "--yes")
    for _ in 0..<2 { try new.sync() }
    #expect(try listed(world).line["replaced"] == .array([.text("máy")]))
    for _ in 0..<3 { try laptop.sync() }
    #expect(try listed(world).line["confirmed"] == .array([.text("máy"), .text("mới")]))
    #expect(try listed(world).exit == .done)
  }

  @Test func `a replaced laptop that goes on confirms for itself`() throws {
    let world = try CentreWorld(seed: 102)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    let household = try old.addHousehold("Hộ sẽ xoá")
    try old.sync()
    let new = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    try new.sync()
    _ = world.run("laptop", "replaced", "cũ", "--by", "mới", "--yes")
    try erase(household, world)
    for _ in 0..<2 { try new.sync() }
    var (exit, line) = try listed(world)
    #expect(exit == .done)
    #expect(line["confirmed"] == .array([.text("mới")]))
    #expect(line["replaced"] == .array([.text("cũ")]))
    #expect(world.run("erase", "list").out.contains("old machine or data are kept, delete them"))

    // It brings something, and has not heard of the erasure before that.
    _ = try old.round()
    (exit, line) = try listed(world)
    #expect(exit == .needsAttention && line["outstanding"] == .array([.text("cũ")]))
    #expect(world.run("erase", "list").out.contains("cũ (replaced by mới, but still reports)"))
    for _ in 0..<2 { try old.sync() }
    (exit, line) = try listed(world)
    #expect(exit == .done && line["confirmed"] == .array([.text("cũ"), .text("mới")]))
  }
}
