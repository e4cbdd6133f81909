import CommandLine
import Foundation
import Testing

@testable import FieldAgent

@Suite struct RecordingTests {
  let centre: TestCentre
  let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  @Test func `a day of work is recorded by its codes`() throws {
    let household = try laptop.save(
      "household", "add", "--place", "xom 1", "--name", "Hồ Văn Đức", "--phone", "0912 345 678")
    let resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan", "--birth", "3/1950",
      "--sex", "nữ")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--start", "7:15",
      "--minutes", "40")
    let assist = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.001193",
      "--mode", "guided", "--outcome", "submitted", "--evidence-kind", "dossier-code",
      "--evidence", "H40.1-261118-0001")
    let submission = try laptop.save(
      "submission", "add", "--assist", assist, "--channel", "online", "--dossier",
      "H40.1-261118-0001")
    let event = laptop.run("submission", "event", submission, "--status", "accepted", json: true)
    #expect(event.code == .done)

    let shown = laptop.run("household", "show", household, json: true).json
    #expect(shown?["name"]?.textValue == "Hồ Văn Đức")
    #expect(shown?["residents"]?.arrayValue?.first?["code"]?.textValue == resident)
    #expect(shown?["visits"]?.arrayValue?.first?["code"]?.textValue == visit)
    let dossier = laptop.run("submission", "show", submission, json: true).json
    #expect(dossier?["status"]?.textValue == "accepted")
    #expect(dossier?["deadline"]?.textValue == "open")
    #expect(
      laptop.run("submission", "list", json: true).json?["submissions"]?.arrayValue?.count == 1)
    let explained = laptop.run("count", "--explain", assist, json: true).json
    #expect(explained?["verdict"]?.textValue == "counted")
    for words in [
      ["household", "list"], ["household", "show", household], ["visit", "list"],
      ["visit", "show", visit], ["submission", "list"], ["submission", "show", submission],
      ["count", "--explain", assist], ["find", "ho thi"], ["status"], ["member", "list"],
    ] {
      let run = laptop.run(words)
      #expect(run.code == .done && !run.output.isEmpty, "\(words)")
    }
  }

  @Test func `what is edited or voided shows at once`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    _ = try laptop.save("household", "edit", household, "--address", "ngõ 3")
    _ = try laptop.save("visit", "edit", visit, "--minutes", "15")
    #expect(
      laptop.run("household", "show", household, json: true).json?["address"]?.textValue
        == "ngõ 3")
    #expect(laptop.run("visit", "void", visit, "--reason", "ghi nhầm").code == .done)
    #expect(laptop.run("visit", "list", json: true).json?["visits"]?.arrayValue?.isEmpty == true)
    let shown = laptop.run("visit", "show", visit, json: true).json
    #expect(shown?["void_reason"]?.textValue == "ghi nhầm")
    #expect(laptop.run("visit", "edit", visit, "--minutes", "20").code == .userError)
  }

  @Test func `all problems of a line come at once and nothing is written`() throws {
    let before = try laptop.open().store.handOverStatus().written
    let run = laptop.run(
      "visit", "add", "--household", "H-00000-1-0", "--date", "31/02/2026", "--minutes", "x",
      "--outcome", "happy", "--with", "Nobody At All")
    #expect(run.code == .userError)
    for part in ["H-00000-1-0", "Nobody At All", "Date", "Minutes", "Outcome"] {
      #expect(run.error.contains(part), "\(part): \(run.error)")
    }
    #expect(try laptop.open().store.handOverStatus().written == before)
  }

  @Test func `unknown and mistyped things are named`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let mistyped = household.dropLast() + (household.hasSuffix("0") ? "1" : "0")
    for (words, code) in [
      (["household", "show", String(mistyped)], "record-code-check"),
      (["visit", "show", household], "record-code-other-kind"),
      (["household", "add", "--place", "Xóm 9", "--name", "A"], "place-unknown"),
      (["household", "list", "--as", "x", "--nonsense"], "unknown-option"),
      (["household", "add", "--place", "Xóm 1", "--name", "A", "--as", "Ai Đó"], "member-unknown"),
      (["count", "--period", "soon"], "period-unreadable"),
    ] {
      let run = laptop.run(words, json: true)
      #expect(run.code == .userError && run.failure == code, "\(words): \(run.error)")
    }
    // It is there, and another team's.
    let others = laptop.run("household", "add", "--place", "Xóm 2", "--name", "A", json: true)
    #expect(others.code == .notAllowed && others.failure == "place-not-held")
    // With other mistakes it is told beside them.
    let all = laptop.run("household", "add", "--place", "Xóm 2", "--name", "", "--phone", "12")
    #expect(all.code == .userError)
    for part in ["not granted the households", "Name", "Telephone"] {
      #expect(all.error.contains(part), "\(part): \(all.error)")
    }
    let session = laptop.run(
      "session", "add", "--kind", "training", "--place", "Xóm 2", "--start", "25:00")
    for part in ["not granted the households", "Start", "Topic"] {
      #expect(session.error.contains(part), "\(part): \(session.error)")
    }
  }

  @Test func `a personal id is checked and never written`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let words = ["resident", "add", "--household", household, "--name", "Lan", "--id"]
    for wrong in ["04018700", "040187001234567", "04018700123x", "123456789"] {
      #expect(laptop.run(words + [wrong]).code == .userError, "\(wrong)")
    }
    let number = "040187001234"
    #expect(laptop.run(words + [number]).code == .done)
    let doubted = laptop.run(words + [number], json: true)
    #expect(doubted.code == .needsAttention && doubted.json?["saved"] == false)
    let twin = laptop.run(words + [number, "--new"], json: true)
    #expect(
      twin.json?["warnings"]?.arrayValue?.first?["code"]?.textValue == "possible-duplicates")
    for name in try FileManager.default.contentsOfDirectory(atPath: laptop.home.path) {
      let content = FileManager.default.contents(atPath: "\(laptop.home.path)/\(name)") ?? Data()
      #expect(content.range(of: Data(number.utf8)) == nil, "\(name)")
    }
    let found = laptop.run("find", "1234", json: true).json?["found"]?.arrayValue
    #expect(found?.count == 2)
  }

  @Test func `a date after today is saved with a warning that stays`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let run = laptop.run(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "01/12/2026",
      "--allow-far-day", json: true)
    #expect(run.code == .done)
    #expect(run.json?["warnings"]?.arrayValue?.first?["code"]?.textValue == "date-in-future")
    let code = try #require(run.json?["code"]?.textValue)
    let shown = laptop.run("visit", "show", code, json: true).json
    #expect(shown?["warnings"]?.arrayValue == [.text("date-in-future")])
  }

  @Test func `another member records with as and stays the exception`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--as", "tran thi binh")
    let binh = laptop.run("member", "list", json: true).json?.arrayValue?.first {
      $0["full_name"]?.textValue == "Trần Thị Bình"
    }
    let shown = laptop.run("visit", "show", visit, json: true).json
    #expect(shown?["participants"]?.arrayValue == [try #require(binh?["code"])])
    #expect(laptop.run("member", "use", "Trần", "Thị", "Bình").code == .done)
    #expect(laptop.run("status").output.contains("Trần Thị Bình"))
  }

  @Test func `people are found on three levels`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hồ Đức")
    _ = try laptop.save("resident", "add", "--household", household, "--name", "Nguyễn Thị Hoà")
    for query in ["Nguyễn Thị Hoà", "nguyễn thị hoà", "nguyen thi hoa", "Nguyeenx Thij Hoaf"] {
      let found = laptop.run(["find", query], json: true).json?["found"]?.arrayValue
      #expect(found?.first?["name"]?.textValue == "Nguyễn Thị Hoà", "\(query)")
    }
    #expect(laptop.run("find", "nobody").code == .done)
  }

  @Test func `an edit that names nothing or changes nothing writes nothing`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let before = try laptop.open().store.handOverStatus().written
    for words in [["visit", "edit", visit], ["household", "edit", household]] {
      let run = laptop.run(words, json: true)
      #expect(run.code == .userError && run.failure == "nothing-to-change", "\(run.error)")
    }
    #expect(laptop.run("visit", "edit", visit, "--outcome", "met").code == .done)
    #expect(try laptop.open().store.handOverStatus().written == before)
  }

  @Test func `a mistyped or unknown member of as is refused by every command`() throws {
    #expect(laptop.run(["count", "--as", "M-00000-1-0"], json: true).failure != "member-unknown")
    for words in [["count"], ["visit", "list"], ["household", "list"]] {
      let run = laptop.run(words + ["--as", "Ai Đó"], json: true)
      #expect(run.code == .userError && run.failure == "member-unknown", "\(words)")
    }
  }

  @Test func `what is needed is named with its option and where to look`() throws {
    let run = laptop.run("household", "add")
    #expect(run.code == .userError)
    #expect(
      run.error.contains("Hamlet is needed: --place NAME; see: camtay place list"), "\(run.error)")
    let dossier = laptop.run("submission", "add")
    #expect(dossier.error.contains("Channel is needed: --channel"), "\(dossier.error)")
  }

  @Test func `a record is shown in words and a visit with who took part`() throws {
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "nobody-home", "--date",
      "17/11/2026", "--with", "Trần Thị Bình")
    let shown = laptop.run("visit", "show", visit).output
    for part in ["Date: 17/11/2026", "nobody home", "Nguyễn Văn An", "Trần Thị Bình", "Đức ("] {
      #expect(shown.contains(part), "\(part): \(shown)")
    }
    for raw in ["created_at", "nobody-home", "2026-11-17"] {
      #expect(!shown.contains(raw), "\(raw): \(shown)")
    }
  }

  @Test func `a member of another team is warned about, and what they record is saved`() throws {
    let own = laptop.run(
      "household", "add", "--place", "Xóm 1", "--name", "Một", "--as", "Trần Thị Bình", json: true)
    #expect(own.code == .done && own.json?["warnings"] == .array([]))
    let line = ["household", "add", "--place", "Xóm 1", "--as", "Lò Văn Cường", "--name"]
    let other = laptop.run(line + ["Hai"], json: true)
    #expect(other.code == .done)
    let warning = other.json?["warnings"]?.arrayValue?.first
    #expect(warning?["code"] == "member-of-another-team")
    let said = laptop.run(line + ["Ba"])
    #expect(said.code == .done && said.output.contains("Saved: household"))
    #expect(said.error.contains("Lò Văn Cường is of “Tổ Xóm 2”, and this laptop of “Tổ Xóm 1”"))
  }
}
