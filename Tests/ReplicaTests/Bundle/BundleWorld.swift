import Cryptography
import Randomness
import SyncProtocol
import Testing

@testable import Replica

/// An installation with a centre and two laptops, who write bundles to sticks and read them.
struct BundleWorld {
  let root: SigningKey
  let laptops: [SigningKey]
  let certificates: [Certificate]
  var random: SeededGenerator

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    let root = try SigningKey.generate(using: &random)
    self.root = root
    laptops = try [
      SigningKey.generate(using: &random), SigningKey.generate(using: &random),
    ]
    certificates = try laptops.enumerated().map { index, key in
      Certificate(
        replica: try #require(ReplicaID(rawValue: 70_001 + UInt32(index))), role: .laptop,
        publicKey: key.verifyingKey.bytes, issuedAt: Timestamp(rawValue: 1_795_000_000_000),
        label: "Máy tổ \(index + 1) xã Hòa Tiến", signedBy: { root.sign($0) })
    }
  }

  var centre: BundleRecipient {
    BundleRecipient(root, rootPublicKey: root.verifyingKey.bytes)
  }

  func recipient(_ laptop: Int) -> BundleRecipient {
    BundleRecipient(laptops[laptop], rootPublicKey: root.verifyingKey.bytes)
  }

  func maker(_ laptop: Int = 0) throws -> BundleMaker { try BundleMaker(laptops[laptop]) }

  /// Streams of random bytes, as opaque as real ones are to a bundle.
  mutating func streams(_ sizes: [Int]) -> [[UInt8]] { sizes.map { random.bytes($0) } }

  func contents(_ laptop: Int, streams: Int, operations: Int64 = 14) throws -> BundleContents {
    BundleContents(
      kind: .handOver, sender: certificates[laptop], number: 7,
      madeAt: Timestamp(rawValue: 1_795_000_123_000), streams: streams,
      lines: [
        .init(
          scope: try #require(ScopeID(rawValue: 39_000_211)), batches: 2, operations: operations)
      ])
  }

  /// Packs for the centre, or for another laptop; takes away what was written when it fails.
  @discardableResult
  mutating func pack(
    _ streams: [[UInt8]], to stick: some BundleFolder, by laptop: Int = 0,
    for recipient: VerifyingKey? = nil, chunksPerPart: Int = BundleWriter.fullPart,
    abandoning: Bool = true
  ) throws -> BundleWriter.Written {
    let writer = try BundleWriter(
      to: stick, for: recipient ?? root.verifyingKey, maker: maker(laptop),
      expectedBytes: streams.reduce(0) { $0 + $1.count }, random: &random,
      chunksPerPart: chunksPerPart)
    do {
      for stream in streams { try writer.append(stream) }
      let contents = try contents(laptop, streams: streams.count)
      return try writer.finish({ _ in contents }, sign: { self.laptops[laptop].sign($0) })
    } catch {
      if abandoning { writer.abandon() }
      throw error
    }
  }

  /// The streams of the only bundle of a stick for the centre.
  func read(_ stick: some BundleFolder) throws -> [[UInt8]] {
    try BundleShelf(stick, for: centre).bundles.flatMap { bundle in
      guard let reader = BundleReader(stick, bundle) else { throw ReadError(state: bundle.state) }
      var streams: [[UInt8]] = []
      while let stream = try reader.next() { streams.append(stream) }
      return streams
    }
  }

  struct ReadError: Error {
    var state: FoundBundle.State
  }
}
