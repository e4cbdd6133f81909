import Cryptography
import Foundation
import Randomness
import SyncProtocol
import Testing

@testable import Replica

/// A bundle of many parts that comes piece by piece, is broken off anywhere and goes on.
@Suite final class BundleArrivalTests {
  private let folder = NSTemporaryDirectory() + "camtay-arrival-\(UUID().uuidString.prefix(8))"
  private var world: BundleWorld
  private var random: SeededGenerator
  private let stick = ModelStick()
  private let streams: [[UInt8]]

  init() throws {
    world = try BundleWorld(seed: 901)
    random = SeededGenerator(seed: 902)
    streams = world.streams([BundleWriter.chunkBytes * 3, 900, BundleWriter.chunkBytes])
    try world.pack(streams, to: stick, chunksPerPart: 1)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func file(_ part: Int) throws -> [UInt8] {
    let name = try #require(stick.files.keys.first { BundleName($0)?.role == .part(part) })
    return try #require(stick.files[name])
  }

  private func begun() throws -> BundleArrival {
    let arrival = try BundleArrival(file(0), below: folder)
    try arrival.begin()
    return arrival
  }

  @Test func `pieces of any size come in any order, again and again, and make it whole`()
    throws
  {
    var arrival = try begun()
    #expect(try arrival.contents(for: world.recipient(1)) == nil)
    #expect(try arrival.contents(for: world.centre)?.number == 7)
    var steps = 0
    while case .wanted(let part, let offset) = arrival.next {
      let bytes = try file(part)
      let count = Int.random(in: 1...40_000, using: &random)
      let piece = Array(bytes[offset..<min(bytes.count, offset + count)])
      // Bytes of another place are left where they are.
      let elsewhere = try arrival.take(piece, part: part, offset: offset + 1)
      #expect(elsewhere == .wanted(part: part, offset: offset))
      _ = try arrival.take(piece, part: part, offset: offset)
      _ = try arrival.take(piece, part: part, offset: offset)
      // Whoever goes on after a crash knows nothing but the folder.
      arrival = try #require(try BundleArrival(arrival.id, below: folder))
      steps += 1
    }
    #expect(steps > 5 && arrival.received == arrival.byteCount)
    #expect(try world.read(arrival.whole()) == streams)
    try arrival.remove()
    #expect(try BundleArrival(arrival.id, below: folder) == nil)
  }

  @Test func `a part that is not what the manifest lists begins anew`() throws {
    let arrival = try begun()
    for place in [0, 40, 4_000] {
      var bytes = try file(1)
      bytes[place] ^= 1
      #expect(try arrival.take(bytes, part: 1, offset: 0) == .damaged(part: 1))
      #expect(arrival.next == .wanted(part: 1, offset: 0))
    }
    let long = try file(1) + [0]
    #expect(try arrival.take(long, part: 1, offset: 0) == .damaged(part: 1))
    let other = try arrival.take(try file(2), part: 1, offset: 0)
    #expect(other == .damaged(part: 1) || other == .wanted(part: 1, offset: try file(2).count))
    #expect(try arrival.take(file(1), part: 1, offset: 0) != .whole)
  }

  @Test func `no manifest that was changed or cut begins anything`() throws {
    let manifest = try file(0)
    for count in stride(from: 0, to: manifest.count, by: 97) {
      #expect(throws: BundleProblem.self) {
        try BundleArrival(Array(manifest.prefix(count)), below: folder)
      }
    }
    for place in stride(from: 0, to: manifest.count, by: 61) {
      var changed = manifest
      changed[place] ^= 0x10
      #expect(throws: BundleProblem.self) { try BundleArrival(changed, below: folder) }
    }
    #expect(throws: BundleProblem.self) { try BundleArrival(file(1), below: folder) }
  }
}
