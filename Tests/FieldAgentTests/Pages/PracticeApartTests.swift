import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// What keeps practice and real work apart where they touch: codes, paper, words, erasures, and all
/// that is known of whoever is moved.
@Suite struct PracticeApartTests {
  let centre: TestCentre
  let laptop: TestLaptop
  let desk: TestDesk

  init() throws {
    centre = try TestCentre()
    laptop = try TestLaptop(of: centre)
    _ = laptop.run("sync")
    desk = try TestDesk(laptop)
    _ = try desk.post("/more/practice/start")
    _ = try desk.get("/practice/today")
  }

  private func sync() throws {
    _ = try desk.use { real in
      try SyncRounds(real, over: try CentreClient(real.configuration)).run()
    }
  }

  /// Adds records about a visit that was typed in practice.
  private func add(
    _ practice: Laptop, _ records: [(RecordForm, [String: String])]
  ) throws {
    let member = try practice.records.reader.findMember("Trần Thị Bình").id
    for (form, texts) in records {
      _ = try practice.writing { store, clock in
        try store.add(form, FormDraft(form, texts), author: member, clock: clock)
      }
    }
  }

  @Test func `no code that is made up is the code of a real record`() throws {
    // A real centre writes households too, such as those of a list that it took in.
    try centre.with { records in
      let hamlet = try records.reader.findPlace("Xóm 1")
      for number in 1...8 {
        _ = try records.addHousehold(
          HouseholdDraft(place: hamlet.id, name: "Hộ \(number)", address: "Số \(number)"),
          author: nil, clock: centre.machine.surroundings.clock())
      }
    }
    try sync()
    let (made, real) = try desk.practise { practice, real in
      func codes(_ laptop: Laptop) throws -> Set<String> {
        Set(try laptop.records.reader.households(page: .all).map(\.codeText))
      }
      return (try codes(practice), try codes(real))
    }
    #expect(real.count == 8 && (1...8).contains(made.count))
    #expect(made.isDisjoint(with: real), "\(made.intersection(real))")
  }

