import CommandLine
import FieldAgent
import Testing

@Suite struct DuplicateCommandTests {
  private let centre: TestCentre
  private let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  @Test func `who is on record is shown and nothing is saved unless the line says new`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đặng Đức")
    let first = try laptop.save(
      "resident", "add", "--household", household, "--name", "Đặng Thị Hoà", "--birth", "3/4/1950")
    let line = [
      "resident", "add", "--household", household, "--name", "dang thi hoa", "--birth", "4/3/1950",
    ]
    let before = try laptop.open().store.handOverStatus().written
    let run = laptop.run(line)
    #expect(run.code == .needsAttention)
    for part in [first, "once without marks", "day and month exchanged", "Xóm 1"] {
      #expect(run.output.contains(part), "\(part): \(run.output)")
    }
    #expect(run.error.contains("Nothing was saved") && run.error.contains("--new"))
    let json = try #require(laptop.run(line, json: true).json?["candidates"]?.arrayValue?.first)
    #expect(json["resident"]?["code"]?.textValue == first)
    #expect(json["reasons"]?.arrayValue?.first?["code"]?.textValue != nil)
    #expect(try laptop.open().store.handOverStatus().written == before)
    #expect(laptop.run(line + ["--new"]).code == .done)

    let twin = ["household", "add", "--place", "Xóm 1", "--name", "Dang Duc"]
    let doubted = laptop.run(twin)
    #expect(doubted.code == .needsAttention && doubted.output.contains(household))
    #expect(laptop.run(twin + ["--new"]).code == .done)
  }

  @Test func `the list of duplicates is paged and empties as people decide`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    var codes: [String] = []
    for _ in 0..<3 {
      codes.append(
        try laptop.save(
          "resident", "add", "--household", household, "--name", "Sùng A Páo", "--birth",
          "3/4/1950", "--new"))
    }
    func list(_ words: String...) -> JSONValue? {
      laptop.run(["resident", "duplicates"] + words, json: true).json
    }
    #expect(list()?["pairs"]?.arrayValue?.count == 3)
    let page = list("--limit", "2", "--offset", "2")
    #expect(page?["pairs"]?.arrayValue?.count == 1 && page?["total"] == 3)
    let text = laptop.run("resident", "duplicates").output
    #expect(text.contains("same household") && text.contains("resident unlink"), "\(text)")

    let preview = laptop.run("resident", "link", codes[0], codes[1], "--dry-run")
    #expect(preview.code == .done && preview.output.contains("nothing was changed"))
    #expect(list()?["total"] == 3)
    #expect(laptop.run("resident", "link", codes[0], codes[1]).code == .done)
    #expect(list()?["total"] == 2)
    #expect(laptop.run("resident", "link", codes[1], codes[2], "--not-same").code == .done)
    #expect(list()?["total"] == 0)
    #expect(laptop.run("resident", "duplicates").output.contains("Nobody seems"))
    #expect(laptop.run("resident", "unlink", codes[0], codes[1], "--dry-run").code == .done)
    #expect(list()?["total"] == 0)
    #expect(laptop.run("resident", "unlink", codes[0], codes[1]).code == .done)
    #expect(list()?["total"] == 2)
  }
}
