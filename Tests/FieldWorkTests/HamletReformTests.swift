import Replica
import SyncProtocol
import Testing

@testable import FieldWork

@Suite struct HamletReformTests {
  private static let hamlets = """
    commune_code,name,kind
    17713,Xóm 1,xóm
    17713,Xóm 2,xóm
    17713,Xóm 3,xóm
    """
  private static let members = """
    hamlet,team,full_name
    Xóm 1,Tổ 1,Nguyễn Văn An
    Xóm 2,Tổ 2,Trần Thị Bình
    """
  private static let header = "old_code,old_hamlet,new_code,new_hamlet,valid_from,extent\n"

  private func world(laptopsOf teams: [String] = []) throws -> FieldWorld {
    try FieldWorld(laptopsOf: teams, hamlets: Self.hamlets, members: Self.members)
  }

  private func household(_ name: String, in hamlet: String, _ world: FieldWorld) throws -> RowID {
    let place = try world.centre.reader.findPlace(hamlet)
    return try world.centre.addHousehold(
      HouseholdDraft(place: place.id, name: name), author: nil, clock: world.clock()
    ).id
  }

  private func visits(_ hamlet: RowID, asOf date: String, _ world: FieldWorld) throws -> Int? {
    let reader = world.centre.reader
    let territory = try reader.territory(ofHamlet: hamlet, on: day(date))
    return try reader.count(CountQuery(month(), territory: territory)).total.visits
  }

  @Test func `a unit that changes under a hamlet is told in its history, with both days`() throws {
    let world = try FieldWorld()
    let hamlet = try world.centre.reader.findPlace("Xóm 1")
    let scope = try #require(hamlet.householdScope)
    _ = try world.centre.store.splitUnit(
      "17713", into: "17722", scopes: [scope], from: Int64(day("2026-12-01").daysSince1970),
      clock: world.clock())
    let map = try PlaceMap(world.centre.reader)
    let history = map.history(ofHamlet: hamlet.id)
    #expect(history.map(\.validTo) == [day("2026-11-30"), nil])
    #expect(history.last?.validFrom == day("2026-12-01"))
    // Its commune has been so since July 2025. Of what the commune was made of, nobody said where the
    // hamlet lay: not in the town that had the code.
    #expect(history[0].within == "Xã Đại Đồng" && history[0].validFrom == day("2025-07-01"))
    // The area of the teams that came along lends the unit no name.
    #expect(history.last?.within == "Xã Hạnh Lâm")
  }

