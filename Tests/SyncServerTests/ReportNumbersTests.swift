import FieldWork
import Foundation
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// Every number of every report, against its list of records and against SQL that shares nothing
/// with the counting function.
@Suite struct ReportNumbersTests {
  private static let divisions = [
    ["unit"], ["hamlet", "outcome"], ["team", "service"], ["member"], ["member", "mode"],
    ["service", "week"], ["procedure"], ["sector"], ["mode", "team"], ["outcome", "mode"],
    ["visit-outcome"], ["day"], ["month", "team"], ["none"], ["blocked-reason"],
  ]

  @Test(arguments: [UInt64(901), 902])
  func `every number opens exactly its records, and a query of its own finds as many`(
    seed: UInt64
  ) throws {
    let world = try ReportWorld(seed: seed)
    var seen: Set<String> = []
    for names in Self.divisions {
      let further = names.count > 1 ? "&then=\(names[1])" : ""
      for period in ["2025", "2025-10", "2025-W40"] {
        let path = "/reports?period=\(period)&by=\(names[0])\(further)"
        let links = ReportWorld.links(in: try world.page(path))
        #expect(period != "2025" || !links.isEmpty, "seed \(seed): \(path)")
        for link in links where seen.insert(link.address).inserted {
          let asked = NamedValues(query: link.address)
          let independent = try IndependentCount(asked).number(world)
          #expect(link.number == independent, "seed \(seed): \(link.address)")
          // Lists of the whole year tell as much as those of its parts, and take as long.
          guard period == "2025" else { continue }
          let lines = ReportWorld.lines(of: try world.page(link.address))
          #expect(lines == link.number, "seed \(seed): \(link.address)")
        }
      }
    }
    // The kinds of number that there are, so that none is left out by chance.
    for number in CountedNumber.ofGroups {
      #expect(seen.contains { $0.contains("number=\(number.rawValue)") }, "\(number), seed \(seed)")
    }
    #expect(seen.contains { $0.contains("reason=visit-voided") }, "seed \(seed)")
  }

  @Test(arguments: [UInt64(904), 905])
  func `every column of every trend is what a query of its own finds for that span`(
    seed: UInt64
  ) throws {
    let world = try ReportWorld(seed: seed)
    for number in CountedNumber.ofGroups {
      for step in ["week", "month", "quarter"] {
        let path = "/reports/trends?step=\(step)&number=\(number.rawValue)"
        let links = ReportWorld.links(in: try world.page(path))
        #expect(!links.isEmpty, "seed \(seed): \(path)")
        for link in links {
          let independent = try IndependentCount(NamedValues(query: link.address)).number(world)
          #expect(link.number == independent, "seed \(seed): \(link.address)")
        }
        // Nothing falls between two spans; a resident may be helped in several.
        guard number != .residents else { continue }
        let whole = NamedValues(query: "?period=2025&number=\(number.rawValue)")
        let all = try IndependentCount(whole).number(world)
        #expect(links.reduce(0) { $0 + $1.number } == all, "seed \(seed): \(path)")
      }
    }
  }

  @Test func `the strip above the numbers counts the laptops as a query of its own does`() throws {
    let world = try ReportWorld(seed: 906, visits: 10)
    // One that never reported, and one that is silent from here on.
    _ = try world.world.enrolLaptop("máy ba", member: "Nguyễn Văn An")
    for reported in [2, 1] {
      let day = LocalDateTime(world.today, minuteOfDay: 0).milliseconds
      let counted = try world.world.centre.read { reader in
        try (
          reader.connection.integer(
            "SELECT count(*) FROM peer WHERE reported_through >= ?", .integer(day)),
          reader.connection.integer("SELECT count(*) FROM peer WHERE replica > 255")
        )
      }
      #expect(counted == (Int64(reported), 3))
      let cookie = try world.world.signIn("coordinator", world.world.password)
      for path in ["/coordinator", "/reports", "/trainer", "/reports/trends", "/reports/rates"] {
        let page = try world.page(
          "\(path)?period=\(world.today.iso)", as: (cookie ?? "") + "; camtay-language=en")
        #expect(page.contains("\(reported) of 3 laptops"), "\(path)")
      }
      world.world.clock.advance(seconds: 2 * 86_400)
      try world.laptops[0].sync()
    }
  }

