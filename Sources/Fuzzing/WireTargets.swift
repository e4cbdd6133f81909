import Compression
import Replica
import SyncProtocol

/// The decoders of the protocol's encodings below messages.
enum WireTargets {
  static let all = [value, body, batch, stream, rowBlock, section, snapshotHeader]

  /// A tagged value, what stands in a sealed one, and the dots that a delete lists.
  static let value = FuzzTarget(
    "value", maximumBytes: Limits.ciphertextBytes + 64, seeds: { ProtocolVectors.encodings }
  ) { bytes in
    let value = try Value(tagged: bytes)
    try require(value.tagged == bytes, "a tagged value has one encoding")
    if case .bytes(let list) = value {
      let dots = DotList.decode(.bytes(list))
      try require(
        Set(DotList.decode(DotList.encode(dots))) == Set(dots), "listed dots are the same again")
    }
    _ = try Value(clearText: bytes)
  }

  /// The columns of a batch.
  static let body = FuzzTarget(
    "batch-body", maximumBytes: Limits.bodyBytes, seeds: { ProtocolVectors.encodings }
  ) { bytes in
    guard let origin = Origin(rawValue: 300 << Dot.sessionBits | 77) else { return }
    let operations = try BatchBody.decode(bytes, origin: origin)
    for operation in operations { _ = operation.erasedSubject }
    _ = operations.namedReplicas
    let again = BatchBody.encode(operations, origin: origin)
    // Another order of dictionaries may take more bytes than the sender needed.
    guard again.count <= Limits.bodyBytes else { return }
    try require(
      try BatchBody.decode(again, origin: origin) == operations,
      "the operations of a body are the same after a second encoding")
  }

  /// Signature, header and compressed body, with the real decompressor.
  static let batch = FuzzTarget(
    "batch", maximumBytes: Limits.framePayloadBytes, seeds: { ProtocolVectors.encodings }
  ) { bytes in
    let batch = try Batch(decoding: bytes, primitives: .standard)
    try require(batch.encoded == bytes, "a batch keeps its bytes")
    _ = batch.isSigned(by: Array(repeating: 1, count: Signer.keyByteCount), primitives: .standard)
    _ = try batch.operations(primitives: .standard)
  }

  /// A stream cut into frames, and every frame's message.
  static let stream = FuzzTarget(
    "stream", maximumBytes: Limits.streamBytes, seeds: { ProtocolVectors.encodings }
  ) { bytes in
    let stream = try ReceivedStream(decoding: bytes)
    try? stream.verify(Array(repeating: 1, count: Signer.keyByteCount), primitives: .standard)
    for frame in stream.frames {
      for kind in MessageKind.allCases where kind.frameKind == frame.kind {
        try kind.check(Array(frame.payload))
      }
    }
  }

  /// Merged rows, as repairs and snapshots carry them.
  static let rowBlock = FuzzTarget(
    "row-block", maximumBytes: Limits.framePayloadBytes,
    seeds: { ProtocolVectors.encodings + (try SampleMessages.rowBlocks()) }
  ) { bytes in
    var reader = ByteReader(bytes)
    let block = try RowBlock(from: &reader)
    try reader.end()
    for state in block.states {
      _ = state.deletion
      var digest = StateDigest()
      digest.add(state, primitives: .standard)
      for field in Set(state.heads.map(\.field)) {
        _ = state.shown(field)
        _ = state.sum(of: field)
        _ = state.isInConflict(field)
      }
    }
    var writer = ByteWriter()
    block.encode(into: &writer)
    var again = ByteReader(writer.bytes)
    try require(try RowBlock(from: &again) == block, "a block is the same after a second encoding")
  }

  /// The plain bytes of a snapshot's section.
  static let section = FuzzTarget(
    "section", maximumBytes: Limits.sectionBytes,
    seeds: {
      try (ProtocolVectors.encodings + SampleMessages.rowBlocks()).map { bytes in
        var writer = ByteWriter()
        writer.block(bytes)
        return writer.bytes
      }
    }
  ) { bytes in
    for block in try RowBlock.blocks(ofSection: bytes) { _ = block.states }
  }

  /// The first bytes of a snapshot, under signatures that are always right.
  static let snapshotHeader = FuzzTarget(
    "snapshot-header", maximumBytes: Limits.snapshotHeaderBytes,
    seeds: { try SampleMessages.snapshotHeaders() }
  ) { bytes in
    let framed =
      Array(repeating: 0, count: Signer.signatureByteCount)
      + withUnsafeBytes(of: UInt32(bytes.count).littleEndian) { Array($0) } + bytes
    try require(
      try SnapshotHeader.byteCount(after: Array(framed[..<SnapshotHeader.prefixByteCount]))
        == bytes.count, "the length of a header")
    let identity = Primitives.standard.hash(Purpose.snapshot.message(bytes))
    let key = Array(repeating: UInt8(1), count: Signer.keyByteCount)
    let header = try SnapshotHeader(
      decoding: framed, identity: identity, signedBy: key, primitives: .believing)
    let signer = Signer(replica: .centre(epoch: 0), publicKey: key) { _ in
      Array(repeating: 0, count: Signer.signatureByteCount)
    }
    try require(
      header.signed(by: signer, primitives: .believing).bytes == framed,
      "a snapshot's header has one encoding")
  }
}

/// Throws unless a property holds.
func require(_ holds: Bool, _ property: String) throws {
  if !holds { throw BrokenProperty(property) }
}

extension Primitives {
  /// The standard ones, but every signature is right: so that a fuzzer reaches what stands behind.
  static var believing: Primitives {
    var primitives = Primitives.standard
    primitives.verify = { _, _, _ in true }
    return primitives
  }

  /// Believing, and a body travels as it is: so that a fuzzer sees its bytes.
  static var transparent: Primitives {
    var primitives = Primitives.believing
    primitives.compress = { $0 }
    primitives.compressParts = { Array($0.joined()) }
    primitives.decompress = { bytes, maximum in
      guard bytes.count <= maximum else { throw ProtocolError.badCompression }
      return bytes
    }
    return primitives
  }
}
