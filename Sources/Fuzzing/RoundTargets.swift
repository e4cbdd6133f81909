import Randomness
import Replica
import SyncProtocol

/// Whole rounds whose frames nobody vouches for, under signatures that are always right.
enum RoundTargets {
  static let all = [answer, absorb]

  /// A request to the centre: frames of a byte for the kind, two for the length, and the payload.
  static let answer = FuzzTarget(
    "answer", maximumBytes: 256 << 10,
    seeds: {
      try SampleMessages.streams().enumerated().filter { $0.offset % 2 == 0 }
        .map { try packed($0.element) }
    },
    prepare: {
      let world = try FuzzWorld()
      return { bytes in
        world.restore()
        let store = try world.open(.centre)
        defer { store.close() }
        let answer = try store.answer(
          try stream(of: bytes, after: [], from: .first, world), clock: FuzzWorld.laterClock)
        for frame in try ReceivedStream(decoding: answer.bytes).frames {
          for kind in MessageKind.allCases where kind.frameKind == frame.kind {
            try kind.check(Array(frame.payload))
          }
        }
        try StoreReading.checkDigests(of: store)
        StoreReading.readEverything(in: store)
        StoreReading.use(store, request: world.pending?.request ?? [])
      }
    })

  /// An answer to a laptop that has asked; WELCOME and the centre's certificate stand before it.
  static let absorb = FuzzTarget(
    "absorb", maximumBytes: 256 << 10,
    seeds: {
      try SampleMessages.streams().enumerated().filter { $0.offset % 2 == 1 }.map {
        try packed($0.element)
      }
        + [try SampleMessages.rowBlocks().prefix(3).flatMap { entry(.row, $0) }]
    },
    prepare: {
      let world = try FuzzWorld()
      let head = try ReceivedStream(decoding: world.answer).frames.filter {
        $0.kind == .welcome || $0.kind == .certificate
      }
      return { bytes in
        guard let pending = world.pending else { return }
        world.restore()
        let store = try world.open(.first)
        defer { store.close() }
        let stream = try stream(of: bytes, after: head, from: .centre, world)
        let outcome = try? store.absorb(stream, of: pending, clock: FuzzWorld.laterClock)
        // A repair puts in what its sender says; whether that is the truth, the next CHECK tells.
        if outcome?.repairedScopes.isEmpty ?? true { try StoreReading.checkDigests(of: store) }
        StoreReading.readEverything(in: store)
        StoreReading.readRecords(in: store)
        StoreReading.use(store, request: [])
      }
    })

  /// A stream's frames as such an input.
  private static func packed(_ stream: [UInt8]) throws -> [UInt8] {
    try ReceivedStream(decoding: stream).frames.filter {
      $0.kind != .hello && $0.kind != .welcome
    }.flatMap { entry($0.kind, Array($0.payload)) }
  }

  private static func entry(_ kind: FrameKind, _ payload: [UInt8]) -> [UInt8] {
    // A payload beyond two bytes of length is cut; seeds are small.
    let payload = payload.prefix(Int(UInt16.max))
    return [kind.rawValue, UInt8(payload.count >> 8), UInt8(payload.count & 255)] + payload
  }

  private static func stream(
    of bytes: [UInt8], after head: [Frame], from sender: FuzzWorld.Place, _ world: FuzzWorld
  ) throws -> [UInt8] {
    guard let identity = world.identities[sender] else { throw ReplicaError.notAStore }
    var stream = StreamWriter()
    for frame in head { stream.append(frame.kind, Array(frame.payload)) }
    if sender != .centre {
      stream.append(
        Hello(
          replica: identity.replica, nonce: Array(repeating: 1, count: Hello.nonceByteCount),
          wall: FuzzWorld.laterClock.wall, offsetMilliseconds: nil,
          schemaVersion: Schema.current.version, unsentOperations: 0, freeDiskBytes: nil,
          software: "", grant: 0, incidents: 0))
    }
    var rest = bytes[...]
    while rest.count >= 3 {
      let head = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      let payload = Array(rest.prefix(Int(head[1]) << 8 | Int(head[2])))
      rest = rest.dropFirst(payload.count)
      let number = head[0] % (FrameKind.last.rawValue + 1)
      if let kind = FrameKind(rawValue: number), kind != .end { stream.append(kind, payload) }
    }
    let silent = Signer(replica: identity.replica, publicKey: identity.signer.publicKey) { _ in
      Array(repeating: 0, count: Signer.signatureByteCount)
    }
    return stream.finish(more: false, signer: silent, primitives: .transparent)
  }
}
