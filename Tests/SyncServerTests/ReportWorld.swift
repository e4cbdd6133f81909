import FieldWork
import Foundation
import Randomness
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// A centre to which two laptops handed over some weeks of work of every kind, drawn from a seed.
final class ReportWorld {
  let world: CentreWorld
  let laptops: [TestLaptop]
  let coordinator: String
  private var random: SeededGenerator
  private var assists: [RowID] = []
  private var visits: [RowID] = []
  /// Rows of residents that are one person with another row.
  private(set) var doubles: [RowID: RowID] = [:]

  private static let services = ["1.001193", "1.000656", "vneid", "shop-qr"]

  init(seed: UInt64, visits count: Int = 60) throws {
    world = try CentreWorld(seed: seed)
    random = SeededGenerator(seed: seed)
    laptops = [
      try world.enrolLaptop("máy một", member: "Nguyễn Văn An"),
      try world.enrolLaptop("máy hai", member: "Trần Thị Bình"),
    ]
    for laptop in laptops { try laptop.sync() }
    coordinator =
      try #require(try world.signIn("coordinator", world.password)) + "; camtay-language=en"
    for laptop in laptops { try fill(laptop, visits: count / 2) }
    for laptop in laptops { try laptop.sync() }
  }

  var today: LocalDate {
    LocalDateTime(milliseconds: world.clock.surroundings.clock().wall.rawValue).date
  }

  private func clock() -> ClockReading {
    world.clock.advance(seconds: 1)
    return world.clock.laptopSurroundings.clock()
  }

  private func draw<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private func isOne(in number: Int) -> Bool { Int.random(in: 0..<number, using: &random) == 0 }

  private func fill(_ laptop: TestLaptop, visits count: Int) throws {
    let field = laptop.field
    let author = laptop.member
    let members = try field.reader.members().map(\.id)
    var residents: [RowID] = []
    for number in 1...6 {
      let household = try laptop.addHousehold("Hộ \(number)")
      for child in 1...2 {
        residents.append(
          try field.addResident(
            ResidentDraft(
              household: household, fullName: "Người \(number) \(child)", birth: "1950"),
            author: author, clock: clock()
          ).id)
      }
    }
    let households = try field.reader.households(page: .all).map(\.id)
    for _ in 0..<count {
      let outcome = draw(["met", "met", "met", "nobody-home", "refused", "come-back"])
      let visit = try field.addVisit(
        VisitDraft(
          household: draw(households),
          date: Format.date(today.adding(days: -Int.random(in: 0..<50, using: &random))),
          outcome: outcome,
          returnDate: outcome == "come-back" ? Format.date(today.adding(days: 3)) : nil,
          participants: isOne(in: 3) ? members : [draw(members)]),
        author: author, clock: clock()
      ).id
      visits.append(visit)
      guard outcome == "met" else { continue }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        try assist(laptop, visit, residents, members)
      }
      if isOne(in: 8) {
        try field.void(.visit, visit, reason: "ghi nhầm", author: author, clock: clock())
      }
    }
    // Two rows of one person.
    doubles[residents[1]] = residents[0]
    try field.link(
      .resident, residents[0], residents[1], isSame: true, author: author, clock: clock())
  }

  private func assist(
    _ laptop: TestLaptop, _ visit: RowID, _ residents: [RowID], _ members: [RowID]
  ) throws {
    let outcome = draw([
      "completed", "completed", "submitted", "blocked", "advised", "refused",
    ])
    let isDone = outcome == "completed" || outcome == "submitted"
    let isProved = isDone && !isOne(in: 4)
    let assist = try laptop.field.addAssist(
      AssistDraft(
        visit: visit, resident: isOne(in: 6) ? nil : draw(residents),
        service: draw(Self.services), mode: draw(["guided", "demonstrated", "on-behalf"]),
        outcome: outcome,
        blockedReason: outcome == "blocked" ? draw(["no-network", "low-skill"]) : nil,
        evidenceKind: isProved ? "spoken" : nil, evidence: isProved ? "An" : nil,
        participants: isOne(in: 4) ? members : nil),
      author: laptop.member, clock: clock()
    ).id
    assists.append(assist)
    if isOne(in: 9) {
      try laptop.field.void(
        .assist, assist, reason: "ghi nhầm", author: laptop.member, clock: clock())
    } else if outcome == "submitted" {
      let dossier = try laptop.field.addSubmission(
        SubmissionDraft(assist: assist, procedure: "1.001193", channel: "online"),
        author: laptop.member, clock: clock())
      if isOne(in: 6) {
        try laptop.field.void(
          .submission, dossier.id, reason: "ghi nhầm", author: laptop.member, clock: clock())
      }
    }
  }

  /// The text of a page.
  func page(_ path: String, as cookie: String? = nil) throws -> String {
    let response = try world.get(path, cookie: cookie ?? coordinator)
    try #require(response.status == 200, "\(path): \(response.status)")
    return String(decoding: response.body, as: UTF8.self)
  }

  /// The numbers of a page with the addresses of their records.
  static func links(in page: String) -> [(number: Int, address: String)] {
    page.matches(of: /href="(\/reports\/records\?[^"]*)">([0-9,]+)(?:–[0-9,]+)?</).compactMap {
      guard let number = Int($0.2.filter { $0 != "," }) else { return nil }
      return (number, String($0.1).replacing("&amp;", with: "&"))
    }
  }

  /// How many lines a list says it has.
  static func lines(of page: String) -> Int {
    if page.contains("The only line.") { return 1 }
    if let all = page.firstMatch(of: /All ([0-9]+) lines\./) { return Int(all.1) ?? -1 }
    return page.firstMatch(of: /([0-9]+) of [0-9]+ lines;/).flatMap { Int($0.1) } ?? 0
  }
}
