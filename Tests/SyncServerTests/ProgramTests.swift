import CommandLine
import FieldWork
import Foundation
import Testing
import Web

@testable import SyncServer

/// What programs read, with tokens.
@Suite struct ProgramTests {
  private func ask(
    _ world: CentreWorld, _ path: String, _ token: String?
  ) throws -> (status: Int, headers: HTTPHeaders, body: [UInt8]) {
    let answer = try HTTPClient(trust: .system).send(
      ClientRequest(
        .get, world.url + path,
        headers: token.map { ["Authorization": "Bearer \($0)"] } ?? [:]))
    return (answer.status, answer.headers, answer.body)
  }

  private func tokens(_ world: CentreWorld) throws -> [Role: String] {
    try Dictionary(
      uniqueKeysWithValues: Role.allCases.map { role in
        (
          role,
          try world.centre.addToken("p-\(role.rawValue)", try world.rights(role), by: .keeper)
        )
      })
  }

  @Test func `every question is answered to exactly the roles it names`() throws {
    let world = try CentreWorld(seed: 311)
    let tokens = try tokens(world)
    let desk = CentreDesk(world.centre, hosts: ["localhost"])
    var asked = 0
    for route in desk.routes {
      guard case .tokens(let roles) = route.access else { continue }
      asked += 1
      #expect(route.method == .get, "programs only read")
      let nobody = try ask(world, route.pattern, nil)
      #expect(nobody.status == 401 && nobody.headers["WWW-Authenticate"] != nil)
      // A person's sign-in opens pages alone.
      let cookie = try #require(try world.signIn("coordinator", world.password))
      #expect(try world.get(route.pattern, cookie: cookie).status == 401)
      for (role, token) in tokens {
        let status = try ask(world, route.pattern, token).status
        #expect(status == (roles.contains(role) ? 200 : 403), "\(route.pattern) as \(role)")
      }
    }
    #expect(asked == ProgramRoutes.all.count + 1)
    for route in desk.routes {
      guard case .roles = route.access else { continue }
      guard route.method == .get, !route.pattern.contains(":") else { continue }
      #expect(try ask(world, route.pattern, tokens[.coordinator]).status == 303, "\(route.pattern)")
    }
  }

  @Test func `programs read the trainer's comparison and the indicators as pages tell them`()
    throws
  {
    let world = try ReportWorld(seed: 319, visits: 120)
    let token = try world.world.centre.addToken(
      "all", try AccountRights([.coordinator, .trainer]), by: .keeper)
    let previous = try #require(Period(.month, holding: world.today)).previous
    let training = try JSONValue(
      parsing: ask(world.world, "/api/v1/training?lang=en", token).body)
    #expect(training["previous_period"]?.textValue == previous.description)
    func standing(_ team: String) throws -> Int64 {
      try world.world.centre.read { reader in
        try reader.connection.integer(
          """
          SELECT count(*) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
            JOIN team AS t ON t.rid = v.team
          WHERE a.void_reason IS NULL AND v.void_reason IS NULL AND v.hidden IS NULL
            AND v.date BETWEEN \(previous.from.daysSince1970) AND \(previous.to.daysSince1970)
            AND t.name LIKE '\(team)'
          """)
      }
    }
    #expect(try training["previous_assists"]?.integerValue == standing("%"))
    let teams = training["teams"]?.arrayValue ?? []
    #expect(teams.count == 2)
    for team in teams {
      let name = try #require(team["name"]?.textValue)
      #expect(try team["previous_assists"]?.integerValue == standing(name), "\(name)")
    }
    let shown = teams.compactMap { $0["assists"]?.integerValue }
    #expect(training["median_assists_doubled"]?.integerValue == shown.reduce(0, +))
    #expect(training["median_teams"]?.integerValue == 2)

    let asked = try JSONValue(
      parsing: ask(world.world, "/api/v1/indicators?period=2025&lang=en", token).body)
    let told = try JSONValue(
      parsing: Array(world.world.run("indicators", "--period", "2025", "--json").out.utf8))
    for key in ["score_hundredths", "known_maximum_hundredths", "maximum_hundredths"] {
      #expect(asked[key] == told[key] && asked[key] != nil, "\(key)")
    }
    let (own, other) = (asked["indicators"]?.arrayValue ?? [], told["indicators"]?.arrayValue ?? [])
    #expect(own.count == other.count && own.count > 15)
    for (one, two) in zip(own, other) {
      for key in ["code", "numerator", "denominator", "score_hundredths", "is_official"] {
        #expect(one[key] == two[key] || two[key] == nil, "\(key): \(one) \(two)")
      }
    }
    #expect(own.contains { $0["numerator"] == .null } && own.contains { $0["numerator"] != .null })
    #expect(try ask(world.world, "/api/v1/indicators?level=nation", token).status == 400)
  }

