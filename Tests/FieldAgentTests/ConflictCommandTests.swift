import CommandLine
import FieldWork
import Testing

@testable import FieldAgent

@Suite struct ConflictCommandTests {
  /// Two laptops that both gave one household another name.
  private func disputed() throws -> (TestCentre, TestLaptop, TestLaptop, String) {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let binh = try TestLaptop(of: centre, "Trần Thị Bình", seed: 2)
    let code = try an.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(an.run("sync").code == .done && binh.run("sync").code == .done)
    _ = try an.save("household", "edit", code, "--name", "Hồ Văn Đức")
    _ = try binh.save("household", "edit", code, "--name", "Hồ Đức", "--phone", "0912345678")
    for laptop in [an, binh, an] { #expect(laptop.run("sync").code == .done) }
    return (centre, an, binh, code)
  }

  @Test func `a conflict is previewed, decided, and the decision reaches the other laptop`() throws
  {
    let (centre, an, binh, code) = try disputed()
    let listed = binh.run("conflicts", "list", "--limit", "1")
    #expect(listed.code == .needsAttention && listed.output.contains("In all: 1 conflict."))
    #expect(listed.output.contains("Nguyễn Văn An") && listed.output.contains("laptop 1"))
    let preview = binh.run("conflicts", "resolve", code, "--take", "2", "--dry-run", json: true)
    #expect(preview.code == .done && preview.json?["dry_run"] == .bool(true))
    #expect(binh.run("conflicts").code == .needsAttention)
    let decided = binh.run("conflicts", "resolve", code, "name", "--take", "2", json: true)
    #expect(decided.code == .done && decided.json?["value"] == preview.json?["value"])
    #expect(binh.run("conflicts").code == .done)
    for laptop in [binh, an] {
      let synced = laptop.run("sync")
      #expect(synced.code == .done, "\(synced)")
    }
    #expect(an.run("conflicts").code == .done)
    let late = an.run("conflicts", "resolve", code, "name", "--take", "1", json: true)
    #expect(late.code == .userError && late.failure == "conflict-decided")
    let history = an.run("history", code, "--field", "name", json: true).json
    #expect(
      history?["writes"]?.arrayValue?.compactMap { $0["kind"]?.textValue }
        == ["created", "changed", "changed", "decided"])
    #expect(an.run("history", code).output.contains("decision"))
    let number = try #require(
      an.run("history", code, json: true).json?["writes"]?.arrayValue?
        .first { $0["after"]?.textValue == "Đức" }?["number"]?.integerValue)
    #expect(an.run("history", "restore", code, String(number)).code == .done)
    #expect(an.run("household", "show", code, json: true).json?["name"]?.textValue == "Đức")
    #expect(try centre.with { try $0.conflicts().isEmpty })
  }

  @Test func `parallel edits are listed only when asked for and need no decision`() throws {
    let (_, an, _, code) = try disputed()
    #expect(an.run("conflicts", "resolve", code, "--value", "Hồ Văn Đức").code == .done)
    let all = an.run("conflicts", "list", "--all", json: true)
    #expect(all.code == .done && all.json?["parallel_edits"]?.arrayValue != nil)
    #expect(an.run("conflicts", json: true).json?["parallel_edits"] == nil)
  }

  @Test func `wrong lines are told in words and write nothing`() throws {
    let (_, an, _, code) = try disputed()
    for (words, failure) in [
      (["conflicts", "resolve", code], "decision-needed"),
      (["conflicts", "resolve", code, "--take", "1", "--keep"], "decision-twice"),
      (["conflicts", "resolve", code, "--take", "9"], "no-such-value"),
      (["conflicts", "resolve", code, "colour", "--take", "1"], "no-such-field"),
      (["conflicts", "resolve", code, "--delete"], "not-deleted-and-edited"),
      (["conflicts", "show", "#77"], "record-not-found"),
      (["history", "restore", code, "77"], "no-such-write"),
    ] {
      let run = an.run(words, json: true)
      #expect(run.code == .userError && run.failure == failure, "\(words)")
    }
    #expect(an.run("status", json: true).json?["not_handed_over"]?.integerValue == 0)
  }

  @Test func `dates typed from a clock in 2031 are told at sync and status until they are checked`()
    throws
  {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre)
    let code = try an.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(an.run("sync").code == .done)
    #expect(an.run("visit", "check-dates").code == .done)
    an.machine.setWall(daysOff: 1_700)
    an.machine.restart()
    let visit = try an.save(
      "visit", "add", "--household", code, "--outcome", "met", "--date", "15/07/2031")
    let synced = an.run("sync")
    #expect(synced.code == .done && synced.error.contains("visit check-dates"))
    let codes = an.run("status", json: true).json?["warnings"]?.arrayValue?
      .compactMap { $0["code"]?.textValue }
    #expect(codes?.contains("dates-doubtful") == true)
    let listed = an.run("visit", "check-dates", json: true)
    #expect(listed.code == .needsAttention)
    let doubt = listed.json?.arrayValue?.first
    #expect(doubt?["code"]?.textValue == visit && doubt?["date"]?.textValue == "2031-07-15")
    #expect(doubt?["centre_time"]?.textValue?.hasPrefix("2026-11-18") == true)
    #expect(an.run("visit", "check-dates", "--apply", "--keep").code == .userError)
    #expect(an.run("visit", "check-dates", "--apply").code == .needsAttention)
    #expect(an.run("visit", "check-dates", visit, "--keep").code == .done)
    #expect(an.run("visit", "check-dates").code == .done)
  }
}
