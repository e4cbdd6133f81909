import CommandLine
import FieldWork
import Foundation
import Glibc
import Randomness
import Replica
import SyncProtocol

/// `camtay-bench count`: a store full of visits, counted by the function of every program.
struct CountBenchmark: Command {
  let name = ["count"]
  let abstract = BilingualText(
    vi: "Đo việc đếm một tháng của cả tỉnh", en: "Measure counting a month of a province")
  let arguments: [Argument] = [
    .option(
      "visits", "N", BilingualText(vi: "số lượt thăm (mặc định 300000)", en: "visits (300000)"),
      kind: .integer(100...5_000_000)),
    .option(
      "seed", "N", BilingualText(vi: "hạt giống (mặc định 1)", en: "the seed (1)"),
      kind: .integer(0...Int64.max)),
    .option(
      "by", "LIST",
      BilingualText(
        vi: "các cách chia, mỗi cách một lần đếm", en: "what to divide by, one count for each")),
    .option(
      "store", "FILE",
      BilingualText(
        vi: "kho để đếm: tạo một lần rồi giữ lại", en: "a store made once and kept, to count in")),
    .option(
      "folder", "DIR",
      BilingualText(vi: "thư mục cho các tệp đo", en: "folder for the measured files")),
  ]

  private static let visitsPerHamlet = 300
  private static let visitsPerAct = 200
  private static let visitsPerOpening = 300_000
  private static let services = ["1.001193", "vneid", "1.000894", "portal-account", "shop-qr"]

  func run(_ invocation: Invocation, _ console: Console) throws -> ExitCode {
    let visits = Int(invocation.integer("visits") ?? 300_000)
    var random = SeededGenerator(seed: UInt64(invocation.integer("seed") ?? 1))
    let folder = try BenchmarkFolder(parent: invocation.text("folder"))
    let path = invocation.text("store") ?? folder.path("count")
    let isFilled = FileManager.default.fileExists(atPath: path)
    let (year, month) = (2026, 10)
    guard let first = LocalDate(year: year, month: month, day: 1),
      let period = Period(.month, holding: first)
    else { preconditionFailure("a month") }
    func write(_ name: String, _ value: Double) {
      console.write("\(name)=\(value.rounded(toThousandths: ()))\n")
    }
    let filling = try RegisterBenchmark.seconds {
      // An open store has dots for two million operations.
      for start in stride(from: 0, to: isFilled ? 0 : visits, by: Self.visitsPerOpening) {
        try Self.fill(
          try RegisterBenchmark.open(path), visits: min(Self.visitsPerOpening, visits - start),
          from: first, &random)
      }
    }
    let records = try RegisterBenchmark.open(path)
    write("fill_seconds", filling)
    let before = ProcessMemory.kilobytes
    let names = invocation.text("by") ?? "none,team,hamlet,service,day,member,sector"
    for name in names.split(separator: ",").map(String.init) {
      let query = CountQuery(period, by: CountDimension(named: name).map { [$0] } ?? [])
      var count: Count?
      let before = clock()
      let seconds = try RegisterBenchmark.seconds { count = try records.reader.count(query) }
      write("count_\(name)_seconds", seconds)
      // Of the processor alone: what a busy machine says about itself does not count.
      write("count_\(name)_processor_seconds", Double(clock() - before) / 1_000_000)
      if name == "none", let total = count?.total {
        console.write("visits=\(total.visits ?? 0) assists=\(total.assists) ")
        console.write("residents=\(total.residents) submissions=\(total.submissions ?? 0)\n")
      }
    }
    let grown = max(ProcessMemory.kilobytes - before, 0)
    write("count_megabytes", Double(grown) / 1_024)
    return .done
  }

  /// Hamlets with a team, households, residents, visits with up to two assists, and dossiers.
  private static func fill(
    _ records: FieldStore, visits: Int, from first: LocalDate, _ random: inout SeededGenerator
  ) throws {
    let clock = RegisterBenchmark.reading
    var made = 0
    for hamlet in 0..<(visits + visitsPerHamlet - 1) / visitsPerHamlet {
      let place = try records.store.commit(author: nil, clock: clock) { act in
        let scope = try act.openScope([
          (ScopeTable.kind, .integer(ScopeKind.households.rawValue)),
          (ScopeTable.communeCode, .text("17713")),
        ])
        let row = try act.create(
          PlaceTable.definition, in: .everyone,
          [
            (PlaceTable.name, .text("Xóm \(hamlet + 1)")),
            (PlaceTable.communeCode, .text("17713")),
            (PlaceTable.householdScope, .integer(scope.rawValue)),
          ])
        let team = try act.create(
          TeamTable.definition, in: .everyone,
          [(TeamTable.name, .text("Tổ \(hamlet + 1)")), (TeamTable.place, .integer(row.rawValue))])
        return (scope: scope, row: row, team: team)
      }
      while made < min(visits, (hamlet + 1) * visitsPerHamlet) {
        let part = min(visitsPerAct, visits - made, (hamlet + 1) * visitsPerHamlet - made)
        try records.store.commit(author: nil, clock: clock) { act in
          for _ in 0..<part {
            try addVisit(act, place.scope, place.row, place.team, from: first, &random)
          }
        }
        made += part
      }
    }
  }

  private static func addVisit(
    _ act: Act, _ scope: ScopeID, _ place: RowID, _ team: RowID, from first: LocalDate,
    _ random: inout SeededGenerator
  ) throws {
    let household = try act.create(
      HouseholdTable.definition, in: scope, [(HouseholdTable.place, .integer(place.rawValue))])
    let resident = try act.create(
      ResidentTable.definition, in: scope,
      [(ResidentTable.household, .integer(household.rawValue))])
    let day = Int64(first.daysSince1970 + Int.random(in: 0..<30, using: &random))
    let visit = try act.create(
      VisitTable.definition, in: scope,
      [
        (VisitTable.household, .integer(household.rawValue)), (VisitTable.date, .integer(day)),
        (VisitTable.team, .integer(team.rawValue)), (VisitTable.outcome, .integer(1)),
        // Any row does in the place of a member.
        (VisitTable.participants, .integer(team.rawValue)),
      ])
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let service = services[Int.random(in: 0..<services.count, using: &random)]
      _ = try act.create(
        AssistTable.definition, in: scope,
        [
          (AssistTable.visit, .integer(visit.rawValue)),
          (AssistTable.resident, .integer(resident.rawValue)),
          (AssistTable.service, .text(service)),
          (AssistTable.mode, .integer(Int64.random(in: 1...3, using: &random))),
          (AssistTable.outcome, .integer(Int64.random(in: 1...3, using: &random))),
          (AssistTable.evidenceKind, .integer(3)), (AssistTable.evidence, .text("An")),
          (AssistTable.participants, .integer(team.rawValue)),
        ])
    }
    if Int.random(in: 0..<10, using: &random) == 0 {
      _ = try act.create(
        SubmissionTable.definition, in: scope,
        [
          (SubmissionTable.resident, .integer(resident.rawValue)),
          (SubmissionTable.procedure, .text("1.001193")), (SubmissionTable.date, .integer(day)),
          (SubmissionTable.team, .integer(team.rawValue)), (SubmissionTable.channel, .integer(2)),
        ])
    }
  }
}

extension Double {
  fileprivate func rounded(toThousandths: Void) -> Double { (self * 1_000).rounded() / 1_000 }
}
