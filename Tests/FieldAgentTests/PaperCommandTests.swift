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

  @Test func `paper that cannot be written takes no number, and nothing but a file is replaced`()
    throws
  {
    func sheets() -> Int? {
      laptop.run("sheet", "list", json: true).json?["sheets"]?.arrayValue?.count
    }
    let lost = laptop.run("print", "day-sheet", path("nowhere/a.html"), json: true)
    #expect(lost.code != .done)
    #expect(sheets() == 0)
    let target = path("target.html")
    try "của người khác".write(toFile: target, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: path("link.html"), withDestinationPath: target)
    try FileManager.default.createDirectory(
      atPath: path("folder"), withIntermediateDirectories: false)
    for name in [path("link.html"), path("folder"), "/dev/null"] {
      let refused = laptop.run("print", "day-sheet", name, "--force", json: true)
      #expect(refused.failure == "paper-not-a-file" && refused.code == .refusedForSafety, "\(name)")
    }
    #expect(sheets() == 0)
    #expect(try text("target.html") == "của người khác")
    #expect(laptop.run("print", "day-sheet", path("a.html"), json: true).code == .done)
    #expect(sheets() == 1)
    let left = try FileManager.default.contentsOfDirectory(atPath: laptop.folder.path)
    #expect(!left.contains { $0.hasSuffix(".unnamed") || $0.hasSuffix(".new") })
  }

  @Test func `a slip and a walking list are files too`() throws {
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "come-back", "--date", "17/11/2026",
      "--return", "20/11/2026")
    #expect(laptop.run("print", "slip", visit, path("slip.html")).code == .done)
    #expect(try text("slip.html").contains("Hẹn quay lại: 20/11/2026"))
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
    #expect(add("--sheet", code, "--date", "16/11/2026").failure == "second-visit")
    #expect(add("--sheet", code, "--date", "16/11/2026", "--allow-second-visit").code == .done)
    #expect(laptop.run("sheet", "show", "1").output.contains("entered"))
    #expect(laptop.run("sheet", "show", "7", json: true).failure == "no-such-paper")
  }

  @Test func `the last two groups of a code are enough where they name one open line`() throws {
    for name in ["a.html", "b.html"] {
      #expect(laptop.run("print", "day-sheet", path(name)).code == .done)
    }
    func lines(_ sheet: Int) -> [[String: String]] {
      let run = laptop.run("sheet", "show", "\(sheet)", json: true)
      return (run.json?["lines"]?.arrayValue ?? []).map { line in
        ["code": line["code"]?.textValue ?? "", "state": line["state"]?.textValue ?? ""]
      }
    }
    func short(_ line: [String: String]) -> String { String((line["code"] ?? "").suffix(4)) }
    func add(_ sheet: String) -> TestLaptop.Run {
      laptop.run(
        "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026",
        "--sheet", sheet, json: true)
    }
    let others = Set(lines(2).map(short))
    let index = try #require(lines(1).firstIndex { !others.contains(short($0)) })
    let typed = short(lines(1)[index])
    #expect(add(typed.lowercased()).code == .done)
    #expect(lines(1)[index]["state"] == "entered")
    #expect(add(typed).failure == "line-entered")
    // A check character of no sheet.
    let wrong = try #require(
      "0123456789ABCDEFGHJKMNPQRSTVWXYZ".map { "01-\($0)" }
        .first { ![short(lines(1)[0]), short(lines(2)[0])].contains($0) })
    let refused = add(wrong)
    #expect(refused.failure == "sheet-code" && refused.error.contains("This is no code"))
  }
}
