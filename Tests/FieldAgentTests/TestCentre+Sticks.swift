import Cryptography
import Replica
import SyncProtocol

/// Sticks at the centre.
extension TestCentre {
  /// Takes in every pack of a stick; returns how many there were.
  @discardableResult
  func takeIn(from path: String) throws -> Int {
    try with { records in
      let reading = try BundleReading(
        StickFolder(in: path, creating: false), of: .handOver,
        for: BundleRecipient(root, rootPublicKey: root.verifyingKey.bytes))
      let (taken, _) = reading.takeIn { reader in
        try records.store.takeInCarried(
          by: "", clock: machine.surroundings.clock(), next: reader.next)
      }
      for bundle in taken { _ = try bundle.result.get() }
      return taken.count
    }
  }

  /// Writes a return for every laptop whose packs came; returns the names of its files, the manifests
  /// last.
  @discardableResult
  func writeReturn(to path: String) throws -> [String] {
    try with { records in
      let store = records.store
      let maker = try BundleMaker(root)
      let folder = try StickFolder(in: path, creating: true)
      return try Set(store.carriedPacks().map(\.replica)).sorted().flatMap { replica in
        guard let key = try store.certificate(of: replica)?.publicKey else { return [String]() }
        var random = machine.surroundings.generator()
        let writer = try BundleWriter(
          to: folder, for: VerifyingKey(key), maker: maker, expectedBytes: 0, random: &random)
        let clock = machine.surroundings.clock()
        let answer = try store.answerCarried(for: replica, clock: clock, write: writer.append)
        return try writer.finish(
          { _ in BundleContents(of: answer, at: clock.wall, by: store.identity) },
          sign: store.identity.signer.sign
        ).files
      }
    }
  }
}
