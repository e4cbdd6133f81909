import CommandLine
import Testing

@testable import SyncServer

@Suite struct ReformCommandTests {
  private static let hamlets = "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n"
  private static let header = "old_code,old_hamlet,new_code,new_hamlet,valid_from,extent\n"

  private func centre(seed: UInt64) throws -> CommandRun {
    let run = try CommandRun(seed: seed)
    try #require(run("init", "--place", "17713").exit == .done)
    let imported = run("import", try run.write("hamlets.csv", Self.hamlets))
    try #require(imported.exit == .done, "\(imported.error)")
    return run
  }

  @Test func `a reform is shown first, done with yes, listed, and taken back`() throws {
    let run = try centre(seed: 91)
    let file = try run.write(
      "reform.csv",
      Self.header
        + "17713,Xóm 1,17713,Xóm Đông,01/01/2027,\n17713,Xóm 2,17722,Xóm Tây,2027-01-01,\n"
    )
    let preview = run("reform", "apply", file, "--json")
    #expect(preview.exit == .done, "\(preview.error)")
    #expect(try preview.json()["dry_run"] == .bool(true))
    #expect(try preview.json()["affected"]?["scopes"] == 2)
    #expect(try preview.json()["units"]?.arrayValue?.count == 1)
    #expect(try preview.json()["number"] == .null)
    #expect(run("reform", "list").out.contains("There was none"))
    #expect(run("reform", "apply", file).out.contains("add --yes"))
    #expect(run("reform", "apply", file, "--yes", "--dry-run").out.contains("add --yes"))
    let done = run("reform", "apply", file, "--yes")
    #expect(done.exit == .done && done.out.contains("reform undo 1"), "\(done.error)")
    #expect(run("reform", "apply", file, "--yes").out.contains("Nothing to change"))
    #expect(run("reform", "list").out.contains("01/01/2027"))

    let history = run("place", "history", "Xóm Tây", "--json")
    #expect(try history.json().arrayValue?.compactMap { $0["name"] } == ["Xóm 2", "Xóm Tây"])
    #expect(
      try history.json().arrayValue?.last?["made_of"]?.arrayValue?.first?["extent"] == "whole")
    let count = run(
      "count", "--unit", "17722", "--as-of", "2027-01-01", "--period", "2026", "--year-before",
      "--json")
    #expect(count.exit == .done, "\(count.error)")
    #expect(try count.json()["territory"]?["as_of"] == "2027-01-01")
    #expect(try count.json()["territory"]?["scopes"] == 2)
    #expect(try count.json()["year_before"]?["from"] == "2025-01-01")
    #expect(run("count", "--unit", "17722", "--year-before").out.contains("Territory: Xã "))
    #expect(run("count", "--as-of", "2027-01-01").exit == .userError)
    #expect(run("count", "--unit", "99999").error.contains("place find"))

    #expect(run("reform", "undo", "1").out.contains("add --yes"))
    #expect(run("reform", "undo", "1", "--yes").exit == .done)
    #expect(run("reform", "undo", "1", "--yes").exit == .userError)
    #expect(run("reform", "undo", "7").exit == .userError)
    #expect(try run("reform", "list", "--json").json().arrayValue?.first?["undone_at"] != .null)
    #expect(run("reform", "undecided").out.contains("Every hamlet lies in a unit"))
  }

  @Test func `a part of a split unit that nobody placed is listed with what to do`() throws {
    let run = try centre(seed: 92)
    let good = try run.write(
      "good.csv",
      "old_code,old_hamlet,new_code,new_name,valid_from,extent\n17713,,17722,,2026-11-01,part\n"
        + "17713,,17725,Xã Mới,2026-11-01,part\n17713,Xóm 1,17722,,2026-11-01,\n")
    let done = run("reform", "apply", good, "--yes")
    #expect(done.exit == .done, "\(done.error)")
    #expect(done.out.contains("Xóm 2"))
    let listed = run("reform", "undecided", "--json")
    #expect(try listed.json().arrayValue?.compactMap { $0["label"] } == ["Xóm 2"])
    #expect(
      run("unit", "assign", "17725", "--scope", "Xóm 2", "--from", "2026-11-01").exit == .done)
    #expect(run("reform", "undecided").out.contains("Every hamlet lies in a unit"))
  }

  @Test func `every line of a bad file is told, and history needs a known place`() throws {
    let run = try centre(seed: 93)
    let file = try run.write(
      "bad.csv", Self.header + "1,,2,,3,\n17713,Xóm 9,17713,B,2027-01-01,x\n")
    let bad = run("reform", "apply", file, "--yes")
    #expect(bad.exit == .userError)
    #expect(bad.error.contains("line 2") && bad.error.contains("line 3"))
    #expect(run("reform", "apply", run.path("none.csv")).exit != .done)
    #expect(run("place", "history", "17713").out.contains("Thị trấn Dùng"))
    #expect(run("place", "history", "Nơi Không Có").exit == .userError)
    #expect(run("reform", "draft").out.hasPrefix("old_code,"))
  }

  @Test func `a reform that a later one stands upon is kept, with the commands in their order`()
    throws
  {
    let run = try centre(seed: 94)
    let first = try run.write("1.csv", Self.header + "17713,Xóm 1,17722,,2025-10-01,\n")
    let second = try run.write("2.csv", Self.header + "17713,Xóm 2,17722,,2025-10-05,\n")
    for file in [first, second] {
      try #require(run("reform", "apply", file, "--yes").exit == .done)
    }
    for words in [["reform", "undo", "1"], ["reform", "undo", "1", "--yes"]] {
      let refused = run.run(words, language: "en")
      #expect(refused.exit == .refusedForSafety && refused.error.contains("reform undo 2 --yes"))
      #expect(refused.error.contains("then: reform undo 1"), "\(refused.error)")
    }
    #expect(run("reform", "undo", "2", "--yes").exit == .done)
    #expect(run("reform", "undo", "1", "--yes").exit == .done)
  }

  @Test func `hamlets are counted as they stand today, however often a reform was tried`() throws {
    let run = try centre(seed: 95)
    let file = try run.write(
      "r.csv", Self.header + "17713,Xóm 1,17713,Xóm Đông,2025-10-01,\n")
    func hamlets() throws -> JSONValue? { try run("status", "--json").json()["hamlets"] }
    for number in ["1", "2", "3"] {
      try #require(run("reform", "apply", file, "--yes").exit == .done)
      #expect(try hamlets() == 2)
      try #require(run("reform", "undo", number, "--yes").exit == .done)
      #expect(try hamlets() == 2)
    }
  }
}
