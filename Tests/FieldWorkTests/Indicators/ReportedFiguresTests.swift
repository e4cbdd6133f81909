import SyncProtocol
import Testing

@testable import FieldWork

/// The figures of five field reports, counted from records that were made to hold them beside others
/// that look alike and must stay out.
struct ReportedFiguresTests {
  @Test func `728 residents were guided to file online in 2024`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    func guide(
      _ resident: RowID, on date: String, mode: String = "guided", outcome: String = "submitted"
    ) throws -> RowID {
      let visit = try world.visit(to: household, on: date)
      return try world.laptop.addAssist(
        AssistDraft(
          visit: visit, resident: resident, service: "1.001193", mode: mode, outcome: outcome,
          evidenceKind: outcome == "advised" ? nil : "dossier-code",
          evidence: outcome == "advised" ? nil : "H40.1-2024"),
        author: try world.member(), clock: world.clock()
      ).id
    }
    var residents: [RowID] = []
    for number in 0..<728 {
      let resident = try world.laptop.addResident(
        ResidentDraft(household: household, fullName: "Người \(number)", birth: "1950"),
        author: try world.member(), clock: world.clock()
      ).id
      residents.append(resident)
      let day = number % 28 + 1
      _ = try guide(resident, on: "\(day)/\(number % 12 + 1)/2024")
    }
    // Filing twice, or being two rows, makes nobody two people.
    for resident in residents.prefix(40) { _ = try guide(resident, on: "30/12/2024") }
    let twin = try world.resident("Người 0 viết lại", of: household)
    _ = try guide(twin, on: "02/05/2024")
    try world.laptop.link(
      .resident, residents[0], twin, isSame: true, author: try world.member(), clock: world.clock())
    for (name, date, mode, outcome) in [
      ("Năm trước", "31/12/2023", "guided", "submitted"),
      ("Năm sau", "01/01/2025", "guided", "submitted"),
      ("Làm thay", "05/05/2024", "on-behalf", "submitted"),
      ("Chỉ tư vấn", "05/05/2024", "guided", "advised"),
    ] {
      let other = try world.resident(name, of: household)
      _ = try guide(other, on: date, mode: mode, outcome: outcome)
    }
    let voided = try guide(
      try world.resident("Ghi nhầm", of: household), on: "06/06/2024")
    try world.laptop.void(
      .assist, voided, reason: "nhầm", author: nil, clock: world.clock())
    try world.sync(world.laptop)
    let query = CountQuery(
      month("2024"),
      where: [
        .mode: [.choice(AssistMode.guided)], .outcome: [.choice(AssistOutcome.submitted)],
      ])
    for store in [world.laptop, world.centre] {
      let count = try store.reader.count(query)
      #expect(count.total.residents == 728)
      #expect(count.total.countedAssists == 728 + 40 + 1)
    }
  }

  @Test func `950 dossiers came from Saturdays in the named sectors`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    let place = try world.code(try world.laptop.reader.findPlace("xom 1").id, .place)
    // Land, construction, civil status, certification, labour, war invalids, social affairs.
    let named = [
      ("Đất đai", 310), ("Hoạt động xây dựng", 45), ("Hộ tịch", 240), ("Chứng thực", 205),
      ("Lao động", 30), ("Người có công", 60), ("Bảo trợ xã hội", 60),
    ]
    func procedure(_ sector: String) throws -> String {
      try #require(Procedures.all.first { $0.sector == sector }).code
    }
    func session(_ kind: String, _ date: String) throws -> RowID {
      try world.add(
        RecordForms.session, ["kind": kind, "place": place, "date": date])
    }
    let saturdays = try ["07/06/2025", "14/06/2025", "21/06/2025"].map {
      try session("saturday", $0)
    }
    var number = 0
    func file(_ sector: String, _ session: RowID?, count: Int) throws -> [RowID] {
      try (0..<count).map { _ in
        number += 1
        return try world.dossier(
          resident, try procedure(sector), received: "\(number % 3 * 7 + 7)/06/2025 09:00",
          session: session)
      }
    }
    for (sector, count) in named {
      for (index, saturday) in saturdays.enumerated() {
        _ = try file(sector, saturday, count: count / 3 + (index < count % 3 ? 1 : 0))
      }
    }
    _ = try file("Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN", saturdays[0], count: 9)
    _ = try file("Hộ tịch", try session("support-point", "14/06/2025"), count: 8)
    _ = try file("Hộ tịch", nil, count: 7)
    for dossier in try file("Hộ tịch", saturdays[1], count: 6) {
      try world.laptop.void(
        .submission, dossier, reason: "nhầm", author: nil, clock: world.clock())
    }
    try world.sync(world.laptop)
    let query = CountQuery(
      month("2025-H1"), by: [.sector],
      where: [
        .sessionKind: [.integer(1)], .sector: Set(named.map { .text($0.0) }),
      ])
    for store in [world.laptop, world.centre] {
      let count = try store.reader.count(query)
      #expect(count.total.submissions == 950)
      let sectors = count.groups.map { ($0.keys[0].text(along: .sector), $0.numbers.submissions) }
      for (sector, expected) in named {
        #expect(sectors.first { $0.0 == sector }?.1 == expected, "\(sector)")
      }
      #expect(try store.reader.dossierFacts(query).count == 950)
    }
  }

  @Test func `112 dossiers were made at homes of elderly and disabled people`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    func file(_ channel: String, _ beneficiary: String?, count: Int) throws -> [RowID] {
      let visit = try world.laptop.addVisit(
        VisitDraft(household: household, date: "10/06/2025", outcome: "met", channel: channel),
        author: try world.member(), clock: world.clock()
      ).id
      return try (0..<count).map { _ in
        let assist = try world.laptop.addAssist(
          AssistDraft(
            visit: visit, service: "1.000080", mode: "on-behalf", outcome: "submitted",
            evidenceKind: "dossier-code", evidence: "H16.2", beneficiary: beneficiary),
          author: try world.member(), clock: world.clock()
        ).id
        return try world.dossier(nil, received: "10/06/2025 09:00", assist: assist)
      }
    }
    _ = try file("home", "elderly", count: 71)
    _ = try file("home", "disabled", count: 41)
    _ = try file("home", "poor", count: 5)
    _ = try file("home", nil, count: 6)
    _ = try file("desk", "elderly", count: 7)
    let voided = try file("home", "elderly", count: 2)
    for dossier in voided {
      try world.laptop.void(
        .submission, dossier, reason: "nhầm", author: nil, clock: world.clock())
    }
    try world.sync(world.laptop)
    for store in [world.laptop, world.centre] {
      let book = world.book("2025", at: store)
      #expect(try book.text("mobile-beneficiaries") == "112")
      #expect(try book.text("mobile-elderly") == "71")
      #expect(try book.text("mobile-disabled") == "41")
      #expect(try book.text("mobile") == "123")
    }
  }

  @Test func `108 dossiers in six months are all in time, and the backlog reads 0`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    var early = 0
    for number in 0..<108 {
      let month = number % 6 + 1
      let day = number % 5 + 5
      let dossier = try world.dossier(
        resident, received: "\(day)/\(month)/2025 09:00", appointment: "\(day + 7)/\(month)/2025")
      let isEarly = number % 3 > 0
      early += isEarly ? 1 : 0
      try world.event(
        "done", "\(isEarly ? day + 3 : day + 7)/\(month)/2025 10:00", of: dossier)
    }
    try world.sync(world.laptop)
    for store in [world.laptop, world.centre] {
      let book = world.book("2025-H1", at: store)
      #expect(try book.text("on-time") == "108/108")
      #expect(try book.text("settled-on-time") == "108/108")
      #expect(try book.text("early") == "\(early)/108")
      #expect(try book.text("late") == "0/108")
      #expect(try book.text("backlog") == "0")
      #expect(try book.percent("on-time") == "100,00 %")
    }
    // One dossier that is left lying changes all of it.
    let left = try world.dossier(
      resident, received: "16/06/2025 09:00", appointment: "20/06/2025")
    let book = world.book("2025-H1")
    #expect(try book.text("on-time") == "108/109")
    #expect(try book.text("backlog") == "1")
    let lines = try book.lines(of: try #require(Rate(named: "backlog")).form)
    #expect(lines.map(\.identity) == [.row(SubmissionTable.definition.id, left)])
  }

  @Test func `86,72 % of procedures, 55,13 % of dossiers and 74,02 % wholly online`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    func codes(_ level: ServiceLevel, _ count: Int) -> [String] {
      Array(Procedures.all.filter { $0.serviceLevel == level }.map(\.code).prefix(count))
    }
    let full = codes(.full, 108)
    let partial = codes(.partial, 20)
    /// What is paid online of each dossier of a fee, nil where none is due.
    var plan: [(code: String, isOnline: Bool, paid: Int?)] = []
    // Each of 128 procedures once: 111 of them paid online.
    for (index, code) in (full + partial).enumerated() {
      plan.append((code, index < 108 || index < 118, index < 111 ? 20_000 : 0))
    }
    // 106 more with a fee, 18 of them paid online; 20 without a fee.
    for index in 0..<106 { plan.append((full[index % 108], index < 60, index < 18 ? 20_000 : 0)) }
    for index in 0..<20 { plan.append((full[index], true, nil)) }
    for (index, dossier) in plan.enumerated() {
      _ = try world.dossier(
        resident, dossier.code, channel: dossier.isOnline ? "online" : "direct",
        received: "\(index % 27 + 1)/08/2025 09:00", fee: dossier.paid == nil ? 0 : 20_000,
        paid: dossier.paid ?? 0)
    }
    try world.sync(world.laptop)
    for store in [world.laptop, world.centre] {
      let book = world.book("2025-Q3", at: store)
      #expect(try book.text("procedures-paid-online") == "111/128")
      #expect(try book.percent("procedures-paid-online") == "86,72 %")
      #expect(try book.text("paid-online") == "129/234")
      #expect(try book.percent("paid-online") == "55,13 %")
      #expect(try book.text("full-online") == "188/254")
      #expect(try book.percent("full-online") == "74,02 %")
      #expect(try book.text("online") == "198/254")
    }
  }

  @Test func `8 of 8 groups have a Project 06 team`() throws {
    let rows = (1...8).map { "17713,Tổ dân phố \($0),tổ dân phố\n" }.joined()
    let members = (1...8).map { "Tổ dân phố \($0),Tổ ĐA06 số \($0),Người \($0),,,,\n" }.joined()
    let world = try FieldWorld(
      laptopsOf: [], hamlets: "commune_code,name,kind\n" + rows,
      members: "hamlet,team,full_name,role,organisation,phone,from\n" + members)
    let teams = try world.centre.reader.teams().filter { $0.place != nil }
    #expect(teams.count == 8)
    for (index, team) in teams.enumerated() {
      #expect(
        try world.book("2026-11", at: world.centre).text("groups-with-project-06-team")
          == "\(index)/\(index)+\(8 - index)")
      _ = try world.centre.edit(
        RecordForms.team, team.id, FormDraft(RecordForms.team, ["kind": "project-06"]),
        author: nil, clock: world.clock())
    }
    let book = world.book("2026-11", at: world.centre)
    #expect(try book.text("groups-with-project-06-team") == "8/8")
    #expect(try book.text("groups-with-team") == "8/8")
    // A team that has ended serves nobody.
    _ = try world.centre.edit(
      RecordForms.team, teams[0].id, FormDraft(RecordForms.team, ["to": "31/10/2026"]),
      author: nil, clock: world.clock())
    #expect(
      try world.book("2026-11", at: world.centre).text("groups-with-project-06-team") == "7/8")
    #expect(
      try world.book("2026-10", at: world.centre).text("groups-with-project-06-team") == "8/8")
  }

  @Test func `the catalogue of a day has 500 procedures wholly online and 1.022 in part`() throws {
    let world = try FieldWorld(laptopsOf: [])
    var lines = ["code;unit;from;to;level"]
    for number in 0..<1_522 {
      lines.append("9.\(100_000 + number);40;2025-01-01;;\(number < 500 ? "full" : "partial")")
    }
    // Before that day one was partly online; what ended, what comes later, another province.
    lines.append("9.100000;40;2024-01-01;2024-12-31;partial")
    lines.append("9.200000;40;2024-01-01;2025-05-31;full")
    lines.append("9.200001;40;2025-09-01;;full")
    lines.append("9.200002;42;2025-01-01;;full")
    let file = try FormFile(
      RecordForms.procedureVersion, Array((lines.joined(separator: "\n") + "\n").utf8))
    let load = try world.centre.load(
      file, isDryRun: false, author: nil, clock: world.clock())
    #expect(load.added == 1_526)
    let reader = world.centre.reader
    let catalogue = try reader.catalogue(on: day("2025-06-30"), of: "17713")
    #expect(catalogue.count(.full) == 500)
    #expect(catalogue.count(.partial) == 1_022)
    let before = try reader.catalogue(on: day("2024-12-31"), of: "17713")
    #expect(before.count(.partial) == 1 && before.count(.full) == 1)
    #expect(try reader.catalogue(on: day("2025-06-30")).count(.full) == 501)
    // From the day of the portal's list its procedures stand beside them.
    let later = try reader.catalogue(on: day("2026-08-01"), of: "17713")
    #expect(later.count(.full) > 800)
    var query = CountQuery(month("2025-H1"))
    query.territory = try reader.territory(ofUnit: "17713", on: day("2026-11-18"))
    let book = MeasureBook(query, reader, now: LocalDateTime(.latest, minuteOfDay: 0))
    #expect(try book.text("catalogue-full") == "500")
    #expect(try book.text("catalogue-partial") == "1022")
    #expect(try book.text("catalogue-online") == "1522/1522")
    #expect(try book.text("services-filed") == "0/1522")
  }
}

extension RecordReader {
  /// The dossiers of a question, as rates see them.
  fileprivate func dossierFacts(_ query: CountQuery) throws -> [DossierFacts] {
    let facts = try dossierFacts(
      query, along: nil, asOf: LocalDateTime(query.period.to, minuteOfDay: 1_439), calendars())
    return facts[.none, default: []]
  }
}
