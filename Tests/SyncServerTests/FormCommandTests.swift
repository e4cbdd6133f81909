import CommandLine
import FieldWork
import Replica
import Testing

@testable import SyncServer

/// The directory's kinds at the centre: preview, apply, change, void, list.
@Suite struct FormCommandTests {
  private func centre(seed: UInt64) throws -> CommandRun {
    let run = try CommandRun(seed: seed)
    try #require(run("init", "--place", "40").exit == .done)
    let hamlets = try run.write("a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n")
    let members = try run.write(
      "b.csv",
      "hamlet,team,full_name,role,organisation,phone,from\nXóm 1,Tổ 1,Nguyễn Văn An,,,,\n")
    try #require(run("import", hamlets, members).exit == .done)
    return run
  }

  @Test func `a campaign is previewed, written, changed, voided and listed`() throws {
    let run = try centre(seed: 301)
    let add = [
      "campaign", "add", "--name", "92 ngày đêm", "--from", "01/10/2026", "--to", "31/12/2026",
      "--place", "Xóm 1", "--service", "vneid", "--service", "1.001193", "--json",
    ]
    let preview = run.run(add, language: "en")
    #expect(preview.exit == .done, "\(preview.error)")
    #expect(try preview.json()["applied"] == .bool(false))
    #expect(try run("campaign", "list", "--json").json()["total"]?.integerValue == 0)

    let applied = run.run(add + ["--apply"], language: "en")
    let code = try #require(try applied.json()["code"]?.textValue)
    #expect(code.hasPrefix("G-"))
    let shown = try run("campaign", "show", code, "--json").json()
    #expect(shown["services"] == nil)
    #expect(shown["service"]?.arrayValue?.count == 2)
    #expect(shown["to"]?.textValue == "2026-12-31")

    let edit = run("campaign", "edit", code, "--service", "vneid", "--to", "2026-12-01", "--apply")
    #expect(edit.exit == .done && edit.out.contains("31/12/2026 → 01/12/2026"), "\(edit.out)")
    let edited = try run("campaign", "show", code, "--json").json()
    #expect(edited["service"]?.arrayValue?.count == 1)

    #expect(run("campaign", "void", code, "--reason", "hoãn").exit == .done)
    #expect(try run("campaign", "list", "--json").json()["total"]?.integerValue == 1)
    #expect(run("campaign", "void", code, "--reason", "hoãn", "--apply").exit == .done)
    #expect(try run("campaign", "list", "--json").json()["total"]?.integerValue == 0)
    #expect(run("campaign", "void", code, "--undo", "--apply").exit == .done)
    #expect(run("campaign", "list").out.contains("92 ngày đêm"))
    #expect(run("history", code).out.contains("hoãn"))
  }

