import Cryptography
import Foundation
import SyncProtocol
import Testing

@testable import Replica

/// A laptop takes in the answers of Vectors/round and ends where they say.
@Suite struct RoundVectorTests {
  private struct File: Decodable {
    struct Case: Decodable {
      struct Scope: Decodable {
        var arrival: String
        var root: String
      }
      struct Receipt: Decodable {
        var batch: String
        var state: UInt8
        var reason: String
      }
      struct Expect: Decodable {
        var error: String?
        var more: Bool?
        var agreed: Int?
        var scopes: [String: Scope]?
        var receipts: [Receipt]?
      }
      struct Held: Decodable {
        var batch: String
        var arrival: String?
      }
      var name: String
      var rootPublicKey: String
      var privateKey: String
      var replica: UInt32
      var nonce: String
      var certificates: [String]
      var before: [Held]
      var request: String
      var answer: String
      var expect: Expect
    }
    var cases: [Case]
  }

  private static func cases(_ name: String) throws -> [File.Case] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "SyncProtocol/Vectors/round/\(name).json"))
    return try JSONDecoder().decode(File.self, from: data).cases
  }

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "camtay-round-\(UUID().uuidString)")
  private let clock = ClockReading(
    wall: Timestamp(rawValue: 1_790_000_000_000), monotonicMilliseconds: 0, bootID: "b")

  private func bytes(_ text: String) throws -> [UInt8] { try #require(Hexadecimal.decode(text)) }

  /// A new store of the vectors' laptop.
  private func laptop(_ vector: File.Case, random: inout SeededGenerator) throws -> Store {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let certificates = try vector.certificates.map { try Certificate(decoding: bytes($0)) }
    let own = try #require(certificates.first { $0.replica.rawValue == vector.replica })
    let key = try SigningKey(seed: SecretBytes(bytes(vector.privateKey)))
    return try Store(
      at: Store.Location(path: folder.appending(path: "\(UUID().uuidString).sqlite").path),
      identity: Identity(
        signer: Signer(replica: own.replica, key: key), certificate: own,
        rootPublicKey: bytes(vector.rootPublicKey)),
      machine: MachineIdentity(bootID: "b", machineID: "m", fileIdentity: "f"), random: &random)
  }

  /// Takes in an answer as if this store had sent the vector's request.
  private func absorb(
    _ vector: File.Case, by store: Store, random: inout SeededGenerator
  ) throws -> RoundOutcome {
    var pending = try store.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "vectors"), clock: clock, random: &random)
    pending.nonce = try bytes(vector.nonce)
    return try store.absorb(try bytes(vector.answer), of: pending, clock: clock)
  }

  @Test func `a laptop refuses every answer that the vectors refuse`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = SeededGenerator(seed: 1)
    for vector in try Self.cases("refusals") {
      let store = try laptop(vector, random: &random)
      let code = try #require(vector.expect.error)
      do {
        _ = try absorb(vector, by: store, random: &random)
        Issue.record("\(vector.name) was taken in")
      } catch let error as ProtocolError {
        #expect(error.code == code, "\(vector.name)")
      } catch ReplicaError.refused(let problem) {
        #expect(problem.code == code, "\(vector.name)")
      } catch ReplicaError.notOurCentre, ReplicaError.answerOfAnotherRound {
        #expect(["bad-signature", "unknown-replica"].contains(code), "\(vector.name)")
      }
      #expect(try store.cursor(.everyone).arrival == 0, "\(vector.name)")
    }
  }

  @Test func `a laptop that begins ends where the vectors of whole rounds end`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var random = SeededGenerator(seed: 2)
    let vectors = try Self.cases("exchanges")
    func vector(_ name: String) throws -> File.Case {
      try #require(vectors.first { $0.name == name })
    }
    let rounds = ["the first round", "an arrival of 1 restarts a scope", "a scope has moved"]
    let store = try laptop(vector(rounds[0]), random: &random)
    for name in rounds {
      let next = try vector(name)
      _ = try absorb(next, by: store, random: &random)
      for (scope, expected) in try #require(next.expect.scopes) {
        let id = try #require(Self.number(scope).flatMap { ScopeID(rawValue: $0) })
        #expect(try store.digest(of: id).root.hexadecimal == expected.root, "\(name) \(scope)")
        #expect(try "\(store.cursor(id).arrival)" == expected.arrival, "\(name) \(scope)")
      }
    }
  }

  @Test(arguments: ["exchanges", "receipts", "reviews"])
  func `every request and answer is signed, and every batch in them is read`(_ file: String)
    throws
  {
    let vectors = try Self.cases(file)
    #expect(!vectors.isEmpty)
    for vector in vectors {
      let certificates = try vector.certificates.map { try Certificate(decoding: bytes($0)) }
      let own = try #require(certificates.first { $0.replica.rawValue == vector.replica })
      let request = try ReceivedStream(decoding: bytes(vector.request))
      try request.verify(own.publicKey, primitives: .standard)
      let answer = try ReceivedStream(decoding: bytes(vector.answer))
      let centre: Certificate = try #require(answer.frames.first).message()
      #expect(try centre.isSigned(byRoot: bytes(vector.rootPublicKey), primitives: .standard))
      try answer.verify(centre.publicKey, primitives: .standard)
      let receipts: [Receipt] = try answer.frames.filter { $0.kind == .receipt }
        .map { try $0.message() }
      let expected = vector.expect.receipts ?? []
      #expect(receipts.map(\.batch.hexadecimal) == expected.map(\.batch), "\(vector.name)")
      #expect(receipts.map(\.state.rawValue) == expected.map(\.state), "\(vector.name)")
      #expect(receipts.map(\.reason) == expected.map(\.reason), "\(vector.name)")
      for frame in answer.frames where frame.kind == .batch {
        let carried: CarriedBatch = try frame.message()
        let batch = try Batch(decoding: carried.encoded, primitives: .standard)
        #expect(try !batch.operations(primitives: .standard).isEmpty, "\(vector.name)")
      }
    }
  }

  /// The number of a dot as the vectors write it.
  private static func number(_ dot: String) -> Int64? {
    let parts = dot.split(separator: ".").compactMap { Int64($0) }
    return parts.count == 3 ? parts[0] << 39 | parts[1] << 19 | parts[2] : nil
  }
}
