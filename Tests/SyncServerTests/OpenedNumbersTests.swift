import FieldWork
import Foundation
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Every number of the pages beside the reports, against the list that it opens and against SQL that
/// shares nothing with the function that counted it.
@Suite struct OpenedNumbersTests {
  @Test func `every number of VNeID opens its residents, as a query of its own counts them`() throws
  {
    let world = try ReportWorld(seed: 921, visits: 4)
    for (laptop, levels) in zip(
      world.laptops,
      [["level-2", "level-1", "none", "level-2", "none"], ["level-1", "level-2", "level-2"]])
    {
      let residents = try laptop.field.reader.connection.rows(
        "SELECT rid FROM resident WHERE \(OpenedNumbers.stands) ORDER BY rid"
      ) { RowID(rawValue: try $0.integer(at: 0)) }.compactMap(\.self)
      for (row, level) in zip(residents.dropFirst(2), levels) {
        _ = try OpenedNumbers.add(
          RecordForms.observation,
          [
            "resident": try laptop.field.reader.codeText(of: row), "kind": "vneid",
            "level": level,
          ], at: laptop, world)
      }
      // Asked once more, which then stands.
      _ = try OpenedNumbers.add(
        RecordForms.observation,
        [
          "resident": try laptop.field.reader.codeText(of: residents[3]), "kind": "vneid",
          "level": "level-2",
        ], at: laptop, world)
      try laptop.sync()
    }
    let numbers = try OpenedNumbers.check("/vneid", world)
    // All were born in 1950, and no row of the two that are one person was asked.
    let latest = """
      (SELECT o.level FROM observation AS o WHERE o.resident = r.rid AND o.kind = 1
        AND o.hidden IS NULL AND o.void_reason IS NULL ORDER BY o.date DESC, o.rid DESC LIMIT 1)
      """
    let twins = world.doubles.keys.map { "\($0.rawValue)" }.joined(separator: ",")
    func people(_ condition: String) throws -> Int {
      try OpenedNumbers.count(
        world,
        """
        SELECT count(*) FROM resident AS r JOIN household AS h ON h.rid = r.household
        WHERE r.hidden IS NULL AND r.void_reason IS NULL AND r.rid NOT IN (\(twins))
          AND \(condition)
        """)
    }
    for (part, condition) in [
      ("adults", "1"), ("level2", "\(latest) = 2"), ("missing", "coalesce(\(latest), 0) < 2"),
      ("level1", "\(latest) = 1"), ("without", "\(latest) = 0"),
      ("not-asked", "\(latest) IS NULL"),
    ] {
      let whole = try people(condition)
      if ["adults", "level2", "missing"].contains(part) {
        #expect(numbers["/vneid/people?part=\(part)"] == whole, "\(part)")
      }
      let places = try world.world.centre.read { try $0.places() }
      var sum = 0
      for place in places {
        let wanted = try people("\(condition) AND h.place = \(place.id.rawValue)")
        let shown = numbers["/vneid/people?part=\(part)&hamlet=\(place.codeText)"] ?? 0
        #expect(shown == wanted, "\(part) of \(place.codeText)")
        sum += shown
      }
      #expect(sum == whole && (whole > 0), "\(part)")
    }
    let file = String(
      decoding: try world.world.get("/vneid/people.csv?part=missing", cookie: world.coordinator)
        .body, as: UTF8.self)
    #expect(file.contains("Xóm 1") && !file.contains("Người"))
    #expect(try world.page("/vneid/people?part=missing").contains("Người 2 1"))
  }

