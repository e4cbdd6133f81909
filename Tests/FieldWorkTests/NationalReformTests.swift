import Replica
import SyncProtocol
import Testing

@testable import FieldWork

/// The reform of 1 July 2025, by the data that are shipped, on a store with records from before.
@Suite struct NationalReformTests {
  /// Two hamlets for each of the 75 former communes of Hậu Giang, of which six were split; a hamlet
  /// has one, two or three visits.
  private struct Province {
    static let code = "93"
    let former = Communes.former.filter { $0.provinceCode == code }
    let world: FieldWorld
    var visitsByCode: [String: Int] = [:]

    init() throws {
      let hamlets = former.flatMap { commune in
        (1...2).map { "\(commune.code),Bản \(commune.code) \($0),bản" }
      }
      let first = former[0].code
      world = try FieldWorld.reforming(
        on: "2025-05-12",
        hamlets: "commune_code,name,kind\n" + hamlets.joined(separator: "\n") + "\n",
        members: "hamlet,team,full_name\nBản \(first) 1,Tổ 1,Nguyễn Văn An\n")
      let places = try world.centre.reader.places()
      let author = try world.member()
      for (index, place) in places.enumerated() {
        let number = index % 3 + 1
        try record(number, at: place, author)
        visitsByCode[place.communeCode ?? "", default: 0] += number
      }
    }

    private func record(_ number: Int, at place: Place, _ author: RowID) throws {
      let scope = try #require(place.householdScope)
      try world.centre.store.commit(author: author, clock: world.clock()) { act in
        let household = try act.create(
          HouseholdTable.definition, in: scope,
          [
            (HouseholdTable.place, .integer(place.id.rawValue)),
            (HouseholdTable.name, .text("Hộ \(place.name ?? "")")),
          ])
        for visit in 0..<number {
          let date = day("2025-06-01").adding(days: visit).daysSince1970
          _ = try act.create(
            VisitTable.definition, in: scope,
            [
              (VisitTable.household, .integer(household.rawValue)),
              (VisitTable.date, .integer(Int64(date))), (VisitTable.outcome, .integer(1)),
            ])
        }
      }
    }
  }

  @Test func `each new unit of a province has the sum of its predecessors, before and after`()
    throws
  {
    let province = try Province()
    let world = province.world
    #expect(province.former.count == 75)
    let digests = try world.centre.reader.places().compactMap(\.householdScope).map {
      try world.centre.store.digest(of: $0)
    }
    // The list tells all but where the hamlets of split communes went.
    var file = try world.centre.reader.draftOfNationalReform()
    let split = province.former.filter { $0.successors.count > 1 }
    #expect(!split.isEmpty)
    for commune in split {
      for (number, successor) in commune.successors.prefix(2).enumerated() {
        file +=
          "\(commune.code),,Bản \(commune.code) \(number + 1),,\(successor.code),,,2025-07-01,\n"
      }
    }
    let preview = try world.preview(file)
    #expect(preview.undecidedScopes.isEmpty)
    // A household for each hamlet that changes its unit; the others keep the code.
    #expect(preview.effects.scopes > 90)
    #expect(preview.effects.households == preview.effects.scopes)
    let (plan, number) = try world.reform(file)
    #expect(plan == preview)

    var expected: [String: Int] = [:]
    for commune in province.former {
      let own = try world.centre.reader.places().filter { $0.communeCode == commune.code }
      for (index, place) in own.enumerated() {
        let successor = commune.successors[commune.successors.count > 1 ? index : 0].code
        let visits = try world.centre.reader.visitCount(in: nil, of: place)
        expected[successor, default: 0] += visits
      }
    }
    let successors = Set(province.former.flatMap(\.successors).map(\.code)).sorted()
      .compactMap(Communes.commune)
    for unit in successors {
      let total = try world.count(unit.code, asOf: "2025-07-01")
      #expect(total.visits == expected[unit.code] ?? 0, "\(unit.fullName)")
    }
    for commune in province.former {
      let total = try world.count(commune.code, asOf: "2025-06-30")
      #expect(total.visits == province.visitsByCode[commune.code], "\(commune.fullName)")
    }
    #expect(
      try successors.reduce(0) { try $0 + (world.count($1.code, asOf: "2025-12-31").visits ?? 0) }
        == province.visitsByCode.values.reduce(0, +))

    // No record was rewritten, and taking it back gives the old units their totals of today again.
    #expect(
      try world.centre.reader.places().compactMap(\.householdScope).map {
        try world.centre.store.digest(of: $0)
      } == digests)
    _ = try world.centre.undoReform(#require(number), isDryRun: false, clock: world.clock())
    let map = try PlaceMap(world.centre.reader)
    for commune in province.former {
      #expect(map.scopes(of: commune.code, on: day("2025-07-01")).count == 3, "\(commune.code)")
    }
    let again = try world.preview(file)
    #expect(again.units == plan.units && again.hamlets == plan.hamlets)
  }

  @Test func `hamlets of a split commune of which nobody says where they went are listed`() throws {
    let split = try #require(
      Communes.former.first { $0.provinceCode == Province.code && $0.successors.count > 1 })
    let world = try FieldWorld.reforming(
      on: "2025-05-12",
      hamlets: "commune_code,name,kind\n\(split.code),Bản Một,bản\n\(split.code),Bản Hai,bản\n")
    let target = split.successors[0].code
    let file =
      try world.centre.reader.draftOfNationalReform()
      + "\(split.code),,Bản Một,,\(target),,,2025-07-01,\n"
    let plan = try world.preview(file)
    let second = try #require(try world.centre.reader.findPlace("Bản Hai").householdScope)
    #expect(plan.undecidedScopes == [second])
    try world.reform(file)
    let map = try PlaceMap(world.centre.reader)
    #expect(map.undecidedScopes(on: day("2025-07-01")) == [second])
    #expect(map.undecidedScopes(on: day("2025-06-30")).isEmpty)
    for successor in split.successors {
      let territory = try world.centre.reader.territory(
        ofUnit: successor.code, on: day("2025-08-01"))
      #expect(territory.undecidedScopes == [second])
      #expect(!territory.scopes.contains(second))
    }
    // Said later, it is in one unit's numbers.
    _ = try world.centre.store.assign(
      second, toUnit: split.successors[1].code,
      from: Int64(Commune.validFrom.daysSince1970), clock: world.clock())
    #expect(try PlaceMap(world.centre.reader).undecidedScopes(on: day("2025-07-01")).isEmpty)
  }
}

extension RecordReader {
  fileprivate func visitCount(in period: Period?, of place: Place) throws -> Int {
    try households(place: place.id, page: .all).reduce(0) {
      try $0 + visitCount(household: $1.id, in: period)
    }
  }
}
