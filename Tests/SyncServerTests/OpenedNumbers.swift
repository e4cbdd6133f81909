import FieldWork
import Foundation
import Replica
import SQLite
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// What numbers on a page open, and how many lines that has.
enum OpenedNumbers {
  /// What stands of a table.
  static let stands = "hidden IS NULL AND void_reason IS NULL"

  /// The figures of a page that are links, with what they open.
  static func links(in page: String) -> [(number: Int, address: String)] {
    page.matches(of: /<a href="([^"]*)">([0-9,]+)(?:\/[0-9,]+)?<\/a>/).compactMap { match in
      guard let number = Int(match.2.filter { $0 != "," }) else { return nil }
      return (number, String(match.1).replacing("&amp;", with: "&"))
    }
  }

  /// How many lines an address opens: of a part of a page, the rows of its table.
  static func opened(_ address: String, from path: String, _ world: ReportWorld) throws -> Int {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let page = try world.page(parts[0].isEmpty ? path : String(parts[0]))
    guard parts.count == 2 else { return ReportWorld.lines(of: page) }
    let section = try #require(
      page.components(separatedBy: "<section").first { $0.contains("id=\"\(parts[1])\"") },
      "\(address)")
    let body = section.components(separatedBy: "<tbody>").dropFirst().first ?? ""
    return (body.components(separatedBy: "</tbody>").first ?? "").components(separatedBy: "<tr")
      .count - 1
  }

  /// Opens every number of a page; the numbers by what they open.
  static func check(_ path: String, _ world: ReportWorld) throws -> [String: Int] {
    let found = links(in: try world.page(path))
    #expect(!found.isEmpty, "\(path)")
    for link in found {
      #expect(try opened(link.address, from: path, world) == link.number, "\(path): \(link)")
    }
    return Dictionary(found.map { ($0.address, $0.number) }, uniquingKeysWith: { one, _ in one })
  }

  static func count(_ world: ReportWorld, _ sql: String) throws -> Int {
    Int(try world.world.centre.read { try $0.connection.integer(sql) })
  }

  static func add(
    _ form: RecordForm, _ texts: [String: String], at laptop: TestLaptop, _ world: ReportWorld
  ) throws -> RowID {
    world.world.clock.advance(seconds: 1)
    return try laptop.field.add(
      form, FormDraft(form, texts), author: laptop.member, clock: laptop.laptopClock()
    ).id
  }
}