  @Test func `paper of practice is not entered into real work, and real paper not in practice`()
    throws
  {
    func printed(_ root: String) throws -> Printout {
      let page = try desk.get("\(root)/sheets").text
      let number = String(try #require(page.firstMatch(of: /name="number" value="([0-9]+)"/)?.1))
      _ = try desk.post("\(root)/sheets", [("lines", "15"), ("number", number)])
      return try desk.practise { practice, real in
        let book = PrintoutBook(root.isEmpty ? real.records : practice.records)
        return try #require(try book.find(Int(number) ?? 0))
      }
    }
    let (real, played) = (try printed(""), try printed("/practice"))
    #expect(real.number == 1 && played.number == 900_001)
    func enter(_ code: String, on path: String) throws -> TestDesk.Page {
      try desk.post(
        "\(path)/lines",
        [
          ("code", code), ("household", "x"), ("date", "16/11/2026"), ("outcome", "met"),
          ("action", "save"),
        ])
    }
    let wrong = try enter(played.code(3).text, on: "/sheets/1")
    #expect(wrong.status == 422 && wrong.text.contains("printed in practice"))
    let lost = try enter(real.code(3).text, on: "/practice/sheets/900001")
    #expect(lost.status == 422 && lost.text.contains("This sheet is of real work"))
    #expect(try desk.get("/sheets/900001").location == "/sheets")
    // Each is known where it belongs.
    let own = try enter(played.code(3).text, on: "/practice/sheets/900001")
    #expect(!own.text.contains("href=\"#code\""))
  }

  @Test func `nothing that is saved in practice is said to wait for the centre`() throws {
    let household = try desk.practise { practice, _ in
      try #require(try practice.records.reader.households(page: .all).first).codeText
    }
    func save(_ root: String, _ household: String) throws -> [String] {
      let (draft, _) = try desk.follow("\(root)/households/\(household)/visits")
      let saved = try desk.follow(
        draft, [("seen", "9"), ("action", "save"), ("outcome", "met"), ("date", "17/11/2026")])
      let edit = try desk.follow("\(saved.path)/edit")
      let changed = try desk.follow(
        edit.path,
        TestDesk.fields(of: edit.page).map { ($0.0, $0.0 == "minutes" ? "45" : $0.1) }
          + [("seen", "1"), ("action", "save")])
      return [saved.page.text, changed.page.text]
    }
    for page in try save("/practice", household) {
      #expect(page.contains("never handed over.") && !page.contains("not sent to the centre"))
    }
    let real = try desk.use { laptop in
      try laptop.writing { records, clock in
        try records.addHousehold(
          HouseholdDraft(place: try records.reader.findPlace("Xóm 1").id, name: "Thật"),
          author: nil, clock: clock)
      }.codeText
    }
    for page in try save("", real) { #expect(page.contains("It is not sent to the centre yet.")) }
  }

  @Test func `all that is known of whoever is moved goes along, once`() throws {
    let typed = try PracticeMoveTests.typeVisit(desk)
    try desk.practise { practice, _ in
      let dossier = try #require(try practice.records.reader.submissions(page: .all).first).codeText
      try add(
        practice,
        [
          (
            RecordForms.consent,
            [
              "resident": typed.residentCode, "purpose": "keep-details", "given": "refused",
              "mode": "spoken", "wording": "v1", "date": "17/11/2026",
            ]
          ),
          (
            RecordForms.observation,
            [
              "household": typed.householdCode, "kind": "connectivity", "level": "3",
              "date": "17/11/2026",
            ]
          ),
          (
            RecordForms.feedback,
            [
              "submission": dossier, "rating": "5", "text": "vui vẻ", "channel": "spoken",
              "date": "17/11/2026",
            ]
          ),
          (RecordForms.task, ["title": "\(typed.householdCode): mang sổ đến"]),
          (RecordForms.task, ["title": "của ai đó khác"]),
          (RecordForms.session, ["kind": "saturday", "date": "18/11/2026", "place": "Xóm 1"]),
        ])
    }
    let review = try desk.get("/more/practice/move/review?visit=\(typed.code)").text
    for word in ["Consent: ", "Observation: ", "Feedback: ", "mang sổ đến"] {
      #expect(review.contains(word), "\(word)")
    }
    #expect(!review.contains("của ai đó khác"))
    #expect(try desk.post("/more/practice/move", [("visit", typed.code)]).status == 303)
    func moved(_ form: RecordForm) throws -> [FormRecord] {
      try desk.use { try $0.records.reader.formRecords(form, FormFilter(), page: .all) }
    }
    let (resident, household) = try desk.use { real in
      let household = try #require(try real.records.reader.households(page: .all).first)
      let resident = try #require(try real.records.reader.residents(household: household.id).first)
      return (resident, household)
    }
    let consent = try #require(try moved(RecordForms.consent).first)
    #expect(consent[ConsentTable.resident]?.value?.integer == resident.id.rawValue)
    #expect(consent[ConsentTable.note]?.value?.text?.contains("moved from practice") == true)
    let observation = try #require(try moved(RecordForms.observation).first)
    #expect(observation[ObservationTable.household]?.value?.integer == household.id.rawValue)
    #expect(try moved(RecordForms.feedback).count == 1)
    let tasks = try moved(RecordForms.task)
    #expect(
      tasks.map { $0[TaskTable.title]?.value?.text } == ["\(household.codeText): mang sổ đến"])
    #expect(try moved(RecordForms.session).isEmpty)
    // Sent twice, nothing goes twice; and the centre takes all of it.
    _ = try desk.post("/more/practice/move", [("visit", typed.code)])
    #expect(try moved(RecordForms.consent).count == 1 && moved(RecordForms.task).count == 1)
    try sync()
    #expect(try desk.use { try $0.store.ownReviews(openOnly: true).count } == 0)
  }

  /// Types a session and a visit at it in practice; the codes of the visit and session.
  private func visitAtSession() throws -> (visit: String, session: String) {
    try desk.practise { practice, _ in
      try practice.writing { records, clock in
        let author = try records.reader.findMember("Trần Thị Bình").id
        let session = try records.add(
          RecordForms.session,
          FormDraft(
            RecordForms.session,
            ["kind": "saturday", "date": "18/11/2026", "place": "Xóm 1"]), author: author,
          clock: clock)
        let household = try records.addHousehold(
          HouseholdDraft(place: try records.reader.findPlace("Xóm 1").id, name: "Quàng Văn Dơ"),
          author: author, clock: clock)
        let visit = try records.addVisit(
          VisitDraft(
            household: household.id, date: "18/11/2026", outcome: "met", session: session.id),
          author: author, clock: clock)
        return (visit.codeText, session.codeText)
      }
    }
  }

  @Test func `a visit keeps its session where real work has it, and it is told where not`() throws {
    let visit = try visitAtSession().visit
    let path = "/more/practice/move/review?visit=\(visit)"
    let lost = try desk.get(path).text
    #expect(lost.contains("1 visit or dossier of a session that real work does not have"))
    // The command says what the page says.
    try desk.practise { practice, real in
      let move = try PracticeMove(from: practice, to: real)
      let row = try practice.records.reader.resolveOne(visit, as: .visit)
      let plan = try move.plan([row])
      #expect(plan.losingSession == 1 && lost.contains(plan.words.english))
    }
    // One of another day is none.
    let session = try recordSessions(on: ["17/11/2026", "18/11/2026"])[1].id
    #expect(try desk.get(path).text.contains("Visits at a session stay with it"))
    #expect(try desk.post("/more/practice/move", [("visit", visit)]).status == 303)
    let moved = try desk.use { try #require(try $0.records.reader.visits().first).session }
    #expect(moved == session)
  }

  /// Records sessions in the real store.
  private func recordSessions(on days: [String]) throws -> [SavedRecord] {
    try desk.use { real in
      try real.writing { records, clock in
        let author = try records.reader.findMember("Trần Thị Bình").id
        return try days.map { day in
          try records.add(
            RecordForms.session,
            FormDraft(
              RecordForms.session, ["kind": "saturday", "date": day, "place": "Xóm 1"]),
            author: author, clock: clock)
        }
      }
    }
  }

  @Test func `where real work has two sessions like it, somebody chooses which one it was`() throws
  {
    let (visit, played) = try visitAtSession()
    let sessions = try recordSessions(on: ["18/11/2026", "18/11/2026"])
    let path = "/more/practice/move/review?visit=\(visit)"
    let asked = try desk.get(path).text
    #expect(asked.contains("choose which one it is") && !asked.contains("does not have"))
    for session in sessions { #expect(asked.contains("<option value=\"\(session.codeText)\">")) }
    let undecided = try desk.post("/more/practice/move", [("visit", visit)])
    #expect(undecided.status == 422 && undecided.text.contains("which one it is"))
    let strange = try desk.post("/more/practice/move", [("visit", visit), (played, visit)])
    #expect(strange.status == 422)
    #expect(try desk.use { try $0.records.reader.visits() }.isEmpty)
    let chosen = [("visit", visit), (played, sessions[1].codeText)]
    #expect(try desk.post("/more/practice/move", chosen).status == 303)
    let moved = try desk.use { try #require(try $0.records.reader.visits().first).session }
    #expect(moved == sessions[1].id)
  }

  @Test func `to go without any of several sessions is a choice too`() throws {
    let (visit, played) = try visitAtSession()
    _ = try recordSessions(on: ["18/11/2026", "18/11/2026"])
    let chosen = [("visit", visit), (played, "none")]
    #expect(try desk.post("/more/practice/move", chosen).status == 303)
    #expect(try desk.use { try #require(try $0.records.reader.visits().first).session } == nil)
  }

  @Test func `who is erased cannot be read in practice either`() throws {
    let typed = try PracticeMoveTests.typeVisit(desk)
    #expect(try desk.post("/more/practice/move", [("visit", typed.code)]).status == 303)
    try sync()
    let household = try desk.use { real in
      try #require(try real.records.reader.households(page: .all).first).id
    }
    #expect(try desk.get("/practice/households/\(typed.householdCode)").text.contains("Dơ"))
    try centre.with { records in
      _ = try records.store.erase(
        [household], reason: "request", requested: nil, author: nil,
        clock: centre.machine.surroundings.clock())
    }
    #expect(try desk.use { try PracticeHome.owesErasures($0) } == false)
    _ = try desk.use { real in
      _ = try SyncRounds(real, over: try CentreClient(real.configuration)).run()
      // Until the practice was opened, it may have something of them.
      #expect(try PracticeHome.owesErasures(real))
    }
    _ = try desk.get("/practice/today")
    #expect(try desk.use { try PracticeHome.owesErasures($0) } == false)
    for page in [
      "/practice/households/\(typed.householdCode)", "/practice/residents/\(typed.residentCode)",
      "/practice/visits/\(typed.code)", "/practice/find?q=quang+van+do",
    ] {
      let text = try desk.get(page).text
      #expect(!text.contains("Quàng Văn Dơ") && !text.contains("cổng xanh"), "\(page)")
    }
  }
}
