import CommandLine
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// What programs read is what the pages tell, and what a query of one's own finds.
@Suite struct ProgramListTests {
  private func json(
    _ world: CentreWorld, _ path: String, _ token: String, status: Int = 200
  ) throws -> JSONValue {
    let answer = try HTTPClient(trust: .system).send(
      ClientRequest(
        .get, world.url + ProgramRoutes.prefix + path,
        headers: ["Authorization": "Bearer \(token)"]))
    try #require(answer.status == status, "\(path): \(answer.status)")
    return try JSONValue(parsing: answer.body)
  }

  private func token(_ world: CentreWorld, _ rights: AccountRights? = nil) throws -> String {
    try world.centre.addToken(
      "p", try rights ?? AccountRights([.coordinator, .trainer]), by: .keeper)
  }

  private func count(_ world: CentreWorld, _ sql: String) throws -> Int64 {
    try world.centre.read { try $0.connection.integer(sql) }
  }

  /// The rows of a list's file, by the headings of its columns, without the facts below it.
  private func rows(_ world: ReportWorld, _ path: String) throws -> [[String: String]] {
    let lines = try world.page(path).split(separator: "\r\n", omittingEmptySubsequences: false)
      .map { line in
        line.split(separator: ";", omittingEmptySubsequences: false).map {
          $0.trimmingCharacters(in: CharacterSet(charactersIn: "=\"\u{feff}"))
        }
      }
    guard let heads = lines.first else { return [] }
    return lines.dropFirst().prefix { $0.count > 1 }.map {
      Dictionary(zip(heads, $0).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    }
  }

  @Test func `a trend is the page's, span by span and group by group`() throws {
    let world = try ReportWorld(seed: 971)
    let token = try token(world.world)
    let days = "from=2025-08-01&to=2025-10-31"
    let answer = try json(world.world, "/trends?step=month&number=visits&\(days)&lang=en", token)
    let page = try world.page(
      "/reports/trends?step=month&number=visits&from=01/08/2025&to=31/10/2025")
    let values = (answer["spans"]?.arrayValue ?? []).map { $0["value"]?.integerValue }
    let shown = ReportWorld.links(in: page).map { Int64($0.number) }
    #expect(values.compactMap(\.self).filter { $0 > 0 }.sorted() == shown.sorted())
    let (from, to) = (
      try #require(LocalDate(iso: "2025-08-01")).daysSince1970,
      try #require(LocalDate(iso: "2025-10-31")).daysSince1970
    )
    let standing = """
      SELECT count(*) FROM visit WHERE void_reason IS NULL AND hidden IS NULL
        AND date BETWEEN \(from) AND \(to)
      """
    let all = try count(world.world, standing)
    #expect(values.compactMap(\.self).reduce(0, +) == all && all > 0)
    #expect(answer["groups"]?.arrayValue == [] && answer["coverage"]?["laptops"] == .integer(2))
    let divided = try json(
      world.world, "/trends?number=visits&division=team&\(days)&lang=en&limit=1", token)
    #expect(divided["total"] == .integer(2) && divided["groups"]?.arrayValue?.count == 1)
    let second = try json(
      world.world, "/trends?number=visits&division=team&\(days)&lang=en&offset=1", token)
    let teams = [divided, second].flatMap { $0["groups"]?.arrayValue ?? [] }
    let sum = teams.flatMap { $0["values"]?.arrayValue ?? [] }
      .compactMap { $0["value"]?.integerValue }.reduce(0, +)
    #expect(sum == all)
    for team in teams {
      let row = try #require(team["key"]?.textValue)
      let own = (team["values"]?.arrayValue ?? []).compactMap { $0["value"]?.integerValue }
      let counted = try count(world.world, "\(standing) AND team = \(row)")
      #expect(own.reduce(0, +) == counted, "\(row)")
    }
    _ = try json(world.world, "/trends?step=moon", token, status: 400)
    _ = try json(world.world, "/trends?unit=99999", token, status: 400)
  }

  @Test func `rates are those of the command, whole and by team, and unknown is null`() throws {
    let world = try ReportWorld(seed: 972)
    let token = try token(world.world)
    for division in ["", "team"] {
      let by = division.isEmpty ? [] : ["--by", division]
      let told = try world.world.run(
        ["rates", "--period", "2025", "--json", "--limit", "1000"] + by
      ).json()
      let answer = try json(
        world.world,
        "/rates?period=2025&limit=1000&lang=en" + (division.isEmpty ? "" : "&by=team"), token)
      let lines = answer["rates"]?.arrayValue ?? []
      var checked = 0
      for line in told["rates"]?.arrayValue ?? [] {
        let own = lines.first {
          $0["key"] == line["key"] && (division.isEmpty || $0["part"] == line[division])
        }
        let found = try #require(own, "\(line)")
        for key in ["numerator", "denominator", "hundredths", "unrecorded", "is_percentage"] {
          #expect(found[key] == line[key], "\(key): \(found) \(line)")
        }
        #expect(found["unknown"] == line["unknown"]?["reason"] ?? .null, "\(found)")
        checked += 1
      }
      #expect(checked > 20, "\(division)")
      #expect(lines.contains { $0["unknown"]?.textValue != nil } || !division.isEmpty)
    }
    let one = try json(world.world, "/rates?period=2025&rate=online&by=team", token)
    let numerators = (one["rates"]?.arrayValue ?? []).compactMap {
      $0["numerator"]?.integerValue
    }
    let online = try count(
      world.world,
      """
      SELECT count(*) FROM submission WHERE void_reason IS NULL AND hidden IS NULL
        AND channel = 2
      """)
    #expect(numerators.reduce(0, +) == online && online > 0)
  }

  @Test func `the inbox and the visits of the review are the pages'`() throws {
    let world = try ReportWorld(seed: 973)
    let token = try token(world.world)
    let inbox = try json(world.world, "/inbox?since=2025-01-01", token)
    let shown = try rows(world, "/inbox.csv?since=01/01/2025")
    #expect(inbox["total"] == .integer(Int64(shown.count)) && shown.count == 2)
    for line in inbox["laptops"]?.arrayValue ?? [] {
      let label = try #require(line["label"]?.textValue)
      let row = try #require(shown.first { $0["Laptop"] == label }, "\(label)")
      let replica = try #require(line["replica"]?.integerValue)
      #expect(row["Number"] == "\(replica)")
      let new = try #require(line["new_operations"]?.integerValue)
      #expect(row["New"].flatMap { Int64($0) } == new || row.values.contains("\(new)"), "\(row)")
      let written = try count(
        world.world, "SELECT sum(operations) FROM batch WHERE replica = \(replica)")
      #expect(new == written, "\(label)")
      #expect(line["reported"] == .bool(true))
    }

    let all = try json(world.world, "/visits?state=all&limit=10000&lang=en", token)
    #expect(
      all["total"]
        == .integer(
          try count(world.world, "SELECT count(*) FROM visit WHERE hidden IS NULL")))
    let listed = try rows(world, "/review.csv?state=all")
    let visits = all["visits"]?.arrayValue ?? []
    #expect(visits.count == listed.count && visits.count > 20)
    var flagged = 0
    for visit in visits {
      let code = try #require(visit["code"]?.textValue)
      let row = try #require(listed.first { $0["Visit"] == code }, "\(code)")
      let flags = visit["flags"]?.arrayValue ?? []
      flagged += flags.isEmpty ? 0 : 1
      #expect((row["Flags"] ?? "").isEmpty == flags.isEmpty, "\(code)")
    }
    let asked = try json(world.world, "/visits?state=all&flag=any", token)
    #expect(asked["total"] == .integer(Int64(flagged)))
    let text = all.compactText
    for name in ["Nguyễn Văn An", "Hộ 1", "Người 1", "máy một"] { #expect(!text.contains(name)) }
    let waiting = try json(world.world, "/visits?limit=1&offset=3", token)
    #expect(waiting["offset"] == .integer(3) && waiting["visits"]?.arrayValue?.count == 1)
    _ = try json(world.world, "/visits?state=moon", token, status: 400)
  }

  @Test func `pairs have codes alone, and say what was said of them`() throws {
    let world = try CentreWorld(seed: 974)
    let token = try token(world)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    let twins = try laptop.addTwins("Lò Văn Tư")
    try laptop.sync()
    let codes = try world.centre.read { reader in
      try twins.compactMap(RowID.init(rawValue:)).map {
        try reader.codeText(of: $0, in: ResidentTable.definition)
      }
    }
    let found = try json(world, "/duplicates?kind=resident", token)
    let pair = try #require(found["pairs"]?.arrayValue?.first)
    #expect(found["total"] == .integer(1) && pair["said"] == .null)
    #expect(Set(pair["codes"]?.arrayValue?.compactMap(\.textValue) ?? []) == Set(codes))
    #expect((pair["score"]?.integerValue ?? 0) > 50)
    #expect(pair["reasons"]?.arrayValue?.isEmpty == false)
    #expect(!found.compactText.contains("Lò Văn Tư"))
    let cookie = try #require(try world.signIn("coordinator", world.password))
    _ = try world.send(
      [("answer", "same"), ("said", "")],
      to: "/duplicates/resident/\(twins[0])/\(twins[1])", cookie: cookie)
    #expect(try json(world, "/duplicates?kind=resident", token)["total"] == .integer(0))
    let said = try json(world, "/duplicates?said=same", token)
    #expect(said["pairs"]?.arrayValue?.first?["said"] == .text("same"))
    // As one person they were helped twice with the same thing.
    let assists = try json(world, "/assist-duplicates", token)
    let told = try world.run("assist", "duplicates", "--json").json()
    #expect(assists["total"] == told["total"] && assists["total"] == .integer(1))
    #expect(assists["pairs"]?.arrayValue?.first?["codes"]?.arrayValue?.count == 2)
    #expect(!assists.compactText.contains("Lò Văn Tư"))
  }

  @Test func `months tell their numbers as closed and as they are now`() throws {
    let world = try ReportWorld(seed: 975)
    let token = try token(world.world)
    let month = try #require(Period(.month, holding: world.today)).previous
    let closed = world.world.run(
      "close", "month", month.description, "--by", "Lan", "--apply", "--anyway")
    #expect(closed.exit == .done, "\(closed.error)")
    let answer = try json(world.world, "/months?lang=en", token)
    let months = answer["months"]?.arrayValue ?? []
    let own = try #require(months.first { $0["month"] == .text(month.description) })
    let sql = """
      SELECT count(*) FROM visit WHERE void_reason IS NULL AND hidden IS NULL
        AND date BETWEEN \(month.from.daysSince1970) AND \(month.to.daysSince1970)
      """
    let before = try count(world.world, sql)
    #expect(own["state"] == .text("closed") && own["now"] == .null)
    #expect(own["as_closed"]?["visits"] == .integer(before) && before > 0)
    #expect(months.contains { $0["state"] == .text("running") })
    // What comes late changes what it is now, and not what was closed.
    let laptop = world.laptops[0]
    let household = try laptop.addHousehold("Hộ muộn")
    var draft = VisitDraft(household: household, outcome: "nobody-home")
    draft.date = Format.date(month.to)
    _ = try laptop.field.addVisit(
      draft, author: laptop.member, clock: world.world.clock.laptopSurroundings.clock())
    try laptop.sync()
    let later = try json(world.world, "/months", token)["months"]?.arrayValue ?? []
    let changed = try #require(later.first { $0["month"] == .text(month.description) })
    #expect(changed["as_closed"]?["visits"] == .integer(before))
    #expect(changed["now"]?["visits"] == .integer(try count(world.world, sql)))
    #expect(try count(world.world, sql) == before + 1)
    let reopened = world.world.run(
      "close", "reopen", month.description, "--reason", "sai số", "--by", "Lan", "--apply")
    #expect(reopened.exit == .done, "\(reopened.error)")
    let again = try json(world.world, "/months", token)["months"]?.arrayValue ?? []
    #expect(
      again.first { $0["month"] == .text(month.description) }?["state"] == .text("reopened"))
  }