  @Test func `every number of a session opens its records, as queries of their own count them`()
    throws
  {
    let world = try ReportWorld(seed: 922, visits: 4)
    let laptop = world.laptops[0]
    let reader = laptop.field.reader
    let place = try reader.findPlace("Xóm 1").codeText
    let session = try OpenedNumbers.add(
      RecordForms.session, ["kind": "training", "topic": "VNeID", "place": place], at: laptop,
      world)
    let code = try reader.codeText(of: session, in: SessionTable.definition)
    let household = try #require(try reader.households(page: .all).first).id
    for number in 0..<3 {
      world.world.clock.advance(seconds: 1)
      var draft = VisitDraft(household: household, outcome: "met")
      draft.session = session
      let visit = try laptop.field.addVisit(
        draft, author: laptop.member, clock: laptop.laptopClock()
      ).id
      for _ in 0...number {
        world.world.clock.advance(seconds: 1)
        let assist = try laptop.field.addAssist(
          AssistDraft(
            visit: visit, service: "1.001193", mode: "guided", outcome: "completed",
            evidenceKind: "spoken", evidence: "An"), author: laptop.member,
          clock: laptop.laptopClock())
        guard number == 1 else { continue }
        var dossier = SubmissionDraft(assist: assist.id, procedure: "1.001193", channel: "online")
        dossier.session = session
        _ = try laptop.field.addSubmission(
          dossier, author: laptop.member, clock: laptop.laptopClock())
      }
      if number == 0 {
        try laptop.field.void(
          .visit, visit, reason: "ghi nhầm", author: laptop.member, clock: laptop.laptopClock())
      }
    }
    for member in try reader.members().prefix(2) {
      _ = try OpenedNumbers.add(
        RecordForms.attendance, ["session": code, "member": member.codeText], at: laptop, world)
    }
    _ = try OpenedNumbers.add(
      RecordForms.tally, ["session": code, "measure": "leaflets", "count": "40"], at: laptop, world)
    try laptop.sync()
    let wanted = try ["submission", "visit", "attendance", "tally"].map { table in
      try OpenedNumbers.count(
        world,
        "SELECT count(*) FROM \(table) WHERE session = \(session.rawValue) AND \(OpenedNumbers.stands)"
      )
    }
    let assists = try OpenedNumbers.count(
      world,
      """
      SELECT count(*) FROM assist WHERE \(OpenedNumbers.stands) AND visit IN (SELECT rid FROM visit
        WHERE session = \(session.rawValue) AND \(OpenedNumbers.stands))
      """)
    #expect(wanted == [2, 2, 2, 1] && assists == 5)
    let path = "/sessions/\(code)/records?kind="
    for page in ["/sessions", "/sessions/\(code)"] {
      let numbers = try OpenedNumbers.check(page, world)
      let shown = ["dossiers", "visits", "attendances", "tallies", "assists"].map {
        numbers[path + $0]
      }
      #expect(shown == wanted + [assists], "\(page)")
    }
    #expect(try world.page("/sessions/\(code)/records").contains("All 12 lines."))
    let file = try world.world.get("/sessions/\(code)/records.csv", cookie: world.coordinator)
    #expect(String(decoding: file.body, as: UTF8.self).contains(code))
  }

  @Test func `every number of places opens what it counts, as queries of their own count it`()
    throws
  {
    let world = try ReportWorld(seed: 923, visits: 4)
    _ = try world.world.enrolLaptop("máy ba", member: "Nguyễn Văn An")
    let wanted = try [
      "SELECT count(*) FROM place WHERE hidden IS NULL AND commune_code = '17713'",
      "SELECT count(*) FROM household WHERE \(OpenedNumbers.stands)",
      "SELECT count(*) FROM team WHERE hidden IS NULL", "SELECT count(*) FROM peer WHERE team > 0",
      "SELECT count(*) FROM peer WHERE team > 0 AND reported_through IS NULL",
    ].map { try OpenedNumbers.count(world, $0) }
    #expect(wanted == [2, 12, 2, 3, 1])
    let numbers = try OpenedNumbers.check("/places", world)
    let households = "/places/17713/households"
    #expect(numbers[households] == wanted[1] && numbers["/roster?unit=17713"] == wanted[2])
    #expect(numbers["/places/17713#hamlets"] == wanted[0])
    #expect(numbers["/places/17713#laptops"] == wanted[3])
    #expect(numbers["/laptops?unit=17713&state=unheard"] == wanted[4])
    let unit = try OpenedNumbers.check("/places/17713", world)
    #expect(unit[households] == wanted[1] && unit["#laptops"] == wanted[3])
    for place in try world.world.centre.read({ try $0.places() }) {
      let own = try OpenedNumbers.count(
        world,
        "SELECT count(*) FROM household WHERE place = \(place.id.rawValue) AND \(OpenedNumbers.stands)"
      )
      #expect(unit["\(households)?hamlet=\(place.codeText)"] == own, "\(place.codeText)")
    }
    let page = try world.page(households)
    #expect(page.contains("Hộ 1") && page.contains("href=\"/records/H-"))
    let file = try world.world.get(households + ".csv", cookie: world.coordinator)
    let text = String(decoding: file.body, as: UTF8.self)
    #expect(text.contains("Xóm 2") && !text.contains("Hộ 1"))
    let later = try world.page(households + "?on=01%2F12%2F2027")
    #expect(ReportWorld.lines(of: later) == wanted[1] && later.contains("Borders of 01/12/2027"))
  }

