import FieldWork
import Foundation
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// A number worked out from the tables alone, for what an address of a list asks.
struct IndependentCount {
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
  init(query address: String) {
    let items = address.split(separator: "?").last.map { $0.split(separator: "&") } ?? []
    self.init(
      items.map { item in
        let parts = item.split(separator: "=", omittingEmptySubsequences: false)
        let value = parts.dropFirst().joined(separator: "=").replacing("+", with: " ")
        return Item(name: String(parts[0]), value: value.removingPercentEncoding ?? value)
      })
  }
}
