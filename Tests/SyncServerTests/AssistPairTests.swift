import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Assists that may be written down twice: which are found, what saying so does, and the way back.
@Suite struct AssistPairTests {
  private final class Sitting {
    let world: CentreWorld
    let laptop: TestLaptop
    let cookie: String
    private(set) var codes: [String: String] = [:]
    private(set) var rows: [String: RowID] = [:]

    /// Help of one person with one service: twice for one dossier, twice seven days apart, once eight
    /// days later, and once in vain.
    init(seed: UInt64) throws {
      world = try CentreWorld(seed: seed)
      laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
      try laptop.sync()
      cookie =
        try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
      let household = try laptop.addHousehold("Hộ ông Ba")
      let resident = try laptop.field.addResident(
        ResidentDraft(household: household, fullName: "Lò Văn Tư", birth: "1950"),
        author: laptop.member, clock: clock()
      ).id
      for (name, day, kind, evidence, outcome) in [
        ("first", 60, "dossier-code", "H12.99-251001-0007", "submitted"),
        ("again", 50, "dossier-code", "h12.99-251001-0007", "submitted"),
        ("third", 40, "spoken", "An", "completed"), ("week", 33, "spoken", "An", "completed"),
        ("later", 25, "spoken", "An", "completed"), ("vain", 40, "", "", "blocked"),
      ] {
        let visit = try laptop.field.addVisit(
          VisitDraft(
            household: household, date: Format.date(today.adding(days: -day)), outcome: "met"),
          author: laptop.member, clock: clock()
        ).id
        let row = try laptop.field.addAssist(
          AssistDraft(
            visit: visit, resident: resident, service: "1.001193", mode: "guided",
            outcome: outcome, blockedReason: outcome == "blocked" ? "no-network" : nil,
            evidenceKind: kind.isEmpty ? nil : kind, evidence: kind.isEmpty ? nil : evidence),
          author: laptop.member, clock: clock()
        ).id
        rows[name] = row
        codes[name] = try laptop.field.reader.codeText(of: row)
      }
      _ = try laptop.sync()
    }

    var today: LocalDate {
      LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
    }

    func clock() -> ClockReading {
      world.clock.advance(seconds: 1)
      return laptop.laptopClock()
    }

