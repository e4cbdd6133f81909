import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import FieldAgent

/// Forms that change a record and stay open while others write to it, as a sync brings it.
@Suite struct StaleFormTests {
  let centre: TestCentre
  let desk: TestDesk
  let household: String
  let visit: String
  private var path: String { "/households/\(household)" }

  init() throws {
    centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Đức", "--phone", "0912000111")
    visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026")
    desk = try TestDesk(laptop)
  }

  /// Somebody else writes to the household.
  private func others(_ draft: HouseholdDraft) throws {
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(household, as: .household)
      _ = try laptop.writing { records, clock in
        try records.editHousehold(id, draft, author: nil, clock: clock)
      }
    }
  }

  private func standing() throws -> Household {
    try desk.use { laptop in
      let reader = laptop.records.reader
      return try reader.existing(
        Household.self, try reader.resolveOne(household, as: .household))
    }
  }

  private func seen(_ page: TestDesk.Page) throws -> String {
    String(try #require(page.text.firstMatch(of: /name="seen" value="([0-9]+)"/)?.1))
  }

  /// What a browser sends that shows a form, with other values in some of its fields.
  private func sent(
    _ form: TestDesk.Page, _ changes: [String: String] = [:], _ action: String = "save"
  ) throws -> [(String, String)] {
    TestDesk.fields(of: form).map { ($0.0, changes[$0.0] ?? $0.1) }
      + [("seen", try seen(form)), ("action", action)]
  }

  @Test func `what came meanwhile for the same field is shown beside what was typed, then saved`()
    throws
  {
    let (draft, form) = try desk.follow("\(path)/edit")
    try others(HouseholdDraft(name: "Hồ Văn Đức"))
    let asked = try desk.post(draft, try sent(form, ["name": "Hồ Đức"]))
    #expect(asked.status == 409 && asked.text.contains("The record was changed"))
    #expect(asked.text.contains("wrote “Hồ Văn Đức”") && asked.text.contains(#"value="Hồ Đức""#))
    #expect(try standing().name == "Hồ Văn Đức")
    // Whoever has seen both and saves says which is right.
    let (to, _) = try desk.follow(draft, try sent(asked))
    #expect(to == path)
    #expect(try standing().name == "Hồ Đức")
  }

  @Test func `the value that came is kept where it is typed over what was typed first`() throws {
    let (draft, form) = try desk.follow("\(path)/edit")
    try others(HouseholdDraft(kind: "shop", name: "Hồ Văn Đức"))
    let asked = try desk.post(draft, try sent(form, ["name": "Hồ Đức", "kind": "organisation"]))
    #expect(asked.status == 409 && asked.text.contains("Hồ Văn Đức"))
    // A choice is told in words.
    #expect(asked.text.contains("wrote “shop”. Here it says “organisation”"))
    let before = try desk.use { try $0.store.handOverStatus().written }
    let (_, page) = try desk.follow(draft, try sent(asked, ["name": "Hồ Văn Đức", "kind": "shop"]))
    #expect(page.text.contains("Nothing was changed."))
    #expect(try desk.use { try $0.store.handOverStatus().written } == before)
  }

  @Test func `a form that is opened again shows both values, and a stale tab is asked too`() throws
  {
    let (draft, form) = try desk.follow("\(path)/edit")
    _ = try desk.post("\(draft)/fields", [("seen", "1"), ("phone", "0912000222")])
    try others(HouseholdDraft(phone: "0912000333"))
    let again = try desk.follow("\(path)/edit")
    #expect(again.path == draft && again.page.text.contains("wrote “0912000333”"))
    // The first tab has not seen it.
    let asked = try desk.post(draft, try sent(form, ["phone": "0912000222"]))
    #expect(asked.status == 409 && asked.text.contains("wrote “0912000333”"))
    _ = try desk.follow(draft, try sent(asked))
    #expect(try standing().phone?.hasSuffix("912000222") == true)
  }

  @Test func `a form that another tab has open is not thrown away, and follows the record`() throws
  {
    let (draft, form) = try desk.follow("\(path)/edit")
    try others(HouseholdDraft(name: "Hồ Văn Đức"))
    let again = try desk.follow("\(path)/edit")
    #expect(again.path == draft && again.page.text.contains(#"value="Hồ Văn Đức""#))
    #expect(try !desk.get("/today").text.contains(draft))
    // The first tab still shows the old name, which nobody typed, and an address that somebody did.
    let kept = try desk.post("\(draft)/fields", [("seen", "1"), ("address", "ngõ 3")])
    #expect(kept.status == 200)
    let (to, _) = try desk.follow(draft, try sent(form, ["address": "ngõ 3"]))
    #expect(to == path)
    let stands = try standing()
    #expect(stands.name == "Hồ Văn Đức" && stands.address == "ngõ 3")
  }

  @Test func `of boxes that were ticked here and elsewhere both stay`() throws {
    let codes = try desk.use { laptop in
      let reader = laptop.records.reader
      return try ["Nguyễn Văn An", "Trần Thị Bình"].map { try reader.findMember($0).codeText }
    }
    let new = try desk.follow("/sessions/new", [("kind", "saturday")])
    let (session, _) = try desk.follow(new.path, try sent(new.page, ["place": "Xóm 1"]))
    let form = try desk.follow("\(session)/edit")
    try #require(form.page.text.contains("name=\"staff\" value=\"\(codes[0])\""))
    // Another window ticks one, this one the other and clears nothing.
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(
        String(session.dropFirst("/sessions/".count)), as: .session)
      let draft = FormDraft(RecordForms.session, [:], lists: ["staff": [codes[0]]])
      _ = try laptop.writing { records, clock in
        try records.edit(RecordForms.session, id, draft, author: nil, clock: clock)
      }
    }
    let (to, _) = try desk.follow(form.path, try sent(form.page) + [("staff", codes[1])])
    #expect(to == session)
    let again = try desk.follow("\(session)/edit")
    #expect(Set(TestDesk.fields(of: again.page).filter { $0.0 == "staff" }.map(\.1)) == Set(codes))
    // One that was cleared elsewhere is not ticked again by a form that still shows it.
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(
        String(session.dropFirst("/sessions/".count)), as: .session)
      let draft = FormDraft(RecordForms.session, [:], lists: ["staff": [codes[1]]])
      _ = try laptop.writing { records, clock in
        try records.edit(RecordForms.session, id, draft, author: nil, clock: clock)
      }
    }
    _ = try desk.follow(again.path, try sent(again.page, ["topic": "VNeID"]))
    let last = try desk.follow("\(session)/edit")
    #expect(TestDesk.fields(of: last.page).filter { $0.0 == "staff" }.map(\.1) == [codes[1]])
  }

  @Test func `two tabs of new records that were filled in otherwise do not become one`() throws {
    let first = try desk.follow("/sessions/new", [("kind", "saturday")])
    let second = try desk.follow("/sessions/new", [("kind", "training")])
    #expect(first.path.hasPrefix("/drafts/") && first.path != second.path)
    let kept = try desk.post("\(first.path)/fields", [("seen", "1"), ("name", "Sáng thứ Bảy")])
    #expect(kept.status == 200)
    // The same again goes on with what is open.
    #expect(try desk.follow("/sessions/new", [("kind", "saturday")]).path == first.path)
  }

  @Test func `a form whose record is gone keeps what was typed, and Today goes on`() throws {
    let (draft, form) = try desk.follow("\(path)/edit")
    _ = try desk.post(
      "\(draft)/fields", [("seen", try seen(form)), ("address", "ngõ 3, cổng xanh")])
    try desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(household, as: .household)
      _ = try laptop.writing { records, clock in
        try records.store.commit(author: nil, clock: clock) { act in
          try act.delete(HouseholdTable.definition, id)
        }
      }
    }
    let today = try desk.get("/today")
    #expect(today.status == 200 && today.text.contains("whose record is no longer here"))
    let page = try desk.get(draft)
    #expect(page.status == 404 && page.text.contains("ngõ 3, cổng xanh"))
    let sent = try desk.post(draft, [("seen", "9"), ("note", "gọi lại"), ("action", "save")])
    #expect(sent.status == 404 && sent.text.contains("gọi lại"))
    #expect(try desk.post("\(draft)/discard").location == "/today")
    #expect(try !desk.get("/today").text.contains(draft))
  }

  @Test func `the fields of a draft are called as its form calls them`() throws {
    func label(_ field: String, _ kind: PageDraft.Kind) throws -> String {
      let draft = PageDraft(
        id: "1", member: try #require(RowID(rawValue: 300 << 39 | 1)), kind: kind, subject: nil,
        revision: 0, changed: Timestamp(rawValue: 0), saved: nil, fields: [])
      return DraftWords.label(of: field, in: draft).english
    }
    #expect(try label("reason-code", .recordEdit(noun: "difficulty")) == "Blocked reason")
    #expect(try label("mode", .record(noun: "consent")) == "How it was given")
    #expect(try label("assist-2-mode", .visit) == "Mode")
    #expect(try label("address", .householdEdit) == "Address")
  }

  @Test func `what a form knows of its record is read again from the disk`() throws {
    var draft = PageDraft(
      id: "1", member: try #require(RowID(rawValue: 300 << 39 | 1)), kind: .householdEdit,
      subject: nil, revision: 0, changed: Timestamp(rawValue: 0), saved: nil, fields: [])
    let time = Timestamp(rawValue: 1)
    draft.follow([("name", "a"), ("with", "1 2")], sets: ["with"], at: time)
    _ = try draft.take([("name", "b"), ("with", "1 3")], seen: 1, isWhole: false, at: time)
    draft.follow([("name", "c"), ("with", "1 2 4")], sets: ["with"], at: time)
    #expect(draft["with"] == "1 4 3" && draft["name"] == "b")
    #expect(draft.clashes().map(\.elsewhere) == ["c"] && draft.clashes()[0].isRecorded)
    #expect(PageDraft.fields(of: draft.content) == draft.fields)
    // Another tab's value takes its turn; the record's comes back after it.
    _ = try draft.take([("name", "d")], seen: 1, isWhole: false, at: time)
    #expect(draft.clashes().map(\.elsewhere) == ["d"])
    _ = try draft.take([("name", "b")], seen: draft.revision, isWhole: true, at: time)
    draft.follow([("name", "c"), ("with", "1 2 4")], sets: ["with"], at: time)
    #expect(draft.clashes().map(\.elsewhere) == ["c"])
  }
}
