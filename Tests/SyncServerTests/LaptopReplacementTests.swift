import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct LaptopReplacementTests {
  private func run(_ world: CentreWorld, _ words: String...) -> CommandRun.Result {
    let collected = Collected()
    let set = CentreCommands.set(
      version: "test", surroundings: world.clock.surroundings,
      stop: StopSignal(prepare: {}, wait: {}))
    let exit = set.run(
      words + ["--home", world.home.path, "--lang", "en"], locale: nil,
      output: ConsoleOutput(
        standardOutput: { collected.out($0) }, standardError: { collected.error($0) },
        errorIsTerminal: false))
    return CommandRun.Result(exit: exit, out: collected.outText, error: collected.errorText)
  }

  @Test func `a number that another replaced is silent no more once all of it is here`() throws {
    let world = try CentreWorld(seed: 91)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    try old.addHousehold("Hộ một")
    try old.sync()
    let new = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    try new.sync()
    #expect(try run(world, "status", "--json").json()["laptops"] == 2)

    let preview = run(world, "laptop", "replaced", "cũ", "--by", "mới")
    #expect(preview.exit == .done && preview.out.contains("preview"))
    #expect(try run(world, "status", "--json").json()["laptops"] == 2)
    #expect(run(world, "laptop", "replaced", "cũ", "--by", "cũ", "--yes").exit == .userError)
    let noted = run(world, "laptop", "replaced", "cũ", "--by", "mới", "--yes")
    #expect(noted.exit == .done && noted.out.contains("replaced by mới"), "\(noted.error)")
    #expect(run(world, "laptops").out.contains("cũ (replaced by mới)"))
    let status = run(world, "status")
    #expect(status.out.contains("cũ: replaced by mới; everything it announced has arrived."))
    #expect(try run(world, "status", "--json").json()["laptops"] == 1)
    let count = try run(world, "count", "--json").json()["coverage"]
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
    _ = run(world, "laptop", "replaced", "cũ", "--by", "mới", "--yes")
    #expect(run(world, "laptops").out.contains("operations missing: 3"))
    #expect(run(world, "count").out.contains("cũ (replaced by mới, operations missing: 3)"))
    #expect(try run(world, "status", "--json").json()["laptops"] == 2)
    // It comes after all, whoever carries it.
    try old.addHousehold("Hộ một")
    try old.addHousehold("Hộ hai")
    try old.addHousehold("Hộ ba")
    try old.sync()
    #expect(run(world, "laptops").out.contains("cũ (replaced by mới, but still reports)"))
    // That was its last word.
    _ = run(world, "laptop", "replaced", "cũ", "--by", "mới", "--yes")
    #expect(run(world, "laptops").out.contains("cũ (replaced by mới) "))
  }

  @Test func `a laptop that goes on although another took its place is counted on`() throws {
    let world = try CentreWorld(seed: 94)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    let new = try world.enrolLaptop("mới", member: "Nguyễn Văn An")
    try new.sync()
    _ = run(world, "laptop", "replaced", "cũ", "--by", "mới", "--yes")
    func covered() throws -> JSONValue? {
      try run(world, "count", "--json").json()["coverage"]?["laptops"]
    }
    #expect(try covered() == 1)
    try old.addHousehold("Hộ của bản gốc")
    try old.sync()
    #expect(try covered() == 2)
    #expect(try run(world, "status", "--json").json()["laptops"] == 2)
    #expect(run(world, "status").out.contains("cũ: replaced by mới, but still reports: it is"))
    let listed = try run(world, "laptops", "--json").json().arrayValue ?? []
    #expect(listed.first { $0["label"] == "cũ" }?["still_reports"] == .bool(true))
  }

  @Test func `a code can say whose place its laptop takes`() throws {
    let world = try CentreWorld(seed: 93)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    let reminded = run(world, "enroll-code", "--member", "Nguyễn Văn An")
    #expect(reminded.error.contains("This member has a laptop already: cũ"))
    let issued = run(
      world, "enroll-code", "--member", "Nguyễn Văn An", "--label", "mới", "--replaces", "cũ",
      "--json")
    let code = try EnrolmentCode(
      parsing: try #require(try issued.json()["code"]?.textValue, "\(issued.error)"))
    #expect(issued.error.isEmpty && !run(world, "laptops").out.contains("replaced"))
    let attempt = try world.attempt(code)
    #expect(try world.post("/enrolment", attempt.request.encoded).status == 200)
    #expect(run(world, "laptops").out.contains("cũ (replaced by mới)"))
    let listed = try run(world, "laptops", "--json").json().arrayValue ?? []
    #expect(listed.first { $0["label"] == "cũ" }?["missing_operations"] == 0)
  }
}
