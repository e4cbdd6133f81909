import SQLite
import SyncProtocol

/// What a scope still needs from the centre after its digest differed.
enum ProofWant: Int64 {
  case nothing = 0
  case leaves = 1
  case rows = 2
}

extension Store {
  /// How long after a repair that did not help no other is asked for: a defect must not turn into
  /// traffic. 24 hours.
  static let repairPauseMilliseconds: Int64 = 24 * 3_600_000

  /// Compares digests where both sides speak of the same batches and nothing here is on its way.
  func compare(_ check: Check, into outcome: inout RoundOutcome, at time: Timestamp) throws {
    let scope = check.cursor.scope
    try keepVoucher(check)
    guard try cursor(scope) == check.cursor, try unsettledScopes()[scope] == nil else { return }
    let own = try digest(of: scope).root
    guard own != check.digest else {
      outcome.equalScopes += 1
      return try record(isEqual: true, at: check.cursor, time: time)
    }
    outcome.differingScopes.append(scope)
    if try !isKnownDifferent(scope) {
      try note(.different, of: scope, at: time, before: own, after: check.digest)
    }
    try record(isEqual: false, at: check.cursor, time: time)
    if try wanted(of: scope).want == .nothing, try mayRepair(scope, at: time) {
      try want(.leaves, of: scope)
      outcome.hasMore = true
    }
  }

  private func mayRepair(_ scope: ScopeID, at time: Timestamp) throws -> Bool {
    let pause =
      try connection.row(
        "SELECT retry_after FROM proof WHERE scope = ?", .integer(scope.rawValue)
      ) { try $0.optionalInteger(at: 0) } ?? nil
    // A clock that was far ahead when the pause began must not make it last for years.
    guard let pause else { return true }
    return time.rawValue >= pause || time.rawValue < pause &- Self.repairPauseMilliseconds
  }

  /// What a scope needs from the centre, and of which leaves.
  func wanted(of scope: ScopeID) throws -> (want: ProofWant, leaves: LeafSet) {
    try connection.row(
      "SELECT wants, leaves FROM proof WHERE scope = ?", .integer(scope.rawValue)
    ) {
      (
        want: ProofWant(rawValue: try $0.integer(at: 0)) ?? .nothing,
        leaves: LeafSet(bytes: try $0.optionalBytes(at: 1) ?? []) ?? LeafSet()
      )
    } ?? (.nothing, LeafSet())
  }

  /// Notes what a scope needs from the centre, for the next request.
  func want(_ want: ProofWant, _ leaves: LeafSet = LeafSet(), of scope: ScopeID) throws {
    try connection.execute(
      """
      INSERT INTO proof (scope, wants, leaves) VALUES (?1, ?2, ?3)
      ON CONFLICT (scope) DO UPDATE SET wants = excluded.wants, leaves = excluded.leaves
      """, .integer(scope.rawValue), .integer(want.rawValue),
      leaves.isEmpty ? .null : .blob(leaves.bytes))
  }

  /// Gives a scope up for a while: its repair did not help.
  func pauseRepair(of scope: ScopeID, at time: Timestamp) throws {
    try want(.nothing, of: scope)
    try connection.execute(
      "UPDATE proof SET retry_after = ? WHERE scope = ?",
      .integer(time.rawValue &+ Self.repairPauseMilliseconds), .integer(scope.rawValue))
  }

  /// Asks for the leaf sums or the rows of the scopes that differ.
  ///
  /// Sums are not asked for while something of the scope is on its way: they could not be compared.
  func appendQuestions(about scopes: [ScopeID], to stream: inout StreamWriter) throws {
    let unsettled = try unsettledScopes()
    for scope in scopes {
      let (want, leaves) = try wanted(of: scope)
      switch want {
      case .nothing: break
      case .leaves where unsettled[scope] != nil: break
      case .leaves: stream.append(LeavesWanted(at: try cursor(scope)))
      case .rows: stream.append(RepairWanted(scope: scope, leaves: leaves))
      }
    }
  }

  /// Compares the centre's leaf sums, and notes the leaves that differ for the next request.
  func absorb(_ leaves: Leaves, into outcome: inout RoundOutcome, at time: Timestamp) throws {
    let scope = leaves.cursor.scope
    guard try wanted(of: scope).want == .leaves, try cursor(scope) == leaves.cursor,
      try unsettledScopes()[scope] == nil
    else { return }
    let differing = leaves.differing(from: try stateDigest(of: scope))
    if differing.isEmpty {
      // The centre has found and mended its own rows meanwhile.
      outcome.differingScopes.removeAll { $0 == scope }
      outcome.equalScopes += 1
      return try record(isEqual: true, at: leaves.cursor, time: time)
    }
    try want(.rows, differing, of: scope)
    outcome.hasMore = true
  }
}
