import SyncProtocol
import Testing

@Suite struct CertificateTests {
  private func certificate() throws -> (Certificate, root: [UInt8]) {
    let root = BLAKE2b.hash([42])
    let certificate = Certificate(
      replica: try makeReplica(300), role: .laptop,
      publicKey: Signer.test(try makeReplica(300)).publicKey,
      issuedAt: Timestamp(rawValue: -5), label: "Máy Thôn Đông"
    ) { Signer.testSignature($0, root) }
    return (certificate, root)
  }

  @Test func `a certificate reads back and verifies under the root only`() throws {
    let (certificate, root) = try certificate()
    let read = try Certificate(decoding: certificate.encoded)
    #expect(read == certificate)
    #expect(read.isSigned(byRoot: root, primitives: .test))
    #expect(!read.isSigned(byRoot: read.publicKey, primitives: .test))
  }

  @Test func `no changed, missing or further byte goes unnoticed`() throws {
    let (certificate, root) = try certificate()
    let bytes = certificate.encoded
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      let read = try? Certificate(decoding: changed)
      #expect(read?.isSigned(byRoot: root, primitives: .test) != true, "byte \(index)")
      #expect(throws: ProtocolError.self) { try Certificate(decoding: bytes[..<index]) }
    }
    #expect(throws: ProtocolError.malformed(.trailingBytes)) {
      try Certificate(decoding: bytes + [0])
    }
  }

  @Test func `a role that nobody knows is an error`() throws {
    var bytes = try certificate().0.encoded
    #expect(bytes[2] == 1)
    bytes[2] = 3
    #expect(throws: ProtocolError.malformed(.unknownCode)) { try Certificate(decoding: bytes) }
  }
}
