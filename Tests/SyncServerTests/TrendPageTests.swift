import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct TrendPageTests {
  @Test func `every number of a trend opens its records, and spans add up to the period`() throws {
    let world = try ReportWorld(seed: 931)
    for (step, number) in [("month", "visits"), ("week", "counted"), ("quarter", "submissions")] {
      let address = "/reports/trends?step=\(step)&number=\(number)&from=01/08/2025&to=31/10/2025"
      let page = try world.page(address)
      let links = ReportWorld.links(in: page)
      #expect(!links.isEmpty, "\(step)")
      for link in links {
        #expect(ReportWorld.lines(of: try world.page(link.address)) == link.number, "\(link)")
      }
      let kind = try #require(CountedNumber(rawValue: number))
      let period = try Period(
        from: try Format.parseDate("01/08/2025"), to: try Format.parseDate("31/10/2025"))
      let total = try world.world.centre.read {
        kind.value(of: try $0.count(CountQuery(period)).total)
      }
      #expect(links.map(\.number).reduce(0, +) == total, "\(step)")
      #expect(page.contains("<svg") && page.contains("role=\"img\""))
    }
  }

  @Test func `a merger is marked and leaves the numbers of a territory as they were`() throws {
    let world = try ReportWorld(seed: 932)
    let path = "/reports/trends?from=01/08/2025&to=31/10/2025"
    let before = ReportWorld.links(in: try world.page("\(path)&unit=17713")).map(\.number)
    #expect(!before.isEmpty)
    let day = try Format.parseDate("15/09/2025")
    _ = try world.world.centre.perform { records, clock in
      try records.store.mergeUnits(
        ["17713"], into: "17734", from: Int64(day.daysSince1970), clock: clock)
    }
    let after = try world.page("\(path)&unit=17734")
    #expect(ReportWorld.links(in: after).map(\.number) == before)
    #expect(after.contains("borders changed 15/09/2025"))
    // What is no more is shown as what it became, and said to be.
    let former = try world.page("\(path)&unit=17713")
    #expect(ReportWorld.links(in: former).map(\.number) == before)
    #expect(former.contains("became part of") && former.contains("after 14/09/2025"))
    #expect(try !world.page("\(path)&unit=17734").contains("became part of"))
    let file = try world.page(path.replacing("trends?", with: "trends.csv?") + "&unit=17713")
    #expect(file.contains("became part of"))
    let unknown = try world.world.get("\(path)&unit=99999", cookie: world.coordinator)
    #expect(unknown.status == 422)
    #expect(String(decoding: unknown.body, as: UTF8.self).contains("no unit with the code 99999"))
  }

  @Test func `a span of which no laptop has reported is unknown and not nought`() throws {
    let world = try ReportWorld(seed: 935)
    let address = "/reports/trends?from=01/08/2025&to=31/12/2026&step=month"
    #expect(try !world.page(address).contains("no laptop has reported for the period"))
    // Nobody hands anything over for half a year.
    world.world.clock.advance(seconds: 180 * 86_400)
    let signIn = try #require(try world.world.signIn("coordinator", world.world.password))
    let cookie = signIn + "; camtay-language=en"
    let page = try world.page(address, as: cookie)
    #expect(page.contains("no laptop has reported for the period") && !page.contains(">0<"))
    let divided = try world.page("\(address)&division=team", as: cookie)
    #expect(divided.contains("—") && !divided.contains(">0<"))
    let file = try world.page(address.replacing("trends?", with: "trends.csv?"), as: cookie)
    #expect(file.contains("no laptop has reported for the period"))
  }

  @Test func `a span before the first record is not nought, and one that runs is no comparison`()
    throws
  {
    let world = try ReportWorld(seed: 933)
    let page = try world.page("/reports/trends")
    #expect(page.contains("no record yet, which is not 0") && page.contains("not over"))
    let sentence = try #require(
      page.firstMatch(of: /<figcaption[^>]*>([^<]*)</).map { String($0.1) })
    #expect(sentence.contains("latest Month 9/2025") && !sentence.contains("10/2025"))
    let empty = try CentreWorld(seed: 934)
    let cookie = try #require(try empty.signIn("coordinator", empty.password))
    let nothing = String(
      decoding: try empty.get("/reports/trends", cookie: cookie + "; camtay-language=en").body,
      as: UTF8.self)
    #expect(nothing.contains("no span is complete yet") && !nothing.contains("<rect"))
    for query in ["from=x", "step=moon&number=undated", "period=9999", "period=0001-01"] {
      _ = try world.page("/reports/trends?\(query)")
    }
  }
}
