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
}
