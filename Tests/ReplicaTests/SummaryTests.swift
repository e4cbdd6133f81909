import SQLite
import SyncProtocol
import Testing

@testable import Replica

@Suite struct SummaryTests {
  private let report = Store.Report(freeDiskBytes: 64_000_000_000, software: "camtay 0.1.0")

  /// A laptop of fifty scopes with a household in each, and nothing left to say.
  private func quietWorld() throws -> World {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    var scopes: [ScopeID] = []
    for number in 2...50 {
      scopes.append(
        try world.centre.commit(author: nil, clock: world.clock()) {
          try $0.openScope([
            (ScopeTable.kind, .integer(1)), (ScopeTable.label, .text("hamlet \(number)")),
          ])
        })
    }
    for scope in scopes {
      try world.centre.commit(author: nil, clock: world.clock()) { act in
        _ = try act.create(
          HouseholdTable.definition, in: scope, [(HouseholdTable.name, .text("Hồ Văn Đức"))])
      }
    }
    try world.centre.grant(scopes, to: laptop.identity.replica, at: world.clock().wall)
    _ = try world.addHousehold("Lò Thị Hoa", at: laptop)
    try world.sync(laptop)
    return world
  }

  @Test func `an idle round of fifty scopes is one round trip of less than 2 KB`() throws {
    let world = try quietWorld()
    let laptop = world.laptops[0]
    let pending = try laptop.makeRequest(report, clock: world.clock(), random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock()).bytes
    let bytes = pending.request.count + answer.count
    #expect(bytes < 2_048, "request \(pending.request.count), answer \(answer.count)")
    let frames = try ReceivedStream(decoding: answer).frames
    #expect(frames.map(\.kind) == [.certificate, .welcome, .agreed])
    #expect(try frames[1].message(Welcome.self).scopes == nil)
    let outcome = try laptop.absorb(answer, of: pending, clock: world.clock())
    #expect(!outcome.hasMore && outcome.equalScopes == 51)
    let proofs = try laptop.scopeProofs()
    #expect(proofs.count == 51 && proofs.allSatisfy { $0.state == .equal && $0.comparedAt != nil })
    let peer = try #require(try world.centre.peerProofs().first)
    #expect(peer.equalScopes == 51 && peer.equalAt != nil && peer.exceptions.isEmpty)
  }

  @Test func `of fifty scopes those that moved get a check and the others none`() throws {
    let world = try quietWorld()
    _ = try world.centre.commit(author: nil, clock: world.clock()) { act in
      try act.create(
        HouseholdTable.definition, in: world.scope, [(HouseholdTable.name, .text("Vàng A Sùng"))])
    }
    var kinds: [FrameKind] = []
    let outcome = try world.round(world.laptops[0]) { answer in
      kinds = try ReceivedStream(decoding: answer).frames.map(\.kind)
      return answer
    }
    #expect(kinds == [.certificate, .welcome, .keys, .agreed, .batch, .check])
    #expect(outcome.equalScopes == 1 && !outcome.hasMore)
  }

  @Test func `a cursor that is not of the centre's log is asked for again with wants`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Hồ Văn Pả", at: laptop)
    try world.sync(laptop)
    try laptop.connection.execute(
      "UPDATE scope_state SET running_hash = ? WHERE scope = ?",
      .blob(Array(repeating: 7, count: 32)),
      .integer(world.scope.rawValue))
    let first = try world.round(laptop)
    #expect(first.hasMore && first.receivedBatches == 0 && first.equalScopes == 0)
    var kinds: [FrameKind] = []
    let second = try world.round(laptop) { answer in
      kinds = try ReceivedStream(decoding: answer).frames.map(\.kind)
      return answer
    }
    #expect(!kinds.contains(.agreed) && second.equalScopes == 2 && !second.hasMore)
    #expect(try laptop.cursor(world.scope) == world.centre.cursor(world.scope))
    #expect(try world.name(of: household, at: laptop) == "Hồ Văn Pả")
    #expect(try world.round(laptop).equalScopes == 2)
    #expect(try laptop.verify().findings.isEmpty)
  }

  @Test func `what is on its way is not compared and the rest is`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    let household = try world.addHousehold("Sùng Thị Dở", at: first)
    for laptop in [first, second, first] { try world.sync(laptop) }
    func state(_ store: Store) throws -> ScopeProof.State? {
      try store.scopeProofs().first { $0.scope == world.scope }?.state
    }
    #expect(try state(second) == .equal)
    let comparedAt = try second.scopeProofs().last?.comparedAt
    try second.commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.note, .text("mới"))])
    }
    #expect(try state(second) == .notComparable(.unsent))
    #expect(try second.scopeProofs().last?.comparedAt == comparedAt && comparedAt != nil)
    #expect(try state(first) == .equal)
    try world.sync(second)
    #expect(try state(second) == .equal)

    // The centre keeps a batch of `first` until one arrives that was lost on the way.
    _ = try world.addHousehold("một", at: first)
    _ = try first.makeRequest(report, clock: world.clock(), random: &world.random)
    let lost = try first.connection.integer("SELECT max(position) FROM batch")
    _ = try world.addHousehold("hai", at: first)
    _ = try first.makeRequest(report, clock: world.clock(), random: &world.random)
    try first.connection.execute("UPDATE batch SET receipt = 1 WHERE position = ?", .integer(lost))
    let outcome = try world.round(first)
    #expect(outcome.heldBatches == 1)
    #expect(try state(first) == .notComparable(.held))
    #expect(try world.round(first).equalScopes == 1)
    let peer = try world.centre.peerProofs().first { $0.replica == first.identity.replica }
    #expect(
      peer?.exceptions == [
        PeerProof.Exception(scope: world.scope, state: .notComparable(.held))
      ])
    try first.connection.execute(
      "UPDATE batch SET receipt = NULL WHERE position = ?", .integer(lost))
    try world.sync(first)
    #expect(try state(first) == .equal)
  }

  @Test func `a scope that could not be followed to its end is at another arrival`() throws {
    let world = try World(laptops: 2)
    let (first, second) = (world.laptops[0], world.laptops[1])
    for laptop in [first, second] { try world.sync(laptop) }
    _ = try world.addHousehold("Giàng Thị Mỷ", at: first)
    try world.sync(first)
    let outcome = try world.round(second) { answer in
      // The end of the answer is missing as if the stream had been full.
      try world.resigned(answer) { frames in frames.removeAll { $0.kind == .check } }
    }
    #expect(outcome.receivedBatches == 1)
    let proof = try second.scopeProofs().first { $0.scope == world.scope }
    #expect(proof?.state == .notComparable(.otherArrival) && proof?.comparedAt != nil)
    try world.sync(second)
    #expect(try second.scopeProofs().allSatisfy { $0.state == .equal })
  }
}
