import FieldWork
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct OverviewNumbersTests {
  @Test func `every number of the overview opens exactly its records`() throws {
    let desk = try ReviewDesk(seed: 7401, visits: 3)
    let seen = try desk.seen(try desk.page(desk.path))
    let form = [("act", "reject"), ("comment", "Không có hộ này"), ("seen", seen)]
    #expect(try desk.world.send(form, to: desk.path, cookie: desk.cookie).status == 303)
    let page = try desk.page("/coordinator?period=day").replacing("&amp;", with: "&")
    let ways = page.matches(of: /<a href="(\/reports\/records\?[^"]*)">([0-9.]+)<\/a>/)
    for number in ["visits", "counted", "residents"] {
      // In the figures above, in the row of the team, in that of all teams.
      #expect(ways.count { $0.1.contains("number=\(number)") } >= 3, "\(number)")
    }
    #expect(ways.contains { $0.1.contains("reason=visit-rejected") })
    for way in ways {
      let list = try desk.page(String(way.1))
      #expect(
        list.contains("Tất cả \(way.2) dòng."), "\(way.1) says \(way.2)")
    }
  }
}
