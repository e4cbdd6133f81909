import FieldWork
import SyncProtocol
import Testing

@testable import FieldAgent

/// The kinds of field work that forms describe, on pages.
@Suite struct RecordPageTests {
  let centre: TestCentre
  let desk: TestDesk
  let household: String
  let resident: String
  let session: String
  let dossier: String

  init() throws {
    centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    household = try laptop.save("household", "add", "--place", "Xóm 1", "--name", "Đức")
    resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan", "--birth", "1950")
    session = try laptop.save(
      "session", "add", "--kind", "saturday", "--place", "Xóm 1", "--date", "14/11/2026")
    dossier = try laptop.save(
      "submission", "add", "--resident", resident, "--procedure", "1.004222", "--channel",
      "online", "--received", "17/11/2026 09:00", "--dossier", "B-1")
    desk = try TestDesk(laptop)
  }

  /// Begins a form, fills it in as its page has it but for some fields, and saves it.
  private func record(
    _ form: RecordForm, about code: String? = nil, given: [(String, String)] = [],
    _ texts: [String: String]
  ) throws -> (path: String, page: TestDesk.Page) {
    let begin = (code.map { [("about", $0)] } ?? []) + given
    let (draft, page) = try desk.follow("/\(form.plural)/new", begin)
    let sent = TestDesk.fields(of: page).map { ($0.0, texts[$0.0] ?? $0.1) }
    #expect(texts.keys.allSatisfy { key in sent.contains { $0.0 == key } }, "\(sent)")
    return try desk.follow(draft, sent + [("seen", "1"), ("action", "save")])
  }

  private func count(_ form: RecordForm) throws -> Int {
    try desk.use { laptop in
      var filter = FormFilter()
      filter.includesVoided = true
      return try laptop.records.reader.formCount(form, filter)
    }
  }

  /// The code of the newest record of a kind.
  private func newest(_ form: RecordForm) throws -> String {
    try desk.use { laptop in
      let all = try laptop.records.reader.formRecords(form, FormFilter(), page: .all)
      return try #require(all.max { $0.header.id < $1.header.id }).header.codeText
    }
  }

  /// A record of every kind: what it is about, what is typed, what is changed, how it then reads.
  private var examples: [(RecordForm, about: String?, [String: String], [String: String], String)] {
    [
      (
        RecordForms.consent, resident,
        ["purpose": "keep-details", "given": "yes", "mode": "spoken", "wording": "2026-1"],
        ["witness": "con gái"], "con gái"
      ),
      (
        RecordForms.session, nil, ["kind": "training", "topic": "VNeID", "start": "08:30"],
        ["end": "10:30"], "10:30"
      ),
      (
        RecordForms.tally, session, ["measure": "leaflets", "count": "1200"], ["count": "1300"],
        "1300"
      ),
      (
        RecordForms.observation, household,
        ["kind": "cashless", "service": "water", "level": "no"],
        ["level": "yes"], "water"
      ),
      (
        RecordForms.feedback, dossier,
        ["rating": "4", "text": "được \"việc\"", "channel": "form"],
        ["answer": "cảm ơn", "answered": "18/11/2026"], "cảm ơn"
      ),
      (
        RecordForms.task, household, ["due": "20/11/2026", "title": "mang tờ rơi"],
        ["status": "doing", "progress": "50"],
        "doing"
      ),
      (
        RecordForms.difficulty, nil, ["reason-code": "no-network", "service": "1.004222"],
        ["text": "mất sóng"], "mất sóng"
      ),
      (
        RecordForms.attendance, session, ["before": "40"], ["after": "85"], "85"
      ),
    ]
  }

