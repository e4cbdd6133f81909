import FieldWork
import Replica
import SyncProtocol
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

  @Test func `of two sessions in real work the option says which one a visit belongs to`() throws {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    _ = laptop.run("sync")
    try #require(laptop.run("practice").code == .done)
    let (visit, played) = try typedAtSession(laptop)
    let sessions = try (1...2).map { _ in
      try laptop.save(
        "session", "add", "--kind", "saturday", "--date", "17/11/2026", "--place", "Xóm 1")
    }
    let shown = laptop.run("practice", "move", visit)
    #expect(shown.output.contains("\(played)  session  – undecided: --is \(played)=CODE or =none"))
    for session in sessions { #expect(shown.output.contains("    \(session)"), "\(shown.output)") }
    let refused = laptop.run("practice", "move", visit, "--apply", json: true)
    #expect(refused.code == .userError && refused.failure == "undecided")
    let json = laptop.run(
      "practice", "move", visit, "--is", "\(played.lowercased())=\(sessions[0])", json: true
    ).json
    #expect(json?["sessions"]?.arrayValue?.first?["decided"] == true)
    let moved = laptop.run(
      "practice", "move", visit, "--apply", "--is", "\(played)=\(sessions[0])", json: true)
    #expect(moved.code == .done, "\(moved.error)")
    let code = try #require(moved.json?["moved"]?.arrayValue?.first?.textValue)
    #expect(laptop.run("visit", "show", code).output.contains(sessions[0]))
  }

  /// The codes of a visit and of the session at which it is typed in practice.
  private func typedAtSession(_ laptop: TestLaptop) throws -> (visit: String, session: String) {
    try practising(laptop) { records, author, clock in
      let household = try records.addHousehold(
        HouseholdDraft(place: try records.reader.findPlace("Xóm 1").id, name: "Quàng Văn Dơ"),
        author: author, clock: clock)
      let session = try records.add(
        RecordForms.session,
        FormDraft(
          RecordForms.session, ["kind": "saturday", "date": "17/11/2026", "place": "Xóm 1"]),
        author: author, clock: clock)
      let visit = try records.addVisit(
        VisitDraft(
          household: household.id, date: "17/11/2026", outcome: "met", session: session.id),
        author: author, clock: clock)
      return (visit.codeText, session.codeText)
    }
  }

  /// The code of a visit that is typed in practice, to a household with a task.
  private func typed(_ laptop: TestLaptop) throws -> String {
    try practising(laptop) { records, author, clock in
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

  private func practising<Result>(
    _ laptop: TestLaptop, _ body: (FieldStore, RowID, ClockReading) throws -> Result
  ) throws -> Result {
    let real = try laptop.open()
    defer { real.store.close() }
    let practice = try PracticeHome(of: real.home).open(under: real, laptop.machine.surroundings)
    defer { practice.store.close() }
    return try practice.writing { records, clock in
      try body(records, records.reader.findMember("Trần Thị Bình").id, clock)
    }
  }
}
