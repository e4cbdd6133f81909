import CommandLine
import FieldWork
import Foundation
import Randomness
import Replica
import Testing

@testable import Simulation

/// A generated district: what its centre counts is what the plan says, number by number. The small
/// cut runs always; `CAMTAY_LONG=1` takes fifty laptops and two hundred days.
@Suite struct DistrictTests {
  private static let isLong = ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1"
  private static let march = LocalDate(year: 2_026, month: 3, day: 16) ?? .earliest

  private static func small(
    seed: UInt64, place: String = "40", laptops: Int = 5, days: Int = 20
  ) -> DistrictPlan {
    DistrictPlan(
      DistrictOrder(place: place, seed: seed, laptops: laptops, days: days, start: march))
  }

  /// A machine of the year 2026 whose clock stands still.
  private static var surroundings: Surroundings {
    let now = LocalDateTime(march.adding(days: 240), minuteOfDay: 600).milliseconds
    return Surroundings(
      machine: Surroundings.Machine(bootID: "test", machineID: "test"),
      wallMilliseconds: { now }, monotonicMilliseconds: { now },
      random: { SystemRandomNumberGenerator() }, environment: { _ in nil })
  }

  /// Builds a plan in a folder that goes afterwards, and compares.
  private static func differences(
    of plan: DistrictPlan, _ expectations: DistrictExpectation...
  ) throws -> [[DistrictCheck.Difference]] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-district-\(UUID().uuidString)").path
    try HomeFolder(path: folder).create()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    _ = try DistrictBuilder(plan, in: folder, surroundings: surroundings, language: .english)
      .build { _, _ in }
    return try ([DistrictExpectation(plan)] + expectations).map {
      try DistrictCheck($0, in: folder, surroundings: surroundings).differences
    }
  }

  @Test(arguments: [(1, "40"), (2, "25")] as [(UInt64, String)])
  func `a district counts what its plan says`(seed: UInt64, place: String) throws {
    let differences = try Self.differences(of: Self.small(seed: seed, place: place))[0]
    #expect(differences.isEmpty, "seed \(seed): \(differences.prefix(5))")
  }

  @Test func `what a closing said stands, and later ones say what its month became`() throws {
    let plan = Self.small(seed: 3, laptops: 3, days: 50)
    try #require(plan.closings.count == 2)
    let differences = try Self.differences(of: plan)[0]
    #expect(differences.isEmpty, "seed 3: \(differences.prefix(5))")
    let questions = DistrictExpectation(plan).questions.filter { $0.arguments[0] == "close" }
    #expect(
      questions.map(\.totalKey) == ["reported", "last_reported", "reported", "last_reported"])
    #expect(questions[0].total != questions[1].total, "nothing came late in seed 3")
  }

  @Test func `it does in whatever order its laptops sync`() throws {
    let plan = Self.small(seed: 1).rescheduled(seed: 77)
    #expect(plan.schedule != Self.small(seed: 1).schedule)
    #expect(plan.visits == Self.small(seed: 1).visits)
    let differences = try Self.differences(of: plan)[0]
    #expect(differences.isEmpty, "seed 1, schedule 77: \(differences.prefix(5))")
  }

  @Test func `a commune counts what its plan says, and a wrong expectation is found out`() throws {
    let plan = Self.small(seed: 4, place: "17713")
    var wrong = DistrictExpectation(plan)
    wrong.questions[0].total.byName["visits"] = 0
    wrong.conflicts += 1
    let question = try #require(wrong.questions.firstIndex { $0.dimensions == ["team"] })
    let team = try #require(wrong.questions[question].groups.keys.min { $0[0] < $1[0] })
    wrong.questions[question].groups[team] = nil
    let differences = try Self.differences(of: plan, wrong)
    #expect(differences[0].isEmpty, "seed 4: \(differences[0].prefix(5))")
    #expect(differences[1].count == 3, "\(differences[1].prefix(5))")
    #expect(differences[1].contains { $0.place.hasSuffix("total: visits") && $0.expected == "0" })
    #expect(differences[1].contains { $0.place.hasPrefix("conflicts list") })
    #expect(
      differences[1].contains { $0.place.hasSuffix(": \(team[0])") && $0.expected == "–" })
  }

  @Test(arguments: [UInt64](1...3))
  func `a small district has every kind of trouble`(seed: UInt64) {
    let troubles = Self.small(seed: seed).troubles
    for (name, count) in troubles { #expect(count > 0, "seed \(seed): no \(name)") }
  }

  @Test func `one seed gives one district and one file`() {
    let expectation = DistrictExpectation(Self.small(seed: 5))
    let text = expectation.json.indentedText
    #expect(text == DistrictExpectation(Self.small(seed: 5)).json.indentedText)
    #expect(text != DistrictExpectation(Self.small(seed: 6)).json.indentedText)
    let read = (try? JSONValue(parsing: Array(text.utf8))).flatMap(
      DistrictExpectation.init(reading:))
    #expect(read == expectation)
  }

  @Test func `three records of which two are one and two are not are one to three persons`() {
    let persons = DistrictPersons([
      .init(one: 4, other: 7, isSame: true), .init(one: 7, other: 9, isSame: true),
      .init(one: 4, other: 9, isSame: false), .init(one: 1, other: 2, isSame: true),
    ])
    #expect(persons.count([4, 7, 9]) == (1, 3))
    #expect(persons.count([9]) == (1, 1))
    #expect(persons.count([1, 2, 3, 9]) == (3, 3))
  }

  @Test func `people of a district are marked as made up`() {
    let plan = Self.small(seed: 7)
    #expect(plan.people.allSatisfy { $0.name.hasSuffix(InventedNames.mark) })
    #expect(plan.households.allSatisfy { $0.name.hasSuffix(InventedNames.mark) })
  }

  @Test(.enabled(if: isLong))
  func `fifty laptops count right after two hundred days`() throws {
    let order = DistrictOrder(
      place: "25", seed: 2, laptops: 50, days: 200, start: Self.march.adding(days: -60))
    let plan = DistrictPlan(order)
    let differences = try Self.differences(of: plan)[0]
    print(
      "district: \(plan.visits.count) visits, \(plan.assists.count) assists, "
        + "\(plan.submissions.count) submissions, \(differences.count) differences")
    #expect(differences.isEmpty, "\(differences.prefix(10))")
  }
}
