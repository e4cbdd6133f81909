import FieldWork
import Testing

@testable import FieldAgent

/// A form that was refused is a page like any other: it can be gone back to, loaded anew and read in
/// another language, and nothing is sent by that.
@Suite struct RefusedFormTests {
  private let desk: TestDesk
  private let household: String
  private let draft: String

  init() throws {
    let laptop = try TestLaptop(of: TestCentre())
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ A")
    desk = try TestDesk(laptop)
    draft = try desk.follow("/households/\(household)/visits").path
  }

  private func refuse() throws -> TestDesk.Page {
    try desk.post(
      draft, [("seen", "1"), ("action", "save"), ("date", "hôm qua"), ("outcome", "")])
  }

  @Test func `a refused form leads back to itself, and tells why until it is mended`() throws {
    let refused = try refuse()
    #expect(refused.status == 422 && refused.text.contains("href=\"#date\""))
    #expect(refused.text.contains("href=\"#outcome\"") && refused.text.contains("hôm qua"))
    // By going back, by loading it anew: the same page, and nothing is sent for it.
    #expect(try desk.get(draft).text == refused.text)
    // The switch of the language leads to the form, which tells it in that language.
    #expect(refused.text.contains("name=\"back\" value=\"\(draft)\""))
    #expect(try desk.post("/language", [("language", "vi"), ("back", draft)]).location == draft)
    let inVietnamese = try desk.get(draft)
    #expect(inVietnamese.text.contains("Còn thiếu hoặc cần sửa"))
    // What is typed anew is not judged; what is not still is.
    _ = try desk.post("\(draft)/fields", [("seen", "9"), ("date", "18/11/2026")])
    let half = try desk.get(draft).text
    #expect(!half.contains("href=\"#date\">") && half.contains("href=\"#outcome\">"))
    _ = try desk.post("\(draft)/fields", [("seen", "9"), ("outcome", "met")])
    #expect(try !desk.get(draft).text.contains("id=\"problems\""))
  }

