import Cryptography
import Foundation
import Randomness
import SyncProtocol

@testable import Replica

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator

/// A centre and its laptops on real SQLite files in a temporary folder.
final class World {
  let folder: URL
  private(set) var centre: Store
  let root: SigningKey
  var random: SeededGenerator
  /// The one scope that every laptop holds.
  let scope: ScopeID
  private(set) var laptops: [Store] = []
  /// The signing keys of all stores.
  private(set) var keys: [ReplicaID: SigningKey] = [:]
  private var milliseconds: Int64 = 1_760_000_000_000

  private let schema: Schema

  init(laptops count: Int, seed: UInt64 = 1, schema: Schema = .current) throws {
    self.schema = schema
    random = SeededGenerator(seed: seed)
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("camtay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let replica = ReplicaID.centre(epoch: 0)
    let root = root
    let certificate = Certificate(
      replica: replica, role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: milliseconds), label: "centre"
    ) { root.sign($0) }
    centre = try Store(
      at: Store.Location(path: folder.appendingPathComponent("centre.sqlite").path),
      identity: Identity(
        signer: Signer(replica: replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes),
      schema: schema,
      machine: MachineIdentity(bootID: "b", machineID: "c", fileIdentity: "f"),
      storeKey: Self.storeKey, random: &random)
    let clock = ClockReading(
      wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: 0, bootID: "b")
    scope = try centre.commit(author: nil, clock: clock) {
      try $0.openScope([(ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("hamlet"))])
    }
    keys[replica] = key
    for index in 0..<count { laptops.append(try addLaptop("laptop \(index + 1)")) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A reading of a right clock, one second later each time.
  func clock(offset: Int64 = 0) -> ClockReading {
    milliseconds += 1_000
    return ClockReading(
      wall: Timestamp(rawValue: milliseconds + offset), monotonicMilliseconds: milliseconds,
      bootID: "b")
  }

  /// Lets time pass.
  func wait(hours: Int64) { milliseconds += hours * 3_600_000 }

  func addLaptop(_ label: String) throws -> Store {
    let key = try SigningKey.generate(using: &random)
    let root = root
    let certificate = try centre.enrol(
      publicKey: key.verifyingKey.bytes, label: label, member: nil, team: nil, scopes: [scope],
      signedBy: { root.sign($0) }, clock: clock(), random: &random)
    keys[certificate.replica] = key
    return try Store(
      at: location(label),
      identity: Identity(
        signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes),
      schema: schema,
      machine: MachineIdentity(bootID: "b", machineID: label, fileIdentity: "f"),
      storeKey: Self.storeKey, random: &random)
  }

  /// Where a laptop's store lies.
  func location(_ label: String) -> Store.Location {
    Store.Location(path: folder.appendingPathComponent("\(label).sqlite").path)
  }

  func replaceCentre(_ store: Store) { centre = store }

  /// Rounds until neither side has more to say.
  @discardableResult
  func sync(
    _ laptop: Store, clockOffset: Int64 = 0, each: (RoundOutcome) -> Void = { _ in }
  ) throws -> RoundOutcome {
    while true {
      let pending = try laptop.makeRequest(
        Store.Report(freeDiskBytes: nil, software: "test"), clock: clock(offset: clockOffset),
        random: &random)
      let answer = try centre.answer(pending.request, clock: clock())
      let outcome = try laptop.absorb(
        answer.bytes, of: pending, clock: clock(offset: clockOffset))
      each(outcome)
      if !outcome.hasMore { return outcome }
    }
  }

  /// Time goes by.
  func pass(milliseconds elapsed: Int64) { milliseconds += elapsed }

  /// Snapshots are made, and then a backup of the whole centre is verified.
  func backUp() throws {
    try centre.refreshSnapshots(clock: clock())
    var arrivals: [ScopeID: UInt64] = [:]
    for scope in try centre.knownScopes() { arrivals[scope] = try centre.cursor(scope).arrival }
    try centre.markDurable(through: arrivals, at: clock().wall)
  }

  /// The same store, opened once more as after a restart of the program.
  func reopen(_ laptop: Store, _ label: String) throws -> Store {
    try Store(
      at: Store.Location(path: folder.appendingPathComponent("\(label).sqlite").path),
      identity: laptop.identity, schema: schema,
      machine: MachineIdentity(bootID: "b", machineID: label, fileIdentity: "f"),
      storeKey: Self.storeKey, random: &random)
  }

  /// The household with the smallest row id.
  func firstHousehold(at store: Store) throws -> RowID? {
    try store.connection.row("SELECT min(rid) FROM household") {
      try $0.optionalInteger(at: 0)
    }?.flatMap(RowID.init(rawValue:))
  }

  /// One round whose answer may be changed on its way; `meanwhile` runs before it arrives.
  func round(
    _ laptop: Store, changing change: ([UInt8]) throws -> [UInt8] = { $0 },
    meanwhile: () throws -> Void = {}
  ) throws -> RoundOutcome {
    let pending = try laptop.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: clock(), random: &random)
    let answer = try change(try centre.answer(pending.request, clock: clock()).bytes)
    try meanwhile()
    return try laptop.absorb(answer, of: pending, clock: clock())
  }

  /// An answer with other frames, signed anew; by the centre unless another signer is given.
  func resigned(
    _ answer: [UInt8], by signer: Signer? = nil, _ change: (inout [Frame]) throws -> Void
  ) throws -> [UInt8] {
    let received = try ReceivedStream(decoding: answer)
    var frames = received.frames
    try change(&frames)
    var stream = StreamWriter()
    for frame in frames { stream.append(frame.kind, Array(frame.payload)) }
    return stream.finish(
      more: received.more, signer: signer ?? centre.identity.signer, primitives: .standard)
  }

  /// A household of the scope, created at a laptop.
  func addHousehold(_ name: String, at laptop: Store, in scope: ScopeID? = nil) throws -> RowID {
    let scope = scope ?? self.scope
    return try laptop.commit(author: nil, clock: clock()) { act in
      try act.create(
        HouseholdTable.definition, in: scope,
        [
          (HouseholdTable.number, .integer(try act.nextNumber(HouseholdTable.definition))),
          (HouseholdTable.name, .text(name)), (HouseholdTable.kind, .integer(1)),
        ])
    }
  }

  func name(of household: RowID, at store: Store) throws -> String? {
    try store.openedRow(HouseholdTable.definition.id, household)?
      .shown(HouseholdTable.name.id)?.value.text
  }
}
