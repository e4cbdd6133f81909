import Foundation
import Randomness
import Replica
import SQLite
import SyncProtocol
import Testing

@testable import FieldWork

/// The generator of random tests, under a name that every file of this folder sees.
typealias SeededGenerator = Randomness.SeededGenerator

/// A centre with an imported directory and laptops of its teams, on real files in a temporary
/// folder; signatures are cheap imitations.
final class FieldWorld {
  static let hamlets = """
    commune_code,name,kind
    17713,Xóm 1,xóm
    17713,Bản Mường,bản
    """
  static let members = """
    hamlet,team,full_name,role,organisation,phone,from
    Xóm 1,Tổ Xóm 1,Nguyễn Văn An,tổ trưởng,Chi đoàn,0912345678,01/03/2026
    Xóm 1,Tổ Xóm 1,Trần Thị Bình,thành viên,Hội Phụ nữ,,
    Bản Mường,Tổ Bản Mường,Lò Văn Cường,tổ trưởng,,0987654321,2026-03-01
    """

  let folder: URL
  var random: SeededGenerator
  let centre: FieldStore
  private(set) var laptops: [FieldStore] = []
  private var milliseconds: Int64

  /// The morning of 18 November 2026, local time.
  static let start = LocalDateTime(
    LocalDate(year: 2026, month: 11, day: 18) ?? .latest, minuteOfDay: 8 * 60
  ).milliseconds

