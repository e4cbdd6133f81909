import Cryptography
import FieldWork
import Foundation
import Replica
import SyncProtocol
import Web

/// A centre in this process: a real store behind a real server on loopback.
///
/// `@unchecked Sendable`: everything that changes is used under the lock alone.
final class TestCentre: @unchecked Sendable {
  static let hamlets = """
    commune_code,name,kind
    17713,Xóm 1,xóm
    17713,Xóm 2,xóm
    """
  static let members = """
    hamlet,team,full_name,role,organisation,phone,from
    Xóm 1,Tổ Xóm 1,Nguyễn Văn An,tổ trưởng,Chi đoàn,0912345678,01/03/2026
    Xóm 1,Tổ Xóm 1,Trần Thị Bình,thành viên,Hội Phụ nữ,,
    Xóm 2,Tổ Xóm 2,Lò Văn Cường,tổ trưởng,,0987654321,2026-03-01
    """

  /// The morning of 18 November 2026, local time.
  static let start = LocalDateTime(
    LocalDate(year: 2026, month: 11, day: 18) ?? .latest, minuteOfDay: 8 * 60
  ).milliseconds

  /// What befalls requests.
  enum Fault: Equatable {
    case none, refuses, losesAnswers, garblesAnswers, cutsAnswers, forgesGrants
    /// Has no room left on its disk.
    case diskIsFull
    /// Is not reached: the network's sign-in page answers.
    case isPortal
    /// Turns so many requests away before it takes one.
    case isBusy(times: Int)
  }

  let folder = try? TemporaryFolder()
  let machine: TestMachine
  private let lock = NSLock()
  private let records: FieldStore
  /// The key that the installation stands on.
  let root: SigningKey
  private let certificate: Certificate
  private var random: SeededGenerator
  private var codes: [(key: EnrolmentKey, member: RowID?, team: RowID, user: [UInt8]?)] = []
  private var issued: [[UInt8]: Certificate] = [:]
  private var fault = Fault.none
  private let identification = SecretBytes(Array(repeating: 7, count: 32))
  private let tls: SelfSignedCertificate?
  private var server: HTTPServer?

  init(seed: UInt64 = 1, isSecure: Bool = false) throws {
    random = SeededGenerator(seed: seed)
    machine = TestMachine("centre", seed: seed + 100, start: Self.start)
    root = try SigningKey.generate(using: &random)
    let key = try SigningKey.generate(using: &random)
    let replica = ReplicaID.centre(epoch: 0)
    let root = root
    certificate = Certificate(
      replica: replica, role: .centre, publicKey: key.verifyingKey.bytes,
      issuedAt: Timestamp(rawValue: Self.start), label: "centre"
    ) { root.sign($0) }
    guard let folder else { throw CocoaError(.fileWriteUnknown) }
    let store = try Store(
      at: Store.Location(path: "\(folder.path)/centre.sqlite"),
      identity: Identity(
        signer: Signer(replica: replica, key: key), certificate: certificate,
        rootPublicKey: root.verifyingKey.bytes),
      machine: MachineIdentity(bootID: "c", machineID: "c", fileIdentity: "f"), random: &random)
    records = try FieldStore(store)
    let plan = try records.previewDirectory(
      hamlets: Array(Self.hamlets.utf8), members: Array(Self.members.utf8))
    try records.applyDirectory(plan, clock: machine.surroundings.clock())
    tls =
      isSecure
      ? try SelfSignedCertificate(
        names: ["127.0.0.1"], serialNumber: [1, 2, 3], notBefore: 1_700_000_000,
        notAfter: 2_000_000_000)
      : nil
    pin = tls?.pin.description ?? ""
    var configuration = ServerConfiguration()
    configuration.identity = tls?.identity
    configuration.maximumBodyBytes = Limits.streamBytes
    let server = HTTPServer(configuration: configuration) { [weak self] request in
      self?.answer(request) ?? .plain(503)
    }
    try server.start()
    self.server = server
  }

  deinit { server?.stop() }

  var address: String {
    "\(tls == nil ? "http" : "https")://127.0.0.1:\(server?.port ?? 0)"
  }

  /// The pin of its key; empty without TLS.
  let pin: String

  func stop() { server?.stop() }

  func set(_ fault: Fault) { lock.withLock { self.fault = fault } }

  /// Runs something on the centre's records.
  func with<Result>(_ body: (FieldStore) throws -> Result) rethrows -> Result {
    try lock.withLock { try body(records) }
  }

  /// A code for a member of a team.
  func issueCode(_ member: String = "Nguyễn Văn An") throws -> String {
    try lock.withLock {
      let code = EnrolmentCode(using: &random)
      let found = try records.reader.findMember(member)
      guard let team = found.team else { throw FieldError.memberWithoutTeam }
      codes.append((try code.key(), found.id, team, nil))
      return code.text
    }
  }

