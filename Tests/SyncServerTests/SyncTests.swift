import FieldWork
import Glibc
import Replica
import SyncProtocol
import Synchronization
import Testing
import Web

@testable import SyncServer

@Suite struct SyncTests {
  @Test func `two laptops of a team see each other's records, and all digests agree`() throws {
    let world = try CentreWorld(seed: 31)
    let first = try world.enrolLaptop("one", member: "Nguyễn Văn An")
    let second = try world.enrolLaptop("two", member: "Nguyễn Văn An")
    for laptop in [first, second] { try laptop.sync() }
    try first.addHousehold("Hộ A")
    try second.addHousehold("Hộ B")
    try first.sync()
    try second.sync()
    let outcome = try first.sync()
    #expect(try first.households() == ["Hộ A", "Hộ B"])
    #expect(try second.households() == ["Hộ A", "Hộ B"])
    #expect(outcome.differingScopes.isEmpty && outcome.equalScopes == 3)
    #expect(try householdCount(world) == 2)
    #expect(try world.centre.laptops().allSatisfy { $0.reportedThrough != nil })
    #expect(try world.centre.inspect { try $0.store.verify().findings.isEmpty })
  }

  @Test func `a laptop gets nothing of a hamlet that it was not granted`() throws {
    let world = try CentreWorld(seed: 32)
    let first = try world.enrolLaptop("one", member: "Nguyễn Văn An")
    let other = try world.enrolLaptop("other", member: "Trần Thị Bình")
    try first.sync()
    try first.addHousehold("Hộ A")
    try first.sync()
    try other.sync()
    #expect(try other.households().isEmpty)
  }

  @Test func `the same push many times at once is merged once`() throws {
    let world = try CentreWorld(seed: 33)
    let laptop = try world.enrolLaptop("one", member: "Nguyễn Văn An")
    try laptop.sync()
    for number in 0..<50 { try laptop.addHousehold("Hộ \(number)") }
    let pending = try laptop.makeRequest()
    let url = world.url
    let statuses = Mutex<[Int]>([])
    inThreads(6) {
      let response = try? HTTPClient(trust: .system).send(
        ClientRequest(
          .post, url + "/sync/v1", headers: ["Content-Type": "application/octet-stream"],
          body: pending.request))
      statuses.withLock { $0.append(response?.status ?? 0) }
    }
    #expect(statuses.withLock { $0 } == Array(repeating: 200, count: 6))
    let again = try world.post("/sync/v1", pending.request)
    let outcome = try laptop.store.absorb(
      again.body, of: pending, clock: world.clock.surroundings.clock())
    #expect(outcome.confirmedBatches == pending.batchCount && outcome.refusals.isEmpty)
    #expect(outcome.differingScopes.isEmpty)
    #expect(try householdCount(world) == 50)
    #expect(try world.centre.inspect { try $0.store.verify().findings.isEmpty })
  }

  @Test func `a damaged request gets a signed problem and changes nothing`() throws {
    let seed: UInt64 = 34
    let world = try CentreWorld(seed: seed)
    let laptop = try world.enrolLaptop("one", member: "Nguyễn Văn An")
    try laptop.sync()
    try laptop.addHousehold("Hộ A")
    let pending = try laptop.makeRequest()
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      var damaged = pending.request
      let position = Int.random(in: 0..<damaged.count, using: &random)
      damaged[position] ^= UInt8.random(in: 1...255, using: &random)
      let response = try world.post("/sync/v1", damaged)
      #expect(response.status == 200, "seed \(seed), byte \(position)")
      #expect(throws: (any Error).self, "seed \(seed), byte \(position)") {
        try laptop.store.absorb(
          response.body, of: pending, clock: world.clock.surroundings.clock())
      }
    }
    #expect(try householdCount(world) == 0)
    try laptop.sync()
    #expect(try laptop.store.handOverStatus().notHandedOver == 0)
  }

  @Test func `a body above the limit is refused before it is read`() throws {
    let world = try CentreWorld(seed: 35)
    let response = try? world.post(
      "/sync/v1", Array(repeating: 0, count: Limits.streamBytes + 1))
    #expect(response == nil || response?.status == 413)
    #expect(try world.get("/health").status == 200)
  }

  @Test func `commands write beside a running server, and no dot is issued twice`() throws {
    let world = try CentreWorld(seed: 36)
    let laptop = try world.enrolLaptop("one", member: "Nguyễn Văn An")
    try laptop.sync()
    let guest = try Centre(world.home, as: .guest, surroundings: world.clock.surroundings)
    for (centre, number) in [(guest, 3), (world.centre, 4), (guest, 5), (world.centre, 6)] {
      try centre.importDirectory(
        DirectoryFiles(
          hamlets: Array("commune_code,name,kind\n17713,Xóm \(number),xóm\n".utf8)))
    }
    let outcome = try laptop.sync()
    #expect(outcome.differingScopes.isEmpty)
    #expect(
      try laptop.field.reader.places().compactMap(\.name)
        == ["Xóm 1", "Xóm 2", "Xóm 3", "Xóm 4", "Xóm 5", "Xóm 6"])
    #expect(try world.centre.inspect { try $0.store.verify().findings.isEmpty })
    #expect(throws: CentreError.inUse) {
      try Centre(world.home, as: .serving, surroundings: world.clock.surroundings)
    }
  }

  private func householdCount(_ world: CentreWorld) throws -> Int64 {
    try world.centre.read { try $0.connection.integer("SELECT count(*) FROM household") }
  }

  /// Runs a closure in several threads and waits for all.
  private func inThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    let threads = (0..<count).map { _ in
      var thread = pthread_t()
      let work = Unmanaged.passRetained(ThreadWork(body)).toOpaque()
      pthread_create(
        &thread, nil,
        { work in
          guard let work else { return nil }
          Unmanaged<ThreadWork>.fromOpaque(work).takeRetainedValue().body()
          return nil
        }, work)
      return thread
    }
    for thread in threads { pthread_join(thread, nil) }
  }
}

/// What a thread of a test does.
private final class ThreadWork: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
