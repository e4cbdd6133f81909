import FieldWork
import Testing

@testable import FieldAgent

@Suite struct CorrectionPageTests {
  private struct World {
    let centre: TestCentre
    let desk: TestDesk
    let household: String
    let resident: String
    let visit: String
    let assist: String
  }

  /// A laptop with a visit and an assist without evidence.
  private func recorded() throws -> World {
    let centre = try TestCentre()
    let laptop = try TestLaptop(of: centre)
    let household = try laptop.save(
      "household", "add", "--place", "Xóm 1", "--name", "Đức", "--phone", "0912000111")
    let resident = try laptop.save(
      "resident", "add", "--household", household, "--name", "Hồ Thị Lan", "--birth", "3/1950")
    let visit = try laptop.save(
      "visit", "add", "--household", household, "--outcome", "met", "--date", "17/11/2026",
      "--note", "mang theo sổ")
    let assist = try laptop.save(
      "assist", "add", "--visit", visit, "--resident", resident, "--service", "1.004222",
      "--mode", "guided", "--outcome", "completed")
    return World(
      centre: centre, desk: try TestDesk(laptop), household: household, resident: resident,
      visit: visit, assist: assist)
  }

  @Test func `only what was changed in a form is written`() throws {
    let world = try recorded()
    let desk = world.desk
    let (path, page) = try desk.change(
      "/households/\(world.household)", ["address": "ngõ 3"])
    #expect(path == "/households/\(world.household)" && page.text.contains("ngõ 3"))
    #expect(try desk.changed(world.household) == ["address"])

    _ = try desk.change("/residents/\(world.resident)", ["birth": "18/03/1950"])
    #expect(try desk.get("/residents/\(world.resident)").text.contains("18/3/1950"))
    #expect(try desk.changed(world.resident).contains("birth_day"))
    #expect(try !desk.changed(world.resident).contains("full_name"))

    let visited = try desk.change("/visits/\(world.visit)", ["minutes": "45"]).page
    #expect(visited.text.contains("45") && visited.text.contains("mang theo sổ"))
    #expect(try desk.changed(world.visit) == ["minutes"])
  }

  @Test func `evidence that comes later makes an assist count`() throws {
    let world = try recorded()
    let path = "/assists/\(world.assist)"
    #expect(try world.desk.get(path).text.contains("Provisional"))
    let (_, page) = try world.desk.change(
      path, ["assist-1-evidence_kind": "spoken", "assist-1-evidence": "An"])
    #expect(page.text.contains("It counts."))
    #expect(try world.desk.changed(world.assist) == ["evidence_kind", "evidence"])
    // The name comes off where consent was withdrawn.
    _ = try world.desk.change(path, ["assist-1-resident": ""])
    #expect(try world.desk.get(path).text.contains("without a name"))
  }

  @Test func `a form that was only looked at shows the record anew, and is no draft`() throws {
    let world = try recorded()
    let path = "/households/\(world.household)"
    let (first, _) = try world.desk.follow("\(path)/edit")
    #expect(try !world.desk.get("/today").text.contains(first))
    try world.desk.use { laptop in
      let records = laptop.records
      let id = try records.reader.resolveOne(world.household, as: .household)
      _ = try laptop.writing { records, clock in
        try records.editHousehold(
          id, HouseholdDraft(name: "Đức Anh"), author: nil, clock: clock)
      }
    }
    let (second, form) = try world.desk.follow("\(path)/edit")
    // It is the same draft: another tab may show it.
    #expect(second == first && form.text.contains("value=\"Đức Anh\""))
    let (_, page) = try world.desk.follow(
      second, TestDesk.fields(of: form) + [("seen", "1"), ("action", "save")])
    #expect(page.text.contains("Nothing was changed."))
  }

  @Test func `what others wrote meanwhile stays where this form did not touch it`() throws {
    let world = try recorded()
    let (draft, form) = try world.desk.follow("/households/\(world.household)/edit")
    try world.desk.use { laptop in
      let id = try laptop.records.reader.resolveOne(world.household, as: .household)
      _ = try laptop.writing { records, clock in
        try records.editHousehold(
          id, HouseholdDraft(phone: "0988000222"), author: nil, clock: clock)
      }
    }
    let sent = TestDesk.fields(of: form).map { ($0.0, $0.0 == "name" ? "Hồ Đức" : $0.1) }
    let (_, page) = try world.desk.follow(draft, sent + [("seen", "1"), ("action", "save")])
    #expect(page.text.contains("Hồ Đức"))
    let phone = try world.desk.use { laptop in
      let reader = laptop.records.reader
      let id = try reader.resolveOne(world.household, as: .household)
      return try reader.existing(Household.self, id).phone
    }
    #expect(phone?.filter(\.isNumber).hasSuffix("988000222") == true, "\(phone ?? "")")
  }

