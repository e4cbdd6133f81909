import SyncProtocol
import Testing

@testable import FieldWork

/// Rows that no version of this program would write: everything still reads and counts.
@Suite struct HostileRowTests {
  @Test(arguments: [Int64.min, .max, -1, 0, 1 << 40])
  func `extreme numbers in every column trap nothing`(number: Int64) throws {
    let world = try FieldWorld()
    let household = try world.household()
    let laptop = world.laptop
    let scope = try laptop.reader.existing(Household.self, household).scope
    // Twice with a plausible date, so that the rows reach the counting.
    for date in [number, Int64(day("2026-11-18").daysSince1970)] {
      try laptop.store.commit(author: nil, clock: world.clock()) { act in
        var last = RowID(rawValue: 1)
        for table in Schema.current.tables where table.id != ScopeTable.definition.id {
          last = try act.create(
            table, in: scope,
            table.fields.map { field in
              switch field.type {
              case .text: (field, .text(field.name == "void_reason" ? "" : "\u{301}\u{202E}"))
              case .bytes, .sealed, .erased: (field, .bytes([]))
              case .integer:
                switch field.name {
                case "date": (field, .integer(date))
                case "visit", "submission", "assist", "resident":
                  (field, .integer(date == number ? number : last?.rawValue ?? 0))
                default: (field, .integer(number))
                }
              }
            })
        }
      }
    }
    let reader = laptop.reader
    for period in ["2026-11", "0001", "9999"] {
      for dimension in CountDimension.allCases {
        let count = try reader.count(CountQuery(month(period), by: [dimension]))
        for group in count.groups {
          _ = try reader.label(of: group.keys[0], along: dimension)
        }
        _ = SuppressedCount(count)
      }
    }
    for assist in try reader.assists(includingVoided: true, page: .all) {
      #expect(!(try reader.explainCount(of: assist.id).lines.isEmpty))
    }
    let now = LocalDateTime(day("2026-11-18"), minuteOfDay: 600)
    for submission in try reader.submissions(includingVoided: true, page: .all) {
      _ = try laptop.deadline(of: submission, asOf: now).words
    }
    _ = try laptop.waitingSubmissions(asOf: now)
    for visit in try reader.visits(includingVoided: true, page: .all) {
      _ = try reader.participants(of: visit)
    }
    for resident in try reader.residents(includingVoided: true, page: .all) {
      #expect(!resident.codeText.isEmpty)
    }
    _ = try reader.members()
    _ = try reader.places()
    for team in try reader.teams() { _ = try? reader.scopes(forTeam: team.id) }
    _ = try laptop.search.find("a")
    _ = try laptop.knowledge(of: world.clock())
    #expect(try reader.count(CountQuery(month())).total.countedAssists == 0)
  }
}
