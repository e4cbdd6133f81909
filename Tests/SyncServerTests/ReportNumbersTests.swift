import FieldWork
import Foundation
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Every number of every report, against its list of records and against SQL that shares nothing
/// with the counting function.
@Suite struct ReportNumbersTests {
  private static let divisions = [
    ["unit"], ["hamlet", "outcome"], ["team", "service"], ["member"], ["member", "mode"],
    ["service", "week"], ["procedure"], ["sector"], ["mode", "team"], ["outcome", "mode"],
    ["visit-outcome"], ["day"], ["month", "team"], ["none"], ["blocked-reason"],
  ]

  @Test(arguments: [UInt64(901), 902])
  func `every number opens exactly its records, and a query of its own finds as many`(
    seed: UInt64
  ) throws {
    let world = try ReportWorld(seed: seed)
    var seen: Set<String> = []
    for names in Self.divisions {
      let further = names.count > 1 ? "&then=\(names[1])" : ""
      for period in ["2025", "2025-10", "2025-W40"] {
        let path = "/reports?period=\(period)&by=\(names[0])\(further)"
        let links = ReportWorld.links(in: try world.page(path))
        #expect(period != "2025" || !links.isEmpty, "seed \(seed): \(path)")
        for link in links where seen.insert(link.address).inserted {
          let asked = NamedValues(query: link.address)
          let independent = try IndependentCount(asked).number(world)
          #expect(link.number == independent, "seed \(seed): \(link.address)")
          // Lists of the whole year tell as much as those of its parts, and take as long.
          guard period == "2025" else { continue }
          let lines = ReportWorld.lines(of: try world.page(link.address))
          #expect(lines == link.number, "seed \(seed): \(link.address)")
        }
      }
    }
    // The kinds of number that there are, so that none is left out by chance.
    for number in CountedNumber.ofGroups {
      #expect(seen.contains { $0.contains("number=\(number.rawValue)") }, "\(number), seed \(seed)")
    }
    #expect(seen.contains { $0.contains("reason=visit-voided") }, "seed \(seed)")
  }

  @Test(arguments: [UInt64(904), 905])
  func `every column of every trend is what a query of its own finds for that span`(
    seed: UInt64
  ) throws {
    let world = try ReportWorld(seed: seed)
    for number in CountedNumber.ofGroups {
      for step in ["week", "month", "quarter"] {
        let path = "/reports/trends?step=\(step)&number=\(number.rawValue)"
        let links = ReportWorld.links(in: try world.page(path))
        #expect(!links.isEmpty, "seed \(seed): \(path)")
        for link in links {
          let independent = try IndependentCount(NamedValues(query: link.address)).number(world)
          #expect(link.number == independent, "seed \(seed): \(link.address)")
        }
        // Nothing falls between two spans; a resident may be helped in several.
        guard number != .residents else { continue }
        let whole = NamedValues(query: "?period=2025&number=\(number.rawValue)")
        let all = try IndependentCount(whole).number(world)
        #expect(links.reduce(0) { $0 + $1.number } == all, "seed \(seed): \(path)")
      }
    }
  }

  @Test func `the strip above the numbers counts the laptops as a query of its own does`() throws {
    let world = try ReportWorld(seed: 906, visits: 10)
    // One that never reported, and one that is silent from here on.
    _ = try world.world.enrolLaptop("máy ba", member: "Nguyễn Văn An")
    for reported in [2, 1] {
      let day = LocalDateTime(world.today, minuteOfDay: 0).milliseconds
      let counted = try world.world.centre.read { reader in
        try (
          reader.connection.integer(
            "SELECT count(*) FROM peer WHERE reported_through >= ?", .integer(day)),
          reader.connection.integer("SELECT count(*) FROM peer WHERE replica > 255")
        )
      }
      #expect(counted == (Int64(reported), 3))
      let cookie = try world.world.signIn("coordinator", world.world.password)
      for path in ["/coordinator", "/reports", "/trainer", "/reports/trends", "/reports/rates"] {
        let page = try world.page(
          "\(path)?period=\(world.today.iso)", as: (cookie ?? "") + "; camtay-language=en")
        #expect(page.contains("\(reported) of 3 laptops"), "\(path)")
      }
      world.world.clock.advance(seconds: 2 * 86_400)
      try world.laptops[0].sync()
    }
  }

  @Test func `the figures of feedback are what a query of its own finds`() throws {
    let world = try ReportWorld(seed: 907, visits: 10)
    let laptop = world.laptops[0]
    let place = try laptop.field.reader.findPlace("Xóm 1").codeText
    let form = RecordForms.feedback
    for (rating, text) in [
      ("5", ""), ("4", "tốt"), ("3", "chậm"), ("1", "đợi lâu"), ("2", ""), ("5", "cảm ơn"),
    ] {
      world.world.clock.advance(seconds: 1)
      _ = try laptop.field.add(
        form,
        FormDraft(form, ["place": place, "rating": rating, "text": text, "channel": "spoken"]),
        author: laptop.member, clock: laptop.laptopClock())
    }
    try laptop.sync()
    let counted = try world.world.centre.read { reader in
      try ["rating IS NOT NULL", "rating >= 4"].map {
        try reader.connection.integer(
          "SELECT count(*) FROM feedback WHERE hidden IS NULL AND void_reason IS NULL AND \($0)")
      }
    }
    #expect(counted == [6, 3])
    let page = try world.page("/feedback")
    let figures = page.matches(of: /figure-value">(?:<a[^>]*>)?([^<]*)</).map { String($0.1) }
    #expect(figures.prefix(2) == ["\(counted[0])", "\(counted[1])/\(counted[0])"])
  }

  @Test func `records of a list are those of its number and no others, page by page`() throws {
    let world = try ReportWorld(seed: 903, visits: 130)
    let path = "/reports/records?period=2025&by=none&number=visits"
    let first = try world.page(path)
    let second = try world.page(path + "&page=2")
    func codes(_ page: String) -> [String] {
      page.matches(of: /<th scope="row"><a href="[^"]*">(V-[0-9A-Z-]+)</).map { String($0.1) }
    }
    let wanted = try world.world.centre.read { reader in
      try reader.connection.rows(
        "SELECT rid FROM visit WHERE hidden IS NULL AND void_reason IS NULL ORDER BY date, rid"
      ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:)).map {
        try reader.codeText(of: $0)
      }
    }
    let all = codes(first) + codes(second) + codes(try world.page(path + "&page=3"))
    #expect(codes(first).count == 50 && all == wanted)
    let turned = codes(try world.page(path + "&order=-day"))
    #expect(turned == Array(wanted.reversed().prefix(50)))
  }
}
