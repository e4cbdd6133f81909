import FieldWork
import Testing

@testable import FieldAgent

/// `practice move`, which shows first what goes.
@Suite struct PracticeMoveCommandTests {
  @Test func `what else was recorded of whoever goes is counted before anything is moved`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    _ = laptop.run("sync")
    try #require(laptop.run("practice").code == .done)
    let visit = try typed(laptop)
    let shown = laptop.run("practice", "move", visit)
    #expect(shown.code == .needsAttention)
    #expect(
      shown.output.contains(
        "Would move 1 visit, 0 assists, 0 dossiers and 1 other record about them, with the "
          + "households and residents of these visits."), "\(shown.output)")
    #expect(shown.output.contains("Sessions and who was there stay"))
    let json = laptop.run("practice", "move", visit, json: true).json
    #expect(json?["records"]?.arrayValue?.count == 1)
    let moved = laptop.run("practice", "move", visit, "--apply")
    #expect(moved.code == .done, "\(moved.error)")
    #expect(laptop.run("task", "list").output.contains("mang sổ đến"))
  }

  /// The code of a visit that is typed in practice, to a household with a task.
  private func typed(_ laptop: TestLaptop) throws -> String {
    let real = try laptop.open()
    defer { real.store.close() }
    let practice = try PracticeHome(of: real.home).open(under: real, laptop.machine.surroundings)
    defer { practice.store.close() }
    return try practice.writing { records, clock in
      let author = try records.reader.findMember("Trần Thị Bình").id
      let household = try records.addHousehold(
        HouseholdDraft(place: try records.reader.findPlace("Xóm 1").id, name: "Quàng Văn Dơ"),
        author: author, clock: clock)
      _ = try records.add(
        RecordForms.task,
        FormDraft(
          RecordForms.task, ["household": household.codeText, "title": "mang sổ đến"]),
        author: author, clock: clock)
      return try records.addVisit(
        VisitDraft(household: household.id, date: "17/11/2026", outcome: "met"), author: author,
        clock: clock
      ).codeText
    }
  }
}
