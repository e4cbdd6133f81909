import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Every number that a trainer is told opens exactly its records, and a number that is not told opens
/// none.
@Suite struct TrainerRecordsTests {
  private func trainer(_ world: ReportWorld) throws -> String {
    try world.world.signIn(as: try world.world.rights(.trainer), "huan") + "; camtay-language=en"
  }

  /// The numbers of a page with where they lead.
  private func links(_ page: String) -> [(number: Int, address: String)] {
    page.matches(of: /href="(\/trainer\/records\?[^"]*)">([^<]*)<\/a>/).compactMap { link in
      // A reason stands with its number in brackets.
      let digits = link.2.reversed().drop { $0 == ")" }.prefix { $0.isNumber || $0 == "," }
      return Int(String(digits.filter(\.isNumber).reversed())).map {
        ($0, String(link.1).replacing("&amp;", with: "&"))
      }
    }
  }

  /// Codes that a query of its own finds for an address.
  private func found(_ world: ReportWorld, _ address: String) throws -> [String] {
    let query = try RequestTarget(address).query
    let period = try Period.parse(query["period"] ?? "", today: world.today)
    let (from, to) = (period.from.daysSince1970, period.to.daysSince1970)
    let isVisit = query["number"] == "visits"
    var sql =
      switch query["number"] {
      case "visits":
        "SELECT v.rid FROM visit AS v WHERE v.date BETWEEN \(from) AND \(to)"
      case "submissions":
        """
        SELECT s.rid FROM submission AS s LEFT JOIN assist AS a ON a.rid = s.assist
          LEFT JOIN visit AS v ON v.rid = a.visit
        WHERE s.void_reason IS NULL AND s.hidden IS NULL AND s.date BETWEEN \(from) AND \(to)
        """
      default:
        """
        SELECT a.rid FROM assist AS a JOIN visit AS v ON v.rid = a.visit
        WHERE a.void_reason IS NULL AND a.hidden IS NULL AND v.date BETWEEN \(from) AND \(to)
        """
      }
    if query["number"] != "submissions" { sql += " AND v.void_reason IS NULL AND v.hidden IS NULL" }
    for (name, column) in [
      ("team", "v.team"), ("service", "a.service"), ("blocked-reason", "a.blocked_reason"),
      ("alone-now", "a.alone_now"),
    ] {
      if let value = query[name] { sql += " AND \(column) = '\(value)'" }
    }
    for (name, column, values) in [
      ("mode", "a.mode", ["guided", "demonstrated", "on-behalf"]),
      ("outcome", "a.outcome", ["completed", "submitted", "blocked", "advised", "refused"]),
    ] {
      guard let value = query[name] else { continue }
      sql += " AND \(column) = \(try #require(values.firstIndex(of: value)) + 1)"
    }
    if let member = query["member"] {
      sql += """
         AND EXISTS (SELECT 1 FROM head AS h WHERE h.row = a.rid
           AND h.table_id = \(AssistTable.definition.id.rawValue)
           AND h.field = \(AssistTable.participants.id.rawValue) AND h.value = \(member))
        """
    }
    return try world.world.centre.read { reader in
      try reader.connection.rows(sql) { RowID(rawValue: try $0.integer(at: 0)) }
        .compactMap(\.self).map { row in
          let table =
            isVisit
            ? VisitTable.definition
            : query["number"] == "submissions"
              ? SubmissionTable.definition : AssistTable.definition
          return try reader.codeText(of: row, in: table)
        }
    }.sorted()
  }

  /// The rows of a list's file, by the headings of its columns.
  private func rows(
    _ world: ReportWorld, _ address: String, as cookie: String
  ) throws -> [[String: String]] {
    let file = address.replacing("/trainer/records?", with: "/trainer/records.csv?")
    let lines = try world.page(file, as: cookie).components(separatedBy: "\r\n").map { line in
      line.components(separatedBy: ";").map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "=\"\u{feff}"))
      }
    }
    return lines.dropFirst().prefix { $0.count > 1 }.map {
      Dictionary(zip(lines[0], $0).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The codes of the records that the lines of a list open, one after the other.
  private func codes(_ world: ReportWorld, _ address: String, as cookie: String) throws -> [String]
  {
    var codes: [String] = []
    for number in 1... {
      let page = try world.page("\(address)&page=\(number)", as: cookie)
      for way in page.matches(of: /href="(\/trainer\/records\/~[^"]*)"/) {
        let answer = try world.world.get(
          String(way.1).replacing("&amp;", with: "&"), cookie: cookie)
        let place = try #require(answer.headers["Location"], "\(way.1): \(answer.status)")
        codes.append(String(place.dropFirst("/trainer/records/".count).prefix { $0 != "?" }))
      }
      guard codes.count < ReportWorld.lines(of: page), number < 20 else { break }
    }
    return codes.sorted()
  }

  @Test(arguments: [UInt64(941), 942])
  func `every number of a trainer's page opens exactly its records`(seed: UInt64) throws {
    let world = try ReportWorld(seed: seed, visits: 160)
    let cookie = try trainer(world)
    let month = try #require(Period(.month, holding: world.today)).previous
    let team = try world.world.centre.read { try $0.teams()[0].id.rawValue }
    var opened: Set<String> = []
    for path in [
      "/trainer?period=\(month)", "/trainer/modes", "/trainer/modes?team=\(team)&step=quarter",
      "/trainer/blocked?period=\(month)", "/trainer/members?period=\(month)",
      "/trainer/weeks?step=month",
      "/trainer/weeks?by=member&step=month", "/trainer/weeks?by=service&step=month",
      "/trainer/weeks?by=mode&step=month", "/trainer/weeks?by=outcome&step=quarter",
      "/teams/\(team)/sheet?period=\(month)",
    ] {
      let links = links(try world.page(path, as: cookie))
      #expect(!links.isEmpty, "\(path)")
      for (number, address) in links where opened.insert("\(number) \(address)").inserted {
        let page = try world.page(address, as: cookie)
        #expect(ReportWorld.lines(of: page) == number, "seed \(seed): \(path): \(address)")
        guard !address.contains("number=residents") else { continue }
        let own = try found(world, address)
        #expect(own.count == number, "seed \(seed): \(path): \(address)")
        #expect(try rows(world, address, as: cookie).count == number, "seed \(seed): \(address)")
        guard number <= 8 || address.hasSuffix("number=visits") else { continue }
        #expect(try codes(world, address, as: cookie) == own, "seed \(seed): \(address)")
      }
    }
    #expect(opened.count > 40, "seed \(seed): \(opened.count)")
  }

  @Test func `a number that is not told opens nothing, and neither does what no table has`() throws
  {
    let world = try ReportWorld(seed: 943, visits: 60)
    let cookie = try trainer(world)
    let year = try #require(Period(.year, holding: world.today))
    let (teams, members) = try world.world.centre.read { reader in
      (try reader.teams().map(\.id.rawValue), try reader.members().map(\.id.rawValue))
    }
    var hidden = 0
    for team in teams {
      for mode in ["guided", "demonstrated", "on-behalf"] {
        for week in SpanStep.week.spans(6, through: world.today) {
          let items = "period=\(week)&number=recorded&team=\(team)&mode=\(mode)"
          let sheet = try world.page("/trainer/modes?team=\(team)&step=week", as: cookie)
          let isTold = links(sheet).contains { $0.address.hasSuffix(items) }
          let count = try found(world, "/trainer/records?\(items)").count
          guard !isTold, count > 0 else { continue }
          hidden += 1
          for path in ["/trainer/records", "/trainer/records.csv"] {
            let answer = try world.world.get("\(path)?\(items)", cookie: cookie)
            let text = String(decoding: answer.body, as: UTF8.self)
            let says = text.contains("This number is not told")
            #expect(says && !text.contains("A-"), "\(path) \(items): \(count)")
          }
        }
      }
    }
    #expect(hidden > 0)
    for items in [
      "team=\(teams[0])&service=vneid", "member=\(members[0])&mode=guided",
      "number=visits&team=\(teams[0])", "outcome=completed&blocked-reason=no-network",
    ] {
      let page = try world.page("/trainer/records?period=\(year)&\(items)", as: cookie)
      #expect(page.contains("This number is not told"), "\(items)")
    }
    for items in ["from=1/10/2025&to=2/10/2025", "teem=1", "mode=x", "number=counted"] {
      let answer = try world.world.get("/trainer/records?\(items)", cookie: cookie)
      #expect(answer.status == 400 || answer.status == 422, "\(items): \(answer.status)")
    }
  }

  @Test func `a record tells what was done and is commented on both ways, and names nobody`() throws
  {
    let world = try ReportWorld(seed: 944, visits: 120)
    let cookie = try trainer(world)
    let month = try #require(Period(.month, holding: world.today)).previous
    let code = try #require(
      try codes(world, "/trainer/records?period=\(month)&mode=guided", as: cookie).first)
    let list = try world.page("/trainer/records?period=\(month)&mode=guided", as: cookie)
    let way = try #require(list.firstMatch(of: /href="(\/trainer\/records\/[^"]*)"/)?.1)
      .replacing("&amp;", with: "&")
    #expect(!list.contains(code), "a list has no code by which two could be laid together")
    let onward = try #require(
      try world.world.get(String(way), cookie: cookie).headers["Location"])
    #expect(try world.page(onward, as: cookie).contains("period=\(month)&amp;number=recorded"))
    // What stands for a record serves in its own list alone, and a wrong one opens nothing.
    let elsewhere = way.replacing("mode=guided", with: "mode=demonstrated")
    #expect(try world.world.get(String(elsewhere), cookie: cookie).status == 404)
    for other in ["~", "~x", "~ffffffffffffffff"] {
      let asked = "/trainer/records/\(other)?period=\(month)&mode=guided"
      #expect(try world.world.get(asked, cookie: cookie).status == 404, "\(other)")
    }
    for (to, text) in [("author", "Xem lại bằng chứng"), ("coordinator", "Cần gọi lại cho tổ")] {
      let answer = try world.world.send(
        [("code", code), ("to", to), ("text", text), ("from-record", "1")], to: "/comments",
        cookie: cookie)
      #expect(answer.headers["Location"] == "/trainer/records/\(code)?done=1")
    }
    let page = try world.page("/trainer/records/\(code)", as: cookie)
    for words in ["Xem lại bằng chứng", "Cần gọi lại cho tổ", "guided", "Volunteer (code)", "M-"] {
      #expect(page.contains(words), "\(words)")
    }
    for name in ["Nguyễn Văn An", "Trần Thị Bình", "Hộ 1", "Người 1", "máy một"] {
      #expect(!page.contains(name), "\(name)")
    }
    // Who opened a record stands in the log.
    let log = try world.world.centre.read { reader in
      try reader.connection.integer(
        "SELECT count(*) FROM audit WHERE subject LIKE '%/trainer/records/\(code)%'")
    }
    #expect(log > 0)
    // A household is no record of these, and what is beyond reach is not there.
    let household = try world.world.centre.read { try $0.households(page: .all)[0].codeText }
    #expect(try world.world.get("/trainer/records/\(household)", cookie: cookie).status == 404)
    let other =
      try world.world.signIn(as: try world.world.rights(.trainer, unit: "17728"), "hoa")
      + "; camtay-language=en"
    #expect(try world.world.get("/trainer/records/\(code)", cookie: other).status == 404)
  }

  /// Tries to count in lists what the tables do not tell: every cell of two things.
  @Test(arguments: [UInt64(945), 946])
  func `nothing that a table hides can be counted in a list`(seed: UInt64) throws {
    let world = try ReportWorld(seed: seed, visits: 220)
    let cookie = try trainer(world)
    let month = try #require(Period(.month, holding: world.today)).previous
    let period = "/trainer/records?period=\(month)&number=recorded"
    // What is so of every record, by a query of one's own.
    let facts = try world.world.centre.read { reader in
      try reader.connection.rows(
        """
        SELECT t.name, a.mode, a.outcome, a.service, coalesce(a.resident, -a.rid)
        FROM assist AS a JOIN visit AS v ON v.rid = a.visit JOIN team AS t ON t.rid = v.team
        WHERE a.void_reason IS NULL AND a.hidden IS NULL AND v.void_reason IS NULL
          AND v.hidden IS NULL AND v.date BETWEEN \(month.from.daysSince1970)
          AND \(month.to.daysSince1970)
        """
      ) {
        (
          [
            "Team": try $0.text(at: 0),
            "Mode": ["", "guided", "demonstrated", "on behalf"][Int(try $0.integer(at: 1))],
            "Outcome": ["", "completed", "submitted", "blocked", "advised", "refused"][
              Int(try $0.integer(at: 2))],
          ], try $0.integer(at: 4)
        )
      }
    }
    var masked = 0
    var told = 0
    for address in [
      period, period + "&mode=guided", period + "&outcome=blocked", period + "&service=vneid",
      period + "&outcome=completed",
    ] {
      let lines = try rows(world, address, as: cookie)
      #expect(!lines.isEmpty, "\(address)")
      masked += lines.count { $0.values.contains("hidden") }
      let heads = ["Week", "Team", "Volunteer (code)", "Mode", "Outcome"]
      for one in heads {
        for other in heads where other > one {
          // Whatever is told of two things together, enough lines say.
          let cells = Dictionary(grouping: lines) { "\($0[one] ?? "?")|\($0[other] ?? "?")" }
          for (cell, own) in cells where !cell.contains("hidden") {
            told += 1
            #expect(
              own.count >= SuppressedCount.standardThreshold,
              "seed \(seed) \(address): \(one)|\(other) = \(cell): \(own.count)")
          }
          // What is not told is never one group alone: by leaving out what is told nobody finds it.
          for (head, hidden) in [(one, other), (other, one)] {
            for (value, own) in Dictionary(grouping: lines, by: { $0[head] ?? "?" })
            where value != "hidden" {
              let rest = own.count { $0[hidden] == "hidden" }
              #expect(
                rest == 0 || rest >= SuppressedCount.standardThreshold,
                "seed \(seed) \(address): \(value): \(rest) without \(hidden)")
            }
          }
        }
      }
    }
    #expect(masked > 10 && told > 10, "\(masked) \(told)")
    // A small cell of the whole, which no table tells: no list has as many lines that say it.
    let lines = try rows(world, period, as: cookie)
    var small = 0
    for (one, other) in [("Team", "Mode"), ("Team", "Outcome"), ("Mode", "Outcome")] {
      let cells = Dictionary(grouping: facts) { "\($0.0[one] ?? "")|\($0.0[other] ?? "")" }
      for (cell, own) in cells where Set(own.map(\.1)).count < SuppressedCount.standardThreshold {
        small += 1
        let counted = lines.count { "\($0[one] ?? "")|\($0[other] ?? "")" == cell }
        #expect(counted == 0, "seed \(seed): \(cell): \(counted) of \(own.count)")
      }
    }
    #expect(small > 0 || seed == 946, "seed \(seed): no small cell")
    let page = try world.page(period, as: cookie)
    #expect(page.contains("so that nobody counts here what a table hides"))
  }
}