    func row(_ name: String) throws -> RowID { try #require(rows[name]) }

    func path(_ one: String, _ other: String) throws -> String {
      "/duplicates/assists/\(try row(one).rawValue)/\(try row(other).rawValue)"
    }

    func page(_ path: String, cookie: String? = nil) throws -> String {
      let answer = try world.get(path, cookie: cookie ?? self.cookie)
      #expect(answer.status == 200, "\(path)")
      return String(decoding: answer.body, as: UTF8.self)
    }

    func seen(_ page: String) throws -> String {
      String(try #require(page.firstMatch(of: /name="seen" value="([^"]*)"/)?.1))
    }

    func say(_ path: String, _ answer: String, seen: String? = nil) throws -> Int {
      let seen = try seen ?? self.seen(try page(path))
      return try world.send([("answer", answer), ("seen", seen)], to: path, cookie: cookie).status
    }

    func counted() throws -> Int {
      try world.centre.inspect { try $0.numbersOfAllTime().assists }
    }

    func pairs() throws -> [Set<RowID>] {
      try world.centre.read { reader in
        try reader.assistDuplicates(CountQuery(try Period(from: .earliest, to: .latest)))
          .map { [$0.one.row, $0.other.row] }
      }
    }
  }

  @Test func `pairs are those of one dossier, and those within seven days that count`() throws {
    let sitting = try Sitting(seed: 1_901)
    let expected: [Set<RowID>] = [
      [try sitting.row("first"), try sitting.row("again")],
      [try sitting.row("third"), try sitting.row("week")],
    ]
    #expect(try sitting.pairs() == expected)
    let list = try sitting.page("/duplicates/assists")
    #expect(ReportWorld.lines(of: list) == 2 && list.contains("same dossier code"))
    #expect(list.contains("7 days apart") && !list.contains("Lò Văn Tư"))
    #expect(try sitting.page("/duplicates").contains("href=\"/duplicates/assists\""))
    let result = sitting.world.run("assist", "duplicates", "--json")
    #expect(result.exit == .done && result.out.contains("\"same-dossier\""))
    #expect(result.out.contains(try #require(sitting.codes["week"])))
  }

  @Test func `saying that two are one tells the effect first, and can be taken back`() throws {
    let sitting = try Sitting(seed: 1_902)
    let path = try sitting.path("first", "again")
    let page = try sitting.page(path)
    let counted = try sitting.counted()
    #expect(counted == 5)
    #expect(page.contains("5 → 4") && page.contains("Lò Văn Tư"))
    let seen = try sitting.seen(page)
    #expect(try sitting.say(path, "one") == 303)
    #expect(try sitting.counted() == 4)
    #expect(try sitting.pairs().count == 1)
    // From the page of before, and sent twice.
    #expect(try sitting.say(path, "other", seen: seen) == 409)
    #expect(try sitting.say(path, "one", seen: seen) == 409)
    #expect(try sitting.counted() == 4)
    _ = try sitting.laptop.sync()
    let told = try sitting.laptop.field.reader.record(Assist.self, try sitting.row("again"))
    #expect(told?.voidReason == "Written down twice, as \(try #require(sitting.codes["first"]))")
    #expect(ReportWorld.lines(of: try sitting.page("/duplicates/assists?said=one")) == 1)
    let after = try sitting.page(path)
    #expect(after.contains("4 → 5") && after.contains("said to be one"))
    #expect(try sitting.say(path, "undo") == 303)
    #expect(try sitting.counted() == 5 && sitting.pairs().count == 2)
    let log = try sitting.world.centre.read { reader in
      try reader.connection.rows("SELECT detail FROM audit WHERE act = 'assists-ruled'") {
        try $0.text(at: 0)
      }
    }
    #expect(log == ["ruling=one", "ruling=open"])
  }

  @Test func `two that are two are not asked about again, by page or by command`() throws {
    let sitting = try Sitting(seed: 1_903)
    let path = try sitting.path("third", "week")
    #expect(try sitting.say(path, "apart") == 303)
    #expect(ReportWorld.lines(of: try sitting.page("/duplicates/assists")) == 1)
    #expect(try sitting.counted() == 5)
    let (one, other) = (
      try #require(sitting.codes["first"]), try #require(sitting.codes["again"])
    )
    let preview = sitting.world.run("assist", "link", one, other, "--dry-run")
    #expect(preview.exit == .done && preview.out.contains("5 → 4"))
    #expect(try sitting.counted() == 5)
    #expect(sitting.world.run("assist", "link", one, other).exit == .done)
    #expect(try sitting.counted() == 4)
    #expect(sitting.world.run("assist", "link", one, other).exit != .done)
    #expect(sitting.world.run("assist", "unlink", one, other).exit == .done)
    #expect(sitting.world.run("assist", "unlink", one, other).exit != .done)
    #expect(try sitting.counted() == 5)
  }

  @Test func `nobody compares assists beyond their reach`() throws {
    let sitting = try Sitting(seed: 1_904)
    try sitting.world.centre.perform { records, clock in
      try records.applyDirectory(
        try records.previewDirectory(
          hamlets: Array("commune_code,name,kind\n17722,Xóm 9,xóm\n".utf8), members: nil),
        clock: clock)
    }
    let other = try sitting.world.signIn(
      as: try sitting.world.rights(.coordinator, unit: "17722"), "noi-khac")
    let path = try sitting.path("first", "again")
    #expect(try sitting.world.get(path, cookie: other).status == 404)
    #expect(try !sitting.page("/duplicates/assists", cookie: other).contains("A-"))
    let answer = try sitting.world.send(
      [("answer", "one"), ("seen", "++")], to: path, cookie: other)
    #expect(answer.status == 404)
    #expect(try sitting.counted() == 5)
  }
}
