import FieldWork
import Testing

@testable import FieldAgent

@Suite struct DossierPageTests {
  /// A laptop with a dossier that is long overdue and one that is not, and their codes.
  private func filed() throws -> (TestCentre, TestDesk, overdue: String, fresh: String) {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan")
    let fresh = try laptop.save(
      "submission", "add", "--resident", resident, "--procedure", "1.004222", "--channel",
      "online", "--received", "17/11/2026 09:00", "--dossier", "B-1")
    let overdue = try laptop.save(
      "submission", "add", "--resident", resident, "--procedure", "1.004222", "--channel",
      "online", "--received", "01/09/2026 09:00", "--dossier", "A-1")
    return (centre, try TestDesk(laptop), overdue, fresh)
  }

  @Test func `waiting dossiers stand overdue first, with the words of their deadlines`() throws {
    let (_, desk, overdue, fresh) = try filed()
    let page = try desk.get("/waiting").text
    #expect(page.contains("2 dossiers wait, 1 overdue."))
    let first = try #require(page.range(of: overdue)), second = try #require(page.range(of: fresh))
    #expect(first.lowerBound < second.lowerBound)
    #expect(page.contains("row-attention") && page.contains("overdue by"))
    #expect(try desk.get("/today").text.contains("href=\"/waiting\""))
  }

  @Test func `a result that was heard ends the waiting, and pressing twice records it once`() throws
  {
    let (_, desk, overdue, _) = try filed()
    let (draft, form) = try desk.follow("/submissions/\(overdue)/events")
    #expect(form.text.contains("result returned"))
    let fields = [("status", "result-returned"), ("note", "nhận ở bưu điện"), ("action", "save")]
    let (path, page) = try desk.follow(draft, fields)
    #expect(path == "/submissions/\(overdue)" && page.text.contains("nhận ở bưu điện"))
    #expect(try desk.post(draft, fields).location == path)
    let events = try desk.use { laptop in
      let reader = laptop.records.reader
      return try reader.events(of: reader.resolveOne(overdue, as: .submission)).count
    }
    #expect(events == 1)
    #expect(try desk.get("/waiting").text.contains("1 dossier waits, 0 overdue."))
    #expect(try desk.get("/waiting?show=all").text.contains(overdue))
  }

