import FieldWork
import Foundation
import Replica
import SyncProtocol

@testable import SyncServer

/// A centre with two teams and laptops of them, for what pages show; real files in a temporary
/// folder, signatures that are cheap imitations.
final class PageWorld {
  static let hamlets = "commune_code,name,kind\n17713,Xóm 1,xóm\n17713,Xóm 2,xóm\n"
  private static let members = """
    hamlet,team,full_name,role,organisation,phone,from
    Xóm 1,Tổ Xóm 1,Nguyễn Văn An,tổ trưởng,,,
    Xóm 2,Tổ Xóm 2,Lò Văn Cường,tổ trưởng,,,
    """

  let centre: FieldStore
  private let folder: URL
  private var random = SystemRandomNumberGenerator()
  private var milliseconds: Int64
  private let root = PageWorld.signer(.centre(epoch: 0), 9)

  /// - Parameter hamlets: lines of the file of hamlets; the first two have teams.
  init(hamlets: String = PageWorld.hamlets) throws {
    let day = LocalDate(iso: "2026-11-18") ?? .latest
    milliseconds = LocalDateTime(day, minuteOfDay: 480).milliseconds
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let signer = Self.signer(.centre(epoch: 0), 1)
    let certificate = Certificate(
      replica: signer.replica, role: .centre, publicKey: signer.publicKey,
      issuedAt: Timestamp(rawValue: milliseconds), label: "centre", signedBy: root.sign)
    centre = try Self.open(folder, "centre", signer, certificate, root, &random)
    try centre.applyDirectory(
      try centre.previewDirectory(
        hamlets: Array(hamlets.utf8), members: Array(Self.members.utf8)), clock: clock())
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static func signer(_ replica: ReplicaID, _ byte: UInt8) -> Signer {
    let key = [UInt8](repeating: byte, count: Signer.keyByteCount)
    return Signer(replica: replica, publicKey: key) {
      Primitives.standard.hash(key + $0).bytes + key
    }
  }

  private static func open(
    _ folder: URL, _ name: String, _ signer: Signer, _ certificate: Certificate, _ root: Signer,
    _ random: inout SystemRandomNumberGenerator
  ) throws -> FieldStore {
    var primitives = Primitives.standard
    primitives.verify = { signature, message, key in
      signature == Primitives.standard.hash(key + message).bytes + key
    }
    let store = try Store(
      at: Store.Location(path: folder.appendingPathComponent("\(name).sqlite").path),
      identity: Identity(
        signer: signer, certificate: certificate, rootPublicKey: root.publicKey),
      primitives: primitives,
      machine: MachineIdentity(bootID: "boot", machineID: name, fileIdentity: "file"),
      random: &random)
    try store.prepareLocalTables(owner: CentreSchema.owner, CentreSchema.migrations)
    return try FieldStore(store) { Primitives.standard.hash([7] + $0).bytes }
  }

  /// A right clock, a second later each time.
  func clock() -> ClockReading {
    milliseconds += 1_000
    return ClockReading(
      wall: Timestamp(rawValue: milliseconds), monotonicMilliseconds: milliseconds, bootID: "boot")
  }

  var now: LocalDateTime { LocalDateTime(milliseconds: milliseconds) }

  func pass(days: Int) { milliseconds += Int64(days) * 86_400_000 }

  var month: Period {
    guard let period = Period(.month, holding: now.date) else { preconditionFailure("a month") }
    return period
  }

  /// Enrols a laptop; it has not reported.
  ///
  /// - Parameter further: hamlets besides the team's own in which it may work.
  func laptop(
    _ label: String, of team: String, _ byte: UInt8, further: [String] = []
  ) throws -> FieldStore {
    guard let row = try centre.reader.teams().first(where: { $0.name == team }) else {
      preconditionFailure("a team")
    }
    let key = [UInt8](repeating: byte, count: Signer.keyByteCount)
    let certificate = try centre.store.enrol(
      publicKey: key, label: label, member: nil, team: row.id,
      scopes: try centre.reader.scopes(forTeam: row.id)
        + further.compactMap { try centre.reader.findPlace($0).householdScope },
      signedBy: root.sign, clock: clock(),
      random: &random)
    return try Self.open(
      folder, label, Self.signer(certificate.replica, byte), certificate, root, &random)
  }

  /// Rounds until neither side has more to say.
  func sync(_ laptop: FieldStore) throws {
    while true {
      let pending = try laptop.store.makeRequest(
        Store.Report(freeDiskBytes: nil, software: "camtay 0.1"), clock: clock(), random: &random)
      let answer = try centre.store.answer(pending.request, clock: clock())
      if try !laptop.store.absorb(answer.bytes, of: pending, clock: clock()).hasMore { return }
    }
  }

  func member(_ name: String) throws -> RowID { try centre.reader.findMember(name).id }

  func household(_ name: String, at store: FieldStore, _ place: String = "Xóm 1") throws -> RowID {
    try store.addHousehold(
      HouseholdDraft(place: try store.reader.findPlace(place).id, name: name), author: nil,
      clock: clock()
    ).id
  }

  /// A visit with one assist for a new resident.
  func help(
    _ resident: String, in household: RowID, at store: FieldStore, by member: String,
    service: String = "1.001193", mode: String = "guided", blocked: String? = nil
  ) throws {
    let author = try self.member(member)
    let resident = try store.addResident(
      ResidentDraft(household: household, fullName: resident, birth: "1950"), author: author,
      clock: clock())
    let visit = try store.addVisit(
      VisitDraft(household: household, outcome: "met"), author: author, clock: clock())
    _ = try store.addAssist(
      AssistDraft(
        visit: visit.id, resident: resident.id, service: service, mode: mode,
        outcome: blocked == nil ? "completed" : "blocked", blockedReason: blocked,
        evidenceKind: blocked == nil ? "spoken" : nil, evidence: blocked == nil ? "An" : nil),
      author: author, clock: clock())
  }
}
