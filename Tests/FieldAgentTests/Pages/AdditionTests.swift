import FieldWork
import Testing

@testable import FieldAgent

/// What was forgotten at a visit and is added after it was saved: assists, dossiers, people.
@Suite struct AdditionTests {
  let centre: TestCentre
  let desk: TestDesk
  let household: String
  let visit: String

  init() throws {
    centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "16/11/2026",
      "--start", "09:10")
    desk = try TestDesk(laptop)
  }

  private static let assist = [
    ("assist-1-service", "1.001193"), ("assist-1-mode", "guided"),
    ("assist-1-outcome", "submitted"),
  ]

  /// What the visit has by now.
  private func found() throws -> (assists: [Assist], dossiers: [Submission]) {
    try desk.use { laptop in
      let reader = laptop.records.reader
      let id = try reader.resolveOne(visit, as: .visit)
      return (
        try reader.assists(visit: id, includingVoided: true),
        try reader.submissions(includingVoided: true)
      )
    }
  }

  /// Adds an assist with its form, and saves it.
  private func addAssist(_ fields: [(String, String)]) throws -> (path: String, page: TestDesk.Page)
  {
    let (draft, form) = try desk.follow("/visits/\(visit)/assists")
    #expect(form.text.contains("id=\"assist-1\""))
    return try desk.follow(draft, [("seen", "9"), ("action", "save")] + fields)
  }

  @Test func `an assist with its dossier is added to a saved visit, as its form would have`() throws
  {
    #expect(try desk.get("/visits/\(visit)").text.contains("action=\"/visits/\(visit)/assists\""))
    let (path, page) = try addAssist(
      Self.assist + [("assist-1-channel", "online"), ("assist-1-dossier_code", "H40.1-1")])
    #expect(path == "/visits/\(visit)" && page.text.contains("Added to visit \(visit)"))
    let (assists, dossiers) = try found()
    #expect(assists.map(\.evidence) == ["H40.1-1"])
    // It was filed when they were there.
    #expect(dossiers.map { $0.received.map(Format.dateTime) } == ["16/11/2026 09:10"])
  }

  @Test func `such a form is kept, told whole, and makes one assist however often it is sent`()
    throws
  {
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    let wrong = try desk.post(draft, [("seen", "9"), ("action", "save")])
    #expect(wrong.status == 422 && wrong.text.contains("href=\"#assist-1-mode\""))
    #expect(try found().assists.isEmpty)
    // Pressing the button again goes on with the same form.
    _ = try desk.post("\(draft)/fields", [("seen", "9"), ("assist-1-evidence", "bà Lan nghe")])
    let (again, form) = try desk.follow("/visits/\(visit)/assists")
    #expect(again == draft && form.text.contains("bà Lan nghe"))
    for _ in 0..<2 {
      let sent = try desk.follow(
        draft,
        [("seen", "9"), ("action", "save"), ("assist-1-evidence_kind", "spoken")] + Self.assist
          + [("assist-1-channel", "online")])
      #expect(sent.path == "/visits/\(visit)")
    }
    #expect(try found().assists.count == 1 && found().dossiers.count == 1)
  }

  @Test func `a form from which every assist was removed saves nothing and says so`() throws {
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    _ = try desk.post(draft, [("seen", "9"), ("action", "remove-1")])
    let answer = try desk.post(draft, [("seen", "9"), ("action", "save")])
    #expect(answer.status == 422 && answer.text.contains("there is none in the form"))
  }

  @Test func `a dossier that is heard of later is added to its assist and proves it`() throws {
    _ = try addAssist(Array(Self.assist.dropLast()) + [("assist-1-outcome", "completed")])
    let assist = try #require(try found().assists.first)
    #expect(assist.evidence == nil)
    // The visit has one assist, so that its page leads there too.
    let way = "/assists/\(assist.codeText)/submissions"
    for page in ["/visits/\(visit)", "/assists/\(assist.codeText)"] {
      #expect(try desk.get(page).text.contains("action=\"\(way)\""), "\(page)")
    }
    let (draft, form) = try desk.follow(way)
    #expect(form.text.contains("value=\"Birth registration · 1.001193\""))
    let empty = try desk.post(draft, [("seen", "9"), ("action", "save")])
    #expect(empty.status == 422 && empty.text.contains("href=\"#channel\">How it was filed"))
    let (path, page) = try desk.follow(
      draft,
      [("seen", "9"), ("action", "save"), ("channel", "online"), ("dossier_code", "H40.1-7")])
    #expect(path.hasPrefix("/submissions/S-") && page.text.contains("still says “completed”"))
    let (assists, dossiers) = try found()
    #expect(assists.map(\.evidence) == ["H40.1-7"])
    #expect(assists.map(\.evidenceKind) == [.dossierCode])
    #expect(dossiers.map { $0.received.map(Format.dateTime) } == ["16/11/2026 09:10"])
    // With a second assist nobody could say which is meant.
    _ = try addAssist(Self.assist + [("assist-1-channel", "online")])
    #expect(try !desk.get("/visits/\(visit)").text.contains("/submissions\""))
  }

  @Test func `the command that adds a dossier proves its assist too, and refuses a voided visit`()
    throws
  {
    let laptop = try TestLaptop(of: centre, seed: 51)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Lan")
    let visit = try laptop.save("visit", "add", "--household", household, "--outcome", "met")
    func assist(_ evidence: String...) throws -> String {
      let run = laptop.run(
        [
          "assist", "add", "--visit", visit, "--service", "1.001193", "--mode", "guided",
          "--outcome", "submitted",
        ] + evidence, json: true)
      return try #require(run.json?["code"]?.textValue, "\(run.error)")
    }
    func file(_ assist: String, _ code: String) -> TestLaptop.Run {
      laptop.run(
        "submission", "add", "--assist", assist, "--channel", "online", "--dossier", code)
    }
    let bare = try assist()
    let proved = try assist("--evidence-kind", "spoken-confirmation", "--evidence", "An nghe")
    for (assist, code) in [(bare, "H40.1-7"), (proved, "H40.1-8")] {
      #expect(file(assist, code).code == .done)
    }
    let evidence = try { () throws -> [String?] in
      let reader = try laptop.open().records.reader
      return try [bare, proved].map { code in
        try reader.existing(Assist.self, reader.resolveOne(code, as: .assist)).evidence
      }
    }()
    #expect(evidence == ["H40.1-7", "An nghe"])
    #expect(laptop.run("visit", "void", visit, "--reason", "nhầm hộ").code == .done)
    let refused = file(bare, "H40.1-9")
    #expect(refused.code != .done && refused.error.contains("was voided"), "\(refused.error)")
  }

  @Test func `to a voided visit nothing is added, and the answer says why`() throws {
    _ = try addAssist(Self.assist + [("assist-1-channel", "online")])
    let assist = try #require(try found().assists.first)
    let (open, _) = try desk.follow("/visits/\(visit)/assists")
    let (dossier, _) = try desk.follow("/assists/\(assist.codeText)/submissions")
    _ = try desk.post("/visits/\(visit)/void", [("reason", "nhầm hộ")])
    for page in ["/visits/\(visit)", "/assists/\(assist.codeText)"] {
      #expect(try !desk.get(page).text.contains("Add a"), "\(page)")
    }
    let before = try found()
    for (path, fields) in [
      ("/visits/\(visit)/assists", []), ("/visits/\(visit)/residents", []),
      ("/assists/\(assist.codeText)/submissions", []),
      (open, [("seen", "9"), ("action", "save")] + Self.assist + [("assist-1-channel", "online")]),
      (dossier, [("seen", "9"), ("action", "save"), ("channel", "online")]),
    ] {
      let answer = try desk.post(path, fields)
      #expect((400..<500).contains(answer.status), "\(path): \(answer.status)")
      #expect(answer.text.contains("was voided"), "\(path)")
    }
    let after = try found()
    #expect(after.assists.count == before.assists.count)
    #expect(after.dossiers.count == before.dossiers.count)
  }

  @Test func `somebody who was forgotten is added from the visit, with an assist for them`() throws
  {
    let (draft, form) = try desk.follow("/visits/\(visit)/residents")
    #expect(form.text.contains("Save, then record an assist"))
    let (next, page) = try desk.follow(
      draft, [("seen", "9"), ("action", "save-then-assist"), ("full_name", "Hồ Thị Lan")])
    #expect(next.hasPrefix("/drafts/") && page.text.contains("Add assists"))
    #expect(page.text.firstMatch(of: /selected[^>]*>Hồ Thị Lan/) != nil)
    // Another one leads back to the visit too.
    let (second, _) = try desk.follow("/visits/\(visit)/residents")
    let saved = try desk.post(second, [("seen", "9"), ("action", "save"), ("full_name", "Bình")])
    #expect(saved.location == "/visits/\(visit)")
  }

  @Test func `the next person of a household is added without going round`() throws {
    let (draft, _) = try desk.follow("/households/\(household)/residents")
    let (next, page) = try desk.follow(
      draft, [("seen", "9"), ("action", "save-then-person"), ("full_name", "Hồ Thị Lan")])
    #expect(next.hasPrefix("/drafts/") && next != draft)
    #expect(page.text.contains("Add a person to Đức"))
    #expect(page.text.contains("Saved on this laptop: Hồ Thị Lan"))
    #expect(!page.text.contains("value=\"Hồ Thị Lan\""))
    // Opening it is not beginning it: nobody typed anything.
    #expect(try !desk.get("/today").text.contains("id=\"drafts\""))
  }

  /// Adds a person at the visit, and goes on with an assist for them.
  private func addPerson(_ name: String) throws -> (path: String, page: TestDesk.Page) {
    let (draft, _) = try desk.follow("/visits/\(visit)/residents")
    return try desk.follow(
      draft, [("seen", "9"), ("action", "save-then-assist"), ("full_name", name)])
  }

  private static func chosen(_ number: Int, in page: TestDesk.Page) -> String? {
    TestDesk.fields(of: page).first { $0.0 == "assist-\(number)-resident" }?.1
  }

  @Test func `whoever is added while an assist is begun gets one of their own, and it is told`()
    throws
  {
    let (draft, first) = try addPerson("Lê Thị Hai")
    _ = try desk.post(
      draft,
      TestDesk.fields(of: first).map { ($0.0, $0.0.hasSuffix("service") ? "1.001193" : $0.1) }
        + [("seen", "1"), ("action", "later")])
    let (again, page) = try addPerson("Phạm Ba")
    #expect(again == draft)
    #expect(page.text.contains("Saved on this laptop: Phạm Ba"))
    #expect(page.text.contains(/an assist for Phạm Ba · R-[-0-9A-Z]+ was added to it/))
    let hai = try #require(Self.chosen(1, in: page))
    let ba = try #require(Self.chosen(2, in: page))
    #expect(hai == Self.chosen(1, in: first) && hai != ba && !ba.isEmpty)
    let service = ("assist-1-service", "Birth registration · 1.001193")
    #expect(TestDesk.fields(of: page).contains { $0 == service })
    let typed = Self.assist + [("assist-1-channel", "online")]
    let saved = try desk.post(
      draft,
      [("assist-1-resident", hai), ("assist-2-resident", ba)] + typed
        + typed.map { ($0.0.replacing("-1-", with: "-2-"), $0.1) }
        + [("seen", "9"), ("action", "save")])
    #expect(saved.status == 303)
    #expect(
      try Set(found().assists.compactMap { $0.resident.map { String($0.rawValue) } }) == [hai, ba])
  }

  @Test func `a begun form without room for another assist says so, and for whom`() throws {
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    for _ in 1..<AssistRows.maximum {
      _ = try desk.post(
        draft, [("seen", "99"), ("action", "add-assist"), ("assist-1-evidence", "nghe")])
    }
    _ = try desk.post(
      "\(draft)/fields",
      (1...AssistRows.maximum).map { ("assist-\($0)-evidence", "nghe") } + [("seen", "99")])
    let (again, page) = try addPerson("Phạm Ba")
    #expect(again == draft && page.text.contains(/none for Phạm Ba · R-[-0-9A-Z]+ was added/))
  }

  @Test func `another observation of a resident is not written into the one that is begun`() throws
  {
    let (_, saved) = try desk.follow(
      try desk.follow("/visits/\(visit)/residents").path,
      [("seen", "9"), ("action", "save"), ("full_name", "Lê Thị Hai")])
    let resident = String(
      try #require(saved.text.firstMatch(of: /(R-[0-9A-Z]+-[0-9A-Z-]+)/)?.1))
    func begin(_ kind: String) throws -> (path: String, page: TestDesk.Page) {
      try desk.follow("/observations/new", [("about", resident), ("kind", kind)])
    }
    let first = try begin("vneid")
    _ = try desk.post("\(first.path)/fields", [("seen", "9"), ("note", "đã gõ")])
    let second = try begin("signature")
    #expect(second.path != first.path)
    #expect(TestDesk.fields(of: second.page).contains { $0 == ("kind", "signature") })
    #expect(try begin("vneid").path == first.path)
  }

  @Test func `what was typed stays to be seen where its visit was voided meanwhile`() throws {
    _ = try addAssist(Self.assist + [("assist-1-channel", "online")])
    let assist = try #require(try found().assists.first)
    let (open, _) = try desk.follow("/visits/\(visit)/assists")
    let (dossier, _) = try desk.follow("/assists/\(assist.codeText)/submissions")
    _ = try desk.post("/visits/\(visit)/void", [("reason", "nhầm hộ")])
    let filed = try desk.post(
      dossier,
      [("seen", "9"), ("action", "save"), ("channel", "post"), ("dossier_code", "H40.1-7")])
    #expect(filed.status == 409 && filed.text.contains("H40.1-7"))
    #expect(filed.text.contains("public post") && filed.text.contains("/visits/\(visit)"))
    #expect(try desk.get(dossier).text.contains("H40.1-7"))
    // An error in the form does not hide that its visit was voided; values are told in words.
    let sent = try desk.post(
      open,
      [("seen", "9"), ("action", "save"), ("assist-1-service", "1.001193")]
        + [("assist-1-mode", "on-behalf")])
    #expect(sent.status == 409 && sent.text.contains("was voided"))
    #expect(sent.text.contains("Birth registration") && sent.text.contains("<dd>on behalf</dd>"))
    #expect(!sent.text.contains("1.001193") && !sent.text.contains("on-behalf"))
  }

  @Test func `what came late to a form that was saved is told in words`() throws {
    let (draft, _) = try desk.follow("/visits/\(visit)/assists")
    let typed = [("seen", "9"), ("action", "save")] + Self.assist
    _ = try desk.follow(draft, typed + [("assist-1-channel", "online")])
    let (_, page) = try desk.follow(
      draft,
      typed.filter { $0.0 != "assist-1-mode" }
        + [("assist-1-channel", "post"), ("assist-1-mode", "on-behalf")])
    #expect(page.text.contains("“public post”"))
    #expect(!page.text.contains("on-behalf"))
  }

  /// The one dossier, and its assist as it stands.
  private func proof() throws -> (dossier: Submission, evidence: String?) {
    let (assists, dossiers) = try found()
    return (try #require(dossiers.first), try #require(assists.first).evidence)
  }

  @Test func `the code of a dossier that is added or mended later is the evidence of its assist`()
    throws
  {
    _ = try addAssist(Self.assist + [("assist-1-channel", "online")])
    let dossier = try proof().dossier
    #expect(try proof().evidence == nil)
    let path = "/submissions/\(dossier.codeText)"
    _ = try desk.change(path, ["dossier_code": "H40.1-1"])
    #expect(try proof().evidence == "H40.1-1")
    _ = try desk.change(path, ["dossier_code": "H40.1-2"])
    #expect(try proof().evidence == "H40.1-2")
    // What somebody else confirmed stays.
    let assist = try #require(try found().assists.first)
    _ = try desk.change(
      "/assists/\(assist.codeText)",
      ["assist-1-evidence_kind": "spoken-confirmation", "assist-1-evidence": "An nghe"])
    _ = try desk.change(path, ["dossier_code": "H40.1-3"])
    #expect(try proof().evidence == "An nghe")
  }
}
