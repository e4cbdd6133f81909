import Cryptography
import SyncProtocol
import Testing

@testable import Replica

@Suite struct NeighbourTests {
  private static let meeting = [UInt8](repeating: 7, count: MeetingPart.identityByteCount)

  /// Streams to and fro until neither side has more to say, or until one breaks off.
  private func meet(
    _ world: World, _ joiner: Store, _ waiter: Store, breakingAfter limit: Int = .max
  ) throws -> (joiner: MeetingReport, waiter: MeetingReport, isOver: Bool) {
    var ours = try joiner.beginMeeting(Self.meeting, clock: world.clock())
    var theirs = try waiter.beginMeeting(Self.meeting, clock: world.clock())
    var passed = 0
    while !(ours.isOver && theirs.isOver), passed < limit {
      try waiter.take(
        try joiner.nextStream(of: &ours), into: &theirs, clock: world.clock())
      passed += 1
      guard passed < limit else { break }
      try joiner.take(
        try waiter.nextStream(of: &theirs), into: &ours, clock: world.clock())
      passed += 1
    }
    return (ours.report, theirs.report, ours.isOver && theirs.isOver)
  }

  private func digest(_ store: Store, _ scope: ScopeID) throws -> ContentHash {
    try store.digest(of: scope).root
  }

  @Test func `two laptops give each other what each lacks, and a third finds all at one of them`()
    throws
  {
    let world = try World(laptops: 3)
    let (first, second, third) = (world.laptops[0], world.laptops[1], world.laptops[2])
    for laptop in world.laptops { try world.sync(laptop) }
    let one = try world.addHousehold("một", at: first)
    let two = try world.addHousehold("hai", at: second)
    let unsent = try first.handOverStatus().notHandedOver
    let met = try meet(world, first, second)
    #expect(met.isOver)
    #expect(met.joiner.takenBatches == 1 && met.joiner.givenBatches == 1)
    #expect(met.waiter.takenBatches == 1 && met.waiter.takenKeys == 1)
    // Only a receipt of the centre takes anything off what is to be handed over.
    #expect(try first.handOverStatus().notHandedOver == unsent)
    let later = try meet(world, third, second)
    #expect(later.joiner.takenBatches == 2 && later.waiter.takenBatches == 0)
    for laptop in world.laptops {
      #expect(try world.name(of: one, at: laptop) == "một")
      #expect(try world.name(of: two, at: laptop) == "hai")
      #expect(try digest(laptop, world.scope) == digest(first, world.scope))
    }
    // A second time there is nothing to give.
    let again = try meet(world, third, second)
    #expect(again.joiner.givenBatches + again.waiter.givenBatches == 0)
    // The centre counts each once, whoever brings it.
    for laptop in [third, first, second] { try world.sync(laptop) }
    #expect(try world.centre.connection.integer("SELECT count(*) FROM household") == 2)
    #expect(try digest(world.centre, world.scope) == digest(third, world.scope))
  }

