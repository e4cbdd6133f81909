import Cryptography
import SyncProtocol

/// A way back to a laptop's store key for who has forgotten every password: by a code that the
/// centre alone can work out, without a network.
///
/// The laptop draws an X25519 key, agrees with the box key of the centre's root key, and forgets the
/// secret: the public point that remains says nothing to who finds the laptop, and everything to the
/// holder of the root key. For each of the coming days the store key is sealed under that day's
/// `ResetCode`. A point serves one reset: whoever opens the store key by it draws another.
package struct ResetPoint: Equatable, Sendable {
  /// Days that a new point serves.
  package static let dayCount = 400
  /// Days that must be left, or a new point is due.
  private static let leastDays: Int64 = 200

  /// The public X25519 key.
  package let point: [UInt8]
  /// The number that the laptop had.
  package let replica: ReplicaID
  /// The root key of its centre.
  package let rootPublicKey: [UInt8]
  /// Days since 1970 in local time of the first sealed key.
  package private(set) var firstDay: Int64
  /// The store key, sealed for each day from the first on.
  package private(set) var sealedKeys: [[UInt8]]

  /// Draws a point and seals the store key for the coming days.
  ///
  /// - Parameter day: today, in days since 1970 of local time.
  /// - Throws: `CryptographyError.invalidKey` where the root key is none.
  package init(
    sealing key: StoreKey, for identity: Identity, from day: Int64,
    random: inout some RandomNumberGenerator
  ) throws {
    let drawn = try BoxKey(seed: SecretBytes(random.bytes(BoxKey.length)))
    let agreement = try drawn.agreement(
      with: try VerifyingKey(identity.rootPublicKey).boxPublicKey())
    self.init(
      point: drawn.publicKey, replica: identity.replica, rootPublicKey: identity.rootPublicKey,
      firstDay: day, sealedKeys: [])
    for day in day..<day + Int64(Self.dayCount) {
      let code = try ResetCode(
        for: challenge, of: replica, on: day, rootPublicKey: rootPublicKey, agreement: agreement)
      sealedKeys.append(
        try key.sealed(
          under: code.key(for: challenge, on: day), for: Self.purpose, random: &random))
    }
  }

  /// Puts a point together as a file kept it.
  package init(
    point: [UInt8], replica: ReplicaID, rootPublicKey: [UInt8], firstDay: Int64,
    sealedKeys: [[UInt8]]
  ) {
    self.point = point
    self.replica = replica
    self.rootPublicKey = rootPublicKey
    self.firstDay = firstDay
    self.sealedKeys = sealedKeys
  }

  private static let purpose = Array("reset".utf8)

  /// What is read to the centre.
  package var challenge: ResetChallenge { ResetChallenge(point: point, of: replica) }

  /// The store key, by the code of a day; nil when it is not that day's, or the day is not served.
  package func open(_ code: ResetCode, on day: Int64) -> StoreKey? {
    let (index, isOutside) = day.subtractingReportingOverflow(firstDay)
    guard !isOutside, sealedKeys.indices.contains(Int(index)) else { return nil }
    return try? StoreKey(
      opening: sealedKeys[Int(index)], under: code.key(for: challenge, on: day),
      for: Self.purpose)
  }

  /// Whether it is this laptop's and will still serve for long enough.
  package func isFit(for identity: Identity, on day: Int64) -> Bool {
    replica == identity.replica && rootPublicKey == identity.rootPublicKey && day >= firstDay
      && day + Self.leastDays <= firstDay + Int64(sealedKeys.count)
  }

  /// Forgets the days before one: their codes open nothing any more.
  package mutating func drop(before day: Int64) {
    guard day > firstDay else { return }
    let count = Int(clamping: day - firstDay)
    sealedKeys.removeFirst(min(count, sealedKeys.count))
    firstDay = day
  }
}
