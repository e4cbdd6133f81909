import Cryptography
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// A laptop's store with the centre at the other end of a real connection.
final class TestLaptop {
  let store: Store
  let field: FieldStore
  let member: RowID?
  private let world: CentreWorld
  private let enrolled: EnrolledLaptop
  private let path: String
  private var random: SeededGenerator

  init(
    _ enrolled: EnrolledLaptop, _ world: CentreWorld, path: String, machine: String? = nil,
    random: SeededGenerator
  ) throws {
    let machine = machine ?? path
    self.world = world
    self.enrolled = enrolled
    self.path = path
    var random = random
    member = enrolled.member
    store = try Store(
      at: Store.Location(path: path), identity: enrolled.identity,
      machine: MachineIdentity(bootID: "b", machineID: machine, fileIdentity: machine),
      random: &random)
    self.random = random
    field = try FieldStore(store)
  }

  /// Another machine with a copy of this one's files.
  ///
  /// - Parameter isAlike: nothing tells it from this one, as where a disk goes back to a snapshot.
  func copy(_ name: String, isAlike: Bool = false) throws -> TestLaptop {
    let path = world.path("\(name).sqlite")
    let (from, to) = (Store.Location(path: self.path), Store.Location(path: path))
    for (from, to) in [(self.path, path), (from.keyringPath, to.keyringPath)] {
      for end in ["", "-wal"] where FileManager.default.fileExists(atPath: from + end) {
        try FileManager.default.copyItem(atPath: from + end, toPath: to + end)
      }
    }
    return try TestLaptop(
      enrolled, world, path: path, machine: isAlike ? self.path : nil, random: random)
  }

  func makeRequest() throws -> Store.PendingRound {
    try store.makeRequest(
      Store.Report(freeDiskBytes: 1, software: "test"),
      clock: world.clock.laptopSurroundings.clock(), random: &random)
  }

  /// Rounds until neither side has more to say.
  @discardableResult
  func sync() throws -> RoundOutcome {
    while true {
      let outcome = try round()
      if !outcome.hasMore { return outcome }
    }
  }

  /// One round.
  func round() throws -> RoundOutcome {
    world.clock.advance(seconds: 1)
    let pending = try makeRequest()
    let response = try world.post("/sync/v1", pending.request)
    try #require(response.status == 200)
    return try store.absorb(
      response.body, of: pending, clock: world.clock.laptopSurroundings.clock())
  }

  /// Adds a household in the laptop's own hamlet.
  @discardableResult
  func addHousehold(_ name: String) throws -> RowID {
    let held = try store.grantedScopes()
    let place = try #require(
      try field.reader.places().first { $0.householdScope.map(held.contains) ?? false })
    let scope = try #require(place.householdScope)
    return try store.commit(author: member, clock: world.clock.laptopSurroundings.clock()) { act in
      try act.create(
        HouseholdTable.definition, in: scope,
        [
          (HouseholdTable.number, .integer(try act.nextNumber(HouseholdTable.definition))),
          (HouseholdTable.place, .integer(place.id.rawValue)),
          (HouseholdTable.name, .text(name)), (HouseholdTable.kind, .integer(1)),
        ])
    }
  }

  /// The laptop's own clock, a little later each time.
  /// Everything that was not handed over, as the files of a stick.
  func packed() throws -> [String: [UInt8]] {
    let folder = MemoryFolder(atMost: 1 << 24)
    let identity = store.identity
    let seed = SecretBytes([UInt8](repeating: 7, count: 32))
    let writer = try BundleWriter(
      to: folder, for: VerifyingKey(identity.rootPublicKey),
      maker: BundleMaker(SigningKey(seed: seed)), expectedBytes: 0, random: &random)
    let round = try store.packRound(
      Store.Report(freeDiskBytes: 1, software: "test"), clock: laptopClock(), random: &random,
      write: writer.append)
    _ = try writer.finish(
      { _ in BundleContents(of: round, by: identity) }, sign: identity.signer.sign)
    try store.notePacked(round)
    return folder.files
  }

  func laptopClock() -> ClockReading { world.clock.laptopSurroundings.clock() }

  func households() throws -> [String] {
    try RecordReader(store).households(page: .all).compactMap(\.name).sorted()
  }
}