  @Test func `every answer is what the document says`() throws {
    let world = try FilledCentre(seed: 312)
    let token = try world.centre.addToken(
      "all", try AccountRights([.coordinator, .trainer, .auditor, .administrator]), by: .keeper)
    for route in ProgramRoutes.all {
      let answer = try ask(world.world, ProgramRoutes.prefix + route.path + "?lang=en", token)
      #expect(answer.status == 200, "\(route.path)")
      let value = try JSONValue(parsing: answer.body)
      #expect(route.answer.objections(to: value, at: route.path) == [])
    }
    let divided = try JSONValue(
      parsing: try ask(world.world, "/api/v1/count?period=2025&by=team,month", token).body)
    #expect(divided["groups"]?.arrayValue?.isEmpty == false)
    let route = try #require(ProgramRoutes.all.first { $0.path == "/count" })
    #expect(route.answer.objections(to: divided, at: "/count") == [])
  }

  @Test func `a program counts as the command does, and a small reach is kept`() throws {
    let world = try FilledCentre(seed: 313)
    let whole = try world.centre.addToken(
      "whole", try AccountRights([.coordinator]), by: .keeper)
    let commanded = try JSONValue(
      parsing: Array(
        world.world.run("count", "--period", "2025", "--by", "team", "--json").out.utf8))
    let answered = try JSONValue(
      parsing: try ask(world.world, "/api/v1/count?period=2025&by=team&lang=en", whole).body)
    #expect(commanded["total"] == answered["total"] && commanded["groups"] == answered["groups"])
    #expect(answered["total"]?["visits"] == .integer(2))

    let lead = try world.centre.addToken("lead", try world.world.rights(.teamLead), by: .keeper)
    let own = try JSONValue(
      parsing: try ask(world.world, "/api/v1/count?period=2025&by=team&lang=en", lead).body)
    #expect(own["total"]?["visits"] == .integer(1))
    // Another team's numbers are not there, whatever is asked for.
    let others = try ask(world.world, "/api/v1/count?period=2025&team=\(world.otherTeam)", lead)
    #expect(others.status == 403)
    #expect(
      try JSONValue(parsing: others.body)["error"]?["code"]?.textValue == "parameter-beyond-reach")
    let laptops = try JSONValue(parsing: try ask(world.world, "/api/v1/laptops", lead).body)
    #expect(laptops["total"] == .integer(1))
  }

  @Test func `what lies beyond a token's reach is refused by every question, and is not 0`() throws
  {
    let world = try FilledCentre(seed: 319)
    let kept = try world.centre.addToken(
      "kept", try AccountRights([.coordinator, .trainer], unit: "17713"), by: .keeper)
    var asked = 0
    for route in ProgramRoutes.all {
      guard route.parameters.contains(where: { $0.name == CountDimension.unit.key }) else {
        continue
      }
      asked += 1
      let address = ProgramRoutes.prefix + route.path + "?unit="
      for foreign in ["17722", "00001"] {
        let answer = try ask(world.world, address + foreign, kept)
        #expect([400, 403].contains(answer.status), "\(route.path) \(foreign)")
        let error = try JSONValue(parsing: answer.body)["error"]
        #expect(error?["code"]?.textValue != nil && error?["vi"]?.textValue?.isEmpty == false)
      }
      let answer = try ask(world.world, address + "17713", kept)
      #expect(answer.status == 200, "\(route.path)")
      guard route.path == "/count" else { continue }
      let own = try JSONValue(parsing: answer.body)
      #expect(own["total"]?["visits"] == .integer(2))
      #expect(own["undated_assists"] == .null)
    }
    #expect(asked >= 5)
    let whole = try world.centre.addToken("all", try AccountRights([.coordinator]), by: .keeper)
    let all = try JSONValue(parsing: try ask(world.world, "/api/v1/count", whole).body)
    #expect(all["undated_assists"] == .integer(0))
  }

  @Test func `records of a kind are read page by page, and name nobody`() throws {
    let world = try CentreWorld(seed: 330)
    let token = try world.centre.addToken("p", try AccountRights([.coordinator]), by: .keeper)
    let place = try world.centre.read { try $0.places()[0].codeText }
    try world.centre.change { records, clock in
      for rating in ["4", "2", "5"] {
        _ = try records.add(
          RecordForms.feedback,
          FormDraft(
            RecordForms.feedback,
            ["place": place, "rating": rating, "channel": "form", "text": "bà Lò Thị Sáu chờ lâu"]),
          author: nil, clock: clock)
      }
    }
    func answer(_ query: String, _ token: String) throws -> JSONValue {
      try JSONValue(parsing: ask(world, "/api/v1/records?\(query)", token).body)
    }
    let all = try answer("kind=feedback&limit=2", token)
    #expect(all["total"] == .integer(3) && all["records"]?.arrayValue?.count == 2)
    let rest = try answer("kind=feedback&limit=2&offset=2", token)
    #expect(rest["records"]?.arrayValue?.count == 1)
    let ratings = [all, rest].flatMap { $0["records"]?.arrayValue ?? [] }
      .compactMap { $0["fields"]?["rating"] }
    #expect(ratings.count == 3)
    #expect(!all.compactText.contains("Lò Thị Sáu") && all.compactText.contains(place))
    let route = try #require(ProgramRoutes.all.first { $0.path == "/records" })
    for form in ProgramRoutes.recordForms {
      let value = try answer("kind=\(form.noun)", token)
      #expect(route.answer.objections(to: value, at: form.noun) == [])
    }
    #expect(try ask(world, "/api/v1/records?kind=member", token).status == 400)
    // A commune's own token sees them too.
    let kept = try world.centre.addToken(
      "kept", try AccountRights([.coordinator], unit: "17713"), by: .keeper)
    #expect(try answer("kind=feedback", kept)["total"] == .integer(3))
    let day = try answer("kind=feedback&period=2020", token)
    #expect(day["total"] == .integer(0))
  }

  @Test func `what cannot be read is said and nothing else is answered`() throws {
    let world = try CentreWorld(seed: 314)
    let token = try world.centre.addToken("p", try AccountRights([.coordinator]), by: .keeper)
    for (query, code) in [
      ("?perod=2025", "parameter-unknown"), ("?by=nothing", "parameter-invalid"),
      ("?by=team,team", "parameter-invalid"), ("?from=x", "parameter-invalid"),
      ("?period=x", "period-unreadable"), ("?period=2025&period=2026", "parameter-invalid"),
      ("?team=T-99999-9-9", nil),
    ] as [(String, String?)] {
      let answer = try ask(world, "/api/v1/count\(query)", token)
      #expect(answer.status == 400, "\(query)")
      let value = try JSONValue(parsing: answer.body)
      if let code { #expect(value["error"]?["code"]?.textValue == code, "\(query)") }
      #expect(value["error"]?["vi"]?.textValue?.isEmpty == false)
    }
    #expect(try ask(world, "/api/v1/laptops?limit=0", token).status == 400)
    let nowhere = try ask(world, "/api/v1/counts", token)
    #expect(nowhere.status == 404)
    #expect(
      try JSONValue(parsing: nowhere.body)["error"]?["code"]?.textValue == "no-such-question")
    #expect(try ask(world, "/api/v1/laptops?limit=10001", token).status == 400)
    let trainer = try world.centre.addToken("t", try AccountRights([.trainer]), by: .keeper)
    // Two periods that differ by a day would tell what happened on that day.
    let days = "/api/v1/training?period=2025-01-01..2025-02-01"
    #expect(try ask(world, days, trainer).status == 400)
    #expect(try ask(world, "/api/v1/training?period=2025-10@14", trainer).status == 400)
    #expect(try ask(world, "/api/v1/training?period=2025-10", trainer).status == 200)
  }

  @Test func `a closed token opens nothing, and the log knows who asked for names`() throws {
    let world = try CentreWorld(seed: 315)
    let made = world.run("token", "add", "bao-cao", "--role", "coordinator", "--json")
    let token = try #require(try JSONValue(parsing: Array(made.out.utf8))["token"]?.textValue)
    #expect(try ask(world, "/api/v1/laptops", token).status == 200)
    #expect(try ask(world, "/api/v1/laptops", token.uppercased()).status == 401)
    let log = try world.centre.read { try AuditLog($0.connection).entries(.init(), limit: 50) }
    #expect(log.entries.contains { $0.account == "token:bao-cao" && $0.act == "seen" })
    #expect(log.entries.contains { $0.act == "token-made" && $0.subject == "bao-cao" })
    #expect(!log.entries.contains { $0.subject.contains(token) || $0.detail.contains(token) })
    #expect(world.run("token", "list").out.contains("bao-cao"))
    #expect(world.run("token", "add", "bao-cao", "--role", "trainer").exit == .userError)
    #expect(world.run("token", "close", "bao-cao").exit == .done)
    #expect(try ask(world, "/api/v1/laptops", token).status == 401)
    #expect(world.run("token", "close", "khac").error.contains("no token"))
  }

  @Test func `an administrator makes and closes a token on the pages`() throws {
    let world = try CentreWorld(seed: 316)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let page = try world.send(
      [("name", "so-lieu"), ("role", "trainer")], to: "/tokens", cookie: cookie)
    let text = String(decoding: page.body, as: UTF8.self)
    let token = try #require(text.firstMatch(of: /camtay_[0-9a-z]{40}/).map { String($0.0) })
    #expect(try ask(world, "/api/v1/training", token).status == 200)
    let again = try world.get("/tokens/so-lieu", cookie: cookie)
    #expect(again.status == 200 && !String(decoding: again.body, as: UTF8.self).contains(token))
    let refused = try world.send(
      [("name", "so-lieu"), ("role", "trainer")], to: "/tokens", cookie: cookie)
    #expect(refused.status == 422)
    #expect(try world.send([], to: "/tokens/so-lieu/close", cookie: cookie).status == 303)
    #expect(try ask(world, "/api/v1/training", token).status == 401)
    #expect(try world.get("/tokens/khac", cookie: cookie).status == 404)
  }

  @Test func `Prometheus reads the metrics, and a number that is not known is not there`() throws {
    let world = try CentreWorld(seed: 317)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    _ = try laptop.sync()
    let token = try world.centre.addToken(
      "prometheus", try AccountRights([.administrator]), by: .keeper)
    let answer = try ask(world, "/metrics", token)
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(answer.headers["Content-Type"]?.hasPrefix("text/plain; version=0.0.4") == true)
    #expect(text.contains("\ncamtay_laptops 1\n") && text.contains("\ncamtay_laptops_silent 0\n"))
    #expect(text.contains("\ncamtay_round_queue_bytes 0\n"))
    #expect(!text.contains("camtay_last_backup"))
    world.clock.advance(seconds: 8 * 86_400)
    let later = String(decoding: try ask(world, "/metrics", token).body, as: UTF8.self)
    #expect(later.contains("\ncamtay_laptops_silent 1\n"))
    // Each metric has its help and type before it, once.
    let names = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: " ")[0]
    }
    #expect(Set(names).count == names.count)
    for name in names { #expect(text.contains("# TYPE \(name) ")) }
  }

  @Test func `a unit's token reads its own numbers, and not those of the whole centre`() throws {
    let world = try CentreWorld(
      seed: 319, place: "40",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    _ = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An").sync()
    for (unit, laptops) in [("17713", 1), ("17722", 0)] {
      let token = try world.centre.addToken(
        "of-\(unit)", try world.rights(.coordinator, unit: unit), by: .keeper)
      let text = String(decoding: try ask(world, "/metrics", token).body, as: UTF8.self)
      #expect(text.contains("\ncamtay_laptops \(laptops)\n"), "\(unit)")
      #expect(!text.contains("merged_batches") && !text.contains("queue"), "\(unit)")
      let status = String(decoding: try ask(world, "/api/v1/status", token).body, as: UTF8.self)
      #expect(status.contains(#""laptops":\#(laptops),"#), "\(status)")
      #expect(status.contains(#""merged_batches":null"#), "\(status)")
    }
  }

  @Test(.enabled(if: OpenAPIChecker.python != nil, "\(OpenAPIChecker.missing)"))
  func `a checker of OpenAPI accepts the document`() throws {
    let python = try #require(OpenAPIChecker.python)
    let world = try CentreWorld(seed: 318)
    let file = world.path("openapi.json")
    try Data(try world.get("/api/openapi.json").body).write(to: URL(filePath: file))
    let (status, output) = try OpenAPIChecker.check(python, file)
    #expect(status == 0, "\(output)")
    // It would say no to a document that is wrong.
    var broken = String(decoding: ProgramDocument.bytes, as: UTF8.self)
    broken = broken.replacing("\"in\": \"query\"", with: "\"in\": \"nowhere\"")
    try Data(broken.utf8).write(to: URL(filePath: file))
    #expect(try OpenAPIChecker.check(python, file).status != 0)
  }
}

