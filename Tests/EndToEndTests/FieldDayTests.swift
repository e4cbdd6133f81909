import Foundation
import Testing

/// The whole path through the real programs: two laptops, one centre, one count.
@Suite(.serialized) struct FieldDayTests {
  @Test func `two laptops record offline, sync, and every count is one and the same`() throws {
    let place = try Installation()
    try place.serve()
    try place.enrol("laptop-1")
    try place.enrol("laptop-2")
    place.killServer()

    for laptop in ["laptop-1", "laptop-2"] {
      let household = try place.addHousehold(laptop, "Hộ của \(laptop)")
      let visit = try place.json(
        laptop, "visit", "add", "--household", household, "--outcome", "met")
      let resident = try place.json(
        laptop, "resident", "add", "--household", household, "--name", "Người Mẫu", "--birth",
        "1950")
      try place.laptop(
        laptop, "assist", "add", "--visit", visit["code"] as? String ?? "", "--resident",
        resident["code"] as? String ?? "", "--service", "1.001193", "--mode", "guided",
        "--outcome", "submitted", "--evidence-kind", "dossier-code", "--evidence", "H40.1-1")
    }
    let offline = try place.tryLaptop("laptop-1", ["sync"])
    #expect(offline.exitCode != 0)
    #expect(offline.errors.contains("still on this laptop"))

    try place.serve()
    for laptop in ["laptop-1", "laptop-2", "laptop-1"] { try place.laptop(laptop, "sync") }
    let counted = "SELECT count(*) FROM assist WHERE void_reason IS NULL AND evidence IS NOT NULL"
    for home in ["centre", "laptop-1", "laptop-2"] {
      #expect(try place.recount(home, counted) == "2")
      #expect(try place.recount(home, "SELECT count(*) FROM visit") == "2")
    }
    let centre = try place.digests(.centre, "centre")
    for laptop in ["laptop-1", "laptop-2"] {
      for (scope, digest) in try place.digests(.laptop, laptop) {
        #expect(centre[scope] == digest)
      }
    }
  }

  @Test func `nothing can be recorded before enrolment, and the laptop says how to go on`() throws {
    let place = try Installation()
    let outcome = try place.tryLaptop("fresh", ["household", "add", "--name", "x"])
    #expect(outcome.exitCode != 0)
    #expect(outcome.errors.contains("enroll"))
    #expect(!FileManager.default.fileExists(atPath: place.store("fresh")))
  }

  @Test func `a second process on one store waits, and then says so`() throws {
    let place = try Installation()
    try place.serve()
    try place.enrol("laptop-1")
    let runs = try (0..<4).map { index in
      try Program.laptop.start(
        [
          "--home", place.home("laptop-1"), "household", "add", "--place", Installation.hamlet,
          "--name", "Hộ \(index)",
        ], logs: place.folder)
    }
    for run in runs { #expect(run.wait().exitCode == 0) }
    #expect(try place.recount("laptop-1", "SELECT count(*) FROM household") == "4")
    #expect(try place.recount("laptop-1", "SELECT count(DISTINCT number) FROM household") == "4")
  }

  @Test func `a laptop enrolled by file works before it ever meets a network`() throws {
    let place = try Installation()
    let file = place.home("laptop.camtay")
    try place.serve()
    let answer = try place.centre(
      "enroll-code", "--member", Installation.member, "--file", file, "--address", place.url,
      "--json")
    place.killServer()
    let code = try Installation.object(answer)["code"] as? String ?? ""
    try place.laptop("by-file", "enroll", "--file", file, "--code", code)
    _ = try place.addHousehold("by-file", "Hộ không mạng")
    try place.serve()
    try place.laptop("by-file", "sync")
    #expect(try place.householdNames("by-file") == ["Hộ không mạng"])
    #expect(try place.recount("centre", "SELECT count(*) FROM household") == "1")
    let centre = try place.digests(.centre, "centre")
    for (scope, digest) in try place.digests(.laptop, "by-file") {
      #expect(centre[scope] == digest)
    }
  }
}

/// What people do to a home from outside the program.
@Suite(.serialized) struct CopiedHomeTests {
  @Test func `a home put back from an older copy loses nothing of what is recorded afterwards`()
    throws
  {
    let place = try Installation()
    try place.serve()
    try place.enrol("laptop-1")
    _ = try place.addHousehold("laptop-1", "trước khi chép")
    let home = place.home("laptop-1")
    try place.shell("cp -a '\(home)' '\(home).old'")
    _ = try place.addHousehold("laptop-1", "sau khi chép")
    try place.laptop("laptop-1", "sync")
    try place.shell("cp -a '\(home).old/.' '\(home)/'")
    for name in ["làm lại 1", "làm lại 2"] { _ = try place.addHousehold("laptop-1", name) }
    for _ in 0..<2 { _ = try place.tryLaptop("laptop-1", ["sync"]) }
    for home in ["centre", "laptop-1"] {
      #expect(try place.recount(home, "SELECT count(*) FROM household") == "4")
    }
    let centre = try place.digests(.centre, "centre")
    for (scope, digest) in try place.digests(.laptop, "laptop-1") {
      #expect(centre[scope] == digest)
    }
    let status = try Program.centre.run(
      ["--home", place.home("centre"), "status"], logs: place.folder)
    #expect(status.exitCode == 2)
    #expect(status.output.contains("copied or put back"))
  }

  @Test func `a store that was deleted is reported, and no empty one takes its place`() throws {
    let place = try Installation()
    try place.serve()
    try place.enrol("laptop-1")
    _ = try place.addHousehold("laptop-1", "Hộ")
    for file in ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm"] {
      try? FileManager.default.removeItem(atPath: "\(place.home("laptop-1"))/\(file)")
    }
    let outcome = try place.tryLaptop("laptop-1", ["status"])
    #expect(outcome.exitCode == 4)
    #expect(outcome.errors.contains("missing"))
    #expect(!FileManager.default.fileExists(atPath: place.store("laptop-1")))
  }
}
