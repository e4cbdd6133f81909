import Foundation
import SyncProtocol
import Testing

@testable import Replica

/// What earlier programs wrote opens, verifies, and goes on syncing.
@Suite struct GoldenTests {
  /// Stores of a set, opened from copies in a folder of their own.
  private final class Opened {
    let set: GoldenSet
    let folder: URL
    private(set) var stores: [String: Store] = [:]
    private var random = SeededGenerator(seed: 11)
    private var milliseconds: Int64

    init(version: Int) throws {
      set = try GoldenSet(version: version)
      milliseconds = set.written
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("camtay-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for facts in set.stores { stores[facts.name] = try open(facts, version) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func open(_ facts: GoldenSet.StoreFacts, _ version: Int) throws -> Store {
      let path = folder.appendingPathComponent("\(facts.name).sqlite").path
      for (file, suffix, size) in [
        (path, "store", facts.sizes[0]),
        (Store.Location(path: path).keyringPath, "keyring", facts.sizes[1]),
      ] {
        let packed = try GoldenSet.bytes("\(facts.name).\(suffix)", of: version)
        try Data(try Primitives.standard.decompress(packed, size))
          .write(to: URL(fileURLWithPath: file))
      }
      let store = try Store(
        at: Store.Location(path: path), identity: try set.identity(of: facts),
        machine: MachineIdentity(bootID: "now", machineID: facts.name, fileIdentity: "copy"),
        storeKey: World.storeKey, random: &random)
      store.judge = facts.name == "centre" ? MarkJudge() : nil
      return store
    }

    func store(_ name: String) throws -> Store { try #require(stores[name]) }

    func clock() -> ClockReading {
      milliseconds += 1_000
      return ClockReading(
        wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: milliseconds,
        bootID: "now")
    }

    /// Rounds until neither side has more to say.
    func sync(_ laptop: Store) throws -> RoundOutcome {
      let centre = try store("centre")
      while true {
        let pending = try laptop.makeRequest(
          Store.Report(freeDiskBytes: nil, software: "test"), clock: clock(), random: &random)
        let answer = try centre.answer(pending.request, clock: clock())
        let outcome = try laptop.absorb(answer.bytes, of: pending, clock: clock())
        if !outcome.hasMore { return outcome }
      }
    }
  }

  @Test func `there is a set of every format version that was released`() {
    #expect(GoldenSet.versions == Array(stride(from: 1, through: Int(StreamFormat.version), by: 1)))
  }

  @Test(arguments: GoldenSet.versions)
  func `stores of an earlier program show what they showed, and verify`(version: Int) throws {
    let opened = try Opened(version: version)
    #expect(opened.set.stores.count == 3)
    for facts in opened.set.stores {
      let store = try opened.store(facts.name)
      let now = try GoldenSet.StoreFacts(
        store, name: facts.name, seed: facts.seed.bytesOfHexadecimal, sizes: facts.sizes)
      #expect(now == facts)
      #expect(try store.verify().findings.isEmpty)
    }
    let laptop = try #require(opened.set.stores.first { $0.name == "laptop" })
    #expect(laptop.waiting > 0 && laptop.conflicts > 0 && laptop.openReviews > 0)
    #expect(laptop.erasedSubjects > 0 && laptop.households.contains("Vừ Mý Sính"))
  }

  @Test(arguments: GoldenSet.versions)
  func `laptops of an earlier program hand over what waited and agree with the centre`(
    version: Int
  ) throws {
    let opened = try Opened(version: version)
    let centre = try opened.store("centre")
    for _ in 0..<2 {
      for name in ["laptop", "other"] {
        #expect(try opened.sync(opened.store(name)).refusals.isEmpty)
      }
    }
    for name in ["laptop", "other"] {
      let store = try opened.store(name)
      #expect(try store.handOverStatus().notHandedOver == 0)
      for scope in try store.grantedScopes() + [.everyone] {
        #expect(try store.digest(of: scope) == centre.digest(of: scope))
      }
      #expect(try store.householdNames().contains("Chưa gửi"))
    }
  }

  @Test(arguments: GoldenSet.versions)
  func `streams and files of an earlier program are read`(version: Int) throws {
    let opened = try Opened(version: version)
    let laptop = try opened.store("laptop")
    let centre = try opened.store("centre")
    for (name, signer) in [
      ("request", laptop), ("answer", centre), ("starter", centre),
    ] {
      let stream = try ReceivedStream(
        decoding: GoldenSet.bytes("\(name).stream", of: version))
      try stream.verify(signer.identity.signer.publicKey, primitives: .standard)
      #expect(!stream.frames.isEmpty)
    }
    // A request that was sent, and answered, before the upgrade is sent again after it.
    let request = try GoldenSet.bytes("request.stream", of: version)
    let again = try centre.answer(request, clock: opened.clock())
    #expect(again.replica == laptop.identity.replica && again.refusedBatches == 0)

    let code = try EnrolmentCode(parsing: opened.set.enrolmentCode)
    let file = try EnrolmentFile(
      opening: GoldenSet.bytes("enrolment.file", of: version), with: code.key())
    #expect(file.laptop.certificate.label == "by file" && !file.starter.isEmpty)
    let scope = try ScopeFile(
      opening: GoldenSet.bytes("scope.file", of: version), with: opened.set.rootKey())
    #expect(scope.stream == request)
  }
}
