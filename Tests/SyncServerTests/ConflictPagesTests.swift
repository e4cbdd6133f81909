import Dispatch
import FieldWork
import Replica
import Synchronization
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct ConflictPagesTests {
  /// Two laptops of the first hamlet that wrote two telephones of one household, or of several.
  private struct Scene {
    let world: CentreWorld
    let laptops: [TestLaptop]
    let rows: [RowID]
    /// Of the first household.
    let code: String
    var path: String { "/conflicts/\(code)/phone" }
  }

  private func write(
    _ laptop: TestLaptop, _ row: RowID, _ phone: String, _ world: CentreWorld
  ) throws {
    try laptop.store.commit(author: laptop.member, clock: world.clock.surroundings.clock()) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.phone, .text(phone))])
    }
  }

  private func scene(
    _ seed: UInt64, households: [String] = ["Hộ A"], place: String = "17713"
  ) throws -> Scene {
    let world = try CentreWorld(seed: seed, place: place)
    let laptops = try ["one", "two"].map { try world.enrolLaptop($0, member: "Nguyễn Văn An") }
    for laptop in laptops { try laptop.sync() }
    let rows = try households.map { try laptops[0].addHousehold($0) }
    for laptop in laptops { try laptop.sync() }
    for row in rows {
      try write(laptops[0], row, "0912000001", world)
      world.clock.advance(seconds: 1)
      try write(laptops[1], row, "0912000002", world)
    }
    for laptop in laptops { try laptop.sync() }
    let code = try world.centre.read { try $0.codeText(of: rows[0], in: HouseholdTable.definition) }
    return Scene(world: world, laptops: laptops, rows: rows, code: code)
  }

  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  /// What the hidden field of a page carries.
  private func hidden(_ name: String, in page: String, after mark: String = "") throws -> String {
    let start = mark.isEmpty ? page.startIndex : try #require(page.firstRange(of: mark)).upperBound
    let part = page[start...]
    let found = try #require(part.firstRange(of: "name=\"\(name)\" value=\""))
    return String(part[found.upperBound...].prefix { $0 != "\"" })
  }

  /// The values of the radio buttons, in order.
  private func options(_ page: String) -> [String] {
    page.components(separatedBy: "type=\"radio\" name=\"decision\" value=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  private func phone(_ scene: Scene, _ row: Int = 0) throws -> Value? {
    try scene.world.centre.inspect {
      try $0.store.openedRow(HouseholdTable.definition.id, scene.rows[row])?
        .shown(HouseholdTable.phone.id)?.value
    }
  }

  private func coordinator(_ scene: Scene, _ name: String = "lan") throws -> String {
    try scene.world.signIn(as: try scene.world.rights(.coordinator), name)
  }

  @Test func `the list pages, filters and finds, and says when there is nothing`() throws {
    let empty = try CentreWorld(seed: 540)
    let first = try #require(try empty.signIn("coordinator", empty.password))
    #expect(text(try empty.get("/conflicts", cookie: first)).contains("0 trong 0 máy đã báo cáo"))
    let scene = try scene(541, households: (1...52).map { "Hộ số \($0)" })
    let cookie = try coordinator(scene)
    let page = text(try scene.world.get("/conflicts", cookie: cookie))
    #expect(page.contains("Tất cả 52 dòng") && page.contains("Trang 1/2"))
    #expect(page.contains("href=\"\(scene.path)\"") && page.contains("0912000002"))
    #expect(page.contains("Nguyễn Văn An · one") && page.contains("Xóm 1"))
    #expect(text(try scene.world.get("/conflicts?page=2", cookie: cookie)).contains("Trang 2/2"))
    for (query, words) in [
      ("text=ho+so+52", "1 trong 52"), ("text=\(scene.code)", "1 trong 52"),
      ("field=phone", "Tất cả 52"), ("kind=visit", "0 trong 52"), ("field=name", "0 trong 52"),
      ("place=scope-1", "0 trong 52"), ("laptop=999999", "0 trong 52"),
      ("laptop=%27%3B+DROP", "0 trong 52"), ("text=%3Cscript%3E", "0 trong 52"),
    ] {
      let filtered = text(try scene.world.get("/conflicts?\(query)", cookie: cookie))
      #expect(filtered.contains(words), "\(query)")
      #expect(!filtered.contains("<script>"))
    }
    let overview = text(try scene.world.get("/coordinator", cookie: cookie))
    #expect(overview.contains("Mọi mâu thuẫn (52)") && overview.contains("Mâu thuẫn (52)"))
    #expect(overview.components(separatedBy: "class=\"conflict\"").count == 4)
    let laptop = scene.laptops[0].store.identity.signer.replica.rawValue
    let mine = text(try scene.world.get("/conflicts?laptop=\(laptop)", cookie: cookie))
    #expect(mine.contains("Tất cả 52"))
  }

  @Test func `of two coordinators the second learns what the first decided, and writes nothing`()
    throws
  {
    let scene = try scene(542)
    let world = scene.world
    let cookies = [try coordinator(scene, "lan"), try coordinator(scene, "minh")]
    let pages = try cookies.map { text(try world.get(scene.path, cookie: $0)) }
    let choices = options(pages[0])
    #expect(choices.count == 3 && choices[2] == "another")
    let seen = try hidden("seen", in: pages[0])
    let fields = [("seen", seen), ("decision", choices[1]), ("ground", "resident")]
    let done = try world.send(fields, to: scene.path, cookie: cookies[0])
    #expect(done.status == 303 && done.headers["Location"] == scene.path + "?done=1")
    #expect(try phone(scene) == .text("0912000001"))
    let result = text(try world.get(scene.path + "?done=1", cookie: cookies[0]))
    #expect(result.contains("Đang là: 0912000001") && result.contains("Lấy lại giá trị này"))
    // The second one's page is old; so is the first one's, whose button was pressed twice.
    for (cookie, choice) in [(cookies[1], choices[0]), (cookies[0], choices[1])] {
      let late = try world.send(
        [("seen", seen), ("decision", choice)], to: scene.path, cookie: cookie)
      #expect(late.status == 303 && late.headers["Location"] == scene.path + "?late=1")
    }
    let told = text(try world.get(scene.path + "?late=1", cookie: cookies[1]))
    #expect(told.contains("chưa ghi gì") && told.contains("lan đã quyết định lúc"))
    #expect(try phone(scene) == .text("0912000001"))
    let noted = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 30).entries.filter {
        $0.act == "conflict-decided"
      }
    }
    #expect(noted.map(\.account) == ["lan"] && noted.map(\.subject) == ["\(scene.code) phone"])
    #expect(noted.map(\.detail) == ["resident"])
  }

  @Test(arguments: [UInt64(561), 562, 563, 564])
  func `two coordinators who press at the same moment: one decides, the other is told who did`(
    seed: UInt64
  ) throws {
    let scene = try scene(seed)
    let world = scene.world
    let names = ["lan", "minh"]
    let cookies = try names.map { try coordinator(scene, $0) }
    let page = text(try world.get(scene.path, cookie: cookies[0]))
    let seen = try hidden("seen", in: page)
    let choices = options(page)
    // Signed in, opened and token read before: what runs side by side is the press alone.
    let forms = try cookies.indices.map { person in
      let own = text(try world.get(scene.path, cookie: cookies[person]))
      return try [
        ("form_token", hidden("form_token", in: own)), ("seen", seen),
        ("decision", choices[person]),
      ]
    }
    let answers = Mutex([String?](repeating: nil, count: names.count))
    nonisolated(unsafe) let press = { (person: Int) in
      try world.submit(scene.path, forms[person], cookie: cookies[person])
    }
    DispatchQueue.concurrentPerform(iterations: names.count) { person in
      let answer = try? press(person)
      answers.withLock { $0[person] = answer?.headers["Location"] }
    }
    let places = answers.withLock { $0 }
    let done = places.indices.filter { places[$0] == scene.path + "?done=1" }
    let late = places.indices.filter { places[$0] == scene.path + "?late=1" }
    try #require(done.count == 1 && late.count == 1, "seed \(seed): \(places)")
    let told = text(try world.get(scene.path + "?late=1", cookie: cookies[late[0]]))
    #expect(told.contains("\(names[done[0]]) đã quyết định lúc"), "seed \(seed)")
    // The choices are in the order of the page; the value that stands is the winner's.
    let wanted = ["0912000002", "0912000001"][done[0]]
    #expect(try phone(scene) == .text(wanted), "seed \(seed)")
    let noted = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 30).entries.filter {
        $0.act == "conflict-decided"
      }
    }
    #expect(noted.map(\.account) == [names[done[0]]], "seed \(seed)")
  }

  @Test func `a value that came meanwhile is shown and not buried`() throws {
    let scene = try scene(543)
    let cookie = try coordinator(scene)
    let page = text(try scene.world.get(scene.path, cookie: cookie))
    let third = try scene.world.enrolLaptop("three", member: "Nguyễn Văn An")
    // It had the household before the others wrote, and comes in while somebody looks at them.
    try third.sync()
    let other = try scene.world.enrolLaptop("four", member: "Nguyễn Văn An")
    try other.sync()
    for (laptop, phone) in [(third, "0912000003"), (other, "0912000004")] {
      try write(laptop, scene.rows[0], phone, scene.world)
    }
    for laptop in [third, other] { try laptop.sync() }
    let fields = [("seen", try hidden("seen", in: page)), ("decision", options(page)[0])]
    let answer = try scene.world.send(fields, to: scene.path, cookie: cookie)
    #expect(answer.status == 409 && text(answer).contains("đã có giá trị khác"))
    #expect(text(answer).contains("0912000003") && text(answer).contains("0912000004"))
    #expect(try scene.world.centre.inspect { try $0.store.conflictCount() } == 1)
  }

  @Test func `another value is checked as its field is, and an earlier one is put back`() throws {
    let scene = try scene(544)
    let world = scene.world
    let cookie = try coordinator(scene)
    let seen = try hidden("seen", in: text(try world.get(scene.path, cookie: cookie)))
    let chosen = options(text(try world.get(scene.path, cookie: cookie)))[0]
    let wrong = try world.send(
      [("seen", seen), ("decision", "another"), ("value", "<script>12")], to: scene.path,
      cookie: cookie)
    #expect(wrong.status == 422 && text(wrong).contains("value=\"&lt;script&gt;12\""))
    #expect(!text(wrong).contains("<script>"))
    for fields in [
      [("seen", seen)], [("seen", seen), ("decision", "x")],
      [("seen", seen), ("decision", "#999")],
      [("seen", seen), ("decision", chosen), ("value", "0912000009")],
      [("seen", seen), ("decision", "delete")],
    ] {
      let refused = try world.send(fields, to: scene.path, cookie: cookie)
      #expect(refused.status == 422 && text(refused).contains("message bad"), "\(fields)")
    }
    #expect(try world.centre.inspect { try $0.store.conflictCount() } == 1)
    let right = try world.send(
      [("seen", seen), ("decision", "another"), ("value", "0912 000 009")], to: scene.path,
      cookie: cookie)
    #expect(right.status == 303)
    #expect(try phone(scene) == .text("0912000009"))
    let decided = text(try world.get(scene.path, cookie: cookie))
    let back = [
      ("seen", try hidden("seen", in: decided)),
      ("write", try hidden("write", in: decided, after: "0912000001")),
    ]
    #expect(try world.send(back, to: scene.path + "/restore", cookie: cookie).status == 303)
    #expect(try phone(scene) == .text("0912000001"))
    // The same button pressed once more does nothing.
    let again = try world.send(back, to: scene.path + "/restore", cookie: cookie)
    #expect(again.headers["Location"] == scene.path + "?late=1")
    #expect(try phone(scene) == .text("0912000001"))
  }

  @Test func `a coordinator of one unit sees and decides nothing of another`() throws {
    let scene = try scene(545, place: "40")
    let world = scene.world
    try world.centre.importDirectory(
      DirectoryFiles(
        hamlets: Array("commune_code,name,kind\n17722,Xóm 3,xóm\n".utf8),
        members: CentreWorld.directory.members))
    let own = try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
    let other = try world.signIn(as: try world.rights(.coordinator, unit: "17722"), "minh")
    #expect(text(try world.get("/conflicts", cookie: own)).contains(scene.code))
    #expect(!text(try world.get("/conflicts", cookie: other)).contains(scene.code))
    #expect(try world.get(scene.path, cookie: own).status == 200)
    #expect(try world.get(scene.path, cookie: other).status == 404)
    let seen = try hidden("seen", in: text(try world.get(scene.path, cookie: own)))
    let fields = [("seen", seen), ("decision", "another"), ("value", "0912000009")]
    #expect(try world.send(fields, to: scene.path, cookie: other).status == 404)
    let write = [("seen", ""), ("write", "#1")]
    #expect(try world.send(write, to: scene.path + "/restore", cookie: other).status == 404)
    #expect(try world.centre.inspect { try $0.store.conflictCount() } == 1)
    for path in ["/conflicts/\(scene.code)/nothing", "/conflicts/999/phone"] {
      #expect(try world.get(path, cookie: own).status == 404, "\(path)")
    }
    let lead = try world.signIn(as: try world.rights(.teamLead), "huan")
    for path in ["/conflicts", scene.path, "/conflicts/parallel"] {
      #expect(try world.get(path, cookie: lead).status == 403, "\(path)")
    }
  }

  @Test func `a deleted record that was edited is kept or goes`() throws {
    let scene = try scene(546)
    let (world, row) = (scene.world, scene.rows[0])
    let cookie = try coordinator(scene)
    for laptop in scene.laptops { try laptop.sync() }
    try scene.laptops[0].store.commit(
      author: scene.laptops[0].member, clock: world.clock.surroundings.clock()
    ) { try $0.delete(HouseholdTable.definition, row) }
    try scene.laptops[1].store.commit(
      author: scene.laptops[1].member, clock: world.clock.surroundings.clock()
    ) {
      try $0.write(HouseholdTable.definition, row, [(HouseholdTable.name, .text("Hộ A sửa"))])
    }
    for laptop in scene.laptops { try laptop.sync() }
    let path = "/conflicts/\(scene.code)/deleted"
    let page = text(try world.get(path, cookie: cookie))
    #expect(options(page) == ["delete", "keep"] && page.contains("Hộ A sửa"))
    #expect(page.contains("không lấy lại được") && page.contains("Số liệu"))
    let fields = [("seen", try hidden("seen", in: page)), ("decision", "keep")]
    #expect(try world.send(fields, to: path, cookie: cookie).status == 303)
    #expect(try world.get(path, cookie: cookie).status == 200)
    #expect(text(try world.get(path, cookie: cookie)).contains("lan đã quyết định"))
  }

  @Test func `edits of different fields are listed for information`() throws {
    let world = try CentreWorld(seed: 547)
    let laptops = try ["one", "two"].map { try world.enrolLaptop($0, member: "Nguyễn Văn An") }
    for laptop in laptops { try laptop.sync() }
    let row = try laptops[0].addHousehold("Hộ B")
    for laptop in laptops { try laptop.sync() }
    try write(laptops[0], row, "0912000001", world)
    try laptops[1].store.commit(
      author: laptops[1].member, clock: world.clock.surroundings.clock()
    ) { try $0.write(HouseholdTable.definition, row, [(HouseholdTable.name, .text("Hộ C"))]) }
    for laptop in laptops { try laptop.sync() }
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let page = text(try world.get("/conflicts/parallel", cookie: cookie))
    #expect(page.contains("0912000001") && page.contains("Hộ C"))
    #expect(text(try world.get("/conflicts", cookie: cookie)).contains("2 trong 2 máy"))
    let english = text(
      try world.get("/conflicts/parallel?since=01/01/1900", cookie: cookie + "; camtay-language=en")
    )
    #expect(english.contains("Parallel edits"))
  }
}
