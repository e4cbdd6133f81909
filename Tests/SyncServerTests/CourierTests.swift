import Cryptography
import FieldWork
import Foundation
import Randomness
import Replica
import SyncProtocol
import Testing
import Web

@testable import SyncServer

/// What a laptop that carries bundles of others asks the centre, question by question.
@Suite struct CourierTests {
  private let world: CentreWorld
  private let far: TestLaptop
  private let courier: TestLaptop

  init() throws {
    world = try CentreWorld(seed: 971)
    far = try world.enrolLaptop("máy xa", member: "Nguyễn Văn An")
    courier = try world.enrolLaptop("máy bảy", member: "Nguyễn Văn An")
    for laptop in [far, courier] { try laptop.sync() }
  }

  private func post(_ request: CourierRequest) throws -> ClientResponse {
    try world.post("/courier/v1", request.encoded)
  }

  private func request(
    _ question: CourierQuestion, by laptop: TestLaptop? = nil
  ) -> CourierRequest {
    let identity = (laptop ?? courier).store.identity
    return CourierRequest(
      question, by: identity.certificate, nonce: Array(repeating: 9, count: 16),
      signer: identity.signer)
  }

  private func ask(
    _ question: CourierQuestion, by laptop: TestLaptop? = nil
  ) throws -> CourierReply {
    let request = request(question, by: laptop)
    let response = try post(request)
    try #require(response.status == 200)
    let answer = try CourierAnswer(decoding: response.body)
    #expect(answer.nonce == request.nonce && answer.centre.role == .centre)
    #expect(answer.isSigned(by: answer.centre.publicKey, primitives: .standard))
    return answer.reply
  }

  private func fate(_ question: CourierQuestion) throws -> CourierFate {
    guard case .fates(let fates) = try ask(question) else { throw BundleProblem.notForUs }
    return try #require(fates.first).fate
  }

  private func packed(_ name: String) throws -> (manifest: [UInt8], part: [UInt8], id: [UInt8]) {
    _ = try far.addHousehold(name)
    let files = try far.packed()
    func file(_ part: Int) throws -> [UInt8] {
      try #require(files.first { BundleName($0.key)?.role == .part(part) }?.value)
    }
    let manifest = try file(0)
    return (manifest, try file(1), Array(manifest[13..<29]))
  }

  private func count(_ sql: String) throws -> Int64 {
    try world.centre.read { try $0.connection.integer(sql) }
  }

  @Test func `a manifest is known at once, parts in pieces, and the whole counts once`() throws {
    let households = try count("SELECT count(*) FROM household")
    let bundle = try packed("Hộ của máy xa")
    #expect(try fate(.carrying([bundle.id])) == .unknown)
    #expect(try fate(.manifest(bundle.manifest)) == .wanted(part: 1, offset: 0))
    let report = try world.centre.inspect { try LaptopReport.gather($0.store) }
    let pack = try #require(report.first { $0.label == "máy xa" }?.onItsWay.first)
    #expect(pack.courier == "máy bảy" && pack.operations == 1 && !pack.isIncomplete)
    #expect(pack.words.english.contains("on its way with “máy bảy”"))

    let half = bundle.part.count / 2
    func piece(_ range: Range<Int>) -> CourierQuestion {
      .piece(
        CourierPlace(bundle: bundle.id, part: 1, offset: range.lowerBound),
        Array(bundle.part[range]))
    }
    #expect(try fate(piece(half..<bundle.part.count)) == .wanted(part: 1, offset: 0))
    #expect(try fate(piece(0..<half)) == .wanted(part: 1, offset: half))
    #expect(try fate(piece(0..<half)) == .wanted(part: 1, offset: half))
    #expect(try fate(.carrying([bundle.id])) == .wanted(part: 1, offset: half))
    #expect(
      try count("SELECT received FROM awaited_bundle") == Int64(half + bundle.manifest.count))
    // Whoever carries it no longer is not named as if it did.
    guard case .fates(let none) = try ask(.carrying([])) else { return }
    #expect(none.isEmpty)
    #expect(try count("SELECT count(*) FROM awaited_bundle WHERE handed_on IS NOT NULL") == 1)

