import Foundation
import Testing

@testable import FieldAgent

/// A slip is one person's: what others were helped with is nobody's business but theirs.
@Suite struct SlipPageTests {
  private let laptop: TestLaptop
  private let household: String
  private let visit: String
  /// Two assists of one resident, then one of another, then one without a name.
  private let assists: [String]
  private let submission: String

  init() throws {
    let laptop = try TestLaptop(of: TestCentre())
    let household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Lò Văn Pản")
    let residents = try ["Hồ Thị Lan", "Lò Văn Pản"].map {
      try laptop.save("resident", "add", "--household", household, "--name", $0)
    }
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
    func assist(_ resident: String?, _ service: String, _ more: String...) throws -> String {
      try laptop.save(
        ["assist", "add", "--visit", visit, "--service", service, "--mode", "guided"]
          + (resident.map { ["--resident", $0] } ?? []) + more)
    }
    let filed = try assist(
      residents[0], "1.004222", "--outcome", "submitted", "--evidence-kind", "dossier-code",
      "--evidence", "H40-7")
    assists = [
      filed,
      try assist(
        residents[0], "vneid", "--outcome", "blocked", "--blocked-reason", "no-one-time-code"),
      try assist(residents[1], "1.001193", "--outcome", "advised"),
      try assist(nil, "vneid", "--outcome", "advised"),
    ]
    submission = try laptop.save(
      "submission", "add", "--assist", filed, "--channel", "online", "--dossier", "H40-7",
      "--received", "17/11/2026 09:00")
    self.laptop = laptop
    self.household = household
    self.visit = visit
  }

  /// The slips on a page, in words.
  private func slips(_ page: String) -> [String] {
    page.matches(of: /<article class="slip" .*?<\/article>/).map {
      String($0.0.replacing(/<[^>]*>/, with: " "))
    }
  }

  @Test func `a slip opened from an assist or a dossier holds that person's help alone`() throws {
    let desk = try TestDesk(laptop)
    for path in ["/assists/\(assists[0])", "/submissions/\(submission)"] {
      let link = "/assists/\(assists[0])/slip"
      #expect(try desk.get(path).text.contains("href=\"\(link)\""), "\(path)")
      let slip = try #require(slips(try desk.get("\(link)?words=en").text).first)
      #expect(slip.contains("H40-7") && slip.contains("one-time code"), "\(slip)")
      #expect(!slip.contains("khai sinh"), "\(slip)")
    }
    let other = slips(try desk.get("/assists/\(assists[2])/slip").text)
    #expect(other.count == 1 && other[0].contains("khai sinh"))
    #expect(!other[0].contains("H40-7") && !other[0].localizedCaseInsensitiveContains("vneid"))
  }

