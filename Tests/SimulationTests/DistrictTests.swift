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

  private static func small(seed: UInt64, place: String = "40") -> DistrictPlan {
    DistrictPlan(DistrictOrder(place: place, seed: seed, laptops: 5, days: 20, start: march))
  }

  /// A machine of the year 2026 with seeded randomness.
  private static func surroundings(seed: UInt64) -> Surroundings {
    let now = LocalDateTime(march.adding(days: 240), minuteOfDay: 600).milliseconds
    return Surroundings(
      machine: Surroundings.Machine(bootID: "test", machineID: "test"),
      wallMilliseconds: { now }, monotonicMilliseconds: { now },
      random: { SystemRandomNumberGenerator() }, environment: { _ in nil })
  }

  /// Builds a plan in a folder that goes afterwards, and compares.
  private static func differences(
    of plan: DistrictPlan, _ change: (inout DistrictExpectation) -> Void = { _ in }
  ) throws -> [DistrictCheck.Difference] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-district-\(UUID().uuidString)").path
    try HomeFolder(path: folder).create()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let surroundings = surroundings(seed: plan.order.seed)
    _ = try DistrictBuilder(plan, in: folder, surroundings: surroundings, language: .english)
      .build { _, _ in }
    var expectation = DistrictExpectation(plan)
    change(&expectation)
    return try DistrictCheck(expectation, in: folder, surroundings: surroundings).differences
  }

  @Test func `a district counts what its plan says, in whatever order its laptops sync`() throws {
    let plan = Self.small(seed: 1)
    let differences = try Self.differences(of: plan)
    #expect(differences.isEmpty, "seed 1: \(differences.prefix(5))")
    let other = plan.rescheduled(seed: 77)
    #expect(other.schedule != plan.schedule)
    let others = try Self.differences(of: other)
    #expect(others.isEmpty, "seed 1, schedule 77: \(others.prefix(5))")
  }
}
