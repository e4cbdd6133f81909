/// The first frame of a request: who asks, and what its clock says.
public struct Hello: Hashable, Sendable {
  /// Bytes of the nonce.
  public static let nonceByteCount = 16

  /// The replica that asks.
  public var replica: ReplicaID
  /// Random bytes that the answer repeats, so that an old answer cannot pass for a new one.
  public var nonce: [UInt8]
  /// The raw wall clock.
  public var wall: Timestamp
  /// What the replica adds to it; nil before the first signed time.
  public var offsetMilliseconds: Int64?
  /// The registry version it knows.
  public var schemaVersion: UInt64
  /// Operations it has written and not yet sent, after this round's batches.
  public var unsentOperations: UInt64
  /// Bytes free on its disk; nil when it does not know.
  public var freeDiskBytes: UInt64?
  /// Program name and version.
  public var software: String
  /// The number of the grant it knows; 0 for none.
  public var grant: UInt64
  /// How many incidents its store has ever recorded: differences from the centre, and repairs.
  public var incidents: UInt64

  /// Gathers the parts.
  public init(
    replica: ReplicaID, nonce: [UInt8], wall: Timestamp, offsetMilliseconds: Int64?,
    schemaVersion: UInt64, unsentOperations: UInt64, freeDiskBytes: UInt64?, software: String,
    grant: UInt64 = 0, incidents: UInt64 = 0
  ) {
    precondition(nonce.count == Self.nonceByteCount, "a nonce has 16 bytes")
    self.replica = replica
    self.nonce = nonce
    self.wall = wall
    self.offsetMilliseconds = offsetMilliseconds
    self.schemaVersion = schemaVersion
    self.unsentOperations = unsentOperations
    self.freeDiskBytes = freeDiskBytes
    self.software = software
    self.grant = grant
    self.incidents = incidents
  }
}

/// The first frame of an answer: the centre's signed time, its epoch, and what the asker may hold.
public struct Welcome: Hashable, Sendable {
  /// The nonce of an answer to no request: the beginning of a centre's log, carried in a file to a
  /// laptop that has no network yet. Its time is when it was made, not the present.
  public static let starterNonce = [UInt8](repeating: 0, count: Hello.nonceByteCount)

  /// The nonce of the request.
  public var nonce: [UInt8]
  /// The centre's time when it answered.
  public var time: Timestamp
  /// The life of the centre; arrival numbers count within it.
  public var epoch: UInt8
  /// Grows with every change of this replica's grants.
  public var grant: UInt64
  /// The scopes it holds, ascending; scope 0 is understood. Nil when they are those of the grant
  /// that the request named.
  public var scopes: [ScopeID]?

  /// Gathers the parts.
  public init(nonce: [UInt8], time: Timestamp, epoch: UInt8, grant: UInt64, scopes: [ScopeID]?) {
    self.nonce = nonce
    self.time = time
    self.epoch = epoch
    self.grant = grant
    self.scopes = scopes?.sorted()
  }
}

/// A place in the arrival log of one scope at the centre.
public struct Cursor: Hashable, Sendable {
  /// The scope.
  public var scope: ScopeID
  /// The life of the centre.
  public var epoch: UInt8
  /// Everything up to this arrival number was applied; 0 for nothing.
  public var arrival: UInt64
  /// The running hash over the arrival log up to there.
  public var runningHash: ContentHash

  /// Makes a cursor.
  public init(scope: ScopeID, epoch: UInt8, arrival: UInt64, runningHash: ContentHash) {
    self.scope = scope
    self.epoch = epoch
    self.arrival = arrival
    self.runningHash = runningHash
  }

  /// The start of a scope's log.
  public static func start(_ scope: ScopeID, epoch: UInt8) -> Cursor {
    Cursor(scope: scope, epoch: epoch, arrival: 0, runningHash: .zero)
  }

  /// The cursor behind one more batch: the hash of purpose, previous hash, number and batch.
  public func advanced(by batch: ContentHash, primitives: Primitives) -> Cursor {
    var link = ByteWriter()
    link.hash(runningHash)
    link.unsigned(arrival + 1)
    link.hash(batch)
    return Cursor(
      scope: scope, epoch: epoch, arrival: arrival + 1,
      runningHash: primitives.hash(Purpose.arrival.message(link.bytes)))
  }
}

/// What became of one batch at the centre.
public struct Receipt: Hashable, Sendable {
  /// The outcomes. A batch that is refused is the only one that its author may have to send again.
  public enum State: UInt8, Sendable {
    /// Merged under an arrival number.
    case merged = 1
    /// Kept until a batch it depends on arrives.
    case held = 2
    /// It had arrived before.
    case duplicate = 3
    /// Merged, and another batch of the same author stands at the same place of the chain.
    case fork = 4
    /// Kept and relayed; merged after an upgrade of the centre.
    case needsUpgrade = 5
    /// Not kept: signature, certificate or bytes are wrong.
    case refused = 6
    /// Kept for reading only: it had been declared lost before it came.
    case lost = 7
    /// Kept aside and not merged: other operations were applied under its dots, because its
    /// author's store was copied or put back. The author writes them again under new dots.
    case collision = 8
  }

  /// The batch's scope.
  public var scope: ScopeID
  /// The batch.
  public var batch: ContentHash
  /// What became of it.
  public var state: State
  /// Its arrival number; 0 while it has none.
  public var arrival: UInt64
  /// A `ProtocolError.code` for a refusal, otherwise empty.
  public var reason: String

  /// Makes a receipt.
  public init(
    scope: ScopeID, batch: ContentHash, state: State, arrival: UInt64 = 0, reason: String = ""
  ) {
    self.scope = scope
    self.batch = batch
    self.state = state
    self.arrival = arrival
    self.reason = reason
  }
}

/// The centre's digest of a scope after exactly the batches up to an arrival number.
///
/// It is signed on its own: a laptop gives it back as the proof of what the centre has once had.
public struct Check: Hashable, Sendable {
  /// The cursor at which it holds.
  public var cursor: Cursor
  /// The root over the scope's leaves.
  public var digest: ContentHash
  /// The signature of that life of the centre; empty before it has signed.
  public private(set) var signature: [UInt8] = []

  /// Makes a check without a signature.
  public init(cursor: Cursor, digest: ContentHash) {
    self.cursor = cursor
    self.digest = digest
  }

  /// Makes a check that the centre signs.
  public init(cursor: Cursor, digest: ContentHash, signer: Signer) {
    self.init(cursor: cursor, digest: digest)
    signature = signer.sign(Purpose.check.message(content))
  }

  /// Reads a check that was kept or received; its signature is not yet checked.
  init(cursor: Cursor, digest: ContentHash, signature: [UInt8]) {
    self.init(cursor: cursor, digest: digest)
    self.signature = signature
  }

  /// True when the holder of the key signed it.
  public func isSigned(by publicKey: [UInt8], primitives: Primitives) -> Bool {
    signature.count == Signer.signatureByteCount
      && primitives.verify(signature, Purpose.check.message(content), publicKey)
  }

  private var content: [UInt8] {
    var writer = ByteWriter()
    cursor.encode(into: &writer)
    writer.hash(digest)
    return writer.bytes
  }
}

/// Why a request as a whole was not answered.
public struct Problem: Error, Hashable, Sendable {
  /// A stable code from SPEC.md.
  public var code: String
  /// For the log; people get text composed from the code.
  public var detail: String

  /// Makes a problem.
  public init(code: String, detail: String) {
    self.code = code
    self.detail = detail
  }
}
