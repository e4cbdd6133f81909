import CommandLine
import Documents
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// `report`, `export` and `doctor`: what the pages tell and give, at the terminal.
@Suite struct ReportCommandTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try HomeFolder.readNamed(path, maximumBytes: 1 << 24), as: UTF8.self)
  }

  /// What the log has of files that were taken out.
  private func exports(_ world: CentreWorld) throws -> [AuditEntry] {
    var wanted = AuditLog.Wanted()
    wanted.act = AuditEvent.Act.exported.rawValue
    return try world.centre.read {
      try AuditLog($0.connection).entries(wanted, limit: 20).entries
    }
  }

  @Test func `a report has the numbers of the page, at the terminal, for programs and as a file`()
    throws
  {
    let world = try ReportWorld(seed: 981)
    for by in ["team", "hamlet", "service", "month", "none"] {
      let told = world.world.run("report", "--period", "2025", "--by", by, "--json")
      #expect(told.exit == .done, "\(told.error)")
      let json = try told.json()
      let period = try Period.parse("2025", today: world.today)
      let count = try world.world.centre.read { reader in
        try reader.count(
          CountQuery(period, by: [CountDimension(named: by)].compactMap(\.self)))
      }
      #expect(json["total"]?["visits"]?.integerValue == count.total.visits.map { Int64($0) })
      #expect(json["coverage"]?["laptops"] == .integer(2))
      let groups = json["groups"]?.arrayValue ?? []
      #expect(by == "none" || groups.count >= count.groups.count, "\(by)")
      let sum = groups.compactMap { $0["numbers"]?["counted_assists"]?.integerValue }
        .reduce(0, +)
      #expect(sum == Int64(count.total.countedAssists) || by == "none", "\(by)")
      let shown = world.world.run("report", "--period", "2025", "--by", by)
      #expect(shown.out.contains("of 2 laptops") || shown.out.contains("2 of 2"), "\(shown.out)")
      #expect(shown.out.contains("\(count.total.countedAssists)"), "\(by)")
    }
    let file = world.world.path("bao-cao.csv")
    let written = world.world.run("report", "--period", "2025", "--by", "team", "--file", file)
    #expect(written.exit == .done && written.out.contains("Written"), "\(written.error)")
    let page = try world.page("/reports.csv?period=2025&by=team")
    func table(_ text: String) -> [Substring] {
      Array(text.split(separator: "\r\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty })
    }
    #expect(table(try text(file)) == table(page) && table(page).count == 3)
    let entry = try #require(try exports(world.world).last)
    #expect(entry.subject == "/reports" && entry.account == nil)
    let book = world.world.path("bao-cao.xlsx")
    #expect(world.world.run("report", "--file", book).exit == .done)
    #expect(try HomeFolder.readNamed(book, maximumBytes: 1 << 20).starts(with: Array("PK".utf8)))
    for words in [
      ["--file", world.world.path("x.txt")], ["--by", "moon"], ["--period", "x"],
      ["--team", "T-99999-9-9"], ["--borders", "x"],
    ] {
      #expect(world.world.run(["report"] + words).exit == .userError, "\(words)")
    }
    #expect(!HomeFolder.exists(world.world.path("x.txt")))
  }

  @Test func `a report says of silent teams that nothing is known`() throws {
    let world = try CentreWorld(seed: 982)
    _ = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    let json = try world.run("report", "--json").json()
    let groups = json["groups"]?.arrayValue ?? []
    let unknown = try #require(groups.first { $0["known"] == .bool(false) })
    #expect(unknown["numbers"] == .null && groups.count == 2)
    #expect(world.run("report", language: "vi").out.contains("–"))
  }

  @Test func `an export has the rows of the page, says what it is for, and the log keeps it`()
    throws
  {
    let world = try CentreWorld(seed: 983)
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    for name in ["Hộ bà Lan", "Hộ ông Ba"] { _ = try laptop.addHousehold(name) }
    try laptop.sync()
    let file = world.path("ho.csv")
    let purpose = "gửi giấy mời buổi thứ Bảy"
    let done = world.run("export", "households", "--file", file, "--purpose", purpose)
    #expect(done.exit == .done, "\(done.error)")
    let own = try text(file)
    #expect(own.contains("Hộ bà Lan") && own.contains("Hộ ông Ba") && own.contains(purpose))
    #expect(own.contains("the keeper of the centre's machine"))
    let entry = try #require(try exports(world).first)
    #expect(entry.detail == "rows=2; with names; purpose=\(purpose)" && entry.account == nil)
    let cookie =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    let page = try world.send(
      [("list", "households"), ("place", ""), ("purpose", purpose), ("format", "csv")],
      to: "/exports", cookie: cookie)
    func rows(_ text: String) -> [Substring] {
      Array(text.split(separator: "\r\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty })
    }
    #expect(rows(String(decoding: page.body, as: UTF8.self)) == rows(own))
    let merge = world.path("thu.csv")
    #expect(
      world.run(
        "export", "households", "--file", merge, "--purpose", purpose, "--merge", "--place", "17713"
      ).exit == .done)
    #expect(try text(merge).split(separator: "\r\n").count == 3)
    let before = try exports(world).count
    for (words, code) in [
      (["--purpose", "x"], "8"), (["--purpose", purpose, "--place", "Xóm 9"], "no such hamlet"),
      (["--purpose", purpose, "--merge"], "CSV"),
    ] {
      let target = world.path("khong.\(words.contains("--merge") ? "xlsx" : "csv")")
      let refused = world.run(["export", "households", "--file", target] + words)
      #expect(refused.exit == .userError && refused.error.contains(code), "\(refused)")
      #expect(!HomeFolder.exists(target))
    }
    #expect(try exports(world).count == before)
    // Under an account the file and the log have its name.
    _ = try world.signIn(as: try world.rights(.coordinator), "lan")
    let password = world.path("password")
    try HomeFolder.write(path: password, Array("một câu ngắn dễ nhớ".utf8))
    let named = world.run(
      "export", "feedback", "--file", world.path("phan-anh.xlsx"), "--purpose", purpose,
      "--account", "lan", "--account-password-file", password)
    #expect(named.exit == .done, "\(named.error)")
    #expect(try exports(world).contains { $0.account == "lan" })
  }

  @Test func `a doctor names what is to be seen to, with the command that cures it`() throws {
    let world = try CentreWorld(seed: 984)
    func codes(_ result: CommandRun.Result) throws -> Set<String> {
      Set(
        (try result.json()["findings"]?.arrayValue ?? [])
          .filter { $0["needs_attention"] == .bool(true) }.compactMap { $0["code"]?.textValue })
    }
    let bare = world.run("doctor", "--json")
    #expect(bare.exit == .needsAttention)
    #expect(try codes(bare).contains("no-backup"))
    #expect(world.run("doctor").out.contains("backup FILE --off-machine"))
    // A silent laptop and a conflict come on top of it.
    let laptop = try world.enrolLaptop("máy 1", member: "Nguyễn Văn An")
    try laptop.sync()
    #expect(try !codes(world.run("doctor", "--json")).contains("laptops-silent"))
    world.clock.advance(seconds: 9 * 86_400)
    let silent = world.run("doctor", "--deep", "--json")
    #expect(try codes(silent).contains("laptops-silent") && silent.exit == .needsAttention)
    let words = world.run("doctor", language: "vi").out
    #expect(words.contains("camtay-server laptops") && words.contains("Cần xử lý"))
    // Whatever is damaged is told, and nothing is deleted.
    let batches = try world.centre.read {
      try $0.connection.integer("SELECT count(*) FROM batch")
    }
    try world.centre.administer { store, _ in
      try store.connection.execute("UPDATE scope_state SET arrival = arrival + 7")
    }
    let damaged = try codes(world.run("doctor", "--json"))
    #expect(!damaged.isDisjoint(with: ["arrivals-broken", "chain-broken"]), "\(damaged)")
    #expect(
      try world.centre.read { try $0.connection.integer("SELECT count(*) FROM batch") } == batches)
    // The log has that the store was checked.
    #expect(world.run("audit", "list", "--act", "store-checked").out.contains("deep"))
  }
}