  /// The bytes of an enrolment file under a code.
  func file(_ member: String = "Nguyễn Văn An") throws -> (bytes: [UInt8], code: String) {
    try lock.withLock {
      let code = EnrolmentCode(using: &random)
      let found = try records.reader.findMember(member)
      guard let team = found.team else { throw FieldError.memberWithoutTeam }
      let key = try SigningKey.generate(using: &random)
      let laptop = EnrolledLaptop(
        key: key, certificate: try enrol(key.verifyingKey.bytes, found.id, team),
        centreCertificate: certificate, rootPublicKey: root.verifyingKey.bytes,
        identificationKey: identification, member: found.id)
      let file = EnrolmentFile(
        laptop: laptop, centreURL: address, pin: tls?.pin.description ?? "")
      return (try file.encoded(under: try code.key(), random: &random), code.text)
    }
  }

  /// What the coordinator reads out for a laptop whose password was forgotten.
  func resetCode(
    for challenge: ResetChallenge, of laptop: ReplicaID, on day: LocalDate
  ) throws -> String {
    try ResetCode(for: challenge, of: laptop, on: Int64(day.daysSince1970), root: root).text
  }

  private func enrol(_ publicKey: [UInt8], _ member: RowID?, _ team: RowID) throws -> Certificate {
    let root = root
    return try records.store.enrol(
      publicKey: publicKey, label: "laptop \(issued.count + 1)", member: member, team: team,
      scopes: try records.reader.scopes(forTeam: team), signedBy: { root.sign($0) },
      clock: machine.surroundings.clock(), random: &random)
  }

  private var offer: CentreOffer {
    CentreOffer(rootPublicKey: root.verifyingKey.bytes, pin: tls?.pin.description ?? "")
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    lock.withLock {
      guard fault != .refuses else { return .plain(503) }
      if fault == .isPortal {
        return .bytes(Array("<html>Wi-Fi</html>".utf8), type: "text/html; charset=utf-8")
      }
      if fault == .diskIsFull {
        var response = HTTPResponse.plain(507)
        response.headers.set("CamTay-Problem", "centre-disk-full")
        return response
      }
      if case .isBusy(let times) = fault, times > 0 {
        fault = .isBusy(times: times - 1)
        var response = HTTPResponse.plain(429)
        response.headers.set("Retry-After", "\(times)")
        return response
      }
      let response = (try? respond(request)) ?? .plain(500)
      switch fault {
      case .none, .refuses, .forgesGrants, .isBusy, .diskIsFull, .isPortal: return response
      case .losesAnswers: return .plain(502)
      case .cutsAnswers:
        return .bytes(Array(response.body.dropLast(9)), type: "application/octet-stream")
      case .garblesAnswers:
        var body = response.body
        if !body.isEmpty { body[body.count / 2] ^= 0x40 }
        return .bytes(body, type: "application/octet-stream")
      }
    }
  }

  /// What somebody who does not know the code can answer at best.
  private func forgedGrant(_ asked: EnrolmentRequest) throws -> [UInt8] {
    let root = root
    let certificate = Certificate(
      replica: self.certificate.replica, role: .laptop, publicKey: asked.publicKey,
      issuedAt: self.certificate.issuedAt, label: "forged"
    ) { root.sign($0) }
    return try EnrolmentGrant(
      to: asked, offer: offer, code: try EnrolmentCode(using: &random).key(),
      certificate: certificate, centreCertificate: self.certificate, member: nil,
      identificationKey: identification, random: &random
    ).encoded
  }

  private func respond(_ request: HTTPRequest) throws -> HTTPResponse {
    func binary(_ bytes: [UInt8]) -> HTTPResponse {
      .bytes(bytes, type: "application/octet-stream")
    }
    switch (request.method, request.path) {
    case (.get, "/enrolment"): return binary(offer.encoded)
    case (.post, "/enrolment"):
      let asked = try EnrolmentRequest(decoding: request.body)
      if fault == .forgesGrants { return binary(try forgedGrant(asked)) }
      let index = try codes.firstIndex { try asked.isProven(by: $0.key, offer: offer) }
      guard let index else { return .plain(403) }
      if let user = codes[index].user, user != asked.publicKey { return .plain(409) }
      let certificate =
        try issued[asked.publicKey]
        ?? enrol(asked.publicKey, codes[index].member, codes[index].team)
      issued[asked.publicKey] = certificate
      codes[index].user = asked.publicKey
      let grant = try EnrolmentGrant(
        to: asked, offer: offer, code: codes[index].key, certificate: certificate,
        centreCertificate: self.certificate, member: codes[index].member,
        identificationKey: identification, random: &random)
      return binary(grant.encoded)
    case (.post, "/sync/v1"):
      return binary(
        try records.store.answer(request.body, clock: machine.surroundings.clock()).bytes)
    default: return .plain(404)
    }
  }
}
