import CommandLine
import Testing

@testable import SyncServer

@Suite struct CloseCommandTests {
  @Test func `a month is closed after a look, listed, shown and opened again with a reason`()
    throws
  {
    let run = try CommandRun(seed: 93)
    try #require(run("init", "--place", "17713").exit == .done)
    func close(_ words: [String]) -> CommandRun.Result { run.run(words, language: "en") }
    let month = ["2025-08", "--by", "Lan"]
    // No laptop has been enrolled: something stands open.
    let preview = close(["close", "month"] + month)
    #expect(preview.exit == .needsAttention && preview.out.contains("no laptop has been enrolled"))
    #expect(preview.out.contains("add --apply"))
    #expect(run("close", "list").out.contains("No month is closed"))
    let refused = close(["close", "month", "--apply"] + month)
    #expect(refused.exit == .needsAttention && refused.error.contains("--anyway"))
    let done = close(["close", "month", "--apply", "--anyway", "--json"] + month)
    #expect(done.exit == .done, "\(done.error)")
    #expect(try done.json()["applied"] == .bool(true))
    #expect(try done.json()["total"]?["visits"] == 0)
    #expect(close(["close", "month", "--apply", "--anyway"] + month).exit == .userError)
    #expect(run("close", "month", "2025", "--by", "Lan").error.contains("Only months"))

    let list = try run("close", "list", "--json").json()
    #expect(list["closings"]?.arrayValue?.compactMap { $0["month"] } == ["2025-08"])
    #expect(run("close", "list").out.contains("0/0"))
    let shown = run("close", "show", "2025-08")
    #expect(shown.out.contains("Nothing has changed since"), "\(shown.error)")
    #expect(run("close", "show", "2025-07").exit == .userError)
    let count = run("count", "--period", "2025-08")
    #expect(count.out.contains("was closed at"), "\(count.out)")
    #expect(try run("count", "--period", "2025-08", "--json").json()["closing"] != .null)
    #expect(try run("count", "--period", "2025-07", "--json").json()["closing"] == .null)

    let reopen = ["close", "reopen"] + month + ["--reason", "một tổ chưa gửi"]
    #expect(close(reopen).out.contains("add --apply"))
    #expect(close(reopen + ["--apply"]).exit == .done)
    #expect(close(reopen + ["--apply"]).exit == .userError)
    #expect(run("close", "list").out.contains("một tổ chưa gửi"))
  }
}
