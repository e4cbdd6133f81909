import CommandLine
import Foundation
import Testing

@testable import FieldAgent

@Suite struct SubmissionCommandTests {
  let centre: TestCentre
  let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  /// A dossier of twelve working days by the law, and its assist.
  private func submission() throws -> (code: String, assist: String) {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let resident = try laptop.save("resident", "add", "--household", household, "--name", "Lan")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let assist = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.000080",
      "--mode", "guided", "--outcome", "submitted", "--evidence-kind", "dossier-code",
      "--evidence", "H40.1-261118-0001")
    let code = try laptop.save(
      "submission", "add", "--assist", assist, "--channel", "online", "--received",
      "18/11/2026 08:00", "--fee", "50.000 đ")
    return (code, assist)
  }

  private func shown(_ code: String) throws -> JSONValue {
    try #require(laptop.run("submission", "show", code, json: true).json)
  }

  @Test func `an edited dossier keeps what was not named and counts its appointment anew`() throws {
    let code = try submission().code
    let before = try shown(code)
    #expect(before["fee"]?.integerValue == 50_000)
    let run = laptop.run("submission", "edit", code, "--limit", "3 working-days")
    #expect(run.code == .done && run.output.contains("23/11/2026"), "\(run.output)")
    let after = try shown(code)
    #expect(after["fee"]?.integerValue == 50_000)
    #expect(after["appointment"] != before["appointment"])
    let longer = laptop.run("submission", "edit", code, "--limit", "90 working-days", json: true)
    #expect(longer.json?["warnings"]?.arrayValue?.first?["code"] == "local-limit-longer")
    #expect(try shown(code)["appointment"] == before["appointment"])
    let unread = laptop.run("submission", "edit", code, "--fee", "50,000")
    #expect(unread.code == .userError && unread.error.contains("like 50000"), "\(unread.error)")
    #expect(laptop.run("submission", "edit", code).code == .userError)
  }

  @Test func `a dossier of a day without an hour is shown and listed without one`() throws {
    let code = try submission().code
    let run = laptop.run("submission", "edit", code, "--received", "16/11/2026")
    #expect(run.code == .done, "\(run.error)")
    #expect(try shown(code)["received"] == "2026-11-16")
    let text = laptop.run("submission", "show", code).output
    #expect(text.contains("16/11/2026 (hour not known, counted from the start"), "\(text)")
    _ = laptop.run(
      "submission", "event", code, "--status", "accepted", "--at", "16/11/2026")
    let event = try #require(try shown(code)["events"]?.arrayValue?.first)
    #expect(event["occurred"] == "2026-11-16")
    let history = laptop.run("history", code, json: true).output
    #expect(!history.contains("16/11/2026 0"), "\(history)")
  }

  @Test func `a dossier's code finds its resident, on the page as by the command`() throws {
    let (code, assist) = try submission()
    _ = laptop.run("submission", "edit", code, "--dossier", "H40.1-261118-0001")
    let run = laptop.run("find", "h40.1-261118-0001", json: true)
    let found = try #require(run.json?["found"]?.arrayValue)
    #expect(found.map { $0["name"]?.textValue } == ["Lan"], "\(run.output)")
    #expect(found.first?["through"]?.textValue == code && found.first?["level"] == "code")
    #expect(laptop.run("find", "H40.1-261118-0001").output.contains(code))
    let desk = try TestDesk(laptop)
    for query in ["H40.1-261118-0001", assist] {
      _ = try desk.post("/find", [("query", query)])
      let page = try desk.get("/find?results=1").text
      #expect(page.contains(">Lan</a>") && page.contains("1 record found"), "\(query)")
      let way = query == assist ? "/assists/\(assist)" : "/submissions/\(code)"
      #expect(page.contains("href=\"\(way)\""))
    }
  }

  @Test func `a voided dossier leaves the lists until that is undone`() throws {
    let (code, assist) = try submission()
    func listed() -> Int? {
      laptop.run("submission", "list", json: true).json?["submissions"]?.arrayValue?.count
    }
    let missing = laptop.run("submission", "void", code)
    #expect(missing.code == .userError && missing.error.contains("--reason TEXT"))
    #expect(laptop.run("submission", "void", code, "--undo").code == .userError)
    #expect(laptop.run("submission", "void", code, "--reason", "ghi nhầm").code == .done)
    #expect(listed() == 0)
    let both = laptop.run("submission", "void", code, "--undo", "--reason", "x", json: true)
    #expect(both.failure == "void-both-ways")
    #expect(laptop.run("submission", "void", code, "--undo", json: true).json?["voided"] == false)
    #expect(listed() == 1)
    func verdict() -> String? {
      laptop.run("count", "--explain", assist, json: true).json?["verdict"]?.textValue
    }
    #expect(laptop.run("assist", "void", assist, "--reason", "nhầm").code == .done)
    #expect(verdict() == "not-counted")
    #expect(laptop.run("assist", "void", assist, "--undo").output.contains("0 → 1"))
    #expect(verdict() == "counted")
  }

  @Test func `a voided event no longer bears on the status`() throws {
    let code = try submission().code
    for status in ["accepted", "withdrawn"] {
      let run = laptop.run("submission", "event", code, "--status", status, json: true)
      #expect(run.code == .done, "\(run.error)")
    }
    let events = try #require(try shown(code)["events"]?.arrayValue)
    let mistake = try #require(events.last?["id"]?.textValue)
    #expect(
      laptop.run("submission", "void-event", code, "7", "--reason", "x", json: true).failure
        == "record-not-here")
    let run = laptop.run("submission", "void-event", code, mistake, "--reason", "ghi nhầm")
    #expect(run.code == .done && run.output.contains("accepted"), "\(run.output)\(run.error)")
    #expect(try shown(code)["status"] == "accepted")
  }
}
