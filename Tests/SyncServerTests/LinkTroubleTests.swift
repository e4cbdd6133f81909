import CommandLine
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// What commands of the centre cause in other hamlets.
@Suite struct LinkTroubleTests {
  private let run: CommandRun
  private let centre: Centre

  init() throws {
    run = try CommandRun(seed: 95)
    try #require(run("init", "--place", "17713").exit == .done)
    let hamlets = try run.write(
      "a.csv", "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n")
    try #require(run("import", hamlets).exit == .done)
    centre = try Centre(run.home, as: .guest, surroundings: run.surroundings)
  }

  /// A household of the first hamlet that was moved to the second: the row and its copy.
  private func moved() throws -> (old: RowID, new: RowID) {
    let places = try centre.read { try $0.places() }
    let scopes = places.compactMap(\.householdScope)
    let old = try centre.change { field, clock in
      try field.store.commit(author: nil, clock: clock) { act in
        try act.create(
          HouseholdTable.definition, in: scopes[0],
          [
            (HouseholdTable.number, .integer(1)), (HouseholdTable.kind, .integer(1)),
            (HouseholdTable.place, .integer(places[0].id.rawValue)),
          ])
      }
    }
    let copies = try centre.perform { field, clock in
      try field.store.moveHousehold(
        old, to: places[1].id, in: scopes[1], author: nil, clock: clock)
    }
    return (old, try #require(copies.first).copy)
  }

  private func write(_ kind: Int64, to row: RowID) throws {
    try centre.change { field, clock in
      try field.store.commit(author: nil, clock: clock) {
        try $0.write(HouseholdTable.definition, row, [(HouseholdTable.kind, .integer(kind))])
      }
    }
  }

  private func kind(of row: RowID) throws -> Int64 {
    try centre.inspect {
      try $0.store.connection.integer(
        "SELECT kind FROM household WHERE rid = ?", .integer(row.rawValue))
    }
  }

  @Test func `what a command writes reaches the copy before it returns`() throws {
    let (old, new) = try moved()
    try write(2, to: old)
    #expect(try kind(of: new) == 2)
  }

  @Test func `a copy that cannot be written is listed by status`() throws {
    let (old, new) = try moved()
    try centre.inspect {
      try $0.store.connection.execute(
        "UPDATE household SET overrides = x'01ff' WHERE rid = ?", .integer(new.rawValue))
    }
    try write(2, to: old)
    let status = run("status")
    #expect(status.exit == .needsAttention && status.out.contains("lags behind the old one"))
    let listed = try run("status", "--json").json()["link_troubles"]?.arrayValue
    #expect(listed?.count == 1 && listed?.first?["reason"]?.textValue?.isEmpty == false)
    #expect(listed?.first?["records"]?.arrayValue?.first?.textValue?.hasPrefix("#") == false)
  }
}