  @Test func `two versions of one procedure, unit and day are told of wherever they come together`()
    throws
  {
    let run = try centre(seed: 307)
    let add = ["procedure", "add", "--code", "1.000080", "--unit", "17713", "--from", "15/11/2026"]
    let words = "of the same unit from the same day"
    let file = try run.write(
      "c.csv", "code,unit,from,fee\n1.000080,17713,15/11/2026,1\n1.000080,17713,15/11/2026,2\n")
    for options in [[], ["--apply"]] {
      let loaded = run.run(["procedure", "load", file] + options, language: "en")
      #expect(loaded.exit == .done && loaded.out.contains("2 new"), "\(loaded.error)")
      #expect(loaded.error.contains("2 new versions have the procedure, unit and first day"))
    }
    let listed = run.run(["procedure", "list"], language: "en").out
    #expect(listed.components(separatedBy: "same unit and day as 1 other version").count == 3)
    let preview = run.run(add + ["--fee", "3"], language: "en")
    #expect(preview.error.contains("2 other versions") && preview.error.contains(words))
    #expect(!preview.error.contains("Saved"))
    let json = try run.run(add + ["--fee", "3", "--json"], language: "en").json()
    #expect(json["warnings"]?.arrayValue?.first?["code"]?.textValue == "version-of-same-day")
    let versions = try run("procedure", "list", "--json").json()["procedures"]?.arrayValue ?? []
    let code = "#" + (try #require(versions.first?["id"]?.textValue))
    func void(_ more: String...) -> CommandRun.Result {
      run.run(["procedure", "void", code] + more, language: "en")
    }
    let voided = void("--reason", "nhầm", "--apply")
    #expect(voided.exit == .done && !voided.error.contains(words), "\(voided.error)")
    #expect(!run.run(["procedure", "list"], language: "en").out.contains("same unit and day"))
    for options in [[], ["--apply"]] {
      let undone = run.run(["procedure", "void", code, "--undo"] + options, language: "en")
      #expect(undone.exit == .done && undone.error.contains(words), "\(undone.error)")
    }
    // Another day is what versions are for.
    let other = try run.write("d.csv", "code,unit,from,fee\n1.000080,17713,16/11/2026,1\n")
    #expect(!run.run(["procedure", "load", other], language: "en").error.contains("versions"))
  }

  @Test func `every kind of the directory can be written, shown and listed`() throws {
    let run = try centre(seed: 302)
    let lines = [
      ["device", "--label", "Máy 1", "--replica", "300", "--year", "2015", "--team", "Tổ 1"],
      [
        "procedure", "--code", "1.001193", "--from", "01/07/2025", "--unit", "17713", "--limit",
        "5", "--limit-unit", "working-days", "--local-limit", "1", "--local-limit-unit",
        "working-days", "--level", "full", "--fee", "8.000",
      ],
      ["checklist", "--code", "1.001193", "--position", "1", "--text", "Tờ khai"],
      ["service", "--code", "ai-basics", "--name", "Dùng trợ lý AI", "--name-en", "AI basics"],
      ["calendar", "--date", "22/08/2026", "--kind", "worked-saturday", "--name", "làm bù"],
      [
        "target", "--measure", "vneid", "--unit", "17713", "--from", "01/01/2026", "--to",
        "31/12/2026", "--value", "9800",
      ],
      ["indicator-set", "--code", "766", "--from", "01/01/2023", "--edition", "2023"],
      [
        "indicator", "--set", "766", "--code", "online", "--name", "Trực tuyến", "--maximum",
        "1200",
      ],
      ["campaign", "--name", "Đợt 1", "--from", "01/10/2026", "--to", "31/12/2026"],
    ]
    for line in lines {
      let added = run.run(
        [line[0], "add"] + line.dropFirst() + ["--apply", "--json"], language: "en")
      #expect(added.exit == .done, "\(line[0]): \(added.error)")
      guard added.exit == .done else { continue }
      let id = try #require(try added.json()["id"]?.textValue)
      let code = try added.json()["code"]?.textValue ?? "#\(id)"
      #expect(run(line[0], "show", code).exit == .done, "\(line[0])")
      #expect(try run(line[0], "list", "--json").json()["total"]?.integerValue == 1, "\(line[0])")
    }
    #expect(run("service", "show", "ai-basics").out.contains("Dùng trợ lý AI"))
    #expect(run("calendar", "show", "2026-08-22").exit == .done)
    #expect(run("indicator", "show", "#1").exit == .userError)
    let wrong = run("calendar", "add", "--date", "23/08/2026", "--kind", "worked-saturday")
    #expect(wrong.exit == .userError && wrong.error.contains("Saturday"), "\(wrong.error)")
    let both = run(
      "procedure", "add", "--code", "đăng ký", "--limit", "3", "--to", "01/01/2020", "--from",
      "01/01/2021")
    for part in ["--code", "--limit-unit", "--to"] {
      #expect(both.error.contains(part), "\(part): \(both.error)")
    }
  }

  @Test func `a team's kind and a member's role are changed, with a preview`() throws {
    let run = try centre(seed: 303)
    let code = try #require(
      try run("team", "list", "--json").json().arrayValue?.first?["code"]?.textValue)
    #expect(run("team", "edit", code, "--kind", "project-06", "--apply").exit == .done)
    #expect(try run("team", "show", code, "--json").json()["kind"]?.textValue == "project-06")
    let member = try #require(
      try run("member", "list", "--json").json().arrayValue?.first?["code"]?.textValue)
    let preview = run("member", "edit", member, "--organisation", "Đoàn Thanh niên")
    #expect(preview.exit == .done && preview.out.contains("nothing was written"))
    #expect(
      run("member", "edit", member, "--organisation", "Đoàn Thanh niên", "--apply").exit == .done)
    #expect(run("member", "show", member).out.contains("Đoàn Thanh niên"))
  }

  @Test func `a task for a team is made at the centre and lives with the team's hamlet`() throws {
    let run = try centre(seed: 304)
    let added = run("task", "add", "--title", "Họp tổ", "--team", "Tổ 1", "--apply", "--json")
    #expect(added.exit == .done, "\(added.error)")
    let nowhere = run("task", "add", "--title", "Họp tổ")
    #expect(nowhere.exit == .userError && nowhere.error.contains("--household"), "\(nowhere.error)")
    #expect(nowhere.error.contains("Household, Resident, Team, Owner"))
    #expect(
      try run("task", "list", "--status", "open", "--json").json()["total"]?.integerValue == 1)
  }

  @Test func `a calendar is loaded from a file once, and a bad file not at all`() throws {
    let run = try centre(seed: 305)
    let file = try run.write(
      "days.csv",
      "date;kind;name\n02/09/2026;holiday;Quốc khánh\n22/08/2026;worked-saturday;\n"
        + "02/09/2026;holiday;Quốc khánh\n")
    let preview = try run("calendar", "load", file, "--json").json()
    #expect(preview["added"]?.integerValue == 2 && preview["applied"] == .bool(false))
    #expect(try run("calendar", "list", "--json").json()["total"]?.integerValue == 0)
    #expect(run("calendar", "load", file, "--apply").exit == .done)
    let again = try run("calendar", "load", file, "--apply", "--json").json()
    #expect(again["added"]?.integerValue == 0 && again["unchanged"]?.integerValue == 3)
    #expect(try run("calendar", "list", "--json").json()["total"]?.integerValue == 2)

    let bad = try run.write(
      "bad.csv", "date,kind\n01/13/2026,holiday\n03/09/2026,party\n04/09/2026,holiday\n")
    let refused = run("calendar", "load", bad, "--apply")
    #expect(refused.exit == .userError)
    for part in ["line 2", "line 3", "2 lines"] {
      #expect(refused.error.contains(part), "\(part): \(refused.error)")
    }
    #expect(try run("calendar", "list", "--json").json()["total"]?.integerValue == 2)
    let columns = try run.write("columns.csv", "day,kind\n01/01/2026,holiday\n")
    let unknown = run("calendar", "load", columns)
    #expect(unknown.exit == .userError && unknown.error.contains("no column day"))
    #expect(run("calendar", "load", run.path("nothing.csv")).exit != .done)
  }
}
