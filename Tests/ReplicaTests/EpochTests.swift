import Cryptography
import SyncProtocol
import Testing

@testable import Replica

/// The centre restored after it issued numbers.
@Suite struct EpochTests {
  private func households(_ store: Store) throws -> [String] {
    try store.householdNames()
  }

  private func agree(_ world: World, _ laptops: [Store]) throws {
    for laptop in laptops {
      for scope in [ScopeID.everyone, world.scope] {
        #expect(try laptop.cursor(scope) == world.centre.cursor(scope))
        #expect(try laptop.digest(of: scope) == world.centre.digest(of: scope))
      }
      #expect(try laptop.verify().findings.isEmpty)
      #expect(try laptop.handOverStatus().notHandedOver == 0)
    }
    #expect(try world.centre.verify().findings.isEmpty)
    let duplicates = try world.centre.connection.integer(
      "SELECT count(*) - count(DISTINCT arrival) FROM batch WHERE scope = ?",
      .integer(world.scope.rawValue))
    #expect(duplicates == 0)
  }

  private func restore(_ world: World, to backup: String, epoch: UInt8) throws {
    try world.setCentreBack(to: backup)
    try world.beginEpoch(epoch)
  }

  @Test func `laptops bring back everything above the backup, once`() throws {
    let world = try World(laptops: 3)
    let (first, second, away) = (world.laptops[0], world.laptops[1], world.laptops[2])
    for (laptop, name) in [(first, "a"), (second, "b"), (away, "c")] {
      _ = try world.addHousehold(name, at: laptop)
      try world.sync(laptop)
    }
    let backup = try world.backupOfCentre()
    // All of this is lost at the centre: laptops' work, its own, and a laptop it let in.
    _ = try world.addHousehold("d", at: first)
    try world.sync(first)
    _ = try world.addHousehold("chỉ máy vắng", at: away)
    try world.sync(away)
    let own = try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.create(
        PlaceTable.definition, in: .everyone, [(PlaceTable.name, .text("Xóm mới"))])
    }
    let late = try world.addLaptop("late")
    _ = try world.addHousehold("e", at: late)
    try world.syncAll(late)
    try world.sync(second)
    let before = try world.centre.cursor(world.scope)
    try restore(world, to: backup, epoch: 1)
    #expect(try world.centre.cursor(world.scope).arrival < before.arrival)
    // `away` never comes back; what it had handed over lives on the other laptops.
    _ = try world.addHousehold("sau", at: first)
    for laptop in [first, second, late, first, second] { try world.syncAll(laptop) }
    for store in [world.centre, first, second] {
      #expect(try households(store) == ["a", "b", "c", "chỉ máy vắng", "d", "e", "sau"])
      #expect(
        try store.connection.integer(
          "SELECT count(*) FROM place WHERE rid = ?", .integer(own.rawValue)) == 1)
    }
    try agree(world, [first, second])
    #expect(try world.centre.peers().contains { $0.replica == late.identity.replica })
    #expect(try world.centre.restoreIncidents().map(\.kind).contains("laptop-returned"))
  }

  @Test func `a laptop that a restored centre does not know is told the time`() throws {
    let world = try World(laptops: 0)
    let backup = try world.backupOfCentre()
    let late = try world.addLaptop("late")
    try restore(world, to: backup, epoch: 1)
    let pending = try late.makeTimeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
    let outcome = try late.absorb(answer, of: pending, clock: world.clock())
    #expect(outcome.clockErrorMilliseconds != nil)
  }

  @Test func `a laptop that missed two epochs finds its place`() throws {
    let world = try World(laptops: 2)
    let (first, away) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("a", at: first)
    try world.sync(first)
    try world.sync(away)
    let early = try world.backupOfCentre()
    _ = try world.addHousehold("b", at: first)
    try world.sync(first)
    try world.sync(away)
    _ = try world.addHousehold("chưa gửi", at: away)
    try restore(world, to: early, epoch: 1)
    try world.syncAll(first)
    _ = try world.addHousehold("c", at: first)
    try world.syncAll(first)
    let later = try world.backupOfCentre()
    _ = try world.addHousehold("d", at: first)
    try world.syncAll(first)
    try restore(world, to: later, epoch: 2)
    for laptop in [away, first, away] { try world.syncAll(laptop) }
    #expect(try households(world.centre) == ["a", "b", "c", "chưa gửi", "d"])
    try agree(world, [first, away])
  }

  @Test func `the log that both lives share is not sent again`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    for index in 0..<30 {
      _ = try world.addHousehold("\(index)", at: laptop)
      try world.sync(laptop)
    }
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("sau", at: laptop)
    try world.sync(laptop)
    try restore(world, to: backup, epoch: 1)
    var carried = 0
    for _ in 0..<5 {
      let pending = try world.request(of: laptop)
      let answer = try world.centre.answer(pending.request, clock: world.clock())
      carried += try ReceivedStream(decoding: answer.bytes).frames.count { $0.kind == .batch }
      if try !laptop.absorb(answer.bytes, of: pending, clock: world.clock()).hasMore { break }
    }
    #expect(carried == 0)
    try agree(world, [laptop])
  }

  @Test func `a centre that was set back behind its back finds out from a laptop's proof`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    _ = try world.addHousehold("a", at: first)
    try world.sync(first)
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("b", at: first)
    try world.sync(first)
    try world.setCentreBack(to: backup)
    // It gave numbers a second time before anybody could tell.
    _ = try world.addHousehold("c", at: second)
    let unknowing = try world.request(of: second)
    let answer = try world.centre.answer(unknowing.request, clock: world.clock())
    _ = try second.absorb(answer.bytes, of: unknowing, clock: world.clock())
    let pending = try world.request(of: first)
    #expect(throws: ReplicaError.self) {
      try world.centre.answer(pending.request, clock: world.clock())
    }
    try world.beginEpoch(1)
    for laptop in [first, second, first] { try world.syncAll(laptop) }
    #expect(try households(world.centre) == ["a", "b", "c"])
    try agree(world, [first, second])
  }

  @Test func `a set-back centre takes in nothing of a laptop whose place it does not know`()
    throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    // More scopes than send their proof beside a summary.
    for _ in 0..<4 { _ = try world.openScope(for: laptop) }
    _ = try world.addHousehold("a", at: laptop)
    try world.sync(laptop)
    let backup = try world.backupOfCentre()
    _ = try world.addHousehold("b", at: laptop)
    try world.sync(laptop)
    try world.setCentreBack(to: backup)
    _ = try world.addHousehold("c", at: laptop)
    let before = try world.centre.cursor(world.scope)
    let outcome = try world.round(laptop) { answer in
      let kinds = try ReceivedStream(decoding: answer).frames.map(\.kind)
      #expect(kinds == [.certificate, .welcome, .agreed])
      return answer
    }
    #expect(outcome.hasMore && outcome.confirmedBatches == 0)
    #expect(try world.centre.cursor(world.scope) == before)
    let proving = try world.request(of: laptop)
    #expect(throws: ReplicaError.self) {
      try world.centre.answer(proving.request, clock: world.clock())
    }
    try world.beginEpoch(1)
    try world.syncAll(laptop)
    #expect(try households(world.centre) == ["a", "b", "c"])
    try agree(world, [laptop])
  }

  @Test func `nobody forces an epoch without the centre's signature`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("a", at: laptop)
    try world.sync(laptop)
    let cursor = Cursor(scope: world.scope, epoch: 0, arrival: 999, runningHash: .zero)
    let later = Cursor(scope: world.scope, epoch: 7, arrival: 999, runningHash: .zero)
    let key = try SigningKey.generate(using: &world.random)
    // A certificate of a later life, and of a laptop, that the root key has not signed.
    let false7 = Certificate(
      replica: .centre(epoch: 7), role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: world.clock().wall, label: "x"
    ) { key.sign($0) }
    let stranger = Certificate(
      replica: try #require(ReplicaID(rawValue: 70_000)), role: .laptop,
      publicKey: key.verifyingKey.bytes, issuedAt: world.clock().wall, label: "x"
    ) { key.sign($0) }
    let forger = Signer(replica: .centre(epoch: 7), key: key)
    var stream = StreamWriter()
    stream.append(
      Hello(
        replica: laptop.identity.replica, nonce: Array(repeating: 1, count: 16),
        wall: world.clock().wall, offsetMilliseconds: nil, schemaVersion: 1, unsentOperations: 0,
        freeDiskBytes: nil, software: "forger"))
    stream.append(false7)
    stream.append(stranger)
    stream.append(cursor)
    stream.append(Check(cursor: cursor, digest: .zero, signer: laptop.identity.signer))
    stream.append(Check(cursor: cursor, digest: .zero, signer: forger))
    stream.append(Check(cursor: later, digest: .zero, signer: forger))
    let request = stream.finish(
      more: false, signer: laptop.identity.signer, primitives: .standard)
    let answer = try world.centre.answer(request, clock: world.clock())
    #expect(answer.replica == laptop.identity.replica)
    // An honest proof of what the centre has is none either.
    try world.syncAll(laptop)
    #expect(try world.centre.restoreIncidents().isEmpty)
  }
}
