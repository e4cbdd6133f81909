import Cryptography
import SyncProtocol
import Testing

@testable import Replica

/// SyncProtocol/Vectors/wire/scope-files.json under the real encryption.
@Suite struct ScopeFileVectorTests {
  private struct File: Decodable {
    struct Expect: Decodable {
      var error: String?
      var scope: String?, stream: String?
      var part: Int?, parts: Int?
    }
    struct Case: Decodable {
      var name: String, rootPrivateKey: String, publicKey: String, file: String
      var expect: Expect?
    }
    var cases: [Case]
  }

  @Test func `a file of an exported scope opens for its centre, and no other file does`() throws {
    let vectors = try VectorFolder.decode(File.self, "wire/scope-files.json").cases
    #expect(vectors.contains { $0.expect?.stream != nil } && vectors.contains { $0.expect == nil })
    for vector in vectors {
      let root = try SigningKey(seed: SecretBytes(VectorFolder.bytes(vector.rootPrivateKey)))
      let bytes = try VectorFolder.bytes(vector.file)
      guard let stream = vector.expect?.stream else {
        let problem = #expect(throws: ScopeFile.Problem.self, "\(vector.name)") {
          try ScopeFile(opening: bytes, with: root)
        }
        if let error = vector.expect?.error {
          #expect(problem?.code == error, "\(vector.name)")
        }
        continue
      }
      let file = try ScopeFile(opening: bytes, with: root)
      #expect(Hexadecimal.encode(file.stream) == stream, "\(vector.name)")
      #expect(try file.scope == VectorFolder.scope(vector.expect?.scope ?? ""), "\(vector.name)")
      #expect(file.part == vector.expect?.part && file.parts == vector.expect?.parts)
      let received = try ReceivedStream(decoding: file.stream)
      try received.verify(VectorFolder.bytes(vector.publicKey), primitives: .standard)
      for frame in received.frames where frame.kind == .batch {
        let carried: CarriedBatch = try frame.message()
        let batch = try Batch(decoding: carried.encoded, primitives: .standard)
        #expect(try !batch.operations(primitives: .standard).isEmpty, "\(vector.name)")
      }
    }
  }
}
