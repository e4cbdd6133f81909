import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct LaptopReplacementTests {
  @Test func `a number that another replaced is silent no more once all of it is here`() throws {
    let world = try CentreWorld(seed: 91)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    try old.addHousehold("Hộ một")
    try old.sync()
    let new = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    try new.sync()
    #expect(try world.run("status", "--json").json()["laptops"] == 2)

    let preview = world.run("laptop", "replaced", "cũ", "--by", "mới")
    #expect(preview.exit == .done && preview.out.contains("preview"))
    #expect(try world.run("status", "--json").json()["laptops"] == 2)
    #expect(world.run("laptop", "replaced", "cũ", "--by", "cũ", "--yes").exit == .userError)
    let noted = world.run("laptop", "replaced", "cũ", "--by", "mới", "--yes")
    #expect(noted.exit == .done && noted.out.contains("replaced by mới"), "\(noted.error)")
    #expect(world.run("laptops").out.contains("cũ (replaced by mới)"))
    let status = world.run("status")
    #expect(status.out.contains("cũ: replaced by mới; everything it announced has arrived."))
    #expect(try world.run("status", "--json").json()["laptops"] == 1)
    let count = try world.run("count", "--json").json()["coverage"]
    #expect(count?["laptops"] == 1)
  }

  @Test func `what a replaced laptop announced and never sent is said to be missing`() throws {
    let world = try CentreWorld(seed: 92)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    _ = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    try world.centre.administer { store, _ in
      try store.connection.execute(
        "UPDATE peer SET unsent = 3, reported_through = NULL WHERE replica = ?",
        .integer(Int64(old.store.identity.replica.rawValue)))
    }
    _ = world.run("laptop", "replaced", "cũ", "--by", "mới", "--yes")
    #expect(world.run("laptops").out.contains("operations missing: 3"))
    #expect(world.run("count").out.contains("cũ (replaced by mới, operations missing: 3)"))
    #expect(try world.run("status", "--json").json()["laptops"] == 2)
    // It comes after all, whoever carries it.
    try old.addHousehold("Hộ một")
    try old.addHousehold("Hộ hai")
    try old.addHousehold("Hộ ba")
    try old.sync()
    #expect(world.run("laptops").out.contains("cũ (replaced by mới, but still reports)"))
    // That was its last word.
    _ = world.run("laptop", "replaced", "cũ", "--by", "mới", "--yes")
    #expect(world.run("laptops").out.contains("cũ (replaced by mới) "))
  }

  @Test func `a laptop that goes on although another took its place is counted on`() throws {
    let world = try CentreWorld(seed: 94)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    let new = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    try new.sync()
    _ = world.run("laptop", "replaced", "cũ", "--by", "mới", "--yes")
    func covered() throws -> JSONValue? {
      try world.run("count", "--json").json()["coverage"]?["laptops"]
    }
    #expect(try covered() == 1)
    try old.addHousehold("Hộ của bản gốc")
    try old.sync()
    #expect(try covered() == 2)
    #expect(try world.run("status", "--json").json()["laptops"] == 2)
    #expect(world.run("status").out.contains("cũ: replaced by mới, but still reports: it is"))
    let listed = try world.run("laptops", "--json").json().arrayValue ?? []
    #expect(listed.first { $0["label"] == "cũ" }?["still_reports"] == .bool(true))
  }

  @Test func `commands to paste quote the names of laptops as a shell does`() throws {
    let world = try CentreWorld(seed: 94)
    let old = try world.enrolLaptop("cũ Lan's", member: "Nguyễn Văn An")
    let new = try world.enrolLaptop("máy 2", member: "Nguyễn Văn An")
    for laptop in [old, new] { try laptop.sync() }
    let words = #"camtay-server laptop replaced 'cũ Lan'\''s' --by 'máy "#
    for language in ["vi", "en"] {
      let issued = world.run(
        "enroll-code", "--member", "Nguyễn Văn An", "--label", "máy 3", language: language)
      #expect(issued.error.contains(words + "3'"), "\(issued.error)")
    }
    #expect(world.run("laptop", "replaced", "cũ Lan's", "--by", "máy 2", "--yes").exit == .done)
    try old.addHousehold("Hộ của bản gốc")
    try old.sync()
    for language in ["vi", "en"] {
      let status = world.run("status", language: language).out
      #expect(status.contains(words + "2' --yes"), "\(status)")
    }
    // What is held already, a second time.
    for _ in 0..<2 { _ = world.run("grant", "add", "--laptop", "máy 2", "--place", "Xóm 2") }
    let again = world.run("grant", "add", "--laptop", "máy 2", "--place", "Xóm 2")
    #expect(again.out.contains("camtay-server grant list --laptop 'máy 2'"), "\(again)")
  }

  @Test func `a code can say whose place its laptop takes`() throws {
    let world = try CentreWorld(seed: 93)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    let reminded = world.run("enroll-code", "--member", "Nguyễn Văn An")
    #expect(reminded.error.contains("This member has a laptop already: cũ"))
    let issued = world.run(
      "enroll-code", "--member", "Nguyễn Văn An", "--label", "mới", "--replaces", "cũ",
      "--json")
    let code = try EnrolmentCode(
      parsing: try #require(try issued.json()["code"]?.textValue, "\(issued.error)"))
    #expect(issued.error.isEmpty && !world.run("laptops").out.contains("replaced"))
    let attempt = try world.attempt(code)
    #expect(try world.post("/enrolment", attempt.request.encoded).status == 200)
    #expect(world.run("laptops").out.contains("cũ (replaced by mới)"))
    let listed = try world.run("laptops", "--json").json().arrayValue ?? []
    #expect(listed.first { $0["label"] == "cũ" }?["missing_operations"] == 0)
  }

  @Test func `a lost laptop that was found leaves nothing to do once all is ruled on`() throws {
    for admitsAtOnce in [true, false] {
      let world = try CentreWorld(seed: 95)
      let laptop = try world.enrolLaptop("máy", member: "Nguyễn Văn An")
      try laptop.sync()
      #expect(world.run("status").exit == .done)
      #expect(world.run("laptop", "lost", "máy").exit == .done)
      for name in ["Hộ một", "Hộ hai"] { try laptop.addHousehold(name) }
      try laptop.sync()
      let lost = world.run("status")
      #expect(lost.exit == .needsAttention && lost.out.contains("waiting for a ruling"))
      if admitsAtOnce {
        #expect(
          world.run("laptop", "found", "máy", "--by", "Lan", "--admit", "--yes").exit == .done)
      } else {
        #expect(world.run("laptop", "found", "máy", "--by", "Lan", "--yes").exit == .done)
        #expect(world.run("review", "admit", "1", "--by", "Lan").exit == .done)
        // One of the two is still to be ruled on.
        #expect(world.run("status").out.contains("or lost): 1; merged"))
        #expect(world.run("review", "reject", "2", "--by", "Lan").exit == .done)
      }
      for _ in 0..<2 { try laptop.sync() }
      let found = world.run("status")
      #expect(found.exit == .done, "\(found.out)")
    }
  }

  @Test func `the original of a copy that got a new number is told to get one`() throws {
    let world = try CentreWorld(seed: 96)
    let original = try world.enrolLaptop("máy", member: "Nguyễn Văn An")
    try original.sync()
    let copy = try original.copy("bản chép")
    try original.addHousehold("Gốc")
    try original.sync()
    try copy.addHousehold("Sao")
    try copy.sync()
    let advice = "enrol the laptop anew with “enroll-code --replaces”"
    #expect(world.run("status").out.contains("copied or put back"))
    let new = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    _ = world.run("laptop", "replaced", "máy", "--by", "mới", "--yes")
    try new.sync()
    // Nobody has been heard under the old number since.
    #expect(!world.run("status").out.contains(advice))
    try original.addHousehold("Gốc, sau đó")
    for _ in 0..<2 { try original.sync() }
    let status = world.run("status")
    #expect(status.exit == .needsAttention && status.out.contains(advice), "\(status.out)")
    // It gets its own; then the number is at rest.
    let second = try world.enrolLaptop("mới 2", member: "Nguyễn Văn An")
    try second.sync()
    _ = world.run("laptop", "replaced", "máy", "--by", "mới 2", "--yes")
    #expect(!world.run("status").out.contains(advice))
  }
}
