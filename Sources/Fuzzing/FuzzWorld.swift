import Cryptography
import FieldWork
import Randomness
import Replica
import SQLite
import SyncProtocol

/// A centre and laptops that have worked and synced, as files to begin every input with.
///
/// Its primitives are transparent, so that bodies stand in the log as they are and a changed byte is
/// not stopped by a signature; everything else is the product's own code.
final class FuzzWorld {
  /// Whose store.
  enum Place: String, CaseIterable {
    case centre, first, second

    /// The place that a byte of an input chooses: the centre or the first laptop.
    init(chosenBy byte: UInt8) { self = byte & 1 == 0 ? .centre : .first }
  }

  let disk = FuzzDisk()
  /// Everything, with every store closed.
  private(set) var image: FuzzDisk.Image = []
  /// The scope of the hamlet in which the first laptop works.
  private(set) var scope = ScopeID.everyone
  /// A round of the first laptop that waits for its answer, as its store in `image` does.
  private(set) var pending: Store.PendingRound?
  /// What the centre says to it.
  private(set) var answer: [UInt8] = []
  /// Every stream that went to and fro.
  private(set) var streams: [[UInt8]] = []
  /// Who has a store here.
  private(set) var identities: [Place: Identity] = [:]
  private var random = SeededGenerator(seed: 1)
  private var milliseconds: Int64 = 1_795_000_000_000
  private let root: SigningKey

  private static let hamlets = "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Bản Mường,bản\n"
  private static let members = """
    hamlet,team,full_name,role,organisation,phone,from
    Xóm 1,Tổ Xóm 1,Nguyễn Văn An,tổ trưởng,Chi đoàn,0912345678,01/03/2026
    Bản Mường,Tổ Bản Mường,Lò Văn Cường,tổ trưởng,,0987654321,2026-03-01
    """

  init() throws {
    root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let replica = ReplicaID.centre(epoch: 0)
    let certificate = Certificate(
      replica: replica, role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: milliseconds), label: "centre", signedBy: sign)
    identities[.centre] = identity(key, certificate)
    let centre = try open(.centre)
    try fill(centre)
    centre.close()
    // The laptop waits for an answer, and the centre has not heard the question yet.
    image = disk.image
    let answering = try open(.centre)
    answer = try answering.answer(pending?.request ?? [], clock: clock()).bytes
    answering.close()
    streams.append(answer)
  }

  /// The file of a store.
  func path(_ place: Place) -> String { "/\(place.rawValue).sqlite" }

  /// Opens the store of a place as it lies on the disk, with the domain's rules at the centre.
  func open(_ place: Place) throws -> Store {
    guard let identity = identities[place] else { throw ReplicaError.notAStore }
    var chance = SeededGenerator(seed: 2)
    let store = try Store(
      at: Store.Location(path: path(place), fileSystem: disk.name), identity: identity,
      primitives: .transparent,
      machine: MachineIdentity(bootID: "b", machineID: place.rawValue, fileIdentity: "f"),
      storeKey: StoreKey(Array(repeating: 7, count: 32)), random: &chance)
    if place == .centre { store.judge = FieldWorkJudge() }
    store.snapshotPolicy.batches = 3
    return store
  }

  /// Puts all files back.
  func restore() { disk.restore(image) }

  /// A reading of a right clock, a second later each time.
  func clock() -> ClockReading {
    milliseconds += 1_000
    return ClockReading(
      wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: milliseconds, bootID: "b")
  }

  /// A reading that is the same for every input.
  static let laterClock = ClockReading(
    wall: Timestamp(rawValue: 1_795_100_000_000), monotonicMilliseconds: 1_795_100_000_000,
    bootID: "b")

  private func sign(_ message: [UInt8]) -> [UInt8] { root.sign(message) }

  private func identity(_ key: SigningKey, _ certificate: Certificate) -> Identity {
    Identity(
      signer: Signer(replica: certificate.replica, key: key), certificate: certificate,
      rootPublicKey: root.verifyingKey.bytes)
  }
}

// What happens before the first input.
extension FuzzWorld {
  private func fill(_ centre: Store) throws {
    let work = try FieldStore(centre)
    try work.applyDirectory(
      try work.previewDirectory(
        hamlets: Array(Self.hamlets.utf8), members: Array(Self.members.utf8)), clock: clock())
    guard let team = try work.reader.teams().first(where: { $0.name == "Tổ Xóm 1" }) else {
      throw FieldError.noSuchRecord("team")
    }
    let scopes = try work.reader.scopes(forTeam: team.id)
    scope = scopes.first { $0 != .everyone } ?? .everyone
    for place in [Place.first, .second] {
      let key = try SigningKey.generate(using: &random)
      let certificate = try centre.enrol(
        publicKey: key.verifyingKey.bytes, label: place.rawValue, member: nil, team: team.id,
        scopes: scopes, signedBy: sign, clock: clock(), random: &random)
      identities[place] = identity(key, certificate)
      let laptop = try open(place)
      try sync(laptop, centre)
      try record(at: laptop)
      try sync(laptop, centre)
      try centre.refreshSnapshots(clock: clock())
      var arrivals: [ScopeID: UInt64] = [:]
      for scope in try centre.knownScopes() { arrivals[scope] = try centre.cursor(scope).arrival }
      try centre.markDurable(through: arrivals, at: clock().wall)
      laptop.close()
    }
    let first = try open(.first)
    try sync(first, centre)
    try record(at: first)
    let round = try first.makeRequest(Self.report, clock: clock(), random: &random)
    streams.append(round.request)
    pending = round
    first.close()
  }

  private static let report = Store.Report(freeDiskBytes: 1 << 30, software: "fuzz")

  private func sync(_ laptop: Store, _ centre: Store) throws {
    var hasMore = true
    while hasMore {
      let round = try laptop.makeRequest(Self.report, clock: clock(), random: &random)
      let answer = try centre.answer(round.request, clock: clock())
      streams += [round.request, answer.bytes]
      hasMore = try laptop.absorb(answer.bytes, of: round, clock: clock()).hasMore
    }
  }

  /// A row of every table of the field, edits, elements, a delete, and what the centre will judge.
  private func record(at store: Store) throws {
    var rows: [(TableDefinition, RowID)] = []
    try store.commit(author: nil, clock: clock()) { act in
      var last = RowID(rawValue: 1)
      for table in Schema.current.tables where table.id.rawValue >= 16 {
        let row = try act.create(
          table, in: scope,
          table.fields.filter { $0.id.kind != .centreRegister }.map { field in
            switch field.type {
            case .text: (field, .text("Hồ \(field.name)"))
            case .bytes, .sealed, .erased: (field, .bytes([1, 2, 3]))
            case .integer: (field, .integer(last?.rawValue ?? 0))
            }
          })
        rows.append((table, row))
        last = row
      }
    }
    for (table, row) in rows {
      try store.commit(author: nil, clock: clock()) { act in
        for field in table.fields where field.id.kind == .register && field.type == .integer {
          try act.write(table, row, [(field, .integer(2))])
        }
        for field in table.fields where field.id.kind == .set {
          try act.add(table, row, field, .integer(9))
          try act.remove(table, row, field, .integer(9))
        }
      }
    }
    guard let first = rows.first else { return }
    try store.commit(author: nil, clock: clock()) { act in try act.delete(first.0, first.1) }
  }
}
