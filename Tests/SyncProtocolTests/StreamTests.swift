import SyncProtocol
import Testing

@Suite struct StreamTests {
  private let signer: Signer

  init() throws { signer = .test(try makeReplica(300)) }

  private func stream(more: Bool = false) throws -> [UInt8] {
    var stream = StreamWriter()
    stream.append(Cursor.start(try makeScope(4_711), epoch: 1))
    stream.append(Problem(code: "busy", detail: "thử lại sau"))
    return stream.finish(more: more, signer: signer, primitives: .test)
  }

  @Test func `a stream reads back and verifies under its key only`() throws {
    for more in [false, true] {
      let read = try ReceivedStream(decoding: try stream(more: more))
      #expect(read.frames.map(\.kind) == [.want, .problem])
      #expect(read.more == more)
      try read.verify(signer.publicKey, primitives: .test)
      #expect(throws: ProtocolError.badSignature) {
        try read.verify(Array(repeating: 0, count: 32), primitives: .test)
      }
    }
  }

  @Test func `an empty stream is a stream`() throws {
    var writer = StreamWriter()
    #expect(writer.byteCount == 8)
    let bytes = writer.finish(more: false, signer: signer, primitives: .test)
    let read = try ReceivedStream(decoding: bytes)
    #expect(read.frames.isEmpty)
    try read.verify(signer.publicKey, primitives: .test)
  }

  @Test func `a stream that is cut at any byte is an error`() throws {
    let bytes = try stream()
    for length in bytes.indices {
      #expect(throws: ProtocolError.self) {
        try ReceivedStream(decoding: Array(bytes[..<length]))
      }
    }
    #expect(throws: ProtocolError.malformed(.trailingBytes)) {
      try ReceivedStream(decoding: bytes + [0])
    }
  }

  @Test func `no flipped bit passes`() throws {
    let bytes = try stream()
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << UInt8(bit)
        #expect(throws: ProtocolError.self, "byte \(index), bit \(bit)") {
          let read = try ReceivedStream(decoding: damaged)
          try read.verify(signer.publicKey, primitives: .test)
        }
      }
    }
  }

  @Test func `noise behind a right start never traps`() throws {
    for seed in seeds(2_000) {
      var generator = SeededGenerator(seed: seed)
      let noise = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      #expect(throws: ProtocolError.self, "SEED=\(seed)") {
        try ReceivedStream(decoding: StreamFormat.magic + [StreamFormat.version, 0] + noise)
      }
    }
  }

  @Test func `a stranger's bytes and another version are told apart`() throws {
    var bytes = try stream()
    #expect(throws: ProtocolError.notAStream) {
      try ReceivedStream(decoding: Array("<html>".utf8))
    }
    #expect(throws: ProtocolError.notAStream) { try ReceivedStream(decoding: []) }
    bytes[6] = 7
    #expect(throws: ProtocolError.unsupportedVersion(7)) { try ReceivedStream(decoding: bytes) }
    bytes[6] = 0
    #expect(throws: ProtocolError.unsupportedVersion(0)) { try ReceivedStream(decoding: bytes) }
    bytes[6] = StreamFormat.version
    bytes[7] = 1
    #expect(throws: ProtocolError.unsupportedVersion(StreamFormat.version)) {
      try ReceivedStream(decoding: bytes)
    }
  }

  @Test func `an unknown kind of frame asks for an upgrade`() throws {
    var bytes = StreamFormat.magic + [StreamFormat.version, 0]
    var writer = ByteWriter()
    writer.byte(200)
    writer.count(1)
    writer.fixed32(CRC32C.checksum([200, 9]))
    writer.byte(9)
    bytes += writer.bytes
    #expect(throws: ProtocolError.needsUpgrade) { try ReceivedStream(decoding: bytes) }
  }

  @Test func `a payload above its limit is refused before it is read`() {
    var writer = ByteWriter(
      StreamFormat.magic + [StreamFormat.version, 0, FrameKind.batch.rawValue])
    writer.count(Limits.framePayloadBytes + 1)
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) {
      try ReceivedStream(decoding: writer.bytes)
    }
  }

  @Test func `a stream above its limit is refused`() {
    let bytes = StreamFormat.magic + Array(repeating: 0, count: Limits.streamBytes)
    #expect(throws: ProtocolError.malformed(.numberOutOfRange)) {
      try ReceivedStream(decoding: bytes)
    }
  }
}
