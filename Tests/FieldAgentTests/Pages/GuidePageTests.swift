import Documents
import FieldWork
import Testing

@testable import FieldAgent
@testable import Pages

@Suite struct GuidePageTests {
  /// A laptop of a centre that wrote down what to bring for registering a birth, with a visit that
  /// gave advice on it and filed another dossier.
  private func advised() throws -> (TestCentre, TestDesk, visit: String) {
    let centre = try TestCentre()
    let clock = centre.machine.surroundings.clock()
    _ = try centre.with { records in
      for (position, text, needed) in [("2", "Giấy chứng sinh", "yes"), ("1", "Tờ khai", "no")] {
        _ = try records.add(
          RecordForms.checklistItem,
          FormDraft(
            RecordForms.checklistItem,
            ["code": "1.001193", "position": position, "text": text, "needed": needed]),
          author: nil, clock: clock)
      }
      _ = try records.add(
        RecordForms.checklistItem,
        FormDraft(
          RecordForms.checklistItem,
          ["code": "1.001193", "text": "Giấy đã bỏ từ năm ngoái", "to": "31/12/2025"]),
        author: nil, clock: clock)
    }
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    let resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan", "--phone",
      "0912000111")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026",
      "--note", "chuyện riêng")
    _ = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.001193",
      "--mode", "guided", "--outcome", "advised")
    let filed = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.004222",
      "--mode", "guided", "--outcome", "submitted", "--evidence-kind", "dossier-code",
      "--evidence", "H40-7")
    _ = try laptop.save(
      "submission", "add", "--assist", filed, "--channel", "online", "--dossier", "H40-7",
      "--received", "17/11/2026 09:00")
    return (centre, try TestDesk(laptop), visit)
  }

  @Test func `procedures are found by words without marks, and their pages tell what is not known`()
    throws
  {
    let (_, desk, _) = try advised()
    let found = try desk.get("/guide?query=dang+ky+khai+sinh").text
    #expect(found.contains("href=\"/guide/1.001193\""))
    #expect(try desk.get("/guide?query=zzzz").text.contains("No procedure or service matches"))
    let birth = try desk.get("/guide/1.001193").text
    let first = try #require(birth.range(of: "Tờ khai"))
    let second = try #require(birth.range(of: "Giấy chứng sinh"))
    #expect(first.lowerBound < second.lowerBound && birth.contains("where it applies"))
    #expect(!birth.contains("Giấy đã bỏ từ năm ngoái"))
    #expect(birth.contains("Written by the centre on 18/11/2026"))
    #expect(birth.contains("As of ") && birth.contains("dichvucong.gov.vn"))
    let other = try desk.get("/guide/1.004222").text
    #expect(other.contains("Not on file: the centre has written no list"))
    #expect(try desk.get("/guide/9.999999").location == "/guide")
  }

  @Test func `facts of more than half a year are called old`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let desk = try TestDesk(laptop)
    #expect(try !desk.get("/guide/1.004222").text.contains("that is old"))
    laptop.machine.pass(hours: 24 * 300)
    let again = try TestDesk(laptop, isNew: false)
    #expect(try again.get("/guide/1.004222").text.contains("that is old"))
  }

  @Test func `a slip says what to bring and the dossier's code, and nothing about the person`()
    throws
  {
    let (_, desk, visit) = try advised()
    #expect(try desk.get("/visits/\(visit)").text.contains("/visits/\(visit)/slip"))
    let page = try desk.get("/visits/\(visit)/slip?words=en").text
    let slip = try #require(page.firstMatch(of: /<article class="slip" .*<\/article>/)?.0)
    for part in ["H40-7", "Tờ khai", "17/11/2026", visit] {
      #expect(slip.contains(part), "\(part)")
    }
    // The dossier that was filed by its code alone, the one that was advised by its public page.
    #expect(slip.contains("aria-label=\"QR code of the dossier&#39;s code\""))
    let address = try #require(Procedures.procedure(code: "1.001193")?.sourceURL)
    #expect(slip.contains("National Public Service Portal: \(address)"))
    for text in ["H40-7", address] {
      let path = QRCodeFigure.path(of: try QRCode(text))
      #expect(slip.contains("d=\"\(path)\""), "\(text)")
    }
    #expect(slip.split(separator: "<svg ").count == 3)
    // The one telephone on it is that of the team's leader, by the roster.
    let told = slip.split(separator: "0912345678")
    #expect(told.count == 2)
    for secret in ["Lan", "Đức", "0912", "chuyện riêng", "R-", "H-"] {
      #expect(!told.contains { $0.contains(secret) }, "\(secret)")
    }
  }
  @Test func `a day that only the limit gives is called expected, a promised one is not`() throws {
    let (_, desk, visit) = try advised()
    #expect(try desk.get("/visits/\(visit)/slip?words=en").text.contains("Expected by"))
    let code = try desk.use { laptop in
      try laptop.records.reader.submissions(page: .all).first?.codeText
    }
    _ = try desk.change(
      "/submissions/\(try #require(code))", ["appointment_minute": "05/12/2026 08:15"])
    let slip = try desk.get("/visits/\(visit)/slip?words=en").text
    #expect(slip.contains("05/12/2026 08:15") && !slip.contains("Expected by"))
  }
}
