import CommandLine
import FieldWork
import Testing

@testable import FieldAgent

@Suite struct RateCommandTests {
  @Test func `a laptop tells the same rates of what it holds, with what is not handed over`()
    throws
  {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ 1")
    let resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan", "--birth", "1950")
    var codes: [String] = []
    for channel in ["online", "online", "direct"] {
      codes.append(
        try laptop.save(
          "submission", "add", "--resident", resident, "--procedure", "1.000080", "--channel",
          channel, "--received", "02/11/2026 08:00", "--appointment", "10/11/2026"))
    }
    let shown = laptop.run("rates", "--period", "2026-11", "--rate", "online", json: false)
    #expect(shown.code == .done, "\(shown.error)")
    let json = laptop.run("rates", "--period", "2026-11", "--rate", "online", json: true).json
    let line = json?["rates"]?.arrayValue?.first
    #expect(line?["numerator"]?.integerValue == 2 && line?["denominator"]?.integerValue == 3)
    #expect(line?["hundredths"]?.integerValue == 6_667)
    #expect(json?["hand_over"] != nil)
    let explained = laptop.run(
      "rates", "--period", "2026-11", "--explain", "online", json: true
    ).json
    let records = explained?["records"]?.arrayValue ?? []
    #expect(records.compactMap { $0["code"]?.textValue } == [codes[2], codes[0], codes[1]])
    #expect(
      records.compactMap { $0["state"]?.textValue } == ["counted-below", "counted", "counted"])
    let scores = laptop.run("indicators", "--period", "2026-11", json: true).json
    let online = scores?["indicators"]?.arrayValue?.first { $0["code"]?.textValue == "3.3" }
    #expect(online?["score_hundredths"]?.integerValue == 600)
    #expect(laptop.run("targets", json: true).code == .done)
    let count = laptop.run(
      "count", "--period", "2026-11", "--session-kind", "saturday", json: true)
    #expect(count.json?["total"]?["submissions"]?.integerValue == 0, "\(count.error)")
  }
}
