import Foundation
import Simulation
import Testing

/// How many of those who are recorded twice are found, and how many of those found are. The small
/// cut runs always; `CAMTAY_LONG=1` takes the register of a big ward.
@Suite struct GeneratedRegisterTests {
  private static let isLong = ProcessInfo.processInfo.environment["CAMTAY_LONG"] == "1"

  @Test func `most second records are found and few others`() {
    let (residents, duplicates) = Self.isLong ? (50_000, 1_000) : (4_000, 80)
    var found = 0
    var listed = 0
    let seeds: ClosedRange<UInt64> = 1...3
    for seed in seeds {
      let register = GeneratedRegister(residents: residents, duplicates: duplicates, seed: seed)
      #expect(register.people.count == residents && register.twins.count == duplicates)
      let result = DuplicateTrial(register)
      found += result.found
      listed += result.listed
    }
    let twins = duplicates * seeds.count
    #expect(found * 100 >= twins * 95, "recall: \(found) of \(twins)")
    #expect(found * 100 >= listed * 90, "precision: \(found) of \(listed)")
  }

  @Test func `one seed gives one register`() {
    let one = GeneratedRegister(residents: 900, duplicates: 300, seed: 4)
    let same = GeneratedRegister(residents: 900, duplicates: 300, seed: 4)
    #expect(one.people.map(\.fullName) == same.people.map(\.fullName))
    #expect(one.twins.map(\.slips) == same.twins.map(\.slips))
    let other = GeneratedRegister(residents: 900, duplicates: 300, seed: 5)
    #expect(one.people.map(\.fullName) != other.people.map(\.fullName))
    #expect(Set(one.twins.flatMap(\.slips)).count == RegisterSlip.allCases.count)
  }
}