  @Test func `a void asks for its reason, says what it does, and is taken back`() throws {
    let world = try recorded()
    let path = "/visits/\(world.visit)"
    let form = try world.desk.get("\(path)/void").text
    #expect(form.contains("visits 1 → 0"))
    // What is missing is said by this program, in the language of the page.
    #expect(form.contains("action=\"\(path)/void\" novalidate"))
    let refused = try world.desk.post("\(path)/void", [("reason", " ")])
    #expect(refused.status == 422 && refused.text.contains("aria-invalid"))
    let (to, page) = try world.desk.follow("\(path)/void", [("reason", "ghi hai lần")])
    #expect(to == path && page.text.contains("ghi hai lần"))
    #expect(try world.desk.get("/visits").text.contains("voided: ghi hai lần"))
    let sending = try world.desk.get("/send").text
    let link = try #require(sending.firstRange(of: "href=\"\(path)\""))
    #expect(sending[link.upperBound...].prefix(300).contains("voided"), "\(sending)")
    #expect(try world.desk.get("\(path)/history").text.contains("ghi hai lần"))
    let (_, back) = try world.desk.follow("\(path)/restore")
    #expect(back.text.contains("no longer voided"))
    #expect(try !world.desk.get("/visits").text.contains("voided:"))
  }

  @Test func `a void asks which dossiers go along, and the one that stays says so`() throws {
    let world = try recorded()
    let rows = try world.desk.use { laptop in
      try laptop.writing { records, clock in
        let assist = try records.reader.resolveOne(world.assist, as: .assist)
        return try ["B-1", "B-2"].map { code in
          try records.addSubmission(
            SubmissionDraft(assist: assist, channel: "online", dossierCode: code), author: nil,
            clock: clock)
        }
      }
    }
    let path = "/visits/\(world.visit)"
    let (first, second) = (rows[0], rows[1])
    let form = try world.desk.get("\(path)/void").text
    // What is said holds however the boxes are ticked before it is sent.
    #expect(form.contains("If all dossiers go along: Counted on this laptop: visits 1 → 0"))
    #expect(form.contains("If all dossiers stay: Counted on this laptop: visits 1 → 0"))
    let staying = form.components(separatedBy: "If all dossiers stay: ").last ?? ""
    #expect(!staying.prefix(200).contains("dossiers 2"), "\(staying.prefix(200))")
    #expect(form.contains("households and residents stay"))
    #expect(form.contains("dossiers 2 → 0") && form.contains("\(first.codeText) · B-1"))
    #expect(form.matches(of: /name="void_dossier" value="[0-9]+" checked/).count == 2)
    // One of the two is kept, also where the reason was forgotten first.
    let ticked = [("boxes", "void_dossier"), ("void_dossier", String(second.id.rawValue))]
    let refused = try world.desk.post("\(path)/void", [("reason", "")] + ticked)
    #expect(refused.status == 422 && refused.text.contains("dossiers 2 → 1"))
    #expect(refused.text.contains("As you sent it: "))
    #expect(refused.text.matches(of: /name="void_dossier" value="[0-9]+" checked/).count == 1)
    let (_, page) = try world.desk.follow("\(path)/void", [("reason", "nhầm hộ")] + ticked)
    #expect(page.text.contains("With it: dossier \(second.codeText)."))
    let kept = try world.desk.get("/submissions/\(first.codeText)").text
    #expect(kept.contains("\(world.visit), with which this dossier was recorded, is void."))
    // What was really filed is still handed out on paper, without what is void.
    let slipPath = "/submissions/\(first.codeText)/slip"
    #expect(kept.contains("href=\"\(slipPath)\""))
    let slip = try world.desk.get(slipPath).text
    #expect(slip.contains("B-1") && slip.contains("Slip \(first.codeText)"), "\(slip)")
    #expect(!slip.contains("B-2") && !slip.contains(world.visit), "\(slip)")
    #expect(try world.desk.get("/submissions/\(second.codeText)/slip").status != 200)
    #expect(try world.desk.get("/submissions/\(second.codeText)").text.contains("nhầm hộ"))
    #expect(try world.desk.get("/waiting").text.contains("1 dossier waits"))
    let (_, back) = try world.desk.follow("\(path)/restore")
    #expect(back.text.contains("With it: dossier \(second.codeText)."))
    #expect(try world.desk.get("/waiting").text.contains("2 dossiers wait"))
  }

  @Test func `a voided visit, assist or dossier says so in the title of its page`() throws {
    let world = try recorded()
    let dossier = try world.desk.use { laptop in
      try laptop.writing { records, clock in
        try records.addSubmission(
          SubmissionDraft(
            assist: try records.reader.resolveOne(world.assist, as: .assist), channel: "online"),
          author: nil, clock: clock
        ).codeText
      }
    }
    let paths = ["/submissions/\(dossier)", "/assists/\(world.assist)", "/visits/\(world.visit)"]
    for path in paths {
      #expect(try !world.desk.get(path).text.contains("(voided)"))
      _ = try world.desk.follow("\(path)/void", [("reason", "ghi hai lần")])
      let text = try world.desk.get(path).text
      #expect(text.firstMatch(of: /<title>[^<]*\(voided\)[^<]*<\/title>/) != nil, "\(path)")
      #expect(text.firstMatch(of: /<h1[^>]*>.*?\(voided\).*?<\/h1>/) != nil, "\(path)")
    }
  }
}
