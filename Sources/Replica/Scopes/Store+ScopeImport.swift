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
  /// Takes in one stream of an exported scope, in one transaction; a second time it changes nothing.
  ///
  /// It need not come from the laptop itself: the certificate at its beginning says whose it is, and
  /// its signature that nothing was changed. Batches are judged as if they had come in a round.
  /// - Parameter isDryRun: counts which batches are new, and takes none in.
  /// - Throws: `ProtocolError` when the stream cannot be believed as a whole.
  package func importScope(
    _ bytes: [UInt8], isDryRun: Bool = false, clock: ClockReading
  ) throws -> ScopeImport {
    guard identity.role == .centre else { throw ReplicaError.notTheCentre }
    let stream = try ReceivedStream(decoding: bytes)
    guard let first = stream.frames.first else { throw ProtocolError.malformed(.truncated) }
    let sender: Certificate = try first.message()
    guard sender.isSigned(byRoot: identity.rootPublicKey, primitives: primitives) else {
      throw ProtocolError.badSignature
    }
    try stream.verify(sender.publicKey, primitives: primitives)
    if isDryRun { return try preview(stream, of: sender) }
    return try transaction {
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

  /// Which batches are new, without taking any in.
  private func preview(_ stream: ReceivedStream, of sender: Certificate) throws -> ScopeImport {
    var result = ScopeImport(replica: sender.replica, label: sender.label)
    for frame in stream.frames where frame.kind == .batch {
      let carried: CarriedBatch = try frame.message()
      let batch = try Batch(decoding: carried.encoded, primitives: primitives)
      if try logEntry(batch.hash) == nil { result.merged += 1 } else { result.known += 1 }
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
