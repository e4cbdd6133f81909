import CommandLine
import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

@Suite struct GrantCommandTests {
  private static let hamlets =
    "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n17722,Xóm 3,xóm\n"
  private static let members = """
    hamlet,team,full_name,role,organisation,phone,from
    Xóm 1,Tổ 1,Nguyễn Văn An,,,,
    Xóm 2,Tổ 2,Trần Thị Bình,,,,
    """

  /// A centre with two communes and one laptop, of team 1.
  private func centre(seed: UInt64) throws -> CommandRun {
    let run = try CommandRun(seed: seed)
    try #require(run("init", "--place", "40").exit == .done)
    let hamlets = try run.write("a.csv", Self.hamlets)
    let members = try run.write("b.csv", Self.members)
    let imported = run("import", hamlets, members)
    try #require(imported.exit == .done, "\(imported.error)")
    let file = run.path("laptop.camtay")
    let code = run(
      "enroll-code", "--member", "Nguyễn Văn An", "--label", "Máy 1", "--file", file, "--address",
      "http://127.0.0.1:8765")
    try #require(code.exit == .done, "\(code.error)")
    return run
  }

  @Test func `a laptop's grant is its hamlet, and can be added to and taken back`() throws {
    let run = try centre(seed: 81)
    let listed = run("grant", "list")
    #expect(listed.out.contains("place Xóm 1") && listed.out.contains("Máy 1"))

    let preview = run(
      "grant", "add", "--laptop", "Máy 1", "--scope", "Xóm 3", "--dry-run", "--json")
    #expect(preview.exit == .done, "\(preview.error)")
    #expect(try preview.json()["dry_run"] == .bool(true))
    #expect(try preview.json()["laptops"]?.arrayValue?.first?["label"] == "Máy 1")
    #expect(!run("grant", "list").out.contains("scope Xóm 3"))
    let added = run("grant", "add", "--laptop", "Máy 1", "--scope", "Xóm 3")
    #expect(added.exit == .done && added.out.contains("Xóm 3"))
    #expect(run("grant", "list").out.contains("scope Xóm 3"))
    // What is held already, by a rule of its own or by its hamlet's, makes no second rule.
    let rules = try run("grant", "list", "--json").json()
    for target in [["--scope", "Xóm 3"], ["--place", "Xóm 1"], ["--scope", "Xóm 1"]] {
      let again = run.run(
        ["grant", "add", "--laptop", "Máy 1"] + target, language: "en")
      #expect(again.exit == .done && again.out.contains("may hold this already"), "\(target)")
    }
    #expect(try run("grant", "list", "--json").json() == rules)
    let removed = run("grant", "remove", "2")
    #expect(removed.exit == .done && removed.out.contains("Xóm 3"))
    #expect(run("grant", "remove", "9").exit == .userError)
    #expect(run("grant", "add", "--laptop", "Máy 1").exit == .userError)
    #expect(run("grant", "add", "--laptop", "Máy 7", "--unit", "17713").exit == .userError)
    #expect(run("grant", "add", "--laptop", "Máy 1", "--unit", "x").exit == .userError)
  }

  @Test func `a merger shows what laptops gain, and a dry run changes nothing`() throws {
    let run = try centre(seed: 82)
    try #require(
      run("grant", "add", "--laptop", "Máy 1", "--unit", "17713").exit == .done)
    let before = run("unit", "list").out
    #expect(before.contains("17713") && before.contains("17722"))
    let preview = run("unit", "merge", "17722", "--into", "17713", "--dry-run")
    #expect(preview.exit == .done, "\(preview.error)")
    #expect(preview.out.contains("Xóm 3"))
    #expect(run("unit", "list").out == before)
    let merged = run("unit", "merge", "17722", "--into", "17713")
    #expect(merged.exit == .done && merged.out.contains("Xóm 3"))
    #expect(run("unit", "recode", "99999", "--into", "17713").exit == .userError)
    #expect(run("unit", "recode", "17713", "--into", "17728").exit == .done)
    let split = run("unit", "split", "17728", "--into", "17722", "--scope", "Xóm 3", "--json")
    #expect(split.exit == .done, "\(split.error)")
    #expect(try split.json()["laptops"]?.arrayValue?.first?["lost"] != nil)
    #expect(run("unit", "assign", "17722", "--scope", "Xóm 2").exit == .done)
    #expect(run("unit", "rename", "17728", "--name", "Xã Mới").exit == .done)
    #expect(run("unit", "list").out.contains("Xã Mới"))
    #expect(run("verify").exit == .done)
  }

  @Test func `a lost laptop holds nothing any more`() throws {
    let run = try centre(seed: 83)
    let preview = run("laptop", "lost", "Máy 1", "--dry-run")
    #expect(preview.exit == .done && preview.out.contains("Xóm 1"))
    let lost = run("laptop", "lost", "Máy 1")
    #expect(lost.exit == .done && lost.out.contains("declared lost"))
    #expect(run("laptops").out.contains("Máy 1 (declared lost)"))
    let listed = try run("laptops", "--json").json().arrayValue?.first
    #expect(listed?["lost_since"]?.textValue != nil)
    let again = run("laptop", "lost", "Máy 1", "--json")
    #expect(try again.json()["laptops"]?.arrayValue?.first?["lost"] == .array([]))

    // What it would be granted would all go to review: it is to be found first.
    let granted = run("grant", "add", "--laptop", "Máy 1", "--place", "Xóm 1")
    #expect(granted.exit == .refusedForSafety && granted.error.contains("laptop found 'Máy 1'"))
    #expect(run("laptop", "found", "Máy 1", "--by", "Lan").out.contains("preview"))
    #expect(run("laptops").out.contains("declared lost"))
    let found = run("laptop", "found", "Máy 1", "--by", "Lan", "--yes")
    #expect(found.exit == .done && found.out.contains("Xóm 1"), "\(found.error)")
    #expect(!run("laptops").out.contains("declared lost"))
    #expect(run("laptop", "found", "Máy 1", "--by", "Lan", "--yes").exit == .userError)
  }

  @Test func `a laptop's team is changed after a look, and listed`() throws {
    let run = try centre(seed: 84)
    let preview = run("laptop", "team", "Máy 1", "to 2", "--json")
    #expect(preview.exit == .done, "\(preview.error)")
    #expect(try preview.json()["dry_run"] == .bool(true))
    #expect(try run("laptops", "--json").json().arrayValue?.first?["team"] == "Tổ 1")
    #expect(run("laptop", "team", "Máy 1", "Tổ 2", "--yes").out.contains("reports for Tổ 2"))
    #expect(try run("laptops", "--json").json().arrayValue?.first?["team"] == "Tổ 2")
    #expect(run("laptop", "team", "Máy 1", "Tổ 9", "--yes").exit == .userError)
    #expect(run("laptop", "team", "Máy 9", "Tổ 2", "--yes").exit == .userError)
  }
}
