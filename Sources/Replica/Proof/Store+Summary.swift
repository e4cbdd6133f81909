import SQLite
import SyncProtocol

/// What a request said of the scopes held here, for when its answer comes.
struct SentProof: Sendable {
  /// The cursors of the scopes whose digests it compared; nil when it had no summary.
  var compared: [Cursor]?
  /// Whether it carried WANTs.
  var hasWants = false
  /// How many incidents it told the centre of.
  var incidents: Int64 = 0
}

/// The laptop's side.
extension Store {
  /// Up to so many scopes have their vouchers beside a summary: a few hundred bytes, with which a
  /// centre that was set back finds out a round trip sooner.
  private static let scopesWithVouchers = 4

  /// Says where this laptop stands: by a summary, or by a WANT for each scope when the centre did
  /// not know the cursors, or there is no cursor yet.
  func appendProof(to stream: inout StreamWriter) throws -> SentProof {
    try connection.transaction(.deferred) {
      let cursors = try ([ScopeID.everyone] + grantedScopes()).map { try cursor($0) }
      var sent = SentProof(incidents: try incidentCount())
      if let epoch = try state.integer(.epoch), try state.integer(.wantsFull) != 1,
        cursors.allSatisfy({ Int64($0.epoch) == epoch })
      {
        let unsettled = try unsettledScopes()
        let compared = cursors.filter { unsettled[$0.scope] == nil }
        stream.append(try summary(of: cursors, unsettled, compared))
        try appendVouchers(all: cursors.count <= Self.scopesWithVouchers, to: &stream)
        sent.compared = compared
      } else {
        try appendWants(cursors, to: &stream)
        sent.hasWants = true
      }
      try appendQuestions(about: cursors.map(\.scope), to: &stream)
      return sent
    }
  }

  /// Says where this laptop stands so that whoever reads it needs to know nothing, with the proof of it.
  func appendWants(_ cursors: [Cursor], to stream: inout StreamWriter) throws {
    for cursor in cursors { stream.append(cursor) }
    try appendVouchers(all: true, to: &stream)
  }

  private func summary(
    of cursors: [Cursor], _ unsettled: [ScopeID: Summary.Standing], _ compared: [Cursor]
  ) throws -> Summary {
    Summary(
      epoch: cursors.first?.epoch ?? 0,
      entries: cursors.map {
        Summary.Entry(
          scope: $0.scope, arrival: $0.arrival, standing: unsettled[$0.scope] ?? .compared)
      },
      cursors: Summary.hash(cursors, primitives: primitives),
      digest: compared.isEmpty ? nil : try digest(over: compared),
      progress: ScopeProgress.checksum(of: try knownProgress()))
  }

  /// One hash over the digests that stand here at these cursors.
  private func digest(over cursors: [Cursor]) throws -> ContentHash {
    let digests = try cursors.map { (cursor: $0, root: try digest(of: $0.scope).root) }
    return Summary.hash(digests, primitives: primitives)
  }

  /// Takes in what the centre said to the summary of this round.
  func absorb(
    _ agreed: Agreed, to sent: SentProof, into outcome: inout RoundOutcome, at time: Timestamp
  ) throws {
    guard let compared = sent.compared else { throw ProtocolError.malformed(.unexpectedFrame) }
    switch agreed {
    case .equal:
      for cursor in compared { try record(isEqual: true, at: cursor, time: time) }
      outcome.equalScopes += compared.count
    case .different, .moved: break
    case .cursorsUnknown:
      try state.set(.wantsFull, .integer(1))
      outcome.hasMore = true
    }
  }

  /// Notes what an answer as a whole says of the request it answers.
  func noteAnswered(_ sent: SentProof) throws {
    if sent.hasWants { try state.set(.wantsFull, .integer(0)) }
    try noteExported(sent.incidents)
  }
}

/// What the centre makes of a summary, or of WANTs.
struct Agreement {
  /// What it says to a summary; nil where there was none.
  var agreed: Agreed?
  /// Where the laptop stands, as WANTs would say it.
  var cursors: [ScopeID: Cursor]
  /// The scopes that get a CHECK at the end of their log; nil for all.
  var checked: Set<ScopeID>?
  /// The scopes whose log here cannot be read: nobody is told that its rows are wrong.
  var mistrusted: Set<ScopeID> = []

  /// Whether the laptop stands where this log says, as a summary told.
  var isKnown: Bool { agreed != nil && agreed != .cursorsUnknown }

  /// Whether a scope gets a CHECK.
  func checks(_ scope: ScopeID) -> Bool { checked?.contains(scope) ?? true }
}

