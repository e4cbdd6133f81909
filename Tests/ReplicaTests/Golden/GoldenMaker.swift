import Cryptography
import Foundation
import SyncProtocol

@testable import Replica

/// Writes the set of the present format version: run once, when a version is new.
enum GoldenMaker {
  private static let table = HouseholdTable.definition

  /// Makes the set in a folder.
  static func make(in folder: URL) throws {
    let world = try World.judging(laptops: 2, seed: 2_026)
    try fill(world)
    let starter = try world.centre.starter(
      for: world.laptops[1].identity.replica, clock: world.clock())
    let request = try world.request(of: world.laptops[0])
    let answer = try world.centre.answer(request.request, clock: world.clock())
    // The request has closed the outbox, and its answer never came; work went on.
    _ = try world.addHousehold("Chưa gom", at: world.laptops[0])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var stores: [GoldenSet.StoreFacts] = []
    for (name, store) in [
      ("centre", world.centre), ("laptop", world.laptops[0]), ("other", world.laptops[1]),
    ] {
      stores.append(try write(store, name, world, to: folder))
    }
    let code = EnrolmentCode(using: &world.random)
    let files: [(String, [UInt8])] = [
      ("starter.stream", starter), ("request.stream", request.request),
      ("answer.stream", answer.bytes),
      ("enrolment.file", try enrolmentFile(code, starter, world)),
      (
        "scope.file",
        try ScopeFile(scope: world.scope, part: 1, parts: 1, stream: request.request)
          .encoded(for: world.root.verifyingKey.bytes, random: &world.random)
      ),
    ]
    for (name, bytes) in files { try Data(bytes).write(to: folder.appendingPathComponent(name)) }
    let set = GoldenSet(
      format: StreamFormat.version, root: bytes(of: world.root).hexadecimal,
      written: world.clock().wall.rawValue, enrolmentCode: code.text, stores: stores)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(set).write(to: folder.appendingPathComponent("facts.json"))
  }

  private static func bytes(of key: SigningKey) -> [UInt8] {
    key.seed.withUnsafeBytes { Array($0) }
  }

  /// Everything that a format has a place for: creates, edits, sets, deletes, a conflict, a judgement,
  /// an erasure, a later version's fields, a snapshot, held batches and an outbox.
  private static func fill(_ world: World) throws {
    let (first, second) = (world.laptops[0], world.laptops[1])
    let household = try world.addHousehold("Vừ Mí Sính", at: first)
    let erased = try world.addHousehold("Người được xóa", at: first)
    let doomed = try world.addHousehold("Hộ chuyển đi", at: second)
    let visit = try first.commit(author: household, clock: world.clock()) { act in
      try act.create(
        VisitTable.definition, in: world.scope,
        [
          (VisitTable.number, .integer(try act.nextNumber(VisitTable.definition))),
          (VisitTable.household, .integer(household.rawValue)), (VisitTable.date, .integer(20_410)),
          (VisitTable.note, .text("Hỏi về thẻ bảo hiểm")),
          (VisitTable.participants, .integer(7)), (VisitTable.participants, .integer(8)),
        ])
    }
    try world.syncAll()
    // A conflict, an element removed, a delete against an edit, and what the centre did not accept.
    try world.write("Vừ Mí Xính", to: HouseholdTable.name, of: household, at: first)
    try world.write("Vừ Mý Sính", to: HouseholdTable.name, of: household, at: second)
    try first.commit(author: nil, clock: world.clock()) {
      try $0.remove(VisitTable.definition, visit, VisitTable.participants, .integer(8))
      try $0.delete(table, doomed)
    }
    try world.write("Còn ở đây", to: HouseholdTable.note, of: doomed, at: second)
    try world.write("!sai", to: HouseholdTable.address, of: household, at: second)
    try world.syncAll()
    try world.centre.erase(
      [erased], reason: "request", requested: 20_411, author: nil, clock: world.clock())
    try world.syncAll()
    try world.backUp()
    try laterLaptop(world)
    try world.syncAll()
    _ = try world.addHousehold("Chưa gửi", at: first)
  }

  /// A laptop of a later version writes fields and a table that this one does not know. Its own
  /// store is not of the set: the present program must not open it.
  private static func laterLaptop(_ world: World) throws {
    let colour = FieldDefinition(4_000, .register, "colour", .text)
    let meeting = TableDefinition(
      4_001, "meeting", [FieldDefinition(1, .event, "title", .text)])
    let household = TableDefinition(table.id.rawValue, table.name, table.fields + [colour])
    let later = Schema(
      version: Schema.current.version + 1,
      tables: Schema.current.tables.filter { $0.id != table.id } + [household, meeting])
    let plain = try world.addLaptop("newer")
    let path = world.location("newer").path
    plain.close()
    let store = try Store(
      at: Store.Location(path: path), identity: plain.identity, schema: later,
      machine: MachineIdentity(bootID: "b", machineID: "newer", fileIdentity: "f"),
      storeKey: World.storeKey, random: &world.random)
    try world.sync(store)
    let row = try world.addHousehold("Nhà màu xanh", at: store)
    try store.commit(author: nil, clock: world.clock()) { act in
      try act.write(household, row, [(colour, .text("xanh"))])
      _ = try act.create(meeting, in: world.scope, [(meeting.fields[0], .text("Họp thôn"))])
    }
    try world.sync(store)
  }

  private static func write(
    _ store: Store, _ name: String, _ world: World, to folder: URL
  ) throws -> GoldenSet.StoreFacts {
    let path = world.folder.appendingPathComponent("golden-\(name)").path
    try store.connection.backup(to: path)
    try store.keyring.backup(to: Store.Location(path: path).keyringPath)
    var sizes: [Int] = []
    for (file, suffix) in [(path, "store"), (Store.Location(path: path).keyringPath, "keyring")] {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
      sizes.append(bytes.count)
      try Data(try Primitives.standard.compress(bytes))
        .write(to: folder.appendingPathComponent("\(name).\(suffix)"))
    }
    guard let key = world.keys[store.identity.replica] else {
      throw CocoaError(.coderInvalidValue)
    }
    return try GoldenSet.StoreFacts(store, name: name, seed: bytes(of: key), sizes: sizes)
  }

  private static func enrolmentFile(
    _ code: EnrolmentCode, _ starter: [UInt8], _ world: World
  ) throws -> [UInt8] {
    let key = try SigningKey.generate(using: &world.random)
    let root = world.root
    let certificate = try world.centre.enrol(
      publicKey: key.verifyingKey.bytes, label: "by file", member: nil, team: nil,
      scopes: [world.scope], signedBy: { root.sign($0) }, clock: world.clock(),
      random: &world.random)
    let laptop = EnrolledLaptop(
      key: key, certificate: certificate, centreCertificate: world.centre.identity.certificate,
      rootPublicKey: root.verifyingKey.bytes,
      identificationKey: SecretBytes(Array(repeating: 9, count: 32)), member: nil)
    return try EnrolmentFile(laptop: laptop, centreURL: "", pin: "", starter: starter)
      .encoded(under: code.key(), random: &world.random)
  }
}