extension AnswerSchema {
  /// Where a value is not what the schema says.
  fileprivate func objections(to value: JSONValue, at path: String) -> [String] {
    func no(_ wanted: String) -> [String] { ["\(path): \(wanted), not \(value.compactText)"] }
    switch self {
    case .text: return value.textValue == nil ? no("a text") : []
    case .day: return value.textValue.flatMap(LocalDate.init(iso:)) == nil ? no("a day") : []
    case .minute:
      return value.textValue.flatMap(LocalDateTime.init(iso:)) == nil ? no("a minute") : []
    case .integer: return value.integerValue == nil ? no("a number") : []
    case .boolean: return value.boolValue == nil ? no("true or false") : []
    case .optional(let schema): return value == .null ? [] : schema.objections(to: value, at: path)
    case .list(let schema):
      guard let elements = value.arrayValue else { return no("a list") }
      return elements.enumerated().flatMap { index, element in
        schema.objections(to: element, at: "\(path)[\(index)]")
      }
    case .object(let members): return objections(to: value, members, isOpen: false, at: path)
    case .extensible(let object):
      return objections(to: value, object.members, isOpen: true, at: path)
    }
  }

  private func objections(
    to value: JSONValue, _ members: [Member], isOpen: Bool, at path: String
  ) -> [String] {
    guard let own = value.objectValue else { return ["\(path): an object"] }
    let extra = own.map(\.key).filter { key in !members.contains { $0.name == key } }
    return (isOpen ? [] : extra.map { "\(path): nothing tells of \($0)" })
      + members.flatMap { member -> [String] in
        guard let held = value[member.name] else {
          return member.isOptional ? [] : ["\(path): \(member.name) is missing"]
        }
        return member.schema.objections(to: held, at: "\(path).\(member.name)")
      }
  }
}

/// A centre to which two laptops of two teams have sent a visit each.
private final class FilledCentre {
  let world: CentreWorld
  let otherTeam: String
  var centre: Centre { world.centre }

  init(seed: UInt64) throws {
    world = try CentreWorld(seed: seed)
    for (label, member) in [("máy 1", "Nguyễn Văn An"), ("máy 2", "Trần Thị Bình")] {
      let laptop = try world.enrolLaptop(label, member: member)
      _ = try laptop.sync()
      let household = try laptop.addHousehold("Hộ của \(label)")
      _ = try laptop.field.addVisit(
        VisitDraft(household: household, outcome: "nobody-home"),
        author: try laptop.field.reader.findMember(member).id,
        clock: world.clock.laptopSurroundings.clock())
      _ = try laptop.sync()
    }
    otherTeam = try world.centre.read { try $0.teams()[1].codeText }
  }
}
