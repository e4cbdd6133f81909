import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// Numbers over time: two years beside each other, spans group by group, and what is not known yet.
@Suite struct YearPageTests {
  @Test func `a month stands beside the same days of the year before, and both open their records`()
    throws
  {
    let world = try ReportWorld(seed: 971, visits: 60)
    let laptop = world.laptops[0]
    let month = try #require(Period(.month, holding: world.today)).previous
    let household = try #require(try laptop.field.reader.households(page: .all).first?.id)
    for day in [0, 3, 3, 20] {
      world.world.clock.advance(seconds: 1)
      _ = try laptop.field.addVisit(
        VisitDraft(
          household: household, date: Format.date(month.yearBefore.from.adding(days: day)),
          outcome: "met"),
        author: laptop.member, clock: laptop.laptopClock())
    }
    try laptop.sync()
    func standing(_ period: Period) throws -> Int {
      try world.world.centre.read { reader in
        Int(
          try reader.connection.integer(
            """
            SELECT count(*) FROM visit WHERE hidden IS NULL AND void_reason IS NULL
              AND date BETWEEN \(period.from.daysSince1970) AND \(period.to.daysSince1970)
            """))
      }
    }
    let (now, before) = (try standing(month), try standing(month.yearBefore))
    #expect(before == 4 && now > 0)
    let page = try world.page("/reports/years?period=\(month)&number=visits&by=team")
    let numbers = ReportWorld.links(in: page)
    #expect(numbers.contains { $0.number == 4 } && numbers.contains { $0.number == now })
    for (number, address) in numbers {
      #expect(try ReportWorld.lines(of: world.page(address)) == number, "\(address)")
    }
    let file = try world.page("/reports/years.csv?period=\(month)&number=visits&by=none")
    #expect(file.contains("\(now)") && file.contains("The whole period"))
    // Visits have no mode: of the groups nobody can say, which is not 0.
    let none = try world.page("/reports/years?period=\(month)&number=visits&by=mode")
    #expect(ReportWorld.links(in: none).map(\.number).sorted() == [4, now].sorted())
  }

  @Test(arguments: ["team", "service", "mode", "outcome", "hamlet", "unit", "member"])
  func `spans are divided by anything, and every number opens its records`(division: String) throws
  {
    let world = try ReportWorld(seed: 972, visits: 60)
    let page = try world.page("/reports/trends?step=month&number=counted&division=\(division)")
    let numbers = ReportWorld.links(in: page)
    #expect(numbers.count > 1)
    for (number, address) in numbers {
      #expect(try ReportWorld.lines(of: world.page(address)) == number, "\(address)")
    }
    let file = try world.page("/reports/trends.csv?step=month&number=counted&division=\(division)")
    let cells = file.components(separatedBy: "\r\n").dropFirst().prefix { !$0.isEmpty }
      .flatMap { $0.components(separatedBy: ";").dropFirst() }.compactMap { Int($0) }
    #expect(cells.filter { $0 > 0 }.sorted() == numbers.map(\.number).sorted())
  }

  @Test func `paper to sign prints no nought for laptops that are silent`() throws {
    let world = try CentreWorld(seed: 973)
    _ = try world.enrolLaptop("máy im lặng", member: "Nguyễn Văn An")
    let cookie = try #require(try world.signIn("coordinator", world.password))
    let answer = try world.get("/reports/sheet", cookie: cookie + "; camtay-language=en")
    let page = String(decoding: answer.body, as: UTF8.self)
    #expect(page.contains("No laptop has reported yet"))
    let counts = try #require(page.components(separatedBy: "Numerator/denominator").first)
    #expect(!counts.contains(">0<") && counts.contains(">—<"))
  }

  @Test func `an empty strip tells whoever may enrol how, and others who does`() throws {
    let world = try CentreWorld(seed: 974)
    let coordinator =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    let trainer =
      try world.signIn(as: try world.rights(.trainer), "huan") + "; camtay-language=en"
    func page(_ path: String, _ cookie: String) throws -> String {
      String(decoding: try world.get(path, cookie: cookie).body, as: UTF8.self)
    }
    #expect(try page("/trainer", coordinator).contains("enroll-code"))
    for path in ["/trainer", "/trainer/modes", "/trainer/weeks", "/training", "/training/members"] {
      let text = try page(path, trainer)
      #expect(!text.contains("enroll-code") && text.contains("A coordinator enrols laptops"))
    }
    for path in ["/sessions", "/vneid", "/feedback", "/reports/records", "/reports/rates/records"] {
      #expect(try page(path, coordinator).contains("class=\"coverage"), "\(path)")
    }
  }

  @Test func `lists of trainers are taken out whole and name nobody`() throws {
    let world = try ReportWorld(seed: 975, visits: 60)
    let cookie =
      try world.world.signIn(as: try world.world.rights(.trainer), "huan")
      + "; camtay-language=en"
    let year = Period(.year, holding: world.today)?.description ?? ""
    _ = try world.world.send(
      [("period", year), ("seed", "5"), ("per-member", "2")], to: SamplePages.path, cookie: cookie)
    let code = try #require(try world.laptops[0].field.reader.visits(page: .all).first?.codeText)
    _ = try world.world.send(
      [("code", code), ("to", "coordinator"), ("text", "Xem lại giờ")], to: "/comments",
      cookie: cookie)
    for (path, words) in [
      ("/samples.csv", "5"), ("/comments.csv?order=when", "Xem lại giờ"),
      ("/trainer.csv?period=\(year)", "Assists recorded"), ("/training/members.csv", "M-"),
    ] {
      let file = try world.page(path, as: cookie)
      #expect(file.contains(words), "\(path)")
      for name in ["Nguyễn Văn An", "Trần Thị Bình", "Người 1", "máy một"] {
        #expect(!file.contains(name), "\(path): \(name)")
      }
    }
    let people = try world.page("/training/members?state=untrained", as: cookie)
    #expect(people.contains("not yet") && !people.contains("Nguyễn Văn An"))
    let names = try world.page("/training/untrained.csv")
    #expect(names.contains("M-") && !names.contains("Nguyễn Văn An"))
  }
}
