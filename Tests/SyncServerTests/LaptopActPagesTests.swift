import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct LaptopActPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  @Test func `a laptop is declared lost and found after a look at what that changes`() throws {
    let world = try CentreWorld(seed: 611)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let replica = laptop.store.identity.replica
    let own = "/laptops/\(replica.rawValue)"
    #expect(text(try world.get(own, cookie: cookie)).contains("\(own)/lost"))
    let preview = text(try world.get(own + "/lost", cookie: cookie))
    #expect(preview.contains("Phải trả lại: ") && preview.contains("Xóm 1"))
    #expect(try world.centre.inspect { try $0.store.lostLaptops() }.isEmpty)
    for reason in ["", "   "] {
      let refused = try world.send([("what", reason)], to: own + "/lost", cookie: cookie)
      #expect(refused.status == 422 && text(refused).contains("Chưa đổi gì"))
    }
    #expect(try world.centre.inspect { try $0.store.lostLaptops() }.isEmpty)
    for round in ["bị lấy cắp ở chợ", "gửi lần hai"] {
      let sent = try world.send([("what", round)], to: own + "/lost", cookie: cookie)
      #expect(sent.status == 303 && sent.headers["Location"]?.hasPrefix(own) == true)
    }
    #expect(try world.centre.inspect { try $0.store.lostLaptops() }[replica] != nil)
    #expect(try world.centre.inspect { try $0.store.grantedScopes(of: replica) }.isEmpty)
    #expect(world.run("laptops").out.contains("máy một (declared lost)"))
    // What was sent twice was done, and noted, once.
    let noted = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 50).entries
        .filter { $0.subject == own + "/lost" }
    }
    #expect(noted.map(\.detail) == ["what=bị lấy cắp ở chợ"])
    #expect(text(try world.get(own + "?done=lost", cookie: cookie)).contains("Đã báo mất máy."))
    #expect(try world.get(own + "/lost", cookie: cookie).status == 303)
    let found = try world.send([("what", "bà An")], to: own + "/found", cookie: cookie)
    #expect(found.status == 303)
    #expect(try world.centre.inspect { try $0.store.lostLaptops() }.isEmpty)
    #expect(!(try world.centre.inspect { try $0.store.grantedScopes(of: replica) }.isEmpty))
  }

  @Test func `another laptop takes its place, and a laptop changes its team`() throws {
    let world = try CentreWorld(seed: 612)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    try old.sync()
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let own = "/laptops/\(old.store.identity.replica.rawValue)"
    let alone = text(try world.get(own + "/replaced", cookie: cookie))
    #expect(alone.contains("chưa có máy nào khác") && !alone.contains("name=\"what\""))
    let new = try world.enrolLaptop("mới", member: "Trần Thị Bình")
    let number = "\(new.store.identity.replica.rawValue)"
    for odd in ["", "0", "\(old.store.identity.replica.rawValue)", "-1", "x' OR 1"] {
      let refused = try world.send([("what", odd)], to: own + "/replaced", cookie: cookie)
      #expect(refused.status == 422, "\(odd)")
    }
    #expect(try world.centre.laptopFates().isEmpty)
    let sent = try world.send([("what", number)], to: own + "/replaced", cookie: cookie)
    #expect(sent.status == 303 && world.run("laptops").out.contains("cũ (replaced by mới)"))

    let teams = try world.centre.read { try $0.teams() }
    let other = try #require(teams.first { $0.name == "Tổ Xóm 2" })
    let page = text(try world.get(own + "/team", cookie: cookie))
    #expect(page.contains("Tổ Xóm 2") && !page.contains(">Tổ Xóm 1</option>"))
    let moved = try world.send(
      [("what", "\(other.id.rawValue)")], to: own + "/team", cookie: cookie)
    #expect(moved.status == 303)
    #expect(try world.centre.laptop("cũ")?.team == other.id)
  }

  @Test func `what a laptop sent while it was lost is admitted where the form says so`() throws {
    let world = try CentreWorld(seed: 614)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    for (admits, open) in [(true, 0), (false, 1)] {
      let laptop = try world.enrolLaptop("máy \(admits)", member: "Nguyễn Văn An")
      try laptop.sync()
      let replica = laptop.store.identity.replica
      let own = "/laptops/\(replica.rawValue)"
      #expect(
        !text(try world.get(own + "/lost", cookie: cookie)).contains("name=\"late\""))
      _ = try world.send([("what", "mất")], to: own + "/lost", cookie: cookie)
      try laptop.addHousehold("Hộ \(admits)")
      _ = try? laptop.sync()
      #expect(try world.centre.lateReviews(of: replica).count == 1)
      let page = text(try world.get(own + "/found", cookie: cookie))
      #expect(page.contains("Mục máy gửi trong lúc báo mất (1)"))
      let sent = try world.send(
        [("what", "bà An"), ("late", admits ? "admit" : "")], to: own + "/found", cookie: cookie)
      #expect(sent.status == 303)
      #expect(try world.centre.lateReviews(of: replica).count == open)
      let names = try world.centre.read { try $0.households(page: .all).compactMap(\.name) }
      #expect(names.contains("Hộ \(admits)") == admits)
    }
  }

  @Test func `a laptop whose label is another's number is told apart`() throws {
    let world = try CentreWorld(seed: 615)
    let old = try world.enrolLaptop("cũ", member: "Nguyễn Văn An")
    let replica = old.store.identity.replica
    _ = try world.enrolLaptop("\(replica.rawValue)", member: "Trần Thị Bình")
    let new = try world.enrolLaptop("mới", member: "Trần Thị Bình")
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let sent = try world.send(
      [("what", "\(new.store.identity.replica.rawValue)")],
      to: "/laptops/\(replica.rawValue)/replaced", cookie: cookie)
    #expect(sent.status == 303)
    let fates = try world.centre.laptopFates()
    guard case .replaced(by: "mới", _, _)? = fates[replica] else {
      Issue.record("nothing was noted: \(fates)")
      return
    }
  }

  @Test func `nobody but coordinators says anything of a laptop`() throws {
    let world = try CentreWorld(seed: 613)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    let own = "/laptops/\(laptop.store.identity.replica.rawValue)"
    let lead = try world.signIn(as: try world.rights(.teamLead), "lan")
    #expect(!text(try world.get(own, cookie: lead)).contains("\(own)/lost"))
    for act in LaptopAct.allCases {
      #expect(try world.get("\(own)/\(act.rawValue)", cookie: lead).status == 403)
      let sent = try world.send([("what", "x")], to: "\(own)/\(act.rawValue)", cookie: lead)
      #expect(sent.status == 403)
    }
    #expect(try world.centre.inspect { try $0.store.lostLaptops() }.isEmpty)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    for path in ["/laptops/1/lost", "\(own)/erase", "/laptops/x/team"] {
      #expect(try world.get(path, cookie: cookie).status == 404, "\(path)")
    }
  }
}
