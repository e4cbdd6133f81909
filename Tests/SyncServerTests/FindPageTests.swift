import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// A code leads to its record, from a list and from one box, and a record says all that is in it.
@Suite struct FindPageTests {
  private func links(_ page: String, _ prefix: String) -> [(address: String, text: String)] {
    page.matches(of: /href="([^"]*)">([A-Z]-[0-9A-Z]{5}-[0-9A-Z]+-[0-9A-Z])</)
      .map { (String($0.1), String($0.2)) }.filter { $0.address.hasPrefix(prefix) }
  }

  @Test func `the code of every record behind a number opens that record`() throws {
    let world = try ReportWorld(seed: 961, visits: 40)
    let year = try #require(Period(.year, holding: world.today))
    for (number, prefix) in [
      ("visits", "/records/V-"), ("counted", "/records/A-"), ("residents", "/records/R-"),
      ("submissions", "/records/S-"), ("not-counted", "/records/A-"),
    ] {
      let page = try world.page("/reports/records?period=\(year)&number=\(number)&by=none")
      let found = links(page, prefix)
      #expect(found.count == min(50, ReportWorld.lines(of: page)) && !found.isEmpty, "\(number)")
      for link in found.prefix(5) {
        let answer = try world.world.get(link.address, cookie: world.coordinator)
        let target = answer.headers["Location"] ?? link.address
        #expect(try world.page(target).contains(link.text), "\(link)")
      }
    }
    // Whoever may not open records is not led to them.
    let lead =
      try world.world.signIn(as: try world.world.rights(.teamLead), "to-truong")
      + "; camtay-language=en"
    let page = try world.page("/reports/records?period=\(year)&number=visits&by=none", as: lead)
    #expect(links(page, "/records/").isEmpty && page.contains("V-"))
    let rates = try world.page("/reports/rates/records?period=\(year)&rate=online")
    #expect(links(rates, "/records/S-").count > 0)
  }

  @Test func `a household, a resident and a dossier say what is in them and lead to each other`()
    throws
  {
    let world = try ReportWorld(seed: 962, visits: 40)
    let (household, resident, dossier) = try world.world.centre.read { reader in
      let dossier = try #require(
        try reader.assists(page: .all).flatMap { try reader.submissions(assist: $0.id) }.first)
      let resident = try #require(try reader.residents(page: .all).first)
      let row = try #require(resident.household)
      let home = try #require(try reader.record(Household.self, row))
      return (home, resident, dossier)
    }
    let home = try world.page("/records/\(household.codeText)")
    #expect(home.contains("/records/\(resident.codeText)") && home.contains("/records/V-"))
    let person = try world.page("/records/\(resident.codeText)")
    let name = try #require(resident.fullName)
    #expect(person.contains(name))
    #expect(person.contains("/records/\(household.codeText)"))
    let filed = try world.page("/records/\(dossier.codeText)")
    #expect(filed.contains("News of the dossier") && filed.contains("No news since it was filed"))
    // The log keeps who looked, and other units and trainers do not.
    let other =
      try world.world.signIn(as: try world.world.rights(.coordinator, unit: "17728"), "khac")
      + "; camtay-language=en"
    #expect(try world.world.get("/records/\(household.codeText)", cookie: other).status == 404)
    let trainer = try world.world.signIn(as: try world.world.rights(.trainer), "huan")
    #expect(try world.world.get("/records/\(household.codeText)", cookie: trainer).status == 403)
    #expect(try world.world.get("/find?q=V", cookie: trainer).status == 403)
  }

  @Test func `one box finds a code however it is typed, and a part of it`() throws {
    let world = try ReportWorld(seed: 963, visits: 40)
    let visit = try #require(try world.laptops[0].field.reader.visits(page: .all).first)
    let code = visit.codeText
    let parts = code.split(separator: "-").map(String.init)
    for typed in [
      code, code.lowercased(), code.replacing("-", with: ""), code.replacing("-", with: " "),
      code.replacing("-", with: "").lowercased(),
    ] {
      let answer = try world.world.get(
        "/find?q=\(typed.replacing(" ", with: "+"))", cookie: world.coordinator)
      #expect(answer.headers["Location"] == "/records/\(code)", "\(typed)")
    }
    // Without the kind or the check character, or the laptop's part alone, it is one of several.
    for typed in [
      "\(parts[1])-\(parts[2])", "\(parts[0])-\(parts[1])-\(parts[2])", parts[1],
      "\(parts[2])\(parts[3])",
    ] {
      let answer = try world.world.get("/find?q=\(typed)", cookie: world.coordinator)
      let text = String(decoding: answer.body, as: UTF8.self)
      let isFound = answer.headers["Location"] == "/records/\(code)" || text.contains(code)
      #expect(isFound, "\(typed)")
    }
    for typed in ["ZZZZZ-ZZZ", "%2A%2A", "đường", String(repeating: "2", count: 60)] {
      let query = typed.replacing("đường", with: "%C4%91%C6%B0%E1%BB%9Dng")
      #expect(
        try world.page("/find?q=\(query)").contains("No record within your reach"), "\(typed)")
    }
    let other =
      try world.world.signIn(as: try world.world.rights(.coordinator, unit: "17728"), "khac")
      + "; camtay-language=en"
    #expect(try world.page("/find?q=\(code)", as: other).contains("No record within your reach"))
  }

  @Test func `a visit under review has what was agreed to, seen and filed`() throws {
    let world = try ReportWorld(seed: 964, visits: 40)
    let laptop = world.laptops[0]
    let reader = laptop.field.reader
    let (visit, dossier) = try #require(
      try reader.visits(page: .all).compactMap { visit -> (Visit, Submission)? in
        let assists = try reader.assists(visit: visit.id)
        let dossier = try assists.flatMap { try reader.submissions(assist: $0.id) }.first
        return dossier.map { (visit, $0) }
      }.first)
    let home = try #require(
      try visit.household.flatMap { try reader.record(Household.self, $0) }?.codeText)
    for (form, texts) in [
      (
        RecordForms.consent,
        [
          "household": home, "purpose": "keep-details", "given": "yes", "mode": "spoken",
          "wording": "2026-1",
        ]
      ),
      (RecordForms.observation, ["household": home, "kind": "connectivity", "level": "fibre"]),
    ] {
      world.world.clock.advance(seconds: 1)
      _ = try laptop.field.add(
        form, FormDraft(form, texts), author: laptop.member, clock: laptop.laptopClock())
    }
    world.world.clock.advance(seconds: 1)
    _ = try laptop.field.addSubmissionEvent(
      SubmissionEventDraft(status: "processing"), to: dossier.id, author: laptop.member,
      clock: laptop.laptopClock())
    try laptop.sync()
    let page = try world.page("/review/\(visit.id.rawValue)")
    for words in ["Consent", "Observation", "Dossier \(dossier.codeText)", "processing"] {
      #expect(page.contains(words), "\(words)")
    }
    for kind in ["C", "Q"] {
      let link = try #require(links(page, "/records/\(kind)-").first)
      #expect(try world.page(link.address).contains("/records/\(home)"))
    }
  }
}