    for _ in 1...2 { #expect(try fate(piece(half..<bundle.part.count)) == .takenIn) }
    for question in [CourierQuestion.carrying([bundle.id]), .manifest(bundle.manifest)] {
      #expect(try fate(question) == .takenIn)
    }
    #expect(try count("SELECT count(*) FROM household") == households + 1)
    #expect(try count("SELECT count(*) FROM awaited_bundle") == 0)
    #expect(try count("SELECT count(*) FROM carried_pack") == 1)

    // The return is for the far laptop alone, and waits until it was fetched.
    guard case .returns(let waiting) = try ask(.returns), let id = waiting.first else {
      Issue.record("no return waits")
      return
    }
    #expect(waiting.count == 1)
    guard case .returns(waiting) = try ask(.returns) else {
      Issue.record("it was written twice")
      return
    }
    let first = CourierPlace(bundle: id, part: 0, offset: 0)
    guard case .bytes(let manifest, let total) = try ask(.fetch(first)) else {
      Issue.record("no bytes")
      return
    }
    #expect(manifest.count == total)
    #expect(try ask(.fetch(first), by: far) == .refused("return-gone"))
    #expect(try ask(.fetched(id), by: far) == .returns([]))
    #expect(try ask(.returns) == .returns([id]))
    #expect(try ask(.fetched(id)) == .returns([]))
    #expect(try ask(.fetch(first)) == .refused("return-gone"))
  }

  @Test func `strangers, changed bytes and damaged bundles are refused, and nothing is kept`()
    throws
  {
    let bundle = try packed("Hộ bị sửa")
    #expect(try world.post("/courier/v1", [1, 2, 3]).status == 400)
    #expect(try world.post("/courier/v1", [], type: "text/plain").status == 415)
    // Signed by another one than it says.
    let identity = courier.store.identity
    let forged = CourierRequest(
      .manifest(bundle.manifest), by: far.store.identity.certificate,
      nonce: Array(repeating: 1, count: 16), signer: identity.signer)
    let answer = try CourierAnswer(decoding: post(forged).body)
    #expect(answer.reply == .refused("unknown-replica"))

    var changed = bundle.manifest
    changed[changed.count / 2] ^= 1
    #expect(try fate(.manifest(changed)) == .refused("bundle-damaged"))
    #expect(try count("SELECT count(*) FROM awaited_bundle") == 0)
    #expect(try fate(.manifest(bundle.manifest)) == .wanted(part: 1, offset: 0))
    var part = bundle.part
    part[part.count / 2] ^= 1
    let place = CourierPlace(bundle: bundle.id, part: 1, offset: 0)
    #expect(try fate(.piece(place, part)) == .refused("bundle-damaged"))
    #expect(try fate(.piece(place, bundle.part)) == .takenIn)
    let unknown = CourierPlace(bundle: Array(repeating: 5, count: 16), part: 1, offset: 0)
    #expect(try fate(.piece(unknown, [1])) == .unknown)
  }

  @Test func `bundles that a courier carries no longer, and refused ones, leave room for others`()
    throws
  {
    let bundle = try packed("Hộ đến sau")
    /// Fills the places of the courier with bundles of which something has come.
    func fill(handedOn: Bool, problem: String? = nil) throws {
      try world.centre.administer { store, _ in
        try store.connection.execute("DELETE FROM awaited_bundle")
        for number in 1...Int64(Limits.bundlesPerCourier) {
          try store.connection.execute(
            """
            INSERT INTO awaited_bundle (bundle, replica, number, made, operations, bytes, received,
              courier, since, handed_on, problem)
            VALUES (?, ?, ?, 1, 1, 100, 10, ?, 1, ?, ?)
            """,
            .blob(
              Array(repeating: 7, count: 8) + withUnsafeBytes(of: number, Array.init)),
            .integer(Int64(far.store.identity.replica.rawValue)), .integer(number),
            .integer(Int64(courier.store.identity.replica.rawValue)),
            handedOn ? .integer(1) : .null, problem.map { .text($0) } ?? .null)
        }
      }
    }
    try fill(handedOn: false)
    #expect(try fate(.manifest(bundle.manifest)) == .refused("courier-full"))
    try fill(handedOn: false, problem: "bundle-damaged")
    #expect(try fate(.manifest(bundle.manifest)) == .wanted(part: 1, offset: 0))
    try fill(handedOn: true)
    let later = try packed("Hộ đến sau nữa")
    #expect(try fate(.manifest(later.manifest)) == .wanted(part: 1, offset: 0))
    #expect(
      try count("SELECT count(*) FROM awaited_bundle WHERE handed_on IS NOT NULL AND received > 0")
        == 0)
    let place = CourierPlace(bundle: later.id, part: 1, offset: 0)
    #expect(try fate(.piece(place, later.part)) == .takenIn)
  }
}