  @Test func `a voided dossier is marked on the pages of its visit and of its assist`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let assist = try laptop.save(
      "assist", "add", "--visit", visit, "--service", "1.004222", "--mode", "guided", "--outcome",
      "submitted")
    let dossiers = try ["B-1", "B-2"].map { code in
      try laptop.save(
        "submission", "add", "--assist", assist, "--channel", "online", "--dossier", code)
    }
    let desk = try TestDesk(laptop)
    let (kept, voided) = (dossiers[0], dossiers[1])
    /// What stands behind the link of a dossier, up to whatever is linked next.
    func behind(_ code: String, on path: String) throws -> String {
      let text = try desk.get(path).text
      let link = try #require(text.range(of: ">\(code)</a>"), "\(path)")
      return String(text[link.upperBound...].prefix(600)).components(separatedBy: "</li>")[0]
        .components(separatedBy: "</td>")[0].components(separatedBy: "<a ")[0]
    }
    for path in ["/visits/\(visit)", "/assists/\(assist)"] {
      #expect(try !behind(voided, on: path).contains("voided"), "\(path)")
    }
    _ = try desk.post("/submissions/\(voided)/void", [("reason", "ghi hai lần")])
    for path in ["/visits/\(visit)", "/assists/\(assist)"] {
      #expect(try behind(voided, on: path).contains("<span>voided</span>"), "\(path)")
      #expect(try !behind(kept, on: path).contains("voided"), "\(path)")
    }
  }

  @Test func `what was recorded of a dossier by mistake is voided with a reason, once`() throws {
    let (_, desk, overdue, fresh) = try filed()
    let (draft, _) = try desk.follow("/submissions/\(overdue)/events")
    let (dossier, page) = try desk.follow(draft, [("status", "done"), ("action", "save")])
    let way = try #require(page.text.firstMatch(of: /href="(\/submissions\/[^"]+\/void)">Void…/)?.1)
    let path = String(way)
    #expect(path.contains("/events/"))
    #expect(try desk.get(path).text.contains("It is not lost"))
    let asked = try desk.post(path, [("reason", " ")])
    #expect(asked.status == 422 && asked.text.contains("aria-invalid"))
    #expect(try !desk.get("/waiting").text.contains(overdue))
    let (to, after) = try desk.follow(path, [("reason", "nhầm hồ sơ")])
    #expect(to == dossier && after.text.contains("voided: nhầm hồ sơ"))
    #expect(!after.text.contains(path))
    #expect(try desk.get("/waiting").text.contains(overdue))
    let before = try desk.use { try $0.store.handOverStatus().written }
    let (_, again) = try desk.follow(path, [("reason", "lần nữa")])
    #expect(again.text.contains("This is voided already: nhầm hồ sơ."))
    #expect(try desk.use { try $0.store.handOverStatus().written } == before)
    // Of another dossier it is not to be had.
    let foreign = path.replacing(overdue, with: fresh)
    #expect(try desk.post(foreign, [("reason", "x")]).status == 404)
  }

  @Test func `what cannot follow is told at its field and the draft is kept`() throws {
    let (_, desk, overdue, _) = try filed()
    let (first, _) = try desk.follow("/submissions/\(overdue)/events")
    _ = try desk.post(
      first, [("status", "refused"), ("occurred", "01/10/2026"), ("action", "save")])
    let (second, _) = try desk.follow("/submissions/\(overdue)/events")
    let refused = try desk.post(
      second,
      [
        ("status", "processing"), ("occurred", "02/10/2026"), ("note", "còn đây"),
        ("action", "save"),
      ])
    #expect(refused.status == 422 && refused.text.contains("href=\"#status\""))
    #expect(try desk.get(second).text.contains("còn đây"))
    let event = try #require(
      refused.text.firstMatch(of: /<option value="([0-9]+)">[^<]*refused/)?.1)
    let mended = try desk.post(
      second, [("seen", "99"), ("supersedes", String(event)), ("action", "save")])
    #expect(mended.status == 303)
    #expect(try desk.get("/waiting").text.contains("2 dossiers wait"))
  }

  @Test func `a dossier filed at a visit without a time of day has no hour on any page`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    _ = try laptop.save("resident", "add", "--household", household, "--name", "Hồ Thị Lan")
    let desk = try TestDesk(laptop)
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    _ = try desk.post(draft, [("seen", "99"), ("action", "add-assist")])
    let block = [
      ("service", "1.004222"), ("mode", "guided"), ("outcome", "submitted"),
      ("channel", "online"), ("dossier_code", "H40.1-261118-0001"),
    ].map { ("assist-1-\($0.0)", $0.1) }
    let saved = try desk.post(
      draft,
      [
        ("seen", "99"), ("action", "save"), ("outcome", "met"), ("date", "17/11/2026"),
        ("start", ""),
      ]
        + block)
    #expect(saved.location?.hasPrefix("/visits/V-") == true, "\(saved.text)")
    let code = try desk.use { try #require(try $0.records.reader.submissions().first).codeText }
    let page = try desk.get("/submissions/\(code)").text
    #expect(page.contains("17/11/2026 (hour not known, counted from the start of the day)"))
    #expect(!page.contains("17/11/2026 0"), "\(page)")
    let (_, form) = try desk.follow("/submissions/\(code)/edit")
    #expect(TestDesk.fields(of: form).contains { $0 == ("received_minute", "17/11/2026") })
    let (event, _) = try desk.follow("/submissions/\(code)/events")
    let told = try desk.follow(
      event, [("status", "accepted"), ("occurred", "17/11/2026"), ("action", "save")]
    ).page.text
    #expect(told.contains("accepted") && !told.contains("17/11/2026 0"), "\(told)")
  }

  @Test func `a voided dossier says so in the place of its deadline`() throws {
    let (_, desk, overdue, _) = try filed()
    let path = "/submissions/\(overdue)"
    #expect(try desk.get(path).text.contains("overdue by"))
    let page = try desk.follow("\(path)/void", [("reason", "nhầm người")]).page.text
    #expect(page.contains("<span>voided</span>") && !page.contains("overdue by"))
  }

  @Test func `a dossier of the wrong person is given to the right one`() throws {
    let (_, desk, overdue, _) = try filed()
    let right = try desk.use { laptop in
      let reader = laptop.records.reader
      let household = try #require(try reader.households(page: .all).first).id
      return try laptop.writing { records, clock in
        try records.addResident(
          ResidentDraft(household: household, fullName: "Hồ Văn Bình"), author: nil, clock: clock)
      }.id
    }
    let (draft, form) = try desk.follow("/submissions/\(overdue)/edit")
    #expect(form.text.contains("<option value=\"\(right.rawValue)\""))
    let page = try desk.follow(
      draft, [("seen", "9"), ("resident", String(right.rawValue)), ("action", "save")]
    )
    .page
    #expect(page.text.contains("Hồ Văn Bình") && !page.text.contains("Hồ Thị Lan"))
  }

  @Test func `news of a day to come is asked about before it is taken`() throws {
    let (_, desk, overdue, _) = try filed()
    let (draft, _) = try desk.follow("/submissions/\(overdue)/events")
    let fields = [("status", "done"), ("occurred", "18/11/2036"), ("seen", "99")]
    let asked = try desk.post(draft, fields + [("action", "save")])
    #expect(asked.status == 422 && asked.text.contains("18/11/2036 lies ahead"))
    let answer = try #require(
      asked.text.firstMatch(of: /value="(save-yes-moment-question-[-:T0-9,]+)"/).map {
        String($0.1)
      })
    #expect(try desk.post(draft, fields + [("action", answer)]).status == 303)
  }

  @Test func `what is due today is told, and a day that was counted is nobody's promise`() throws {
    let (_, desk, _, fresh) = try filed()
    let (draft, form) = try desk.follow("/submissions/\(fresh)/edit")
    let fields = TestDesk.fields(of: form)
    #expect(fields.contains { $0 == ("appointment_minute", "") }, "\(fields)")
    let promised = fields.map {
      ($0.0, $0.0 == "appointment_minute" ? "18/11/2026 16:30" : $0.1)
    }
    _ = try desk.follow(draft, promised + [("seen", "9"), ("action", "save")])
    for page in ["/today", "/waiting"] {
      #expect(
        try desk.get(page).text.contains("2 dossiers wait, 1 due today, 1 overdue."), "\(page)")
    }
    // What stands on the paper is shown where it is changed.
    let (_, again) = try desk.follow("/submissions/\(fresh)/edit")
    let standing = TestDesk.fields(of: again)
    #expect(standing.contains { $0 == ("appointment_minute", "18/11/2026 16:30") })
  }
}
