import FieldWork
import Foundation
import Pages
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct SignInTests {
  private static let pages = [
    PageRoute(.get, "/test/coordinator", access: .coordinator) { request in
      request.page(.init(vi: "Điều phối", en: "Coordinator")) { request.formToken }
    },
    PageRoute(.post, "/test/save", access: .coordinator) { _ in .text("saved") },
    PageRoute(.get, "/test/trainer", access: .trainer) { _ in .text("trainer") },
  ]

  @Test func `a coordinator signs in, is sent to where they wanted, and signs out`() throws {
    let world = try CentreWorld(seed: 41, pages: CentrePages.routes + Self.pages)
    let refused = try world.get("/test/coordinator")
    #expect(refused.status == 303)
    #expect(refused.headers["Location"] == "/sign-in?next=%2Ftest%2Fcoordinator")
    let cookie = try #require(try world.signIn("Coordinator", world.password.uppercased()))
    let page = try world.get("/test/coordinator", cookie: cookie)
    #expect(page.status == 200)
    let text = String(decoding: page.body, as: UTF8.self)
    #expect(text.contains("Xã Đại Đồng") && text.contains("lang=\"vi\""))
    let token = try #require(world.formToken(in: text))
    let out = try world.submit("/sign-out", [("form_token", token)], cookie: cookie)
    #expect(out.status == 303)
    #expect(try world.get("/test/coordinator", cookie: cookie).status == 303)
  }

  @Test func `a form without its own token saves nothing`() throws {
    let world = try CentreWorld(seed: 42, pages: CentrePages.routes + Self.pages)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let page = try world.get("/test/coordinator", cookie: cookie)
    let token = try #require(world.formToken(in: String(decoding: page.body, as: UTF8.self)))
    let save = "/test/save"
    #expect(try world.submit(save, [("form_token", "x")], cookie: cookie).status == 403)
    #expect(try world.submit(save, [("a", "b")], cookie: cookie).status == 403)
    #expect(try world.submit(save, [("form_token", token)]).status == 401)
    let foreign = try world.post(
      save, Array("form_token=\(token)".utf8), type: "application/x-www-form-urlencoded",
      headers: ["Cookie": cookie, "Origin": "http://elsewhere.example"])
    #expect(foreign.status == 403)
    #expect(try world.submit(save, [("form_token", token)], cookie: cookie).status == 200)
  }

  @Test func `repeated wrong passwords have to wait longer and longer`() throws {
    let world = try CentreWorld(seed: 43)
    for _ in 0..<5 { #expect(try world.signIn("coordinator", "wrong") == nil) }
    // Even the right password has to wait by then.
    let right = [("name", "coordinator"), ("password", world.password)]
    let locked = try world.submit("/sign-in", right)
    #expect(locked.status == 429 && locked.headers["Retry-After"] == "1")
    world.clock.advance(seconds: 1)
    #expect(try world.signIn("coordinator", "wrong") == nil)
    #expect(try world.submit("/sign-in", right).headers["Retry-After"] == "2")
    world.clock.advance(seconds: 2)
    #expect(try world.signIn("coordinator", world.password) != nil)
  }

  @Test func `a new password ends the sign-ins of before`() throws {
    let world = try CentreWorld(seed: 44, pages: CentrePages.routes + Self.pages)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let renewed = try world.centre.renewPassword(of: "coordinator", by: .keeper)
    #expect(try world.get("/test/coordinator", cookie: cookie).status == 303)
    #expect(try world.signIn("coordinator", world.password) == nil)
    #expect(try world.signIn("coordinator", renewed) != nil)
  }

  @Test func `every route lets in exactly the roles it names`() throws {
    let pages = CentrePages.routes + Self.pages
    let world = try CentreWorld(seed: 45, pages: pages)
    var visitors: [(role: Role?, cookie: String?)] = [(nil, nil)]
    for role in Role.allCases {
      visitors.append((role, try world.signIn(as: try world.rights(role), "the-\(role.rawValue)")))
    }
    let team = try world.centre.read { try $0.teams()[0].id.rawValue }
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    let reform =
      "old_code,old_hamlet,new_code,new_hamlet,valid_from\n17713,Xóm 2,17713,Xóm B,2026-01-01\n"
    _ = try world.centre.perform { try $0.applyReform(Array(reform.utf8), clock: $1) }
    try laptop.sync()
    let visit = try laptop.addVisit(to: try laptop.addHousehold("Hộ ông Ba"))
    try laptop.sync()
    _ = try world.centre.addAccount("somebody", try world.rights(.auditor), by: .keeper)
    _ = try world.putBack()
    let batch = try AsideSurvey(world.centre).items.map { AsideSurvey.name(of: $0.batch) }[0]
    let teamCode = try world.centre.read { try $0.teams()[0].codeText }
    let household = try world.centre.perform { records, clock in
      let list = Array("head\nHộ bà Tám\n".utf8)
      var options = HouseholdListOptions()
      options.place = try records.reader.places()[0].id
      let plan = try records.previewHouseholdList(list, options, clock: clock)
      return try records.applyHouseholdList(plan, author: nil, clock: clock) { _ in }.code ?? ""
    }
    let residents = try laptop.addTwins("Lò Văn Tư")
    try laptop.sync()
    let ticket = world.centre.formTickets.keep([1], for: "the-coordinator")
    let review = try world.centre.change { records, clock in
      try records.rejectVisit(visit, reason: "thử", by: "coordinator", clock: clock)
      return try records.rejectedVisits()[visit]?.id.rawValue ?? 0
    }
    let month = try #require(Period(.month, holding: .earliest))
    let sample = try world.centre.change { records, clock in
      try SampleBook(records.store.connection).add(
        try records.reader.drawSample(CountQuery(month), seed: 1, perMember: 1), seed: 1,
        perMember: 1, period: month, unit: nil, by: "the-trainer", at: clock.wall)
    }
    let comment = try world.centre.change { records, clock in
      let found = try records.locate("#\(visit.rawValue)")
      return try CommentBook(records.store.connection).add(
        code: "V", scope: found.scope, task: nil, text: "thử", by: "the-trainer", at: clock.wall)
    }
    let hamlet = try world.centre.read { try $0.places()[0].codeText }
    let feedback = try world.centre.change { records, clock in
      try records.add(
        RecordForms.feedback,
        FormDraft(
          RecordForms.feedback, ["place": hamlet, "rating": "4", "channel": "form"]),
        author: nil, clock: clock
      ).id.rawValue
    }
    _ = try world.centre.addToken("a-program", try world.rights(.auditor), by: .keeper)
    let assists = try world.centre.read { reader in
      try reader.connection.rows("SELECT rid FROM assist ORDER BY rid") {
        String(try $0.integer(at: 0))
      }
    }
    let member = try world.centre.read { try $0.members()[0].codeText }
    func added(_ form: RecordForm, _ texts: [String: String]) throws -> String {
      try world.centre.change { records, clock in
        let saved = try records.add(form, FormDraft(form, texts), author: nil, clock: clock)
        return try records.reader.codeText(of: saved.id, in: form.table)
      }
    }
    let device = try added(RecordForms.device, ["label": "máy 1"])
    let campaign = try added(
      RecordForms.campaign, ["name": "Ra quân", "from": "01/09/2025", "to": "30/09/2025"])
    let place = try world.centre.read { try $0.places()[0].codeText }
    let session = try added(
      RecordForms.session, ["kind": "saturday", "date": "06/09/2025", "place": place])
    let work = try world.centre.read { reader in
      let row = try #require(Int64(assists[0]).flatMap(RowID.init(rawValue:)))
      return try reader.codeText(of: row, in: AssistTable.definition)
    }
    let tray = world.centre.bundleTrays.keep(["somebody": [1]], for: "the-coordinator")
    _ = try laptop.addHousehold("Hộ trên USB")
    let taken = try BundleDesk(centre: world.centre, actor: .keeper).takeIn(
      from: MemoryFolder(try laptop.packed(), atMost: 1 << 24), named: "", isDryRun: false)
    let pack = Hexadecimal.encode(try #require(taken.items.first?.intake?.pack))
    let program = world.folder.appending(path: "newer-program")
    try Data("a newer program".utf8).write(to: program)
    _ = try CentreUpdate(world.centre).take(
      program.path, try #require(ProgramNumber("9.0")), by: .keeper)
    let named = [
      ":part": "1", ":offset": "0", ":work": work,
      ":first": assists[0], ":second": assists[1], ":printed": place,
      ":campaign": campaign, ":session": session, ":member": member, ":doing": "leave",
      ":code": device, ":noun": "device",
      ":token": "a-program", ":unit": "17713", ":number": "1",
      ":name": "somebody", ":record": String(team), ":field": "name",
      ":replica": String(laptop.store.identity.replica.rawValue), ":act": "lost",
      ":month": "2025-08",
      ":visit": String(visit.rawValue), ":review": String(review),
      ":kind": "resident", ":one": String(residents[0]), ":other": String(residents[1]),
      ":ticket": ticket, ":sample": String(sample), ":team": String(team),
      ":comment": String(comment), ":feedback": String(feedback),
      ":place": hamlet, ":roster": teamCode, ":import": household, ":kept": "target",
      ":batch": batch, ":pack": pack, ":tray": tray,
    ]
    let desk = CentreDesk(world.centre, hosts: ["localhost"], pages: pages)
    func address(_ pattern: String) -> String {
      pattern.split(separator: "/", omittingEmptySubsequences: false)
        .map { named[String($0)] ?? String($0) }.joined(separator: "/")
    }
    for route in desk.routes where route.method == .get {
      // Programs alone ask there, by other means; their own test walks those.
      if case .tokens = route.access { continue }
      let target = address(route.pattern)
      for visitor in visitors {
        let status = try world.get(target, cookie: visitor.cookie).status
        let who = visitor.role?.rawValue ?? "nobody"
        guard case .roles(let roles) = route.access else {
          #expect(status == 200, "\(route.pattern) as \(who)")
          continue
        }
        let isAllowed = visitor.role.map(roles.contains) ?? false
        let expected = visitor.role == nil ? 303 : 403
        #expect((status == expected) != isAllowed, "\(route.pattern) as \(who): \(status)")
        #expect(!isAllowed || status == 200 || route.pattern == "/", "\(route.pattern) as \(who)")
      }
    }
    // Each is sent with the visitor's own token: what refuses it is the right alone.
    let tokens = try visitors.map { visitor in
      try visitor.cookie.flatMap { cookie in
        let page = try world.get(OwnAccountPages.path, cookie: cookie)
        return world.formToken(in: String(decoding: page.body, as: UTF8.self))
      }
    }
    let refused = RefusalPages.notAllowed.title.vietnamese
    // Signing out is everybody's, and ends what the others need.
    let posts = desk.routes.filter { $0.method == .post }
      .sorted { ($0.pattern == "/sign-out" ? 1 : 0) < ($1.pattern == "/sign-out" ? 1 : 0) }
    for route in posts {
      guard case .roles(let roles) = route.access else { continue }
      let target = address(route.pattern)
      #expect(try world.submit(target, [("a", "b")]).status == 401, "\(route.pattern)")
      for (visitor, token) in zip(visitors, tokens) {
        guard let cookie = visitor.cookie, let token else { continue }
        if route.pattern != "/sign-out" {
          let status = try world.submit(target, [("a", "b")], cookie: cookie).status
          #expect(status == 403, "\(route.pattern) without a token: \(status)")
        }
        let answer = try world.submit(target, [("form_token", token)], cookie: cookie)
        let isRefused =
          answer.status == 403 && String(decoding: answer.body, as: UTF8.self).contains(refused)
        let isAllowed = visitor.role.map(roles.contains) ?? false
        #expect(
          isRefused != isAllowed,
          "POST \(route.pattern) as \(visitor.role?.rawValue ?? "nobody"): \(answer.status)")
        #expect(answer.status < 500, "POST \(route.pattern): \(answer.status)")
      }
    }
  }

  @Test func `what a form does needs the right of the page that it stands on`() throws {
    let world = try CentreWorld(seed: 47)
    let desk = CentreDesk(world.centre, hosts: ["localhost"])
    var accessByPage: [String: Access] = [:]
    for route in desk.routes where route.method == .get {
      accessByPage[route.pattern] = route.access
    }
    // The forms of signing in and of feedback, and the choice of a language.
    let open = ["/sign-in", "/language", "/f/:printed"]
    let programs = [SyncEndpoint.path, EnrolmentEndpoint.path, CourierEndpoint.path]
    for route in desk.routes where route.method == .post {
      switch route.access {
      case .anyone: #expect(open.contains(route.pattern), "\(route.pattern) is for anyone")
      case .program: #expect(programs.contains(route.pattern), "\(route.pattern) is for programs")
      case .tokens: Issue.record("\(route.pattern): programs change nothing")
      case .roles(let roles):
        // Monitors ask at the address above these two.
        var page = route.pattern.hasPrefix("/health/") ? HealthPage.path : route.pattern
        while !page.isEmpty, accessByPage[page] == nil {
          page = String(page[..<(page.lastIndex(of: "/") ?? page.startIndex)])
        }
        guard !page.isEmpty, case .roles(let readers)? = accessByPage[page] else { continue }
        #expect(
          Set(roles).isSubset(of: readers), "\(route.pattern) lets in others than \(page)")
      }
    }
  }

  @Test func `the language is chosen by a form and stays`() throws {
    let world = try CentreWorld(seed: 46)
    let chosen = try world.submit("/language", [("language", "en"), ("back", "/sign-in")])
    #expect(chosen.status == 303 && chosen.headers["Location"] == "/sign-in")
    let cookie = try #require(
      chosen.headers["Set-Cookie"]?.split(separator: ";").first.map(String.init))
    let page = String(decoding: try world.get("/sign-in", cookie: cookie).body, as: UTF8.self)
    #expect(page.contains("lang=\"en\"") && page.contains("Password"))
    let away = try world.submit("/language", [("language", "en"), ("back", "//elsewhere")])
    #expect(away.headers["Location"] == "/")
  }
}
