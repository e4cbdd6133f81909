import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Who still lacks VNeID, and files with names: their purpose, their totals, and who is never in them.
@Suite struct ExportPagesTests {
  /// A centre with residents of whom some were asked about VNeID, one refused and one was erased.
  private final class Register {
    let world: CentreWorld
    let laptop: TestLaptop
    let cookie: String
    let place: String
    private(set) var residents: [String: RowID] = [:]

    init(seed: UInt64) throws {
      world = try CentreWorld(seed: seed)
      laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
      try laptop.sync()
      cookie =
        try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
      let household = try laptop.addHousehold("Hộ ông Ba")
      place = try laptop.field.reader.findPlace("Xóm 1").codeText
      for (name, birth) in [
        ("Lò Văn Một", "1950"), ("Lò Văn Hai", "18/3/1960"), ("Lò Văn Ba", "1970"),
        ("Lò Văn Tư", "1980"), ("Lò Thị Bé", "2020"), ("Lò Thị Năm", ""),
        ("Lò Thị Sáu", "1990"), ("Lò Thị Bảy", "1991"),
      ] {
        residents[name] = try laptop.field.addResident(
          ResidentDraft(
            household: household, fullName: name, birth: birth.isEmpty ? nil : birth,
            phone: name == "Lò Văn Hai" ? "0912345678" : nil),
          author: laptop.member, clock: clock()
        ).id
      }
      try observe("Lò Văn Một", "level-2")
      try observe("Lò Văn Hai", "level-1")
      try observe("Lò Văn Ba", "level-2")
      try observe("Lò Văn Ba", "none")
      try add(
        RecordForms.consent,
        [
          "resident": code("Lò Thị Sáu"), "purpose": "contact", "given": "refused",
          "mode": "spoken", "wording": "v1",
        ])
      _ = try laptop.sync()
    }

    func clock() -> ClockReading {
      world.clock.advance(seconds: 1)
      return laptop.laptopClock()
    }

    func code(_ name: String) throws -> String {
      try laptop.field.reader.codeText(of: try #require(residents[name]))
    }

    private func observe(_ name: String, _ level: String) throws {
      try add(
        RecordForms.observation, ["resident": code(name), "kind": "vneid", "level": level])
    }

    func add(_ form: RecordForm, _ texts: [String: String]) throws {
      _ = try laptop.field.add(
        form, FormDraft(form, texts), author: laptop.member, clock: clock())
    }

    func page(_ path: String) throws -> String {
      let answer = try world.get(path, cookie: cookie)
      #expect(answer.status == 200, "\(path)")
      return String(decoding: answer.body, as: UTF8.self)
    }

    func take(
      _ list: String, _ format: String, place: String = "",
      purpose: String = "giấy mời thứ Bảy"
    ) throws -> ClientResponse {
      try world.send(
        [("list", list), ("place", place), ("purpose", purpose), ("format", format)],
        to: "/exports", cookie: cookie)
    }

    func text(_ answer: ClientResponse) -> String {
      String(decoding: answer.body, as: UTF8.self).replacing("\u{FEFF}", with: "")
    }

    func erase(_ name: String) throws {
      let result = world.run("erase", try code(name), "--reason", "request", "--yes")
      try #require(result.exit == .done, "\(result.out) \(result.error)")
    }

    func lastLine() throws -> AuditEntry? {
      try world.centre.read { reader in
        try AuditLog(reader.connection).entries(AuditLog.Wanted(), limit: 1).entries.first
      }
    }
  }

