import Cryptography
import Foundation
import SQLite
import SyncProtocol
import Testing

@testable import Replica

/// A new laptop goes through the stories of Vectors/round: repair, snapshots, handing back, edges and
/// copies.
@Suite struct StoryVectorTests {
  private struct File: Decodable {
    struct Scope: Decodable {
      var epoch: UInt8
      var arrival: String, root: String
    }
    struct Expect: Decodable {
      var scopes: [String: Scope]
      var repaired: [String]?, snapshots: [String]?, letGo: [String]?
    }
    struct Round: Decodable {
      var request: String, answer: String
      var expect: Expect
    }
    struct Value: Decodable { var integer: String }
    struct Damage: Decodable {
      var row: String
      var value: Value
    }
    struct Case: Decodable {
      var name: String, rootPublicKey: String, privateKey: String, nonce: String
      var replica: UInt32
      var certificates: [String]
      var damage: Damage?
      var rounds: [Round]
    }
    var cases: [Case]
  }

  private static func cases() throws -> [File.Case] {
    try ["stories", "links"].flatMap { name in
      let cases = try VectorFolder.decode(File.self, "round/\(name).json").cases
      try #require(!cases.isEmpty)
      return cases
    }
  }

  private func laptop(
    _ story: File.Case, in folder: URL, random: inout SeededGenerator
  ) throws -> Store {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let certificates = try story.certificates.map { try Certificate(decoding: bytes($0)) }
    let own = try #require(certificates.first { $0.replica.rawValue == story.replica })
    let key = try SigningKey(seed: SecretBytes(bytes(story.privateKey)))
    return try Store(
      at: Store.Location(path: folder.appending(path: "store.sqlite").path),
      identity: Identity(
        signer: Signer(replica: own.replica, key: key), certificate: own,
        rootPublicKey: bytes(story.rootPublicKey)),
      machine: MachineIdentity(bootID: "b", machineID: "m", fileIdentity: "f"), random: &random)
  }

  private func bytes(_ text: String) throws -> [UInt8] { try VectorFolder.bytes(text) }

  @Test func `a laptop ends every round of a story where the story says`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "camtay-story-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let clock = ClockReading(
      wall: Timestamp(rawValue: 1_790_000_000_000), monotonicMilliseconds: 0, bootID: "b")
    for (number, story) in try Self.cases().enumerated() {
      var random = SeededGenerator(seed: UInt64(number))
      let store = try laptop(story, in: folder.appending(path: "\(number)"), random: &random)
      for (index, round) in story.rounds.enumerated() {
        // Where a story starts over, a person has decided so.
        store.givesUpRows = Set(try round.expect.scopes.keys.map { try VectorFolder.scope($0) })
        let name = "\(story.name), round \(index + 1)"
        if index == 1, let damage = story.damage { try harm(store, damage) }
        var pending = try store.makeRequest(
          Store.Report(freeDiskBytes: nil, software: "vectors"), clock: clock, random: &random)
        #expect(try questions(pending.request) == questions(bytes(round.request)), "\(name)")
        pending.nonce = try bytes(story.nonce)
        let outcome = try store.absorb(try bytes(round.answer), of: pending, clock: clock)
        for (scope, expected) in round.expect.scopes {
          let id = try VectorFolder.scope(scope)
          let cursor = try store.cursor(id)
          #expect(try store.digest(of: id).root.hexadecimal == expected.root, "\(name)")
          #expect("\(cursor.arrival)" == expected.arrival, "\(name)")
          #expect(cursor.epoch == expected.epoch, "\(name)")
        }
        for (got, expected) in [
          (outcome.repairedScopes, round.expect.repaired),
          (outcome.snapshotScopes, round.expect.snapshots),
          (outcome.scopesLetGo, round.expect.letGo),
        ] {
          #expect(try got == (expected ?? []).map(VectorFolder.scope), "\(name)")
        }
        for scope in outcome.scopesLetGo {
          #expect(try store.digest(of: scope).rowCount == 0, "\(name)")
        }
      }
    }
  }

  private func harm(_ store: Store, _ damage: File.Damage) throws {
    let row = try VectorFolder.scope(damage.row).rawValue
    try store.connection.execute(
      "UPDATE household SET kind = ? WHERE rid = ?",
      .integer(Int64(damage.value.integer) ?? 0), .integer(row))
    // The kept sums know nothing of the damage; a verification of all rows does.
    let scope = try VectorFolder.scope("0.3.4")
    let found = try store.transaction {
      try store.recompute(scope, at: Timestamp(rawValue: 1_790_000_000_000))
    }
    #expect(found)
  }

  /// The frames of a request that ask for something beside the log.
  private func questions(_ request: [UInt8]) throws -> [[UInt8]] {
    let asking: Set<FrameKind> = [.leaves, .repair, .fetch, .scopeRemove]
    return try ReceivedStream(decoding: request).frames
      .filter { asking.contains($0.kind) }.map { [$0.kind.rawValue] + $0.payload }
  }
}

/// SyncProtocol/Vectors as this room reads it.
enum VectorFolder {
  static func decode<File: Decodable>(_ type: File.Type, _ name: String) throws -> File {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: root.appending(path: "SyncProtocol/Vectors/\(name)"))
    return try JSONDecoder().decode(type, from: data)
  }

  static func bytes(_ text: String) throws -> [UInt8] { try #require(Hexadecimal.decode(text)) }

  /// A scope from the dot that opened it, or any dot's number.
  static func scope(_ dot: String) throws -> ScopeID {
    let parts = dot.split(separator: ".").compactMap { Int64($0) }
    try #require(parts.count == 3)
    return try #require(ScopeID(rawValue: parts[0] << 39 | parts[1] << 19 | parts[2]))
  }
}
