import Foundation
import Testing

/// A client in another language, written from SPEC.md and the vectors alone, takes part.
@Suite(.serialized) struct InteroperabilityTests {
  @Test func `every vector holds for the second client`() throws {
    try Tool.requireLibraries()
    let vectors = Tool.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("SyncProtocol/Vectors")
    let folder = FileManager.default.temporaryDirectory
    let output = try Tool.vectors.succeed([vectors.path], logs: folder)
    #expect(output.contains("wire/bodies.json") && output.contains("merge/rows.json"))
  }

  @Test func `a centre, a laptop and the second client exchange records and end equal`() throws {
    let place = try Installation()
    try place.enrolBoth()

    let added = try place.python(
      "record", "household", Installation.hamlet, "name=Hộ của Python", "kind=1")
    let code = try #require(added["code"] as? String)
    let other = try object(
      place.laptop(
        "household", "add", "--place", Installation.hamlet, "--name", "Hộ của máy", "--json"))
    let otherCode = try #require(other["code"] as? String)
    let handedOver = try place.python("sync")
    #expect(handedOver["receipts"] as? [String: Int] == ["merged": 1])
    try place.laptop("sync")
    try place.python("sync")
    try place.requireEqualDigests()

    // Each sees the other's record, by the code that people type.
    // Names travel sealed; each opens the other's with the key that came by the centre.
    let listed = try place.laptop("household", "list")
    #expect(listed.contains(code) && listed.contains("Hộ của Python"))
    let seen = try place.pythonRow(otherCode)["shown"] as? [String: Any]
    #expect(seen?["name"] as? String == "Hộ của máy")

    // Each edits the other's record, a set gets and loses an element, a row is deleted.
    try place.laptop("household", "edit", code, "--kind", "shop")
    try place.python("record", "edit", otherCode, "kind", "2")
    let visit = try place.python("record", "visit", code, "date=20700", "outcome=1")
    let row = try #require(visit["row"] as? String)
    try place.python("record", "add", row, "participants", "425145139205")
    try place.python("record", "add", row, "participants", "425145139206")
    try place.python("record", "remove", row, "participants", "425145139205")
    let mistake = try place.python("record", "household", Installation.hamlet, "name=Nhầm")
    try place.python("record", "delete", try #require(mistake["row"] as? String))
    for _ in 0..<2 {
      try place.laptop("sync")
      try place.python("sync")
    }
    try place.requireEqualDigests()
    let kinds = "SELECT group_concat(kind) FROM (SELECT kind FROM household ORDER BY kind)"
    #expect(try place.stored("laptop", kinds).hasPrefix("2,3"))
    let edited = try place.pythonRow(code)["shown"] as? [String: Any]
    #expect(edited?["kind"] as? Int == 3)
  }

  @Test func `a concurrent edit is one conflict with one shown value on all three`() throws {
    let place = try Installation()
    try place.enrolBoth()
    let added = try place.python(
      "record", "household", Installation.hamlet, "name=Hộ chung", "kind=1")
    let code = try #require(added["code"] as? String)
    try place.python("sync")
    try place.laptop("sync")

    try place.python("record", "edit", code, "kind", "2")
    try place.laptop("household", "edit", code, "--kind", "shop")
    try place.python("sync")
    try place.laptop("sync")
    try place.python("sync")
    try place.requireEqualDigests()
    let row = try place.pythonRow(code)
    let conflicts = row["conflicts"] as? [String: [Int]] ?? [:]
    #expect(conflicts["kind"]?.sorted() == [2, 3])
    let shown = try #require((row["shown"] as? [String: Any])?["kind"] as? Int)
    for home in ["centre", "laptop"] {
      #expect(try place.stored(home, "SELECT kind FROM household") == "\(shown)")
    }
    #expect(try place.conflicts(.centre, "centre").contains(code))
    #expect(try place.conflicts(.laptop, "laptop").contains(code))

    // The decision of the second client names both heads and ends the conflict everywhere.
    try place.python("record", "edit", code, "kind", "4")
    try place.python("sync")
    try place.laptop("sync")
    try place.requireEqualDigests()
    #expect(try place.stored("laptop", "SELECT kind FROM household") == "4")
    #expect(try !place.conflicts(.laptop, "laptop").contains(code))
    #expect(try !place.conflicts(.centre, "centre").contains(code))
  }

  @Test func `the second client is killed in the middle of a sync and resumes`() throws {
    let place = try Installation()
    try place.enrolBoth()
    for number in 1...6 {
      try place.python("record", "household", Installation.hamlet, "name=Hộ \(number)", "kind=1")
    }
    let first = try place.python(
      "sync", "--most-operations", "1", "--most-batches", "2", "--rounds", "1")
    #expect(first["more"] as? Bool == true)
    #expect(first["receipts"] as? [String: Int] == ["merged": 2])
    // The centre has taken in two more, but the client dies before it knows, twice.
    for moment in ["answer", "commit"] {
      let killed = try place.start(
        .client, ["--home", place.home("python"), "sync", "--most-batches", "2", "--pause", moment])
      #expect(try killed.firstObject()["paused"] as? String == moment)
      killed.killHard()
    }
    let rest = try place.python("sync", "--most-batches", "2")
    #expect(rest["receipts"] as? [String: Int] == ["duplicate": 2, "merged": 2])
    try place.laptop("sync")
    try place.requireEqualDigests()
    #expect(try place.stored("centre", "SELECT count(*) FROM household") == "6")
  }

  @Test func `an answer that was altered on the way changes nothing`() throws {
    let place = try Installation()
    try place.enrolBoth()
    let key = "\(place.home("centre"))/keys/epoch-0.key"
    for (mode, exit) in [("flip", 4), ("check", 4), ("check-resigned", 4), ("lose", 5)] {
      try place.python("record", "household", Installation.hamlet, "name=Hộ", "kind=1")
      let proxy = try place.start(.proxy, [place.url, mode, key])
      let before = try place.python("rows") as NSDictionary
      let url = try #require(try proxy.firstObject()["url"] as? String)
      let outcome = try place.tryPython(["sync", "--url", url])
      #expect(Int(outcome.exitCode) == exit, "\(mode): \(outcome.output)\(outcome.errors)")
      if mode.hasPrefix("check") { #expect(outcome.errors.contains("bad-signature")) }
      #expect(try place.python("rows") as NSDictionary == before)
      #expect(try place.pythonDigests().count == 2)
      let honest = try place.python("sync")
      #expect(honest["receipts"] as? [String: Int] == ["duplicate": 1])
    }
    try place.laptop("sync")
    try place.requireEqualDigests()
  }
}
