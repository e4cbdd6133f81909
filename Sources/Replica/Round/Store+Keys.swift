import SQLite
import SyncProtocol

/// Keys and erasures in a round: hooked into request, answer and absorption by a line each.
extension Store {
  /// What a request carried of a keyring; noted as confirmed when its answer has come.
  struct SentKeys: Sendable {
    var keys: [Dot] = []
    var erasures: [RowID] = []
    /// More keys wait, and batches with them.
    var hasMore = false
    /// The store came from a backup: it hands nothing out.
    var isLocked = false
  }

  /// Keys that one stream carries before its batches.
  static let keysPerStream = 16_384

  /// The laptop's part of a request, before anything of it is written.
  struct KeysToSend {
    var sent = SentKeys()
    var wanted: KeysWanted
    var entries: [Keyring.Entry] = []
  }

  /// Gathers erasures carried out, which keys this laptop has and lacks, and new keys.
  ///
  /// - Parameter limit: new keys at most.
  func keysToSend(limit: Int = keysPerStream) throws -> KeysToSend {
    let scopes = try grantedScopes()
    var keys = KeysToSend(
      wanted: KeysWanted(
        epoch: UInt8(clamping: try keyring.integer(.epoch) ?? 0),
        positions: try keyring.positions(of: scopes),
        missing: try transaction { try missingKeys(in: Set(scopes)) }))
    keys.sent.isLocked = try keyring.isLocked
    keys.sent.erasures = try keyring.unconfirmedErasures(limit: Limits.erasuresPerFrame)
    guard !keys.sent.isLocked else { return keys }
    keys.entries = try keyring.unconfirmed(limit: limit)
    keys.sent.keys = keys.entries.map(\.key.id)
    keys.sent.hasMore = keys.entries.count == limit
    return keys
  }

  static func append(_ keys: KeysToSend, to stream: inout StreamWriter) {
    if !keys.sent.erasures.isEmpty {
      stream.append(ErasedConfirmation(subjects: keys.sent.erasures))
    }
    stream.append(keys.wanted)
    append(keys.entries, to: &stream)
  }

  /// Keys by scope, in frames that keep their limit.
  static func append(_ entries: [Keyring.Entry], to stream: inout StreamWriter) {
    for (scope, entries) in Dictionary(grouping: entries, by: \.scope).sorted(by: {
      $0.key < $1.key
    }) {
      for start in stride(from: 0, to: entries.count, by: Limits.keysPerFrame) {
        let part = entries[start..<min(start + Limits.keysPerFrame, entries.count)]
        stream.append(KeyParcel(scope: scope, through: 0, entries: part.map(\.key)))
      }
    }
  }

  /// Takes in keys, at the centre from anybody with a certificate.
  ///
  /// - Parameter isConfirmed: the centre has them; false where another laptop gave them.
  /// - Returns: how many were new.
  @discardableResult
  func take(_ parcel: KeyParcel, isConfirmed: Bool = true) throws -> Int {
    let isCentre = identity.role == .centre
    let entries = parcel.entries.map { Keyring.Entry(scope: parcel.scope, key: $0) }
    for subject in Set(parcel.entries.map(\.subject)).sorted() where try keyring.isErased(subject) {
      try noteErasureDue(subject, in: parcel.scope)
    }
    let added = try keyring.add(entries, isConfirmed: isConfirmed, givesNumbers: isCentre)
    if !isCentre, isConfirmed, parcel.through > 0 {
      try keyring.take(parcel.scope, through: parcel.through)
    }
    return added.count
  }

  /// Notes at the centre which erasures a laptop has carried out.
  func noteErased(_ confirmation: ErasedConfirmation, from replica: ReplicaID, at wall: Timestamp)
    throws
  {
    for subject in confirmation.subjects {
      try connection.execute(
        """
        INSERT INTO erasure_confirmation (subject, replica, at) VALUES (?, ?, ?)
        ON CONFLICT (subject, replica) DO UPDATE SET at = max(at, excluded.at)
        """, .integer(subject.rawValue), .integer(Int64(replica.rawValue)), .integer(wall.rawValue))
    }
  }

  /// The centre's part of an answer: keys it lacks itself, and those the asker lacks.
  ///
  /// - Returns: false when the stream is full, and batches have to wait for the next.
  func appendKeys(
    for asker: ReplicaID, in scopes: [ScopeID], _ wanted: KeysWanted?,
    to stream: inout StreamWriter
  ) throws -> Bool {
    let missing = try missingKeys(in: Set(scopes))
    let epoch = UInt8(clamping: identity.replica.rawValue)
    if !missing.isEmpty {
      stream.append(KeysWanted(epoch: epoch, positions: [], missing: missing))
    }
    guard try !keyring.isLocked else { return true }
    let byName = try keyring.entries(wanted?.missing ?? [])
    Self.append(byName.filter { scopes.contains($0.scope) }, to: &stream)
    let positions = wanted?.epoch == epoch ? wanted?.positions ?? [] : []
    let through = Dictionary(
      positions.map { ($0.scope, $0.through) }, uniquingKeysWith: { first, _ in first })
    for scope in scopes {
      let reached = try appendKeys(
        of: scope, above: through[scope] ?? 0,
        // Who begins a scope anew may have given up the keys it once made.
        exceptBy: through[scope] == nil ? nil : asker, to: &stream)
      guard try reached >= keyring.through(scope) else { return false }
    }
    return true
  }

  /// Keys of a scope above a number, as long as the stream is not full.
  ///
  /// - Returns: the number up to which they go.
  func appendKeys(
    of scope: ScopeID, above number: UInt64, exceptBy asker: ReplicaID?,
    to stream: inout StreamWriter
  ) throws -> UInt64 {
    var number = number
    while try number < keyring.through(scope), stream.byteCount < Limits.streamFillBytes {
      let part = try keyring.entries(
        in: scope, above: number, exceptBy: asker, limit: Limits.keysPerFrame)
      stream.append(
        KeyParcel(scope: scope, through: part.through, entries: part.entries.map(\.key)))
      number = part.through
      if part.isEnd { break }
    }
    return number
  }

  /// What an answer says of the keyring beside the keys it brings: the centre has what the request
  /// carried, unless it put all of it off, and asks for what it lacks.
  ///
  /// - Returns: true when another round should carry keys that the centre asked for.
  func settleKeys(_ sent: SentKeys, _ answer: ReceivedStream) throws -> Bool {
    let agreed: Agreed? = try answer.frames.first { $0.kind == .agreed }?.message()
    guard agreed != .cursorsUnknown else { return false }
    let wanted: KeysWanted? = try answer.frames.first { $0.kind == .keysWanted }?.message()
    try keyring.confirm(sent.keys)
    try keyring.confirmErasures(sent.erasures)
    let asked = try keyring.entries(wanted?.missing ?? []).map(\.key.id)
    // What this very request carried is on its way to no second telling.
    let unheard = Set(asked).subtracting(sent.keys).sorted()
    try keyring.confirm(unheard, false)
    return !unheard.isEmpty
  }
}
