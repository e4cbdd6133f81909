import Cryptography
import Replica
import SyncProtocol

/// The four steps of a round that is carried by hand, between a laptop and its centre.
extension CountedPair {
  /// The laptop packs, as `camtay pack` does.
  mutating func pack(to folder: any BundleFolder) throws -> BundleWriter.Written {
    let writer = try BundleWriter(
      to: folder, for: root.verifyingKey, maker: BundleMaker(key),
      expectedBytes: try laptop.expectedPackBytes(), random: &random)
    let round = try laptop.packRound(
      Store.Report(freeDiskBytes: nil, software: "bench"), clock: clock(), random: &random,
      write: writer.append)
    let identity = laptop.identity
    let written = try writer.finish(
      { _ in BundleContents(of: round, by: identity) }, sign: identity.signer.sign)
    try laptop.notePacked(round)
    return written
  }

  /// The centre takes in what lies there.
  mutating func takeIn(from folder: any BundleFolder) throws -> [CarriedIntake] {
    let reading = try BundleReading(
      folder, of: .handOver,
      for: BundleRecipient(root, rootPublicKey: root.verifyingKey.bytes))
    let clock = self.clock()
    return try reading.takeIn {
      try centre.takeInCarried(by: "", clock: clock, next: $0.next)
    }.taken.map { try $0.result.get() }
  }

  /// The centre writes the laptop's return.
  mutating func answer(to folder: any BundleFolder) throws -> BundleWriter.Written {
    let writer = try BundleWriter(
      to: folder, for: key.verifyingKey, maker: BundleMaker(root), expectedBytes: 0,
      random: &random)
    let clock = self.clock()
    let answer = try centre.answerCarried(
      for: laptop.identity.replica, clock: clock, write: writer.append)
    let identity = centre.identity
    return try writer.finish(
      { _ in BundleContents(of: answer, at: clock.wall, by: identity) }, sign: identity.signer.sign)
  }

  /// The laptop takes its returns in.
  mutating func absorb(from folder: any BundleFolder) throws {
    let reading = try BundleReading(
      folder, of: .answer, for: BundleRecipient(key, rootPublicKey: root.verifyingKey.bytes))
    let clock = self.clock()
    for bundle in reading.takeIn({
      try laptop.absorbCarried(clock: clock, next: $0.next)
    }).taken {
      _ = try bundle.result.get()
    }
  }
}
