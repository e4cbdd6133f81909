import FieldWork
import Replica
import SyncProtocol
import Testing

@testable import SyncServer

/// What somebody's rights reach: counted and shown for them, and nothing else.
@Suite struct ReachTests {
  private let world: PageWorld
  private let teams: [RowID]

  /// A commune each for two teams with a laptop of their own; three assists, of which one is Cường's.
  init() throws {
    world = try PageWorld(
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17728,Xóm 2,xóm\n")
    for (team, hamlet, member, count, byte) in [
      ("Tổ Xóm 1", "Xóm 1", "Nguyễn Văn An", 2, UInt8(31)),
      ("Tổ Xóm 2", "Xóm 2", "Lò Văn Cường", 1, UInt8(32)),
    ] {
      let laptop = try world.laptop("máy \(hamlet)", of: team, byte)
      try world.sync(laptop)
      for number in 1...count {
        let household = try world.household("Hộ \(number)", at: laptop, hamlet)
        try world.help("Người \(number)", in: household, at: laptop, by: member)
      }
      try world.sync(laptop)
    }
    teams = try world.centre.reader.teams().map(\.id)
  }

  private func report(
    _ reach: AccountRights.Reach, on day: LocalDate? = nil
  ) throws -> CoordinatorReport {
    let reader = world.centre.reader
    let reached = try ReachedWork(reach, reader, on: day ?? world.now.date)
    return try CoordinatorReport.gather(
      world.month, now: world.now,
      CentreInspection.gather(world.centre.store, within: reached), reader, within: reached)
  }

  private func names(_ report: CoordinatorReport) -> [String] {
    report.teams.map(\.label.vietnamese)
  }

  @Test func `the whole centre, a unit, a team and a member each get their own numbers`() throws {
    let all = try report(.everything)
    #expect(all.total.assists == 3 && all.laptops.count == 2 && names(all).count == 2)
    let unit = try report(.unit("17713"))
    #expect(unit.total.assists == 2 && unit.total.visits == 2)
    #expect(unit.laptops.map(\.report.label) == ["máy Xóm 1"] && names(unit) == ["Tổ Xóm 1"])
    #expect(unit.coverage.laptops.count == 1)
    let team = try report(.team(teams[1]))
    #expect(team.total.assists == 1 && names(team) == ["Tổ Xóm 2"])
    #expect(team.laptops.map(\.report.label) == ["máy Xóm 2"])
    let member = try report(.member(try world.member("Lò Văn Cường")))
    #expect(member.total.assists == 1 && member.laptops.isEmpty)
    #expect(try report(.member(try world.member("Nguyễn Văn An"))).total.assists == 2)
  }

  @Test func `a unit's numbers are not whole without another unit's team that works there`() throws
  {
    let guest = try world.laptop("máy của khách", of: "Tổ Xóm 2", 33, further: ["Xóm 1"])
    world.pass(days: 1)
    let unit = try report(.unit("17713"))
    #expect(unit.coverage.laptops.map(\.label).sorted() == ["máy Xóm 1", "máy của khách"])
    #expect(!unit.coverage.isComplete)
    // Whose laptop it is stays the other unit's to see to.
    #expect(unit.laptops.map(\.report.label) == ["máy Xóm 1"])
    try world.sync(guest)
    #expect(try report(.unit("17713")).coverage.reported.map(\.label).contains("máy của khách"))
  }

  @Test func `trainers are kept to their unit too`() throws {
    let reader = world.centre.reader
    let laptops = try LaptopReport.gather(world.centre.store)
    let shortfall = try CentreShortfall(world.centre.store)
    let reached = try ReachedWork(.unit("17728"), reader, on: world.now.date)
    let report = try TrainerReport.gather(
      world.month, now: world.now, laptops, shortfall, reader, within: reached, threshold: 1)
    #expect(report.assists == .shown(1) && report.teams.count == 1)
    #expect(report.coverage.laptops.count == 1)
  }

  @Test func `a merger gives a coordinator nothing more and takes nothing away`() throws {
    let today = world.now.date
    _ = try world.centre.store.mergeUnits(
      ["17713", "17728"], into: "17734", from: Int64(today.daysSince1970), clock: world.clock())
    let unit = try report(.unit("17713"))
    #expect(unit.total.assists == 2 && names(unit) == ["Tổ Xóm 1"])
    let reached = try ReachedWork(.unit("17713"), world.centre.reader, on: today)
    let last = Format.date(today.adding(days: -1))
    #expect(reached.words?.vietnamese.contains("theo địa giới ngày \(last)") == true)
    #expect(try report(.unit("17734")).total.assists == 3)
    #expect(throws: FieldError.self) {
      try ReachedWork(.unit("99999"), world.centre.reader, on: today)
    }
  }
}
