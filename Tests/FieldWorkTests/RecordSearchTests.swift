import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct RecordSearchTests {
  private func ids(_ lines: [RecordSearch.Line]) -> [RowID] {
    lines.map {
      switch $0.found {
      case .household(let household): household.id
      case .resident(let resident): resident.id
      }
    }
  }

  @Test func `names, telephones, ids, addresses and codes find a person or a household`() throws {
    let world = try FieldWorld()
    let search = world.laptop.search
    let household = try world.household("Hồ Văn Đức")
    let lan = try world.laptop.addResident(
      ResidentDraft(
        household: household, fullName: "Nguyễn Thị Lan", birth: "1950",
        personalID: "040150001234"), author: nil, clock: world.clock()
    ).id
    for query in ["nguyễn thị lan", "nguyen lan", "nguyeenx", "1234"] {
      #expect(ids(try search.find(query)) == [lan], "\(query)")
    }
    for query in ["Đức", "duc", "0912000111", "000111", "ngõ 3"] {
      #expect(ids(try search.find(query)) == [household], "\(query)")
    }
    let code = try world.laptop.reader.existing(Resident.self, lan).codeText
    #expect(ids(try search.find(code.lowercased())) == [lan])
    #expect(try search.find("nobody").isEmpty)
    #expect(try search.find("").isEmpty)
  }

  @Test func `the end of a dossier's code finds it, and the code without its separators`() throws {
    let world = try FieldWorld()
    let search = world.laptop.search
    let lan = try world.laptop.addResident(
      ResidentDraft(household: try world.household("Hồ Văn Đức"), fullName: "Nguyễn Thị Lan"),
      author: nil, clock: world.clock()
    ).id
    func dossier(_ code: String) throws -> String {
      try world.laptop.addSubmission(
        SubmissionDraft(
          resident: lan, procedure: "1.004222", channel: "online", dossierCode: code),
        author: try world.member(), clock: world.clock()
      ).codeText
    }
    func through(_ query: String) throws -> [String] {
      try search.find(query).compactMap(\.through)
    }
    let first = try dossier("000.00.01.H40-261122-0417")
    // What is in memory and what is read anew from the store find the same.
    for isNew in [false, true] {
      if isNew { search.invalidate() }
      for query in [
        "0417", "20417", "220417", "1220417", "261122-0417", "H40-261122-0417", "h40 261122 0417",
        "0000001H402611220417", "000.00.01.H40-261122-0417",
      ] {
        #expect(try through(query) == [first], "\(query)")
      }
      for query in ["417", "0418", "999417", "H41-261122-0417", "026112204170"] {
        #expect(try through(query).isEmpty, "\(query)")
      }
    }
    // Whoever has the digits in a telephone number comes first, the dossier after them.
    _ = try world.laptop.addResident(
      ResidentDraft(
        household: try world.household("Lò Văn Pản"), fullName: "Lò Văn Pản", phone: "0912220417"),
      author: nil, clock: world.clock())
    let both = try search.find("220417")
    #expect(both.count >= 2 && both.first?.through == nil && both.last?.through == first)
    // Nobody who types a whole number looks for a dossier that ends in it.
    #expect(try through("0912220417").isEmpty)
  }

  @Test func `the code of a dossier or receipt finds whom it is about, however it is typed`() throws
  {
    let world = try FieldWorld()
    let search = world.laptop.search
    let author = try world.member()
    let household = try world.household("Hồ Văn Đức")
    let lan = try world.resident("Nguyễn Thị Lan", of: household)
    let visit = try world.visit(to: household)
    // In step from before: what is saved later is found too.
    #expect(try search.find("H40.17713-261118-0001").isEmpty)
    let assist = try world.laptop.addAssist(
      AssistDraft(
        visit: visit, resident: lan, service: "1.000080", mode: "guided", outcome: "submitted",
        evidenceKind: "dossier-code", evidence: "H40.17713-261118-0001"), author: author,
      clock: world.clock())
    func codes(_ query: String) throws -> [String?] {
      let lines = try search.find(query)
      #expect(ids(lines) == Array(repeating: lan, count: lines.count), "\(query)")
      let part = try search.find(query, limit: 5, offset: 0)
      #expect(part.lines == lines && part.total == lines.count)
      return lines.map(\.through)
    }
    for query in ["H40.17713-261118-0001", " h40.17713-261118-0001\n", "H40.17713 - 261118 - 0001"]
    {
      #expect(try codes(query) == [assist.codeText], "\(query)")
    }
    let dossier = try world.laptop.addSubmission(
      SubmissionDraft(
        assist: assist.id, channel: "online", dossierCode: "h40.17713-261118-0001",
        received: "18/11/2026"), author: author, clock: world.clock())
    // The dossier itself leads there then, once.
    #expect(try codes("H40.17713-261118-0001") == [dossier.codeText])
    _ = try world.laptop.editSubmission(
      dossier.id, SubmissionDraft(dossierCode: "H40.17713-261118-0002"), author: author,
      clock: world.clock())
    _ = try world.laptop.editAssist(
      assist.id, AssistDraft(evidenceKind: "payment-receipt", evidence: "0088123"), author: author,
      clock: world.clock())
    #expect(try search.find("H40.17713-261118-0001").isEmpty)
    #expect(try codes("H40.17713-261118-0002") == [dossier.codeText])
    #expect(try codes("0088123") == [assist.codeText])
    search.invalidate()
    #expect(try codes("H40.17713-261118-0002") == [dossier.codeText])
    #expect(try codes("0088123") == [assist.codeText])
    try world.laptop.void(.assist, assist.id, reason: "nhầm", author: author, clock: world.clock())
    #expect(try search.find("0088123").isEmpty)
  }

  @Test func `what is nobody's number is found by no number`() throws {
    let world = try FieldWorld()
    let household = try world.household("Hồ Văn Đức")
    let visit = try world.visit(to: household)
    _ = try world.laptop.addAssist(
      AssistDraft(
        visit: visit, service: "vneid", mode: "guided", outcome: "advised",
        evidenceKind: "spoken-confirmation", evidence: "An nghe 2026"), author: try world.member(),
      clock: world.clock())
    for query in ["An nghe 2026", "2026"] { #expect(try world.laptop.search.find(query).isEmpty) }
  }

  @Test func `a code of anything finds whom that is about`() throws {
    let world = try FieldWorld()
    let (search, reader) = (world.laptop.search, world.laptop.reader)
    let household = try world.household("Hồ Văn Đức")
    let lan = try world.resident("Nguyễn Thị Lan", of: household)
    let visit = try world.visit(to: household)
    let assist = try world.assist(at: visit, lan, outcome: "submitted")
    let dossier = try world.laptop.addSubmission(
      SubmissionDraft(assist: assist, channel: "online", received: "18/11/2026"),
      author: try world.member(), clock: world.clock()
    ).id
    let records = [(visit, RecordCode.Kind.visit, household), (assist, .assist, lan)]
    for (row, kind, subject) in records + [(dossier, .submission, lan)] {
      let code = try reader.codeText(of: row, in: kind.table)
      let lines = try search.find(code.lowercased())
      #expect(ids(lines) == [subject] && lines.map(\.through) == [code], "\(code)")
    }
    let code = try reader.existing(Household.self, household).codeText
    #expect(try search.find(code).map(\.through) == [nil])
  }

  @Test func `a line shows hamlet, year of birth and last visit`() throws {
    let world = try FieldWorld()
    let household = try world.household()
    _ = try world.resident("Hồ Thị Lan", of: household)
    _ = try world.visit(to: household)
    let line = try #require(try world.laptop.search.find("ho thi lan").first)
    #expect(line.hamlet == "Xóm 1")
    #expect(line.birthYear == 1950)
    #expect(line.lastVisit == day("2026-11-18"))
    #expect(line.householdName == "Hồ Văn Đức")
    #expect(line.level == .base)
  }

  @Test func `the index follows edits, voids and what a sync brings`() throws {
    let world = try FieldWorld(laptopsOf: ["Tổ Xóm 1", "Tổ Xóm 1"])
    let (one, two) = (world.laptops[0], world.laptops[1])
    let household = try world.household("Mùa A Páo", at: one)
    #expect(ids(try one.search.find("pao")) == [household])
    _ = try one.editHousehold(
      household, HouseholdDraft(name: "Mùa A Sử"), author: nil, clock: world.clock())
    #expect(try one.search.find("pao").isEmpty)
    #expect(ids(try one.search.find("su")) == [household])
    #expect(try two.search.find("su").isEmpty)
    try world.sync(one)
    try world.sync(two)
    #expect(ids(try two.search.find("su")) == [household])
    try one.void(.household, household, reason: "trùng", author: nil, clock: world.clock())
    #expect(try one.search.find("su").isEmpty)
  }

  @Test func `a search after preparing reads only the lines that it shows`() throws {
    let world = try FieldWorld()
    for number in 1...200 { _ = try world.household("Hồ Văn Đức \(number)") }
    let connection = world.laptop.reader.connection
    func steps(_ body: () throws -> Void) rethrows -> Int {
      let before = connection.counters.steps
      try body()
      return connection.counters.steps - before
    }
    world.laptop.search.invalidate()
    #expect(try steps { try world.laptop.search.prepare() } > 200)
    #expect(try steps { _ = try world.laptop.search.find("duc 7", limit: 1) } < 50)
    #expect(try steps { try world.laptop.search.prepare() } < 5)
  }
}
