import FieldWork
import Foundation
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// The figures of feedback, months and targets, against what they open and SQL of their own.
@Suite struct OpenedFiguresTests {
  @Test func `every number of feedback opens what it counts`() throws {
    let world = try ReportWorld(seed: 925, visits: 4)
    let laptop = world.laptops[0]
    let place = try laptop.field.reader.findPlace("Xóm 1").codeText
    for (rating, text, days) in [
      ("5", "", 1), ("4", "tốt", 90), ("3", "chậm", 2), ("1", "đợi lâu", 80), ("2", "", 3),
      ("5", "cảm ơn", 1),
    ] {
      _ = try OpenedNumbers.add(
        RecordForms.feedback,
        [
          "place": place, "rating": rating, "text": text, "channel": "spoken",
          "date": Format.date(world.today.adding(days: -days)),
        ], at: laptop, world)
    }
    try laptop.sync()
    let wanted = try [
      "rating IS NOT NULL", "rating >= 4", "comment IS NOT NULL",
      "comment IS NOT NULL AND date > \(world.today.daysSince1970 - 15)",
      "comment IS NOT NULL AND date < \(world.today.daysSince1970 - 60)",
    ].map {
      try OpenedNumbers.count(
        world, "SELECT count(*) FROM feedback WHERE \(OpenedNumbers.stands) AND \($0)")
    }
    #expect(wanted == [6, 3, 4, 2, 2])
    let numbers = try OpenedNumbers.check("/feedback", world)
    let filters = ["rating=any", "rating=liked", "state=wanting", "state=timely", "state=overdue"]
    #expect(filters.map { numbers["/feedback?period=all&\($0)"] } == wanted)
  }

  @Test func `every number of a month opens its records, also of one unit and after late work`()
    throws
  {
    let world = try ReportWorld(seed: 926, visits: 40)
    for path in ["/months/2025-09", "/months/2025-09?unit=17713"] {
      let numbers = try OpenedNumbers.check(path, world)
      for (address, number) in numbers where address.hasPrefix("/reports/records") {
        let asked = NamedValues(query: address)
        #expect(try IndependentCount(asked).number(world) == number, "\(address)")
      }
      #expect(numbers.keys.contains { $0.contains("number=visits") }, "\(path)")
      #expect(numbers.keys.contains { $0.contains("reason=") }, "\(path)")
    }
    _ = try world.world.enrolLaptop("máy ba", member: "Nguyễn Văn An")
    let open = try world.page("/months/2025-09")
    let behind = "/laptops?behind=30%2F09%2F2025"
    #expect(open.contains(behind) && open.contains("whole month: 1"))
    #expect(ReportWorld.lines(of: try world.page(behind)) == 1)
    #expect(try world.page(behind).contains("máy ba"))
    let seen = try #require(open.firstMatch(of: /name="seen" value="([^"]*)"/)).1
    let sent = try world.world.send(
      [("seen", String(seen)), ("anyway", "yes")], to: "/months/2025-09/close",
      cookie: world.coordinator)
    #expect(sent.status == 303)
    let closed = try OpenedNumbers.check("/months/2025-09", world)
    #expect(closed.keys.contains { $0.contains("number=visits") })
    let laptop = world.laptops[0]
    world.world.clock.advance(seconds: 1)
    _ = try laptop.field.addVisit(
      VisitDraft(
        household: try #require(try laptop.field.reader.households(page: .all).first).id,
        date: "15/09/2025", outcome: "met"), author: laptop.member, clock: laptop.laptopClock())
    try laptop.sync()
    let later = try OpenedNumbers.check("/months/2025-09", world)
    let address = "/reports/records?period=2025-09-15&by=none&number=visits"
    let day = try #require(later[address])
    #expect(try IndependentCount(NamedValues(query: address)).number(world) == day)
    let page = try world.page("/months/2025-09")
    #expect(page.contains("\(day - 1) → <a"))
    // What was closed is another number now, and leads nowhere.
    let visits = try #require(later["/reports/records?period=2025-09&by=none&number=visits"])
    #expect(page.contains("figure-value\">\(visits - 1)<"))
  }

  @Test func `what was reached of a target opens the records that it was counted from`() throws {
    let world = try ReportWorld(seed: 927, visits: 30)
    let form = RecordForms.target
    let teams = try world.world.centre.read { try $0.teams() }
    let rows = try world.world.centre.change { records, clock in
      try [teams.first?.codeText, nil].map { team in
        try records.add(
          form,
          FormDraft(
            form,
            [
              "measure": "assists-successful", "from": "01/09/2025", "to": "31/12/2025",
              "value": "100",
            ].merging(team.map { ["team": $0] } ?? [:]) { one, _ in one }),
          author: nil, clock: clock
        ).id
      }
    }
    let (first, last) = (
      try Format.parseDate("01/09/2025"), try Format.parseDate("31/12/2025")
    )
    let page = try world.page("/reports/indicators?period=2025")
    for (row, team) in zip(rows, [teams.first?.id, nil]) {
      let link = try #require(
        page.firstMatch(
          of: try Regex("href=\"([^\"]*target=\(row.rawValue))\">([0-9]+)<")))
      let address = String(try #require(link[1].substring)).replacing("&amp;", with: "&")
      let number = Int(try #require(link[2].substring))
      let wanted = try OpenedNumbers.count(
        world,
        """
        SELECT count(*) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
        WHERE a.outcome IN (1, 2) AND a.void_reason IS NULL AND v.void_reason IS NULL
          AND a.hidden IS NULL AND v.hidden IS NULL
          AND v.date BETWEEN \(first.daysSince1970) AND \(last.daysSince1970)
          \(team.map { "AND v.team = \($0.rawValue)" } ?? "")
        """)
      let list = try world.page(address)
      let lines = ReportWorld.lines(of: list)
      #expect(number == wanted, "\(address)")
      #expect(lines == wanted, "\(address)")
      #expect(list.contains("<tfoot>"))
    }
    // The points that are known and those that are not are those of the lines that they open.
    for scoring in ["scored", "unscored"] {
      let path = "/reports/indicators?period=2025&level=commune&scoring=\(scoring)"
      #expect(page.contains("scoring=\(scoring)#indicators"))
      let list = try world.page(path)
      #expect(ReportWorld.lines(of: list) > 0, "\(scoring)")
    }
  }
}
