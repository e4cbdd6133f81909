import Randomness
import SyncProtocol
import Testing

@testable import Replica

/// Every way in which writing can go wrong, at every operation: either the whole bundle is there and
/// reads, or none is, and never does the writer say that it is there when it is not.
@Suite struct BundleFaultTests {
  private let sizes = [90_000, 5_000]

  /// How many operations a whole writing takes.
  private func operations() throws -> Int {
    var world = try BundleWorld(seed: 31)
    let stick = ModelStick()
    try world.pack(world.streams(sizes), to: stick, chunksPerPart: 1)
    return stick.operations
  }

  /// True when the whole bundle reads; throws when something reads that is not what was written.
  private func holds(_ world: BundleWorld, _ stick: ModelStick, _ streams: [[UInt8]]) throws -> Bool
  {
    for bundle in try BundleShelf(stick, for: world.centre).bundles {
      guard let reader = BundleReader(stick, bundle) else { continue }
      var read: [[UInt8]] = []
      while let stream = try reader.next() { read.append(stream) }
      #expect(read == streams)
      return true
    }
    return false
  }

  @Test func `an error at any operation leaves nothing behind, and the next try succeeds`() throws {
    let problems: [StickProblem] = [
      .readOnly, .failed(reason: 5), .full(wantedBytes: nil, freeBytes: 0),
    ]
    for operation in 1...(try operations()) {
      for problem in problems {
        var world = try BundleWorld(seed: 31)
        let streams = world.streams(sizes)
        let stick = ModelStick(["Ảnh.jpg": [9]])
        stick.failing = (operation, problem, false)
        #expect(throws: problem, "\(operation)") {
          try world.pack(streams, to: stick, chunksPerPart: 1)
        }
        #expect(stick.files == ["Ảnh.jpg": [9]], "\(operation) \(problem)")
        stick.failing = nil
        try world.pack(streams, to: stick, chunksPerPart: 1)
        #expect(try holds(world, stick, streams), "\(operation)")
      }
    }
  }

  @Test func `a stick that is full at any byte is said to be full and stays as it was`() throws {
    var world = try BundleWorld(seed: 32)
    let whole = ModelStick()
    let streams = world.streams(sizes)
    try world.pack(streams, to: whole, chunksPerPart: 1)
    let needed = whole.files.values.reduce(0) { $0 + $1.count }
    for capacity in stride(from: 0, to: needed, by: 1_021) {
      for tells in [true, false] {
        let stick = ModelStick()
        stick.capacity = capacity
        if !tells { stick.toldFree = .max }
        let problem = #expect(throws: StickProblem.self) {
          try world.pack(streams, to: stick, chunksPerPart: 1)
        }
        #expect(problem?.code == "stick-full" && stick.files.isEmpty, "\(capacity)")
        // Where the file system tells its room, nothing is begun.
        if tells { #expect(stick.operations == 2, "\(capacity)") }
      }
    }
  }

  @Test func `killed at any operation, with what was not synced lost, none or all of it reads`()
    throws
  {
    var whole = 0
    for operation in 1...(try operations()) {
      for variant in 0..<6 {
        var world = try BundleWorld(seed: 33)
        let streams = world.streams(sizes)
        let stick = ModelStick()
        stick.failing = (operation, .pulledOut, true)
        #expect(throws: StickProblem.pulledOut) {
          try world.pack(streams, to: stick, chunksPerPart: 1)
        }
        var dice = SeededGenerator(seed: UInt64(operation * 100 + variant))
        let found = stick.afterCrash(using: &dice)
        let isWhole = try holds(world, found, streams)
        whole += isWhole ? 1 : 0
        let seed = "operation \(operation), variant \(variant)"
        // The maker cleans up after himself, and what is whole stays.
        _ = try BundleShelf.clean(found, of: world.maker())
        #expect(try holds(world, found, streams) == isWhole, "\(seed)")
        if !isWhole {
          let left = found.files.filter { !$0.key.hasSuffix(".000") && !$0.value.isEmpty }
          let ended = found.files.keys.contains { $0.hasSuffix(".000") }
          #expect(ended || left.isEmpty, "\(seed): \(left.keys)")
        }
        try world.pack(streams, to: found, chunksPerPart: 1)
        #expect(try holds(world, found, streams), "\(seed)")
      }
    }
    // A manifest that had its name, though nobody could say so any more.
    #expect(whole > 0)
  }

  @Test func `once it is said to be written, a crash takes nothing of it`() throws {
    for variant in 0..<20 {
      var world = try BundleWorld(seed: 34)
      let streams = world.streams(sizes)
      let stick = ModelStick()
      try world.pack(streams, to: stick, chunksPerPart: 1)
      var dice = SeededGenerator(seed: UInt64(variant))
      #expect(try holds(world, stick.afterCrash(using: &dice), streams), "variant \(variant)")
    }
  }

  @Test func `a medium that gives back other bytes is found out before the stick is let go`() throws
  {
    var world = try BundleWorld(seed: 35)
    let probe = ModelStick()
    let streams = world.streams([3_000])
    let written = try world.pack(streams, to: probe)
    for name in written.files {
      let count = try #require(probe.files[name]?.count)
      for offset in stride(from: 0, to: count, by: 97) {
        // The same numbers are drawn again, so the names are known.
        var again = try BundleWorld(seed: 35)
        let streams = again.streams([3_000])
        let stick = ModelStick()
        stick.weakByte = (name, offset)
        #expect(throws: StickProblem.readsBackOtherwise(name: name)) {
          try again.pack(streams, to: stick)
        }
        #expect(stick.files.isEmpty)
      }
    }
  }

  @Test func `only what the maker himself left unfinished is cleaned up`() throws {
    var world = try BundleWorld(seed: 36)
    let stick = ModelStick()
    let whole = try world.pack(world.streams([10]), to: stick)
    // A try of each laptop that ended before the manifest.
    for laptop in 0...1 {
      let before = stick.operations
      stick.failing = (before + 9, .pulledOut, true)
      #expect(throws: StickProblem.pulledOut) {
        try world.pack(world.streams([70_000]), to: stick, by: laptop, chunksPerPart: 1)
      }
      stick.failing = nil
    }
    stick.files["00000000.TMP"] = []
    stick.files["00000001.001"] = Array("von vay.xlsx".utf8)
    let before = Set(stick.files.keys)
    #expect(try BundleShelf.clean(stick, of: world.maker(0)) == 2)
    let after = Set(stick.files.keys)
    #expect(after.isSuperset(of: whole.files) && after.contains("00000001.001"))
    #expect(before.subtracting(after).contains("00000000.TMP"))
    #expect(try BundleShelf.clean(stick, of: world.maker(1)) == 1)
    #expect(try BundleShelf.clean(stick, of: world.maker(1)) == 0)
  }
}
