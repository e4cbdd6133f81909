import SyncProtocol
import Testing

@Suite struct BatchTests {
  @Test func `a closed batch reads back and verifies`() throws {
    let key = Signer.test(try makeReplica(300)).publicKey
    for offset in [nil, -4_200, .max] as [Int64?] {
      let batch = try Batch.sample(offset: offset)
      let read = try Batch(decoding: batch.encoded, primitives: .test)
      #expect(read == batch)
      #expect(read.hash == batch.hash && read.tip == batch.tip)
      #expect(read.header.offsetMilliseconds == offset)
      #expect(read.header.dependencies == read.header.dependencies.sorted())
      #expect(read.isSigned(by: key, primitives: .test))
      #expect(!read.isSigned(by: Signer.test(try makeReplica(301)).publicKey, primitives: .test))
      var generator = SeededGenerator(seed: 8)
      #expect(
        try read.operations(primitives: .test)
          == Operation.samples(5, origin: try makeDot(300, 77, 0), using: &generator))
    }
  }

  @Test func `no changed byte goes unnoticed and none traps`() throws {
    let batch = try Batch.sample(3)
    let key = Signer.test(try makeReplica(300)).publicKey
    for index in batch.encoded.indices {
      for change in [1, 0x80, 0xFF] as [UInt8] {
        var bytes = batch.encoded
        bytes[index] ^= change
        guard let read = try? Batch(decoding: bytes, primitives: .test) else { continue }
        #expect(!read.isSigned(by: key, primitives: .test), "byte \(index)")
        _ = try? read.operations(primitives: .test)
        if index >= Signer.signatureByteCount { #expect(read.hash != batch.hash) }
      }
    }
  }

  @Test func `no truncated or extended batch verifies`() throws {
    let batch = try Batch.sample(3)
    let key = Signer.test(try makeReplica(300)).publicKey
    for length in batch.encoded.indices {
      guard
        let read = try? Batch(decoding: Array(batch.encoded[..<length]), primitives: .test)
      else { continue }
      #expect(!read.isSigned(by: key, primitives: .test))
      #expect(throws: ProtocolError.self) { try read.operations(primitives: .test) }
    }
    let longer = try Batch(decoding: batch.encoded + [0], primitives: .test)
    #expect(!longer.isSigned(by: key, primitives: .test))
  }

  @Test func `a body that does not decompress to the declared length is refused`() throws {
    let batch = try Batch.sample()
    for extra in [1, -1] {
      var primitives = Primitives.test
      primitives.decompress = { bytes, _ in extra > 0 ? bytes + [0] : Array(bytes.dropLast()) }
      #expect(throws: ProtocolError.badCompression, "\(extra)") {
        try batch.operations(primitives: primitives)
      }
    }
    var failing = Primitives.test
    failing.decompress = { _, _ in throw ProtocolError.checksumMismatch }
    #expect(throws: ProtocolError.badCompression) { try batch.operations(primitives: failing) }
  }

  @Test func `the decompressor is never asked for more than the header declares`() throws {
    let batch = try Batch.sample()
    let declared = batch.header.bodyByteCount
    var primitives = Primitives.test
    primitives.decompress = { bytes, maximum in
      guard maximum == declared, maximum <= Limits.bodyBytes else {
        throw ProtocolError.badCompression
      }
      return bytes
    }
    #expect(try batch.operations(primitives: primitives).count == 5)
  }

  @Test func `a chain starts at 1 with no predecessor and only there`() throws {
    let first = try Batch.sample(sequence: 1)
    #expect(try Batch(decoding: first.encoded, primitives: .test).header.predecessor == .zero)
    // The sequence number stands behind signature, scope (2 bytes) and origin (5 bytes).
    let place = Signer.signatureByteCount + 7
    #expect(first.encoded[place] == 1)
    for sequence in [0, 2] as [UInt8] {
      var bytes = first.encoded
      bytes[place] = sequence
      #expect(throws: ProtocolError.malformed(.numberOutOfRange)) {
        try Batch(decoding: bytes, primitives: .test)
      }
    }
  }

  @Test func `a header that disagrees with its body is refused`() throws {
    let batch = try Batch.sample()
    var copy = batch.encoded
    // Operation count, first counter, span (a byte each) and body length (two) end the header.
    let bodyStart = batch.encoded.count - batch.header.bodyByteCount
    for place in bodyStart - 5..<bodyStart {
      copy[place] ^= 1
      if let read = try? Batch(decoding: copy, primitives: .test) {
        #expect(throws: ProtocolError.self, "byte \(place)") {
          try read.operations(primitives: .test)
        }
      }
      copy[place] ^= 1
    }
  }

  @Test func `tips order by replica, place and hash`() throws {
    let hash = Primitives.test.hash([1])
    let tips = [
      Batch.Tip(replica: try makeReplica(1), sequence: 9, hash: hash),
      Batch.Tip(replica: try makeReplica(2), sequence: 1, hash: .zero),
      Batch.Tip(replica: try makeReplica(2), sequence: 1, hash: hash),
      Batch.Tip(replica: try makeReplica(2), sequence: 2, hash: .zero),
    ]
    #expect(tips.reversed().sorted() == tips)
  }

  @Test func `a batch that names a replica it does not depend on is refused`() throws {
    let row = try makeDot(1_002, 1, 1)
    let edit = Operation(
      dot: try makeDot(300, 77, 1), table: TableID(rawValue: 16), row: row, author: nil,
      time: Timestamp(rawValue: 5),
      writes: [FieldWrite(FieldID(3, .register), .integer(1), replacing: [row])])
    let batch = try Batch.close(
      [edit], in: .sample(), signer: .test(try makeReplica(300)), primitives: .test)
    #expect(throws: ProtocolError.missingDependency(try makeReplica(1_002))) {
      try batch.operations(primitives: .test)
    }
  }

  @Test func `a batch depends on the replica whose operation it judges`() throws {
    let row = try makeDot(300, 77, 1)
    let judging = Operation(
      dot: row, table: TableID(rawValue: 16), row: row, author: nil,
      because: try makeDot(1_002, 1, 1), time: Timestamp(rawValue: 5), writes: [])
    #expect([judging].namedReplicas == [try makeReplica(300), try makeReplica(1_002)])
    let batch = try Batch.close(
      [judging], in: .sample(), signer: .test(try makeReplica(300)), primitives: .test)
    #expect(throws: ProtocolError.missingDependency(try makeReplica(1_002))) {
      try batch.operations(primitives: .test)
    }
  }
}
