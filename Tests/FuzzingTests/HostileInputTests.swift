import Randomness
import Testing

@testable import Fuzzing

/// Without the fuzzer: what it found once, and a fixed number of inputs made from well-formed ones.
@Suite struct HostileInputTests {
  @Test(arguments: FuzzTargets.all.map(\.name))
  func `no target breaks on what once broke one`(name: String) throws {
    let runner = try #require(FuzzTargets.named(name)).runner()
    for input in FuzzTargets.hostile {
      let finding = runner.finding(in: input.bytes)
      #expect(finding == nil, "\(name) on \(input.name): \(finding?.description ?? "")")
    }
  }

  @Test(arguments: FuzzTargets.all.map(\.name))
  func `no target breaks on seeds that are cut and changed`(name: String) throws {
    let target = try #require(FuzzTargets.named(name))
    let runner = try target.runner()
    var random = SeededGenerator(seed: 1)
    let seeds = try target.seeds().filter { $0.count <= target.maximumBytes }
    #expect(!seeds.isEmpty)
    var budget = target.opensStores ? 6 : 1_500
    for (number, seed) in seeds.shuffled(using: &random).enumerated() where budget > 0 {
      for (way, input) in Self.changed(seed, &random).enumerated() where budget > 0 {
        // One way a seed where every input costs; all ways elsewhere.
        guard !target.opensStores || way == number % 6 else { continue }
        budget -= 1
        let finding = runner.finding(in: input)
        #expect(
          finding == nil, "\(name), seed \(number), way \(way): \(finding?.description ?? "")")
      }
    }
  }

  /// Where a magic or a purpose changes in the product, a target would refuse everything at its first
  /// byte, and find nothing ever after.
  @Test(arguments: FuzzTargets.all.map(\.name))
  func `every target accepts one of its seeds`(name: String) throws {
    let target = try #require(FuzzTargets.named(name))
    let runner = try target.runner()
    let isAccepted = try target.seeds().contains { seed in
      (try? runner.body(seed)) != nil
    }
    #expect(isAccepted, "\(name)")
  }

  @Test func `a property that does not hold is a finding, and a refusal is none`() throws {
    struct Refusal: Error {}
    let target = FuzzTarget("first", maximumBytes: 1) { bytes in
      try require(bytes != [1], "no input is 1")
      if bytes == [2] { throw Refusal() }
    }
    let runner = try target.runner()
    #expect(runner.finding(in: [1])?.description == "no input is 1")
    #expect(runner.finding(in: [2]) == nil)
    #expect(runner.finding(in: [3]) == nil)
  }

  @Test func `targets have names of their own, and kept inputs are found`() {
    #expect(!FuzzTargets.hostile.isEmpty)
    #expect(FuzzTargets.named("no such target") == nil)
    #expect(Set(FuzzTargets.all.map(\.name)).count == FuzzTargets.all.count)
  }

  /// The seed itself, cut, with bits and bytes changed, with a piece twice, with great numbers.
  private static func changed(
    _ seed: [UInt8], _ random: inout SeededGenerator
  ) -> [[UInt8]] {
    guard !seed.isEmpty else { return [seed] }
    func place() -> Int { Int.random(in: seed.indices, using: &random) }
    var flipped = seed
    flipped[place()] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    var replaced = seed
    for _ in 0..<3 { replaced[place()] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF][place() % 6] }
    var great = seed
    let start = place()
    for index in start..<min(start + 9, great.count) { great[index] = 0xFF }
    let ends = [place(), place()].sorted()
    return [
      seed, Array(seed[..<place()]), flipped, replaced, great,
      Array(seed[..<ends[1]]) + seed[ends[0]...],
    ]
  }
}
