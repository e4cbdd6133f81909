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

  @Test func `rates by team stand in one list, each opens its records, and they are the command's`()
    throws
  {
    let world = try ReportWorld(seed: 925)
    for division in ["team", "hamlet", "unit"] {
      let path = "/reports/rates?period=2025&by=\(division)&rate=online"
      let page = try world.page(path)
      let told =
        try world.world.run(
          "rates", "--period", "2025", "--rate", "online", "--by", division, "--json"
        ).json()["rates"]?.arrayValue ?? []
      #expect(!told.isEmpty, "\(division)")
      let links = page.matches(of: /href="(\/reports\/rates\/records\?[^"]*)">/).map {
        String($0.1).replacing("&amp;", with: "&")
      }
      #expect(links.count == told.count, "\(division)")
      for line in told {
        let part = try #require(line[division]?.textValue, "\(line)")
        let link = try #require(links.first { $0.contains("part=\(part)&") }, "\(part) \(links)")
        let file = link.replacing("/records?", with: "/records.csv?")
        let records = rows(try world.page(file))
        let above = try #require(records.first?.firstIndex(of: "Numerator"))
        let below = try #require(records.first?.firstIndex(of: "Denominator"))
        // The facts of a file stand behind an empty line.
        let lines = records.dropFirst().prefix { $0.count > 2 }
        func sum(_ column: Int) -> Int64 { lines.reduce(0) { $0 + (Int64($1[column]) ?? 0) } }
        #expect(sum(above) == line["numerator"]?.integerValue, "\(division) \(part)")
        #expect(sum(below) == line["denominator"]?.integerValue, "\(division) \(part)")
        let own = try #require(line["\(division)_name"]?.textValue)
        #expect(try world.page(link).contains(own), "\(own)")
      }
      #expect(page.contains("2/2") || page.contains("1/1"), "\(division)")
    }
    let all = rows(try world.page("/reports/rates.csv?period=2025&by=team"))
    #expect(Set(all.dropFirst().prefix { $0.count > 2 }.map { $0[1] }).count > 5)
    #expect(try world.page("/reports/rates?period=2025&by=moon").contains("<table"))
  }

  /// A sign-in lasts no weeks.
  private func signedInAgain(_ world: ReportWorld) throws -> String {
    try #require(try world.world.signIn("coordinator", world.world.password))
      + "; camtay-language=en"
  }

  @Test func `where no laptop of a team has reported nothing is said to be nought`() throws {
    let world = try ReportWorld(seed: 926, visits: 4)
    // A month in which one laptop alone was heard of.
    world.world.clock.advance(seconds: 40 * 86_400)
    try world.laptops[0].sync()
    var cookie = try signedInAgain(world)
    let month = try #require(Period(.month, holding: world.today)).description
    let path = "/reports/rates?period=\(month)&by=team&rate=assists-by-visit"
    let any = try world.page(path, as: cookie)
    #expect(any.contains("<table"))
    let page = try world.page("/reports/rates.csv?period=\(month)&by=team", as: cookie)
    let lines = rows(page)
    let heads = try #require(lines.first)
    let (part, note) = (
      try #require(heads.firstIndex(of: "Team")), try #require(heads.firstIndex(of: "Note"))
    )
    let value = try #require(heads.firstIndex(of: "Value"))
    let body = lines.dropFirst().prefix { $0.count > 2 }
    let silent = body.filter { $0[part] == "Tổ Xóm 2" }
    #expect(!silent.isEmpty)
    for line in silent where line[value].isEmpty == false {
      #expect(line[value] != "0" && line[value] != "0,00", "\(line)")
    }
    #expect(silent.contains { $0[note].contains("no laptop has reported") })
    #expect(
      body.filter { $0[part] == "Tổ Xóm 1" }.allSatisfy {
        !$0[note].contains("no laptop has reported")
      })
    // The same law holds for the whole and for the paper to sign.
    world.world.clock.advance(seconds: 60 * 86_400)
    cookie = try signedInAgain(world)
    let later = try #require(Period(.month, holding: world.today)).description
    for path in ["/reports/rates?period=\(later)", "/reports/sheet?period=\(later)"] {
      let text = try world.page(path, as: cookie)
      #expect(text.contains(">?<"), "\(path)")
    }
    let whole = rows(
      try world.page("/reports/rates.csv?period=\(later)", as: cookie))
    let numerator = try #require(whole.first?.firstIndex(of: "Numerator"))
    let online = try #require(whole.first { $0.first == "online" })
    #expect(online[numerator].isEmpty)
    let sheet = try world.page("/reports/sheet?period=\(later)", as: cookie)
    let figures = try #require(sheet.firstMatch(of: /<table[^>]*>(.|\n)*?<\/table>/)?.0)
    #expect(!figures.contains(">0<") && figures.contains(">—<"))
  }
}