  @Test func `feedback, VNeID, campaigns, sessions, tasks and difficulties stand as on pages`()
    throws
  {
    let world = try ReportWorld(seed: 976)
    let token = try token(world.world)
    let (place, member) = try world.world.centre.read { reader in
      (try reader.places()[0].codeText, try reader.members()[0].codeText)
    }
    let today = Format.date(world.today)
    let past = Format.date(world.today.adding(days: -3))
    try world.world.centre.change { records, clock in
      for (form, texts) in [
        (
          RecordForms.feedback,
          ["place": place, "rating": "2", "channel": "form", "text": "bà Sáu chờ lâu"]
        ),
        (RecordForms.feedback, ["place": place, "rating": "5", "channel": "form"]),
        (RecordForms.campaign, ["name": "Ra quân", "from": past, "to": today]),
        (RecordForms.session, ["kind": "saturday", "date": past, "place": place]),
        (RecordForms.task, ["title": "Gọi bà Sáu", "owner": member, "due": past]),
        (
          RecordForms.difficulty,
          ["reason-code": "no-network", "date": past, "place": place, "text": "nhà bà Sáu"]
        ),
      ] {
        _ = try records.add(form, FormDraft(form, texts), author: nil, clock: clock)
      }
    }
    let feedback = try json(world.world, "/feedback", token)
    #expect(feedback["total"] == .integer(2))
    let open = try json(world.world, "/feedback?state=open", token)
    #expect(open["total"] == .integer(1))
    #expect(open["feedback"]?.arrayValue?.first?["rating"] == .integer(2))
    let shown = try rows(world, "/feedback.csv")
    #expect(shown.count == 2)
    for line in feedback["feedback"]?.arrayValue ?? [] {
      #expect(shown.contains { $0.values.contains(line["code"]?.textValue ?? "?") })
    }

    let hamlets = try json(world.world, "/vneid", token)["hamlets"]?.arrayValue ?? []
    // All of them were born in 1950.
    let adults = try count(
      world.world,
      "SELECT count(*) FROM resident WHERE hidden IS NULL AND void_reason IS NULL")
    let doubles = Int64(world.doubles.count)
    let told = hamlets.compactMap { $0["adults"]?.integerValue }.reduce(0, +)
    #expect(told == adults - doubles && told > 0, "\(told) \(adults) \(doubles)")
    func sum(_ key: String) -> Int64 {
      hamlets.compactMap { $0[key]?.integerValue }.reduce(0, +)
    }
    let parts: Int64 = sum("level1") + sum("without") + sum("not_asked")
    #expect(sum("missing") == parts)

    let campaign = try #require(
      try json(world.world, "/campaigns?state=running", token)["campaigns"]?.arrayValue?.first)
    #expect(campaign["name"] == .text("Ra quân") && campaign["listed"] == .integer(0))
    #expect(try json(world.world, "/campaigns?state=over", token)["total"] == .integer(0))
    let session = try #require(
      try json(world.world, "/sessions", token)["sessions"]?.arrayValue?.first)
    #expect(session["kind"] == .text("saturday") && session["dossiers"] == .integer(0))
    #expect(try json(world.world, "/sessions?period=2020", token)["total"] == .integer(0))
    let task = try #require(try json(world.world, "/tasks", token)["tasks"]?.arrayValue?.first)
    #expect(task["state"] == .text("overdue") && task["team_name"]?.textValue != nil)
    #expect(try json(world.world, "/tasks?state=done,open", token)["total"] == .integer(0))
    let difficulty = try #require(
      try json(world.world, "/difficulties?lang=en", token)["difficulties"]?.arrayValue?.first)
    #expect(difficulty["open"] == .bool(true) && difficulty["open_tasks"] == .integer(0))
    for path in ["/feedback", "/tasks", "/difficulties", "/sessions", "/campaigns", "/vneid"] {
      let text = try json(world.world, path, token).compactText
      for name in ["Sáu", "Nguyễn Văn An", "Trần Thị Bình", "Hộ 1"] {
        #expect(!text.contains(name), "\(path): \(name)")
      }
    }
  }

  @Test func `a token of one commune reads its own alone`() throws {
    let world = try ReportWorld(seed: 977, visits: 20)
    let other = try token(world.world, try AccountRights([.coordinator], unit: "17728"))
    for (path, name) in [
      ("/visits?state=all", "visits"), ("/vneid", "hamlets"), ("/inbox", "laptops"),
      ("/sessions", "sessions"), ("/feedback", "feedback"), ("/duplicates", "pairs"),
    ] {
      let answer = try json(world.world, path, other)
      #expect(answer["total"] == .integer(0) && answer[name]?.arrayValue == [], "\(path)")
    }
    for path in ["/rates?unit=17713", "/trends?unit=17713", "/vneid?unit=17713"] {
      let answer = try json(world.world, path, other, status: 403)
      #expect(answer["error"]?["code"] == .text("parameter-beyond-reach"), "\(path)")
    }
  }
}
