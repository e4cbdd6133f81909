import CommandLine
import FieldWork
import Foundation
import Testing
import Web

@testable import SyncServer

@Suite struct RatePagesTests {
  /// The lines of a file with semicolons: its texts stand in quotes.
  private func rows(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ";", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: CharacterSet(charactersIn: "=\"\u{feff}"))
      }
    }
  }

  @Test func `rates of the page are those of the command, and their records add up to them`()
    throws
  {
    let world = try ReportWorld(seed: 921)
    let told = try world.world.run("rates", "--period", "2025", "--json", "--limit", "200").json()
    let page = try world.page("/reports/rates?period=2025")
    let lines = rows(try world.page("/reports/rates.csv?period=2025"))
    let heads = try #require(lines.first)
    let above = try #require(heads.firstIndex(of: "Numerator"))
    let below = try #require(heads.firstIndex(of: "Denominator"))
    var checked = 0
    for rate in told["rates"]?.arrayValue ?? [] {
      let key = try #require(rate["key"]?.textValue)
      let line = try #require(lines.first { $0.first == key }, "\(key)")
      #expect(line[above] == (rate["numerator"]?.integerValue.map { "\($0)" } ?? ""), "\(key)")
      #expect(line[below] == (rate["denominator"]?.integerValue.map { "\($0)" } ?? ""), "\(key)")
      let link = page.firstMatch(
        of: try Regex("href=\"(/reports/rates/records\\?[^\"]*rate=\(key))\">([^<]*)<"))
      #expect((link != nil) == (rate["numerator"]?.integerValue != nil), "\(key)")
      guard let address = link?[1].substring.map({ String($0) }),
        let value = link?[2].substring
      else {
        #expect(rate["unknown"] != nil || rate["numerator"] == .null, "\(key)")
        continue
      }
      #expect(rate["text"]?.textValue == String(value), "\(key)")
      guard key != "satisfaction" else { continue }
      let file = address.replacing("&amp;", with: "&").replacing("/records?", with: "/records.csv?")
      let records = rows(try world.page(file))
      func sum(_ head: String) -> Int64? {
        guard let column = records.first?.firstIndex(of: head) else { return nil }
        // The facts of a file stand behind an empty line.
        let lines = records.dropFirst().prefix { $0.count > 2 }
        return lines.reduce(0) { $0 + (Int64($1[column]) ?? 0) }
      }
      #expect(sum("Numerator") == rate["numerator"]?.integerValue, "\(key)")
      if let whole = rate["denominator"]?.integerValue {
        #expect(sum("Denominator") == whole, "\(key)")
      }
      checked += 1
    }
    #expect(checked > 10)
  }

  @Test func `components are scored as the command scores them, and unknown is never nought`()
    throws
  {
    let world = try ReportWorld(seed: 922)
    let told = try world.world.run(
      "indicators", "--period", "2025", "--json", "--limit", "200"
    ).json()
    let page = try world.page("/reports/indicators?period=2025")
    let lines = rows(try world.page("/reports/indicators.csv?period=2025"))
    let heads = try #require(lines.first)
    let score = try #require(heads.firstIndex(of: "Score"))
    let value = try #require(heads.firstIndex(of: "Value"))
    let indicators = try #require(told["indicators"]?.arrayValue)
    #expect(!indicators.isEmpty)
    for indicator in indicators {
      let code = try #require(indicator["code"]?.textValue)
      let line = try #require(lines.first { $0.first == code }, "\(code)")
      let points = indicator["score_hundredths"]?.integerValue
      #expect(
        Double(line[score].replacing(",", with: ".")).map { Int64(($0 * 100).rounded()) } == points,
        "\(code): \(line)")
      if indicator["unknown"] != nil { #expect(line[value].isEmpty, "\(code)") }
    }
    let unknown = indicators.count { $0["unknown"] != nil }
    #expect(unknown > 0 && page.contains("unknown is not 0"))
    #expect(page.matches(of: /<tr class="row-missing">/).count == min(unknown, 50))
    let known = try #require(told["score_hundredths"]?.integerValue)
    #expect(page.contains(">\(Format.hundredths(known, .english))<"))
  }

  @Test func `the records of a rate say how many rejected ones they leave out`() throws {
    let desk = try ReviewDesk(seed: 924, visits: 2)
    let day = desk.world.clock.laptopSurroundings.clock().wall
    let month = LocalDateTime(time: day).date.iso.prefix(7)
    for ending in ["", ".csv"] {
      let path = "/reports/rates/records\(ending)?period=\(month)"
      #expect(try !desk.page(path).contains("điều phối viên không chấp nhận"), "\(ending)")
    }
    #expect(try desk.say("reject", "Không có hộ này") == 303)
    for ending in ["", ".csv"] {
      let path = "/reports/rates/records\(ending)?period=\(month)"
      #expect(
        try desk.page(path).contains("1 lượt thăm điều phối viên không chấp nhận"), "\(ending)")
    }
  }

  @Test func `a rate that does not exist is not found, and a unit that does not either`() throws {
    let world = try ReportWorld(seed: 923, visits: 4)
    for path in [
      "/reports/rates/records?rate=moon", "/reports/rates/records?indicator=99.9",
    ] {
      #expect(try world.world.get(path, cookie: world.coordinator).status == 404, "\(path)")
    }
    let unit = try world.world.get("/reports/rates?unit=99999", cookie: world.coordinator)
    #expect(unit.status == 422)
    #expect(
      try world.page("/reports/rates?unit=17713&level=province").contains("Coverage") == false)
  }
}