  @Test func `adults who lack level two are counted by hamlet as the rate counts them`() throws {
    let register = try Register(seed: 1_701)
    let gaps = try register.world.centre.read { reader -> ([IdentityGap], [IdentityStanding]) in
      let today = LocalDateTime(
        milliseconds: register.world.clock.surroundings.clock().wall.rawValue
      ).date
      let query = CountQuery(try Period(from: .earliest, to: today))
      return (
        try IdentityGap.gather(query, reader, on: today),
        try reader.identityStandings(query, by: today)
      )
    }
    let gap = try #require(gaps.0.first)
    #expect(gaps.0.count == 1)
    #expect(IdentityPart.allCases.map(gap.count) == [6, 1, 5, 1, 1, 3, 1])
    let page = try register.page("/vneid")
    #expect(page.contains("1/6") && page.contains("16.67"))
    let rates = try register.page("/reports/rates?period=all")
    #expect(rates.contains("VNeID level 2"))
    let names = try register.page("/vneid/\(register.place)")
    for name in ["Lò Văn Hai", "Lò Văn Ba", "Lò Văn Tư", "Lò Thị Bảy"] {
      #expect(names.contains(name), "\(name)")
    }
    // Level two, a child, of unknown age, refused.
    for name in ["Lò Văn Một", "Lò Thị Bé", "Lò Thị Năm", "Lò Thị Sáu"] {
      #expect(!names.contains(name), "\(name)")
    }
    #expect(names.contains("1 person is not named"))
    let walk = try register.page("/vneid/\(register.place)/walk")
    #expect(walk.contains("class=\"paper names\"") && walk.contains("18/3/1960"))
    let file = register.text(
      try register.world.get("/vneid.csv", cookie: register.cookie))
    #expect(file.contains("\"Xóm 1\"") && !file.contains("Lò"))
  }