  @Test
  func `whoever goes back after a form was mended and saved finds the record, and no warning`()
    throws
  {
    _ = try refuse()
    let saved = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("date", "18/11/2026"), ("outcome", "met")])
    #expect(saved.path.hasPrefix("/visits/"))
    let back = try desk.get(draft)
    #expect(back.location == saved.path)
    #expect(try !desk.get(saved.path).text.contains("message warn"))
    // Where a tab shows the form still and sends it with something else, nobody else is blamed.
    let again = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("date", "18/11/2026"), ("note", "thêm")])
    #expect(again.path == saved.path && again.page.text.contains("“thêm”"))
    #expect(!again.page.text.contains("Another window"))
  }

  @Test func `a form that was put aside tells nothing of what was wrong before`() throws {
    _ = try refuse()
    _ = try desk.post(draft, [("seen", "9"), ("action", "later")])
    #expect(try !desk.get(draft).text.contains("id=\"problems\""))
  }

  @Test func `a personal id that was typed into a refused form is asked for again`() throws {
    let form = try desk.follow("/households/\(household)/residents").path
    let typed = [
      ("seen", "9"), ("action", "save"), ("full_name", ""), ("personal_id", "001080000001"),
    ]
    let refused = try desk.post(form, typed)
    #expect(
      refused.text.contains("type the number again") && !refused.text.contains("001080000001"))
    let unnumbered = try desk.post(form, [("seen", "9"), ("action", "save"), ("full_name", "")])
    #expect(unnumbered.status == 422 && !unnumbered.text.contains("type the number again"))
  }

  @Test func `a small form that was refused stays where it is in another language`() throws {
    let void = "/households/\(household)/void"
    let answer = try desk.sent(void, [("reason", " ")])
    let shown = try #require(answer.location?.split(separator: "#").first.map { String($0) })
    #expect(answer.status == 303 && shown.hasPrefix("\(void)?refused="))
    for _ in 0..<2 {
      let refused = try desk.get(shown)
      #expect(refused.status == 422 && refused.text.contains("aria-invalid"))
      #expect(refused.text.contains("name=\"back\" value=\"\(shown)\""))
    }
    // Whoever comes to the form anew is told nothing.
    #expect(try desk.get(void).status == 200)
  }

  @Test
  func `what cannot be read of a day with its time is told as it was typed, and how to write it`()
    throws
  {
    let visit = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("date", "18/11/2026"), ("outcome", "met")]
    ).path
    let (more, _) = try desk.follow("\(visit)/assists")
    let refused = try desk.post(
      more,
      [
        ("seen", "9"), ("action", "save"), ("assist-1-service", "1.001193"),
        ("assist-1-mode", "guided"), ("assist-1-outcome", "submitted"),
        ("assist-1-channel", "online"), ("assist-1-received", "31/02/2026 8h"),
      ])
    #expect(refused.text.contains("“31/02/2026 8h”: There is no such day"), "\(refused.text)")
    #expect(refused.text.contains("Type the day and then the time, like 18/11/2026 08:30"))
    // Of a number that may be somebody's id nothing is repeated.
    let number = try desk.post(
      more, [("seen", "9"), ("action", "save"), ("assist-1-received", "001080000001")])
    #expect(number.status == 422 && !number.text.contains("“001080000001”"))
    // An hour stands before its day as well, or alone on the day of the visit.
    for (typed, filed) in [("7:30", "18/11/2026 07:30"), ("7:15 17/11/2026", "17/11/2026 07:15")] {
      let (form, _) = try desk.follow("\(visit)/assists")
      _ = try desk.follow(
        form,
        [
          ("seen", "9"), ("action", "save"), ("assist-1-service", "1.001193"),
          ("assist-1-mode", "guided"), ("assist-1-outcome", "submitted"),
          ("assist-1-channel", "online"), ("assist-1-received", typed),
        ])
      let dossiers = try desk.use { try $0.records.reader.submissions() }
      #expect(dossiers.contains { $0.received.map(Format.dateTime) == filed }, "\(typed)")
    }
  }

  @Test func `evidence that is too long is told of once`() throws {
    _ = try desk.follow(draft, [("seen", "9"), ("action", "add-assist")])
    let refused = try desk.post(
      draft,
      [
        ("seen", "9"), ("action", "save"), ("date", "18/11/2026"), ("outcome", "met"),
        ("assist-1-service", "vneid"), ("assist-1-mode", "guided"),
        ("assist-1-outcome", "completed"), ("assist-1-evidence_kind", "dossier-code"),
        ("assist-1-evidence", String(repeating: "1", count: 41)),
      ])
    let told = refused.text.matches(of: /href="#assist-1-evidence">([^<]*)</).map { String($0.1) }
    #expect(told.count == 1 && told[0].contains("at most 40"), "\(told)")
  }

  @Test func `news that is voided without a reason leads back to its page, and is sent once`()
    throws
  {
    let visit = try desk.follow(
      draft, [("seen", "9"), ("action", "save"), ("date", "18/11/2026"), ("outcome", "met")]
    ).path
    let (more, _) = try desk.follow("\(visit)/assists")
    _ = try desk.follow(
      more,
      [
        ("seen", "9"), ("action", "save"), ("assist-1-service", "1.001193"),
        ("assist-1-mode", "guided"), ("assist-1-outcome", "submitted"),
        ("assist-1-channel", "online"), ("assist-1-dossier_code", "H40.1-1"),
      ])
    let dossier = try desk.use {
      "/submissions/\(try #require($0.records.reader.submissions().first).codeText)"
    }
    let news = try desk.follow("\(dossier)/events").path
    _ = try desk.follow(news, [("seen", "9"), ("action", "save"), ("status", "accepted")])
    let way = try #require(
      try desk.get(dossier).text.firstMatch(of: /href="(\/submissions\/[^"]+\/void)">Void…/)?.1)
    let void = String(way)
    let answer = try desk.sent(void, [("reason", " ")])
    let shown = try #require(answer.location?.split(separator: "#").first.map { String($0) })
    #expect(answer.status == 303 && shown.hasPrefix("\(void)?refused="))
    #expect(try desk.get(shown).status == 422 && desk.get(void).status == 200)
    for _ in 0..<2 {
      #expect(try desk.sent(void, [("reason", "nhầm hồ sơ")]).location == dossier)
    }
    #expect(try desk.get(dossier).text.contains("nhầm hồ sơ"))
  }

  @Test func `a line of paper that was refused stays on its page, and tells what is wrong by now`()
    throws
  {
    let number = try #require(
      desk.get("/sheets").text.firstMatch(of: /name="number" value="([0-9]+)"/)
    ).1
    _ = try desk.follow("/sheets", [("lines", "15"), ("number", String(number))])
    let sheet = try #require(
      try desk.use { try PrintoutBook($0.records).find(Int(number) ?? 0) })
    let lines = "/sheets/\(number)/lines"
    let line = [
      ("code", sheet.code(1).text), ("household", "Hộ A"), ("date", "17/11/2026"),
      ("start", "25h"), ("outcome", "met"), ("action", "save"),
    ]
    let answer = try desk.sent(lines, line)
    let shown = try #require(answer.location?.split(separator: "#").first.map { String($0) })
    #expect(answer.status == 303 && shown.hasPrefix("/sheets/\(number)?refused="))
    for _ in 0..<2 {
      let refused = try desk.get(shown)
      #expect(refused.status == 422 && refused.text.contains("value=\"25h\""))
      #expect(refused.text.contains("href=\"#start\""))
      #expect(refused.text.contains("name=\"back\" value=\"\(shown)\""))
    }
    #expect(try desk.use { try $0.records.reader.visits() }.isEmpty)
    // The line is entered from another tab meanwhile: the page says so when it is shown again.
    let right = line.map { ($0.0, $0.0 == "start" ? "08:30" : $0.1) }
    #expect(try desk.sent(lines, right).location == "/sheets/\(number)")
    #expect(try desk.get(shown).text.contains("is entered already"))
  }

  @Test func `a form about accounts that was refused leads back to its page`() throws {
    let answer = try desk.sent(
      AccountsPage.passwordPath,
      [("own", "sai rồi nhé"), ("password", "một câu khác"), ("again", "một câu khác")])
    let shown = try #require(answer.location?.split(separator: "#").first.map { String($0) })
    #expect(answer.status == 303 && shown.hasPrefix("\(AccountsPage.passwordPath)?refused="))
    let refused = try desk.get(shown)
    #expect(refused.status == 422 && refused.text.contains("The password is wrong"))
    let own = try desk.use { laptop in try #require(laptop.configuration.member).rawValue }
    let removed = try desk.sent("/accounts/\(own)/remove", [("own", "sai rồi nhé")])
    #expect(removed.status == 303)
  }

  @Test func `whoever goes back to the page that voided a record is led to that record`() throws {
    let void = "/households/\(household)/void"
    #expect(try desk.sent(void, [("reason", "ghi nhầm")]).location == "/households/\(household)")
    _ = try desk.get("/households/\(household)")
    let back = try desk.get(void)
    #expect(back.location == "/households/\(household)")
    let told = try desk.get("/households/\(household)").text
    #expect(told.contains("is voided already: ghi nhầm"))
    #expect(try desk.sent(void, [("reason", "lần nữa")]).location == "/households/\(household)")
    #expect(try !desk.get("/households/\(household)/history").text.contains("lần nữa"))
  }
}