/// The centre's side.
extension Store {
  /// Up to so many scopes that have not moved get a CHECK when others have: a laptop with few
  /// scopes has something on its way in most rounds, and must not wait for an idle one.
  private static let checksBesideMoved = 16

  /// What a request's summary or WANTs come to, and what they tell of the laptop.
  ///
  /// - Parameter isIdle: the request brought no batches, so that there is time to look at old rows.
  func agreement(
    with questions: ProofQuestions, wants: [ScopeID: Cursor], from asker: ReplicaID,
    granted: [ScopeID], isIdle: Bool, at time: Timestamp
  ) throws -> Agreement {
    let held = [ScopeID.everyone] + granted
    var mistrusted: Set<ScopeID> = []
    for scope in held {
      guard let asked = questions.leaves[scope], try cursor(scope) == asked else { continue }
      if try !checkOwnRows(of: scope, isSuspect: false, at: time) { mistrusted.insert(scope) }
      try notePeer(asker, differsIn: scope)
    }
    guard let summary = questions.summary else {
      return Agreement(agreed: nil, cursors: wants, checked: nil, mistrusted: mistrusted)
    }
    if isIdle {
      for scope in try recomputeDue(of: held, at: time) {
        try checkOwnRows(of: scope, isSuspect: true, at: time)
      }
    }
    var agreement = try agreement(with: summary, granted: granted)
    agreement.mistrusted = mistrusted
    try notePeer(asker, summary, agreement.agreed, at: time)
    return agreement
  }

  /// Finds the cursors of a summary in this log, and compares the digests.
  private func agreement(with summary: Summary, granted: [ScopeID]) throws -> Agreement {
    let unknown = Agreement(agreed: .cursorsUnknown, cursors: [:], checked: [])
    guard let cursors = try cursors(of: summary) else { return unknown }
    let held = Set([ScopeID.everyone] + granted)
    let listed = Dictionary(uniqueKeysWithValues: cursors.map { ($0.scope, $0) })
    let moved = try held.filter { try listed[$0]?.arrival != cursor($0).arrival }
    let compared = zip(summary.entries, cursors).filter { $0.0.standing == .compared }.map(\.1)
    let canCompare = compared.allSatisfy { held.contains($0.scope) && !moved.contains($0.scope) }
    guard let digest = summary.digest, canCompare else {
      let still = compared.map(\.scope).filter { held.contains($0) && !moved.contains($0) }
      return Agreement(
        agreed: .moved, cursors: listed,
        checked: moved.union(still.count <= Self.checksBesideMoved ? still : []))
    }
    guard try self.digest(over: compared) == digest else {
      return Agreement(
        agreed: .different, cursors: listed, checked: moved.union(compared.map(\.scope)))
    }
    return Agreement(agreed: .equal, cursors: listed, checked: moved)
  }

  /// Whether a request's summary says that it stands in a log of this life which is not the one
  /// kept here.
  ///
  /// Then this store may have been set back. The vouchers that come with the WANTs tell; nothing is
  /// taken in before, or an arrival number could be given twice.
  func isOfAnotherLog(_ stream: ReceivedStream) throws -> Bool {
    guard let frame = stream.frames.first(where: { $0.kind == .summary }) else { return false }
    let summary: Summary = try frame.message()
    return try summary.epoch == UInt8(clamping: identity.replica.rawValue)
      && cursors(of: summary) == nil
  }

  /// The cursors that a summary stands for; nil when they are not of this log.
  private func cursors(of summary: Summary) throws -> [Cursor]? {
    guard summary.epoch == UInt8(clamping: identity.replica.rawValue) else { return nil }
    var cursors: [Cursor] = []
    for entry in summary.entries {
      guard
        let cursor = try loggedCursor(entry.scope, epoch: summary.epoch, arrival: entry.arrival)
      else { return nil }
      cursors.append(cursor)
    }
    return Summary.hash(cursors, primitives: primitives) == summary.cursors ? cursors : nil
  }

  /// The cursor at an arrival number of the log that is kept here; nil when it has none.
  func loggedCursor(_ scope: ScopeID, epoch: UInt8, arrival: UInt64) throws -> Cursor? {
    if arrival == 0 { return .start(scope, epoch: epoch) }
    let current = try cursor(scope)
    if current.epoch == epoch, current.arrival == arrival { return current }
    return try runningHash(scope, at: arrival).map {
      Cursor(scope: scope, epoch: epoch, arrival: arrival, runningHash: $0)
    }
  }
}
