import Foundation
import Replica
import SyncProtocol
import Testing

/// The protocol's signed vectors under the real hash, signature and compression.
@Suite struct RealPrimitivesVectorTests {
  private struct File: Decodable {
    struct Case: Decodable {
      struct Expect: Decodable {
        var hex: String
        var hash: String?
      }
      var name: String
      var publicKey: String
      var rootPublicKey: String?
      var expect: Expect
    }
    var cases: [Case]
  }

  private func cases(_ name: String) throws -> [File.Case] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "SyncProtocol/Vectors/wire/\(name).json"))
    let cases = try JSONDecoder().decode(File.self, from: data).cases
    #expect(!cases.isEmpty)
    return cases
  }

  private func bytes(_ text: String) throws -> [UInt8] { try #require(Hexadecimal.decode(text)) }

  @Test func `signed batches verify, hash and decompress`() throws {
    for vector in try cases("batches") {
      let batch = try Batch(decoding: bytes(vector.expect.hex), primitives: .standard)
      #expect(batch.hash.hexadecimal == vector.expect.hash, "\(vector.name)")
      #expect(try batch.isSigned(by: bytes(vector.publicKey), primitives: .standard))
      let operations = try batch.operations(primitives: .standard)
      #expect(operations.count == batch.header.operationCount, "\(vector.name)")
    }
  }

  @Test func `certificates verify under the root`() throws {
    for vector in try cases("certificates") {
      let certificate = try Certificate(decoding: bytes(vector.expect.hex))
      let root = try bytes(#require(vector.rootPublicKey))
      #expect(certificate.isSigned(byRoot: root, primitives: .standard), "\(vector.name)")
      #expect(!certificate.isSigned(byRoot: certificate.publicKey, primitives: .standard))
    }
  }

  @Test func `streams verify`() throws {
    for vector in try cases("streams") {
      let stream = try ReceivedStream(decoding: bytes(vector.expect.hex))
      try stream.verify(bytes(vector.publicKey), primitives: .standard)
    }
  }
}
