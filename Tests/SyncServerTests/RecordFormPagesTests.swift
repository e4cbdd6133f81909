import FieldWork
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Records that forms describe, written down, changed and voided on the centre's pages.
@Suite struct RecordFormPagesTests {
  private func text(_ response: ClientResponse) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func signedIn(_ world: CentreWorld) throws -> String {
    try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
  }

  private func ticket(_ page: String) throws -> String {
    try #require(page.firstMatch(of: /name="ticket" value="([^"]+)"/).map { String($0.1) })
  }

  private func records(_ world: CentreWorld, _ form: RecordForm) throws -> [FormRecord] {
    var filter = FormFilter()
    filter.includesVoided = true
    return try world.centre.read { try $0.formRecords(form, filter, page: .all) }
  }

  @Test func `a new record is written once, however often its form is sent`() throws {
    let world = try CentreWorld(seed: 821)
    let cookie = try signedIn(world)
    let page = text(try world.get("/new/difficulty", cookie: cookie))
    #expect(page.contains(">Xóm 1</option>"))
    let place = try world.centre.read { try $0.places()[0].codeText }
    let fields = [
      ("ticket", try ticket(page)), ("reason-code", "no-network"), ("place", place),
      ("date", "01/09/2025"), ("status", "open"), ("text", "Cả xóm không có sóng"),
    ]
    let bad = fields.map { $0.0 == "date" ? ("date", "x") : $0 }
    let refused = try world.send(bad, to: "/new/difficulty", cookie: cookie)
    #expect(refused.status == 422 && text(refused).contains("field-error"))
    #expect(text(refused).contains("Cả xóm không có sóng"))
    let again = fields.map { $0.0 == "ticket" ? ("ticket", "") : $0 }
    let sentTwice = text(try world.send(again, to: "/new/difficulty", cookie: cookie))
    #expect(sentTwice.contains("wrote nothing"))
    #expect(try records(world, RecordForms.difficulty).isEmpty)
    let good = [("ticket", try ticket(text(refused)))] + fields.dropFirst()
    let saved = try world.send(good, to: "/new/difficulty", cookie: cookie)
    #expect(saved.status == 303, "\(text(saved))")
    #expect(try world.send(good, to: "/new/difficulty", cookie: cookie).status == 422)
    #expect(try records(world, RecordForms.difficulty).count == 1)
    let own = try #require(saved.headers["Location"])
    let shown = text(try world.get(own, cookie: cookie))
    #expect(shown.contains("Cả xóm không có sóng") && shown.contains("Saved at the centre."))
    #expect(try world.get("/new/nonsense", cookie: cookie).status == 404)
  }

  @Test func `a change writes what was changed in the form and leaves the rest to others`() throws {
    let world = try CentreWorld(seed: 822)
    let cookie = try signedIn(world)
    let form = RecordForms.device
    let code = try world.centre.change { records, clock in
      let saved = try records.add(
        form, FormDraft(form, ["label": "Máy 1", "model": "cũ"]), author: nil, clock: clock)
      return try records.reader.codeText(of: saved.id, in: form.table)
    }
    let page = text(try world.get("/edit/\(code)", cookie: cookie))
    // Somebody else changes the model while the form is open.
    let id = try #require(try records(world, form).first?.header.id)
    _ = try world.centre.change { records, clock in
      try records.edit(form, id, FormDraft(form, ["model": "mới"]), author: nil, clock: clock)
    }
    let sent = try world.send(
      [
        ("ticket", try ticket(page)), ("label", "Máy số 1"), ("was-label", "Máy 1"),
        ("model", "cũ"), ("was-model", "cũ"),
      ], to: "/edit/\(code)", cookie: cookie)
    #expect(sent.status == 303, "\(text(sent))")
    let record = try #require(try records(world, form).first)
    #expect(record.text(DeviceTable.label) == "Máy số 1")
    #expect(record.text(DeviceTable.model) == "mới")
  }

  @Test func `a record is voided with a reason, and that is taken back`() throws {
    let world = try CentreWorld(seed: 823)
    let cookie = try signedIn(world)
    let form = RecordForms.campaign
    let code = try world.centre.change { records, clock in
      let saved = try records.add(
        form, FormDraft(form, ["name": "Ra quân", "from": "01/09/2026", "to": "30/09/2026"]),
        author: nil, clock: clock)
      return try records.reader.codeText(of: saved.id, in: form.table)
    }
    #expect(try world.send([("reason", " ")], to: "/void/\(code)", cookie: cookie).status == 422)
    for _ in 0..<2 {
      let sent = try world.send([("reason", "ghi nhầm")], to: "/void/\(code)", cookie: cookie)
      #expect(sent.status == 303)
    }
    #expect(try records(world, form).first?.isVoided == true)
    #expect(try world.get("/edit/\(code)", cookie: cookie).status == 403)
    let back = try world.send([("act", "restore")], to: "/void/\(code)", cookie: cookie)
    #expect(back.status == 303)
    #expect(try records(world, form).first?.isVoided == false)
  }

  @Test func `a campaign for everybody is changed by whoever sees everybody`() throws {
    let world = try CentreWorld(seed: 824)
    let part = try world.signIn(as: try world.rights(.coordinator, unit: "17713"), "lan")
    let fields = [("name", "Ra quân"), ("from", "01/09/2026"), ("to", "30/09/2026")]
    let wide = try world.send(
      fields + [("ticket", world.centre.formTickets.issue())], to: "/new/campaign", cookie: part)
    #expect(wide.status == 422 && text(wide).contains("phạm vi"))
    #expect(try records(world, RecordForms.campaign).isEmpty)
    let place = try world.centre.read { try $0.places()[0].codeText }
    let own = try world.send(
      fields + [("ticket", world.centre.formTickets.issue()), ("place", place)],
      to: "/new/campaign", cookie: part)
    #expect(own.status == 303, "\(text(own))")
    #expect(try records(world, RecordForms.campaign).count == 1)
  }
}
