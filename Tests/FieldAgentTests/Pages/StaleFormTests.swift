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
    #expect(asked.text.contains("wrote “shop”") || asked.text.contains("wrote “Shop”"))
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

  @Test func `a form that another tab has open is not thrown away, and follows the record`() throws {
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

  @Test func `boxes that others ticked meanwhile stay ticked, and what they cleared stays clear`()
    throws
  {
    let (an, other) = try desk.use { laptop in
      let reader = laptop.records.reader
      return (
        try reader.findMember("Nguyễn Văn An").id, try reader.findMember("Trần Thị Bình").id
      )
    }
    for (minutes, members) in [("20", [an, other]), ("30", [an])] {
      let form = try desk.follow("/visits/\(visit)/edit")
      try desk.use { laptop in
        let id = try laptop.records.reader.resolveOne(visit, as: .visit)
        _ = try laptop.writing { records, clock in
          try records.editVisit(id, VisitDraft(participants: members), author: an, clock: clock)
        }
      }
      let (to, _) = try desk.follow(form.path, try sent(form.page, ["minutes": minutes]))
      #expect(to == "/visits/\(visit)")
      let present = try desk.use { laptop in
        let reader = laptop.records.reader
        let visit = try reader.existing(Visit.self, try reader.resolveOne(visit, as: .visit))
        return try reader.participants(of: visit)
      }
      #expect(Set(present) == Set(members), "after \(minutes)")
    }
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

  @Test func `what a form knows of its record is read again from the disk`() throws {
    var draft = PageDraft(
      id: "1", member: try #require(RowID(rawValue: 300 << 39 | 1)), kind: .householdEdit,
      subject: nil, revision: 0, changed: Timestamp(rawValue: 0), saved: nil, fields: [])
    let time = Timestamp(rawValue: 1)
    draft.follow([("name", "a"), ("with", "1 2")], sets: ["with"], at: time)
    _ = draft.take([("name", "b"), ("with", "1 3")], seen: 1, isWhole: false, at: time)
    draft.follow([("name", "c"), ("with", "1 2 4")], sets: ["with"], at: time)
    #expect(draft["with"] == "1 4 3" && draft["name"] == "b")
    #expect(draft.clashes().map(\.elsewhere) == ["c"] && draft.clashes()[0].isRecorded)
    #expect(PageDraft.fields(of: draft.content) == draft.fields)
    // Another tab's value takes its turn; the record's comes back after it.
    _ = draft.take([("name", "d")], seen: 1, isWhole: false, at: time)
    #expect(draft.clashes().map(\.elsewhere) == ["d"])
    _ = draft.take([("name", "b")], seen: draft.revision, isWhole: true, at: time)
    draft.follow([("name", "c"), ("with", "1 2 4")], sets: ["with"], at: time)
    #expect(draft.clashes().map(\.elsewhere) == ["c"])
  }
}
