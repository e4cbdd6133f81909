import CommandLine
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// Practice: its pages say so, nothing of it leaves the laptop, and it opens for whoever opens that.
@Suite struct PracticePageTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let desk: TestDesk

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    _ = laptop.run("sync")
    _ = try laptop.save("household", "add", "--place", "xom 1", "--name", "Hộ có thật")
    desk = try TestDesk(laptop)
  }

  private func begin() throws {
    let begun = try desk.post("/more/practice/start")
    #expect(begun.location == "/practice/today", "\(begun.text)")
    _ = try desk.get("/practice/today")
  }

  private func practiceCode(_ kind: RecordCode.Kind) throws -> String {
    try desk.practise { practice, _ in
      let row = try practice.store.connection.integer(
        "SELECT min(rid) FROM \"\(kind.table.name)\"")
      return try practice.records.reader.codeText(of: try #require(RowID(rawValue: row)))
    }
  }

  @Test func `every page of practice says so, and every address on it stays in practice`() throws {
    try begin()
    let shared = [
      "/style.css", "/laptop.js", "/lock", "/unlock", "/more/practice", "/practice",
      "/settings", "/accounts", "/problem",
    ]
    var pages = 0
    for (method, pattern) in desk.patterns where method == .get && pattern.hasPrefix("/practice/") {
      let isPart = pattern.hasSuffix("/live") || pattern.hasSuffix("/proposals")
      for kind in [RecordCode.Kind.household, .resident] where !isPart {
        if kind == .resident, !pattern.contains(":code") { continue }
        let path = pattern.replacingOccurrences(of: ":code", with: try practiceCode(kind))
          .replacingOccurrences(of: ":id", with: "x")
        let page = try desk.get(path)
        guard page.location == nil else { continue }
        pages += 1
        #expect(page.text.contains("LUYỆN TẬP / PRACTICE"), "\(path)")
        #expect(page.text.contains("class=\"practice"), "\(path)")
        #expect(page.text.contains("<title>PRACTICE · "), "\(path)")
        for match in page.text.matches(
          of: /\s(?:href|action|data-live|data-draft|data-proposals)="(\/[^"]*)"/)
        {
          #expect(shared.contains { match.1.hasPrefix($0) }, "\(path): \(match.1)")
        }
      }
    }
    #expect(pages >= 15)
  }

  @Test func `a page of practice about what is not there says so too, and leads back into it`()
    throws
  {
    try begin()
    let page = try desk.get("/practice/visits/V-1")
    #expect(page.status >= 400)
    #expect(page.text.contains("LUYỆN TẬP / PRACTICE"))
    #expect(page.text.contains("href=\"/practice\""))
    #expect(try desk.get("/practice").location == "/practice/today")
    let refused = try desk.post("/practice/households/new", [("form_token", "0123")])
    #expect(refused.status == 303 || refused.text.contains("LUYỆN TẬP / PRACTICE"))
  }

  @Test func `no page of work says practice, and leaving is one link`() throws {
    try begin()
    let inside = try desk.get("/practice/today").text
    #expect(inside.contains("href=\"/more/practice/leave\""))
    #expect(try desk.get("/more/practice/leave").location == "/today")
    for path in ["/today", "/find", "/visits", "/numbers", "/send"] {
      #expect(!(try desk.get(path).text.contains("LUYỆN TẬP / PRACTICE")), "\(path)")
    }
  }

  @Test func `practice has the laptop's hamlets, and nobody of work; work has nobody of practice`()
    throws
  {
    try begin()
    let (hamlets, names) = try desk.practise { practice, _ in
      (
        try practice.records.reader.places().compactMap(\.name),
        try practice.store.connection.rows("SELECT rid FROM household") {
          try $0.integer(at: 0)
        }.compactMap(RowID.init(rawValue:)).compactMap {
          try practice.records.reader.record(Household.self, $0)?.name
        }
      )
    }
    #expect(hamlets.contains("Xóm 1"))
    #expect(!names.isEmpty)
    #expect(names.allSatisfy { $0.hasSuffix(InventedNames.mark) })
    let found = try desk.practise { practice, real in
      (
        try practice.records.search.find("Hộ có thật").count,
        try real.records.search.find("mẫu").count
      )
    }
    #expect(found.0 == 0)
    #expect(found.1 == 0)
  }

  @Test func `what is typed in a tab of practice stays there, whatever other tabs show`() throws {
    try begin()
    let place = try desk.practise { practice, _ in
      String(try #require(try practice.records.reader.places().first?.id.rawValue))
    }
    let form = try desk.post("/practice/households/new")
    let path = try #require(form.location)
    #expect(path.hasPrefix("/practice/drafts/"))
    _ = try desk.get(path)
    _ = try desk.get("/today")
    let saved = try desk.post(
      path, [("seen", "1"), ("action", "save"), ("place", place), ("name", "Hộ tập ghi")])
    #expect(saved.location?.hasPrefix("/practice/households/H-") == true, "\(saved.text)")
    let counts = try desk.practise { practice, real in
      (
        try practice.records.search.find("tap ghi").count,
        try real.records.search.find("tap ghi").count
      )
    }
    #expect(counts.0 == 1)
    #expect(counts.1 == 0)
  }

  @Test func `the lock of the laptop locks practice too`() throws {
    try begin()
    _ = try desk.post("/lock")
    let locked = try desk.get("/practice/today")
    #expect(locked.status == 303)
    #expect(locked.location == "/unlock")
  }

  @Test func `without the laptop's password nothing of practice can be opened`() throws {
    try begin()
    let home = PracticeHome(of: laptop.home)
    #expect(try home.folder.read(StoreKey.fileName) == nil)
    #expect(throws: ReplicaError.storeKeyMissing) {
      try Laptop(home.folder, laptop.machine.surroundings, isPractice: true)
    }
  }

  @Test func `no command takes practice for work`() throws {
    try begin()
    let home = PracticeHome(of: laptop.home).folder.path
    let lines = [
      ["sync"], ["status"], ["verify"], ["compact"], ["visit", "list"], ["scope", "export", "1"],
      ["backup", "\(laptop.folder.path)/backup"],
      ["enroll", "--server", centre.address, "--code", try centre.issueCode()],
    ]
    for line in lines {
      let run = laptop.run(line, json: true, home: home)
      #expect(run.code == .refusedForSafety, "\(line): \(run.error)")
      #expect(run.failure == "practice-home", "\(line): \(run.error)")
    }
  }

  @Test func `a centre refuses what a practice sends all the same`() throws {
    try begin()
    /// What a laptop would hand over: a household of a name, in a round of its own.
    func request(_ laptop: Laptop, _ name: String) throws -> [UInt8] {
      _ = try laptop.writing { records, clock in
        let held = try laptop.store.grantedScopes()
        let place = try records.reader.places().first {
          $0.householdScope.map(held.contains) ?? false
        }
        return try records.addHousehold(
          HouseholdDraft(place: place?.id, name: name), author: nil, clock: clock)
      }
      var random = laptop.random
      return try laptop.store.makeRequest(
        laptop.report, clock: laptop.clock(), random: &random
      ).request
    }
    /// The problem that the centre answers with; nil where it takes what was sent.
    func problem(with request: [UInt8]) throws -> String? {
      try centre.with { centre in
        let clock = laptop.machine.surroundings.clock()
        let answer = try centre.store.answer(request, clock: clock)
        let first = try #require(try ReceivedStream(decoding: answer.bytes).frames.first)
        guard first.kind == .problem else { return nil }
        return try (first.message() as Problem).code
      }
    }
    func batches() throws -> Int64 {
      try centre.with { try $0.store.connection.integer("SELECT count(*) FROM batch") }
    }
    let before = try batches()
    let played = try desk.practise { practice, _ in try request(practice, "Hộ không được gửi") }
    let refusal = try problem(with: played)
    #expect(refusal == "unknown-replica", "\(refusal ?? "taken")")
    #expect(try batches() == before)
    // The same of work is taken.
    let real = try desk.use { try request($0, "Hộ thật") }
    #expect(try problem(with: real) == nil)
    #expect(try batches() > before)
  }

  @Test func `practice is as sure of the time as work is`() throws {
    try begin()
    let (one, other) = try desk.practise { practice, real in
      let clock = laptop.machine.surroundings.clock()
      return (
        try practice.records.knowledge(of: clock), try real.records.knowledge(of: clock)
      )
    }
    #expect(one.isChecked == other.isChecked)
    #expect(other.isChecked)
    // Started anew, work learns the time from the centre, and practice from work.
    laptop.machine.restart()
    let again = try TestDesk(laptop, isNew: false)
    let checked = try again.practise { practice, _ in
      try practice.records.knowledge(of: laptop.machine.surroundings.clock()).isChecked
    }
    #expect(!checked)
    _ = try again.use { real in
      try SyncRounds(real, over: try CentreClient(real.configuration)).run()
    }
    #expect(
      try again.practise { practice, _ in
        try practice.records.knowledge(of: laptop.machine.surroundings.clock()).isChecked
      })
  }

  @Test func `a fresh start gives up what was typed only when that was ticked`() throws {
    try begin()
    try PracticeMoveTests.typeVisit(desk)
    let asked = try desk.post("/more/practice/again")
    #expect(asked.status == 422)
    #expect(asked.text.contains("Nothing was deleted"))
    #expect(try desk.practise { practice, _ in try practice.records.reader.visits().count } == 1)
    #expect(try desk.post("/more/practice/again", [("sure", "yes")]).status == 303)
    #expect(try desk.practise { practice, _ in try practice.records.reader.visits().count } == 0)
    #expect(!HomeFolder.exists("\(laptop.home.path)/practice.old"))
    #expect(!HomeFolder.exists("\(laptop.home.path)/practice.new"))
  }

  @Test func `a fresh start that was cut off leaves the practice that was there`() throws {
    try begin()
    try PracticeMoveTests.typeVisit(desk)
    _ = try desk.post("/lock")
    try HomeFolder.move("\(laptop.home.path)/practice", to: "\(laptop.home.path)/practice.old")
    let again = try TestDesk(laptop, isNew: false)
    #expect(try again.practise { practice, _ in try practice.records.reader.visits().count } == 1)
  }
}
