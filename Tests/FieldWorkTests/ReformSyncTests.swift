import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// The merger of real communes while laptops are away with work that nobody has.
@Suite struct ReformSyncTests {
  /// Three former communes that became one in July 2025, whole; it took the code of one of them, as
  /// every unit of that reform did.
  private static let olds: [FormerCommune] = {
    let unit = Communes.all.first { commune in
      let olds = Communes.predecessors(ofCommune: commune.code)
      return olds.count == 3 && olds.allSatisfy { $0.successors.count == 1 }
    }
    return unit.map { Communes.predecessors(ofCommune: $0.code) } ?? []
  }()

  private static var new: String { olds.first?.successors.first?.code ?? "" }

  private func world() throws -> FieldWorld {
    let hamlets = Self.olds.map { "\($0.code),Xóm \($0.code),xóm" }
    let members = Self.olds.map { "Xóm \($0.code),Tổ \($0.code),Người \($0.code)" }
    return try FieldWorld.reforming(
      on: "2025-06-02", hamlets: "commune_code,name,kind\n" + hamlets.joined(separator: "\n"),
      members: "hamlet,team,full_name\n" + members.joined(separator: "\n"),
      laptopsOf: Self.olds.map { "Tổ \($0.code)" })
  }

  private func visit(_ number: Int, in world: FieldWorld, on date: String) throws {
    let laptop = world.laptops[number]
    let code = Self.olds[number].code
    let household = try laptop.addHousehold(
      HouseholdDraft(place: try laptop.reader.findPlace("Xóm \(code)").id, name: "Hộ \(date)"),
      author: try world.member("Người \(code)"), clock: world.clock()
    ).id
    let visit = try laptop.addVisit(
      VisitDraft(household: household, date: date, outcome: "met"),
      author: try world.member("Người \(code)"), clock: world.clock()
    ).id
    _ = try laptop.addAssist(
      AssistDraft(
        visit: visit, service: "vneid", mode: "guided", outcome: "completed",
        evidenceKind: "spoken", evidence: "An"),
      author: try world.member("Người \(code)"), clock: world.clock())
  }

