import CommandLine
import FieldWork
import Testing

@testable import FieldAgent

/// What the centre keeps of procedures and services, looked up, recorded and shown on a laptop.
@Suite struct GuideCommandTests {
  private func taught() throws -> (TestCentre, TestLaptop) {
    let centre = try TestCentre()
    let clock = centre.machine.surroundings.clock()
    _ = try centre.with { records in
      func add(_ form: RecordForm, _ fields: [String: String]) throws {
        _ = try records.add(form, FormDraft(form, fields), author: nil, clock: clock)
      }
      try add(
        RecordForms.service,
        ["code": "tro-ly-ai", "name": "Trợ lý ảo", "name-en": "Virtual assistant"])
      try add(
        RecordForms.procedureVersion,
        [
          "code": "1.001193", "from": "01/01/2026", "unit": "17713", "local-limit": "3",
          "local-limit-unit": "hours", "source": "QĐ 7",
        ])
      try add(
        RecordForms.checklistItem,
        ["code": "1.001193", "position": "1", "text": "Giấy chứng sinh", "text-en": "Birth note"])
      try add(
        RecordForms.checklistItem,
        [
          "code": "1.001193", "position": "2", "text": "Giấy ủy quyền", "needed": "no",
        ])
    }
    return (centre, try TestLaptop(of: centre))
  }

  @Test func `the guide tells the commune's shorter limit and what to bring`() throws {
    let (_, laptop) = try taught()
    let shown = laptop.run("guide", "1.001193")
    #expect(shown.code == .done)
    for part in ["Own limit at ", "3 working hours (QĐ 7)", "– Birth note", "where it applies"] {
      #expect(shown.output.contains(part), "\(part) in \(shown.output)")
    }
    let json = laptop.run("guide", "1.001193", json: true).json
    let guide = try #require(json?["procedures"]?.arrayValue?.first)
    let offer = guide["offers"]?.arrayValue?.first
    #expect(offer?["unit"]?.textValue == "17713")
    #expect(offer?["local_limit"]?["source"]?.textValue == "QĐ 7")
    #expect(guide["checklist"]?.arrayValue?.map { $0["needed"] } == [.bool(true), .bool(false)])
    #expect(guide["checklist_written"]?.textValue == "2026-11-18")
    let elsewhere = laptop.run("guide", "1.001193", "--unit", "00004")
    #expect(elsewhere.code == .done && !elsewhere.output.contains("Own limit"))
    #expect(laptop.run("guide", "1.001193", "--unit", "99999").code == .userError)
    // Without a home the program's own data must do.
    let bare = laptop.run(["guide", "1.001193"], home: "\(laptop.folder.path)/none")
    #expect(bare.code == .done && bare.output.contains("Not on file"))
  }

  @Test func `a service that only the centre knows is found, recorded, named and counted`() throws {
    let (centre, laptop) = try taught()
    defer { withExtendedLifetime(centre) {} }
    #expect(laptop.run("guide", "tro", "ly").output.contains("tro-ly-ai"))
    #expect(laptop.run("guide", "tro-ly-ai").output.contains("Virtual assistant"))
    let household = try laptop.save("household", "add", "--place", "xom 1", "--name", "Đức")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    let assist = try laptop.save(
      "assist", "add", "--visit", visit, "--service", "tro-ly-ai", "--mode", "guided",
      "--outcome", "completed", "--evidence-kind", "spoken", "--evidence", "An")
    #expect(laptop.run("assist", "list").output.contains("Virtual assistant"))
    #expect(laptop.run("history", assist).output.contains("Virtual assistant"))
    let count = laptop.run("count", "--by", "service")
    #expect(count.output.contains("Virtual assistant"), "\(count.output)")
    #expect(laptop.run("count", "--service", "tro-ly-ai", json: true).code == .done)
    let sync = laptop.run("sync")
    #expect(sync.code == .done, "\(sync.output)\(sync.error)")
    #expect(laptop.run("review", "list", json: true).json?["total"]?.integerValue == 0)
    let desk = try TestDesk(laptop)
    #expect(try desk.get("/assists/\(assist)").text.contains("Virtual assistant"))
    #expect(try desk.get("/guide/tro-ly-ai").text.contains("Virtual assistant"))
    let page = try desk.get("/guide?query=assistant").text
    #expect(page.contains("href=\"/guide/tro-ly-ai\""))
  }
}
