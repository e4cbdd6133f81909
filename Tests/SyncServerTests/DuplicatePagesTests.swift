import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct DuplicatePagesTests {
  private struct Desk {
    let world: CentreWorld
    let laptop: TestLaptop
    let cookie: String

    init(seed: UInt64) throws {
      world = try CentreWorld(seed: seed)
      laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
      try laptop.sync()
      cookie = try #require(try world.signIn("coordinator", world.password))
    }

    func page(_ path: String, as cookie: String? = nil) throws -> String {
      String(decoding: try world.get(path, cookie: cookie ?? self.cookie).body, as: UTF8.self)
    }

    func answer(_ answer: String, said: String, _ path: String) throws -> Int {
      try world.send([("answer", answer), ("said", said)], to: path, cookie: cookie).status
    }

    /// Distinct residents of all time.
    func residents() throws -> Int {
      try world.centre.inspect { try $0.numbersOfAllTime().residents }
    }
  }

  @Test func `residents who may be one are compared, joined, and parted again`() throws {
    let desk = try Desk(seed: 721)
    #expect(try desk.page("/duplicates").contains("Không thấy cặp nào"))
    let twins = try desk.laptop.addTwins("Lò Văn Tư")
    try desk.laptop.sync()
    let path = "/duplicates/resident/\(twins[0])/\(twins[1])"
    let list = try desk.page("/duplicates")
    #expect(list.contains(path) && list.contains("cùng ngày sinh"))
    #expect(list.contains("chưa quyết định"))
    #expect(try desk.residents() == 2)
    let page = try desk.page(path)
    #expect(page.contains("trước 2, sau 1") && page.contains("Lò Văn Tư"))
    #expect(try desk.answer("same", said: "", path) == 303)
    #expect(try desk.residents() == 1)
    #expect(try !desk.page("/duplicates").contains(path))
    #expect(try desk.page("/duplicates?said=same").contains(path))
    // Somebody who had the page open before is told.
    #expect(try desk.answer("not-same", said: "", path) == 409)
    #expect(try desk.residents() == 1)
    #expect(try desk.answer("undo", said: "same", path) == 303)
    #expect(try desk.residents() == 2)
    #expect(try desk.answer("not-same", said: "", path) == 303)
    let open = try desk.page("/duplicates")
    #expect(!open.contains(path))
    #expect(open.contains("Không ở trên: 1 cặp đã nói: là hai"))
    #expect(open.contains("href=\"/duplicates?said=not-same\""))
    let decided = try desk.page("/duplicates?said=not-same")
    #expect(decided.contains(path) && decided.contains("Xem những cặp chưa quyết định"))
    #expect(!decided.contains("Không ở trên"))
    // A file names nobody; the codes lead to them.
    let file = try desk.page("/duplicates.csv?said=not-same")
    #expect(!file.contains("Lò Văn Tư") && file.contains("\"R-"))
    #expect(try desk.answer("perhaps", said: "", path) == 422)
    let noted = try desk.world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 50).entries
        .filter { $0.act == "records-linked" }.map(\.detail)
    }
    #expect(Set(noted) == ["answer=same", "answer=undo", "answer=not-same"] && noted.count == 3)
  }

  @Test func `households of one hamlet and name may be one`() throws {
    let desk = try Desk(seed: 722)
    let one = try desk.laptop.addHousehold("Hoàng Thị Sáu")
    let other = try desk.laptop.addHousehold("Hoàng Thị Sáu")
    try desk.laptop.addHousehold("Vi Văn Bảy")
    try desk.laptop.sync()
    let path = "/duplicates/household/\(one.rawValue)/\(other.rawValue)"
    #expect(try desk.page("/duplicates").contains(path))
    #expect(try !desk.page("/duplicates?kind=resident").contains(path))
    let list = try desk.page("/duplicates?kind=household")
    #expect(list.contains(path) && !list.contains("Vi Văn Bảy"))
    #expect(try desk.page(path).contains("cùng tên"))
    #expect(try desk.answer("same", said: "", path) == 303)
    #expect(try !desk.page("/duplicates?kind=household").contains(path))
  }

  @Test func `what contradicts itself is told on the page of each pair, and settled there`() throws
  {
    let desk = try Desk(seed: 724)
    let names = try ["Lò Văn Tư", "Lò Văn Tư"].flatMap { try desk.laptop.addTwins($0) }
    try desk.laptop.sync()
    let (one, middle, last) = (names[0], names[1], names[2])
    func path(_ left: Int64, _ right: Int64) -> String { "/duplicates/resident/\(left)/\(right)" }
    let told = "Những điều đã nói trái nhau"
    #expect(try desk.answer("same", said: "", path(one, middle)) == 303)
    #expect(try desk.answer("same", said: "", path(middle, last)) == 303)
    #expect(try !desk.page(path(one, last)).contains(told))
    #expect(try desk.answer("not-same", said: "", path(one, last)) == 303)
    for pair in [(one, last), (one, middle), (middle, last)] {
      let page = try desk.page(path(pair.0, pair.1))
      #expect(page.contains(told), "\(pair)")
      for other in [(one, last), (one, middle), (middle, last)] {
        #expect(page.contains("href=\"\(path(other.0, other.1))\""), "\(pair) \(other)")
      }
    }
    #expect(try !desk.page(path(one, names[3])).contains("href=\"\(path(one, names[3]))\""))
    #expect(try desk.answer("undo", said: "same", path(middle, last)) == 303)
    #expect(try !desk.page(path(one, last)).contains(told))
  }

  @Test func `how many residents is one range on every page while that is disputed`() throws {
    let desk = try Desk(seed: 725)
    // Enough of them that the trainer's page hides none.
    let names = try (1...4).flatMap { try desk.laptop.addTwins("Lò Văn \($0)") }
    try desk.laptop.sync()
    func say(_ answer: String, _ left: Int64, _ right: Int64) throws {
      #expect(
        try desk.answer(answer, said: "", "/duplicates/resident/\(left)/\(right)") == 303)
    }
    let pages = ["/coordinator", "/reports", "/reports/sheet", "/trainer"]
    for page in pages { #expect(try !desk.page(page).contains("6–8"), "\(page)") }
    try say("same", names[0], names[1])
    try say("same", names[1], names[2])
    try say("not-same", names[0], names[2])
    for page in pages { #expect(try desk.page(page).contains("6–8"), "\(page)") }
  }

  @Test func `records beyond somebody's reach are not shown to them`() throws {
    let desk = try Desk(seed: 723)
    let twins = try desk.laptop.addTwins("Lò Văn Tư")
    try desk.laptop.sync()
    let path = "/duplicates/resident/\(twins[0])/\(twins[1])"
    let inside = try desk.world.signIn(
      as: try desk.world.rights(.coordinator, unit: "17713"), "lan")
    let outside = try desk.world.signIn(
      as: try desk.world.rights(.coordinator, unit: "17722"), "mai")
    #expect(try desk.page("/duplicates", as: inside).contains(path))
    #expect(try !desk.page("/duplicates", as: outside).contains(path))
    #expect(try !desk.page("/duplicates.csv", as: outside).contains("Lò Văn Tư"))
    #expect(try desk.world.get(path, cookie: outside).status == 404)
    let sent = try desk.world.send(
      [("answer", "same"), ("said", "")], to: path, cookie: outside)
    #expect(sent.status == 404)
    #expect(try desk.residents() == 2)
    for odd in ["/duplicates/visit/1/2", "/duplicates/resident/x/y"] {
      #expect(try desk.world.get(odd, cookie: desk.cookie).status == 404, "\(odd)")
    }
  }
}

extension TestLaptop {
  /// Two residents of two households who look like one person, each with a counted assist.
  func addTwins(_ name: String) throws -> [Int64] {
    try ["Hộ một", "Hộ hai"].map { household in
      let household = try addHousehold(household)
      let resident = try field.addResident(
        ResidentDraft(household: household, fullName: name, birth: "18/3/1950"), author: member,
        clock: laptopClock())
      let visit = try field.addVisit(
        VisitDraft(
          household: household,
          date: Format.date(LocalDateTime(time: laptopClock().wall).date), outcome: "met"),
        author: member, clock: laptopClock())
      _ = try field.addAssist(
        AssistDraft(
          visit: visit.id, resident: resident.id, service: "1.001193", mode: "guided",
          outcome: "completed", evidenceKind: "spoken", evidence: "An"), author: member,
        clock: laptopClock())
      return resident.id.rawValue
    }
  }
}