  @Test func `work of laptops that were away counts once, under the unit of any day`() throws {
    let world = try world()
    let map = try PlaceMap(world.centre.reader)
    for number in 0..<3 { try visit(number, in: world, on: "01/06/2025") }
    try world.sync(world.laptops[0])
    let cursor = try world.laptops[0].store.cursor(
      try #require(map.places[0].householdScope))
    let (_, number) = try world.reform(try world.centre.reader.draftOfNationalReform())
    // The others come back after the reform, with work from before and from after.
    world.pass(hours: 24 * 31)
    for number in 0..<3 {
      try world.sync(world.laptops[number])
      try visit(number, in: world, on: "03/07/2025")
    }
    for laptop in world.laptops { try world.sync(laptop) }
    for laptop in world.laptops { try world.sync(laptop) }

    let june = try Period.parse("2025-06", today: day("2025-07-04"))
    let july = try Period.parse("2025-07", today: day("2025-07-04"))
    func counted(
      _ unit: String, _ date: String, _ period: Period, at store: FieldStore? = nil
    ) throws -> [Int?] {
      let reader = (store ?? world.centre).reader
      let territory = try reader.territory(ofUnit: unit, on: day(date))
      let total = try reader.count(CountQuery(period, territory: territory)).total
      return [total.visits, total.countedAssists]
    }
    #expect(try counted(Self.new, "2025-07-01", june) == [3, 3])
    #expect(try counted(Self.new, "2025-07-01", july) == [3, 3])
    for old in Self.olds {
      #expect(try counted(old.code, "2025-06-30", june) == [1, 1])
      #expect(try counted(old.code, "2025-06-30", july) == [1, 1])
    }
    #expect(Self.olds.map(\.code).contains(Self.new))
    // A laptop counts over what it holds, with the same borders.
    #expect(try counted(Self.new, "2025-07-01", june, at: world.laptops[1]) == [1, 1])
    #expect(
      try world.laptops[0].store.cursor(try #require(map.places[0].householdScope)).arrival
        > cursor.arrival)

    // Taken back after everybody has heard of it, and heard of that too.
    _ = try world.centre.undoReform(
      try #require(number), isDryRun: false, clock: world.clock())
    for laptop in world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] {
      let map = try PlaceMap(store.reader)
      for old in Self.olds { #expect(map.scopes(of: old.code, on: day("2025-07-04")).count == 2) }
    }
    let total = try world.centre.reader.count(CountQuery(july)).total
    #expect(total.visits == 3 && total.countedAssists == 3)
    for laptop in world.laptops {
      #expect(
        try laptop.store.digest(of: .everyone) == world.centre.store.digest(of: .everyone))
    }
  }

  @Test func `drilling down stays exact: the hamlets of a unit add up to it`() throws {
    let world = try world()
    for number in 0..<3 { try visit(number, in: world, on: "01/06/2025") }
    for laptop in world.laptops { try world.sync(laptop) }
    try world.reform(try world.centre.reader.draftOfNationalReform())
    let reader = world.centre.reader
    let june = try Period.parse("2025-06", today: day("2025-07-04"))
    let map = try PlaceMap(reader)
    for date in ["2025-06-30", "2025-07-01"] {
      let units = Set(
        map.scopes.keys.flatMap { map.units(of: $0, on: day(date)) }
      ).sorted()
      for unit in units {
        let territory = try reader.territory(ofUnit: unit, on: day(date))
        let total = try reader.count(CountQuery(june, territory: territory)).total
        let hamlets = try map.places.filter { map.unit(of: $0, on: day(date)) == unit }.map {
          try reader.count(
            CountQuery(june, territory: reader.territory(ofHamlet: $0.id, on: day(date)))
          ).total
        }
        #expect(total.visits == hamlets.compactMap(\.visits).reduce(0, +))
        #expect(total.countedAssists == hamlets.map(\.countedAssists).reduce(0, +))
      }
    }
  }

  @Test func `a reform that another rests on is taken back last`() throws {
    let world = try world()
    let first = try #require(
      try world.reform(try world.centre.reader.draftOfNationalReform()).number)
    let second = try #require(
      try world.reform(
        "old_code,new_code,new_name,valid_from\n\(Self.new),90001,Xã Tương Lai,2027-01-01\n"
      ).number)
    #expect(
      fieldError {
        _ = try world.centre.undoReform(first, isDryRun: false, clock: world.clock())
      } == .reformBuiltUpon(first, by: [second]))
    let future = { (date: String) in
      try world.centre.reader.territory(ofUnit: "90001", on: day(date))
    }
    #expect(try future("2027-01-01").name == "Xã Tương Lai")
    #expect(fieldError { _ = try future("2026-12-31") }?.code == "unit-not-then")
    let history = try PlaceMap(world.centre.reader).history(ofUnit: "90001")
    #expect(history.map(\.name) == ["Xã Tương Lai"])
    #expect(history[0].predecessors.map(\.code) == [Self.new])
    #expect(history[0].predecessors.allSatisfy { !$0.isPart && $0.on == day("2027-01-01") })
    for number in [second, first] {
      _ = try world.centre.undoReform(number, isDryRun: false, clock: world.clock())
    }
    #expect(try world.centre.reforms().allSatisfy { $0.undoneAt != nil })
  }

  @Test func `a unit keeps its own name whatever it absorbs`() throws {
    let world = try FieldWorld.reforming(
      on: "2026-11-10",
      hamlets: "commune_code,name,kind\n17713,Xóm 1,xóm\n17722,Xóm 2,xóm\n")
    func name(_ code: String, on date: String) throws -> String? {
      try PlaceMap(world.centre.reader).name(of: code, on: day(date))
    }
    // One that the list of communes has.
    try world.reform("old_code,new_code,valid_from\n17722,17713,2026-11-15\n")
    #expect(try name("17713", on: "2026-11-14") == "Xã Đại Đồng")
    #expect(try name("17713", on: "2026-11-15") == "Xã Đại Đồng")
    #expect(try name("17722", on: "2026-11-14") == "Xã Hạnh Lâm")
    // One that only the centre's reforms know, and a name that its reform gave.
    try world.reform(
      "old_code,new_code,new_name,valid_from\n17713,90001,Xã Tương Lai,2027-01-01\n")
    #expect(try name("90001", on: "2027-01-01") == "Xã Tương Lai")
  }
}
