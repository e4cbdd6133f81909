import FieldWork
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Lists that showed a part of what there is, or in one order alone.
@Suite struct ListOrderTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  @Test func `every refusal is listed, filtered, ordered and taken out`() throws {
    let world = try CentreWorld(seed: 871)
    let cookie = try signedIn(world)
    #expect(text(try world.get("/refusals", cookie: cookie)).contains("has refused nothing"))
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    let own = laptop.store.identity.replica.rawValue
    let now = world.clock.surroundings.clock().wall.rawValue
    try world.centre.administer { store, _ in
      for number in 0..<60 {
        try store.connection.execute(
          "INSERT INTO refusal (at, replica, reason) VALUES (?, ?, ?)",
          .integer(now + Int64(number) * 60_000), .integer(number < 10 ? Int64(own) : 9_999_999),
          .text(number % 2 == 0 ? "bad-signature" : "unknown-replica"))
      }
    }
    let overview = text(try world.get("/coordinator", cookie: cookie))
    #expect(overview.contains("href=\"/refusals\">All refusals (60)<"))
    #expect(overview.contains("The latest 10 of 60."))
    let first = text(try world.get("/refusals", cookie: cookie))
    let second = text(try world.get("/refusals?page=2", cookie: cookie))
    func rows(_ page: String) -> Int { page.components(separatedBy: "<th scope=\"row\"").count - 1 }
    #expect(ReportWorld.lines(of: first) == 60 && rows(first) == 50 && rows(second) == 10)
    for (query, sql) in [
      ("laptop=\(own)", "replica = \(own)"), ("laptop=foreign", "replica <> \(own)"),
      ("reason=bad-signature", "reason = 'bad-signature'"),
      ("laptop=\(own)&reason=unknown-replica", "replica = \(own) AND reason = 'unknown-replica'"),
    ] {
      let wanted = try world.centre.read {
        try $0.connection.integer("SELECT count(*) FROM refusal WHERE \(sql)")
      }
      let page = text(try world.get("/refusals?\(query)", cookie: cookie))
      #expect(wanted > 0 && ReportWorld.lines(of: page) == Int(wanted), "\(query)")
    }
    let oldest = text(try world.get("/refusals?order=at", cookie: cookie))
    #expect(oldest.contains("máy một") && !first.contains(">máy một</td>"))
    let file = text(try world.get("/refusals.csv?laptop=foreign", cookie: cookie))
    #expect(file.contains("\"Rows\";50"))
    // Whoever sees one unit sees none: nobody can tell whose work it would have been.
    let part =
      try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
      + "; camtay-language=en"
    let theirs = text(try world.get("/refusals", cookie: part))
    #expect(theirs.contains("Whoever sees the whole centre alone") && rows(theirs) == 0)
  }

  @Test func `the log is ordered by time, account and act, on the page and in files`() throws {
    let world = try CentreWorld(seed: 872)
    let auditor =
      try world.signIn(as: try world.rights(.auditor), "kiem-tra") + "; camtay-language=en"
    _ = try world.signIn("coordinator", world.password)
    func column(_ order: String, _ number: Int) throws -> [String] {
      let page = text(try world.get("/audit\(order)", cookie: auditor))
      let body = page.components(separatedBy: "<tbody>").dropFirst().first ?? ""
      return body.components(separatedBy: "<tr").dropFirst().map { row in
        let cells = row.matches(of: /<t[hd][^>]*>([^<]*)</).map { String($0.1) }
        return cells.indices.contains(number) ? cells[number] : ""
      }
    }
    let numbers = try column("?order=at", 0).compactMap { Int($0) }
    #expect(numbers.first == 1 && numbers == numbers.sorted())
    #expect(try column("?order=-at", 0).compactMap { Int($0) } == (try latest(world, auditor)))
    let accounts = try column("?order=account", 2)
    #expect(Set(accounts).count > 1)
    #expect(
      Array(accounts.drop { $0.contains(" ") }) == accounts.drop { $0.contains(" ") }.sorted())
    let file = text(try world.get("/audit.csv?order=-at", cookie: auditor))
    let lines = file.split(separator: "\r\n").dropFirst().prefix(3)
    let first = lines.compactMap { Int($0.prefix { $0 != ";" }) }
    #expect(first.count == 3 && first == first.sorted(by: >), "\(lines)")
  }

  /// The numbers of the plain page, which has the latest first.
  private func latest(_ world: CentreWorld, _ cookie: String) throws -> [Int] {
    let page = text(try world.get("/audit", cookie: cookie))
    return page.matches(of: /<th scope="row"[^>]*>([0-9]+)</).compactMap { Int($0.1) }
  }

  @Test func `the overview's teams come as a file with the numbers of the page`() throws {
    let world = try ReportWorld(seed: 873, visits: 20)
    let page = try world.page("/coordinator?period=2025")
    #expect(page.contains("href=\"/coordinator.csv?period=2025\""))
    for format in ["csv", "xlsx"] {
      let path = "/coordinator.\(format)?period=2025"
      #expect(try world.world.get(path, cookie: world.coordinator).status == 200)
    }
    let file = text(
      try world.world.get("/coordinator.csv?period=2025", cookie: world.coordinator))
    let visits = try world.world.centre.read {
      try $0.connection.integer(
        "SELECT count(*) FROM visit WHERE hidden IS NULL AND void_reason IS NULL")
    }
    #expect(file.contains("Tổ Xóm 1") && file.contains(";\(visits)\r\n"), "\(file)")
  }

  @Test func `trainers order their teams by numbers, and those that are hidden stand together`()
    throws
  {
    let world = try ReportWorld(seed: 874, visits: 40)
    let cookie =
      try world.world.signIn(as: try world.world.rights(.trainer), "huan")
      + "; camtay-language=en"
    func numbers(_ order: String) throws -> [Int] {
      let page = try world.page("/trainer?period=2025&order=\(order)", as: cookie)
      let table = page.components(separatedBy: "<table").first {
        $0.contains("TeamSheet") || $0.contains("/teams/")
      }
      return (table ?? "").matches(of: /number=recorded[^"]*">([0-9]+)</).compactMap { Int($0.1) }
    }
    let up = try numbers("recorded")
    let down = try numbers("-recorded")
    #expect(up.count == 2 && up == up.sorted() && down == up.reversed(), "\(up) \(down)")
  }

  @Test func `flags come as a file, rule by rule, with the visits of each`() throws {
    let desk = try ReviewDesk(seed: 875, visits: 3)
    for visit in desk.visits.prefix(2) {
      _ = try desk.laptop.field.editVisit(
        visit, VisitDraft(start: "23:15"), author: desk.laptop.member,
        clock: desk.world.clock.laptopSurroundings.clock())
    }
    try desk.laptop.sync()
    #expect(try desk.page("/flags").contains("href=\"/flags.csv\""))
    let codes = try desk.world.centre.read { reader in
      try desk.visits.map { try reader.codeText(of: $0, in: VisitTable.definition) }
    }
    let file = try desk.page("/flags.csv?flag=odd-hours")
    for (code, isFlagged) in zip(codes, [true, true, false]) {
      #expect(file.contains(code) == isFlagged, "\(code)")
    }
    #expect(file.contains("\"Số dòng\";2\r\n") && !file.contains("Hộ ông Ba"), "\(file)")
    #expect(try desk.page("/flags.csv?flag=odd-hours&from=01/01/2027").contains("\"Số dòng\";0"))
    #expect(try desk.world.get("/flags.xlsx", cookie: desk.cookie).status == 200)
  }
}
