import Cryptography
import Replica
import SyncProtocol

/// Bundles on a stick that anybody may have had in their hands.
enum BundleTargets {
  static let all = [files, contents]

  /// A laptop's key and the root key that signed its certificate; nobody reads these bundles, and the
  /// same keys make every input repeatable.
  private struct Sender {
    let root: SigningKey
    let key: SigningKey
    let certificate: Certificate

    init() throws {
      var random = Repeating()
      let root = try SigningKey.generate(using: &random)
      self.root = root
      key = try SigningKey.generate(using: &random)
      certificate = Certificate(
        replica: .centre(epoch: 0), role: .laptop, publicKey: key.verifyingKey.bytes,
        issuedAt: Timestamp(rawValue: 1_795_000_000_000), label: "Máy",
        signedBy: { root.sign($0) })
    }

    func contents(streams: Int) -> BundleContents {
      BundleContents(
        kind: .handOver, sender: certificate, number: 3,
        madeAt: Timestamp(rawValue: 1_795_000_000_000), streams: streams,
        lines: [.init(scope: .everyone, batches: 2, operations: 14)])
    }

    func stick(_ streams: [[UInt8]]) throws -> MemoryStick {
      var random = Repeating()
      let stick = MemoryStick()
      let writer = try BundleWriter(
        to: stick, for: root.verifyingKey, maker: BundleMaker(key), expectedBytes: 0,
        random: &random)
      for stream in streams { try writer.append(stream) }
      _ = try writer.finish({ contents(streams: $0) }, sign: { key.sign($0) })
      return stick
    }
  }

  /// A manifest or a part with a right checksum behind whatever it holds, beside the other file as it
  /// was written.
  static let files = FuzzTarget(
    "bundle-files", maximumBytes: 256 << 10,
    seeds: {
      try Sender().stick([[1, 2, 3], Array(repeating: 7, count: 900)]).files
        .sorted { $0.key < $1.key }.map { $0.value.dropLast(Hash.length) }
    }
  ) { bytes in
    let sender = try Sender()
    let whole = try sender.stick([[1, 2, 3], Array(repeating: 7, count: 900)]).files
    let file = bytes + Hash.blake2b256(bytes)
    for name in whole.keys {
      var changed = whole
      changed[name] = file
      let stick = MemoryStick(changed)
      let shelf = try BundleShelf(
        stick,
        for: BundleRecipient(sender.root, rootPublicKey: sender.root.verifyingKey.bytes),
        checksOthers: true)
      for bundle in shelf.bundles {
        guard let reader = BundleReader(stick, bundle) else { continue }
        try require(file == whole[name], "only what its sender signed is whole")
        var streams = 0
        while try reader.next() != nil { streams += 1 }
        try require(streams == 2, "a whole bundle gives all its streams")
      }
    }
  }

  /// What a manifest says to its recipient.
  static let contents = FuzzTarget(
    "bundle-contents", maximumBytes: 64 << 10,
    seeds: { [try Sender().contents(streams: 2).encoded] }
  ) { bytes in
    let contents = try BundleContents(decoding: bytes)
    try require(contents.encoded == bytes, "the contents of a bundle have one encoding")
  }
}
