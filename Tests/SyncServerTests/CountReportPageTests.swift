import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct CountReportPageTests {
  @Test func `before any laptop has reported the report says so, which is not nought`() throws {
    let world = try CentreWorld(seed: 911)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    func page(_ path: String) throws -> String {
      String(
        decoding: try world.get(path, cookie: cookie + "; camtay-language=en").body, as: UTF8.self)
    }
    let undivided = try page("/reports?by=service")
    #expect(undivided.contains("No laptop has reported yet; that is not the same as 0."))
    #expect(!undivided.contains("<tbody>"))
    _ = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    let teams = try page("/reports")
    #expect(teams.contains(/<tr class="row-missing"><th scope="row"><a [^>]*>Tổ Xóm 1</))
    #expect(try page("/reports/records").contains("There is no such record within your reach."))
  }

  @Test func `the address says everything, and what it cannot read asks for nothing`() throws {
    let world = try ReportWorld(seed: 912, visits: 20)
    let page = try world.page("/reports?period=2025&by=team&then=mode&outcome=completed")
    #expect(page.contains("Year 2025") && page.contains("Only outcome: completed"))
    let links = ReportWorld.links(in: page)
    #expect(!links.isEmpty && links.allSatisfy { $0.address.contains("outcome=completed") })
    #expect(links.allSatisfy { !$0.address.contains("Xóm") })
    let odd = try world.page(
      "/reports?period=9999-99&by=moon&then=team&outcome=x&team=y&borders=31/02/2026&order=-zzz")
    #expect(odd.contains("field-error") && !odd.contains("Only "))
    let long = String(repeating: "x", count: 1_200)
    _ = try world.page("/reports?by=\(long)&service=\(long)&period=\(long)")
  }

  @Test func `records are refused in words where the address says what nobody understands`() throws
  {
    let world = try ReportWorld(seed: 915, visits: 4)
    let long = String(repeating: "x", count: 1_200)
    for (query, words) in [
      ("teem=1", "no parameter “teem”"), ("team=x", "“team” cannot be read"),
      ("number=moon", "“number” cannot be read"), ("by=moon", "“by” cannot be read"),
      ("period=9999-99", "period cannot be read"), ("borders=31/02/2026", "no such day"),
      ("number=\(long)&service=\(long)", "cannot be read"),
    ] {
      for ending in ["", ".csv"] {
        let path = "/reports/records\(ending)?\(query)"
        let answer = try world.world.get(path, cookie: world.coordinator)
        // A file has no form in which a period could be mended.
        let status = ending.isEmpty || !query.hasPrefix("period") ? 422 : 400
        #expect(answer.status == status, "\(path.prefix(60))")
        #expect(String(decoding: answer.body, as: UTF8.self).contains(words), "\(path.prefix(60))")
      }
    }
    for query in ["", "?period=2025&by=none&number=visits&team=&order=-day&page=999999999"] {
      _ = try world.page("/reports/records\(query)")
    }
  }

  @Test func `whoever is kept to a unit reads what is left out of its numbers`() throws {
    let world = try CentreWorld(seed: 914)
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    _ = try laptop.addHousehold("Hộ ông Ba")
    try laptop.sync()
    let cookie = try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "kept")
    func page() throws -> String {
      String(decoding: try world.get("/reports", cookie: cookie).body, as: UTF8.self)
    }
    #expect(try !page().contains("Chưa gồm"))
    let day = LocalDateTime(time: world.clock.laptopSurroundings.clock().wall).date.iso
    let split =
      "old_code,old_hamlet,new_code,new_hamlet,valid_from,extent\n"
      + "17713,Xóm 1,17713,Xóm 1,\(day),part\n17713,Xóm 1,17722,Xóm 9,\(day),part\n"
    _ = try world.centre.change { try $0.applyReform(Array(split.utf8), clock: $1) }
    #expect(try page().contains("Chưa gồm 1 hộ của thôn bị chia mà chưa rõ ở phần nào."))
  }

  @Test func `a team lead counts the team and opens its records alone`() throws {
    let world = try ReportWorld(seed: 913, visits: 40)
    let lead =
      try world.world.signIn(as: try world.world.rights(.teamLead), "lan")
      + "; camtay-language=en"
    let all = try world.page("/reports?period=2025")
    let own = try world.page("/reports?period=2025", as: lead)
    #expect(own.contains("Tổ Xóm 1") && !own.contains("Tổ Xóm 2") && all.contains("Tổ Xóm 2"))
    for link in ReportWorld.links(in: own) {
      #expect(ReportWorld.lines(of: try world.page(link.address, as: lead)) == link.number)
    }
    // The coordinator's addresses of the other team hold nothing for them.
    let other = try world.world.centre.read { try $0.teams()[1].id.rawValue }
    for link in ReportWorld.links(in: all) where link.address.contains("team=\(other)") {
      let page = try world.page(link.address, as: lead)
      #expect(ReportWorld.lines(of: page) == 0 && !page.contains("Xóm 2"), "\(link.address)")
    }
    let filtered = try world.page("/reports?period=2025&by=service&team=\(other)", as: lead)
    #expect(filtered.contains("#\(other)") && !filtered.contains("Tổ Xóm 2"))
    #expect(ReportWorld.links(in: filtered).isEmpty)
    let undated = try world.page("/reports/records?number=undated", as: lead)
    #expect(ReportWorld.lines(of: undated) == 0)
  }

  @Test func `no list of records names a resident or a household`() throws {
    let world = try ReportWorld(seed: 914, visits: 40)
    for number in CountedNumber.allCases {
      for ending in ["", ".csv"] {
        let page = try world.page(
          "/reports/records\(ending)?period=2025&by=none&number=\(number.rawValue)")
        #expect(!page.contains("Người 1") && !page.contains("Hộ 1"), "\(number)")
      }
    }
  }

  @Test func `a file of a report has its rows, its totals and what they cover`() throws {
    let world = try ReportWorld(seed: 915, visits: 40)
    let file = try world.page("/reports.csv?period=2025&by=team")
    #expect(file.contains("\"Rows\";2\r\n") && file.contains("\"Year 2025\""))
    #expect(file.contains("\"2 of 2 laptops have reported through"))
    let total = try world.world.centre.read {
      try $0.count(CountQuery(try Period.parse("2025", today: .earliest))).total
    }
    #expect(file.contains("\"The whole period: Residents\";\(total.residents)\r\n"))
    #expect(file.contains("\"Control total of “Visits”\";\(total.visits ?? -1)\r\n"))
    let records = try world.page("/reports/records.csv?period=2025&by=none&number=not-counted")
    #expect(records.contains("\"Rows\";\(total.otherAssists)\r\n"))
    let reason = try world.page(
      "/reports/records.csv?period=2025&by=none&number=not-counted&reason=blocked")
    #expect(reason.contains("\"Reason: It was blocked;"))
    let log = world.world.run("audit", "list")
    #expect(log.out.contains("/reports/records") && log.out.contains("rows=\(total.otherAssists)"))
  }
}
