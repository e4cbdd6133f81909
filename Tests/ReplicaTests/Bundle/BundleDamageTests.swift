import Cryptography
import Randomness
import SyncProtocol
import Testing

@testable import Replica

/// What happens to a stick on its way: bits, files, whole sticks.
@Suite struct BundleDamageTests {
  /// The damage of the only bundle for the centre; nil where it is whole.
  private func damage(_ world: BundleWorld, _ stick: ModelStick) throws -> BundleDamage? {
    let found = try BundleShelf(stick, for: world.centre).bundles
    let bundle = try #require(found.first)
    switch bundle.state {
    case .whole: return nil
    case .unusable(.damaged(let damage), _): return damage
    case let state: throw BundleWorld.ReadError(state: state)
    }
  }

  @Test func `one changed bit in any byte of any file is noticed, and the file named`() throws {
    var world = try BundleWorld(seed: 21)
    let stick = ModelStick()
    try world.pack(world.streams([700, 60]), to: stick)
    let files = stick.files
    #expect(files.count == 2)
    for (name, bytes) in files {
      let isManifest = name.hasSuffix(".000")
      for offset in bytes.indices {
        var changed = bytes
        changed[offset] ^= 1 << UInt8.random(in: 0...7, using: &world.random)
        stick.files[name] = changed
        let found = try damage(world, stick)
        #expect((found?.manifest == .damaged) == isManifest, "\(name) \(offset)")
        #expect(found?.damaged == (isManifest ? [] : [1]), "\(name) \(offset)")
      }
      stick.files[name] = bytes
    }
    #expect(try damage(world, stick) == nil)
  }

  @Test func `cut and lengthened files are noticed`() throws {
    var world = try BundleWorld(seed: 22)
    let stick = ModelStick()
    try world.pack(world.streams([70_000]), to: stick, chunksPerPart: 1)
    for (name, bytes) in stick.files {
      for count in [0, 1, 12, 13, 78, 79, 80, bytes.count / 2, bytes.count - 33, bytes.count - 1] {
        stick.files[name] = Array(bytes.prefix(count))
        #expect(try damage(world, stick) != nil, "\(name) \(count)")
      }
      stick.files[name] = bytes + [0]
      #expect(try damage(world, stick) != nil, "\(name)")
      stick.files[name] = bytes
    }
  }

