import SyncProtocol
import Testing

/// Vectors with real Ed25519 signatures and Zstandard frames. These tests have neither, so a vector's
/// own signature stands for the act of signing: what is signed around it must fit to the byte.
@Suite struct SignedVectorTests {
  struct SignedBatch: Decodable {
    struct Tip: Decodable {
      var replica: UInt32
      var sequence: String, hash: String
    }
    struct Expect: Decodable { var hash: String, hex: String }
    var name: String, publicKey: String, scope: String, sequence: String, predecessor: String
    var dependencies: [Tip]
    var schemaVersion: String, grant: String, wall: String
    var offset: String?
    var operations: [VectorOperation]
    var compressedBody: String, signature: String
    var expect: Expect
  }

  @Test func `batches`() throws {
    for vector in try VectorFile<SignedBatch>.load("wire/batches.json") {
      let operations = try vector.operations.map { try $0.operation() }
      let first = try #require(operations.first).dot
      let compressed = try bytes(vector.compressedBody)
      let body = BatchBody.encode(operations, origin: first.origin)
      let signature = try bytes(vector.signature)
      var primitives = Primitives.test
      primitives.compress = { $0 == body ? compressed : [] }
      primitives.decompress = { bytes, maximum in
        bytes == compressed && maximum == body.count ? body : []
      }
      let context = Batch.Context(
        scope: ScopeID(openedBy: try dot(vector.scope)), sequence: try number(vector.sequence),
        predecessor: try #require(ContentHash(try bytes(vector.predecessor))),
        dependencies: try vector.dependencies.map { tip in
          Batch.Tip(
            replica: try makeReplica(tip.replica), sequence: try number(tip.sequence),
            hash: try #require(ContentHash(try bytes(tip.hash))))
        },
        schemaVersion: try number(vector.schemaVersion), grant: try number(vector.grant),
        wall: Timestamp(rawValue: try number(vector.wall)),
        offsetMilliseconds: try vector.offset.map { try number($0) })
      let signer = Signer(replica: first.replica, publicKey: try bytes(vector.publicKey)) { _ in
        signature
      }
      let batch = try Batch.close(
        operations, in: context, signer: signer, primitives: primitives)
      #expect(Hexadecimal.encode(batch.encoded) == vector.expect.hex, "\(vector.name)")
      #expect(batch.hash.hexadecimal == vector.expect.hash, "\(vector.name)")
      let read = try Batch(decoding: try bytes(vector.expect.hex), primitives: primitives)
      #expect(read == batch, "\(vector.name)")
      #expect(try read.operations(primitives: primitives) == operations, "\(vector.name)")
    }
  }

  struct SignedCertificate: Decodable {
    var name: String
    var replica: UInt32
    var role: UInt8
    var publicKey: String, issued: String, label: String, signature: String
    var expect: WireVectorTests.Hex
  }

  @Test func `certificates`() throws {
    for vector in try VectorFile<SignedCertificate>.load("wire/certificates.json") {
      let signature = try bytes(vector.signature)
      let certificate = Certificate(
        replica: try makeReplica(vector.replica),
        role: try #require(Certificate.Role(rawValue: vector.role)),
        publicKey: try bytes(vector.publicKey),
        issuedAt: Timestamp(rawValue: try number(vector.issued)), label: vector.label
      ) { _ in signature }
      #expect(Hexadecimal.encode(certificate.encoded) == vector.expect.hex, "\(vector.name)")
      #expect(try Certificate(decoding: bytes(vector.expect.hex)) == certificate)
    }
  }

  struct SignedStream: Decodable {
    struct Part: Decodable {
      var kind: UInt8
      var payload: String
    }
    var name: String, publicKey: String, signature: String
    var frames: [Part]
    var more: Bool
    var expect: WireVectorTests.Hex
  }

  @Test func `streams`() throws {
    for vector in try VectorFile<SignedStream>.load("wire/streams.json") {
      let signature = try bytes(vector.signature)
      let signer = Signer(replica: try makeReplica(300), publicKey: try bytes(vector.publicKey)) {
        _ in signature
      }
      var writer = StreamWriter()
      for part in vector.frames {
        writer.append(try #require(FrameKind(rawValue: part.kind)), try bytes(part.payload))
      }
      let stream = writer.finish(more: vector.more, signer: signer, primitives: .test)
      #expect(Hexadecimal.encode(stream) == vector.expect.hex, "\(vector.name)")
      let read = try ReceivedStream(decoding: try bytes(vector.expect.hex))
      #expect(read.more == vector.more && read.frames.count == vector.frames.count)
    }
  }
}
