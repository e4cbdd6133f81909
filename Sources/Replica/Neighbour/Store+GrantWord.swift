import SQLite
import SyncProtocol

/// The centre's word on grants: given with an answer, kept at a laptop, shown to others (SPEC 22.1).
extension Store {
  /// How long a word counts: as long as the centre waits for a laptop.
  static let grantWordMilliseconds: Int64 = 90 * 86_400_000
  /// The age at which a laptop asks for a fresh one.
  private static let freshMilliseconds: Int64 = 86_400_000

  // MARK: The centre

  /// What a laptop may hold, in words that it can show to others.
  func grantWord(
    for replica: ReplicaID, _ grants: (number: UInt64, scopes: [ScopeID]), at now: Timestamp
  ) throws -> GrantWord {
    let lost = try connection.rows(
      "SELECT replica FROM lost_laptop ORDER BY declared DESC, replica LIMIT ?",
      .integer(Int64(Limits.lostPerGrant))
    ) { ReplicaID(rawValue: UInt32(clamping: try $0.integer(at: 0))) }
    return GrantWord(
      replica: replica, number: grants.number, epoch: try presentEpoch, time: now,
      scopes: grants.scopes, lost: lost.compactMap(\.self), signer: identity.signer)
  }

  /// Whether a laptop reads such words, as the version says that it showed last. One that was never heard
  /// may have an older program, which would refuse all that comes with it.
  func readsGrantWords(_ replica: ReplicaID) throws -> Bool {
    let version = try connection.row(
      "SELECT schema_version FROM peer WHERE replica = ?", .integer(Int64(replica.rawValue))
    ) { try $0.optionalInteger(at: 0) }
    guard let known = version ?? nil else { return false }
    return UInt64(clamping: known) >= Schema.firstWithGrants
  }

  // MARK: A laptop

  /// Keeps the centre's word, which came in an answer of that life.
  func keep(_ word: GrantWord, from certificates: [Certificate]) throws {
    guard word.replica == identity.replica,
      let centre = certificates.first(where: { $0.replica == .centre(epoch: word.epoch) }),
      word.isSigned(by: centre, root: identity.rootPublicKey, primitives: primitives)
    else { throw ProtocolError.badSignature }
    if let known = try ownGrantWord(), known.epoch == word.epoch, known.time > word.time { return }
    try state.set(.grantWord, .blob(word.encoded))
    try noteLost(in: word)
  }

  /// The word that this laptop can show; nil where none came since its grants last changed.
  func ownGrantWord() throws -> GrantWord? {
    guard let bytes = try state.bytes(.grantWord) else { return nil }
    let word = try GrantWord(decoding: bytes)
    let number = try (try state.integer(.grantNumber) ?? 0).natural()
    return try word.replica == identity.replica && word.number == number
      && word.epoch == presentEpoch ? word : nil
  }

  /// The grant that a request names: none where a fresh word is wanted, with which the scopes come.
  func namedGrant(at now: Timestamp) throws -> UInt64 {
    guard let word = try ownGrantWord(),
      abs(now.rawValue.subtractingReportingOverflow(word.time.rawValue).partialValue)
        < Self.freshMilliseconds
    else { return 0 }
    return word.number
  }

  // MARK: Lost laptops

  /// The newest word of the centre on lost laptops counts, whomever it was given to.
  func noteLost(in word: GrantWord) throws {
    if let known = try lostWord(), (known.epoch, known.time) > (word.epoch, word.time) { return }
    try state.set(.lostWord, .blob(word.encoded))
  }

  /// At a laptop: who was declared lost, as far as it has heard.
  func lostAsHeard() throws -> [ReplicaID] { try lostWord()?.lost ?? [] }

  private func lostWord() throws -> GrantWord? {
    try state.bytes(.lostWord).map { try GrantWord(decoding: $0) }
  }
}
