import FieldWork
import SyncProtocol
import Testing

@testable import FieldAgent

/// Forms whose record was voided, or is not here any more.
@Suite struct OrphanDraftTests {
  let centre: TestCentre
  let desk: TestDesk
  let household: String
  let resident: String
  let visit: String

  init() throws {
    centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Hộ Xuân", "--phone", "0912000111")
    resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Lò Thị Mỷ", "--birth", "1950")
    visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
    desk = try TestDesk(laptop)
  }

  private func voidElsewhere(_ code: String) throws {
    try desk.use { laptop in
      let kind = try RecordCode(parsing: code).kind
      let id = try laptop.records.reader.resolveOne(code, as: kind)
      _ = try laptop.writing { records, clock in
        try records.void(kind, id, reason: "ghi hai lần", author: nil, clock: clock)
      }
    }
  }

  private func save(_ draft: String, _ form: TestDesk.Page, _ changes: [String: String]) throws
    -> TestDesk.Page
  {
    try desk.post(
      draft,
      TestDesk.fields(of: form).map { ($0.0, changes[$0.0] ?? $0.1) }
        + [("seen", "1"), ("action", "save")])
  }

  @Test func `a form of a record that was voided shows what was typed and why it was voided`()
    throws
  {
    let (draft, form) = try desk.follow("/residents/\(resident)/edit")
    try voidElsewhere(resident)
    let sent = try save(draft, form, ["note": "gọi lại sau Tết"])
    #expect(sent.status == 409 && sent.text.contains("gọi lại sau Tết"))
    #expect(
      sent.text.contains("ghi hai lần") && sent.text.contains("href=\"/residents/\(resident)\""))
    // Only what was typed, not what the record says.
    #expect(!sent.text.contains("1950"))
    #expect(try desk.get(draft).status == 409)
    // Once the void is taken back the form goes on where it was.
    #expect(try desk.post("/residents/\(resident)/restore").status == 303)
    let again = try desk.get(draft)
    #expect(again.status == 200 && again.text.contains("gọi lại sau Tết"))
  }

  @Test func `what was typed about a voided record becomes a new record, or is given up`() throws {
    for (path, folder, changed) in [
      ("/residents/\(resident)", "/households/", ["full_name": "Lò Thị Mẩy"]),
      ("/households/\(household)", "/households/", ["name": "Hộ Thu"]),
    ] {
      let (draft, form) = try desk.follow("\(path)/edit")
      try voidElsewhere(String(path.split(separator: "/")[1]))
      #expect(try save(draft, form, changed).status == 409)
      let (fresh, page) = try desk.follow("\(draft)/anew")
      #expect(fresh != draft && page.status == 200)
      for (name, value) in changed {
        #expect(TestDesk.fields(of: page).contains { $0.0 == name && $0.1 == value })
      }
      #expect(try desk.get("/today").text.contains(fresh))
      #expect(try !desk.get("/today").text.contains(draft))
      let saved = try save(fresh, page, [:])
      #expect(saved.status == 303 && saved.location?.hasPrefix(folder) == true, "\(saved)")
    }
    let (draft, form) = try desk.follow("/visits/\(visit)/edit")
    try voidElsewhere(visit)
    #expect(try save(draft, form, ["note": "quên sổ"]).text.contains("quên sổ"))
    #expect(try desk.post("\(draft)/discard").status == 303)
    #expect(try !desk.get("/today").text.contains(draft))
  }

  @Test func `a form whose record is gone shows and keeps only what was typed`() throws {
    let (draft, form) = try desk.follow("/residents/\(resident)/edit")
    _ = try desk.post("\(draft)/fields", [("seen", "1"), ("note", "gọi lại sau Tết")])
    #expect(form.text.contains("Lò Thị Mỷ"))
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(resident, as: .resident)
      _ = try laptop.writing { records, clock in
        try records.store.commit(author: nil, clock: clock) { act in
          try act.delete(ResidentTable.definition, id)
        }
      }
    }
    let page = try desk.get(draft)
    #expect(page.status == 404 && page.text.contains("gọi lại sau Tết"))
    #expect(!page.text.contains("Mỷ") && !page.text.contains("1950"))
    let kept = try desk.use { try DraftBook($0.records).all() }
    #expect(kept.map { $0.fields.map(\.value) } == [["gọi lại sau Tết"]])
  }

  @Test func `a personal id that came meanwhile is not replaced unseen`() throws {
    let (draft, form) = try desk.follow("/residents/\(resident)/edit")
    let seen = try #require(
      form.text.firstMatch(of: /name="personal-id-seen" value="([^"]*)"/)?.1)
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(resident, as: .resident)
      _ = try laptop.writing { records, clock in
        try records.editResident(
          id, ResidentDraft(personalID: "001150000123"), author: nil, clock: clock)
      }
    }
    let typed =
      TestDesk.fields(of: form).filter { $0.0 != "personal_id" }
      + [("personal_id", "001150000999"), ("seen", "1"), ("action", "save")]
    let asked = try desk.post(draft, typed + [("personal-id-seen", String(seen))])
    #expect(asked.status == 422 && asked.text.contains("the number ending in 0123"))
    #expect(asked.text.contains("The record was changed"))
    func lastFour() throws -> String? {
      try desk.use { laptop in
        let id = try laptop.records.reader.resolveOne(resident, as: .resident)
        return try laptop.records.reader.existing(Resident.self, id).idLast4
      }
    }
    #expect(try lastFour() == "0123")
    // Whoever has seen it and types it again means it.
    let now = try #require(
      asked.text.firstMatch(of: /name="personal-id-seen" value="([^"]*)"/)?.1)
    #expect(now != seen)
    #expect(try desk.post(draft, typed + [("personal-id-seen", String(now))]).status == 303)
    #expect(try lastFour() == "0999")
    // The number and which it is stay out of drafts.
    #expect(
      try desk.use { try DraftBook($0.records).all() }.allSatisfy { draft in
        draft.fields.allSatisfy { !$0.name.hasPrefix("personal") }
      })
  }

  @Test func `a new visit in place of a voided one is of its campaign and takes its line of paper`()
    throws
  {
    let laptop = try TestLaptop(of: centre, seed: 52)
    let household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Hộ Thu")
    let list = try laptop.open().records.reader.households(page: .all).map(\.codeText)
    _ = laptop.run("sync")
    try centre.with { records in
      _ = try records.add(
        RecordForms.campaign,
        FormDraft(
          RecordForms.campaign,
          ["name": "Đợt 60 ngày", "from": "01/11/2026", "to": "31/12/2026"],
          lists: ["household": list, "service": ["vneid"]]),
        author: nil, clock: centre.machine.surroundings.clock())
    }
    _ = laptop.run("sync")
    let desk = try TestDesk(laptop)
    let campaign = String(
      try #require(try desk.get("/walk").text.firstMatch(of: /href="\/walk\/(G-[^"]+)"/)?.1))
    _ = try desk.post("/sheets", [("lines", "15"), ("number", "1")])
    let code = try desk.use { laptop in
      try #require(try PrintoutBook(laptop.records).find(1)).code(1)
    }
    let (begun, _) = try desk.follow("/households/\(household)/visits", [("campaign", campaign)])
    let (path, _) = try desk.follow(
      begun, [("seen", "9"), ("action", "save"), ("outcome", "met"), ("date", "16/11/2026")])
    let visit = String(path.split(separator: "/")[1])
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(visit, as: .visit)
      try laptop.records.search.keepingStep { try PrintoutBook(laptop.records).enter(code, as: id) }
    }
    let (draft, form) = try desk.follow("\(path)/edit")
    _ = try desk.post("\(path)/void", [("reason", "nhầm")])
    _ = try desk.post(
      draft, TestDesk.fields(of: form) + [("seen", "1"), ("note", "sổ"), ("action", "save")])
    let (fresh, page) = try desk.follow("\(draft)/anew")
    #expect(page.text.contains("Đợt 60 ngày") && page.text.contains(code.text))
    _ = try desk.follow(
      fresh, TestDesk.fields(of: page) + [("seen", "9"), ("action", "save")])
    try desk.use { laptop in
      let reader = laptop.records.reader
      let visits = try reader.visits(includingVoided: true)
      let new = try #require(visits.first { $0.codeText != visit })
      #expect(
        try new.campaign.map { try reader.codeText(of: $0, in: CampaignTable.definition) }
          == campaign)
      #expect(try PrintoutBook(laptop.records).code(of: new.id) == code)
    }
  }

  @Test func `the personal id of a voided resident is said to be typed again`() throws {
    let (draft, form) = try desk.follow("/residents/\(resident)/edit")
    try voidElsewhere(resident)
    _ = try save(draft, form, ["full_name": "Lò Thị Mẩy"])
    #expect(try desk.follow("\(draft)/anew").page.text.contains("type it again if there is one"))
  }

  @Test func `a record whose void was taken back is not written a second time unasked`() throws {
    let (draft, form) = try desk.follow("/visits/\(visit)/edit")
    try voidElsewhere(visit)
    _ = try save(draft, form, ["note": "quên sổ"])
    // Before the press.
    _ = try desk.post("/visits/\(visit)/restore")
    let (back, told) = try desk.follow("\(draft)/anew")
    #expect(back == draft && told.text.contains("The void of \(visit) was taken back"))
    #expect(told.text.contains("quên sổ"))
    // Before the new one is saved.
    try voidElsewhere(visit)
    let (fresh, page) = try desk.follow("\(draft)/anew")
    _ = try desk.post("/visits/\(visit)/restore")
    func visits() throws -> [Visit] {
      try desk.use { try $0.records.reader.visits(includingVoided: true) }
    }
    let typed = TestDesk.fields(of: page) + [("seen", "9")]
    let asked = try desk.post(fresh, typed + [("action", "save")])
    #expect(asked.status == 409 && asked.text.contains("id=\"standing-again\""))
    #expect(try visits().count == 1)
    let (edit, again) = try desk.follow(
      fresh, typed + [("assists", "1"), ("assist-1-evidence", "ảnh"), ("action", "anew-back")])
    #expect(again.text.contains("quên sổ") && again.text.contains("Change visit"))
    let more = try #require(again.text.firstMatch(of: /href="(\/drafts\/[^"]+)">Save the 1 assist/))
    #expect(try desk.get(String(more.1)).text.contains("ảnh"))
    #expect(try save(edit, again, [:]).location == "/visits/\(visit)")
    #expect(try visits().map(\.note) == ["quên sổ"])
  }

  @Test func `somebody may still say that it is something else than the record in force again`()
    throws
  {
    let (draft, form) = try desk.follow("/visits/\(visit)/edit")
    try voidElsewhere(visit)
    _ = try save(draft, form, ["note": "quên sổ"])
    let (fresh, page) = try desk.follow("\(draft)/anew")
    _ = try desk.post("/visits/\(visit)/restore")
    let typed = TestDesk.fields(of: page) + [("seen", "9")]
    let apart = try desk.follow(fresh, typed + [("action", "anew-apart")]).page
    #expect(!apart.text.contains("id=\"standing-again\""))
    // The day has two visits then, which is asked about like any second one.
    let asked = try desk.post(fresh, typed + [("action", "save")])
    let answer = try #require(
      asked.text.firstMatch(of: /value="(save-yes-second-visit-[-0-9]+)"/)?.1)
    #expect(asked.status == 422)
    #expect(try desk.post(fresh, typed + [("action", String(answer))]).status == 303)
    #expect(try desk.use { try $0.records.reader.visits(includingVoided: true) }.count == 2)
  }
}
