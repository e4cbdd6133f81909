import Randomness
import SyncProtocol
import Testing

@testable import Replica

/// Bundles that are handed on by somebody who cannot read them.
@Suite struct BundleCopyTests {
  private func foreign(_ world: BundleWorld, _ stick: ModelStick) throws -> FoundBundle {
    try #require(
      try BundleShelf(stick, for: world.recipient(1), checksOthers: true).bundles.first)
  }

  @Test func `a copy has the same bytes, and its recipient reads it`() throws {
    var world = try BundleWorld(seed: 51)
    let (source, target) = (ModelStick(), ModelStick())
    let streams = world.streams([150_000, 20])
    try world.pack(streams, to: source, chunksPerPart: 1)
    let bytes = try BundleShelf.copy(try foreign(world, source), from: source, to: target)
    #expect(target.files == source.files)
    #expect(bytes == source.files.values.reduce(0) { $0 + $1.count })
    #expect(try world.read(target) == streams)
  }

  @Test func `what was changed since it was looked at is not copied, and the part is named`() throws
  {
    var world = try BundleWorld(seed: 52)
    let source = ModelStick()
    try world.pack(world.streams([150_000]), to: source, chunksPerPart: 1)
    let bundle = try foreign(world, source)
    let all = source.files
    for (part, name) in bundle.files {
      for change in [{ $0[700] ^= 1 }, { $0.removeLast() }] as [(inout [UInt8]) -> Void] {
        var bytes = try #require(all[name])
        change(&bytes)
        source.files[name] = bytes
        let target = ModelStick(["Ảnh.jpg": [9]])
        let problem = #expect(throws: BundleProblem.self) {
          try BundleShelf.copy(bundle, from: source, to: target)
        }
        guard case .damaged(let damage) = problem else { continue }
        #expect(damage.damaged == (part == 0 ? [] : [part]))
        #expect((damage.manifest == .damaged) == (part == 0))
        #expect(target.files == ["Ảnh.jpg": [9]])
        source.files = all
      }
    }
  }

  @Test func `an error at any operation leaves nothing of a copy behind`() throws {
    var world = try BundleWorld(seed: 53)
    let source = ModelStick()
    let streams = world.streams([70_000])
    try world.pack(streams, to: source, chunksPerPart: 1)
    let bundle = try foreign(world, source)
    let whole = ModelStick()
    try BundleShelf.copy(bundle, from: source, to: whole)
    for operation in 1...whole.operations {
      let target = ModelStick()
      target.failing = (operation, .full(wantedBytes: nil, freeBytes: 0), false)
      #expect(throws: StickProblem.self, "\(operation)") {
        try BundleShelf.copy(bundle, from: source, to: target)
      }
      #expect(target.files.isEmpty, "\(operation)")
      target.failing = nil
      try BundleShelf.copy(bundle, from: source, to: target)
      #expect(try world.read(target) == streams, "\(operation)")
    }
  }
}
