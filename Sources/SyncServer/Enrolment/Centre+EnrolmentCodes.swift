import Cryptography
import FieldWork
import Replica
import SyncProtocol

/// A code that was just made: shown once, kept nowhere.
package struct IssuedCode: Sendable {
  /// The code.
  package let code: EnrolmentCode
  /// What the laptop will be called.
  package let label: String
  /// Until when it lets a laptop in.
  package let expires: Timestamp
  /// The team's name; nil when the centre has no team yet.
  package let teamName: String?
  let id: Int64
  let key: EnrolmentKey
  let recipient: LaptopRecipient
}

/// For whom a laptop is.
struct LaptopRecipient: Sendable, Equatable {
  var member: RowID?
  var team: RowID?
  var teamName: String?
}

extension Centre {
  /// The longest label of a laptop in bytes; it travels in its certificate.
  static let maximumLabelBytes = 100

  /// Makes a code that lets one laptop in within seven days.
  ///
  /// - Parameters:
  ///   - member: code or name of the member it is given to.
  ///   - team: code or row of the team it reports for; the member's own when only that is given,
  ///     and the centre's only team when neither is.
  ///   - label: what to call the laptop; the team's name and a number when nil.
  ///   - former: the laptop whose place it takes; nil for nobody's.
  /// - Throws: `CentreError.teamNeeded`, `.labelTooLong`, `FieldError`.
  package func issueCode(
    member: String? = nil, team: String? = nil, label: String? = nil,
    replaces former: ReplicaID? = nil
  ) throws -> IssuedCode {
    let recipient = try read { try Self.recipient(member: member, team: team, in: $0) }
    var random = surroundings.generator()
    let code = EnrolmentCode(using: &random)
    // Slow on purpose, so it happens before anybody is made to wait.
    let key = try code.key()
    return try administer { store, clock in
      let table = EnrolmentCodeTable(store.connection)
      let number = try table.count() + 1
      let label = label ?? "\(recipient.teamName ?? "Laptop") #\(number)"
      guard label.utf8.count <= Self.maximumLabelBytes, !label.utf8.contains(0) else {
        throw CentreError.labelTooLong
      }
      let kept = try table.add(
        key, label: label, member: recipient.member, team: recipient.team, replaces: former,
        at: clock.wall)
      return IssuedCode(
        code: code, label: label, expires: kept.expires, teamName: recipient.teamName,
        id: kept.id, key: key, recipient: recipient)
    }
  }

  /// A code that was given out, without the code itself, which is kept nowhere.
  struct GivenCode: Sendable {
    /// How it stands.
    enum State: String, CaseIterable, Sendable {
      case waiting, used, over
    }

    /// What names it in commands and addresses.
    let number: Int64
    let label: String
    let team: RowID?
    let member: RowID?
    let issued: Timestamp
    let expires: Timestamp
    /// The laptop that came with it; nil for none.
    let laptop: ReplicaID?
    let state: State
  }

  /// The codes of the last weeks that somebody reaches, the newest first.
  func givenCodes(within reached: ReachedWork = .everything) throws -> [GivenCode] {
    let now = surroundings.clock().wall
    return try read { try EnrolmentCodeTable($0.connection).all() }
      .filter { reached.holds(team: $0.team) }
      .map { kept in
        GivenCode(
          number: kept.id, label: kept.label, team: kept.team, member: kept.member,
          issued: kept.issued, expires: kept.expires, laptop: kept.use?.replica,
          state: kept.use != nil ? .used : kept.expires < now ? .over : .waiting)
      }
  }

  /// Takes back a code that nobody has used: it lets nobody in any more.
  /// - Throws: `CentreError.codeNotWaiting` for another one.
  func withdrawCode(_ number: Int64, within reached: ReachedWork = .everything) throws {
    try administer { store, clock in
      let table = EnrolmentCodeTable(store.connection)
      guard
        try table.all().contains(where: { $0.id == number && reached.holds(team: $0.team) }),
        try table.withdraw(number, at: clock.wall)
      else { throw CentreError.codeNotWaiting }
    }
  }

  private static func recipient(
    member: String?, team: String?, in reader: RecordReader
  ) throws -> LaptopRecipient {
    let member = try member.map { try reader.findMember($0) }
    var teamID = try team.map { try reader.resolveOne($0, as: .team) }
    if let member, teamID == nil {
      guard let own = member.team else { throw FieldError.memberWithoutTeam }
      teamID = own
    }
    let teams = try reader.teams()
    if teamID == nil {
      guard teams.count <= 1 else {
        throw CentreError.teamNeeded(teams.map { "\($0.codeText)  \($0.name ?? "")" })
      }
      teamID = teams.first?.id
    }
    // Found out now and not when the laptop is at hand.
    if let teamID { _ = try reader.scopes(forTeam: teamID) }
    return LaptopRecipient(
      member: member?.id, team: teamID, teamName: teams.first { $0.id == teamID }?.name)
  }

  /// Makes the file that lets a laptop without a network in; its certificate is issued at once.
  ///
  /// - Parameter address: where the laptop will find the centre.
  package func enrolmentFile(for issued: IssuedCode, address: String) throws -> [UInt8] {
    var random = surroundings.generator()
    let key = try SigningKey.generate(using: &random)
    let (certificate, starter) = try administer { store, clock in
      let certificate = try self.enrol(
        publicKey: key.verifyingKey.bytes, label: issued.label, member: issued.recipient.member,
        team: issued.recipient.team, in: store, clock: clock)
      try EnrolmentCodeTable(store.connection).use(issued.id, by: certificate, at: clock.wall)
      return (certificate, try store.starter(for: certificate.replica, clock: clock))
    }
    let laptop = EnrolledLaptop(
      key: key, certificate: certificate, centreCertificate: keys.certificate,
      rootPublicKey: keys.root.verifyingKey.bytes, identificationKey: keys.identification,
      member: issued.recipient.member)
    return try EnrolmentFile(
      laptop: laptop, centreURL: address, pin: pin(for: address), starter: starter
    ).encoded(under: issued.key, random: &random)
  }

  /// The line that lets a laptop with a network in.
  ///
  /// - Parameter address: where the laptop will find the centre.
  /// - Throws: `CentreError.badAddress` when no line can hold it.
  package func enrolmentText(for issued: IssuedCode, address: String) throws -> EnrolmentText {
    let text = EnrolmentText(address: address, pin: pin(for: address), code: issued.code)
    guard let text else { throw CentreError.badAddress(address) }
    return text
  }

  /// What a laptop pins at an address: the centre's key, or nothing on this very machine.
  private func pin(for address: String) -> String {
    address.utf8.starts(with: "https:".utf8) ? keys.pin.description : ""
  }

  /// Issues a certificate with the scopes of the team.
  func enrol(
    publicKey: [UInt8], label: String, member: RowID?, team: RowID?, in store: Store,
    clock: ClockReading
  ) throws -> Certificate {
    var random = surroundings.generator()
    let reader = RecordReader(store)
    // By place, so that the grant follows a reform of its commune.
    let place = try team.flatMap { try reader.record(Team.self, $0)?.place }
    if let team { _ = try reader.scopes(forTeam: team) }
    let root = keys.root
    return try store.enrol(
      publicKey: publicKey, label: label, member: member, team: team,
      grants: place.map { [.place($0)] } ?? [], signedBy: { root.sign($0) }, clock: clock,
      random: &random)
  }
}