  @Test func `from a visit one person is chosen, or a sheet is printed for each`() throws {
    let files = ["visit", "assist", "dossier"].map { "\(laptop.folder.path)/\($0).html" }
    for (code, file) in zip([visit, assists[1], submission], files) {
      #expect(laptop.run("print", "slip", code, file).code == .done)
    }
    let printed = try files.map { slips(try String(contentsOfFile: $0, encoding: .utf8)) }
    let desk = try TestDesk(laptop)
    let choice = try desk.get("/visits/\(visit)/slip").text
    #expect(slips(choice).isEmpty && choice.contains("Hồ Thị Lan"))
    for (index, isOffered) in [true, false, true, true].enumerated() {
      #expect(choice.contains("/assists/\(assists[index])/slip") == isOffered, "\(index)")
    }
    let all = slips(try desk.get("/visits/\(visit)/slips").text)
    #expect(all.count == 3)
    #expect(all.map { $0.contains("H40-7") } == [true, false, false])
    // On the screen each is named; on paper it has a code of its own.
    let screen = try desk.get("/visits/\(visit)/slips").text
    for (index, name) in [(0, "Hồ Thị Lan"), (2, "Lò Văn Pản")] {
      #expect(screen.contains("<h2 class=\"not-printed\">\(name) · \(assists[index])</h2>"))
    }
    for (slip, assist) in zip(all, [0, 2, 3]) { #expect(slip.contains(assists[assist])) }
    #expect(all.allSatisfy { !$0.contains("Lan") && !$0.contains("Pản") })
    #expect(printed == [all, [all[0]], [all[0]]])
  }

  @Test
  func `a slip asks for a rating of its dossier, else of the hamlet, and leads to the centre`()
    throws
  {
    let file = "\(laptop.folder.path)/rated.html"
    #expect(laptop.run("print", "slip", visit, file).code == .done)
    let plain = slips(try String(contentsOfFile: file, encoding: .utf8))
    // A centre on this very machine is nothing that a telephone could open.
    #expect(plain.count == 3 && plain.allSatisfy { $0.contains("☐ 1") && !$0.contains("/f/") })
    var configuration = try #require(try LaptopConfiguration.read(from: laptop.home))
    configuration.centreURL = "https://cntt.xa.gov.vn:8765/"
    try configuration.write(to: laptop.home)
    let page = try TestDesk(laptop).get("/visits/\(visit)/slips").text
    let links = slips(page).map { slip in
      slip.matches(of: /https:\/\/cntt\.xa\.gov\.vn:8765\/f\/([A-Z])-/).map { String($0.1) }
    }
    #expect(links == [["S"], ["P"], ["P"]], "\(page)")
    #expect(page.contains("https://cntt.xa.gov.vn:8765/f/\(submission)"))
    #expect(page.contains("QR code to rate") || page.contains("Mã QR để đánh giá \(submission)"))
  }

  @Test func `a voided dossier is told at its assist and is on no slip`() throws {
    let desk = try TestDesk(laptop)
    let filed = try desk.get("/assists/\(assists[0])/slip?words=en").text
    let claim = "Assist \(assists[0]) stays and still says that a dossier was filed"
    let path = "/submissions/\(submission)"
    let form = try desk.get("\(path)/void").text
    #expect(form.contains(claim) && form.contains("href=\"/assists/\(assists[0])\""), "\(form)")
    #expect(try !desk.get("/assists/\(assists[0])").text.contains("its dossier is void"))
    let (_, page) = try desk.follow("\(path)/void", [("reason", "nhầm")])
    #expect(page.text.contains(claim), "\(page.text)")
    #expect(try desk.get("/assists/\(assists[0])").text.contains("its dossier is void"))
    let slip = try #require(slips(desk.get("/assists/\(assists[0])/slip?words=en").text).first)
    #expect(slips(filed).first?.contains("submitted") == true, "\(filed)")
    #expect(!slip.contains("submitted") && !slip.contains("H40-7"), "\(slip)")
  }

  @Test func `a dossier is named by the code that its resident reads out`() throws {
    let desk = try TestDesk(laptop)
    let visit = try desk.get("/visits/\(visit)").text
    #expect(visit.contains("\(submission)</a>") && visit.contains("H40-7"))
    _ = try desk.post("/find", [("query", "H40-7")])
    let found = try desk.get("/find?results=1").text
    let link = "href=\"/submissions/\(submission)\" class=\"nowrap\">H40-7</a>"
    #expect(found.contains(link), "\(found)")
  }

  @Test func `where a day was counted the guide and the dossier say what holds`() throws {
    let promised = try laptop.save(
      "submission", "add", "--assist", assists[2], "--channel", "online", "--dossier", "H40-8",
      "--received", "17/11/2026 09:00", "--appointment", "30/12/2026 10:00")
    let desk = try TestDesk(laptop)
    let page = try desk.get("/submissions/\(submission)").text
    #expect(page.contains("Expected by") && page.contains("says another, that one holds"))
    #expect(try desk.get("/guide/1.004222").text.contains("says another, that one holds"))
    #expect(try !desk.get("/guide/vneid").text.contains("says another, that one holds"))
    #expect(try !desk.get("/submissions/\(promised)").text.contains("says another"))
  }

  @Test func `a slip is in Vietnamese whatever the page is, until its words are chosen`() throws {
    let desk = try TestDesk(laptop)
    let path = "/assists/\(assists[1])/slip"
    let page = try desk.get(path).text
    let slip = try #require(slips(page).first)
    #expect(slip.contains("bị vướng: không nhận được mã OTP"), "\(slip)")
    #expect(page.contains("lang=\"vi\"") && page.contains("Print the slip"))
    #expect(page.contains("\(path)?words=en"))
    #expect(try !slips(desk.get("\(path)?words=en").text)[0].contains("bị vướng"))
  }

  @Test func `where nobody was home or help was refused no slip is offered`() throws {
    let away = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "nobody-home", "--date", "17/11/2026",
      "--allow-second-visit")
    let met = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026")
    let refused = try laptop.save(
      "assist", "add", "--visit", met, "--service", "vneid", "--mode", "guided", "--outcome",
      "refused")
    let file = laptop.folder.path + "/none.html"
    #expect(laptop.run("print", "slip", away, file, json: true).failure == "no-slip")
    let desk = try TestDesk(laptop)
    for path in ["/visits/\(away)", "/visits/\(met)", "/assists/\(refused)"] {
      #expect(try !desk.get(path).text.contains("/slip\""), "\(path)")
      let page = try desk.get("\(path)/slip")
      #expect(page.status != 200 && slips(page.text).isEmpty, "\(path)")
      #expect(page.text.contains("There is no slip to print"), "\(page.text)")
    }
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test func `a dossier goes on the slip of the person whom it names, and on nobody else's`() throws
  {
    let desk = try TestDesk(laptop)
    let other = try desk.use { laptop in
      try #require(
        try laptop.records.reader.residents(page: .all).first { $0.fullName == "Lò Văn Pản" }
      ).id
    }
    let (path, page) = try desk.change(
      "/submissions/\(submission)", ["resident": String(other.rawValue)])
    #expect(path == "/submissions/\(submission)")
    #expect(page.text.contains("name two different persons"), "\(page.text)")
    #expect(page.text.contains(/names somebody else: [-R0-9A-Z]+ Hồ Thị Lan\./))
    #expect(page.text.contains("href=\"/assists/\(assists[0])\""))
    let link = try #require(page.text.firstMatch(of: /href="([^"]+\/slip)"/)).1
    #expect(link == "/submissions/\(submission)/slip")
    let named = try #require(slips(try desk.get("\(link)?words=en").text).first)
    #expect(named.contains("H40-7") && named.contains("Permanent residence"))
    // What was done with the first person is hers, without the other's code.
    let first = try #require(
      slips(try desk.get("/assists/\(assists[0])/slip?words=en").text).first)
    #expect(!first.contains("H40-7") && first.contains("one-time code"))
    let all = slips(try desk.get("/visits/\(visit)/slips?words=en").text)
    #expect(all.count == 3 && all.filter { $0.contains("H40-7") }.count == 1)
    #expect(!all[0].contains("H40-7"))
  }
}
