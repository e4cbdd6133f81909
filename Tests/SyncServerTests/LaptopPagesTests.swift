import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

@Suite struct LaptopPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  /// One laptop that has reported, one that never came, and their coordinator.
  private func world(seed: UInt64) throws -> (
    world: CentreWorld, cookie: String, first: TestLaptop, second: TestLaptop
  ) {
    let world = try CentreWorld(seed: seed)
    let first = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try first.sync()
    let second = try world.enrolLaptop("máy hai", member: "Trần Thị Bình")
    let cookie = try #require(try world.signIn("coordinator", world.password))
    return (world, cookie + "; camtay-language=en", first, second)
  }

  private func set(_ columns: String, of laptop: TestLaptop, _ world: CentreWorld) throws {
    try world.centre.administer { store, _ in
      try store.connection.execute(
        "UPDATE peer SET \(columns) WHERE replica = ?",
        .integer(Int64(laptop.store.identity.replica.rawValue)))
    }
  }

  @Test func `without a laptop the list says how one comes`() throws {
    let world = try CentreWorld(seed: 601)
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let page = text(try world.get("/laptops", cookie: cookie))
    #expect(page.contains("Chưa cấp máy nào") && !page.contains("<table"))
    let lead = try world.signIn(as: try world.rights(.teamLead), "lan")
    #expect(text(try world.get("/laptops", cookie: lead)).contains("phạm vi của bạn chưa có máy"))
  }

  @Test func `laptops that need somebody come first, and each state is a filter`() throws {
    let (world, cookie, first, second) = try world(seed: 602)
    func listed(_ query: String = "") throws -> String {
      text(try world.get("/laptops" + query, cookie: cookie))
    }
    let all = try listed()
    let never = try #require(all.firstRange(of: ">máy hai<"))
    let well = try #require(all.firstRange(of: ">máy một<"))
    #expect(never.lowerBound < well.lowerBound && all.contains("never reported"))
    #expect(all.contains("All 2 lines.") && all.contains("Trần Thị Bình"))
    #expect(try listed("?state=never").contains("1 of 2 lines"))
    #expect(try listed("?state=silent").contains("No line passes"))
    // Seven days are not yet too many.
    world.clock.advance(seconds: 7 * 86_400)
    let later =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    #expect(text(try world.get("/laptops?state=silent", cookie: later)).contains("No line passes"))
    world.clock.advance(seconds: 86_400)
    let week =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    let silent = text(try world.get("/laptops?state=silent", cookie: week))
    #expect(silent.contains("no report for 8 days") && silent.contains(">máy một<"))
    #expect(silent.contains("<tr class=\"row-missing\">") && !silent.contains(">máy hai<"))
    try set("clock_offset = -240000", of: first, world)
    let clock = text(try world.get("/laptops?state=clock", cookie: week))
    #expect(clock.contains("4 minutes fast") && clock.contains("1 of 2"))
    #expect(
      text(try world.get("/laptops?q=tran+thi+binh", cookie: week)).contains("1 of 2 lines"))
    let team = try #require(
      try world.centre.laptops().first { $0.replica == second.store.identity.replica }?.team)
    let ofTeam = text(try world.get("/laptops?team=\(team.rawValue)", cookie: week))
    #expect(ofTeam.contains(">máy hai<") && !ofTeam.contains(">máy một<"))
    _ = world.run("laptop", "lost", "máy hai")
    let lost = text(try world.get("/laptops?state=lost", cookie: week))
    #expect(lost.contains(">máy hai<") && lost.contains("declared lost"))
    #expect(!text(try world.get("/laptops?state=never", cookie: week)).contains(">máy hai<"))
    #expect(
      text(try world.get("/coordinator", cookie: week)).contains("2 laptops; 1 needs somebody."))
  }

  @Test func `a laptop that was replaced and of which all is here stays in the list`() throws {
    let (world, cookie, _, second) = try world(seed: 603)
    try second.sync()
    _ = world.run("laptop", "replaced", "máy một", "--by", "máy hai", "--yes")
    let replaced = text(try world.get("/laptops?state=replaced", cookie: cookie))
    #expect(replaced.contains(">máy một<") && replaced.contains("replaced by máy hai"))
    #expect(!text(try world.get("/laptops?state=attention", cookie: cookie)).contains(">máy một<"))
    let overview = text(try world.get("/coordinator", cookie: cookie))
    #expect(overview.contains("No laptop needs somebody just now."))
  }

  @Test func `a team lead sees the team's laptops, on the page, in the file and by address`() throws
  {
    let (world, _, first, second) = try world(seed: 604)
    let cookie = try world.signIn(as: try world.rights(.teamLead), "lan")
    for path in ["/laptops", "/laptops.csv", "/coordinator"] {
      let answer = try world.get(path, cookie: cookie)
      #expect(answer.status == 200 && text(answer).contains("máy một"), "\(path)")
      #expect(!text(answer).contains("máy hai") && !text(answer).contains("Trần Thị Bình"))
    }
    let (own, other) = (first.store.identity.replica, second.store.identity.replica)
    let page = try world.get("/laptops/\(own.rawValue)", cookie: cookie)
    #expect(page.status == 200 && text(page).contains("Nguyễn Văn An"))
    for number in ["\(other.rawValue)", "0", "x", "99999999999999999999999", "%3Cscript%3E"] {
      let refused = try world.get("/laptops/\(number)", cookie: cookie)
      #expect(refused.status == 404 && !text(refused).contains("Trần Thị Bình"), "\(number)")
      #expect(!text(refused).contains("<script>"))
    }
    // A trainer has nothing to do with laptops.
    let trainer = try world.signIn(as: try world.rights(.trainer), "huan")
    for path in ["/laptops", "/laptops.csv", "/laptops.xlsx", "/laptops/\(own.rawValue)"] {
      #expect(try world.get(path, cookie: trainer).status == 403, "\(path)")
    }
  }

  @Test func `a file holds the rows of all pages that pass, and stands in the log`() throws {
    let (world, cookie, first, _) = try world(seed: 605)
    for number in 1...60 {
      _ = try world.enrolLaptop("=máy \(number)", member: "Nguyễn Văn An")
    }
    try set("unsent = 9223372036854775807", of: first, world)
    let answer = try world.get("/laptops.csv?q=m%C3%A1y&order=-label", cookie: cookie)
    #expect(answer.headers["Content-Disposition"]?.contains("cac-may.csv") == true)
    let lines = text(answer).split(separator: "\r\n", omittingEmptySubsequences: false)
    let rows = lines.dropFirst().prefix { !$0.isEmpty }
    #expect(rows.count == 62 && rows.first?.hasPrefix("\"máy một\"") == true)
    // What begins like a formula stays text.
    #expect(rows.last?.hasPrefix("\"'=máy 1\"") == true)
    let below = lines.dropFirst(rows.count + 2).joined(separator: "\n")
    #expect(below.contains("\"Rows\";62\n"))
    #expect(below.contains("\"Control total of “Unsent”\";9223372036854775807\n"))
    #expect(below.contains("\"Filters\";\"Label, holder: “máy”\"\n"))
    #expect(below.contains("\"Ordered by\";\"Laptop (turned around)\"\n"))
    let last = try world.centre.read { reader in
      try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 1).entries.first
    }
    #expect(last?.act == "exported" && last?.subject == "/laptops" && last?.detail == "rows=62")
    #expect(last?.account == "coordinator")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")))
  func `the workbook says the same as the other file, cell by cell, and leaves nothing behind`()
    throws
  {
    let (world, cookie, first, _) = try world(seed: 606)
    try set("unsent = 1234, free_disk = 5000000000", of: first, world)
    for path in ["/laptops", "/audit"] {
      let cookie = path == "/audit" ? try world.signIn(as: world.rights(.auditor), "kt") : cookie
      // Each line of the log that the first file adds would be one more in the second.
      let query = path == "/audit" ? "?act=account-added" : ""
      let book = try world.get(path + ".xlsx" + query, cookie: cookie)
      #expect(book.status == 200)
      #expect(book.body.starts(with: [0x50, 0x4B]))
      let csv = try world.get(path + ".csv" + query, cookie: cookie)
      let file = world.path("out.xlsx")
      try Data(book.body).write(to: URL(fileURLWithPath: file))
      let shown = try cells(converting: file, in: world)
      var expected = cells(text(csv).replacing("\u{FEFF}", with: ""))
      // A sheet does not reckon with what is text in it.
      expected = expected.map { row in row.map { $0.replacing(/^="(.*)"$/) { $0.output.1 } } }
      #expect(shown.count == expected.count && shown.count > 5)
      // The first file stands in the log when the second one is made.
      for (one, other) in zip(shown, expected) where one.first != "Mã băm cuối chuỗi" {
        #expect(trimmed(one) == trimmed(other))
      }
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: world.home.path)
    #expect(!left.contains { $0.hasPrefix("export") || $0.hasSuffix(".xlsx") }, "\(left)")
  }

  private func trimmed(_ row: [String]) -> [String] {
    Array(row.reversed().drop(while: \.isEmpty).reversed())
  }

  /// The cells that LibreOffice shows.
  private func cells(converting file: String, in world: CentreWorld) throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
    process.arguments = [
      "-env:UserInstallation=file://\(world.path("profile"))", "--headless", "--convert-to",
      "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true,true,false,false",
      "--outdir", world.path("csv"), file,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return cells(try String(contentsOfFile: world.path("csv/out.csv"), encoding: .utf8))
  }

  /// The cells of a text whose cells hold no line breaks; lines without any are left out.
  private func cells(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isNewline).map { line in
      var row = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" { isQuoted.toggle() }
        if character == ";", !isQuoted {
          row.append("")
        } else {
          row[row.count - 1].append(character)
        }
      }
      return row.map { cell in
        guard cell.first == "\"", cell.last == "\"", cell.count > 1 else { return cell }
        return String(cell.dropFirst().dropLast().replacing("\"\"", with: "\""))
      }
    }.filter { $0.contains { !$0.isEmpty } }
  }
}