  @Test func `what the centre has given one laptop is given on by it`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    for laptop in world.laptops { try world.sync(laptop) }
    let row = try world.addHousehold("một", at: first)
    try world.sync(first)
    #expect(try meet(world, second, first).joiner.takenBatches > 0)
    #expect(try world.name(of: row, at: second) == "một")
    let outcome = try world.sync(second)
    #expect(outcome.differingScopes.isEmpty && outcome.blockedScopes.isEmpty)
  }

  @Test func `a scope that only one may hold stays with it, and its keys do`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    let other = try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.openScope([(ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("other"))])
    }
    try world.centre.grant([other], to: first.identity.replica, at: world.clock().wall)
    for laptop in world.laptops { try world.sync(laptop) }
    let shared = try world.addHousehold("chung", at: first)
    let own = try world.addHousehold("riêng", at: first, in: other)
    let met = try meet(world, second, first)
    #expect(met.joiner.common == [world.scope] && met.waiter.common == [world.scope])
    #expect(try world.name(of: shared, at: second) == "chung")
    #expect(
      try second.connection.integer(
        "SELECT count(*) FROM household WHERE rid = ?", .integer(own.rawValue)) == 0)
    #expect(
      try second.keyring.connection.integer(
        "SELECT count(*) FROM key WHERE scope = ?", .integer(other.rawValue)) == 0)
  }

  @Test func `a batch of a scope that is not common is refused, whoever gives it`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    let other = try world.centre.commit(author: nil, clock: world.clock()) {
      try $0.openScope([(ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("other"))])
    }
    try world.centre.grant([other], to: first.identity.replica, at: world.clock().wall)
    for laptop in world.laptops { try world.sync(laptop) }
    _ = try world.addHousehold("riêng", at: first, in: other)
    var ours = try first.beginMeeting(Self.meeting, clock: world.clock())
    var theirs = try second.beginMeeting(Self.meeting, clock: world.clock())
    try second.take(try first.nextStream(of: &ours), into: &theirs, clock: world.clock())
    var stream = StreamWriter()
    stream.append(MeetingPart(meeting: Self.meeting, part: 2))
    stream.append(
      CarriedBatch(arrival: 0, encoded: try world.lastClosed(of: first).encoded))
    let forged = stream.finish(
      more: false, signer: first.identity.signer, primitives: .standard)
    #expect(throws: ProtocolError.malformed(.unexpectedFrame)) {
      try second.take(forged, into: &theirs, clock: world.clock())
    }
  }

  @Test(arguments: 0..<6)
  func `a meeting that breaks off anywhere loses nothing and is made good by the next`(
    _ streams: Int
  ) throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    for laptop in world.laptops { try world.sync(laptop) }
    let one = try world.addHousehold("một", at: first)
    let two = try world.addHousehold("hai", at: second)
    _ = try meet(world, first, second, breakingAfter: streams)
    let second2 = try world.reopen(second, "laptop 2")
    #expect(try meet(world, first, second2).isOver)
    #expect(try digest(first, world.scope) == digest(second2, world.scope))
    #expect(try world.name(of: one, at: second2) == "một")
    #expect(try world.name(of: two, at: first) == "hai")
  }

  @Test func `one flipped bit of a stream changes nothing`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    for laptop in world.laptops { try world.sync(laptop) }
    _ = try world.addHousehold("một", at: first)
    var ours = try first.beginMeeting(Self.meeting, clock: world.clock())
    let theirs = try second.beginMeeting(Self.meeting, clock: world.clock())
    let stream = try first.nextStream(of: &ours)
    let before = try digest(second, world.scope)
    for place in stride(from: 0, to: stream.count, by: 3) {
      var damaged = stream
      damaged[place] ^= 1 << UInt8(place % 8)
      var meeting = theirs
      #expect(throws: (any Error).self) {
        try second.take(damaged, into: &meeting, clock: world.clock())
      }
    }
    #expect(try digest(second, world.scope) == before)
  }

  @Test func `who has dropped what another lacks says that the centre is needed`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    for name in ["một", "hai"] {
      _ = try world.addHousehold(name, at: first)
      try world.sync(first)
    }
    try world.sync(second)
    try world.backUp()
    try world.sync(second)
    try world.sync(first)
    try #require(try first.compact().contains { $0.scope == world.scope })
    // It has heard of the centre, and has fetched no log.
    let late = try world.addLaptop("late")
    let time = try late.makeRequest(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random)
    let answer = try world.resigned(
      try world.centre.answer(time.request, clock: world.clock()).bytes
    ) { frames in
      frames.removeAll { [.batch, .snapshot, .arrived, .check].contains($0.kind) }
    }
    _ = try late.absorb(answer, of: time, clock: world.clock())
    _ = try world.addHousehold("ba", at: first)
    let met = try meet(world, late, first)
    #expect(met.joiner.lackingHere.contains(world.scope))
    #expect(met.waiter.lackingThere.contains(world.scope))
    #expect(met.joiner.takenBatches == 0 && met.joiner.heldBatches == 0)
    #expect(try late.connection.integer("SELECT count(*) FROM household") == 0)
  }

  @Test func `a laptop that the centre never told what it may hold meets nobody`() throws {
    let world = try World(laptops: 2)
    try world.sync(world.laptops[0])
    #expect(throws: MeetingError.noGrant) {
      try world.laptops[1].beginMeeting(Self.meeting, clock: world.clock())
    }
  }

  @Test func `a return that is carried by hand brings the word too`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    try world.sync(first)
    var pack: [[UInt8]] = []
    let packed = try second.packRound(
      Store.Report(freeDiskBytes: nil, software: "test"), clock: world.clock(),
      random: &world.random
    ) { pack.append($0) }
    try second.notePacked(packed)
    _ = try world.centre.takeInCarried(by: "inbox", clock: world.clock()) {
      pack.isEmpty ? nil : pack.removeFirst()
    }
    var answer: [[UInt8]] = []
    _ = try world.centre.answerCarried(for: second.identity.replica, clock: world.clock()) {
      answer.append($0)
    }
    _ = try second.absorbCarried(clock: world.clock()) {
      answer.isEmpty ? nil : answer.removeFirst()
    }
    let row = try world.addHousehold("một", at: first)
    #expect(try meet(world, second, first).isOver)
    #expect(try world.name(of: row, at: second) == "một")
  }

  @Test func `a laptop of another centre, a lost one, a copy and one long unheard of are refused`()
    throws
  {
    let world = try World(laptops: 3)
    let (first, second, third) = (world.laptops[0], world.laptops[1], world.laptops[2])
    for laptop in world.laptops { try world.sync(laptop) }
    let other = try World(laptops: 1, seed: 9)
    try other.sync(other.laptops[0])
    #expect(throws: MeetingError.anotherInstallation) {
      _ = try meet(world, other.laptops[0], first)
    }
    let copy = try world.reopen(second, "laptop 2")
    #expect(throws: MeetingError.sameNumber) { _ = try meet(world, copy, second) }

    try world.centre.declareLost(third.identity.replica, at: world.clock().wall)
    // Who has not heard of it cannot know.
    #expect(try meet(world, third, second).isOver)
    world.wait(hours: 25)
    try world.sync(first)
    #expect(throws: MeetingError.lost(label: "laptop 3")) { _ = try meet(world, third, first) }
    // Word of it goes from laptop to laptop.
    #expect(try meet(world, first, second).isOver)
    #expect(throws: MeetingError.lost(label: "laptop 3")) { _ = try meet(world, third, second) }

    world.wait(hours: 91 * 24)
    try world.sync(first)
    #expect(throws: MeetingError.grantOld(label: "laptop 2")) {
      _ = try meet(world, second, first)
    }
  }

  @Test func `a word on a grant that the centre did not sign is refused`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    for laptop in world.laptops { try world.sync(laptop) }
    let word = try #require(try first.ownGrantWord())
    let wider = GrantWord(
      replica: word.replica, number: word.number, epoch: word.epoch, time: word.time,
      scopes: word.scopes + [try #require(ScopeID(rawValue: world.scope.rawValue + 1))],
      lost: [], signer: first.identity.signer)
    try first.state.set(.grantWord, .blob(wider.encoded))
    #expect(throws: MeetingError.anotherInstallation) { _ = try meet(world, first, second) }
  }
}
