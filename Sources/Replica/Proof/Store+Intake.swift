import SyncProtocol

/// What the frames of one answer say of the state of scopes, while they are taken in.
struct ProofIntake {
  /// What the request said.
  let sent: SentProof
  /// By the best knowledge of the time, with the time that this answer brought.
  let time: Timestamp
  var repair: RepairIntake?
}

extension Store {
  /// Takes in a frame that speaks of digests, leaves or rows.
  func absorb(
    _ frame: Frame, _ intake: inout ProofIntake, into outcome: inout RoundOutcome
  ) throws {
    switch frame.kind {
    case .check:
      let check: Check = try frame.message()
      guard try isKept(check, into: &outcome) else { return }
      try compare(check, into: &outcome, at: intake.time)
    case .agreed:
      try absorb(try frame.message(), to: intake.sent, into: &outcome, at: intake.time)
    case .leaves:
      try absorb(try frame.message() as Leaves, into: &outcome, at: intake.time)
    case .repair:
      try finish(&intake, into: &outcome)
      intake.repair = RepairIntake(try frame.message())
    case .row:
      guard intake.repair != nil else { throw ProtocolError.malformed(.unexpectedFrame) }
      intake.repair?.add(frame)
    default: throw ProtocolError.malformed(.unexpectedFrame)
    }
  }

  /// Applies the repair whose rows have all come.
  func finish(_ intake: inout ProofIntake, into outcome: inout RoundOutcome) throws {
    guard let repair = intake.repair else { return }
    intake.repair = nil
    try apply(repair, into: &outcome, at: intake.time)
  }
}