  @Test func `the figures of feedback are what a query of its own finds`() throws {
    let world = try ReportWorld(seed: 907, visits: 10)
    let laptop = world.laptops[0]
    let place = try laptop.field.reader.findPlace("Xóm 1").codeText
    let form = RecordForms.feedback
    for (rating, text) in [
      ("5", ""), ("4", "tốt"), ("3", "chậm"), ("1", "đợi lâu"), ("2", ""), ("5", "cảm ơn"),
    ] {
      world.world.clock.advance(seconds: 1)
      _ = try laptop.field.add(
        form,
        FormDraft(form, ["place": place, "rating": rating, "text": text, "channel": "spoken"]),
        author: laptop.member, clock: laptop.laptopClock())
    }
    try laptop.sync()
    let counted = try world.world.centre.read { reader in
      try ["rating IS NOT NULL", "rating >= 4"].map {
        try reader.connection.integer(
          "SELECT count(*) FROM feedback WHERE hidden IS NULL AND void_reason IS NULL AND \($0)")
      }
    }
    #expect(counted == [6, 3])
    let page = try world.page("/feedback")
    let figures = page.matches(of: /figure-value">(?:<a[^>]*>)?([^<]*)</).map { String($0.1) }
    #expect(figures.prefix(2) == ["\(counted[0])", "\(counted[1])/\(counted[0])"])
  }

  @Test func `records of a list are those of its number and no others, page by page`() throws {
    let world = try ReportWorld(seed: 903, visits: 130)
    let path = "/reports/records?period=2025&by=none&number=visits"
    let first = try world.page(path)
    let second = try world.page(path + "&page=2")
    func codes(_ page: String) -> [String] {
      page.matches(of: /<th scope="row"><a href="[^"]*">(V-[0-9A-Z-]+)</).map { String($0.1) }
    }
    let wanted = try world.world.centre.read { reader in
      try reader.connection.rows(
        "SELECT rid FROM visit WHERE hidden IS NULL AND void_reason IS NULL ORDER BY date, rid"
      ) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:)).map {
        try reader.codeText(of: $0)
      }
    }
    let all = codes(first) + codes(second) + codes(try world.page(path + "&page=3"))
    #expect(codes(first).count == 50 && all == wanted)
    let turned = codes(try world.page(path + "&order=-day"))
    #expect(turned == Array(wanted.reversed().prefix(50)))
  }
}

/// A number worked out from the tables alone, for what an address of a list asks.
private struct IndependentCount {
  private let asked: NamedValues
  private var conditions: [String] = []

  init(_ asked: NamedValues) throws {
    self.asked = asked
    let period = try Period.parse(asked["period"] ?? "", today: .earliest)
    let isDossier = asked["number"] == "submissions"
    conditions.append(
      "\(isDossier ? "s" : "v").date BETWEEN \(period.from.daysSince1970) "
        + "AND \(period.to.daysSince1970)")
    for item in asked.items {
      if let condition = Self.condition(item.name, item.value, isDossier: isDossier, asked) {
        conditions.append(condition)
      }
    }
  }

  private static let place = """
    (SELECT h.place FROM household AS h WHERE h.rid = coalesce(
      (SELECT r.household FROM resident AS r WHERE r.rid = s.resident), v.household))
    """

  private static func condition(
    _ name: String, _ value: String, isDossier: Bool, _ asked: NamedValues
  ) -> String? {
    let isVisit = asked["number"] == "visits"
    let text = value == "-" ? "IS NULL" : "= '\(value)'"
    let code = isDossier ? "s.procedure" : "a.service"
    func numbered(_ names: [String], _ column: String) -> String {
      guard value != "-", let number = names.firstIndex(of: value) else {
        return "\(column) IS NULL"
      }
      return "\(column) = \(number + 1)"
    }
    func codes(_ isWanted: (Procedure) -> Bool) -> String {
      "(" + Procedures.all.filter(isWanted).map { "'\($0.code)'" }.joined(separator: ",") + ")"
    }
    let visitPlace = "(SELECT h.place FROM household AS h WHERE h.rid = v.household)"
    switch name {
    case "unit":
      return "(SELECT p.commune_code FROM place AS p WHERE p.rid = "
        + "\(isDossier ? place : visitPlace)) \(text)"
    case "hamlet": return "\(isDossier ? place : visitPlace) = \(value)"
    case "team": return "\(isDossier ? "s" : "v").team = \(value)"
    case "member":
      return """
        \(isVisit ? "v" : "a").rid IN (SELECT row FROM head WHERE value = \(value) AND field =
          \(isVisit ? VisitTable.participants.id.rawValue : AssistTable.participants.id.rawValue)
          AND table_id = \((isVisit ? VisitTable.definition : AssistTable.definition).id.rawValue))
        """
    case "service": return "\(code) \(text)"
    case "procedure":
      return value == "-"
        ? "(\(code) IS NULL OR \(code) NOT IN \(codes { _ in true }))" : "\(code) \(text)"
    case "sector":
      return value == "-"
        ? "(\(code) IS NULL OR \(code) NOT IN \(codes { _ in true }))"
        : "\(code) IN \(codes { $0.sector == value })"
    case "mode": return numbered(["guided", "demonstrated", "on-behalf"], "a.mode")
    case "outcome":
      return numbered(["completed", "submitted", "blocked", "advised", "refused"], "a.outcome")
    case "visit-outcome":
      return numbered(
        ["met", "nobody-home", "refused", "moved-away", "not-found", "come-back"], "v.outcome")
    case "blocked-reason": return "a.blocked_reason \(text)"
    case "day", "week", "month", "quarter":
      guard let from = LocalDate(iso: value) else { return nil }
      let months = name == "quarter" ? 3 : 1
      let length =
        name == "day" ? 1 : name == "week" ? 7 : from.days(until: from.adding(months: months))
      return "\(isDossier ? "s" : "v").date BETWEEN \(from.daysSince1970) "
        + "AND \(from.daysSince1970 + length - 1)"
    default: return nil
    }
  }

