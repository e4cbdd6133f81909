import CommandLine
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct AsideCommandTests {
  @Test func `a centre that keeps nothing aside says so`() throws {
    let run = try CommandRun(seed: 81)
    try #require(run("init", "--place", "17713").exit == .done)
    let list = run("aside", "list")
    #expect(list.exit == .done && list.out.contains("Nothing is kept aside"))
    #expect(try run("aside", "list", "--json").json() == .array([]))
    let unknown = run("aside", "show", "0011223344556677")
    #expect(unknown.exit == .userError && unknown.error.contains("No such batch"))
    let nobody = run("aside", "adopt", "0011223344556677", "--by", "–")
    #expect(nobody.exit == .userError && nobody.error.contains("needs the name"))
    #expect(try run("status", "--json").json()["aside_waiting"] == .integer(0))
  }

  @Test func `a coordinator sees what is kept aside, tries to adopt it, and adopts it`() throws {
    let world = try CentreWorld(seed: 82)
    let (laptop, _) = try world.putBack()
    let listed = try #require(
      try world.run("aside", "list", "--json").json().arrayValue?.first)
    let batch = try #require(listed["batch"]?.textValue)
    #expect(listed["state"]?.textValue == "author-awaited")
    #expect(listed["label"]?.textValue == "Máy Một")
    let early = world.run("aside", "adopt", batch, "--by", "Bình")
    #expect(early.exit == .refusedForSafety && early.error.contains("may still write it again"))

    world.clock.advance(seconds: 60)
    try laptop.sync()
    let list = world.run("aside", "list")
    #expect(list.exit == .needsAttention && list.out.contains("nobody writes it again"))
    let shown = world.run("aside", "show", batch)
    #expect(shown.exit == .needsAttention)
    for part in ["Nhà mất", "(new)", "not counted", "Nguyễn Văn An", "aside adopt \(batch)"] {
      #expect(shown.out.contains(part), "\(part)")
    }
    let vietnamese = world.run("aside", "show", batch, language: "vi")
    #expect(vietnamese.out.contains("cần quyết định") && vietnamese.out.contains("chưa tính"))
    let status = world.run("status")
    #expect(status.exit == .needsAttention && status.out.contains("camtay-server aside list"))

    let preview = world.run("aside", "adopt", batch, "--by", "Bình", "--dry-run")
    #expect(preview.exit == .done && preview.out.contains("Nothing was changed"))
    #expect(try world.run("status", "--json").json()["aside_waiting"] == .integer(1))
    let adopted = world.run("aside", "adopt", batch, "--by", "Bình", "--note", "đĩa hỏng")
    #expect(adopted.exit == .done && adopted.out.contains("Adopted"))
    try laptop.sync()
    #expect(try laptop.households() == ["Nhà chung", "Nhà mất"])

    let after = world.run("aside", "list")
    #expect(after.exit == .done && after.out.contains("adopted by decision of Bình"))
    #expect(try world.run("status", "--json").json()["aside_waiting"] == .integer(0))
    let incidents = try world.run("status", "--json").json()["incidents"]?.arrayValue ?? []
    #expect(!incidents.contains { $0["kind"]?.textValue == "collision" })
    let review = try world.run("review", "list", "--all", "--json").json()
    let first = try #require(review["reviews"]?.arrayValue?.first)
    #expect(first["reason"]?.textValue == "kept-aside")
    #expect(first["ruled_by"]?.textValue == "Bình")
    #expect(
      first["laptop"]?.integerValue == Int64(laptop.store.identity.replica.rawValue))
    let again = world.run("aside", "adopt", batch, "--by", "Bình")
    #expect(again.exit == .done && again.out.contains("Nothing to adopt"))
  }

  @Test func `what its author writes again by itself is not offered`() throws {
    let world = try CentreWorld(seed: 83)
    let (laptop, lost) = try world.putBack()
    try lost.sync()
    try laptop.sync()
    let listed = try #require(
      try world.run("aside", "list", "--json").json().arrayValue?.first)
    #expect(listed["state"]?.textValue == "stands")
    #expect(world.run("aside", "list").exit == .done)
    #expect(try world.run("status", "--json").json()["aside_waiting"] == .integer(0))
    #expect(try laptop.households() == ["Nhà chung", "Nhà mất"])
  }
}