  @Test func `missing parts are named, and what the manifest says is still known`() throws {
    var world = try BundleWorld(seed: 23)
    let stick = ModelStick()
    let written = try world.pack(world.streams([250_000]), to: stick, chunksPerPart: 1)
    let all = stick.files
    for lost in 1...4 {
      stick.files = all
      stick.files[written.files[lost - 1]] = nil
      #expect(try damage(world, stick)?.missing == [lost])
      let bundle = try #require(try BundleShelf(stick, for: world.centre).bundles.first)
      guard case .unusable(_, let contents?) = bundle.state else {
        Issue.record("no contents")
        continue
      }
      #expect(contents.sender == world.certificates[0] && contents.operations == 14)
    }
    stick.files = all
    stick.files[try #require(written.files.last)] = nil
    let without = try damage(world, stick)
    #expect(without?.manifest == .missing && without?.damaged == [] && without?.parts == nil)
  }

  @Test func `parts that were swapped between two sticks are told from damaged ones`() throws {
    var world = try BundleWorld(seed: 24)
    let sticks = [ModelStick(), ModelStick()]
    let streams = [world.streams([150_000]), world.streams([150_000])]
    let written = try zip(sticks, streams).map { try world.pack($1, to: $0, chunksPerPart: 1) }
    let names = written.map { $0.files[1] }
    let parts = zip(sticks, names).map { $0.files[$1] }
    sticks[0].files[names[0]] = parts[1]
    sticks[1].files[names[1]] = parts[0]
    for stick in sticks {
      let found = try damage(world, stick)
      #expect(found?.foreign == [2] && found?.damaged == [] && found?.missing == [])
    }
    // Within one bundle a part in the place of another is no part of that place.
    sticks[0].files[names[0]] = sticks[0].files[written[0].files[0]]
    #expect(try damage(world, sticks[0])?.damaged == [2])
  }

  @Test func `several bundles in one folder are read each for itself, however often`() throws {
    var world = try BundleWorld(seed: 25)
    let stick = ModelStick()
    let streams = [world.streams([100]), world.streams([90_000, 4]), world.streams([7])]
    for (laptop, streams) in zip([0, 1, 0], streams) {
      try world.pack(streams, to: stick, by: laptop, chunksPerPart: 1)
    }
    try world.pack(world.streams([50]), to: stick, for: world.laptops[1].verifyingKey)
    for _ in 1...2 {
      let shelf = try BundleShelf(stick, for: world.centre)
      let read = try shelf.bundles.compactMap { bundle -> [[UInt8]]? in
        guard let reader = BundleReader(stick, bundle) else { return nil }
        var all: [[UInt8]] = []
        while let stream = try reader.next() { all.append(stream) }
        return all
      }
      #expect(Set(read) == Set(streams) && shelf.bundles.count == 4)
    }
    // One damaged bundle takes none of the others with it.
    let name = try #require(stick.files.keys.first { $0.hasSuffix(".002") })
    stick.files[name]?[500] ^= 1
    let states = try BundleShelf(stick, for: world.centre).bundles.map(\.state)
    #expect(states.count { if case .whole = $0 { true } else { false } } == 2)
  }

  @Test func `another version is told as one, and never called damaged`() throws {
    var world = try BundleWorld(seed: 26)
    let stick = ModelStick()
    try world.pack(world.streams([100]), to: stick)
    for version: UInt8 in [0, 2, 255] {
      let later = ModelStick(
        stick.files.mapValues { bytes in
          var bytes = bytes
          bytes[BundlePartHeader.magic.count] = version
          return bytes
        })
      let found = try BundleShelf(later, for: world.centre).bundles
      #expect(found.map(\.state) == [.unusable(.otherVersion(version), nil)])
    }
  }

  @Test func `a stick that changes while it is read ends in an error and gives nothing else`()
    throws
  {
    var world = try BundleWorld(seed: 27)
    let stick = ModelStick()
    let streams = world.streams([200_000, 3_000])
    let written = try world.pack(streams, to: stick, chunksPerPart: 1)
    let all = stick.files
    for (part, name) in written.files.dropLast().enumerated() {
      let bundle = try #require(try BundleShelf(stick, for: world.centre).bundles.first)
      let reader = try #require(BundleReader(stick, bundle))
      stick.files[name]?[1_000] ^= 128
      let problem = #expect(throws: BundleProblem.self) { while try reader.next() != nil {} }
      guard case .damaged(let damage) = problem else {
        throw BundleWorld.ReadError(state: bundle.state)
      }
      #expect(damage.damaged == [part + 1])
      stick.files = all
    }
  }

  @Test func `a bad place of the medium is the damage of one part, a stick that is gone is not`()
    throws
  {
    var world = try BundleWorld(seed: 28)
    let stick = ModelStick()
    try world.pack(world.streams([70_000]), to: stick, chunksPerPart: 1)
    let count = stick.operations
    _ = try BundleShelf(stick, for: world.centre)
    let looking = stick.operations - count
    for operation in 1...looking {
      stick.failing = (stick.operations + operation, .unreadable(name: "X"), false)
      let states = try? BundleShelf(stick, for: world.centre).bundles.map(\.state)
      if case .whole? = states?.first { continue }
      // It may be damage of a named file, never something that reads.
      #expect(try states == nil || damage(world, stick) == nil)
      stick.failing = (stick.operations + operation, .unreadable(name: "X"), true)
      #expect(throws: StickProblem.self) { try BundleShelf(stick, for: world.centre) }
      stick.failing = nil
    }
  }
}
