import FieldWork
import Testing

@testable import FieldAgent

@Suite struct NumberPageTests {
  /// A laptop with assists of every verdict in two months, and a colleague's visit.
  private func worked() throws -> (TestCentre, TestDesk) {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let lan = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan")
    let duc = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Văn Đức")
    for (date, residents) in [("17/11/2026", [lan, duc]), ("12/10/2026", [lan])] {
      let visit = try laptop.save(
        "visit", "add", "--household", household, "--outcome", "met", "--date", date,
        "--allow-far-day")
      func assist(_ resident: String, _ words: [String]) throws {
        let run = laptop.run(
          ["assist", "add", "--visit", visit, "--resident", resident, "--mode", "guided"] + words,
          json: true)
        try #require(run.code == .done, "\(run.error)")
      }
      let spoken = ["--evidence-kind", "spoken", "--evidence", "An"]
      for resident in residents {
        try assist(
          resident, ["--service", "1.004222", "--outcome", "completed"] + spoken)
      }
      try assist(lan, ["--service", "1.001193", "--outcome", "completed"] + spoken)
      try assist(lan, ["--service", "1.001193", "--outcome", "submitted"])
      try assist(duc, ["--service", "1.001193", "--outcome", "advised"])
    }
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026", "--as",
      "Trần Thị Bình")
    _ = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", duc, "--service", "1.004222", "--mode",
      "guided", "--outcome", "completed", "--evidence-kind", "spoken", "--evidence", "Bình", "--as",
      "Trần Thị Bình")
    let mistaken = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", duc, "--service", "1.004222", "--mode",
      "guided", "--outcome", "completed", "--as", "Trần Thị Bình")
    try #require(laptop.run("assist", "void", mistaken, "--reason", "ghi hai lần").code == .done)
    return (centre, try TestDesk(laptop))
  }

  @Test func `every number of every period leads to exactly so many records`() throws {
    let (_, desk) = try worked()
    var seen: [String: [Int]] = [:]
    for query in ["period=month", "period=all", "period=2026-10", "period=all&whose=all"] {
      let page = try desk.get("/numbers?\(query)").text
      let links = page.matches(of: /href="(\/numbers\/records\?[^"]+)">([0-9,]+)<\/a>/)
      #expect(links.count >= 9, "\(query)")
      for match in links {
        let number = try #require(Int(match.2.filter { $0 != "," }))
        let address = match.1.replacing("&amp;", with: "&")
        let records = try desk.get(String(address)).text
        let rows = records.matches(of: /<tr><th scope="row">/).count
        #expect(rows == number, "\(address)")
        seen[query, default: []].append(number)
      }
    }
    // Visits, counted, residents, provisional, other, and then by service.
    #expect(seen["period=month"].map { Array($0.prefix(5)) } == [1, 3, 2, 1, 1])
    #expect(seen["period=all"].map { Array($0.prefix(5)) } == [2, 5, 2, 2, 2])
    #expect(seen["period=all&whose=all"].map { Array($0.prefix(5)) } == [3, 6, 2, 2, 3])
  }

  @Test func `what the centre does not have yet is listed until it is sent`() throws {
    let (centre, desk) = try worked()
    let unsent = try desk.get("/numbers/records?kind=unsent").text
    let rows = unsent.matches(of: /<tr><th scope="row">/).count
    // A household, two residents, three visits, eleven assists.
    #expect(rows == 17, "\(rows)")
    #expect(try desk.get("/numbers").text.contains("records not sent yet"))
    try desk.use { laptop in
      _ = try SyncRounds(laptop, over: try CentreClient(laptop.configuration)).run()
    }
    let sent = try desk.get("/numbers/records?kind=unsent").text
    #expect(sent.contains("There is no such record on this laptop."))
    #expect(try desk.get("/numbers").text.contains("The centre confirmed through 18/11/2026"))
    withExtendedLifetime(centre) {}
  }

  @Test func `no address and no title of the pages of numbers names a person`() throws {
    let (_, desk) = try worked()
    for kind in NumberKind.allCases {
      let page = try desk.get("/numbers/records?period=all&kind=\(kind.rawValue)").text
      let title = try #require(page.firstMatch(of: /<title>([^<]*)/)?.1)
      let addresses = page.matches(of: /(?:href|action)="([^"]*)"/).map { String($0.1) }
      for text in addresses + [String(title)] {
        for name in ["Lan", "Đức", "%C4%90"] { #expect(!text.contains(name), "\(text)") }
      }
    }
  }
}
