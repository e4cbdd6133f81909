import CommandLine
import FieldWork
import Testing

@testable import FieldAgent

@Suite struct FormCommandTests {
  let centre: TestCentre
  let laptop: TestLaptop

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
  }

  private func shown(_ noun: String, _ code: String) -> JSONValue? {
    laptop.run(noun, "show", code, json: true).json
  }

  @Test func `every kind of field work is recorded, shown and listed`() throws {
    let household = try laptop.save("household", "add", "--place", "xom 1", "--name", "Đức")
    let resident = try laptop.save("resident", "add", "--household", household, "--name", "Lan")
    let session = try laptop.save(
      "session", "add", "--kind", "training", "--place", "Xóm 1", "--topic", "VNeID", "--start",
      "8:00", "--end", "10:30", "--staff", "Trần Thị Bình", "--date", "14/11/2026")
    let tally = try laptop.save(
      "tally", "add", "--session", session, "--measure", "people-advised", "--count", "35")
    let attendance = try laptop.save(
      "attendance", "add", "--session", session, "--member", "Trần Thị Bình", "--before", "40",
      "--after", "85")
    let consent = try laptop.save(
      "consent", "add", "--resident", resident, "--purpose", "keep-details", "--given", "có",
      "--mode", "spoken", "--wording", "2026-1", "--witness", "Nguyễn Văn An")
    let observation = try laptop.save(
      "observation", "add", "--resident", resident, "--kind", "vneid", "--level", "level-2")
    let feedback = try laptop.save(
      "feedback", "add", "--session", session, "--rating", "5", "--text", "rất tốt", "--channel",
      "spoken")
    let difficulty = try laptop.save(
      "difficulty", "add", "--reason-code", "no-network", "--place", "Xóm 1", "--text", "mất sóng")
    let task = try laptop.save(
      "task", "add", "--title", "Báo nhà mạng", "--owner", "Nguyễn Văn An", "--due", "30/11/2026",
      "--difficulty", difficulty)

    #expect(shown("session", session)?["start"]?.textValue == "08:00")
    #expect(shown("session", session)?["staff"]?.arrayValue?.count == 1)
    // A tally counts under the day of its session.
    #expect(shown("tally", tally)?["date"]?.textValue == "2026-11-14")
    #expect(shown("tally", tally)?["count"]?.integerValue == 35)
    #expect(shown("attendance", attendance)?["role"]?.textValue == "learner")
    #expect(shown("consent", consent)?["household"]?.textValue == household)
    #expect(shown("observation", observation)?["level"]?.textValue == "level-2")
    #expect(shown("observation", observation)?["date"]?.textValue == "2026-11-18")
    #expect(shown("feedback", feedback)?["text"]?.textValue == "rất tốt")
    #expect(shown("task", task)?["status"]?.textValue == "open")
    #expect(shown("task", task)?["difficulty"]?.textValue == difficulty)
    for form in RecordForms.ofField {
      let list = laptop.run(form.noun, "list", json: true)
      #expect(list.json?["total"]?.integerValue == 1, "\(form.noun): \(list.error)")
      #expect(list.json?[form.plural]?.arrayValue?.count == 1, "\(form.noun)")
      let table = laptop.run(form.noun, "list")
      #expect(table.code == .done && !table.output.isEmpty)
    }
    #expect(laptop.run("session", "show", session).output.contains("training"))
    let detail = laptop.run("observation", "show", observation).output
    #expect(detail.contains("VNeID level") && detail.contains("level 2"), "\(detail)")
  }

  @Test func `what is changed, voided and taken back shows at once and in the history`() throws {
    let task = try laptop.save("task", "add", "--title", "Báo cáo", "--due", "20/11/2026")
    _ = try laptop.save("task", "edit", task, "--progress", "100", "--status", "đã xong")
    #expect(shown("task", task)?["status"]?.textValue == "done")
    let would = laptop.run("task", "void", task, "--dry-run")
    #expect(would.code == .done && would.output.contains("No count changes"), "\(would.error)")
    #expect(shown("task", task)?["void_reason"] == .null)
    #expect(laptop.run("task", "void", task, "--reason", "ghi nhầm").code == .done)
    #expect(laptop.run("task", "list", json: true).json?["total"]?.integerValue == 0)
    #expect(laptop.run("task", "list", "--voided", json: true).json?["total"]?.integerValue == 1)
    #expect(shown("task", task)?["void_reason"]?.textValue == "ghi nhầm")
    #expect(laptop.run("task", "edit", task, "--progress", "1").code == .userError)
    #expect(laptop.run("task", "void", task, "--undo").code == .done)
    #expect(shown("task", task)?["void_reason"] == .null)
    let consent = laptop.run("consent", "add", "--mode", "x")
    #expect(consent.error.contains("How it was given") && !consent.error.contains("Mode:"))
    #expect(laptop.run("consent", "add", "--help").output.contains("how it was given"))
    let history = laptop.run("history", task)
    #expect(history.code == .done)
    for part in ["Progress", "done", "ghi nhầm", "20/11/2026"] {
      #expect(history.output.contains(part), "\(part): \(history.output)")
    }
    let nothing = laptop.run("task", "edit", task, json: true)
    #expect(nothing.failure == "nothing-to-change", "\(nothing.error)")
  }

  @Test func `all problems of a form come at once and nothing is written`() throws {
    let before = try laptop.open().store.handOverStatus().written
    let run = laptop.run(
      "session", "add", "--kind", "party", "--place", "Xóm 9", "--date", "31/02/2026", "--start",
      "25:00", "--staff", "Ai Đó", "--campaign", "G-00000-1-0")
    #expect(run.code == .userError)
    for part in [
      "--kind", "Xóm 9", "--date", "--start", "Ai Đó", "--campaign", "Nothing was saved",
    ] {
      #expect(run.error.contains(part), "\(part): \(run.error)")
    }
    let missing = laptop.run("observation", "add")
    for part in ["--kind", "--level", "one of these is needed"] {
      #expect(missing.error.contains(part), "\(part): \(missing.error)")
    }
    #expect(try laptop.open().store.handOverStatus().written == before)
  }

  @Test func `what hangs together is checked together`() throws {
    let session = try laptop.save("session", "add", "--kind", "saturday", "--place", "Xóm 1")
    let household = try laptop.save("household", "add", "--place", "xom 1", "--name", "Đức")
    let attendance = ["attendance", "add", "--session", session, "--member", "Nguyễn Văn An"]
    #expect(laptop.run(attendance).code == .done)
    for (words, part) in [
      (attendance, "says so already"),
      (["session", "add", "--kind", "training", "--place", "Xóm 1"], "--topic"),
      (
        ["session", "add", "--kind", "saturday", "--place", "Xóm 1", "--channel", "zalo"],
        "leave it empty"
      ),
      (
        [
          "session", "add", "--kind", "saturday", "--place", "Xóm 1", "--start", "9:00", "--end",
          "8:00",
        ], "--end"
      ),
      (
        ["observation", "add", "--household", household, "--kind", "cashless", "--level", "yes"],
        "--service"
      ),
      (
        [
          "observation", "add", "--household", household, "--kind", "vneid", "--level", "fibre",
        ], "--level"
      ),
      (["session", "edit", session, "--end", "8:00", "--start", "9:00"], "--end"),
      (["feedback", "add", "--rating", "6", "--channel", "form"], "--rating"),
      (["task", "add", "--title", "gọi 040187001234"], "--title"),
      (["campaign", "add"], "campaign"),
    ] {
      let run = laptop.run(words)
      #expect(run.code == .userError && run.error.contains(part), "\(words): \(run.error)")
    }
    #expect(laptop.run("session", "void", session, "--reason", "không tổ chức").code == .done)
    let late = laptop.run(
      "tally", "add", "--session", session, "--measure", "leaflets", "--count", "1", json: true)
    #expect(late.code == .userError && late.error.contains("voided"), "\(late.error)")
  }

  @Test func `a household and a resident can be voided and taken back`() throws {
    let household = try laptop.save("household", "add", "--place", "xom 1", "--name", "Đức")
    let resident = try laptop.save("resident", "add", "--household", household, "--name", "Lan")
    for (noun, code) in [("resident", resident), ("household", household)] {
      #expect(laptop.run(noun, "void", code, "--reason", "nhập hai lần").code == .done)
      let shown = laptop.run(noun, "show", code, json: true).json
      #expect(shown?["void_reason"]?.textValue == "nhập hai lần", "\(noun)")
      #expect(laptop.run(noun, "void", code, "--undo").code == .done)
    }
  }

  @Test func `a session with its attendance and tally reaches the centre and a colleague`() throws {
    let binh = try TestLaptop(of: centre, "Trần Thị Bình", seed: 2)
    let session = try laptop.save(
      "session", "add", "--kind", "saturday", "--place", "Xóm 1", "--note", "họp ở nhà văn hoá")
    _ = try laptop.save(
      "attendance", "add", "--session", session, "--member", "Nguyễn Văn An", "--after", "90")
    let tally = try laptop.save(
      "tally", "add", "--session", session, "--measure", "dossiers", "--count", "950")
    #expect(laptop.run("sync").code == .done && binh.run("sync").code == .done)
    #expect(laptop.run("sync").code == .done)
    #expect(
      binh.run("session", "show", session, json: true).json?["note"]?.textValue
        == "họp ở nhà văn hoá")
    _ = try binh.save("tally", "edit", tally, "--count", "951")
    #expect(binh.run("sync").code == .done && laptop.run("sync").code == .done)
    #expect(shown("tally", tally)?["count"]?.integerValue == 951)
    let central = try centre.with { records in
      let forms = [RecordForms.session, RecordForms.attendance, RecordForms.tally]
      let counts = try forms.map { try records.reader.formCount($0, FormFilter()) }
      return (
        findings: try records.store.verify().findings.count, counts: counts,
        reviews: try records.reviews(openOnly: true).count
      )
    }
    #expect(central.findings == 0 && central.counts == [1, 1, 1] && central.reviews == 0)
  }

  @Test func `visits, assists and dossiers say where, in which tongue and how digitally`() throws {
    let household = try laptop.save("household", "add", "--place", "xom 1", "--name", "Đức")
    let resident = try laptop.save("resident", "add", "--household", household, "--name", "Lan")
    let session = try laptop.save("session", "add", "--kind", "saturday", "--place", "Xóm 1")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--session", session,
      "--channel", "support-point")
    #expect(shown("visit", visit)?["session"]?.textValue == session)
    #expect(shown("visit", visit)?["channel"]?.textValue == "support-point")
    let words = laptop.run("visit", "show", visit).output
    #expect(words.contains("support point") && words.contains(session), "\(words)")

    let assist = [
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.001193", "--mode",
      "guided", "--outcome", "submitted", "--language", "hmn", "--interpreter", "yes",
      "--beneficiary", "elderly",
    ]
    let refused = laptop.run(assist)
    #expect(refused.code == .userError && refused.error.contains("consent"), "\(refused.error)")
    _ = try laptop.save(
      "consent", "add", "--resident", resident, "--purpose", "beneficiary", "--given", "yes",
      "--mode", "spoken", "--wording", "1")
    let added = laptop.run(assist, json: true)
    #expect(added.code == .done, "\(added.error)")
    let saved = shown("visit", visit)?["assists"]?.arrayValue?.first
    #expect(saved?["beneficiary"]?.textValue == "elderly")
    #expect(saved?["language"]?.textValue == "hmn" && saved?["interpreter"] == .bool(true))

    let code = try #require(saved?["code"]?.textValue)
    let list = laptop.run("assist", "list", "--resident", resident, json: true).json
    #expect(list?["total"]?.integerValue == 1)
    #expect(shown("assist", code)?["language"]?.textValue == "hmn")
    let inWords = laptop.run("assist", "show", code).output
    for part in ["Mode: guided", "Beneficiary: elderly", "Interpreter: yes", "Birth registration"] {
      #expect(inWords.contains(part), "\(part): \(inWords)")
    }
    #expect(laptop.run("resident", "list").output.contains("Lan"))
    #expect(laptop.run("resident", "list", json: true).json?["total"]?.integerValue == 1)
    let file = ["submission", "add", "--assist", code, "--channel", "online", "--dossier", "H40-1"]
    let wrong = laptop.run(file + ["--files", "3", "--digitised", "4"])
    #expect(wrong.code == .userError && wrong.error.contains("component files"), "\(wrong.error)")
    let first = laptop.run(
      file + [
        "--files", "5", "--digitised", "4", "--electronic-result", "yes", "--session", session,
      ], json: true)
    let dossier = try #require(first.json?["code"]?.textValue)
    #expect(shown("submission", dossier)?["files_digitised"]?.integerValue == 4)
    #expect(shown("submission", dossier)?["electronic_result"] == .bool(true))
    let second = laptop.run(file + ["--allow-code"], json: true).json?["warnings"]?.arrayValue
    #expect(second?.contains { $0["code"]?.textValue == "dossier-code-used" } == true)
  }

  @Test func `an id that contradicts year and sex is a warning, never a block`() throws {
    let household = try laptop.save("household", "add", "--place", "xom 1", "--name", "Đức")
    // 040 Nghệ An, 1: a woman of the 20th century, 87.
    let run = laptop.run(
      "resident", "add", "--household", household, "--name", "Nam", "--birth", "1950", "--sex",
      "nam", "--id", "040187001234", json: true)
    #expect(run.code == .done)
    #expect(
      run.json?["warnings"]?.arrayValue?.compactMap { $0["code"]?.textValue }
        == ["id-contradicts-birth-year", "id-contradicts-sex"])
  }

  @Test func `a visit before its team existed is saved with a warning`() throws {
    try centre.with { records in
      let team = try #require(try records.reader.teams().first { $0.name == "Tổ Xóm 1" })
      _ = try records.edit(
        RecordForms.team, team.id, FormDraft(RecordForms.team, ["from": "01/11/2026"]),
        author: nil, clock: centre.machine.surroundings.clock())
    }
    #expect(laptop.run("sync").code == .done)
    let household = try laptop.save("household", "add", "--place", "xom 1", "--name", "Đức")
    let run = laptop.run(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "31/10/2026",
      "--allow-far-day", json: true)
    #expect(run.json?["warnings"]?.arrayValue?.first?["code"]?.textValue == "before-team")
  }
}
