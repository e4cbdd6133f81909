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
        "\(day)/\(month)/2026")
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
