import FieldWork
import Testing

@testable import FieldAgent

@Suite struct FixPageTests {
  @Test func `a laptop without anything to fix says so and names its last hand-over`() throws {
    let centre = try TestCentre()
    let desk = try TestDesk(try TestLaptop(of: centre))
    let page = try desk.get("/fix")
    #expect(page.text.contains("Nothing to put right") && !page.text.contains("class=\"panel\""))
  }

  @Test func `an assist that does not count yet is listed with what it lacks`() throws {
    let laptop = try TestLaptop(of: try TestCentre())
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let code = try laptop.save(
      "assist", "add", "--visit", visit, "--service", "vneid", "--mode", "guided", "--outcome",
      "completed")
    let desk = try TestDesk(laptop)
    let page = try desk.get("/fix").text
    #expect(page.contains("1 assist of yours since") && page.contains("/assists/\(code)"))
    #expect(!page.contains("Nothing to put right"))
    let (_, mended) = try desk.change(
      "/assists/\(code)", ["assist-1-evidence_kind": "spoken", "assist-1-evidence": "chị Lan"])
    #expect(mended.status == 200)
    #expect(try desk.get("/fix").text.contains("Nothing to put right"))
  }

  @Test func `both values of a conflict stand with who and when, and one press decides`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let binh = try TestLaptop(of: centre, "Trần Thị Bình", seed: 2)
    let code = try an.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(an.run("sync").code == .done && binh.run("sync").code == .done)
    _ = try an.save("household", "edit", code, "--name", "Hồ Văn Đức")
    _ = try binh.save("household", "edit", code, "--name", "Hồ Đức")
    for laptop in [an, binh, an] { #expect(laptop.run("sync").code == .done) }

    let desk = try TestDesk(an)
    #expect(try desk.get("/today").text.contains("href=\"/fix#conflicts\""))
    let page = try desk.get("/fix").text
    for part in [
      "Hồ Văn Đức", "Hồ Đức", "Nguyễn Văn An", "Trần Thị Bình", "18/11/2026", code,
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(page.contains(/Hồ (Văn )?Đức · household H-/))
    let hidden = try #require(page.range(of: "not shown")?.lowerBound)
    let form = try #require(
      page[hidden...].firstMatch(
        of:
          /name="row" value="([0-9]+)".*?name="decision" value="(#[0-9]+)".*?name="seen" value="([^"]+)"/
      ))
    let (path, after) = try desk.follow(
      "/fix/conflicts",
      [
        ("row", String(form.1)), ("decision", String(form.2)), ("field", "name"),
        ("seen", String(form.3)),
      ])
    #expect(path == "/fix" && after.text.contains("Chosen for \(code)"))
    #expect(!after.text.contains("id=\"conflicts\""))
    #expect(try desk.use { try $0.records.conflicts().isEmpty })
  }

  @Test func `a visit that the coordinator sends back waits here until it is mended`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let code = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    #expect(laptop.run("sync").code == .done)
    try centre.with { records in
      try records.sendBack(
        try records.locate(code).row, comment: "Ghi rõ đã làm gì", by: "chị Lan",
        clock: centre.machine.surroundings.clock())
    }
    let synced = laptop.run("sync")
    #expect((synced.output + synced.error).contains("Ghi rõ đã làm gì"))
    let desk = try TestDesk(laptop)
    #expect(try desk.get("/today").text.contains("href=\"/fix#sent-back\""))
    let page = try desk.get("/fix").text
    for part in ["Ghi rõ đã làm gì", "chị Lan", code, "waits for you", "Mend or explain"] {
      #expect(page.contains(part), "\(part)")
    }
    _ = try desk.change("/visits/\(code)", ["note": "Chỉ cách xem lịch hẹn"])
    let mended = try desk.get("/fix").text
    #expect(mended.contains("mended here") && !mended.contains("waits for you"))
    #expect(try !desk.get("/today").text.contains("/fix#sent-back"))
  }

  @Test func `a rejected visit is shown with who and why, is found by its code and written anew`()
    throws
  {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let code = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--note", "Bà ở nhà")
    #expect(laptop.run("sync").code == .done)
    centre.machine.pass(hours: 1)
    try centre.with { records in
      try records.rejectVisit(
        try records.locate(code).row, reason: "Không có hộ này", by: "chị Lan",
        clock: centre.machine.surroundings.clock())
    }
    #expect(laptop.run("sync").code == .done)
    let desk = try TestDesk(laptop)
    #expect(try desk.get("/fix").text.contains("href=\"/visits/\(code)\""))
    let page = try desk.get("/visits/\(code)").text
    for part in ["Không có hộ này", "chị Lan", "Bà ở nhà", "Write this visit anew"] {
      #expect(page.contains(part), "\(part)")
    }
    let (_, found) = try desk.follow("/find", [("query", code)])
    #expect(found.text.contains("href=\"/visits/\(code)\""))
    let (path, form) = try desk.follow("/visits/\(code)/anew", [])
    #expect(path.hasPrefix("/drafts/") && form.text.contains("Bà ở nhà"))
    // Pressed twice, it is the same form.
    #expect(try desk.follow("/visits/\(code)/anew", []).0 == path)
    let history = try desk.get("/visits/\(code)/history").text
    #expect(
      history.contains("Not accepted by the centre") && history.contains("chị Lan · the centre"))
    #expect(!history.contains("#1)") && !history.contains("upgrade"))
  }

  @Test func `a choice of a page that has not shown every value chooses nothing`() throws {
    let centre = try TestCentre()
    let an = try TestLaptop(of: centre, "Nguyễn Văn An", seed: 1)
    let others = try [2, 3].map { try TestLaptop(of: centre, "Trần Thị Bình", seed: $0) }
    let code = try an.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    for laptop in [an] + others { #expect(laptop.run("sync").code == .done) }
    _ = try an.save("household", "edit", code, "--name", "Hồ Văn Đức")
    _ = try others[0].save("household", "edit", code, "--name", "Hồ Đức")
    _ = try others[1].save("household", "edit", code, "--name", "Hồ Văn Đúc")
    for laptop in [an, others[0], an] { #expect(laptop.run("sync").code == .done) }
    let desk = try TestDesk(an)
    let page = try desk.get("/fix").text
    let form = try #require(
      page.firstMatch(
        of:
          /name="row" value="([0-9]+)".*?name="decision" value="(#[0-9]+)".*?name="seen" value="([^"]+)"/
      ))
    let choice = [
      ("row", String(form.1)), ("decision", String(form.2)), ("field", "name"),
      ("seen", String(form.3)),
    ]
    #expect(others[1].run("sync").code == .done)
    _ = try desk.use { real in
      try SyncRounds(real, over: try CentreClient(real.configuration)).run()
    }
    let (path, after) = try desk.follow("/fix/conflicts", choice)
    #expect(path == "/fix" && after.text.contains("Nothing was chosen"))
    #expect(after.text.contains("Hồ Văn Đúc"))
    #expect(try desk.use { try $0.records.conflicts().count } == 1)
  }

  @Test func `a doubtful date shows both times and is settled by one press`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let code = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    #expect(laptop.run("sync").code == .done)
    laptop.machine.setWall(daysOff: 1_700)
    laptop.machine.restart()
    let visit = try laptop.save(
      "visit", "add", "--household", code, "--outcome", "met", "--date", "15/07/2031")
    #expect(laptop.run("sync").code == .done)

    let desk = try TestDesk(laptop)
    #expect(try desk.get("/today").text.contains("href=\"/fix#dates\""))
    let page = try desk.get("/fix").text
    #expect(page.contains(visit) && page.contains("15/07/2031") && page.contains("18/11/2026"))
    let (_, after) = try desk.follow("/fix/dates/\(visit)/keep")
    #expect(after.text.contains("the day stands as it was"))
    #expect(try desk.use { try $0.records.dateDoubts().isEmpty })
  }

  @Test func `a rejection is read with its comment until somebody says so`() throws {
    let (centre, laptop) = try ReviewCommandTests().judgedNote()
    let clock = centre.machine.surroundings.clock()
    _ = try centre.with { records in
      try records.rule(
        on: try records.review(named: "1"), admits: false, edited: nil, by: "Lan",
        note: "đừng ghi số định danh", clock: clock, isDryRun: false)
    }
    #expect(laptop.run("sync").code == .done)

    let desk = try TestDesk(laptop)
    #expect(try desk.get("/today").text.contains("href=\"/fix#reviews\""))
    let page = try desk.get("/fix").text
    #expect(page.contains("Lan") && page.contains("đừng ghi số định danh"))
    #expect(page.contains("rejected"))
    let read = try #require(page.firstMatch(of: /action="(\/fix\/reviews\/[0-9]+\/read)"/)?.1)
    let (_, after) = try desk.follow(String(read))
    #expect(after.text.contains("is not shown again"))
    #expect(after.text.contains("Nothing to put right"))
    #expect(try !desk.get("/today").text.contains("/fix#reviews"))
  }
}
