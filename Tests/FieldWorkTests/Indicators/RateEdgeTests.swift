import SyncProtocol
import Testing

@testable import FieldWork

/// What lies at the edges of rates: nothing to divide by, what nobody recorded, what is still open.
struct RateEdgeTests {
  @Test func `nothing to divide by is a dash and not 0, and a number reads 0`() throws {
    let world = try FieldWorld()
    let book = world.book("2026-03")
    for rate in Rate.all {
      let result = try book.value(of: rate.form)
      switch (rate.key, result) {
      case ("trained", .known(let value)): #expect(value.denominator == 3)
      case (_, .known(let value)) where value.denominator == nil:
        #expect(value.numerator == 0, "\(rate.key)")
      case (_, .known(let value)) where rate.key.hasPrefix("groups-with"):
        #expect(value.denominator == (rate.key == "groups-with-team" ? 2 : 0), "\(rate.key)")
      case (_, .known(let value)):
        #expect(value.numerator == 0 && value.ratio == nil, "\(rate.key)")
      case (_, .unknown(let why)): #expect(why == .noCatalogue(day("2026-03-31")), "\(rate.key)")
      }
    }
  }

  @Test func `what nobody recorded is in neither part of a rate`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    _ = try world.dossier(resident, fee: 50_000, paid: 50_000)
    _ = try world.dossier(resident, fee: 50_000, paid: 0)
    _ = try world.dossier(resident, fee: 50_000)
    _ = try world.dossier(resident, fee: 0)
    let unknown = try world.dossier(resident, fee: 0)
    _ = try world.laptop.editSubmission(
      unknown, SubmissionDraft(fee: ""), author: try world.member(), clock: world.clock())
    let book = world.book("2026-03")
    #expect(try book.text("paid-online") == "1/2+2")
    // One payment makes the procedure one with a payment, whatever else is not known of it.
    #expect(try book.text("procedures-paid-online") == "1/1")
    #expect(try book.text("digitised") == "0/0")
    #expect(try book.text("online") == "5/5")
  }

  @Test func `a dossier is digitised with papers and result, and what is surely not decides`()
    throws
  {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    func file(_ files: String?, _ digitised: String?, _ result: String?) throws {
      let dossier = try world.dossier(resident) {
        $0.files = files
        $0.filesDigitised = digitised
        $0.electronicResult = result
      }
      try world.event("done", "03/03/2026 09:00", of: dossier)
    }
    try file("4", "4", "yes")
    try file("4", "1", "yes")
    try file("4", "0", "yes")
    try file("4", "4", "no")
    try file(nil, nil, "no")
    try file(nil, nil, "yes")
    try file("3", "3", nil)
    let book = world.book("2026-03")
    #expect(try book.text("digitised") == "2/5+2")
    #expect(try book.text("electronic-result") == "4/6+1")
    #expect(try book.text("files-digitised") == "12/19+2")
  }

  @Test func `open dossiers are judged at the period's end, and later news do not change it`()
    throws
  {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    let first = try world.dossier(
      resident, received: "20/03/2026 09:00", appointment: "31/03/2026 17:00")
    let second = try world.dossier(
      resident, received: "20/03/2026 09:00", appointment: "01/04/2026 17:00")
    for text in ["2026-03", "2026-Q1"] {
      let book = world.book(text)
      #expect(try book.text("on-time") == "1/2")
      #expect(try book.text("backlog") == "1")
      #expect(try book.text("waiting") == "2")
      #expect(try book.text("settled-on-time") == "0/0")
    }
    // On the day itself nothing is overdue before its time of day.
    let noon = LocalDateTime(day("2026-03-31"), minuteOfDay: 12 * 60)
    #expect(try world.book("2026-03", now: noon).text("backlog") == "0")
    try world.event("done", "02/04/2026 10:00", of: first)
    try world.event("done", "01/04/2026 10:00", of: second)
    #expect(try world.book("2026-03").text("on-time") == "1/2")
    let later = world.book("2026-H1")
    #expect(try later.text("on-time") == "1/2")
    #expect(try later.text("settled-on-time") == "1/2")
    #expect(try later.text("waiting") == "0")
    #expect(try later.text("days-late") == "2/1")
    #expect(try world.book("2026-04").text("on-time") == "0/0")
    #expect(try world.book("2026-04").text("backlog") == "0")
  }

  @Test func `early and late are told in working days, and a promise stays`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    func file(_ appointment: String, done: String) throws {
      let dossier = try world.dossier(resident, appointment: appointment)
      try world.event("done", done, of: dossier)
    }
    // Monday 2 March; promised for Wednesday the 11th: the weekend is no working day.
    try file("11/03/2026", done: "05/03/2026 10:00")
    try file("11/03/2026", done: "11/03/2026 16:59")
    try file("11/03/2026", done: "16/03/2026 08:00")
    let book = world.book("2026-03")
    #expect(try book.text("days-early") == "4/1")
    #expect(try book.text("days-late") == "3/1")
    #expect(try book.text("early") == "1/3")
    #expect(try book.text("late") == "1/3")
    #expect(try book.text("settlement-days") == "20/3")
    // A calendar that learns of a holiday counts other days, and moves no promise.
    var calendar = Holidays.national
    calendar.extraDaysOff = [day("2026-03-10"), day("2026-03-11"), day("2026-03-12")]
    let changed = MeasureBook(
      CountQuery(month("2026-03")), world.laptop.reader,
      now: LocalDateTime(.latest, minuteOfDay: 0), calendar: calendar)
    #expect(try changed.text("late") == "1/3")
    #expect(try changed.text("days-early") == "2/1")
    #expect(try changed.text("days-late") == "2/1")
  }

  @Test func `a supplement stops the clock, a second one is late`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    func file() throws -> RowID {
      // Two working days from Monday 2 March: due on Wednesday the 4th.
      try world.dossier(resident) { $0.localLimit = "2 working-days" }
    }
    let answered = try file()
    try world.event("supplement-requested", "03/03/2026 09:00", of: answered)
    try world.event("processing", "10/03/2026 09:00", of: answered)
    try world.event("done", "11/03/2026 10:00", of: answered)
    let waiting = try file()
    try world.event("supplement-requested", "03/03/2026 09:00", of: waiting)
    let twice = try file()
    try world.event("supplement-requested", "03/03/2026 09:00", of: twice)
    try world.event("processing", "04/03/2026 09:00", of: twice)
    try world.event("supplement-requested", "04/03/2026 10:00", of: twice)
    let refused = try file()
    try world.event("refused", "03/03/2026 09:00", of: refused)
    let plain = try file()
    try world.event("done", "11/03/2026 10:00", of: plain)
    let book = world.book("2026-03")
    #expect(try book.text("on-time") == "2/4")
    #expect(try book.text("settled-on-time") == "1/2")
    #expect(try book.text("backlog") == "1")
    #expect(try book.text("first-try-alone") == "1/5")
  }

  @Test func `first tries are told apart by help`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let resident = try world.resident(of: household)
    let visit = try world.visit(to: household, on: "02/03/2026")
    func helped() throws -> RowID {
      try world.dossier(
        resident, assist: try world.assist(at: visit, resident, outcome: "submitted"))
    }
    let (good, bad, silent) = (try helped(), try helped(), try helped())
    try world.event("accepted", "02/03/2026 09:00", of: good)
    try world.event("supplement-requested", "03/03/2026 09:00", of: bad)
    try world.event("registered", "02/03/2026 09:00", of: silent)
    let alone = try world.dossier(resident)
    try world.event("refused", "02/03/2026 09:00", of: alone)
    let book = world.book("2026-03")
    #expect(try book.text("first-try-helped") == "1/2+1")
    #expect(try book.text("first-try-alone") == "0/1")
    // A voided assist proves no help, and no lack of it.
    let voided = try world.assist(at: visit, resident, outcome: "submitted")
    let kept = try world.dossier(resident, assist: voided)
    try world.laptop.void(
      .assist, voided, reason: "nhầm", choice: DossierChoice(kept: [kept]), author: nil,
      clock: world.clock())
    #expect(try world.book("2026-03").text("first-try-helped") == "1/2+2")
  }

  @Test func `voided records leave every rate`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let resident = try world.resident(of: household)
    let dossier = try world.dossier(resident, fee: 1_000, paid: 1_000)
    let seen = try world.add(
      RecordForms.observation,
      [
        "resident": try world.code(resident, .resident), "kind": "vneid", "level": "level-2",
        "date": "02/03/2026",
      ])
    #expect(try world.book("2026-03").text("vneid") == "1/1")
    #expect(try world.book("2026-02").text("vneid") == "0/0+1")
    try world.laptop.void(
      .submission, dossier, reason: "nhầm", author: nil, clock: world.clock())
    try world.laptop.void(
      RecordForms.observation, seen, reason: "nhầm", author: nil, clock: world.clock())
    #expect(try world.book("2026-03").text("online") == "0/0")
    #expect(try world.book("2026-03").text("vneid") == "0/0+1")
    try world.laptop.void(.household, household, reason: "nhầm", author: nil, clock: world.clock())
    #expect(try world.book("2026-03").text("vneid") == "0/0")
  }

  @Test func `feedback is answered within fifteen working days or still in time`() throws {
    let world = try FieldWorld()
    let settled = try world.dossier(try world.resident(of: try world.household()))
    try world.event("done", "03/03/2026 09:00", of: settled)
    let dossier = try world.code(settled, .submission)
    func say(_ date: String, text: String? = "Chờ lâu", rating: Int, answered: String?) throws {
      var texts = [
        "submission": dossier, "rating": String(rating), "channel": "spoken", "date": date,
      ]
      texts["text"] = text
      texts["answered"] = answered
      try world.add(RecordForms.feedback, texts)
    }
    // Fifteen working days from Monday 2 March end on Monday the 23rd.
    try say("02/03/2026", rating: 1, answered: "23/03/2026")
    try say("02/03/2026", rating: 2, answered: "24/03/2026")
    try say("02/03/2026", rating: 3, answered: nil)
    try say("20/03/2026", rating: 4, answered: nil)
    try say("20/03/2026", text: nil, rating: 5, answered: nil)
    let book = world.book("2026-03")
    #expect(try book.text("feedback-in-time") == "2/4")
    #expect(try book.text("liked") == "2/5")
    // No dossier is late: 100 % less two of five.
    #expect(try book.percent("satisfaction") == "60,00 %")
    let early = world.book("2026-03", now: LocalDateTime(day("2026-03-23"), minuteOfDay: 480))
    #expect(try early.text("feedback-in-time") == "4/4")
  }

  @Test func `a filter that records do not have makes a rate unknown, not 0`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    _ = try world.dossier(resident)
    let member = try world.member()
    let book = world.book("2026-03", where: [.member: [.row(member)]])
    let online = try book.value(of: try #require(Rate(named: "online")).form)
    #expect(online == .unknown(.filter([.member])))
    #expect(try book.text("trained") == "0/1")
    let hamlet = try world.laptop.reader.findPlace("ban muong").id
    #expect(
      try world.book("2026-03", where: [.hamlet: [.row(hamlet)]]).text("online") == "0/0")
    let sector = world.book("2026-03", where: [.sector: [.text("Hộ tịch")]])
    #expect(try sector.text("online") == "1/1")
    #expect(
      try world.book("2026-03", where: [.sector: [.text("Đất đai")]]).text("online") == "0/0")
  }

  @Test func `rates keep exactly the dossiers that count keeps`() throws {
    let world = try FieldWorld()
    let resident = try world.resident(of: try world.household())
    for number in 1...9 {
      _ = try world.dossier(
        resident, number % 2 == 0 ? "1.000080" : "1.001193",
        channel: number % 3 == 0 ? "direct" : "online", received: "\(number)/03/2026 08:00")
    }
    for filters: [CountDimension: Set<CountKey>] in [
      [:], [.sector: [.text("Hộ tịch")]], [.service: [.text("1.000080")]],
      [.submissionChannel: [.choice(SubmissionChannel.online)]], [.week: []],
      [.unit: [.text("17713")]], [.unit: [.none]],
    ] {
      let query = CountQuery(month("2026-03"), where: filters)
      let count = try world.laptop.reader.count(query).total.submissions
      let value = try world.book("2026-03", where: filters).text("online")
      #expect(value.hasSuffix("/\(count ?? -1)"), "\(filters)")
    }
  }

  @Test func `a person of two rows is one adult, and a child is none`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let lan = try world.resident("Hồ Thị Lan", of: household)
    let again = try world.resident("Hồ Thị Lan B", of: household)
    _ = try world.laptop.addResident(
      ResidentDraft(household: household, fullName: "Hồ Văn Bé", birth: "04/03/2008"),
      author: try world.member(), clock: world.clock())
    let unknown = try world.laptop.addResident(
      ResidentDraft(household: household, fullName: "Hồ Văn Không"),
      author: try world.member(), clock: world.clock()
    ).id
    func see(_ resident: RowID, _ level: String, _ date: String) throws {
      try world.add(
        RecordForms.observation,
        [
          "resident": try world.code(resident, .resident), "kind": "vneid", "level": level,
          "date": date,
        ])
    }
    try see(lan, "none", "01/03/2026")
    try see(again, "level-2", "02/03/2026")
    try see(unknown, "level-2", "02/03/2026")
    #expect(try world.book("2026-03").text("vneid") == "1/2+2")
    try world.laptop.link(
      .resident, lan, again, isSame: true, author: try world.member(), clock: world.clock())
    // Of age on 4 March 2026.
    #expect(
      try world.book("2026-03", now: LocalDateTime(day("2026-03-03"), minuteOfDay: 0))
        .text("vneid") == "1/1+1")
    #expect(try world.book("2026-03").text("vneid") == "1/1+2")
    #expect(try world.book("2026-03").text("vneid-asked") == "1/2+1")
  }

  @Test func `a household that moved is counted once, where it lives now`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    let resident = try world.resident(of: household)
    try world.add(
      RecordForms.observation,
      [
        "resident": try world.code(resident, .resident), "kind": "vneid", "level": "level-2",
        "date": "02/03/2026",
      ])
    try world.add(
      RecordForms.observation,
      [
        "household": try world.code(household, .household), "kind": "connectivity",
        "level": "fibre", "date": "02/03/2026",
      ])
    try world.sync(world.laptop)
    let there = try world.centre.reader.findPlace("ban muong")
    let muong = there.id
    let here = try world.centre.reader.findPlace("xom 1").id
    _ = try world.centre.moveHousehold(
      household, to: there, author: nil, clock: world.clock(), isDryRun: false)
    func text(_ rate: String, in hamlet: RowID? = nil) throws -> String {
      try world.book(
        "2026-03", where: hamlet.map { [.hamlet: [.row($0)]] } ?? [:], at: world.centre
      ).text(rate)
    }
    for rate in ["vneid", "fibre"] {
      #expect(try text(rate) == "1/1")
      #expect(try text(rate, in: muong) == "1/1")
      #expect(try text(rate, in: here) == "0/0")
    }
  }

  @Test func `a territory keeps the dossiers, people and groups that lie in it`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Bản Mường"])
    let resident = try world.resident(of: try world.household())
    _ = try world.dossier(resident)
    for laptop in world.laptops { try world.sync(laptop) }
    let reader = world.centre.reader
    func text(_ rate: String, in territory: Territory) throws -> String {
      try MeasureBook(
        CountQuery(month("2026-03"), territory: territory), reader,
        now: LocalDateTime(.latest, minuteOfDay: 0)
      ).text(rate)
    }
    let on = day("2026-03-31")
    let commune = try reader.territory(ofUnit: "17713", on: on)
    let one = try reader.territory(ofHamlet: try reader.findPlace("xom 1").id, on: on)
    let other = try reader.territory(ofHamlet: try reader.findPlace("ban muong").id, on: on)
    #expect(try [commune, one, other].map { try text("online", in: $0) } == ["1/1", "1/1", "0/0"])
    #expect(
      try [commune, one, other].map { try text("vneid-asked", in: $0) } == ["0/1", "0/1", "0/0"])
    #expect(
      try [commune, one, other].map { try text("groups-with-team", in: $0) }
        == ["2/2", "1/1", "1/1"])
    #expect(
      try [commune, one, other].map { try text("trained", in: $0) } == ["0/3", "0/2", "0/1"])
  }
}