  init(
    laptopsOf teams: [String] = ["Tổ Xóm 1"], seed: UInt64 = 1,
    hamlets: String = FieldWorld.hamlets, members: String = FieldWorld.members,
    on start: LocalDate? = nil
  ) throws {
    random = SeededGenerator(seed: seed)
    milliseconds =
      start.map { LocalDateTime($0, minuteOfDay: 8 * 60).milliseconds } ?? Self.start
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("fieldwork-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let replica = ReplicaID.centre(epoch: 0)
    let key = Array(repeating: UInt8(1), count: Signer.keyByteCount)
    let certificate = Certificate(
      replica: replica, role: .centre, publicKey: key, issuedAt: Timestamp(rawValue: milliseconds),
      label: "centre", signedBy: Self.root.sign)
    centre = try Self.open(
      folder.appendingPathComponent("centre.sqlite").path, replica, key, certificate, "centre",
      &random)
    let plan = try centre.previewDirectory(
      hamlets: Array(hamlets.utf8), members: members.isEmpty ? nil : Array(members.utf8),
      on: start ?? .latest)
    try centre.applyDirectory(plan, clock: clock())
    for team in teams { laptops.append(try addLaptop(of: team)) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  static let root = Signer(
    replica: .centre(epoch: 0), publicKey: Array(repeating: 9, count: Signer.keyByteCount)
  ) { imitation(of: $0, by: Array(repeating: 9, count: Signer.keyByteCount)) }

  private static func imitation(of message: [UInt8], by key: [UInt8]) -> [UInt8] {
    Primitives.standard.hash(key + message).bytes + key
  }

  private static func open(
    _ path: String, _ replica: ReplicaID, _ key: [UInt8], _ certificate: Certificate,
    _ machine: String, _ random: inout SeededGenerator
  ) throws -> FieldStore {
    var primitives = Primitives.standard
    primitives.verify = { signature, message, key in signature == imitation(of: message, by: key) }
    let signer = Signer(replica: replica, publicKey: key) { imitation(of: $0, by: key) }
    let store = try Store(
      at: Store.Location(path: path),
      identity: Identity(
        signer: signer, certificate: certificate, rootPublicKey: root.publicKey),
      primitives: primitives,
      machine: MachineIdentity(bootID: "boot", machineID: machine, fileIdentity: "file"),
      random: &random)
    return try FieldStore(store) { digits in
      Primitives.standard.hash([7] + digits).bytes
    }
  }

  /// A right clock, a second later each time.
  func clock() -> ClockReading {
    milliseconds += 1_000
    return ClockReading(
      wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: milliseconds, bootID: "boot")
  }

  func pass(hours: Int) { milliseconds += Int64(hours) * 3_600_000 }

  func addLaptop(of team: String) throws -> FieldStore {
    let label = "laptop-\(laptops.count + 1)"
    let key = (0..<Signer.keyByteCount).map { _ in UInt8.random(in: 0...255, using: &random) }
    guard let row = try centre.reader.teams().first(where: { $0.name == team }) else {
      throw FieldError.noSuchRecord("team")
    }
    let certificate = try centre.store.enrol(
      publicKey: key, label: label, member: nil, team: row.id,
      scopes: try centre.reader.scopes(forTeam: row.id), signedBy: Self.root.sign, clock: clock(),
      random: &random)
    let laptop = try Self.open(
      folder.appendingPathComponent("\(label).sqlite").path, certificate.replica, key, certificate,
      label, &random)
    try sync(laptop)
    return laptop
  }

  /// Rounds until neither side has more to say.
  func sync(_ laptop: FieldStore) throws {
    while true {
      let pending = try laptop.store.makeRequest(
        Store.Report(freeDiskBytes: nil, software: "test"), clock: clock(), random: &random)
      let answer = try centre.store.answer(pending.request, clock: clock())
      let outcome = try laptop.store.absorb(answer.bytes, of: pending, clock: clock())
      if !outcome.hasMore { return }
    }
  }

  /// The first laptop.
  var laptop: FieldStore {
    guard let first = laptops.first else { preconditionFailure("a world with a laptop") }
    return first
  }

  func member(_ name: String = "Nguyễn Văn An") throws -> RowID {
    try centre.reader.findMember(name).id
  }

  /// A household of Xóm 1.
  func household(
    _ name: String = "Hồ Văn Đức", at store: FieldStore? = nil
  ) throws -> RowID {
    let store = store ?? laptop
    let place = try store.reader.findPlace("xom 1")
    return try store.addHousehold(
      HouseholdDraft(place: place.id, name: name, address: "ngõ 3", phone: "0912 000 111"),
      author: try member(), clock: clock()
    ).id
  }

  func resident(
    _ name: String = "Hồ Thị Lan", of household: RowID, at store: FieldStore? = nil
  ) throws -> RowID {
    try (store ?? laptop).addResident(
      ResidentDraft(household: household, fullName: name, birth: "1950"), author: try member(),
      clock: clock()
    ).id
  }

  func visit(
    to household: RowID, on date: String? = nil, at store: FieldStore? = nil
  ) throws -> RowID {
    try (store ?? laptop).addVisit(
      VisitDraft(household: household, date: date, outcome: "met"), author: try member(),
      clock: clock()
    ).id
  }

  func assist(
    at visit: RowID, _ resident: RowID?, outcome: String = "completed", evidence: String? = "An",
    service: String = "1.001193", in store: FieldStore? = nil
  ) throws -> RowID {
    try (store ?? laptop).addAssist(
      AssistDraft(
        visit: visit, resident: resident, service: service, mode: "guided", outcome: outcome,
        blockedReason: outcome == "blocked" ? "no-network" : nil,
        evidenceKind: evidence == nil ? nil : "spoken", evidence: evidence),
      author: try member(), clock: clock()
    ).id
  }
}

/// The problems of a refused draft.
func problems(_ body: () throws -> Void) -> [FieldProblem] {
  do {
    try body()
  } catch FieldError.invalid(let problems) {
    return problems
  } catch {
    Issue.record(error)
  }
  return []
}

/// The error that a body throws.
func fieldError(_ body: () throws -> Void) -> FieldError? {
  do {
    try body()
  } catch let error as FieldError {
    return error
  } catch {
    Issue.record(error)
  }
  return nil
}

func day(_ text: String) -> LocalDate { LocalDate(iso: text) ?? .latest }

func month(_ text: String = "2026-11") -> Period {
  guard let period = try? Period.parse(text, today: day("2026-11-18")) else {
    preconditionFailure("a period")
  }
  return period
}
