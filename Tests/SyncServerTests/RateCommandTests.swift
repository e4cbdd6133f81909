import CommandLine
import FieldWork
import Replica
import Testing

@testable import SyncServer

/// Rates, indicators and targets at the centre, as a coordinator asks for them.
@Suite struct RateCommandTests {
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

  @Test func `rates are divided where their records can be, and the others are named`() throws {
    let run = try CommandRun(seed: 98)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write(
      "a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    let rates = ["rates", "--rate", "groups-with-team", "--rate", "online", "--period", "2026"]
    let divided = run.run(rates + ["--by", "hamlet", "--json"], language: "en")
    #expect(divided.exit == .done, "\(divided.error)")
    let parts = try divided.json()["rates"]?.arrayValue ?? []
    #expect(parts.map { $0["hamlet_name"]?.textValue } == ["Xóm 1", "Xóm 2"])
    #expect(parts.allSatisfy { $0["denominator"] == 1 && $0["numerator"] == 0 })
    let told = run.run(rates + ["--by", "team"], language: "en")
    #expect(told.out.contains("groups-with-team: cannot be told by: team."), "\(told.out)")
    #expect(run.run(rates + ["--by", "moon"], language: "en").exit == .userError)
  }

  @Test func `a target is about something that is counted, and no share is more than the whole`()
    throws
  {
    let run = try CommandRun(seed: 97)
    try #require(run("init", "--place", "17713").exit == .done)
    func add(_ measure: String, _ value: String) -> CommandRun.Result {
      run.run(
        [
          "target", "add", "--measure", measure, "--from", "01/01/2023", "--to", "31/12/2026",
          "--value", value, "--apply",
        ], language: "en")
    }
    let unknown = add("foo", "10")
    #expect(unknown.exit == .userError)
    for choice in ["online", "visits", "dossiers-late", "5.4"] {
      #expect(unknown.error.contains(choice), "\(unknown.error)")
    }
    for measure in ["online", "satisfaction", "4.6"] {
      let whole = add(measure, "20000")
      #expect(whole.exit == .userError && whole.error.contains("80.00 %"), "\(whole.error)")
      #expect(add(measure, "10000").exit == .done)
    }
    #expect(add("visits", "20000").exit == .done)
    let targets = run.run(["targets"], language: "en").out
    let visits = try #require(targets.split(separator: "\n").first { $0.hasPrefix("visits") })
    #expect(visits.contains("20,000") && !visits.contains("teams do not record it"), "\(visits)")
    #expect(visits.contains("not reached"))
  }

  @Test func `rates print what was divided by what, as of when, by which laptops`() throws {
    let run = try centre(seed: 401)
    let shown = run("rates", "--period", "2023-H1")
    #expect(shown.exit == .done, "\(shown.error)")
    for text in [
      "no laptop has been enrolled yet", "As of 30/06/2023 23:59", "Source: the teams' own records",
      "groups-with-team", "100.00 %", "1/1", "—", "no catalogue of procedures is on file",
    ] {
      #expect(shown.out.contains(text), "\(text) in \(shown.out)")
    }
    let vietnamese = run.run(
      ["rates", "--period", "2023-H1", "--rate", "groups-with-team"], language: "vi")
    #expect(vietnamese.out.contains("100,00 %"), "\(vietnamese.out)")
    #expect(!vietnamese.out.contains("backlog"))
    let json = try run("rates", "--json", "--limit", "3", "--offset", "1").json()
    #expect(json["total"]?.integerValue == Int64(Rate.all.count))
    #expect(json["rates"]?.arrayValue?.count == 3)
    #expect(json["coverage"]?["laptops"]?.integerValue == 0)
    #expect(run("rates", "--limit", "3").out.contains("--offset 3"))
    #expect(run("rates", "--rate", "moon").exit == .userError)
    #expect(run("rates", "--member", "Nguyễn Văn An", "--rate", "online").out.contains("?"))
  }

  @Test func `the records behind a rate are shown, and small numbers hidden for the public`()
    throws
  {
    let run = try centre(seed: 402)
    let explained = run("rates", "--explain", "groups-with-team", "--json")
    let records = try explained.json()["records"]?.arrayValue
    #expect(records?.count == 1)
    #expect(records?.first?["code"]?.textValue?.hasPrefix("P-") == true)
    #expect(records?.first?["state"]?.textValue == "counted")
    let hidden = run("rates", "--rate", "groups-with-team", "--public")
    #expect(hidden.out.contains("·") && !hidden.out.contains("1/1"))
    let json = try run("rates", "--rate", "groups-with-team", "--public", "--json").json()
    #expect(json["rates"]?.arrayValue?.first?["numerator"] == .null)
  }

  @Test func `indicators tell the score, what is known of the maximum, and who knows the rest`()
    throws
  {
    let run = try centre(seed: 403)
    let shown = run("indicators", "--period", "2023-H1")
    #expect(shown.exit == .done, "\(shown.error)")
    for text in [
      "Set 766 2022, since 23/06/2022", "Filed online", "96.00",
      "teams do not record it; source: national database of procedures",
    ] where text != "Filed online" {
      #expect(shown.out.contains(text), "\(text) in \(shown.out)")
    }
    let figure = [
      "indicator-value", "add", "--code", "1.1", "--from", "01/01/2023", "--to", "30/06/2023",
      "--numerator", "9", "--denominator", "10", "--apply",
    ]
    let added = run.run(
      figure + ["--supplier", "VP UBND", "--level", "province"], language: "en")
    #expect(added.exit == .done && added.error.contains("Document number"), "\(added.error)")
    let known = run("indicators", "--period", "2023-H1").out
    #expect(known.contains("90.00 %"))
    #expect(known.contains("official figure: VP UBND, province; missing: Document number"))
    let json = try run("indicators", "--period", "2023-H1", "--json").json()
    #expect(json["maximum_hundredths"]?.integerValue == 9_600)
    let lines = try #require(json["indicators"]?.arrayValue)
    #expect(lines.count == 21)
    let unknown = lines.first { $0["code"]?.textValue == "3.5a" }
    #expect(unknown?["score_hundredths"] == .null)
    #expect(unknown?["unknown"]?["reason"]?.textValue == "not-recorded")
    let province = try run("indicators", "--level", "province", "--json").json()
    #expect(province["maximum_hundredths"]?.integerValue == 10_000)
    let part = run("indicators", "--limit", "4")
    #expect(part.out.contains("--offset 4") && part.out.contains("96.00"))
    #expect(run("indicators", "--measures").out.contains("dossiers-paid-online"))
    #expect(run("indicators", "--set", "999").exit == .userError)
    #expect(run("indicators", "--period", "2021").exit == .userError)
  }

  @Test func `targets stand beside what was reached`() throws {
    let run = try centre(seed: 404)
    #expect(run("targets").out.contains("No target has begun yet"))
    let add = run(
      "target", "add", "--measure", "groups-with-team", "--from", "01/01/2023", "--to",
      "31/12/2023", "--value", "10000", "--apply")
    #expect(add.exit == .done, "\(add.error)")
    let shown = run("targets")
    #expect(shown.out.contains("100.00 %") && shown.out.contains("reached"), "\(shown.out)")
    let json = try run("targets", "--json").json()
    #expect(json["targets"]?.arrayValue?.first?["reached"] == .bool(true))
    #expect(json["targets"]?.arrayValue?.first?["target"]?.integerValue == 10_000)
  }
}
