import Cryptography
import SyncProtocol
import Testing

@testable import Replica

/// SyncProtocol/Vectors/wire/bundles.json under the real encryption.
@Suite struct BundleVectorTests {
  private struct File: Decodable {
    struct Expect: Decodable {
      var error: String?
      var kind: UInt8?
      var replica: UInt32?
      var number: UInt64?
      var streams: [String]?
    }
    struct Case: Decodable {
      var name: String, rootPublicKey: String, recipientPrivateKey: String
      var file: String?
      var parts: [String?]
      var expect: Expect
    }
    var cases: [Case]
  }

  @Test func `a bundle of another implementation opens for its recipient, and no other does`()
    throws
  {
    let vectors = try VectorFolder.decode(File.self, "wire/bundles.json").cases
    #expect(vectors.contains { $0.expect.streams != nil })
    for vector in vectors {
      let recipient = BundleRecipient(
        try SigningKey(seed: SecretBytes(VectorFolder.bytes(vector.recipientPrivateKey))),
        rootPublicKey: try VectorFolder.bytes(vector.rootPublicKey))
      var files: [String: [UInt8]] = [:]
      for (part, bytes) in ([vector.file] + vector.parts).enumerated() {
        let digits = String(part)
        let name = "0000000A." + String(repeating: "0", count: 3 - digits.count) + digits
        files[name] = try bytes.map(VectorFolder.bytes)
      }
      let stick = ModelStick(files)
      let found = try #require(try BundleShelf(stick, for: recipient).bundles.first)
      guard let streams = vector.expect.streams else {
        let problem = #expect(throws: BundleProblem.self, "\(vector.name)") {
          try found.contents(of: .handOver)
        }
        #expect(problem?.code == vector.expect.error, "\(vector.name)")
        continue
      }
      let kind = try #require(vector.expect.kind.flatMap(BundleContents.Kind.init))
      let contents = try found.contents(of: kind)
      #expect(contents.sender.replica.rawValue == vector.expect.replica, "\(vector.name)")
      #expect(contents.number == vector.expect.number && contents.streams == streams.count)
      let reader = try #require(BundleReader(stick, found))
      var read: [String] = []
      while let stream = try reader.next() { read.append(Hexadecimal.encode(stream)) }
      #expect(read == streams, "\(vector.name)")
    }
  }
}
