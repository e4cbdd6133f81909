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
}
