import FieldWork
import Randomness
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct RulingPagesTests {
  @Test func `what a rule does not accept is ruled on its page, once`() throws {
    let desk = try ReviewDesk(seed: 717)
    let replica = desk.laptop.store.identity.replica
    _ = try desk.world.centre.declareLost(replica, isDryRun: false)
    try desk.laptop.addHousehold("Hộ gửi muộn")
    _ = try? desk.laptop.sync()
    let review = try #require(try desk.world.centre.lateReviews(of: replica).first)
    let path = "/rulings/\(review.rawValue)"
    #expect(try desk.page("/rulings").contains(path))
    #expect(try desk.page("/inbox").contains("/rulings?state=open"))
    #expect(try desk.page("/rulings?state=open&laptop=\(replica.rawValue)").contains(path))
    let page = try desk.page(path)
    // Nobody rules on what they have not seen.
    #expect(page.contains("máy đã bị thu hồi") && page.contains("Hộ gửi muộn"))
    let fields = [("seen", try desk.seen(page)), ("act", "admit"), ("note", "Đã gọi hỏi")]
    #expect(try desk.world.send(fields, to: path, cookie: desk.cookie).status == 303)
    let names = try desk.world.centre.read { try $0.households(page: .all).compactMap(\.name) }
    #expect(names.contains("Hộ gửi muộn"))
    #expect(try desk.world.send(fields, to: path, cookie: desk.cookie).status == 409)
    #expect(try desk.page(path).contains("Đã gọi hỏi"))
    #expect(try desk.page("/rulings.csv").contains("Số dòng"))
    #expect(try desk.world.get("/rulings/1", cookie: desk.cookie).status == 422)
  }

  @Test func `all that waits of one laptop is ruled on at once, as it was seen`() throws {
    let desk = try ReviewDesk(seed: 718)
    let replica = desk.laptop.store.identity.replica
    _ = try desk.world.centre.declareLost(replica, isDryRun: false)
    let sent = ["Hộ một", "Hộ hai", "Hộ ba"]
    for name in sent { try desk.laptop.addHousehold(name) }
    _ = try? desk.laptop.sync()
    let list = "/rulings?laptop=\(replica.rawValue)"
    let old = try desk.page(list)
    let all = try desk.page("/rulings")
    #expect(old.contains("Chấp nhận cả 3 điều") && !all.contains("cả 3 điều"))
    func send(_ page: String, to path: String = "/rulings") throws -> Int {
      let fields = [
        ("seen", try desk.seen(page)), ("act", "admit"), ("laptop", "\(replica.rawValue)"),
      ]
      return try desk.world.send(fields, to: path, cookie: desk.cookie).status
    }
    // Another coordinator rules on one of them meanwhile.
    let one = try #require(try desk.world.centre.lateReviews(of: replica).first)
    let path = "/rulings/\(one.rawValue)"
    #expect(try send(try desk.page(path), to: path) == 303)
    #expect(try send(old) == 409)
    #expect(try desk.world.centre.lateReviews(of: replica).count == 2)
    #expect(try send(try desk.page(list)) == 303)
    let names = try desk.world.centre.read { try $0.households(page: .all).compactMap(\.name) }
    #expect(Set(names).isSuperset(of: sent))
    let after = try desk.page(list)
    #expect(!after.contains("Chấp nhận cả"))
  }
}
