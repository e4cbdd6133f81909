import CommandLine
import FieldWork
import Testing

@testable import FieldAgent

/// The commands that record ask what the pages ask, and take an option for an answer.
@Suite struct AskingCommandTests {
  let laptop: TestLaptop
  let household: String

  init() throws {
    laptop = try TestLaptop(of: TestCentre())
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
  }

  private func visit(_ more: String...) -> TestLaptop.Run {
    laptop.run(
      ["visit", "add", "--household", household, "--outcome", "met"] + more, json: true)
  }

  private func records() throws -> (visits: Int, assists: Int, dossiers: Int) {
    let reader = try laptop.open().records.reader
    return (try reader.visits().count, try reader.assists().count, try reader.submissions().count)
  }

  @Test func `a visit far back is refused in words until its option says yes`() throws {
    let refused = visit("--date", "10/11/2026")
    #expect(refused.failure == "far-day" && refused.code == .needsAttention)
    #expect(refused.error.contains("Nothing was saved") && refused.error.contains("8 days back"))
    #expect(refused.error.contains("--allow-far-day"))
    #expect(try records().visits == 0)
    #expect(visit("--date", "10/11/2026", "--allow-second-visit").failure == "far-day")
    #expect(visit("--date", "10/11/2026", "--allow-far-day").code == .done)
    #expect(visit("--date", "11/11/2026").code == .done)
  }

  @Test func `a second visit of a day names the first, also where the day is not typed`() throws {
    let first = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let refused = visit()
    #expect(refused.failure == "second-visit" && refused.error.contains(first))
    #expect(visit("--allow-second-visit").code == .done)
  }

  @Test func `an hour in the night is refused, and what else is wrong comes first`() throws {
    let night = visit("--date", "17/11/2026", "--start", "02:24")
    #expect(night.failure == "odd-hour" && night.error.contains("is in the night"))
    let wrong = visit("--date", "17/11/2026", "--start", "02:24", "--minutes", "x")
    #expect(wrong.failure == "invalid-input", "\(wrong.error)")
    #expect(visit("--date", "17/11/2026", "--start", "02:24", "--allow-odd-hour").code == .done)
  }

  @Test func `a code that is none or another record's is refused for assists and dossiers`() throws
  {
    let place = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    func assist(_ evidence: String, _ more: String...) -> TestLaptop.Run {
      laptop.run(
        [
          "assist", "add", "--visit", place, "--service", "1.001193", "--mode", "guided",
          "--outcome", "submitted", "--evidence-kind", "dossier-code", "--evidence", evidence,
        ] + more, json: true)
    }
    #expect(assist("xong rồi").failure == "doubtful-code")
    let told = assist("xong rồi", "--allow-code")
    let warnings = told.json?["warnings"]?.arrayValue?.map { $0["code"]?.textValue }
    #expect(warnings == ["unlike-dossier-code"], "\(told.error)")
    let first = assist("H40.1-261118-0007")
    let code = try #require(first.json?["code"]?.textValue)
    let twin = assist("h40.1-261118-0007")
    #expect(twin.failure == "doubtful-code" && twin.error.contains(code))
    #expect(assist(String(repeating: "1", count: 41)).failure == "invalid-input")
    func dossier(_ more: String...) -> TestLaptop.Run {
      laptop.run(
        [
          "submission", "add", "--assist", code, "--channel", "online", "--dossier",
          "H40.1-261118-0007",
        ] + more, json: true)
    }
    #expect(dossier().code == .done)
    #expect(dossier("--received", "17/11/2026 02:00").failure == "odd-hour")
    let both = dossier("--received", "17/11/2026 02:00", "--allow-odd-hour")
    #expect(both.failure == "doubtful-code" && both.error.contains("--allow-code"))
    #expect(try records().dossiers == 1)
  }
}