  @Test func `households of a unit are found by name, address or code, in the order asked for`()
    throws
  {
    let world = try ReportWorld(seed: 925, visits: 4)
    let path = "/places/17713/households"
    let all = try world.world.centre.read { try $0.households(page: .all).compactMap(\.name) }
    let own = try #require(all.last)
    func names(of query: String) throws -> [String] {
      try world.page(path + query).matches(of: /<td[^>]*>(Hộ [0-9]+)</).map { String($0.1) }
    }
    let sorted = all.sorted { left, right in
      PersonNameOrder.sortKey(fullName: left).lexicographicallyPrecedes(
        PersonNameOrder.sortKey(fullName: right))
    }
    #expect(try names(of: "?order=name") == sorted && sorted != sorted.reversed())
    #expect(try names(of: "?order=-name") == sorted.reversed())
    // As it is typed in a hurry: without marks, in other letters.
    let typed = own.lowercased().replacing("ộ", with: "o").replacing(" ", with: "+")
    let found = try names(of: "?q=\(typed)")
    #expect(found.contains(own) && found.allSatisfy { $0.hasPrefix(own) })
    let none = try world.page(path + "?q=kh%C3%B4ng+c%C3%B3+ai")
    #expect(!none.contains("Hộ 1") && ReportWorld.lines(of: none) == 0)
    let file = try world.world.get(path + ".csv?q=\(typed)", cookie: world.coordinator)
    let text = String(decoding: file.body, as: UTF8.self)
    #expect(text.contains("H-") && !text.contains(own))
  }

  @Test func `every number of a campaign's progress is what a query of its own finds`() throws {
    let world = try ReportWorld(seed: 924, visits: 4)
    let form = RecordForms.campaign
    let households = try world.world.centre.read { try $0.households(page: .all).map(\.id) }
    let campaign = try world.world.centre.change { records, clock in
      let saved = try records.add(
        form, FormDraft(form, ["name": "Ra quân", "from": "01/09/2025", "to": "20/12/2025"]),
        author: nil, clock: clock)
      // The last two households are not on the list.
      _ = try records.changeHouseholds(
        ofCampaign: saved.id, adding: households.dropLast(2), removing: [], author: nil,
        clock: clock)
      return saved.id
    }
    for laptop in world.laptops {
      try laptop.sync()
      let own = try laptop.field.reader.households(page: .all).map(\.id)
      for (row, outcomes) in zip(
        own.reversed(), [["met"], ["nobody-home", "met"], ["refused"], ["met", "not-found"]])
      {
        for outcome in outcomes {
          world.world.clock.advance(seconds: 1)
          var draft = VisitDraft(household: row, outcome: outcome)
          draft.campaign = campaign
          _ = try laptop.field.addVisit(
            draft, author: laptop.member, clock: laptop.laptopClock())
        }
      }
      try laptop.sync()
    }
    let code = try world.world.centre.read {
      try $0.codeText(of: campaign, in: CampaignTable.definition)
    }
    let listed = """
      SELECT value FROM head WHERE row = \(campaign.rawValue)
        AND table_id = \(CampaignTable.definition.id.rawValue)
        AND field = \(CampaignTable.households.id.rawValue)
      """
    func last(_ condition: String) -> String {
      """
      EXISTS (SELECT 1 FROM visit AS v WHERE v.household = h.rid AND \(condition)
        AND v.campaign = \(campaign.rawValue) AND v.hidden IS NULL AND v.void_reason IS NULL
        AND NOT EXISTS (SELECT 1 FROM visit AS w WHERE w.household = h.rid AND w.rid > v.rid
          AND w.campaign = v.campaign AND w.hidden IS NULL AND w.void_reason IS NULL))
      """
    }
    let conditions = [
      ("listed", "h.rid IN (\(listed))"), ("visited", "h.rid IN (\(listed)) AND \(last("1"))"),
      ("open", "h.rid IN (\(listed)) AND NOT \(last("1"))"),
      ("unlisted", "h.rid NOT IN (\(listed)) AND \(last("1"))"),
      ("met", "h.rid IN (\(listed)) AND \(last("v.outcome = 1"))"),
      ("nobody-home", "h.rid IN (\(listed)) AND \(last("v.outcome = 2"))"),
      ("refused", "h.rid IN (\(listed)) AND \(last("v.outcome = 3"))"),
      ("not-found", "h.rid IN (\(listed)) AND \(last("v.outcome = 5"))"),
    ]
    let own = "/campaigns/\(code)"
    let numbers = try OpenedNumbers.check(own, world)
    let all = try OpenedNumbers.check("/campaigns", world)
    for (state, condition) in conditions {
      let wanted = try OpenedNumbers.count(
        world,
        "SELECT count(*) FROM household AS h WHERE \(OpenedNumbers.stands) AND \(condition)")
      let address = "\(own)/households?state=\(state)"
      #expect(numbers[address] ?? 0 == wanted, "\(state)")
      if ["listed", "visited"].contains(state) { #expect(all[address] == wanted) }
    }
    #expect(numbers["\(own)/households?state=unlisted"] == 2)
  }
}
