import SQLite
import SyncProtocol

/// What an exported scope brought to the centre.
package struct ScopeImport: Sendable, Equatable {
  /// The laptop that exported it.
  package var replica: ReplicaID
  /// What people call the laptop.
  package var label: String
  /// Batches that were new and are merged now.
  package var merged = 0
  /// Batches that the centre had already.
  package var known = 0
  /// Batches that are kept and wait for something else, for an upgrade or for a person.
  package var waiting = 0
  /// Batches that were refused, with the reasons.
  package var refusals: [String] = []
}

extension Store {
  /// Whose export a stream is, without taking anything in.
  ///
  /// It need not come from the laptop itself: the certificate at its beginning says whose it is, and
  /// its signature that nothing was changed.
  /// - Throws: `ProtocolError` when the stream cannot be believed as a whole.
  package func sender(ofScope bytes: [UInt8]) throws -> Certificate { try believed(bytes).sender }

  /// Takes in one stream of an exported scope, in one transaction; a second time it changes nothing.
  /// Batches are judged as if they had come in a round.
  ///
  /// - Throws: `ProtocolError` when the stream cannot be believed as a whole.
  package func importScope(_ bytes: [UInt8], clock: ClockReading) throws -> ScopeImport {
    let (stream, sender) = try believed(bytes)
    defer { carryOutLinks(clock: clock) }
    return try transaction { try take(stream, of: sender, clock: clock) }
  }

  /// What importing streams one after another would do: all of it is done and taken back, so that
  /// every signature, dependency and judgement is looked at as it would be.
  ///
  /// - Parameter stream: gives one stream at a time, so that never more than one is in memory.
  package func previewScopes(
    _ count: Int, clock: ClockReading, stream: (_ index: Int) throws -> [UInt8]
  ) throws -> [ScopeImport] {
    try previewing {
      try (0..<count).map { index in
        let (stream, sender) = try believed(try stream(index))
        return try take(stream, of: sender, clock: clock)
      }
    }
  }

  /// Cuts a stream, and believes it when the certificate at its beginning is this installation's and
  /// the stream is signed under it.
  private func believed(
    _ bytes: [UInt8]
  ) throws -> (stream: ReceivedStream, sender: Certificate) {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    let stream = try ReceivedStream(decoding: bytes)
    guard let first = stream.frames.first else { throw ProtocolError.malformed(.truncated) }
    let sender: Certificate = try first.message()
    guard sender.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) else {
      throw ProtocolError.badSignature
    }
    try stream.verify(sender.publicKey, primitives: primitives)
    return (stream, sender)
  }

  private func take(
    _ stream: ReceivedStream, of sender: Certificate, clock: ClockReading
  ) throws -> ScopeImport {
    var result = ScopeImport(replica: sender.replica, label: sender.label)
    try judgeWaiting(clock: clock)
    for frame in stream.frames {
      switch frame.kind {
      case .certificate:
        let certificate: Certificate = try frame.message()
        if certificate.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) {
          try meet(certificate, at: clock.wall)
        }
      case .keys: try take(try frame.message())
      case .batch:
        let carried: CarriedBatch = try frame.message()
        result.count(try receive(carried.encoded, at: clock.wall))
        try judgeWaiting(clock: clock)
      default: throw ProtocolError.malformed(.unexpectedFrame)
      }
    }
    return result
  }
}

extension ScopeImport {
  fileprivate mutating func count(_ receipt: Receipt) {
    switch receipt.state {
    case .merged, .fork: merged += 1
    case .duplicate: known += 1
    case .refused: refusals.append(receipt.reason)
    case .held, .needsUpgrade, .lost, .collision: waiting += 1
    }
  }
}
