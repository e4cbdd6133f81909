import FieldWork
import SyncProtocol
import Testing

@testable import SyncServer

/// The report for signature: its numbers are those of the counting function, and it says of which set.
@Suite struct SignedReportTests {
  /// What stands in the cells of a page, one after the other.
  private func cells(_ page: String) -> String {
    page.replacing(/<[^>]*>/, with: "|").replacing(/[|\s]*\|[|\s]*/, with: "|")
  }

  private func digest(_ page: String) throws -> String {
    String(
      try #require(page.firstMatch(of: /Digest of the set of records: <code[^>]*>([^<]*)</)?.1))
  }

  @Test(arguments: [UInt64(1_801), 1_802])
  func `every number of the paper is what the counting function finds`(seed: UInt64) throws {
    let world = try ReportWorld(seed: seed, visits: 80)
    let period = try #require(Period(.year, holding: world.today))
    let page = try world.page("/reports/sheet?period=\(period)")
    let text = cells(page)
    for key in ["hamlet", "service", "mode", "outcome"] {
      let dimension = try #require(CountDimension(named: key))
      let count = try world.world.centre.read { try $0.count(CountQuery(period, by: [dimension])) }
      #expect(!count.groups.isEmpty, "\(key)")
      for numbers in count.groups.map(\.numbers) + [count.total] {
        let line = CountedNumber.ofGroups.map {
          $0.text(of: numbers, in: .english)
        }.joined(separator: "|")
        #expect(text.contains("|\(line)|"), "\(key) \(line)")
      }
    }
    let rates = try world.page("/reports/rates?period=\(period)")
    for rate in ["VNeID level 2", "assists"] { #expect(rates.contains(rate)) }
    #expect(page.contains("laptops have reported") || page.contains("laptop"))
    #expect(page.contains("class=\"signing report-signing\""))
  }

  @Test func `the digest is that of the set, and another one as soon as a record is`() throws {
    let world = try ReportWorld(seed: 1_803, visits: 30)
    let path = "/reports/sheet?period=year"
    let first = try digest(try world.page(path))
    #expect(first.count == 39)
    #expect(try digest(try world.page(path)) == first)
    let laptop = world.laptops[0]
    let household = try laptop.addHousehold("Hộ mới")
    #expect(try digest(try world.page(path)) == first)
    _ = try laptop.sync()
    #expect(try digest(try world.page(path)) != first)
    _ = household
    // Two days that differ by one would tell of that day: whole periods alone are signed.
    let asked = try world.page("/reports/sheet?from=01/01/2025&to=05/01/2025")
    #expect(!asked.contains("05/01/2025</h1>"))
  }
}