  func number(_ world: ReportWorld) throws -> Int {
    let done = "a.outcome IN (1, 2)"
    let proved = "a.evidence_kind IS NOT NULL AND length(a.evidence) > 0"
    let stands = "a.void_reason IS NULL AND v.void_reason IS NULL AND v.hidden IS NULL"
    let counted = "\(done) AND \(proved) AND \(stands)"
    let provisional =
      "\(stands) AND (a.outcome IS NULL OR (\(done) AND NOT (\(proved))))"
    var verdict: String
    switch asked["number"] {
    case "counted", "residents": verdict = counted
    case "provisional": verdict = provisional
    default: verdict = "NOT (\(counted)) AND NOT (\(provisional))"
    }
    switch asked["reason"] {
    case "evidence-missing": verdict = "\(stands) AND \(done) AND NOT (\(proved))"
    case "outcome-missing": verdict = "\(stands) AND a.outcome IS NULL"
    case "voided": verdict = "a.void_reason IS NOT NULL"
    case "visit-voided": verdict = "a.void_reason IS NULL AND v.void_reason IS NOT NULL"
    case "blocked": verdict = "\(stands) AND a.outcome = 3"
    case "advised": verdict = "\(stands) AND a.outcome = 4"
    case "refused": verdict = "\(stands) AND a.outcome = 5"
    default: break
    }
    let wanted = conditions.joined(separator: " AND ")
    let sql: String
    switch asked["number"] {
    case "visits":
      sql = "SELECT count(*) FROM visit AS v WHERE v.void_reason IS NULL AND \(wanted)"
    case "submissions":
      sql = """
        SELECT count(*) FROM submission AS s LEFT JOIN assist AS a ON a.rid = s.assist
          LEFT JOIN visit AS v ON v.rid = a.visit WHERE s.void_reason IS NULL AND \(wanted)
        """
    case "residents":
      sql = """
        SELECT DISTINCT a.resident FROM assist AS a JOIN visit AS v ON v.rid = a.visit
        WHERE a.resident IS NOT NULL AND \(verdict) AND \(wanted)
        """
      let rows = try world.world.centre.read { reader in
        try reader.connection.rows(sql) { try $0.integer(at: 0) }.compactMap(RowID.init(rawValue:))
      }
      return Set(rows.map { world.doubles[$0] ?? $0 }).count
    default:
      sql = """
        SELECT count(*) FROM assist AS a JOIN visit AS v ON v.rid = a.visit
        WHERE \(verdict) AND \(wanted)
        """
    }
    return Int(try world.world.centre.read { try $0.connection.integer(sql) })
  }
}

extension NamedValues {
  /// The query of an address.
  fileprivate init(query address: String) {
    let items = address.split(separator: "?").last.map { $0.split(separator: "&") } ?? []
    self.init(
      items.map { item in
        let parts = item.split(separator: "=", omittingEmptySubsequences: false)
        let value = parts.dropFirst().joined(separator: "=").replacing("+", with: " ")
        return Item(name: String(parts[0]), value: value.removingPercentEncoding ?? value)
      })
  }
}
