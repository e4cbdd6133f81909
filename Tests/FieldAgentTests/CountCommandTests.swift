import CommandLine
import FieldWork
import Replica
import Testing

@testable import FieldAgent

@Suite struct CountCommandTests {
  /// The recount that anybody can do with the sqlite3 tool on a laptop's store.
  private static let recount = """
    SELECT count(*) FROM assist JOIN visit ON visit.rid = assist.visit
    WHERE assist.hidden IS NULL AND visit.hidden IS NULL
      AND assist.void_reason IS NULL AND visit.void_reason IS NULL
      AND assist.outcome IN (1, 2) AND assist.evidence IS NOT NULL
      AND visit.date BETWEEN ? AND ?
    """

  @Test func `the count equals a plain recount of the same store`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let seed: UInt64 = 20_261_118
    var random = SeededGenerator(seed: seed)
    let outcomes = ["completed", "submitted", "advised", "refused"]
    var visits: [String] = []
    for number in 0..<12 {
      let household = try laptop.save(
        "household", "add", "--place", "Xóm 1", "--name", "Hộ \(number)")
      let day = Int.random(in: 1...30, using: &random)
      let month = Bool.random(using: &random) ? 10 : 11
      let visit = try laptop.save(
        "visit", "add", "--household", household, "--outcome", "met", "--date",
        "\(day)/\(month)/2026", "--allow-far-day")
      visits.append(visit)
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let outcome = outcomes[Int.random(in: 0..<4, using: &random)]
        let evidence =
          Bool.random(using: &random)
          ? ["--evidence-kind", "payment-receipt", "--evidence", "R1"] : []
        let run = laptop.run(
          [
            "assist", "add", "--visit", visit, "--service", "vneid", "--mode", "guided",
            "--outcome", outcome,
          ] + evidence)
        #expect(run.code == .done, "seed \(seed): \(run.error)")
      }
    }
    #expect(laptop.run("visit", "void", visits[0], "--reason", "nhầm").code == .done)
    for text in ["2026-10", "2026-11", "2026-Q4", "2026-11-03..2026-11-20"] {
      let count = laptop.run("count", "--period", text, "--by", "team", json: true).json
      let opened = try laptop.open()
      let period = try Period.parse(text, today: .latest)
      let recounted = try opened.store.connection.integer(
        Self.recount, .integer(Int64(period.from.daysSince1970)),
        .integer(Int64(period.to.daysSince1970)))
      #expect(
        count?["total"]?["counted_assists"]?.integerValue == recounted, "\(text), seed \(seed)")
    }
  }

  @Test func `a count is filtered by any names, divided by others, and says what can be asked`()
    throws
  {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Cửa hàng", "--kind", "shop")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026",
      "--channel", "desk")
    for (service, mode, language) in [
      ("1.001193", "guided", "hmn"), ("vneid", "demonstrated", "vi"), ("vneid", "guided", ""),
    ] {
      _ = try laptop.save(
        "assist", "add", "--visit", visit, "--service", service, "--mode", mode, "--outcome",
        "completed", "--evidence-kind", "payment-receipt", "--evidence", "R1", "--language",
        language)
    }
    func counted(_ options: String...) -> Int64? {
      laptop.run(["count", "--period", "2026-11"] + options, json: true)
        .json?["total"]?["counted_assists"]?.integerValue
    }
    #expect(counted() == 3)
    #expect(counted("--service", "vneid") == 2)
    #expect(counted("--service", "vneid", "--mode", "guided") == 1)
    #expect(counted("--language", "hmn", "--language", "none") == 2)
    #expect(counted("--sector", "ho tich") == 1)
    #expect(counted("--procedure", "none") == 2)
    #expect(counted("--hamlet", "xom 1", "--household-kind", "shop", "--channel", "desk") == 3)
    #expect(counted("--session", "none", "--campaign", "none", "--unit", "17713") == 3)
    // The report of November ended on the 14th.
    #expect(counted("--cut-off", "14") == 0)
    let december = laptop.run(
      "count", "--period", "2026-12", "--cut-off", "14", "--by", "month,language", "--mode",
      "guided", json: true
    ).json
    #expect(december?["from"]?.textValue == "2026-11-15")
    #expect(december?["filters"]?["mode"]?.arrayValue == [.text("guided")])
    #expect(december?["groups"]?.arrayValue?.map { $0["language"] } == [.text("hmn"), .null])
    #expect(december?["groups"]?.arrayValue?[0]["visits"] == .null)
    let values = laptop.run("count", "--values", "hamlet", json: true).json
    let names = values?["values"]?.arrayValue?.compactMap { $0["name"]?.textValue }
    #expect(names == ["Xóm 1", "Xóm 2"])
    for bad in [
      ["--service", "x"], ["--mode", "x"], ["--hamlet", "x"], ["--sector", "x"],
      ["--values", "day"], ["--cut-off", "31"], ["--as-of", "1/1/2026"],
    ] {
      #expect(laptop.run(["count"] + bad).code == .userError, "\(bad)")
    }
  }

  @Test func `a period may be named by two days`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let run = laptop.run("count", "--from", "1/11/2026", "--to", "30/11/2026", json: true)
    #expect(run.json?["from"]?.textValue == "2026-11-01")
    #expect(laptop.run("count", "--by", "team,team").code == .userError)
    #expect(laptop.run("count", "--from", "30/11/2026", "--to", "1/11/2026").code == .userError)
    let people = laptop.run("count").output
    #expect(people.contains("By the data on this laptop."))
  }
}