  @Test func `every kind is recorded, listed, changed, voided and taken back on pages`() throws {
    #expect(examples.map(\.0.noun).sorted() == RecordForms.ofField.map(\.noun).sorted())
    for (form, about, texts, changes, words) in examples {
      let before = try count(form)
      var texts = texts
      if form.noun == "attendance" {
        texts["member"] = try desk.use { laptop in
          try laptop.records.reader.findMember("Nguyễn Văn An").codeText
        }
      }
      let (to, saved) = try record(form, about: about, texts)
      #expect(saved.text.contains("Saved: "), "\(form.noun): \(saved.text)")
      let code = try newest(form)
      if let about { #expect(to.hasSuffix(about), "\(to)") } else { #expect(to.hasSuffix(code)) }
      #expect(try count(form) == before + 1)
      #expect(try desk.get("/\(form.plural)").text.contains(code))

      // The form is filled in with the record as it stands: only what is changed is written.
      let path = "/\(form.plural)/\(code)"
      let (there, changed) = try desk.change(path, changes)
      #expect(there == path && changed.text.contains(words), "\(form.noun)")
      let written = try desk.changed(code)
      #expect(written.count == changes.count, "\(form.noun): \(written)")
      let (_, untouched) = try desk.change(path, [:])
      #expect(untouched.text.contains("Nothing was changed."), "\(form.noun)")

      _ = try desk.follow("\(path)/void", [("reason", "ghi nhầm")])
      #expect(try desk.get("/\(form.plural)").text.contains("voided: ghi nhầm"), "\(form.noun)")
      #expect(try desk.get("\(path)/history").text.contains("ghi nhầm"), "\(form.noun)")
      let (_, back) = try desk.follow("\(path)/restore")
      #expect(back.text.contains("no longer voided"), "\(form.noun)")
    }
  }

  @Test func `a form that is sent twice makes one record`() throws {
    let (draft, page) = try desk.follow("/difficulties/new")
    let sent =
      TestDesk.fields(of: page).map { ($0.0, $0.0 == "reason-code" ? "no-network" : $0.1) }
      + [("seen", "1"), ("action", "save")]
    let first = try desk.post(draft, sent), second = try desk.post(draft, sent)
    #expect(first.status == 303 && first.location == second.location)
    #expect(try count(RecordForms.difficulty) == 1)
  }

  @Test func `all problems stand at their fields, and what was typed is kept`() throws {
    let (draft, page) = try desk.follow("/consents/new", [("about", resident)])
    let fields = TestDesk.fields(of: page).map { ($0.0, $0.0 == "date" ? "31/02/2026" : $0.1) }
    let refused = try desk.post(draft, fields + [("seen", "1"), ("action", "save")])
    #expect(refused.status == 422)
    for name in ["purpose", "given", "mode", "wording", "date"] {
      #expect(refused.text.contains("href=\"#\(name)\""), "\(name)")
    }
    #expect(try desk.get(draft).text.contains("31/02/2026"))
    #expect(try count(RecordForms.consent) == 0)
  }

  @Test func `a name in place of a code is looked for, and taken by one press`() throws {
    let (draft, _) = try desk.follow("/consents/new")
    let found = try desk.post(
      draft, [("resident", "ho thi lan"), ("seen", "1"), ("action", "find-resident")])
    let page = try desk.get(try #require(found.location))
    #expect(page.text.contains("value=\"take-resident-\(resident)\""))
    let taken = try desk.post(draft, [("seen", "9"), ("action", "take-resident-\(resident)")])
    let filled = try desk.get(try #require(taken.location))
    #expect(TestDesk.fields(of: filled).contains { $0 == ("resident", resident) })
    #expect(filled.text.contains("\(resident) Hồ Thị Lan"))
  }

  @Test func `what can be seen of a resident is one press, and stands on their page`() throws {
    let path = "/residents/\(resident)"
    #expect(try desk.get(path).text.contains("action=\"/observations/new\""))
    let (to, page) = try record(
      RecordForms.observation, about: resident, given: [("kind", "vneid")], ["level": "level-2"])
    #expect(to == path && page.text.contains("level 2"))
    #expect(page.text.contains("id=\"observations\""))
    // It is about their household too.
    #expect(try desk.get("/households/\(household)").text.contains("level 2"))
    // A level of another kind is no level of this one.
    let (draft, form) = try desk.follow(
      "/observations/new", [("about", resident), ("kind", "vneid")])
    let sent = TestDesk.fields(of: form).map { ($0.0, $0.0 == "level" ? "fibre" : $0.1) }
    let refused = try desk.post(draft, sent + [("seen", "1"), ("action", "save")])
    #expect(refused.status == 422 && refused.text.contains("href=\"#level\""))
  }

  @Test func `a task about a household stands on its page and, when due, on Today`() throws {
    let (draft, form) = try desk.follow("/tasks/new", [("about", household)])
    let begun = TestDesk.fields(of: form)
    #expect(begun.contains { $0 == ("household", household) })
    let refused = try desk.post(draft, begun + [("seen", "1"), ("action", "save")])
    #expect(refused.status == 422 && refused.text.contains("href=\"#title\""))
    let (_, page) = try record(
      RecordForms.task, about: household,
      ["due": "19/11/2026", "title": "mượn máy"])
    #expect(page.text.contains("id=\"tasks\"") && page.text.contains("mượn máy"))
    let code = try newest(RecordForms.task)
    let today = try desk.get("/today").text
    #expect(today.contains("/tasks/\(code)") && today.contains("/households/\(household)"))
    #expect(try desk.get("/tasks/\(code)").text.contains("/households/\(household)"))
    let listed = try desk.use { laptop in
      var filter = FormFilter()
      filter.values = [
        (
          TaskTable.household,
          .integer(try laptop.records.reader.resolveOne(household, as: .household).rawValue)
        )
      ]
      return try laptop.records.reader.formRecords(RecordForms.task, filter).map(\.header.codeText)
    }
    #expect(listed == [code])
    _ = try desk.change("/tasks/\(code)", ["status": "done"])
    #expect(try !desk.get("/today").text.contains("/tasks/\(code)"))
  }

  @Test func `two tabs on one new form are on one draft`() throws {
    let first = try desk.follow("/tasks/new").path
    #expect(try desk.follow("/tasks/new").path == first)
  }

  @Test func `a form that was only looked at is no draft, and what was begun is`() throws {
    let (draft, _) = try desk.follow("/tasks/new")
    #expect(try !desk.get("/today").text.contains(draft))
    _ = try desk.post(draft, [("title", "Mượn máy chiếu"), ("seen", "1"), ("action", "later")])
    #expect(try desk.get("/today").text.contains(draft))
    let (again, form) = try desk.follow("/tasks/new")
    #expect(again == draft && form.text.contains("Mượn máy chiếu"))
  }

  @Test func `a dossier is put right, and what was promised stays`() throws {
    let path = "/submissions/\(dossier)"
    let before = try desk.use { laptop in
      let reader = laptop.records.reader
      return try reader.existing(
        Submission.self, reader.resolveOne(dossier, as: .submission)
      ).appointment
    }
    let (to, page) = try desk.change(path, ["dossier_code": "H-77", "fee": "50.000 đ"])
    #expect(to == path && page.text.contains("H-77"))
    #expect(try desk.changed(dossier) == ["dossier_code", "fee"])
    let after = try desk.use { laptop in
      let reader = laptop.records.reader
      return try reader.existing(
        Submission.self, reader.resolveOne(dossier, as: .submission)
      ).appointment
    }
    #expect(before != nil && before == after)
    let (draft, form) = try desk.follow("\(path)/edit")
    let sent = TestDesk.fields(of: form).map { ($0.0, $0.0 == "paid_online" ? "60000" : $0.1) }
    let refused = try desk.post(draft, sent + [("seen", "1"), ("action", "save")])
    #expect(refused.status == 422 && refused.text.contains("href=\"#paid_online\""))
  }
}
