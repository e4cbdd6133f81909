import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// What only the centre's directory knows, recorded and counted like what the program brings.
@Suite struct ServiceBookTests {
  private let world: FieldWorld

  init() throws {
    world = try FieldWorld()
    _ = try keep(
      RecordForms.service,
      [
        "code": "tro-ly-ai", "name": "Trợ lý ảo", "name-en": "Virtual assistant",
        "sector": "Chuyển đổi số",
      ])
    _ = try keep(
      RecordForms.procedureVersion,
      [
        "code": "9.000124", "from": "01/01/2026", "name": "Thủ tục cấp thẻ làng nghề",
        "sector": "Công thương", "limit": "5", "limit-unit": "working-days",
      ])
  }

  private func keep(_ form: RecordForm, _ fields: [String: String]) throws -> RowID {
    let saved = try world.centre.add(
      form, FormDraft(form, fields), author: try world.member(), clock: world.clock())
    try world.sync(world.laptop)
    return saved.id
  }

  private func assist(_ service: String) throws -> Assist {
    let household = try world.household()
    let visit = try world.visit(to: household)
    let id = try world.assist(at: visit, try world.resident(of: household), service: service)
    return try world.laptop.reader.existing(Assist.self, id)
  }

  @Test func `the centre looks a service up in its directory, and nowhere else`() throws {
    let laptop = world.laptop
    let row = try assist("tro-ly-ai").id
    try world.sync(laptop)
    func rules() throws -> [String] {
      try world.centre.reviews(openOnly: true).map(\.detail)
    }
    #expect(try rules().isEmpty)
    /// Writes what no form takes.
    func write(_ service: String) throws {
      let author = try world.member()
      try laptop.store.commit(author: author, clock: world.clock()) { act in
        try act.write(AssistTable.definition, row, [(AssistTable.service, .text(service))])
      }
      try world.sync(laptop)
    }
    try write("9.000124")
    #expect(try rules().isEmpty)
    // What the directory once had was right when it was written.
    let service = try #require(
      try world.centre.reader.formRecords(RecordForms.service, FormFilter()).first)
    try world.centre.void(
      RecordForms.service, service.header.id, reason: "hết hạn", author: try world.member(),
      clock: world.clock())
    try write("tro-ly-ai")
    #expect(try rules().isEmpty)
    try write("tro-ly-ay")
    #expect(try rules() == ["unknown-service"])
  }

  @Test func `an assist names what only the directory knows, by code or whole name`() throws {
    #expect(try assist("tro-ly-ai").service == "tro-ly-ai")
    #expect(try assist("TRO-LY-AI").service == "tro-ly-ai")
    #expect(try assist("tro ly ao").service == "tro-ly-ai")
    #expect(try assist("Virtual assistant").service == "tro-ly-ai")
    #expect(try assist("cấp thẻ làng nghề").service == "9.000124")
    let reader = world.laptop.reader
    #expect(
      try reader.serviceName(of: "tro-ly-ai")
        == BilingualText(vi: "Trợ lý ảo", en: "Virtual assistant"))
    #expect(try reader.serviceName(of: "9.000124").english == "Thủ tục cấp thẻ làng nghề")
    #expect(try reader.serviceName(of: "9.999999").vietnamese == "9.999999")
    let codes = try reader.serviceBook().entries.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.contains("tro-ly-ai") && codes.contains("9.000124") && codes.contains("vneid"))
  }

  @Test
  func `forms and tallies take it too, and what is voided in the directory is no longer taken`()
    throws
  {
    func tally() throws {
      let draft = FormDraft(
        RecordForms.tally,
        ["measure": "people-advised", "count": "3", "service": "tro-ly-ai", "team": "Tổ Xóm 1"])
      _ = try world.laptop.add(
        RecordForms.tally, draft, author: try world.member(), clock: world.clock())
    }
    try tally()
    let row = try #require(
      try world.centre.reader.formRecords(RecordForms.service, FormFilter()).first?.header.id)
    try world.centre.void(
      RecordForms.service, row, reason: "nhầm", author: nil, clock: world.clock())
    try world.sync(world.laptop)
    #expect(problems(tally) == [FieldProblem("service", .unknownService("tro-ly-ai"))])
  }

  @Test
  func `the centre takes it without a review, also when it was voided before the work arrived`()
    throws
  {
    _ = try assist("tro-ly-ai")
    _ = try assist("9.000124")
    for form in [RecordForms.service, RecordForms.procedureVersion] {
      let row = try #require(
        try world.centre.reader.formRecords(form, FormFilter()).first?.header.id)
      try world.centre.void(form, row, reason: "nhầm", author: nil, clock: world.clock())
    }
    try world.sync(world.laptop)
    #expect(try world.centre.store.reviews().isEmpty)
    #expect(try world.centre.reader.assists().count == 2)
  }

  @Test func `it is counted under its own name and sector, and can be asked for`() throws {
    _ = try assist("tro-ly-ai")
    _ = try assist("9.000124")
    _ = try assist("vneid")
    try world.sync(world.laptop)
    for reader in [world.laptop.reader, world.centre.reader] {
      let frame = CountQuery(month()).frame
      let bySector = try reader.count(CountQuery(month(), by: [.sector]))
      let sectors = Dictionary(
        uniqueKeysWithValues: bySector.groups.map { ($0.keys[0], $0.numbers.assists) })
      #expect(sectors[.text("Chuyển đổi số")] == 1)
      #expect(sectors[.text("Công thương")] == 1)
      let key = try reader.countKey("tro-ly-ai", along: .service, frame)
      #expect(key == .text("tro-ly-ai"))
      #expect(try reader.label(of: key, along: .service).english == "Virtual assistant")
      let asked = try reader.count(CountQuery(month(), where: [.service: [key]]))
      #expect(asked.total.assists == 1)
    }
  }

  @Test func `a service of the directory holds on the days that it says`() throws {
    _ = try keep(
      RecordForms.service, ["code": "thu-hai", "name": "Thử hai", "to": "31/10/2026"])
    let visit = try world.visit(to: try world.household(), on: "18/11/2026")
    let saved = try world.laptop.addAssist(
      AssistDraft(visit: visit, service: "thu-hai", mode: "guided", outcome: "advised"),
      author: try world.member(), clock: world.clock())
    #expect(saved.warnings.map(\.code).contains("not-in-force"))
  }

  @Test func `a guide says what holds in the commune and what to bring`() throws {
    _ = try keep(
      RecordForms.procedureVersion,
      [
        "code": "9.000124", "from": "01/02/2026", "unit": "17713", "local-limit": "2",
        "local-limit-unit": "working-days", "fee": "8000", "source": "QĐ 12",
      ])
    for (position, text) in [("2", "Ảnh thẻ"), ("1", "Đơn đề nghị")] {
      _ = try keep(
        RecordForms.checklistItem,
        ["code": "9.000124", "position": position, "text": text, "text-en": "EN \(position)"])
    }
    let records = world.laptop
    let today = day("2026-11-18")
    let units = try records.ownUnits(on: today)
    #expect(units.map(\.code) == ["17713"])
    let guide = try #require(try records.reader.guide(to: "9.000124", of: units, on: today))
    #expect(guide.checklist.items.map(\.words.vietnamese) == ["Đơn đề nghị", "Ảnh thẻ"])
    #expect(guide.checklist.items.map(\.words.english) == ["EN 1", "EN 2"])
    #expect(guide.entry.name.vietnamese == "Thủ tục cấp thẻ làng nghề")
    let lines = guide.lines.map { "\($0.label.english): \($0.value?.english ?? "–")" }
    #expect(lines.contains("Sector: Công thương"))
    #expect(lines.contains { $0.hasPrefix("Own limit at ") && $0.contains("2 working days") })
    #expect(lines.contains { $0.contains("5 working days") }, "\(lines)")
    #expect(lines.contains { $0.contains("8,000") && $0.contains("QĐ 12") }, "\(lines)")
    // Elsewhere the law's limit alone holds.
    let other = try #require(
      try records.reader.guide(
        to: "9.000124", of: [try records.reader.unit("00004", on: today)], on: today))
    #expect(!other.lines.contains { $0.label.english.hasPrefix("Shorter") })
    #expect(try records.reader.guide(to: "9.999999", on: today) == nil)
    #expect(ServiceGuide(shipped: "1.001193")?.lines.isEmpty == false)
    #expect(ServiceGuide(shipped: "9.000124") == nil)
    let found = try records.reader.serviceBook().find("the lang nghe").map(\.code)
    #expect(found == ["9.000124"])
    #expect(try records.reader.serviceBook().find("virtual").map(\.code) == ["tro-ly-ai"])
  }

  @Test func `the guide tells every procedure's limit as deadlines are counted by it`() throws {
    let world = try FieldWorld()
    let label = FieldLabel.words(of: "time_limit")
    var counted = 0
    for procedure in Procedures.all {
      let guides = [
        try world.laptop.reader.guide(to: procedure.code, on: day("2026-11-18")),
        ServiceGuide(shipped: procedure.code),
      ]
      for guide in guides {
        let lines = try #require(guide).lines
        let line = try #require(lines.first { $0.label == label })
        let words = line.value?.vietnamese ?? ""
        #expect(!words.contains("cổng không ghi đơn vị"), "\(procedure.code): \(words)")
        guard let term = procedure.term else { continue }
        counted += 1
        #expect(
          words == term.label() || words.hasPrefix(term.label() + ";"),
          "\(procedure.code): \(words)")
      }
    }
    #expect(counted > 1_000)
  }

  @Test(arguments: [
    ("online payment", "cashless-payment"), ("thanh toán trực tuyến", "cashless-payment"),
    ("chuyen khoan", "cashless-payment"), ("e-signature", "digital-signature"),
    ("BHYT", "social-insurance"), ("lừa đảo qua mạng", "online-safety"),
    ("scam", "online-safety"), ("nộp thuế", "tax-declaration"),
  ])
  func `a service is found by the other words that people have for it`(
    _ query: String, _ code: String
  ) {
    #expect(ServiceBook.shipped.find(query).map(\.code).contains(code))
    // Words of two names are no name.
    #expect(!ServiceBook.shipped.find(query + " smartphone").map(\.code).contains(code))
  }
}