  @Test(arguments: [1, 2])
  func `a commune of more than thirty thousand households is counted, a larger centre asks for one`(
    communes: Int
  ) throws {
    let world = try CentreWorld(
      seed: 1_708, place: communes == 2 ? "40" : "17713",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n"
        + (communes == 2 ? "17722,Xóm 9,xóm\n" : ""))
    let cookie =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    let laptop = try world.enrolLaptop("máy một", member: "Nguyễn Văn An")
    try laptop.sync()
    let household = try laptop.addHousehold("Hộ ông Ba")
    _ = try laptop.field.addResident(
      ResidentDraft(household: household, fullName: "Lò Văn Hai", birth: "1960"),
      author: laptop.member, clock: laptop.laptopClock())
    try laptop.sync()
    // Rows as many, and as empty, as the bound looks at.
    try world.centre.perform { records, _ in
      let connection = records.store.connection
      let columns = try connection.rows(
        "SELECT name FROM pragma_table_info('household') WHERE name <> 'rid'"
      ) { try $0.text(at: 0) }.joined(separator: ", ")
      try connection.execute(
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= 30000)
        INSERT INTO household (rid, \(columns))
        SELECT h.rid + i, \(columns) FROM household AS h, n WHERE h.rid = ?
        """, .integer(household.rawValue))
    }
    let page = String(decoding: try world.get("/vneid", cookie: cookie).body, as: UTF8.self)
    #expect(page.contains(">0/1<") == (communes == 1), "\(communes)")
    #expect(page.contains(IdentityWords.chooseUnit.english) == (communes == 2))
    let one = try world.get("/vneid?unit=17713", cookie: cookie)
    #expect(String(decoding: one.body, as: UTF8.self).contains(">0/1<"))
  }

  @Test func `households without a hamlet are told, each with the way to give it one`() throws {
    let register = try Register(seed: 1_706)
    #expect(!(try register.page("/exports")).contains("without a hamlet"))
    let scope = try #require(try register.laptop.field.reader.findPlace("Xóm 1").householdScope)
    try register.laptop.store.commit(author: nil, clock: register.clock()) {
      _ = try $0.create(
        HouseholdTable.definition, in: scope, [(HouseholdTable.name, .text("Hộ lạc"))])
    }
    _ = try register.laptop.sync()
    let page = try register.page("/exports")
    #expect(page.contains("Households without a hamlet: 1."))
    let found = page.firstMatch(of: /href="(\/move-household\?code=[^"]*)">([^<]*)</)
    let (address, code) = try #require(found.map { (String($0.1), String($0.2)) })
    #expect(try register.page(address).contains("value=\"\(code)\""))
    let moved = try register.world.send(
      [("code", code), ("to", "Xóm 2")], to: "/move-household", cookie: register.cookie)
    #expect(moved.status == 200)
    #expect(!(try register.page("/exports")).contains("without a hamlet"))
  }

  @Test func `a file with names needs a purpose, says it with its totals, and the log keeps it`()
    throws
  {
    let register = try Register(seed: 1_702)
    let before = try register.lastLine()?.number
    for purpose in ["", "ngắn", String(repeating: "a", count: 201), "số 001099012345 để gửi"] {
      #expect(try register.take("residents", "csv", purpose: purpose).status == 422, "\(purpose)")
    }
    #expect(try register.take("residents", "csv", place: "Xóm 99").status == 422)
    #expect(try register.take("everything", "csv").status == 422)
    #expect(try register.lastLine()?.number == before)
    let file = register.text(try register.take("residents", "csv", place: "Xóm 1"))
    // Excel would make a day and a number of them.
    #expect(file.contains("\"Lò Văn Hai\";\"=\"\"18/3/1960\"\"\""))
    #expect(file.contains("\"=\"\"0912345678\"\"\""))
    #expect(file.contains("\"Rows\";7\r\n") && file.contains("\"Names withheld\";1\r\n"))
    #expect(file.contains("\"Purpose\";\"giấy mời thứ Bảy\""))
    #expect(file.contains("\"Taken out by\";\"coordinator\""))
    #expect(!file.contains("Lò Thị Sáu"))
    let line = try register.lastLine()
    #expect(line?.act == "exported" && line?.subject == "/exports/residents")
    #expect(line?.detail == "rows=7; with names; purpose=giấy mời thứ Bảy")
    try register.erase("Lò Văn Tư")
    let later = register.text(try register.take("residents", "csv"))
    #expect(later.contains("\"Rows\";6\r\n") && !later.contains("Lò Văn Tư"))
    let households = register.text(try register.take("households", "csv"))
    #expect(households.contains("\"Hộ ông Ba\"") && households.contains("\"Rows\";1\r\n"))
    #expect(households.contains("\"Control total of “Residents”\";"))
    let missing = register.text(try register.take("vneid", "csv"))
    #expect(missing.contains("\"Rows\";3\r\n") && missing.contains("\"Lò Thị Bảy\""))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")))
  func `LibreOffice reads a letter from each row of a file for mail merge, cell by cell`() throws {
    let register = try Register(seed: 1_703)
    let answer = try register.take("residents", "merge", place: register.place)
    #expect(answer.headers["Content-Disposition"]?.contains("tron-thu-residents.csv") == true)
    let file = register.world.path("out.csv")
    try Data(answer.body).write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/soffice")
    process.arguments = [
      "-env:UserInstallation=file://\(register.world.path("profile"))", "--headless",
      // Semicolons, quotes, UTF-8, and quoted fields stay text.
      "--infilter=CSV:59,34,76,1,,1033,true,false", "--convert-to",
      "csv:Text - txt - csv (StarCalc):9,0,76,1,,1033,false,true,true,false,false", "--outdir",
      register.world.path("csv"), file,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let shown = try String(
      contentsOfFile: register.world.path("csv/out.csv"), encoding: .utf8)
    let rows = shown.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let headings = try #require(rows.first)
    #expect(rows.count == 8)
    func column(_ name: String) throws -> Int { try #require(headings.firstIndex(of: name)) }
    let (name, phone) = (try column("Name"), try column("Telephone"))
    let (row, all, total) = (
      try column("Row"), try column("Rows in all"), try column("Control total of Row")
    )
    let residents = try register.laptop.field.reader.residents(page: .all)
    for (place, line) in rows.dropFirst().enumerated() {
      let resident = try #require(residents.first { $0.codeText == line[0] })
      #expect(line.count == headings.count)
      #expect(line[name] == resident.fullName)
      // Zeros at the front stay, and nothing guards them that a letter would print.
      #expect(line[phone] == resident.phone ?? "")
      #expect(line[row] == "\(place + 1)" && line[all] == "7" && line[total] == "28")
      #expect(line[try column("Purpose")] == "giấy mời thứ Bảy")
    }
    #expect(
      try register.lastLine()?.detail
        == "rows=7; with names; mail merge; purpose=giấy mời thứ Bảy")
  }

  @Test func `a coordinator of another commune takes out nobody from here`() throws {
    let register = try Register(seed: 1_704)
    try register.world.centre.perform { records, clock in
      try records.applyDirectory(
        try records.previewDirectory(
          hamlets: Array("commune_code,name,kind\n17722,Xóm 9,xóm\n".utf8), members: nil),
        clock: clock)
    }
    let other = try register.world.signIn(
      as: try register.world.rights(.coordinator, unit: "17722"), "noi-khac")
    #expect(try register.world.get("/vneid/\(register.place)", cookie: other).status == 404)
    let form = [
      ("list", "residents"), ("place", ""), ("purpose", "giấy mời thứ Bảy"), ("format", "csv"),
    ]
    let answer = try register.world.send(form, to: "/exports", cookie: other)
    #expect(answer.status == 200 && !register.text(answer).contains("Lò"))
    for place in ["Xóm 1", "17713", register.place] {
      let typed = form.map { $0.0 == "place" ? ("place", place) : $0 }
      #expect(
        try register.world.send(typed, to: "/exports", cookie: other).status == 422, "\(place)")
    }
  }

  @Test func `whoever refused contact stands in no list as the head of the household either`()
    throws
  {
    let register = try Register(seed: 1_709)
    let laptop = register.laptop
    let household = try laptop.addHousehold("Lò Thị Chín")
    let people = try ["LÒ THỊ CHÍN", "Lò Văn Con"].map { name in
      try laptop.field.addResident(
        ResidentDraft(household: household, fullName: name, birth: "1970"),
        author: laptop.member, clock: register.clock()
      ).id
    }
    func taken(_ list: String) throws -> String {
      try laptop.sync()
      return register.text(try register.take(list, "csv"))
    }
    #expect(try taken("households").contains("Lò Thị Chín"))
    try register.add(
      RecordForms.consent,
      [
        "resident": laptop.field.reader.codeText(of: people[0]), "purpose": "contact",
        "given": "refused", "mode": "spoken", "wording": "v1",
      ])
    for list in ["households", "residents", "vneid"] {
      let file = try taken(list)
      #expect(!SearchFold.base(file).contains("lo thi chin"), "\(list)")
      #expect(file.contains("Lò Văn Con") == (list != "households"), "\(list)")
    }
  }

  @Test func `a household of joined hamlets stands in a list once`() throws {
    let register = try Register(seed: 1_710)
    let reform = register.world.path("reform.csv")
    try """
    old_code,old_hamlet,new_code,new_hamlet,valid_from,extent
    17713,Xóm 1,17713,Xóm Chung,01/01/2026,
    17713,Xóm 2,17713,Xóm Chung,01/01/2026,

    """.write(toFile: reform, atomically: true, encoding: .utf8)
    let applied = register.world.run("reform", "apply", reform, "--yes")
    try #require(applied.exit == .done, "\(applied.out) \(applied.error)")
    let file = register.text(try register.take("households", "csv"))
    let codes = file.matches(of: /H-[0-9A-Z]+-[0-9A-Z]+-[0-9A-Z]/).map { String($0.0) }
    #expect(!codes.isEmpty && Set(codes).count == codes.count, "\(codes)")
  }
}
