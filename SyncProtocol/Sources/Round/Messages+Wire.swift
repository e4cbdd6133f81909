/// A message that is the payload of one kind of frame.
public protocol FrameMessage: Sendable {
  /// The frame that carries it.
  static var frameKind: FrameKind { get }
  /// Writes the payload.
  func encode(into writer: inout ByteWriter)
  /// Reads a payload that came from outside.
  init(from reader: inout ByteReader) throws(ProtocolError)
}

extension StreamWriter {
  /// Appends a message as its frame.
  public mutating func append(_ message: some FrameMessage) {
    append(type(of: message).frameKind) { message.encode(into: &$0) }
  }
}

extension Frame {
  /// The frame's message, read to its last byte.
  public func message<Message: FrameMessage>(
    _ type: Message.Type = Message.self
  ) throws(ProtocolError) -> Message {
    guard kind == type.frameKind else { throw .malformed(.unexpectedFrame) }
    var reader = ByteReader(payload)
    let message = try Message(from: &reader)
    try reader.end()
    return message
  }
}

extension Hello: FrameMessage {
  /// `hello`.
  public static let frameKind = FrameKind.hello

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.replica(replica)
    writer.raw(nonce)
    writer.signed(wall.rawValue)
    writer.optional(offsetMilliseconds) { $0.signed($1) }
    writer.unsigned(schemaVersion)
    writer.unsigned(unsentOperations)
    writer.optional(freeDiskBytes) { $0.unsigned($1) }
    writer.text(software)
    writer.unsigned(grant)
    writer.unsigned(incidents)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    replica = try reader.replica()
    nonce = Array(try reader.raw(Self.nonceByteCount))
    wall = Timestamp(rawValue: try reader.signed())
    offsetMilliseconds = try reader.flag() ? try reader.signed() : nil
    schemaVersion = try reader.unsigned(atMost: UInt64(Int64.max))
    unsentOperations = try reader.unsigned(atMost: UInt64(Int64.max))
    freeDiskBytes = try reader.flag() ? try reader.unsigned(atMost: UInt64(Int64.max)) : nil
    software = try reader.text(atMost: Limits.labelBytes)
    grant = try reader.unsigned(atMost: UInt64(Int64.max))
    incidents = try reader.unsigned(atMost: UInt64(Int64.max))
  }
}

extension Welcome: FrameMessage {
  /// `welcome`.
  public static let frameKind = FrameKind.welcome

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.raw(nonce)
    writer.signed(time.rawValue)
    writer.byte(epoch)
    writer.unsigned(grant)
    writer.optional(scopes) { writer, scopes in
      writer.count(scopes.count)
      for scope in scopes { writer.scope(scope) }
    }
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    nonce = Array(try reader.raw(Hello.nonceByteCount))
    time = Timestamp(rawValue: try reader.signed())
    epoch = try reader.byte()
    grant = try reader.unsigned(atMost: UInt64(Int64.max))
    guard try reader.flag() else {
      scopes = nil
      return
    }
    var listed: [ScopeID] = []
    for _ in 0..<(try reader.count(atMost: Limits.scopesPerReplica)) {
      let scope = try reader.scope()
      if let last = listed.last, !(last < scope) { throw .malformed(.notAscending) }
      listed.append(scope)
    }
    scopes = listed
  }
}

extension Cursor: FrameMessage {
  /// `want`: the sender lacks what follows this cursor.
  public static let frameKind = FrameKind.want

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.byte(epoch)
    writer.unsigned(arrival)
    writer.hash(runningHash)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    epoch = try reader.byte()
    arrival = try reader.unsigned(atMost: UInt64(Int64.max) - 1)
    runningHash = try reader.hash()
  }
}

/// A batch in a stream; from the centre with its arrival number.
public struct CarriedBatch: FrameMessage {
  /// `batch`.
  public static let frameKind = FrameKind.batch
  /// Its arrival number at the centre; 0 from anybody else.
  public var arrival: UInt64
  /// The batch's own bytes.
  public var encoded: [UInt8]

  /// Makes the message.
  public init(arrival: UInt64, encoded: [UInt8]) {
    self.arrival = arrival
    self.encoded = encoded
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.unsigned(arrival)
    writer.raw(encoded)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    arrival = try reader.unsigned(atMost: UInt64(Int64.max))
    encoded = Array(try reader.raw(reader.remaining))
  }
}

/// An arrival number whose batch the receiver sent itself in this round.
public struct Arrived: FrameMessage, Hashable {
  /// `arrived`.
  public static let frameKind = FrameKind.arrived
  /// The scope.
  public var scope: ScopeID
  /// The number.
  public var arrival: UInt64
  /// The batch.
  public var batch: ContentHash

  /// Makes the message.
  public init(scope: ScopeID, arrival: UInt64, batch: ContentHash) {
    self.scope = scope
    self.arrival = arrival
    self.batch = batch
  }

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.unsigned(arrival)
    writer.hash(batch)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    arrival = try reader.unsigned(atMost: UInt64(Int64.max))
    batch = try reader.hash()
  }
}

extension Receipt: FrameMessage {
  /// `receipt`.
  public static let frameKind = FrameKind.receipt

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.scope(scope)
    writer.hash(batch)
    writer.byte(state.rawValue)
    writer.unsigned(arrival)
    writer.text(reason)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    scope = try reader.scope()
    batch = try reader.hash()
    guard let state = State(rawValue: try reader.byte()) else { throw .malformed(.unknownCode) }
    self.state = state
    arrival = try reader.unsigned(atMost: UInt64(Int64.max))
    reason = try reader.text(atMost: Limits.labelBytes)
  }
}

extension Check: FrameMessage {
  /// `check`.
  public static let frameKind = FrameKind.check

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    cursor.encode(into: &writer)
    writer.hash(digest)
    writer.raw(signature)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    self.init(
      cursor: try Cursor(from: &reader), digest: try reader.hash(),
      signature: Array(try reader.raw(Signer.signatureByteCount)))
  }
}

extension Problem: FrameMessage {
  /// `problem`.
  public static let frameKind = FrameKind.problem

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) {
    writer.text(code)
    writer.text(detail)
  }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    code = try reader.text(atMost: Limits.labelBytes)
    detail = try reader.text(atMost: Limits.labelBytes)
  }
}

extension Certificate: FrameMessage {
  /// `certificate`.
  public static let frameKind = FrameKind.certificate

  /// Writes the payload.
  public func encode(into writer: inout ByteWriter) { writer.raw(encoded) }

  /// Reads the payload.
  public init(from reader: inout ByteReader) throws(ProtocolError) {
    try self.init(decoding: try reader.raw(reader.remaining))
  }
}

extension ByteWriter {
  /// A presence byte, and the value when there is one.
  mutating func optional<Wrapped>(
    _ value: Wrapped?, _ encode: (inout ByteWriter, Wrapped) -> Void
  ) {
    byte(value == nil ? 0 : 1)
    if let value { encode(&self, value) }
  }
}

extension ByteReader {
  /// A byte that is 0 or 1.
  mutating func flag() throws(ProtocolError) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw .malformed(.unknownCode)
    }
  }
}
