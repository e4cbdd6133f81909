import CommandLine
import Foundation
import Testing

@testable import FieldAgent

/// `print`, `sheet` and `visit add --sheet`: paper without the pages.
@Suite struct PaperCommandTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let household: String

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Lò Văn Pản", "--address", "Số 12")
  }

  private func path(_ name: String) -> String { "\(laptop.folder.path)/\(name)" }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  /// What a page of the laptop prints: its part of the page, as it stands there.
  private func isOnPage(_ target: String, _ file: String, _ tag: String) throws -> Bool {
    let page = try TestDesk(laptop).get(target).text
    let paper = try text(file)
    guard let start = paper.range(of: "<\(tag)"),
      let end = paper.range(of: "</\(tag)>", options: .backwards)
    else { return false }
    return page.contains(paper[start.lowerBound..<end.upperBound])
  }

  @Test
  func `a day sheet is numbered once, printed as the page prints it, and replaced on request`()
    throws
  {
    let made = laptop.run("print", "day-sheet", path("a.html"), json: true)
    try #require(made.code == .done, "\(made.error)")
    #expect(made.json?["number"]?.integerValue == 1)
    #expect(made.json?["personal_data"]?.boolValue == true)
    let mode = try FileManager.default.attributesOfItem(atPath: path("a.html"))[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    // A file that is there stays, and no number is lost by it.
    let refused = laptop.run("print", "day-sheet", path("a.html"), json: true)
    #expect(refused.failure == "paper-exists" && refused.code == .refusedForSafety)
    #expect(laptop.run("sheet", "list", json: true).json?["sheets"]?.arrayValue?.count == 1)
    let again = laptop.run(
      "print", "day-sheet", path("a.html"), "--number", "1", "--force", json: true)
    #expect(again.json?["number"]?.integerValue == 1)
    #expect(laptop.run("print", "day-sheet", path("b.html"), "--lines", "30").code == .done)
    #expect(laptop.run("print", "day-sheet", path("c.html"), "--lines", "7").code == .userError)
    #expect(laptop.run("print", "day-sheet", path("c.html"), "--number", "9").code == .userError)
    let two = laptop.run("print", "day-sheet", path("c.html"), "--number", "1", "--lines", "30")
    #expect(two.code == .userError && two.error.contains("only one of --lines, --number"))
    #expect(!FileManager.default.fileExists(atPath: path("c.html")))
    let paper = try text("a.html")
    #expect(paper.contains("@page paper") && paper.contains("send it to nobody"))
    #expect(!paper.contains("href=") && !paper.contains("src="))
    #expect(try isOnPage("/prints/1", "a.html", "table"))
  }

  @Test func `a slip and a walking list are files too`() throws {
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "come-back", "--date", "17/11/2026",
      "--return", "20/11/2026")
    #expect(laptop.run("print", "slip", visit, path("slip.html")).code == .done)
    #expect(try text("slip.html").contains("We come back on 20/11/2026"))
    #expect(try !text("slip.html").contains("Lò Văn Pản"))
    let refused = laptop.run("print", "slip", visit, path("slip.html"), json: true)
    #expect(refused.failure == "paper-exists")
    #expect(laptop.run("print", "slip", visit, path("slip.html"), "--force").code == .done)
    for (name, more) in [("planned", []), ("hamlet", ["--place", "Xóm 1"])] {
      let made = laptop.run(["print", "walking-list", path(name)] + more)
      #expect(made.code == .done, "\(made.error)")
      #expect(try text(name).contains("Lò Văn Pản"))
    }
    let empty = laptop.run("print", "walking-list", path("x"), "--place", "Xóm 1", json: true)
    #expect(empty.code == .done)
    let both = laptop.run(
      "print", "walking-list", path("both"), "--place", "Xóm 1", "--campaign", "C-1")
    #expect(both.code == .userError && both.error.contains("only one of --campaign, --place"))
    #expect(try isOnPage("/visits/\(visit)/slip", "slip.html", "article"))
    let other = try TestLaptop(of: centre, "Trần Thị Bình", seed: 91)
    let nobody = other.run("print", "walking-list", path("y"), json: true)
    #expect(nobody.failure == "walking-list-empty")
    #expect(other.run("sheet", "list").output.contains("No sheet was printed"))
  }

  @Test func `a line of paper is entered once, with the day on the paper`() throws {
    #expect(laptop.run("print", "day-sheet", path("a.html")).code == .done)
    func add(_ more: String...) -> TestLaptop.Run {
      laptop.run(["visit", "add", "--household", household, "--outcome", "met"] + more, json: true)
    }
    #expect(add("--line", "3", "--date", "16/11/2026").failure == "sheet-missing")
    #expect(add("--sheet", "1", "--line", "3").failure == "day-on-paper")
    #expect(add("--sheet", "1", "--line", "3", "--date", " ").failure == "day-on-paper")
    #expect(add("--sheet", "1", "--line", "16", "--date", "16/11/2026").failure == "sheet-code")
    #expect(add("--sheet", "2", "--line", "3", "--date", "16/11/2026").failure == "sheet-code")
    let first = add("--sheet", "1", "--line", "3", "--date", "16/11/2026", "--start", "09:15")
    try #require(first.code == .done, "\(first.error)")
    let again = add("--sheet", "1", "--line", "3", "--date", "16/11/2026")
    #expect(again.failure == "line-entered" && again.code == .refusedForSafety)
    let shown = laptop.run("sheet", "show", "1", json: true).json?["lines"]?.arrayValue ?? []
    #expect(shown.count == 15)
    #expect(shown[2]["state"]?.textValue == "entered")
    #expect(shown[2]["visit"]?.textValue == first.json?["code"]?.textValue)
    #expect(shown[2]["date"]?.textValue == "2026-11-16" && shown[2]["start"]?.textValue == "09:15")
    #expect(shown[2]["entered"]?.textValue?.hasPrefix("2026-11-18T") == true)
    #expect(shown[3]["state"]?.textValue == "open")
    // The whole code names its sheet.
    let code = try #require(shown[3]["code"]?.textValue)
    #expect(add("--sheet", code, "--date", "16/11/2026").code == .done)
    #expect(laptop.run("sheet", "show", "1").output.contains("entered"))
    #expect(laptop.run("sheet", "show", "7", json: true).failure == "no-such-paper")
  }
}