  @Test func `a hamlet of a code that was used again lay in each unit on its own days`() throws {
    let world = try FieldWorld.reforming(
      on: "2025-06-01", hamlets: "commune_code,name,kind\n17713,Khối 1,khối\n")
    let hamlet = try world.centre.reader.findPlace("Khối 1")
    let scope = try #require(hamlet.householdScope)
    _ = try world.centre.store.splitUnit(
      "17713", into: "17722", scopes: [scope], from: Int64(day("2026-12-01").daysSince1970),
      clock: world.clock())
    let history = try PlaceMap(world.centre.reader).history(ofHamlet: hamlet.id)
    #expect(
      history.map(\.within) == ["Thị trấn Dùng", "Xã Đại Đồng", "Xã Hạnh Lâm"])
    // Three communes became Dùng: in which of them it lay before, nobody said.
    #expect(
      history.map(\.validFrom) == [day("2024-12-01"), day("2025-07-01"), day("2026-12-01")])
  }

  @Test func `what a code names on a day is told with its dates and what stands in its place`()
    throws
  {
    let map = try PlaceMap(try FieldWorld().centre.reader)
    guard case .notThen(let period, let instead) = map.naming(of: "17716", on: day("2026-11-22"))
    else { throw FieldError.nothingToChange }
    #expect(period.name == "Xã Cát Văn" && period.validTo == day("2025-06-30"))
    #expect(instead == ["17728 Xã Cát Ngạn"])
    #expect(
      map.naming(of: "17716", on: day("2025-06-30")) == .unit(name: "Xã Cát Văn", since: nil))
    #expect(
      map.naming(of: "17713", on: day("2025-06-30"))
        == .unit(name: "Thị trấn Dùng", since: day("2024-12-01")))
    // What 17752 went into in 2024 went into another in 2025.
    guard case .notThen(_, let now) = map.naming(of: "17752", on: day("2026-11-22")) else {
      throw FieldError.nothingToChange
    }
    #expect(now == ["17713 Xã Đại Đồng"])
    #expect(map.naming(of: "99999", on: day("2026-11-22")) == .never)
  }

  @Test func `two hamlets become one: their households and visits are its own, on any day`()
    throws
  {
    let world = try world()
    let (one, two) = (
      try world.centre.reader.findPlace("Xóm 1"), try world.centre.reader.findPlace("Xóm 2")
    )
    let (first, second) = (
      try household("Hộ A", in: "Xóm 1", world), try household("Hộ B", in: "Xóm 2", world)
    )
    for row in [first, second, second] {
      _ = try world.visit(to: row, on: "10/11/2026", at: world.centre)
    }
    let file =
      Self.header
      + "17713,Xóm 1,17713,Xóm Đông,2026-11-15,\n17713,Xóm 2,17713,Xóm Đông,2026-11-15,toàn bộ\n"
    let preview = try world.preview(file)
    #expect(preview.hamlets.map(\.name) == ["Xóm 1", "Xóm 2"])
    #expect(preview.effects.households == 2 && preview.effects.teams == 2)
    #expect(preview.effects.undecidedHouseholds.isEmpty)
    #expect(try world.centre.reader.places().count == 3)
    let number = try #require(try world.reform(file).number)

    // The name means one hamlet, and the records keep the place as it was.
    let east = try world.centre.reader.findPlace("xom dong")
    #expect(try world.centre.reader.existing(Household.self, first).place == one.id)
    // Its list has those of before, and a namesake there is found.
    #expect(
      try world.centre.reader.households(place: east.id).map(\.id).sorted()
        == [first, second].sorted())
    #expect(try world.centre.reader.householdCount(place: one.id) == 2)
    let draft = HouseholdDraft(place: east.id, name: "Hộ A")
    #expect(
      try world.centre.duplicateHouseholds(for: draft).map(\.household.id).contains(first))
    #expect(try visits(east.id, asOf: "2026-11-15", world) == 3)
    #expect(try visits(one.id, asOf: "2026-11-14", world) == 1)
    #expect(try visits(two.id, asOf: "2026-11-14", world) == 2)
    #expect(try visits(one.id, asOf: "2026-11-15", world) == 3)
    func byHamlet(_ date: String) throws -> [String: Int?] {
      let query = CountQuery(month(), by: [.hamlet], placesOn: day(date))
      let names = CountLabels(world.centre.reader, query.frame)
      return Dictionary(
        uniqueKeysWithValues: try world.centre.reader.count(query).groups.map {
          (try names.words(of: $0.keys[0], along: .hamlet).vietnamese, $0.numbers.visits)
        })
    }
    #expect(try byHamlet("2026-11-14") == ["Xóm 1": 1, "Xóm 2": 2])
    #expect(try byHamlet("2026-11-15") == ["Xóm Đông": 3])
    #expect(try world.count("17713", asOf: "2026-11-15").visits == 3)
    let history = try PlaceMap(world.centre.reader).history(ofHamlet: one.id)
    #expect(history.map(\.name) == ["Xóm 1", "Xóm 2", "Xóm Đông", "Xóm Đông"])
    #expect(history[0].successors.map(\.name) == ["Xóm Đông"])
    #expect(history[0].successors.allSatisfy { !$0.isPart })

    // The same file again finds nothing to do, and the undo gives the old hamlets back.
    #expect(try world.preview(file).isEmpty)
    _ = try world.centre.undoReform(number, isDryRun: true, clock: world.clock())
    #expect(try world.centre.reforms().map(\.undoneAt) == [nil])
    _ = try world.centre.undoReform(number, isDryRun: false, clock: world.clock())
    #expect(try world.centre.reader.findPlace("Xóm 1").validTo == nil)
    #expect(try visits(one.id, asOf: "2026-11-20", world) == 1)
    #expect(fieldError { _ = try world.centre.reader.findPlace("Xóm Đông") } != nil)
    #expect(
      fieldError {
        _ = try world.centre.undoReform(number, isDryRun: false, clock: world.clock())
      } == .reformUndone(number))
    #expect(try world.preview(file).hamlets == preview.hamlets)
  }

  @Test func `a split hamlet's households are listed until somebody says where they live`() throws {
    let world = try world()
    let (first, second) = (
      try household("Hộ A", in: "Xóm 3", world), try household("Hộ B", in: "Xóm 3", world)
    )
    for row in [first, second, second] {
      _ = try world.visit(to: row, on: "10/11/2026", at: world.centre)
    }
    let whole = try world.centre.reader.findPlace("Xóm 3")
    let file =
      Self.header
      + "17713,Xóm 3,17713,Xóm 3A,2026-11-15,part\n17713,Xóm 3,17713,Xóm 3B,2026-11-15,một phần\n"
    let plan = try world.reform(file).plan
    #expect(plan.effects.undecidedHouseholds == [first, second].sorted())
    let (a, b) = (
      try world.centre.reader.findPlace("Xóm 3A"), try world.centre.reader.findPlace("Xóm 3B")
    )
    let undecided = try world.centre.reader.territory(ofHamlet: a.id, on: day("2026-11-18"))
    #expect(undecided.undecidedHouseholds == [first, second].sorted() && undecided.isUndecided)
    #expect(try visits(a.id, asOf: "2026-11-18", world) == 0)
    // The unit's total knows no such doubt.
    #expect(try world.count("17713", asOf: "2026-11-18").visits == 3)
    for (row, place) in [(first, a), (second, b)] {
      _ = try world.centre.moveHousehold(
        row, to: place, author: nil, clock: world.clock(), isDryRun: false)
    }
    #expect(try visits(a.id, asOf: "2026-11-18", world) == 1)
    #expect(try visits(b.id, asOf: "2026-11-18", world) == 2)
    #expect(try visits(b.id, asOf: "2026-11-10", world) == 3)
    #expect(try visits(whole.id, asOf: "2026-11-10", world) == 3)
    #expect(
      fieldError {
        _ = try world.centre.reader.territory(ofHamlet: whole.id, on: day("2026-11-18"))
      } == .hamletNotThen("Xóm 3", day("2026-11-18")))
  }

  @Test func `a border may run through a hamlet: each household counts on its own side`() throws {
    let world = try world()
    let (first, second) = (
      try household("Hộ A", in: "Xóm 3", world), try household("Hộ B", in: "Xóm 3", world)
    )
    for row in [first, second, second] {
      _ = try world.visit(to: row, on: "10/11/2026", at: world.centre)
    }
    let number = try #require(
      try world.reform(
        Self.header
          + "17713,Xóm 3,17713,Xóm 3,2026-11-15,part\n17713,Xóm 3,17722,Xóm 9,2026-11-15,part\n"
      ).number)
    let reader = world.centre.reader
    let nine = try reader.findPlace("Xóm 9")
    #expect(nine.communeCode == "17722")
    #expect(try world.count("17722", asOf: "2026-11-15").visits == 0)
    _ = try world.centre.moveHousehold(
      second, to: nine, author: nil, clock: world.clock(), isDryRun: false)
    #expect(try world.count("17722", asOf: "2026-11-15").visits == 2)
    #expect(try world.count("17713", asOf: "2026-11-15").visits == 0)
    #expect(
      try reader.territory(ofUnit: "17713", on: day("2026-11-15")).undecidedHouseholds == [first])
    #expect(try world.count("17713", asOf: "2026-11-14").visits == 3)
    _ = try world.centre.undoReform(number, isDryRun: false, clock: world.clock())
    #expect(try world.count("17713", asOf: "2026-11-15").visits == 3)
  }

  @Test func `a dossier without a name lies where its visit was, also where a border runs`() throws
  {
    let world = try world()
    let home = try household("Hộ A", in: "Xóm 3", world)
    let visit = try world.visit(to: home, on: "10/11/2026", at: world.centre)
    let assist = try world.assist(at: visit, nil, in: world.centre)
    _ = try world.centre.addSubmission(
      SubmissionDraft(assist: assist, channel: "online", received: "10/11/2026 09:00"),
      author: try world.member(), clock: world.clock())
    try world.reform(
      Self.header
        + "17713,Xóm 3,17713,Xóm 3,2026-11-15,part\n17713,Xóm 3,17722,Xóm 9,2026-11-15,part\n")
    let nine = try world.centre.reader.findPlace("Xóm 9")
    _ = try world.centre.moveHousehold(
      home, to: nine, author: nil, clock: world.clock(), isDryRun: false)
    let numbers = try world.count("17722", asOf: "2026-11-15")
    #expect(numbers.visits == 1 && numbers.countedAssists == 1 && numbers.submissions == 1)
    #expect(try world.count("17713", asOf: "2026-11-15").submissions == 0)
    let groups = try world.centre.reader.count(
      CountQuery(month(), by: [.unit], placesOn: day("2026-11-15"))
    ).groups
    #expect(groups.map(\.keys) == [[.text("17722")]])
    #expect(groups.map(\.numbers.submissions) == [1])
  }

  @Test func `the teams of merged hamlets hold both, also their laptops that are away`() throws {
    let world = try world(laptopsOf: [])
    let laptop = try world.addLaptop(of: "Tổ 1")
    let two = try world.centre.reader.findPlace("Xóm 2")
    let other = try household("Hộ B", in: "Xóm 2", world)
    try world.centre.store.addGrant(
      .place(try world.centre.reader.findPlace("Xóm 1").id), to: laptop.store.identity.replica,
      since: Store.always, at: world.clock().wall)
    let number = try #require(
      try world.reform(
        Self.header
          + "17713,Xóm 1,17713,Xóm Đông,2026-11-15,\n17713,Xóm 2,17713,Xóm Đông,2026-11-15,\n"
      ).number)
    let scope = try #require(two.householdScope)
    // It was away meanwhile, and its work counts once.
    let own = try laptop.addHousehold(
      HouseholdDraft(place: try laptop.reader.findPlace("Xóm 1").id, name: "Hộ C"),
      author: try world.member(), clock: world.clock()
    ).id
    _ = try world.visit(to: own, at: laptop)
    try world.sync(laptop)
    try world.sync(laptop)
    #expect(try laptop.store.grantedScopes().contains(scope))
    #expect(try laptop.reader.record(Household.self, other) != nil)
    let east = try world.centre.reader.findPlace("Xóm Đông")
    #expect(try visits(east.id, asOf: "2026-11-18", world) == 1)
    // Taken back, it hands back what it got by it.
    _ = try world.centre.undoReform(number, isDryRun: false, clock: world.clock())
    for _ in 0..<3 { try world.sync(laptop) }
    #expect(try !laptop.store.grantedScopes().contains(scope))
    #expect(try world.centre.reader.visitCount(household: own) == 1)
  }

  @Test func `every problem of a reform is told with its line, and nothing is written`() throws {
    let world = try world()
    let file = """
      old_code,old_name,old_hamlet,valid_to,new_code,new_name,new_hamlet,valid_from,extent
      17713,Xã Nào Đó,,2026-11-13,17722,,,2026-11-15,
      17713,,,,17725,,,2026-11-15,
      99999,,,,17713,,,2026-11-15,
      17713,,Xóm 7,,17713,,Xóm 8,2026-11-15,
      17713,,Xóm 1,,17713,,Xóm 2,2026-11-15,
      17713,,,,99998,,,2026-11-15,part
      177x,,,,17713,,,15/11/26,half
      17713,,,,17713,,Xóm 8,2026-11-16,
      """
    let problems = reformProblems { _ = try world.preview(file) }
    #expect(problems.map(\.line) == [2, 2, 3, 3, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9])
    #expect(
      problems.contains {
        $0.kind
          == .nameOfAnother(
            code: "17713", typed: "Xã Nào Đó", known: "Xã Đại Đồng")
      })
    #expect(problems.contains { $0.kind == .hamletToJoin("Xóm 2") })
    #expect(problems.contains { $0.kind == .newNameNeeded("99998") })
    #expect(try world.centre.reforms().isEmpty)
    #expect(reformProblems { _ = try world.preview("a\n1\n") }.count == 3)
    #expect(
      reformProblems { _ = try world.preview(Self.header) } == [ReformProblem(line: 1, .noRows)])
    #expect(
      fieldError { _ = try world.centre.undoReform(9, isDryRun: false, clock: world.clock()) }
        == .noSuchReform(9))
  }
}
