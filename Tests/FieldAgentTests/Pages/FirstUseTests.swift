import FieldWork
import Testing

@testable import FieldAgent

/// What somebody who is new to the pages trips over first.
@Suite struct FirstUseTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let household: String

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Vì Văn Đức")
  }

  private func visit() throws -> String {
    try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
  }

  /// Adds an assist to a visit.
  @discardableResult private func assist(_ visit: String, _ service: String) throws -> String {
    try laptop.save(
      "assist", "add", "--visit", visit, "--service", service, "--mode", "guided", "--outcome",
      "advised")
  }

  @Test func `who lives there is listed head first, then as they were entered`() throws {
    let names = ["Vì Thị Yên", "Lò Thị Ánh", "VÌ VĂN ĐỨC", "Vì Văn Bình"]
    for name in names {
      _ = try laptop.save("resident", "add", "--household", household, "--name", name)
    }
    let wanted = ["VÌ VĂN ĐỨC", "Vì Thị Yên", "Lò Thị Ánh", "Vì Văn Bình"]
    let shown = try #require(laptop.run("household", "show", household, json: true).json)
    #expect(shown["residents"]?.arrayValue?.map { $0["full_name"]?.textValue } == wanted)
    let desk = try TestDesk(laptop)
    let page = try desk.get("/households/\(household)").text
    func places(_ text: String, _ mark: (String) -> String) -> [String.Index?] {
      wanted.map { text.range(of: mark($0))?.lowerBound }
    }
    let onPage = places(page) { ">\($0)</a>" }.compactMap(\.self)
    #expect(onPage.count == 4 && onPage == onPage.sorted())
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    let form = try desk.follow(draft, [("seen", "99"), ("action", "add-assist")]).page.text
    let inForm = places(form) { ">\($0)</option>" }.compactMap(\.self)
    #expect(inForm.count == 4 && inForm == inForm.sorted())
  }

  @Test func `assists stand as they were entered, are numbered on, and can be changed from there`()
    throws
  {
    let visit = try visit()
    let codes = try ["vneid", "portal-account"].map { try assist(visit, $0) }
    let desk = try TestDesk(laptop)
    let page = try desk.get("/visits/\(visit)").text
    let places = codes.map { page.range(of: $0)?.lowerBound }.compactMap(\.self)
    #expect(places.count == 2 && places == places.sorted())
    for code in codes {
      #expect(
        page.contains("<a href=\"/assists/\(code)\" class=\"button quiet nowrap\">See, change"))
    }
    let (draft, form) = try desk.follow("/visits/\(visit)/assists")
    #expect(form.text.contains("<legend>Assist 3</legend>"))
    #expect(!form.text.contains("<legend>Assist 1</legend>"))
    let problems = try desk.post(draft, [("seen", "9"), ("action", "save")]).text
    #expect(problems.contains("Assist 3") && !problems.contains("Assist 1,"))
  }

  @Test func `the code of a record about nobody leads to it`() throws {
    let code = try laptop.save(
      "session", "add", "--kind", "saturday", "--date", "17/11/2026", "--place", "Xóm 1")
    let desk = try TestDesk(laptop)
    _ = try desk.post("/find", [("query", code.lowercased())])
    let page = try desk.get("/find?results=1").text
    #expect(page.contains("href=\"/sessions/\(code)\"") && page.contains("This code names: "))
    _ = try desk.post("/find", [("query", String(code.dropLast(3)))])
    #expect(try !desk.get("/find?results=1").text.contains("This code names: "))
  }

  @Test func `a voided visit offers no slip and gives none out`() throws {
    let visit = try visit()
    let assist = try assist(visit, "vneid")
    let desk = try TestDesk(laptop)
    for path in ["/visits/\(visit)", "/assists/\(assist)"] {
      #expect(try desk.get(path).text.contains("\(path)/slip\""), "\(path)")
    }
    _ = try desk.follow("/visits/\(visit)/void", [("reason", "nhầm hộ")])
    for path in ["/visits/\(visit)", "/assists/\(assist)"] {
      #expect(try !desk.get(path).text.contains("/slip\""), "\(path)")
      let slip = try desk.get("\(path)/slip")
      #expect(slip.status != 200 && !slip.text.contains("class=\"slip\""))
      #expect(slip.text.contains("voided"), "\(slip.text)")
    }
  }

  @Test func `a slip names the team and the commune`() throws {
    let visit = try visit()
    let page = try TestDesk(laptop).get("/visits/\(visit)/slip?words=en").text
    let slip = try #require(page.firstMatch(of: /<article class="slip" .*<\/article>/)?.0)
    let words = slip.replacing(/<[^>]*>/, with: "")
    #expect(
      words.contains("Community digital team · Tổ Xóm 1 · Xã Đại Đồng · 17/11/2026"), "\(slip)")
  }

  @Test func `what is to be known of a saved record stands outside the green box`() throws {
    let desk = try TestDesk(laptop)
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    let saved = try desk.follow(
      draft,
      [
        ("seen", "99"), ("action", "save-yes-date-question-2026-12-31"), ("outcome", "met"),
        ("date", "31/12/2026"),
      ]
    ).page.text
    let notice = try #require(saved.components(separatedBy: "id=\"notice\"").last)
    let good = try #require(notice.range(of: "class=\"message good\""))
    let warn = try #require(notice.range(of: "class=\"message warn\""))
    let words = try #require(notice.range(of: "lies in the future"))
    #expect(good.lowerBound < warn.lowerBound && warn.lowerBound < words.lowerBound)
    // Without anything to know there is no second box.
    _ = try desk.follow("/households/\(household)/void", [("reason", "nhầm")])
    #expect(
      try !desk.follow("/households/\(household)/restore", []).page.text.contains("message warn"))
  }

  @Test func `of a list something is to be chosen, of a line to be typed`() throws {
    let desk = try TestDesk(laptop)
    _ = try desk.post("/language", [("language", "vi"), ("back", "/")])
    let (draft, _) = try desk.follow("/households/\(household)/visits")
    _ = try desk.post(draft, [("seen", "99"), ("action", "add-assist")])
    let asked = try desk.post(draft, [("seen", "99"), ("action", "save"), ("date", " ")]).text
    #expect(asked.contains("Kết quả: cần chọn."), "\(asked)")
    #expect(asked.contains("Ngày: cần nhập."))
  }

  @Test func `help and the procedure beside it are told apart where both are offered`() throws {
    let desk = try TestDesk(laptop)
    let both = try desk.get("/guide/proposals?box=procedure&query=dinh+danh+dien+tu").text
    #expect(both.contains("VNeID level 2 activation · help, without a dossier"), "\(both)")
    #expect(both.contains(" · procedure, with a dossier"))
    let alone = try desk.get(
      "/guide/proposals?box=procedure&kind=procedure&query=dinh+danh+dien+tu"
    ).text
    #expect(!alone.contains("without a dossier") && !alone.contains("with a dossier"))
  }

  @Test func `what was handed over says with what somebody was helped`() throws {
    try assist(try visit(), "vneid")
    let page = try TestDesk(laptop).get("/send").text
    let here = try #require(page.components(separatedBy: "id=\"here\"").last)
    #expect(here.contains("VNeID level 2 activation"), "\(here)")
  }

  @Test func `a dossier's way of filing has one name`() throws {
    let resident = try laptop.save("resident", "add", "--household", household, "--name", "Lan")
    let code = try laptop.save(
      "submission", "add", "--resident", resident, "--procedure", "1.004222", "--channel",
      "online", "--received", "17/11/2026")
    #expect(laptop.run("submission", "show", code).output.contains("How it was filed: "))
    let desk = try TestDesk(laptop)
    #expect(try desk.get("/submissions/\(code)").text.contains("<dt>How it was filed</dt>"))
    #expect(try desk.follow("/submissions/\(code)/edit").page.text.contains("How it was filed"))
  }
}
