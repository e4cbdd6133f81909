import Testing

@testable import SyncServer

/// The way through a list of the review.
@Suite struct ReviewWayTests {
  @Test func `one visit after the other is looked at, within the list that it was opened from`()
    throws
  {
    let desk = try ReviewDesk(seed: 735, visits: 6)
    let mine =
      "member="
      + String(
        try #require(
          try desk.page("/review").firstMatch(of: /name="member".*?value="([0-9]+)"/)?.1))
    var seen: [String] = []
    var list = try desk.page("/review?\(mine)&order=date")
    let rows = list.matches(of: /href="\/review\/([0-9]+)\?/).map { String($0.1) }
    #expect(rows.count > 2)
    var address = "/review/\(rows[0])?\(mine)&order=date"
    while address.hasPrefix("/review/") {
      let page = try desk.page(address)
      seen.append(String(address.dropFirst("/review/".count).prefix { $0.isNumber }))
      #expect(page.contains("Duyệt rồi mở lượt kế tiếp"))
      let answer = try desk.world.send(
        [
          ("act", seen.count == 2 ? "send-back" : "approve"), ("comment", "Xem lại"),
          ("seen", try desk.seen(page)), ("then", "next"),
          ("member", String(mine.dropFirst("member=".count))), ("order", "date"),
        ], to: "/review/\(seen[seen.count - 1])", cookie: desk.cookie)
      #expect(answer.status == 303)
      address = try #require(answer.headers["Location"])
      try #require(seen.count <= rows.count)
    }
    #expect(seen == rows)
    #expect(address.hasPrefix("/review?") && address.contains(mine))
    list = try desk.page(address)
    #expect(list.contains("không còn lượt nào chờ xem"))
  }
}
