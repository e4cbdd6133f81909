import Cryptography
import Randomness
import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct ScopeHandBackTests {
  private func rule(_ laptop: Store, _ world: World) throws -> Int64 {
    try #require(
      try world.centre.grantRules(of: laptop.identity.replica).last { $0.until == nil }?.id)
  }

  @Test func `a scope goes only when all is merged and a backup holds it`() throws {
    let world = try World(laptops: 2)
    let (one, two) = (world.laptops[0], world.laptops[1])
    let kept = try world.addHousehold("Giữ lại", at: two)
    try world.sync(two)
    try world.sync(one)
    let unsent = try world.addHousehold("Chưa gửi", at: one)
    try world.centre.endGrant(try rule(one, world), at: world.clock().wall)

    // The first round brings the work and the wish to have the scope back.
    try world.sync(one)
    #expect(try world.name(of: unsent, at: world.centre) == "Chưa gửi")
    let leaving = try #require(try one.scopesBeingHandedBack().first)
    #expect(leaving.scope == world.scope && leaving.isSettled)
    #expect(throws: ReplicaError.scopeNotHeld(world.scope)) {
      try world.addHousehold("Không được", at: one)
    }
    try world.sync(one)
    try world.sync(one)
    #expect(try world.name(of: unsent, at: one) == "Chưa gửi")

    try world.backUp()
    var gone: [ScopeID] = []
    try world.sync(one) { gone += $0.scopesLetGo }
    #expect(gone == [world.scope])
    #expect(try world.name(of: unsent, at: one) == nil)
    #expect(try one.digest(of: world.scope).rowCount == 0)
    #expect(try !one.knownScopes().contains(world.scope))
    for table in ["batch", "frontier_tip", "frontier_mark", "head", "scope_base", "base_mark"] {
      let left = try one.connection.integer(
        "SELECT count(*) FROM \(table) WHERE scope = ?", .integer(world.scope.rawValue))
      #expect(left == 0, "\(table)")
    }
    #expect(try one.handOverStatus().written == 1)
    #expect(try one.verify().findings.isEmpty)
    #expect(try world.name(of: kept, at: two) == "Giữ lại")

    // The laptop says no more of it, so the centre stops asking.
    try world.sync(one)
    #expect(try world.centre.scopeRemovals(for: one.identity.replica).isEmpty)
    #expect(try one.scopesBeingHandedBack().isEmpty)
  }

  @Test func `a scope given back and granted again works`() throws {
    for snapshot in [false, true] {
      let world = try World(laptops: 2)
      world.centre.snapshotPolicy.batches = snapshot ? 2 : 1_000
      let (one, two) = (world.laptops[0], world.laptops[1])
      let first = try world.addHousehold("Lần đầu", at: one)
      try world.sync(one)
      _ = try world.addHousehold("Lần nữa", at: one)
      try world.sync(one)
      try world.centre.endGrant(try rule(one, world), at: world.clock().wall)
      try world.sync(one)
      try world.backUp()
      try world.sync(one)
      try world.sync(one)
      #expect(try world.name(of: first, at: one) == nil)

      try world.centre.grant([world.scope], to: one.identity.replica, at: world.clock().wall)
      var outcomes: [RoundOutcome] = []
      try world.sync(one) { outcomes.append($0) }
      #expect(outcomes.contains { !$0.snapshotScopes.isEmpty } == snapshot)
      #expect(try world.name(of: first, at: one) == "Lần đầu")
      let again = try world.addHousehold("Làm tiếp", at: one)
      try world.sync(one)
      try world.sync(two)
      #expect(try world.name(of: again, at: two) == "Làm tiếp")
      for store in [one, two] {
        #expect(try store.digest(of: world.scope) == world.centre.digest(of: world.scope))
        #expect(try store.verify().findings.isEmpty)
      }
      #expect(try world.centre.verify().findings.isEmpty)
      #expect(try world.centre.logIncidents().isEmpty)
      #expect(try one.handOverStatus().notHandedOver == 0)
    }
  }

  @Test func `a scope that is granted again before it went simply stays`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    try world.sync(laptop)
    try world.centre.endGrant(try rule(laptop, world), at: world.clock().wall)
    try world.sync(laptop)
    #expect(try laptop.scopesBeingHandedBack().count == 1)
    try world.centre.grant([world.scope], to: laptop.identity.replica, at: world.clock().wall)
    try world.sync(laptop)
    #expect(try laptop.scopesBeingHandedBack().isEmpty)
    let row = try world.addHousehold("Vẫn ghi được", at: laptop)
    try world.sync(laptop)
    #expect(try world.name(of: row, at: world.centre) == "Vẫn ghi được")
  }

  @Test func `past the deadline every kept batch is exported before the scope goes`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Đã gửi", at: laptop)
    try world.sync(laptop)
    try world.centre.endGrant(try rule(laptop, world), at: world.clock().wall)
    // It was asked, and wrote its last before it learnt so.
    let pending = try world.request(of: laptop)
    let answer = try world.centre.answer(pending.request, clock: world.clock())
    let last = try world.addHousehold("Chưa gửi", at: laptop)
    _ = try laptop.absorb(answer.bytes, of: pending, clock: world.clock())

    #expect(throws: ReplicaError.scopeNotDue(world.scope)) {
      try laptop.exportScope(world.scope, clock: world.clock())
    }
    world.pass(milliseconds: Store.handBackMilliseconds + 1)
    let streams = try laptop.exportScope(world.scope, clock: world.clock())
    try laptop.letGoExported(world.scope, clock: world.clock())
    #expect(try laptop.shouldEnrolAgain)
    #expect(try laptop.digest(of: world.scope).rowCount == 0)

    // What went into the file is all there, signed, and the centre merges it; once.
    #expect(streams.count == 1)
    var random = SeededGenerator(seed: 7)
    let file = ScopeFile(scope: world.scope, part: 1, parts: 1, stream: streams[0])
    let sealed = try file.encoded(for: world.root.verifyingKey.bytes, random: &random)
    let opened = try ScopeFile(opening: sealed, with: world.root)
    #expect(opened == file)
    let preview = try world.centre.previewScopes(1, clock: world.clock()) { _ in opened.stream }
    #expect(preview.map(\.merged) == [1] && preview.map(\.known) == [1])
    let first = try world.centre.importScope(opened.stream, clock: world.clock())
    #expect(first.merged == 1 && first.known == 1 && first.refusals.isEmpty)
    #expect(first.replica == laptop.identity.replica)
    #expect(try world.name(of: last, at: world.centre) == "Chưa gửi")
    let second = try world.centre.importScope(opened.stream, clock: world.clock())
    #expect(second.merged == 0 && second.known == 2)
  }

  @Test func `an exported scope tells a finder nothing, and no changed byte is believed`() throws {
    var random = SeededGenerator(seed: 8)
    let root = try SigningKey.generate(using: &random)
    let other = try SigningKey.generate(using: &random)
    let scope = try #require(ScopeID(rawValue: 1 << 39 | 5))
    let secret = Array("Nguyễn Thị Hoa".utf8)
    let file = ScopeFile(scope: scope, part: 2, parts: 3, stream: secret)
    let sealed = try file.encoded(for: root.verifyingKey.bytes, random: &random)
    #expect(!String(decoding: sealed, as: UTF8.self).contains("Hoa"))
    #expect(throws: ScopeFile.Problem.notForThisCentre) {
      try ScopeFile(opening: sealed, with: other)
    }
    for version in [StreamFormat.version - 1, StreamFormat.version + 1] {
      var other = sealed
      other["CAMTAYSCOPE".utf8.count] = version
      #expect(throws: ScopeFile.Problem.otherVersion) { try ScopeFile(opening: other, with: root) }
    }
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(throws: ScopeFile.Problem.self) { try ScopeFile(opening: changed, with: root) }
      #expect(throws: ScopeFile.Problem.self) {
        try ScopeFile(opening: Array(sealed[..<index]), with: root)
      }
    }
  }

  @Test func `the centre believes no word that is not signed or speaks of batches it lacks`() throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Hộ", at: laptop)
    try world.sync(laptop)
    try world.centre.endGrant(try rule(laptop, world), at: world.clock().wall)
    try world.backUp()
    let replica = laptop.identity.replica
    let place = ScopeReturn.Place(
      sequence: 9, hash: Primitives.standard.hash([1]))
    let early = ScopeReturn(scope: world.scope, last: place, signer: laptop.identity.signer)
    try world.centre.absorb(early, from: replica, at: world.clock().wall)
    #expect(try world.centre.scopeRemovals(for: replica).map(\.covered) == [nil])
    var forged = early
    forged.last = ScopeReturn.Place(sequence: 0, hash: .zero)
    #expect(throws: ProtocolError.badSignature) {
      try world.centre.absorb(forged, from: replica, at: world.clock().wall)
    }
  }

  @Test func `what turns up late is merged, and only what came after the laptop's word is late`()
    throws
  {
    #expect(GrantVerdict.verdict(on: 5, GrantHistory(isGranted: true)) == .admitted)
    #expect(GrantVerdict.verdict(on: 5, GrantHistory(isGranted: false)) == .neverGranted)
    var history = GrantHistory(isGranted: false, wasAskedBack: true)
    #expect(GrantVerdict.verdict(on: 5, history) == .admitted)
    history.confirmed = 4
    #expect(GrantVerdict.verdict(on: 4, history) == .admitted)
    #expect(GrantVerdict.verdict(on: 5, history) == .lateGrant)
    history.isGranted = true
    #expect(GrantVerdict.verdict(on: 5, history) == .admitted)
    history.lostAfter = 4
    #expect(GrantVerdict.verdict(on: 4, history) == .admitted)
    #expect(GrantVerdict.verdict(on: 5, history) == .lateGrant)
  }

  @Test func `a laptop declared lost loses its grants, and what it still brings is looked at`()
    throws
  {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    _ = try world.addHousehold("Trước", at: laptop)
    try world.sync(laptop)
    let late = try world.addHousehold("Sau", at: laptop)
    try world.centre.declareLost(laptop.identity.replica, at: world.clock().wall)
    #expect(try world.centre.lostLaptops().count == 1)
    try world.sync(laptop)
    #expect(try world.name(of: late, at: world.centre) == "Sau")
    let incidents = try world.centre.logIncidents()
    #expect(incidents.map(\.kind) == [.ungranted])
    #expect(incidents.map(\.batches) == [1])
  }

  @Test func `a laptop declared lost hears it with its receipts, and holds all again when found`()
    throws
  {
    let world = try World.judging(laptops: 1)
    let laptop = world.laptops[0]
    let replica = laptop.identity.replica
    _ = try world.addHousehold("Trước", at: laptop)
    try world.sync(laptop)
    #expect(try laptop.operationsAfterDeclaredLost() == nil)
    let late = try world.addHousehold("Sau", at: laptop)
    try world.centre.declareLost(replica, at: world.clock().wall)
    // The answer that says so is lost; the next one says it again.
    _ = try world.request(of: laptop)
    try world.sync(laptop)
    #expect(try laptop.operationsAfterDeclaredLost() == 1)
    #expect(try world.centre.lateOperations(of: replica).map(\.row) == [late])

    let change = try world.centre.declareFound(replica, at: world.clock().wall)
    #expect(change?.gained.contains(world.scope) == true)
    #expect(try world.centre.declareFound(replica, at: world.clock().wall) == nil)
    try world.sync(laptop)
    #expect(try laptop.operationsAfterDeclaredLost() == nil)
    // Now it holds the review itself, and writes like any other.
    #expect(try laptop.ownReviews(openOnly: true).map(\.row) == [late])
    let after = try world.addHousehold("Tìm thấy", at: laptop)
    try world.sync(laptop)
    #expect(try world.centre.lateOperations(of: replica).map(\.row) == [late])
    #expect(try world.name(of: after, at: world.centre) == "Tìm thấy")
  }
}
