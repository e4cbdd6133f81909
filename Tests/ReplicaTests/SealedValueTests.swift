import Foundation
import SyncProtocol
import Testing

@testable import Replica

@Suite struct SealedValueTests {
  private let name = HouseholdTable.name.id
  private let table = HouseholdTable.definition.id

  private func head(
    _ field: FieldDefinition, of row: RowID, at store: Store
  ) throws -> Value {
    try #require(try store.row(table, row)?.shown(field.id)?.value)
  }

  @Test func `a personal field is sealed for its subject and reads as it was written`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Vừ A Sùng", at: laptop)
    let value = try head(HouseholdTable.name, of: household, at: laptop)
    let sealed = try #require(value.sealed)
    #expect(sealed.key.replica == laptop.identity.replica)
    // A name has a subject of its own, so that it can be erased without the rest.
    #expect(sealed.subject != household && sealed.subject != sealed.key)
    #expect(
      try laptop.open(value, table: table, row: household, field: name)
        == .value(.text("Vừ A Sùng")))
    // What is no personal data stays as it is.
    #expect(try head(HouseholdTable.kind, of: household, at: laptop) == .integer(1))
  }

  @Test func `a value that was moved opens nowhere else`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Vừ A Sùng", at: laptop)
    let other = try world.addHousehold("Lò Văn Tâm", at: laptop)
    let value = try head(HouseholdTable.name, of: household, at: laptop)
    let sealed = try #require(value.sealed)
    func open(_ value: Value, _ table: TableID, _ row: RowID, _ field: FieldID) throws
      -> OpenedValue
    {
      try laptop.open(value, table: table, row: row, field: field)
    }
    #expect(try open(value, table, other, name) == .unreadable)
    #expect(try open(value, table, household, HouseholdTable.note.id) == .unreadable)
    #expect(try open(value, ResidentTable.definition.id, household, name) == .unreadable)
    let stolen = try #require(
      SealedValue(
        subject: other, key: sealed.key, nonce: sealed.nonce, ciphertext: sealed.ciphertext))
    #expect(try open(.sealed(stolen), table, household, name) == .unreadable)
    var changed = sealed.ciphertext
    changed[0] ^= 1
    let damaged = try #require(
      SealedValue(
        subject: household, key: sealed.key, nonce: sealed.nonce, ciphertext: changed))
    #expect(try open(.sealed(damaged), table, household, name) == .unreadable)
  }

  @Test func `a reading shows one moment, and the next one what others did meanwhile`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Vừ A Sùng", at: laptop)
    let value = try head(HouseholdTable.name, of: household, at: laptop)
    func open() throws -> OpenedValue {
      try laptop.open(value, table: table, row: household, field: name)
    }
    let shown = OpenedValue.value(.text("Vừ A Sùng"))
    let keyring = laptop.keyring
    let other = try Keyring(
      beside: Store.Location(path: laptop.connection.path), key: try #require(World.storeKey),
      random: &world.random)
    try keyring.reading {
      #expect(try open() == shown)
      try other.setLocked(true)
      try other.commit()
      #expect(try open() == shown)
      #expect(try keyring.reading { try open() } == shown)
    }
    #expect(try open() == .locked)
    #expect(try keyring.reading { try open() } == .locked)
    try other.setLocked(false)
    try other.commit()
    #expect(try keyring.reading { try open() } == shown)
    try other.erase([try #require(value.sealed).subject])
    #expect(try keyring.reading { try open() } == .erased)
    #expect(throws: CancellationError.self) { try keyring.reading { throw CancellationError() } }
    #expect(try open() == .erased)
  }

  @Test func `one key serves a subject, a class and a year`() throws {
    let world = try World(laptops: 1)
    let laptop = world.laptops[0]
    let household = try world.addHousehold("Giàng Thị Mỷ", at: laptop)
    for text in ["một", "hai"] {
      try laptop.commit(author: nil, clock: world.clock()) {
        try $0.write(HouseholdTable.definition, household, [(HouseholdTable.note, .text(text))])
      }
    }
    func keys() throws -> Int64 {
      try laptop.keyring.connection.integer("SELECT count(*) FROM key")
    }
    // The name has one of its own.
    #expect(try keys() == 2)
    let year: Int64 = 366 * 86_400_000
    try laptop.commit(author: nil, clock: world.clock(offset: year)) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.note, .text("ba"))])
    }
    #expect(try keys() == 3)
    let visit = try laptop.commit(author: nil, clock: world.clock()) {
      try $0.create(
        VisitTable.definition, in: world.scope,
        [
          (VisitTable.household, .integer(household.rawValue)), (VisitTable.note, .text("gặp")),
        ])
    }
    #expect(try keys() == 4)
    let note = try laptop.row(VisitTable.definition.id, visit)?.shown(VisitTable.note.id)?.value
    #expect(note?.sealed?.subject == household)
  }

  @Test func `a value that says the same is not written again, and equal texts are no conflict`()
    throws
  {
    let world = try World(laptops: 2)
    let household = try world.addHousehold("Cũ", at: world.laptops[0])
    for laptop in world.laptops { try world.sync(laptop) }
    let before = try world.laptops[0].connection.integer("SELECT count(*) FROM batch")
    try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.name, .text("Cũ"))])
    }
    try world.sync(world.laptops[0])
    #expect(try world.laptops[0].connection.integer("SELECT count(*) FROM batch") == before)
    for laptop in world.laptops {
      try laptop.commit(author: nil, clock: world.clock()) {
        try $0.write(HouseholdTable.definition, household, [(HouseholdTable.name, .text("Mới"))])
      }
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    #expect(try world.centre.row(table, household)?.isInConflict(name) == true)
    #expect(try world.centre.conflicts().isEmpty)
    try world.laptops[1].commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.phone, .text("09"))])
    }
    try world.laptops[0].commit(author: nil, clock: world.clock()) {
      try $0.write(HouseholdTable.definition, household, [(HouseholdTable.phone, .text("08"))])
    }
    for laptop in world.laptops + world.laptops { try world.sync(laptop) }
    for store in world.laptops + [world.centre] { #expect(try store.conflicts().count == 1) }
  }

  @Test func `neither the files nor a round of sync hold a name`() throws {
    let world = try World(laptops: 2)
    let secret = "Sùng Thị Tuyệt-Mật"
    let household = try world.addHousehold(secret, at: world.laptops[0])
    let pending = try world.laptops[0].makeRequest(
      Store.Report(freeDiskBytes: nil, software: "t"), clock: world.clock(), random: &world.random)
    let answer = try world.centre.answer(pending.request, clock: world.clock())
    _ = try world.laptops[0].absorb(answer.bytes, of: pending, clock: world.clock())
    try world.sync(world.laptops[1])
    #expect(try world.name(of: household, at: world.laptops[1]) == secret)
    #expect(!contains(pending.request, secret) && !contains(answer.bytes, secret))
    for file in try files(world) { #expect(!contains(file.bytes, secret), "\(file.name)") }
  }

  @Test func `keys go only to those who may hold their scope`() throws {
    let world = try World(laptops: 2)
    let stranger = world.laptops[1]
    for rule in try world.centre.grantRules(of: stranger.identity.replica) {
      try world.centre.endGrant(rule.id, at: world.clock().wall)
    }
    let household = try world.addHousehold("Hờ A Páo", at: world.laptops[0])
    try world.sync(world.laptops[0])
    let sealed = try #require(try head(HouseholdTable.name, of: household, at: world.centre).sealed)
    try world.sync(stranger)
    #expect(try !stranger.keyring.knows(sealed.key))
    // Nor when it asks for the key by name.
    try stranger.connection.execute(
      "INSERT INTO missing_key (key, scope, subject) VALUES (?, 0, ?)",
      .integer(sealed.key.rawValue), .integer(household.rawValue))
    try world.sync(stranger)
    #expect(try !stranger.keyring.knows(sealed.key))
    try world.centre.grant([world.scope], to: stranger.identity.replica, at: world.clock().wall)
    try world.sync(stranger)
    #expect(try world.name(of: household, at: stranger) == "Hờ A Páo")
  }

  @Test func `a value whose key is late is merged, and reads when the key has come`() throws {
    let world = try World(laptops: 2)
    let household = try world.addHousehold("Chảo Láo Tả", at: world.laptops[0])
    try world.sync(world.laptops[0])
    let value = try head(HouseholdTable.name, of: household, at: world.centre)
    let key = try #require(value.sealed).key
    // The centre has lost the key, as after a restore of an older keyring.
    for store in [world.centre] {
      try store.keyring.connection.execute("DELETE FROM key")
      store.keyring.forgetCache()
    }
    try world.centre.connection.execute(
      "INSERT INTO missing_key (key, scope, subject) VALUES (?, ?, ?)",
      .integer(key.rawValue), .integer(world.scope.rawValue), .integer(household.rawValue))
    try world.sync(world.laptops[1])
    let late = world.laptops[1]
    #expect(try late.open(value, table: table, row: household, field: name) == .keyMissing)
    #expect(try late.digest(of: world.scope) == world.centre.digest(of: world.scope))
    // The centre asks the laptop that made the key, and hands it on.
    try world.sync(world.laptops[0])
    #expect(try world.name(of: household, at: world.centre) == "Chảo Láo Tả")
    try world.sync(late)
    #expect(try world.name(of: household, at: late) == "Chảo Láo Tả")
    #expect(try late.connection.integer("SELECT count(*) FROM missing_key") == 1)
    try world.sync(late)
    #expect(try late.connection.integer("SELECT count(*) FROM missing_key") == 0)
  }

  @Test func `a keyring does not open with another store key`() throws {
    let world = try World(laptops: 1)
    _ = try world.addHousehold("Tẩn A Sơn", at: world.laptops[0])
    let other = try #require(StoreKey(Array(repeating: 7, count: StoreKey.byteCount)))
    #expect(throws: ReplicaError.storeKeyWrong) {
      try Keyring(beside: world.location("laptop 1"), key: other, random: &world.random)
    }
  }

  @Test func `an idle round of fifty scopes says little about keys`() throws {
    let world = try World(laptops: 1)
    var scopes: [ScopeID] = []
    for _ in 0..<49 {
      let scope = try world.centre.commit(author: nil, clock: world.clock()) {
        try $0.openScope([(ScopeTable.kind, .integer(1))])
      }
      scopes.append(scope)
      _ = try world.centre.commit(author: nil, clock: world.clock()) {
        try $0.create(
          HouseholdTable.definition, in: scope, [(HouseholdTable.name, .text("Hộ"))])
      }
    }
    let laptop = world.laptops[0]
    try world.centre.grant(scopes, to: laptop.identity.replica, at: world.clock().wall)
    try world.sync(laptop)
    try world.sync(laptop)
    var stream = StreamWriter()
    let before = stream.byteCount
    Store.append(try laptop.keysToSend(), to: &stream)
    #expect(stream.byteCount - before < 250)
  }

  @Test func `the years of keys are those of the calendar`() {
    for (milliseconds, year) in [
      (0, 1970), (-1, 1969), (1_767_225_599_999, 2025), (1_767_225_600_000, 2026),
      (951_782_400_000, 2000), (Int64.max, 65_535), (Int64.min, 0),
    ] as [(Int64, UInt16)] {
      #expect(Timestamp(rawValue: milliseconds).yearOfKeys == year)
    }
  }

  @Test func `dropped keys stay dropped and the rows stay equal`() throws {
    let world = try World(laptops: 2)
    let laptop = world.laptops[1]
    let household = try world.addHousehold("Phàn Thị Dợ", at: world.laptops[0])
    for store in world.laptops { try world.sync(store) }
    #expect(try laptop.keyring.drop(.identity, before: 2025) == 0)
    let value = try head(HouseholdTable.name, of: household, at: laptop)
    let subject = try #require(value.sealed).subject
    #expect(try laptop.keyring.drop(.identity, before: 2030, except: [subject]) == 0)
    #expect(try laptop.keyring.drop(.identity, before: 2030) == 1)
    #expect(try laptop.open(value, table: table, row: household, field: name) == .keyDropped)
    try world.sync(laptop)
    #expect(try laptop.open(value, table: table, row: household, field: name) == .keyDropped)
    #expect(try laptop.digest(of: world.scope) == world.centre.digest(of: world.scope))
    #expect(try laptop.verify().findings.isEmpty)
  }
}

/// Whether the bytes hold a text or other bytes.
func contains(_ bytes: [UInt8], _ text: String) -> Bool { contains(bytes, Array(text.utf8)) }

func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
  Data(bytes).range(of: Data(part)) != nil
}

/// Every file of a world, as it lies on the disk.
func files(_ world: World) throws -> [(name: String, bytes: [UInt8])] {
  try FileManager.default.contentsOfDirectory(atPath: world.folder.path).sorted().map { name in
    (name, [UInt8](try Data(contentsOf: world.folder.appendingPathComponent(name))))
  }
}
